package org.lodestone.reports.study;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudyFigure.Tax;
import org.lodestone.reports.internal.study.Range;
import org.lodestone.reports.internal.study.StudyPlan;

/** Makes the plan of a study out of its rows, with what it leaves open where they say nothing. */
final class StudyPlans {

    /** Studies build for two years, give or take one. */
    static final Range BUILD = new Range(1, 2, 3);

    /** Profit is taxed at 20 to 35% where ores are mined, most often at 30. */
    static final Range TAX = new Range(0.20, 0.30, 0.35);

    private StudyPlans() {}

    /** The plan, for figures on a side of tax. The study has a capital cost and a life. */
    static StudyPlan of(StudyRows study, ImmutableList<Range> earnings, boolean isAfterTax, Optional<Tax> side) {
        Range capex = study.amount(Item.CAPEX).orElseThrow();
        return new StudyPlan(
                capex,
                earnings,
                study.amount(Item.BUILD).map(StudyPlans::wholeYears).orElse(BUILD),
                isAfterTax ? Range.of(0) : tax(study, side),
                sustaining(study, capex),
                ramp(study),
                timing(study));
    }

    private static Range wholeYears(Range years) {
        return Range.of(Math.max(1, Math.rint(years.central())));
    }

    /** Nothing before tax; where the side is not stated, all up to the rate may be. */
    static Range tax(StudyRows study, Optional<Tax> side) {
        if (side.filter(Tax.BEFORE::equals).isPresent()) {
            return Range.of(0);
        }
        List<Range> rates = study.of(Item.TAX).stream()
                .map(row -> Range.of(study.amount(row).central()))
                .toList();
        Range rate = rates.stream().reduce(StudyAmounts::widened).orElse(TAX);
        return side.isPresent() ? rate : new Range(0, rate.central(), rate.high());
    }

    static OptionalDouble timing(StudyRows study) {
        return study.of(Item.TIMING).stream()
                .mapToDouble(row -> study.amount(row).central())
                .findFirst();
    }

    private static OptionalDouble sustaining(StudyRows study, Range capex) {
        return study.of(Item.SUSTAINING_CAPEX).stream()
                .mapToDouble(row -> {
                    double amount = study.amount(row).central();
                    int years = row.years().isTotal() ? Math.max(1, study.life().orElseThrow() - 1) : 1;
                    return amount / years / capex.central();
                })
                .findFirst();
    }

    private static Optional<ImmutableDoubleArray> ramp(StudyRows study) {
        List<StudyFigure> steps = study.of(Item.RAMP).stream()
                .sorted(Comparator.comparingInt(row -> row.years().first()))
                .toList();
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(ImmutableDoubleArray.copyOf(
                        steps.stream().mapToDouble(row -> study.amount(row).central())));
    }
}
