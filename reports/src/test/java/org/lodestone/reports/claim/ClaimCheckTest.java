package org.lodestone.reports.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.supply.Supply;

class ClaimCheckTest {

    private static Dataset dataset;
    private static ClaimCheck check;

    @BeforeAll
    static void read() {
        dataset = RareEarths.dataset();
        check = ClaimCheck.of(dataset);
    }

    private static CheckedClaim claim(String id) {
        return check.claims().stream()
                .filter(claim -> claim.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_claim_of_the_note_has_the_verdict_expected_of_it() {
        assertThat(check.claims())
                .hasSize(26)
                .allSatisfy(claim -> assertThat(claim.verdict())
                        .as(claim.claim().id())
                        .isEqualTo(claim.claim().expected()));
    }

    @Test
    void the_share_of_68_54_percent_comes_from_the_sum_of_rows_and_from_no_other_denominator() {
        CheckedClaim share = claim("output-china-share");
        assertThat(share.recomputedText()).isEqualTo("68.5366");
        assertThat(share.derivation())
                .contains("over the sum of rows, MCS 2025: 68.5366")
                .contains("over that sum rounded to three figures: 68.5279")
                .contains("over the printed total: 69.2308")
                .contains("over the sum of rows, MCS 2026: 70.3125");
    }

    @Test
    void the_growth_of_4_75_percent_comes_from_the_sums_of_rows() {
        assertThat(claim("output-growth").derivation())
                .contains("sums of rows, MCS 2025: 4.7489")
                .contains("printed totals: 3.7234");
    }

    @Test
    void a_claim_that_held_in_its_edition_only_is_overtaken_and_both_values_are_there() {
        CheckedClaim total = claim("output-total");
        assertThat(total.verdict()).isEqualTo(Verdict.OVERTAKEN);
        assertThat(total.recomputedText()).isEqualTo("393.95");
        assertThat(total.derivation()).contains("sum of rows, MCS 2026: 384");
    }

    @Test
    void the_share_of_92_3_percent_has_no_denominator_and_is_of_another_year() {
        CheckedClaim share = claim("separation-china-share");
        assertThat(share.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(share.recomputed()).isEmpty();
        assertThat(share.derivation()).contains("not known").contains("of 2023, beside figures of 2024");
    }

    @Test
    void a_verdict_follows_the_figures() {
        Supply mined = Supply.of(dataset, "mine-production", "MCS2025").orElseThrow();
        CheckedClaim total = claim("output-total");
        var changed = total.model()
                .valuesWith(Map.of(mined.amount(Place.parse("China"), Period.year(2024)), Value.of(280_000.0)));
        assertThat(changed.of(total.judged())).isEqualTo(Value.of("not reproduced"));
        var withheld = total.model()
                .valuesWith(Map.of(
                        mined.amount(Place.parse("China"), Period.year(2024)), new Value.Missing("W", "withheld")));
        assertThat(withheld.of(total.judged())).isEqualTo(Value.of("not checkable"));
    }
}
