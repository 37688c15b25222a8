package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Direction;
import org.lodestone.core.screen.Level;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.words.MissingWords;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.scenario.Lever;

/** Says each step of a screen as a formula. */
final class LiveScreenBuilder {

    /** The number of values that stand in one sentence, or in one step of a formula over very many. */
    private static final int FACTS = 20;

    /** The word in place of a score that is not there. */
    static final String PROVISIONAL = "provisional";

    static final InputRule WEIGHT = InputRule.number().from(0);

    private final Screen screen;
    private final LiveScreenKeys keys;
    private final ScreenResult result;
    private final Normaliser normaliser;
    private final Model.Builder model =
            Model.builder().include(Definitions.MODEL).include(Constants.MODEL);
    private int steps;

    private LiveScreenBuilder(LiveScreenKeys keys, ScreenResult result) {
        this.screen = keys.screen();
        this.keys = keys;
        this.result = result;
        this.normaliser = new Normaliser(keys, result, model);
    }

    /** The formulas of the screen that gave this result, over the values of the companies that passed its filters. */
    static LiveScreen build(ScreenResult result, Case in) {
        return build(result, in, result.passed());
    }

    /**
     * The formulas over the values of the first {@code top} companies by rank, or where none is ranked, of the first that
     * passed the filters. What depends on the values of the others is Java's. Where no more than that passed, these are the
     * formulas over all of them.
     */
    static LiveScreen shortlist(ScreenResult result, Case in, int top) {
        ImmutableIntArray passed = result.passed();
        if (passed.length() <= top) {
            return build(result, in, passed);
        }
        ImmutableIntArray ranked = result.ranked();
        ImmutableIntArray some = ranked.isEmpty() ? passed : ranked;
        return build(result, in, some.subArray(0, Math.min(top, some.length())));
    }

    private static LiveScreen build(ScreenResult result, Case in, ImmutableIntArray shown) {
        Screen screen = result.screen();
        int among = result.passed().length();
        ImmutableList<String> companies =
                shown.stream().mapToObj(result.universe()::id).collect(ImmutableList.toImmutableList());
        LiveScreenKeys keys = new LiveScreenKeys(screen, companies, among, in);
        LiveScreenBuilder builder = new LiveScreenBuilder(keys, result);
        builder.weights();
        screen.criteria().forEach(builder.normaliser::parameters);
        for (String company : companies) {
            builder.model.label(
                    keys.name(company), result.universe().name(result.universe().position(company)));
            builder.company(company);
        }
        screen.criteria().forEach(builder.normaliser::highest);
        builder.ranks();
        if (keys.isShortlist()) {
            builder.ranksAmongAll(result);
        }
        return new LiveScreen(keys, builder.model.build());
    }

    // ---------------------------------------------------------------- weights

    private void weights() {
        model.assumption(
                keys.leastCoverage(),
                chosen(
                        screen.coverage(),
                        "Share of weight that must rest on known values for a company to be ranked."));
        model.rule(keys.leastCoverage(), InputRule.number().from(0).upTo(1));
        for (Level level : screen.levels()) {
            model.assumption(keys.weight(level), chosen(level.weight(), "Weight of the level against the others."));
            model.rule(keys.weight(level), WEIGHT.saying("Weight of " + level.name()));
        }
        for (Criterion criterion : screen.criteria()) {
            model.label(keys.title(criterion), criterion.title());
            model.label(keys.titleInSentence(criterion), Words.inSentence(criterion.title()));
            model.assumption(keys.ownWeight(criterion), chosen(criterion.weight(), criterion.reason()));
            model.rule(keys.ownWeight(criterion), WEIGHT.saying("Weight, " + criterion.title()));
            if (keys.isWhole()) {
                typed(criterion);
            }
        }
        LevelFormulas all = LevelFormulas.ofAll(keys, model);
        model.calculation(keys.sumOfWeights(), noneBelowZero(all.sumWithin("")));
        for (Criterion criterion : screen.criteria()) {
            model.calculation(keys.share(criterion), all.share(criterion));
            Formula most =
                    keys.share(criterion).ref().times(keys.highest(criterion).ref());
            model.calculation(keys.most(criterion), most.orElse(ZERO));
        }
    }

    /** A weight that is typed counts from zero on; else the screen's own does. */
    private void typed(Criterion criterion) {
        model.assumption(
                keys.typedWeight(criterion),
                new Content.Assumption(
                        Value.empty(),
                        "Weight, " + criterion.title() + ": empty, it is as the screen has it.",
                        ImmutableList.of()));
        model.rule(
                keys.typedWeight(criterion),
                WEIGHT.orEmpty().saying("Weight, " + criterion.title() + ". Empty: as the screen has it"));
        model.name(keys.typedWeight(criterion), Lever.inOneWord("weight-" + criterion.name()));
        Formula typed = keys.typedWeight(criterion).ref();
        Formula own = keys.ownWeight(criterion).ref();
        Formula weight = typed.isKnown().then(typed.isAtLeast(ZERO).then(typed, own), own);
        model.calculation(keys.weight(criterion), weight);
        Key counts = model.calculation(
                keys.weightCounts(criterion),
                typed.isKnown().then(typed.isAtLeast(ZERO).then(ONE, ZERO), ZERO));
        model.calculation(
                keys.weightRefused(criterion),
                Formula.call(Fn.IS_EMPTY, typed).then(ZERO, ONE).minus(counts.ref()));
        Formula same = keys.weight(criterion).ref().isEqualTo(own).then(ZERO, ONE);
        model.calculation(keys.weightChanged(criterion), same.orElse(ONE));
    }

    /** Not available where a reader typed a weight below zero. */
    private Formula noneBelowZero(Formula sum) {
        List<Key> typed = new ArrayList<>(each(keys::weight));
        screen.levels().forEach(level -> typed.add(keys.weight(level)));
        Formula least = Formula.call(Fn.MIN, span(typed));
        return least.isAtLeast(ZERO).then(sum, text(Value.NOT_AVAILABLE));
    }

    private static Content.Assumption chosen(double weight, String reason) {
        return new Content.Assumption(Value.of(weight), reason, ImmutableList.of());
    }

    // ---------------------------------------------------------------- one company

    private void company(String company) {
        for (Criterion criterion : screen.criteria()) {
            normaliser.normalise(criterion, company);
            Formula share = keys.share(criterion).ref();
            Formula counts = normaliser.counts(criterion, company);
            model.calculation(keys.gap(criterion, company), counts.then(ZERO, share));
        }
        Formula gaps = Formula.sum(span(each(one -> keys.gap(one, company))));
        model.calculation(keys.coverage(company), ONE.minus(gaps));
        model.calculation(keys.isRanked(company), isRanked(company));
        if (keys.leavesOut()) {
            counted(company);
        }
        for (Criterion criterion : screen.criteria()) {
            Formula score = keys.normalised(criterion, company).ref().orElse(ZERO);
            Formula part = keys.counted(criterion, company).ref().times(score);
            model.calculation(keys.contribution(criterion, company), part);
            model.calculation(keys.lost(criterion, company), lost(criterion, company));
        }
        Formula sum = Formula.sum(span(each(one -> keys.contribution(one, company))));
        Formula whole = screen.aggregation() == Aggregation.ARITHMETIC ? sum : mean(company);
        model.calculation(
                keys.score(company), keys.isRanked(company).ref().isEqualTo(ONE).then(whole, text(PROVISIONAL)));
        if (screen.aggregation() != Aggregation.ARITHMETIC) {
            model.calculation(keys.imbalance(company), whole.minus(sum));
        }
        model.calculation(keys.low(company), bound(company, Direction.LOWER, normaliser::worst));
        model.calculation(keys.high(company), bound(company, Direction.HIGHER, normaliser::best));
        model.calculation(keys.evidence(company), evidence(company));
        model.calculation(keys.rounded(company), keys.score(company).ref().rounded(RankedRows.DECIMALS));
        model.calculation(keys.reason(company), reason(company));
        model.calculation(keys.facts(company), facts(company));
    }

    private Formula evidence(String company) {
        Formula all = keys.coverage(company).ref().rounded(RankedRows.DECIMALS).isAtLeast(ONE);
        Formula bound = keys.high(company)
                .ref()
                .minus(keys.low(company).ref())
                .rounded(RankedRows.DECIMALS)
                .isAbove(ZERO);
        return all.then(bound.then(text("B"), text("A")), text("C"));
    }

    /** Against the best company; what may be larger than it is known is not held against a company. */
    private Formula lost(Criterion criterion, String company) {
        if (isLowerBound(criterion, company)) {
            return ZERO.times(keys.share(criterion).ref());
        }
        Formula own = keys.share(criterion)
                .ref()
                .times(keys.normalised(criterion, company).ref());
        return normaliser
                .counts(criterion, company)
                .then(keys.most(criterion).ref().minus(own).orElse(ZERO), ZERO);
    }

    private boolean isLowerBound(Criterion criterion, String company) {
        return result.isLowerBound(
                result.criterion(criterion.name()), result.universe().position(company));
    }

    /** Not ranked where a criterion that must be known is not, or too little is known in all. */
    private Formula isRanked(String company) {
        Formula covered = keys.coverage(company)
                .ref()
                .rounded(RankedRows.DECIMALS)
                .isAtLeast(keys.leastCoverage().ref());
        return criteria(Missing.PROVISIONAL)
                .map(one -> keys.gap(one, company).ref())
                .reduce(Formula::plus)
                .map(gap -> ZERO.isAtLeast(gap).and(covered))
                .orElse(covered)
                .then(ONE, ZERO);
    }

    /** Adds the weights that count for a company: a criterion left out leaves its weight to the rest of its level. */
    private void counted(String company) {
        for (Criterion criterion : screen.criteria()) {
            Formula weight = keys.weight(criterion).ref();
            model.calculation(
                    keys.countedWeight(criterion, company),
                    criterion.missing() == Missing.LEFT_OUT
                            ? normaliser.counts(criterion, company).then(weight, ZERO)
                            : weight);
        }
        LevelFormulas some = LevelFormulas.of(company, keys, model, one -> keys.countedWeight(one, company));
        screen.criteria().forEach(one -> model.calculation(keys.counted(one, company), some.share(one)));
    }

    private Stream<Criterion> criteria(Missing rule) {
        return screen.criteria().stream().filter(one -> one.missing() == rule);
    }

    /** A geometric or harmonic mean: zero as soon as a score that weighs anything is. */
    private Formula mean(String company) {
        return mean(
                company,
                one -> keys.counted(one, company).ref(),
                one -> keys.normalised(one, company).ref());
    }

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
        Formula result = geometric ? Formula.call(Fn.EXPONENTIAL, sum) : ONE.over(sum);
        return zeros.isAbove(ZERO).then(ZERO, result);
    }

    private Formula plus(String company, Function<Criterion, Formula> part) {
        return sum(inSteps(company, screen.criteria().stream().map(part).toList(), LiveScreenBuilder::sum));
    }

    private static Formula sum(List<Formula> parts) {
        return parts.stream().reduce(Formula::plus).orElse(ZERO);
    }

    /** The score if all that is missing, or may be larger than it is known, were at that end. */
    private Formula bound(String company, Direction end, Function<Criterion, Formula> extreme) {
        Function<Criterion, Formula> score = one -> isLowerBound(one, company) && one.direction() == end
                ? extreme.apply(one)
                : normaliser
                        .counts(one, company)
                        .then(keys.normalised(one, company).ref(), extreme.apply(one));
        return screen.aggregation() == Aggregation.ARITHMETIC
                ? plus(company, one -> keys.share(one).ref().times(score.apply(one)))
                : mean(company, one -> keys.share(one).ref(), score);
    }

    // ---------------------------------------------------------------- order

    private void ranks() {
        List<Key> rounded = keys.each(keys::rounded);
        List<Key> before = new ArrayList<>();
        for (String company : keys.companies()) {
            Formula rank = Formula.call(Fn.RANK, keys.rounded(company).ref(), span(rounded));
            model.calculation(keys.rank(company), rank);
            Formula own = keys.rank(company).ref();
            model.calculation(
                    keys.place(company),
                    before.isEmpty() ? own : own.plus(Formula.call(Fn.COUNT_EQUAL, span(before), own)));
            before.add(keys.rank(company));
            standing(company, span(rounded));
        }
        model.calculation(keys.count(), Formula.countOfKnown(span(keys.each(keys::rank))));
        lines();
    }

    private void standing(String company, Formula.Span scores) {
        Formula highest = keys.high(company).ref().rounded(RankedRows.DECIMALS);
        Formula atBest = model.calculation(
                        keys.rankAtBest(company),
                        Formula.call(Fn.COUNT_ABOVE, scores, highest).plus(ONE))
                .ref();
        Formula rank = keys.rank(company).ref();
        Formula best = sentence(text("("), atBest, text(")"));
        Formula ranked = rank.isAbove(atBest).then(sentence(rank, text(" "), best), sentence(rank));
        model.calculation(
                keys.standing(company),
                keys.isRanked(company).ref().isEqualTo(ONE).then(ranked, best));
    }

    /** Those that are not ranked stand behind those that are, in the order of the dataset. */
    private void lines() {
        List<Key> flags = new ArrayList<>();
        for (String company : keys.companies()) {
            flags.add(keys.isRanked(company));
            Formula behind = keys.count().ref().plus(Formula.call(Fn.COUNT_EQUAL, span(flags), ZERO));
            model.calculation(
                    keys.line(company),
                    keys.isRanked(company)
                            .ref()
                            .isEqualTo(ONE)
                            .then(keys.place(company).ref(), behind));
        }
    }

    private void ranksAmongAll(ScreenResult result) {
        for (String company : keys.companies()) {
            OptionalInt rank = result.rank(result.universe().position(company));
            model.computed(
                    keys.rankAmongAll(company),
                    rank.isPresent() ? Value.of((double) rank.getAsInt()) : Value.missing("not ranked"),
                    "as it was among all companies when the report was made");
        }
    }

    // ---------------------------------------------------------------- words

    private Formula reason(String company) {
        return keys.isRanked(company).ref().isEqualTo(ONE).then(why(company), whyNot(company));
    }

    /** The criterion that adds most, and the one furthest behind the best company, with how much of how much. */
    private Formula why(String company) {
        Formula most = place(Fn.MAX, one -> keys.contribution(one, company));
        Formula.Span lost = span(each(one -> keys.lost(one, company)));
        Formula largest = Formula.call(Fn.MAX, lost);
        Formula least = Formula.call(Fn.FIND, largest, lost);
        Formula best = pick(keys::most, least).fixed(2);
        Formula behind = sentence(
                text("; loses most under "),
                pick(keys::titleInSentence, least),
                text(" ("),
                pick(one -> keys.contribution(one, company), least).fixed(2),
                text(" against "),
                best,
                text(" of the best)"));
        Formula alone = sentence(text("; the best has "), best);
        Formula gains = sentence(
                text("Gains most under "),
                pick(keys::titleInSentence, most),
                text(" ("),
                pick(one -> keys.contribution(one, company), most).fixed(2),
                isUnitRange() ? text(" of ") : text(""),
                isUnitRange() ? pick(one -> keys.counted(one, company), most).fixed(2) : text(""),
                text(")"));
        Formula gained = Formula.call(Fn.MAX, span(each(one -> keys.contribution(one, company))))
                .rounded(RankedRows.DECIMALS);
        return sentence(
                isUnitRange() ? gained.isAbove(ZERO).then(gains, text("Gains nothing under any criterion")) : gains,
                largest.rounded(RankedRows.DECIMALS)
                        .isAbove(ZERO)
                        .then(least.isEqualTo(most).then(alone, behind), text("")),
                end(company));
    }

    /** The end of a sentence on a company that has a rank: what is not known of it, and as what that counts. */
    private Formula end(String company) {
        List<Formula> words = new ArrayList<>();
        screen.criteria().stream()
                .filter(one -> one.missing() != Missing.PROVISIONAL)
                .forEach(one -> words.add(keys.gap(one, company)
                        .ref()
                        .isAbove(ZERO)
                        .then(text("; " + MissingWords.of(one, otherwise(one, company))), text(""))));
        List<Formula> told = new ArrayList<>(inSteps(company, words, LiveScreenBuilder::together));
        told.add(text("."));
        return told.size() == 1 ? told.get(0) : sentence(told.toArray(Formula[]::new));
    }

    /** What there is of very many criteria, some at a time in a step of its own, since a formula takes only so much. */
    private List<Formula> inSteps(String company, List<Formula> all, Function<List<Formula>, Formula> together) {
        if (all.size() <= FACTS) {
            return all;
        }
        List<Formula> parts = new ArrayList<>();
        for (List<Formula> some : Lists.partition(all, FACTS)) {
            parts.add(model.calculation(keys.step(++steps, company), together.apply(some))
                    .ref());
        }
        return parts;
    }

    private static Formula together(List<Formula> words) {
        return sentence(words.toArray(Formula[]::new));
    }

    private String otherwise(Criterion criterion, String company) {
        return result.otherwise(result.universe().position(company), criterion.name());
    }

    /** Whether a criterion adds no more than its share; z-scores have no end. */
    private boolean isUnitRange() {
        return screen.criteria().stream().allMatch(one -> one.normalisation().isUnitRange());
    }

    /** The place at which the largest of a row stands. */
    private Formula place(Fn largest, Function<Criterion, Key> step) {
        Formula.Span row = span(each(step));
        return Formula.call(Fn.FIND, Formula.call(largest, row), row);
    }

    private Formula pick(Function<Criterion, Key> step, Formula place) {
        return Formula.call(Fn.PICK, span(each(step)), place);
    }

    private Formula whyNot(String company) {
        List<Formula> gaps = new ArrayList<>();
        for (Criterion criterion : screen.criteria()) {
            Formula missing = keys.gap(criterion, company).ref().isAbove(ZERO);
            gaps.add(missing.then(
                    text(" " + criterion.title() + MissingWords.bracketed(otherwise(criterion, company)) + ";"),
                    text("")));
        }
        List<Formula> words = new ArrayList<>(List.of(text("Not known:")));
        words.addAll(inSteps(company, gaps, LiveScreenBuilder::together));
        words.add(text(" the score lies between "));
        words.add(keys.low(company).ref().fixed(2));
        words.add(text(" and "));
        words.add(keys.high(company).ref().fixed(2));
        Formula first = Formula.call(Fn.MAX_OF_KNOWN, span(keys.each(keys::rounded)));
        words.add(keys.high(company)
                .ref()
                .isAtLeast(first.orElse(ZERO))
                .then(text(", so it could come first."), text(".")));
        return sentence(words.toArray(Formula[]::new));
    }

    /** The values that are counted, as far as they weigh anything; of very many criteria the first, since a cell takes no more. */
    private Formula facts(String company) {
        List<Formula> words = new ArrayList<>();
        for (Criterion criterion : screen.criteria().stream().limit(FACTS).toList()) {
            Formula value = LiveScreen.value(criterion, company).ref();
            Formula whole = value.minus(value.rounded(0)).isEqualTo(ZERO).or(value.isAtLeast(Definitions.HUNDRED));
            String unit = criterion.unit().isEmpty() ? "" : " " + criterion.unit();
            Formula amount = whole.then(value.fixed(0), value.fixed(2));
            Formula shown =
                    value.isKnown().then(unit.isEmpty() ? amount : sentence(amount, text(unit)), text("not known"));
            String before = words.isEmpty() ? "" : "; ";
            String atLeast = isLowerBound(criterion, company) ? "at least " : "";
            Formula told = sentence(text(before + criterion.title() + " " + atLeast), shown);
            words.add(keys.share(criterion).ref().isAbove(ZERO).then(told, text("")));
        }
        return sentence(words.toArray(Formula[]::new));
    }

    private List<Key> each(Function<Criterion, Key> step) {
        return screen.criteria().stream().map(step).toList();
    }
}
