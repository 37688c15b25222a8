package org.lodestone.examples.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints the help of a command, as {@code --help} of that command does. */
@Command(description = "Show the help of a command, or which commands there are.")
final class HelpCommand extends TerminalCommand {

    static final String NAME = "help";

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to show the help of")
    private Optional<String> name = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine all = spec.commandLine().getParent();
        CommandLine asked = name.map(one -> named(one, all)).orElse(all);
        terminal().out().print(asked.getUsageMessage());
        return Lodestone.FINE;
    }

    private static CommandLine named(String name, CommandLine all) {
        return Optional.ofNullable(all.getSubcommands().get(name))
                .orElseThrow(() -> new UnmatchedArgumentException(all, List.of(name)));
    }
}
