package org.lodestone.excel.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import com.google.common.collect.ImmutableMap;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A moment of the work that a fuzzer does for minutes: no reader throws what it does not declare. */
class FuzzTest {

    private static final ImmutableMap<Consumer<byte[]>, Integer> TARGETS =
            ImmutableMap.<Consumer<byte[]>, Integer>builder()
                    .put(DatasetFuzz::fuzzerTestOneInput, 15)
                    .put(UniverseFuzz::fuzzerTestOneInput, 400)
                    .put(WorkbookFuzz::fuzzerTestOneInput, 400)
                    .put(WindFuzz::fuzzerTestOneInput, 200)
                    .put(TushareFuzz::fuzzerTestOneInput, 200)
                    .put(SecFuzz::fuzzerTestOneInput, 200)
                    .put(MappedFuzz::fuzzerTestOneInput, 200)
                    .put(UsgsFuzz::fuzzerTestOneInput, 30)
                    .put(PackFuzz::fuzzerTestOneInput, 2)
                    .buildOrThrow();

    @Test
    void changes_at_random_end_in_problems_and_never_in_a_crash() {
        Random random = new Random(20261126);
        TARGETS.forEach((target, times) -> {
            target.accept(new byte[0]);
            for (int i = 0; i < times; i++) {
                byte[] data = new byte[random.nextInt(60)];
                random.nextBytes(data);
                assertDoesNotThrow(() -> target.accept(data));
            }
        });
    }
}
