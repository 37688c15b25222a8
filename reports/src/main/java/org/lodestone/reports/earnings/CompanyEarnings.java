package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.company.Company;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Words;

/**
 * The earnings of a company, and what the same relative change of the prices of all its products does to them.
 *
 * @param netProfitFact of the period of its sales; empty where none is stated
 * @param sharesFact the latest number of shares; empty where none is stated
 * @param revenueFact of the period of its sales; empty where none is stated
 * @param currency of the net profit
 */
public record CompanyEarnings(
        Company company,
        ImmutableList<ProductSale> products,
        Optional<StatedFact> netProfitFact,
        Optional<StatedFact> sharesFact,
        Optional<StatedFact> revenueFact,
        String currency) {

    /** The period of the earnings and of what was sold. */
    public Period period() {
        return products.get(0).sale().period();
    }

    private Key key(String part) {
        return ProductSale.EARNINGS.sub(part).of(Subject.of(company.id())).at(period());
    }

    /** The name of the company. */
    public Key name() {
        return key("company");
    }

    /** Net profit in millions. */
    public Key netProfit() {
        return key("net profit in mn");
    }

    /** The number of shares in millions. */
    public Optional<Key> shares() {
        return sharesFact.map(stated -> key("shares in mn"));
    }

    /** Net profit for each share. */
    public Optional<Key> eps() {
        return sharesFact.map(stated -> key("EPS"));
    }

    /** The rate of tax on profit. */
    public Key tax() {
        return key("tax");
    }

    /** What net profit is before tax at that rate; a loss is the same before tax and after it. */
    public Key profitBeforeTax() {
        return key("profit before tax");
    }

    /** Change of profit before tax in millions. */
    public Key changeBeforeTax() {
        return key("change of profit before tax, all products");
    }

    /** What of the change is due in tax, in millions. */
    public Key taxOnChange() {
        return key("tax on the change");
    }

    /** Change of net profit in millions. */
    public Key change() {
        return key("change of net profit, all products");
    }

    /** Change of net profit for each share. */
    public Optional<Key> epsChange() {
        return sharesFact.map(stated -> key("change of EPS"));
    }

    /** Net profit over revenue, as a ratio. */
    public Optional<Key> margin() {
        return revenueFact.map(stated -> key("net profit over revenue"));
    }

    /** Change of net profit over revenue, as a ratio. Unlike elasticity it is not large just because profit is small. */
    public Optional<Key> changeOfMargin() {
        return revenueFact.map(stated -> key("change of net profit over revenue"));
    }

    /** Change of net profit, and so of EPS, as a ratio; no number where net profit is not above zero. */
    public Key relativeChange() {
        return key("change of net profit as a ratio");
    }

    /** The same where it says something: a text of a loss, and of a profit under the {@linkplain Earnings#LEAST_MARGIN least margin}. */
    public Key meaningfulChange() {
        return key("change of net profit as a ratio, where meaningful");
    }

    /** Change of net profit in percent for one percent of price; no number where net profit is not above zero. */
    public Key elasticity() {
        return key("elasticity");
    }

    /** Whether there is an elasticity and a number for each share, or why not: a text. */
    public Key remark() {
        return key("remark");
    }

    /** Change of net profit over revenue, for one of the steps of {@link Earnings#PRICE_STEPS}. */
    public Optional<Key> changeOfMargin(int priceStep) {
        return revenueFact.map(stated -> key("change of net profit over revenue, price " + priceStep));
    }

    /** Change of profit before tax in millions at a step of price, at the volume as it is. */
    public Key changeBeforeTax(int priceStep) {
        return key("change of profit before tax, price " + priceStep);
    }

    /** Change of net profit in millions at a step of price and a step of volume. */
    public Key change(int priceStep, int volumeStep) {
        return key("change of net profit, price " + priceStep + ", volume " + volumeStep);
    }

    /**
     * Change of net profit in millions if products had other prices and volumes stayed as they were.
     *
     * @param prices another price of a product, in its unit; empty where its price stays
     */
    public Formula changeAt(Function<ProductSale, Optional<Formula>> prices) {
        Formula before =
                sum(product -> prices.apply(product).map(product::changeTo).orElse(ZERO));
        return before.minus(taxOn(before));
    }

    void put(Model.Builder model, Assumed assumed, Key step) {
        model.label(name(), company.name());
        netProfitFact.ifPresentOrElse(
                stated -> model.calculation(netProfit(), ProductSale.inMillions(stated)),
                () -> model.label(netProfit(), Value.NOT_AVAILABLE));
        Formula profit = netProfit().ref();
        Formula rate = model.calculation(
                        tax(), assumed.ratio(products.get(0).sale().tax()))
                .ref();
        model.calculation(profitBeforeTax(), profit.isAbove(ZERO).then(profit.over(ONE.minus(rate)), profit));
        Formula before = model.calculation(
                        changeBeforeTax(), sum(product -> product.change().ref()))
                .ref();
        model.calculation(taxOnChange(), taxOn(before));
        model.calculation(change(), before.minus(taxOnChange().ref()));
        model.calculation(relativeChange(), whereProfitable(change().ref().over(profit)));
        model.calculation(elasticity(), relativeChange().ref().over(step.ref().over(Definitions.HUNDRED)));
        revenueFact.ifPresent(stated -> {
            Formula revenue = ProductSale.inMillions(stated);
            model.calculation(margin().orElseThrow(), profit.over(revenue));
            model.calculation(changeOfMargin().orElseThrow(), change().ref().over(revenue));
        });
        sharesFact.ifPresent(stated -> {
            Formula shares = model.calculation(shares().orElseThrow(), ProductSale.inMillions(stated))
                    .ref();
            model.calculation(eps().orElseThrow(), profit.over(shares));
            model.calculation(epsChange().orElseThrow(), change().ref().over(shares));
        });
        model.calculation(
                meaningfulChange(), isMeaningful().then(relativeChange().ref(), text(Words.NOT_MEANINGFUL)));
        model.calculation(remark(), remarkFormula());
        grid(model);
    }

    private Formula isMeaningful() {
        return margin().map(margin ->
                        margin.ref().isAtLeast(Earnings.LEAST_MARGIN.ref().over(Definitions.HUNDRED)))
                .orElseGet(() -> netProfit().ref().isAbove(ZERO));
    }

    /**
     * The tax on a change of profit. Tax is due on profit and not on a loss, before the change as after it:
     *
     * <pre>t (max(P + dP, 0) - max(P, 0))</pre>
     *
     * with P the profit before tax. So a loss that stays one pays none, and one that becomes a profit pays for that profit
     * only. Where the profit is not known, the whole change is taxed.
     */
    private Formula taxOn(Formula change) {
        Formula before = profitBeforeTax().ref();
        Formula taxed = max(before.plus(change), ZERO).minus(max(before, ZERO));
        return tax().ref().times(before.isKnown().then(taxed, change));
    }

    private Formula whereProfitable(Formula ratio) {
        return netProfit().ref().isAbove(ZERO).then(ratio, text(Value.NOT_AVAILABLE));
    }

    private Formula sum(Function<ProductSale, Formula> part) {
        return products.stream().map(part).reduce(Formula::plus).orElseThrow();
    }

    /** Each step of price at each step of volume. What more or less volume would cost is not known, and left out. */
    private void grid(Model.Builder model) {
        for (int priceStep : Earnings.PRICE_STEPS) {
            Formula asIs = model.calculation(
                            changeBeforeTax(priceStep), sum(product -> product.changeFor(Earnings.asRatio(priceStep))))
                    .ref();
            for (int volumeStep : Earnings.VOLUME_STEPS) {
                Formula change = volumeStep == 0 ? asIs : asIs.times(ONE.plus(Earnings.asRatio(volumeStep)));
                model.calculation(change(priceStep, volumeStep), change.minus(taxOn(change)));
            }
            revenueFact.ifPresent(revenue -> model.calculation(
                    changeOfMargin(priceStep).orElseThrow(),
                    change(priceStep, 0).ref().over(ProductSale.inMillions(revenue))));
        }
    }

    private Formula remarkFormula() {
        StringBuilder also = new StringBuilder();
        if (sharesFact.isEmpty()) {
            also.append(" No number of shares is known, so the change is that of net profit.");
        }
        for (ProductSale product : products) {
            if (!product.isConvertible()) {
                also.append(" No exchange rate leads from ")
                        .append(product.priceUnit().basis())
                        .append(" to ")
                        .append(currency)
                        .append('.');
            }
        }
        String unknown = "The net profit of " + period() + " is not known, so there is no elasticity.";
        return Definitions.whetherAbove(
                netProfit().ref(),
                ZERO,
                sharesFact.isPresent()
                        ? ("The same for net profit and EPS." + also)
                        : also.toString().strip(),
                ("Net profit is not above zero, so there is no elasticity." + also).strip(),
                (unknown + also).strip());
    }
}
