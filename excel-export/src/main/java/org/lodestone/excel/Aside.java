package org.lodestone.excel;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** A second thread, which does one piece of work after the other while the writing of a workbook goes on. */
final class Aside implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "writes a workbook");
        one.setDaemon(true);
        return one;
    });

    private final List<Future<?>> begun = new ArrayList<>();

    /** The result of a piece of work: to ask for it is to wait, and throws what the work throws. */
    <T> Supplier<T> begin(Callable<T> work) {
        Future<T> future = thread.submit(work);
        begun.add(future);
        return () -> result(future);
    }

    /** Waits until all that was begun is done, and throws what any of it throws. */
    void finish() {
        begun.forEach(Aside::result);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = requireNonNullElse(e.getCause(), e);
            Throwables.throwIfUnchecked(cause);
            if (cause instanceof IOException unwritten) {
                throw new UncheckedIOException(unwritten);
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The writing of a workbook was interrupted.");
        }
    }

    /** Leaves what was not begun. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
