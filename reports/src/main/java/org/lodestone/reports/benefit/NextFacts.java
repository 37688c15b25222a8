package org.lodestone.reports.benefit;

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
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;

/**
 * The missing facts that would tell most about who gains most.
 *
 * <pre>
 * worth      mean of the most weight won once the fact is known − most weight won, on average, without it
 * narrowing  ranks between best and worst of all companies, less what is left of them on average once it is known
 * </pre>
 *
 * <p>A gain that lies between two ends is drawn evenly between them; of one that is not known at all, between the least and the most that is
 * known of any company. The other gaps stay open, and are evenly drawn too. Of the scenario in which the screen was made.
 */
public final class NextFacts {

    /** The number of facts that are told. */
    private static final int TOLD = 5;

    /** Values of a gain, evenly spread over its range. */
    private static final int DRAWS = 64;

    /** Draws of weights, and the seed with which they begin. */
    private static final int WEIGHTS = 10_000;

    private static final long SEED = 1;

    private static final String HOW = DRAWS + " values evenly spread over the range of each gap";
    private static final Term NEXT = Benefits.BENEFIT.sub("next fact");

    private final BenefitScreen screen;
    private final KnownGains gains;
    private final ImmutableList<NextFact> facts;
    private final Calculations values;

    /**
     * A fact that is missing.
     *
     * @param worth of knowing it, as a share of weight
     * @param narrowing of all ranks together
     */
    public record NextFact(CompanyBenefit company, Criterion criterion, Key worth, Key narrowing) {

        @Override
        public String toString() {
            return OneLine.of(company.company().name(), criterion.name());
        }
    }

    private record Gap(int company, int criterion, double worth, double narrowing) {}

    NextFacts(BenefitScreen screen) {
        this.screen = screen;
        this.gains = new KnownGains(screen);
        this.values = new Calculations(screen.model());
        List<Gap> gaps = gaps();
        ImmutableList.Builder<NextFact> told = ImmutableList.builder();
        for (Gap gap : gaps.subList(0, Math.min(TOLD, gaps.size()))) {
            CompanyBenefit company = screen.companies().get(gap.company());
            Criterion criterion = screen.screen().criteria().get(gap.criterion());
            Subject of = Subject.of(company.company().id() + ", " + criterion.name());
            told.add(new NextFact(
                    company,
                    criterion,
                    Dated.add(
                            values.building(),
                            current(),
                            NEXT.sub("worth").of(of),
                            Value.of(gap.worth()),
                            ValueUnit.NUMBER,
                            HOW),
                    Dated.add(
                            values.building(),
                            current(),
                            NEXT.sub("narrowing").of(of),
                            Value.of(gap.narrowing()),
                            ValueUnit.NUMBER,
                            HOW)));
        }
        this.facts = told.build();
        tried();
        values.close();
    }

    private Key current() {
        return values.as(
                Dated.current("worth of the next fact"),
                () -> Dated.all(screen.companies().stream()
                        .flatMap(company -> Stream.of(screen.low(company), screen.high(company)))
                        .map(input -> Unchanged.since(values, screen.model(), input))
                        .toList()));
    }

    // ---------------------------------------------------------------- worth of each gap

    private List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        double open = gains.openRanks();
        for (int i = 0; i < gains.companies(); i++) {
            for (int c = 0; c < gains.criteria(); c++) {
                if (gains.isGap(i, c)) {
                    gaps.add(gap(i, c, open));
                }
            }
        }
        gaps.sort(Comparator.comparingDouble(Gap::worth)
                .thenComparingDouble(Gap::narrowing)
                .reversed());
        return gaps;
    }

    private Gap gap(int company, int criterion, double open) {
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
                company,
                criterion,
                ValueOfFact.of(payoffs),
                open - Arrays.stream(left).average().orElseThrow());
    }

    // ---------------------------------------------------------------- any weights

    private void tried() {
        int[] mayBeFirst = new int[gains.companies()];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int draw = 0; draw < WEIGHTS; draw++) {
            double[] weights = IntStream.range(0, gains.criteria())
                    .mapToDouble(c -> -Math.log(1 - random.nextDouble()))
                    .toArray();
            for (int i = 0; i < mayBeFirst.length; i++) {
                int company = i;
                mayBeFirst[i] += IntStream.range(0, mayBeFirst.length)
                                .noneMatch(j -> j != company && gains.surelyMore(j, company, weights))
                        ? 1
                        : 0;
            }
        }
        for (int i = 0; i < mayBeFirst.length; i++) {
            Dated.add(
                    values.building(),
                    current(),
                    mayComeFirst(screen.companies().get(i)),
                    Value.of((double) mayBeFirst[i] / WEIGHTS),
                    ValueUnit.NUMBER,
                    WEIGHTS + " draws of weights, each set as likely as any other, with seed " + SEED);
        }
    }

    /** The share of draws of weights, any at all, in which no other company surely gains more than this one. */
    public Key mayComeFirst(CompanyBenefit company) {
        return Benefits.BENEFIT
                .sub("may come first under any weights")
                .of(Subject.of(company.company().id()));
    }

    // ---------------------------------------------------------------- results

    /** The facts, the most useful first. */
    public ImmutableList<NextFact> facts() {
        return facts;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("next facts", facts);
    }
}
