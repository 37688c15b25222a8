package org.lodestone.reports.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.How;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.YearNumber;

class QuotasTest {

    /** Half of the last digit of a percentage with two decimals. */
    private static final Offset<Double> PERCENT_2 = within(0.00005);

    private static final Period FIRST = Period.year(2017);
    private static final Period LAST = Period.year(2024);
    private static final Period UNPUBLISHED = Period.year(2025);

    /** China's quotas of 2017 to 2025, from the notices and the press that are cited in the dataset. */
    @Nested
    class OfChina {

        private static final Dataset DATASET = RareEarths.dataset();

        private static final Holder NORTHERN = new Holder(Holder.Kind.GROUP, "China Northern Rare Earth");
        private static final Holder GROUP = new Holder(Holder.Kind.GROUP, "China Rare Earth Group");

        private final Quotas mining = Quotas.of(DATASET, "mining").orElseThrow();
        private final Quotas separation = Quotas.of(DATASET, "separation").orElseThrow();

        @Test
        void growth_in_2024_is_on_the_full_year_before() {
            // 270,000 / 255,000 and 254,000 / 243,850, as the note prints them
            assertThat(number(mining, mining.growth(LAST))).isCloseTo(0.0588, PERCENT_2);
            assertThat(number(separation, separation.growth(LAST))).isCloseTo(0.0416, PERCENT_2);
        }

        @Test
        void compound_growth_and_the_mean_of_yearly_rates_are_two_averages() {
            // (270,000 / 105,000)^(1/7) - 1 and (254,000 / 100,000)^(1/7) - 1
            assertThat(number(mining, mining.compoundGrowth())).isCloseTo(0.1444, PERCENT_2);
            assertThat(number(separation, separation.compoundGrowth())).isCloseTo(0.1424, PERCENT_2);
            // mining: (14.29 + 10.00 + 6.06 + 20.00 + 25.00 + 21.43 + 5.88)% / 7
            assertThat(number(mining, mining.meanGrowth())).isCloseTo(0.1467, PERCENT_2);
            assertThat(number(separation, separation.meanGrowth())).isCloseTo(0.1447, PERCENT_2);
        }

        @Test
        void growth_in_2024_is_below_both_averages_at_both_stages() {
            for (Quotas quotas : Quotas.of(DATASET)) {
                assertThat(text(quotas, quotas.againstCompound())).isEqualTo("below");
                assertThat(text(quotas, quotas.againstMean())).isEqualTo("below");
            }
        }

        @Test
        void the_years_of_the_span_are_counted_from_its_labels() {
            assertThat(number(mining, mining.numberOfYears())).isEqualTo(7);
            TypedOver ifItBeganIn2018 = new TypedOver(mining, YearNumber.of(FIRST), Value.of(2018));
            assertThat(ifItBeganIn2018.of(mining.numberOfYears())).isEqualTo(Value.of(6));
        }

        @Test
        void three_batches_of_2023_sum_to_its_full_year() {
            Period year = Period.year(2023);
            // 120,000 + 120,000 + 15,000
            assertThat(number(mining, mining.sumOfBatches(year))).isEqualTo(255_000);
            assertThat(number(mining, mining.beyondBatches(year))).isZero();
        }

        @Test
        void a_batch_that_is_not_stated_shows_as_the_rest_of_the_year() {
            // of the 120,000 t of 2018 only the first batch of 73,500 t is known
            assertThat(number(mining, mining.beyondBatches(Period.year(2018)))).isEqualTo(46_500);
        }

        @Test
        void what_is_not_published_stays_so_and_ends_no_span() {
            assertThat(mining.value(mining.total(UNPUBLISHED)))
                    .isInstanceOfSatisfying(
                            Value.Missing.class,
                            missing -> assertThat(missing.code()).isEqualTo("not published"));
            assertThat(mining.value(mining.growth(UNPUBLISHED).orElseThrow()).isMissing())
                    .isTrue();
            assertThat(mining.value(mining.sumOfBatches(UNPUBLISHED).orElseThrow())
                            .isMissing())
                    .isTrue();
            assertThat(mining.span()).contains(Range.closed(FIRST, LAST));
        }

        @Test
        void a_figure_that_is_withheld_takes_its_growth_and_the_averages_with_it() {
            TypedOver withheld = new TypedOver(mining, mining.total(LAST), new Value.Missing("W", "withheld"));
            assertThat(withheld.of(mining.growth(LAST)).isMissing()).isTrue();
            assertThat(withheld.of(mining.compoundGrowth()).isMissing()).isTrue();
            assertThat(withheld.of(mining.againstMean()).isMissing()).isTrue();
        }

        @Test
        void ionic_ore_is_a_shrinking_part_of_the_mining_quota() {
            // 19,150 / 270,000 after 17,900 / 105,000
            assertThat(number(mining, mining.ore(Ore.IONIC, LAST))).isEqualTo(19_150);
            assertThat(number(mining, mining.oreShare(Ore.IONIC, LAST))).isCloseTo(0.0709, PERCENT_2);
            assertThat(number(mining, mining.oreShare(Ore.IONIC, FIRST))).isCloseTo(0.1705, PERCENT_2);
            assertThat(separation.ores()).isEmpty();
        }

        @Test
        void light_and_ionic_ore_are_the_whole_mining_quota() {
            // 250,850 + 19,150 of 270,000
            assertThat(number(mining, mining.beyondOres(LAST))).isZero();
            assertThat(separation.beyondOres(LAST)).isEmpty();
        }

        @Test
        void an_ore_without_a_full_year_is_not_available_and_has_no_growth() {
            // of 2020 only the first batch is known by ore
            Period year = Period.year(2020);
            assertThat(text(mining, mining.ore(Ore.IONIC, year))).isEqualTo("NA");
            assertThat(mining.value(mining.oreGrowth(Ore.IONIC, Period.year(2021))
                                    .orElseThrow())
                            .isMissing())
                    .isTrue();
        }

        @Test
        void exact_figures_are_used_where_the_press_rounded() {
            Holdings holdings = mining.holdings().orElseThrow();
            // the press has 189,000 and 81,000
            assertThat(number(mining, holdings.amount(NORTHERN, LAST))).isEqualTo(188_650);
            assertThat(number(mining, holdings.amount(GROUP, LAST))).isEqualTo(81_350);
        }

        @Test
        void figures_that_were_not_used_are_listed_with_the_difference() {
            assertThat(mining.conflicts())
                    .filteredOn(conflict -> conflict.split().holder().equals(NORTHERN))
                    .singleElement()
                    .satisfies(conflict -> {
                        assertThat(number(mining, conflict.other())).isEqualTo(189_000);
                        assertThat(conflict.otherHow()).isEqualTo(How.ROUNDED);
                        assertThat(conflict.usedHow()).isEqualTo(How.REPORTED);
                        assertThat(number(mining, conflict.difference())).isEqualTo(350);
                    });
            // 73,800 in print, 152,234 - 78,800 by subtraction
            assertThat(separation.conflicts())
                    .singleElement()
                    .satisfies(conflict ->
                            assertThat(number(separation, conflict.used())).isEqualTo(73_434));
        }

        @Test
        void two_groups_hold_the_whole_quota_of_2024() {
            for (Quotas quotas : Quotas.of(DATASET)) {
                Holdings holdings = quotas.holdings().orElseThrow();
                assertThat(number(quotas, holdings.largestTwo(LAST))).isCloseTo(1, within(1e-12));
                assertThat(number(quotas, holdings.holdersOfAll(LAST))).isEqualTo(2);
            }
            Holdings holdings = mining.holdings().orElseThrow();
            // 188,650 / 270,000
            assertThat(number(mining, holdings.share(NORTHERN, LAST))).isCloseTo(0.6987, PERCENT_2);
        }

        @Test
        void the_two_largest_are_not_known_where_a_third_could_hide() {
            // of 2019, 89,610 of 132,000 t are known by group; the rest is more than the second of them has
            Holdings holdings = mining.holdings().orElseThrow();
            assertThat(mining.value(holdings.largestTwo(Period.year(2019)))).isEqualTo(Value.of("not known"));
            assertThat(mining.value(holdings.holdersOfAll(Period.year(2019)))).isEqualTo(Value.of("not known"));
        }

        @Test
        void a_remark_says_of_which_year_and_how_a_figure_is_known() {
            Content total = mining.model().content(mining.total(FIRST));
            assertThat(((Content.Figure) total).citation().note()).isEqualTo("2017, derived: Sum of the batches.");
        }

        private static String text(Quotas quotas, Optional<Key> key) {
            return quotas.value(key.orElseThrow()).inSentence();
        }
    }

    /** Made up to be awkward. */
    @Nested
    class OfNowhere {

        @Test
        void a_gap_year_has_no_growth_and_no_mean_but_compound_growth_spans_it() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"), TinyQuotas.total(2018, "110"), TinyQuotas.total(2020, "133.1"));
            assertThat(quotas.years()).containsExactly(FIRST, Period.year(2018), Period.year(2019), Period.year(2020));
            assertThat(quotas.value(quotas.total(Period.year(2019))).inSentence())
                    .isEqualTo("NA");
            assertThat(quotas.value(quotas.growth(Period.year(2020)).orElseThrow())
                            .isMissing())
                    .isTrue();
            assertThat(quotas.value(quotas.meanGrowth().orElseThrow()).isMissing())
                    .isTrue();
            // 1.1^3 = 1.331
            assertThat(number(quotas, quotas.compoundGrowth())).isCloseTo(0.1, within(1e-12));
        }

        @Test
        void a_withheld_total_is_no_end_of_the_span() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"), TinyQuotas.total(2018, "110"), TinyQuotas.total(2019, "W"));
            assertThat(quotas.value(quotas.total(Period.year(2019))).inSentence())
                    .isEqualTo("W");
            assertThat(quotas.span()).contains(Range.closed(FIRST, Period.year(2018)));
        }

        @Test
        void one_batch_is_never_a_year() {
            Quotas quotas = TinyQuotas.rows(TinyQuotas.total(2017, "100"), TinyQuotas.batch(2018, "1", "60"));
            assertThat(quotas.value(quotas.total(Period.year(2018))).inSentence())
                    .isEqualTo("NA");
            assertThat(quotas.value(quotas.growth(Period.year(2018)).orElseThrow())
                            .isMissing())
                    .isTrue();
        }

        @Test
        void a_row_for_two_batches_together_is_not_added_to_them() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"),
                    TinyQuotas.batch(2017, "1", "30"),
                    TinyQuotas.batch(2017, "1+2", "70"),
                    TinyQuotas.batch(2017, "3", "20"));
            assertThat(number(quotas, quotas.sumOfBatches(FIRST))).isEqualTo(90);
            assertThat(number(quotas, quotas.beyondBatches(FIRST))).isEqualTo(10);
        }

        @Test
        void a_bound_in_another_unit_keeps_its_own() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"), TinyQuotas.total(2018, ">2").in("kt REO"));
            assertThat(quotas.value(quotas.total(Period.year(2018))).inSentence())
                    .isEqualTo(">2 kt REO");
        }

        @Test
        void one_year_has_no_averages() {
            Quotas quotas = TinyQuotas.rows(TinyQuotas.total(2017, "100"));
            assertThat(quotas.span()).isEmpty();
            assertThat(quotas.compoundGrowth()).isEmpty();
            assertThat(quotas.growth(FIRST)).isEmpty();
        }

        @Test
        void one_holder_of_all_is_the_two_largest() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"), TinyQuotas.holder(2017, "A", Ore.ALL, "100", How.REPORTED));
            Holdings holdings = quotas.holdings().orElseThrow();
            assertThat(number(quotas, holdings.largestTwo(FIRST))).isEqualTo(1);
            assertThat(number(quotas, holdings.holdersOfAll(FIRST))).isEqualTo(1);
        }

        @Test
        void the_two_largest_are_known_where_the_rest_is_too_small_to_hide_a_larger_one() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"),
                    TinyQuotas.holder(2017, "A", Ore.ALL, "50", How.REPORTED),
                    TinyQuotas.holder(2017, "B", Ore.ALL, "30", How.REPORTED));
            Holdings holdings = quotas.holdings().orElseThrow();
            assertThat(number(quotas, holdings.largestTwo(FIRST))).isCloseTo(0.8, within(1e-12));
            assertThat(quotas.value(holdings.holdersOfAll(FIRST))).isEqualTo(Value.of("not known"));
        }

        @Test
        void a_rounded_whole_does_not_give_way_to_a_part_of_it() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "270000"),
                    TinyQuotas.holder(2017, "A", Ore.ALL, "81000", How.ROUNDED),
                    TinyQuotas.holder(2017, "A", Ore.IONIC, "19150", How.REPORTED));
            Holdings holdings = quotas.holdings().orElseThrow();
            assertThat(number(quotas, holdings.amount(TinyQuotas.group("A"), FIRST)))
                    .isEqualTo(81_000);
            assertThat(quotas.conflicts()).isEmpty();
        }

        @Test
        void a_holder_known_by_ore_only_has_the_sum() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"),
                    TinyQuotas.holder(2017, "A", Ore.LIGHT, "40", How.REPORTED),
                    TinyQuotas.holder(2017, "A", Ore.IONIC, "20", How.REPORTED));
            Holdings holdings = quotas.holdings().orElseThrow();
            assertThat(number(quotas, holdings.share(TinyQuotas.group("A"), FIRST)))
                    .isCloseTo(0.6, within(1e-12));
        }

        @Test
        void a_holder_whose_quota_is_not_published_is_named_and_leaves_the_rest_unknown() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"),
                    TinyQuotas.holder(2017, "A", Ore.ALL, "60", How.REPORTED),
                    TinyQuotas.holder(2017, "B", Ore.LIGHT, "not published", How.REPORTED));
            Holdings holdings = quotas.holdings().orElseThrow();
            assertThat(holdings.holders()).extracting(Holder::name).containsExactly("A", "B");
            assertThat(quotas.value(holdings.amount(TinyQuotas.group("B"), FIRST))
                            .inSentence())
                    .isEqualTo("not published");
            assertThat(number(quotas, holdings.knownShare(FIRST))).isCloseTo(0.6, within(1e-12));
            assertThat(quotas.value(holdings.largestTwo(FIRST))).isEqualTo(Value.of("not known"));
        }

        @Test
        void kilotonnes_and_tonnes_are_brought_to_one_unit() {
            Quotas quotas = TinyQuotas.rows(
                    TinyQuotas.total(2017, "100"),
                    TinyQuotas.total(2018, "0.11").in("kt REO"));
            assertThat(number(quotas, quotas.growth(Period.year(2018)))).isCloseTo(0.1, within(1e-12));
        }

        @Test
        void a_stage_without_rows_has_no_quotas() {
            Stage mining = new Stage("mining", 1, "Mining", ImmutableList.of(), "");
            Dataset empty =
                    Dataset.builder("empty").chain(Chain.of(List.of(mining))).build();
            assertThat(Quotas.of(empty, "mining")).isEmpty();
        }
    }

    private static double number(Quotas quotas, Optional<Key> key) {
        return number(quotas, key.orElseThrow());
    }

    private static double number(Quotas quotas, Key key) {
        return quotas.value(key).number().orElseThrow();
    }

    /** The values of quotas with one of them typed over. */
    private record TypedOver(Quotas quotas, Key typedOver, Value value) {
        Value of(Optional<Key> key) {
            return quotas.model().valuesWith(Map.of(typedOver, value)).of(key.orElseThrow());
        }
    }
}
