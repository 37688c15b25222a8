package org.lodestone.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where a command writes: results to {@code out}, progress and problems to {@code err}. */
record Terminal(PrintWriter out, PrintWriter err) {

    /** The streams of this process, in UTF-8 whatever the machine's locale. */
    static Terminal ofProcess() {
        return new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /** Text with its control characters made visible, so that data neither breaks a line nor commands a terminal. */
    static String visible(String text) {
        return text.codePoints()
                .map(c -> c < ' ' ? 0x2400 + c : c == 0x7F ? 0x2421 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
