package org.lodestone.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.output.ProxyWriter;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.ExecHelper;
import org.lodestone.core.internal.text.Visible;

/**
 * Where a command writes: results to {@code out}, progress and problems to {@code err}. What is for people is wrapped to the columns
 * of the terminal; what is for programs, {@code data}, goes to the same place as results and is written as it is.
 */
final class Terminal {

    /** Neither too narrow for a table nor too wide to read, where nothing says how wide the terminal is. */
    static final int USUAL_COLUMNS = 120;

    /** Fewer would leave no room for a word and a number. */
    private static final int FEWEST_COLUMNS = 20;

    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ ([1-9]\\d{0,5})");

    private final Kept results;
    private final PrintWriter out;
    private final PrintWriter data;
    private final PrintWriter err;
    private final BooleanSupplier watched;
    private final int columns;

    /**
     * Whatever a command prints goes through here, and nothing in it commands a terminal.
     *
     * @param watched whether {@code err} is a terminal, before which somebody may sit, and not a file
     * @param columns the width of the terminal in characters
     */
    Terminal(Writer out, Writer err, BooleanSupplier watched, int columns) {
        this.columns = Math.max(FEWEST_COLUMNS, columns);
        this.results = new Kept(out);
        this.out = new PrintWriter(Visible.writer(Wrap.writer(results, this.columns)), true);
        this.data = new PrintWriter(Visible.writer(results), true);
        this.err = new PrintWriter(Visible.writer(Wrap.writer(err, this.columns)), true);
        this.watched = watched;
    }

    /** The streams of this process, in UTF-8 whatever the machine's locale. */
    static Terminal ofProcess() {
        return new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Terminal::isErrorATerminal,
                columns(Optional.ofNullable(System.getenv("COLUMNS"))));
    }

    /** The width that the environment states, or else that of the terminal, or else the usual one. */
    static int columns(Optional<String> environment) {
        return environment
                .map(String::strip)
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::parseInt)
                .or(Terminal::columnsOfTerminal)
                .orElse(USUAL_COLUMNS);
    }

    /**
     * The width that {@code stty} states; empty where nobody types, or there is no such command. Java is asked first whether anybody does,
     * since to start a command takes a twentieth of a second.
     */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on there always is one, and stty is asked in vain
    private static Optional<Integer> columnsOfTerminal() {
        if (System.console() == null) {
            return Optional.empty();
        }
        try {
            Matcher size = ROWS_AND_COLUMNS.matcher(ExecHelper.exec(true, "stty", "size"));
            return size.lookingAt() ? Optional.of(Integer.parseInt(size.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Java tells only whether input and output both are terminals; JLine asks the shell's {@code test} instead. */
    private static boolean isErrorATerminal() {
        try {
            return TerminalProvider.load("exec").isSystemStream(SystemStream.Error);
        } catch (IOException e) {
            return false;
        }
    }

    private static Writer utf8(FileDescriptor stream) {
        return new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8);
    }

    /** Keeps the first failure, which a {@link PrintWriter} over it does not tell. */
    private static final class Kept extends ProxyWriter {

        private Optional<IOException> failure = Optional.empty();

        Kept(Writer out) {
            super(out);
        }

        @Override
        protected void handleIOException(IOException e) throws IOException {
            failure = failure.or(() -> Optional.of(e));
            throw e;
        }
    }

    /** For people: lines are wrapped to the width of the terminal. */
    PrintWriter out() {
        return out;
    }

    /** For programs: results as they are. */
    PrintWriter data() {
        return data;
    }

    PrintWriter err() {
        return err;
    }

    /** Prints a line for people. */
    void say(String line) {
        out.println(line);
    }

    /** Prints a line on what is wrong or in doubt. */
    void warn(String line) {
        err.println(line);
    }

    BooleanSupplier watched() {
        return watched;
    }

    /** The number of characters that fit on a line. */
    int columns() {
        return columns;
    }

    /** Prints a table for people, as wide as the terminal is. */
    void print(PlainTable<?> table) {
        table.lines(columns).forEach(out::println);
    }

    void flush() {
        out.flush();
        data.flush();
        err.flush();
    }

    /** Writes what is left to be written. The failure that kept results from being written, if any did. */
    Optional<IOException> finish() {
        flush();
        return results.failure;
    }

    /** Text in one line, with its control characters made visible, so that data neither breaks a line nor commands a terminal. */
    static String visible(String text) {
        return Visible.text(text);
    }
}
