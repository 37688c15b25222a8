package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The tonnes that the plants and projects of a forecast add, the cheapest first, against the call on them.
 *
 * <pre>
 * call(t)  = Σ all that they add − demand(t) · change of the balance since the first year
 * stack(t) = Σ what those add whose price is known, from the cheapest up
 * </pre>
 *
 * <p>The call is what they would have to add for the balance to stay the share of demand that it was: where supply and demand met in the
 * first year, demand less all other supply. The level of a balance hangs on how scrap is counted, and so it cancels out. Projects stand
 * at their price before tax, which follows what is typed, and what runs at its cash cost. Tonnes are those of the forecast, in its unit;
 * of lines whose price is not known they stand beside the stack.
 */
public final class SupplyStack {

    /** The words for a call that is more than all lines add: no price brings it. */
    public static final String NOT_MET = "not met";

    /** The words for a call that is met with lines whose price is not known, and not without them. */
    public static final String PRICE_NOT_KNOWN = "price not known";

    /** The words for a call of nothing or less. */
    public static final String NONE_NEEDED = "none needed";

    private static final int DIGITS = 9;

    /** A way of counting tonnes to come. */
    public enum Counted {
        /** Weighted by probability, as far as there is ore. */
        WEIGHTED,
        /** Tonnes as planned, whether they come and there is ore for them or not. */
        IF_ALL_COME;

        /** In a head: {@code if all come}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A line of the forecast whose price is known. */
    private record Item(Tracked line, CashFlow flow) {}

    private final Balance balance;
    private final SupplyForecast supply;
    private final String product;
    private final IncentivePrices prices;
    private final ImmutableList<Item> items;
    private final ImmutableList<Tracked> unpriced;
    private final Calculations values;

    private SupplyStack(
            Balance balance, String product, List<Item> items, IncentivePrices prices, Calculations values) {
        this.balance = balance;
        this.supply = balance.supply();
        this.product = product;
        this.prices = prices;
        this.items = ImmutableList.copyOf(items);
        this.unpriced = supply.pipeline().stream()
                .filter(line -> items.stream().noneMatch(item -> item.line().equals(line)))
                .collect(toImmutableList());
        this.values = values;
        ask();
    }

    private void ask() {
        for (int place : places()) {
            name(place);
            price(place);
        }
        for (Period year : years()) {
            for (Counted counted : Counted.values()) {
                metAt(year, counted);
            }
        }
    }

    /** One for each product whose price is known of lines of the forecast of a balance. */
    static ImmutableList<SupplyStack> of(Balance balance, IncentivePrices prices, Calculations values) {
        List<Item> items = Stream.concat(prices.operations().stream(), prices.projects().stream())
                .flatMap(flow -> balance.supply().pipeline().stream()
                        .filter(line -> line.line().id().equals(flow.valued().line()))
                        .map(line -> new Item(line, flow)))
                .toList();
        return items.stream()
                .map(item -> item.flow().product())
                .distinct()
                .map(product -> new SupplyStack(
                        balance,
                        product,
                        items.stream()
                                .filter(item -> item.flow().product().equals(product))
                                .toList(),
                        prices,
                        values))
                .collect(toImmutableList());
    }

    /** The balance whose demand calls for the tonnes. */
    public Balance balance() {
        return balance;
    }

    /** The product at whose price they stand. */
    public String product() {
        return product;
    }

    /** The years of the forecast. */
    public ImmutableList<Period> years() {
        return supply.ahead();
    }

    /** The cash flows of the lines of the stack: what runs first. */
    public ImmutableList<CashFlow> flows() {
        return items.stream().map(Item::flow).collect(toImmutableList());
    }

    /** The lines of the forecast whose price is not known. */
    public ImmutableList<Tracked> unpriced() {
        return unpriced;
    }

    private Term term() {
        return Term.of("stack").sub(balance.rule().id()).sub(product);
    }

    private Key of(String part, Period year, Counted counted, Supplier<Formula> formula) {
        return values.as(term().sub(part + ", " + counted).key().at(year).in(Scenarios.CHOSEN), formula);
    }

    // ---------------------------------------------------------------- tonnes

    /**
     * The tonnes that plants and projects would have to add for the balance to stay what it was in the first year.
     *
     * <pre>call = Σ all that they add − demand · change of the balance, in shares of demand</pre>
     */
    public Key call(Period year) {
        return values.as(
                Term.of("stack")
                        .sub(balance.rule().id())
                        .sub("call")
                        .key()
                        .at(year)
                        .in(Scenarios.CHOSEN),
                () -> Formula.sum(span(supply.pipeline(), line -> supply.added(line, year)))
                        .minus(balance.demand(year).times(balance.change(year))));
    }

    /** The tonnes that a line adds to those of today. */
    public Key tonnes(Tracked line, Period year, Counted counted) {
        return counted == Counted.WEIGHTED
                ? supply.added(line, year)
                : values.as(
                        Term.of("stack")
                                .sub("if it comes")
                                .of(Subject.of(line.line().id()))
                                .at(year)
                                .in(Scenarios.CHOSEN),
                        () -> supply.ifItComes(line, year));
    }

    /** The tonnes of the lines whose price is known. */
    public Key priced(Period year, Counted counted) {
        return cumulated(items.size(), year, counted);
    }

    /** The tonnes of the lines whose price is not known. */
    public Key unpriced(Period year, Counted counted) {
        return of(
                "price not known",
                year,
                counted,
                () -> Formula.sum(span(supply.pipeline(), line -> tonnes(line, year, counted)))
                        .minus(priced(year, counted)));
    }

    /** By how much the call is more than all lines add; nothing where it is not. */
    public Key shortBy(Period year, Counted counted) {
        return of(
                "short by",
                year,
                counted,
                () -> max(ZERO, call(year).minus(priced(year, counted)).minus(unpriced(year, counted))));
    }

    /**
     * The price of the line with which the call is met, the cheapest first: it takes no more than that. {@value #PRICE_NOT_KNOWN},
     * {@value #NOT_MET} or {@value #NONE_NEEDED} where no price can be said.
     */
    public Key metAt(Period year, Counted counted) {
        return of("met at", year, counted, () -> {
            Formula met = shortBy(year, counted).isAbove(ZERO).then(text(NOT_MET), text(PRICE_NOT_KNOWN));
            for (int place : places().reverse()) {
                met = cumulated(place, year, counted).isAtLeast(call(year)).then(price(place), met);
            }
            return ZERO.isAtLeast(call(year)).then(text(NONE_NEEDED), met);
        });
    }

    // ---------------------------------------------------------------- from the cheapest up

    /** The places from 1, one for each line whose price is known. */
    public ImmutableList<Integer> places() {
        return IntStream.rangeClosed(1, items.size()).boxed().collect(toImmutableList());
    }

    private Key at(String part, int place, Supplier<Formula> formula) {
        return values.as(term().sub(part).of(Subject.of("place " + place)).in(Scenarios.CHOSEN), formula);
    }

    private Key of(String part, Item item, Supplier<Formula> formula) {
        return values.as(
                term().sub(part).of(Subject.of(item.flow().valued().id())).in(Scenarios.CHOSEN), formula);
    }

    private Key price(Item item) {
        return prices.price(item.flow());
    }

    /** The price with its sign turned, so that the cheapest ranks first; rounded, as all that is ranked. */
    private Key cheapness(Item item) {
        return of(
                "cheapness", item, () -> ZERO.minus(price(item)).rounded(DIGITS).orElse(text(Value.NOT_AVAILABLE)));
    }

    private Key rank(Item item) {
        return of("rank", item, () -> Formula.call(Fn.RANK, cheapness(item), values.all(items, this::cheapness)));
    }

    /** Its rank, and of those of one price the first in its own order first. */
    private Key place(Item item) {
        return of("place", item, () -> values.place(rank(item), item, items, this::rank));
    }

    /** The line at a place; missing where a price is. */
    private Key row(int place) {
        return at("row", place, () -> {
            Key number = values.label(term().sub("number").of(Subject.of("place " + place)), place);
            return Formula.call(Fn.FIND, number, values.all(items, this::place));
        });
    }

    private Formula pick(int place, Function<Item, Key> value) {
        return Formula.call(Fn.PICK, span(items, value), row(place));
    }

    private Key name(Item item) {
        return values.label(
                term().sub("name").of(Subject.of(item.flow().valued().id())),
                item.flow().valued().name());
    }

    /** The name of the one at a place. */
    public Key name(int place) {
        return at("name", place, () -> row(place).isKnown().then(pick(place, this::name), text(Words.NONE)));
    }

    /** Its price before tax; the cash cost of what runs. */
    public Key price(int place) {
        return at("price", place, () -> pick(place, this::price));
    }

    /** The tonnes of the cheapest together, down to the one at a place. */
    public Key cumulated(int place, Period year, Counted counted) {
        return values.as(
                term().sub("cumulated, " + counted)
                        .of(Subject.of("place " + place))
                        .at(year)
                        .in(Scenarios.CHOSEN),
                () -> {
                    Formula own =
                            row(place).isKnown().then(pick(place, item -> tonnes(item.line(), year, counted)), ZERO);
                    return place == 1
                            ? own
                            : cumulated(place - 1, year, counted).plus(own);
                });
    }

    @Override
    public String toString() {
        return OneLine.of("stack", balance.rule().id(), product, OneLine.count(items, "line"));
    }
}
