package org.lodestone.reports.benefit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.time.Period;
import org.lodestone.reports.earnings.At;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.value.CompanyValue;
import org.lodestone.reports.value.NetAssets;

/** The gains of one company, as the chosen scenario and the levers have it. */
public final class CompanyBenefit {

    private final Company company;
    private final Benefits of;
    private final Optional<CompanyEarnings> earnings;
    private final Optional<CompanyValue> worth;
    private final Optional<Comp> comp;

    /**
     * A gain, or the ends between which it lies.
     *
     * @param least the gain where it is known, or the lower end
     * @param most the upper end; empty where it is always known
     */
    public record Known(Key least, Optional<Key> most) {

        private static Known exactly(Key gain) {
            return new Known(gain, Optional.empty());
        }
    }

    CompanyBenefit(Company company, Benefits of) {
        this.company = company;
        this.of = of;
        this.earnings = of.earnings(company);
        this.worth = of.worth(company);
        this.comp = of.comp(company);
    }

    void putIn() {
        for (Gain.Kind kind : Gain.Kind.values()) {
            gain(kind);
        }
        for (Way way : Way.values()) {
            profitPerShare(way);
        }
    }

    /** Whether any gain is known. */
    boolean isKnown() {
        return Stream.of(Gain.Kind.values()).anyMatch(kind -> gain(kind).isPresent());
    }

    /** The company. */
    public Company company() {
        return company;
    }

    /** Its earnings; empty where it is not stated what it sells. */
    public Optional<CompanyEarnings> earnings() {
        return earnings;
    }

    private Key key(String part, Supplier<Formula> formula) {
        return of.values()
                .as(
                        Key.of(Benefits.BENEFIT.sub(part), Subject.of(company.id()), Period.NONE, Scenarios.CHOSEN),
                        formula);
    }

    // ---------------------------------------------------------------- tonnes

    /** The output of the last year that is its own, in the unit of the supply; empty where none is known to be. */
    public Optional<Key> tonnes() {
        return of.tonnes(company.id(), of.last());
    }

    /** The same less that of the first year. */
    private Optional<Known> toCome() {
        return tonnes().flatMap(last -> of.tonnes(company.id(), of.first())
                .map(first -> Known.exactly(key("tonnes to come", () -> last.minus(first)))));
    }

    // ---------------------------------------------------------------- profit

    /** Profit per share in the year after the spot, at the price of the deck; empty where its product has no deck or its shares are not known. */
    public Optional<Key> profitNext() {
        return earnings.filter(one -> one.nextYear().isPresent())
                .flatMap(one -> one.effect(At.NEXT).eps());
    }

    /**
     * The change of profit per share in twelve months, in the currency of the company, where prices move up or down by the amount of the
     * scenario. Of a change of which it is not known how much is passed on for ore, or belongs to others, it lies between what another company
     * states, or else nothing, and all of it.
     */
    public Optional<Known> profitPerShare(Way way) {
        return of.move()
                .flatMap(move -> earnings.filter(one -> one.shares().isPresent())
                        .map(one -> {
                            Formula by = way == Way.UP ? move.magnitude() : ZERO.minus(move.magnitude());
                            Key all = key(
                                    "change of profit per share, " + way, () -> perShare(one, by, PassThrough.LEAST));
                            Key part = key("part of a change of profit per share, " + way, () -> kept(one, by, all));
                            return new Known(
                                    key("least change of profit per share, " + way, () -> min(all, part)),
                                    Optional.of(key("most change of profit per share, " + way, () -> max(all, part))));
                        }));
    }

    private static Formula perShare(CompanyEarnings one, Formula by, PassThrough ore) {
        return one.changeFor(by, ore).over(one.shares().orElseThrow());
    }

    private static Formula kept(CompanyEarnings one, Formula by, Formula all) {
        Formula nothing = ZERO.times(all);
        Formula afterOre = one.isOreKnown()
                ? all
                : one.ores().contains(PassThrough.MOST) ? perShare(one, by, PassThrough.MOST) : nothing;
        return one.isUpperBound().isAbove(ZERO).then(nothing, afterOre);
    }

    /** The change of profit per share where prices move as in the scenario, over the share price; nothing where it makes nothing yet. */
    private Optional<Known> profit() {
        return earnings.isEmpty() ? none() : ofSales();
    }

    private Optional<Known> none() {
        return of.tonnes(company.id(), of.first())
                .filter(ignored -> of.makesNothing(company.id()))
                .map(made -> Known.exactly(key(
                        "profit over share price",
                        () -> made.isAbove(ZERO.in(of.unit())).then(text(Value.NOT_AVAILABLE), ZERO))));
    }

    private Optional<Known> ofSales() {
        return comp.filter(one -> earnings.map(CompanyEarnings::currency)
                        .filter(one.first().price().currency()::equals)
                        .isPresent())
                .flatMap(one -> profitPerShare(Way.UP)
                        .flatMap(up -> profitPerShare(Way.DOWN).map(down -> profit(one, up, down))));
    }

    private Known profit(Comp priced, Known up, Known down) {
        Formula rises = of.move().orElseThrow().isAtLeast(ZERO);
        return new Known(
                key(
                        "profit over share price, least",
                        () -> rises.then(up.least(), down.least()).over(priced.price())),
                Optional.of(key(
                        "profit over share price, most",
                        () -> rises.then(up.most().orElseThrow(), down.most().orElseThrow())
                                .over(priced.price()))));
    }

    // ---------------------------------------------------------------- value

    /** The names of the projects and operations that it is valued by; none where it cannot be valued. */
    public ImmutableList<String> parts() {
        return worth.stream()
                .flatMap(one -> one.net().flows().stream())
                .map(flow -> flow.valued().name())
                .collect(toImmutableList());
    }

    /** The price of its product that its share price implies, flat; empty where it cannot be valued. */
    public Optional<Key> implied() {
        return worth.map(one -> one.implied(CompanyValue.Meaning.FLAT));
    }

    /** Net asset value at the deck, each part weighted by its chance, over market value. */
    private Optional<Known> value() {
        return worth.map(CompanyValue::net)
                .map(net -> Known.exactly(
                        key("NAV over market value", () -> net.navRisked().over(net.marketValue()))));
    }

    /** Enterprise value and the capital to come for each tonne a year that is its own once all runs. */
    private Optional<Known> cost() {
        return worth.map(CompanyValue::net)
                .map(net -> Known.exactly(key(
                        "enterprise value and capital for each tonne",
                        () -> net.comp()
                                .key(CompMeasure.ENTERPRISE_VALUE)
                                .plus(net.capitalToCome())
                                .over(net.volume()))));
    }

    /** Net cash less the capital to come, over market value; empty where it builds something whose cost is not known. */
    private Optional<Known> balanceSheet() {
        Optional<Key> capital = worth.map(CompanyValue::net).map(NetAssets::capitalToCome);
        return comp.filter(one -> one.first().bridge().isKnown())
                .filter(one -> capital.isPresent() || !of.builds(company.id()))
                .map(one -> Known.exactly(key("net cash less capital over market value", () -> {
                    Formula cash = ZERO.minus(one.key(CompMeasure.BRIDGE));
                    return capital.map(cash::minus).orElse(cash).over(one.key(CompMeasure.MARKET_VALUE));
                })));
    }

    // ---------------------------------------------------------------- all of them

    /** A gain, if it is known. */
    public Optional<Known> gain(Gain.Kind kind) {
        return switch (kind) {
            case PROFIT -> profit();
            case VALUE -> value();
            case COST -> cost();
            case TONNES -> toCome();
            case BALANCE_SHEET -> balanceSheet();
        };
    }

    /** The words for what is missing of a gain that is not known. */
    public String missing(Gain.Kind kind) {
        return switch (kind) {
            case PROFIT ->
                earnings.isEmpty()
                        ? "what it sells, and at which price, is not stated"
                        : comp.isEmpty()
                                ? "no share price"
                                : "its profit and its share price are in two currencies, or its shares not stated";
            case VALUE, COST -> "it cannot be valued: see Value";
            case TONNES -> "whose tonnes these are is not stated";
            case BALANCE_SHEET ->
                comp.filter(one -> one.first().bridge().isKnown()).isEmpty()
                        ? "net debt is not known"
                        : "the cost of what it builds is not known";
        };
    }

    /** The words for where a gain that is not known, or known in part, would be published. */
    public String published(Gain.Kind kind) {
        return switch (kind) {
            case PROFIT ->
                earnings.isPresent()
                        ? "annual report: cost of ore, and what others own of its plants"
                        : "annual report: volumes and prices by product";
            case VALUE, COST -> "a study, or annual report: volume, cost and capital of its mine and plants";
            case TONNES -> "quota by company, or stakes in its plants";
            case BALANCE_SHEET ->
                comp.filter(one -> one.first().bridge().isKnown()).isEmpty()
                        ? "balance sheet"
                        : "a study of what it builds: capital to come";
        };
    }

    @Override
    public String toString() {
        return OneLine.of("benefit", company.name());
    }
}
