package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.ProductUnits;
import org.lodestone.reports.sheet.page.PriceSeries.Point;
import org.lodestone.reports.sheet.rows.MarketFigures;
import org.lodestone.reports.sheet.rows.Statistics;

/**
 * The prices of a dataset as series: yearly averages of the newest edition that has them, and quotes of days and months.
 *
 * @param model takes the middles of ranges
 */
record MarketPrices(MarketFigures figures, Statistics statistics, Model.Builder model) {

    private Dataset dataset() {
        return figures.dataset();
    }

    /** The parts of a series that tell it from others, in whatever edition. */
    private record Quoted(String product, String grade, Unit unit, Price.Vat vat) {
        static Quoted of(Price price) {
            return new Quoted(price.product(), price.grade(), price.unit(), price.vat());
        }
    }

    /** Averages of years: of each grade in one unit the edition that goes furthest, and of several the newest. */
    ImmutableList<PriceSeries> yearly() {
        Map<Quoted, Map<String, List<Price>>> byEdition = new LinkedHashMap<>();
        dataset().prices().stream()
                .filter(price -> price.period().kind() == Period.Kind.YEAR
                        && dataset().editions().containsKey(price.edition())
                        && price.price().known().isPresent())
                .forEach(price -> byEdition
                        .computeIfAbsent(Quoted.of(price), quoted -> new LinkedHashMap<>())
                        .computeIfAbsent(price.edition(), edition -> new ArrayList<>())
                        .add(price));
        ImmutableList.Builder<PriceSeries> all = ImmutableList.builder();
        byEdition
                .values()
                .forEach(editions -> editions.values().stream()
                        .max(Comparator.comparing(MarketPrices::last).thenComparing(this::released))
                        .map(this::series)
                        .ifPresent(all::add));
        statistics
                .byCountry()
                .asMap()
                .forEach((country, series) -> series.stream()
                        .filter(one -> StatisticTopic.of(one.measure()) == StatisticTopic.PRICE)
                        .map(one -> new PriceSeries(
                                dataset().resource(),
                                market(Statistics.label(one.measure(), country), one.unit()),
                                one.unit(),
                                dataset().editionName(one.edition()),
                                one.figures().stream()
                                        .filter(figure -> figure.value().known().isPresent())
                                        .map(figure -> new Point(
                                                figure.period(),
                                                Statistics.Series.key(figure),
                                                Statistics.Series.key(figure),
                                                figure.value().known(),
                                                figure.isEstimate()))
                                        .sorted(Comparator.comparing(Point::period))
                                        .collect(ImmutableList.toImmutableList()),
                                false))
                        .filter(one -> !one.points().isEmpty())
                        .forEach(all::add));
        return all.build();
    }

    /** {@code New York dealer} of {@code Price, average, cents per pound: New York dealer}. */
    private static String market(String label, Unit unit) {
        String said = label.substring(label.lastIndexOf(": ") + 1).strip();
        return said.replace(unit.basis(), "")
                .replaceFirst("^Price,? *", "")
                .replaceAll("(, *)+", ", ")
                .replaceFirst(", *$", "")
                .strip();
    }

    /** Quotes of days and months; a series that reaches beyond the day when the dataset was gathered is somebody's forecast. */
    ImmutableList<PriceSeries> dated() {
        Map<Quoted, List<Price>> quotes = new LinkedHashMap<>();
        dataset().prices().stream()
                .filter(price -> !dataset().editions().containsKey(price.edition()))
                .forEach(price -> quotes.computeIfAbsent(Quoted.of(price), quoted -> new ArrayList<>())
                        .add(price));
        return quotes.values().stream()
                .filter(prices -> prices.stream().allMatch(this::isPast))
                .map(prices -> prices.stream().filter(MarketPrices::isDated).toList())
                .filter(prices -> !prices.isEmpty())
                .map(this::series)
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isPast(Price price) {
        return dataset().gathered().equals(Period.NONE)
                || !price.period().last().isAfter(dataset().gathered().last());
    }

    private static boolean isDated(Price price) {
        boolean isAmount = price.price()
                .fold(new Observation.Cases<>(exact -> true, bounded -> false, ranged -> true, missing -> false));
        return isAmount
                && (price.period().kind() == Period.Kind.DAY || price.period().kind() == Period.Kind.MONTH);
    }

    private static Period last(List<Price> prices) {
        return prices.stream().map(Price::period).max(Comparator.naturalOrder()).orElseThrow();
    }

    private Period released(List<Price> prices) {
        return dataset().edition(prices.get(0).edition()).map(Edition::released).orElseThrow();
    }

    private PriceSeries series(List<Price> prices) {
        Price first = prices.get(0);
        String lead = dataset().publication().leadPrice();
        return new PriceSeries(
                first.product(),
                first.grade(),
                first.unit(),
                first.edition().isEmpty() ? "" : dataset().editionName(first.edition()),
                prices.stream()
                        .map(price -> new Point(
                                price.period(),
                                figures.key(price),
                                number(price),
                                amount(price.price()),
                                price.citation().isEstimate()))
                        .sorted(Comparator.comparing(Point::period))
                        .collect(ImmutableList.toImmutableList()),
                lead.equals(first.product()) || lead.equals(first.name()));
    }

    /** The number, of a range its middle. */
    private static OptionalDouble amount(Observation printed) {
        return printed.fold(new Observation.Cases<>(
                exact -> printed.known(),
                bounded -> printed.known(),
                ranged -> OptionalDouble.of(
                        (ranged.low().doubleValue() + ranged.high().doubleValue()) / 2),
                missing -> printed.known()));
    }

    /** The price as a number: of a range that is printed its middle, until a number is typed in its place. */
    private Key number(Price price) {
        Key printed = figures.key(price);
        ValueUnit unit = ProductUnits.of(dataset(), price);
        return price.price()
                .fold(new Observation.Cases<Key>(
                        exact -> printed,
                        bounded -> printed,
                        ranged -> {
                            Key low = end(printed, "lower end", ranged.low().doubleValue(), unit, price);
                            Key high = end(printed, "upper end", ranged.high().doubleValue(), unit, price);
                            Formula middle = Formula.call(Fn.AVERAGE, span(List.of(low, high)));
                            return model.calculation(printed.sub("middle"), printed.orElse(middle));
                        },
                        missing -> printed));
    }

    private Key end(Key printed, String which, double amount, ValueUnit unit, Price price) {
        return model.figure(printed.sub(which), Value.of(amount), unit, price.citation());
    }
}
