package org.lodestone.examples.notebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A JShell script that was run from its first line to its last.
 *
 * <p>The {@code jshell} command ends well whatever happened, so that a script which is only piped through it is not tested.
 * Here everything that went wrong is named.
 *
 * @param faults what went wrong, in order
 * @param printed what the script printed
 */
record Notebook(ImmutableList<String> faults, String printed) {

    /** What a script prints last. Without it, a script that stops half way would look like one that is done. */
    static final String END = "End of notebook.";

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*/[a-z!?-]\\S*");

    /** Runs a script after another one that prepares it. */
    static Notebook run(String startup, String script) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        List<String> faults = new ArrayList<>();
        try (JShell shell = JShell.builder()
                .out(out)
                .err(out)
                .remoteVMOptions("-Dfile.encoding=UTF-8", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            Runner runner = new Runner(shell, faults);
            runner.run(startup);
            runner.run(script);
            runner.unresolved();
        }
        String text = printed.toString(StandardCharsets.UTF_8);
        if (!END.equals(Iterables.getLast(text.lines().toList(), ""))) {
            faults.add("It does not end by printing '" + END + "'.");
        }
        return new Notebook(ImmutableList.copyOf(faults), text);
    }

    /** Feeds a shell one snippet after another. */
    private static final class Runner {

        private final JShell shell;
        private final List<String> faults;

        Runner(JShell shell, List<String> faults) {
            this.shell = shell;
            this.faults = faults;
        }

        /** Takes a script line by line, as the tool does: what could end at the end of a line ends there. */
        void run(String script) {
            StringBuilder left = new StringBuilder();
            for (String line : script.lines().toList()) {
                String rest = runComplete(left.append(line).append('\n').toString());
                left.setLength(0);
                left.append(rest);
            }
            if (!left.toString().isBlank()) {
                faults.add("It ends within a snippet: " + left.toString().strip());
            }
        }

        /** Runs the snippets that are complete, and gives what is left. */
        private String runComplete(String script) {
            String left = script;
            while (!left.isBlank()) {
                CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(left);
                switch (next.completeness()) {
                    case EMPTY -> {
                        return "";
                    }
                    case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                        return left;
                    }
                    default -> eval(next.source());
                }
                left = next.remaining();
            }
            return left;
        }

        private void eval(String source) {
            var command = COMMAND.matcher(source);
            if (command.find()) {
                faults.add("A command of the jshell tool is no Java: "
                        + command.group().strip());
                return;
            }
            try {
                shell.eval(source).forEach(this::note);
            } catch (IllegalStateException e) {
                faults.add("It ended Java before: " + source.strip());
            }
        }

        private void note(SnippetEvent event) {
            Snippet snippet = event.snippet();
            String source = snippet.source().strip();
            JShellException thrown = event.exception();
            if (thrown != null) {
                String name = thrown instanceof EvalException eval ? eval.getExceptionClassName() : "unresolved";
                faults.add("It throws " + name + " (" + thrown.getMessage() + "): " + source);
            }
            if (event.status() == Status.REJECTED) {
                shell.diagnostics(snippet)
                        .forEach(problem -> faults.add(problem.getMessage(Locale.ROOT) + ": " + source));
            }
            if (event.causeSnippet() != null && snippet.kind() == Kind.VAR && event.previousStatus() == Status.VALID) {
                faults.add("It loses its value to '"
                        + event.causeSnippet().source().strip() + "': " + source);
            }
        }

        /** Names what was declared with something that never came. */
        void unresolved() {
            shell.snippets()
                    .filter(snippet -> shell.status(snippet) == Status.RECOVERABLE_DEFINED
                            || shell.status(snippet) == Status.RECOVERABLE_NOT_DEFINED)
                    .forEach(snippet -> faults.add("It never says what "
                            + String.join(
                                    ", ",
                                    shell.unresolvedDependencies((jdk.jshell.DeclarationSnippet) snippet)
                                            .toList())
                            + " is: " + snippet.source().strip()));
        }
    }
}
