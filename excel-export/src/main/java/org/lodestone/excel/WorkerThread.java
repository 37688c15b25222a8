package org.lodestone.excel;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.poi.util.LocaleUtil;

/**
 * A thread beside the caller's, which does one piece of work after the other.
 *
 * <p>POI and what it stands on keep things by thread: the user's locale and time zone, and caches. All that works with POI is
 * done on such a thread, which ends with the work: so the caller's threads keep what they had, and no caller's locale is in
 * a file.
 */
final class WorkerThread implements AutoCloseable {

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> thread("works on a document", work));

    private final List<Future<?>> begun = new ArrayList<>();

    /** A thread that does not hold up the end of the program. */
    static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    QuietLogging.keep();
                    LocaleUtil.setUserLocale(Locale.ROOT);
                    LocaleUtil.setUserTimeZone(TimeZone.getTimeZone("UTC"));
                    work.run();
                },
                name);
        thread.setDaemon(true);
        return thread;
    }

    /** The result of work that is done on a thread of its own, for which the caller waits. */
    static <T> T done(Callable<T> work) throws IOException {
        try (WorkerThread worker = new WorkerThread()) {
            return worker.begin(work).get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The result of a piece of work: to ask for it is to wait, and throws what the work throws. */
    <T> Supplier<T> begin(Callable<T> work) {
        Future<T> future = thread.submit(work);
        begun.add(future);
        return () -> result(future);
    }

    /** Waits until all that was begun is done, and throws what any of it throws. */
    void finish() {
        begun.forEach(WorkerThread::result);
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
            throw new CancellationException("The work on a document was interrupted.");
        }
    }

    /** Leaves what was not begun. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
