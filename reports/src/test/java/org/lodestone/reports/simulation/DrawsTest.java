package org.lodestone.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;

class DrawsTest {

    private static final Key SUPPLY = Term.of("supply").key();
    private static final Key SHORT = Term.of("short").key();

    private static Draws draws(double... values) {
        return new Draws(ImmutableMap.of(SUPPLY, values), values.length);
    }

    @Test
    void a_percentile_lies_between_two_draws_as_in_excel() {
        // =PERCENTILE.INC({1,2,3,4},0.3) is 1.9, as on the page of Microsoft's help
        assertThat(draws(4, 1, 3, 2).percentile(SUPPLY, 0.3)).isEqualTo(1.9);
        assertThat(draws(4, 1, 3, 2).percentiles(SUPPLY, 1, 0, 0.5)).containsExactly(4, 1, 2.5);
        assertThat(draws(7).percentiles(SUPPLY, 0, 0.5, 1)).containsExactly(7, 7, 7);
    }

    @Test
    void percentiles_are_those_of_the_sorted_draws() {
        SplittableRandom random = new SplittableRandom(3);
        for (int size : new int[] {1, 2, 3, 10, 101, 599, 700, 5_000, 50_000}) {
            double[] values = random.doubles(size)
                    .map(x -> x < 0.3 ? 0 : Math.rint(1000 * x) / 7)
                    .toArray();
            double[] shares = random.doubles(9).toArray();
            shares[8] = 1;
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double[] expected = Arrays.stream(shares)
                    .map(p -> {
                        int rank = (int) (p * (size - 1));
                        double next = sorted[Math.min(rank + 1, size - 1)];
                        return sorted[rank] + (p * (size - 1) - rank) * (next - sorted[rank]);
                    })
                    .toArray();
            assertThat(draws(values).percentiles(SUPPLY, shares)).containsExactly(expected);
        }
    }

    @Test
    void missing_draws_are_left_out_and_counted() {
        Draws draws = draws(10, Double.NaN, 20, 0);
        assertThat(draws.size()).isEqualTo(4);
        assertThat(draws.missing(SUPPLY)).isEqualTo(1);
        assertThat(draws.mean(SUPPLY)).isEqualTo(10);
        assertThat(draws.percentile(SUPPLY, 0.5)).isEqualTo(10);
        assertThat(draws.shareAtLeast(SUPPLY, 10)).isEqualTo(2 / 3.0);
        assertThat(draws.shareTrue(SUPPLY)).isEqualTo(2 / 3.0);
        assertThat(draws.value(SUPPLY, 1)).isNaN();
    }

    @Test
    void where_nothing_is_known_there_is_no_mean() {
        Draws draws = draws(Double.NaN, Double.NaN);
        assertThat(draws.mean(SUPPLY)).isNaN();
        assertThat(draws.percentile(SUPPLY, 0.5)).isNaN();
        assertThat(draws.shareAtLeast(SUPPLY, 0)).isNaN();
        assertThat(draws.shareTrue(SUPPLY)).isNaN();
    }

    @Test
    void nobody_changes_the_draws_afterwards() {
        Draws draws = draws(1, 2);
        draws.values(SUPPLY)[1] = 99;
        draws.percentile(SUPPLY, 0.5);
        assertThat(draws.values(SUPPLY)).containsExactly(1, 2);
    }

    @Test
    void mistakes_are_named() {
        Draws draws = draws(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draws.percentile(SUPPLY, 90))
                .withMessage("A percentile is asked for by a share between 0 and 1, such as 0.9, not by 90.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> draws.mean(SHORT))
                .withMessage("'short' is none of the outputs [supply]. Name it when preparing the simulation.");
    }
}
