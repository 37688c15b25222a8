package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.valuation.ValuedProject;
import org.lodestone.reports.internal.study.Corner;
import org.lodestone.reports.internal.study.Range;
import org.lodestone.reports.internal.study.StudyPlan;
import org.lodestone.reports.study.StudyAudit.Audited;
import org.lodestone.reports.study.StudyAudit.Estimate;
import org.lodestone.reports.study.StudyAudit.Verdict;

/** Recomputes what studies print, one after the other. */
final class StudyAuditor {

    private static final double A_THOUSAND = 1_000;
    private static final int PLACES_OF_A_THOUSAND = 3;

    /** Digits by which a number is known again. */
    private static final int DIGITS_OF_ITS_OWN = 3;

    /** One way to recompute a figure, and what it gives in the unit of that figure. */
    private record Recomputed(StudyEarnings earnings, StudyPlan plan, Range range, Verdict verdict) {}

    /** @param valued projects that are valued by a study, whose volumes and prices stand in the model too */
    StudyAudit audit(List<StudyRows> studies, List<StudySensitivity> moved, List<ValuedProject> valued) {
        StudyModel model = new StudyModel();
        List<Audited> figures = new ArrayList<>();
        for (StudyRows study : studies) {
            StudyAudit.JUDGED.stream()
                    .flatMap(item -> study.of(item).stream())
                    .sorted(Comparator.comparingInt(study.rows()::indexOf))
                    .forEach(figure -> figures.add(audited(study, figure, model)));
        }
        for (StudyRows study : studies) {
            if (valued.stream()
                    .anyMatch(one ->
                            one.project().equals(study.project()) && one.study().equals(study.study()))) {
                Stream.of(Item.VOLUME, Item.PRICE)
                        .flatMap(item -> study.of(item).stream())
                        .forEach(model::printed);
            }
        }
        ImmutableList<AuditedPlan> plans = model.plans(figures);
        return new StudyAudit(
                plans,
                ImmutableList.copyOf(figures),
                SensitivityAudit.of(studies, moved),
                model.printed(),
                model.model());
    }

    private static Audited audited(StudyRows study, StudyFigure figure, StudyModel model) {
        Optional<String> missing = missing(study);
        if (missing.isPresent()) {
            return notCheckable(figure, missing.get());
        }
        ImmutableList<StudyEarnings> ways = StudyEarnings.of(study);
        if (ways.isEmpty()) {
            return byOtherResult(study, figure, model);
        }
        Range printed = StudyAmounts.printed(figure.value().orElseThrow());
        List<Recomputed> tried = ways.stream()
                .flatMap(earnings -> recomputed(study, figure, earnings, printed).stream())
                .toList();
        if (tried.isEmpty()) {
            return notCheckable(figure, withoutResult(study, figure, ways.get(0)));
        }
        Recomputed best = tried.stream()
                .reduce(BinaryOperator.maxBy(Comparator.comparing(Recomputed::verdict)))
                .orElseThrow();
        return new Audited(
                figure,
                Optional.of(model.result(figure)),
                Optional.of(model.plan(study, best.earnings())),
                best.verdict(),
                Optional.of(Estimate.of(best.range())),
                yearEnd(figure, best.plan()),
                best.earnings().way(),
                best.verdict() == Verdict.CANNOT_RECONCILE ? remark(study, figure, printed, best) : "");
    }

    private static Audited notCheckable(StudyFigure figure, String why) {
        return new Audited(
                figure,
                Optional.empty(),
                Optional.empty(),
                Verdict.NOT_CHECKABLE,
                Optional.empty(),
                OptionalDouble.empty(),
                why,
                "");
    }

    /** Why there is no rate of return, or no payback, in the middle case. */
    private static String withoutResult(StudyRows study, StudyFigure figure, StudyEarnings earnings) {
        if (figure.item() == Item.PAYBACK) {
            return "its capital is never earned back; look at its ebitda and capex";
        }
        int changes = plan(study, figure, earnings).in(Corner.CENTRAL).flows().changesOfSign();
        return changes > 1
                ? "its cash flows change sign " + changes
                        + " times, so that several rates may make them worth nothing; look at its ebitda by years"
                : "its cash flows never change sign, so that no rate makes them worth nothing; look at its ebitda and capex";
    }

    private static Optional<String> missing(StudyRows study) {
        List<Item> lacking = Stream.of(Item.CAPEX, Item.LIFE)
                .filter(item -> study.first(item).isEmpty())
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("no " + String.join(" and no ", Iterables.transform(lacking, Item::toString))
                        + (lacking.size() == 1 ? " is printed; add it as a row" : " are printed; add them as rows")
                        + " where a source has "
                        + (lacking.size() == 1 ? "it" : "them"));
    }

    // ---------------------------------------------------------------- from earnings

    private static Optional<Recomputed> recomputed(
            StudyRows study, StudyFigure figure, StudyEarnings earnings, Range printed) {
        StudyPlan plan = plan(study, figure, earnings);
        return result(figure, plan).map(range -> new Recomputed(earnings, plan, range, Verdict.of(range, printed)));
    }

    private static StudyPlan plan(StudyRows study, StudyFigure figure, StudyEarnings earnings) {
        return StudyPlans.of(study, earnings.byYear(study.life().orElseThrow()), earnings.isAfterTax(), figure.tax());
    }

    /** The result of a plan for a figure, in its unit; empty where it has no such result. */
    private static Optional<Range> result(StudyFigure figure, StudyPlan plan) {
        Optional<Range> found =
                switch (figure.item()) {
                    case NPV -> Optional.of(plan.npv(rate(figure)));
                    case IRR -> plan.irr();
                    default -> plan.payback();
                };
        return found.map(range ->
                StudyAmounts.over(range, StudyAmounts.scale(figure.unit().orElseThrow())));
    }

    /** The rate printed with a net present value, as a fraction. */
    static OptionalDouble rate(StudyFigure npv) {
        return npv.rate().stream()
                .mapToDouble(percent -> percent.multiply(Unit.PERCENT.scale()).doubleValue())
                .findFirst();
    }

    private static OptionalDouble yearEnd(StudyFigure figure, StudyPlan plan) {
        if (figure.item() != Item.NPV || plan.timing().isPresent()) {
            return OptionalDouble.empty();
        }
        double rate = rate(figure).orElse(Corner.CENTRAL.rate());
        return OptionalDouble.of(plan.in(Corner.CENTRAL).flows().npv(rate, 1)
                / StudyAmounts.scale(figure.unit().orElseThrow()));
    }

    // ---------------------------------------------------------------- from another result

    /** A rate of return follows from the net present value, where nothing is said of earnings. */
    private static Audited byOtherResult(StudyRows study, StudyFigure figure, StudyModel model) {
        Optional<StudyFigure> npv = study.of(Item.NPV).stream()
                .filter(other -> other.tax().equals(figure.tax()))
                .findFirst();
        if (figure.item() != Item.IRR || npv.isEmpty()) {
            return notCheckable(
                    figure,
                    "nothing is printed of which its earnings follow; add ebitda, revenue and opex, or volume, price and opex, where a source has them");
        }
        StudyPlan even = StudyPlans.of(study, even(study), false, figure.tax());
        Optional<Range> irr = even.irrWorth(StudyAmounts.of(npv.get()), rate(npv.get()))
                .map(range -> StudyAmounts.over(range, Unit.PERCENT.scale().doubleValue()));
        return irr.map(range -> {
                    Verdict verdict = Verdict.of(
                            range, StudyAmounts.printed(figure.value().orElseThrow()));
                    return new Audited(
                            figure,
                            Optional.of(model.result(figure)),
                            Optional.empty(),
                            verdict,
                            Optional.of(Estimate.of(range)),
                            OptionalDouble.empty(),
                            "the printed NPV, whatever it is earned with",
                            verdict == Verdict.CANNOT_RECONCILE
                                    ? ofOtherEarnings(study, figure, even, false)
                                            .orElse("")
                                    : "");
                })
                .orElseGet(() -> notCheckable(figure, "no earnings give the printed NPV"));
    }

    /** Earnings of one in every year. */
    private static ImmutableList<Range> even(StudyRows study) {
        return Stream.generate(() -> Range.of(1))
                .limit(study.life().orElseThrow())
                .collect(toImmutableList());
    }

    // ---------------------------------------------------------------- what may be wrong

    /** The possible reasons for a figure that cannot be reconciled: impossible, another figure's, of another size; or else of other earnings. */
    private static String remark(StudyRows study, StudyFigure figure, Range printed, Recomputed best) {
        List<String> found = Stream.of(
                        beyond(figure, printed, best.plan()),
                        ofAnotherLine(study, figure, printed, best),
                        ofAnotherSize(figure, printed, best.range()))
                .flatMap(Optional::stream)
                .toList();
        return found.isEmpty()
                ? ofOtherEarnings(study, figure, best.plan(), true).orElse("")
                : String.join(" ", found);
    }

    /**
     * The bounds that need no case: an NPV is less than is earned over the whole life less the cost of building, and a rate of return less
     * than the earnings of a year over it.
     */
    private static Optional<String> beyond(StudyFigure figure, Range printed, StudyPlan plan) {
        double scale = StudyAmounts.scale(figure.unit().orElseThrow());
        return switch (figure.item()) {
            case NPV ->
                Optional.of(plan.mostNpv() / scale)
                        .filter(most -> printed.low() > most)
                        .map(most -> "Impossible: EBITDA over its whole life less its capital is " + shown(most) + " "
                                + figure.unit().orElseThrow() + ".");
            case IRR ->
                Optional.of(plan.mostIrr() / scale)
                        .filter(most -> printed.low() > most)
                        .map(most -> "Impossible: a year's EBITDA is " + shown(most) + "% of its capital.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofAnotherLine(StudyRows study, StudyFigure figure, Range printed, Recomputed best) {
        Optional<String> sameDigits = study.rows().stream()
                .filter(other -> other.item() != figure.item())
                .filter(other -> other.value().flatMap(Observation::number).isPresent())
                .filter(other -> isSameDigits(other, figure))
                .findFirst()
                .map(other -> "The same digits as its " + other.item() + " of "
                        + other.value().orElseThrow() + " " + other.unit().orElseThrow() + ": a line is shifted.");
        if (sameDigits.isPresent() || figure.item() == Item.PAYBACK) {
            return sameDigits;
        }
        boolean isNpv = figure.item() == Item.NPV;
        return study.of(isNpv ? Item.IRR : Item.NPV).stream()
                .filter(row -> row.tax().equals(figure.tax()))
                .flatMap(row -> isNpv ? inPlaceOf(row, best).stream() : asValue(row, printed, best).stream())
                .findFirst();
    }

    /** An impossible rate of return with the number of a net present value. */
    private static Optional<String> inPlaceOf(StudyFigure irr, Recomputed npv) {
        Range number = StudyAmounts.printed(irr.value().orElseThrow());
        return npv.range().meets(number)
                        && StudyAmounts.of(irr).low() > npv.plan().mostIrr()
                ? Optional.of("The number printed as its IRR, " + irr.value().orElseThrow()
                        + ", lies in the range: a line is shifted.")
                : Optional.empty();
    }

    /** The range of a net present value in which the number of a rate of return lies. */
    private static Optional<String> asValue(StudyFigure npv, Range irr, Recomputed best) {
        return result(npv, best.plan())
                .filter(range -> range.meets(irr))
                .map(range -> "It lies in the range of the NPV, " + shown(range.low()) + " to " + shown(range.high())
                        + ": a line is shifted.");
    }

    /** Whether a printed number has the digits of another, however many thousands apart; few digits are alike by chance. */
    private static boolean isSameDigits(StudyFigure other, StudyFigure figure) {
        BigDecimal printed = figure.value().flatMap(Observation::number).orElse(BigDecimal.ZERO);
        BigDecimal theirs = other.value().flatMap(Observation::number).orElse(BigDecimal.ZERO);
        return printed.stripTrailingZeros().precision() >= DIGITS_OF_ITS_OWN
                && Stream.of(0, PLACES_OF_A_THOUSAND, -PLACES_OF_A_THOUSAND)
                        .anyMatch(places -> printed.compareTo(theirs.movePointRight(places)) == 0);
    }

    private static Optional<String> ofAnotherSize(StudyFigure figure, Range printed, Range range) {
        if (figure.item() == Item.PAYBACK) {
            return Optional.empty();
        }
        return Stream.of(A_THOUSAND, 1 / A_THOUSAND)
                .filter(by -> range.meets(StudyAmounts.over(printed, by)))
                .findFirst()
                .map(by -> by > 1
                        ? "A thousandth of it would be within the range: its unit is wrong."
                        : "A thousand times as much would be within the range: its unit is wrong.");
    }

    /**
     * The earnings that NPV and IRR need. Where these are at most half as far from each other as from those that are printed, it is these that
     * do not belong to the two.
     */
    private static Optional<String> ofOtherEarnings(
            StudyRows study, StudyFigure figure, StudyPlan plan, boolean isPrinted) {
        List<Double> needed = Stream.of(Item.NPV, Item.IRR)
                .map(item -> study.of(item).stream()
                        .filter(row -> item == figure.item()
                                ? row.equals(figure)
                                : row.tax().equals(figure.tax()))
                        .findFirst())
                .flatMap(row -> row.flatMap(found -> times(found, plan)).stream())
                .toList();
        if (figure.item() == Item.PAYBACK || needed.size() < 2) {
            return Optional.empty();
        }
        double now = plan.ebitda().get(0).central();
        double ofNpv = needed.get(0) * now;
        double ofIrr = needed.get(1) * now;
        String needs = "In the middle case the NPV needs an EBITDA of " + shown(ofNpv) + " "
                + study.money().orElseThrow() + " a year and the IRR one of " + shown(ofIrr);
        if (!isPrinted) {
            return Optional.of(needs + ".");
        }
        boolean alike = Math.abs(ofNpv - ofIrr) * 2 <= Math.min(Math.abs(ofNpv - now), Math.abs(ofIrr - now));
        return Optional.of(needs + ", against " + shown(now) + " here"
                + (alike
                        ? ": the two agree with each other, and not with the EBITDA." + between(study, ofNpv, ofIrr)
                        : "."));
    }

    /** Another amount of a year that the study prints, and that would do. */
    private static String between(StudyRows study, double one, double other) {
        return Stream.of(Item.CASH_FLOW, Item.REVENUE, Item.OPEX, Item.EBITDA)
                .flatMap(item -> study.of(item).stream())
                .filter(row -> row.product().isEmpty() && !row.years().isTotal())
                .filter(row -> {
                    double amount = study.amount(row).central();
                    return Math.min(one, other) <= amount && amount <= Math.max(one, other);
                })
                .findFirst()
                .map(row -> " Its " + row.item() + " of " + row.value().orElseThrow() + " would do.")
                .orElse("");
    }

    /** The factor by which earnings would have to be larger for a printed result. */
    private static Optional<Double> times(StudyFigure row, StudyPlan plan) {
        double wanted = StudyAmounts.of(row).central();
        OptionalDouble found = row.item() == Item.NPV ? plan.timesForNpv(wanted, rate(row)) : plan.timesForIrr(wanted);
        return found.isPresent() ? Optional.of(found.getAsDouble()) : Optional.empty();
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.1f" : "%,.0f", number);
    }
}
