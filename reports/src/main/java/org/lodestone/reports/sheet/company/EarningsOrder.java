package org.lodestone.reports.sheet.company;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Values;

/** Earnings as the figures of the dataset have them: whose profit prices move most, who is not moved, who is paid a floor. */
public final class EarningsOrder {

    private final Earnings earnings;
    private final Values values;

    /** Takes the earnings as they stand in the dataset, with nothing typed. */
    public EarningsOrder(Earnings earnings) {
        this.earnings = earnings;
        this.values = earnings.model().values();
    }

    /** How far a rise moves net profit, up or down, as a ratio; zero where that is not known. */
    private double moved(CompanyEarnings company) {
        return Math.abs(values.number(company.effect().relativeChange(Way.UP)).orElse(0));
    }

    /**
     * The one whose profit moves most first, of those the cost of whose ore is known; then the others in the order of the
     * dataset, since a change before what the ore costs compares with none after it.
     */
    public ImmutableList<CompanyEarnings> mostFirst() {
        return Stream.concat(ranked().stream(), earnings.companies().stream().filter(company -> !company.isOreKnown()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Those the cost of whose ore is known, the one whose profit moves most first. */
    public ImmutableList<CompanyEarnings> ranked() {
        return earnings.companies().stream()
                .filter(CompanyEarnings::isOreKnown)
                .sorted(Comparator.comparingDouble(this::moved).reversed())
                .collect(ImmutableList.toImmutableList());
    }

    /** Those of them of which brokers expect something, and every step of prices is known. */
    public ImmutableList<CompanyEarnings> comparable() {
        return ranked().stream()
                .filter(company -> Earnings.PRICE_STEPS.stream()
                        .allMatch(step -> company.changeOverExpected(step)
                                .filter(key -> values.number(key).isPresent())
                                .isPresent()))
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

    /** A step of prices or volumes: {@code −30%}. */
    public static String inPercent(int step) {
        return step == 0 ? "0%" : (step > 0 ? "+" : "−") + Math.abs(step) + "%";
    }
}
