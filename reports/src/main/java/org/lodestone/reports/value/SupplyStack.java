package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The tonnes that the plants and projects of a forecast add, by their incentive price, against the call on them.
 *
 * <pre>
 * call(t)  = demand(t) − secondary supply(t) − (supply(t) − Σ all that the pipeline adds)
 * stack(t) = Σ what the lines add whose price is known, from the cheapest up
 * </pre>
 *
 * <p>Projects stand at their price before tax, which is live, and what runs at its cash cost. Tonnes are those of the forecast, in its
 * unit. What the pipeline adds at a price that is not known stands beside the stack: with it, call less stack is the balance.
 */
public final class SupplyStack {

    /** The words for a call that the whole stack does not meet: no price is the one that meets it. */
    public static final String NOT_MET = "not met";

    /** The words for a call that is nothing or less. */
    public static final String NOT_NEEDED = "none needed";

    /** A way of counting tonnes to come. */
    public enum Counted {
        /** Weighted by probability, as far as there is ore. */
        RISKED("weighted"),
        /** As planned, whether they come and there is ore for them or not. */
        IF_ALL_COME("if all come");

        private final String words;

        Counted(String words) {
            this.words = words;
        }

        /** In a head: {@code if all come}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /** A line of the forecast whose price is known. */
    record Item(Tracked line, CashFlow flow) {}

    private final Balance balance;
    private final SupplyForecast supply;
    private final String product;
    private final IncentivePrices prices;
    private final ImmutableList<Item> items;
    private final ImmutableList<Tracked> unpriced;
    private final CheapestFirst<Item> order;
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
        this.order = new CheapestFirst<>(
                Term.of("stack").sub(balance.rule().id()).sub(product),
                items,
                item -> item.flow().valued().id(),
                this::price,
                values);
        ask();
    }

    private void ask() {
        for (int place : places()) {
            name(place);
            price(place);
            afterTax(place);
            for (Counted counted : Counted.values()) {
                tonnes(place, counted);
            }
        }
        for (Period year : years()) {
            for (Counted counted : Counted.values()) {
                total(year, counted);
                shortBy(year, counted);
                metAt(year, counted);
                unpriced(year, counted);
            }
        }
    }

    /** One for each product whose price is known of lines of the forecast of a balance. */
    static ImmutableList<SupplyStack> of(
            Balance balance, IncentivePrices prices, ValueStudy study, Calculations values) {
        List<CashFlow> priced = Stream.<CashFlow>concat(prices.operations().stream(), prices.projects().stream())
                .toList();
        List<Item> items = balance.supply().pipeline().stream()
                .flatMap(line -> priced.stream()
                        .filter(flow -> flow.valued().line().equals(line.line().id()))
                        .limit(1)
                        .map(flow -> new Item(line, flow)))
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
        return supply.years().subList(1, supply.years().size());
    }

    /** The cash flows of the lines of the stack, in the order of the forecast. */
    public ImmutableList<CashFlow> flows() {
        return items.stream().map(Item::flow).collect(toImmutableList());
    }

    /** The lines of the forecast whose price is not known. */
    public ImmutableList<Tracked> unpriced() {
        return unpriced;
    }

    private Key key(String part, Period year) {
        return Term.of(balance.rule().material()).sub(part).key().at(year).in(Scenarios.CHOSEN);
    }

    private Key key(String part, Period year, Counted counted) {
        return key("stack of " + product + ", " + part + ", " + counted, year);
    }

    private Key key(String part, Item item) {
        return Term.of("stack").sub(part).of(Subject.of(item.line().line().id()));
    }

    // ---------------------------------------------------------------- call

    /**
     * The tonnes that the market asks of all that the pipeline adds.
     *
     * <pre>call = demand − secondary supply − (supply − Σ all that the pipeline adds)</pre>
     */
    public Key call(Period year) {
        return values.as(key("call on new supply", year), () -> {
            Formula added = supply.pipeline().stream()
                    .<Formula>map(line -> supply.added(line, year))
                    .reduce(Formula::plus)
                    .orElse(ZERO);
            Formula running = supply.total(year).minus(added);
            Formula primary =
                    balance.hasScrap() ? balance.demand(year).minus(balance.secondary(year)) : balance.demand(year);
            return primary.minus(running);
        });
    }

    // ---------------------------------------------------------------- tonnes

    private Key price(Item item) {
        return item.flow() instanceof ProjectCash project
                ? prices.beforeTax(project)
                : prices.cashCost((OperationCash) item.flow());
    }

    private Key afterTax(Item item) {
        return item.flow() instanceof ProjectCash project
                ? prices.afterTax(project)
                : prices.cashCost((OperationCash) item.flow());
    }

    private Key name(Item item) {
        return values.label(key("name", item), item.flow().valued().name());
    }

    /** The tonnes that a line adds to what runs today. */
    private Key tonnes(Tracked line, Period year, Counted counted) {
        return counted == Counted.RISKED
                ? supply.added(line, year)
                : values.as(
                        Term.of("stack")
                                .sub("if it comes")
                                .of(Subject.of(line.line().id()))
                                .at(year)
                                .in(Scenarios.CHOSEN),
                        () -> supply.ifItComes(line, year));
    }

    private Formula at(int place, Period year, Counted counted) {
        return order.isTaken(place).then(order.pick(place, item -> tonnes(item.line(), year, counted)), ZERO);
    }

    /** The tonnes of the cheapest, down to one at a place. */
    public Key cumulated(int place, Period year, Counted counted) {
        return values.as(order.at("cumulated, " + counted, place).at(year), () -> {
            Formula own = at(place, year, counted);
            return place == 1 ? own : cumulated(place - 1, year, counted).plus(own);
        });
    }

    /** The tonnes of all whose price is known. */
    public Key total(Period year, Counted counted) {
        return values.as(
                key("all", year, counted), () -> Formula.sum(span(items, item -> tonnes(item.line(), year, counted))));
    }

    /** The tonnes of the pipeline whose price is not known. */
    public Key unpriced(Period year, Counted counted) {
        return values.as(
                key("price not known", year, counted),
                () -> unpriced.stream()
                        .<Formula>map(line -> tonnes(line, year, counted))
                        .reduce(Formula::plus)
                        .orElse(ZERO));
    }

    /** By how much the call is more than the whole stack; nothing where it is not. */
    public Key shortBy(Period year, Counted counted) {
        return values.as(
                key("short by", year, counted), () -> max(ZERO, call(year).minus(total(year, counted))));
    }

    /** The price of the one that meets the call, the cheapest first; {@value #NOT_MET} where all of them do not. */
    public Key metAt(Period year, Counted counted) {
        return values.as(key("met at", year, counted), () -> {
            Formula met = text(NOT_MET);
            for (int place : places().reverse()) {
                met = cumulated(place, year, counted).isAtLeast(call(year)).then(price(place), met);
            }
            return ZERO.isAtLeast(call(year)).then(text(NOT_NEEDED), met);
        });
    }

    // ---------------------------------------------------------------- from the cheapest up

    /** The places from 1, one for each. */
    public ImmutableList<Integer> places() {
        return order.places();
    }

    /** The name of the one at a place. */
    public Key name(int place) {
        return values.as(
                order.at("name", place),
                () -> order.isTaken(place).then(order.pick(place, this::name), text(Words.NONE)));
    }

    /** The price before tax at which it stands there; the cash cost of what runs. */
    public Key price(int place) {
        return values.as(order.at("price", place), () -> order.pick(place, this::price));
    }

    /** Its price after tax; the cash cost of what runs. */
    public Key afterTax(int place) {
        return values.as(order.at("price after tax", place), () -> order.pick(place, this::afterTax));
    }

    /** The tonnes that it adds in the last year. */
    public Key tonnes(int place, Counted counted) {
        return values.as(order.at("tonnes, " + counted, place), () -> at(place, balance.horizon(), counted));
    }

    @Override
    public String toString() {
        return OneLine.of("stack", balance.rule().id(), product, OneLine.count(items, "line"));
    }
}
