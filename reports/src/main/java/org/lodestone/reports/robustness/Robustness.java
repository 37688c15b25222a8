package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Unchanged;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScoreTable;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;

/**
 * How sure the order of a screen is: what becomes of it with other weights, without a criterion, or with another figure.
 *
 * <p>All of it is Java's, and belongs to the weights and scores the screen had when it was worked out. Of a shortlist, the
 * companies are compared with each other only.
 *
 * @param result the order that is tried
 * @param companies ids of the companies shown that are ranked, the first first
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
        ImmutableList<String> companies =
                result.ranked().stream().mapToObj(result.universe()::id).collect(toImmutableList());
        return of(result, companies, result::scoreTable, draws, seed, threads);
    }

    /**
     * Works it out for the companies that a study shows, with flags that tell whether its weights and scores are still those
     * with which it was; empty where fewer than two of them are ranked.
     */
    public static Optional<Robustness> of(ScreenStudy study, int draws, long seed, int threads) {
        return of(study.result(), study.ranked(), study::scoreTable, draws, seed, threads)
                .map(robustness -> robustness.with(asRun(study, Model.builder().include(robustness.model()))));
    }

    private static Optional<Robustness> of(
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
        Robustness bare = new Robustness(
                result,
                companies,
                RankAcceptability.of(table, WeightRange.any(), seed, draws, threads),
                RankAcceptability.of(table, near, seed, draws, threads),
                WinningShares.of(table, WeightRange.any(), seed, draws, threads),
                LeaveOneOut.of(table, result.screen()),
                SobolIndices.ofMeanRankShift(table, near, seed, SAMPLES, threads),
                Overtaking.ofNeighbours(table),
                Model.builder().build());
        return Optional.of(bare.with(bare.ranksAndWords()));
    }

    private Robustness with(Model.Builder model) {
        return new Robustness(result, companies, any, near, wins, without, indices, overtakings, model.build());
    }

    private Model.Builder ranksAndWords() {
        Model.Builder model = Model.builder();
        String how =
                any.draws() + " draws of weights with seed " + any.seed() + "; worked out in Java, not in the sheet";
        for (String company : companies) {
            for (RankBand band : bands()) {
                model.computed(acceptability(company, band), Value.of(band.share(ranks(any, company))), how);
            }
            model.computed(inWords(company), Value.of(words(company)), how);
        }
        return model;
    }

    /** One flag for each weight and for the score of each company; and no words on those that have no rank. */
    private static Model.Builder asRun(ScreenStudy study, Model.Builder model) {
        LiveScreen screen = study.whole();
        ImmutableSet<String> ranked = ImmutableSet.copyOf(study.ranked());
        screen.companies().stream()
                .filter(company -> !ranked.contains(company))
                .forEach(company -> model.computed(inWords(company), Value.of(""), "it has no rank"));
        Values values = study.model().values();
        ImmutableList.Builder<Key> flags = ImmutableList.builder();
        screen.screen().criteria().forEach(one -> flags.add(flag(model, values, screen.weight(one))));
        screen.screen().levels().forEach(one -> flags.add(flag(model, values, screen.weight(one))));
        screen.companies().forEach(company -> flags.add(flag(model, values, screen.rounded(company))));
        model.calculation(AS_RUN, Unchanged.all(flags.build()));
        return model;
    }

    private static Key flag(Model.Builder model, Values values, Key input) {
        Value then = values.of(input);
        Key asRun = model.computed(
                ROBUSTNESS.sub("then").of(Subject.of(input)), then, "as it was when the order was tried");
        return model.calculation(ROBUSTNESS.sub("unchanged").of(Subject.of(input)), Unchanged.of(input, asRun, then));
    }

    /** Whether more companies are ranked than are compared here. */
    boolean isOfShortlist() {
        return companies.size() < result.ranked().length();
    }

    /** The ranks that are counted together: of few companies each by itself, of many those from tenth on in bands. */
    ImmutableList<RankBand> bands() {
        return RankBand.of(companies.size());
    }

    /** The share of draws, under any weights, in which a company has one of some ranks. */
    static Key acceptability(String company, RankBand band) {
        return ROBUSTNESS.sub("share of draws").of(Subject.of(company)).in(Case.of(band.toString()));
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
        return subject + " is " + better + " of the " + companies.size() + " ranked in "
                + percent(ranks(near, company).shareWithin(rank)) + " of draws with weights up to " + percent(BAND)
                + " higher or lower, and in " + percent(ranks(any, company).shareWithin(rank))
                + " with any weights of these criteria, figures as they stand";
    }

    /** In whole percent; what is not quite none or all is not told as such. */
    private static String percent(double share) {
        String rounded = Shown.WHOLE.text(Value.of(100 * share)) + "%";
        if (share > 0 && rounded.equals("0%")) {
            return "under 1%";
        }
        return share < 1 && rounded.equals("100%") ? "over 99%" : rounded;
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
