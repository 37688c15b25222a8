package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.screen.Weighting;

/** The scores of companies under each criterion, and what these weigh for each company. */
final class Weighed {

    private final ImmutableList<CriterionScores> criteria;
    private final ImmutableList<CriterionScores> weighing;
    private final Weighting weighting;
    private final double[] shares;
    private final Aggregation aggregation;

    /** Those that were asked for last: a table asks for one criterion after the other. */
    private volatile SharesIn last;

    /** Takes the criteria in the order of the screen. */
    Weighed(Screen screen, ImmutableList<CriterionScores> criteria) {
        this.criteria = criteria;
        this.weighing = criteria.stream().filter(one -> one.share() > 0).collect(toImmutableList());
        this.weighting = screen.weighting();
        this.shares = weighting.shares();
        this.aggregation = screen.aggregation();
        this.last = new SharesIn(-1, shares);
    }

    ImmutableList<CriterionScores> criteria() {
        return criteria;
    }

    /** The criteria that have a weight. */
    ImmutableList<CriterionScores> weighing() {
        return weighing;
    }

    /** Whether a criterion is left out for some of the companies. */
    boolean leavesOut(int companies) {
        return weighing.stream()
                .anyMatch(one -> one.criterion().missing() == Missing.LEFT_OUT && one.known() < companies);
    }

    /** The share of weight that rests on known values. */
    double coverage(int row) {
        double sum = 0;
        for (CriterionScores criterion : weighing) {
            sum += criterion.isKnownIn(row) ? criterion.share() : 0;
        }
        return sum;
    }

    /** The weight of each criterion for a company: one that is left out leaves its weight to the rest of its level. */
    double[] shares(int row) {
        SharesIn found = last;
        if (found.row() != row) {
            found = new SharesIn(
                    row,
                    weighing.stream().noneMatch(one -> one.isLeftOutIn(row))
                            ? shares
                            : weighting.shares(
                                    criterion -> !criteria.get(criterion).isLeftOutIn(row)));
            last = found;
        }
        return found.shares();
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares two
    private record SharesIn(int row, double[] shares) {}

    /** The one score of a company by some weights; NaN where one that weighs is not known. */
    double mean(double[] weights, int row) {
        double[] scores = new double[weights.length];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = weights[j] > 0 ? criteria.get(j).scoreIn(row) : 0;
        }
        return aggregation.of(weights, scores);
    }

    /** The score of a company under a criterion; of one that is left out, that of the rest of its level. */
    double scoreIn(int row, CriterionScores criterion) {
        return criterion.isLeftOutIn(row)
                ? mean(
                        weighting.standIns(
                                criteria.indexOf(criterion),
                                other -> !criteria.get(other).isLeftOutIn(row)),
                        row)
                : criterion.scoreIn(row);
    }
}
