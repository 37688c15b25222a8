package org.lodestone.reports.internal.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.lodestone.reports.internal.study.SensitivityTable.Outcome;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;
import org.lodestone.reports.internal.study.SensitivityTable.Row;

/**
 * A mine with a cash flow after tax, to make sensitivity tables of: capital over two or three years, a start, straight-line
 * depreciation, a royalty on revenue, and a tax on profits with losses carried forward, or without.
 */
record Mine(
        int build,
        int life,
        int start,
        int depreciation,
        double capex,
        double revenue,
        double opex,
        double sustaining,
        double tax,
        double royalty,
        double rate,
        boolean carriesLosses,
        double localCosts,
        boolean perDollar) {

    /** A mine whose NPV is at least a tenth of its capital cost, as in what is published. */
    static Mine draw(Random random) {
        while (true) {
            double capex = 100 + random.nextInt(1900);
            double margin = capex * (0.15 + 0.45 * random.nextDouble());
            double revenue = margin / (0.25 + 0.45 * random.nextDouble());
            Mine mine = new Mine(
                    2 + random.nextInt(2),
                    8 + random.nextInt(30),
                    1 + random.nextInt(3),
                    5 + random.nextInt(11),
                    capex,
                    revenue,
                    revenue - margin,
                    0.03 * capex * random.nextDouble(),
                    random.nextInt(6) == 0 ? 0 : 0.15 + 0.25 * random.nextDouble(),
                    0.06 * random.nextDouble(),
                    random.nextBoolean() ? 0.08 : 0.1,
                    random.nextInt(5) > 0,
                    0.3 + 0.7 * random.nextDouble(),
                    random.nextBoolean());
            if (mine.npv(mine.rate, mine.flows(SensitivityDriver.PRICE, 0)) > capex / 10) {
                return mine;
            }
        }
    }

    double[] flows(SensitivityDriver driver, double change) {
        double up = 1 + change;
        double costs =
                driver == SensitivityDriver.EXCHANGE_RATE ? 1 - localCosts + localCosts * (perDollar ? 1 / up : up) : 1;
        double sold = driver.isRevenue() ? up : 1;
        double run = driver == SensitivityDriver.OPEX ? up : costs;
        double built = capex * (driver == SensitivityDriver.CAPEX ? up : costs);
        double[] flows = new double[build + life];
        for (int year = 0; year < build; year++) {
            flows[year] = -built / build;
        }
        double losses = 0;
        for (int year = 0; year < life; year++) {
            double part = Math.min(1, (year + 1.0) / start);
            double earned = revenue * sold * part * (1 - royalty)
                    - opex * run * (0.3 + 0.7 * part)
                    - sustaining * built / capex;
            double profit = earned - (year < depreciation ? built / depreciation : 0);
            double used = Math.min(losses, Math.max(profit, 0));
            losses += (carriesLosses ? Math.max(-profit, 0) : 0) - used;
            flows[build + year] = earned - tax * (Math.max(profit, 0) - used);
        }
        return flows;
    }

    double npv(double rate, double... flows) {
        double npv = 0;
        for (int year = flows.length - 1; year >= 0; year--) {
            npv = npv / (1 + rate) + flows[year];
        }
        return npv;
    }

    /** The rate of return, where it is above zero. */
    private OptionalDouble irr(double... flows) {
        double low = 0;
        double high = 5;
        if (npv(low, flows) <= 0) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (npv(middle, flows) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(low);
    }

    OptionalDouble value(SensitivityDriver driver, Outcome outcome, double change) {
        double[] flows = flows(driver, change);
        return outcome == Outcome.IRR
                ? irr(flows)
                : OptionalDouble.of(npv(driver == SensitivityDriver.RATE ? rate * (1 + change) : rate, flows));
    }

    /** A table for changes in percent. NPV has as many digits as make three or four in the base, IRR a decimal in percent. */
    SensitivityTable table(SensitivityDriver driver, Outcome outcome, boolean printsBase, int... percent) {
        double base = value(driver, outcome, 0).orElseThrow();
        int decimals = outcome == Outcome.IRR ? 3 : base >= 100 ? 0 : 1;
        ImmutableList<Row> rows = IntStream.of(percent)
                .mapToObj(change -> BigDecimal.valueOf(change, 2))
                .flatMap(change -> value(driver, outcome, change.doubleValue()).stream()
                        .mapToObj(value -> new Row(change, rounded(value, decimals))))
                .collect(toImmutableList());
        return new SensitivityTable(
                driver,
                outcome,
                printsBase ? Optional.of(Printed.of(rounded(base, decimals))) : Optional.empty(),
                rows);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
