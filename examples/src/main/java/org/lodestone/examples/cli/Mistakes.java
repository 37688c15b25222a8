package org.lodestone.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.UnknownIdException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in words that help, and gives the exit code. A user's mistake shows no stack trace. */
final class Mistakes {

    private static final int LONGEST = 300;

    private static final char UNKNOWN_LETTER = '\uFFFD';
    private static final Pattern IN_THE_WEB =
            Pattern.compile("(?:-[^=]*=)?((?:https?|ftp)://.*)", Pattern.CASE_INSENSITIVE);
    private static final String NOBODY_READS = "Broken pipe";

    private Mistakes() {}

    static int inArguments(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        String message = String.valueOf(mistake.getMessage());
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            message = unmatched(command, unmatched);
        } else if (isNoneOf(mistake)) {
            OptionSpec option = (OptionSpec) mistake.getArgSpec();
            message = "'" + mistake.getValue() + "' is not a value of " + option.longestName() + ". "
                    + UnknownIdException.remedy(mistake.getValue(), option.completionCandidates(), "");
        } else if (!command.getSubcommands().isEmpty()) {
            message = "A command is missing. " + remedy("", command);
        }
        command.getErr().println(message);
        command.getErr().println("See '" + name(command) + " --help'.");
        return Lodestone.WRONG_USE;
    }

    /** Whether an option that takes one of a few words was given another. */
    private static boolean isNoneOf(ParameterException mistake) {
        return mistake.getArgSpec() != null
                && mistake.getArgSpec().isOption()
                && mistake.getArgSpec().completionCandidates() != null
                && mistake.getValue() != null;
    }

    /** The path that somebody types; refuses what can be none, in words that do not speak of Java. */
    static Path path(String text) {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new TypeConversionException(
                "'" + text + "' cannot be the name of a file. Write one without hidden characters.");
    }

    private static String unmatched(CommandLine command, UnmatchedArgumentException mistake) {
        List<String> left = mistake.getUnmatched();
        String word = left.isEmpty() ? "" : left.get(0).replaceFirst("=.*", "");
        if (mistake.isUnknownOption()) {
            List<String> options = command.getCommandSpec().options().stream()
                    .map(option -> option.longestName())
                    .toList();
            return "'" + word + "' is not an option of " + name(command) + ". "
                    + UnknownIdException.remedy(word, options, "");
        }
        if (!command.getSubcommands().isEmpty()) {
            return "'" + word + "' is not a command. " + remedy(word, command);
        }
        return "'" + word + "' is one argument too many.";
    }

    static int inExecution(Exception mistake, CommandLine command, boolean debug) {
        if (mistake instanceof WrongUse) {
            command.getErr().println(mistake.getMessage());
            if (debug && mistake instanceof Extensions.Failure) {
                mistake.printStackTrace(command.getErr());
            }
            return Lodestone.WRONG_USE;
        }
        if (mistake instanceof DataException unsound) {
            DatasetCheck.lines(unsound.problems()).forEach(command.getErr()::println);
            command.getErr()
                    .println("Nothing was made. To fix first: " + OneLine.count(unsound.problems(), "problem") + ".");
            return Lodestone.PROBLEMS;
        }
        return fault(mistake, command.getErr(), debug);
    }

    /**
     * Refuses an argument in which Java put a mark in place of bytes that are no letters in the encoding of the machine: a file of
     * that name would be another one.
     */
    static void requireKnownLetters(String... args) {
        for (String arg : args) {
            if (arg.indexOf(UNKNOWN_LETTER) >= 0) {
                throw new WrongUse(
                        "'" + arg + "' has bytes that are no letters in UTF-8, so that it would name another file."
                                + " Give it a name in UTF-8, and set LC_ALL=C.UTF-8 where no other locale of UTF-8 is set.");
            }
        }
    }

    /** Refuses an address in the web where a file or folder is meant, which would only be told as one that is not there. */
    static void requireHere(String... args) {
        for (String arg : args) {
            Matcher address = IN_THE_WEB.matcher(arg);
            if (address.matches()) {
                throw new WrongUse(
                        "'" + address.group(1)
                                + "' is a web address, and Lodestone reads what is on this machine. Download it, and give its path.");
            }
        }
    }

    /** Says that results could not be written, and gives the exit code. Who stops reading them, as {@code head} does, needs no telling. */
    static int inOutput(IOException failure, int code, Terminal terminal) {
        String reason = String.valueOf(failure.getMessage());
        if (!reason.equals(NOBODY_READS)) {
            terminal.warn("The results could not be written in full: " + reason + ".");
            terminal.flush();
        }
        return code == Lodestone.FINE || code == Lodestone.NOTHING_NEW ? Lodestone.PROBLEMS : code;
    }

    /** Reports a fault that no user of a command can have caused: a line, and the trace only for who asks for it. */
    static int fault(Throwable fault, PrintWriter err, boolean debug) {
        String message = String.valueOf(fault.getMessage());
        String words = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        err.println("This is a fault in Lodestone: " + fault.getClass().getSimpleName() + ", " + Terminal.visible(words)
                + ". Please report it, with what --debug prints.");
        if (debug) {
            fault.printStackTrace(err);
        }
        return Lodestone.FAULT;
    }

    /** The nearest command, or all. */
    private static String remedy(String word, CommandLine command) {
        Set<String> commands = command.getSubcommands().keySet();
        return UnknownIdException.remedy(word, commands, "Use one of: " + String.join(", ", commands) + ".");
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }
}
