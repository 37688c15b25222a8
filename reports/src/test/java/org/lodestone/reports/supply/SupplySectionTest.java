package org.lodestone.reports.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** What a section on supply says where there is little to say. */
class SupplySectionTest {

    private static Part part(SmallSupply small) {
        Dataset dataset = small.dataset();
        return SupplySection.of(
                        Supplies.of(dataset),
                        "Production",
                        List.copyOf(dataset.measures().values()))
                .orElseThrow();
    }

    private static Section section(Part part) {
        return part.sections().get(0);
    }

    private static List<String> sentences(Part part) {
        return section(part).blocks().stream()
                .filter(Block.Prose.class::isInstance)
                .flatMap(block -> ((Block.Prose) block).sentences().stream())
                .map(sentence -> part.model()
                        .value(((Block.Sentence.Live) sentence).key())
                        .inSentence())
                .toList();
    }

    private static List<Table> tables(Part part) {
        return section(part).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static List<String> headers(Table table) {
        return table.columns().stream().map(Column::header).toList();
    }

    private static List<String> labels(Table table) {
        return table.rows().stream()
                .map(row -> row.cells().get(0))
                .filter(Cell.Words.class::isInstance)
                .map(cell -> ((Cell.Words) cell).text())
                .toList();
    }

    @Test
    void one_country_alone_has_a_figure_but_no_share_and_no_concentration() {
        Part part = part(new SmallSupply().mined("Chile", 2022, "90").mined("Chile", 2023, "100"));

        assertThat(section(part).title().words()).isEqualTo("Mine production by country");
        // 100 / 90 − 1
        assertThat(sentences(part))
                .containsExactly("Mine production 2023: Chile has 100 kg Ge, +11.11% on the year; no other row has a"
                        + " figure, so that it has no share.");
        assertThat(tables(part)).hasSize(1);
        assertThat(headers(tables(part).get(0)))
                .contains("2022", "2023", "Growth 2023")
                .noneMatch(header -> header.startsWith("Share") || header.startsWith("Rank"));
        assertThat(section(part).blocks()).noneMatch(Block.Charts.class::isInstance);
    }

    @Test
    void one_country_alone_has_a_share_of_the_printed_total() {
        Part part = part(new SmallSupply().mined("Chile", 2023, "100").mined("World", 2023, "400"));

        assertThat(sentences(part))
                .containsExactly(
                        "Mine production 2023: Chile has 100 kg Ge, 25.00% of the printed total; no other row has a"
                                + " figure.");
    }

    @Test
    void where_everything_is_withheld_the_reasons_are_told_and_nothing_is_summed() {
        // germanium in MCS 2024: withheld for the United States, not available for the others and the world
        Part part = part(new SmallSupply()
                .mined("United States", 2022, "W")
                .mined("United States", 2023, "W")
                .mined("China", 2022, "NA")
                .mined("China", 2023, "NA")
                .mined("World", 2022, "NA")
                .mined("World", 2023, "NA"));

        assertThat(sentences(part))
                .containsExactly(
                        "There is no total of mine production in 2023: figures of countries are not available or withheld.");
        assertThat(headers(tables(part).get(0)))
                .noneMatch(header ->
                        header.startsWith("Share") || header.startsWith("Rank") || header.startsWith("Growth"));
        assertThat(labels(tables(part).get(0)))
                .containsExactly("Rows with a figure", "Printed total")
                .doesNotContain("Sum of known rows");
        assertThat(section(part).blocks()).noneMatch(Block.Charts.class::isInstance);
    }

    @Test
    void rows_that_are_all_zero_have_no_shares() {
        Part part = part(new SmallSupply().mined("Chile", 2023, "—").mined("Peru", 2023, "0"));

        assertThat(sentences(part)).containsExactly("Mine production 2023: every row with a figure is zero.");
    }

    @Test
    void a_year_that_has_shares_is_told_beside_one_that_has_none() {
        Part part = part(new SmallSupply()
                .mined("Chile", 2022, "90")
                .mined("Chile", 2023, "100")
                .mined("Peru", 2022, "10")
                .mined("Peru", 2023, "W"));

        assertThat(headers(tables(part).get(0))).contains("Share 2022").doesNotContain("Share 2023", "Rank 2023");
        assertThat(tables(part)).extracting(Table::heading).contains("Concentration by country, Edition 1");
        assertThat(section(part).blocks()).anyMatch(Block.Charts.class::isInstance);
    }

    @Test
    void a_measure_that_names_no_country_has_no_section() {
        Dataset dataset = new SmallSupply()
                .mined("Other countries", 2023, "7")
                .mined("World", 2023, "7")
                .dataset();
        assertThat(SupplySection.of(
                        Supplies.of(dataset),
                        "Production",
                        List.copyOf(dataset.measures().values())))
                .isEmpty();
    }

    @Test
    void an_index_has_two_ends_only_where_other_countries_have_something() {
        SmallSupply nothing = new SmallSupply()
                .mined("Chile", 2023, "60")
                .mined("Peru", 2023, "40")
                .mined("Other countries", 2023, "—");
        SmallSupply something = new SmallSupply()
                .mined("Chile", 2023, "60")
                .mined("Peru", 2023, "30")
                .mined("Other countries", 2023, "10");

        // 60² + 40²; 60² + 30², and with the others as one 10² more
        assertThat(sentences(part(nothing))).anyMatch(said -> said.contains("(HHI) is 5200.0; without"));
        assertThat(sentences(part(something))).anyMatch(said -> said.contains("(HHI) is 4500.0 to 4600.0; without"));
    }

    @Test
    void years_of_an_outlook_are_called_so() {
        Part part = part(new SmallSupply()
                .measure("refined", "Refined", Measure.Kind.PRODUCTION, "kt Ge")
                .figure("refined", "China", 2024, "", "2")
                .figure("refined", "Japan", 2024, "", "1")
                .figure("refined", "China", 2030, "Base case", "3")
                .figure("refined", "Japan", 2030, "Base case", "1"));

        assertThat(tables(part).get(0).notes()).contains("2030: an outlook, not observed (Base case).");
        assertThat(sentences(part).get(0)).contains("in 2024");
    }

    @Test
    void whole_thousands_of_tonnes_are_told_without_a_decimal_and_parts_of_one_with_it() {
        SmallSupply whole = gypsum();
        SmallSupply parts = new SmallSupply()
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "kt gypsum")
                .figure("mined", "Chile", 2023, "", "5000.25")
                .figure("mined", "Peru", 2023, "", "100");

        assertThat(SupplySection.digits(Supply.of(whole.dataset(), "mined").orElseThrow()))
                .isZero();
        assertThat(SupplySection.digits(Supply.of(parts.dataset(), "mined").orElseThrow()))
                .isEqualTo(1);
    }

    // ---------------------------------------------------------------- reserve life

    private static SmallSupply gypsum() {
        return new SmallSupply()
                .measure("reserves", "Reserves", Measure.Kind.RESERVES, "Mt gypsum")
                .figure("reserves", "Chile", 2023, "", "20")
                .figure("reserves", "Peru", 2023, "", "5")
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "kt gypsum")
                .figure("mined", "Chile", 2023, "", "500")
                .figure("mined", "Peru", 2023, "", "100");
    }

    private static ReserveLife life(Dataset dataset) {
        return ReserveLife.of(
                        Supply.of(dataset, "reserves").orElseThrow(),
                        Supply.of(dataset, "mined").orElseThrow())
                .orElseThrow();
    }

    @Test
    void reserves_in_millions_of_tonnes_last_by_output_in_thousands() {
        ReserveLife life = life(gypsum().dataset());

        // 20 Mt / 0.5 Mt and 25 / 0.6
        assertThat(life.model().value(life.mined(Place.parse("Chile"))).number())
                .hasValue(0.5);
        assertThat(life.model().value(life.years(Place.parse("Chile"))).number())
                .hasValue(40);
        assertThat(life.model().value(life.overAllOutput()).number().orElseThrow())
                .isCloseTo(41.667, within(0.001));
    }

    @Test
    void reserves_of_one_mineral_do_not_last_by_the_output_of_another() {
        SmallSupply two = gypsum().measure("anhydrite", "Reserves: anhydrite", Measure.Kind.RESERVES, "Mt gypsum")
                .figure("anhydrite", "Chile", 2023, "", "3")
                .figure("anhydrite", "Peru", 2023, "", "1");

        assertThat(tables(part(gypsum()))).extracting(Table::heading).contains("Reserve life at the output of 2023");
        assertThat(tables(part(two))).extracting(Table::heading).doesNotContain("Reserve life at the output of 2023");
    }

    @Test
    void two_reserves_on_bases_of_their_own_have_a_life_each() {
        Part part = part(gypsum().measure("crude", "Reserves: crude ore", Measure.Kind.RESERVES, "Mt ore")
                .figure("crude", "Chile", 2023, "", "40")
                .figure("crude", "Peru", 2023, "", "4")
                .measure("ore", "Mine production: crude ore", Measure.Kind.PRODUCTION, "Mt ore")
                .figure("ore", "Chile", 2023, "", "2")
                .figure("ore", "Peru", 2023, "", "1"));

        assertThat(part.sections())
                .filteredOn(section -> section.blocks().stream()
                        .anyMatch(block ->
                                block instanceof Table table && table.heading().startsWith("Reserve life")))
                .hasSize(2);
    }
}
