package org.lodestone.reports.internal.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.usgs.UsgsReader;
import org.lodestone.core.usgs.UsgsReading;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.edition.FirstPrints.Of;
import org.lodestone.reports.internal.edition.FirstPrints.Revision;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supplies;

/**
 * What the USGS printed first and last of ten commodities, from the official files of 2022 to 2026, where they are at hand: {@code
 * lodestone.usgs} names their folder, otherwise they are looked for beside the project.
 *
 * <p>Each row of the tables of {@code docs/decisions/0079-how-firm-a-first-print-is.md} is worked out here.
 */
class OfficialFirstPrintsTest {

    private static final Path FOLDER = Path.of(System.getProperty("lodestone.usgs", "../../shared/data/usgs"));
    private static final Path PAGE = Path.of("../docs/decisions/0079-how-firm-a-first-print-is.md");

    /** Those of which two editions at hand print the same year. The fourth, clays, is three. */
    private static final ImmutableSet<String> CHAPTERS =
            ImmutableSet.of("Antimony", "Clays", "Cobalt", "Copper", "Lead", "Lithium", "Nickel", "Tin");

    private static UsgsReading reading;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.isDirectory(FOLDER), "The official files are not at hand: -Dlodestone.usgs names their folder.");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            reading = UsgsReader.read(files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList());
        }
    }

    private static Dataset official(String chapter) {
        return reading.of(chapter).dataset("sample", chapter);
    }

    private static FirstPrints prints(Dataset dataset, String measure) {
        return FirstPrints.of(Supplies.of(dataset), measure).orElseThrow();
    }

    private static double number(FirstPrints prints, Optional<Key> key) {
        return prints.model().value(key.orElseThrow()).number().orElseThrow();
    }

    @Test
    void lithium_of_2022_was_revised_by_13_percent() {
        FirstPrints lithium = prints(official("Lithium"), "mine-production");
        Revision of2022 = lithium.revisions().get(1);

        // t Li, MCS 2023: Argentina, Australia, Brazil, Canada, Chile, China, Portugal, Zimbabwe, other countries; the
        // United States are
        // withheld in both
        double first = 6_200 + 61_000 + 2_200 + 500 + 39_000 + 19_000 + 600 + 800;
        // the same in MCS 2024
        double last = 6_590 + 74_700 + 2_630 + 520 + 38_000 + 22_600 + 380 + 1_030;
        assertThat(first).isEqualTo(129_300);
        assertThat(last).isEqualTo(146_450);
        assertThat(of2022).hasToString("2022, MCS2023, MCS2024");
        assertThat(number(lithium, lithium.first(Of.ROWS, of2022))).isEqualTo(first);
        assertThat(number(lithium, lithium.last(Of.ROWS, of2022))).isEqualTo(last);
        assertThat(number(lithium, lithium.revision(Of.ROWS, of2022))).isCloseTo(last / first - 1, within(1e-12));
        assertThat(number(lithium, lithium.revision(Of.PRINTED, of2022)))
                .isCloseTo(146_000 / 130_000.0 - 1, within(1e-12));
        assertThat(number(lithium, lithium.revision(Of.SHARE, of2022)))
                .isCloseTo(74_700 / last - 61_000 / first, within(1e-12));
    }

    @Test
    void each_first_print_of_a_year_is_an_estimate() {
        assertThat(CHAPTERS.stream()
                        .map(OfficialFirstPrintsTest::official)
                        .flatMap(dataset -> found(dataset, Measure.Kind.PRODUCTION)))
                .hasSize(11)
                .allSatisfy(prints -> assertThat(prints.revisions()).allMatch(Revision::isEstimate));
    }

    @Test
    void the_tables_of_the_decision_are_those_of_the_files() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Measure.Kind kind : List.of(Measure.Kind.PRODUCTION, Measure.Kind.RESERVES)) {
            CHAPTERS.forEach(chapter -> rows.addAll(rows(chapter, official(chapter), kind)));
            rows.addAll(rows("Rare earths", RareEarths.dataset(), kind));
        }

        assertThat(Files.readAllLines(PAGE)).containsSubsequence(rows);
    }

    private static Stream<FirstPrints> found(Dataset dataset, Measure.Kind kind) {
        return dataset.measures().values().stream()
                .filter(measure -> measure.kind() == kind)
                .flatMap(measure -> FirstPrints.of(Supplies.of(dataset), measure.id()).stream());
    }

    private static List<String> rows(String chapter, Dataset dataset, Measure.Kind kind) {
        return found(dataset, kind)
                .flatMap(prints -> prints.revisions().stream().map(one -> row(chapter, prints, one)))
                .toList();
    }

    private static String row(String chapter, FirstPrints prints, Revision one) {
        Measure measure = one.last().measure();
        return "| "
                + String.join(
                        " | ",
                        chapter + ", " + measure.name().toLowerCase(Locale.ROOT) + ", " + measure.unit(),
                        one.year().toString(),
                        one.first().edition().substring(3) + ", "
                                + one.last().edition().substring(3),
                        pair(prints, Of.ROWS, one, Shown.WHOLE),
                        pair(prints, Of.PRINTED, one, Shown.WHOLE),
                        prints.largest() + " " + pair(prints, Of.SHARE, one, Shown.PERCENT))
                + " |";
    }

    private static String pair(FirstPrints prints, Of of, Revision one, Shown shown) {
        return prints.revision(of, one)
                .map(key -> text(prints, prints.first(of, one), shown) + " | "
                        + text(prints, prints.last(of, one), shown)
                        + (of == Of.SHARE ? "" : " | " + text(prints, Optional.of(key), Shown.PERCENT)))
                .orElse(of == Of.SHARE ? "n/a | n/a" : "n/a | n/a | n/a");
    }

    private static String text(FirstPrints prints, Optional<Key> key, Shown shown) {
        return shown.text(prints.model().value(key.orElseThrow()));
    }
}
