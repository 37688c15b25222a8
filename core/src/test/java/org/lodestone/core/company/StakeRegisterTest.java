package org.lodestone.core.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;

class StakeRegisterTest {

    private static Stake stake(String owner, String owned, String percent, String asOf) {
        return new Stake(owner, owned, Observation.parse(percent), asOf, Citation.of("made-up"));
    }

    private static String used(List<Stake> stated, String date) {
        return StakeRegister.asOf(stated, LocalDate.parse(date)).stakes().stream()
                .map(stake -> stake.stake().printed())
                .findFirst()
                .orElse("none");
    }

    @Test
    void the_date_decides_between_two_statements_of_one_stake() {
        // China Rare Earth Group in 600259.SH: 38.45% in January 2024, 18.45% in August 2025
        List<Stake> stated = List.of(
                stake("China Rare Earth Group", "600259.SH", "18.45", "2025-08"),
                stake("China Rare Earth Group", "600259.SH", "38.45", "2024-01"));
        assertThat(used(stated, "2024-01-30")).isEqualTo("none");
        assertThat(used(stated, "2024-01-31")).isEqualTo("38.45");
        assertThat(used(stated, "2025-08-30")).isEqualTo("38.45");
        assertThat(used(stated, "2025-08-31")).isEqualTo("18.45");
        assertThat(StakeRegister.latest(stated).beyondWhole("600259.SH")).isEmpty();
    }

    @Test
    void a_stake_without_a_date_stands_behind_dated_ones_and_is_not_used_before_the_first_of_them() {
        // Shenghe in Vital Metals: 9.99% in October 2023, 18.2% if a second phase were exercised
        List<Stake> stated = List.of(
                stake("600392.SH", "Vital Metals", "9.99", "2023-10"),
                stake("600392.SH", "Vital Metals", "18.2", "if phase 2 is exercised"));
        assertThat(used(stated, "2023-01-01")).isEqualTo("none");
        assertThat(used(stated, "2026-01-01")).isEqualTo("9.99");
        assertThat(used(stated.subList(1, 2), "2023-01-01")).isEqualTo("18.2");
    }

    @Test
    void about_a_year_is_that_year() {
        assertThat(stake("600392.SH", "MP", "8", "about 2021").date()).contains(LocalDate.of(2021, 12, 31));
        assertThat(stake("600392.SH", "MP", "8", "planned").date()).isEmpty();
    }

    @Test
    void an_unpublished_stake_does_not_hide_an_earlier_number() {
        List<Stake> stated = List.of(
                stake("USAR", "Less Common Metals", "51", "2025-01"),
                stake("USAR", "Less Common Metals", "not published", "2025-11"));
        assertThat(used(stated, "2026-01-01")).isEqualTo("51");
        assertThat(used(stated.subList(1, 2), "2026-01-01")).isEqualTo("not published");
    }

    @Test
    void six_founders_sum_to_the_whole_and_rounding_is_let_pass() {
        // China Rare Earth Group at its founding: 31.21 + 3 × 20.33 + 2 × 3.90 = 100.00%
        List<Stake> founders = List.of(
                stake("SASAC", "Group", "31.21", "2021"),
                stake("Chinalco", "Group", "20.33", "2021"),
                stake("China Minmetals", "Group", "20.33", "2021"),
                stake("Ganzhou", "Group", "20.33", "2021"),
                stake("CISRI", "Group", "3.90", "2021"),
                stake("GRINM", "Group", "3.90", "2021"));
        assertThat(StakeRegister.latest(founders).beyondWhole("Group")).isEmpty();
        // 3 × 33.34 = 100.02%, of which only 3 × 0.005 may be rounding
        assertThat(StakeRegister.latest(thirds("33.34")).beyondWhole("C")).hasSize(3);
        assertThat(StakeRegister.latest(thirds("33.33")).beyondWhole("C")).isEmpty();
        assertThat(StakeRegister.latest(List.of(stake("A", "C", "50.5", "2025"), stake("B", "C", "49.6", "2025")))
                        .beyondWhole("C"))
                .as("100.1%% may be rounding, twice 0.05")
                .isEmpty();
    }

    private static List<Stake> thirds(String percent) {
        return List.of(
                stake("A", "C", percent, "2025"), stake("B", "C", percent, "2025"), stake("D", "C", percent, "2025"));
    }

    @Test
    void those_who_own_each_other_are_a_circle_that_is_closed_where_nobody_else_owns_a_part() {
        StakeRegister open =
                StakeRegister.latest(List.of(stake("A", "B", "100", "2025"), stake("B", "A", "40", "2025")));
        assertThat(open.circles()).singleElement().satisfies(circle -> {
            assertThat(circle).containsExactlyInAnyOrder("A", "B");
            assertThat(open.isClosed(circle)).isFalse();
        });
        StakeRegister closed = StakeRegister.latest(List.of(
                stake("A", "B", "100", "2025"),
                stake("B", "C", "100", "2025"),
                stake("C", "A", "100", "2025"),
                stake("C", "D", "30", "2025")));
        assertThat(closed.circles()).singleElement().satisfies(circle -> {
            assertThat(circle).containsExactlyInAnyOrder("A", "B", "C");
            assertThat(closed.isClosed(circle)).isTrue();
            assertThat(closed.loop(circle))
                    .hasSize(3)
                    .allSatisfy(stake -> assertThat(circle).contains(stake.owner(), stake.owned()));
        });
    }

    @Test
    void a_company_may_hold_its_own_shares() {
        StakeRegister own = StakeRegister.latest(List.of(stake("A", "A", "5", "2025")));
        assertThat(own.circles()).hasSize(1);
        assertThat(own.isClosed(own.circles().get(0))).isFalse();
    }
}
