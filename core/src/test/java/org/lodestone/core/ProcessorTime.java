package org.lodestone.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Holds what is done to a time of the processor, which is the same however much else the machine is doing. */
public final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /** Fails as soon as the action has taken more than {@code most}, or where it fails itself. */
    public static void assertAtMost(Duration most, Runnable action) {
        FutureTask<Long> task = new FutureTask<>(() -> {
            action.run();
            return THREADS.getCurrentThreadCpuTime();
        });
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        try {
            while (!task.isDone()) {
                thread.join(50);
                assertThat(Duration.ofNanos(THREADS.getThreadCpuTime(thread.getId())))
                        .as("time of the processor so far")
                        .isLessThan(most);
            }
            assertThat(Duration.ofNanos(task.get())).isLessThan(most);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
