package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sort against that of the JDK, for numbers that radix sorts find hard. */
class AscendingTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 601, 5_000})
    void it_finds_what_a_sorted_array_has(int count) {
        Random random = new Random(count);
        holdsFor(count, random::nextGaussian);
        holdsFor(count, () -> Math.exp(20 * random.nextGaussian()));
        holdsFor(count, () -> random.nextInt(3));
        holdsFor(count, () -> 2026);
        holdsFor(count, () -> random.nextBoolean() ? 0.0 : -0.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 601, 5_000})
    void it_tells_numbers_apart_that_differ_in_their_last_bits_only(int count) {
        Random random = new Random(count);
        holdsFor(count, () -> 1_000_000 + random.nextInt(1_000_000) * 1e-9);
        holdsFor(count, () -> -1 - random.nextInt(count) * Math.ulp(1.0));
    }

    private static void holdsFor(int count, DoubleSupplier numbers) {
        double[] values = IntStream.range(0, count)
                .mapToDouble(i -> numbers.getAsDouble() + 0.0)
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Ascending ascending = new Ascending(count + 1).sort(values, count);

        assertThat(IntStream.range(0, count).mapToDouble(ascending::at)).containsExactly(boxed(sorted));
        assertThat(IntStream.range(0, count).map(ascending::place)).doesNotHaveDuplicates();
        for (int k = 1; k < count; k++) {
            if (sorted[k] == sorted[k - 1]) {
                assertThat(ascending.place(k)).isGreaterThan(ascending.place(k - 1));
            }
        }
    }

    private static Double[] boxed(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
