package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.usgs.UsgsReader;
import org.lodestone.core.usgs.UsgsReading;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** One label, subject, period and unit has one value in a pack, or its words say what differs. */
class SameWordsTest {

    private static final Path USGS =
            Path.of("..", "core", "src", "test", "resources", "org", "lodestone", "core", "usgs");

    /** @param least so many labels are read at least, so that the walk does not come to nothing unseen */
    @ParameterizedTest
    @CsvSource({"rare-earths, 900", "lithium, 120", "cobalt, 120", "graphite, 120", "gallium, 50", "tungsten, 90"})
    void no_two_numbers_of_a_bundled_pack_stand_under_the_same_words(String name, int least) {
        BundledPack pack = BundledPack.of(name);
        LabelledValues read = LabelledValues.of(pack.report(), Optional.of(pack.dataset()));

        assertThat(read.contradictions()).isEmpty();
        assertThat(read.labels()).isGreaterThan(least);
        growthIsThatOfTheLevelsAbove(pack.report());
    }

    @Test
    void no_two_numbers_of_a_pack_from_the_usgs_stand_under_the_same_words() throws IOException {
        UsgsReading reading;
        try (Stream<Path> files = Files.walk(USGS)) {
            reading = UsgsReader.read(files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList());
        }
        for (String commodity : reading.commodities()) {
            Dataset dataset = reading.of(commodity).dataset("sample", commodity);
            Report report =
                    ResearchPack.of(dataset).withSheets(ResearchPack.Sheets.ALL).report();
            LabelledValues read = LabelledValues.of(report, Optional.of(dataset));

            assertThat(read.contradictions()).as(commodity).isEmpty();
            growthIsThatOfTheLevelsAbove(report);
        }
    }

    @Test
    void no_two_numbers_of_a_screen_stand_under_the_same_words(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("companies.csv"), """
                Ticker,Company,EBITDA %,P/E
                A,Alpha,10,5
                B,Beta,30,10
                C,Gamma,50,20
                D,Delta,20,25
                """);
        Path screen = Files.writeString(folder.resolve("mine.json"), """
                {"universe": "companies.csv", "id": "Ticker", "name": "Company",
                 "numbers": {"margin": "EBITDA %", "price": "P/E"},
                 "screen": {"name": "Cheap and good", "criteria": [
                   {"name": "margin", "weight": 3},
                   {"name": "price", "direction": "lower", "normalisation": "percentile"}]}}
                """);
        LabelledValues read =
                LabelledValues.of(ScreenPack.of(UniverseReader.read(screen).orElseThrow()), Optional.empty());

        assertThat(read.contradictions()).isEmpty();
        assertThat(read.labels()).isGreaterThan(10);
    }

    // ---------------------------------------------------------------- growth beside levels

    /** Growth on the year is that of the totals above it; where these are of two editions, it is said to be of one. */
    private static void growthIsThatOfTheLevelsAbove(Report report) {
        Values values = report.model().values();
        report.sections().stream()
                .filter(section -> section.group().isCore())
                .flatMap(Section::tables)
                .forEach(table -> row(table, values, "Growth on the year").ifPresent(growth -> {
                    Row total = row(table, values, "World, sum of").orElseThrow();
                    for (int i = 3; i < table.columns().size(); i++) {
                        List<Double> three = Stream.of(
                                        total.cells().get(i - 1),
                                        total.cells().get(i),
                                        growth.cells().get(i))
                                .flatMap(cell -> new Row(Row.Kind.BODY, ImmutableList.of(cell)).values())
                                .flatMap(cell ->
                                        values.number(cell.key()).stream().boxed())
                                .toList();
                        if (three.size() == 3) {
                            assertThat(three.get(2))
                                    .as(
                                            "growth in %s of %s",
                                            table.header(table.columns().get(i), values), total)
                                    .isCloseTo(three.get(1) / three.get(0) - 1, within(1e-9));
                        }
                    }
                }));
    }

    private static Optional<Row> row(Table table, Values values, String label) {
        return table.rows().stream()
                .filter(row -> row.texts(values).get(0).startsWith(label))
                .findFirst();
    }

    // ---------------------------------------------------------------- the reader of words

    private static Report twoPages(String one, double first, String another, double second) {
        Key here = Term.of("here").key();
        Key there = Term.of("there").key();
        Model model = Model.builder()
                .include(labelled(here, first))
                .include(labelled(there, second))
                .build();
        return new Report(
                "Two pages",
                "",
                ImmutableList.of(page("Chain", one, here), page("Mining", another, there)),
                model,
                ImmutableMap.of());
    }

    private static Model labelled(Key key, double value) {
        Model.Builder model = Model.builder();
        model.label(key, value);
        return model.build();
    }

    private static Section page(String name, String header, Key key) {
        Table table = Table.of("Shares", List.of("China"))
                .label("Country", place -> place)
                .value(header, Shown.PERCENT, place -> key)
                .build();
        return Section.page(
                name, Section.Group.CHAIN, Block.Sentence.plain(""), Block.Sentence.plain(""), List.of(table));
    }

    private static ImmutableList<String> contradictions(String one, double first, String another, double second) {
        Dataset dataset = BundledPack.of("gallium").dataset();
        return LabelledValues.of(twoPages(one, first, another, second), Optional.of(dataset))
                .contradictions();
    }

    @Test
    void two_shares_of_one_year_contradict_each_other_unless_each_says_its_edition() {
        assertThat(contradictions("Share of mine production 2024", 0.685, "Mine production, share 2024", 0.703))
                .singleElement()
                .asString()
                .contains("Chain: “China | Share of mine production 2024” 68.5% but Mining: ", "70.3%");
        assertThat(contradictions("Share 2024, MCS 2024", 0.685, "Share 2024", 0.703))
                .hasSize(1);
        assertThat(contradictions("Share 2024, MCS 2024", 0.685, "Share 2024, MCS 2026", 0.703))
                .isEmpty();
        assertThat(contradictions("Share 2024", 0.685, "Share 2024", 0.6849)).isEmpty();
        assertThat(contradictions("Share 2024", 0.685, "Share 2023", 0.703)).isEmpty();
    }
}
