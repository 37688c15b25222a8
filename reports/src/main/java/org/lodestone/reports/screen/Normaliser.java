package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Direction;
import org.lodestone.core.screen.Normalisation.Goalposts;
import org.lodestone.core.screen.Normalisation.Relative;
import org.lodestone.core.screen.Normalisation.Scale;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Unchanged;
import org.lodestone.reports.formula.Value;

/**
 * Says as formulas how the values of a criterion become scores.
 *
 * <p>What a score needs to know of the other companies is worked out from their values, where all are here, and is Java's
 * where these are a shortlist.
 */
final class Normaliser {

    private static final String OF_ALL = "of all companies, as they were when the report was made";

    private final LiveScreenKeys keys;
    private final ScreenResult result;
    private final Model.Builder model;

    Normaliser(LiveScreenKeys keys, ScreenResult result, Model.Builder model) {
        this.keys = keys;
        this.result = result;
        this.model = model;
    }

    /** Puts what normalising a criterion needs besides the values of a company. */
    void parameters(Criterion criterion) {
        Treatment treatment = result.criterion(criterion.name()).treatment();
        treatment.ends().ifPresent(ends -> {
            computed(keys.lowerBound(criterion), ends.lowerEndpoint());
            computed(keys.upperBound(criterion), ends.upperEndpoint());
        });
        if (keys.isFixed(criterion)) {
            asRun(criterion);
        }
        OwnRules.normalisation(criterion).ifPresent(own -> model.include(own.definitions()));
        OwnRules.outliers(criterion).ifPresent(own -> model.include(own.definitions()));
        keys.companies().forEach(company -> treat(criterion, company, treatment));
        Optional<Goalposts> posts = criterion.normalisation().asGoalposts();
        if (posts.isPresent()) {
            model.assumption(keys.low(criterion), post(posts.get().low(), "worst"));
            model.assumption(keys.high(criterion), post(posts.get().high(), "best"));
        } else if (keys.isShortlist()) {
            ofAll(result.criterion(criterion.name()));
        } else {
            ofShown(criterion);
        }
    }

    /** Adds what the score of one company needs of the values of all, where all are here. */
    private void ofShown(Criterion criterion) {
        Formula.Span values = span(keys.each(company -> keys.treated(criterion, company)));
        model.calculation(keys.low(criterion), Formula.call(Fn.MIN_OF_KNOWN, values));
        model.calculation(keys.high(criterion), Formula.call(Fn.MAX_OF_KNOWN, values));
        model.calculation(keys.known(criterion), Formula.countOfKnown(values));
        if (criterion.normalisation() == Relative.Z_SCORE) {
            model.calculation(keys.mean(criterion), Formula.call(Fn.AVERAGE_OF_KNOWN, values));
            List<Key> deviations = keys.each(company -> deviation(criterion, company));
            keys.companies()
                    .forEach(company -> model.calculation(
                            deviation(criterion, company),
                            keys.treated(criterion, company)
                                    .ref()
                                    .minus(keys.mean(criterion).ref())));
            Formula variance = Formula.call(Fn.SUM_OF_SQUARES_OF_KNOWN, span(deviations))
                    .over(keys.known(criterion).ref().minus(ONE));
            model.calculation(keys.deviation(criterion), Formula.call(Fn.SQUARE_ROOT, variance));
        }
    }

    /** Adds what the score of one company needs of the values of all, where most of them are not here. */
    private void ofAll(CriterionScores scores) {
        Criterion criterion = scores.criterion();
        String how =
                "of the " + keys.amongInWords() + " companies that are compared, as they were when the report was made";
        Value low = known(scores.treated().min());
        model.computed(keys.low(criterion), low, how);
        model.computed(keys.high(criterion), known(scores.treated().max()), how);
        model.computed(keys.known(criterion), Value.of((double) scores.known()), how);
        if (criterion.normalisation() == Relative.Z_SCORE) {
            Optional<Scaling.Deviations> spread = scores.scaling().asDeviations();
            model.computed(
                    keys.mean(criterion),
                    spread.map(one -> Value.of(one.mean())).orElse(low),
                    how);
            model.computed(
                    keys.deviation(criterion),
                    Value.of(spread.map(Scaling.Deviations::deviation).orElse(0.0)),
                    how);
        }
        if (keys.isRankedAmongAll(criterion)) {
            keys.companies().forEach(company -> standing(scores, company, how));
        }
    }

    private static Value known(OptionalDouble number) {
        return number.isPresent() ? Value.of(number.getAsDouble()) : Value.missing("nobody has a value");
    }

    private void standing(CriterionScores scores, String company, String how) {
        Criterion criterion = scores.criterion();
        Key key = keys.standing(criterion, company);
        int position = result.universe().position(company);
        if (scores.raw(position).isEmpty()) {
            String reason =
                    "the value is not known; whoever types it here has to say where it stands among all as well";
            model.assumption(
                    key, new Content.Assumption(new Value.Missing("not known", reason), reason, ImmutableList.of()));
            return;
        }
        double score = scores.score(position).orElseThrow();
        model.computed(key, Value.of(scores.rising(score)), how);
    }

    private void computed(Key key, double value) {
        model.computed(key, Value.of(value), OF_ALL);
    }

    private void treat(Criterion criterion, String company, Treatment treatment) {
        if (!LiveScreen.isTreated(criterion)) {
            return;
        }
        Formula value = LiveScreen.value(criterion, company).ref();
        Formula low = keys.lowerBound(criterion).ref();
        Formula high = keys.upperBound(criterion).ref();
        model.calculation(
                keys.treated(criterion, company),
                treatment.fold(
                        none -> value,
                        drawnIn -> Formula.min(Formula.max(value, low), high),
                        logged -> log(value.minus(low).plus(Constants.LOG_OFFSET.times(high.minus(low)))),
                        own -> treatedByOwn(criterion, company, value)));
    }

    // ---------------------------------------------------------------- rules of a user's own

    private Formula treatedByOwn(Criterion criterion, String company, Formula value) {
        if (keys.isTreatmentFixed(criterion)) {
            return fixed(
                    criterion,
                    company,
                    "treated by its own rule",
                    scores(criterion).treated(position(company)));
        }
        Formula.Span all = span(keys.each(other -> LiveScreen.value(criterion, other)));
        return known(value, OwnRules.outliers(criterion).orElseThrow().among(value, all));
    }

    private Formula scoredByOwn(Criterion criterion, Formula value) {
        Formula.Span all = span(keys.each(company -> keys.treated(criterion, company)));
        return known(value, OwnRules.normalisation(criterion).orElseThrow().among(value, all));
    }

    private static Formula known(Formula value, Formula result) {
        return value.isKnown().then(result, Formula.text(Value.NOT_AVAILABLE));
    }

    /** One flag for each value: whether it is as it was when the fixed scores were worked out. */
    private void asRun(Criterion criterion) {
        List<Key> flags = keys.each(company -> {
            Key input = LiveScreen.value(criterion, company);
            Value then = known(scores(criterion).raw(position(company)));
            Key asRun = model.computed(keys.step("value when scored under", criterion, company), then, OF_ALL);
            return model.calculation(
                    keys.step("value unchanged under", criterion, company), Unchanged.of(input, asRun, then));
        });
        model.calculation(keys.current(criterion), Dated.all(flags));
    }

    /** A result of a user's rule that has no formula, while it is current. */
    private Formula fixed(Criterion criterion, String company, String what, OptionalDouble result) {
        return Dated.add(model, keys.current(criterion), keys.step(what, criterion, company), known(result), OF_ALL)
                .ref();
    }

    private CriterionScores scores(Criterion criterion) {
        return result.criterion(criterion.name());
    }

    private int position(String company) {
        return result.universe().position(company);
    }

    /** The score of a company that a user's rule gave without a formula. */
    private Formula fixedScore(Criterion criterion, String company) {
        CriterionScores scores = scores(criterion);
        int position = position(company);
        OptionalDouble score = scores.raw(position).isPresent() ? scores.score(position) : OptionalDouble.empty();
        return fixed(criterion, company, "score by its own rule", score);
    }

    private static Content.Assumption post(double value, String end) {
        return new Content.Assumption(Value.of(value), "Goalpost: this and beyond is " + end + ".", ImmutableList.of());
    }

    private Key deviation(Criterion criterion, String company) {
        return keys.step("deviation from mean", criterion, company);
    }

    /** Puts the highest score that a company has under a criterion. */
    void highest(Criterion criterion) {
        if (keys.isShortlist()) {
            computed(keys.highest(criterion), result.criterion(criterion.name()).highest());
        } else {
            Formula.Span scores = span(keys.each(company -> keys.normalised(criterion, company)));
            model.calculation(keys.highest(criterion), Formula.call(Fn.MAX_OF_KNOWN, scores));
        }
    }

    /** Puts the score of a company under a criterion. */
    void normalise(Criterion criterion, String company) {
        Formula value = keys.treated(criterion, company).ref();
        Formula known = value.isKnown();
        if (keys.isScoreFixed(criterion)) {
            Formula score = fixedScore(criterion, company);
            model.calculation(keys.normalised(criterion, company), filled(criterion, known, score));
            return;
        }
        Formula rising;
        if (keys.isRankedAmongAll(criterion)) {
            known = counts(criterion, company);
            rising = keys.standing(criterion, company).ref();
        } else {
            rising = rising(criterion, value);
        }
        Formula score = criterion.direction() == Direction.LOWER ? falling(criterion, rising) : rising;
        model.calculation(keys.normalised(criterion, company), filled(criterion, known, score));
    }

    /** Whether a company has a value that counts: it is known, and where ranks need more than that, they are too. */
    Formula counts(Criterion criterion, String company) {
        Formula known = LiveScreen.value(criterion, company).ref().isKnown();
        return keys.isRankedAmongAll(criterion)
                ? known.and(keys.standing(criterion, company).ref().isKnown())
                : known;
    }

    /** A score that rises with the value. */
    private Formula rising(Criterion criterion, Formula value) {
        return criterion
                .normalisation()
                .fold(
                        relative -> rising(criterion, relative, value),
                        posts -> between(criterion, value, posts.scale()),
                        own -> scoredByOwn(criterion, value));
    }

    private Formula rising(Criterion criterion, Relative relative, Formula value) {
        Formula low = keys.low(criterion).ref();
        Formula high = keys.high(criterion).ref();
        Formula differ = high.isAbove(low);
        return switch (relative) {
            case MIN_MAX -> differ.then(value.minus(low).over(high.minus(low)), equal(value, Constants.HALF));
            case Z_SCORE ->
                differ.then(
                        value.minus(keys.mean(criterion).ref())
                                .over(keys.deviation(criterion).ref()),
                        equal(value, ZERO));
            case PERCENTILE ->
                keys.known(criterion)
                        .ref()
                        .isAbove(ONE)
                        .then(
                                rank(criterion, value)
                                        .minus(ONE)
                                        .over(keys.known(criterion).ref().minus(ONE)),
                                equal(value, Constants.HALF));
            case RANK -> rank(criterion, value).over(keys.known(criterion).ref());
        };
    }

    /** A score that falls as the other rises, between the same ends. */
    private Formula falling(Criterion criterion, Formula rising) {
        if (criterion.normalisation() == Relative.RANK) {
            return ONE.plus(ONE.over(keys.known(criterion).ref())).minus(rising);
        }
        return (isUnitRange(criterion) ? ONE : ZERO).minus(rising);
    }

    /** The score of values that are all equal; missing where the value is. */
    private static Formula equal(Formula value, Formula score) {
        return value.isKnown().then(score, Formula.text(Value.NOT_AVAILABLE));
    }

    /** The rank of a value from the lowest, equals sharing the mean of theirs. */
    private Formula rank(Criterion criterion, Formula value) {
        Formula.Span values = span(keys.each(company -> keys.treated(criterion, company)));
        Formula fromTop = Formula.call(Fn.RANK, value, values);
        Formula equals = Formula.call(Fn.COUNT_EQUAL, values, value);
        // of n values, n - fromTop + 1 are no larger; the equals among them share the middle of their ranks
        return keys.known(criterion)
                .ref()
                .minus(fromTop)
                .plus(ONE)
                .minus(equals.minus(ONE).times(Constants.HALF));
    }

    private Formula between(Criterion criterion, Formula value, Scale scale) {
        Formula low = keys.low(criterion).ref();
        Formula high = keys.high(criterion).ref();
        Formula share;
        if (scale == Scale.LINEAR) {
            share = within(value.minus(low).over(high.minus(low)));
        } else {
            Formula way = log(value).minus(log(low)).over(log(high).minus(log(low)));
            share = value.isAbove(ZERO).then(within(way), ZERO);
        }
        return high.isAbove(low).then(share, Formula.text(Value.NOT_AVAILABLE)); // a reader may type posts that cross
    }

    private static Formula within(Formula share) {
        return Formula.min(ONE, Formula.max(ZERO, share));
    }

    private static Formula log(Formula value) {
        return Formula.call(Fn.LOGARITHM, value);
    }

    private Formula filled(Criterion criterion, Formula known, Formula score) {
        return switch (criterion.missing()) {
            case PROVISIONAL, LEFT_OUT -> known.then(score, Formula.text(Value.NOT_AVAILABLE));
            case NEUTRAL -> known.then(score, isUnitRange(criterion) ? Constants.HALF : ZERO);
            case WORST -> known.then(score, worst(criterion));
        };
    }

    private static boolean isUnitRange(Criterion criterion) {
        return criterion.normalisation().isUnitRange();
    }

    /** The lowest score there is. */
    Formula worst(Criterion criterion) {
        return isUnitRange(criterion) ? ZERO : extreme(criterion, Direction.LOWER);
    }

    /** The highest score there is. */
    Formula best(Criterion criterion) {
        return isUnitRange(criterion) ? ONE : extreme(criterion, Direction.HIGHER);
    }

    /** The z-score of the lowest or the highest value, whichever is worst or best; zero where nobody has a value. */
    private Formula extreme(Criterion criterion, Direction end) {
        if (keys.isScoreFixed(criterion)) {
            boolean worst = end == Direction.LOWER;
            double score = worst ? scores(criterion).worst() : scores(criterion).best();
            return fixed(criterion, worst ? "lowest" : "highest", "score at an end", OptionalDouble.of(score));
        }
        boolean top = end == criterion.direction();
        Formula rising = rising(criterion, (top ? keys.high(criterion) : keys.low(criterion)).ref());
        return (criterion.direction() == Direction.LOWER ? falling(criterion, rising) : rising).orElse(ZERO);
    }
}
