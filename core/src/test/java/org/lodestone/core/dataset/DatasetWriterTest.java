package org.lodestone.core.dataset;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Source;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.screen.ScreenColumns;
import org.lodestone.core.internal.screen.ScreenReader;
import org.lodestone.core.internal.screen.ScreenWriter;
import org.lodestone.core.market.Demand;
import org.lodestone.core.place.Place;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.time.Period;

class DatasetWriterTest {

    private static final Dataset TINY =
            inTemporary(path -> TinyDataset.in(path).read().orElseThrow());

    private static final Path RARE_EARTHS = Path.of("../examples/data/rare-earths");

    private static final List<String> AWKWARD = List.of(
            "",
            "a, b",
            "\"quoted\"",
            "two\nlines",
            "\n",
            "000831",
            "NA",
            "W",
            "—",
            "48.40",
            "-10",
            "+1,000.50",
            "-",
            "=1+1",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\tindented",
            "'already quoted",
            "'=1+1",
            "''",
            "#comment",
            " blanks around ",
            "离子型稀土矿",
            "\uD83D\uDE80",
            "{\"json\": [1]}");

    /** Those of them that stand in one line, as names do. */
    private static final List<String> NAMES = AWKWARD.stream()
            .filter(text -> !text.contains("\n") && !text.contains("\t"))
            .toList();

    private static final List<String> PRINTED = List.of(
            "0",
            "—",
            "48.40",
            "270,000",
            "270000",
            ">5",
            "<0.5",
            "7–9",
            "NA",
            "W",
            "XX",
            "s",
            "not published",
            "0.0",
            "00012");

    @TempDir
    private Path folder;

    @Test
    void rare_earths_are_read_as_they_were_written_and_their_tables_are_the_same_bytes() throws IOException {
        Dataset dataset = Datasets.read(RARE_EARTHS).orElseThrow();
        Path written = folder.resolve("new");

        Datasets.write(dataset, written);

        Reading reading = Datasets.read(written);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.dataset()).contains(dataset);
        Set<String> files = names(RARE_EARTHS);
        files.remove("README.md");
        assertThat(names(written)).isEqualTo(files).hasSize(47);
        for (String file : files) {
            if (file.endsWith(".csv")) {
                assertThat(written.resolve(file)).as(file).hasSameBinaryContentAs(RARE_EARTHS.resolve(file));
            }
        }
    }

    @Test
    void figures_that_stand_in_other_lines_are_equal() {
        Dataset dataset = TINY;
        Figure first = dataset.figures().get(0);

        Dataset moved = dataset.toBuilder()
                .figures(List.of(dataset.figures().get(1), first))
                .build();

        assertThat(written(moved)).isEqualTo(moved).isNotEqualTo(dataset);
        assertThat(written(moved).figures().get(1)).isEqualTo(first);
        assertThat(written(moved).figures())
                .extracting(figure -> figure.citation().row())
                .containsExactly("figures.csv:2", "figures.csv:3");
    }

    @Test
    void what_a_dataset_lacks_has_no_file() throws IOException {
        Datasets.write(TINY, folder.resolve("new"));

        assertThat(names(folder.resolve("new")))
                .containsExactlyInAnyOrder(
                        "datapackage.json",
                        "sources.csv",
                        "bases.csv",
                        "editions.csv",
                        "stages.csv",
                        "measures.csv",
                        "figures.csv");
        assertThat(folder.resolve("new/datapackage.json"))
                .content()
                .contains("\"edition\": \"MCS2025\"")
                .doesNotContain("gathered", "\"path\": \"quotas.csv\"");
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_cells_hold_is_read_as_it_was_written(int seed) {
        Dataset dataset = random(new Random(seed));

        assertThat(written(dataset)).isEqualTo(dataset);
    }

    @Test
    @Tag("nightly")
    void whatever_more_cells_hold_is_read_so_too() {
        IntStream.range(60, 300).forEach(this::whatever_cells_hold_is_read_as_it_was_written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+cmd", "-2+3", "@SUM(A1)", "\tindented", "-", "'=1+1"})
    void no_text_is_a_formula_for_a_spreadsheet(String text) throws IOException {
        Dataset dataset = TINY.toBuilder()
                .sources(Map.of(
                        "usgs-2025", new Source("usgs-2025", text, Optional.empty()),
                        "usgs-2026", new Source("usgs-2026", "-10.5", Optional.empty())))
                .build();

        Datasets.write(dataset, folder.resolve("new"));

        assertThat(Files.readAllLines(folder.resolve("new/sources.csv")))
                .contains("usgs-2025,'" + text + ",,", "usgs-2026,-10.5,,");
    }

    @Test
    void a_number_below_zero_stays_one() {
        Dataset dataset = TINY.toBuilder()
                .rows(
                        MarketTables.DEMAND,
                        List.of(new Demand(
                                "NdPr",
                                "Balance",
                                Period.year(2024),
                                "observed",
                                Observation.parse("-1,200"),
                                Unit.parse("t REO"),
                                Citation.of("usgs-2025"))))
                .build();

        assertThat(CsvText.table(MarketTables.DEMAND, MarketTables.DEMAND.rows(dataset)))
                .endsWith("NdPr,Balance,2024,observed,\"-1,200\",t REO,,usgs-2025,read\n");
    }

    @Test
    void a_folder_with_something_in_it_is_refused() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> Datasets.write(TINY, folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining(folder.getFileName().toString())
                .hasMessageContaining("not empty");
        assertThat(names(folder)).containsExactly("mine.txt");
        assertThat(folder.getParent()).isDirectoryNotContaining("glob:**.lodestone-*");
    }

    @Test
    void a_place_in_a_folder_that_is_missing_is_refused_with_that_folder() {
        Path place = folder.resolve("mine").resolve("tin");
        String message =
                "'" + place + "' cannot be written: there is no folder '" + place.getParent() + "'. Create it first.";

        assertThatThrownBy(() -> Datasets.write(TINY, place))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Datasets.replace(TINY, place))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_kept() throws IOException {
        Path file = Files.writeString(folder.resolve("tin"), "mine");

        assertThatThrownBy(() -> Datasets.write(TINY, file))
                .isInstanceOf(IOException.class)
                .hasMessage("'" + file + "' cannot be written: it is a file, and no folder. Name another.");
        assertThat(file).hasContent("mine");
    }

    @Test
    void an_empty_folder_is_filled() throws IOException {
        Datasets.write(TINY, Files.createDirectory(folder.resolve("empty")));

        assertThat(Datasets.read(folder.resolve("empty")).dataset()).contains(TINY);
    }

    @Test
    void replacing_a_dataset_takes_its_tables_away_and_keeps_what_is_no_part_of_it() throws IOException {
        Path place = folder.resolve("place");
        Datasets.write(Datasets.read(RARE_EARTHS).orElseThrow(), place);
        Files.writeString(place.resolve("README.md"), "Mine");

        Datasets.replace(TINY, place);

        assertThat(Datasets.read(place).orElseThrow()).isEqualTo(TINY);
        assertThat(place.resolve("README.md")).hasContent("Mine");
        assertThat(names(place)).doesNotContain("quotas.csv", "screen.json");
        assertThat(names(folder)).containsExactly("place");
    }

    @Test
    void what_the_reader_would_refuse_is_not_written() {
        Dataset dataset = TINY.supposing(ChainTables.FIGURES, List.of());

        assertThatThrownBy(() -> Datasets.write(dataset, folder.resolve("new")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("A dataset needs sources, measures and figures.");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void what_a_table_cannot_hold_is_not_written() {
        CompanyFact noted = new CompanyFact(
                "MP",
                "revenue",
                "2024",
                Observation.parse("204"),
                Unit.parse("USD mn"),
                "",
                "",
                new Citation(
                        ImmutableList.of("usgs-2025"), Reliability.READ, How.REPORTED, "a note, without a column"));
        Dataset dataset =
                TINY.toBuilder().rows(CompanyTables.FACTS, List.of(noted)).build();

        assertThatThrownBy(() -> Datasets.write(dataset, folder.resolve("new")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("says more of its company-facts than a table can hold");
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void a_carriage_return_is_refused_with_its_cell() {
        Source source = new Source("usgs-2025", "two\r\nlines", Optional.empty());

        assertThatThrownBy(() -> SourceTables.SOURCES.row(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sources: citation: 'two\\r\nlines'");
    }

    @Test
    void a_screen_of_every_kind_is_read_as_it_was_written() {
        Screen screen = Screen.named("All kinds")
                .filter(Filter.anyOf("place", "China"))
                .level("money", 2)
                .level("profit", 1, "money")
                .criterion(Criterion.of("growth")
                        .level("profit")
                        .weight(0.1)
                        .lower()
                        .outliers(new Outliers.Winsorise(0.01, 0.99))
                        .by(Normalisation.logBetween(0.001, 200000))
                        .ifMissing(Missing.LEFT_OUT))
                .criterion(Criterion.of("size")
                        .level("money")
                        .outliers(Outliers.Rule.AUTO)
                        .by(Normalisation.between(-1.5, 3))
                        .ifMissing(Missing.WORST))
                .aggregation(Aggregation.GEOMETRIC)
                .build();
        Problems problems = new Problems();
        JsonPlace place = JsonPlace.parse("screen.json", ScreenWriter.print(screen, "screen.json"), problems)
                .orElseThrow();

        Optional<Screen> read = ScreenReader.read(
                place, new ScreenColumns(ImmutableSet.of("growth", "size"), ImmutableSet.of("place"), true));

        assertThat(problems.sorted()).isEmpty();
        assertThat(read).contains(screen);
    }

    @Test
    void a_screen_of_who_benefits_is_read_as_it_was_written_and_taken_away_with_its_dataset() throws IOException {
        Screen.Builder gains = Screen.named("Who gains");
        for (Gain.Kind kind : List.of(Gain.Kind.TONNES, Gain.Kind.BALANCE_SHEET)) { // the others need a deck
            gains.criterion(Criterion.of(kind.toString()).measuredBy(new Gain(kind), ""));
        }
        Dataset dataset = TINY.toBuilder().benefit(Optional.of(gains.build())).build();
        Path place = folder.resolve("place");

        Datasets.write(dataset, place);

        assertThat(Datasets.read(place).orElseThrow()).isEqualTo(dataset).isNotEqualTo(TINY);
        assertThat(dataset.toBuilder().build()).isEqualTo(dataset).hasSameHashCodeAs(dataset);
        assertThat(names(place)).contains("benefit.json").doesNotContain("screen.json");
        Datasets.replace(TINY, place);
        assertThat(names(place)).doesNotContain("benefit.json");
    }

    private Dataset written(Dataset dataset) {
        return inTemporary(path -> {
            Datasets.write(dataset, path.resolve("written"));
            return Datasets.read(path.resolve("written")).orElseThrow();
        });
    }

    private interface Use {
        Dataset of(Path path) throws IOException;
    }

    private static Dataset inTemporary(Use use) {
        try {
            Path path = Files.createTempDirectory("dataset");
            try {
                return use.of(path);
            } finally {
                MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset random(Random random) {
        Citation citation = new Citation(
                ImmutableList.of("usgs-2026", "usgs-2025"),
                pick(random, List.of(Reliability.values())),
                pick(random, List.of(How.values())),
                pick(random, AWKWARD));
        Figure figure = TINY.figures().get(0);
        List<Figure> figures = IntStream.range(1990, 1990 + 1 + random.nextInt(20))
                .mapToObj(year -> new Figure(
                        figure.measure(),
                        pick(
                                random,
                                List.of(
                                        Place.parse("Namibia"),
                                        Place.WORLD,
                                        Place.OTHER,
                                        Place.parse("China + Burma"))),
                        Period.year(year),
                        pick(random, NAMES),
                        pick(random, List.of("", "MCS2025", "MCS2026")),
                        pick(random, List.of("", "v1.3", "=v2")),
                        Observation.parse(pick(random, PRINTED)),
                        figure.unit(),
                        citation))
                .toList();
        Policy policy = new Policy(
                "id-1",
                Period.parse("2024-06-22"),
                pick(random, AWKWARD),
                pick(random, List.of("NA", "=NA", "China")),
                pick(random, NAMES),
                "title " + pick(random, AWKWARD),
                pick(random, AWKWARD),
                pick(random, NAMES),
                ImmutableList.of("separation", "mining"),
                ImmutableList.of("export", "-2+3"),
                "measure" + pick(random, AWKWARD),
                "in force",
                "'=" + pick(random, NAMES),
                new Citation(ImmutableList.of("usgs-2025"), Reliability.SECONDARY, How.REPORTED, ""));
        Unread unread = new Unread(
                "mcs2023-antim_world.csv",
                random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(100)) : OptionalInt.empty(),
                pick(random, AWKWARD),
                pick(random, AWKWARD),
                pick(random, AWKWARD),
                pick(random, AWKWARD),
                "reason " + pick(random, AWKWARD));
        return TINY.toBuilder()
                .figures(figures)
                .unread(List.of(unread))
                .rows(QuotaTables.POLICIES, List.of(policy))
                .build();
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_rule_that_was_given_in_code_has_no_place_in_a_file() {
        Screen screen = Screen.named("own")
                .criterion(Criterion.of("quota").by(Normalisation.own("root", values -> Math::sqrt)))
                .build();

        assertThatThrownBy(() -> ScreenWriter.print(screen, "screen.json"))
                .hasMessage("The normalisation 'root' of the screen is one's own, given in code, and has no place in"
                        + " screen.json. Write the dataset with another screen, and give this one in code again.");
    }
}
