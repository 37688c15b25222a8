package org.lodestone.reports.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.quota.Quotas;
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
                .contains("270,000 of 393,950 t REO, the sum of rows, MCS 2025: 68.5366")
                .contains("270,000 of 394,000 t REO, that sum rounded, MCS 2025: 68.5279")
                .contains("270,000 of 390,000 t REO, the printed total, MCS 2025: 69.2308")
                .contains("270,000 of 384,000 t REO, the sum of rows, MCS 2026: 70.3125");
    }

    @Test
    void the_growth_of_4_75_percent_comes_from_the_sums_of_rows() {
        assertThat(claim("output-growth").derivation())
                .contains("393,950 after 376,090 t REO, sums of rows, MCS 2025: 4.7489")
                .contains("390,000 after 376,000 t REO, printed totals, MCS 2025: 3.7234");
    }

    @Test
    void a_claim_that_held_in_its_edition_only_is_overtaken_and_both_values_are_there() {
        CheckedClaim total = claim("output-total");
        assertThat(total.verdict()).isEqualTo(Verdict.OVERTAKEN);
        assertThat(total.recomputedText()).isEqualTo("393.95");
        assertThat(total.derivation()).contains("Sum of rows, MCS 2026: 384");
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

    @Test
    void a_sum_of_fewer_rows_than_it_was_taken_from_refutes_no_claim() {
        Supply reserves = Supply.of(dataset, "reserves", "MCS2025").orElseThrow();
        Key thailand = reserves.amount(Place.parse("Thailand"), Period.year(2024));
        CheckedClaim total = claim("reserves-total");
        CheckedClaim share = claim("reserves-china-share");
        Values less = typed(total, thailand, Value.of(0.0));
        Values withheld = typed(total, thailand, Value.of("W"));

        assertThat(text(less, total.judged())).isEqualTo("not reproduced");
        assertThat(text(withheld, total.judged())).isEqualTo("not checkable");
        assertThat(text(withheld, total.ways().get(0).words())).isEqualTo("Sum of rows, MCS 2025");
        assertThat(withheld.of(total.ways().get(0).value()).isMissing()).isTrue();
        assertThat(text(typed(share, thailand, Value.of("W")), share.judged())).isEqualTo("not checkable");
    }

    private static Values typed(CheckedClaim claim, Key figure, Value value) {
        return claim.model().valuesWith(Map.of(figure, value));
    }

    private static String text(Values values, Key key) {
        return values.of(key).inSentence();
    }

    private static Key mined(String edition) {
        return Supply.of(dataset, "mine-production", edition)
                .orElseThrow()
                .amount(Place.parse("China"), Period.year(2024));
    }

    private static Key miningQuota() {
        return Quotas.of(dataset).get(0).total(Period.year(2024));
    }

    @Test
    void a_derivation_follows_the_figures() {
        CheckedClaim share = claim("output-china-share");

        // 150,000 of 393,950 − 270,000 + 150,000
        assertThat(text(
                        typed(share, mined("MCS2025"), Value.of(150_000)),
                        share.how().orElseThrow()))
                .startsWith("150,000 of 273,950 t REO, the sum of rows, MCS 2025: 54.7545. 150,000 of 274,000 t REO");
        assertThat(text(
                        typed(share, mined("MCS2025"), Value.of("W")),
                        share.how().orElseThrow()))
                .startsWith("Over the sum of rows, MCS 2025: not known.");
    }

    @Test
    void a_claim_is_not_overtaken_by_a_figure_that_is_not_known() {
        CheckedClaim share = claim("output-china-share");

        assertThat(text(typed(share, mined("MCS2026"), Value.of("W")), share.judged()))
                .isEqualTo("reproduced");
    }

    @Test
    void what_is_recomputed_is_what_the_verdict_goes_by() {
        CheckedClaim total = claim("output-total");
        Values printed = typed(total, total.printed(), Value.of(390));

        assertThat(text(printed, total.judged())).isEqualTo("overtaken");
        assertThat(printed.of(total.recomputed().orElseThrow())).isEqualTo(Value.of(390.0));
    }

    @Test
    void batches_that_sum_to_the_print_do_not_reproduce_it_against_the_quota_of_the_year() {
        CheckedClaim quota = claim("quota-mining-2024");
        Values lower = typed(quota, miningQuota(), Value.of(240_000));
        Values unknown = typed(quota, miningQuota(), Value.of("W"));

        assertThat(text(lower, quota.judged())).isEqualTo("not reproduced");
        assertThat(text(lower, quota.how().orElseThrow())).isEqualTo("Full-year quota: 240.");
        // two batches of 135,000
        assertThat(text(unknown, quota.judged())).isEqualTo("reproduced");
        assertThat(text(unknown, quota.how().orElseThrow()))
                .isEqualTo("Sum of its batches, as the full-year quota is not known: 270.");
    }

    @Test
    void a_word_that_cannot_be_worked_out_is_not_checkable() {
        CheckedClaim below = claim("quota-mining-below-average");

        assertThat(text(typed(below, miningQuota(), Value.of("W")), below.judged()))
                .isEqualTo("not checkable");
        // 400,000 / 255,000 − 1 against (400,000 / 105,000)^(1/7) − 1
        assertThat(text(typed(below, miningQuota(), Value.of(400_000)), below.judged()))
                .isEqualTo("not reproduced");
        assertThat(text(
                        typed(below, miningQuota(), Value.of(400_000)),
                        below.how().orElseThrow()))
                .startsWith("Growth of 56.86% against 21.05% a year compound, 2017 to 2024: not below.");
    }

    @Test
    void a_planned_capacity_is_that_of_the_project() {
        CheckedClaim mine = claim("us-mine-60k");
        Project line = dataset.projects().stream()
                .filter(project -> project.id().equals("mountain-pass-60k"))
                .findFirst()
                .orElseThrow();

        assertThat(text(typed(mine, Pipeline.capacity(line), Value.of(40_000)), mine.judged()))
                .isEqualTo("not reproduced");
    }

    @Test
    void the_remark_on_a_claim_has_no_number_that_a_cell_could_turn() {
        assertThat(dataset.claims())
                .extracting(Claim::note)
                .allSatisfy(note ->
                        assertThat(note.replaceAll("\\b(MCS )?20\\d\\d\\b", "")).doesNotContainPattern("\\d"));
    }
}
