package org.lodestone.notebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.apache.commons.io.output.TeeOutputStream;

/**
 * A JShell in which one notebook runs after another, each with nothing but what a startup script prepares.
 *
 * <p>Starting Java and compiling the startup script takes longer than a notebook does. What a notebook declares is dropped when
 * it has run; a property of all of Java that it sets stays.
 */
final class NotebookShell implements AutoCloseable {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final JShell shell;
    private final List<String> faultsOfStartup;
    private final Set<Snippet> startup;

    /**
     * A shell.
     *
     * @param startup the script that prepares every notebook
     * @param folder where notebooks and the files beside them are
     * @param shown where what they print is shown as it comes
     */
    NotebookShell(String startup, Path folder, OutputStream shown) {
        PrintStream out = new PrintStream(new TeeOutputStream(printed, shown), true, StandardCharsets.UTF_8);
        this.shell = JShell.builder()
                .out(out)
                .err(out)
                .remoteVMOptions(
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Dlodestone.notebooks=" + folder,
                        "-Dlodestone.pictures=" + System.getProperty("lodestone.pictures", ""),
                        "-Djava.awt.headless=true",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC")
                .build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        Runner runner = new Runner(shell, new ArrayList<>());
        runner.run(startup);
        this.faultsOfStartup = runner.faults;
        this.startup = shell.snippets().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Runs a script from its first line to its last. */
    Notebook run(String script) {
        printed.reset();
        Runner runner = new Runner(shell, new ArrayList<>());
        runner.faults.addAll(faultsOfStartup);
        runner.run(script);
        runner.unresolved();
        forget();
        return new Notebook(ImmutableList.copyOf(runner.faults), printed.toString(StandardCharsets.UTF_8));
    }

    /** Drops what a script has declared, the last first, and declares again what it had said in another way. */
    private void forget() {
        List<Snippet> declared = shell.snippets()
                .filter(snippet -> !startup.contains(snippet))
                .filter(snippet ->
                        snippet.kind().isPersistent() && shell.status(snippet).isActive())
                .toList();
        Lists.reverse(declared).forEach(shell::drop);
        for (Snippet prepared : List.copyOf(startup)) {
            if (prepared.kind().isPersistent() && !shell.status(prepared).isActive()) {
                startup.remove(prepared);
                shell.eval(prepared.source()).forEach(event -> startup.add(event.snippet()));
            }
        }
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Feeds a shell one snippet after another. */
    private record Runner(JShell shell, List<String> faults) {

        private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*/[a-z!?-]\\S*");

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
