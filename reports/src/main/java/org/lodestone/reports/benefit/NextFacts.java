package org.lodestone.reports.benefit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.model.Dated;

/**
 * The missing facts that would tell most about who gains most.
 *
 * <pre>
 * worth      mean of the most weight won once the fact is known − most weight won, on average, without it
 * narrowing  ranks between best and worst of all companies, less what is left of them on average once it is known
 * </pre>
 *
 * <p>A gain that lies between two ends is drawn evenly between them; of one that is not known at all, between the least and the most that is
 * known of any company. The other gaps stay open, and are evenly drawn too. It is worked out in each scenario as it is written.
 */
public final class NextFacts {

    /** The number of facts that are told. */
    private static final int TOLD = 5;

    /** Values of a gain, evenly spread over its range. */
    private static final int DRAWS = 64;

    /** Draws of weights, and the seed with which they begin. */
    private static final int WEIGHTS = 10_000;

    private static final long SEED = 1;

    private static final String HOW =
            DRAWS + " values evenly spread over the range of each gap, in each scenario as it is written";
    private static final String HOW_WEIGHED = WEIGHTS + " draws of weights, each set as likely as any other, with seed "
            + SEED + ", in each scenario as it is written";
    private static final Term NEXT = Benefits.BENEFIT.sub("next fact");
    private static final Value NONE = Value.missing("no more is missing");

    private final BenefitScreen screen;
    private final ImmutableList<Case> scenarios;
    private final ImmutableList<Integer> places;
    private final Calculations values;

    private record Gap(CompanyBenefit company, Criterion criterion, double worth, double narrowing) {

        /** {@code Value of China Northern Rare Earth}. */
        Value inWords() {
            return Value.of(criterion.title() + " of " + company.company().name());
        }

        Value published() {
            return Value.of(company.published(criterion.indicator().gain().orElseThrow()));
        }
    }

    NextFacts(BenefitScreen screen) {
        this.screen = screen;
        this.scenarios = screen.benefits().scenarios().cases();
        this.values = new Calculations(screen.model());
        List<double[]> weights = weights(screen.screen().criteria().size());
        List<List<Gap>> each = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Values written = screen.written().get(i);
            KnownGains gains = new KnownGains(screen, written);
            asRun(scenarios.get(i), written);
            tried(scenarios.get(i), gains, weights);
            each.add(gaps(gains));
        }
        int most = each.stream().mapToInt(List::size).max().orElse(0);
        this.places = IntStream.rangeClosed(1, Math.min(TOLD, most)).boxed().collect(toImmutableList());
        for (int place : places) {
            for (int i = 0; i < scenarios.size(); i++) {
                put(place, scenarios.get(i), each.get(i));
            }
            shown(fact(place));
            shown(published(place));
            shown(worth(place));
            shown(narrowing(place));
        }
        screen.companies().forEach(company -> shown(mayComeFirst(company)));
        values.close();
    }

    // ---------------------------------------------------------------- what is stored

    private static Stream<Key> ends(BenefitScreen screen) {
        return screen.companies().stream().flatMap(company -> Stream.of(screen.low(company), screen.high(company)));
    }

    private static Key asRun(Key end) {
        return NEXT.sub("as worked out with").of(Subject.of(end));
    }

    private void asRun(Case in, Values written) {
        ends(screen).forEach(end -> store(asRun(end), in, written.of(end), ValueUnit.NUMBER, HOW));
    }

    private void store(Key key, Case in, Value value, ValueUnit unit, String how) {
        values.building().computed(key.in(in), value, unit, how);
    }

    private void put(int place, Case in, List<Gap> gaps) {
        boolean isThere = place <= gaps.size();
        store(fact(place), in, isThere ? gaps.get(place - 1).inWords() : NONE, ValueUnit.ANY, HOW);
        store(published(place), in, isThere ? gaps.get(place - 1).published() : NONE, ValueUnit.ANY, HOW);
        store(worth(place), in, isThere ? Value.of(gaps.get(place - 1).worth()) : NONE, ValueUnit.NUMBER, HOW);
        store(narrowing(place), in, isThere ? Value.of(gaps.get(place - 1).narrowing()) : NONE, ValueUnit.NUMBER, HOW);
    }

    /** Whether what companies win is what it is in the scenario as it is written. */
    private Key current() {
        return values.as(
                Dated.current("worth of the next fact"),
                () -> Dated.all(ends(screen).map(this::isUnmoved).toList()));
    }

    private Key isUnmoved(Key end) {
        return values.as(
                NEXT.sub("unchanged").of(Subject.of(end)),
                () -> end.minus(screen.benefits().scenarios().picked(asRun(end)))
                        .isEqualTo(ZERO)
                        .then(ONE, ZERO)
                        .orElse(ZERO));
    }

    private void shown(Key key) {
        values.as(key, () -> Dated.of(current(), screen.benefits().scenarios().picked(key)));
    }

    // ---------------------------------------------------------------- worth of each gap

    private List<Gap> gaps(KnownGains gains) {
        List<Gap> gaps = new ArrayList<>();
        double open = gains.openRanks();
        for (int i = 0; i < gains.companies(); i++) {
            for (int c = 0; c < gains.criteria(); c++) {
                if (gains.isGap(i, c)) {
                    gaps.add(gap(gains, i, c, open));
                }
            }
        }
        gaps.sort(Comparator.comparingDouble(Gap::worth)
                .thenComparingDouble(Gap::narrowing)
                .reversed());
        return gaps;
    }

    private Gap gap(KnownGains gains, int company, int criterion, double open) {
        double[][] payoffs = new double[DRAWS][];
        double[] left = new double[DRAWS];
        for (int k = 0; k < DRAWS; k++) {
            int draw = k;
            gains.with(company, criterion, (k + 0.5) / DRAWS, () -> {
                payoffs[draw] = gains.weightWon();
                left[draw] = gains.openRanks();
            });
        }
        return new Gap(
                screen.companies().get(company),
                screen.screen().criteria().get(criterion),
                ValueOfFact.of(payoffs),
                open - Arrays.stream(left).average().orElseThrow());
    }

    // ---------------------------------------------------------------- any weights

    private static List<double[]> weights(int criteria) {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.generate(() -> IntStream.range(0, criteria)
                        .mapToDouble(c -> -Math.log(1 - random.nextDouble()))
                        .toArray())
                .limit(WEIGHTS)
                .toList();
    }

    private void tried(Case in, KnownGains gains, List<double[]> weights) {
        for (int i = 0; i < gains.companies(); i++) {
            store(
                    mayComeFirst(screen.companies().get(i)),
                    in,
                    Value.of((double) gains.timesUnbeaten(i, weights) / WEIGHTS),
                    ValueUnit.NUMBER,
                    HOW_WEIGHED);
        }
    }

    /** The share of draws of weights, any at all, in which no other company surely gains more than this one. */
    public Key mayComeFirst(CompanyBenefit company) {
        return Benefits.BENEFIT
                .sub("may come first under any weights")
                .of(Subject.of(company.company().id()));
    }

    // ---------------------------------------------------------------- results

    private static Key key(String part, int place) {
        return NEXT.sub(part).of(Subject.of("place " + place));
    }

    /** The places from the most useful fact on; none where nothing is missing. */
    public ImmutableList<Integer> places() {
        return places;
    }

    /** The fact in words: {@code Value of China Northern Rare Earth}. */
    public Key fact(int place) {
        return key("fact", place);
    }

    /** The words for where it would be published. */
    public Key published(int place) {
        return key("published", place);
    }

    /** The worth of knowing it, as a share of weight. */
    public Key worth(int place) {
        return key("worth", place);
    }

    /** The ranks of all companies together that it would take off. */
    public Key narrowing(int place) {
        return key("narrowing", place);
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("next facts", OneLine.count(places, "fact"));
    }
}
