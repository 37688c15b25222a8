package org.lodestone.reports.internal.output;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.How;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.project.ProjectOutput;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The output of projects: by year, and in parts of a year. */
public final class OutputHistory {

    /** A statement of output with its key. */
    private record Made(ProjectOutput output, Key key) {
        boolean isYear() {
            return output.period().kind() == Period.Kind.YEAR || output.period().kind() == Period.Kind.FISCAL_YEAR;
        }
    }

    /** A row of a table over years: one output of one project, on one basis, in one kind of year. */
    private record Line(String project, String output, Unit unit, Period.Kind kind, boolean forecast, int print) {
        String words() {
            return output
                    + (kind == Period.Kind.FISCAL_YEAR ? ", fiscal years" : "")
                    + (forecast ? ", plan" : "")
                    + (print > 1 ? ", another source" : "");
        }
    }

    private final ImmutableList<Made> all;

    /** Takes the outputs of a dataset. Several prints of one output have a key each. */
    public OutputHistory(Dataset dataset) {
        ImmutableList.Builder<Made> made = ImmutableList.builder();
        Set<Key> taken = new LinkedHashSet<>();
        for (ProjectOutput output : dataset.outputs()) {
            Key key = Term.of("project output")
                    .sub(output.output())
                    .of(Subject.of(output.project()))
                    .at(output.period());
            made.add(new Made(output, Numbered.free(key, n -> key.in(Case.of("print " + n)), taken::add)));
        }
        this.all = made.build();
    }

    /** The latest full year of each output of a project, forecasts left out. */
    public ImmutableMap<ProjectOutput, Key> latest(String project) {
        Map<String, Made> latest = new LinkedHashMap<>();
        all.stream()
                .filter(made -> made.output().project().equals(project) && made.isYear())
                .filter(made -> made.output().citation().how() != How.FORECAST)
                .forEach(made -> latest.merge(
                        made.output().output() + made.output().unit(),
                        made,
                        (one, other) ->
                                other.output().period().compareTo(one.output().period()) > 0 ? other : one));
        return latest.values().stream().collect(ImmutableMap.toImmutableMap(Made::output, Made::key));
    }

    /** The key of an output. Throws where the dataset has none such. */
    public Key key(ProjectOutput output) {
        return all.stream()
                .filter(made -> made.output().equals(output))
                .findFirst()
                .orElseThrow()
                .key();
    }

    /** The model that holds every output as a figure with its source. */
    public Model model() {
        Model.Builder model = Model.builder();
        all.forEach(made -> model.figure(
                made.key(),
                Value.of(made.output().value()),
                ValueUnit.of(made.output().unit()),
                AsPrinted.citation(made.output().citation(), made.output().derivation())));
        return model.build();
    }

    public List<Block> blocks() {
        ImmutableList.Builder<Block> blocks = ImmutableList.builder();
        if (all.stream().anyMatch(Made::isYear)) {
            blocks.add(byYear());
        }
        if (!all.stream().allMatch(Made::isYear)) {
            blocks.add(inParts());
        }
        return blocks.build();
    }

    // ---------------------------------------------------------------- years

    private Table byYear() {
        LinkedHashMultimap<Line, Made> lines = LinkedHashMultimap.create();
        Set<Period> years = new TreeSet<>();
        for (Made made : all) {
            if (made.isYear()) {
                years.add(Period.year(made.output().period().year()));
                lines.put(freeLine(lines, made), made);
            }
        }
        var table = Table.overYears("Output by year", List.copyOf(years)).id("output-by-year");
        for (String project : lines.values().stream()
                .map(made -> made.output().project())
                .distinct()
                .toList()) {
            table.group(project);
            lines.asMap().forEach((line, cells) -> {
                if (line.project().equals(project)) {
                    Made first = cells.iterator().next();
                    table.optional(
                            line.words(),
                            line.unit().toString(),
                            AsPrinted.shown(first.output().value()),
                            year -> cells.stream()
                                    .filter(made -> made.output().period().year() == year.year())
                                    .map(Made::key)
                                    .findFirst());
                }
            });
        }
        return table.note(
                        "A fiscal year stands in the column of the year in which it ends. Years that no source gives are"
                                + " blank. A unit per year is a rate, not the output of the year.")
                .build();
    }

    /** The first row of its kind that has nothing in this year yet: sources that disagree stand one below the other. */
    private static Line freeLine(LinkedHashMultimap<Line, Made> lines, Made made) {
        ProjectOutput output = made.output();
        IntFunction<Line> numbered = print -> new Line(
                output.project(),
                output.output(),
                output.unit(),
                output.period().kind(),
                output.citation().how() == How.FORECAST,
                print);
        return Numbered.free(
                numbered.apply(1),
                numbered,
                line -> lines.get(line).stream()
                        .noneMatch(other -> other.output().period().equals(output.period())));
    }

    // ---------------------------------------------------------------- parts of years

    private Table inParts() {
        ImmutableListMultimap<String, Made> byOutput = all.stream()
                .filter(made -> !made.isYear())
                .sorted(Comparator.comparing(made -> made.output().period()))
                .collect(ImmutableListMultimap.toImmutableListMultimap(
                        made -> made.output().project() + ", " + made.output().output(), made -> made));
        var table = Table.overYears("Output in parts of a year", List.of())
                .id("output-by-part-of-year")
                .extras(List.of("Output"));
        byOutput.asMap().forEach((title, some) -> {
            table.group(title);
            for (Made made : some) {
                table.optional(
                        made.output().period().toString().replace("..", " to "),
                        made.output().unit().toString(),
                        Shown.TEXT,
                        year -> Optional.empty(),
                        new Cell.Of(made.key(), AsPrinted.shown(made.output().value())));
            }
        });
        return table.build();
    }
}
