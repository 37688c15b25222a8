package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/**
 * Solves for the prices at which net asset values are market values, or net present values nothing, all of a model side by side.
 *
 * <p>Net asset value bends with the price, at a floor or where tax begins, and is straight between bends: the price is looked for on
 * ever finer grids, and where these are fine enough on the straight line between two points.
 */
final class ImpliedPrices {

    /** The lowest and the highest price that is looked at. */
    static final double LEAST = 1;

    static final double MOST = 2_000;

    private static final int POINTS = 32;
    private static final int GRIDS = 8;

    /** A step between two prices in which net asset value is taken for straight. */
    private static final double FINE = 1.0 / 8192;

    private ImpliedPrices() {}

    /**
     * A price that is asked for.
     *
     * @param value what rises with it
     * @param target what that shall be
     */
    record Asked(Key price, Key value, Key target) {}

    /**
     * A price, and by how much the value rises with it there.
     *
     * @param slope in the value's unit for one unit of price
     */
    record Solved(double price, double slope) {}

    /** The lowest price at which each value rises to its target, by the key of the price; without those where it never does. */
    static ImmutableMap<Key, Solved> solve(Model model, List<Asked> all) {
        List<Search> searches = all.stream().map(Search::new).toList();
        if (searches.isEmpty()) {
            return ImmutableMap.of();
        }
        Simulation simulation = Simulation.ofAny(
                model,
                all.stream().collect(toImmutableMap(Asked::price, asked -> new Distribution.Fixed(LEAST))),
                all.stream()
                        .flatMap(asked -> Stream.of(asked.value(), asked.target()))
                        .distinct()
                        .collect(toImmutableList()));
        for (int grid = 0; grid < GRIDS && !searches.stream().allMatch(Search::isOver); grid++) {
            Map<Key, double[]> prices =
                    searches.stream().collect(toImmutableMap(one -> one.asked.price(), Search::grid));
            Draws draws = simulation.evaluate(prices);
            searches.stream().filter(Predicate.not(Search::isOver)).forEach(one -> one.narrow(draws));
        }
        return searches.stream()
                .filter(one -> one.found.isPresent())
                .collect(toImmutableMap(one -> one.asked.price(), one -> one.found.orElseThrow()));
    }

    /** The search for one price: between which two it is, and where on the line between them. */
    private static final class Search {

        private final Asked asked;
        private double low = LEAST;
        private double high = MOST;
        private Optional<Solved> found = Optional.empty();
        private boolean isOver;

        Search(Asked asked) {
            this.asked = asked;
        }

        boolean isOver() {
            return isOver;
        }

        double[] grid() {
            return IntStream.range(0, POINTS)
                    .mapToDouble(i -> low + (high - low) * i / (POINTS - 1))
                    .toArray();
        }

        /** Takes the two prices of the grid between which the value rises to its target. */
        void narrow(Draws draws) {
            double[] values = draws.values(asked.value());
            double[] targets = draws.values(asked.target());
            double[] prices = grid();
            int above = IntStream.range(1, POINTS)
                    .filter(i -> values[i - 1] < targets[i - 1] && values[i] >= targets[i])
                    .findFirst()
                    .orElse(0);
            if (above == 0) {
                isOver = true;
                return;
            }
            low = prices[above - 1];
            high = prices[above];
            double missed = values[above - 1] - targets[above - 1];
            double slope = (values[above] - targets[above] - missed) / (high - low);
            found = Optional.of(new Solved(low - missed / slope, slope));
            isOver = high - low < FINE;
        }
    }
}
