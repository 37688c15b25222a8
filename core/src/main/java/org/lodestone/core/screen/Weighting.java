package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Screen.Level;

/**
 * The shares of criteria in the whole, level by level.
 *
 * <pre>share of its level · own weight / Σ weights of what counts in the level</pre>
 *
 * <p>A level has its share of the level it is part of by the same rule. What does not count leaves its weight to the rest of
 * its level, so that the level keeps its own; a level in which nothing counts does not count itself.
 *
 * <p>Criteria are told by where they stand in the screen, from 0.
 */
public final class Weighting {

    /** The place of the whole screen, which levels that are part of no other are part of. */
    private static final int WHOLE = 0;

    private final double[] weights;
    private final int[] levels;

    /** Level by level from the whole, wider ones first: what each weighs, and which it is part of. */
    private final double[] levelWeights;

    private final int[] within;

    Weighting(ImmutableList<Level> levels, ImmutableList<Criterion> criteria) {
        List<String> names = new ArrayList<>(List.of(""));
        List<Level> placed = widerFirst(levels);
        placed.forEach(level -> names.add(level.name()));
        this.weights = criteria.stream().mapToDouble(Criterion::weight).toArray();
        this.levels =
                criteria.stream().mapToInt(one -> names.indexOf(one.level())).toArray();
        this.levelWeights = new double[names.size()];
        this.within = new int[names.size()];
        for (int level = 1; level < names.size(); level++) {
            levelWeights[level] = placed.get(level - 1).weight();
            within[level] = names.indexOf(placed.get(level - 1).level());
        }
    }

    /** Throws if a level is part of one that is not there, or of itself. */
    private static List<Level> widerFirst(List<Level> levels) {
        List<String> names = levels.stream().map(Level::name).toList();
        List<Level> placed = new ArrayList<>();
        List<String> wider = new ArrayList<>(List.of(""));
        List<Level> rest = new ArrayList<>(levels);
        while (!rest.isEmpty()) {
            List<Level> next =
                    rest.stream().filter(level -> wider.contains(level.level())).toList();
            if (next.isEmpty()) {
                Level lost = rest.get(0);
                checkArgument(
                        names.contains(lost.level()),
                        "Level '%s' is part of '%s', which is not a level of the screen. %s",
                        lost.name(),
                        lost.level(),
                        Nearest.remedy(lost.level(), names, "Add it to levels."));
                throw new IllegalArgumentException("The levels "
                        + String.join(", ", rest.stream().map(Level::name).toList())
                        + " are part of each other. Say of one of them that it is part of none.");
            }
            next.forEach(level -> wider.add(level.name()));
            placed.addAll(next);
            rest.removeAll(next);
        }
        return placed;
    }

    /** The share of each criterion in the whole where all count; they sum to one. */
    public double[] shares() {
        return shares(criterion -> true);
    }

    /** The share of each criterion in the whole where some count; they sum to one, or are all zero where nothing counts. */
    public double[] shares(IntPredicate counts) {
        double[] sums = sums(counts);
        double[] ofLevels = new double[sums.length];
        ofLevels[WHOLE] = 1;
        for (int level = 1; level < sums.length; level++) {
            int wider = within[level];
            ofLevels[level] =
                    sums[level] > 0 && sums[wider] > 0 ? ofLevels[wider] * levelWeights[level] / sums[wider] : 0;
        }
        double[] shares = new double[weights.length];
        for (int criterion = 0; criterion < shares.length; criterion++) {
            int level = levels[criterion];
            shares[criterion] =
                    counts.test(criterion) && sums[level] > 0 ? ofLevels[level] * weights[criterion] / sums[level] : 0;
        }
        double sum = Arrays.stream(shares).sum(); // one, but for rounding, so that 3 and 30% are the same weight
        if (sum > 0) {
            Arrays.setAll(shares, criterion -> shares[criterion] / sum);
        }
        return shares;
    }

    /** The weights of what counts, summed for each level. */
    private double[] sums(IntPredicate counts) {
        double[] sums = new double[levelWeights.length];
        for (int level = sums.length - 1; level >= WHOLE; level--) {
            int at = level;
            DoubleStream criteria = IntStream.range(0, weights.length)
                    .filter(criterion -> levels[criterion] == at && counts.test(criterion))
                    .mapToDouble(criterion -> weights[criterion]);
            DoubleStream narrower = IntStream.range(at + 1, sums.length)
                    .filter(part -> within[part] == at && sums[part] > 0)
                    .mapToDouble(part -> levelWeights[part]);
            sums[level] = DoubleStream.concat(criteria, narrower).sum();
        }
        return sums;
    }

    /**
     * The weights in place of a criterion that does not count: what counts of its level with its share of the whole, or of the next
     * wider level where nothing of that does.
     */
    public double[] standIns(int criterion, IntPredicate counts) {
        double[] sums = sums(counts);
        int level = levels[criterion];
        while (level != WHOLE && sums[level] <= 0) {
            level = within[level];
        }
        int around = level;
        double[] shares = shares(counts);
        Arrays.setAll(shares, other -> isWithin(levels[other], around) ? shares[other] : 0);
        return shares;
    }

    private boolean isWithin(int level, int wider) {
        int at = level;
        while (at != wider && at != WHOLE) {
            at = within[at];
        }
        return at == wider;
    }

    @Override
    public String toString() {
        return OneLine.of("weights", OneLine.count(weights.length, "share"));
    }
}
