package org.lodestone.reports.robustness;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.reports.screen.ScoreTable;

/**
 * The ranking without one of the criteria; the others keep their proportions.
 *
 * @param ranking empty where the others have no weight to rank by
 */
public record LeaveOneOut(String criterion, Optional<Ranking> ranking) {

    /** Leaves out each criterion of a screen in turn. */
    public static ImmutableList<LeaveOneOut> of(ScoreTable table) {
        ImmutableList.Builder<LeaveOneOut> all = ImmutableList.builder();
        for (int j = 0; j < table.criteria().size(); j++) {
            all.add(new LeaveOneOut(table.criteria().get(j), without(table, j)));
        }
        return all.build();
    }

    private static Optional<Ranking> without(ScoreTable table, int criterion) {
        double[] weights = table.weights();
        weights[criterion] = 0;
        for (double weight : weights) {
            if (weight > 0) {
                return Optional.of(Ranking.of(table.withWeights(weights)));
            }
        }
        return Optional.empty();
    }
}
