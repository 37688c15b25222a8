package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Counted;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.robustness.RankAcceptability.CompanyRanks;
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
 * @param overtakings the changes that would let each company overtake the one above it
 * @param model gives the keys their values
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

    /** The number of ranks that a page has room for, and with them what lets a company rise; how often a company has each is told there. */
    public static final int ON_A_PAGE = 6;

    /** How far weights are off that are near those chosen, as a share of each. */
    public static final double BAND = 0.25;

    /** The number of sets of weights that are drawn unless another number is asked for. */
    public static final int DRAWS = 10_000;

    /** Whether weights and scores are those with which all this was worked out: 1 or 0. */
    public static final Key CURRENT = Dated.current("order of the screen");

    static final Term ROBUSTNESS = Term.of("robustness");

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
        return companies.size() < 2
                ? Optional.empty()
                : Optional.of(of(result, companies, result.scoreTable(), Model.builder(), draws, seed, threads));
    }

    /**
     * Works it out for the companies that a study shows, with flags that tell whether its weights and scores are still those
     * with which it was; empty where fewer than two of them are ranked.
     */
    public static Optional<Robustness> of(ScreenStudy study, int draws, long seed, int threads) {
        return study.ranked().size() < 2
                ? Optional.empty()
                : Optional.of(
                        of(study.result(), study.ranked(), study.scoreTable(), asRun(study), draws, seed, threads));
    }

    private static Robustness of(
            ScreenResult result,
            ImmutableList<String> companies,
            ScoreTable scores,
            Model.Builder model,
            int draws,
            long seed,
            int threads) {
        WeightRange close = WeightRange.around(BAND);
        RankAcceptability any = RankAcceptability.of(scores, WeightRange.any(), seed, draws, threads);
        addRanks(companies, scores, any, model);
        return new Robustness(
                result,
                companies,
                any,
                RankAcceptability.of(scores, close, seed, draws, threads),
                WinningShares.of(scores, WeightRange.any(), seed, draws, threads),
                LeaveOneOut.of(scores, result.screen()),
                SobolIndices.ofMeanRankShift(scores, close, seed, SAMPLES, threads),
                Overtaking.ofNeighbours(scores),
                model.build());
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
                ROBUSTNESS.sub("then").of(Subject.of(input)),
                then,
                ValueUnit.like(input),
                "as it was when the order was tried");
        return model.calculation(ROBUSTNESS.sub("unchanged").of(Subject.of(input)), Unchanged.of(input, asRun, then));
    }

    /** The name of a company by its id. */
    public String name(String company) {
        return result.universe().name(result.universe().position(company));
    }

    /** Where a company stands in the trials, whose companies are in the order of the universe. */
    int place(String company) {
        int own = result.universe().position(company);
        return (int) companies.stream()
                .filter(other -> result.universe().position(other) < own)
                .count();
    }

    // ---------------------------------------------------------------- with other weights

    /** The ranks of a company in one of the two trials. */
    public CompanyRanks ranks(RankAcceptability trial, String company) {
        return trial.companies().get(place(company));
    }

    /** The ranks that are counted together: of few companies each by itself, of many those from tenth on in bands. */
    public ImmutableList<RankBand> bands() {
        return RankBand.of(companies.size());
    }

    /** The share of draws, under any weights, in which a company has one of some ranks. */
    public static Key acceptability(String company, RankBand band) {
        return ROBUSTNESS.sub("share of draws").of(Subject.of(company)).in(Case.of(band.toString()));
    }

    /** Adds in which share of draws each company has each rank. */
    private static void addRanks(List<String> companies, ScoreTable scores, RankAcceptability any, Model.Builder to) {
        String how = any.draws() + " draws of weights with seed " + any.seed() + "; not recalculated in the sheet";
        for (String company : companies) {
            CompanyRanks ranks = any.companies().get(scores.companies().indexOf(company));
            for (RankBand band : RankBand.of(companies.size())) {
                Counted.add(to, CURRENT, acceptability(company, band), band.share(ranks), how);
            }
        }
    }

    // ---------------------------------------------------------------- parts of a report

    /** A part of a report that says it on its own: how often each company has each rank, and what would change the order. */
    public Part part() {
        return RobustnessSection.of(this).alone();
    }

    /**
     * The part of the screen whose order is tried, with how sure that is at the end of its section, and a check that weights and values
     * are still those it was tried with.
     */
    public Part under(Part screen) {
        requireNonNull(screen, "screen");
        return RobustnessSection.under(screen, this);
    }

    @Override
    public String toString() {
        return OneLine.of("robustness", OneLine.count(companies(), "company"), any(), near().range());
    }

    /**
     * Some ranks in a row that are counted together: {@code rank 3}, or {@code ranks 11 to 20}.
     *
     * @param first the best of them, from 1
     * @param last the worst of them
     */
    public record RankBand(int first, int last) {

        /** The number of companies that have a column for each rank. */
        private static final int EACH = 15;
        /** The number of ranks that have a column each where there are more companies. */
        private static final int BEST = 10;

        /** The bands of so many companies: each rank, or where that is too many, 1 to 10, 11 to 20, 21 to 50, 51 to 100. */
        static ImmutableList<RankBand> of(int companies) {
            ImmutableList.Builder<RankBand> bands = ImmutableList.builder();
            int last = companies <= EACH ? companies : BEST;
            for (int rank = 1; rank <= last; rank++) {
                bands.add(new RankBand(rank, rank));
            }
            while (last < companies) {
                int first = last + 1;
                last = Math.min(companies, next(last));
                bands.add(new RankBand(first, last));
            }
            return bands.build();
        }

        /** 10, 20, 50, 100, 200, 500 and so on. */
        private static int next(int bound) {
            return bound % 10 == 0 && Integer.toString(bound).charAt(0) == '2' ? bound / 2 * 5 : bound * 2;
        }

        /** In what share of draws a company has one of these ranks. */
        double share(CompanyRanks ranks) {
            return first == last ? ranks.share(first) : ranks.shareWithin(last) - ranks.shareWithin(first - 1);
        }

        @Override
        public String toString() {
            return first == last ? "rank " + first : "ranks " + first + " to " + last;
        }
    }

    /**
     * The ranking without one of the criteria, whose weight the others of its level have.
     *
     * @param ranking empty where the others have no weight to rank by
     */
    public record LeaveOneOut(String criterion, Optional<Ranking> ranking) {

        /** Leaves out each criterion of a screen in turn, whose scores are in the table; levels keep their weights. */
        public static ImmutableList<LeaveOneOut> of(ScoreTable table, Screen screen) {
            return table.criteria().stream()
                    .map(left -> {
                        ImmutableMap<String, Double> shares = screen.sharesWithout(left);
                        return new LeaveOneOut(
                                left,
                                ranking(
                                        table,
                                        table.criteria().stream()
                                                .mapToDouble(shares::get)
                                                .toArray()));
                    })
                    .collect(toImmutableList());
        }

        private static Optional<Ranking> ranking(ScoreTable table, double[] weights) {
            return Arrays.stream(weights).anyMatch(weight -> weight > 0)
                    ? Optional.of(Ranking.of(table.withWeights(weights)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return OneLine.of(
                    "without " + criterion, ranking.map(Object::toString).orElse("no ranking"));
        }
    }
}
