package org.lodestone.reports.sheet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class PolicySectionTest {

    private static final int DATE = 0;
    private static final int MEASURE = 1;
    private static final int WHAT = 2;
    private static final int TOUCHES = 3;
    private static final int STATE = 4;

    private static final Dataset DATASET = RareEarths.dataset();

    private final Section section =
            PolicySection.of(DATASET).orElseThrow().sections().get(0);

    @Test
    void measures_stand_by_jurisdiction_those_with_most_first() {
        assertThat(tables())
                .extracting(Table::heading)
                .startsWith("Measures that touch imports", "China", "United States")
                .contains("United States + Australia", "Vietnam");
    }

    @Test
    void measures_stand_in_the_order_of_their_dates() {
        assertThat(column(table("Malaysia"), DATE))
                .containsExactly("2019-08-15", "2023-02-14", "2023-09-11", "2023-10-24", "2026-03-02");
    }

    @Test
    void measures_that_bring_imported_ore_under_the_quota_are_among_those_that_touch_imports() {
        Row measures = row(table("Measures that touch imports"), "Interim Measures");
        assertThat(text(measures, WHAT)).contains("quota covers ore from home, import");
        assertThat(text(measures, STATE)).isEqualTo("Effective: 2025-08-22\nin force (early 2026)");
    }

    @Test
    void a_measure_has_its_local_title_its_number_and_the_names_of_its_stages() {
        Row regulations = row(table("China"), "Rare Earth Management Regulations");
        assertThat(text(regulations, MEASURE))
                .isEqualTo("Rare Earth Management Regulations\n稀土管理条例\nState Council, 国务院令第785号");
        assertThat(text(regulations, TOUCHES))
                .isEqualTo("Mining and beneficiation, Smelting and separation, Metals and alloys\n"
                        + "recycling, circulation, import, export");
    }

    @Test
    void what_nobody_read_at_its_source_is_marked() {
        long secondary = DATASET.policies().stream()
                .filter(policy ->
                        policy.citation().isSecondary() && policy.jurisdiction().equals("China"))
                .count();
        assertThat(column(table("China"), WHAT))
                .filteredOn(words -> words.endsWith("\nSecondary source."))
                .hasSize((int) secondary);
    }

    @Test
    void a_dataset_without_policies_has_no_section() {
        assertThat(PolicySection.of(Dataset.builder("empty").build())).isEmpty();
    }

    private List<Table> tables() {
        return section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private Table table(String heading) {
        return tables().stream()
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Table table, String title) {
        return table.rows().stream()
                .filter(row -> text(row, MEASURE).startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> column(Table table, int column) {
        return table.rows().stream().map(row -> text(row, column)).toList();
    }

    private static String text(Row row, int column) {
        return ((Cell.Words) row.cells().get(column)).text();
    }
}
