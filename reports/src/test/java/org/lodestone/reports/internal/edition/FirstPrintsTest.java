package org.lodestone.reports.internal.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.edition.FirstPrints.Of;
import org.lodestone.reports.internal.edition.FirstPrints.Revision;
import org.lodestone.reports.supply.SmallSupply;
import org.lodestone.reports.supply.Supplies;

class FirstPrintsTest {

    private static final Supplies RARE_EARTHS = Supplies.of(RareEarths.dataset());

    private static FirstPrints prints(Supplies supplies, String measure) {
        return FirstPrints.of(supplies, measure).orElseThrow();
    }

    private static FirstPrints mined(SmallSupply small) {
        return prints(Supplies.of(small.dataset()), "mined");
    }

    private static double number(FirstPrints prints, Optional<Key> key) {
        return prints.model().value(key.orElseThrow()).number().orElseThrow();
    }

    private static List<Double> revisions(FirstPrints prints, Of of) {
        return prints.revisions().stream()
                .map(one -> number(prints, prints.revision(of, one)))
                .toList();
    }

    @Test
    void rare_earths_of_two_years_were_revised_once_up_and_once_down() {
        FirstPrints mined = prints(RARE_EARTHS, "mine-production");

        // 2023: 353,320 t REO in MCS 2024, 376,090 in MCS 2025; 2024: 393,950 in MCS 2025, 384,000 in MCS 2026
        assertThat(mined.revisions())
                .extracting(Revision::toString)
                .containsExactly("2023, MCS2024, MCS2025", "2024, MCS2025, MCS2026");
        assertThat(number(mined, mined.lowest(Of.ROWS))).isCloseTo(384_000 / 393_950.0 - 1, within(1e-12));
        assertThat(number(mined, mined.highest(Of.ROWS))).isCloseTo(376_090 / 353_320.0 - 1, within(1e-12));
        // the 389,310 t REO that MCS 2026 prints of 2025
        assertThat(number(mined, mined.newestAtLowest())).isCloseTo(389_310.0 * 384_000 / 393_950.0, within(1e-6));
        assertThat(number(mined, mined.newestAtHighest())).isCloseTo(389_310.0 * 376_090 / 353_320.0, within(1e-6));
        // printed: 350,000 and 376,000; 390,000 and 380,000
        assertThat(number(mined, mined.lowest(Of.PRINTED))).isCloseTo(380 / 390.0 - 1, within(1e-12));
        assertThat(number(mined, mined.highest(Of.PRINTED))).isCloseTo(376 / 350.0 - 1, within(1e-12));
        // China: 240,000, then 255,000; 270,000 in both
        assertThat(number(mined, mined.lowest(Of.SHARE)))
                .isCloseTo(255_000 / 376_090.0 - 240_000 / 353_320.0, within(1e-12));
        assertThat(number(mined, mined.highest(Of.SHARE)))
                .isCloseTo(270_000 / 384_000.0 - 270_000 / 393_950.0, within(1e-12));
    }

    @Test
    void of_reserves_no_year_is_printed_twice_so_each_edition_is_set_against_the_one_before() {
        FirstPrints reserves = prints(RARE_EARTHS, "reserves");

        assertThat(reserves.isFromEditionToEdition()).isTrue();
        // India's 6.9 Mt and Thailand's 4,500 t of MCS 2025 are not available in MCS 2026, and Malaysia's 0.71 Mt was
        // not before:
        // 90,884,500 − 6,904,500 against 75,290,000 − 710,000 (v1.3)
        assertThat(revisions(reserves, Of.ROWS))
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(90_884_500 / 115_414_500.0 - 1, within(1e-12)),
                        second -> assertThat(second).isCloseTo(74_580 / 83_980.0 - 1, within(1e-12)));
        // >90,000,000 and >85,000,000 are bounds
        assertThat(reserves.lowest(Of.PRINTED)).isEmpty();
    }

    @Test
    void a_figure_that_is_typed_moves_the_range_and_one_that_is_withheld_leaves_none() {
        FirstPrints mined = prints(RARE_EARTHS, "mine-production");
        Key china = RARE_EARTHS
                .supply("mine-production", "MCS2024")
                .orElseThrow()
                .amount(Place.parse("China"), Period.year(2023));

        var typed = mined.model().valuesWith(Map.of(china, Value.of(270_000.0)));
        assertThat(typed.number(mined.highest(Of.ROWS).orElseThrow()).orElseThrow())
                .isCloseTo(376_090 / 383_320.0 - 1, within(1e-12));
        var withheld = mined.model().valuesWith(Map.of(china, new Value.Missing("W", "withheld")));
        assertThat(withheld.of(mined.highest(Of.ROWS).orElseThrow()).isMissing())
                .isTrue();
    }

    @Test
    void what_is_withheld_in_both_editions_is_in_neither_sum() {
        FirstPrints lithium = prints(Supplies.of(BundledPack.of("lithium").dataset()), "mine-production");

        // t Li without the United States: 104,800 in MCS 2022 and 106,880 in MCS 2023 of 2021, 129,300 in MCS 2023 and
        // 146,450 in MCS 2024 of
        // 2022; MCS 2024 is the last to print 2023, and MCS 2025 is not in the dataset
        assertThat(lithium.revisions())
                .extracting(Revision::toString)
                .containsExactly("2021, MCS2022, MCS2023", "2022, MCS2023, MCS2024");
        assertThat(revisions(lithium, Of.ROWS))
                .satisfiesExactly(
                        first -> assertThat(first).isCloseTo(106_880 / 104_800.0 - 1, within(1e-12)),
                        second -> assertThat(second).isCloseTo(146_450 / 129_300.0 - 1, within(1e-12)));
    }

    @Test
    void a_range_is_of_first_prints_of_the_kind_that_the_newest_year_is() {
        FirstPrints mined = prints(RARE_EARTHS, "mine-production");

        assertThat(mined.isEstimate()).isTrue();
        assertThat(mined.inRange(Of.ROWS)).isEqualTo(mined.revisions()).allMatch(Revision::isEstimate);
        // editions that mark nothing: all first prints are of one kind
        FirstPrints small = mined(small(2024, 2025, 2026)
                .figure("MCS2024", "mined", "Chile", 2023, "40")
                .figure("MCS2025", "mined", "Chile", 2023, "44")
                .figure("MCS2025", "mined", "Chile", 2024, "50")
                .figure("MCS2026", "mined", "Chile", 2024, "49")
                .figure("MCS2026", "mined", "Chile", 2025, "60"));
        assertThat(small.isEstimate()).isFalse();
        assertThat(number(small, small.lowest(Of.ROWS))).isCloseTo(-0.02, within(1e-12));
        assertThat(number(small, small.highest(Of.ROWS))).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void one_revision_makes_no_range() {
        FirstPrints mined = mined(small(2024, 2025)
                .figure("MCS2024", "mined", "Chile", 2023, "40")
                .figure("MCS2025", "mined", "Chile", 2023, "44"));

        assertThat(revisions(mined, Of.ROWS)).hasSize(1);
        assertThat(mined.inRange(Of.ROWS)).isEmpty();
        assertThat(mined.lowest(Of.ROWS)).isEmpty();
    }

    @Test
    void a_year_that_is_printed_once_is_no_revision() {
        // editions two years apart have no year in common: MCS 2024 has 2022 and 2023, MCS 2026 has 2024 and 2025
        SmallSupply small = small(2024, 2026)
                .figure("MCS2024", "mined", "Chile", 2023, "44000")
                .figure("MCS2026", "mined", "Chile", 2024, "49000");

        assertThat(FirstPrints.of(Supplies.of(small.dataset()), "mined")).isEmpty();
    }

    private static SmallSupply small(int... editions) {
        return new SmallSupply()
                .releases(editions)
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "t Li");
    }
}
