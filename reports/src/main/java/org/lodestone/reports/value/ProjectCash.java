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

/**
 * The cash of a project that a study describes.
 *
 * <pre>EBITDA(t) = ramp(t) · (EBITDA of the study − volume · price of the study + what is paid for the volume)</pre>
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
        fullVolume();
    }

    /** The project as the dataset states it. */
    public ValuedProject project() {
        return project;
    }

    /** The figures of its study. */
    StudyInputs inputs() {
        return inputs;
    }

    /** The volume of a year at full output, in kilotonnes. */
    public Key fullVolume() {
        return values.as(ofDeck("volume at full output"), inputs::volume);
    }

    private Formula build() {
        return scenarios.key(project.build(), in);
    }

    Formula writeOff() {
        return min(scenarios.key(project.writeOff(), in), inputs.life());
    }

    /** The first year of operation: as its line has it, if there is time to build it before. */
    public Key opens() {
        return values.as(
                ofDeck("first year of operation"),
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

    /** The part of full output that is made in a year: that of its ramp as long as it operates, and nothing before and after. */
    public Key running(Period year) {
        return values.as(ofDeck("part of full output").at(year), () -> {
            Formula since = since(year);
            return since.isAtLeast(ZERO)
                    .and(inputs.life().isAbove(since))
                    .then(arrival().reached(since.plus(ONE)), ZERO);
        });
    }

    @Override
    Formula earned(Period year) {
        Formula volume = running(year).times(inputs.volume());
        Formula study = running(year).times(inputs.ebitda());
        return study.minus(volume.times(inputs.price())).plus(paid(volume, year));
    }

    /** The cost of building, and of keeping it running. */
    @Override
    public Key spent(Period year) {
        return values.as(ofDeck("capital").at(year), () -> {
            Formula since = since(year);
            Formula building = since.plus(build()).isAtLeast(ZERO).and(ZERO.isAbove(since));
            return building.then(inputs.capex().over(build()), sustaining(year));
        });
    }

    private Formula sustaining(Period year) {
        Formula since = since(year);
        return since.isAtLeast(ONE)
                .and(inputs.life().isAbove(since))
                .then(scenarios.number(project.sustaining(), in).times(inputs.capex()), ZERO);
    }

    @Override
    Formula deducted(Period year) {
        Formula since = since(year);
        Formula written = since.isAtLeast(ZERO)
                .and(writeOff().isAbove(since))
                .then(inputs.capex().over(writeOff()), ZERO);
        return sustaining(year).plus(written);
    }

    /** The internal rate of return; missing where it has none or several. */
    public Key irr() {
        return key("IRR", () -> call(Fn.RATE_OF_RETURN, span(years(), this::cash)));
    }
}
