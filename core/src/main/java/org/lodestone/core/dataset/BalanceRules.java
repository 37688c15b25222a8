package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.TreeMultimap;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.market.Demand;
import org.lodestone.core.time.Period;

/**
 * The rows that balances, and the scenarios for them, need in the demand table: demand observed when the forecast starts or
 * before, and an outlook of the same source that reaches its end.
 */
record BalanceRules(Tables tables, Outlook rules, NewestFigures figures, Premises premises) {

    private static final String OBSERVED = "observed";

    void check() {
        for (String column : List.of("measure", "material")) {
            RowWithLine.refuseRepeated(
                    tables.lines(ForecastTables.BALANCES),
                    column,
                    balance -> "'" + (column.equals("measure") ? balance.measure() : balance.material()) + "'",
                    "A " + column + " has one balance: delete one of them.");
        }
        if (!tables.lines(ForecastTables.BALANCES).isEmpty()) {
            tables.lines(ForecastTables.SCENARIOS).stream()
                    .filter(scenario -> scenario.row().demandCase().isEmpty())
                    .forEach(scenario -> scenario.problem(
                            "demand_case",
                            "is empty, and balances.csv has a balance."
                                    + " Name the case of demand.csv that demand follows."));
        }
        if (tables.areWhole(MarketTables.DEMAND)) {
            tables.lines(ForecastTables.BALANCES).forEach(this::demand);
        }
        if (tables.areWhole(ChainTables.FIGURES, SourceTables.EDITIONS)) {
            tables.lines(ForecastTables.BALANCES).forEach(this::scrap);
        }
        tables.lines(ForecastTables.BALANCES).forEach(this::anchor);
    }

    /** Scrap moves on from its figure of the first year. */
    private void scrap(RowWithLine<MarketBalance> line) {
        Optional<Period> start = figures.latest(line.row().measure());
        Optional<Measure> measure =
                tables.known(ChainTables.MEASURES).find(line.row().measure());
        line.row()
                .scrap()
                .flatMap(id -> tables.known(ChainTables.MEASURES).find(id))
                .ifPresent(scrap -> {
                    if (measure.isPresent()
                            && !scrap.unit().equals(measure.get().unit())) {
                        line.problem(
                                "scrap",
                                "'" + scrap.id() + "' is in " + scrap.unit() + ", and '"
                                        + measure.get().id() + "' in "
                                        + measure.get().unit() + ". Give it in the same unit.");
                    } else if (start.isPresent()
                            && figures.places(scrap.id(), start.get()).isEmpty()) {
                        line.problem(
                                "scrap",
                                "'" + scrap.id() + "' has no figure for " + start.get() + ", the first year of '"
                                        + line.row().measure() + "'. Add it to figures.csv.");
                    }
                });
    }

    /** A published balance that settles something is of the first year. */
    private void anchor(RowWithLine<MarketBalance> line) {
        MarketBalance balance = line.row();
        Optional<Period> start = figures.latest(balance.measure());
        balance.anchor()
                .flatMap(id -> premises.of(id).stream().findFirst())
                .map(stated -> stated.assumption().period())
                .filter(period -> start.isPresent() && !period.equals(start.get()))
                .ifPresent(period -> line.problem(
                        "anchor",
                        "'" + balance.anchor().get() + "' is of " + (period.equals(Period.NONE) ? "no year" : period)
                                + ", and the first year of '" + balance.measure() + "' is " + start.get()
                                + ". Write that in its period, or name another."));
        boolean settled = balance.within().isEmpty()
                || balance.anchor().isPresent()
                || premises.of(balance.within().get()).stream()
                        .allMatch(stated -> stated.number().isPresent());
        if (!settled) {
            line.problem(
                    "within",
                    "'" + balance.within().get() + "' has no value, and no anchor settles it. Write a share, or name a"
                            + " published balance in anchor.");
        }
    }

    private void demand(RowWithLine<MarketBalance> line) {
        MarketBalance balance = line.row();
        Optional<Measure> measure = tables.known(ChainTables.MEASURES).find(balance.measure());
        List<Demand> ofMaterial = having(
                tables.rows(MarketTables.DEMAND),
                Demand::material,
                balance.material(),
                line,
                "material",
                "is not in demand.csv.");
        List<Demand> ofSegment = having(
                ofMaterial,
                Demand::segment,
                balance.segment(),
                line,
                "segment",
                "is no segment of '" + balance.material() + "' in demand.csv.");
        if (measure.isEmpty() || ofSegment.isEmpty()) {
            return;
        }
        List<Demand> inUnit = ofSegment.stream()
                .filter(row -> row.unit().equals(measure.get().unit()))
                .toList();
        Optional<Demand> observed = inUnit.stream()
                .filter(row -> row.scenarioCase().equals(OBSERVED))
                .max(Comparator.comparing(Demand::period));
        if (observed.isEmpty()) {
            line.problem(
                    "segment",
                    "demand.csv has no '" + OBSERVED + "' demand of '" + balance.segment() + "' in "
                            + measure.get().unit() + ", the unit of '" + balance.measure() + "'. Add a row of it.");
            return;
        }
        outlook(line, observed.get(), inUnit);
    }

    /** The rows that have what a cell of a balance names. If there are none, that is a problem, once. */
    private List<Demand> having(
            List<Demand> rows,
            Function<Demand, String> part,
            String sought,
            RowWithLine<MarketBalance> line,
            String column,
            String refusal) {
        List<Demand> having =
                rows.stream().filter(row -> part.apply(row).equals(sought)).toList();
        if (!rows.isEmpty()) {
            line.isKnown(column, sought, rows.stream().map(part).distinct().toList(), refusal, "Add it there.");
        }
        return having;
    }

    private void outlook(RowWithLine<MarketBalance> line, Demand observed, List<Demand> rows) {
        List<Demand> outlook = rows.stream()
                .filter(row ->
                        row.citation().sources().equals(observed.citation().sources()))
                .filter(row -> !row.scenarioCase().equals(OBSERVED))
                .filter(row -> row.period().compareTo(observed.period()) > 0)
                .toList();
        Set<String> cases = new LinkedHashSet<>();
        outlook.forEach(row -> cases.add(row.scenarioCase()));
        if (cases.isEmpty()) {
            line.problem(
                    "segment",
                    "demand.csv has no case of '" + observed.segment() + "' after " + observed.period()
                            + " from the source of what was observed then, "
                            + String.join("; ", observed.citation().sources()) + ". Add its outlook.");
            return;
        }
        Optional<Period> start = figures.latest(line.row().measure())
                .filter(latest -> tables.areWhole(ChainTables.FIGURES, SourceTables.EDITIONS));
        if (start.isPresent() && observed.period().compareTo(start.get()) > 0) {
            line.problem(
                    "segment",
                    "demand.csv has '" + observed.segment() + "' observed in " + observed.period()
                            + ", after the forecast starts in " + start.get()
                            + ", the latest figures of '" + line.row().measure()
                            + "'. Leave what was observed later out, or add later figures.");
            return;
        }
        reaches(line, observed, outlook, cases);
        for (RowWithLine<Scenario> scenario : tables.lines(ForecastTables.SCENARIOS)) {
            scenario.row()
                    .demandCase()
                    .ifPresent(named -> scenario.isKnown(
                            "demand_case",
                            named,
                            cases,
                            "is no case of '" + observed.segment() + "' after " + observed.period() + " in demand.csv.",
                            "Add it there."));
        }
    }

    /** Demand is followed through the years that every case has. */
    private void reaches(RowWithLine<MarketBalance> line, Demand observed, List<Demand> outlook, Set<String> cases) {
        TreeMultimap<Period, String> casesOf = TreeMultimap.create();
        for (Demand row : ImmutableList.sortedCopyOf(
                Comparator.comparing(Demand::period).thenComparing(Demand::scenarioCase), outlook)) {
            if (!casesOf.put(row.period(), row.scenarioCase())) {
                line.problem(
                        "segment",
                        "demand.csv has '" + observed.segment() + "' for " + row.period() + " in the case '"
                                + row.scenarioCase() + "' twice, from one source. Delete one of the rows.");
                return;
            }
        }
        Optional<Period> last = casesOf.keySet().stream()
                .filter(year -> casesOf.get(year).size() == cases.size())
                .max(Comparator.naturalOrder());
        Optional<Period> horizon = rules.horizon().filter(year -> tables.areWhole(ForecastTables.LIMITS));
        if (last.isEmpty()) {
            line.problem(
                    "segment",
                    "demand.csv has no year after " + observed.period() + " with '" + observed.segment()
                            + "' in each of the cases " + String.join(", ", cases) + ". Add what is missing.");
        } else if (horizon.isPresent() && last.get().compareTo(horizon.get()) < 0) {
            line.problem(
                    "segment",
                    "demand.csv has '" + observed.segment() + "' in each of its cases to " + last.get()
                            + ", and the forecast runs to " + horizon.get()
                            + ". Add later demand, or write an earlier until in limits.csv.");
        }
    }
}
