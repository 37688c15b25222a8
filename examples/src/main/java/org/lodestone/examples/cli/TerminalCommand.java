package org.lodestone.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** A command, with where it writes and the datasets that it knows. Its result is the exit code. */
abstract class TerminalCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private Lodestone lodestone;

    Terminal terminal() {
        return lodestone.terminal;
    }

    Bundled bundled() {
        return lodestone.bundled;
    }
}
