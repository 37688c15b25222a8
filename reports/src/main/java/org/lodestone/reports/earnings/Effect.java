package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;

import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;

/** The earnings of a company at some prices, and the effect of a change of them, in one case of what it passes on for ore. */
public record Effect(CompanyEarnings company, PassThrough ore, At at) {

    private Key key(String part, Supplier<Formula> formula) {
        Key key = ProductSale.EARNINGS
                .sub(ore.in(part + " " + at))
                .of(Subject.of(company.company().id()))
                .at(company.period());
        return company.values().as(key, formula);
    }

    void putIn() {
        netProfit();
        eps();
        for (Way way : Way.values()) {
            epsChange(way);
            change(way);
            relativeChange(way);
        }
        elasticity();
    }

    /** The rise of profit before tax over that of the twelve months that are reported. */
    private Key more() {
        return key(
                "profit before tax, less that reported,",
                () -> company.sum(product -> product.more(at, ore).orElse(ZERO)));
    }

    /** Profit before tax at these prices. */
    public Key profitBeforeTax() {
        return key("profit before tax", () -> company.profitBeforeTax().plus(more()));
    }

    /** Net profit at these prices, in millions. */
    public Key netProfit() {
        return key(
                "net profit",
                () -> company.netProfit().plus(more()).minus(company.taxOn(more(), company.profitBeforeTax())));
    }

    /** The same for each share. */
    public Optional<Key> eps() {
        return company.shares().map(shares -> key("EPS", () -> netProfit().over(shares)));
    }

    /** Change of profit before tax in millions. */
    public Key changeBeforeTax(Way way) {
        return key(
                "change of profit before tax, " + way + ",",
                () -> company.sum(product -> product.change(at, way, ore).orElse(ZERO)));
    }

    /** The tax due on the change, in millions. */
    public Key taxOnChange(Way way) {
        return key("tax on the change, " + way + ",", () -> taxOn(changeBeforeTax(way)));
    }

    /** The tax on a change that comes on top of these prices. */
    Formula taxOn(Formula change) {
        return company.taxOn(change, profitBeforeTax());
    }

    /** Change of net profit in millions: that before tax, less the tax on it. */
    public Key change(Way way) {
        return key(
                "change of net profit, " + way + ",", () -> changeBeforeTax(way).minus(taxOnChange(way)));
    }

    /** Change of net profit for each share. */
    public Optional<Key> epsChange(Way way) {
        return company.shares()
                .map(shares ->
                        key("change of EPS, " + way + ",", () -> change(way).over(shares)));
    }

    /**
     * Change of net profit, and so of EPS, as a ratio; a text where net profit is not above zero, and where profit and sales end
     * half a year or more apart.
     */
    public Key relativeChange(Way way) {
        return key("change of net profit as a ratio, " + way + ",", () -> {
            Formula none = text(Words.NOT_MEANINGFUL);
            Formula profit = netProfit();
            return company.isOfOneYear() ? profit.isAbove(ZERO).then(change(way).over(profit), none) : none;
        });
    }

    /** Change of net profit in percent for one percent of price, upwards; no number where net profit is not above zero. */
    public Key elasticity() {
        return key("elasticity", () -> relativeChange(Way.UP).over(Earnings.step()));
    }

    @Override
    public String toString() {
        return "effect of prices on " + company.company().name() + " " + at;
    }
}
