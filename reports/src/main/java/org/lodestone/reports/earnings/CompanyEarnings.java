package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The earnings of a company in twelve months, and what the same relative change of the prices of all its products does to them.
 *
 * @param earnings those of which it is a company
 * @param profit the net profit of its newest twelve months; empty where none is stated
 * @param sharesFact the latest number of shares; empty where none is stated
 * @param consensus what brokers expect, and did
 * @param currency of the net profit
 * @param ores the cases of what it passes on for ore: one, or two where that is not known of it but of another company
 */
public record CompanyEarnings(
        Earnings earnings,
        Company company,
        ImmutableList<ProductSale> products,
        Optional<TwelveMonths> profit,
        Optional<StatedFact> sharesFact,
        Consensus consensus,
        String currency,
        ImmutableList<PassThrough> ores) {

    void putIn() {
        name();
        eps();
        epsExpected();
        missed();
        products.forEach(ProductSale::vat); // shown even where its price cannot be told in the currency
        for (PassThrough ore : ores) {
            ats().forEach(at -> new Effect(this, ore, at).putIn());
        }
        ats().forEach(at -> {
            for (Way way : Way.values()) {
                for (Moved measure : Moved.values()) {
                    moved(measure, at, way);
                }
            }
        });
        remark();
        isUpperBound();
        for (int priceStep : Earnings.PRICE_STEPS) {
            Earnings.VOLUME_STEPS.forEach(volumeStep -> change(priceStep, volumeStep));
            changeOfEps(priceStep);
            changeOverExpected(priceStep);
        }
    }

    Calculations values() {
        return earnings.values();
    }

    /** The period of what was sold. */
    public Period period() {
        return products.get(0).period();
    }

    /** Whether net profit and sales are of about one year, so that a change of one can be told in percent of the other. */
    public boolean isOfOneYear() {
        return profit.filter(products.get(0).twelveMonths()::isBeside).isPresent();
    }

    /** Whether the cost of the ore of all its products is known: of a company of which it is not, the change is a range. */
    public boolean isOreKnown() {
        return products.stream().allMatch(product -> product.sale().isOreKnown());
    }

    /** One where a change is at most what is shown, since what others own of its plants is not known and taken as nothing; else zero. */
    public Key isUpperBound() {
        return key(
                "at most",
                () -> Formula.sum(Formula.span(products, ProductSale::isMinorityOpen))
                        .isAbove(ZERO)
                        .then(ONE, ZERO));
    }

    /** The year after the spot, of which its deck has a price; empty where it sells nothing at a deck. */
    public Optional<Period> nextYear() {
        return products.stream()
                .flatMap(product -> product.atDeck().stream())
                .map(DeckSale::nextYear)
                .findFirst();
    }

    private List<At> ats() {
        return nextYear().isPresent() ? List.of(At.values()) : List.of(At.SPOT);
    }

    private static Key key(String part, Company company, Period period) {
        return Key.of(ProductSale.EARNINGS.sub(part), Subject.of(company.id()), period, Case.NONE);
    }

    private Key key(String part, Supplier<Formula> formula) {
        return values().as(key(part, company, period()), formula);
    }

    /** The name of the company. */
    public Key name() {
        return values().label(key("company", company, period()), company.name());
    }

    // ---------------------------------------------------------------- what it earned

    /** Net profit of twelve months, in millions. */
    public Key netProfit() {
        return profit.map(year -> key("net profit in mn", () -> year.stated().inMillions(year.key())))
                .orElseGet(() -> values().label(key("net profit in mn", company, period()), Value.NOT_AVAILABLE));
    }

    /** The rate of tax on profit. */
    public Key tax() {
        return key("tax", () -> earnings.assumed().ratio(products.get(0).sale().tax()));
    }

    /**
     * The net profit before tax at that rate; a loss is the same before tax and after it. Not known where it ends
     * half a year or more before or after the sales.
     *
     * <pre>net profit / (1 − tax)</pre>
     */
    public Key profitBeforeTax() {
        Formula profit = netProfit();
        Formula rate = tax();
        Key key = profitBeforeTax(company, period());
        return isOfOneYear()
                ? values().as(key, () -> profit.isAbove(ZERO).then(profit.over(ONE.minus(rate)), profit))
                : values().label(key, Value.NOT_AVAILABLE);
    }

    static Key profitBeforeTax(Company company, Period period) {
        return key("profit before tax", company, period);
    }

    /** The number of shares in millions. */
    public Optional<Key> shares() {
        return sharesFact.map(stated -> key("shares in mn", stated::inMillions));
    }

    /** Net profit for each share. */
    public Optional<Key> eps() {
        return shares().map(shares -> key("EPS", () -> netProfit().over(shares)));
    }

    /** Earnings per share that brokers expect in the year after the spot. */
    public Optional<Key> epsExpected() {
        return consensus.eps().map(stated -> key("EPS expected", stated::key));
    }

    /** Profit of a year over the one that brokers expected, less one. */
    public Optional<Key> missed() {
        return consensus
                .made()
                .map(made -> key(
                        "net profit over that expected, less one",
                        () -> made.inMillions()
                                .over(consensus.expected().orElseThrow().inMillions())
                                .minus(ONE)));
    }

    Formula sum(Function<ProductSale, Formula> part) {
        return products.stream().map(part).reduce(Formula::plus).orElseThrow();
    }

    /**
     * The tax on a change of profit. Tax is due on profit and not on a loss, before the change as after it:
     *
     * <pre>t (max(P + dP, 0) - max(P, 0))</pre>
     *
     * with P the profit before tax. So a loss that stays one pays none, and one that becomes a profit pays for that profit
     * only. Where the profit of the period is not known, the whole change is taxed.
     */
    Formula taxOn(Formula change, Formula before) {
        Formula taxed = max(before.plus(change), ZERO).minus(max(before, ZERO));
        return tax().times(before.isKnown().then(taxed, change));
    }

    // ---------------------------------------------------------------- what a change of prices does

    /** The effect of the change with the least passed on for ore: only as much as is known. */
    public Effect effect() {
        return effect(At.SPOT);
    }

    /** The same at some prices. */
    public Effect effect(At at) {
        return new Effect(this, PassThrough.LEAST, at);
    }

    /** The same with the most passed on that another company states; empty where the cost of ore is known, and where none does. */
    public Optional<Effect> withOre(At at) {
        return ores.contains(PassThrough.MOST) ? Optional.of(new Effect(this, PassThrough.MOST, at)) : Optional.empty();
    }

    /**
     * The effect of the change on one measure of the company: a number, or a text of the range where the cost of its ore is not
     * known. Empty where the measure is not known, and in the next year where it sells nothing at a deck.
     */
    public Optional<Key> moved(Moved measure, At at, Way way) {
        Optional<Key> number = ats().contains(at) ? measure.of(effect(at), way) : Optional.empty();
        return isOreKnown()
                ? number
                : number.map(key -> key(
                        measure + ", range, " + at + ", " + way, () -> measure.words(effect(at), withOre(at), way)));
    }

    /** Change of profit before tax in millions at a step of price and a step of volume. */
    public Key changeBeforeTax(int priceStep, int volumeStep) {
        return key(
                "change of profit before tax, price " + priceStep + ", volume " + volumeStep,
                () -> sum(product -> product.changeFor(
                        Earnings.asRatio(priceStep), Earnings.asRatio(volumeStep), PassThrough.LEAST)));
    }

    /** The change of net profit of twelve months in millions for any change of all prices, as a ratio. */
    public Formula changeFor(Formula price, PassThrough ore) {
        Formula change = sum(product -> product.changeFor(price, ZERO, ore));
        return change.minus(new Effect(this, ore, At.SPOT).taxOn(change));
    }

    /**
     * Change of net profit in millions that a step of price brings at a step of volume. What more or less volume would cost is not known,
     * and left out.
     */
    public Key change(int priceStep, int volumeStep) {
        return key("change of net profit, price " + priceStep + ", volume " + volumeStep, () -> {
            Formula change = changeBeforeTax(priceStep, volumeStep);
            return change.minus(effect().taxOn(change));
        });
    }

    /** Change of net profit for each share, for one of the steps of {@link Earnings#PRICE_STEPS}. */
    public Optional<Key> changeOfEps(int priceStep) {
        return shares().map(shares -> key(
                "change of EPS, price " + priceStep, () -> change(priceStep, 0).over(shares)));
    }

    /** The same over what brokers expect a share to earn in the year after the spot, so that companies compare, a loss too. */
    public Optional<Key> changeOverExpected(int priceStep) {
        return epsExpected()
                .flatMap(expected -> changeOfEps(priceStep)
                        .map(change -> key(
                                "change of EPS over that expected, price " + priceStep, () -> change.over(expected))));
    }

    /** Whether there is an elasticity and a number for each share, or why not: a text. */
    public Key remark() {
        return key("remark", this::remarkFormula);
    }

    private Formula remarkFormula() {
        List<String> also = new ArrayList<>();
        if (sharesFact.isEmpty()) {
            also.add("No number of shares is known, so the change is that of net profit.");
        }
        products.stream()
                .filter(product -> !product.isConvertible())
                .forEach(product -> also.add(
                        "No exchange rate leads from " + product.priceUnit().basis() + " to " + currency + "."));
        return words().with("onePeriod", profit.isEmpty() || isOfOneYear())
                .with("profitPeriod", profit.map(TwelveMonths::inWords).orElse(""))
                .with("period", products.get(0).twelveMonths().inWords())
                .with("known", netProfit().isKnown())
                .with("profit", netProfit().isAbove(ZERO))
                .with("shares", sharesFact.isPresent())
                .with("apart", !also.isEmpty() && sharesFact.isPresent())
                .with("more", !also.isEmpty())
                .with("also", String.join(" ", also))
                .clause("{onePeriod?{known?{profit?{shares?The same for net profit and EPS.{apart? }}{also}"
                        + "|Net profit is not above zero, so there is no elasticity.{more? }{also}}"
                        + "|The net profit of {period} is not known, so there is no elasticity.{more? }{also}}"
                        + "|Net profit is of {profitPeriod} and sales are of {period}, so there is no elasticity, and the whole change is"
                        + " taxed.{more? }{also}}");
    }

    @Override
    public String toString() {
        return OneLine.of(
                company.name(), products.stream().map(ProductSale::product).toList(), currency);
    }
}
