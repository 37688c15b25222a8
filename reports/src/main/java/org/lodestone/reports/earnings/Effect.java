package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;

import java.util.Optional;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;

/** The effect on a company of a change of the last known prices of all its products, in one case of what it passes on for ore. */
public record Effect(CompanyEarnings company, PassThrough ore) {

    private Key key(String part) {
        return ProductSale.EARNINGS
                .sub(ore.in(part))
                .of(Subject.of(company.company().id()))
                .at(company.period());
    }

    /** Profit before tax of the period at the last known prices. */
    public Key profitBeforeTaxAtList() {
        return company.isRepriced() ? key("profit before tax at the last prices") : company.profitBeforeTax();
    }

    /** Net profit of the period at the last known prices, in millions. */
    public Key netProfitAtList() {
        return company.isRepriced() ? key("net profit at the last prices") : company.netProfit();
    }

    /** Change of profit before tax in millions. */
    public Key changeBeforeTax() {
        return key("change of profit before tax, all products");
    }

    /** The tax due on the change, in millions. */
    public Key taxOnChange() {
        return key("tax on the change");
    }

    /** Change of net profit in millions. */
    public Key change() {
        return key("change of net profit, all products");
    }

    /** Change of net profit for each share. */
    public Optional<Key> epsChange() {
        return company.shares().map(shares -> key("change of EPS"));
    }

    /** Change of net profit over revenue, both at the last known prices, as a ratio: it compares a loss with a profit. */
    public Optional<Key> changeOfMargin() {
        return company.revenueAtList().map(revenue -> key("change of net profit over revenue"));
    }

    /** Change of net profit, and so of EPS, as a ratio; no number where net profit is not above zero. */
    public Key relativeChange() {
        return key("change of net profit as a ratio");
    }

    /**
     * The same where it says something: a text of a loss, of a profit under the {@linkplain Earnings#LEAST_MARGIN least
     * margin}, and where profit and sales are not of one period.
     */
    public Key meaningfulChange() {
        return key("change of net profit as a ratio, where meaningful");
    }

    /** Change of net profit in percent for one percent of price; no number where net profit is not above zero. */
    public Key elasticity() {
        return key("elasticity");
    }

    void put(Model.Builder model, Key step) {
        if (company.isRepriced()) {
            Formula more = company.sum(product ->
                    product.newer().isPresent() ? product.changeToList(ore).ref() : ZERO);
            Formula before = company.profitBeforeTax().ref();
            model.calculation(profitBeforeTaxAtList(), before.plus(more));
            model.calculation(
                    netProfitAtList(), company.netProfit().ref().plus(more).minus(company.taxOn(more, before)));
        }
        Formula before = model.calculation(
                        changeBeforeTax(),
                        company.sum(product -> product.change(ore).ref()))
                .ref();
        model.calculation(taxOnChange(), taxOn(before));
        Formula change =
                model.calculation(change(), before.minus(taxOnChange().ref())).ref();
        Formula profit = company.isOfOnePeriod() ? netProfitAtList().ref() : text(Value.NOT_AVAILABLE);
        model.calculation(
                relativeChange(),
                company.isOfOnePeriod()
                        ? profit.isAbove(ZERO).then(change.over(profit), text(Value.NOT_AVAILABLE))
                        : profit);
        model.calculation(elasticity(), relativeChange().ref().over(step.ref().over(HUNDRED)));
        changeOfMargin()
                .ifPresent(key -> model.calculation(
                        key, change.over(company.revenueAtList().orElseThrow().ref())));
        epsChange()
                .ifPresent(key -> model.calculation(
                        key, change.over(company.shares().orElseThrow().ref())));
        Formula notMeaningful = text(Words.NOT_MEANINGFUL);
        model.calculation(
                meaningfulChange(),
                company.isOfOnePeriod()
                        ? isMeaningful(profit).then(relativeChange().ref(), notMeaningful)
                        : notMeaningful);
    }

    private Formula isMeaningful(Formula profit) {
        return company.revenueAtList()
                .map(revenue -> profit.over(revenue.ref())
                        .isAtLeast(Earnings.LEAST_MARGIN.ref().over(HUNDRED)))
                .orElseGet(() -> profit.isAbove(ZERO));
    }

    /** The tax on a change that comes on top of the last known prices. */
    Formula taxOn(Formula change) {
        return company.taxOn(change, profitBeforeTaxAtList().ref());
    }

    @Override
    public String toString() {
        return "effect of prices on " + company.company().name();
    }
}
