package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Shown;

/**
 * The effect of revisions of places on the totals, growth, shares and concentration of one measure.
 *
 * <p>Keys are those of the comparison's model. The parts of each change add up to it, with d the change of a place's amount,
 * T the sum of rows, P that of the year before and s a share:
 *
 * <pre>
 * total   d
 * growth  q(after) / P(after) − q(before) / P(before)
 * share   (d, of the largest place itself, − s(before) · d) / T(after)
 * HHI     10,000 · (s(after)² − s(before)²)
 * </pre>
 *
 * @param edition name of the edition, where it is another than the one compared; empty otherwise
 * @param yearBefore the year on the older side; the same as {@code year} where a year was revised
 * @param largest whose share is followed: the largest place of the older side
 * @param hasGrowth whether a growth on the year before is known, and so its parts are
 * @param rows places with more than nothing, the largest change first
 * @param findings totals, growth, share and index
 */
public record SupplyShift(
        Measure measure,
        String edition,
        Period yearBefore,
        Period year,
        Place largest,
        boolean hasGrowth,
        ImmutableList<Row> rows,
        ImmutableList<Finding> findings) {

    /** A place with its part of each change. */
    public record Row(Place place, Key before, Key after, Key change, Key toGrowth, Key toShare, Key toIndex) {

        @Override
        public String toString() {
            return place.toString();
        }
    }

    /** A number before and after. */
    public record Finding(String name, String unit, Shown shown, Key before, Key after, Key change) {

        @Override
        public String toString() {
            return OneLine.of(name, unit);
        }
    }

    /** The measure and year that it is of: {@code Mine production 2024}, or {@code Mine production 2025, MCS 2026}. */
    public String title() {
        return measure.name() + " " + (yearBefore.equals(year) ? year : yearBefore + " to " + year)
                + (edition.isEmpty() ? "" : ", " + edition);
    }

    /** The first finding whose name contains these words. */
    Finding finding(String words) {
        return findings.stream()
                .filter(one -> one.name().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return OneLine.of(title(), OneLine.count(rows, "place"), OneLine.count(findings, "finding"));
    }
}
