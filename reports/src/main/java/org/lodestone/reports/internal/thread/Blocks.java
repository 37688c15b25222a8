package org.lodestone.reports.internal.thread;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.MoreExecutors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Work that falls into blocks, done by any number of threads. */
public final class Blocks {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Blocks() {}

    /**
     * Has every block worked out once, by one of the workers.
     *
     * <p>Which worker gets which blocks depends on chance. A result that must not depend on it is kept by block, or is a
     * sum of whole numbers over the workers.
     *
     * @param blocks how many there are; a worker is told their numbers, from 0
     * @param worker makes a worker for each thread, which has it for itself
     * @return the workers, one for each thread that was of use
     */
    public static <W extends IntConsumer> ImmutableList<W> workOut(int blocks, int threads, Supplier<W> worker) {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
        AtomicInteger next = new AtomicInteger();
        if (threads == 1) {
            return ImmutableList.of(work(worker.get(), next, blocks));
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, Blocks::thread);
        try {
            CompletionService<W> running = new ExecutorCompletionService<>(pool);
            int started = Math.min(threads, blocks);
            for (int i = 0; i < started; i++) {
                running.submit(() -> work(worker.get(), next, blocks));
            }
            ImmutableList.Builder<W> workers = ImmutableList.builder();
            for (int i = 0; i < started; i++) {
                workers.add(running.take().get()); // whichever ends first, so that no failure waits for another's work
            }
            return workers.build();
        } catch (ExecutionException e) {
            Throwable cause = requireNonNullElse(e.getCause(), e);
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was interrupted.");
        } finally {
            next.set(blocks); // after a failure the others stop as well
            pool.shutdownNow();
            MoreExecutors.shutdownAndAwaitTermination(pool, PATIENCE); // what they took is free for whoever tells of it
        }
    }

    /** The results of several pieces of work, in their order, done by any number of threads. */
    public static <T> ImmutableList<T> results(List<Supplier<T>> work, int threads) {
        Map<Integer, T> results = new ConcurrentSkipListMap<>();
        workOut(
                work.size(),
                threads,
                () -> block -> results.put(block, work.get(block).get()));
        return ImmutableList.copyOf(results.values());
    }

    /** One that does not hold up the end of the program. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "works out blocks");
        thread.setDaemon(true);
        return thread;
    }

    private static <W extends IntConsumer> W work(W worker, AtomicInteger next, int blocks) {
        int block;
        while ((block = next.getAndIncrement()) < blocks) {
            worker.accept(block);
        }
        return worker;
    }
}
