package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private void run(boolean watched, Duration patience) {
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), () -> watched, 80);
        try (Progress progress = new Progress("Drawing", 60_000, terminal, patience)) {
            progress.at(256);
            progress.at(60_000);
        }
        terminal.flush();
    }

    @Test
    void a_long_run_shows_how_far_it_is_and_wipes_it_away() {
        run(true, Duration.ZERO);

        assertThat(err.toString()).contains("Drawing 100%", "60000/60000").endsWith("\r" + " ".repeat(78) + "\r");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_short_run_shows_nothing() {
        run(true, Duration.ofHours(1));

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void where_nobody_watches_nothing_is_shown() {
        run(false, Duration.ZERO);

        assertThat(err.toString()).isEmpty();
    }
}
