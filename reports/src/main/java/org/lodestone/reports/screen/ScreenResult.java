package org.lodestone.reports.screen;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.internal.words.AsWritten;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Shown;

/**
 * The result of a screen, with what came of each step.
 *
 * <p>A company is told by where it stands in the universe: {@code result.rank(universe.position("LYC"))}.
 */
public final class ScreenResult {

    /** The number of companies that a reader looks at one by one. */
    static final int READ = 30;

    private final Screen screen;
    private final Universe universe;
    private final Filtered filtered;
    private final Weighed weighed;
    private final double[] scores;
    private final RankedRows ranking;
    private final ImmutableTable<String, String, String> otherwise;

    /** Takes scores by row, NaN for companies of which too little is known, and their ranks. */
    ScreenResult(
            Screen screen,
            Universe universe,
            Filtered filtered,
            Weighed weighed,
            double[] scores,
            RankedRows ranking,
            ImmutableTable<String, String, String> otherwise) {
        this.screen = screen;
        this.universe = universe;
        this.filtered = filtered;
        this.weighed = weighed;
        this.scores = scores;
        this.ranking = ranking;
        this.otherwise = otherwise;
    }

    /** This result with how values are stated that could not be counted, by id of the company and name of the criterion. */
    ScreenResult stated(ImmutableTable<String, String, String> how) {
        return new ScreenResult(screen, universe, filtered, weighed, scores, ranking, how);
    }

    /** How a value is stated that could not be counted: {@code stated in AUD mn, not CNY mn}; empty where none is. */
    String otherwise(int company, String criterion) {
        return Objects.requireNonNullElse(otherwise.get(universe.id(company), criterion), "");
    }

    /** The filters, criteria and weights that were applied. */
    public Screen screen() {
        return screen;
    }

    /** The companies that were screened, those that were filtered out too. */
    public Universe universe() {
        return universe;
    }

    /** The scores of the companies under each criterion, in the order of the screen. */
    public ImmutableList<CriterionScores> criteria() {
        return weighed.criteria();
    }

    /** The scores of the companies under one criterion. Throws if the screen has none of that name. */
    public CriterionScores criterion(String name) {
        Criterion asked = screen.criterion(name);
        return criteria().stream()
                .filter(one -> one.name().equals(asked.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a company is ranked, known too little, or filtered out. */
    public State state(int company) {
        if (isFilteredOut(company)) {
            return State.FILTERED_OUT;
        }
        return Double.isNaN(scores[row(company)]) ? State.PROVISIONAL : State.RANKED;
    }

    /** The first filter that a company did not pass; empty where it passed them all. */
    public Optional<Filter> stoppedBy(int company) {
        return isFilteredOut(company) ? Optional.of(screen.filters().get(~filtered.rows()[company])) : Optional.empty();
    }

    /** The companies that passed the filters, in the order of the universe. */
    public ImmutableIntArray passed() {
        return companies(IntStream.range(0, universe.size()).filter(company -> !isFilteredOut(company)));
    }

    /** The companies that have a rank, by rank; those that share one in the order of the universe. */
    public ImmutableIntArray ranked() {
        return companies(Arrays.stream(ranking.order()).map(row -> filtered.companies()[row]));
    }

    /** The companies of which too little is known to rank them, in the order of the universe. */
    public ImmutableIntArray provisional() {
        return companies(IntStream.range(0, universe.size()).filter(company -> state(company) == State.PROVISIONAL));
    }

    private static ImmutableIntArray companies(IntStream companies) {
        return ImmutableIntArray.copyOf(companies);
    }

    /** The one score; empty where the company has no rank. */
    public OptionalDouble score(int company) {
        return state(company) == State.RANKED ? OptionalDouble.of(scores[row(company)]) : OptionalDouble.empty();
    }

    /** Its rank, from 1: companies whose scores agree to nine decimals share one, and the next counts them all. */
    public OptionalInt rank(int company) {
        return state(company) == State.RANKED ? OptionalInt.of(ranking.ranks()[row(company)]) : OptionalInt.empty();
    }

    /** The first {@code n} companies by rank, or all if they are fewer. */
    public ImmutableList<Ranked> top(int n) {
        return Arrays.stream(ranking.order()).limit(n).mapToObj(this::inRow).collect(toImmutableList());
    }

    private Ranked inRow(int row) {
        int company = filtered.companies()[row];
        return new Ranked(ranking.ranks()[row], company, universe.id(company), universe.name(company), scores[row]);
    }

    /** The share of weight, from 0 to 1, that rests on known values; 0 where a filter stopped the company. */
    public double coverage(int company) {
        return isFilteredOut(company) ? 0 : weighed.coverage(row(company));
    }

    /** The criteria with a weight that are not known of a company that passed the filters. */
    public ImmutableList<String> missing(int company) {
        return isFilteredOut(company)
                ? ImmutableList.of()
                : weighing().stream()
                        .filter(one -> !one.isKnownIn(row(company)))
                        .map(CriterionScores::name)
                        .collect(toImmutableList());
    }

    /**
     * The amount that each criterion adds to the score of a company, in the order of the screen; none where it has no score.
     *
     * <pre>share · score, where what is left out has left its share to the rest of its level</pre>
     *
     * For geometric and harmonic means a last one, {@link Contribution#IMBALANCE}, takes their sum to the score.
     */
    public ImmutableList<Contribution> contributions(int company) {
        if (state(company) != State.RANKED) {
            return ImmutableList.of();
        }
        int row = row(company);
        double[] shares = weighed.shares(row);
        List<Contribution> contributions = new ArrayList<>();
        double sum = 0;
        for (int j = 0; j < shares.length; j++) {
            CriterionScores one = criteria().get(j);
            double amount = amount(one, shares[j], row);
            contributions.add(new Contribution(one.name(), amount));
            sum += amount;
        }
        if (screen.aggregation() != Aggregation.ARITHMETIC) {
            contributions.add(new Contribution(Contribution.IMBALANCE, Math.min(scores[row] - sum, 0)));
        }
        return ImmutableList.copyOf(contributions);
    }

    /**
     * The rank of a company at the highest score that is possible, others as they are: better than its rank where what is not
     * known of it would let it pass another.
     */
    public int rankAtBest(int company) {
        double best = interval(company)
                .map(Interval::best)
                .orElseGet(() -> score(company).orElseThrow());
        return 1 + ranking.above(best, scores);
    }

    /**
     * Where the score of a company lies that rests on missing values or on lower bounds: what it would be if all that is not
     * known were the worst, and the best, that could be. A z-score could be the lowest or highest that a company has. Empty
     * where all that weighs is known, and where a filter stopped the company.
     */
    public Optional<Interval> interval(int company) {
        if (isFilteredOut(company)) {
            return Optional.empty();
        }
        int row = row(company);
        if (weighing().stream().allMatch(one -> one.isKnownIn(row) && !isLowerBound(one, company))) {
            return Optional.empty();
        }
        double[] shares =
                weighing().stream().mapToDouble(CriterionScores::share).toArray();
        double[] worst = weighing().stream()
                .mapToDouble(one -> isOpen(one, company, Direction.LOWER) ? one.worst() : one.scoreIn(row))
                .toArray();
        double[] best = weighing().stream()
                .mapToDouble(one -> isOpen(one, company, Direction.HIGHER) ? one.best() : one.scoreIn(row))
                .toArray();
        Aggregation mean = screen.aggregation();
        return Optional.of(new Interval(mean.of(shares, worst), mean.of(shares, best)));
    }

    /** Whether a score could be worse (where less is better), or better, than the value that is known makes it. */
    private boolean isOpen(CriterionScores one, int company, Direction direction) {
        return !one.isKnownIn(row(company))
                || (isLowerBound(one, company) && one.criterion().direction() == direction);
    }

    /** Whether the value of a company under a criterion is only known to be no smaller. */
    boolean isLowerBound(CriterionScores one, int company) {
        return universe.isLowerBound(Screening.column(one.criterion()), company);
    }

    /**
     * Why a company stands where it does.
     *
     * <pre>Ranks 1 of 8: first for quota (0.29 of 0.30) and separation; held back by resource.</pre>
     */
    public String why(int company) {
        return new Reasons(this).of(company);
    }

    /** The ranks of a league that the screen has. Throws if it has none of that name. */
    public ScreenResult in(String league) {
        return in(screen.leagues().stream()
                .filter(one -> one.name().equals(league))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names =
                            screen.leagues().stream().map(League::name).toList();
                    return UnknownIdException.of(league, "a league of the screen", names);
                }));
    }

    /**
     * The companies of a league among themselves. One with weights of its own is screened anew; in another, companies keep
     * the scores they have here and are ranked again.
     */
    public ScreenResult in(League league) {
        Screen of = screen.of(league);
        if (league.isOfItsOwn()) {
            return Screening.of(of, universe).stated(otherwise);
        }
        Screening.checkColumns(of, universe);
        Filtered members = filtered.further(league.filters(), screen.filters().size(), universe);
        double[] theirs = scores.clone();
        Arrays.setAll(theirs, row -> members.rows()[members.companies()[row]] < 0 ? Double.NaN : scores[row]);
        return new ScreenResult(of, universe, members, weighed, theirs, RankedRows.of(theirs), otherwise);
    }

    /**
     * The normalised scores of the companies that have a rank, in the order of the universe, under the criteria that weigh
     * something. A criterion that is left out for a company gets the score of the rest of its level, which moves nothing as long as
     * the weights stay.
     */
    public ScoreTable scoreTable() {
        return scoreTable(company -> true);
    }

    /** The same of some companies, by id. */
    ScoreTable scoreTable(Set<String> companies) {
        return scoreTable(company -> companies.contains(universe.id(company)));
    }

    private ScoreTable scoreTable(IntPredicate isIn) {
        int[] rows = Arrays.stream(ranking.order())
                .filter(row -> isIn.test(filtered.companies()[row]))
                .sorted()
                .toArray();
        return ScoreTable.of(
                        each(rows, universe::id),
                        weighing().stream().map(CriterionScores::name).toList(),
                        weighing().stream()
                                .map(one -> Arrays.stream(rows)
                                        .mapToDouble(row -> weighed.scoreIn(row, one))
                                        .toArray())
                                .toArray(double[][]::new),
                        weighing().stream().mapToDouble(CriterionScores::share).toArray(),
                        screen.aggregation())
                .named(each(rows, universe::name));
    }

    /** A text of the universe for the company in each of some rows. */
    private List<String> each(int[] rows, IntFunction<String> said) {
        return Arrays.stream(rows)
                .mapToObj(row -> said.apply(filtered.companies()[row]))
                .toList();
    }

    private boolean isFilteredOut(int company) {
        checkArgument(
                company >= 0 && company < universe.size(),
                "There is no company %s. The universe has %s, counted from 0.",
                company,
                universe.size());
        return filtered.rows()[company] < 0;
    }

    private int row(int company) {
        return filtered.rows()[company];
    }

    /** The number of companies that have the rank of this one, itself included. */
    int sharing(int company) {
        return ranking.sharing(row(company));
    }

    /** The number of companies whose scores two decimals do not tell from the highest, which is one of them. */
    int level() {
        return ranking.level(scores);
    }

    /**
     * The way in which the values of a criterion are written: those of a column of a table as those of the companies that a reader looks
     * at, the first by rank, are.
     */
    AsWritten written(Criterion criterion) {
        return criterion
                .indicator()
                .tableColumn()
                .map(column -> {
                    IntStream some = rankedCount() == 0
                            ? passed().stream()
                            : Arrays.stream(ranking.order()).map(row -> filtered.companies()[row]);
                    return AsWritten.of(
                            criterion.unit(),
                            universe.numbers(column, some.limit(READ).toArray()));
                })
                .orElseGet(() -> new AsWritten(shown(criterion), criterion.unit()));
    }

    /** How the values of a criterion of a dataset are shown. */
    private static Shown shown(Criterion criterion) {
        Shown amount = criterion.unit().startsWith("%") ? Shown.AS_IS : Shown.WHOLE;
        return criterion
                .indicator()
                .fold(new Indicator.Cases<>(
                        column -> Shown.AS_IS,
                        rating -> Shown.AS_IS,
                        stated -> amount,
                        quota -> amount,
                        breadth -> Shown.AS_IS,
                        ratio -> Shown.TWO_DECIMALS,
                        gain -> Shown.TWO_DECIMALS));
    }

    /** The number of companies that have a rank. */
    int rankedCount() {
        return ranking.order().length;
    }

    /** The amount that a criterion adds to the score of a company that has one. */
    double adds(CriterionScores criterion, int company) {
        return amount(criterion, share(criterion, company), row(company));
    }

    /** The amount that a geometric or harmonic mean takes off what the criteria add to a score, as {@link #contributions} has it. */
    double imbalance(int company) {
        ImmutableList<Contribution> all = contributions(company);
        return all.get(all.size() - 1).amount();
    }

    private static double amount(CriterionScores criterion, double share, int row) {
        return share > 0 ? share * criterion.scoreIn(row) : 0;
    }

    /** The weight of a criterion for a company: one that is left out leaves its share to the rest of its level. */
    double share(CriterionScores criterion, int company) {
        return weighed.shares(row(company))[criteria().indexOf(criterion)];
    }

    ImmutableList<CriterionScores> weighing() {
        return weighed.weighing();
    }

    /**
     * The result as a section, for a screen of a universe of one's own.
     *
     * @param top so many ranked companies are shown, of all and of each league
     * @param leftOut how many companies of the table were left out when it was read, as {@code UniverseReading} tells
     */
    public Part part(int top, int leftOut) {
        return ScreenResultSection.of(this, top, leftOut);
    }

    @Override
    public String toString() {
        return OneLine.of(
                screen.name(),
                OneLine.count(ranked().length(), "company") + " ranked",
                provisional().length() + " provisional",
                universe.size() + " looked at");
    }

    /** The outcome of a screen for one company. */
    public enum State {
        /** It has a score and a rank. */
        RANKED,
        /** Too little is known of it: it has an interval for a score, and no rank. */
        PROVISIONAL,
        /** A filter stopped it. */
        FILTERED_OUT
    }

    /** Where the score of a company lies, whatever the facts that are missing turn out to be. */
    public record Interval(double worst, double best) {
        /** Throws if the worst is above the best. */
        public Interval {
            checkArgument(worst <= best, "No score lies between %s and %s.", worst, best);
        }
    }

    /**
     * A company with its rank.
     *
     * @param company where it stands in the universe
     */
    public record Ranked(int rank, int company, String id, String name, double score) {

        @Override
        public String toString() {
            return OneLine.of(rank + ". " + name, "score " + OneLine.number(score));
        }
    }

    /**
     * The amount that a criterion adds to the score of a company. All of a company add up to its score.
     *
     * @param of name of the criterion, or {@link #IMBALANCE}
     */
    public record Contribution(String of, double amount) {

        /**
         * The name for the amount that a geometric or harmonic mean takes off the arithmetic one, since strength in one criterion does
         * not make up for weakness in another; zero or less.
         */
        public static final String IMBALANCE = "imbalance";
    }
}
