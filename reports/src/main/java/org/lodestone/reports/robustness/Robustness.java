package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Unchanged;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScoreTable;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;

/**
 * How sure the order of a screen is: what becomes of it with other weights, without a criterion, or with another figure.
 *
 * <p>All of it is Java's, and belongs to the weights and scores the screen had when it was worked out.
 *
 * @param result the order that is tried
 * @param companies ids of the companies that are ranked, the first first
 * @param any the ranks under any weights at all
 * @param near the ranks under weights up to {@value #BAND} of theirs higher or lower
 * @param wins which company scores above which, under any weights
 * @param without the ranks without each criterion
 * @param indices which weights the ranks vary with; empty where they do not
 * @param overtakings what would let each company overtake the one above it
 */
public record Robustness(
        ScreenResult result,
        ImmutableList<String> companies,
        RankAcceptability any,
        RankAcceptability near,
        WinningShares wins,
        ImmutableList<LeaveOneOut> without,
        Optional<SobolIndices> indices,
        ImmutableList<Overtaking> overtakings,
        Model model) {

    /** How far weights are off that are near those chosen, as a share of each. */
    public static final double BAND = 0.25;

    /** How many sets of weights are drawn unless another number is asked for. */
    public static final int DRAWS = 10_000;

    /** Whether weights and scores are those with which all this was worked out: 1, or not available. */
    public static final Key AS_RUN = Term.of("robustness").sub("as run").key();

    private static final Term ROBUSTNESS = Term.of("robustness");
    private static final int SAMPLES = 4_096;

    /**
     * Works it out for a result alone; empty where fewer than two companies are ranked.
     *
     * <p>Every company is compared with every other: a few hundred take seconds, many thousands more memory than there is.
     *
     * @param draws of weights; 10,000 is usual
     * @param threads more make it faster, never different
     */
    public static Optional<Robustness> of(ScreenResult result, int draws, long seed, int threads) {
        if (result.ranked().length() < 2) {
            return Optional.empty();
        }
        ScoreTable table = result.scoreTable();
        WeightRange near = WeightRange.around(BAND);
        Robustness bare = new Robustness(
                result,
                ids(result, result.ranked()),
                RankAcceptability.of(table, WeightRange.any(), seed, draws, threads),
                RankAcceptability.of(table, near, seed, draws, threads),
                WinningShares.of(table, WeightRange.any(), seed, draws, threads),
                LeaveOneOut.of(table),
                SobolIndices.ofMeanRankShift(table, near, seed, SAMPLES, threads),
                Overtaking.ofNeighbours(table),
                Model.builder().build());
        return Optional.of(bare.with(bare.ranksAndWords()));
    }

    /**
     * Works it out for a study, with flags that tell whether its weights and scores are still those with which it was; empty
     * where fewer than two companies are ranked.
     */
    public static Optional<Robustness> of(ScreenStudy study, int draws, long seed, int threads) {
        return of(study.result(), draws, seed, threads)
                .map(robustness -> robustness.with(asRun(study, Model.builder().include(robustness.model()))));
    }

    private static ImmutableList<String> ids(ScreenResult result, ImmutableIntArray companies) {
        return companies.stream().mapToObj(result.universe()::id).collect(toImmutableList());
    }

    private Robustness with(Model.Builder model) {
        return new Robustness(result, companies, any, near, wins, without, indices, overtakings, model.build());
    }

    private Model.Builder ranksAndWords() {
        Model.Builder model = Model.builder();
        String how =
                any.draws() + " draws of weights with seed " + any.seed() + "; worked out in Java, not in the sheet";
        for (String company : companies) {
            for (int rank = 1; rank <= companies.size(); rank++) {
                model.computed(
                        acceptability(company, rank),
                        Value.of(ranks(any, company).share(rank)),
                        how);
            }
        }
        for (String company : ids(result, result.passed())) {
            model.computed(inWords(company), Value.of(companies.contains(company) ? words(company) : ""), how);
        }
        return model;
    }

    /** One flag for each weight and for the score of each company. */
    private static Model.Builder asRun(ScreenStudy study, Model.Builder model) {
        LiveScreen screen = study.whole();
        ImmutableList.Builder<Key> flags = ImmutableList.builder();
        screen.screen().criteria().forEach(one -> flags.add(flag(model, study, screen.weight(one))));
        screen.companies().forEach(company -> flags.add(flag(model, study, screen.rounded(company))));
        model.calculation(AS_RUN, Unchanged.all(flags.build()));
        return model;
    }

    private static Key flag(Model.Builder model, ScreenStudy study, Key input) {
        Value then = study.model().value(input);
        Key asRun = model.computed(
                ROBUSTNESS.sub("then").of(Subject.of(input.toString())), then, "as it was when the order was tried");
        return model.calculation(
                ROBUSTNESS.sub("unchanged").of(Subject.of(input.toString())), Unchanged.of(input, asRun, then));
    }

    /** The share of draws, under any weights, in which a company has a rank. */
    public static Key acceptability(String company, int rank) {
        return ROBUSTNESS.sub("share of draws").of(Subject.of(company)).in(Case.of("rank " + rank));
    }

    /** How sure the rank of a company is, in words; nothing where it has none. */
    public static Key inWords(String company) {
        return ROBUSTNESS.sub("in words").of(Subject.of(company));
    }

    private String words(String company) {
        return said("It", company) + ".";
    }

    /** How sure the rank of a company is, as a title. */
    String title(String company) {
        return said(name(company), company);
    }

    private String said(String subject, String company) {
        int rank = result.rank(result.universe().position(company)).orElseThrow();
        String better = rank == 1 ? "first" : "in place " + rank + " or better";
        return subject + " is " + better + " in " + percent(ranks(near, company).shareWithin(rank))
                + " of draws with weights up to "
                + percent(BAND) + " higher or lower, and in "
                + percent(ranks(any, company).shareWithin(rank))
                + " with any weights";
    }

    private static String percent(double share) {
        return Shown.WHOLE.text(Value.of(100 * share)) + "%";
    }

    /** The name of a company by its id. */
    public String name(String company) {
        return result.universe().name(result.universe().position(company));
    }

    /** The ranks of a company in one of the two trials. */
    public CompanyRanks ranks(RankAcceptability trial, String company) {
        return trial.companies().get(place(company));
    }

    /** Where a company stands in the trials, whose companies are in the order of the universe. */
    int place(String company) {
        int own = result.universe().position(company);
        return (int) companies.stream()
                .filter(other -> result.universe().position(other) < own)
                .count();
    }
}
