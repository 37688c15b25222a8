package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.DECIMAL;
import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.TEXT;
import static org.lodestone.core.dataset.CellType.WHOLE;
import static org.lodestone.core.dataset.CellType.YEAR;
import static org.lodestone.core.dataset.CellType.id;
import static org.lodestone.core.dataset.CellType.words;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Premises.Role;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Feed;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.research.Assumption;

/** The tables of a forecast: scenarios, the assumptions they set, and the rules that lean on these. */
final class ForecastTables {

    static final Table<Scenario> SCENARIOS = Table.of("scenarios", "Scenarios", t -> {
        t.key("id*", NAME, Scenario::name, "Name of the scenario; Base is the one the others start from");
        t.column("description*", TEXT, Scenario::description, "What it supposes");
        t.column("demand_case", NAME.optional(), Scenario::demandCase, "Case of the outlook that demand follows");
        t.column(
                "demand_path",
                words(Scenario.Interpolation.class).orElse(Scenario.Interpolation.GEOMETRIC),
                Scenario::demandPath,
                "How demand goes between the years the outlook gives: geometric or linear");
        t.column("reason", TEXT, Scenario::reason, "Why this case and path");
        t.sources("sources", Scenario::sources);
        t.always(Scenario.BASE); // that it is missing is one problem, and not one of every row that names it
        return t.inOrder(Scenario.class);
    });

    static final Table<Assumption> ASSUMPTIONS = Table.of("assumptions", "Assumptions by scenario", t -> {
        t.key("id*", NAME, Assumption::id, "Short name, the same in every scenario");
        t.key(
                "scenario*",
                id(SCENARIOS),
                Assumption::scenario,
                "Id of the scenario; what it does not set is as in Base");
        t.key(
                "year",
                YEAR.optional(),
                Assumption::year,
                "The one year of its period for which the value holds alone; empty for all others");
        var step = t.key("step", WHOLE.orBlank(0), Assumption::step, "1, 2, 3 where the assumption is a list by year");
        t.column("name*", NAME, Assumption::name, "Name in tables");
        t.amount("value*", Assumption::value, "Value in the unit", "unit*", Assumption::unit, "Unit");
        t.column("period", PERIOD, Assumption::period, "When it applies");
        t.column(
                "origin",
                words(Assumption.Origin.class).orElse(Assumption.Origin.ASSUMED),
                Assumption::origin,
                "Where it comes from: figure, derived, assumed or choice");
        t.column("reason*", TEXT, Assumption::reason, "Why this value");
        t.sources("sources", Assumption::sources);
        t.cites(row -> new Citation(row.sources(), Reliability.READ, How.REPORTED, row.origin() + ": " + row.reason()));
        t.fact("assumption").typed(2, "assumption/mining-quota-growth/Base/2027=3");
        return t.inOrder(Assumption.class, row -> requireNumbered(row, step));
    });

    /** The id of an assumption, which several rows share. */
    static final CellType<String> PREMISE = id(ASSUMPTIONS).withoutForeignKey();

    static final Table<Limit> LIMITS = Table.of("limits", "Limits of supply", t -> {
        t.measured(t.key("measure*", id(ChainTables.MEASURES), Limit::measure, "Id of the measure"));
        t.key("place*", PLACE, Limit::place, "Country; Other countries stands for all without a row");
        t.key("limit*", words(Limit.Kind.class), Limit::kind, "What sets the ceiling: capacity, quota or feed");
        var path = t.column(
                "path*",
                words(Limit.Path.class),
                Limit::path,
                "How it moves: held, growth, level, outlook, plants or fed");
        t.premise(
                "start",
                Role.AMOUNT,
                Limit::start,
                "it starts from, or of the unrecorded feed where fed; what the place supplies now where empty");
        var assumption = t.premise(
                "assumption",
                Limit::assumption,
                "the path needs; where fed, of how much of the unrecorded feed remains");
        t.uses(assumption, row -> switch (row.get(path)) {
            case GROWTH -> Role.GROWTH;
            case LEVEL -> Role.AMOUNT;
            case OUTLOOK, HELD, PLANTS, FED -> Role.PART;
        });
        t.column(
                "until",
                YEAR.optional(),
                Limit::until,
                "Year by which a level or an outlook is reached; on any path a year to which the forecast runs at"
                        + " least");
        t.premise("phasing", Role.RAMP, Limit::phasing, "of how much of an increase has come by year");
        var use = t.premise("use", Limit::use, "of how much of the limit is used; where fed, of the yield");
        t.uses(use, row -> row.get(path) == Limit.Path.FED ? Role.YIELD : Role.PART);
        t.column("note", TEXT, Limit::note, "Remark");
        t.sources("sources", Limit::sources);
        return t.inOrder(Limit.class);
    });

    static final Table<PipelineLine> PIPELINE = Table.of("pipeline", "Pipeline of projects in the forecast", t -> {
        t.key("id*", NAME, PipelineLine::id, "Short name");
        var project = t.column("project*", id(ProjectTables.PROJECTS), PipelineLine::project, "Id of the project line");
        var measure = t.measured(
                t.column("measure*", id(ChainTables.MEASURES), PipelineLine::measure, "Id of the measure it adds to"));
        var counts = t.column(
                "counts*",
                words(PipelineLine.Counts.class),
                PipelineLine::counts,
                "What of its capacity is new: new, whole or scaled; stockpile where it only feeds, not where nothing counts");
        var capacity = t.premise(
                "capacity", Role.MASS, PipelineLine::capacity, "of its capacity; that of the project line where empty");
        t.premise("runs", Role.MASS, PipelineLine::runs, "of what it makes today");
        t.premise("outlet", Role.MASS, PipelineLine::outlet, "of what the next stage can take");
        var content = t.premise(
                "content",
                PipelineLine::content,
                "of how much of a measure is in a tonne: of its own where its capacity is on another"
                        + " basis, else of the one that its ore feeds");
        t.uses(content, row -> Role.CONTENT, Optional.empty());
        t.column(
                "pool",
                NAME.optional(),
                PipelineLine::pool,
                "Pool whose ore a plant takes, or that takes the ore of a mine; that of its place where a mine names none");
        t.premise("scrap", Role.PROBABILITY, PipelineLine::scrap, "of the part of its feed that is no ore");
        var start = t.premise("start", Role.START, coming(PipelineLine.Coming::start), "of its first year as planned");
        var delay = t.premise("delay", Role.DELAY, coming(PipelineLine.Coming::delay), "of its delay");
        var probability = t.premise(
                "probability", Role.PROBABILITY, coming(PipelineLine.Coming::probability), "of its probability");
        var ramp = t.premise("ramp", Role.RAMP, coming(PipelineLine.Coming::ramp), "of its ramp by year");
        t.part(
                row -> {
                    boolean isSaid = Stream.of(start, delay, probability, ramp).anyMatch(row::says);
                    return row.get(counts) == PipelineLine.Counts.NOT && !isSaid
                            ? Optional.empty()
                            : Optional.of(new PipelineLine.Coming(
                                    named(row, start), named(row, delay), named(row, probability), named(row, ramp)));
                },
                List.of(start, delay, probability, ramp));
        t.premise("speed", Role.PART, PipelineLine::speed, "the ramp is multiplied with");
        t.premise("disruption", Role.PROBABILITY, PipelineLine::disruption, "of the share that is lost");
        t.column("note", TEXT, PipelineLine::note, "Remark; the reason where it does not count");
        t.sources("sources", PipelineLine::sources);
        var line = t.inOrder(PipelineLine.class);
        return row -> {
            PipelineLine.Counts how = row.get(counts);
            if (how != PipelineLine.Counts.NOT && row.get(capacity).isEmpty()) {
                requireCapacity(row, row.get(project), how, row.says(content), row.get(measure));
            }
            return line.apply(row);
        };
    });

    static final Table<Feed> FEEDS = Table.of("feeds", "Feed of one stage by another", t -> {
        t.measured(t.key("measure*", id(ChainTables.MEASURES), Feed::measure, "Id of the measure that is fed"));
        t.key("from*", id(ChainTables.MEASURES), Feed::from, "Id of the measure that feeds it, of an earlier stage");
        t.key("place*", PLACE, Feed::place, "Country the ore is of; Other countries stands for all without a row");
        t.column("pool", NAME.optional(), Feed::pool, "Pool of plants that take it; the remainder does where empty");
        t.premise(
                "content",
                Role.CONTENT,
                Feed::content,
                "of how much of the measure is in a tonne; empty where contained says it");
        t.column(
                "contained",
                id(ChainTables.MEASURES).optional(),
                Feed::contained,
                "Id of the measure whose figures say how much of it is in what is mined");
        t.column(
                "edition",
                id(SourceTables.EDITIONS).optional(),
                Feed::edition,
                "Edition of what is mined over which these figures are taken");
        t.premise(
                "open",
                Role.PROBABILITY,
                Feed::open,
                "of how much of what the pool leaves reaches the remainder; all of it where empty");
        t.column("note", TEXT, Feed::note, "Remark");
        t.sources("sources", Feed::sources);
        return t.inOrder(Feed.class);
    });

    static final Table<Addition> ADDITIONS = Table.of("additions", "Supply on top, for risks", t -> {
        t.key("id*", NAME, Addition::id, "Short name");
        t.column("name*", NAME, Addition::name, "Name in tables");
        t.measured(t.column("measure*", id(ChainTables.MEASURES), Addition::measure, "Id of the measure it adds to"));
        t.column("place*", PLACE, Addition::place, "Country or countries");
        var amount = t.column("amount*", PREMISE, Addition::amount, "Id of the assumption of the amount");
        t.column("from*", PERIOD, Addition::from, "Last year without it");
        t.column("until*", PERIOD, Addition::until, "First year with all of it");
        t.premise("share", Role.PROBABILITY, Addition::share, "of the share that reaches the measure");
        var content = t.premise(
                "content", Role.CONTENT, Addition::content, "of how much of the basis of the measure is in it");
        t.uses(amount, row -> row.says(content) ? Role.MASS : Role.AMOUNT);
        return t.inOrder(Addition.class);
    });

    static final Table<MarketBalance> BALANCES = Table.of("balances", "Market balances", t -> {
        t.key("id*", NAME, MarketBalance::id, "Short name");
        t.measured(
                t.column("measure*", id(ChainTables.MEASURES), MarketBalance::measure, "Id of the measure of supply"));
        t.column("material*", NAME, MarketBalance::material, "Material, as the demand table names it");
        t.column("segment*", NAME, MarketBalance::segment, "Segment of demand that is the whole");
        t.premise(
                "against_outlook",
                Role.PART,
                MarketBalance::againstOutlook,
                "of how much of the demand of the outlook comes; all of it where empty");
        t.column(
                "scrap",
                id(ChainTables.MEASURES).optional(),
                MarketBalance::scrap,
                "Id of the measure of what is recovered from scrap");
        t.premise("scrap_follows", Role.PART, MarketBalance::scrapFollows, "of how far scrap grows with demand");
        t.premise(
                "within",
                Role.PROBABILITY,
                MarketBalance::within,
                "of the share of scrap that is in supply already; not available where the anchor settles it");
        t.premise("anchor", Role.CHANGE, MarketBalance::anchor, "of a published balance of the first year");
        return t.inOrder(MarketBalance.class);
    });

    static final Table<Conclusion> CONCLUSIONS = Table.of("conclusions", "Conclusions of the argument", t -> {
        t.key("id*", NAME, Conclusion::id, "Short name");
        t.column("statement*", TEXT, Conclusion::statement, "The conclusion in a sentence");
        var kind = t.column(
                "kind*",
                words(Conclusion.Kind.class),
                Conclusion::kind,
                "What decides it: growth-below, balance-below, balance-change, replaced-below or share-at-least");
        t.measured(t.column("measure*", id(ChainTables.MEASURES), Conclusion::measure, "Id of the measure"));
        t.column("place", PLACE.optional(), Conclusion::place, "Country, where it is about a share");
        var threshold = t.premise(
                "threshold",
                Conclusion::threshold,
                "it is measured against, or of the band of a change; growth without one is measured"
                        + " against that of the editions");
        t.uses(threshold, row -> switch (row.get(kind)) {
            case GROWTH_BELOW -> Role.GROWTH;
            case BALANCE_BELOW -> Role.CHANGE;
            case SHARE_AT_LEAST, BALANCE_CHANGE -> Role.PROBABILITY;
            case REPLACED_BELOW -> Role.PART;
        });
        t.premise(
                "upper",
                Role.PART,
                Conclusion::upper,
                "from which the opposite holds, where it is about what could be replaced");
        return t.inOrder(Conclusion.class);
    });

    static final Table<Driver> DRIVERS = Table.of("drivers", "Drivers of risk", t -> {
        t.key("assumption*", PREMISE, Driver::assumption, "Id of the assumption");
        t.key(
                "year",
                YEAR.optional(),
                Driver::year,
                "The one year for which it is moved; empty for its value in all years that have none of their own");
        var as = t.column("as*", words(Driver.As.class), Driver::as, "Whether low and high are a value or a change");
        var low = t.column("low*", DECIMAL, Driver::low, "Low end, in the unit of the assumption");
        var high = t.column("high*", DECIMAL, Driver::high, "High end, in the unit of the assumption");
        t.column(
                "drawn*",
                words(Driver.Drawn.class),
                Driver::drawn,
                "Distribution in the simulation: not, uniform, triangular, whole, gamma or chance");
        t.column(
                "variation",
                CellType.optionalDecimal(),
                Driver::variation,
                "Coefficient of variation of a gamma distribution");
        t.column(
                "search",
                CellType.optionalDecimal(),
                Driver::search,
                "How far from its value a break-even is looked for");
        var lever = t.column(
                "lever",
                NAME.optional(),
                driver -> driver.lever().map(Driver.Lever::title),
                "What a reader of a pack sees who may change it; empty where that is not offered");
        var group = t.column(
                "group",
                TEXT.optional(),
                driver -> driver.lever().map(Driver.Lever::group),
                "What the lever stands under");
        var least = t.column(
                "least",
                DECIMAL.optional(),
                driver -> driver.lever().map(Driver.Lever::least),
                "Lowest value of the lever that counts; low where empty");
        var most = t.column(
                "most",
                DECIMAL.optional(),
                driver -> driver.lever().map(Driver.Lever::most),
                "Highest value of the lever that counts; high where empty");
        t.part(
                row -> {
                    if (row.get(lever).isEmpty()) {
                        row.requireBlank(
                                List.of(group, least, most),
                                "and lever is empty, so that nobody would see it. Name the lever, or leave it empty.");
                    }
                    return row.get(lever)
                            .map(shown -> new Driver.Lever(
                                    shown,
                                    group(row, group),
                                    end(row, least, row.get(as), row.get(low)),
                                    end(row, most, row.get(as), row.get(high))));
                },
                List.of(lever, group, least, most));
        t.column("reason*", TEXT, Driver::reason, "Why this range");
        t.sources("sources", Driver::sources);
        return t.inOrder(Driver.class);
    });

    static final Table<Shock> SHOCKS = Table.of("shocks", "Sizes of the risks", t -> {
        t.key("risk*", id(ResearchTables.RISKS), Shock::risk, "Id of the risk");
        t.key("assumption*", PREMISE, Shock::assumption, "Id of the assumption it moves");
        t.key(
                "year",
                YEAR.optional(),
                Shock::year,
                "The one year for which it is moved; empty for its value in all years that have none of their own");
        t.column(
                "change*",
                words(Shock.Change.class),
                Shock::change,
                "Whether the size is added (add) or takes its place (to)");
        t.column("size*", DECIMAL, Shock::size, "In the unit of the assumption");
        t.column("reason*", TEXT, Shock::reason, "Why this size");
        t.sources("sources", Shock::sources);
        return t.inOrder(Shock.class);
    });

    /** The tables that state the rules of a forecast. */
    static final ImmutableList<Table<?>> RULES =
            ImmutableList.of(SCENARIOS, LIMITS, PIPELINE, FEEDS, ADDITIONS, BALANCES, CONCLUSIONS, DRIVERS, SHOCKS);

    private ForecastTables() {}

    /** The rules that these tables state, with the base scenario first. */
    static Outlook outlook(RowsOfTable rows) {
        return new Outlook(
                ImmutableList.sortedCopyOf(Comparator.comparing(scenario -> !scenario.isBase()), rows.of(SCENARIOS)),
                rows.of(LIMITS),
                rows.of(PIPELINE),
                rows.of(FEEDS),
                rows.of(ADDITIONS),
                rows.of(BALANCES),
                rows.of(CONCLUSIONS),
                rows.of(DRIVERS),
                rows.of(SHOCKS));
    }

    /** The rows of any table, of those that are read or of those of a dataset. */
    interface RowsOfTable {
        <R> ImmutableList<R> of(Table<R> table);
    }

    private static String group(RowReader row, Column<Driver, Optional<String>> column) {
        return row.get(column)
                .orElseThrow(() -> new IllegalArgumentException(
                        "group is empty, and a lever stands under one. Write a word or two, such as Supply."));
    }

    /** An end of what is allowed; where none is written, that of the driver, if it is a value. */
    private static double end(RowReader row, Column<Driver, Optional<Double>> column, Driver.As as, double own) {
        if (row.get(column).isEmpty() && as == Driver.As.CHANGE) {
            throw new IllegalArgumentException(column.name()
                    + " is empty, and low and high are changes, which say no value that a lever may have. Write it.");
        }
        return row.get(column).orElse(own);
    }

    private static void requireNumbered(RowReader row, Column<Assumption, Integer> column) {
        if (row.get(column) < 1 && row.says(column)) {
            throw new IllegalArgumentException("step is " + row.get(column)
                    + ". Number steps 1, 2, 3, and leave the cell of a single value empty.");
        }
    }

    private static Function<PipelineLine, Optional<String>> coming(Function<PipelineLine.Coming, String> part) {
        return line -> line.coming().map(part);
    }

    private static String named(RowReader row, Column<PipelineLine, Optional<String>> column) {
        return row.get(column)
                .orElseThrow(() -> new IllegalArgumentException(column.name()
                        + " is empty, and the project counts or says when it comes. Name the assumption, or write not in"
                        + " counts and leave start, delay, probability and ramp empty."));
    }

    /** A project without a usable capacity cannot be counted. */
    private static void requireCapacity(
            RowReader row, String id, PipelineLine.Counts counts, boolean hasContent, String measure) {
        String basis = row.known(ChainTables.MEASURES)
                .find(measure)
                .map(of -> of.unit().basis())
                .orElse("");
        row.known(ProjectTables.PROJECTS).find(id).ifPresent(project -> {
            boolean usable = (counts == PipelineLine.Counts.SCALED || hasContent)
                    ? project.capacity().isPresent()
                    : project.capacityOn(basis).isPresent();
            if (!usable) {
                throw new IllegalArgumentException("The project '" + id + "' has no capacity that could be counted as '"
                        + counts + "'. Leave it out of the pipeline, or add the capacity to projects.csv.");
            }
        });
    }
}
