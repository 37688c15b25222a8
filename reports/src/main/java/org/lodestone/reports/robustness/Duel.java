package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.lodestone.reports.robustness.Overtaking.ProportionalChange;
import org.lodestone.reports.robustness.Overtaking.ScoreChange;
import org.lodestone.reports.robustness.Overtaking.WeightChange;
import org.lodestone.reports.screen.ScoreTable;

/**
 * Two companies, and what brings the one behind level with the one ahead.
 *
 * <p>A {@link Transform} makes every aggregation a sum, so the lead is linear in the weights:
 *
 * <pre>lead = Σ w d, where d = f(score of the one ahead) − f(score of the one behind)</pre>
 */
final class Duel {

    private final ScoreTable table;
    private final int behind;
    private final int ahead;
    private final double[] weights;
    private final double[] leads;

    Duel(ScoreTable table, int behind, int ahead) {
        this.table = table;
        this.behind = behind;
        this.ahead = ahead;
        this.weights = table.weights();
        this.leads = IntStream.range(0, weights.length)
                .mapToDouble(j -> Scorer.transformed(table, ahead, j) - Scorer.transformed(table, behind, j))
                .toArray();
    }

    /** Why no change of weights would do; empty where one does. */
    Optional<String> obstacle() {
        for (int j = 0; j < leads.length; j++) {
            if (!Double.isFinite(leads[j])) {
                int zero = table.score(behind, j) == 0 ? behind : ahead;
                return Optional.of("'%s' scores zero under '%s', which makes its whole score zero with any weight there"
                        .formatted(table.company(zero), table.criteria().get(j)));
            }
        }
        return IntStream.range(0, leads.length).anyMatch(j -> passes(only(j)))
                ? Optional.empty()
                : Optional.of("%s is ahead or level under every criterion".formatted(table.company(ahead)));
    }

    /** Whether the one behind is ahead with some weights, by the digits that count when ranking. */
    private boolean passes(double[] some) {
        return ScoreTable.rounded(score(behind, some)) > ScoreTable.rounded(score(ahead, some));
    }

    private double score(int company, double[] some) {
        double[] scores = new double[some.length];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = table.score(company, j);
        }
        return table.aggregation().of(some, scores);
    }

    private double[] only(int j) {
        double[] one = new double[weights.length];
        one[j] = 1;
        return one;
    }

    private double[] without(int j) {
        double[] others = weights.clone();
        others[j] = 0;
        return others;
    }

    /**
     * The smallest change of weights, by the sum of all changes.
     *
     * <p>Moving a share of the weight from one criterion to another changes the lead by that share of the difference of
     * their leads, and costs twice the share, whichever they are. So every share goes to the criterion under which the one
     * behind does best, and comes from those under which the one ahead does best, in their order, each down to zero before
     * the next.
     */
    WeightChange smallestChange() {
        int best = criteria(Comparator.comparingDouble(j -> leads[j])).get(0);
        double[] to = weights.clone();
        double lead = lead();
        for (int from : criteria(Comparator.comparingDouble(j -> -leads[j]))) {
            double perShare = leads[from] - leads[best];
            if (lead > 0 && perShare > 0) {
                boolean enough = to[from] * perShare >= lead;
                double share = enough ? lead / perShare : to[from];
                to[from] -= share;
                to[best] += share;
                lead = enough ? 0 : lead - share * perShare;
            }
        }
        return new WeightChange(table.byCriterion(weights), table.byCriterion(to));
    }

    /** Changes of one weight with the others in proportion, the smallest first; of equal ones, a rise before a fall. */
    ImmutableList<ProportionalChange> proportionalChanges() {
        return IntStream.range(0, weights.length)
                .mapToObj(this::proportionalChange)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble((ProportionalChange change) -> ScoreTable.rounded(change.size()))
                        .thenComparing(change -> change.to() < change.from()))
                .collect(toImmutableList());
    }

    /**
     * The change of one weight, t, in which the lead is linear:
     *
     * <pre>lead(t) = t d + (1 − t) D, where D = Σ w d / Σ w over the others</pre>
     *
     * <p>It becomes zero where the one behind is ahead under the criterion alone, or under the others alone.
     */
    private Optional<ProportionalChange> proportionalChange(int j) {
        double rest = 1 - weights[j];
        if (rest <= 0 || !(passes(only(j)) || passes(without(j)))) {
            return Optional.empty();
        }
        double others = (lead() - weights[j] * leads[j]) / rest;
        return Optional.of(new ProportionalChange(table.criteria().get(j), weights[j], others / (others - leads[j])));
    }

    /** Rises of one score within the scale, the smallest first. */
    ImmutableList<ScoreChange> scoreChanges() {
        return IntStream.range(0, weights.length)
                .mapToObj(j -> scoreNeeded(j).stream()
                        .filter(needed -> needed < highest(j))
                        .mapToObj(needed -> new ScoreChange(table.criteria().get(j), table.score(behind, j), needed)))
                .flatMap(changes -> changes)
                .sorted(Comparator.comparingDouble(ScoreChange::size))
                .collect(toImmutableList());
    }

    /** The score under a criterion with which both are level, on any scale. */
    OptionalDouble scoreNeeded(int j) {
        double needed = 0;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                needed += weights[k] * Scorer.transformed(table, ahead, k);
                needed -= k == j ? 0 : weights[k] * Scorer.transformed(table, behind, k);
            }
        }
        double score = Transform.back(table.aggregation(), needed / weights[j]);
        return weights[j] > 0 && Double.isFinite(score)
                ? OptionalDouble.of(Math.max(score, table.score(behind, j)))
                : OptionalDouble.empty();
    }

    /** The highest score there could be: 1 where all scores are from 0 to 1, otherwise the highest under the criterion. */
    private double highest(int criterion) {
        double low = 0;
        double high = 1;
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < weights.length; j++) {
            for (double score : table.scores(j)) {
                low = Math.min(low, score);
                high = Math.max(high, score);
                best = j == criterion ? Math.max(best, score) : best;
            }
        }
        return low == 0 && high == 1 ? 1 : best;
    }

    private double lead() {
        double lead = 0;
        for (int j = 0; j < weights.length; j++) {
            lead += weights[j] * leads[j];
        }
        return Math.max(lead, 0); // of two that are level, the last bits may say otherwise
    }

    private ImmutableList<Integer> criteria(Comparator<Integer> order) {
        return IntStream.range(0, leads.length).boxed().sorted(order).collect(toImmutableList());
    }
}
