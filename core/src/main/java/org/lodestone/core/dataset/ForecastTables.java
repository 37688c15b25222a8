package org.lodestone.core.dataset;

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
final class ForecastTables {

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
        this.scenarios =
                withBase(tables.known(Layout.SCENARIOS, row -> new Lined<>(scenario(row), row.line())), tables);
        this.premises = new Premises(tables.grouped(Layout.ASSUMPTIONS, this::premise), figures, tables.problems());
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
                lined(Layout.LIMITS, this::limit),
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

    private Premises.Stated premise(Row row) {
        return new Premises.Stated(
                new Assumption(
                        row.text("id"),
                        row.reference("scenario", scenarios),
                        row.optional("step", row::wholeNumber)
                                .map(ForecastTables::step)
                                .orElse(0),
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

    private static int step(int step) {
        if (step < 1) {
            throw new IllegalArgumentException(
                    "step is " + step + ". Number steps 1, 2, 3, and leave the cell of a single value empty.");
        }
        return step;
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
                row.optional("until", row::year),
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
