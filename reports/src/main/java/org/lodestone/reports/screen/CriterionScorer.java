package org.lodestone.reports.screen;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.universe.Universe;

/**
 * Turns the values of a criterion into scores. Its arrays are used again for each criterion: new ones would be far from the
 * processor, which takes longer than the arithmetic.
 */
final class CriterionScorer {

    private final Universe universe;
    private final Filtered filtered;
    private final double[] raw;
    private final KnownValues known;
    private final Ascending ascending;
    private final double[] spare;

    /** For the companies that passed the filters. */
    CriterionScorer(Universe universe, Filtered filtered) {
        int companies = filtered.companies().length;
        this.universe = universe;
        this.filtered = filtered;
        this.raw = new double[companies];
        this.known = new KnownValues(companies);
        this.ascending = new Ascending(companies);
        this.spare = new double[companies];
    }

    /**
     * The scores that the criterion gives to the values in a column.
     *
     * @param share of the whole weight
     */
    CriterionScores score(Criterion criterion, double share, String column) {
        universe.copyNumbers(column, filtered.companies(), raw);
        known.take(raw);
        Treatment treatment = Treating.of(criterion.outliers(), known);
        treat(treatment);
        double[] scores = new double[raw.length];
        Scaling scaling = score(criterion, scores);
        fillIn(criterion, scores);
        return new CriterionScores(
                criterion,
                share,
                known.count(),
                treatment,
                scaling,
                universe.numbersByCompany(column),
                scores,
                filtered);
    }

    /** Ranks the companies by their one score. */
    RankedRows rank(double[] scores) {
        known.take(scores);
        return RankedRows.of(known, ascending.sort(known.values(), known.count()), scores.length);
    }

    private void treat(Treatment treatment) {
        if (treatment.changed() > 0) {
            double[] values = known.values();
            for (int i = 0; i < known.count(); i++) {
                values[i] = treatment.of(values[i]);
            }
        }
    }

    /** Writes the scores of the treated values, by the row in which each stands. */
    private Scaling score(Criterion criterion, double[] scores) {
        boolean lower = criterion.direction() == Direction.LOWER;
        return criterion
                .normalisation()
                .fold(
                        relative -> known.count() == 0 ? Scaling.NONE : score(relative, lower, scores),
                        posts -> byGoalposts(posts, lower, scores),
                        own -> known.count() == 0 ? Scaling.NONE : byOwn(own, lower, scores));
    }

    private Scaling score(Normalisation.Relative relative, boolean lower, double[] scores) {
        return switch (relative) {
            case MIN_MAX -> byRange(lower, scores);
            case Z_SCORE -> byDeviation(lower, scores);
            case PERCENTILE -> byRank(-1, Math.max(known.count() - 1, 1), lower, scores);
            case RANK -> byRank(0, known.count(), lower, scores);
        };
    }

    private Scaling byRange(boolean lower, double[] scores) {
        double least = known.least();
        double greatest = known.greatest();
        if (least == greatest) {
            return allEqual(0.5, scores);
        }
        for (int i = 0; i < known.count(); i++) {
            scores[known.row(i)] = directed((known.values()[i] - least) / (greatest - least), lower);
        }
        return new Scaling(least, greatest - least);
    }

    private Scaling byDeviation(boolean lower, double[] scores) {
        double mean = known.mean();
        double deviation = known.areEqual() ? 0 : known.deviation(mean);
        if (deviation == 0) {
            return allEqual(0, scores);
        }
        double signed = lower ? -deviation : deviation;
        double[] values = known.values();
        for (int i = 0; i < known.count(); i++) {
            scores[known.row(i)] = (values[i] - mean) / signed;
        }
        return new Scaling(mean, deviation);
    }

    private Scaling allEqual(double score, double[] scores) {
        for (int i = 0; i < known.count(); i++) {
            scores[known.row(i)] = score;
        }
        return new Scaling(known.values()[0], 0);
    }

    private Scaling byGoalposts(Normalisation.Goalposts posts, boolean lower, double[] scores) {
        boolean log = posts.scale() == Normalisation.Scale.LOG10;
        double low = log ? Math.log10(posts.low()) : posts.low();
        double high = log ? Math.log10(posts.high()) : posts.high();
        for (int i = 0; i < known.count(); i++) {
            double value = known.values()[i];
            double placed = log ? Math.log10(Math.max(value, posts.low())) : value;
            double score = Math.min(Math.max((placed - low) / (high - low), 0), 1);
            scores[known.row(i)] = directed(score, lower);
        }
        return Scaling.NONE;
    }

    private Scaling byOwn(Normalisation.Own own, boolean lower, double[] scores) {
        DoubleUnaryOperator among = own.among(Arrays.copyOf(known.values(), known.count()));
        for (int i = 0; i < known.count(); i++) {
            double value = known.values()[i];
            double score = among.applyAsDouble(value);
            checkArgument(
                    own.isUnitRange() ? score >= 0 && score <= 1 : Double.isFinite(score),
                    "The normalisation '%s' scores %s as %s. Let it give %s.",
                    own.name(),
                    value,
                    score,
                    own.isUnitRange() ? "a score from 0 to 1, or say that it has no such range" : "a number");
            scores[known.row(i)] = own.isUnitRange() ? directed(score, lower) : lower ? -score : score;
        }
        return Scaling.NONE;
    }

    /**
     * <pre>(mean rank of equals + first) / whole</pre>
     * with ranks from 1, the worst. A single company with ranks from 0 is in the middle.
     */
    private Scaling byRank(int first, double whole, boolean lower, double[] scores) {
        int count = known.count();
        if (first < 0 && count == 1) {
            return allEqual(0.5, scores);
        }
        double[] values = known.values();
        ascending.sort(values, count);
        double[] byPlace =
                spare; // by size means all over the place, so as few jumps as can be: rows come after, in order
        int from = 0;
        while (from < count) {
            double value = values[ascending.place(from)];
            int to = from + 1;
            while (to < count && values[ascending.place(to)] == value) {
                to++;
            }
            double fromLowest = (from + 1 + to) * 0.5;
            double rank = lower ? count + 1 - fromLowest : fromLowest;
            double score = (rank + first) / whole;
            for (int k = from; k < to; k++) {
                byPlace[ascending.place(k)] = score;
            }
            from = to;
        }
        for (int i = 0; i < count; i++) {
            scores[known.row(i)] = byPlace[i];
        }
        return Scaling.NONE;
    }

    private static double directed(double score, boolean lower) {
        return lower ? 1 - score : score;
    }

    /** Gives companies without a value what the rule for them says; NaN where they get no score. */
    private void fillIn(Criterion criterion, double[] scores) {
        if (known.count() == raw.length) {
            return;
        }
        double score = scoreOfMissing(criterion, scores);
        for (int row = 0; row < raw.length; row++) {
            if (Double.isNaN(raw[row])) {
                scores[row] = score;
            }
        }
    }

    private double scoreOfMissing(Criterion criterion, double[] scores) {
        boolean unit = criterion.normalisation().isUnitRange();
        if (criterion.missing() == Missing.NEUTRAL) {
            return unit ? 0.5 : 0;
        }
        if (criterion.missing() == Missing.WORST) {
            // where some are missing their place still holds 0, the mean of z-scores, which is never below the lowest
            return unit ? 0 : Arrays.stream(scores).min().orElse(0);
        }
        return Double.NaN;
    }
}
