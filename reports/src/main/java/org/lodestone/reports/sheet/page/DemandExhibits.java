package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.market.Demand;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.rows.MarketFigures;
import org.lodestone.reports.sheet.rows.MarketFigures.Asked;
import org.lodestone.reports.sheet.rows.Statistics;
import org.lodestone.reports.sheet.rows.Statistics.Single;

/** Demand by use, in the first year and in the last one of an outlook, and what others print of the world's market. */
final class DemandExhibits {

    private static final String OBSERVED = "observed";
    private static final String TOTAL = "Total demand";
    private static final double HUNDRED = 100;
    private static final int OLDEST = 10;
    private static final int MOST_USES = 9;
    private static final int MOST_PUBLISHED = 9;

    private final Dataset dataset;
    private final MarketFigures figures;
    private final Statistics statistics;
    private final Optional<ForecastStudy> study;
    private final PageSentences said;
    private final List<Use> uses;
    private final List<Single> published;

    /**
     * A use with what was observed first and what an outlook expects last.
     *
     * @param between the years of that outlook before its last, from the first on
     */
    private record Use(Asked first, Optional<Asked> last, List<Asked> between) {

        Demand row() {
            return first.row();
        }

        Period newest() {
            return last.orElse(first).row().period();
        }
    }

    DemandExhibits(MarketFigures figures, Statistics statistics, Optional<ForecastStudy> study, PageSentences said) {
        this.dataset = figures.dataset();
        this.figures = figures;
        this.statistics = statistics;
        this.study = study.filter(one -> !one.chosen().balances().isEmpty());

        this.said = said;
        this.uses = uses();
        this.published = Stream.concat(statistics.singles().stream(), statistics.newest())
                .filter(single -> single.figure().place().kind() == Place.Kind.WORLD)
                .filter(single -> single.figure().unit().isMass())
                .filter(single -> !single.figure().value().isMissing())
                .sorted(Comparator.comparing((Single single) -> single.figure().period())
                        .reversed())
                .limit(MOST_PUBLISHED)
                .toList();
    }

    // ---------------------------------------------------------------- by use

    private List<Use> uses() {
        record Named(String material, String segment, Unit unit) {}
        List<Use> all = figures.demand().stream()
                .filter(asked ->
                        !asked.row().value().isMissing() && isRecent(asked.row().period()))
                .collect(Collectors.groupingBy(
                        asked -> new Named(
                                asked.row().material(),
                                asked.row().segment(),
                                asked.row().unit()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(DemandExhibits::use)
                .toList();
        List<Use> newest = all.stream()
                .sorted(Comparator.comparing(Use::newest).reversed())
                .limit(MOST_USES)
                .toList();
        return all.stream().filter(newest::contains).toList();
    }

    /** Whether it is not older than so many years when the dataset was gathered. */
    private boolean isRecent(Period period) {
        return dataset.gathered().equals(Period.NONE) || dataset.gathered().year() - period.year() < OLDEST;
    }

    /** The first row observed, and the last of the case that the dataset names first. */
    private static Use use(List<Asked> rows) {
        Comparator<Asked> byPeriod = Comparator.comparing(asked -> asked.row().period());
        Asked first =
                rows.stream().filter(DemandExhibits::isObserved).min(byPeriod).orElse(rows.get(0));
        Optional<String> named = rows.stream()
                .filter(asked -> !isObserved(asked))
                .map(asked -> asked.row().scenarioCase())
                .findFirst();
        List<Asked> later = rows.stream()
                .filter(asked -> asked.row().scenarioCase().equals(named.orElse(OBSERVED)))
                .filter(asked -> byPeriod.compare(asked, first) > 0)
                .sorted(byPeriod)
                .toList();
        return later.isEmpty()
                ? new Use(first, Optional.empty(), later)
                : new Use(first, Optional.of(later.get(later.size() - 1)), later.subList(0, later.size() - 1));
    }

    private static boolean isObserved(Asked asked) {
        return asked.row().scenarioCase().equals(OBSERVED);
    }

    /** The whole that a row is part of: of the same period and case, in the same unit; empty for the whole itself. */
    private Optional<Key> whole(Demand row) {
        Optional<Key> listed = figures.demand().stream()
                .filter(asked -> asked.row().segment().equals(TOTAL)
                        && asked.row().material().equals(row.material())
                        && asked.row().unit().equals(row.unit())
                        && asked.row().period().equals(row.period())
                        && asked.row().scenarioCase().equals(row.scenarioCase()))
                .map(Asked::key)
                .findFirst();
        return row.segment().startsWith(TOTAL) ? Optional.empty() : listed.or(() -> inBalance(row));
    }

    private Optional<Key> inBalance(Demand row) {
        return study.stream()
                .flatMap(one -> one.chosen().balances().stream())
                .filter(balance -> balance.rule().material().equals(row.material())
                        && balance.unit().equals(row.unit()))
                .findFirst()
                .map(Balance::demand)
                .flatMap(demand -> row.scenarioCase().equals(OBSERVED)
                        ? Optional.of(demand.start())
                                .filter(key -> demand.observed().period().equals(row.period()))
                        : Optional.of(row.scenarioCase())
                                .filter(name -> demand.cases().contains(name)
                                        && demand.given().contains(row.period()))
                                .map(name -> demand.amount(name, row.period())));
    }

    private Optional<Key> share(Asked asked) {
        return whole(asked.row())
                .map(whole -> said.value(asked.key().sub("share"), asked.key().over(whole)));
    }

    private Optional<Key> ratio(Use use) {
        return use.last()
                .map(last -> said.value(
                        last.key().sub("over the first"),
                        last.key().over(use.first().key())));
    }

    /** The most in a year between the first and the last, where that is above both; missing where one of them is not known. */
    private record Peak(Formula isOne, Formula most, Formula year) {}

    /** Empty where no year is known between the first and the last. */
    private Optional<Peak> peak(Use use) {
        return use.last().filter(last -> !use.between().isEmpty()).map(last -> {
            Formula.Span amounts = span(use.between(), Asked::key);
            Formula most = Formula.call(Fn.MAX, amounts);
            Formula.Span years = span(
                    use.between(),
                    asked -> said.model()
                            .label(asked.key().sub("year"), asked.row().period().toString()));
            return new Peak(
                    most.isAbove(use.first().key()).and(most.isAbove(last.key())),
                    most.fixed(amount(use.row()) >= HUNDRED ? 0 : 1),
                    Formula.lookUp(years, most, amounts));
        });
    }

    /** {@code 4,970 in 2035}; a dash where no year between is above both ends. */
    private Optional<Key> peakInWords(Use use) {
        return peak(use)
                .map(peak -> said.value(
                        use.first().key().sub("peak"),
                        words().with("peaks", peak.isOne())
                                .with("most", peak.most())
                                .with("year", peak.year())
                                .with("none", Words.NONE)
                                .say("{peaks?{most} in {year}|{none}}|{none}")));
    }

    /** Whether what is published peaks. */
    private static boolean peaks(Use use) {
        double ends = Math.max(
                amount(use.row()), use.last().map(last -> amount(last.row())).orElse(0.0));
        return use.between().stream().anyMatch(asked -> amount(asked.row()) > ends);
    }

    private static double amount(Demand row) {
        return row.value().known().orElse(0);
    }

    /** Demand by use; empty where every row is one that a balance asks for. */
    Optional<Exhibit> byUse() {
        if (uses.isEmpty()) {
            return Optional.empty();
        }
        boolean several =
                uses.stream().map(use -> use.row().material()).distinct().count() > 1;
        boolean shared = uses.stream().anyMatch(use -> share(use.first()).isPresent());
        Table.ListBuilder<Use> table = Table.of("", uses)
                .id("demand-by-use")
                .label(
                        "Use",
                        use -> (several ? Words.byItself(use.row().material()) + ": " : "")
                                + use.row().segment())
                .across(2)
                .unit(use -> use.row().unit().toString())
                .unit("First", use -> Days.inColumn(use.row().period()))
                .column("First amount", use -> again(Optional.of(use.first())));
        if (shared) {
            table.optional("First share", Shown.PERCENT, use -> share(use.first()));
        }
        if (uses.stream().anyMatch(DemandExhibits::peaks)) {
            table.column("Peak between", Column.Role.WORD, use -> Cell.of(peakInWords(use), Shown.WORD))
                    .across(2);
        }
        table.unit(
                        "Last",
                        use -> use.last()
                                .map(last -> Days.inColumn(last.row().period()))
                                .orElse(""))
                .column("Last amount", use -> again(use.last()));
        if (shared) {
            table.optional("Last share", Shown.PERCENT, use -> use.last().flatMap(this::share));
        }
        table.optional("Times", Shown.TWO_DECIMALS, this::ratio)
                .words(
                        "Case",
                        use -> use.last().map(last -> last.row().scenarioCase()).orElse(""));
        return Optional.of(Exhibit.of(
                said.live("demand", finding()),
                "Demand by use, as published: first year observed and last year of the first case named"
                        + (uses.stream().anyMatch(DemandExhibits::peaks) ? "; a peak between: above both" : ""),
                table.build()));
    }

    private static Shown shown(Demand row) {
        double amount = amount(row);
        return amount >= HUNDRED ? Shown.WHOLE : amount == Math.rint(amount) ? Shown.AS_IS : Shown.ONE_DECIMAL;
    }

    private static Cell again(Optional<Asked> asked) {
        return asked.<Cell>map(one -> Cell.again(one.key(), shown(one.row()))).orElse(Cell.BLANK);
    }

    /** The first use with two years, and what becomes of it. */
    private Formula finding() {
        return uses.stream()
                .filter(use -> use.last().isPresent())
                .max(Comparator.comparing(Use::newest))
                .map(this::grows)
                .orElseGet(() -> text("Demand by use, where it is published"));
    }

    private Formula grows(Use use) {
        Demand last = use.last().orElseThrow().row();
        return words().with("use", use.row().segment())
                .with("ratio", ratio(use))
                .with("from", use.row().period())
                .with("to", last.period())
                .with("case", last.scenarioCase())
                .with("observed", last.scenarioCase().equals(OBSERVED))
                .with("share", use.last().flatMap(this::share))
                .with("peaks", peak(use).map(Peak::isOne))
                .with("peak", peak(use).map(Peak::most))
                .with("peakYear", peak(use).map(Peak::year))
                .with("unit", use.row().unit())
                .say(
                        "{use}: {ratio:0.0} times the demand of {from} in {to}{observed?| in {case}}[, {share:0%} of all|, its share is not known]"
                                + "[{peaks?, after a peak of {peak} {unit} in {peakYear}}|, whether it peaks before is not known]"
                                + "|{use}: growth of demand from {from} to {to} is not known");
    }

    // ---------------------------------------------------------------- what others print

    /** Balances, supply and gaps of the world as others print them, the newest first. */
    Optional<Exhibit> published() {
        if (published.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Exhibit.of(
                said.live("published", own()),
                "The world's market as others print it, the newest first; counts differ, and none is subtracted from another"
                        + Estimates.meaning(published.stream()
                                .anyMatch(single -> single.figure().isEstimate())),
                Table.of("", published)
                        .id("published-balances")
                        .label("Statistic", single -> single.figure().measure().name())
                        .across(2)
                        .words("By", single -> statistics.by(single.figure()))
                        .across(3)
                        .unit(
                                "Year",
                                single -> Estimates.marked(
                                        single.figure().period().toString(),
                                        single.figure().isEstimate()))
                        .column("Amount", Column.Role.VALUE, single -> Cell.again(single.key(), shown(single.figure())))
                        .unit(single -> single.figure().unit().toString())
                        .build()));
    }

    /** The format of a figure: as it is published, and grouped where it is whole. */
    private static Shown shown(Figure figure) {
        return figure.value()
                .number()
                .filter(amount -> amount.stripTrailingZeros().scale() <= 0)
                .map(whole -> Shown.WHOLE)
                .orElse(Shown.AS_IS);
    }

    /** The balance of the chosen scenario, where there is one. */
    private Formula own() {
        return study.map(one -> one.chosen().balances().get(0))
                .map(balance -> words().with("scenario", Scenarios.IN_FORCE)
                        .with("spare", balance.after(balance.start()).isAtLeast(ZERO))
                        .with("amount", balance.after(balance.start()).magnitude())
                        .with("unit", balance.unit())
                        .with("year", balance.start())
                        .say(
                                "Published balances, beside {scenario}, which {spare?has a surplus of {amount:0.0} {unit}|is {amount:0.0} {unit} short} in {year}"
                                        + "|Published balances; that of {year} is not known here"))
                .orElseGet(() -> text("Figures of the market as others publish them"));
    }
}
