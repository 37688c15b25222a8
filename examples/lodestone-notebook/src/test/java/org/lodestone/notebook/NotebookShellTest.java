package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a notebook is found when it runs. */
class NotebookShellTest {

    private static NotebookShell shell;

    @BeforeAll
    static void prepare() {
        shell = shell("int prepared = 270_000;");
    }

    @AfterAll
    static void close() {
        shell.close();
    }

    private static Notebook run(String... lines) {
        return shell.run(String.join("\n", lines));
    }

    private static NotebookShell shell(String startup) {
        return new NotebookShell(startup, Path.of(""), OutputStream.nullOutputStream());
    }

    @Test
    void a_sound_script_has_no_faults() {
        Notebook run = run(
                "// a note",
                "int a = 270_000;",
                "int twice() { return 2 * later; }",
                "int later = a;",
                "System.out.print(twice());");

        assertThat(run.faults()).isEmpty();
        assertThat(run.printed()).isEqualTo("540000");
    }

    @Test
    void what_does_not_compile_is_a_fault() {
        assertThat(run("int a = \"China\";").faults())
                .singleElement()
                .asString()
                .contains("incompatible types")
                .endsWith("int a = \"China\";");
    }

    @Test
    void what_cannot_be_parsed_is_a_fault() {
        assertThat(run("int = 1;").faults()).isNotEmpty();
    }

    @Test
    void an_exception_is_a_fault() {
        assertThat(run("int a = Integer.parseInt(\"31,00O\");").faults())
                .singleElement()
                .asString()
                .startsWith("It throws java.lang.NumberFormatException (For input string: \"31,00O\")");
    }

    @Test
    void a_snippet_without_an_end_is_a_fault() {
        assertThat(run("for (int i = 0; i < 3; i++) {").faults())
                .containsExactly("It ends within a snippet: for (int i = 0; i < 3; i++) {");
    }

    /** So the tool reads it: a line that begins with a dot is too late. */
    @Test
    void what_could_end_at_the_end_of_a_line_ends_there() {
        assertThat(run("String place = \"China\"", "        .strip();").faults())
                .isNotEmpty();
        assertThat(run("String place = (\"China\"", "        .strip());").faults())
                .isEmpty();
    }

    @Test
    void a_name_that_is_never_declared_is_a_fault() {
        assertThat(run("int total() { return chinna + others; }", "int others = 1;")
                        .faults())
                .singleElement()
                .asString()
                .startsWith("It never says what variable chinna is");
    }

    @Test
    void a_command_of_the_tool_is_a_fault() {
        assertThat(run("int a = 1;", "/vars").faults())
                .anyMatch(fault -> fault.equals("A command of the jshell tool is no Java: /vars"));
    }

    @Test
    void a_variable_that_silently_loses_its_value_is_a_fault() {
        assertThat(run("class Mine {}", "Mine mine = new Mine();", "class Mine { int tonnes; }")
                        .faults())
                .containsExactly("It loses its value to 'class Mine { int tonnes; }': Mine mine = new Mine();");
    }

    @Test
    void a_script_that_ends_java_does_not_pass_for_one_that_is_done() {
        try (NotebookShell mortal = shell("")) {
            assertThat(mortal.run("System.exit(0);\nint a = 1;").faults()).contains("It ended Java before: int a = 1;");
        }
    }

    @Test
    void a_script_has_what_was_prepared_and_nothing_of_the_script_before() {
        assertThat(run("import java.util.zip.CRC32;", "int mined = prepared;", "class Mine {}")
                        .faults())
                .isEmpty();

        assertThat(run("int a = prepared;", "int b = mined;").faults())
                .singleElement()
                .asString()
                .contains("cannot find symbol")
                .contains("mined");
        assertThat(run("new CRC32();").faults()).isNotEmpty();
        assertThat(run("new Mine();").faults()).isNotEmpty();
    }
}
