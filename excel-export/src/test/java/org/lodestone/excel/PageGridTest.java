package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Where the columns of a table stand on a page whose report has years from 2022 to 2030. */
class PageGridTest {

    private static List<Region> columns(int from, int to, String... extras) {
        List<Period> years =
                IntStream.rangeClosed(from, to).mapToObj(Period::year).toList();
        Table table = Table.overYears("", years)
                .extras(ImmutableList.copyOf(extras))
                .row("China", "t", Shown.WHOLE, year -> Term.of("a").key().at(year))
                .build();
        PageGrid grid = new PageGrid(
                Section.page(
                        "Mining",
                        Section.Group.CHAIN,
                        Block.Sentence.plain("Mining"),
                        Block.Sentence.plain(""),
                        List.of(table)),
                new TreeSet<>(IntStream.rangeClosed(2022, 2030).boxed().toList()));
        return grid.columns(table, grid.all());
    }

    @Test
    void a_year_stands_in_the_same_column_of_each_page() {
        assertThat(columns(2022, 2030, "Share").get(4)).isEqualTo(new Region(5, 5)); // 2024
        assertThat(columns(2024, 2030, "Share", "Growth").get(2)).isEqualTo(new Region(5, 5));
    }

    @Test
    void a_table_of_few_years_has_no_hole_where_other_pages_have_the_forecast() {
        List<Region> reserves = columns(2023, 2025, "Share 2025", "Output 2025", "Life, years");

        assertThat(reserves)
                .as("figures stand beside the names they belong to")
                .extracting(Region::first)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }
}
