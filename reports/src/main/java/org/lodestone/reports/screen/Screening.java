package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import java.util.Arrays;
import java.util.Objects;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;

/**
 * Ranks the companies of a universe by a screen.
 *
 * <p>First filters, then for each criterion extreme values, normalisation and what becomes of missing ones, then weights and
 * the one score, at last ranks. The {@link ScreenResult} has what came of each step.
 */
public final class Screening {

    private Screening() {}

    /**
     * Ranks the companies of {@code universe}. A criterion that is no {@linkplain org.lodestone.core.screen.Indicator.Column column} is looked up in the column of
     * its own name. Throws if the universe lacks a column that the screen asks for.
     */
    public static ScreenResult of(Screen screen, Universe universe) {
        checkColumns(screen, universe);
        Filtered filtered = Filtered.of(screen.filters(), universe);
        CriterionScorer scorer = new CriterionScorer(universe, filtered);
        ImmutableMap<String, Double> shares = screen.shares();
        ImmutableList<CriterionScores> criteria = screen.criteria().stream()
                .map(criterion -> scorer.score(
                        criterion, Objects.requireNonNull(shares.get(criterion.name())), column(criterion)))
                .collect(toImmutableList());
        Weighed weighed = new Weighed(screen, criteria);
        double[] scores = scores(screen, weighed, filtered.companies().length);
        return new ScreenResult(screen, universe, filtered, weighed, scores, scorer.rank(scores), ImmutableTable.of());
    }

    /** The column of a universe in which a criterion is looked up. */
    static String column(Criterion criterion) {
        return criterion.indicator().tableColumn().orElse(criterion.name());
    }

    static void checkColumns(Screen screen, Universe universe) {
        screen.filters().forEach(filter -> check("A filter", filter, universe));
        screen.leagues()
                .forEach(league -> league.filters()
                        .forEach(filter -> check("A filter of league '" + league.name() + "'", filter, universe)));
        for (Criterion criterion : screen.criteria()) {
            String of = "Criterion '" + criterion.name() + "'";
            check(of, () -> universe.requireNumbers(column(criterion)));
        }
    }

    private static void check(String of, Filter filter, Universe universe) {
        check(
                of,
                filter.fold(new Filter.Cases<Runnable>(
                        between -> () -> universe.requireNumbers(between.column()),
                        words -> () -> universe.requireWords(words.column()),
                        own -> () -> {}))); // it says what it looks at when it looks
    }

    static void check(String of, Runnable lookUp) {
        try {
            lookUp.run();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(of + " finds nothing to look at. " + e.getMessage(), e);
        }
    }

    /** The one score of each row; NaN where too little is known. */
    private static double[] scores(Screen screen, Weighed weighed, int companies) {
        double[] scores = screen.aggregation() == Aggregation.ARITHMETIC && !weighed.leavesOut(companies)
                ? sums(weighed.weighing(), companies)
                : means(weighed, companies);
        if (screen.coverage() > 0) {
            Arrays.setAll(
                    scores,
                    row -> RankedRows.rounded(weighed.coverage(row)) < screen.coverage() ? Double.NaN : scores[row]);
        }
        return scores;
    }

    /** <pre>Σ share · score</pre> column by column, which is what a processor does fastest. */
    private static double[] sums(ImmutableList<CriterionScores> weighing, int companies) {
        double[] sums = new double[companies];
        for (CriterionScores criterion : weighing) {
            double share = criterion.share();
            double[] scores = criterion.scores();
            for (int row = 0; row < companies; row++) {
                sums[row] += share * scores[row];
            }
        }
        return sums;
    }

    private static double[] means(Weighed weighed, int companies) {
        double[] means = new double[companies];
        Arrays.setAll(means, row -> weighed.mean(weighed.shares(row), row));
        return means;
    }
}
