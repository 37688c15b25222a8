package org.lodestone.reports.sheet.supply;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supply;

/** Amounts of which no country is named, such as a total of the world alone: as printed. */
final class PrintedAmounts {

    private record Printed(Figure figure, Key key) {}

    private PrintedAmounts() {}

    /** The newest figures of some measures. */
    static Table table(Dataset dataset, List<Measure> measures, Model.Builder model) {
        List<Printed> printed = new ArrayList<>();
        for (Measure measure : measures) {
            Supply.edition(dataset, measure.id())
                    .ifPresent(edition -> dataset.figures(measure.id(), edition).forEach(figure -> {
                        Key key = Term.of(measure)
                                .sub("as printed")
                                .of(Subject.of(figure.place()))
                                .at(figure.period())
                                .in(Case.of(figure.edition() + " " + figure.scenarioCase()));
                        model.figure(key, Value.of(figure.value()), ValueUnit.of(figure.unit()), figure.citation());
                        printed.add(new Printed(figure, key));
                    }));
        }
        return Table.of("Figures as printed", printed)
                .label("Measure", one -> one.figure().measure().name())
                .unit(one -> one.figure().unit().toString())
                .sources()
                .words("Of whom", one -> one.figure().place().name())
                .words("Year", one -> one.figure().period().toString())
                .value("Printed", Shown.AS_IS, Printed::key)
                .note("No country is named, so that no shares follow.")
                .build();
    }
}
