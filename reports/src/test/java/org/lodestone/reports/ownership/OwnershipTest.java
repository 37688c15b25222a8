package org.lodestone.reports.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.MoreCollectors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.company.Stake;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.company.StatedStake;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.ownership.Ownership.EffectiveStake;

class OwnershipTest {

    private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

    private static Stake stake(String owner, String owned, String percent) {
        return stake(owner, owned, percent, "2025");
    }

    private static Stake stake(String owner, String owned, String percent, String asOf) {
        return new Stake(owner, owned, Observation.parse(percent), asOf, Citation.of("made-up"));
    }

    private static Ownership of(Stake... stakes) {
        return of(List.of(stakes));
    }

    private static Ownership of(List<Stake> stakes) {
        return Ownership.of(stakes, DATE);
    }

    private static double part(Ownership ownership, String owner, String owned) {
        return ownership.stake(owner, owned).orElseThrow().part().number().orElseThrow();
    }

    @Test
    void a_stake_through_another_company_is_the_product() {
        Ownership chain = of(stake("A", "B", "60"), stake("B", "C", "50"));
        assertThat(part(chain, "A", "C")).isCloseTo(0.3, within(1e-12));
        assertThat(chain.stake("A", "C").orElseThrow().inWords()).isEqualTo("A holds 30% of C through B (60% × 50%)");
        assertThat(chain.stake("A", "C").orElseThrow().direct()).isEmpty();
        assertThat(chain.stake("C", "A")).isEmpty();
    }

    @Test
    void a_direct_stake_adds_to_one_through_others() {
        Ownership two = of(stake("A", "B", "60"), stake("B", "C", "50"), stake("A", "C", "10"));
        assertThat(part(two, "A", "C")).isCloseTo(0.4, within(1e-12));
        assertThat(two.stake("A", "C").orElseThrow().inWords())
                .isEqualTo("A holds 40% of C: directly 10%; through B 30% (60% × 50%)");
    }

    @Test
    void two_companies_that_own_each_other_are_solved_as_on_paper() {
        // A holds 50% of X; X holds 40% of Y, and Y holds 20% of X.
        //   a of X: x = 0.5 + y × 0.2, since Y passes on 20% of X
        //   a of Y: y = x × 0.4
        //   x = 0.5 + 0.08 x, so x = 0.5 / 0.92 = 0.543478..., y = 0.2 / 0.92 = 0.217391...
        Ownership cross = of(stake("A", "X", "50"), stake("X", "Y", "40"), stake("Y", "X", "20"));
        assertThat(part(cross, "A", "X")).isCloseTo(0.5434782608695652, within(1e-12));
        assertThat(part(cross, "A", "Y")).isCloseTo(0.2173913043478261, within(1e-12));
        // X does not gain by the 8% of itself that it holds through Y
        assertThat(part(cross, "X", "Y")).isCloseTo(0.4, within(1e-12));
        assertThat(cross.stake("X", "Y").orElseThrow().inWords()).isEqualTo("X holds 40% of Y");
        assertThat(cross.stake("A", "X").orElseThrow().inWords())
                .isEqualTo("A holds 54.35% of X; and 4.35% since companies on the way own each other");
    }

    @Test
    void two_firms_that_hold_90_percent_of_each_other_hold_90_percent_and_those_outside_share_the_whole() {
        // V = (I − D)⁻¹ has v_AB = 0.9 / 0.19 = 473.68% and v_AA = 1 / 0.19, so y_AB = v_AB / v_AA = 0.9
        //   P of A: p = 0.1 + 0.9 × 0.9 p, so p = 0.1 / 0.19 = 52.63%; of B: 0.9 p = 47.37%
        Ownership mutual =
                of(stake("A", "B", "90"), stake("B", "A", "90"), stake("P", "A", "10"), stake("Q", "B", "10"));
        assertThat(part(mutual, "A", "B")).isCloseTo(0.9, within(1e-12));
        assertThat(part(mutual, "B", "A")).isCloseTo(0.9, within(1e-12));
        assertThat(mutual.stake("A", "B").orElseThrow().inWords()).isEqualTo("A holds 90% of B");
        assertThat(part(mutual, "P", "A")).isCloseTo(0.1 / 0.19, within(1e-12));
        assertThat(part(mutual, "Q", "A")).isCloseTo(0.09 / 0.19, within(1e-12));
        assertThat(part(mutual, "P", "A") + part(mutual, "Q", "A")).isCloseTo(1, within(1e-12));
    }

    @Test
    void an_owner_within_a_ring_holds_the_product_along_it_however_often_it_goes_round() {
        // A 50% of B, B 60% of C, C 70% of A: of C, A holds 0.5 × 0.6; A's own 21% of itself adds nothing
        Ownership ring = of(stake("A", "B", "50"), stake("B", "C", "60"), stake("C", "A", "70"), stake("C", "D", "40"));
        assertThat(part(ring, "A", "C")).isCloseTo(0.3, within(1e-12));
        assertThat(part(ring, "A", "D")).isCloseTo(0.12, within(1e-12));
        assertThat(part(ring, "B", "A")).isCloseTo(0.42, within(1e-12));
    }

    @Test
    void shares_a_company_holds_of_itself_are_its_other_owners() {
        // 10% are A's own: O's 90% are all that others hold, 0.9 / (1 − 0.1); of B, A holds the 50% it holds
        Ownership own = of(stake("A", "A", "10"), stake("O", "A", "90"), stake("A", "B", "50"));
        assertThat(part(own, "O", "A")).isCloseTo(1, within(1e-12));
        assertThat(part(own, "A", "B")).isCloseTo(0.5, within(1e-12));
        assertThat(part(own, "O", "B")).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void an_unknown_stake_in_the_owner_itself_does_not_hide_what_the_owner_holds() {
        Ownership gap = of(stake("A", "B", "90"), stake("B", "A", "not published"), stake("P", "A", "10"));
        assertThat(part(gap, "A", "B")).isCloseTo(0.9, within(1e-12));
        assertThat(gap.stake("P", "B").orElseThrow().part().isMissing()).isTrue();

        Ownership back = of(stake("A", "B", "not published"), stake("B", "A", "20"), stake("A", "C", "30"));
        assertThat(part(back, "A", "C")).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void nobody_holds_more_than_the_whole_whoever_owns_whom() {
        Random random = new Random(11);
        for (int run = 0; run < 50; run++) {
            List<Stake> stakes = new ArrayList<>();
            for (int owned = 0; owned < 8; owned++) {
                // three companies hold up to 99.9% of each, themselves and each other among them
                for (int nth = 0; nth < 3; nth++) {
                    String owner = "C" + (owned + random.nextInt(3) + 3 * nth) % 8;
                    stakes.add(stake(owner, "C" + owned, "33.3"));
                }
            }
            Ownership ownership = of(stakes);
            assertThat(ownership.all())
                    .extracting(stake -> stake.part().number().orElseThrow())
                    .isNotEmpty()
                    .allMatch(part -> part > 0 && part <= 1);
        }
    }

    @Test
    void of_many_ways_the_three_shortest_are_told_and_the_others_counted() {
        // through each of B, C, D and E 10% × 20% = 2%
        List<Stake> four = List.of(
                stake("A", "B", "10"),
                stake("B", "T", "20"),
                stake("A", "C", "10"),
                stake("C", "T", "20"),
                stake("A", "D", "10"),
                stake("D", "T", "20"),
                stake("A", "E", "10"),
                stake("E", "T", "20"));
        assertThat(inWords(four.subList(0, 6)))
                .isEqualTo("A holds 6% of T: through B 2% (10% × 20%); through C 2% (10% × 20%);"
                        + " through D 2% (10% × 20%)");
        assertThat(inWords(four))
                .isEqualTo("A holds 8% of T: through B 2% (10% × 20%); through C 2% (10% × 20%);"
                        + " through D 2% (10% × 20%); and one more way");

        List<Stake> five = new ArrayList<>(four);
        five.add(stake("A", "T", "5"));
        assertThat(inWords(five))
                .isEqualTo("A holds 13% of T: directly 5%; through B 2% (10% × 20%); through C 2% (10% × 20%);"
                        + " and 2 more ways");
    }

    @Test
    void what_comes_on_top_of_the_ways_is_told_only_where_it_shows() {
        // T and Y hold 0.1% of each other: 0.5 / (1 − 0.000001) is 50% and 0.00005%
        assertThat(inWords(List.of(stake("A", "T", "50"), stake("T", "Y", "0.1"), stake("Y", "T", "0.1"))))
                .isEqualTo("A holds 50% of T");
    }

    @Test
    void companies_that_own_each_other_in_very_many_ways_are_not_told_one_by_one() {
        // each holds 4% of the 11 others: x = 0.01 + 11 × 0.04 x, so A holds 0.01 / 0.56 of each, and of T half of that
        List<Stake> web = web(12);
        web.add(stake("C7", "T", "50"));
        assertThat(inWords(web))
                .isEqualTo("A holds 0.89% of T: through C7 0.5% (1% × 50%); through C0 and C7 0.02% (1% × 4% × 50%);"
                        + " through C1 and C7 0.02% (1% × 4% × 50%); and many more ways");
    }

    @Test
    void a_company_at_the_end_of_very_many_long_ways_is_not_told_how_it_is_held() {
        List<Stake> web = web(12);
        web.addAll(List.of(stake("C7", "D", "100"), stake("D", "E", "100"), stake("E", "F", "100")));
        web.add(stake("F", "T", "100"));
        assertThat(inWords(web)).isEqualTo("A holds 1.79% of T in more ways than can be told");

        web.add(stake("A", "T", "5"));
        assertThat(inWords(web)).isEqualTo("A holds 6.79% of T: directly 5%; and many more ways");
    }

    @Test
    void a_way_leads_through_no_company_twice() {
        // x = 0.5 + 0.4 × 0.2 x as above, so A holds 0.05 / 0.92 of T
        assertThat(inWords(List.of(
                        stake("A", "X", "50"), stake("X", "Y", "40"), stake("Y", "X", "20"), stake("X", "T", "10"))))
                .isEqualTo("A holds 5.43% of T through X (50% × 10%); and 0.43% since companies on the way own each"
                        + " other");
    }

    @Test
    void companies_on_no_way_are_not_followed() {
        List<Stake> web = web(12);
        web.add(stake("A", "T", "30"));
        assertThat(inWords(web)).isEqualTo("A holds 30% of T");
    }

    /** Companies of which A holds 1% each, and each 4% of every other. */
    private static List<Stake> web(int size) {
        List<Stake> web = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            web.add(stake("A", "C" + i, "1"));
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    web.add(stake("C" + i, "C" + j, "4"));
                }
            }
        }
        return web;
    }

    private static String inWords(List<Stake> stakes) {
        return of(stakes).stake("A", "T").orElseThrow().inWords();
    }

    @Test
    void companies_that_own_each_other_whole_are_refused_by_name() {
        assertThatThrownBy(() -> of(stake("Z", "C", "10"), stake("A", "B", "100"), stake("B", "A", "100")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Who owns whom in the end has no answer where companies own each other whole: A -> B (100%, as"
                                + " of 2025) -> A (100%, as of 2025). Correct one of these stakes.");
    }

    @Test
    void stakes_over_the_whole_in_a_loop_are_refused_too() {
        // 0.9 × 0.75 + 0.8 × 0.75 = 1.275: each round would own more than the one before
        assertThatThrownBy(() ->
                        of(stake("A", "B", "90"), stake("B", "A", "75"), stake("C", "B", "80"), stake("B", "C", "75")))
                .hasMessageContaining("->");
    }

    @Test
    void the_date_decides_between_two_statements() {
        List<Stake> two = List.of(stake("A", "B", "38.45", "2024-01"), stake("A", "B", "18.45", "2025-08"));
        assertThat(part(Ownership.of(two, LocalDate.of(2025, 1, 1)), "A", "B")).isCloseTo(0.3845, within(1e-12));
        assertThat(part(Ownership.of(two, LocalDate.of(2026, 1, 1)), "A", "B")).isCloseTo(0.1845, within(1e-12));
        assertThat(Ownership.of(two, LocalDate.of(2023, 1, 1)).stake("A", "B")).isEmpty();
    }

    @Test
    void an_effective_stake_is_as_of_the_days_of_all_stakes_on_the_way() {
        Ownership chain =
                of(stake("A", "B", "60", "2025-08"), stake("B", "C", "50", "2024"), stake("C", "D", "50", "2025-08"));
        assertThat(chain.stake("A", "D").orElseThrow().asOf()).isEqualTo("2024; 2025-08");
    }

    @Test
    void an_unpublished_stake_makes_what_is_held_through_it_missing_and_says_why() {
        Ownership gap = of(
                stake("USAR", "Less Common Metals", "not published"),
                stake("Less Common Metals", "Plant", "50"),
                stake("Owner", "USAR", "30"),
                stake("USAR", "Round Top", "80"));
        assertThat(gap.stake("Owner", "Plant").orElseThrow().part())
                .isEqualTo(new Value.Missing(
                        "not published", "the stake of USAR in Less Common Metals is stated as “not published”"));
        assertThat(gap.stake("USAR", "Plant").orElseThrow().inWords())
                .isEqualTo(
                        "The stake of USAR in Plant is not known, since the stake of USAR in Less Common Metals is stated as"
                                + " “not published”");
        assertThat(part(gap, "Owner", "Round Top"))
                .as("another way is not touched")
                .isCloseTo(0.24, within(1e-12));
        assertThat(part(gap, "Less Common Metals", "Plant")).isEqualTo(0.5);
    }

    @Test
    void without_stakes_nobody_owns_anything() {
        assertThat(of().all()).isEmpty();
    }

    @Test
    void owners_outside_hold_all_between_them_whoever_owns_whom_inside() {
        Random random = new Random(7);
        for (int run = 0; run < 20; run++) {
            Stake[] stakes = new Stake[30];
            for (int i = 0; i < 10; i++) {
                // three owners with 50, 30 and 20% of each company, two of them companies and one outside
                stakes[3 * i] = stake("C" + (i + 1 + random.nextInt(9)) % 10, "C" + i, "50");
                stakes[3 * i + 1] = stake("P" + i, "C" + i, "30");
                stakes[3 * i + 2] = stake("Q" + i, "C" + i, "20");
            }
            Ownership ownership = of(stakes);
            for (int i = 0; i < 10; i++) {
                String company = "C" + i;
                double held = ownership.all().stream()
                        .filter(stake -> stake.owned().equals(company))
                        .filter(stake -> !stake.owner().startsWith("C"))
                        .mapToDouble(stake -> stake.part().number().orElseThrow())
                        .sum();
                assertThat(held).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Nested
    class OfRareEarths {

        private final Ownership ownership = Ownership.of(RareEarths.dataset());

        @Test
        void shenghe_holds_ngualla_and_a_part_of_mp() {
            assertThat(part(ownership, "600392.SH", "Ngualla")).isCloseTo(0.84, within(1e-12));
            assertThat(part(ownership, "600392.SH", "MP")).isCloseTo(0.0839, within(1e-12));
            assertThat(ownership.stake("600392.SH", "Ngualla").orElseThrow().inWords())
                    .isEqualTo(
                            "Shenghe Resources holds 84% of Ngualla (through Ganzhou Chenguang; through Peak Rare Earths, 84%;"
                                    + " after the scheme)");
        }

        @Test
        void the_state_holds_china_rare_earth_resources_through_the_group() {
            // 31.21% × 28.56% = 8.913576%
            assertThat(part(ownership, "SASAC of the State Council", "000831.SZ"))
                    .isCloseTo(0.08913576, within(1e-12));
            assertThat(ownership
                            .stake("SASAC of the State Council", "000831.SZ")
                            .orElseThrow()
                            .inWords())
                    .isEqualTo("SASAC of the State Council holds 8.91% of China Rare Earth Resources through China Rare"
                            + " Earth Group (31.21% × 28.56%)");
        }

        @Test
        void they_are_formulas_of_the_direct_stakes_since_no_two_companies_own_each_other() {
            EffectiveStake mp = ownership.stake("600392.SH", "MP").orElseThrow();
            assertThat(ownership.model().calculation(mp.key())).isPresent();
            assertThat(mp.sources()).containsExactly("xueqiu-2025-09-600392");
            assertThat(ownership.model().contents().values()).noneMatch(Content::isComputed);
        }
    }

    @Test
    void what_a_sheet_can_work_out_is_a_formula_and_what_it_cannot_is_out_of_date_once_a_stake_is_another() {
        // A 60% of B, B 50% of C; X and Y own each other, and B holds 10% of X
        List<Stake> stakes = List.of(
                stake("A", "B", "60"),
                stake("B", "C", "50"),
                stake("B", "X", "10"),
                stake("X", "Y", "40"),
                stake("Y", "X", "20"));
        Ownership ownership = of(stakes);
        Model model = ownership.model();
        Key ofC = ownership.stake("A", "C").orElseThrow().key();
        Key ofX = ownership.stake("A", "X").orElseThrow().key();
        var typed = model.valuesWith(Map.of(held(ownership, "A", "B"), Value.of(50.0)));

        assertThat(typed.number(ofC)).hasValueCloseTo(0.25, within(1e-12));
        // 0.6 × 0.1 / (1 − 0.4 × 0.2)
        assertThat(model.value(ofX).number()).hasValueCloseTo(0.06 / 0.92, within(1e-12));
        assertThat(typed.of(ofX).inSentence()).isEqualTo(Dated.OUT_OF_DATE);
        // what X holds of Y does not go through B
        assertThat(typed.number(ownership.stake("X", "Y").orElseThrow().key())).hasValueCloseTo(0.4, within(1e-12));
    }

    private static Key held(Ownership ownership, String owner, String owned) {
        return ownership.stated().stream()
                .filter(stated -> stated.stake().owner().equals(owner))
                .filter(stated -> stated.stake().owned().equals(owned))
                .map(StatedStake::key)
                .collect(MoreCollectors.onlyElement());
    }

    @Test
    void formulas_give_what_is_solved_for_whoever_owns_whom() {
        Random random = new Random(5);
        for (int run = 0; run < 50; run++) {
            List<Stake> stakes = new ArrayList<>();
            for (int owned = 0; owned < 8; owned++) {
                for (int nth = 0; nth < 2; nth++) {
                    // of lower numbers in most runs, so that few own each other
                    int owner = run % 5 == 0 ? random.nextInt(8) : random.nextInt(owned + 1);
                    if (nth == 0 || !stakes.get(stakes.size() - 1).owner().equals("C" + owner)) {
                        stakes.add(stake("C" + owner, "C" + owned, "30"));
                    }
                }
            }
            Ownership ownership = of(stakes);
            Model model = ownership.model();
            assertThat(ownership.all())
                    .allSatisfy(stake -> assertThat(model.value(stake.key()).number())
                            .hasValueCloseTo(stake.part().number().orElseThrow(), within(1e-12)));
        }
    }
}
