package org.lodestone.reports.screen;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Control;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.screen.Evidence.CriterionValue;
import org.lodestone.reports.screen.ScreenResult.Interval;

/** The screen of rare earth companies, its scores worked by hand from the figures of their reports. */
class RareEarthScreenTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final ScreenStudy STUDY = ScreenStudy.of(DATASET).orElseThrow();

    private static double score(String company) {
        ScreenResult result = STUDY.result();
        return result.score(result.universe().position(company)).orElseThrow();
    }

    private static double logShare(double tonnes) {
        return Math.log(tonnes / 1_000) / Math.log(200_000.0 / 1_000);
    }

    private static Criterion criterion(String name) {
        return STUDY.result().criterion(name).criterion();
    }

    private static Value value(String criterion, String company) {
        return STUDY.model().value(LiveScreen.value(criterion(criterion), company));
    }

    @Test
    void a_figure_in_another_currency_is_said_to_be_stated_in_it() {
        Screen inDollars = Screen.named("Sales")
                .criterion(Criterion.of("steps").measuredBy(new Indicator.Breadth(), ""))
                .criterion(Criterion.of("sales")
                        .measuredBy(Indicator.fact("revenue", "USD mn"), "USD mn")
                        .ifMissing(Missing.NEUTRAL))
                .build();
        ScreenStudy study = ScreenStudy.of(DATASET, inDollars).orElseThrow();
        ScreenResult result = study.result();

        assertThat(study.evidence()
                        .of("000831.SZ", inDollars.criterion("sales"))
                        .what())
                .isEqualTo("Revenue is stated in CNY mn, not USD mn");
        assertThat(result.why(result.universe().position("000831.SZ")))
                .endsWith("; sales is not known (stated in CNY mn, not USD mn) and counts as the middle.");
        assertThat(study.model().value(study.whole().reason("000831.SZ")).toString())
                .contains("; sales is not known (stated in CNY mn, not USD mn) and counts as the middle.");
    }

    @Test
    void northern_rare_earth_is_first_for_its_quota() {
        // tier 2 of 3; 30,573.32 t of oxides sold in 2024; a separation quota of 170,000 t; 3 of 5 stages
        double byHand = 0.3 * 2 / 3 + 0.3 * logShare(30_573.32) + 0.3 * logShare(170_000) + 0.1 * 3 / 5;

        assertThat(score("600111.SH")).isCloseTo(byHand, within(1e-12)).isCloseTo(0.7445, within(5e-5));
        assertThat(STUDY.ranked()).first().isEqualTo("600111.SH");
    }

    @Test
    void who_is_first_of_the_ranked_is_none_where_no_weight_is_above_zero() {
        Part part = STUDY.part();
        Control.Headline first = part.control().headlines().get(0);
        Map<Key, Value> none = STUDY.screen().criteria().stream()
                .collect(toMap(one -> STUDY.whole().typedWeight(one), one -> Value.of(0.0)));
        Map<Key, Value> resource = new HashMap<>(none);
        resource.put(STUDY.whole().typedWeight(criterion("resource")), Value.of(1.0));

        assertThat(part.model().valuesWith(none).of(first.now())).hasToString("none");
        assertThat(part.model().valuesWith(resource).of(first.now())).hasToString("2 companies level");
        assertThat(part.model().valuesWith(resource).of(first.base())).hasToString("China Northern Rare Earth");
    }

    @Test
    void weights_are_typed_on_control_or_where_who_benefits_is_told_there_in_the_screen_itself() {
        assertThat(STUDY.part().control().levers()).hasSize(6);
        assertThat(STUDY.partOfItself().control().levers()).isEmpty();
        assertThat(STUDY.partOfItself().sections().get(0).blocks().stream().flatMap(Block::keys))
                .contains(STUDY.whole().typedWeight(criterion("quota")));
    }

    @Test
    void overseas_miners_score_for_their_mines_and_have_no_quota_as_a_fact() {
        // Mt Weld in full, 13,089 t REO made in the year to June 2026, mining and separation
        assertThat(score("LYC.AX")).isCloseTo(0.3 + 0.3 * logShare(13_089) + 0.1 * 2 / 5, within(1e-12));
        // Mountain Pass in full, at least 2,599 t of NdPr oxide in 2025, four stages
        assertThat(score("MP")).isCloseTo(0.3 + 0.3 * logShare(2_599) + 0.1 * 4 / 5, within(1e-12));
        assertThat(value("quota", "MP")).isEqualTo(Value.of(0.0));
        assertThat(STUDY.evidence().of("MP", criterion("separation")).atLeast()).isTrue();
        // NdPr is only a part of what it separates: the criterion may add all of its 0.3
        Interval interval = STUDY.result()
                .interval(STUDY.result().universe().position("MP"))
                .orElseThrow();
        assertThat(interval.worst()).isCloseTo(score("MP"), within(1e-12));
        assertThat(interval.best()).isCloseTo(0.3 + 0.3 + 0.08, within(1e-12));
        assertThat(STUDY.model().values().number(STUDY.whole().high("MP")).orElseThrow())
                .isCloseTo(0.68, within(1e-12));
    }

    @Test
    void china_rare_earth_is_ranked_by_the_quota_of_its_subsidiaries_and_not_by_its_group() {
        assertThat(value("quota", "000831.SZ")).isEqualTo(Value.of(6_000.0));
        // 6,512 t of oxides sold in 2024
        assertThat(score("000831.SZ"))
                .isCloseTo(0.3 * 2 / 3 + 0.3 * logShare(6_512) + 0.3 * logShare(6_000) + 0.06, within(1e-12));
    }

    @Test
    void what_a_group_does_not_split_in_public_leaves_its_companies_unranked_with_an_interval() {
        ScreenResult result = STUDY.result();
        int rising = result.universe().position("600259.SH");

        assertThat(STUDY.provisional()).containsExactly("600392.SH", "600259.SH", "SOLB.BR", "4063.T", "UUUU");
        assertThat(result.missing(rising)).containsExactly("separation", "quota");
        // tier 2 of 3 and four stages are known: 0.2 + 0.08; the other 0.6 may be all or nothing
        Interval interval = result.interval(rising).orElseThrow();
        assertThat(interval.worst()).isCloseTo(0.28, within(1e-12));
        assertThat(interval.best()).isCloseTo(0.88, within(1e-12));
        assertThat(STUDY.evidence().of("600259.SH", criterion("quota")).what())
                .contains("China Rare Earth Group")
                .contains("split not published");
    }

    @Test
    void baotou_steel_mines_the_ore_but_holds_no_separation_quota_and_separates_nothing() {
        assertThat(value("quota", "600010.SH")).isEqualTo(Value.of(0.0));
        assertThat(value("separation", "600010.SH")).isEqualTo(Value.of(0.0));
        assertThat(score("600010.SH")).isCloseTo(0.2 + 0.02, within(1e-12));
    }

    @Test
    void developers_and_magnet_makers_are_not_among_those_looked_at() {
        ScreenResult result = STUDY.result();

        assertThat(STUDY.whole().companies()).doesNotContain("ARU.AX", "ILU.AX", "300748.SZ");
        // separation at Longyan and Jinlong was deconsolidated in 2024
        assertThat(STUDY.whole().companies()).doesNotContain("600549.SH");
        assertThat(result.stoppedBy(result.universe().position("ARU.AX")))
                .hasValueSatisfying(filter -> assertThat(filter).hasToString("operates mining or separation"));
    }

    @Test
    void every_value_says_what_it_is_and_where_it_was_read() {
        assertThat(STUDY.evidence().readings().cellSet()).allSatisfy(cell -> {
            CriterionValue reading = cell.getValue();
            assertThat(reading.what()).isNotBlank();
            if (reading.known()) {
                assertThat(reading.sources()).isNotEmpty().allMatch(DATASET.sources()::containsKey);
            }
        });
    }

    @Test
    void leagues_rank_the_same_scores_and_magnet_makers_are_ranked_by_their_own() {
        LeagueRanks overseas = STUDY.leagues().stream()
                .filter(one -> one.league().name().equals("Overseas"))
                .findFirst()
                .orElseThrow();
        Values values = STUDY.model().values();

        assertThat(values.of(overseas.rank("LYC.AX").orElseThrow())).isEqualTo(Value.of(1.0));
        assertThat(values.of(overseas.rank("MP").orElseThrow())).isEqualTo(Value.of(2.0));
        assertThat(overseas.rank("600111.SH")).isEmpty();
        LiveScreen magnets = STUDY.ownLeagues().get(0);
        // shares of China's capacity in 2022, against a goalpost of 10%: Zhong Ke San Huan 6.6%, Earth-Panda 1.3%
        assertThat(values.number(magnets.score("000970.SZ")).orElseThrow()).isCloseTo(0.66, within(1e-12));
        assertThat(values.of(magnets.rank("000970.SZ"))).isEqualTo(Value.of(1.0));
        assertThat(values.number(magnets.score("688077.SH")).orElseThrow()).isCloseTo(0.13, within(1e-12));
    }

    @Nested
    class SharePrices {

        private final Screen byValue = STUDY.screen().withWeights(Map.of("value", 1.0));

        private final ScreenStudy study = ScreenStudy.of(DATASET, byValue).orElseThrow();
        private final CompanyFacts facts = CompanyFacts.of(DATASET);

        @Test
        void the_newest_prices_of_the_dataset_set_size_against_market_value() {
            // 13,089 t REO of Lynas for 1,010 mn shares at AUD 14.14 of 5 December 2025, at 0.6683 USD for 1 AUD
            double valueOfLynas = 1_010 * 14.14 * 0.6683;
            assertThat(study.model()
                            .value(price(facts, "LYC.AX").marketValue())
                            .number()
                            .orElseThrow())
                    .isCloseTo(valueOfLynas, within(1e-6));
            Key ratio = LiveScreen.value(criterion("value"), "LYC.AX");
            assertThat(study.model().value(ratio).number().orElseThrow())
                    .isCloseTo(13_089 / valueOfLynas, within(1e-9));
            assertThat(study.ranked()).contains("600111.SH", "LYC.AX", "MP");
        }

        @Test
        void typed_prices_move_market_values_and_with_them_the_ranks() {
            Key lynas = price(facts, "LYC.AX").price();
            Key mp = price(facts, "MP").price();

            Values typed = study.model().valuesWith(Map.of(lynas, Value.of(11.77), mp, Value.of(5.823)));

            // at a tenth of its price MP has more NdPr oxide for each million than Lynas has oxides
            double valueOfLynas = 1_010 * 11.77 * 0.6683;
            double valueOfMp = 177.23 * 5.823;
            assertThat(typed.number(price(facts, "LYC.AX").marketValue()).orElseThrow())
                    .isCloseTo(valueOfLynas, within(1e-6));
            assertThat(2_599 / valueOfMp).isGreaterThan(13_089 / valueOfLynas);
            double rankOfLynas = typed.number(study.whole().rank("LYC.AX")).orElseThrow();
            assertThat(typed.number(study.whole().rank("MP")).orElseThrow()).isLessThan(rankOfLynas);
            assertThat(study.model().value(study.whole().rank("MP")).number().orElseThrow())
                    .isGreaterThan(rankOfLynas);
        }

        private static SharePrice price(CompanyFacts facts, String company) {
            return SharePrice.of(DATASET, facts).stream()
                    .filter(one -> one.company().id().equals(company))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void weights_of_a_criterion_there_is_not_are_refused_with_the_nearest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STUDY.screen().withWeights(Map.of("qouta", 1.0)))
                .withMessage("'qouta' is not a criterion of the screen. Did you mean 'quota'?");
    }
}
