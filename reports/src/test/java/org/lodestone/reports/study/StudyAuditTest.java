package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudyFigure.Tax;
import org.lodestone.core.project.StudyFigure.Years;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.project.StudySensitivity.Driver;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.study.StudyAudit.Audited;
import org.lodestone.reports.study.StudyAudit.Verdict;

/** What studies of rare earths and of lithium print, from the tables alone. */
class StudyAuditTest {

    private static final StudyAudit RARE_EARTHS = audit("rare-earths");
    private static final StudyAudit LITHIUM = audit("lithium");

    private static StudyAudit audit(String dataset) {
        return StudyAudit.of(BundledPack.of(dataset).dataset());
    }

    private static Map<Verdict, Long> verdicts(StudyAudit audit, Item item) {
        return audit.figures().stream()
                .filter(figure -> figure.printed().item() == item)
                .collect(Collectors.groupingBy(Audited::verdict, Collectors.counting()));
    }

    private static Audited figure(String study, Item item, String printed) {
        return figure(RARE_EARTHS, study, item, printed);
    }

    private static Audited figure(StudyAudit audit, String study, Item item, String printed) {
        return audit.figures().stream()
                .filter(figure -> figure.study().equals(study))
                .filter(figure -> figure.printed().item() == item)
                .filter(figure ->
                        figure.printed().value().map(Observation::printed).equals(Optional.of(printed)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void of_39_values_that_can_be_checked_one_cannot_be_reconciled() {
        assertThat(verdicts(RARE_EARTHS, Item.NPV))
                .containsEntry(Verdict.CANNOT_RECONCILE, 1L)
                .containsEntry(Verdict.WITHIN_RANGE, 30L)
                .containsEntry(Verdict.REPRODUCED, 8L);
        assertThat(verdicts(RARE_EARTHS, Item.IRR)).containsEntry(Verdict.CANNOT_RECONCILE, 9L);
        assertThat(RARE_EARTHS.judged().get(0).verdict()).isEqualTo(Verdict.CANNOT_RECONCILE);
    }

    /**
     * Lines that slipped in the press: an NPV of 34.06 and an IRR of 1,402% for 1,402 and 18.1%, and A$48.52 bn for A$48.52 a kilogram. The dataset
     * leaves them out.
     */
    @Test
    void shifted_lines_of_nolans_are_seen(@TempDir Path folder) {
        StudyAudit slipped = StudyAudit.of(
                RareEarths.with(
                        folder,
                        "studies",
                        text -> text
                                + "Nolans,DFS update 2021,2021-05-11,npv,,34.06,AUD mn,,,,after,,reported,,mining-weekly-2021-05-nolans,read\n"
                                + "Nolans,DFS update 2021,2021-05-11,irr,,1402,%,,,,after,,reported,,mining-weekly-2021-05-nolans,read\n"
                                + "Nolans,project update 2022,2022-11-11,npv,,48.52,AUD bn,,,,after,,reported,,ns-energy-2022-11-nolans,read\n"));

        assertThat(figure(slipped, "Nolans, DFS update 2021", Item.IRR, "1402").remark())
                .startsWith(
                        "Impossible: a year's EBITDA is 33.9% of its capital. It lies in the range of the NPV, 561 to")
                .endsWith("a line is shifted.");
        assertThat(figure(slipped, "Nolans, DFS update 2021", Item.NPV, "34.06").remark())
                .isEqualTo("The number printed as its IRR, 1402, lies in the range: a line is shifted.");
        assertThat(figure(slipped, "Nolans, project update 2022", Item.NPV, "48.52")
                        .remark())
                .isEqualTo(
                        "Impossible: EBITDA over its whole life less its capital is 20.2 AUD bn. The same digits as its opex"
                                + " of 48.52 AUD/kg: a line is shifted.");
        assertThat(figure(slipped, "Nolans, DFS update 2021", Item.IRR, "18.1").verdict())
                .isEqualTo(Verdict.REPRODUCED);
    }

    /** Revenue of 538 less opex of 93 is an EBITDA of 445; the study prints a cash flow of 276. */
    @Test
    void ngualla_of_2022_was_worked_out_with_another_figure_than_its_earnings() {
        assertThat(figure("Ngualla, BFS update 2022, without refinery", Item.IRR, "37.3")
                        .remark())
                .isEqualTo(
                        "In the middle case the NPV needs an EBITDA of 283 USD mn a year and the IRR one of 255, against 445"
                                + " here: the two agree with each other, and not with the EBITDA. Its cash-flow of 276 would do.");
    }

    @Test
    void a_bound_needs_no_case() {
        Audited npv = figure("Nolans, project update 2022", Item.NPV, "2358");
        AuditedPlan plan = RARE_EARTHS.plans().stream()
                .filter(one -> npv.plan().equals(Optional.of(one.name())))
                .findFirst()
                .orElseThrow();
        // 573 × 38 − 1,590 and 573 / 1,590
        assertThat(number(plan, AuditedPlan.Entry.MOST_NPV)).isEqualTo(20_184);
        assertThat(number(plan, AuditedPlan.Entry.MOST_IRR)).isCloseTo(0.360377, within(5e-7));
    }

    private static double number(AuditedPlan plan, AuditedPlan.Entry entry) {
        return RARE_EARTHS.model().value(plan.key(entry).orElseThrow()).number().orElseThrow();
    }

    @Test
    void fifteen_lithium_projects_are_audited_from_tables_alone() {
        assertThat(LITHIUM.figures().stream()
                        .map(figure -> figure.printed().project())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(14);
        assertThat(LITHIUM.judged()).hasSizeGreaterThan(30);
        // 436,000 t at a price of 666 less 281 USD a tonne is 167.86 USD mn a year
        AuditedPlan goulamina = LITHIUM.plans().stream()
                .filter(plan -> plan.name().equals("Goulamina, DFS 2020"))
                .findFirst()
                .orElseThrow();
        assertThat(LITHIUM.model()
                        .value(goulamina.key(AuditedPlan.Entry.EBITDA).orElseThrow())
                        .number())
                .hasValueCloseTo(167.86, within(1e-9));
    }

    // ---------------------------------------------------------------- a study of one's own

    private static StudyFigure row(Item item, String value, String unit) {
        return row(item, value, unit, Years.EACH, Optional.empty());
    }

    private static StudyFigure row(Item item, String value, String unit, Years years, Optional<Tax> tax) {
        return new StudyFigure(
                "Hill",
                "FS",
                "2024",
                item,
                "",
                Optional.of(Observation.parse(value)),
                Optional.of(Unit.parse(unit)),
                Optional.empty(),
                years,
                Optional.empty(),
                tax,
                Optional.empty(),
                Citation.of());
    }

    private static ImmutableList<Audited> audit(StudyFigure... rows) {
        Dataset empty = Dataset.builder("hill").build();
        return StudyAudit.of(empty.supposing(DatasetTables.STUDIES, List.of(rows)))
                .figures();
    }

    @Test
    void what_is_not_printed_is_named_where_a_result_cannot_be_checked() {
        assertThat(audit(row(Item.NPV, "100", "USD mn"))).singleElement().satisfies(npv -> {
            assertThat(npv.verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
            assertThat(npv.from())
                    .isEqualTo("no capex and no life are printed; add them as rows where a source has them");
        });
        assertThat(audit(
                        row(Item.NPV, "100", "USD mn"), row(Item.CAPEX, "80", "USD mn"), row(Item.LIFE, "10", "years")))
                .singleElement()
                .satisfies(npv -> assertThat(npv.from())
                        .startsWith("nothing is printed of which its earnings follow; add ebitda, revenue and opex"));
    }

    @Test
    void earnings_that_never_pay_have_a_value_and_no_rate() {
        ImmutableList<Audited> found = audit(
                row(Item.NPV, "100", "USD mn"),
                row(Item.IRR, "12", "%"),
                row(Item.CAPEX, "80", "USD mn"),
                row(Item.LIFE, "10", "years"),
                row(Item.EBITDA, "-5", "USD mn"));
        assertThat(found.stream().map(Audited::verdict))
                .containsExactly(Verdict.CANNOT_RECONCILE, Verdict.NOT_CHECKABLE);
        assertThat(found.get(1).from())
                .isEqualTo(
                        "its cash flows never change sign, so that no rate makes them worth nothing; look at its ebitda and"
                                + " capex");
    }

    @Test
    void flows_that_turn_twice_have_no_single_rate() {
        ImmutableList<Audited> found = audit(
                row(Item.IRR, "12", "%"),
                row(Item.CAPEX, "80", "USD mn"),
                row(Item.LIFE, "10", "years"),
                row(Item.EBITDA, "40", "USD mn", Years.parse("1-6"), Optional.empty()),
                row(Item.EBITDA, "-60", "USD mn", Years.parse("7-10"), Optional.empty()));
        assertThat(found.get(0).verdict()).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(found.get(0).from())
                .isEqualTo(
                        "its cash flows change sign 2 times, so that several rates may make them worth nothing; look at its"
                                + " ebitda by years");
    }

    @Test
    void a_tax_whose_assumption_could_not_be_read_is_as_one_that_is_not_printed() {
        StudyFigure tax = new StudyFigure(
                "Hill",
                "FS",
                "2024",
                Item.TAX,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of("tax-nowhere"),
                Years.EACH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Citation.of());
        StudyFigure[] rows = {
            row(Item.NPV, "100", "USD mn", Years.EACH, Optional.of(Tax.AFTER)),
            row(Item.CAPEX, "80", "USD mn"),
            row(Item.LIFE, "10", "years"),
            row(Item.EBITDA, "30", "USD mn"),
            tax
        };
        assertThat(audit(rows).get(0).recomputed())
                .isEqualTo(audit(Arrays.copyOf(rows, 4)).get(0).recomputed());
    }

    /** A rate of return of 78% does not go with a value of 466 on 335 over seven years, whatever is earned. */
    @Test
    void value_and_rate_are_held_against_each_other_where_no_earnings_are_printed() {
        Audited irr = audit(
                        row(Item.NPV, "466", "AUD mn", Years.EACH, Optional.of(Tax.AFTER)),
                        row(Item.IRR, "78", "%", Years.EACH, Optional.of(Tax.AFTER)),
                        row(Item.CAPEX, "335.3", "AUD mn"),
                        row(Item.LIFE, "7", "years"))
                .get(1);
        assertThat(irr.verdict()).isEqualTo(Verdict.CANNOT_RECONCILE);
        assertThat(irr.recomputed().orElseThrow().high()).isLessThan(60);
    }

    @Test
    void a_second_reading_widens_the_range_and_the_first_stays_in_the_middle() {
        List<StudyFigure> one = List.of(
                row(Item.NPV, "100", "USD mn", Years.EACH, Optional.of(Tax.BEFORE)),
                row(Item.CAPEX, "80", "USD mn"),
                row(Item.LIFE, "10", "years"),
                row(Item.EBITDA, "30", "USD mn"));
        StudyAudit.Estimate first =
                audit(one.toArray(StudyFigure[]::new)).get(0).recomputed().orElseThrow();
        StudyAudit.Estimate both = audit(Stream.concat(one.stream(), Stream.of(row(Item.EBITDA, "20", "USD mn")))
                        .collect(toImmutableList())
                        .toArray(StudyFigure[]::new))
                .get(0)
                .recomputed()
                .orElseThrow();
        assertThat(both.central()).isEqualTo(first.central());
        assertThat(both.high()).isEqualTo(first.high());
        assertThat(both.low()).isLessThan(first.low());
    }

    // ---------------------------------------------------------------- tables of sensitivity

    private static StudySensitivity moved(Driver driver, String change, String npv) {
        return new StudySensitivity(
                "Hill",
                "FS",
                driver,
                new BigDecimal(change),
                Item.NPV,
                Observation.parse(npv),
                Unit.parse("USD mn"),
                Optional.of(Tax.AFTER),
                Citation.of());
    }

    private static List<String> findings(StudySensitivity... rows) {
        Dataset hill = Dataset.builder("hill")
                .build()
                .supposing(
                        DatasetTables.STUDIES,
                        List.of(row(Item.NPV, "1.03", "USD bn", Years.EACH, Optional.of(Tax.AFTER))))
                .supposing(DatasetTables.STUDY_SENSITIVITIES, List.of(rows));
        return StudyAudit.of(hill).moved().stream()
                .map(StudyAudit.Moved::finding)
                .toList();
    }

    /** Pastos Grandes 2019 prints 844 and 1,215 for 10% less and more of price, around 1.03 bn. */
    @Test
    void a_clean_table_implies_the_present_value_of_revenue() {
        assertThat(LITHIUM.moved()).hasSize(2).allMatch(StudyAudit.Moved::isClean);
        // (1,215 − 844) / 20%, give or take the rounding of both
        assertThat(LITHIUM.moved().get(0).presentValue().orElseThrow().central())
                .isCloseTo(1_855, within(1e-9));
        assertThat(findings(moved(Driver.PRICE, "-10", "844"), moved(Driver.PRICE, "10", "1215")))
                .containsExactly("No fault found.");
    }

    @Test
    void rows_that_changed_places_and_digits_are_named_with_what_would_be_right() {
        assertThat(findings(
                        moved(Driver.PRICE, "-20", "659"),
                        moved(Driver.PRICE, "-10", "1215"),
                        moved(Driver.PRICE, "10", "844"),
                        moved(Driver.PRICE, "20", "1401")))
                .singleElement()
                .asString()
                .contains("the values of −10% and +10% have changed places");
        assertThat(findings(
                        moved(Driver.PRICE, "-20", "659"),
                        moved(Driver.PRICE, "-10", "745"),
                        moved(Driver.PRICE, "10", "1215"),
                        moved(Driver.PRICE, "20", "1401")))
                .singleElement()
                .asString()
                .contains("745 at −10% has a wrong digit, or two that changed places: 845");
    }

    @Test
    void a_table_on_another_side_of_tax_than_its_base_cannot_be_checked() {
        StudySensitivity before = new StudySensitivity(
                "Hill",
                "FS",
                Driver.CAPEX,
                BigDecimal.TEN,
                Item.NPV,
                Observation.parse("900"),
                Unit.parse("USD mn"),
                Optional.of(Tax.BEFORE),
                Citation.of());
        assertThat(findings(before)).containsExactly("The study prints no base of it on this side of tax.");
    }
}
