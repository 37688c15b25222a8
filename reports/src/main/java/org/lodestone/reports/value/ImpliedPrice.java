package org.lodestone.reports.value;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/**
 * Solves for the price at which a net asset value is the market value, or a net present value is nothing.
 *
 * <p>Net asset value bends with the price, at a floor or where tax begins, and is straight between bends: the price is looked for on
 * ever finer grids, and where these are fine enough on the straight line between two points.
 */
final class ImpliedPrice {

    /** The lowest and the highest price that is looked at. */
    static final double LEAST = 1;

    static final double MOST = 2_000;

    private static final int POINTS = 256;
    private static final int GRIDS = 8;

    private final Key price;
    private final Key nav;
    private final Key marketValue;
    private final Simulation simulation;

    ImpliedPrice(Model model, Key price, Key nav, Key marketValue) {
        this.price = price;
        this.nav = nav;
        this.marketValue = marketValue;
        this.simulation = Simulation.ofAny(
                model, Map.of(price, new Distribution.Fixed(LEAST)), ImmutableList.of(nav, marketValue));
    }

    /**
     * A price, and by how much net asset value rises with it there.
     *
     * @param slope in millions for one unit of price
     */
    record Solved(double price, double slope) {}

    /** The lowest price at which net asset value rises to market value; empty where it never does. */
    Optional<Solved> solve() {
        double low = LEAST;
        double high = MOST;
        Optional<Solved> found = Optional.empty();
        for (int grid = 0; grid < GRIDS; grid++) {
            double[] prices = grid(low, high);
            double[] missed = missed(prices);
            int above = IntStream.range(1, POINTS)
                    .filter(i -> missed[i - 1] < 0 && missed[i] >= 0)
                    .findFirst()
                    .orElse(0);
            if (above == 0) {
                return found;
            }
            low = prices[above - 1];
            high = prices[above];
            double slope = (missed[above] - missed[above - 1]) / (high - low);
            found = Optional.of(new Solved(low - missed[above - 1] / slope, slope));
            if (high - low < LEAST / POINTS) {
                return found;
            }
        }
        return found;
    }

    private static double[] grid(double low, double high) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> low + (high - low) * i / (POINTS - 1))
                .toArray();
    }

    /** Net asset value less market value at each price. */
    private double[] missed(double[] prices) {
        Draws draws = simulation.evaluate(Map.of(price, prices));
        double[] values = draws.values(nav);
        double[] target = draws.values(marketValue);
        Arrays.setAll(values, i -> values[i] - target[i]);
        return values;
    }

    /** Net asset value less market value at a price. */
    double missed(double at) {
        return missed(new double[] {at})[0];
    }
}
