package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;

import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;

/** The effect on a company of a change of the last known prices of all its products, in one case of what it passes on for ore. */
public record Effect(CompanyEarnings company, PassThrough ore) {

    private Key key(String part, Supplier<Formula> formula) {
        Key key = ProductSale.EARNINGS
                .sub(ore.in(part))
                .of(Subject.of(company.company().id()))
                .at(company.period());
        return company.values().as(key, formula);
    }

    void putIn() {
        netProfitAtList();
        elasticity();
        changeOfMargin();
        epsChange();
        meaningfulChange();
    }

    /** Profit before tax of the period at the last known prices. */
    public Key profitBeforeTaxAtList() {
        return company.isRepriced()
                ? key(
                        "profit before tax at the last prices",
                        () -> company.profitBeforeTax().plus(moreAtList()))
                : company.profitBeforeTax();
    }

    /** Net profit of the period at the last known prices, in millions. */
    public Key netProfitAtList() {
        return company.isRepriced()
                ? key(
                        "net profit at the last prices",
                        () -> company.netProfit()
                                .plus(moreAtList())
                                .minus(company.taxOn(moreAtList(), company.profitBeforeTax())))
                : company.netProfit();
    }

    private Formula moreAtList() {
        return company.sumOfRepriced(product -> product.changeToList(ore));
    }

    /** Change of profit before tax in millions. */
    public Key changeBeforeTax() {
        return key("change of profit before tax, all products", () -> company.sum(product -> product.change(ore)));
    }

    /** The tax due on the change, in millions. */
    public Key taxOnChange() {
        return key("tax on the change", () -> taxOn(changeBeforeTax()));
    }

    /** The tax on a change that comes on top of the last known prices. */
    Formula taxOn(Formula change) {
        return company.taxOn(change, profitBeforeTaxAtList());
    }

    /** Change of net profit in millions: that before tax, less the tax on it. */
    public Key change() {
        return key("change of net profit, all products", () -> changeBeforeTax().minus(taxOnChange()));
    }

    /** Change of net profit for each share. */
    public Optional<Key> epsChange() {
        return company.shares().map(shares -> key("change of EPS", () -> change().over(shares)));
    }

    /** Change of net profit over revenue, both at the last known prices, as a ratio: it compares a loss with a profit. */
    public Optional<Key> changeOfMargin() {
        return company.revenueAtList()
                .map(revenue -> key("change of net profit over revenue", () -> change().over(revenue)));
    }

    /** Change of net profit, and so of EPS, as a ratio; no number where net profit is not above zero. */
    public Key relativeChange() {
        return key("change of net profit as a ratio", () -> {
            Formula none = text(Value.NOT_AVAILABLE);
            Formula profit = netProfitAtList();
            return company.isOfOnePeriod() ? profit.isAbove(ZERO).then(change().over(profit), none) : none;
        });
    }

    /** Change of net profit in percent for one percent of price; no number where net profit is not above zero. */
    public Key elasticity() {
        return key("elasticity", () -> relativeChange().over(Earnings.step()));
    }

    /**
     * The {@linkplain #relativeChange relative change} where it says something: a text of a loss, of a profit under the
     * {@linkplain Earnings#LEAST_MARGIN least margin}, and where profit and sales are not of one period.
     */
    public Key meaningfulChange() {
        return key("change of net profit as a ratio, where meaningful", () -> {
            Formula none = text(Words.NOT_MEANINGFUL);
            return company.isOfOnePeriod() ? isMeaningful(netProfitAtList()).then(relativeChange(), none) : none;
        });
    }

    private Formula isMeaningful(Formula profit) {
        return company.revenueAtList()
                .map(revenue -> profit.over(revenue).isAtLeast(Earnings.LEAST_MARGIN.over(HUNDRED)))
                .orElseGet(() -> profit.isAbove(ZERO));
    }

    @Override
    public String toString() {
        return "effect of prices on " + company.company().name();
    }
}
