package org.lodestone.reports.value;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;
import static org.lodestone.reports.formula.Formula.span;

import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.ValuedProject;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The cash of a project that a study describes.
 *
 * <pre>
 * volume(t) = ramp(t) · volume of the study
 * costs(t)  = volume(t) · cash cost of a kilogram by the study
 * </pre>
 *
 * <p>It is built in the years before the first of its line, and not before the first year whose cash counts.
 */
public final class ProjectCash extends CashFlow {

    private final ValuedProject project;
    private final StudyInputs inputs;

    ProjectCash(ValuedProject project, StudyInputs inputs, Setting setting) {
        super(project.valued(), setting);
        this.project = project;
        this.inputs = inputs;
    }

    @Override
    void putIn() {
        super.putIn();
        irr();
    }

    /** The project as the dataset states it. */
    public ValuedProject project() {
        return project;
    }

    @Override
    ProjectCash under(Setting other) {
        return new ProjectCash(project, inputs, other);
    }

    private Formula build() {
        return scenarios.key(project.build(), in);
    }

    Formula writeOff() {
        return min(scenarios.key(project.writeOff(), in), inputs.life());
    }

    /** The first year of operation: as its line has it, if there is time to build it before. */
    public Key opens() {
        return ofDeck(
                "first year of operation",
                () -> max(arrival().planned(), values.year(first()).plus(build())));
    }

    Formula endsWithinItsYears() {
        Period last = years().get(years().size() - 1);
        return values.year(last)
                .plus(ONE)
                .isAtLeast(opens().plus(inputs.life()))
                .then(ONE, ZERO);
    }

    /** Years of operation before a year: none in the first, and below nothing before that. */
    private Formula since(Period year) {
        return values.year(year).minus(opens());
    }

    @Override
    Formula made(Period year) {
        Formula since = since(year);
        Formula ramped = arrival().step(since.plus(ONE)).times(inputs.volume());
        return since.isAtLeast(ZERO).and(inputs.life().isAbove(since)).then(ramped, ZERO);
    }

    @Override
    Formula paidOut(Period year) {
        return volume(year).times(cashCost());
    }

    @Override
    Formula invested(Period year) {
        Formula since = since(year);
        Formula building = since.plus(build()).isAtLeast(ZERO).and(ZERO.isAbove(since));
        return building.then(inputs.capex().over(build()), sustaining(year));
    }

    private Formula sustaining(Period year) {
        Formula since = since(year);
        return since.isAtLeast(ONE)
                .and(inputs.life().isAbove(since))
                .then(scenarios.number(project.sustaining(), in).times(inputs.capex()), ZERO);
    }

    @Override
    Formula writtenOff(Period year) {
        Formula since = since(year);
        Formula written = since.isAtLeast(ZERO)
                .and(writeOff().isAbove(since))
                .then(inputs.capex().over(writeOff()), ZERO);
        return sustaining(year).plus(written);
    }

    // ---------------------------------------------------------------- as of its first year of operation

    /** The cash cost of a kilogram by the study, what is earned on by-products taken off: {@code price − EBITDA / volume}. */
    Formula cashCost() {
        return inputs.price().minus(inputs.ebitda().over(inputs.volume()));
    }

    /** The cost of building it. */
    Formula capex() {
        return inputs.capex();
    }

    /** The volume of a year at full output, in kilotonnes. */
    Formula volume() {
        return inputs.volume();
    }

    /** The years in which it operates, a part of one counted whole. */
    Formula life() {
        return ZERO.minus(call(Fn.WHOLE_PART, ZERO.minus(inputs.life())));
    }

    /**
     * The capital to build it and to keep it running.
     *
     * <pre>capex · ((1 + r)^(build + 1) · annuity(build) / build + sustaining · annuity(life − 1))</pre>
     */
    Formula capital(Formula rate, Key life) {
        Formula building = ONE.plus(rate)
                .toThe(build().plus(ONE))
                .times(annuity(rate, build()))
                .over(build());
        Formula keeping = scenarios.number(project.sustaining(), in).times(annuity(rate, life.minus(ONE)));
        return inputs.capex().times(building.plus(keeping));
    }

    /**
     * The output of its life, in years of full output.
     *
     * <pre>ramp(1) + (ramp(2) + (… + ramp(n) + ramp(n) · annuity(life − n)) / (1 + r)) / (1 + r)</pre>
     *
     * @param into takes the numbers of the steps
     */
    Formula fullYears(Formula rate, Key life, Calculations into) {
        int last = arrival().steps();
        Key end = step(last, into);
        Formula years = arrival().step(end).times(annuity(rate, max(ZERO, life.minus(end))));
        for (int age = last; age >= 1; age--) {
            Key step = step(age, into);
            Formula own = life.isAtLeast(step).then(arrival().step(step), ZERO);
            years = own.plus(age == last ? years : years.over(ONE.plus(rate)));
        }
        return years;
    }

    private static Key step(int age, Calculations into) {
        return into.label(Term.of("value").sub("step of a ramp").of(Subject.of(Integer.toString(age))), age);
    }

    /** One in each of the years that follow: {@code (1 − (1 + r)^−years) / r}, and the years themselves at no rate. */
    private static Formula annuity(Formula rate, Formula years) {
        return rate.isEqualTo(ZERO)
                .then(years, ONE.minus(ONE.over(ONE.plus(rate).toThe(years))).over(rate));
    }

    /** The internal rate of return; missing where it has none or several. */
    public Key irr() {
        return key("IRR", () -> call(Fn.RATE_OF_RETURN, span(years(), this::cash)));
    }
}
