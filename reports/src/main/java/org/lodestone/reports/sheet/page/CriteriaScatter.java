package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.Quantiles;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.screen.CriterionScores;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.SortedList;

/**
 * The first companies of a table under the two criteria that weigh most, of those that most companies have, before some of the other
 * companies and the medians of all.
 *
 * @param across the criterion along the bottom, which weighs more
 * @param others positions of the other companies that are drawn
 * @param of so many others that have both values there are
 */
record CriteriaScatter(
        ScreenStudy study,
        CriterionScores up,
        CriterionScores across,
        ImmutableList<Integer> others,
        int of,
        PageSentences said) {

    /** The number of first companies that are drawn, which follow their cells. */
    private static final int FIRST = 30;

    /** The number of others, which tell where the first stand and could be no more than a cloud if they were all. */
    private static final int OTHERS = 250;

    /** The part of the others, in hundredths, that stands outermost in a criterion and would leave the rest no room where there are many. */
    private static final int TWENTIETH = 5;

    private static final int HUNDREDTHS = 100;

    /** A scale over more than three powers of ten has a step for each of them. */
    private static final double WIDE = 1_000;

    private static final Term TERM = Term.of("two criteria");
    private static final String HAS_BOTH = "has both values";
    private static final String NAME = "name where it has both";

    /** Empty where there are no two criteria that most companies have, or fewer than three companies to compare. */
    static Optional<Exhibit> of(ScreenStudy study, PageSentences said) {
        ScreenResult result = study.result();
        int most = result.passed().length() / 2;
        List<CriterionScores> heaviest = result.criteria().stream()
                .filter(one -> one.share() > 0 && one.known() > most)
                .sorted(Comparator.comparing(CriterionScores::share).reversed())
                .toList();
        return heaviest.stream()
                .filter(one -> !one.criterion()
                        .indicator()
                        .equals(heaviest.get(0).criterion().indicator()))
                .findFirst()
                .filter(one -> study.sorted().places().size() > 2)
                .map(one -> of(study, one, heaviest.get(0), said).exhibit());
    }

    private static CriteriaScatter of(
            ScreenStudy study, CriterionScores up, CriterionScores across, PageSentences said) {
        ScreenResult result = study.result();
        ImmutableSet<String> live = ImmutableSet.copyOf(study.whole().companies());
        double[] upwards = known(result, up);
        double[] along = known(result, across);
        int[] all = result.passed().stream()
                .filter(company ->
                        up.raw(company).isPresent() && across.raw(company).isPresent())
                .filter(company -> !live.contains(result.universe().id(company)))
                .toArray();
        int[] inner = all.length <= OTHERS
                ? all
                : Arrays.stream(all)
                        .filter(company ->
                                isWithin(asRead(up, company), upwards) && isWithin(asRead(across, company), along))
                        .toArray();
        int step = Math.max(1, (inner.length + OTHERS - 1) / OTHERS);
        ImmutableList<Integer> some = IntStream.range(0, inner.length)
                .filter(i -> i % step == 0)
                .mapToObj(i -> inner[i])
                .collect(ImmutableList.toImmutableList());
        return new CriteriaScatter(study, up, across, some, all.length, said);
    }

    // ---------------------------------------------------------------- companies, as they were read

    private static double asRead(CriterionScores criterion, int company) {
        return criterion.raw(company).orElseThrow();
    }

    /** The values of all companies that are compared, from the lowest. */
    private static double[] known(ScreenResult result, CriterionScores criterion) {
        return result.passed().stream()
                .mapToObj(criterion::raw)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
    }

    private static boolean isWithin(double value, double... sorted) {
        int outer = sorted.length * TWENTIETH / HUNDREDTHS;
        return value >= sorted[outer] && value <= sorted[sorted.length - 1 - outer];
    }

    // ---------------------------------------------------------------- points

    private Model.Builder model() {
        return said.model();
    }

    private ImmutableList<Integer> places() {
        return sorted().places().stream().limit(FIRST).collect(ImmutableList.toImmutableList());
    }

    private SortedList sorted() {
        return study.sorted();
    }

    private LiveScreen screen() {
        return study.whole();
    }

    private Exhibit exhibit() {
        each(
                HAS_BOTH,
                place -> value(up, place)
                        .isKnown()
                        .then(value(across, place).isKnown().then(ONE, ZERO), ZERO));
        each(NAME, place -> ifBoth(place, sorted().name(place), text(" ")));
        Formula.Span upwards = drawn(up);
        Formula.Span along = drawn(across);
        List<Key> upOthers = ofOthers(up);
        List<Key> acrossOthers = ofOthers(across);
        Key upMedian = median(up);
        Key acrossMedian = median(across);
        Chart.Builder chart =
                Chart.points(title(up) + " over " + Words.inSentence(title(across)), axis(up), axis(across));
        for (int place : places()) {
            chart.point(at(NAME, place), at(valueOf(up), place), at(valueOf(across), place));
        }
        if (!others.isEmpty()) {
            chart.others("Other companies", span(upOthers), span(acrossOthers));
        }
        chart.level("Median, " + title(up), span(List.of(upMedian, upMedian)), ends(across, along, acrossOthers))
                .level(
                        "Median, " + title(across),
                        ends(up, upwards, upOthers),
                        span(List.of(acrossMedian, acrossMedian)));
        return Exhibit.of(
                        title(upMedian, acrossMedian),
                        "The two criteria of most weight that most companies had when the pack was made; dashed: medians of all",
                        chart.build())
                .withNote(note());
    }

    private Key value(CriterionScores criterion, int place) {
        return sorted().value(criterion.criterion(), place);
    }

    private static String valueOf(CriterionScores criterion) {
        return "value of " + criterion.name();
    }

    private static Key at(String what, int place) {
        return TERM.sub(what).of(Subject.of("place " + place));
    }

    private Formula.Span each(String what, Function<Integer, Formula> formula) {
        return span(places(), place -> model().calculation(at(what, place), formula.apply(place)));
    }

    private Formula.Span both() {
        return span(places(), place -> at(HAS_BOTH, place));
    }

    private Key withBoth() {
        return model().calculation(TERM.sub("number with both values").key(), Formula.sum(both()));
    }

    private Key numberDrawn() {
        return model().label(TERM.sub("number drawn").key(), places().size());
    }

    private static Formula ifBoth(int place, Formula then, Formula otherwise) {
        return at(HAS_BOTH, place).isAbove(ZERO).then(then, otherwise);
    }

    /**
     * The values that are drawn. A company that lacks one lies under the first that has both, without its name: a chart would take words
     * for zero.
     */
    private Formula.Span drawn(CriterionScores criterion) {
        Formula covering = Formula.call(
                Fn.PICK, span(places(), place -> value(criterion, place)), Formula.call(Fn.FIND, ONE, both()));
        return each(valueOf(criterion), place -> ifBoth(place, value(criterion, place), covering));
    }

    private List<Key> ofOthers(CriterionScores criterion) {
        return others.stream()
                .map(company -> model().label(
                                TERM.sub(valueOf(criterion) + " of another")
                                        .of(Subject.of(study.result().universe().id(company))),
                                asRead(criterion, company),
                                screen().counts(criterion.criterion())))
                .toList();
    }

    /** From the lowest number that is drawn to the highest. */
    private Formula.Span ends(CriterionScores criterion, Formula.Span first, List<Key> others) {
        return span(
                List.of(Fn.MIN_OF_KNOWN, Fn.MAX_OF_KNOWN),
                fn -> model().calculation(
                                TERM.sub(fn == Fn.MIN_OF_KNOWN ? "lowest" : "highest")
                                        .of(Subject.of(criterion.name())),
                                others.isEmpty()
                                        ? Formula.call(fn, first)
                                        : Formula.call(
                                                fn == Fn.MIN_OF_KNOWN ? Fn.MIN : Fn.MAX,
                                                Formula.call(fn, first),
                                                Formula.call(fn, span(others)))));
    }

    private Key median(CriterionScores criterion) {
        Key key = TERM.sub("median").of(Subject.of(criterion.name()));
        return screen().isShortlist()
                ? model().computed(
                                key,
                                Value.of(Quantiles.median().compute(known(study.result(), criterion))),
                                screen().counts(criterion.criterion()),
                                screen().howAmongAll())
                : model().calculation(
                                key,
                                Formula.call(
                                        Fn.MEDIAN_OF_KNOWN,
                                        span(
                                                screen().companies(),
                                                company -> LiveScreen.value(criterion.criterion(), company))));
    }

    private Chart.Axis axis(CriterionScores criterion) {
        double[] drawn = DoubleStream.concat(
                        places().stream()
                                .flatMapToDouble(
                                        place -> study.model().values().number(value(criterion, place)).stream()),
                        others.stream().mapToDouble(company -> asRead(criterion, company)))
                .sorted()
                .toArray();
        boolean wide = drawn.length > 0 && drawn[0] > 0 && drawn[drawn.length - 1] > WIDE * drawn[0];
        Shown shown = screen().shown(criterion.criterion());
        String unit = shown == Shown.IN_PERCENT ? "%" : screen().unit(criterion.criterion());
        return new Chart.Axis(
                title(criterion)
                        + (criterion.criterion().direction() == Direction.LOWER ? " (less is better)" : "")
                        + (unit.isEmpty() ? "" : ", " + unit)
                        + (wide ? ", log scale" : ""),
                Optional.of(shown),
                wide ? Chart.Scale.LOGARITHMIC : Chart.Scale.OPEN);
    }

    // ---------------------------------------------------------------- words

    private static String title(CriterionScores criterion) {
        return criterion.criterion().title();
    }

    /** The number of companies that have more, or less where that is better, than half of all under both criteria. */
    private Block.Sentence title(Key upMedian, Key acrossMedian) {
        Formula.Span ahead = each(
                "ahead of both medians",
                place -> ifBoth(
                        place,
                        isAhead(up, place, upMedian)
                                .and(isAhead(across, place, acrossMedian))
                                .then(ONE, ZERO),
                        ZERO));
        Key count = model().calculation(TERM.sub("number ahead of both medians").key(), Formula.sum(ahead));
        Formula lacking = numberDrawn().minus(withBoth());
        return said.live(
                "two criteria",
                words().with("count", count)
                        .with("every", count.isAtLeast(numberDrawn()))
                        .with("shortlist", screen().isShortlist())
                        .with("all", places().size())
                        .with("lacking", lacking)
                        .with("across", Words.inSentence(title(across)))
                        .with("up", Words.inSentence(title(up)))
                        .clause(
                                "{count=0?None|{every?All|{count:0}}} of {shortlist?the first }{all} companies {count=1?is|are} ahead of the median in both"
                                        + " {across} and {up}{lacking=0?|; not known for {lacking:0}}"));
    }

    private Formula isAhead(CriterionScores criterion, int place, Key median) {
        return criterion.criterion().direction() == Direction.HIGHER
                ? value(criterion, place).isAbove(median)
                : median.isAbove(value(criterion, place));
    }

    private Block.Sentence note() {
        Key both = withBoth();
        return said.live(
                "two criteria, known",
                words().with("both", both)
                        .with("all", places().size())
                        .with("some", !others.isEmpty())
                        .with("every", others.size() == of)
                        .with("others", others.size())
                        .with("of", Shown.WHOLE.text(Value.of((double) of)))
                        .say(
                                "{both:0} of {all} companies {both=1?has|have} both values.{some? Grey: {every?the {others} others that have"
                                        + " both|{others} of {of} others that have both, without the outermost twentieths of either}.}"));
    }
}
