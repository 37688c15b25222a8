package org.lodestone.reports.sheet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;

class StatisticSectionTest {

    private static final Measure PRICE = statistic("us-price", "United States: price", "USD/kg");
    private static final Measure SOURCES = statistic("us-sources", "Import sources: metal", "%");

    /** Gallium, MCS 2026: 277 USD/kg in 2021 and 432 in 2022; imports of 2021 to 2024 from Canada 28%, Japan 22%. */
    private static final Dataset GALLIUM = Dataset.builder("gallium")
            .resource("Gallium")
            .measures(ImmutableMap.of(PRICE.id(), PRICE, SOURCES.id(), SOURCES))
            .figures(List.of(
                    figure(PRICE, "United States", "2021", "277"),
                    figure(PRICE, "United States", "2022", "432"),
                    figure(SOURCES, "Canada", "2021-2024", "28"),
                    figure(SOURCES, "Japan", "2021-2024", "22")))
            .build();

    @Test
    void a_country_has_a_line_for_each_statistic_with_its_unit() {
        Table country = tables(GALLIUM).get(0);

        assertThat(country.heading()).isEqualTo("United States");
        assertThat(country.columns()).extracting(column -> column.header()).endsWith("2021", "2022");
        assertThat(country.rows()).hasSize(1);
        assertThat(country.rows().get(0).cells()).startsWith(new Cell.Words("Price"), new Cell.Words("USD/kg"));
    }

    @Test
    void what_is_printed_of_several_countries_is_a_table_of_countries() {
        Table sources = tables(GALLIUM).get(1);

        assertThat(sources.heading()).isEqualTo("Import sources: metal, %");
        assertThat(sources.rows())
                .extracting(row -> row.cells().get(0))
                .containsExactly(new Cell.Words("Canada"), new Cell.Words("Japan"));
    }

    /** The export quota of DR Congo by month and the surpluses that others print are of no edition. */
    @Test
    void what_the_newest_edition_does_not_print_stands_one_by_one() {
        Dataset cobalt = BundledPack.of("cobalt").dataset();
        Table singles = tables(cobalt).get(tables(cobalt).size() - 1);

        assertThat(singles.heading()).isEqualTo("What other editions print, or none");
        assertThat(singles.rows())
                .extracting(row -> List.of(
                        row.cells().get(0),
                        row.cells().get(2),
                        row.cells().get(3),
                        row.cells().get(4)))
                .contains(
                        List.of(word("Export quota by month"), word("DR Congo"), word("2025-10"), word("")),
                        List.of(
                                word("Published surplus"),
                                word("World"),
                                word("2024"),
                                word("Cobalt Institute (Benchmark), by Bankable")));
    }

    private static Cell word(String text) {
        return new Cell.Words(text);
    }

    @Test
    void the_figures_are_inputs_as_printed() {
        Part part = StatisticSection.of(GALLIUM).orElseThrow();

        assertThat(part.model().contents()).hasSize(4);
        assertThat(part.model().contents().values()).allMatch(content -> content.isInput());
    }

    @Test
    void without_statistics_there_is_no_section() {
        assertThat(StatisticSection.of(Dataset.builder("empty").build())).isEmpty();
    }

    private static List<Table> tables(Dataset dataset) {
        return Stream.of(StatisticSection.of(dataset).orElseThrow())
                .flatMap(part -> part.sections().get(0).blocks().stream())
                .map(Table.class::cast)
                .toList();
    }

    private static Measure statistic(String id, String name, String unit) {
        return new Measure(id, name, "", Measure.Kind.STATISTIC, Unit.parse(unit), "");
    }

    private static Figure figure(Measure measure, String place, String period, String value) {
        return new Figure(
                measure,
                Place.parse(place),
                Period.parse(period),
                "",
                "",
                "",
                Observation.of(new BigDecimal(value)),
                measure.unit(),
                Citation.of("usgs-mcs-2026"));
    }
}
