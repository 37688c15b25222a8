package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.Cell.OBSERVATION;
import static org.lodestone.core.dataset.Cell.PERIOD;
import static org.lodestone.core.dataset.Cell.PLACE;
import static org.lodestone.core.dataset.Cell.PREMISE;
import static org.lodestone.core.dataset.Cell.TEXT;
import static org.lodestone.core.dataset.Cell.UNIT;
import static org.lodestone.core.dataset.Cell.WHOLE;
import static org.lodestone.core.dataset.Cell.YEAR;
import static org.lodestone.core.dataset.Cell.id;
import static org.lodestone.core.dataset.Cell.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Premises.Role;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.market.Demand;
import org.lodestone.core.project.Project;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.research.Risk;

/** Reads the rules of a forecast and the assumptions they lean on. */
public final class ForecastTables {

    public static final Table<Assumption> ASSUMPTIONS = Table.of("assumptions", "Assumptions by scenario", t -> {
        var id = t.key("id*", TEXT, Assumption::id, "Short name, the same in every scenario");
        var scenario = t.key(
                "scenario*",
                id("scenarios"),
                Assumption::scenario,
                "Id of the scenario; what it does not set is as in Base");
        var step = t.key("step", WHOLE.orBlank(0), Assumption::step, "1, 2, 3 where the assumption is a list by year");
        var name = t.remark("name*", TEXT, Assumption::name, "Name in tables");
        var value = t.amount("value*", OBSERVATION, Assumption::value, "Value in the unit", Assumption::unit);
        var unit = t.remark("unit*", UNIT, Assumption::unit, "Unit");
        var period = t.column("period", PERIOD, Assumption::period, "When it applies");
        var origin = t.remark(
                "origin",
                words(Assumption.Origin.class).orElse(Assumption.Origin.ASSUMED),
                Assumption::origin,
                "Where it comes from: figure, derived, assumed or choice");
        var reason = t.remark("reason*", TEXT, Assumption::reason, "Why this value");
        var sources = t.sources("sources", Assumption::sources);
        t.cites(row -> new Citation(row.sources(), Reliability.READ, How.REPORTED, row.origin() + ": " + row.reason()));
        t.fact("assumption");
        return row -> new Assumption(
                row.get(id),
                row.get(scenario),
                step(row.get(step), row),
                row.get(name),
                row.get(value),
                row.get(unit),
                row.get(period),
                row.get(origin),
                row.get(reason),
                row.get(sources));
    });

    public static final Table<Limit> LIMITS = Table.of("limits", "Limits of supply", t -> {
        var measure = t.key("measure*", id("measures"), Limit::measure, "Id of the measure");
        var place = t.key("place*", PLACE, Limit::place, "Country; Other countries stands for all without a row");
        var kind =
                t.key("limit*", words(Limit.Kind.class), Limit::kind, "What sets the ceiling: capacity, quota or feed");
        var path =
                t.column("path*", words(Limit.Path.class), Limit::path, "How it moves: held, growth, level or outlook");
        var start = t.column(
                "start",
                PREMISE.optional(),
                Limit::start,
                "Id of the assumption it starts from; what the place supplies now where empty");
        var assumption =
                t.column("assumption", PREMISE.optional(), Limit::assumption, "Id of the assumption the path needs");
        var until = t.column(
                "until",
                YEAR.optional(),
                Limit::until,
                "Year by which a level or an outlook is reached; on any path a year to which the forecast runs at"
                        + " least");
        var phasing = t.column(
                "phasing",
                PREMISE.optional(),
                Limit::phasing,
                "Id of the assumption of how much of an increase has come by year");
        var use = t.column(
                "use", PREMISE.optional(), Limit::use, "Id of the assumption of how much of the limit is used");
        var note = t.remark("note", TEXT, Limit::note, "Remark");
        var sources = t.sources("sources", Limit::sources);
        t.fact("limit").in(dataset -> dataset.outlook().limits());
        return row -> {
            String of = row.get(measure);
            Limit.Path moves = row.get(path);
            Role role =
                    switch (moves) {
                        case GROWTH -> Role.GROWTH;
                        case LEVEL -> Role.AMOUNT;
                        case OUTLOOK, HELD -> Role.PART;
                    };
            return new Limit(
                    of,
                    row.get(place),
                    row.get(kind),
                    moves,
                    row.find(start, Role.AMOUNT, of),
                    row.find(assumption, role, of),
                    row.get(until),
                    row.find(phasing, Role.RAMP, of),
                    row.find(use, Role.PART, of),
                    row.get(note),
                    row.get(sources));
        };
    });

    private final Tables tables;
    private final Known<Measure> measures;
    private final Known<Project> projects;
    private final NewestFigures figures;
    private final Known<Lined<Scenario>> scenarios;
    private final Premises premises;

    ForecastTables(Tables tables, Known<Measure> measures, Known<Project> projects, NewestFigures figures) {
        this.tables = tables;
        this.measures = measures;
        this.projects = projects;
        this.figures = figures;
        this.scenarios = tables.declare(withBase(
                tables.known(Layout.SCENARIOS, row -> new Lined<>(scenario(row), row.line())), tables));
        this.premises = new Premises(
                tables.grouped(ASSUMPTIONS.layout(), row -> new Premises.Stated(ASSUMPTIONS.build(row), row.line())),
                figures,
                tables.problems());
        tables.onUse((id, role, measure) ->
                premises.use(id, role, measure, measures.find(measure).map(Measure::unit)));
    }

    /** The assumptions by id, for other tables that name one. */
    Known<ImmutableList<Premises.Stated>> premises() {
        return premises.known();
    }

    ImmutableList<Assumption> assumptions() {
        return premises.assumptions();
    }

    /** The rules, checked row by row and then against each other, the figures and demand. */
    Outlook outlook(Known<Risk> risks, ImmutableList<Demand> demand) {
        Problems problems = tables.problems();
        Rules rules = new Rules(
                scenarios(),
                tables.lined(LIMITS),
                lined(Layout.PIPELINE, this::line),
                lined(Layout.ADDITIONS, this::addition),
                lined(Layout.BALANCES, this::balance),
                lined(Layout.CONCLUSIONS, this::conclusion),
                lined(Layout.DRIVERS, this::driver),
                lined(Layout.SHOCKS, row -> shock(row, risks)));
        requireTables(rules);
        premises.check();
        problems.addRepeated(
                Layout.SCENARIOS,
                "id",
                rules.scenarios(),
                scenario -> "'" + scenario.name().toLowerCase(Locale.ROOT) + "'",
                "Capitals do not tell scenarios apart: rename one of them.");
        new LimitRules(rules, measures, figures, problems).check();
        new SupplyRules(rules, projects, figures, premises, problems).check();
        new BalanceRules(rules, measures, figures, demand, problems).check();
        new DriverRules(rules, premises, problems).check();
        Outlook outlook = rules.outlook();
        boolean complete = outlook.scenarios().stream().anyMatch(Scenario::isBase);
        return complete ? outlook : Outlook.NONE;
    }

    private <T> ImmutableList<Lined<T>> lined(Layout layout, Function<Row, T> build) {
        return tables.list(layout, row -> new Lined<>(build.apply(row), row.line()));
    }

    /** The scenarios; where there is no base scenario, that is a problem once, and not for every row that names it. */
    private static Known<Lined<Scenario>> withBase(Known<Lined<Scenario>> read, Tables tables) {
        boolean there = read.byId().containsKey(Scenario.BASE) || read.unread().contains(Scenario.BASE);
        if (there || !read.checked()) {
            return read;
        }
        tables.problems()
                .add(
                        Layout.SCENARIOS.file(),
                        1,
                        "id",
                        "there is no scenario '" + Scenario.BASE + "', from which the others start. Add a row for it.");
        ImmutableSet<String> unread = ImmutableSet.<String>builder()
                .addAll(read.unread())
                .add(Scenario.BASE)
                .build();
        return new Known<>(read.table(), read.byId(), unread, read.checked());
    }

    /** Each table that is not there is told once, however many lean on it. */
    private void requireTables(Rules rules) {
        require(Layout.SCENARIOS, rules.limits(), Layout.LIMITS);
        require(Layout.ASSUMPTIONS, rules.limits(), Layout.LIMITS);
        require(Layout.LIMITS, rules.pipeline(), Layout.PIPELINE);
        require(Layout.LIMITS, rules.additions(), Layout.ADDITIONS);
        require(Layout.LIMITS, rules.balances(), Layout.BALANCES);
        require(Layout.LIMITS, rules.conclusions(), Layout.CONCLUSIONS);
        require(Layout.LIMITS, rules.drivers(), Layout.DRIVERS);
        require(Layout.LIMITS, rules.shocks(), Layout.SHOCKS);
        require(Layout.PROJECTS, rules.pipeline(), Layout.PIPELINE);
        require(Layout.DEMAND, rules.balances(), Layout.BALANCES);
        require(Layout.RISKS, rules.shocks(), Layout.SHOCKS);
    }

    /** Rules need the tables they lean on. One that is listed and could not be read has been reported. */
    private void require(Layout needed, List<?> rules, Layout table) {
        if (!rules.isEmpty() && !tables.isListed(needed) && tables.problems().none(needed)) {
            tables.problems()
                    .add(
                            needed.file(),
                            0,
                            "is not there, and " + table.file() + " needs it. Add it, and list it in " + Manifest.FILE
                                    + ".");
        }
    }

    private ImmutableList<Lined<Scenario>> scenarios() {
        List<Lined<Scenario>> all = new ArrayList<>(scenarios.byId().values());
        all.sort((a, b) -> Boolean.compare(b.row().isBase(), a.row().isBase()));
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

    private static int step(int step, Row row) {
        if (step < 1 && row.says("step")) {
            throw new IllegalArgumentException(
                    "step is " + step + ". Number steps 1, 2, 3, and leave the cell of a single value empty.");
        }
        return step;
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
                premise(row, "runs", Role.MASS, measure),
                premise(row, "outlet", Role.MASS, measure),
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
                needed(row, "amount", content.isPresent() ? Role.MASS : Role.AMOUNT, measure),
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
                row.reference("assumption", premises.known()),
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
                row.reference("assumption", premises.known()),
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
        premises.use(id, role, measure, measures.find(measure).map(Measure::unit));
        return id;
    }
}
