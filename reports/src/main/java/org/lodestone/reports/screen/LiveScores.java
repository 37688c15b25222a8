package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Normalisation.Goalposts;
import org.lodestone.core.screen.Normalisation.Relative;
import org.lodestone.core.screen.Normalisation.Scale;
import org.lodestone.core.screen.Outliers;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;

/**
 * The scores of a live screen under each of its criteria.
 *
 * <pre>value → treated → normalised among those of all companies, and turned where less is better</pre>
 *
 * <p>What a score needs to know of the other companies is worked out from their values, where all are here, and is Java's
 * where these are a shortlist.
 */
record LiveScores(LiveScreen screen, ScreenResult result, Calculations values) {

    private static final String OF_ALL = "of all companies, as they were when the report was made";

    /** Puts in what the scores under a criterion are worked out from. */
    void putAll(Criterion criterion) {
        scores(criterion).treatment().ends().ifPresent(ends -> {
            computed(lowerBound(criterion), ends.lowerEndpoint(), screen.counts(criterion));
            computed(upperBound(criterion), ends.upperEndpoint(), screen.counts(criterion));
        });
        OwnRules.normalisation(criterion).ifPresent(own -> values.building().include(own.definitions()));
        OwnRules.outliers(criterion).ifPresent(own -> values.building().include(own.definitions()));
        Optional<Goalposts> posts = criterion.normalisation().asGoalposts();
        if (posts.isPresent()) {
            post(low(criterion), posts.get().low(), unit(criterion), "worst");
            post(high(criterion), posts.get().high(), unit(criterion), "best");
        } else if (screen.isShortlist()) {
            ofAll(criterion);
        } else {
            low(criterion);
            high(criterion);
            known(criterion);
        }
        if (screen.isShortlist()) {
            computed(highest(criterion), scores(criterion).highest(), ValueUnit.NUMBER);
        }
    }

    private void computed(Key key, double value, ValueUnit unit) {
        values.building().computed(key, Value.of(value), unit, OF_ALL);
    }

    private void post(Key key, double value, ValueUnit unit, String end) {
        values.building().assumption(key, Value.of(value), unit, "Goalpost: this and beyond is " + end + ".");
    }

    /** The unit of values as treated: a logarithm is a number, and what a rule of one's own makes of a value is one too. */
    private ValueUnit unit(Criterion criterion) {
        return scores(criterion)
                .treatment()
                .fold(new Treatment.Cases<>(
                        none -> screen.counts(criterion),
                        drawnIn -> screen.counts(criterion),
                        logged -> ValueUnit.NUMBER,
                        own -> ValueUnit.NUMBER));
    }

    /** Puts in what the score of one company needs of the values of all, where most of them are not here. */
    private void ofAll(Criterion criterion) {
        CriterionScores scores = scores(criterion);
        String how = screen.howAmongAll();
        Value low = known(scores.treated().min());
        values.building().computed(low(criterion), low, unit(criterion), how);
        values.building().computed(high(criterion), known(scores.treated().max()), unit(criterion), how);
        values.building().computed(known(criterion), Value.of((double) scores.known()), ValueUnit.NUMBER, how);
        if (criterion.normalisation() == Relative.Z_SCORE) {
            Scaling line = scores.scaling();
            boolean isKnown = scores.known() > 0;
            values.building().computed(mean(criterion), isKnown ? Value.of(line.from()) : low, unit(criterion), how);
            values.building().computed(deviation(criterion), Value.of(isKnown ? line.step() : 0), unit(criterion), how);
        }
        if (isRankedAmongAll(criterion)) {
            screen.companies().forEach(company -> amongAll(criterion, company, how));
        }
    }

    static Value known(OptionalDouble number) {
        return number.isPresent() ? Value.of(number.getAsDouble()) : Value.missing("nobody has a value");
    }

    private void amongAll(Criterion criterion, String company, String how) {
        Key key = standing(criterion, company);
        CriterionScores scores = scores(criterion);
        if (scores.raw(position(company)).isEmpty()) {
            String reason =
                    "the value is not known; whoever types it here has to say where it stands among all as well";
            values.building().assumption(key, new Value.Missing("not known", reason), ValueUnit.NUMBER, reason);
            return;
        }
        double score = scores.score(position(company)).orElseThrow();
        values.building().computed(key, Value.of(scores.rising(score)), ValueUnit.NUMBER, how);
    }

    private CriterionScores scores(Criterion criterion) {
        return result.criterion(criterion.name());
    }

    private int position(String company) {
        return result.universe().position(company);
    }

    // ---------------------------------------------------------------- outliers

    /** Whether the outliers of a criterion are looked at. */
    static boolean isTreated(Criterion criterion) {
        return criterion.outliers() != Outliers.Rule.NONE;
    }

    /** The bound below which values are drawn in, or the lowest value before logarithms are taken. */
    Key lowerBound(Criterion criterion) {
        return screen.of("lower bound", criterion.name());
    }

    /** The bound above which values are drawn in, or the highest value before logarithms are taken. */
    Key upperBound(Criterion criterion) {
        return screen.of("upper bound", criterion.name());
    }

    /**
     * A value with outliers treated; the value itself where they are left as they are.
     *
     * <pre>
     * drawn in     min(max(value, lower), upper)
     * logarithm    ln(value − lower + 1% · (upper − lower))
     * </pre>
     */
    Key treated(Criterion criterion, String company) {
        if (!isTreated(criterion)) {
            return LiveScreen.value(criterion, company);
        }
        return screen.key("treated", criterion, company, () -> {
            Formula value = LiveScreen.value(criterion, company);
            Formula low = lowerBound(criterion);
            Formula high = upperBound(criterion);
            return scores(criterion)
                    .treatment()
                    .fold(new Treatment.Cases<>(
                            none -> value,
                            drawnIn -> Formula.min(Formula.max(value, low), high),
                            logged -> log(value.minus(low).plus(Constants.LOG_OFFSET.times(high.minus(low)))),
                            own -> treatedByOwn(criterion, company, value)));
        });
    }

    private Formula.Span treated(Criterion criterion) {
        return screen.all(company -> treated(criterion, company));
    }

    private Formula treatedByOwn(Criterion criterion, String company, Formula value) {
        if (isTreatmentFixed(criterion)) {
            OptionalDouble treated = scores(criterion).treated(position(company));
            return fixed(criterion, company, "treated by its own rule", treated);
        }
        Formula.Span all = screen.all(other -> plain(criterion, other, LiveScreen.value(criterion, other)));
        return known(value, OwnRules.outliers(criterion).orElseThrow().among(value.asNumber(BY_OWN_RULE), all));
    }

    private static final String BY_OWN_RULE = "a rule of a user's own takes numbers";

    private static Formula known(Formula value, Formula result) {
        return value.isKnown().then(result, Formula.text(Value.NOT_AVAILABLE));
    }

    private static Formula log(Formula value) {
        return Formula.call(Fn.LOGARITHM, value.asNumber("scores go by how many times as large a value is"));
    }

    // ---------------------------------------------------------------- all companies

    /** The value that is worst, or where less is better, best: a goalpost, or the lowest there is. */
    Key low(Criterion criterion) {
        return ofAll("low end", criterion, all -> Formula.call(Fn.MIN_OF_KNOWN, all));
    }

    /** The value that is best, or where less is better, worst: a goalpost, or the highest there is. */
    Key high(Criterion criterion) {
        return ofAll("high end", criterion, all -> Formula.call(Fn.MAX_OF_KNOWN, all));
    }

    /** The number of values that are known. */
    Key known(Criterion criterion) {
        return ofAll("values known", criterion, Formula::countOfKnown);
    }

    /** The mean of the known values, as treated; only where scores are distances from it. */
    Key mean(Criterion criterion) {
        return ofAll("mean", criterion, all -> Formula.call(Fn.AVERAGE_OF_KNOWN, all));
    }

    /** The standard deviation of a sample, of the known values as treated; only where scores are in these. */
    Key deviation(Criterion criterion) {
        return ofAll("standard deviation", criterion, all -> {
            Formula.Span deviations = screen.all(company -> fromMean(criterion, company));
            Formula variance = Formula.call(Fn.SUM_OF_SQUARES_OF_KNOWN, deviations)
                    .over(known(criterion).minus(ONE));
            return Formula.call(Fn.SQUARE_ROOT, variance);
        });
    }

    private Key fromMean(Criterion criterion, String company) {
        return screen.key(
                "deviation from mean",
                criterion,
                company,
                () -> treated(criterion, company).minus(mean(criterion)));
    }

    /** A number on the values of all companies, which is worked out from them where all are here. */
    private Key ofAll(String step, Criterion criterion, Function<Formula.Span, Formula> formula) {
        Key key = screen.of(step, criterion.name());
        boolean isInput =
                screen.isShortlist() || criterion.normalisation().asGoalposts().isPresent();
        return isInput ? key : values.as(key, () -> formula.apply(treated(criterion)));
    }

    /** Whether scores under a criterion are ranks among companies of which most are not here. */
    boolean isRankedAmongAll(Criterion criterion) {
        return screen.isShortlist()
                && (criterion.normalisation() == Relative.PERCENTILE || criterion.normalisation() == Relative.RANK);
    }

    /** Where a value stands among those of all companies, from 0 to 1 and rising with it: what ranks make of it. */
    Key standing(Criterion criterion, String company) {
        return screen.step("standing among all", criterion, company);
    }

    // ---------------------------------------------------------------- scores

    /** Whether a company has a value that counts: it is known, and where ranks need more than that, they are too. */
    Formula counts(Criterion criterion, String company) {
        Formula known = LiveScreen.value(criterion, company).isKnown();
        return isRankedAmongAll(criterion)
                ? known.and(standing(criterion, company).isKnown())
                : known;
    }

    /** The score of a company under a criterion; missing where the value is and no rule fills it. */
    Key normalised(Criterion criterion, String company) {
        return screen.key("normalised", criterion, company, () -> {
            Formula value = treated(criterion, company);
            if (isScoreFixed(criterion)) {
                return filled(criterion, value.isKnown(), fixedScore(criterion, company));
            }
            return isRankedAmongAll(criterion)
                    ? filled(criterion, counts(criterion, company), turned(criterion, standing(criterion, company)))
                    : filled(criterion, value.isKnown(), turned(criterion, rising(criterion, value)));
        });
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

    /** A score that rises with the value. */
    private Formula rising(Criterion criterion, Formula value) {
        return criterion
                .normalisation()
                .fold(
                        relative -> rising(criterion, relative, value),
                        posts -> between(criterion, value, posts.scale()),
                        own -> known(
                                value,
                                OwnRules.normalisation(criterion)
                                        .orElseThrow()
                                        .among(
                                                value.asNumber(BY_OWN_RULE),
                                                screen.all(company ->
                                                        plain(criterion, company, treated(criterion, company))))));
    }

    /** A value as a rule of a user's own takes it, which knows numbers alone. */
    private Key plain(Criterion criterion, String company, Key value) {
        return criterion.indicator().tableColumn().isPresent()
                ? value
                : screen.key("number for its own rule", criterion, company, () -> value.asNumber(BY_OWN_RULE));
    }

    private Formula rising(Criterion criterion, Relative relative, Formula value) {
        Formula low = low(criterion);
        Formula high = high(criterion);
        Formula differ = high.isAbove(low);
        return switch (relative) {
            case MIN_MAX -> differ.then(value.minus(low).over(high.minus(low)), known(value, Constants.HALF));
            case Z_SCORE -> differ.then(value.minus(mean(criterion)).over(deviation(criterion)), known(value, ZERO));
            case PERCENTILE -> {
                Formula others = known(criterion).minus(ONE);
                yield known(criterion)
                        .isAbove(ONE)
                        .then(rank(criterion, value).minus(ONE).over(others), known(value, Constants.HALF));
            }
            case RANK -> rank(criterion, value).over(known(criterion));
        };
    }

    /** The rank of a value from the lowest, equals sharing the mean of theirs. */
    private Formula rank(Criterion criterion, Formula value) {
        Formula.Span all = treated(criterion);
        Formula fromTop = Formula.call(Fn.RANK, value, all);
        Formula equals = Formula.call(Fn.COUNT_EQUAL, all, value);
        // of n values, n - fromTop + 1 are no larger; the equals among them share the middle of their ranks
        return known(criterion).minus(fromTop).plus(ONE).minus(equals.minus(ONE).times(Constants.HALF));
    }

    private Formula between(Criterion criterion, Formula value, Scale scale) {
        Formula low = low(criterion);
        Formula high = high(criterion);
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

    /** A score that falls as another rises, between the same ends, where less is better. */
    private Formula turned(Criterion criterion, Formula rising) {
        if (criterion.direction() == Direction.HIGHER) {
            return rising;
        }
        if (criterion.normalisation() == Relative.RANK) {
            return ONE.plus(ONE.over(known(criterion))).minus(rising);
        }
        return (isUnitRange(criterion) ? ONE : ZERO).minus(rising);
    }

    /** The highest score that a company has under a criterion, ranked or not. */
    Key highest(Criterion criterion) {
        Key key = screen.of("highest normalised", criterion.name());
        return screen.isShortlist()
                ? key
                : values.as(
                        key,
                        () -> Formula.call(Fn.MAX_OF_KNOWN, screen.all(company -> normalised(criterion, company))));
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
        if (isScoreFixed(criterion)) {
            boolean worst = end == Direction.LOWER;
            double score = worst ? scores(criterion).worst() : scores(criterion).best();
            return fixed(criterion, worst ? "lowest" : "highest", "score at an end", OptionalDouble.of(score));
        }
        Key value = end == criterion.direction() ? high(criterion) : low(criterion);
        return turned(criterion, rising(criterion, value)).orElse(ZERO);
    }

    // ---------------------------------------------------------------- rules of a user's own without a formula

    /**
     * Whether a rule of a user's own treats or scores its values and has no formula for it here: what it makes of them is fixed, and
     * out of date as soon as one of them changes.
     */
    boolean isFixed(Criterion criterion) {
        return isTreatmentFixed(criterion) || isScoreFixed(criterion);
    }

    private boolean isTreatmentFixed(Criterion criterion) {
        return OwnRules.isOwnTreatment(criterion)
                && (screen.isShortlist() || OwnRules.outliers(criterion).isEmpty());
    }

    private boolean isScoreFixed(Criterion criterion) {
        return OwnRules.isOwnNormalisation(criterion)
                && (screen.isShortlist() || OwnRules.normalisation(criterion).isEmpty());
    }

    /** Whether the values under a criterion are those with which its fixed scores were worked out: 1 or 0. */
    Key current(Criterion criterion) {
        Key key = Dated.current("values under " + criterion.name()).in(screen.in());
        return values.as(key, () -> Dated.all(screen.each(company -> unchanged(criterion, company))));
    }

    private Key unchanged(Criterion criterion, String company) {
        return screen.key("value unchanged under", criterion, company, () -> {
            Key value = LiveScreen.value(criterion, company);
            Value then = known(scores(criterion).raw(position(company)));
            Key asRun = values.building()
                    .computed(
                            screen.step("value when scored under", criterion, company),
                            then,
                            ValueUnit.like(value),
                            OF_ALL);
            return Unchanged.of(value, asRun, then);
        });
    }

    /** A result of a user's rule, while it is current. */
    private Formula fixed(Criterion criterion, String company, String what, OptionalDouble result) {
        Key key = screen.step(what, criterion, company);
        return Dated.add(values.building(), current(criterion), key, known(result), ValueUnit.NUMBER, OF_ALL);
    }

    private Formula fixedScore(Criterion criterion, String company) {
        CriterionScores scores = scores(criterion);
        int position = position(company);
        OptionalDouble score = scores.raw(position).isPresent() ? scores.score(position) : OptionalDouble.empty();
        return fixed(criterion, company, "score by its own rule", score);
    }
}
