package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Premises.Role;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Risk;

/** Reads the rules of a forecast and the assumptions they lean on. */
final class ForecastTables {

    private final Tables tables;
    private final Known<Measure> measures;
    private final Known<Project> projects;
    private final Known<Scenario> scenarios;
    private final Premises premises;

    ForecastTables(Tables tables, Known<Measure> measures, Known<Project> projects, ImmutableList<Figure> figures) {
        this.tables = tables;
        this.measures = measures;
        this.projects = projects;
        this.scenarios = tables.known(Layout.SCENARIOS, ForecastTables::scenario);
        this.premises = new Premises(tables.grouped(Layout.ASSUMPTIONS, this::premise), figures, tables.problems());
        if (scenarios.checked()) {
            requireBase();
        }
    }

    ImmutableList<Assumption> assumptions() {
        return premises.assumptions();
    }

    Outlook outlook(Known<Risk> risks) {
        Outlook outlook = new Outlook(
                scenarios(),
                tables.list(Layout.LIMITS, this::limit),
                tables.list(Layout.PIPELINE, this::line),
                tables.list(Layout.ADDITIONS, this::addition),
                tables.list(Layout.BALANCES, this::balance),
                tables.list(Layout.CONCLUSIONS, this::conclusion),
                tables.list(Layout.DRIVERS, this::driver),
                tables.list(Layout.SHOCKS, row -> shock(row, risks)));
        premises.check();
        boolean complete = outlook.scenarios().stream().anyMatch(Scenario::isBase);
        return complete ? outlook : Outlook.NONE;
    }

    private void requireBase() {
        if (!scenarios.byId().containsKey(Scenario.BASE) && !scenarios.unread().contains(Scenario.BASE)) {
            tables.problems()
                    .add(
                            Layout.SCENARIOS.file(),
                            1,
                            "id",
                            "there is no scenario '" + Scenario.BASE
                                    + "', from which the others start. Add a row for it.");
        }
    }

    private ImmutableList<Scenario> scenarios() {
        List<Scenario> all = new ArrayList<>(scenarios.byId().values());
        all.sort((a, b) -> Boolean.compare(b.isBase(), a.isBase()));
        return ImmutableList.copyOf(all);
    }

    private static Scenario scenario(Row row) {
        return new Scenario(
                row.text("id"),
                row.text("description"),
                row.optional("demand_case", row::text),
                row.optional("demand_path", column -> row.oneOf(column, Scenario.Interpolation.class))
                        .orElse(Scenario.Interpolation.GEOMETRIC),
                row.text("reason"),
                row.sources());
    }

    private Premises.Stated premise(Row row) {
        return new Premises.Stated(
                new Assumption(
                        row.text("id"),
                        row.reference("scenario", scenarios),
                        row.optional("step", row::wholeNumber).orElse(0),
                        row.text("name"),
                        row.observation("value"),
                        row.unit("unit"),
                        row.period("period"),
                        row.optional("origin", column -> row.oneOf(column, Assumption.Origin.class))
                                .orElse(Assumption.Origin.ASSUMED),
                        row.text("reason"),
                        row.sources()),
                row.line());
    }

    private Limit limit(Row row) {
        String measure = row.reference("measure", measures);
        Limit.Path path = row.oneOf("path", Limit.Path.class);
        Role role =
                switch (path) {
                    case GROWTH -> Role.GROWTH;
                    case LEVEL -> Role.AMOUNT;
                    case OUTLOOK, HELD -> Role.PART;
                };
        return new Limit(
                measure,
                row.place("place"),
                row.oneOf("limit", Limit.Kind.class),
                path,
                premise(row, "start", Role.AMOUNT, measure),
                premise(row, "assumption", role, measure),
                row.optional("until", row::period),
                premise(row, "phasing", Role.RAMP, measure),
                premise(row, "use", Role.PART, measure),
                row.text("note"),
                row.sources());
    }

    private PipelineLine line(Row row) {
        String measure = row.reference("measure", measures);
        String project = row.reference("project", projects);
        PipelineLine.Counts counts = row.oneOf("counts", PipelineLine.Counts.class);
        requireCapacity(project, counts, measure);
        return new PipelineLine(
                row.text("id"),
                project,
                measure,
                counts,
                premise(row, "runs", Role.ANY, measure),
                premise(row, "outlet", Role.ANY, measure),
                needed(row, "start", Role.START, measure),
                needed(row, "delay", Role.DELAY, measure),
                needed(row, "probability", Role.PROBABILITY, measure),
                needed(row, "ramp", Role.RAMP, measure),
                premise(row, "speed", Role.PART, measure),
                premise(row, "disruption", Role.PROBABILITY, measure),
                row.text("note"),
                row.sources());
    }

    /** A project without a usable capacity cannot be counted. */
    private void requireCapacity(String id, PipelineLine.Counts counts, String measure) {
        String basis = measures.find(measure).map(m -> m.unit().basis()).orElse("");
        projects.find(id).ifPresent(project -> {
            boolean usable = counts == PipelineLine.Counts.SCALED
                    ? project.capacity().isPresent()
                    : project.capacityOn(basis).isPresent();
            if (!usable) {
                throw new IllegalArgumentException("The project '" + id + "' has no capacity that could be counted as '"
                        + counts + "'. Leave it out of the pipeline, or add the capacity to projects.csv.");
            }
        });
    }

    private Addition addition(Row row) {
        String measure = row.reference("measure", measures);
        Optional<String> content = premise(row, "content", Role.PART, measure);
        return new Addition(
                row.text("id"),
                row.text("name"),
                measure,
                row.place("place"),
                needed(row, "amount", content.isPresent() ? Role.ANY : Role.AMOUNT, measure),
                row.period("from"),
                row.period("until"),
                premise(row, "share", Role.PROBABILITY, measure),
                content);
    }

    private MarketBalance balance(Row row) {
        String measure = row.reference("measure", measures);
        return new MarketBalance(
                row.text("id"),
                measure,
                row.text("material"),
                row.text("segment"),
                needed(row, "secondary_follows", Role.PART, measure),
                needed(row, "secondary_share", Role.PROBABILITY, measure),
                needed(row, "stocks", Role.AMOUNT, measure));
    }

    private Conclusion conclusion(Row row) {
        String measure = row.reference("measure", measures);
        Conclusion.Kind kind = row.oneOf("kind", Conclusion.Kind.class);
        Role role =
                switch (kind) {
                    case GROWTH_BELOW -> Role.GROWTH;
                    case BALANCE_BELOW -> Role.CHANGE;
                    case SHARE_AT_LEAST -> Role.PROBABILITY;
                };
        return new Conclusion(
                row.text("id"),
                row.text("statement"),
                kind,
                measure,
                row.optional("place", row::place),
                needed(row, "threshold", role, measure));
    }

    private Driver driver(Row row) {
        return new Driver(
                needed(row, "assumption", Role.ANY, ""),
                row.oneOf("as", Driver.As.class),
                row.number("low").doubleValue(),
                row.number("high").doubleValue(),
                row.oneOf("drawn", Driver.Drawn.class),
                number(row, "variation"),
                number(row, "search"),
                row.text("reason"),
                row.sources());
    }

    private Shock shock(Row row, Known<Risk> risks) {
        return new Shock(
                row.reference("risk", risks),
                needed(row, "assumption", Role.ANY, ""),
                row.oneOf("change", Shock.Change.class),
                row.number("size").doubleValue(),
                row.text("reason"),
                row.sources());
    }

    private static OptionalDouble number(Row row, String column) {
        Optional<Double> number = row.optional(column, row::number).map(Number::doubleValue);
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    private Optional<String> premise(Row row, String column, Role role, String measure) {
        return row.optional(column, read -> needed(row, read, role, measure));
    }

    private String needed(Row row, String column, Role role, String measure) {
        String id = row.reference(column, premises.known());
        Unit unit = measures.find(measure).map(Measure::unit).orElse(Unit.TIMES);
        premises.use(id, role, measure, unit);
        return id;
    }
}
