package org.lodestone.reports.sheet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.market.Price;
import org.lodestone.core.time.Period;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.SmallSupply;

/** Prices and trade of USGS, editions 2024 and 2026. */
class MarketSectionTest {

    private static Dataset dataset(String name) {
        return BundledPack.of(name).dataset();
    }

    private static Part part(String name) {
        return MarketSection.of(dataset(name)).orElseThrow();
    }

    private static List<String> sentences(Part part) {
        return blocks(part, Block.Prose.class).stream()
                .flatMap(prose -> prose.sentences().stream())
                .map(sentence -> part.model()
                        .value(((Block.Sentence.Live) sentence).key())
                        .inSentence())
                .toList();
    }

    private static <T> List<T> blocks(Part part, Class<T> kind) {
        return part.sections().get(0).blocks().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Table table(Part part, String heading) {
        return blocks(part, Table.class).stream()
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labels(Table table) {
        return table.rows().stream()
                .map(row -> ((Cell.Words) row.cells().get(0)).text())
                .toList();
    }

    @Test
    void each_edition_is_a_series_of_its_own_and_the_newest_is_told() {
        Part lithium = part("lithium");

        assertThat(labels(table(lithium, "Prices by year")))
                .containsExactly(
                        "Lithium carbonate, battery-grade, MCS 2024", "Lithium carbonate, battery-grade, MCS 2026");
        // MCS 2026: 11,700, 63,700, 39,000, 11,800, 9,000; 9,000 / 11,800 and 9,000 / 11,700
        assertThat(sentences(lithium))
                .contains(
                        "Lithium carbonate, battery-grade, MCS 2026: 9,000 USD/t in 2025, −23.7% on the year before and"
                                + " −23.1% since 2021.");
    }

    @Test
    void years_run_without_a_gap_from_the_first_to_the_last_of_any_series() {
        assertThat(table(part("lithium"), "Prices by year").columns())
                .extracting(Column::header)
                .endsWith("2019", "2020", "2021", "2022", "2023", "2024", "2025");
    }

    @Test
    void lines_in_different_units_are_in_different_charts() {
        assertThat(blocks(part("gallium"), Block.Charts.class))
                .flatExtracting(Block.Charts::charts)
                .extracting(Chart::unit)
                .contains("USD/kg", "kg gross", "kg Ga");
    }

    /** MCS 2026, in USD/kg of 2025: terbium 1,010, lutetium 888, dysprosium 239, praseodymium 74, neodymium 73, the next 70. */
    @Test
    void of_very_many_prices_the_highest_are_drawn() {
        Chart prices = blocks(part("rare-earths"), Block.Charts.class).stream()
                .flatMap(charts -> charts.charts().stream())
                .filter(chart -> chart.title().startsWith("Prices"))
                .findFirst()
                .orElseThrow();

        assertThat(prices.title()).isEqualTo("Prices, the 5 highest of 15");
        assertThat(prices.series())
                .extracting(series -> series.inWords().split(" ")[0])
                .containsExactly("Praseodymium", "Neodymium", "Terbium", "Dysprosium", "Lutetium");
    }

    @Test
    void what_is_not_available_is_in_the_table_but_neither_told_nor_drawn() {
        Part gallium = part("gallium");

        assertThat(labels(table(gallium, "Trade by year"))).contains("United States, exports of gallium");
        assertThat(sentences(gallium)).noneMatch(said -> said.contains("United States, exports of gallium"));
    }

    @Test
    void shares_of_partners_stand_apart_from_amounts() {
        assertThat(labels(table(part("lithium"), "United States, imports of lithium, share of all imports")))
                .containsExactly("Chile", "Argentina", "Other countries");
    }

    @Test
    void a_dataset_without_prices_is_told_by_its_trade_alone_and_one_with_neither_not_at_all() {
        Dataset traded =
                dataset("cobalt").supposing(DatasetTables.PRICES, List.of()).supposing(DatasetTables.DEMAND, List.of());

        assertThat(MarketSection.of(traded)
                        .orElseThrow()
                        .sections()
                        .get(0)
                        .title()
                        .words())
                .isEqualTo("Cobalt: trade");
        assertThat(MarketSection.of(new SmallSupply().mined("Chile", 2023, "1").dataset()))
                .isEqualTo(Optional.empty());
    }

    @Test
    void prices_of_a_day_and_two_prints_of_one_year_keep_a_place_each() {
        Dataset lithium = dataset("lithium");
        Price first = lithium.prices().get(0);
        Price ofADay = new Price(
                first.product(),
                first.grade(),
                Period.parse("2026-03-02"),
                first.price(),
                first.unit(),
                "",
                first.vat(),
                first.citation());
        Part part = MarketSection.of(lithium.supposing(DatasetTables.PRICES, List.of(first, first, ofADay))
                        .supposing(DatasetTables.TRADE, List.of()))
                .orElseThrow();

        assertThat(table(part, "Prices by year").rows()).hasSize(1);
        assertThat(table(part, "Prices of single days, quarters and years").rows())
                .hasSize(1);
        assertThat(part.model().contents().keySet())
                .filteredOn(key -> key.what().name().equals("price"))
                .hasSize(3);
    }
}
