package org.lodestone.examples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.supply.Supply;

/** The datasets that come with the library: that they read, and that what follows from them is what the sources print. */
class BundledDatasetsTest {

    private static final Path DATA = Path.of("examples", "data");

    private static Dataset dataset(String name) {
        return Datasets.read(DATA.resolve(name)).orElseThrow();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(DATA)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Supply supply(String name, String measure) {
        return Supply.of(dataset(name), measure).orElseThrow();
    }

    private static double number(Supply supply, Key key) {
        return supply.value(key).number().orElseThrow();
    }

    @Test
    void there_are_seven() throws IOException {
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten");
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_is_read_without_a_problem(String name) {
        assertThat(Datasets.read(DATA.resolve(name)).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void each_says_what_is_in_it_and_on_which_terms(String name) throws IOException {
        String readme = Files.readString(DATA.resolve(name).resolve("README.md"));

        assertThat(readme).startsWith("# " + dataset(name).title() + "\n").contains("## Terms", "public domain");
        boolean usesIea = dataset(name).sources().keySet().stream().anyMatch(id -> id.startsWith("iea"));
        assertThat(readme.contains("© IEA")).isEqualTo(usesIea);
        assertThat(Files.readString(DATA.resolve(name).resolve("datapackage.json"))
                        .contains("attribution to the IEA"))
                .isEqualTo(usesIea);
    }

    // ---------------------------------------------------------------- worked by hand from the printed rows

    /** MCS 2026: rows in the unit of the measure; the printed world total is rounded. Shares are of the sum of rows. */
    @ParameterizedTest
    @CsvSource({
        // 222,970 without the United States, whose output is withheld; 82,700 / 222,970
        "lithium, mine-production, 2024, 222970, 222000, Australia, 0.370902",
        "lithium, mine-production, 2025, 288380, 290000, Australia, 0.319024",
        "lithium, reserves, 2025, 36470000, 37000000, Chile, 0.252262",
        // 226,000 / 301,590 and 230,000 / 314,600
        "cobalt, mine-production, 2024, 301590, 302000, DR Congo, 0.749362",
        "cobalt, mine-production, 2025, 314600, 310000, DR Congo, 0.731087",
        "cobalt, reserves, 2025, 11525000, 12000000, DR Congo, 0.520607",
        "graphite, mine-production, 2024, 1550686, 1550000, China, 0.818992",
        "graphite, mine-production, 2025, 1752880, 1800000, China, 0.798686",
        // the reserves of four countries are only in the printed total
        "graphite, reserves, 2025, 298100000, 310000000, China, 0.335458",
        // 839 / 848 and 900 / 909 t, of rows in kg; the total of 2025 is printed as 900,000 kg
        "gallium, primary-production, 2024, 848, 848, China, 0.989387",
        "gallium, primary-production, 2025, 909, 900, China, 0.990099",
        "gallium, production-capacity, 2025, 1720, 1700, China, 0.930233",
        // in kt, of rows in tonnes
        "tungsten, mine-production, 2024, 81.61, 82, China, 0.820978",
        "tungsten, mine-production, 2025, 85.14, 85, China, 0.786939"
    })
    void the_sum_of_rows_stands_beside_the_printed_total(
            String name, String measure, int year, double sum, double printed, String leader, double share) {
        Supply supply = supply(name, measure);
        Period period = Period.year(year);

        assertThat(supply.edition()).isEqualTo("MCS2026");
        assertThat(number(supply, supply.total(period))).isCloseTo(sum, within(1e-9));
        assertThat(number(supply, supply.printedTotal(period).orElseThrow())).isCloseTo(printed, within(1e-9));
        assertThat(supply.value(supply.rankedName(1, period))).isEqualTo(new Value.Text(leader));
        assertThat(number(supply, supply.share(Place.parse(leader), period))).isCloseTo(share, within(5e-7));
    }

    /** HHI = 10,000 Σ s², other countries counted as nothing and as one; worked with fractions from the printed rows. */
    @ParameterizedTest
    @CsvSource({
        "lithium, mine-production, 2025, 2046.687, 2046.687",
        "lithium, lithium-mined, 2024, 2216.350, 2297.911",
        "lithium, lithium-refined, 2024, 5380.761, 5385.304",
        "cobalt, mine-production, 2025, 5553.998, 5562.365",
        "cobalt, cobalt-mined, 2024, 4582.032, 4861.458",
        "cobalt, cobalt-refined, 2024, 6219.789, 6308.873",
        "graphite, graphite-mined, 2024, 7352.407, 7359.430",
        "graphite, graphite-refined, 2024, 9166.365, 9169.721",
        "gallium, primary-production, 2025, 9803.505, 9803.505",
        "gallium, production-capacity, 2025, 8654.002, 8687.804",
        "tungsten, mine-production, 2025, 6234.361, 6242.307"
    })
    void concentration_has_two_ends(String name, String measure, int year, double low, double high) {
        Supply supply = supply(name, measure);
        Period period = Period.year(year);

        assertThat(number(supply, supply.hhi(period))).isCloseTo(low, within(5e-4));
        assertThat(number(supply, supply.hhiWithOthersAsOne(period).orElse(supply.hhi(period))))
                .isCloseTo(high, within(5e-4));
    }

    /** IEA: 181.7963 of 273.337 kt mined, 196.1434 of 250.1498 refined; and so on. */
    @ParameterizedTest
    @CsvSource({
        "cobalt, cobalt-mined, DR Congo, 0.665099",
        "cobalt, cobalt-refined, China, 0.784104",
        "lithium, lithium-mined, Australia, 0.352203",
        "lithium, lithium-refined, China, 0.702274",
        "graphite, graphite-mined, China, 0.855332",
        "graphite, graphite-refined, China, 0.957111"
    })
    void the_largest_of_the_iea_in_2024(String name, String measure, String leader, double share) {
        Supply supply = supply(name, measure);
        Period observed = Period.year(2024);

        assertThat(supply.latest()).isEqualTo(observed);
        assertThat(supply.years()).extracting(Period::year).containsExactly(2024, 2030, 2035, 2040);
        assertThat(number(supply, supply.share(Place.parse(leader), observed))).isCloseTo(share, within(5e-7));
    }

    // ---------------------------------------------------------------- what a figure is

    @ParameterizedTest
    @ValueSource(strings = {"lithium", "cobalt", "graphite"})
    void what_the_iea_counts_is_never_a_figure_of_a_measure_that_usgs_counts(String name) {
        assertThat(dataset(name).figures().stream()
                        .collect(groupingBy(
                                figure -> figure.measure().id(),
                                mapping(figure -> figure.edition().startsWith("IEA") ? "IEA" : "USGS", toSet())))
                        .values())
                .containsOnly(Set.of("IEA"), Set.of("USGS"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lithium", "cobalt", "graphite"})
    void a_unit_names_no_source(String name) {
        assertThat(dataset(name).measures().values())
                .extracting(measure -> measure.unit().toString())
                .noneMatch(unit -> unit.contains("IEA") || unit.contains("USGS"));
    }

    @Test
    void what_is_withheld_or_only_in_the_total_is_no_number_and_a_dash_is_zero() {
        assertThat(observation("lithium", "mine-production", "United States", 2025))
                .isEqualTo(Observation.parse("W"));
        assertThat(observation("graphite", "reserves", "Ukraine", 2025)).isEqualTo(Observation.parse("s"));
        assertThat(observation("tungsten", "reserves", "World", 2025)).isEqualTo(Observation.parse(">4,700,000"));
        assertThat(observation("tungsten", "mine-production", "Kazakhstan", 2024)
                        .known())
                .hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void the_total_of_the_world_is_rounded_and_every_other_row_of_usgs_is_as_reported(String name) {
        assertThat(dataset(name).figures())
                .filteredOn(figure -> figure.edition().startsWith("MCS"))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.citation().how())
                        .isEqualTo(
                                figure.place().equals(Place.WORLD)
                                                && !figure.value().equals(Observation.parse("NA"))
                                        ? How.ROUNDED
                                        : How.REPORTED));
    }

    @ParameterizedTest
    @CsvSource({"lithium, 2020", "cobalt, 2021", "graphite, 2022", "gallium, 2022", "tungsten, 2020"})
    void editions_make_a_history_without_a_gap(String name, int first) {
        List<Integer> years = dataset(name).figures().stream()
                .filter(figure -> figure.edition().startsWith("MCS"))
                .filter(figure -> figure.measure().kind() == Measure.Kind.PRODUCTION)
                .map(figure -> figure.period().year())
                .distinct()
                .sorted()
                .toList();
        assertThat(years)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(first, 2025).boxed().toList());
    }

    private static Observation observation(String name, String measure, String place, int year) {
        return dataset(name).figures(measure, "MCS2026").stream()
                .filter(figure -> figure.place().equals(Place.parse(place)))
                .filter(figure -> figure.period().equals(Period.year(year)))
                .map(Figure::value)
                .findFirst()
                .orElseThrow();
    }
}
