package org.lodestone.reports.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class BlocksTest {

    @Test
    void a_failure_is_told_once_nothing_is_worked_on_any_more() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        IntConsumer worker = block -> {
            if (block == 0) {
                await(begun);
                throw new IllegalStateException("block 0");
            }
            begun.countDown();
            await(new CountDownLatch(1));
            done.set(true);
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Blocks.workOut(2, 2, () -> worker))
                .withMessage("block 0");

        assertThat(done).isTrue();
    }

    /** Waits for what is counted down, or a moment. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
