package org.lodestone.reports.sheet.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;

class HeavySectionTest {

    private final Part part =
            HeavySection.of(HeavyPrices.of(RareEarths.dataset()).orElseThrow());

    @Test
    void every_year_of_every_product_stands_there() {
        assertThat(part.sections().get(0).tables())
                .extracting(Table::heading)
                .contains(
                        "Yearly prices, USD/kg",
                        "The latest yearly price over the first",
                        "Prices of single days, quarters and years");
    }

    @Test
    void a_price_says_whether_it_includes_value_added_tax() {
        assertThat(words(table("Prices of single days, quarters and years"), 5))
                .contains("not stated", "included")
                .doesNotContain("excluded");
    }

    private Table table(String heading) {
        return part.sections().get(0).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Table table, int column) {
        return table.rows().stream()
                .map(row -> ((Cell.Words) row.cells().get(column)).text())
                .toList();
    }
}
