package org.lodestone.reports.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.place.Place;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;

class ChainAnalysisTest {

    private static final Place CHINA = Place.parse("China");
    private static final Place CHILE = Place.parse("Chile");
    private static final Place PERU = Place.parse("Peru");

    private static Value text(String text) {
        return Value.of(text);
    }

    private static double number(ChainAnalysis chain, Key key) {
        return chain.model().value(key).number().orElseThrow();
    }

    /** The rare earths of the examples: MCS 2025 for mining, IEA for magnet rare earths, printed shares for magnets. */
    @Nested
    class RareEarths {

        private static ChainAnalysis chain;

        @BeforeAll
        static void read() {
            Dataset dataset = BundledPack.of("rare-earths").dataset();
            chain = ChainAnalysis.of(dataset).orElseThrow();
        }

        private static StageRow row(String measure) {
            return chain.rows().stream()
                    .filter(row ->
                            row.measure().filter(m -> m.id().equals(measure)).isPresent())
                    .findFirst()
                    .orElseThrow();
        }

        private static Stage stage(String id) {
            return chain.stages().stream()
                    .filter(stage -> stage.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void two_measures_of_a_stage_stay_two() {
            assertThat(chain.rows())
                    .extracting(StageRow::label)
                    .containsExactly(
                            "Mining and beneficiation, mine production",
                            "Mining and beneficiation, magnet rare earths mined",
                            "Smelting and separation, magnet rare earths refined",
                            "Metals and alloys",
                            "Functional materials (magnets), share of permanent magnets",
                            "Applications");
            // 270,000 of 393,950 t REO, and 45.7874 of 75.0989 kt magnet REE
            assertThat(number(chain, chain.share(row("mine-production"), CHINA)))
                    .isCloseTo(0.685366, within(5e-7));
            assertThat(number(chain, chain.share(row("magnet-ree-mined"), CHINA)))
                    .isCloseTo(0.609695, within(5e-7));
        }

        @Test
        void refining_of_2024_is_nine_tenths_one_countrys() {
            // 73.7567 of 80.8052 kt; Malaysia 3.6252, United States 0.9614, others 2.4619
            StageRow refined = row("magnet-ree-refined");
            assertThat(chain.model().value(chain.largest(refined))).isEqualTo(text("China"));
            assertThat(number(chain, chain.largestShare(refined))).isCloseTo(0.912772, within(5e-7));
            assertThat(number(chain, chain.left(refined))).isCloseTo(0.087228, within(5e-7));
            assertThat(number(chain, chain.hhi(refined))).isCloseTo(8353.0647, within(5e-5));
            assertThat(number(chain, chain.hhiUpper(refined))).isCloseTo(8362.3471, within(5e-5));
        }

        @Test
        void refining_is_the_narrowest_stage_and_keeps_least_without_its_largest_holder() {
            String refining = "Smelting and separation, magnet rare earths refined";
            assertThat(chain.model().value(chain.narrowest())).isEqualTo(text(refining));
            assertThat(chain.model().value(chain.leastLeft())).isEqualTo(text(refining));
            assertThat(chain.narrowestRow()).contains(row("magnet-ree-refined"));
        }

        @Test
        void three_countries_mine_at_least_a_twentieth_and_one_separates_as_much() {
            // China, the United States and Myanmar by both measures of mining
            assertThat(number(chain, chain.holders(row("mine-production")))).isEqualTo(3);
            assertThat(number(chain, chain.holders(row("magnet-ree-mined")))).isEqualTo(3);
            assertThat(number(chain, chain.holders(stage("mining")))).isEqualTo(3);
            assertThat(number(chain, chain.holders(stage("separation")))).isEqualTo(1);
        }

        @Test
        void a_stage_without_figures_has_no_holders_not_zero() {
            assertThat(chain.withoutFigures()).containsExactly(stage("metals"), stage("applications"));
            assertThat(chain.model().value(chain.holders(stage("metals"))).number())
                    .isEmpty();
        }

        @Test
        void whether_china_has_the_whole_chain_is_not_known() {
            assertThat(chain.model().value(chain.allInWords(CHINA)))
                    .isEqualTo(text("not known: metals and alloys, applications"));
            assertThat(chain.model().value(chain.wholeChains()).number()).isEmpty();
            assertThat(number(chain, chain.knownWholeChains())).isZero();
        }

        @Test
        void no_other_country_can_have_it_since_each_lacks_a_stage_with_figures() {
            assertThat(number(chain, chain.openChains())).isEqualTo(1);
            assertThat(number(chain, chain.measuredChains())).isEqualTo(1);
            assertThat(chain.model().value(chain.firstMeasured())).isEqualTo(text("China"));
            assertThat(chain.model().value(chain.allInWords(Place.parse("United States"))))
                    .isEqualTo(text("no"));
        }

        @Test
        void a_country_hidden_in_a_small_block_of_others_is_below_the_threshold() {
            // Myanmar is not among the IEA's refiners; all others together refine 3.05%
            Place myanmar = Place.parse("Myanmar");
            assertThat(chain.model().value(chain.share(row("magnet-ree-refined"), myanmar)))
                    .isEqualTo(text("n/a"));
            assertThat(chain.model().value(chain.inWords(stage("separation"), myanmar)))
                    .isEqualTo(text("no"));
            // but all others together mine 9.51% of magnet rare earths, which one of them alone could have
            assertThat(chain.model()
                            .value(chain.has(row("magnet-ree-mined"), Place.parse("Nigeria")))
                            .number())
                    .isEmpty();
        }

        @Test
        void printed_shares_are_shown_newest_first_and_only_the_newest_of_magnets_is_used() {
            List<PrintedFigure> magnets = chain.shares().stream()
                    .filter(share -> share.figure().measure().id().equals("magnet-share"))
                    .toList();
            assertThat(magnets)
                    .extracting(share ->
                            share.figure().period() + " " + share.figure().value())
                    .containsExactly("2024 94", "2022 >90", "2021 95", "2021 87");
            assertThat(chain.shares()).filteredOn(PrintedFigure::used).containsExactly(magnets.get(0));
        }

        @Test
        void outlooks_are_left_out() {
            assertThat(chain.shares())
                    .noneMatch(share -> share.figure().period().year() > 2024);
        }

        @Test
        void the_amount_of_one_country_alone_gives_no_share() {
            assertThat(chain.alone())
                    .extracting(alone ->
                            alone.figure().measure().id() + " " + alone.figure().value())
                    .containsExactly("magnet-output 246000");
        }

        @Test
        void a_lower_threshold_lets_malaysia_into_refining() {
            // 3.6252 of 80.8052 kt is 4.49%
            Map<Key, Value> lower = Map.of(chain.threshold(), Value.of(4));
            assertThat(chain.model().valuesWith(lower).of(chain.holders(stage("separation"))))
                    .isEqualTo(Value.of(2));
        }
    }

    @Nested
    class AwkwardCases {

        @Test
        void a_country_has_the_whole_chain_if_every_stage_says_so() {
            ChainAnalysis chain = new SmallChain()
                    .threshold("10")
                    .mined("Chile", "60")
                    .mined("Peru", "40")
                    .smelted("Chile", "95")
                    .smelted("Peru", "5")
                    .chain();
            assertThat(chain.model().value(chain.allInWords(CHILE))).isEqualTo(text("yes"));
            assertThat(chain.model().value(chain.allInWords(PERU))).isEqualTo(text("no"));
            assertThat(number(chain, chain.wholeChains())).isEqualTo(1);
        }

        @Test
        void a_threshold_above_its_share_drops_a_country_and_one_equal_to_it_does_not() {
            SmallChain half = new SmallChain()
                    .mined("Chile", "50")
                    .mined("Peru", "50")
                    .smelted("Chile", "50")
                    .smelted("Peru", "50");
            ChainAnalysis chain = half.threshold("50").chain();
            assertThat(number(chain, chain.wholeChains())).isEqualTo(2);
            assertThat(chain.model()
                            .valuesWith(Map.of(chain.threshold(), Value.of(50.5)))
                            .of(chain.wholeChains()))
                    .isEqualTo(Value.of(0));
        }

        @Test
        void a_withheld_figure_leaves_it_open() {
            ChainAnalysis chain = new SmallChain()
                    .threshold("10")
                    .mined("Chile", "60")
                    .mined("Peru", "40")
                    .smelted("Chile", "W")
                    .smelted("Peru", "5")
                    .smelted("China", "95")
                    .chain();
            assertThat(chain.model().value(chain.allInWords(CHILE))).isEqualTo(text("not known: metal"));
            assertThat(chain.model().value(chain.wholeChains()).number()).isEmpty();
            // 5 of the 100 t that are known
            assertThat(chain.model().value(chain.inWords(SmallChain.METAL, PERU)))
                    .isEqualTo(text("no"));
        }

        @Test
        void a_country_that_no_row_and_no_block_covers_is_not_known() {
            ChainAnalysis chain = new SmallChain()
                    .threshold("10")
                    .mined("Chile", "60")
                    .mined("Peru", "40")
                    .smelted("Peru", "50")
                    .smelted("China", "50")
                    .chain();
            assertThat(chain.model().value(chain.inWords(SmallChain.METAL, CHILE)))
                    .isEqualTo(text("n/a"));
        }

        @Test
        void a_stage_of_printed_shares_has_no_index() {
            ChainAnalysis chain = new SmallChain()
                    .threshold("10")
                    .mined("Chile", "60")
                    .mined("Peru", "40")
                    .printedShareOfMetal("Chile", 2022, "9")
                    .printedShareOfMetal("Chile", 2023, "30")
                    .forecastShareOfMetal("Chile", 2030, "5")
                    .chain();
            StageRow metal = chain.rows().get(1);
            assertThat(metal.isPrinted()).isTrue();
            assertThat(chain.model().value(chain.hhi(metal)).number()).isEmpty();
            assertThat(number(chain, chain.share(metal, CHILE))).isCloseTo(0.3, within(1e-12));
            assertThat(chain.model().value(chain.allInWords(CHILE))).isEqualTo(text("yes"));
        }

        @Test
        void a_stage_without_any_figure_says_so() {
            ChainAnalysis chain = new SmallChain()
                    .threshold("10")
                    .mined("Chile", "60")
                    .mined("Peru", "40")
                    .chain();
            assertThat(chain.withoutFigures()).containsExactly(SmallChain.METAL);
            assertThat(chain.model().value(chain.allInWords(PERU))).isEqualTo(text("not known: metal"));
            assertThat(number(chain, chain.openChains())).isEqualTo(2);
            assertThat(number(chain, chain.measuredChains())).isEqualTo(2);
        }

        @Test
        void a_dataset_without_a_threshold_gets_the_usual_one_which_a_reader_may_overtype() {
            ChainAnalysis chain = new SmallChain()
                    .mined("Chile", "96")
                    .mined("Peru", "4")
                    .smelted("Chile", "60")
                    .smelted("Peru", "40")
                    .chain();
            assertThat(chain.model().content(chain.threshold()))
                    .isInstanceOfSatisfying(
                            Content.Assumption.class,
                            usual -> assertThat(usual.reason()).startsWith("Not among the assumptions of the dataset"));
            assertThat(number(chain, chain.threshold())).isEqualTo(5);
            assertThat(number(chain, chain.holders(SmallChain.ORE))).isEqualTo(1);
        }

        @Test
        void a_chain_of_one_stage_is_that_stage() {
            Dataset two =
                    new SmallChain().mined("Chile", "60").mined("Peru", "40").dataset();
            Dataset one =
                    two.supposing(DatasetTables.STAGES, List.of(new Stage("ore", 1, "Ore", ImmutableList.of(), "")));
            assertThat(ChainAnalysis.of(two))
                    .hasValueSatisfying(
                            chain -> assertThat(chain.hasSeveralStages()).isTrue());
            assertThat(ChainAnalysis.of(one)).hasValueSatisfying(chain -> {
                assertThat(chain.hasSeveralStages()).isFalse();
                assertThat(chain.onlyStage())
                        .hasValueSatisfying(only -> assertThat(only.id()).isEqualTo("ore"));
                assertThat(number(chain, chain.largestShare(chain.rows().get(0))))
                        .isEqualTo(0.6);
            });
        }

        @Test
        void where_one_stage_alone_has_figures_there_is_nothing_to_compare_it_with() {
            SmallChain mined = new SmallChain().mined("Chile", "60").mined("Peru", "40");
            assertThat(mined.chain().onlyStage()).contains(SmallChain.ORE);
            assertThat(mined.smelted("Chile", "60")
                            .smelted("Peru", "40")
                            .chain()
                            .onlyStage())
                    .isEmpty();
        }

        @Test
        void a_figure_of_one_country_is_no_supply() {
            ChainAnalysis chain = new SmallChain()
                    .threshold("10")
                    .mined("Chile", "60")
                    .mined("Peru", "40")
                    .smelted("Chile", "60")
                    .chain();
            assertThat(chain.withoutFigures()).containsExactly(SmallChain.METAL);
            assertThat(chain.alone()).hasSize(1);
        }

        @Test
        void a_dataset_without_figures_by_country_has_no_chain() {
            assertThat(ChainAnalysis.of(new SmallChain().dataset())).isEmpty();
        }
    }
}
