package org.lodestone.reports.screen;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.descriptive.Kurtosis;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Skewness;
import org.lodestone.core.screen.Outliers;

/**
 * Decides what is done to extreme values.
 *
 * <p>{@link Outliers.Rule#AUTO} does as COINr does (Becker and others, JOSS 7(78), 2022), with the skewness and kurtosis that
 * spreadsheets call SKEW and KURT (G1 and G2 of Joanes and Gill, 1998): the value at the longer end, together with its
 * equals, is drawn in to the next one, until the values pass or five have been drawn in; if they still do not pass, all are
 * logged as they were before. Here, unlike there, they are never drawn in until all are equal, as those of a criterion
 * would be that only one company has.
 */
final class Treating {

    private static final double SKEWED = 2;
    private static final double HEAVY_TAILED = 3.5;
    private static final int MOST_DRAWN_IN = 5;
    private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);
    private static final Treatment NONE = new Treatment.None();

    private Treating() {}

    /** The treatment that the rule gives these values. */
    static Treatment of(Outliers outliers, KnownValues known) {
        return known.count() == 0
                ? NONE
                : outliers.fold(
                        rule -> switch (rule) {
                            case NONE -> NONE;
                            case LOG -> logged(known);
                            case AUTO -> auto(known);
                        },
                        winsorise -> drawnIn(known, winsorise),
                        own -> own(own, known));
    }

    private static Treatment own(Outliers.Own own, KnownValues known) {
        DoubleUnaryOperator treated = own.among(Arrays.copyOf(known.values(), known.count()));
        int changed = 0;
        for (int i = 0; i < known.count(); i++) {
            double value = known.values()[i];
            double now = treated.applyAsDouble(value);
            checkArgument(
                    Double.isFinite(now),
                    "The treatment of outliers '%s' makes %s of %s. Let it give a number for every value that is known.",
                    own.name(),
                    now,
                    value);
            changed += now == value ? 0 : 1;
        }
        return new Treatment.Own(own.name(), treated, changed);
    }

    private static Treatment drawnIn(KnownValues known, Outliers.Winsorise winsorise) {
        double[] values = known.values();
        double[] ends = QUANTILE.evaluate(Arrays.copyOf(values, known.count()), winsorise.lower(), winsorise.upper());
        double low = ends[0];
        double high = ends[1];
        int raised = 0;
        int lowered = 0;
        for (int i = 0; i < known.count(); i++) {
            raised += values[i] < low ? 1 : 0;
            lowered += values[i] > high ? 1 : 0;
        }
        return new Treatment.DrawnIn(low, high, raised, lowered);
    }

    private static Treatment logged(KnownValues known) {
        double least = known.least();
        double greatest = known.greatest();
        return least == greatest ? NONE : new Treatment.Logged(least, greatest, known.count());
    }

    private static Treatment auto(KnownValues known) {
        double[] sorted = Arrays.copyOf(known.values(), known.count());
        Arrays.sort(sorted);
        if (passes(sorted)) {
            return NONE;
        }
        int raised = 0;
        int lowered = 0;
        while (raised + lowered < MOST_DRAWN_IN && !passes(sorted)) {
            if (skewness(sorted) >= 0) {
                lowered = drawInHighest(sorted);
            } else {
                raised = drawInLowest(sorted);
            }
            if (sorted[0] == sorted[sorted.length - 1]) {
                return logged(known);
            }
        }
        return passes(sorted)
                ? new Treatment.DrawnIn(sorted[0], sorted[sorted.length - 1], raised, lowered)
                : logged(known);
    }

    private static int drawInHighest(double[] sorted) {
        int first = sorted.length - 1;
        while (first > 0 && sorted[first - 1] == sorted[sorted.length - 1]) {
            first--;
        }
        Arrays.fill(sorted, first, sorted.length, sorted[Math.max(first - 1, 0)]);
        return sorted.length - first;
    }

    private static int drawInLowest(double[] sorted) {
        int next = 1;
        while (next < sorted.length && sorted[next] == sorted[0]) {
            next++;
        }
        Arrays.fill(sorted, 0, next, sorted[Math.min(next, sorted.length - 1)]);
        return next;
    }

    private static boolean passes(double[] values) {
        return values.length < 4 || Math.abs(skewness(values)) < SKEWED || kurtosis(values) < HEAVY_TAILED;
    }

    static double skewness(double[] values) {
        return Skewness.of(values).getAsDouble();
    }

    static double kurtosis(double[] values) {
        return Kurtosis.of(values).getAsDouble();
    }
}
