package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.robustness.RankAcceptability.CompanyRanks;
import org.lodestone.reports.robustness.Robustness.RankBand;

class RankBandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2   | rank 1, rank 2
            16  | ranks 11 to 16
            50  | ranks 11 to 20, ranks 21 to 50
            200 | ranks 11 to 20, ranks 21 to 50, ranks 51 to 100, ranks 101 to 200
            """)
    void of_many_companies_only_the_best_ranks_stand_alone(int companies, String last) {
        String bands = RankBand.of(companies).stream().map(RankBand::toString).collect(Collectors.joining(", "));

        assertThat(bands).startsWith("rank 1, rank 2").endsWith(last);
    }

    @Test
    void every_rank_is_in_one_band_so_that_their_shares_sum_to_one() {
        for (int companies = 1; companies <= 700; companies++) {
            assertThat(RankBand.of(companies).stream()
                            .flatMapToInt(band -> IntStream.rangeClosed(band.first(), band.last())))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, companies).boxed().toList());
        }
    }

    @Test
    void a_band_counts_the_draws_of_all_its_ranks() {
        int[] times = new int[20];
        times[9] = 3;
        times[10] = 2;
        times[19] = 5;
        CompanyRanks ranks = new CompanyRanks("X", 10, ImmutableIntArray.copyOf(times), ImmutableMap.of());

        assertThat(new RankBand(10, 10).share(ranks)).isEqualTo(0.3);
        assertThat(new RankBand(11, 20).share(ranks)).isCloseTo(0.7, within(1e-15));
    }
}
