package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.sheet.page.PriceSeries.Point;

/**
 * Charts of prices with the change since a named base, and a table of the first and the last price of what they draw.
 *
 * <p>Quotes stand at the month in which they were made, the last of each. Series are side by side, and none is joined to another.
 */
final class PriceExhibits {

    /** Fewer points are no history. */
    private static final int FEWEST = 3;

    /** Fewer are no second history beside the first. */
    private static final int FEWEST_BESIDE = 5;

    /** A chart of more months takes the whole width. */
    private static final int MONTHS_OF_HALF = 12;

    /** A chart of more months leaves no room for its columns. */
    private static final int MOST_MONTHS = 36;

    /** A chart of fewer quotes than one in so many months shows gaps. */
    private static final int MOST_MONTHS_OF_A_QUOTE = 2;

    private static final int MOST_SERIES = 4;
    private static final int MOST_ROWS = 9;
    private static final int CHARTS = 2;

    private final PageSentences said;
    private final List<String> countries;
    private final ImmutableList<Drawn> drawn;

    /**
     * Series that a chart shows together.
     *
     * @param dated whether they are quotes of days and months
     */
    private record Drawn(ImmutableList<PriceSeries> series, boolean dated) {

        YearMonth month(Comparator<YearMonth> furthest) {
            return series.stream()
                    .flatMap(one -> one.points().stream())
                    .map(Point::month)
                    .max(furthest)
                    .orElseThrow();
        }

        /** Every month from the first quote to the last. */
        List<YearMonth> months() {
            YearMonth from = month(Comparator.reverseOrder());
            return LongStream.rangeClosed(0, from.until(month(Comparator.naturalOrder()), ChronoUnit.MONTHS))
                    .mapToObj(from::plusMonths)
                    .toList();
        }

        /** The months that have a quote. */
        List<YearMonth> quoted() {
            return series.stream()
                    .flatMap(one -> one.points().stream())
                    .map(Point::month)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** Whether enough of its months have a quote for a chart to show more than gaps. */
        boolean isDense() {
            return !dated || quoted().size() * MOST_MONTHS_OF_A_QUOTE >= months().size();
        }

        /** Whether a chart shows it: what leads is drawn as well as told, however few its quotes are. */
        boolean isDrawn() {
            return isDense() || leads();
        }

        /** The months of a chart: all of them, or of few quotes those that have one. */
        List<YearMonth> columns() {
            return isDense() ? months() : quoted();
        }

        /** The series that the dataset names, or else the one that goes furthest. */
        PriceSeries lead() {
            return series.stream()
                    .max(Comparator.comparing(PriceSeries::leads).thenComparing(PriceSeries::newest))
                    .orElseThrow();
        }

        boolean leads() {
            return lead().leads();
        }

        /** The most points that one of the series has. */
        int points() {
            return series.stream().mapToInt(one -> one.points().size()).max().orElse(0);
        }

        Unit unit() {
            return series.get(0).unit();
        }
    }

    PriceExhibits(Dataset dataset, MarketPrices prices, PageSentences said) {
        this.said = said;
        this.countries = dataset.figures().stream()
                .map(Figure::place)
                .filter(place -> place.kind() == Place.Kind.COUNTRY)
                .map(Place::name)
                .distinct()
                .toList();
        List<Drawn> quotes = dated(prices.dated());
        this.drawn = Stream.of(
                        quotes.stream().limit(1),
                        quotes.stream()
                                .skip(1)
                                .filter(other -> other.points() >= FEWEST_BESIDE
                                        && !other.unit().equals(quotes.get(0).unit()))
                                .map(PriceExhibits::ofHalf)
                                .limit(1),
                        yearly(prices.yearly()).stream(),
                        quotes.stream().skip(1).map(PriceExhibits::ofHalf))
                .flatMap(some -> some)
                .distinct()
                .sorted(Comparator.comparing(one -> !one.leads()))
                .limit(CHARTS)
                .collect(ImmutableList.toImmutableList());
    }

    boolean isEmpty() {
        return drawn.isEmpty();
    }

    // ---------------------------------------------------------------- what is drawn

    /** Quotes of one product in one unit, the longest history first, money before an index; before all others what leads. */
    private static List<Drawn> dated(List<PriceSeries> all) {
        record Quoted(String product, Unit unit) {}
        return all.stream()
                .collect(Collectors.groupingBy(
                        one -> new Quoted(one.product(), one.unit()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(PriceExhibits::window)
                .filter(one -> one.points() >= FEWEST)
                .sorted(Comparator.comparing((Drawn one) -> !one.leads())
                        .thenComparing(one -> one.unit().dimension() != Dimension.PRICE)
                        .thenComparing(Drawn::points, Comparator.reverseOrder()))
                .toList();
    }

    /** The last months of some series: that which leads, those with most quotes, then the newest. */
    private static Drawn window(List<PriceSeries> all) {
        YearMonth last = all.stream()
                .map(one -> one.last().month())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Drawn(
                all.stream()
                        .flatMap(one -> one.since(last.minusMonths(MOST_MONTHS - 1)).stream())
                        .sorted(Comparator.comparing(PriceSeries::leads)
                                .thenComparing(one -> one.points().size())
                                .thenComparing(PriceSeries::newest)
                                .reversed())
                        .limit(MOST_SERIES)
                        .collect(ImmutableList.toImmutableList()),
                true);
    }

    /** The months of it that half a page has room for. */
    private static Drawn ofHalf(Drawn quotes) {
        YearMonth from = quotes.month(Comparator.naturalOrder()).minusMonths(MONTHS_OF_HALF - 1);
        return new Drawn(
                quotes.series().stream()
                        .flatMap(one -> one.since(from).stream())
                        .collect(ImmutableList.toImmutableList()),
                true);
    }

    /** Averages in one unit over the same years; of several such, the most series, then the most years. */
    private static Optional<Drawn> yearly(List<PriceSeries> all) {
        record Axes(Unit unit, List<Period> years) {}
        return all.stream()
                .filter(PriceSeries::isUnbroken)
                .collect(Collectors.groupingBy(
                        one -> new Axes(one.unit(), one.periods()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(some ->
                        new Drawn(some.stream().limit(MOST_SERIES).collect(ImmutableList.toImmutableList()), false))
                .max(Comparator.comparing(Drawn::leads)
                        .thenComparing(one -> one.lead().newest())
                        .thenComparing(one -> one.series().size()));
    }

    // ---------------------------------------------------------------- sentences

    /** The price that leads, or else goes furthest, money before an index; beside a quote that of a country which its source names, in the same unit. */
    Formula title() {
        Drawn first = drawn.stream()
                .max(Comparator.comparing(Drawn::leads)
                        .thenComparing(one -> one.unit().dimension() != Dimension.AS_PRINTED)
                        .thenComparing(one -> one.lead().newest()))
                .orElseThrow();
        PriceSeries lead = first.lead();
        Optional<PriceSeries> other = !first.dated() || country(lead).isPresent()
                ? Optional.empty()
                : first.series().stream()
                        .filter(one -> country(one).isPresent())
                        .max(Comparator.comparing(PriceSeries::newest));
        return words().with("lead", told(lead, lead.name()))
                .with("other", other.map(one -> told(one, one.grade())))
                .clause("{lead}[; {other}]");
    }

    /** The country that the words on a market name. */
    private Optional<String> country(PriceSeries series) {
        return countries.stream()
                .filter(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(series.grade())
                        .find())
                .findFirst();
    }

    private static Formula fixed(Point point) {
        return point.number().fixed(point.digits());
    }

    /** {@code APT, Rotterdam: 300 USD/kg on 13 March 2026, 7.0 times the 43 on 18 June 2025}. */
    private Formula told(PriceSeries series, String name) {
        return told(series, name, Optional.of(series.first()).filter(first -> !first.equals(series.last())));
    }

    /** The same against another of its points. */
    private Formula told(PriceSeries series, String name, Optional<Point> against) {
        return words().with("name", name)
                .with("estimated", series.last().isEstimate())
                .with("price", fixed(series.last()))
                .with("unit", series.unitInWords())
                .with("when", series.last().when())
                .with("change", against.map(base -> changed(series, base)))
                .clause(
                        "{name}: {estimated?about }{price} {unit} {when}[, {change}|, its change not known]|{name}: price {when} not known");
    }

    private Formula changed(PriceSeries series, Point base) {
        return words().with("times", times(ratio(series, base)))
                .with("base", fixed(base))
                .with("first", base.when())
                .clause("{times} the {base} {first}");
    }

    /** {@code 7.0 times}, {@code 13% above} or {@code 6% below}. */
    private static Formula times(Formula ratio) {
        return words().with("ratio", ratio)
                .with("twice", ratio.minus(ONE).isAtLeast(ONE))
                .with("up", ratio.isAtLeast(ONE))
                .with("change", ratio.minus(ONE).magnitude())
                .clause("{twice?{ratio:0.0} times|{change:0%} {up?above|below}}");
    }

    /** The last price over the first; empty where there is only one. */
    private Optional<Key> ratio(PriceSeries series) {
        return series.points().size() < 2 ? Optional.empty() : Optional.of(ratio(series, series.first()));
    }

    private Key ratio(PriceSeries series, Point base) {
        return said.value(
                said.page()
                        .sub("last price over an earlier one")
                        .of(Subject.of(series.name() + ", " + series.unit() + ", " + series.edition()))
                        .at(base.period()),
                series.last().number().over(base.number()));
    }

    // ---------------------------------------------------------------- charts

    /** Whether the first chart has more months than half a page has room for. */
    boolean isFirstWide() {
        return drawn.stream()
                .filter(Drawn::isDrawn)
                .findFirst()
                .filter(first -> first.dated() && first.columns().size() > MONTHS_OF_HALF)
                .isPresent();
    }

    private Formula sinceTheLast(PriceSeries series) {
        return told(series, series.name(), series.before());
    }

    ImmutableList<Exhibit> charts() {
        return drawn.stream()
                .filter(Drawn::isDrawn)
                .map(one -> one.dated() ? datedChart(one) : yearlyChart(one))
                .collect(ImmutableList.toImmutableList());
    }

    private Exhibit yearlyChart(Drawn averages) {
        Function<PriceSeries, String> names = names(averages.series());
        List<Chart.Series> lines = averages.series().stream()
                .map(one -> Chart.series(names.apply(one), span(one.points(), Point::number)))
                .toList();
        Chart.Builder chart = Chart.overTime(
                "Prices", averages.lead().unitInWords(), said.model().build(), lines);
        Set<Period> estimated = averages.series().stream()
                .flatMap(one -> one.points().stream())
                .filter(Point::isEstimate)
                .map(Point::period)
                .collect(Collectors.toSet());
        return Exhibit.of(
                said.live("yearly prices", sinceTheLast(averages.lead())),
                "Average of each year, " + averages.lead().unitInWords() + ", "
                        + averages.series().stream()
                                .map(PriceSeries::edition)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + Estimates.meaning(!estimated.isEmpty()),
                chart.named(span(
                                averages.lead().periods(),
                                year -> year(Estimates.marked(year.toString(), estimated.contains(year)))))
                        .build());
    }

    private Key year(String words) {
        return said.label("year", words, words);
    }

    /** A column for each quote at its month; a month without one has none, and of few quotes is left out. */
    private Exhibit datedChart(Drawn quotes) {
        List<YearMonth> months = quotes.columns();
        Function<PriceSeries, String> names = names(quotes.series());
        Key none = said.model().label(said.page().sub("no quote").key(), Value.NOT_AVAILABLE);
        Chart.Builder chart = Chart.columns("Prices", quotes.lead().unitInWords());
        for (PriceSeries one : quotes.series()) {
            Map<YearMonth, Key> last =
                    one.points().stream().collect(Collectors.toMap(Point::month, Point::number, (early, late) -> late));
            chart.series(names.apply(one), span(months, month -> last.getOrDefault(month, none)));
        }
        return Exhibit.of(
                said.live(
                        "quotes in " + quotes.unit(),
                        sinceTheLast(quotes.series().get(0))),
                quotes.lead().product() + ", " + quotes.lead().unitInWords()
                        + ", last quote of each month that has one; a range at its middle"
                        + (quotes.isDense() ? "" : "; months without a quote are left out"),
                chart.named(span(
                                months,
                                month -> said.label(
                                        "month", month.toString(), Days.inColumn(Period.parse(month.toString())))))
                        .labelled(quotes.lead().shown())
                        .build());
    }

    /** Names without what all of them begin with. */
    private static Function<PriceSeries, String> names(List<PriceSeries> series) {
        String common = series.stream()
                .map(PriceSeries::name)
                .reduce(Strings::commonPrefix)
                .orElse("");
        int end = series.size() < 2 ? 0 : Math.max(common.lastIndexOf(": "), common.lastIndexOf(", "));
        int cut = end <= 0 ? 0 : end + 2;
        return one -> one.name().substring(cut);
    }

    // ---------------------------------------------------------------- table

    /** First and last price of each series, with what one is to the other; empty where a chart shows all there is. */
    Optional<Exhibit> table() {
        List<PriceSeries> rows = drawn.stream()
                .flatMap(one -> one.series().stream())
                .limit(MOST_ROWS)
                .toList();
        return rows.size() < 2 ? Optional.empty() : Optional.of(table(rows));
    }

    private Exhibit table(List<PriceSeries> rows) {
        return Exhibit.of(
                said.live("first and last", furthest(rows)),
                "First and last price of each series, as printed; of quotes at most those of " + MOST_MONTHS + " months"
                        + Estimates.meaning(rows.stream()
                                .anyMatch(one ->
                                        one.first().isEstimate() || one.last().isEstimate())),
                Table.of("", rows)
                        .id("first-and-last-prices")
                        .label("Product", PriceSeries::name)
                        .across(2)
                        .unit(PriceSeries::unitInWords)
                        .unit("From", one -> one.first().inColumn())
                        .column("First price", one -> Cell.again(one.first().printed(), one.shown()))
                        .across(2)
                        .unit("To", one -> one.last().inColumn())
                        .column("Last price", one -> Cell.again(one.last().printed(), one.shown()))
                        .across(2)
                        .optional("Times", Shown.TWO_DECIMALS, this::ratio)
                        .words("Edition", one -> one.edition().isEmpty() ? Words.NONE : one.edition())
                        .build());
    }

    /** The number that rose, and the one that is furthest above its first price. */
    private Formula furthest(List<PriceSeries> rows) {
        List<PriceSeries> compared =
                rows.stream().filter(one -> ratio(one).isPresent()).toList();
        Formula.Span ratios = span(compared, one -> ratio(one).orElseThrow());
        Formula most = Formula.call(Fn.MAX_OF_KNOWN, ratios);
        return words().with("risen", said.value("prices that rose", Formula.call(Fn.COUNT_ABOVE, ratios, ONE)))
                .with("told", said.value("prices compared", Formula.countOfKnown(ratios)))
                .with("most", times(most))
                .with(
                        "name",
                        Formula.lookUp(
                                span(compared, one -> said.label("name", one.name() + ", " + one.unit(), one.name())),
                                most,
                                ratios))
                .say("{risen:0} of {told:0} prices are above their first; {name} is {most} it"
                        + "|No price can be compared with its first");
    }
}
