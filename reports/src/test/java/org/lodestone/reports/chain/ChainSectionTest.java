package org.lodestone.reports.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class ChainSectionTest {

    private static Part part;

    @BeforeAll
    static void tell() {
        part = part(RareEarths.dataset()).orElseThrow();
    }

    private static List<String> sentences(Section section) {
        return section.blocks().stream()
                .filter(Block.Prose.class::isInstance)
                .flatMap(block -> ((Block.Prose) block).sentences().stream())
                .map(sentence -> sentence instanceof Block.Sentence.Live live
                        ? part.model().value(live.key()).inSentence()
                        : ((Block.Sentence.Plain) sentence).text())
                .toList();
    }

    private static Optional<Part> part(Dataset dataset) {
        return ChainAnalysis.of(dataset).map(chain -> ChainSection.of(dataset, chain));
    }

    @Test
    void titles_are_findings() {
        assertThat(part.sections())
                .extracting(Section::name, section -> section.title().words())
                .containsExactly(
                        tuple("Chain", "Smelting and separation is where the chain is narrowest"),
                        tuple("Chain by country", "Only China could have the whole chain, as far as figures go"));
    }

    @Test
    void sentences_say_what_is_known_and_what_is_not() {
        assertThat(sentences(part.sections().get(0)))
                .startsWith(
                        "Smelting and separation, magnet rare earths refined is the narrowest of the stages with amounts"
                                + " by country: HHI 8353.1; China holds 91.28%.",
                        "Smelting and separation, magnet rare earths refined keeps the least without its largest holder:"
                                + " 8.7% of what there is now.",
                        "Countries at or above 5.0% of a stage: mining and beneficiation 3, smelting and separation 1,"
                                + " metals and alloys not known, functional materials (magnets) 1, applications not"
                                + " known.",
                        "Countries known to have every stage: 0. China is the only country that the figures do not rule"
                                + " out; each other one falls short in a stage that has figures.",
                        "Not known, since the dataset has no figures by country: metals and alloys, applications.");
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

    @Test
    void a_chain_whose_amounts_are_all_printed_shares_has_no_narrowest_stage() {
        Part printed = part(new SmallChain()
                        .threshold("10")
                        .printedShareOfMetal("Chile", 2023, "30")
                        .dataset())
                .orElseThrow();
        assertThat(printed.sections().get(0).title().words())
                .isEqualTo("No stage has amounts by country, so none can be called the narrowest");
    }

    @Test
    void a_chain_of_which_one_stage_is_known_compares_no_stages_and_no_countries() {
        Part mining = part(new SmallChain()
                        .mined("Chile", "60")
                        .mined("Peru", "40")
                        .dataset())
                .orElseThrow();
        assertThat(mining.sections())
                .extracting(Section::name, section -> section.title().words())
                .containsExactly(tuple("Chain", "Only ore has figures by country, so stages cannot be compared"));
        assertThat(mining.sections().get(0).blocks()).noneMatch(Block.Charts.class::isInstance);
        assertThat(mining.sections().get(0).blocks().get(0))
                .isInstanceOfSatisfying(
                        Block.Prose.class,
                        prose -> assertThat(prose.sentences().stream()
                                        .map(sentence -> sentence instanceof Block.Sentence.Live live
                                                ? mining.model()
                                                        .value(live.key())
                                                        .inSentence()
                                                : ((Block.Sentence.Plain) sentence).text()))
                                .containsExactly(
                                        "Ore, ore mined: Chile holds 60.00%, HHI 5200.0; without it 40.0% would be left.",
                                        "Not known, since the dataset has no figures by country: metal."));
    }

    @Test
    void a_country_that_may_hide_among_others_is_not_said_to_be_the_one_with_the_whole_chain() {
        // Chile mines; it smelts, if at all, within the 40% of others
        SmallChain chain = new SmallChain()
                .mined("Chile", "96")
                .mined("Peru", "4")
                .smelted("China", "60")
                .smelted("Other countries", "40");
        assertThat(part(chain.dataset()).orElseThrow().sections().get(1).title().words())
                .isEqualTo("No country is shown to have every stage that has figures");
    }
}
