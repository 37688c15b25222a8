package org.lodestone.reports.sheet.company;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.formula.Values;

/** Earnings as the figures of the dataset have them: whose margin prices move most, who is not moved, what a floor holds up. */
public final class EarningsOrder {

    private final Earnings earnings;
    private final Values values;

    /** Takes the earnings as they stand in the dataset, with nothing typed. */
    public EarningsOrder(Earnings earnings) {
        this.earnings = earnings;
        this.values = earnings.model().values();
    }

    /** The points by which the change moves net profit over revenue, up or down; zero where that is not known. */
    double movedMargin(CompanyEarnings company) {
        return company.effect()
                .changeOfMargin()
                .map(key -> Math.abs(values.number(key).orElse(0)))
                .orElse(0.0);
    }

    /**
     * The one whose margin moves most first, of those the cost of whose ore is known; then the others in the order of the
     * dataset, since a change before what the ore costs compares with none after it.
     */
    public ImmutableList<CompanyEarnings> mostFirst() {
        return Stream.concat(
                        earnings.companies().stream()
                                .filter(CompanyEarnings::isOreKnown)
                                .sorted(Comparator.comparingDouble(this::movedMargin)
                                        .reversed()),
                        earnings.companies().stream().filter(company -> !company.isOreKnown()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Those that compare: the cost of their ore is known, and how far every step of prices moves their margin. */
    public ImmutableList<CompanyEarnings> comparable() {
        return withRevenue().stream()
                .filter(CompanyEarnings::isOreKnown)
                .filter(company -> Earnings.PRICE_STEPS.stream()
                        .flatMap(step -> company.changeOfMargin(step).stream())
                        .allMatch(key -> values.number(key).isPresent()))
                .collect(ImmutableList.toImmutableList());
    }

    List<ProductSale> floored() {
        return earnings.products().stream()
                .filter(product -> product.floor().isPresent())
                .toList();
    }

    /** Whether no step of price changes anything, as the figures of the dataset have it. */
    boolean isUnmoved(CompanyEarnings company) {
        return Earnings.PRICE_STEPS.stream()
                .allMatch(step -> values.number(company.change(step, 0)).orElse(1) == 0);
    }

    /** The companies that state their revenue, those whose margin moves most first. */
    public ImmutableList<CompanyEarnings> withRevenue() {
        return mostFirst().stream()
                .filter(company -> company.revenueFact().isPresent())
                .collect(ImmutableList.toImmutableList());
    }
}
