package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.dataset.TableRows;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** Every row of a fact is shown, or counted among those that are not. */
class ShownRowsTest {

    private static Dataset dataset(String name) {
        return DatasetReader.read(Path.of("../examples/data", name)).orElseThrow();
    }

    /** Table, rows, shown, not shown: {@code trade 33 33 0}. */
    private static List<String> counted(Report report) {
        Section sources = report.sections().stream()
                .filter(section -> section.name().equals("Sources"))
                .findFirst()
                .orElseThrow();
        Table table = (Table) sources.blocks().get(1);
        return table.rows().stream()
                .map(row -> ((Cell.Words) row.cells().get(0)).text() + " " + number(report, row, 1) + " "
                        + number(report, row, 2) + " " + number(report, row, 3))
                .toList();
    }

    private static int number(Report report, Row row, int column) {
        return (int) report.model()
                .value(((Cell.Of) row.cells().get(column)).key())
                .number()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "gallium", "tungsten"})
    void the_counts_add_up_to_the_rows_of_each_table(String name) {
        Dataset dataset = dataset(name);

        List<String> counted = counted(ResearchPack.of(dataset));

        assertThat(counted).isNotEmpty().allSatisfy(line -> {
            String[] cells = line.split(" ", -1);
            assertThat(Integer.parseInt(cells[1]))
                    .isEqualTo(TableRows.all(dataset).get(cells[0]).size())
                    .isEqualTo(Integer.parseInt(cells[2]) + Integer.parseInt(cells[3]));
            assertThat(Integer.parseInt(cells[3])).isNotNegative();
        });
    }

    @Test
    void trade_and_prices_of_rare_earths_are_shown_beside_the_sheet_on_the_heavy_ones() {
        Report report = ResearchPack.of(dataset("rare-earths"));

        assertThat(report.sections()).extracting(Section::name).containsSequence("Heavy", "Market");
        assertThat(counted(report)).contains("trade 33 33 0", "prices 268 268 0", "splits 40 0 40");
    }
}
