package org.lodestone.examples.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar that shows how far a long run is. It is seen only on a terminal and only after a while, and it is wiped away at
 * the end.
 */
final class Progress implements AutoCloseable {

    /** A run that is shorter needs no bar. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final int MOST_COLUMNS = 78;
    private static final int INTERVAL_MILLIS = 200;

    private final Terminal terminal;
    private final long seenFrom;
    private final Optional<ProgressBar> bar;
    private volatile boolean seen;

    Progress(String task, long total, Terminal terminal, Duration patience) {
        this.terminal = terminal;
        this.seenFrom = System.nanoTime() + patience.toNanos();
        this.bar = terminal.watched().getAsBoolean() ? Optional.of(bar(task, total)) : Optional.empty();
    }

    private ProgressBar bar(String task, long total) {
        return ProgressBar.builder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(this::show, columns()))
                .build();
    }

    /** One less than the terminal has, on which a full line would begin another. */
    private int columns() {
        return Math.min(MOST_COLUMNS, terminal.columns() - 1);
    }

    private void show(String line) {
        if (System.nanoTime() - seenFrom >= 0) {
            seen = true;
            print("\r" + line);
        }
    }

    private void print(String text) {
        terminal.err().print(text);
        terminal.err().flush();
    }

    /** Tells the part of the total that is done. */
    void at(long done) {
        bar.ifPresent(one -> one.stepTo(done));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        if (seen) {
            print("\r" + " ".repeat(columns()) + "\r");
        }
    }
}
