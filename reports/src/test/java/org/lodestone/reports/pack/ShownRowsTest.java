package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** Every row of a dataset is shown or counted. */
class ShownRowsTest {

    /** Table, rows, shown, not shown: {@code trade 33 33 0}. */
    private static List<String> counted(Report report) {
        Table table = table(report, "rows-read");
        return table.rows().stream()
                .map(row -> name(row) + " " + number(report, row, 1) + " " + number(report, row, 2) + " "
                        + number(report, row, 3))
                .toList();
    }

    private static Table table(Report report, String id) {
        return report.sections().stream()
                .filter(section -> section.name().equals("Checks"))
                .flatMap(Section::tables)
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** How many rows each table has that has any. */
    private static Map<String, Integer> rows(Dataset dataset) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        dataset.tables().stream()
                .filter(table -> !dataset.rows(table).isEmpty())
                .forEach(table -> rows.put(table.name(), dataset.rows(table).size()));
        return rows;
    }

    private static String name(Row row) {
        return ((Cell.Words) row.cells().get(0)).text();
    }

    private static int number(Report report, Row row, int column) {
        return (int) report.model()
                .value(((Cell.Of) row.cells().get(column)).key())
                .number()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void the_counts_add_up_to_the_rows_of_each_table(String name) {
        BundledPack pack = BundledPack.of(name);

        List<String> counted = counted(pack.report());

        assertThat(counted).isNotEmpty().allSatisfy(line -> {
            String[] cells = line.split(" ", -1);
            assertThat(Integer.parseInt(cells[1]))
                    .isEqualTo(rows(pack.dataset()).get(cells[0]))
                    .isEqualTo(Integer.parseInt(cells[2]) + Integer.parseInt(cells[3]));
            assertThat(Integer.parseInt(cells[3])).isNotNegative();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten"})
    void every_table_of_a_dataset_is_counted(String name) {
        Dataset dataset = BundledPack.of(name).dataset();
        Report report = BundledPack.of(name).report();
        Table rules = table(report, "names-read");

        List<String> facts =
                counted(report).stream().map(line -> line.split(" ")[0]).toList();
        List<String> others = rules.rows().stream().map(ShownRowsTest::name).toList();

        assertThat(facts).doesNotContainAnyElementsOf(others);
        assertThat(Stream.concat(facts.stream(), others.stream()))
                .containsExactlyInAnyOrderElementsOf(rows(dataset).keySet());
        assertThat(rules.rows())
                .allSatisfy(row -> assertThat(number(report, row, 1))
                        .isEqualTo(rows(dataset).get(name(row))));
    }

    @Test
    void trade_and_prices_of_rare_earths_are_shown_on_one_sheet_with_those_of_the_heavy_ones() {
        Report report = BundledPack.of("rare-earths").report();

        assertThat(report.sections())
                .filteredOn(section -> section.name().equals("Prices and trade"))
                .singleElement()
                .satisfies(section -> assertThat(section.tables())
                        .extracting(Table::heading)
                        .contains("Prices by year", "Trade by year", "Yearly prices, USD/kg"));
        assertThat(counted(report)).contains("trade 33 33 0", "prices 379 379 0");
    }
}
