package org.lodestone.reports.internal.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    @Timeout(30)
    void a_failure_stops_the_other_thread_and_is_told_once_that_has_ended(int failing) {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        IntConsumer worker = block -> {
            if (block == failing) {
                Uninterruptibles.awaitUninterruptibly(begun);
                throw new IllegalStateException("block " + block);
            }
            begun.countDown();
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(200)); // takes its time to put things in order
            ended.set(true);
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Blocks.workOut(2, 2, () -> worker))
                .withMessage("block " + failing);

        assertThat(interrupted).isTrue();
        assertThat(ended).isTrue();
    }
}
