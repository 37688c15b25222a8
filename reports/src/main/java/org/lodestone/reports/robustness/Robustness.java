package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Unchanged;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScoreTable;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;

/**
 * How sure the order of a screen is: what becomes of it with other weights, without a criterion, or with another figure.
 *
 * <p>All of it is Java's, and belongs to the weights and scores the screen had when it was worked out. Of a shortlist, the
 * companies are compared with each other only.
 */
public final class Robustness extends RobustnessKeys {

    private static final int SAMPLES = 4_096;

    private final Model model;

    Robustness(RobustnessKeys keys, Model model) {
        super(
                keys.result(),
                keys.companies(),
                keys.any(),
                keys.near(),
                keys.wins(),
                keys.without(),
                keys.indices(),
                keys.overtakings());
        this.model = model;
    }

    /**
     * Works it out for a result alone; empty where fewer than two companies are ranked.
     *
     * <p>Every company is compared with every other: a few hundred take seconds, many thousands more memory than there is.
     *
     * @param draws of weights; 10,000 is usual
     * @param threads more make it faster, never different
     */
    public static Optional<Robustness> of(ScreenResult result, int draws, long seed, int threads) {
        ImmutableList<String> companies =
                result.ranked().stream().mapToObj(result.universe()::id).collect(toImmutableList());
        return of(result, companies, result::scoreTable, draws, seed, threads)
                .map(keys -> new Robustness(keys, ranks(keys, Model.builder())));
    }

    private static Model ranks(RobustnessKeys keys, Model.Builder model) {
        keys.addRanks(model);
        return model.build();
    }

    /**
     * Works it out for the companies that a study shows, with flags that tell whether its weights and scores are still those
     * with which it was; empty where fewer than two of them are ranked.
     */
    public static Optional<Robustness> of(ScreenStudy study, int draws, long seed, int threads) {
        return of(study.result(), study.ranked(), study::scoreTable, draws, seed, threads)
                .map(keys -> new Robustness(keys, ranks(keys, asRun(study))));
    }

    private static Optional<RobustnessKeys> of(
            ScreenResult result,
            ImmutableList<String> companies,
            Supplier<ScoreTable> scores,
            int draws,
            long seed,
            int threads) {
        if (companies.size() < 2) {
            return Optional.empty();
        }
        ScoreTable table = scores.get();
        WeightRange near = WeightRange.around(BAND);
        return Optional.of(new RobustnessKeys(
                result,
                companies,
                RankAcceptability.of(table, WeightRange.any(), seed, draws, threads),
                RankAcceptability.of(table, near, seed, draws, threads),
                WinningShares.of(table, WeightRange.any(), seed, draws, threads),
                LeaveOneOut.of(table, result.screen()),
                SobolIndices.ofMeanRankShift(table, near, seed, SAMPLES, threads),
                Overtaking.ofNeighbours(table)));
    }

    /** One flag for each weight and for the score of each company. */
    private static Model.Builder asRun(ScreenStudy study) {
        Model.Builder model = Model.builder();
        LiveScreen screen = study.whole();
        Values values = study.model().values();
        ImmutableList.Builder<Key> flags = ImmutableList.builder();
        screen.screen().criteria().forEach(one -> flags.add(flag(model, values, screen.weight(one))));
        screen.screen().levels().forEach(one -> flags.add(flag(model, values, screen.weight(one))));
        screen.companies().forEach(company -> flags.add(flag(model, values, screen.rounded(company))));
        model.calculation(CURRENT, Dated.all(flags.build()));
        return model;
    }

    private static Key flag(Model.Builder model, Values values, Key input) {
        Value then = values.of(input);
        Key asRun = model.computed(
                ROBUSTNESS.sub("then").of(Subject.of(input)), then, "as it was when the order was tried");
        return model.calculation(ROBUSTNESS.sub("unchanged").of(Subject.of(input)), Unchanged.of(input, asRun, then));
    }

    /** A part of a report that says it on its own: how often each company has each rank, and what would change the order. */
    public Part part() {
        return RobustnessSection.alone(this);
    }

    /**
     * The part of the screen whose order is tried, with how sure that is at the end of its section, and a check that weights and values
     * are still those it was tried with.
     */
    public Part under(Part screen) {
        requireNonNull(screen, "screen");
        return RobustnessSection.under(screen, this);
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of("robustness", OneLine.count(companies(), "company"), any(), near().range());
    }
}
