package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.thread.Blocks;

/** One run of a compiled model, by any number of threads. */
final class BlockRun {

    private final CompiledModel compiled;
    private final CompiledModel.Source source;
    private final int draws;
    private final LongConsumer progress;
    private final double[][] results;
    private long done;

    BlockRun(CompiledModel compiled, CompiledModel.Source source, int draws, LongConsumer progress) {
        this.compiled = compiled;
        this.source = source;
        this.draws = draws;
        this.progress = progress;
        this.results = new double[compiled.outputs().size()][draws];
    }

    Draws draws(ImmutableSet<Key> outputs, int threads) {
        Blocks.workOut((draws - 1) / DriverDraws.BLOCK + 1, threads, this::worker);
        ImmutableMap.Builder<Key, double[]> columns = ImmutableMap.builder();
        for (int i = 0; i < results.length; i++) {
            columns.put(outputs.asList().get(i), results[i]);
        }
        return new Draws(columns.build(), draws);
    }

    private IntConsumer worker() {
        Worker worker = new Worker(compiled, source, draws);
        return block -> {
            int at = block * DriverDraws.BLOCK;
            int n = Math.min(DriverDraws.BLOCK, draws - at);
            worker.run(block, n, results, at);
            tell(n);
        };
    }

    private synchronized void tell(int more) {
        done += more;
        progress.accept(done);
    }
}
