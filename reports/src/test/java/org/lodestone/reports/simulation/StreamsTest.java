package org.lodestone.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

class StreamsTest {

    private static final int BLOCKS = 400;
    private static final long DRIVER = Streams.driver(Term.of("delay").key());

    /** A stream that is another one shifted repeats its numbers; among 53-bit numbers no two should be the same. */
    private static long repeated(long[] seeds, long[] drivers, int blocks) {
        List<Double> all = new ArrayList<>();
        for (long seed : seeds) {
            for (long driver : drivers) {
                for (int block = 0; block < blocks; block++) {
                    Streams.of(seed, driver, block).doubles(DriverDraws.BLOCK).forEach(all::add);
                }
            }
        }
        return all.size() - Set.copyOf(all).size();
    }

    @Test
    void no_block_repeats_the_numbers_of_another() {
        assertThat(repeated(new long[] {42}, new long[] {DRIVER}, BLOCKS)).isZero();
    }

    @Test
    void neighbouring_seeds_and_drivers_share_no_numbers() {
        assertThat(repeated(new long[] {0, 1, 2, 3}, new long[] {0, 1, 2, 3, DRIVER}, 20))
                .isZero();
    }

    @Test
    void the_test_for_repeated_numbers_finds_a_shifted_stream() {
        long step = 0x9E3779B97F4A7C15L;
        double[] first = new SplittableRandom(step).doubles(DriverDraws.BLOCK).toArray();
        double[] second =
                new SplittableRandom(2 * step).doubles(DriverDraws.BLOCK).toArray();
        assertThat(Arrays.copyOf(second, DriverDraws.BLOCK - 1))
                .containsExactly(Arrays.copyOfRange(first, 1, DriverDraws.BLOCK));
    }

    @Test
    void means_of_blocks_vary_as_those_of_independent_draws() {
        // the mean of 256 uniform draws has the variance 1/12/256
        double[] means = new double[BLOCKS];
        for (int block = 0; block < BLOCKS; block++) {
            means[block] = Streams.of(42, DRIVER, block)
                    .doubles(DriverDraws.BLOCK)
                    .average()
                    .orElseThrow();
        }
        double variance =
                Arrays.stream(means).map(m -> (m - 0.5) * (m - 0.5)).average().orElseThrow();
        assertThat(variance * 12 * DriverDraws.BLOCK).isCloseTo(1, within(4 * Math.sqrt(2.0 / BLOCKS)));
    }

    @Test
    void a_driver_is_known_by_its_text_on_every_machine() {
        // FarmHash Fingerprint64 of "delay\nMountain Pass\n2026\n"; another number would change every seeded result
        assertThat(Streams.driver(
                        Term.of("delay").of(Subject.of("Mountain Pass")).at(Period.year(2026))))
                .isEqualTo(-4036529584923834395L);
    }

    @Test
    void parts_of_a_key_do_not_run_together() {
        assertThat(Streams.driver(Term.of("a, b").key()))
                .isNotEqualTo(Streams.driver(Term.of("a").of(Subject.of("b"))));
    }
}
