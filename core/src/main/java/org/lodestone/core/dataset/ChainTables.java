package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.LIST;
import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.TEXT;
import static org.lodestone.core.dataset.CellType.UNIT;
import static org.lodestone.core.dataset.CellType.WHOLE;
import static org.lodestone.core.dataset.CellType.id;
import static org.lodestone.core.dataset.CellType.row;
import static org.lodestone.core.dataset.CellType.words;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.quantity.Unit;

/** The tables of the chain: its stages, what is measured at them, the figures, and what could not be read as one. */
final class ChainTables {

    static final Table<Stage> STAGES = Table.of("stages", "Stages of the chain", t -> {
        t.key("id*", NAME, Stage::id, "Identifier, unique in this table");
        t.column("order*", WHOLE, Stage::order, "Place in the chain");
        t.column("name*", NAME, Stage::name, "Name");
        // stages come in any order, so that those fed are looked up once all are read
        t.column("feeds", LIST, Stage::feeds, "Stages that it feeds, separated by \"; \"");
        t.column("description", TEXT, Stage::description, "What happens there");
        return t.inOrder(Stage.class);
    });

    static final Table<Measure> MEASURES = Table.of("measures", "Measures", t -> {
        t.key("id*", NAME, Measure::id, "Identifier, unique in this table");
        var name = t.column("name*", NAME, Measure::name, "Name");
        t.column(
                "stage",
                id(STAGES).orBlank(""),
                Measure::stage,
                "Identifier of a stage; empty for a statistic of no stage in particular");
        t.column("kind*", words(Measure.Kind.class), Measure::kind, "What kind of amount it is");
        t.column("unit*", UNIT, Measure::unit);
        t.column("description", TEXT, Measure::description, "What is counted");
        return t.inOrder(Measure.class, row -> row.unique(name, "measure"));
    });

    static final Table<Figure> FIGURES = Table.of("figures", "Figures by place and period", t -> {
        var measure =
                t.key("measure*", row(MEASURES), figure -> Optional.of(figure.measure()), "Identifier of a measure");
        var place = t.key("place*", PLACE, Figure::place);
        var period = t.key("period*", PERIOD, Figure::period);
        var scenario = t.key(
                "case",
                NAME,
                Figure::scenarioCase,
                "Case of a forecast, or whose view where two publishers print different figures; empty for what was"
                        + " observed");
        var edition = t.edition(t.key(
                "edition", id(SourceTables.EDITIONS).orBlank(""), Figure::edition, "Release the figure came from"));
        var revision = t.revision(t.key(
                "revision",
                TEXT,
                Figure::revision,
                "Revision of that release; a later one replaces the earlier only in the rows it has"));
        var value = t.amount("value*", Figure::value, "unit*", Figure::unit);
        t.cites(Figure::citation).how("how").note().sources();
        t.fact("figure", measure, place, period, scenario).typed(3, "figure/mine-production/Myanmar/2024=40000");
        return row -> {
            Optional<Measure> of = row.get(measure);
            Unit unit = row.unit(
                    value.unit().name(),
                    read -> of.map(m -> m.requireUnit(read)).orElse(read));
            return new Figure(
                    of.orElseGet(() -> standIn(unit)),
                    row.get(place),
                    row.get(period),
                    row.get(scenario),
                    row.get(edition),
                    row.get(revision),
                    row.get(value.value(), unit),
                    unit,
                    row.citation());
        };
    });

    static final Table<Unread> UNREAD =
            Table.of("unread", "Entries of sources that could not be read, and are missing among the figures", t -> {
                t.column("file*", TEXT, Unread::file, "File of the source");
                t.column(
                        "line",
                        WHOLE.optional()
                                .as(
                                        line -> line.map(OptionalInt::of).orElse(OptionalInt.empty()),
                                        line -> line.stream().boxed().findFirst()),
                        Unread::line,
                        "Line of the file; empty where the whole file is meant");
                t.column("place", TEXT, Unread::place, "Place as printed");
                t.column("measure", TEXT, Unread::measure, "What was measured, as printed or by the name of a measure");
                t.column("period", TEXT, Unread::period, "Period as printed");
                t.column("text", TEXT, Unread::text, "Value as printed");
                var reason = t.column("reason*", TEXT, Unread::reason, "Why it could not be read, and what would help");
                t.fact("unread")
                        .saysOf(
                                List.of(Unread::at, Unread::place, Unread::measure, Unread::period, Unread::text),
                                reason);
                return t.inOrder(Unread.class);
            });

    private ChainTables() {}

    /** A measure in place of one that is not known. The row of its figure is dropped. */
    private static Measure standIn(Unit unit) {
        return new Measure("", "", "", Measure.Kind.STATISTIC, unit, "");
    }
}
