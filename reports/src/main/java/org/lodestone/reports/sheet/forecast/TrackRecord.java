package org.lodestone.reports.sheet.forecast;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.output.OutputHistory;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * How late projects came and how fast they filled, to set delays and ramps beside.
 */
public final class TrackRecord {

    private TrackRecord() {}

    /** The section, with a table for whatever there are data; empty where there are none. */
    public static Optional<Part> of(Dataset dataset, ForecastStudy study) {
        requireNonNull(dataset, "dataset");
        requireNonNull(study, "study");
        Model.Builder model = Model.builder().include(study.model());
        List<Block> blocks = new ArrayList<>();
        Slips.of(dataset).ifPresent(slips -> {
            model.include(slips.model());
            blocks.add(slipTable(slips));
        });
        List<List<ProjectOutput>> ramps = ramps(dataset);
        if (!ramps.isEmpty()) {
            blocks.add(rampTable(ramps, new OutputHistory(dataset), model));
        }
        if (!study.untracked().isEmpty()) {
            blocks.add(Untracked.table(dataset, study));
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(Part.of(
                        Section.of(
                                "Track record",
                                "Delays, ramp-ups, and lines that are not counted",
                                "To compare with the assumed delays and ramps; dates and outputs as their sources give them",
                                blocks),
                        model.build()));
    }

    // ---------------------------------------------------------------- delays

    private static Table slipTable(Slips slips) {
        return Table.of("Delays as they happened, beside those assumed", slips.all())
                .id("delays")
                .label("Project and step", Slips.Slip::words)
                .words("Announced", slip -> slip.milestone().announced())
                .words("Came", slip -> slip.reached() ? "yes" : "not yet known")
                .value("Target", Shown.ORDINAL, Slips.Slip::targetYear)
                .value("Came, or gathered", Shown.ORDINAL, Slips.Slip::actualYear)
                .value("Years late", Shown.AS_IS, Slips.Slip::late)
                .total("Mean", new Cell.Of(slips.mean(), Shown.TWO_DECIMALS))
                .sources()
                .note(
                        "Where a step is not known to have come, the year in which these facts were gathered stands for it:"
                                + " it is at least that late. Several dates of one step are several rows.")
                .build();
    }

    // ---------------------------------------------------------------- ramps

    /** Years of output of projects, of each output on the first basis that has three of them. */
    private static List<List<ProjectOutput>> ramps(Dataset dataset) {
        record Basis(String project, String output, Unit unit, Period.Kind kind) {}
        List<ProjectOutput> years = dataset.outputs().stream()
                .filter(output -> output.period().kind() == Period.Kind.YEAR
                        || output.period().kind() == Period.Kind.FISCAL_YEAR)
                .filter(output -> output.value().known().isPresent())
                .filter(output -> !output.unit().toString().endsWith("/yr"))
                .sorted(Comparator.comparing(ProjectOutput::period))
                .toList();
        Map<List<String>, List<ProjectOutput>> ramps = new LinkedHashMap<>();
        Multimaps.index(
                        years,
                        one -> new Basis(
                                one.project(),
                                one.output(),
                                one.unit(),
                                one.period().kind()))
                .asMap()
                .forEach((basis, same) -> {
                    if (same.size() > 2) {
                        ramps.putIfAbsent(List.of(basis.project(), basis.output()), List.copyOf(same));
                    }
                });
        return List.copyOf(ramps.values());
    }

    /** Output by year as a share of the best year. */
    private static Table rampTable(List<List<ProjectOutput>> ramps, OutputHistory history, Model.Builder model) {
        record Line(ProjectOutput output, Key amount) {
            Key share() {
                return amount.sub("share of the best year");
            }
        }
        model.include(history.model());
        List<Line> lines = new ArrayList<>();
        for (List<ProjectOutput> ramp : ramps) {
            List<Line> own = ramp.stream()
                    .map(output -> new Line(output, history.key(output)))
                    .toList();
            var best = Formula.call(Fn.MAX_OF_KNOWN, span(own, Line::amount));
            own.forEach(line -> model.calculation(line.share(), line.amount().over(best)));
            lines.addAll(own);
        }
        return Table.of("Ramps as they happened, beside those assumed", lines)
                .id("ramps")
                .label(
                        "Project and output",
                        line -> line.output().project() + ": " + line.output().output())
                .unit(line -> line.output().unit().toString())
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
