package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.Uninterruptibles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.excel.Workbooks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code lodestone} command. */
@Command(
        name = "lodestone",
        description = "Equity research on resource supply chains, from sourced figures to a live workbook.",
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Lodestone.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:the data has problems, or the results cannot be written",
            "2:the command was used wrongly",
            "3:an import or a comparison found nothing new",
            "70:a fault in Lodestone",
            "130:interrupted"
        })
public final class Lodestone {

    /** The least width that picocli lays help out for. */
    private static final int LEAST_USAGE = 55;

    private static final String PACK = "pack";

    /** The commands by name, in the order of the help. */
    private static final ImmutableMap<String, Supplier<TerminalCommand>> COMMANDS =
            ImmutableMap.<String, Supplier<TerminalCommand>>builder()
                    .put(PACK, PackCommand::new)
                    .put("note", NoteCommand::new)
                    .put("export", ExportCommand::new)
                    .put("check", CheckCommand::new)
                    .put("chain", ChainCommand::new)
                    .put("forecast", ForecastCommand::new)
                    .put("risk", RiskCommand::new)
                    .put("screen", ScreenCommand::new)
                    .put("studies", StudiesCommand::new)
                    .put("value", ValueCommand::new)
                    .put("usgs", UsgsCommand::new)
                    .put("new", NewCommand::new)
                    .put("import", ImportCommand::new)
                    .put("compare", CompareCommand::new)
                    .put("list", ListCommand::new)
                    .put(HelpCommand.NAME, HelpCommand::new)
                    .buildOrThrow();

    private static final int MOST_TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(50);

    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;
    static final int NOTHING_NEW = 3;
    /** A fault of the program, as {@code sysexits.h} numbers it. */
    static final int FAULT = 70;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of a fault in Lodestone or in an extension")
    private boolean debug;

    final Terminal terminal;
    final Bundled bundled;

    private Lodestone(Terminal terminal, Bundled bundled) {
        this.terminal = terminal;
        this.bundled = bundled;
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(PACK)) {
            Workbooks.prepare(); // while the command and its dataset are read
        }
        Terminal terminal = Terminal.ofProcess();
        System.exit(run(terminal, Bundled.find(), args));
    }

    /** Runs a command and gives its exit code, when all that it prints is written. */
    static int run(Terminal terminal, Bundled bundled, String... args) {
        int code = execute(terminal, bundled, args);
        return terminal.finish().map(e -> Mistakes.inOutput(e, code, terminal)).orElse(code);
    }

    private static int execute(Terminal terminal, Bundled bundled, String... args) {
        CommandLine command = commands(terminal, bundled, args);
        Lodestone lodestone = command.getCommand();
        command.setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Mistakes::path)
                .setUsageHelpWidth(Math.max(LEAST_USAGE, terminal.columns()))
                .setParameterExceptionHandler(Mistakes::inArguments)
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                .setExecutionExceptionHandler((mistake, failed, parsed) -> Memory.isShortBy(mistake)
                        ? outOfMemory(terminal, bundled, args)
                        : Mistakes.inExecution(mistake, failed, lodestone.debug));
        try {
            Mistakes.requireKnownLetters(args);
            Mistakes.requireHere(args);
            return command.execute(args);
        } catch (WrongUse e) {
            terminal.err().println(e.getMessage());
            return WRONG_USE;
        } catch (Error e) {
            return Memory.isShortBy(e)
                    ? outOfMemory(terminal, bundled, args)
                    : Mistakes.fault(e, terminal.err(), lodestone.debug);
        }
    }

    /** Other threads hold what memory there is until they end, so that to tell of it may fail at first. */
    private static int outOfMemory(Terminal terminal, Bundled bundled, String... args) {
        for (int tries = 1; ; tries++) {
            try {
                terminal.err().println(Memory.told(bundled, args));
                return FAULT;
            } catch (OutOfMemoryError e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                Uninterruptibles.sleepUninterruptibly(PAUSE);
            }
        }
    }

    /** The command with those that the arguments call for, which {@code help} and {@code --help} list. */
    static CommandLine commands(Terminal terminal, Bundled datasets, String... args) {
        Bundled bundled = new Bundled(datasets.home());
        CommandLine lodestone =
                new CommandLine(new Lodestone(terminal, bundled)).addMixin("extensions", bundled.extensions());
        Predicate<String> called = calledFor(args);
        COMMANDS.forEach((name, command) -> {
            if (called.test(name)) {
                lodestone.addSubcommand(name, command.get());
            }
        });
        return lodestone;
    }

    /** The command that is named, as in {@code pack} or {@code help pack}, since each takes a while to set up; otherwise all. */
    private static Predicate<String> calledFor(String... args) {
        int words = args.length > 0 && args[0].equals(HelpCommand.NAME) ? 2 : 1;
        List<String> named = Stream.of(args)
                .limit(words)
                .filter(COMMANDS::containsKey)
                .distinct()
                .toList();
        return named.size() == words ? named::contains : name -> true;
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "lodestone "
                        + Optional.ofNullable(Lodestone.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
