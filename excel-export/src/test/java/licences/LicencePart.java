package licences;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import licences.Licensing.Line;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The part of a research pack on licences: a sheet with tables and a chart, and a step of the argument on the front page. */
final class LicencePart {

    private static final String SECTION = "Licences";

    private LicencePart() {}

    static Part of(Licensing licensing) {
        Line line = licensing.lines().get(0);
        Period year = licensing.years(line).reverse().get(0);
        Model.Builder model = Model.builder().include(licensing.model());
        Key said = model.calculation(Term.of("licences").sub("finding").key(), growth(line, year));
        return Part.builder(model)
                .section(Section.of(
                        SECTION,
                        "What may be produced",
                        "By the notices of each year",
                        List.of(byYear(licensing), chart(licensing), notices(licensing))))
                .finding(Finding.of("licences", "What the licences say", Block.Sentence.live(said))
                        .withWeight(95)
                        .withNumbers(Licensing.growth(line, year))
                        .withReadOn(SECTION))
                .build();
    }

    private static Formula growth(Line line, Period year) {
        return words().with("country", line.country().name())
                .with("amount", Licensing.licensed(line, year))
                .with("unit", line.unit().toString())
                .with("stage", line.stage())
                .with("year", year)
                .with("growth", Licensing.growth(line, year))
                .say("{country} licensed {amount:0} {unit} in {stage} in {year}, {growth:+0.00%} on the year before.");
    }

    private static Table byYear(Licensing licensing) {
        ImmutableList<Line> lines = licensing.lines();
        Table.YearBuilder table = Table.overYears("Licensed by year", licensing.years(lines.get(0)));
        for (Line line : lines) {
            String name = line.country() + ", " + line.stage();
            table.row(
                            name,
                            line.unit().toString(),
                            Shown.WHOLE,
                            year -> known(licensing, Licensing.licensed(line, year)))
                    .row(
                            name + ", growth",
                            "%",
                            Shown.PERCENT_2,
                            year -> known(licensing, Licensing.growth(line, year)));
        }
        return table.build();
    }

    private static Optional<Key> known(Licensing licensing, Key key) {
        return Optional.of(key).filter(licensing.model()::has);
    }

    private static Block chart(Licensing licensing) {
        List<Chart.Series> series = licensing.lines().stream()
                .map(line -> Chart.series(
                        line.country() + ", " + line.stage(),
                        Formula.span(licensing.years(line).stream()
                                .map(year -> Licensing.licensed(line, year))
                                .toList())))
                .toList();
        return Block.charts(
                Chart.columns("Licensed by year", "t REO").series(series).build());
    }

    private static Table notices(Licensing licensing) {
        return Table.of("Notices", licensing.licences())
                .label("Of whom", licence -> licence.country() + ", " + licence.stage())
                .unit(licence -> licence.unit().toString())
                .sources()
                .unit("Date", licence -> licence.date().toString())
                .value("Licensed", Shown.WHOLE, Licensing::granted)
                .build();
    }
}
