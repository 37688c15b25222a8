package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

class YearGridTest {

    private static YearGrid grid(int years) {
        List<Period> all =
                IntStream.range(2010, 2010 + years).mapToObj(Period::year).toList();
        Table table = Table.overYears("Supply", all)
                .row("Supply", "t", Shown.WHOLE, year -> Term.of("supply").key().at(year))
                .build();
        return new YearGrid(
                List.of(table), new TreeSet<>(all.stream().map(Period::year).toList()));
    }

    /** Twelve years of full width, or fourteen that are as narrow as they may be where there are more. */
    @Test
    void a_page_holds_names_units_and_twelve_years_or_fourteen_narrow_ones() {
        assertThat(grid(12).onPage(grid(12).all())).isEqualTo(new Region(1, 14));
        assertThat(grid(20).onPage(grid(20).all())).isEqualTo(new Region(1, 16));
        assertThat(grid(20).all()).isEqualTo(new Region(1, 22));
    }
}
