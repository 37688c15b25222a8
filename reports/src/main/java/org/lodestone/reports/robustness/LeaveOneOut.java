package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.screen.ScoreTable;

/**
 * The ranking without one of the criteria, whose weight the others of its level have.
 *
 * @param ranking empty where the others have no weight to rank by
 */
public record LeaveOneOut(String criterion, Optional<Ranking> ranking) {

    /** Leaves out each criterion of a table in turn; the others keep their proportions. */
    public static ImmutableList<LeaveOneOut> of(ScoreTable table) {
        return each(table, left -> {
            double[] weights = table.weights();
            weights[table.criteria().indexOf(left)] = 0;
            return weights;
        });
    }

    /** Leaves out each criterion of a screen in turn, whose scores are in the table; levels keep their weights. */
    public static ImmutableList<LeaveOneOut> of(ScoreTable table, Screen screen) {
        return each(table, left -> {
            ImmutableMap<String, Double> shares = screen.sharesWithout(left);
            return table.criteria().stream().mapToDouble(shares::get).toArray();
        });
    }

    private static ImmutableList<LeaveOneOut> each(ScoreTable table, Function<String, double[]> weightsWithout) {
        return table.criteria().stream()
                .map(left -> new LeaveOneOut(left, ranking(table, weightsWithout.apply(left))))
                .collect(toImmutableList());
    }

    private static Optional<Ranking> ranking(ScoreTable table, double[] weights) {
        return Arrays.stream(weights).anyMatch(weight -> weight > 0)
                ? Optional.of(Ranking.of(table.withWeights(weights)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return OneLine.of("without " + criterion, ranking.map(Object::toString).orElse("no ranking"));
    }
}
