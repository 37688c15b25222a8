package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.screen.Screen.Level;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Lever;

/**
 * A screen as formulas over the values of some companies: each step from a value to a rank stands behind a key.
 *
 * <pre>
 * score = sum of shares of weight · scores under each criterion
 * </pre>
 *
 * <p>It says the same as {@link Screening} does on arrays. Here a reader can follow it, and change a weight. Of a shortlist,
 * what depends on the companies that are not in it is Java's, and does not follow.
 */
public final class LiveScreen {

    /** The word in place of a score that is not there. */
    static final String PROVISIONAL = "provisional";

    /** The number of values in one step of a formula over very many. */
    private static final int AT_ONCE = 20;

    /** Digits of what criteria add and take, so that of two that are equal no last bit says which is the larger. */
    private static final int TIE = 13;

    private static final Term SCREEN = Term.of("screen");
    private static final InputRule WEIGHT = InputRule.number().from(0);

    private final ScreenResult result;
    private final Screen screen;
    private final ImmutableList<String> companies;
    /** The number of companies that are normalised together; more than there are here, if these are a shortlist. */
    private final int among;

    private final Case in;
    private final Calculations values = new Calculations(Definitions.MODEL, Constants.MODEL);
    private final LiveScores scores;
    private final LiveReasons reasons;
    private final LevelShares shares;
    private final SortedList sorted;
    private final Map<String, Formula> wholes = new HashMap<>();
    private int steps;

    private LiveScreen(ScreenResult result, Case in, ImmutableIntArray shown) {
        this.result = result;
        this.screen = result.screen();
        this.companies = shown.stream().mapToObj(result.universe()::id).collect(ImmutableList.toImmutableList());
        this.among = result.passed().length();
        this.in = in;
        this.scores = new LiveScores(this, result, values);
        LiveValues told = new LiveValues(this, result, values);
        this.reasons = new LiveReasons(this, told, result);
        this.shares = new LevelShares(this, values, "all criteria", this::weight, this::sumOfWeights);
        inputs();
        screen.criteria().forEach(scores::putAll);
        if (isShortlist()) {
            screen.criteria().forEach(told::putAll);
        }
        companies.forEach(this::beyondList);
        if (isShortlist()) {
            companies.forEach(this::amongAll);
        }
        this.sorted = new SortedList(this, values);
        values.close();
    }

    /** The formulas of the screen that gave this result, over the values of the companies that passed its filters. */
    static LiveScreen of(ScreenResult result, Case in) {
        return new LiveScreen(result, in, result.passed());
    }

    /**
     * The formulas over the values of the first {@code top} companies by rank, or where none is ranked, of the first that
     * passed the filters. What depends on the values of the others is Java's. Where no more than that passed, these are the
     * formulas over all of them.
     */
    static LiveScreen shortlist(ScreenResult result, Case in, int top) {
        if (result.passed().length() <= top) {
            return of(result, in);
        }
        ImmutableIntArray some = result.ranked().isEmpty() ? result.passed() : result.ranked();
        return new LiveScreen(result, in, some.subArray(0, Math.min(top, some.length())));
    }

    // ---------------------------------------------------------------- criteria and companies

    /** The filters, criteria and weights by which companies are ranked. */
    public Screen screen() {
        return screen;
    }

    /** The ids of the companies, in their order. */
    public ImmutableList<String> companies() {
        return companies;
    }

    /** The league, or no case for the screen itself. */
    public Case in() {
        return in;
    }

    /** Whether these are the formulas of the screen itself, and not of a league. */
    boolean isWhole() {
        return in.equals(Case.NONE);
    }

    /** Whether these are only the first of the companies that are compared. */
    public boolean isShortlist() {
        return companies.size() < among;
    }

    /** The number of companies that are normalised together, for a sentence: {@code 59,412}. */
    public String amongInWords() {
        return Shown.WHOLE.text(Value.of((double) among));
    }

    /** How a value of all companies came about that stands in a shortlist of them. */
    public String howAmongAll() {
        return "of the " + amongInWords() + " companies that are compared, as they were when the report was made";
    }

    /** The name of a company. */
    public Key name(String company) {
        return values.label(of("company", company), result.universe().name(position(company)));
    }

    /** The title of a criterion, for sentences that pick one. */
    public Key title(Criterion criterion) {
        return values.label(of("criterion", criterion.name()), criterion.title());
    }

    /** The title of a criterion as it stands within a sentence. */
    public Key titleInSentence(Criterion criterion) {
        return values.label(of("criterion in a sentence", criterion.name()), Words.inSentence(criterion.title()));
    }

    /** The value of a company that a criterion counts. */
    public static Key value(Criterion criterion, String company) {
        return value(criterion.name(), company);
    }

    static Key value(String criterion, String company) {
        return SCREEN.sub("value of " + criterion).of(Subject.of(company));
    }

    /** How the values of a criterion are shown. */
    public Shown shown(Criterion criterion) {
        return result.written(criterion).shown();
    }

    /** The unit under which they stand; empty where there is none, or their cells say it. */
    public String unit(Criterion criterion) {
        return result.written(criterion).unit();
    }

    /** The unit in which the values of a criterion count; any unit where no company has one. */
    public ValueUnit counts(Criterion criterion) {
        return companies().stream()
                .filter(company -> result.criterion(criterion.name())
                        .raw(position(company))
                        .isPresent())
                .findFirst()
                .map(company -> ValueUnit.like(value(criterion, company)))
                .orElse(ValueUnit.ANY);
    }

    // ---------------------------------------------------------------- weights

    private void inputs() {
        values.building()
                .assumption(
                        leastCoverage(),
                        Value.of(screen.coverage()),
                        ValueUnit.NUMBER,
                        "Share of weight that must rest on known values for a company to be ranked.");
        values.building().rule(leastCoverage(), InputRule.number().from(0).upTo(1));
        for (Level level : screen.levels()) {
            weight(
                    weight(level),
                    level.weight(),
                    "Weight of the level against the others.",
                    "Weight of " + level.name());
        }
        for (Criterion criterion : screen.criteria()) {
            title(criterion);
            titleInSentence(criterion);
            weight(ownWeight(criterion), criterion.weight(), criterion.reason(), "Weight, " + criterion.title());
            if (isWhole()) {
                typed(typedWeight(criterion), criterion);
                weightRefused(criterion);
                weightChanged(criterion);
            }
            share(criterion);
        }
    }

    private void weight(Key key, double weight, String reason, String words) {
        values.building().assumption(key, Value.of(weight), ValueUnit.NUMBER, reason);
        values.building().rule(key, WEIGHT.saying(words));
    }

    private void typed(Key key, Criterion criterion) {
        String weight = "Weight, " + criterion.title();
        values.building()
                .assumption(key, Value.empty(), ValueUnit.NUMBER, "Typed: empty, a weight is as the screen has it.");
        values.building().rule(key, WEIGHT.orEmpty().saying(weight + ". Empty: as the screen has it"));
        values.building().name(key, Lever.inOneWord("weight-" + criterion.name()));
    }

    /** Whether a value may be typed for a weight: a number, not below zero. */
    public static boolean isWeight(Value typed) {
        return WEIGHT.allows(typed);
    }

    /** The inputs in which a reader changes what a criterion of a screen weighs: the one that counts before the other. */
    public static ImmutableListMultimap<Criterion, Key> weightInputs(Screen screen) {
        ImmutableListMultimap.Builder<Criterion, Key> inputs = ImmutableListMultimap.builder();
        screen.criteria()
                .forEach(one -> inputs.putAll(
                        one, weight("weight typed", one, Case.NONE), weight("weight of the screen", one, Case.NONE)));
        return inputs.build();
    }

    private static Key weight(String which, Criterion criterion, Case in) {
        return SCREEN.sub(which).of(Subject.of(criterion.name())).in(in);
    }

    /** The weight that a reader typed; empty at first. */
    public Key typedWeight(Criterion criterion) {
        return weight("weight typed", criterion, in);
    }

    /** The weight that the screen itself gives a criterion; for a league with weights of its own, the one in force. */
    public Key ownWeight(Criterion criterion) {
        return weight(isWhole() ? "weight of the screen" : "weight", criterion, in);
    }

    /** The weight of a criterion that is in force: what a reader typed, or else the screen's own. */
    public Key weight(Criterion criterion) {
        Key key = weight("weight", criterion, in);
        return isWhole() ? values.as(key, () -> typedOr(criterion)) : key;
    }

    /** A weight that is typed counts from zero on; else the screen's own does. */
    private Formula typedOr(Criterion criterion) {
        Formula typed = typedWeight(criterion);
        Formula own = ownWeight(criterion);
        return typed.isKnown().then(typed.isAtLeast(ZERO).then(typed, own), own);
    }

    /** Whether a weight was typed that counts: 1 or 0. */
    Key weightCounts(Criterion criterion) {
        Formula typed = typedWeight(criterion);
        return key(
                "weight counts",
                criterion.name(),
                () -> typed.isKnown().then(typed.isAtLeast(ZERO).then(ONE, ZERO), ZERO));
    }

    /** Whether something was typed that is no weight: 1 or 0. */
    Key weightRefused(Criterion criterion) {
        return key(
                "weight refused",
                criterion.name(),
                () -> Formula.call(Fn.IS_EMPTY, typedWeight(criterion))
                        .then(ZERO, ONE)
                        .minus(weightCounts(criterion)));
    }

    /** Whether the weight in force is another than the screen's own: 1 or 0. */
    Key weightChanged(Criterion criterion) {
        return key(
                "weight changed",
                criterion.name(),
                () -> weight(criterion)
                        .isEqualTo(ownWeight(criterion))
                        .then(ZERO, ONE)
                        .orElse(ONE));
    }

    /** The weight of a level against the others of the level it is part of. */
    public Key weight(Level level) {
        return of("weight of level", level.name());
    }

    /** The weights, summed up; missing as soon as one is below zero. */
    public Key sumOfWeights() {
        return key("sum of weights", () -> {
            List<Key> all = new ArrayList<>(eachCriterion(this::weight));
            screen.levels().forEach(level -> all.add(weight(level)));
            Formula least = Formula.call(Fn.MIN, span(all));
            return least.isAtLeast(ZERO).then(shares.sumWithin(""), text(Value.NOT_AVAILABLE));
        });
    }

    /** The weight of a criterion as a share of all. */
    public Key share(Criterion criterion) {
        return key("share of weight", criterion.name(), () -> shares.share(criterion));
    }

    // ---------------------------------------------------------------- what is known

    /** The share of weight that rests on nothing because a value is missing. */
    public Key gap(Criterion criterion, String company) {
        return key(
                "gap",
                criterion,
                company,
                () -> scores.counts(criterion, company).then(ZERO, share(criterion)));
    }

    /** The share of weight that rests on known values. */
    public Key coverage(String company) {
        return key("coverage", company, () -> ONE.minus(Formula.sum(span(eachCriterion(one -> gap(one, company))))));
    }

    /** Whether nothing that weighs is known of a company, by its share of weight on known values. */
    public static Formula isBlank(Formula coverage) {
        return ZERO.isAtLeast(asRanked(coverage));
    }

    /** The share of weight that must rest on known values for a company to be ranked. */
    public Key leastCoverage() {
        return SCREEN.sub("least coverage").key().in(in);
    }

    /** Whether a company has data enough to be ranked: all that must be known is, and enough in all. */
    public Key isRanked(String company) {
        return key("ranked", company, () -> {
            Formula covered = asRanked(coverage(company)).isAtLeast(leastCoverage());
            return screen.criteria().stream()
                    .filter(one -> one.missing() == Missing.PROVISIONAL)
                    .<Formula>map(one -> gap(one, company))
                    .reduce(Formula::plus)
                    .map(gap -> ZERO.isAtLeast(gap).and(covered))
                    .orElse(covered)
                    .then(ONE, ZERO);
        });
    }

    private static Formula asRanked(Formula value) {
        return value.rounded(RankedRows.DECIMALS);
    }

    private Formula whereRanked(String company, Formula ranked, Formula otherwise) {
        return isRanked(company).isEqualTo(ONE).then(ranked, otherwise);
    }

    /** A letter for what is known: A where every criterion is, B where some are lower bounds, C where at least one is not. */
    public Key evidence(String company) {
        return key("evidence", company, () -> {
            Formula bound = high(company)
                    .minus(low(company))
                    .rounded(RankedRows.DECIMALS)
                    .isAbove(ZERO);
            return asRanked(coverage(company)).isAtLeast(ONE).then(bound.then(text("B"), text("A")), text("C"));
        });
    }

    boolean isLowerBound(Criterion criterion, String company) {
        return result.isLowerBound(result.criterion(criterion.name()), position(company));
    }

    private int position(String company) {
        return result.universe().position(company);
    }

    // ---------------------------------------------------------------- the weight that counts for a company

    /** Whether a criterion that is not known of a company leaves its weight to others. */
    private boolean leavesOut() {
        return screen.criteria().stream().anyMatch(one -> one.missing() == Missing.LEFT_OUT);
    }

    /** The weight of a criterion, or zero where it is left out for a company. */
    private Key countedWeight(Criterion criterion, String company) {
        return key("weight that counts", criterion, company, () -> {
            Formula weight = weight(criterion);
            return criterion.missing() == Missing.LEFT_OUT
                    ? scores.counts(criterion, company).then(weight, ZERO)
                    : weight;
        });
    }

    /** The weight of a criterion as a share of all that counts: one that is left out leaves its weight to the rest of its level. */
    public Key counted(Criterion criterion, String company) {
        return leavesOut()
                ? key(
                        "share that counts",
                        criterion,
                        company,
                        () -> sharesFor(company).share(criterion))
                : share(criterion);
    }

    private LevelShares sharesFor(String company) {
        return new LevelShares(
                this,
                values,
                company,
                one -> countedWeight(one, company),
                () -> key(
                        "weights that count", company, () -> sharesFor(company).sumWithin("")));
    }

    // ---------------------------------------------------------------- scores

    /** The scores under each criterion, and what they are worked out from. */
    LiveScores scores() {
        return scores;
    }

    /** A score under one criterion; missing where the value is and no rule fills it. */
    public Key normalised(Criterion criterion, String company) {
        return scores.normalised(criterion, company);
    }

    /** Cells that no line of the sorted list asks for. */
    private void beyondList(String company) {
        if (screen.aggregation() != Aggregation.ARITHMETIC) {
            imbalance(company);
        }
        if (isWhole()) {
            firsts(company);
            heldBackBy(company);
            if (reasons.isOfTable()) {
                carriedBy(company);
            }
        }
    }

    /** The amount that a criterion adds to the score of a company. */
    public Key contribution(Criterion criterion, String company) {
        return key(
                "contribution",
                criterion,
                company,
                () -> counted(criterion, company)
                        .times(normalised(criterion, company).orElse(ZERO))
                        .rounded(TIE));
    }

    /** The most that a criterion adds to the score of a company. */
    public Key most(Criterion criterion) {
        return key(
                "most it adds",
                criterion.name(),
                () -> share(criterion).times(scores.highest(criterion)).orElse(ZERO));
    }

    /** The amount by which a company is behind the best under a criterion; nothing where its value may be larger than is known. */
    Key lost(Criterion criterion, String company) {
        return key("lost", criterion, company, () -> {
            Formula share = share(criterion);
            if (isLowerBound(criterion, company)) {
                return ZERO.times(share);
            }
            Formula own = share.times(normalised(criterion, company));
            return scores.counts(criterion, company)
                    .then(most(criterion).minus(own).rounded(TIE).orElse(ZERO), ZERO);
        });
    }

    /** The score; the word <em>provisional</em> where a company is not ranked. */
    public Key score(String company) {
        return key("score", company, () -> whereRanked(company, whole(company), text(PROVISIONAL)));
    }

    private Formula whole(String company) {
        if (screen.aggregation() == Aggregation.ARITHMETIC) {
            return contributions(company);
        }
        return Remembered.of(
                company, wholes, any -> mean(company, one -> counted(one, company), one -> normalised(one, company)));
    }

    private Formula contributions(String company) {
        return Formula.sum(span(eachCriterion(one -> contribution(one, company))));
    }

    /** By how much a geometric or harmonic mean lies off the sum of contributions; there is none for an arithmetic one. */
    public Key imbalance(String company) {
        return key("imbalance", company, () -> whole(company).minus(contributions(company)));
    }

    /**
     * A mean of scores, zero as soon as one that weighs anything is.
     *
     * <pre>
     * geometric  exp(sum of share · ln(score))
     * harmonic   1 / sum of share / score
     * </pre>
     */
    private Formula mean(String company, Function<Criterion, Formula> shares, Function<Criterion, Formula> score) {
        boolean geometric = screen.aggregation() == Aggregation.GEOMETRIC;
        Formula sum = plus(company, one -> {
            Formula share = shares.apply(one);
            Formula part = geometric
                    ? share.times(Formula.call(Fn.LOGARITHM, score.apply(one)))
                    : share.over(score.apply(one));
            return part.orElse(ZERO);
        });
        Formula zeros = plus(
                company,
                one -> shares.apply(one)
                        .isAbove(ZERO)
                        .and(ZERO.isAtLeast(score.apply(one).orElse(ONE)))
                        .then(ONE, ZERO));
        Formula mean = geometric ? Formula.call(Fn.EXPONENTIAL, sum) : ONE.over(sum);
        return zeros.isAbove(ZERO).then(ZERO, mean);
    }

    private Formula plus(String company, Function<Criterion, Formula> part) {
        return sum(inSteps(company, screen.criteria().stream().map(part).toList(), LiveScreen::sum));
    }

    private static Formula sum(List<Formula> parts) {
        return parts.stream().reduce(Formula::plus).orElse(ZERO);
    }

    /** Formulas over very many criteria, put together some at a time in a step of its own, since a formula takes only so many. */
    List<Formula> inSteps(String company, List<Formula> all, Function<List<Formula>, Formula> together) {
        if (all.size() <= AT_ONCE) {
            return all;
        }
        List<Formula> parts = new ArrayList<>();
        for (List<Formula> some : Lists.partition(all, AT_ONCE)) {
            parts.add(key("step " + ++steps, company, () -> together.apply(some)));
        }
        return parts;
    }

    /** The score if all that is missing were worst. */
    public Key low(String company) {
        return key("lowest score", company, () -> bound(company, Direction.LOWER, scores::worst));
    }

    /** The score if all that is missing were best. */
    public Key high(String company) {
        return key("highest score", company, () -> bound(company, Direction.HIGHER, scores::best));
    }

    /** The score if all that is missing, or may be larger than it is known, were at that end. */
    private Formula bound(String company, Direction end, Function<Criterion, Formula> extreme) {
        Function<Criterion, Formula> score = one -> isLowerBound(one, company) && one.direction() == end
                ? extreme.apply(one)
                : scores.counts(one, company).then(normalised(one, company), extreme.apply(one));
        return screen.aggregation() == Aggregation.ARITHMETIC
                ? plus(company, one -> share(one).times(score.apply(one)))
                : mean(company, one -> share(one), score);
    }

    // ---------------------------------------------------------------- order

    /** The score as it is ranked, rounded so that its last bits decide nothing. */
    public Key rounded(String company) {
        return key("score rounded", company, () -> asRanked(score(company)));
    }

    private Formula.Span allRounded() {
        return all(this::rounded);
    }

    /** The rank by score, equals sharing the better one; missing for a company that is not ranked. */
    public Key rank(String company) {
        return key("rank", company, () -> Formula.call(Fn.RANK, rounded(company), allRounded()));
    }

    /** The rank at the highest score that is possible, others as they are: that of a company that would pass another is better. */
    public Key rankAtBest(String company) {
        return key(
                "rank at the highest score",
                company,
                () -> Formula.call(Fn.COUNT_ABOVE, allRounded(), asRanked(high(company)))
                        .plus(ONE));
    }

    /**
     * The rank, with the one at the highest possible score in brackets where that is better: {@code 4 (2)}, and that alone where there is
     * no rank. It stands wherever a rank is read, so that what is not known of a company is not held against it unsaid.
     */
    public Key standing(String company) {
        return key("rank, and at best", company, () -> {
            Formula atBest = rankAtBest(company);
            Formula rank = rank(company);
            Formula best = sentence(text("("), atBest, text(")"));
            Formula ranked = rank.isAbove(atBest).then(sentence(rank, text(" "), best), sentence(rank));
            return whereRanked(company, ranked, best);
        });
    }

    /** The place in the order, each company its own: those of equal rank in the order of the dataset. */
    public Key place(String company) {
        return key("place", company, () -> values.place(rank(company), company, companies, this::rank));
    }

    /** The number of some scores that are level with the highest of them. */
    static Formula level(Formula.Span scores) {
        Formula highest = Formula.call(Fn.MAX_OF_KNOWN, scores);
        return Formula.call(Fn.COUNT_ABOVE, scores, asRanked(highest.minus(Constants.LEVEL)));
    }

    /** The number of companies that are ranked. */
    public Key count() {
        return key("companies ranked", () -> Formula.countOfKnown(all(this::rank)));
    }

    /** The line in a list of all companies: the place, or behind those that are ranked, in the order of the dataset. */
    public Key line(String company) {
        return key("line", company, () -> {
            Formula.Span flags = all(this::isRanked).first(companies.indexOf(company) + 1);
            Formula behind = count().plus(Formula.call(Fn.COUNT_EQUAL, flags, ZERO));
            return whereRanked(company, place(company), behind);
        });
    }

    /** The rank of a company of a shortlist among all as it was when the report was made. */
    public Key rankAmongAll(String company) {
        return of("rank among all", company);
    }

    private void amongAll(String company) {
        OptionalInt rank = result.rank(position(company));
        values.building()
                .computed(
                        rankAmongAll(company),
                        rank.isPresent() ? Value.of((double) rank.getAsInt()) : Value.missing("not ranked"),
                        ValueUnit.NUMBER,
                        "as it was among all companies when the report was made");
    }

    /** The companies from the first down. */
    public SortedList sorted() {
        return sorted;
    }

    // ---------------------------------------------------------------- words

    /** In words, where the score comes from, or what is missing for one. */
    public Key reason(String company) {
        return key("reason", company, () -> whereRanked(company, reasons.why(company), reasons.whyNot(company)));
    }

    /** The number of the criterion, in their order, that adds most to the score of a company of a table; of none no number. */
    public Key carriedBy(String company) {
        return key("criterion that adds most", company, () -> whereRanked(company, reasons.carriedBy(company), none()));
    }

    /** Under how many criteria that weigh no company has a better value. */
    public Key firsts(String company) {
        return key("criteria it is first under", company, () -> reasons.countOfFirsts(company));
    }

    /** The number of the criterion under which a company is furthest behind the best; of none no number. */
    public Key heldBackBy(String company) {
        return key(
                "criterion that lacks most", company, () -> whereRanked(company, reasons.heldBackBy(company), none()));
    }

    private static Formula none() {
        return text(Words.NONE);
    }

    // ---------------------------------------------------------------- keys and values

    Key of(String step, String what) {
        return Key.of(SCREEN.sub(step), Subject.of(what), Period.NONE, in);
    }

    Key step(String step, Criterion criterion, String company) {
        return of(step + " " + criterion.name(), company);
    }

    private Key key(String step, Supplier<Formula> formula) {
        return values.as(SCREEN.sub(step).key().in(in), formula);
    }

    Key key(String step, String what, Supplier<Formula> formula) {
        return values.as(of(step, what), formula);
    }

    Key key(String step, Criterion criterion, String company, Supplier<Formula> formula) {
        return values.as(step(step, criterion, company), formula);
    }

    /** The key of one step for all companies, from the first to the last. */
    public ImmutableList<Key> each(Function<String, Key> step) {
        return companies.stream().map(step).collect(ImmutableList.toImmutableList());
    }

    /** The values of one step of the screen for all companies. */
    public Formula.Span all(Function<String, Key> step) {
        return values.all(companies, step);
    }

    /** The key of one step for all criteria, in their order. */
    List<Key> eachCriterion(Function<Criterion, Key> step) {
        return screen.criteria().stream().map(step).toList();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("live screen " + screen.name(), OneLine.count(companies, "company"));
    }
}
