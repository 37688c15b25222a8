package org.lodestone.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.lodestone.core.text.Visible;

/**
 * Where a command writes: results to {@code out}, progress and problems to {@code err}.
 *
 * @param watched whether {@code err} is a terminal, before which somebody may sit, and not a file
 */
record Terminal(PrintWriter out, PrintWriter err, BooleanSupplier watched) {

    /** Whatever a command prints goes through here, and nothing in it commands a terminal. */
    Terminal {
        out = new PrintWriter(Visible.writer(out), true);
        err = new PrintWriter(Visible.writer(err), true);
    }

    /** The streams of this process, in UTF-8 whatever the machine's locale. */
    static Terminal ofProcess() {
        return new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err), Terminal::isErrorATerminal);
    }

    /** Java tells only whether input and output both are terminals; JLine asks the shell's {@code test} instead. */
    private static boolean isErrorATerminal() {
        try {
            return TerminalProvider.load("exec").isSystemStream(SystemStream.Error);
        } catch (IOException e) {
            return false;
        }
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /** Text in one line, with its control characters made visible, so that data neither breaks a line nor commands a terminal. */
    static String visible(String text) {
        return Visible.text(text);
    }
}
