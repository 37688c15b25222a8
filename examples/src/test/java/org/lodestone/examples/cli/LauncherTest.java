package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.examples.cli.Cli.Result;

/** The shell script, in a checkout whose Maven and Java only tell how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has its own launcher, lodestone.cmd")
class LauncherTest {

    @TempDir
    Path folder;

    private Path home;
    private Path launcher;
    private Path jar;
    private Path elsewhere;
    private String locale = "C.UTF-8";

    @BeforeEach
    void make_a_checkout() throws IOException {
        home = Files.createDirectory(folder.toRealPath().resolve("my checkout"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectories(home.resolve("core/src/main"));
        Files.createDirectories(home.resolve("examples/target"));
        Files.writeString(home.resolve("pom.xml"), "");
        jar = home.resolve("examples/target/lodestone.jar");
        launcher = home.resolve("examples/lodestone");
        Files.copy(Path.of("examples", "lodestone"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(Path.of("examples", "build.sh"), home.resolve("examples/build.sh"));
        script(home.resolve("mvnw"), "echo chatter; echo built > examples/target/lodestone.jar");
        script(home.resolve("java/bin/java"), "for arg; do echo \"$arg\"; done; exit 7");
    }

    private static void script(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result run(Path script, Path javaHome, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("LC_ALL", locale);
        builder.environment().remove("LODESTONE_OPTS");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, Files.readString(folder.resolve("err")));
    }

    private Result run(String... args) throws IOException, InterruptedException {
        return run(launcher, home.resolve("java"), args);
    }

    @Test
    void the_first_use_builds_and_says_so_beside_the_results() throws Exception {
        Result result = run("list");

        assertThat(jar).hasContent("built");
        assertThat(result.err()).isEqualTo("Building Lodestone, once...\nchatter\n");
        assertThat(result.out()).doesNotContain("chatter");
    }

    @Test
    void what_is_built_is_used_until_a_source_changes_whatever_the_time_of_its_file() throws Exception {
        Path source = Files.writeString(home.resolve("core/src/main/Some.java"), "one");
        run("list");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(run("list").err()).isEmpty();

        Files.writeString(source, "two");
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        assertThat(run("list").err()).startsWith("Building Lodestone");
        assertThat(run("list").err()).isEmpty();

        Files.move(source, source.resolveSibling("Other.java"));
        assertThat(run("list").err()).startsWith("Building Lodestone");
    }

    @Test
    void a_copy_of_what_is_built_is_used_as_it_is_and_a_copy_of_what_has_changed_since_is_built() throws Exception {
        Path source = Files.writeString(home.resolve("core/src/main/Some.java"), "one");
        run("list");
        assertThat(run(copy("built"), home.resolve("java"), "list").err()).isEmpty();

        Files.writeString(source, "two");
        assertThat(run(copy("changed"), home.resolve("java"), "list").err()).startsWith("Building Lodestone");
    }

    /** The launcher of a copy of the checkout, each file of which is newer than those copied before it. */
    private Path copy(String name) throws IOException {
        Path copy = folder.toRealPath().resolve(name);
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted().toList()) {
                Path to = copy.resolve(home.relativize(file).toString());
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                Files.setLastModifiedTime(to, FileTime.from(Instant.now()));
            }
        }
        return copy.resolve("examples/lodestone");
    }

    @Test
    void a_jar_that_maven_made_of_other_sources_since_is_built_anew() throws Exception {
        run("list");
        Files.writeString(jar, "of other sources");

        assertThat(run("list").err()).startsWith("Building Lodestone");
        assertThat(jar).hasContent("built");
    }

    @ParameterizedTest
    @CsvSource({"xx_YY.UTF-8, C.UTF-8", "POSIX, C.UTF-8", "C.UTF-8, C.UTF-8"})
    void java_gets_a_locale_in_utf_8_that_is_there_whatever_is_named(String named, String given) throws Exception {
        script(home.resolve("java/bin/java"), "echo \"$LC_ALL\"");
        locale = named;

        assertThat(run("list").out()).isEqualTo(given + "\n");
    }

    @Test
    void arguments_and_exit_code_pass_through_as_they_are() throws Exception {
        Result result = run("pack", "my data", "-o", "a  b.xlsx", "");

        assertThat(result.code()).isEqualTo(7);
        assertThat(result.out().lines())
                .containsSubsequence(
                        "-XX:TieredStopAtLevel=1",
                        "-Dlodestone.data=" + home.resolve("examples/data"),
                        "-jar",
                        jar.toString(),
                        "pack",
                        "my data",
                        "-o",
                        "a  b.xlsx",
                        "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "check", "chain", "forecast", "list", "help"})
    void a_short_command_does_without_the_second_compiler(String command) throws Exception {
        assertThat(run(command, "rare-earths").out().lines())
                .contains("-XX:TieredStopAtLevel=1", "-XX:C1MaxInlineSize=15", "-XX:C1MaxInlineLevel=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "export"})
    void a_command_that_may_list_very_many_companies_puts_as_much_code_into_other_code_as_is_usual(String command)
            throws Exception {
        assertThat(run(command, "rare-earths").out())
                .contains("-XX:TieredStopAtLevel=1")
                .doesNotContain("C1MaxInline");
    }

    @Test
    void memory_is_in_large_pages_where_the_system_has_them_for_who_asks() throws Exception {
        Path pages = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        boolean asked = Files.isReadable(pages) && Files.readString(pages).contains("[madvise]");

        assertThat(run("pack", "rare-earths").out().contains("-XX:+UseTransparentHugePages"))
                .isEqualTo(asked);
    }

    @Test
    void a_long_command_keeps_the_second_compiler() throws Exception {
        assertThat(run("risk", "rare-earths").out()).doesNotContain("TieredStopAtLevel", "C1MaxInline");
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.21, lodestone-17.0.21.jsa, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=",
        "24, lodestone-24.jsa, -XX:ArchiveClassesAtExit=, -XX:SharedArchiveFile=",
        "25.0.3, lodestone-25.0.3.aot, -XX:AOTCacheOutput=, -XX:AOTCache=",
        "26-ea, lodestone-26-ea.aot, -XX:AOTCacheOutput=, -XX:AOTCache="
    })
    void a_pack_stores_its_classes_once_for_every_build_and_all_commands_start_from_them(
            String version, String file, String store, String use) throws Exception {
        script(home.resolve("java/bin/java"), """
                for arg; do
                    echo "$arg"
                    case $arg in %s*) echo stored >"${arg#*=}"; echo stored >&2 ;; esac
                done""".formatted(store));
        Files.writeString(
                home.resolve("java/release"),
                "IMPLEMENTOR=\"Some\"\nJAVA_VERSION=\"" + version + "\"\nJAVA_VERSION_DATE=\"2026-10-20\"\n");
        Path classes = home.resolve("examples/target").resolve(file);

        assertThat(run("list").out()).doesNotContain("-XX:AOT", "Archive");
        Result first = run("pack", "rare-earths");
        Result second = run("pack", "rare-earths");

        assertThat(first.out()).contains(use + classes).doesNotContain(store);
        assertThat(first.err()).isEmpty();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(run("list").out()).contains(use + classes);
        assertThat(run("risk", "rare-earths").out()).contains(use + classes);
        try (var files = Files.list(jar.getParent())) {
            assertThat(files).containsExactlyInAnyOrder(jar, stamp(), classes);
        }
    }

    @Test
    void each_java_has_its_own_classes_also_where_it_is_called_through_links() throws Exception {
        Path release = Files.writeString(home.resolve("java/release"), "JAVA_VERSION=\"17.0.21\"\n");
        Path linked = Files.createDirectories(elsewhere.resolve("linked/bin"));
        Files.createSymbolicLink(linked.resolve("java"), home.resolve("java/bin/java"));

        run(launcher, linked.getParent(), "pack");
        Files.writeString(release, "JAVA_VERSION=\"25\"\n");
        run(launcher, linked.getParent(), "pack");

        try (var files = Files.list(jar.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "lodestone.jar", "lodestone.jar.sources", "lodestone-17.0.21.jsa", "lodestone-25.aot");
        }
    }

    @Test
    void where_classes_cannot_be_stored_a_pack_is_made_all_the_same_and_it_is_not_tried_again() throws Exception {
        Result first = run("pack", "rare-earths");

        assertThat(first.code()).isEqualTo(7);
        assertThat(first.out()).contains("rare-earths").doesNotContain("Archive");
        assertThat(home.resolve("examples/target/lodestone.jsa")).isEmptyFile();
        assertThat(run("pack", "rare-earths").out()).isEqualTo(first.out());
    }

    private Path stamp() {
        return jar.resolveSibling("lodestone.jar.sources");
    }

    @Test
    void a_link_to_the_launcher_works_too() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("lode"), launcher);

        assertThat(run(link, home.resolve("java"), "list").out()).contains(jar.toString());
    }

    @Test
    void without_java_the_remedy_is_named() throws Exception {
        Result result = run(launcher, Path.of("/nowhere"), "list");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("lodestone: JAVA_HOME is '/nowhere', but there is no bin/java in it."
                        + " Set it to a Java of 17 or newer.\n");
    }

    @Test
    void a_build_that_fails_ends_there() throws Exception {
        script(home.resolve("mvnw"), "echo BROKEN; exit 1");

        Result result = run("list");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).endsWith("BROKEN\nlodestone: Lodestone could not be built: see above.\n");
    }
}
