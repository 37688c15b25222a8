package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Source;

/** The names that source lines give the sources of the datasets that come with Lodestone. */
class BundledSourcesTest {

    /** A line under a table takes three or four names of this length. */
    private static final int LONGEST = 40;

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void what_figures_quotas_demand_assumptions_and_claims_cite_has_a_short_name_of_its_own(String name) {
        Dataset dataset = Datasets.read(Path.of("../examples/data", name)).orElseThrow();

        List<Source> cited = Stream.of(
                        ChainTables.FIGURES,
                        QuotaTables.QUOTAS,
                        MarketTables.DEMAND,
                        ForecastTables.ASSUMPTIONS,
                        ResearchTables.CLAIMS)
                .flatMap(table -> cites(table, dataset))
                .distinct()
                .map(id -> dataset.sources().get(id))
                .toList();

        assertThat(cited)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.brief()).isPresent());
    }

    private static <R> Stream<String> cites(Table<R> table, Dataset dataset) {
        return dataset.rows(table).stream().flatMap(row -> table.sources(row).stream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void names_are_short_and_those_that_are_given_stand_for_one_source(String name) {
        Dataset dataset = Datasets.read(Path.of("../examples/data", name)).orElseThrow();

        assertThat(dataset.sources().values())
                .allSatisfy(source -> assertThat(source.shortName()).hasSizeBetween(2, LONGEST));
        assertThat(dataset.sources().values().stream().map(Source::brief).flatMap(Optional::stream))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void readers_can_open_the_host_of_every_source(String name) {
        assertThat(Datasets.read(Path.of("../examples/data", name)).notes())
                .filteredOn(note -> note.file().equals("sources.csv"))
                .isEmpty();
    }
}
