package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The snippets of the README and of the guide run to their end, and the cells of a notebook for Jupyter with nothing prepared for them. */
@Order(1)
class DocumentSnippetsTest {

    private static final Path README = Path.of("README.md");
    private static final Path GUIDE = Path.of("docs", "guide");
    private static final Path CONSUMER = Path.of("examples", "consumer", "src", "main", "java", "consumer");
    private static final Pattern FENCE =
            Pattern.compile("(?ms)(?:<!-- (consumer|\\S+\\.java) -->\\R)?^```java\\R(.*?)^```");

    /** Where documents put their packs: never into the checkout. */
    @TempDir
    private static Path packs;

    /** A reader copies snippets into a program: they have no imports but their own. */
    private static NotebookShell shell;

    @BeforeAll
    static void prepare() {
        shell = new NotebookShell(
                "", Path.of("examples", "notebooks").toAbsolutePath(), OutputStream.nullOutputStream());
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> guide = Files.list(GUIDE)) {
            return Stream.concat(Stream.of(README), guide).sorted().toList().stream();
        }
    }

    /** The guide takes a smaller resource here where any will do: only the rare earths have what a company is worth. */
    @ParameterizedTest
    @MethodSource("documents")
    void the_snippets_of_a_document_run_one_after_the_other(Path document) throws IOException {
        String script = script(document);
        boolean anyWillDo = !document.equals(README) && !script.contains(".values().orElseThrow()");

        assertRuns(anyWillDo ? script.replace("open(\"rare-earths\")", "open(\"tungsten\")") : script);
    }

    @ParameterizedTest
    @MethodSource("documents")
    @Tag("nightly")
    void the_snippets_of_a_document_run_as_they_are_printed(Path document) throws IOException {
        assertRuns(script(document));
    }

    /** Those that are taken from the program of a consumer run with it, and those that are files of their own as a jar. */
    private static String script(Path document) throws IOException {
        return FENCE.matcher(Files.readString(document))
                .results()
                .filter(fence -> fence.group(1) == null)
                .map(fence -> fence.group(2))
                .collect(Collectors.joining());
    }

    private static void assertRuns(String script) {
        String outsideTheCheckout = script.replaceAll(
                "\"(rare-earths[.-])",
                Matcher.quoteReplacement("\"" + packs.toString().replace('\\', '/') + "/") + "$1");

        assertThat(shell.run(outsideTheCheckout).faults()).isEmpty();
    }

    /** The kernel is one that prints what it is to display, and the library stands where a test has it. */
    @Test
    void the_cells_of_a_notebook_for_jupyter_run_one_after_the_other() throws IOException {
        String cells = JupyterPageTest.script(Path.of("examples", "notebooks", "06-side-by-side.jsh"), packs);
        Notebook run = shell.run("void display(Object shown) { System.out.println(\"Below: \" + shown); }\n"
                + cells.replaceAll("import static org[.]rapaio.*", ""));

        assertThat(run.faults()).isEmpty();
        assertThat(run.printed())
                .contains("Below: Resource ")
                .contains("Below: Gallium leans most on one country: China has ");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void what_a_document_takes_from_the_program_of_a_consumer_stands_there(Path document) throws IOException {
        StringBuilder program = new StringBuilder();
        for (String name : List.of("Research.java", "Visit.java")) {
            program.append(Files.readString(CONSUMER.resolve(name)));
        }
        assertThat(FENCE.matcher(Files.readString(document))
                        .results()
                        .filter(fence -> "consumer".equals(fence.group(1)))
                        .map(fence -> withoutSpaces(fence.group(2))))
                .allSatisfy(
                        block -> assertThat(withoutSpaces(program.toString())).contains(block));
    }

    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
