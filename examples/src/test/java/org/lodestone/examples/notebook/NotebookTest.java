package org.lodestone.examples.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every notebook runs to its end, and so do the snippets of the README. */
class NotebookTest {

    private static final Path NOTEBOOKS = Path.of("examples", "notebooks");
    private static final Path README = Path.of("README.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```java\\R(.*?)^```");

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .filter(file -> !file.endsWith("startup.jsh"))
                    .sorted()
                    .toList();
        }
    }

    private static String startup() throws IOException {
        return Files.readString(NOTEBOOKS.resolve("startup.jsh"));
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void a_notebook_runs_to_its_end(Path notebook) throws IOException {
        Notebook run = Notebook.run(startup(), Files.readString(notebook));

        assertThat(run.faults()).isEmpty();
    }

    @Test
    void the_snippets_of_the_readme_run_one_after_the_other() throws IOException {
        assumeTrue(Files.exists(README));
        StringBuilder script = new StringBuilder();
        FENCE.matcher(Files.readString(README)).results().forEach(fence -> script.append(fence.group(1)));

        Notebook run = Notebook.run(startup(), script + "println(\"" + Notebook.END + "\");");

        assertThat(run.faults()).isEmpty();
    }

    // ---------------------------------------------------------------- the runner finds what is wrong

    private static Notebook run(String... lines) {
        return Notebook.run("", String.join("\n", lines));
    }

    private static final String END = "System.out.println(\"" + Notebook.END + "\");";

    @Test
    void a_sound_script_has_no_faults() {
        Notebook run = run("// a note", "int a = 270_000;", "int twice() { return 2 * later; }", "int later = a;", END);

        assertThat(run.faults()).isEmpty();
        assertThat(run.printed()).isEqualTo(Notebook.END + System.lineSeparator());
    }

    @Test
    void what_does_not_compile_is_a_fault() {
        assertThat(run("int a = \"China\";", END).faults())
                .singleElement()
                .asString()
                .contains("incompatible types")
                .endsWith("int a = \"China\";");
    }

    @Test
    void what_cannot_be_parsed_is_a_fault() {
        assertThat(run("int = 1;", END).faults()).isNotEmpty();
    }

    @Test
    void an_exception_is_a_fault() {
        assertThat(run("int a = Integer.parseInt(\"31,00O\");", END).faults())
                .singleElement()
                .asString()
                .startsWith("It throws java.lang.NumberFormatException (For input string: \"31,00O\")");
    }

    @Test
    void a_snippet_without_an_end_is_a_fault() {
        assertThat(run(END, "for (int i = 0; i < 3; i++) {").faults())
                .containsExactly("It ends within a snippet: for (int i = 0; i < 3; i++) {");
    }

    @Test
    void a_name_that_is_never_declared_is_a_fault() {
        assertThat(run("int total() { return chinna + others; }", "int others = 1;", END)
                        .faults())
                .singleElement()
                .asString()
                .startsWith("It never says what variable chinna is");
    }

    @Test
    void a_command_of_the_tool_is_a_fault() {
        assertThat(run("int a = 1;", "/vars", END).faults())
                .anyMatch(fault -> fault.equals("A command of the jshell tool is no Java: /vars"));
    }

    @Test
    void a_variable_that_silently_loses_its_value_is_a_fault() {
        assertThat(run("class Mine {}", "Mine mine = new Mine();", "class Mine { int tonnes; }", END)
                        .faults())
                .containsExactly("It loses its value to 'class Mine { int tonnes; }': Mine mine = new Mine();");
    }

    @Test
    void a_script_that_ends_java_does_not_pass_for_one_that_is_done() {
        assertThat(run("System.exit(0);", END).faults())
                .contains("It does not end by printing '" + Notebook.END + "'.");
    }

    @Test
    void a_script_without_its_end_mark_is_a_fault() {
        assertThat(run("int a = 1;").faults()).containsExactly("It does not end by printing '" + Notebook.END + "'.");
    }
}
