package org.lodestone.reports.screen;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.formula.Subject;

/**
 * The normalised scores of companies under each criterion, and how they become one score.
 *
 * <p>Higher is better under every criterion. No score is missing: a company with too little data is not in here.
 */
public final class ScoreTable {

    /** The decimals of a score that decide a rank. */
    public static final int DECIMALS = RankedRows.DECIMALS;

    private final ImmutableList<String> companies;
    private final ImmutableList<String> names;
    private final ImmutableList<String> criteria;
    private final double[][] scores;
    private final double[] weights;
    private final Aggregation aggregation;

    private ScoreTable(
            ImmutableList<String> companies,
            ImmutableList<String> names,
            ImmutableList<String> criteria,
            double[][] scores,
            double[] weights,
            Aggregation aggregation) {
        this.companies = companies;
        this.names = names;
        this.criteria = criteria;
        this.scores = scores;
        this.weights = weights;
        this.aggregation = aggregation;
    }

    /**
     * Throws if the sizes differ, an id comes twice, a score is missing, or the weights cannot be divided by their sum.
     *
     * @param companies their ids, which are their names too unless others are {@link #named}
     * @param scores for each criterion, the score of every company
     * @param weights any positive numbers; they are divided by their sum
     */
    public static ScoreTable of(
            List<String> companies,
            List<String> criteria,
            double[][] scores,
            double[] weights,
            Aggregation aggregation) {
        checkArgument(
                scores.length == criteria.size() && weights.length == criteria.size(),
                "%s criteria need as many weights and columns of scores, not %s and %s.",
                criteria.size(),
                weights.length,
                scores.length);
        checkArgument(
                ImmutableSet.copyOf(companies).size() == companies.size(),
                "A company comes twice in %s. Give each an id of its own.",
                companies);
        double[][] copy = new double[scores.length][];
        for (int j = 0; j < scores.length; j++) {
            checkArgument(
                    scores[j].length == companies.size(),
                    "'%s' has %s scores for %s companies.",
                    criteria.get(j),
                    scores[j].length,
                    companies.size());
            copy[j] = scores[j].clone();
            for (int i = 0; i < copy[j].length; i++) {
                checkArgument(
                        Double.isFinite(copy[j][i]),
                        "The score of '%s' under '%s' is %s. Leave a company without a score out.",
                        companies.get(i),
                        criteria.get(j),
                        copy[j][i]);
            }
        }
        ImmutableList<String> ids = ImmutableList.copyOf(companies);
        return new ScoreTable(ids, ids, ImmutableList.copyOf(criteria), copy, shares(weights), aggregation);
    }

    /** The same table with names by which its companies are shown; some may be alike. */
    public ScoreTable named(List<String> others) {
        checkArgument(others.size() == companies.size(), "%s names for %s companies.", others.size(), companies.size());
        return new ScoreTable(companies, ImmutableList.copyOf(others), criteria, scores, weights, aggregation);
    }

    private static double[] shares(double[] weights) {
        for (double weight : weights) {
            checkArgument(
                    Double.isFinite(weight) && weight >= 0,
                    "The weight %s is below zero or no number. Weights are zero or more.",
                    weight);
        }
        double sum = Arrays.stream(weights).sum();
        checkArgument(sum > 0, "The weights sum to zero. Give at least one criterion a weight above it.");
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** The ids of the companies. */
    public ImmutableList<String> companies() {
        return companies;
    }

    /** A company by its place in the table, with the name by which it is shown. */
    public Subject company(int number) {
        return new Subject(companies.get(number), names.get(number));
    }

    /** The names of the criteria. */
    public ImmutableList<String> criteria() {
        return criteria;
    }

    /** How scores become one. */
    public Aggregation aggregation() {
        return aggregation;
    }

    /** The weight of a criterion, as a share of all. */
    public double weight(int criterion) {
        return weights[criterion];
    }

    /** The weights as shares of their sum. */
    public double[] weights() {
        return weights.clone();
    }

    /** Numbers in the order of the criteria, such as weights, by the name of each. */
    public ImmutableMap<String, Double> byCriterion(double[] numbers) {
        ImmutableMap.Builder<String, Double> named = ImmutableMap.builder();
        for (int j = 0; j < numbers.length; j++) {
            named.put(criteria.get(j), numbers[j]);
        }
        return named.buildOrThrow();
    }

    /** The normalised score of a company under a criterion, each by its place in the table, from 0. */
    public double score(int company, int criterion) {
        return scores[criterion][company];
    }

    /** The scores of all companies under a criterion. */
    public double[] scores(int criterion) {
        return scores[criterion].clone();
    }

    /** The scores of all companies with its own weights. */
    public double[] total() {
        return total(weights);
    }

    /**
     * The scores of all companies with other weights.
     *
     * @param other one for each criterion, not below zero; they need not sum to one
     */
    public double[] total(double[] other) {
        double[] total = new double[companies.size()];
        double[] own = new double[criteria.size()];
        for (int i = 0; i < total.length; i++) {
            for (int j = 0; j < own.length; j++) {
                own[j] = scores[j][i];
            }
            total[i] = aggregation.of(other, own);
        }
        return total;
    }

    /** A score as it is ranked: rounded as spreadsheets round, halves away from zero. */
    public static double rounded(double score) {
        return RankedRows.rounded(score);
    }

    /** Ranks from 1, the highest score first: those that agree to nine decimals share one, and the next counts them all. */
    public static int[] ranks(double[] scores) {
        return RankedRows.of(scores).ranks();
    }

    /** The same scores with other weights. */
    public ScoreTable withWeights(double[] other) {
        return of(companies, criteria, scores, other, aggregation).named(names);
    }

    @Override
    public String toString() {
        return OneLine.of("scores", OneLine.count(companies, "company"), criteria);
    }
}
