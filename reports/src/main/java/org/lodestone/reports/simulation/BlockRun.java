package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.thread.Blocks;
import org.lodestone.reports.simulation.Simulation.DrawRange;

/** One run of a compiled model, by any number of threads. */
final class BlockRun {

    private final CompiledModel compiled;
    private final CompiledModel.Source source;
    private final DrawRange range;
    private final LongConsumer progress;
    private final int blocks;
    private final double[][] results;
    private long done;

    BlockRun(CompiledModel compiled, CompiledModel.Source source, DrawRange range, LongConsumer progress) {
        this.compiled = compiled;
        this.source = source;
        this.range = range;
        this.progress = progress;
        this.blocks = (range.count() - 1) / CompiledModel.BLOCK + 1;
        this.results = new double[compiled.outputs().size()][range.count()];
    }

    Draws draws(ImmutableSet<Key> outputs, int threads) {
        Blocks.workOut(blocks, threads, this::worker);
        ImmutableMap.Builder<Key, double[]> columns = ImmutableMap.builder();
        for (int i = 0; i < results.length; i++) {
            columns.put(outputs.asList().get(i), results[i]);
        }
        return new Draws(columns.build(), range.count());
    }

    private IntConsumer worker() {
        Worker worker = new Worker(compiled, source, range.count());
        return block -> {
            int at = block * CompiledModel.BLOCK;
            int n = Math.min(CompiledModel.BLOCK, range.count() - at);
            worker.run(range.first() / CompiledModel.BLOCK + block, n, results, at);
            tell(n);
        };
    }

    private synchronized void tell(int draws) {
        done += draws;
        progress.accept(done);
    }
}
