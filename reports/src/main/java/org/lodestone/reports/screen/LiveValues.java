package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The values that a live screen counts as people tell them, and the place of each among those of the other companies:
 * {@code 113,700 t LCE a year, fourth of 7}.
 *
 * <p>Of a shortlist the best value is Java's, and a company has no place, since most of the others are not here.
 */
record LiveValues(LiveScreen screen, ScreenResult result, Calculations values) {

    private static final ImmutableList<String> ORDINALS = ImmutableList.of(
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private static final int TEN = 10;
    private static final int HUNDREDS = 100;
    private static final int ELEVENTH = 11;
    private static final int THIRTEENTH = 13;

    // ---------------------------------------------------------------- in words

    /** The value of a company with its unit, {@code USD 24.2 bn} or {@code 113,700 t LCE a year}; of a mark its words. */
    Key inWords(Criterion criterion, String company) {
        return screen.key(
                "value as people write it",
                criterion,
                company,
                () -> inWords(criterion, LiveScreen.value(criterion, company)));
    }

    /** The best value in the same words. */
    Key bestInWords(Criterion criterion) {
        return values.as(screen.of("best value in words", criterion.name()), () -> inWords(criterion, best(criterion)));
    }

    private static final String THREE_DIGITS = "a value of three digits, whatever it counts";

    private Formula inWords(Criterion criterion, Key value) {
        if (criterion.indicator().tableColumn().isPresent()) {
            return result.written(criterion).inWords(value);
        }
        Formula whole = value.minus(value.rounded(0))
                .isEqualTo(ZERO)
                .or(value.asNumber(THREE_DIGITS).isAtLeast(HUNDRED.asNumber(THREE_DIGITS)));
        String unit = criterion.unit();
        boolean isPercent = unit.startsWith("%");
        Formula number = words().with("whole", whole)
                .with("value", value)
                .with("unit", unit.isEmpty() || isPercent ? unit : " " + unit)
                .with("isPercent", isPercent)
                .clause("{whole?{value:-0}|{isPercent?{value:-0.0}|{value:-0.00}}}{unit}");
        return hasMarks(criterion) ? mark(criterion, value).orWords(number) : number;
    }

    private static boolean hasMarks(Criterion criterion) {
        return criterion.indicator().marks().stream().anyMatch(words -> !words.isBlank());
    }

    /** The words of a mark; missing for one that has none, such as a half. */
    private Formula mark(Criterion criterion, Key value) {
        ImmutableList<String> all = criterion.indicator().marks();
        List<Integer> marks = IntStream.range(0, all.size())
                .filter(mark -> !all.get(mark).isBlank())
                .boxed()
                .toList();
        return Formula.lookUp(
                span(marks, mark -> values.label(screen.of("words of mark " + mark, criterion.name()), all.get(mark))),
                value,
                span(marks, mark -> values.label(screen.of("mark " + mark, criterion.name()), mark)));
    }

    /** The value with its place: {@code 113,700 t LCE a year, fourth of 7}; of a mark its words, which say as much; missing where it is not known. */
    Key withPlace(Criterion criterion, String company) {
        return screen.key("value with its place", criterion, company, () -> {
            boolean hasPlace = !screen.isShortlist() && !hasMarks(criterion);
            Formula known = Formula.countOfKnown(all(criterion));
            Formula all = values.label(
                    screen.of("companies", "all"), screen.companies().size());
            Formula told = words().with("atLeast", screen.isLowerBound(criterion, company))
                    .with("value", inWords(criterion, company))
                    .with("place", hasPlace, () -> ordinal(place(criterion, company)))
                    .with("all", known.isAtLeast(all))
                    .with("count", known)
                    .with("level", hasPlace, () -> level(criterion, company))
                    .clause(
                            "{atLeast?at least }{value}[{count>1?, {place} of {all?{count:0}|the {count:0} known}{level}}]");
            return LiveScreen.value(criterion, company).isKnown().then(told, text(Value.NOT_AVAILABLE));
        });
    }

    /** {@code , level with 2 others}; an empty text for a value that is one company's alone. */
    private Formula level(Criterion criterion, String company) {
        Formula others = Formula.call(Fn.COUNT_EQUAL, all(criterion), LiveScreen.value(criterion, company))
                .minus(ONE);
        return words().with("others", others).clause("{others>0?, level with {others:0} {others=1?other|others}}");
    }

    private Formula ordinal(Key place) {
        return Formula.call(
                Fn.PICK,
                span(
                        IntStream.rangeClosed(1, screen.companies().size())
                                .boxed()
                                .toList(),
                        number -> values.label(screen.of("ordinal", number.toString()), ordinal(number))),
                place);
    }

    /** The word for a place in an order: {@code third}, {@code 22nd}. */
    static String ordinal(int number) {
        if (number <= ORDINALS.size()) {
            return ORDINALS.get(number - 1);
        }
        int ofHundred = number % HUNDREDS;
        boolean isTeen = ofHundred >= ELEVENTH && ofHundred <= THIRTEENTH;
        return number
                + switch (isTeen ? 0 : number % TEN) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    // ---------------------------------------------------------------- among those of others

    private Formula.Span all(Criterion criterion) {
        return screen.all(company -> LiveScreen.value(criterion, company));
    }

    /** The place of a value among those that are known, equals sharing the better one. */
    private Key place(Criterion criterion, String company) {
        return screen.key("place by value", criterion, company, () -> {
            Formula own = LiveScreen.value(criterion, company);
            Formula fromTop = Formula.call(Fn.RANK, own, all(criterion));
            return criterion.direction() == Direction.HIGHER
                    ? fromTop
                    : Formula.countOfKnown(all(criterion))
                            .minus(fromTop.minus(ONE))
                            .minus(Formula.call(Fn.COUNT_EQUAL, all(criterion), own))
                            .plus(ONE);
        });
    }

    /** The best value of the companies that are compared. */
    Key best(Criterion criterion) {
        return end("best value", criterion, criterion.direction() == Direction.HIGHER);
    }

    private Key worst(Criterion criterion) {
        return end("worst value", criterion, criterion.direction() == Direction.LOWER);
    }

    private Key end(String which, Criterion criterion, boolean highest) {
        Key key = screen.of(which, criterion.name());
        return screen.isShortlist()
                ? key
                : values.as(key, () -> Formula.call(highest ? Fn.MAX_OF_KNOWN : Fn.MIN_OF_KNOWN, all(criterion)));
    }

    /** Puts in the best and the worst value, where most of the companies are not here. */
    void putAll(Criterion criterion) {
        String how = screen.howAmongAll();
        double[] known = result.passed().stream()
                .mapToObj(result.criterion(criterion.name())::raw)
                .flatMapToDouble(
                        value -> value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.empty())
                .toArray();
        boolean higher = criterion.direction() == Direction.HIGHER;
        Value least = LiveScores.known(DoubleStream.of(known).min());
        Value most = LiveScores.known(DoubleStream.of(known).max());
        values.building().computed(best(criterion), higher ? most : least, screen.counts(criterion), how);
        values.building().computed(worst(criterion), higher ? least : most, screen.counts(criterion), how);
    }

    /** Whether no company has a better value, under a criterion that weighs and tells companies apart: 1 or 0. */
    Key isFirst(Criterion criterion, String company) {
        return screen.key("first by value", criterion, company, () -> {
            Formula own = LiveScreen.value(criterion, company);
            Formula best = best(criterion);
            Formula atBest = criterion.direction() == Direction.HIGHER ? own.isAtLeast(best) : best.isAtLeast(own);
            Formula apart = best.minus(worst(criterion)).magnitude().isAbove(ZERO);
            return own.isKnown()
                    .then(
                            atBest.and(apart)
                                    .and(screen.share(criterion).isAbove(ZERO))
                                    .then(ONE, ZERO),
                            ZERO)
                    .orElse(ZERO);
        });
    }

    /** Under how many criteria, from the first to this one, no company has a better value. */
    Key firsts(Criterion criterion, String company) {
        return screen.key("first by value so far", criterion, company, () -> {
            int before = screen.screen().criteria().indexOf(criterion) - 1;
            Formula own = isFirst(criterion, company);
            return before < 0
                    ? own
                    : firsts(screen.screen().criteria().get(before), company).plus(own);
        });
    }
}
