package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.screen.ScoreTable;

/**
 * Scores all companies with one set of weights after another.
 *
 * <p>Scores come as whole numbers of 10<sup>−{@value ScoreTable#DECIMALS}</sup>, so that equal ones are equal to the bit.
 */
final class Scorer {

    private static final double UNITS = Math.pow(10, ScoreTable.DECIMALS);

    /** Columns are added up by fours, as each pass over the companies costs. */
    private static final int GROUP = 4;

    private final Aggregation aggregation;
    private final int companies;
    private final double[][] columns;
    private final double[] padded;

    /**
     * @param companies which, in the order of the scores
     * @param criteria which, in the order of the weights, none of them zero
     */
    Scorer(ScoreTable table, int[] companies, int[] criteria) {
        this.aggregation = table.aggregation();
        this.companies = companies.length;
        int groups = (criteria.length + GROUP - 1) / GROUP;
        this.columns = new double[groups * GROUP][companies.length];
        this.padded = new double[groups * GROUP];
        for (int j = 0; j < criteria.length; j++) {
            for (int i = 0; i < companies.length; i++) {
                columns[j][i] = transformed(table, companies[i], criteria[j]);
            }
        }
    }

    /** A score as its aggregation adds it up. Throws if it is below zero where that has no meaning. */
    static double transformed(ScoreTable table, int company, int criterion) {
        double score = table.score(company, criterion);
        checkArgument(
                score >= 0 || table.aggregation() == Aggregation.ARITHMETIC,
                "The score of '%s' under '%s' is %s, and %s means take none below zero."
                        + " Normalise otherwise, or aggregate by arithmetic means.",
                table.company(company),
                table.criteria().get(criterion),
                score,
                table.aggregation());
        return Transform.there(table.aggregation(), score);
    }

    /** @param weights of the criteria, above zero and of sum one */
    void score(double[] weights, double[] out) {
        System.arraycopy(weights, 0, padded, 0, weights.length);
        Arrays.fill(out, 0);
        for (int j = 0; j < columns.length; j += GROUP) {
            add(out, j);
        }
        if (aggregation != Aggregation.ARITHMETIC) {
            for (int i = 0; i < companies; i++) {
                out[i] = Transform.back(aggregation, out[i]);
            }
        }
        for (int i = 0; i < companies; i++) {
            out[i] = Math.rint(out[i] * UNITS);
        }
    }

    private void add(double[] out, int j) {
        double[] a = columns[j];
        double[] b = columns[j + 1];
        double[] c = columns[j + 2];
        double[] d = columns[j + 3];
        double wa = padded[j];
        double wb = padded[j + 1];
        double wc = padded[j + 2];
        double wd = padded[j + 3];
        for (int i = 0; i < out.length; i++) {
            out[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }
}
