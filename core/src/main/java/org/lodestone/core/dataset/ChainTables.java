package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.Cell.PERIOD;
import static org.lodestone.core.dataset.Cell.PLACE;
import static org.lodestone.core.dataset.Cell.TEXT;
import static org.lodestone.core.dataset.Cell.id;
import static org.lodestone.core.dataset.Cell.row;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.quantity.Unit;

/** Reads editions, stages, measures and figures. */
public final class ChainTables {

    public static final Table<Figure> FIGURES = Table.of("figures", "Figures by place and period", t -> {
        var measure = t.key(
                "measure*",
                row("measures", Measure.class, Measure::id),
                figure -> Optional.of(figure.measure()),
                "Identifier of a measure");
        var place = t.key("place*", PLACE, Figure::place);
        var period = t.key("period*", PERIOD, Figure::period);
        var scenario = t.key(
                "case",
                TEXT,
                Figure::scenarioCase,
                "Case of a forecast, or whose view where two publishers print different figures; empty for what was"
                        + " observed");
        var edition = t.key(
                t.edition("edition", id("editions").orBlank(""), Figure::edition, "Release the figure came from"));
        var revision = t.key(t.revision(
                "revision",
                TEXT,
                Figure::revision,
                "Revision of that release; a later one replaces the earlier only in the rows it has"));
        var value = t.amount("value*", Figure::value, "unit*", Figure::unit);
        t.cites(Figure::citation).how("how").note().sources();
        t.fact("figure", measure, place, period, scenario);
        return row -> {
            Optional<Measure> of = row.get(measure);
            Unit unit = row.get(
                    value.unit(), read -> of.map(m -> m.requireUnit(read)).orElse(read));
            return new Figure(
                    of.orElseGet(() -> standIn(unit)),
                    row.get(place),
                    row.get(period),
                    row.get(scenario),
                    row.get(edition),
                    row.get(revision),
                    row.get(value.value(), unit),
                    unit,
                    row.citation(),
                    row.line());
        };
    });

    private final Tables tables;

    ChainTables(Tables tables) {
        this.tables = tables;
    }

    Known<Edition> editions() {
        return tables.known(
                Layout.EDITIONS,
                row -> new Edition(
                        row.text("id"),
                        row.text("name"),
                        row.text("publisher"),
                        row.period("released"),
                        row.text("series"),
                        row.sources()));
    }

    Known<Placed> stages() {
        return tables.known(
                Layout.STAGES,
                row -> new Placed(
                        new Stage(
                                row.text("id"),
                                row.wholeNumber("order"),
                                row.text("name"),
                                row.list("feeds"),
                                row.text("description")),
                        row.line()));
    }

    Known<Measure> measures(Known<Placed> stages) {
        Map<String, Integer> names = new HashMap<>();
        return tables.known(
                Layout.MEASURES,
                row -> new Measure(
                        row.text("id"),
                        unique(row, names),
                        row.optional("stage", column -> row.reference(column, stages))
                                .orElse(""),
                        row.oneOf("kind", Measure.Kind.class),
                        row.unit("unit"),
                        row.text("description")));
    }

    /** A report tells measures apart by their names. */
    private static String unique(Row row, Map<String, Integer> names) {
        String name = row.text("name");
        Integer earlier = names.putIfAbsent(name, row.line());
        if (earlier != null) {
            throw new IllegalArgumentException(
                    "'" + name + "' is the name of the measure in line " + earlier + " already. Rename one of them.");
        }
        return name;
    }

    ImmutableList<Figure> figures() {
        return tables.list(FIGURES);
    }

    /** What could not be read, in the words of its sources. */
    ImmutableList<Unread> unread() {
        return tables.list(
                Layout.UNREAD,
                row -> new Unread(
                        row.text("file"),
                        row.optional("line", row::wholeNumber)
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty()),
                        row.text("place"),
                        row.text("measure"),
                        row.text("period"),
                        row.text("text"),
                        row.text("reason")));
    }

    /** The chain, without what a stage feeds where that is unknown or would close a circle. */
    Chain chain(Known<Placed> stages) {
        Chain chain = Chain.of(List.of());
        List<Stage> sound = new ArrayList<>();
        for (Placed placed : stages.byId().values()) {
            Stage stage = withKnownFeeds(placed, stages);
            try {
                sound.add(stage);
                chain = Chain.of(within(sound));
            } catch (IllegalArgumentException e) {
                problem(placed, e);
                sound.set(sound.size() - 1, withFeeds(stage, List.of()));
                chain = Chain.of(within(sound));
            }
        }
        return chain;
    }

    private Stage withKnownFeeds(Placed placed, Known<Placed> stages) {
        List<String> known = new ArrayList<>();
        for (String fed : placed.stage().feeds()) {
            try {
                stages.require(fed);
                known.add(fed);
            } catch (IllegalArgumentException e) {
                problem(placed, e);
            }
        }
        return withFeeds(placed.stage(), known);
    }

    private void problem(Placed placed, IllegalArgumentException refusal) {
        tables.problems().add(Layout.STAGES.file(), placed.line(), "feeds", refusal);
    }

    /** The stages, each feeding only others among them. */
    private static List<Stage> within(List<Stage> stages) {
        List<String> ids = stages.stream().map(Stage::id).toList();
        return stages.stream()
                .map(stage -> withFeeds(
                        stage, stage.feeds().stream().filter(ids::contains).toList()))
                .toList();
    }

    private static Stage withFeeds(Stage stage, List<String> feeds) {
        return new Stage(stage.id(), stage.order(), stage.name(), ImmutableList.copyOf(feeds), stage.description());
    }

    /** Whatever a figure measures whose measure is not known. Its row is dropped. */
    private static Measure standIn(Unit unit) {
        return new Measure("", "", "", Measure.Kind.STATISTIC, unit, "");
    }

    /** A stage, and the line it stands in. */
    record Placed(Stage stage, int line) {}
}
