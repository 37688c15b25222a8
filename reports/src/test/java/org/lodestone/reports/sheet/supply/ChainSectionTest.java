package org.lodestone.reports.sheet.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.SmallChain;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class ChainSectionTest {

    private static Part part;

    @BeforeAll
    static void tell() {
        part = part(RareEarths.dataset()).orElseThrow();
    }

    private static Optional<Part> part(Dataset dataset) {
        return ChainAnalysis.of(dataset).map(chain -> ChainSection.of(dataset, chain));
    }

    @Test
    void countries_stand_with_their_shares_and_with_what_counts_as_holding_a_stage() {
        Section countries = part.sections().get(0);

        assertThat(countries.name()).isEqualTo("Countries");
        assertThat(countries.tables())
                .extracting(Table::heading)
                .containsExactly(
                        "Shares by country and stage",
                        "Threshold for holding a stage",
                        "Stages by country",
                        "Shares as printed, without the amounts behind them",
                        "Amounts of one country alone, from which no share follows",
                        "Workings: 1 where the share reaches the threshold, else 0");
    }

    @Test
    void every_value_that_is_shown_has_something_behind_it() {
        assertThat(part.sections())
                .flatExtracting(Section::blocks)
                .filteredOn(Table.class::isInstance)
                .flatExtracting(block -> ((Table) block).rows())
                .flatExtracting(row -> row.cells())
                .filteredOn(Cell.Of.class::isInstance)
                .allMatch(cell -> part.model().has(((Cell.Of) cell).key()));
    }

    private static List<String> totals(SmallChain chain) {
        Part told = part(chain.dataset()).orElseThrow();
        Table shares = told.sections().get(0).tables().findFirst().orElseThrow();
        return shares.rows().stream()
                .filter(row -> row.kind() == Row.Kind.TOTAL)
                .map(row -> row.texts(told.model().values()).get(0))
                .toList();
    }

    @Test
    void other_countries_have_a_row_and_the_index_two_ends_only_where_a_measure_has_them() {
        SmallChain named = new SmallChain().mined("Chile", "60").mined("Peru", "40");
        assertThat(totals(named)).containsExactly("HHI");

        assertThat(totals(named.mined("Other countries", "10")))
                .containsExactly("Other countries", "HHI, other countries split up", "HHI, other countries as one");
    }

    @Test
    void who_holds_one_kind_of_several_at_a_stage_does_not_hold_the_chain() {
        SmallChain metal = new SmallChain()
                .mined("Chile", "60")
                .mined("Peru", "40")
                .smelted("Chile", "97")
                .smelted("Peru", "3");
        assertThat(step(metal)).isEqualTo("Chile holds the chain");
        assertThat(headline(metal)).isEqualTo("Chile has 97% of metal, the choke point");

        SmallChain andSlag = metal.slag("Chile", "98").slag("Peru", "2");
        assertThat(step(andSlag)).isEqualTo("Chile holds slag made");
        assertThat(headline(andSlag)).isEqualTo("Chile has 98% of slag made, the choke point");
    }

    @Test
    void who_shares_every_stage_with_another_holds_only_the_narrowest() {
        SmallChain both = new SmallChain()
                .mined("Chile", "60")
                .mined("Peru", "40")
                .smelted("Chile", "80")
                .smelted("Peru", "20");
        assertThat(step(both)).isEqualTo("Chile holds metal");
    }

    private static String step(SmallChain chain) {
        Part told = part(chain.dataset()).orElseThrow();
        return told.findings().get(0).step().text(told.model().values());
    }

    private static String headline(SmallChain chain) {
        Part told = part(chain.dataset()).orElseThrow();
        return told.findings().get(0).headline().orElseThrow().text(told.model().values());
    }

    @Test
    void a_chain_of_which_one_stage_is_known_compares_no_countries() {
        Part mining = part(new SmallChain()
                        .mined("Chile", "60")
                        .mined("Peru", "40")
                        .dataset())
                .orElseThrow();

        assertThat(mining.sections().get(0).tables())
                .extracting(Table::heading)
                .containsExactly("Shares by country and stage", "Threshold for holding a stage");
    }
}
