package org.lodestone.reports.internal.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.internal.study.SensitivityDriver.CAPEX;
import static org.lodestone.reports.internal.study.SensitivityDriver.EXCHANGE_RATE;
import static org.lodestone.reports.internal.study.SensitivityDriver.OPEX;
import static org.lodestone.reports.internal.study.SensitivityDriver.PRICE;
import static org.lodestone.reports.internal.study.SensitivityDriver.RATE;
import static org.lodestone.reports.internal.study.SensitivityDriver.RECOVERY;
import static org.lodestone.reports.internal.study.SensitivityTable.Outcome.IRR;
import static org.lodestone.reports.internal.study.SensitivityTable.Outcome.NPV;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lodestone.reports.internal.study.SensitivityCheck.Finding;
import org.lodestone.reports.internal.study.SensitivityCheck.Totals;
import org.lodestone.reports.internal.study.SensitivityFault.Base;
import org.lodestone.reports.internal.study.SensitivityFault.Base.Where;
import org.lodestone.reports.internal.study.SensitivityFault.Beyond;
import org.lodestone.reports.internal.study.SensitivityFault.Digit;
import org.lodestone.reports.internal.study.SensitivityFault.Exchanged;
import org.lodestone.reports.internal.study.SensitivityFault.Odd;
import org.lodestone.reports.internal.study.SensitivityFault.Scale;
import org.lodestone.reports.internal.study.SensitivityFault.Shapeless;
import org.lodestone.reports.internal.study.SensitivityFault.Sign;
import org.lodestone.reports.internal.study.SensitivityFault.Swapped;
import org.lodestone.reports.internal.study.SensitivityFault.UpsideDown;
import org.lodestone.reports.internal.study.SensitivityTable.Outcome;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

class SensitivityCheckTest {

    /** What 100% of price is worth: 1,855, of which a tenth is 185.5; the NPV is 1,030. */
    private static final SensitivityTable CLEAN = npv(PRICE, "1030", -20, "659", -10, "845", 10, "1216", 20, "1401");

    private static final int[][] CHANGES = {
        {-20, -10, 10, 20}, {-20, -10, 0, 10, 20}, {-30, -20, -10, 0, 10, 20, 30}, {-20, 20}, {-25, 25}, {-10, 0, 10},
    };

    // ---------------------------------------------------------------- what is clean

    @Test
    void pastos_grandes_is_clean_and_implies_what_revenue_and_capital_cost_are_worth() {
        // Millennial Lithium, feasibility study of Pastos Grandes, 2019: NPV of USD 1.03bn at 8% after tax, capital
        // cost 448m;
        // price 90% 844, 110% 1,215; capital cost 75% 1,108, 125% 949
        Printed base = Printed.of(new BigDecimal("1.03E+3"));
        assertThat(base.half()).isEqualTo(5);
        SensitivityTable price = table(PRICE, NPV, Optional.of(base), -10, "844", 10, "1215");
        SensitivityTable capex = table(CAPEX, NPV, Optional.of(base), -25, "1108", 25, "949");
        List<Finding> findings = SensitivityCheck.of(
                List.of(price, capex),
                new Totals(Optional.empty(), Optional.empty(), Optional.of(Printed.of(new BigDecimal("448")))));
        assertThat(findings).allMatch(Finding::isClean);
        // (1,215 − 844) / 0.2 = 1,855, each rounded by half a million; (1,108 − 949) / 0.5 = 318
        assertThat(findings.get(0).presentValue()).hasValueSatisfying(range -> isRange(range, 1850, 1860));
        assertThat(findings.get(1).presentValue()).hasValueSatisfying(range -> isRange(range, 316, 320));
    }

    @Test
    void tables_of_two_hundred_mines_raise_no_alarm() {
        List<SensitivityTable> tables = tables(200, 5);
        assertThat(tables).hasSizeGreaterThan(13_000);
        assertThat(tables.stream().filter(table -> !SensitivityRepairs.fits(table)))
                .isEmpty();
    }

    @Test
    void the_present_value_implied_is_that_of_revenue_and_costs_where_nothing_is_taxed() {
        // 10 a year for 4 years from year 1, a cost of 4, 12 invested in year 0, at 10%: 31.699, 12.679 and 12; NPV
        // 7.019
        List<Finding> findings = SensitivityCheck.of(
                List.of(
                        npv(PRICE, "7.02", -10, "3.85", 10, "10.19"),
                        npv(OPEX, "7.02", -10, "8.29", 10, "5.75"),
                        npv(CAPEX, "7.02", -10, "8.22", 10, "5.82")),
                Totals.NONE);
        assertThat(findings).allMatch(Finding::isClean);
        assertThat(findings)
                .map(finding -> finding.presentValue().orElseThrow())
                .zipSatisfy(
                        List.of(31.699, 12.679, 12.0),
                        (range, value) -> assertThat(range.meets(value, 0)).isTrue());
    }

    @Test
    void rows_rounded_to_tens_are_not_held_to_ones() {
        assertThat(faults(npv(PRICE, "1030.4", -20, "660", -10, "840", 10, "1220", 20, "1400")))
                .isEmpty();
        assertThat(faults(npv(PRICE, "1030.4", -20, "660", -10, "841", 10, "1220", 20, "1400")))
                .isNotEmpty();
    }

    @Test
    void an_exchange_rate_may_help_or_hurt_but_not_both() {
        assertThat(faults(npv(EXCHANGE_RATE, "100", -10, "60", 10, "130"))).isEmpty();
        assertThat(faults(npv(EXCHANGE_RATE, "100", -10, "130", 10, "60"))).isEmpty();
        assertThat(faults(npv(EXCHANGE_RATE, "100", -10, "130", 10, "120"))).isNotEmpty();
    }

    @Test
    void a_curve_bends_as_tax_bends_it() {
        // slopes of 186 and 118 for 10%: tax can take 37% of the dearer half, but does not give it to the cheaper one
        assertThat(faults(npv(PRICE, "1030", -10, "844", 10, "1148"))).isEmpty();
        assertThat(faults(npv(PRICE, "1030", -10, "912", 10, "1216"))).isNotEmpty();
        assertThat(faults(npv(OPEX, "1030", -10, "1148", 10, "844"))).isEmpty();
        assertThat(faults(npv(OPEX, "1030", -10, "1216", 10, "912"))).isNotEmpty();
    }

    // ---------------------------------------------------------------- what is wrong

    @Test
    void each_kind_of_fault_is_named_with_its_repair() {
        assertThat(faults(CLEAN)).isEmpty();
        assertThat(faults(npv(PRICE, "1030", -20, "659", -10, "1216", 10, "845", 20, "1401")))
                .containsExactly(new Swapped(row(-10, "1216"), row(10, "845")));
        assertThat(faults(npv(PRICE, "1030", -20, "1401", -10, "1216", 10, "845", 20, "659")))
                .containsExactly(new UpsideDown(
                        ImmutableList.of(row(-20, "1401"), row(-10, "1216"), row(10, "845"), row(20, "659"))));
        assertThat(faults(npv(PRICE, "1030", -20, "659", -10, "845", -10, "1216", 20, "1401")))
                .containsExactly(new UpsideDown(ImmutableList.of(row(-10, "1216"))));
        assertThat(faults(npv(PRICE, "1030", -20, "-659", -10, "845", 10, "1216", 20, "1401")))
                .containsExactly(new Sign(row(-20, "-659"), new BigDecimal("659")));
        assertThat(faults(npv(PRICE, "1030", -20, "659", -10, "84.5", 10, "1216", 20, "1401")))
                .containsExactly(new Scale(row(-10, "84.5"), new BigDecimal("845")));
        assertThat(faults(npv(PRICE, "1030", -20, "659", -10, "845", 10, "1216000", 20, "1401")))
                .containsExactly(new Scale(row(10, "1216000"), new BigDecimal("1216.000")));
        assertThat(faults(npv(PRICE, "1030", -20, "659", -10, "745", 10, "1216", 20, "1401")))
                .containsExactly(new Digit(row(-10, "745"), ImmutableList.of(new BigDecimal("845"))));
        assertThat(faults(npv(PRICE, "1030", -20, "659", -10, "845", 10, "2116", 20, "1401")))
                .containsExactly(new Digit(row(10, "2116"), ImmutableList.of(new BigDecimal("1216"))));
    }

    @Test
    void a_base_that_the_rows_do_not_lead_to_is_named_with_what_they_do_lead_to() {
        SensitivityTable otherStudy = npv(PRICE, "1150", -20, "659", -10, "845", 10, "1216", 20, "1401");
        assertThat(faults(otherStudy)).singleElement().satisfies(fault -> {
            Base base = (Base) fault;
            assertThat(base.where()).isEqualTo(Where.STUDY);
            // each rounded by a half: at least 2 × 844.5 − 659.5, at most 2 × 845.5 − 658.5
            isRange(base.implied(), 1029.5, 1032.5);
            assertThat(base.right()).isEmpty();
        });
        SensitivityTable misprint = npv(PRICE, "1300", -20, "659", -10, "845", 10, "1216", 20, "1401");
        assertThat(faults(misprint))
                .singleElement()
                .satisfies(fault -> assertThat(((Base) fault).right()).containsExactly(new BigDecimal("1030")));
        SensitivityTable row = npv(PRICE, "1030", -20, "659", -10, "845", 0, "1130", 10, "1216", 20, "1401");
        assertThat(faults(row)).first().satisfies(fault -> {
            assertThat(((Base) fault).where()).isEqualTo(Where.ROW);
            assertThat(((Base) fault).right()).containsExactly(new BigDecimal("1030"));
        });
        SensitivityTable both = npv(PRICE, "1150", -20, "659", -10, "845", 0, "1150", 10, "1216", 20, "1401");
        assertThat(faults(both))
                .singleElement()
                .satisfies(fault -> assertThat(((Base) fault).where()).isEqualTo(Where.BOTH));
    }

    @Test
    void a_row_that_no_error_of_writing_explains_is_told_with_what_the_others_say() {
        assertThat(faults(npv(PRICE, "1030", -20, "659", -10, "777", 10, "1216", 20, "1401")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(((Odd) fault).row()).isEqualTo(row(-10, "777"));
                    // a step below the base, which is at most (1,401.5 − 1,029.5) / 2 and at least (1,400.5 − 1,030.5)
                    // / 2
                    isRange(((Odd) fault).implied(), 1029.5 - 186, 1030.5 - 185);
                });
    }

    @Test
    void where_more_than_one_row_is_wrong_the_furthest_is_told() {
        assertThat(faults(npv(PRICE, "1030", -30, "473", -20, "777", -10, "333", 10, "1900", 20, "1401", 30, "1587")))
                .singleElement()
                .satisfies(fault -> assertThat(((Shapeless) fault).row()).isEqualTo(row(10, "1900")));
    }

    /** An error is planted that moves a value by at least the mean distance of rows, in tables of five places and more. */
    @ParameterizedTest
    @EnumSource
    void what_is_wrong_is_found_and_named(Mistake.Kind kind) {
        requireNamed(kind, 150);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("nightly")
    void more_that_is_wrong_is_found_and_named_too(Mistake.Kind kind) {
        requireNamed(kind, Integer.MAX_VALUE);
    }

    private static void requireNamed(Mistake.Kind kind, int most) {
        Random random = new Random(7);
        List<Mistake> mistakes = tables(12, 11).stream()
                .filter(table -> table.rows().size() > 3 && table.driver() != EXCHANGE_RATE)
                .flatMap(table -> kind.plant(table, random).stream())
                .filter(mistake -> mistake.steps() >= 1)
                .limit(most)
                .toList();
        assertThat(mistakes).hasSizeGreaterThan(100);
        int found = 0;
        int named = 0;
        int first = 0;
        for (Mistake mistake : mistakes) {
            List<SensitivityFault> faults = faults(mistake.table());
            found += faults.isEmpty() ? 0 : 1;
            named += faults.stream().anyMatch(mistake::isNamed) ? 1 : 0;
            first += faults.stream().limit(1).anyMatch(mistake::isNamed) ? 1 : 0;
        }
        // what is not found is mostly an end of a table over the rate, which tax-free years may bend as much
        assertThat(found).isGreaterThanOrEqualTo((int) (0.99 * mistakes.size()));
        assertThat(named).isGreaterThanOrEqualTo((int) (0.99 * found));
        assertThat(first).isGreaterThanOrEqualTo((int) (0.97 * found));
    }

    // ---------------------------------------------------------------- across tables

    @Test
    void no_present_value_is_above_the_total_that_a_study_prints() {
        // the steeper half is 1,030 − 949 for 25%, each rounded by a half: 320 to 328 for 100%
        SensitivityTable capex = npv(CAPEX, "1030", -25, "1108", 25, "949");
        assertThat(faults(capex, totals("8000", "320"))).isEmpty();
        assertThat(faults(capex, totals("8000", "250"))).singleElement().satisfies(fault -> {
            Beyond beyond = (Beyond) fault;
            isRange(beyond.implied(), 320, 328);
        });
    }

    @Test
    void the_slope_that_is_known_best_is_held_against_the_total() {
        // over both halves 318, exact within 2; over one of them 324, exact within 22 since the base is rounded to tens
        SensitivityTable capex =
                table(CAPEX, NPV, Optional.of(Printed.of(new BigDecimal("1.03E+3"))), -25, "1108", 25, "949");
        assertThat(faults(capex, totals("8000", "316"))).isEmpty();
        assertThat(faults(capex, totals("8000", "310")))
                .singleElement()
                .satisfies(fault -> isRange(((Beyond) fault).implied(), 316, 320));
    }

    @Test
    void operating_and_capital_cost_are_exchanged_where_the_total_says_so() {
        SensitivityTable opex = npv(OPEX, "1030", -20, "1094", -10, "1062", 10, "998", 20, "966");
        SensitivityTable capex = npv(CAPEX, "1030", -20, "1170", -10, "1100", 10, "960", 20, "890");
        List<Finding> findings = SensitivityCheck.of(List.of(opex, capex), totals("4000", "448"));
        assertThat(findings)
                .map(finding -> finding.faults().get(0))
                .containsExactly(new Exchanged(CAPEX, Optional.empty()), new Exchanged(OPEX, Optional.empty()));
        // where neither is below the total of the other, changing places helps nobody
        assertThat(SensitivityCheck.of(List.of(opex, capex), totals("650", "448")))
                .map(finding -> finding.faults().size())
                .containsExactly(0, 1);
        // both ways round fit without a total: NPV is revenue less both
        assertThat(SensitivityCheck.of(List.of(opex, capex), Totals.NONE)).allMatch(Finding::isClean);
    }

    @Test
    void price_and_operating_cost_are_exchanged_where_each_moves_as_the_other_should() {
        SensitivityTable price = npv(PRICE, "1030", -20, "1170", -10, "1100", 10, "960", 20, "890");
        SensitivityTable opex = npv(OPEX, "1030", -20, "659", -10, "845", 10, "1216", 20, "1401");
        assertThat(SensitivityCheck.of(List.of(price, opex), Totals.NONE))
                .map(finding -> finding.faults().get(0))
                .containsExactly(new Exchanged(OPEX, Optional.empty()), new Exchanged(PRICE, Optional.empty()));
    }

    @Test
    void tables_that_are_all_upside_down_are_not_exchanged_revenue_is_more_than_a_cost() {
        SensitivityTable price = npv(PRICE, "1030", -20, "1401", -10, "1216", 10, "845", 20, "659");
        SensitivityTable opex = npv(OPEX, "1030", -20, "890", -10, "960", 10, "1100", 20, "1170");
        assertThat(SensitivityCheck.of(List.of(price, opex), Totals.NONE))
                .map(finding -> finding.faults())
                .containsExactly(
                        ImmutableList.of(new UpsideDown(price.rows())), ImmutableList.of(new UpsideDown(opex.rows())));
    }

    @Test
    void tables_of_other_changes_can_be_exchanged_too() {
        SensitivityTable price = npv(PRICE, "1030", -20, "1170", 20, "890");
        SensitivityTable opex = table(OPEX, NPV, Optional.empty(), -20, "659", -10, "845", 10, "1216", 20, "1401");
        assertThat(SensitivityCheck.of(List.of(price, opex), Totals.NONE))
                .map(finding -> finding.faults().get(0))
                .containsExactly(new Exchanged(OPEX, Optional.empty()), new Exchanged(PRICE, Optional.empty()));
    }

    @Test
    void a_table_that_looks_like_another_is_told_and_the_other_is_not_blamed_for_it() {
        // costs bend an IRR down, capital bends it up; but the latter a little either way
        Optional<Printed> base = Optional.of(Printed.of(new BigDecimal("20.0")));
        SensitivityTable opex = table(OPEX, IRR, base, -20, "25.0", -10, "22.3", 10, "18.1", 20, "16.4");
        SensitivityTable capex = table(CAPEX, IRR, base, -20, "23.0", -10, "21.6", 10, "18.3", 20, "16.5");
        List<Finding> findings = SensitivityCheck.of(List.of(opex, capex), Totals.NONE);
        assertThat(findings.get(0).faults()).endsWith(new Exchanged(CAPEX, Optional.empty()));
        assertThat(findings.get(1).isClean()).isTrue();
    }

    @Test
    void rows_are_exchanged_between_two_drivers_and_not_with_the_discount_rate() {
        SensitivityTable before = npv(PRICE, "1430", -20, "859", -10, "845", 10, "1716", 20, "2001");
        SensitivityTable after = npv(PRICE, "1030", -20, "659", -10, "1145", 10, "1216", 20, "1401");
        SensitivityTable price = npv(PRICE, "1030", -20, "1401", -10, "1216", 10, "845", 20, "659");
        SensitivityTable rate = npv(RATE, "1030", -20, "300", -10, "700", 10, "1330", 20, "1600");
        assertThat(List.of(List.of(before, after), List.of(price, rate)))
                .allSatisfy(tables -> assertThat(SensitivityCheck.of(tables, Totals.NONE))
                        .allSatisfy(finding -> assertThat(finding.faults())
                                .isNotEmpty()
                                .doesNotHaveAnyElementsOfTypes(Exchanged.class)));
    }

    @Test
    void one_row_exchanged_between_two_tables_is_named_in_both() {
        SensitivityTable opex = npv(OPEX, "1030", -20, "1170", -10, "1062", 10, "998", 20, "966");
        SensitivityTable capex = npv(CAPEX, "1030", -20, "1094", -10, "1100", 10, "960", 20, "890");
        assertThat(SensitivityCheck.of(List.of(opex, capex), Totals.NONE))
                .map(finding -> finding.faults().get(0))
                .containsExactly(
                        new Exchanged(CAPEX, Optional.of(new BigDecimal("-0.20"))),
                        new Exchanged(OPEX, Optional.of(new BigDecimal("-0.20"))));
    }

    @Test
    void a_clean_table_is_not_blamed_for_another() {
        SensitivityTable price = npv(PRICE, "1030", -20, "659", -10, "745", 10, "1216", 20, "1401");
        SensitivityTable opex = npv(OPEX, "1030", -20, "1094", -10, "1062", 10, "998", 20, "966");
        List<Finding> findings = SensitivityCheck.of(List.of(price, opex, CLEAN), Totals.NONE);
        assertThat(findings).map(Finding::isClean).containsExactly(false, true, true);
        assertThat(findings.get(0).presentValue()).isEmpty();
    }

    // ---------------------------------------------------------------- what is too little

    @Test
    void two_rows_and_a_base_are_enough_to_see_which_way_they_go() {
        assertThat(faults(npv(PRICE, "1030", -10, "1215", 10, "844")))
                .containsExactly(new Swapped(row(-10, "1215"), row(10, "844")));
        assertThat(faults(npv(PRICE, "1030", 10, "844"))).isNotEmpty();
    }

    @Test
    void a_base_alone_is_too_short_to_check() {
        Finding finding =
                SensitivityCheck.of(List.of(npv(PRICE, "1030")), Totals.NONE).get(0);
        assertThat(finding.tooShort()).isTrue();
        assertThat(finding.isClean()).isFalse();
        assertThat(finding.faults()).isEmpty();
        assertThat(SensitivityCheck.of(List.of(npv(PRICE, "1030", 0, "1030")), Totals.NONE)
                        .get(0)
                        .tooShort())
                .isTrue();
    }

    @Test
    void a_change_printed_twice_has_one_value() {
        assertThat(faults(npv(PRICE, "1030", -10, "845", -10, "845", 10, "1216")))
                .isEmpty();
        assertThat(faults(npv(PRICE, "1030", -10, "845", -10, "745", 10, "1216")))
                .contains(new Digit(row(-10, "745"), ImmutableList.of(new BigDecimal("845"))));
    }

    @Test
    void three_rows_need_no_base_and_two_do() {
        SensitivityTable three = table(PRICE, NPV, Optional.empty(), -20, "659", -10, "845", 10, "1216");
        Finding finding = SensitivityCheck.of(List.of(three), Totals.NONE).get(0);
        assertThat(finding.isClean()).isTrue();
        assertThat(finding.presentValue()).hasValueSatisfying(range -> isRange(range, 1850, 1860));
        assertThat(faults(table(PRICE, NPV, Optional.empty(), 0, "1030", 10, "1216")))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(PRICE, NPV, Optional.empty(), -10, "845", 10, "1216"))
                .withMessage(
                        "A sensitivity to PRICE of 2 rows needs what the study prints for no change, or a row of 0%.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(RATE, IRR, Optional.of(Printed.of(BigDecimal.ONE))))
                .withMessageContaining("does not depend on the discount rate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Printed(BigDecimal.ONE, 0))
                .withMessageContaining("above 0");
    }

    @Test
    void a_present_value_is_told_for_npv_in_what_it_is_linear_in() {
        assertThat(Stream.of(PRICE, RECOVERY).map(driver -> npv(driver, "1030", 10, "1216", 20, "1401")))
                .allSatisfy(table -> assertThat(SensitivityCheck.of(List.of(table), Totals.NONE)
                                .get(0)
                                .presentValue())
                        .hasValueSatisfying(range -> isRange(range, 1850, 1870)));
        assertThat(Stream.of(
                        npv(RATE, "1030", -20, "1290", 20, "850"),
                        npv(EXCHANGE_RATE, "1030", -20, "1290", 20, "850"),
                        table(PRICE, IRR, Optional.of(Printed.of(new BigDecimal("20.1"))), -10, "17.9", 10, "22.2")))
                .allSatisfy(table -> {
                    Finding finding =
                            SensitivityCheck.of(List.of(table), Totals.NONE).get(0);
                    assertThat(finding.isClean()).isTrue();
                    assertThat(finding.presentValue()).isEmpty();
                });
    }

    @Test
    void a_range_is_open_where_nothing_limits_it() {
        assertThat(new SensitivityRange(3, POSITIVE_INFINITY).nearest(2)).isEqualTo(3);
        assertThat(new SensitivityRange(3, 5).nearest(7)).isEqualTo(5);
    }

    // ---------------------------------------------------------------- helpers

    /** Tables of every driver and outcome for mines that are drawn, where an IRR exists in two rows at least. */
    private static List<SensitivityTable> tables(int mines, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> Mine.draw(random))
                .limit(mines)
                .flatMap(mine -> Stream.of(CHANGES)
                        .flatMap(changes -> Stream.of(Outcome.values())
                                .flatMap(outcome -> Stream.of(SensitivityDriver.values())
                                        .filter(driver -> driver != RATE || outcome == NPV)
                                        .map(driver -> mine.table(driver, outcome, changes.length != 5, changes)))))
                .filter(table -> table.rows().size() > 1)
                .toList();
    }

    private static ImmutableList<SensitivityFault> faults(SensitivityTable table) {
        return faults(table, Totals.NONE);
    }

    private static ImmutableList<SensitivityFault> faults(SensitivityTable table, Totals totals) {
        return SensitivityCheck.of(List.of(table), totals).get(0).faults();
    }

    private static Totals totals(String opex, String capex) {
        return new Totals(
                Optional.empty(),
                Optional.of(Printed.of(new BigDecimal(opex))),
                Optional.of(Printed.of(new BigDecimal(capex))));
    }

    private static SensitivityTable npv(SensitivityDriver driver, String base, Object... rows) {
        return table(driver, NPV, Optional.of(Printed.of(new BigDecimal(base))), rows);
    }

    /** A table of changes in percent, each followed by its value. */
    private static SensitivityTable table(
            SensitivityDriver driver, Outcome outcome, Optional<Printed> base, Object... rows) {
        return new SensitivityTable(
                driver,
                outcome,
                base,
                IntStream.range(0, rows.length / 2)
                        .mapToObj(i -> row((Integer) rows[2 * i], (String) rows[2 * i + 1]))
                        .collect(toImmutableList()));
    }

    private static Row row(int percent, String value) {
        return new Row(BigDecimal.valueOf(percent, 2), new BigDecimal(value));
    }

    private static void isRange(SensitivityRange range, double low, double high) {
        assertThat(range.low()).isCloseTo(low, within(1e-6));
        assertThat(range.high()).isCloseTo(high, within(1e-6));
    }
}
