package org.lodestone.reports.forecast;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * How late projects came and how fast they filled, to set delays and ramps beside.
 *
 * <p>Dates are words in their sources; the first year they name counts. A step that has not come is as late as the year
 * the figures were gathered, at least.
 */
public final class TrackRecord {

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)[0-9]{2}\\b");

    /** A milestone whose target and actual year are known, or which is known not to have come. */
    private record Slip(Milestone milestone, int target, int actual, boolean reached, int number) {
        Key key(String part) {
            return Term.of("delays that happened").sub(part).of(Subject.of(Integer.toString(number)));
        }
    }

    /** Years of output of a project on one basis. */
    private record Ramp(String project, String output, String unit, ImmutableList<ProjectOutput> years) {}

    private TrackRecord() {}

    /** The section, with a table for whatever there are data; empty where there are none. */
    public static Optional<Part> of(Dataset dataset, ForecastStudy study) {
        requireNonNull(dataset, "dataset");
        requireNonNull(study, "study");
        Model.Builder model = Model.builder().include(study.model());
        List<Block> blocks = new ArrayList<>();
        List<Slip> slips = slips(dataset);
        if (!slips.isEmpty()) {
            blocks.add(slipTable(slips, model));
        }
        List<Ramp> ramps = ramps(dataset);
        if (!ramps.isEmpty()) {
            blocks.add(rampTable(ramps, model));
        }
        if (!study.untracked().isEmpty()) {
            blocks.add(Untracked.table(study));
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of(
                        Section.of(
                                "Track record",
                                "How late projects came, how fast they filled, and which are not counted",
                                "To set the assumed delays and ramps beside; dates and outputs as their sources give them",
                                blocks),
                        model.build()));
    }

    // ---------------------------------------------------------------- delays

    private static List<Slip> slips(Dataset dataset) {
        int gathered = dataset.gathered().year();
        List<Slip> slips = new ArrayList<>();
        for (Milestone milestone : dataset.milestones()) {
            Optional<Integer> target = year(milestone.target());
            Optional<Integer> actual = year(milestone.actual());
            boolean reached = actual.isPresent() && !milestone.actual().startsWith("not ");
            boolean overdue = actual.isEmpty() && target.isPresent() && target.get() < gathered;
            boolean isStep = !milestone.milestone().contains("cost");
            if (target.isPresent() && isStep && (reached || overdue)) {
                slips.add(new Slip(
                        milestone, target.get(), reached ? actual.get() : gathered, reached, slips.size() + 1));
            }
        }
        return slips;
    }

    private static Optional<Integer> year(String words) {
        Matcher year = YEAR.matcher(words);
        return year.find() ? Optional.of(Integer.parseInt(year.group())) : Optional.empty();
    }

    private static Table slipTable(List<Slip> slips, Model.Builder model) {
        for (Slip slip : slips) {
            model.figure(
                    slip.key("target"),
                    Value.of(slip.target()),
                    slip.milestone().citation());
            if (slip.reached()) {
                model.figure(
                        slip.key("actual"),
                        Value.of(slip.actual()),
                        slip.milestone().citation());
            } else {
                model.label(slip.key("actual"), slip.actual());
            }
            model.calculation(
                    slip.key("late"),
                    slip.key("actual").ref().minus(slip.key("target").ref()));
        }
        Key mean = model.calculation(
                Term.of("delays that happened").sub("mean").key(),
                Formula.call(
                        Fn.AVERAGE_OF_KNOWN,
                        span(slips.stream().map(slip -> slip.key("late")).toList())));
        return Table.of("Delays as they happened, beside those assumed", slips)
                .label(
                        "Project and step",
                        slip -> slip.milestone().project() + ": "
                                + slip.milestone().milestone())
                .words("Announced", slip -> slip.milestone().announced())
                .words("Came", slip -> slip.reached() ? "yes" : "not yet known")
                .value("Target", Shown.ORDINAL, slip -> slip.key("target"))
                .value("Came, or gathered", Shown.ORDINAL, slip -> slip.key("actual"))
                .value("Years late", Shown.AS_IS, slip -> slip.key("late"))
                .sources()
                .total(
                        new Cell.Words("Mean"),
                        Cell.BLANK,
                        Cell.BLANK,
                        Cell.BLANK,
                        Cell.BLANK,
                        new Cell.Of(mean, Shown.TWO_DECIMALS),
                        Cell.BLANK)
                .note(
                        "Where a step is not known to have come, the year in which these facts were gathered stands for it:"
                                + " it is at least that late. Several dates of one step are several rows.")
                .build();
    }

    // ---------------------------------------------------------------- ramps

    private static List<Ramp> ramps(Dataset dataset) {
        List<Ramp> ramps = new ArrayList<>();
        List<ProjectOutput> years = dataset.outputs().stream()
                .filter(output -> output.period().kind() == Period.Kind.YEAR
                        || output.period().kind() == Period.Kind.FISCAL_YEAR)
                .filter(output -> output.value().known().isPresent())
                .filter(output -> !output.unit().toString().endsWith("/yr"))
                .sorted(Comparator.comparing(ProjectOutput::period))
                .toList();
        for (ProjectOutput first : years) {
            boolean known = ramps.stream()
                    .anyMatch(ramp -> ramp.project().equals(first.project())
                            && ramp.output().equals(first.output()));
            ImmutableList<ProjectOutput> same = years.stream()
                    .filter(output -> output.project().equals(first.project()))
                    .filter(output -> output.output().equals(first.output()))
                    .filter(output -> output.unit().equals(first.unit()))
                    .filter(output -> output.period().kind() == first.period().kind())
                    .collect(ImmutableList.toImmutableList());
            if (!known && same.size() > 2) {
                ramps.add(new Ramp(first.project(), first.output(), first.unit().toString(), same));
            }
        }
        return ramps;
    }

    /** Output by year as a share of the best year. */
    private static Table rampTable(List<Ramp> ramps, Model.Builder model) {
        record Line(Ramp ramp, ProjectOutput output) {
            Key amount() {
                return Term.of("ramps that happened")
                        .of(Subject.of(ramp.project() + ", " + ramp.output()))
                        .at(output.period());
            }

            Key share() {
                return amount().sub("share of the best year");
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Ramp ramp : ramps) {
            List<Line> own =
                    ramp.years().stream().map(output -> new Line(ramp, output)).toList();
            own.forEach(line -> model.figure(
                    line.amount(),
                    Value.of(line.output().value()),
                    line.output().citation()));
            var best = Formula.call(
                    Fn.MAX_OF_KNOWN, span(own.stream().map(Line::amount).toList()));
            own.forEach(
                    line -> model.calculation(line.share(), line.amount().ref().over(best)));
            lines.addAll(own);
        }
        return Table.of("Ramps as they happened, beside those assumed", lines)
                .label(
                        "Project and output",
                        line -> line.ramp().project() + ": " + line.ramp().output())
                .unit(line -> line.ramp().unit())
                .words("Year", line -> line.output().period().toString())
                .value("Output", Shown.WHOLE, Line::amount)
                .value("Share of the best year", Shown.PERCENT, Line::share)
                .sources()
                .note(
                        "What each made in the years that sources give, over its best year among them. It is not a share of"
                                + " capacity, which is mostly stated on another basis.")
                .build();
    }
}
