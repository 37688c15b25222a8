package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Notebooks as the command runs them. */
class NotebooksTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("startup.jsh"), "int mined = 270_000;\n");
        Files.writeString(folder.resolve("01-sound.jsh"), "// How much is mined?\nSystem.out.println(mined);\n");
        Files.writeString(folder.resolve("02-broken.jsh"), "// And quota?\nSystem.out.println(quota);\n");
    }

    private int run(String... words) throws IOException {
        return new Notebooks(folder, new PrintStream(out, true), new PrintStream(err, true)).run(List.of(words));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void without_a_word_all_are_listed_with_what_they_ask() throws IOException {
        assertThat(run()).isEqualTo(Notebooks.FINE);
        assertThat(out()).isEqualTo("01-sound   How much is mined?\n02-broken  And quota?\n");
    }

    @Test
    void what_a_notebook_asks_and_prints_is_shown_and_its_number_needs_no_zero() throws IOException {
        assertThat(run("1")).isEqualTo(Notebooks.FINE);
        assertThat(out()).isEqualTo("How much is mined?\n\n270000\n");
    }

    @Test
    void a_process_prints_utf_8_under_a_locale_that_is_not_installed() throws Exception {
        Files.writeString(folder.resolve("03-minus.jsh"), "// Is −7.1 a fall?\nSystem.out.println(\"\\u22127.1\");\n");
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Notebooks.class.getName(),
                folder.toString(),
                "03");
        java.environment().put("LC_ALL", "xx_YY.UTF-8");
        Process process = java.redirectError(folder.resolve("err").toFile()).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("Is −7.1 a fall?\n\n−7.1\n");
    }

    @Test
    void help_says_how_it_is_used() throws IOException {
        assertThat(run("--help")).isEqualTo(Notebooks.FINE);
        assertThat(out()).contains("examples/notebook 01 ", "examples/notebook --jshell 01 ");
    }

    @Test
    void a_snippet_that_fails_is_told_and_ends_with_1() throws IOException {
        assertThat(run("01", "02-broken")).isEqualTo(Notebooks.FAILED);
        assertThat(out()).startsWith("How much is mined?\n\n270000\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot find symbol", "quota");
    }

    @Test
    void a_word_that_names_none_lists_those_there_are() throws IOException {
        assertThat(run("03")).isEqualTo(Notebooks.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("'03' is not one notebook.")
                .contains("01-sound, 02-broken.");
    }

    @Test
    void notebooks_for_jupyter_want_one_folder() throws IOException {
        assertThat(run("--jupyter")).isEqualTo(Notebooks.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("Name one folder to write the notebooks to: --jupyter .\n");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Its shell has quotes of its own")
    void the_command_that_opens_one_in_jshell_can_be_pasted_into_a_shell() throws IOException {
        folder = Files.createDirectory(folder.resolve("china's notebooks"));
        write();

        assertThat(run("--jshell", "1")).isEqualTo(Notebooks.FINE);

        Process pasted = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + out()).start();
        assertThat(new String(pasted.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        Path.of(System.getProperty("basedir"), "target", "classes")
                                .toString(),
                        "-R-Dlodestone.notebooks=" + folder,
                        "--startup",
                        folder.resolve("startup.jsh").toString(),
                        folder.resolve("01-sound.jsh").toString());
    }

    @Test
    void one_that_is_to_be_opened_in_jshell_must_be_there() throws IOException {
        assertThat(run("--jshell", "03")).isEqualTo(Notebooks.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("'03' is not one notebook.");
    }
}
