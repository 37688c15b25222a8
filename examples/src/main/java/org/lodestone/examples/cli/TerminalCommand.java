package org.lodestone.examples.cli;

import java.util.concurrent.Callable;

/** A command, with where it writes and the datasets that it knows. Its result is the exit code. */
abstract class TerminalCommand implements Callable<Integer> {

    final Terminal terminal;
    final Bundled bundled;

    TerminalCommand(Terminal terminal, Bundled bundled) {
        this.terminal = terminal;
        this.bundled = bundled;
    }
}
