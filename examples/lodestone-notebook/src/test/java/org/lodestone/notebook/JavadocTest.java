package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Javadoc of what the libraries export, as one set of pages that a reader may open. Internal packages are not exported. */
class JavadocTest {

    /** A complaint of the tool: the file, the line, the complaint, and under it the line of code. */
    private static final Pattern WARNING = Pattern.compile("(?m)^(.+\\.java):(\\d+): warning: (.+)\\R(.*)$");

    /** A setter of a builder, which the record's own parameter describes. */
    private static final Pattern SETTER = Pattern.compile("\\s*public abstract Builder \\w+\\(.*");

    /** A comment that opens in the middle of a sentence, or with a question: {@code Of text.} for the colour of text. */
    private static final Pattern RIDDLE = Pattern.compile(
            "/\\*\\*\\s*(?:\\*\\s*)?((?:Of|With|As|What|So many|So far|How many|How much|In a note)\\b[^\\n]*)");

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private static final Path PAGES = Path.of(System.getProperty("basedir"), "target", "javadoc");
    private static final Path USUAL = PAGES.resolve("org.lodestone.excel").resolve("module-summary.html");

    private static String said;

    @BeforeAll
    static void make() throws IOException {
        said = JavadocPages.make(PAGES);
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

    /** The first sentence of a comment says what the thing is. */
    @Test
    void no_comment_of_the_sources_opens_with_a_riddle() throws IOException {
        List<String> riddles = new ArrayList<>();
        for (String module : List.of("core", "reports", "excel-export", "examples")) {
            try (Stream<Path> files = Files.walk(Path.of(module))) {
                for (Path file : files.filter(JavadocTest::isSource).toList()) {
                    RIDDLE.matcher(Files.readString(file))
                            .results()
                            .forEach(riddle -> riddles.add(file.getFileName() + ": " + riddle.group(1)));
                }
            }
        }
        assertThat(riddles).isEmpty();
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace(File.separatorChar, '/');
        return path.contains("/src/main/java/") && path.endsWith(".java");
    }

    @Test
    void the_page_of_the_excel_module_leads_to_everything_usual() throws IOException {
        String page = Files.readString(USUAL);
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

    @Test
    void every_link_of_that_page_leads_to_a_place() throws IOException {
        List<String> links = LINK.matcher(Files.readString(USUAL))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .distinct()
                .toList();

        assertThat(links).hasSizeGreaterThan(30).allSatisfy(link -> {
            int hash = link.indexOf('#');
            Path file = hash == 0 ? USUAL : USUAL.resolveSibling(hash < 0 ? link : link.substring(0, hash));
            assertThat(file).isRegularFile();
            if (hash >= 0) {
                assertThat(Files.readString(file)).contains("id=\"" + link.substring(hash + 1) + "\"");
            }
        });
    }
}
