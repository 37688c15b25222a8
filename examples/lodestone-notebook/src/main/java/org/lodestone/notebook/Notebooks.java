package org.lodestone.notebook;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSet;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs notebooks: JShell scripts that are told by a number or a name, in the folder of notebooks. */
public final class Notebooks {

    static final int FINE = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    private static final ImmutableSet<String> HELP = ImmutableSet.of("--help", "-h", "help");

    private static final String USAGE = """
            examples/notebook              lists the notebooks, each with the question it asks
            examples/notebook 01           runs one, by its number or the start of its name; several run one after the other
            examples/notebook --jshell 01  prints the command that opens it in jshell, to go on from there
            examples/notebook --jupyter .  writes all into a folder, for Jupyter

            Pictures go to the folder it is run from. It ends with 1 if a snippet fails.""".replace("\n", System.lineSeparator());

    private static final String JSHELL = "--jshell";
    private static final String JUPYTER = "--jupyter";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./=:@,+-]+");
    private static final String STARTUP = "startup.jsh";
    private static final String ENDING = ".jsh";

    private final Path folder;
    private final PrintStream out;
    private final PrintStream err;

    Notebooks(Path folder, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    /** Runs the notebooks that the words after the folder name, and ends with 1 if a snippet of one fails. */
    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        Notebooks notebooks = new Notebooks(Path.of(words.get(0)), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        int code = notebooks.run(words.subList(1, words.size()));
        System.exit(code);
    }

    /** A stream of this process, in UTF-8 whatever the machine's locale. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Runs the notebooks that some words name, each to its end; without a word, lists all. */
    int run(List<String> words) throws IOException {
        if (words.isEmpty()) {
            int widest = all().stream()
                    .mapToInt(notebook -> name(notebook).length())
                    .max()
                    .orElse(0);
            for (Path notebook : all()) {
                out.println(Strings.padEnd(name(notebook), widest, ' ') + "  " + question(notebook));
            }
            return FINE;
        }
        if (HELP.contains(words.get(0))) {
            out.println(USAGE);
            return FINE;
        }
        if (words.get(0).equals(JUPYTER)) {
            return writeForJupyter(words.subList(1, words.size()));
        }
        boolean inJshell = words.get(0).equals(JSHELL);
        List<Path> chosen = new ArrayList<>();
        for (String word : inJshell ? words.subList(1, words.size()) : words) {
            List<Path> named = named(word);
            if (named.size() != 1) {
                err.println("'" + word + "' is not one notebook. Name one by its number or the start of its name: "
                        + String.join(", ", all().stream().map(Notebooks::name).toList()) + ".");
                return WRONG_USE;
            }
            chosen.addAll(named);
        }
        if (inJshell) {
            out.println(jshell(chosen));
            return FINE;
        }
        boolean failed = false;
        try (NotebookShell shell = new NotebookShell(Files.readString(folder.resolve(STARTUP)), folder, out)) {
            for (Path notebook : chosen) {
                out.println(question(notebook) + System.lineSeparator());
                Notebook run = shell.run(Files.readString(notebook));
                run.faults().forEach(err::println);
                failed |= !run.faults().isEmpty();
            }
        }
        return failed ? FAILED : FINE;
    }

    /** The command that opens notebooks in {@code jshell}. */
    private String jshell(List<Path> chosen) {
        Stream<Object> words = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "jshell"),
                "--class-path",
                jar(),
                "-R-Dlodestone.notebooks=" + folder.toAbsolutePath(),
                "--startup",
                folder.resolve(STARTUP).toAbsolutePath());
        return Stream.concat(words, chosen.stream().map(Path::toAbsolutePath))
                .map(word -> quoted(word.toString()))
                .collect(Collectors.joining(" "));
    }

    /** A word as a shell takes it: in quotes where it has more than letters, digits and what paths are made of. */
    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return File.separatorChar == '\\' ? '"' + word + '"' : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Writes each notebook as one of Jupyter, which finds the jar that this is run from. */
    private int writeForJupyter(List<String> words) throws IOException {
        if (words.size() != 1) {
            err.println("Name one folder to write the notebooks to: " + JUPYTER + " .");
            return WRONG_USE;
        }
        Path target = Files.createDirectories(Path.of(words.get(0))).toRealPath();
        JupyterPage page = new JupyterPage(
                seenFrom(target, jar()), seenFrom(target, folder), Files.readString(folder.resolve(STARTUP)));
        for (Path notebook : all()) {
            Files.writeString(target.resolve(name(notebook) + ".ipynb"), page.of(Files.readString(notebook)));
        }
        return FINE;
    }

    private static Path jar() {
        try {
            return Path.of(Notebooks.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The jar of the notebooks is at an address that is none.", e);
        }
    }

    private static String seenFrom(Path target, Path file) throws IOException {
        Path real = file.toRealPath();
        boolean onOneDrive = Objects.equals(target.getRoot(), real.getRoot());
        return (onOneDrive ? target.relativize(real) : real).toString().replace('\\', '/');
    }

    private List<Path> named(String word) throws IOException {
        String start = word.matches("[0-9]") ? "0" + word : word;
        return all().stream()
                .filter(notebook -> name(notebook).startsWith(start))
                .toList();
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && !file.endsWith(STARTUP))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path notebook) {
        return String.valueOf(notebook.getFileName()).replace(ENDING, "");
    }

    /** The first line says what a notebook asks. */
    private static String question(Path notebook) throws IOException {
        return Files.readAllLines(notebook).get(0).replaceFirst("^//\\s*", "");
    }
}
