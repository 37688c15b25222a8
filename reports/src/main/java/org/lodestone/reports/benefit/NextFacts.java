package org.lodestone.reports.benefit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
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

    private static final String HOW = DRAWS + " values evenly spread over the range of each gap";
    private static final Term NEXT = Benefits.BENEFIT.sub("next fact");

    private final BenefitScreen screen;
    private final int companies;
    private final int criteria;
    private final double[] shares;
    /** The least and the most of each gain, turned so that more is better; of one that is not known, the ends of all that are. */
    private final double[][] least;

    private final double[][] most;
    private final boolean[][] known;
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

    private NextFacts(BenefitScreen screen) {
        this.screen = screen;
        this.companies = screen.companies().size();
        this.criteria = screen.screen().criteria().size();
        this.shares = new double[criteria];
        this.least = new double[companies][criteria];
        this.most = new double[companies][criteria];
        this.known = new boolean[companies][criteria];
        this.values = new Calculations(screen.model());
        read(screen.model().values());
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
        values.close();
    }

    /** The facts that would tell most; none where nothing is missing. */
    static NextFacts of(BenefitScreen screen) {
        return new NextFacts(screen);
    }

    private Key current() {
        return values.as(
                Dated.current("worth of the next fact"),
                () -> Dated.all(screen.companies().stream()
                        .flatMap(company -> Stream.of(screen.low(company), screen.high(company)))
                        .map(input -> Unchanged.since(values, screen.model(), input))
                        .toList()));
    }

    // ---------------------------------------------------------------- gains as they are known

    private void read(Values of) {
        for (int c = 0; c < criteria; c++) {
            Criterion criterion = screen.screen().criteria().get(c);
            shares[c] = of.number(screen.share(criterion)).orElse(0);
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < companies; i++) {
                double low = of.number(
                                screen.least(criterion, screen.companies().get(i)))
                        .orElse(Double.NaN);
                double high = of.number(
                                screen.most(criterion, screen.companies().get(i)))
                        .orElse(Double.NaN);
                known[i][c] = !Double.isNaN(low);
                boolean isMoreBetter = criterion.direction() == Direction.HIGHER;
                least[i][c] = isMoreBetter ? low : -high;
                most[i][c] = isMoreBetter ? high : -low;
                if (known[i][c]) {
                    lowest = Math.min(lowest, least[i][c]);
                    highest = Math.max(highest, most[i][c]);
                }
            }
            for (int i = 0; i < companies; i++) {
                if (!known[i][c]) {
                    least[i][c] = lowest;
                    most[i][c] = highest;
                }
            }
        }
    }

    // ---------------------------------------------------------------- worth of each gap

    private List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        double open = openRanks();
        for (int i = 0; i < companies; i++) {
            for (int c = 0; c < criteria; c++) {
                if (Double.isFinite(least[i][c]) && least[i][c] < most[i][c] && shares[c] > 0) {
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
        double low = least[company][criterion];
        double high = most[company][criterion];
        boolean wasKnown = known[company][criterion];
        double[][] payoffs = new double[DRAWS][];
        double left = 0;
        known[company][criterion] = true;
        for (int k = 0; k < DRAWS; k++) {
            double drawn = low + (high - low) * (k + 0.5) / DRAWS;
            least[company][criterion] = drawn;
            most[company][criterion] = drawn;
            payoffs[k] = weightWon();
            left += openRanks();
        }
        least[company][criterion] = low;
        most[company][criterion] = high;
        known[company][criterion] = wasKnown;
        return new Gap(company, criterion, ValueOfFact.of(payoffs), open - left / DRAWS);
    }

    /** The share of weight that each company wins of the others on average. */
    private double[] weightWon() {
        double[] won = new double[companies];
        for (int i = 0; i < companies; i++) {
            for (int j = 0; j < companies; j++) {
                for (int c = 0; i != j && c < criteria; c++) {
                    won[i] += shares[c] * chance(least[i][c], most[i][c], least[j][c], most[j][c]) / (companies - 1);
                }
            }
        }
        return won;
    }

    /** The chance that a number drawn evenly between two ends is above another drawn so; a half where both are the same. */
    static double chance(double low, double high, double otherLow, double otherHigh) {
        if (low == high) {
            return otherLow == otherHigh
                    ? low == otherLow ? 0.5 : low > otherLow ? 1 : 0
                    : Math.min(1, Math.max(0, (low - otherLow) / (otherHigh - otherLow)));
        }
        if (otherLow == otherHigh) {
            return 1 - chance(otherLow, otherHigh, low, high);
        }
        return (below(high, otherLow, otherHigh) - below(low, otherLow, otherHigh)) / (high - low);
    }

    /** The integral up to a number of the chance that one drawn evenly between two ends is below. */
    private static double below(double x, double low, double high) {
        double inside = Math.min(high, Math.max(low, x)) - low;
        return inside * inside / (2 * (high - low)) + Math.max(0, x - high);
    }

    // ---------------------------------------------------------------- ranks

    /** The ranks between the best and the worst of each company, added up. */
    private double openRanks() {
        int sure = 0;
        for (int i = 0; i < companies; i++) {
            for (int j = 0; j < companies; j++) {
                sure += i != j && surelyMore(i, j) ? 1 : 0;
            }
        }
        // each pair that is sure takes one rank from the best of one and from the worst of the other
        return companies * (companies - 1) - 2.0 * sure;
    }

    private boolean surelyMore(int company, int than) {
        double balance = 0;
        for (int c = 0; c < criteria; c++) {
            boolean both = known[company][c] && known[than][c];
            double wins = both && least[company][c] > most[than][c] ? 1 : -1;
            boolean same = both && least[company][c] == most[than][c];
            balance += same ? 0 : wins * shares[c];
        }
        return balance > 1e-9;
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
        return OneLine.of(
                "next facts",
                facts.stream().map(NextFact::toString).collect(toImmutableList()),
                Arrays.toString(shares));
    }
}
