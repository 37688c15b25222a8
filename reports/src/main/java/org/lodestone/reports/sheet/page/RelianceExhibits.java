package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.sheet.rows.MarketFigures;
import org.lodestone.reports.sheet.rows.Statistics;

/** The imports, use and stocks of one country, as they are printed year by year, and the countries from which it buys. */
final class RelianceExhibits {

    private static final int MOST_YEARS = 5;
    private static final int MOST_ROWS = 10;
    private static final int MOST_PARTNERS = 6;

    private final MarketFigures figures;
    private final Statistics statistics;
    private final PageSentences said;
    private final Optional<Place> country;
    private final List<Row> rows;
    private final Optional<Sources> sources;

    /** A line of the table over years. */
    private record Row(
            StatisticTopic topic, String label, Unit unit, Function<Period, Optional<Key>> value, List<Period> years) {}

    /** A share of imports. */
    private record Part(Place partner, Key key, boolean isNumber) {}

    /** The shares of the countries from which something is imported. */
    private record Sources(String traded, Period period, List<Part> parts) {

        List<Part> countries() {
            return parts.stream()
                    .filter(part -> part.partner().kind() == Place.Kind.COUNTRY && part.isNumber())
                    .toList();
        }
    }

    RelianceExhibits(MarketFigures figures, Statistics statistics, PageSentences said) {
        this.figures = figures;
        this.statistics = statistics;

        this.said = said;
        this.country = statistics.byCountry().asMap().entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().size()))
                .map(Map.Entry::getKey)
                .filter(place -> place.kind() == Place.Kind.COUNTRY);
        this.rows = country.map(this::rows).orElse(List.of());
        this.sources = country.flatMap(this::sources);
    }

    // ---------------------------------------------------------------- what is printed

    private List<Row> rows(Place of) {
        Stream<Row> printed = statistics.byCountry().get(of).stream()
                .map(one -> new Row(
                        StatisticTopic.of(one.measure()),
                        statistics.label(one, of),
                        one.unit(),
                        year -> one.key(of, year),
                        one.figures().stream().map(Figure::period).toList()))
                .filter(row -> row.topic() != StatisticTopic.PRICE && row.topic() != StatisticTopic.SOURCES);
        Stream<Row> traded = figures.flows().stream()
                .filter(line -> line.name().startsWith(of.name() + ", "))
                .map(line -> new Row(
                        StatisticTopic.ofName(line.name()),
                        Words.byItself(line.name().substring(of.name().length() + 2)),
                        Unit.parse(line.unit()),
                        line::key,
                        List.copyOf(line.values().keySet())));
        Model all = said.model().build();
        return chosen(Stream.concat(printed, traded)
                .filter(row -> row.years().stream().flatMap(figures(row, all)).anyMatch(RelianceExhibits::isAvailable))
                .toList());
    }

    private static Function<Period, Stream<Content.Figure>> figures(Row row, Model all) {
        return year -> row.value().apply(year).stream().flatMap(key -> all.content(key).asFigure().stream());
    }

    private static boolean isAvailable(Content.Figure figure) {
        Value value = figure.value();
        return value.isNumber() || !value.inSentence().equals(Observation.Reason.NOT_AVAILABLE.code());
    }

    /** The first of each topic, then the second of each, until the table is full; by topic. */
    private static List<Row> chosen(List<Row> all) {
        Map<StatisticTopic, Integer> seen = new EnumMap<>(StatisticTopic.class);
        Map<Row, Integer> turn = new LinkedHashMap<>();
        all.forEach(row -> turn.put(row, seen.merge(row.topic(), 1, Integer::sum)));
        return all.stream()
                .sorted(Comparator.comparing((Row row) -> turn.getOrDefault(row, 0))
                        .thenComparing(Row::topic))
                .limit(MOST_ROWS)
                .sorted(Comparator.comparing(Row::topic))
                .toList();
    }

    /** The import whose shares are the newest, then that with most partners. */
    private Optional<Sources> sources(Place of) {
        Stream<Sources> traded = figures.shares().stream()
                .filter(share -> isShareOfImports(share.flow(), of))
                .collect(Collectors.groupingBy(
                        share -> List.of(
                                share.flow().product(), share.flow().period().toString()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(shares -> new Sources(
                        withoutShare(shares.get(0).flow().product()),
                        shares.get(0).flow().period(),
                        shares.stream()
                                .map(share -> new Part(
                                        share.flow().partner(),
                                        share.key(),
                                        share.flow().value().known().isPresent()))
                                .toList()));
        Stream<Sources> printed = statistics.byPlace().stream()
                .filter(one -> StatisticTopic.of(one.measure()) == StatisticTopic.SOURCES)
                .map(one -> new Sources(
                        afterColon(Statistics.label(one.measure(), of)),
                        one.figures().get(0).period(),
                        one.figures().stream()
                                .map(figure -> new Part(
                                        figure.place(),
                                        Statistics.Series.key(figure),
                                        figure.value().known().isPresent()))
                                .toList()));
        return Stream.concat(traded, printed)
                .filter(one -> one.countries().size() > 1)
                .max(Comparator.comparing(Sources::period)
                        .thenComparing(one -> one.parts().size()));
    }

    private static boolean isShareOfImports(TradeFlow flow, Place of) {
        return flow.reporter().equals(of)
                && flow.flow() == TradeFlow.Flow.IMPORT
                && flow.unit().equals(Unit.PERCENT)
                && flow.product().contains("share");
    }

    /** {@code germanium metal} of {@code germanium metal, share of imports}. */
    private static String withoutShare(String product) {
        return product.replaceFirst(",? *share of .*$", "").replaceFirst(": ", ", ");
    }

    /** {@code refined tin} of {@code Import sources: Refined tin}; of one thing alone there is no colon. */
    private static String afterColon(String label) {
        int colon = label.indexOf(": ");
        return colon < 0 ? "imports" : Words.inSentence(label.substring(colon + 2));
    }

    boolean hasYears() {
        return !rows.isEmpty();
    }

    // ---------------------------------------------------------------- sentences

    /** Net import reliance in its last year, and who leads among the sources; empty where neither is printed. */
    Optional<Formula> finding() {
        List<Formula> parts =
                Stream.concat(reliance().stream(), leader().stream()).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(Wording.inARow("; ", parts));
    }

    private Optional<Formula> reliance() {
        return country.flatMap(of -> statistics.byCountry().get(of).stream()
                .filter(one -> StatisticTopic.of(one.measure()) == StatisticTopic.RELIANCE)
                .findFirst()
                .map(one -> reliance(of, one)));
    }

    private static Formula reliance(Place of, Statistics.Series printed) {
        Figure last = printed.figures().stream()
                .max(Comparator.comparing(Figure::period))
                .orElseThrow();
        Key key = Statistics.Series.key(last);
        Observation value = last.value();
        return words().with("country", of.name())
                .with("year", last.period())
                .with("reliance", key)
                .with("known", key.isKnown())
                .with("same", Formula.call(Fn.SAME_TEXT, key, text(value.printed())))
                .with("code", inWords(value))
                .clause(
                        "{country}: net import reliance {known?{reliance:0}% in {year}|{same?{code} in {year}|of {year} not known}}");
    }

    /** {@code >50%}, {@code E (net exporter)}. */
    private static String inWords(Observation value) {
        return value.fold(new Observation.Cases<>(
                exact -> exact.printed(),
                bounded -> bounded.printed() + "%",
                ranged -> ranged.printed() + "%",
                missing -> missing.printed() + " (" + missing.reason() + ")"));
    }

    private Optional<Formula> leader() {
        return sources.map(from -> {
            Formula.Span shares = span(from.countries(), Part::key);
            Key most = said.value("largest source", Formula.call(Fn.MAX_OF_KNOWN, shares));
            return words().with("traded", from.traded())
                    .with("all", from.traded().equals("imports"))
                    .with("period", from.period())
                    .with("share", most)
                    .with("known", Formula.countOfKnown(shares))
                    .with("count", from.countries().size())
                    .with("whole", areAllKnown(from))
                    .with("alone", Formula.call(Fn.COUNT_EQUAL, shares, most).isEqualTo(ONE))
                    .with("leader", Formula.lookUp(span(from.countries(), this::name), most, shares))
                    .clause(
                            "{alone?{leader} had {share:0}%|several suppliers had {share:0}% each} of {all?imports|imports of {traded}} in {period}"
                                    + "{whole?|, of the {known:0} of {count} whose share is known}");
        });
    }

    /** Whether the shares of all countries that are named are known. */
    private static Formula areAllKnown(Sources from) {
        return Formula.sum(span(from.countries(), Part::key)).isKnown();
    }

    private Key name(Part part) {
        return said.label("partner", part.partner().name(), part.partner().name());
    }

    // ---------------------------------------------------------------- exhibits

    /** Imports in their last year against the one before. */
    private Optional<Formula> moved() {
        return rows.stream()
                .filter(row -> row.topic() == StatisticTopic.IMPORTS)
                .filter(row -> row.value().apply(last(row)).isPresent()
                        && row.value().apply(last(row).previous()).isPresent())
                .findFirst()
                .map(row -> {
                    Key now = row.value().apply(last(row)).orElseThrow();
                    Key before = row.value().apply(last(row).previous()).orElseThrow();
                    Formula growth = said.value("growth of imports", Growth.onYearBefore(now, before));
                    return words().with("buyer", country.orElseThrow().name())
                            .with("what", Words.inSentence(row.label()))
                            .with("now", now)
                            .with("unit", row.unit())
                            .with("year", last(row))
                            .with("growth", growth)
                            .say(
                                    "{buyer}: {what} {now:0} {unit} in {year}[, {growth:+0%} on the year|, change on the year not known]|{buyer}: {what} not known in {year}");
                });
    }

    private static Period last(Row row) {
        return row.years().stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    Exhibit years() {
        Place of = country.orElseThrow();
        List<Period> all = rows.stream()
                .flatMap(row -> row.years().stream())
                .distinct()
                .sorted()
                .toList();
        List<Period> last = all.subList(Math.max(0, all.size() - MOST_YEARS), all.size());
        List<Period> estimated =
                last.stream().filter(estimated(said.model().build())).toList();
        var table = Table.of("", rows)
                .id("country-market", of.name())
                .label(of.name(), Row::label)
                .across(2)
                .unit(row -> row.unit().toString());
        for (Period year : last) {
            table.column(
                    Estimates.marked(year.toString(), estimated.contains(year)),
                    Column.Role.VALUE,
                    row -> row.value()
                            .apply(year)
                            .<Cell>map(key -> Cell.again(key, Shown.WHOLE_OR_ZERO))
                            .orElse(Cell.BLANK));
        }
        return Exhibit.of(
                said.live("country", moved().or(this::reliance).orElseGet(() -> text(of.name() + ": as printed"))),
                "As printed; W: withheld, E: net exporter, NA: not available, >: more than"
                        + (estimated.isEmpty() ? "" : "; e: mostly estimates"),
                table.build());
    }

    /** Whether more of a year's figures are marked as estimates than not. */
    private Predicate<Period> estimated(Model printed) {
        return year -> {
            List<Content.Figure> figures = rows.stream()
                    .flatMap(row -> figures(row, printed).apply(year))
                    .toList();
            long marked = figures.stream()
                    .filter(figure -> figure.citation().isEstimate())
                    .count();
            return 2 * marked > figures.size();
        };
    }

    Optional<Exhibit> suppliers() {
        return sources.map(from -> {
            List<Part> shown = from.parts().stream()
                    .filter(Part::isNumber)
                    .limit(MOST_PARTNERS)
                    .toList();
            return Exhibit.of(
                    said.live(
                            "suppliers",
                            words().with("buyer", country.orElseThrow().name())
                                    .with("count", from.countries().size())
                                    .with("known", Formula.countOfKnown(span(from.countries(), Part::key)))
                                    .with("whole", areAllKnown(from))
                                    .with("sum", Formula.sumOfKnown(span(from.countries(), Part::key)))
                                    .say(
                                            "{buyer}: the {whole?{count} countries named|{known:0} of {count} countries whose share is known} had {sum:0}% of"
                                                    + " imports|{buyer}: suppliers are not known")),
                    "Share of " + (from.traded().equals("imports") ? "imports" : "imports of " + from.traded())
                            + ", %, " + from.period() + ", as printed",
                    Chart.bars("Share of imports", "Share, %")
                            .series("Share", span(shown, Part::key))
                            .named(span(shown, this::name))
                            .labelled(Shown.WHOLE)
                            .build());
        });
    }
}
