package org.lodestone.reports.screen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.List;
import java.util.function.Function;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Level;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation.Relative;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;

/** The keys of a screen, from a value to a rank: each is spelled here and nowhere else. {@link LiveScreen} gives them their values. */
class LiveScreenKeys {

    private static final Term SCREEN = Term.of("screen");

    private final Screen screen;
    private final ImmutableList<String> companies;
    private final int among;
    private final Case in;

    LiveScreenKeys(Screen screen, ImmutableList<String> companies, int among, Case in) {
        this.screen = screen;
        this.companies = companies;
        this.among = among;
        this.in = in;
    }

    /** The filters, criteria and weights by which companies are ranked. */
    public Screen screen() {
        return screen;
    }

    /** The ids of the companies, in their order. */
    public ImmutableList<String> companies() {
        return companies;
    }

    /** The number of companies that are normalised together; more than there are here, if these are a shortlist. */
    public int among() {
        return among;
    }

    /** The league, or no case for the screen itself. */
    public Case in() {
        return in;
    }

    /** Whether these are only the first of the companies that are compared. */
    public boolean isShortlist() {
        return companies.size() < among;
    }

    /** The number of companies that are normalised together, for a sentence: {@code 59,412}. */
    public String amongInWords() {
        return Shown.WHOLE.text(Value.of((double) among));
    }

    /** The name of a company. */
    public Key name(String company) {
        return of("company", company);
    }

    /** The value of a company that a criterion counts. */
    public static Key value(Criterion criterion, String company) {
        return value(criterion.name(), company);
    }

    static Key value(String criterion, String company) {
        return SCREEN.sub("value of " + criterion).of(Subject.of(company));
    }

    /** The title of a criterion, for sentences that pick one. */
    public Key title(Criterion criterion) {
        return of("criterion", criterion.name());
    }

    Key titleInSentence(Criterion criterion) {
        return of("criterion in a sentence", criterion.name());
    }

    /** The weight of a criterion that is in force: what a reader typed on the sheet Control, or else the screen's own. */
    public Key weight(Criterion criterion) {
        return of("weight", criterion.name());
    }

    /** The weight that the screen itself gives a criterion; for a league with weights of its own, the one in force. */
    public Key ownWeight(Criterion criterion) {
        return isWhole() ? of("weight of the screen", criterion.name()) : weight(criterion);
    }

    /** The weight that a reader typed; empty at first. */
    public Key typedWeight(Criterion criterion) {
        return of("weight typed", criterion.name());
    }

    /** The inputs in which a reader changes what a criterion of a screen weighs: the one that counts before the other. */
    public static ImmutableListMultimap<Criterion, Key> weightInputs(Screen screen) {
        LiveScreenKeys keys = new LiveScreenKeys(screen, ImmutableList.of(), 0, Case.NONE);
        ImmutableListMultimap.Builder<Criterion, Key> inputs = ImmutableListMultimap.builder();
        screen.criteria()
                .forEach(criterion -> inputs.putAll(criterion, keys.typedWeight(criterion), keys.ownWeight(criterion)));
        return inputs.build();
    }

    /** Whether a value may be typed for a weight: a number, not below zero. */
    public static boolean isWeight(Value typed) {
        return LiveScreenBuilder.WEIGHT.allows(typed);
    }

    /** Whether the weight in force is another than the screen's own: 1 or 0. */
    Key weightChanged(Criterion criterion) {
        return of("weight changed", criterion.name());
    }

    /** Whether a weight was typed that counts: 1 or 0. */
    Key weightCounts(Criterion criterion) {
        return of("weight counts", criterion.name());
    }

    /** Whether something was typed that is no weight: 1 or 0. */
    Key weightRefused(Criterion criterion) {
        return of("weight refused", criterion.name());
    }

    /** Whether these are the keys of the screen itself, and not of a league. */
    boolean isWhole() {
        return in.equals(Case.NONE);
    }

    /** The weight of a level against the others of the level it is part of. */
    public Key weight(Level level) {
        return of("weight of level", level.name());
    }

    /** The weight of a criterion as a share of all. */
    public Key share(Criterion criterion) {
        return of("share of weight", criterion.name());
    }

    /** Whether a criterion that is not known of a company leaves its weight to others. */
    boolean leavesOut() {
        return screen.criteria().stream().anyMatch(one -> one.missing() == Missing.LEFT_OUT);
    }

    /** The weight of a criterion, or zero where it is left out for a company. */
    Key countedWeight(Criterion criterion, String company) {
        return step("weight that counts", criterion, company);
    }

    /** The weight of a criterion as a share of all that counts for a company. */
    public Key counted(Criterion criterion, String company) {
        return leavesOut() ? step("share that counts", criterion, company) : share(criterion);
    }

    /** A value with outliers treated; the value itself where they are left as they are. */
    public Key treated(Criterion criterion, String company) {
        return isTreated(criterion) ? step("treated", criterion, company) : value(criterion, company);
    }

    /** Whether its outliers are looked at. */
    static boolean isTreated(Criterion criterion) {
        return criterion.outliers() != Outliers.Rule.NONE;
    }

    /**
     * Whether a rule of a user's own treats or scores its values and has no formula for it here: what it makes of them is fixed, and
     * out of date as soon as one of them changes.
     */
    boolean isFixed(Criterion criterion) {
        return isTreatmentFixed(criterion) || isScoreFixed(criterion);
    }

    boolean isTreatmentFixed(Criterion criterion) {
        return OwnRules.isOwnTreatment(criterion)
                && (isShortlist() || OwnRules.outliers(criterion).isEmpty());
    }

    boolean isScoreFixed(Criterion criterion) {
        return OwnRules.isOwnNormalisation(criterion)
                && (isShortlist() || OwnRules.normalisation(criterion).isEmpty());
    }

    /** Whether the values under a criterion are those with which its fixed scores were worked out: 1 or 0. */
    Key current(Criterion criterion) {
        return Dated.current("values under " + criterion.name()).in(in);
    }

    /** The bound below which values are drawn in, or the lowest value before logarithms are taken. */
    public Key lowerBound(Criterion criterion) {
        return of("lower bound", criterion.name());
    }

    /** The bound above which values are drawn in, or the highest value before logarithms are taken. */
    public Key upperBound(Criterion criterion) {
        return of("upper bound", criterion.name());
    }

    /** A score under one criterion; missing where the value is and no rule fills it. */
    public Key normalised(Criterion criterion, String company) {
        return step("normalised", criterion, company);
    }

    /** Whether scores under a criterion are ranks among companies of which most are not here. */
    boolean isRankedAmongAll(Criterion criterion) {
        return isShortlist()
                && (criterion.normalisation() == Relative.PERCENTILE || criterion.normalisation() == Relative.RANK);
    }

    /** Where a value stands among those of all companies, from 0 to 1 and rising with it: what ranks make of it. */
    public Key standing(Criterion criterion, String company) {
        return step("standing among all", criterion, company);
    }

    /** The amount that a criterion adds to the score of a company. */
    public Key contribution(Criterion criterion, String company) {
        return step("contribution", criterion, company);
    }

    /** The highest score that a company has under a criterion, ranked or not. */
    Key highest(Criterion criterion) {
        return of("highest normalised", criterion.name());
    }

    /** The most that a criterion adds to the score of a company. */
    public Key most(Criterion criterion) {
        return of("most it adds", criterion.name());
    }

    /** The weights, summed up; missing as soon as one is below zero. */
    public Key sumOfWeights() {
        return SCREEN.sub("sum of weights").key().in(in);
    }

    /** The amount by which a company is behind the best under a criterion; nothing where its value may be larger than is known. */
    Key lost(Criterion criterion, String company) {
        return step("lost", criterion, company);
    }

    /** The share of weight that rests on nothing because a value is missing. */
    public Key gap(Criterion criterion, String company) {
        return step("gap", criterion, company);
    }

    /** By how much a geometric or harmonic mean lies off the sum of contributions; there is none for an arithmetic one. */
    public Key imbalance(String company) {
        return of("imbalance", company);
    }

    /** The share of weight that must rest on known values for a company to be ranked. */
    public Key leastCoverage() {
        return SCREEN.sub("least coverage").key().in(in);
    }

    /** The share of weight that rests on known values. */
    public Key coverage(String company) {
        return of("coverage", company);
    }

    /** Whether a company has data enough to be ranked. */
    public Key isRanked(String company) {
        return of("ranked", company);
    }

    /** The score; the word <em>provisional</em> where a company is not ranked. */
    public Key score(String company) {
        return of("score", company);
    }

    /** The score as it is ranked, rounded so that its last bits decide nothing. */
    public Key rounded(String company) {
        return of("score rounded", company);
    }

    /** The rank by score, equals sharing the better one; missing for a company that is not ranked. */
    public Key rank(String company) {
        return of("rank", company);
    }

    /** The rank at the highest score that is possible, others as they are: that of a company that would pass another is better. */
    public Key rankAtBest(String company) {
        return of("rank at the highest score", company);
    }

    /**
     * The rank, with the one at the highest possible score in brackets where that is better: {@code 4 (2)}, and that alone where there is
     * no rank. It stands wherever a rank is read, so that what is not known of a company is not held against it unsaid.
     */
    public Key standing(String company) {
        return of("rank, and at best", company);
    }

    /** Of a shortlist, the rank among all companies as it was when the report was made. */
    public Key rankAmongAll(String company) {
        return of("rank among all", company);
    }

    /** The place in the order, each company its own: those of equal rank in the order of the dataset. */
    public Key place(String company) {
        return of("place", company);
    }

    /** The line in a list of all companies: the place, or behind those that are ranked. */
    public Key line(String company) {
        return of("line", company);
    }

    /** How much is known: A where every criterion is, B where some are lower bounds, C where at least one is not. */
    public Key evidence(String company) {
        return of("evidence", company);
    }

    /** The score if all that is missing were worst. */
    public Key low(String company) {
        return of("lowest score", company);
    }

    /** The score if all that is missing were best. */
    public Key high(String company) {
        return of("highest score", company);
    }

    /** The values that weigh something, with their titles and units, in one sentence. */
    public Key facts(String company) {
        return of("values in words", company);
    }

    /** In words, where the score comes from, or what is missing for one. */
    public Key reason(String company) {
        return of("reason", company);
    }

    /** A step of a sum or a sentence over very many criteria, since a cell has no room for all. */
    Key step(int number, String company) {
        return of("step " + number, company);
    }

    /** The number of companies that are ranked. */
    public Key count() {
        return SCREEN.sub("companies ranked").key().in(in);
    }

    /** The value that is worst, or where less is better, best: a goalpost, or the lowest there is. */
    public Key low(Criterion criterion) {
        return of("low end", criterion.name());
    }

    /** The value that is best, or where less is better, worst: a goalpost, or the highest there is. */
    public Key high(Criterion criterion) {
        return of("high end", criterion.name());
    }

    /** The number of values that are known. */
    public Key known(Criterion criterion) {
        return of("values known", criterion.name());
    }

    /** The mean of the known values, as treated; only where scores are distances from it. */
    public Key mean(Criterion criterion) {
        return of("mean", criterion.name());
    }

    /** The standard deviation of a sample, of the known values as treated; only where scores are in these. */
    public Key deviation(Criterion criterion) {
        return of("standard deviation", criterion.name());
    }

    Key of(String step, String what) {
        return SCREEN.sub(step).of(Subject.of(what)).in(in);
    }

    Key step(String step, Criterion criterion, String company) {
        return SCREEN.sub(step + " " + criterion.name()).of(Subject.of(company)).in(in);
    }

    /** The key of one step for all companies, from the first to the last. */
    public List<Key> each(Function<String, Key> step) {
        return companies.stream().map(step).toList();
    }
}
