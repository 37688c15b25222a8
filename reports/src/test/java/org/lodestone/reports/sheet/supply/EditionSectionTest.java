package org.lodestone.reports.sheet.supply;

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
import org.lodestone.reports.supply.SmallSupply;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The text of the sheet of editions on a measure, also where there is little to say. */
class EditionSectionTest {

    private static Part part(SmallSupply small) {
        Dataset dataset = small.dataset();
        return EditionSection.of(
                        Supplies.of(dataset), List.copyOf(dataset.measures().values()), List.of())
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

    /** The text in the columns of figures of the first table, in the row of that label. */
    private static List<String> shown(Part part, String label) {
        return tables(part).get(0).rows().stream()
                .filter(row -> row.cells().get(0).equals(new Cell.Words(label)))
                .flatMap(row -> row.cells().stream().skip(2))
                .map(cell -> cell instanceof Cell.Of of
                        ? of.shown().text(part.model().value(of.key()))
                        : "")
                .toList();
    }

    @Test
    void one_country_alone_has_a_figure_but_no_share_and_no_concentration() {
        Part part = part(new SmallSupply().mined("Chile", 2022, "90").mined("Chile", 2023, "100"));

        assertThat(tables(part)).extracting(Table::heading).containsExactly("Mine production");
        // 100 / 90 − 1
        assertThat(sentences(part))
                .containsExactly("Mine production 2023: Chile has 100 kg Ge, +11.1% on the year; no other row has a"
                        + " figure, so that it has no share.");
        assertThat(headers(tables(part).get(0)))
                .contains("2022, Edition 1", "2023, Edition 1", "Growth 2023")
                .noneMatch(header -> header.startsWith("Share") || header.startsWith("Rank"));
    }

    @Test
    void one_country_alone_has_a_share_of_the_printed_total() {
        Part part = part(new SmallSupply().mined("Chile", 2023, "100").mined("World", 2023, "400"));

        assertThat(sentences(part))
                .containsExactly(
                        "Mine production 2023: Chile has 100 kg Ge, 25.0% of the printed total; no other row has a"
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
                .containsExactlyInAnyOrder("China", "United States", "Rows with a figure", "Printed total")
                .doesNotContain("Sum of known rows");
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

        assertThat(headers(tables(part).get(0))).doesNotContain("Share 2023", "Rank 2023");
        // 90² + 10² over 100², of 2022 alone
        assertThat(shown(part, "HHI, other countries split up")).containsExactly("8,200", "");
    }

    @Test
    void a_measure_that_names_no_country_has_no_section() {
        Dataset dataset = new SmallSupply()
                .mined("Other countries", 2023, "7")
                .mined("World", 2023, "7")
                .dataset();
        assertThat(EditionSection.of(
                        Supplies.of(dataset), List.copyOf(dataset.measures().values()), List.of()))
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
        assertThat(shown(part(nothing), "HHI, other countries split up"))
                .first()
                .isEqualTo("5,200");
        assertThat(shown(part(something), "HHI, other countries split up"))
                .first()
                .isEqualTo("4,500");
        assertThat(shown(part(something), "HHI, other countries as one"))
                .first()
                .isEqualTo("4,600");
    }

    @Test
    void the_three_largest_have_a_share_where_there_are_more() {
        SmallSupply three = new SmallSupply()
                .mined("Chile", 2023, "50")
                .mined("Peru", 2023, "30")
                .mined("Ghana", 2023, "20");

        assertThat(labels(tables(part(three)).get(0))).doesNotContain("Three largest (CR3)");
        assertThat(shown(part(three.mined("Fiji", 2023, "100")), "Three largest (CR3)"))
                .first()
                .isEqualTo("90.0%");
    }

    @Test
    void editions_stand_side_by_side_with_share_and_rank_in_the_one_that_is_used() {
        Part part = part(new SmallSupply().mined("Chile", 2023, "60").mined("Peru", 2023, "40"));

        assertThat(section(part).name()).isEqualTo("Editions");
        assertThat(headers(tables(part).get(0)))
                .containsExactly("", "Unit", "2023, Edition 1", "Share 2023", "Rank 2023");
        assertThat(shown(part, "Chile")).containsExactly("60", "60.0%", "1");
        assertThat(shown(part, "Sum of rows")).containsExactly("100", "", "");
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
    }

    @Test
    void whole_thousands_of_tonnes_are_told_without_a_decimal_and_parts_of_one_with_it() {
        SmallSupply whole = gypsum();
        SmallSupply parts = new SmallSupply()
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "kt gypsum")
                .figure("mined", "Chile", 2023, "", "5000.25")
                .figure("mined", "Peru", 2023, "", "100");

        assertThat(EditionSection.digits(Supply.of(whole.dataset(), "mined").orElseThrow()))
                .isZero();
        assertThat(EditionSection.digits(Supply.of(parts.dataset(), "mined").orElseThrow()))
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
        assertThat(life.model().value(life.years(Place.WORLD)).number().orElseThrow())
                .isCloseTo(41.667, within(0.001));
    }
}
