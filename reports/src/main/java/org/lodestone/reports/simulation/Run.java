package org.lodestone.reports.simulation;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.lodestone.reports.formula.Key;

/** One run of a program, by any number of threads. */
final class Run {

    private final Program program;
    private final Program.Source source;
    private final DrawRange range;
    private final LongConsumer progress;
    private final int blocks;
    private final double[][] results;
    private final AtomicInteger nextBlock = new AtomicInteger();
    private long done;

    Run(Program program, Program.Source source, DrawRange range, LongConsumer progress) {
        this.program = program;
        this.source = source;
        this.range = range;
        this.progress = progress;
        this.blocks = (range.count() - 1) / Program.BLOCK + 1;
        this.results = new double[program.outputs().size()][range.count()];
    }

    Draws draws(ImmutableSet<Key> outputs, int threads) {
        if (threads == 1) {
            work();
        } else {
            workTogether(Math.min(threads, blocks));
        }
        ImmutableMap.Builder<Key, double[]> columns = ImmutableMap.builder();
        for (int i = 0; i < results.length; i++) {
            columns.put(outputs.asList().get(i), results[i]);
        }
        return new Draws(columns.build(), range.count());
    }

    private void work() {
        Worker worker = new Worker(program, source);
        int block;
        while ((block = nextBlock.getAndIncrement()) < blocks) {
            int at = block * Program.BLOCK;
            int n = Math.min(Program.BLOCK, range.count() - at);
            worker.run(range.first() / Program.BLOCK + block, n, results, at);
            tell(n);
        }
    }

    private synchronized void tell(int draws) {
        done += draws;
        progress.accept(done);
    }

    private void workTogether(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(this::work));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            Throwable cause = requireNonNullElse(e.getCause(), e);
            Throwables.throwIfUnchecked(cause);
            throw new IllegalStateException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The simulation was interrupted.");
        } finally {
            nextBlock.set(blocks); // after a failure the others stop as well
            pool.shutdownNow();
        }
    }
}
