package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Javadoc of what the modules export, made once as one set of pages. Internal packages are not exported. */
class JavadocTest {

    /** A complaint of the tool: the file, the line, the complaint, and under it the line of code. */
    private static final Pattern WARNING = Pattern.compile("(?m)^(.+\\.java):(\\d+): warning: (.+)\\R(.*)$");

    /** A setter of a builder, which the record's own parameter describes. */
    private static final Pattern SETTER = Pattern.compile("\\s*public abstract Builder \\w+\\(.*");

    @TempDir
    private static Path pages;

    private static String said;

    @BeforeAll
    static void make() throws IOException {
        String classPath =
                Files.readString(Path.of("target", "consumer-classpath")).strip();
        List<String> libraries = Stream.of(classPath.split(File.pathSeparator))
                .filter(library -> library.endsWith(".jar"))
                .filter(library -> !fileName(library).startsWith("lodestone-"))
                .toList();
        // the mark of builders is no module: core reads it from the class path
        Map<Boolean, String> byPath = libraries.stream()
                .collect(Collectors.partitioningBy(
                        library -> fileName(library).startsWith("auto-value"), Collectors.joining(File.pathSeparator)));
        StringWriter out = new StringWriter();
        int code = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        new PrintWriter(out, true),
                        new PrintWriter(out, true),
                        "-quiet",
                        "-notimestamp",
                        "-Xdoclint:all",
                        "-Xmaxwarns",
                        "100000",
                        "-d",
                        pages.toString(),
                        "--module-source-path",
                        "org.lodestone.core=" + source("..", "core") + File.pathSeparator
                                + Path.of("..", "core", "target", "generated-sources", "annotations"),
                        "--module-source-path",
                        "org.lodestone.reports=" + source("..", "reports"),
                        "--module-source-path",
                        "org.lodestone.excel=" + source(),
                        "--patch-module",
                        "org.lodestone.excel=" + Path.of("target", "aalto.jar"),
                        "--add-reads",
                        "org.lodestone.core=ALL-UNNAMED",
                        "--module-path",
                        byPath.get(false),
                        "--class-path",
                        byPath.get(true),
                        "--module",
                        "org.lodestone.core,org.lodestone.reports,org.lodestone.excel");
        said = out.toString();
        assertThat(code).as(said).isZero();
    }

    private static String fileName(String path) {
        return Path.of(path).getFileName().toString();
    }

    private static Path source(String... module) {
        return Path.of("", module).resolve(Path.of("src", "main", "java"));
    }

    private static Stream<MatchResult> warnings(Predicate<String> complaint) {
        return WARNING.matcher(said).results().filter(warning -> complaint.test(warning.group(3)));
    }

    @Test
    void every_public_element_has_a_comment() {
        assertThat(warnings("no comment"::equals)
                        .filter(warning -> !SETTER.matcher(warning.group(4)).matches())
                        .map(warning -> warning.group(1) + ":" + warning.group(2) + warning.group(4)))
                .isEmpty();
    }

    @Test
    void nothing_else_is_wrong_with_it_but_that_sentences_stand_for_tags() {
        assertThat(warnings(complaint -> true)).isNotEmpty();
        assertThat(warnings(complaint -> !complaint.equals("no comment") && !complaint.startsWith("no @"))
                        .map(MatchResult::group))
                .isEmpty();
    }

    @Test
    void the_page_of_the_excel_module_leads_to_everything_usual() throws IOException {
        String page = Files.readString(pages.resolve("org.lodestone.excel").resolve("module-summary.html"));
        assertThat(Pattern.compile("href=\"(?:\\.\\./[\\w.]+/)?org/lodestone/[\\w/]+/(\\w+)\\.html(#[\\w()]+)?\"")
                        .matcher(page)
                        .results()
                        .map(link -> link.group(1) + (link.group(2) == null ? "" : link.group(2))))
                .contains(
                        "Datasets",
                        "Supply",
                        "ForecastStudy",
                        "RiskAnalysis",
                        "ScreenStudy",
                        "Screening",
                        "Comparison",
                        "Analyses",
                        "ResearchPack",
                        "ResearchPack#note()",
                        "Workbooks",
                        "ResearchNotes");
    }
}
