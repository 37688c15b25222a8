package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;

/**
 * From a low to a high value at each point of a chart: the percentiles of draws behind a line, or the range of a score.
 *
 * <p>A spreadsheet program draws it as the low values and, on top of them, what lies between: so the widths are values of the
 * model too, and follow what they are worked out from.
 *
 * <pre>
 * Band.of(model, span(p5), span(p95))
 * Band.of(model, span(p5), span(p25), span(p75), span(p95))     the inner part is darker
 * </pre>
 *
 * @param low its lower edge
 * @param widths what is added to it, one part on top of the other
 * @param zero nothing, for a line across a band that covers the axis
 */
public record Band(Formula.Span low, ImmutableList<Formula.Span> widths, Key zero) {

    private static final Key ZERO = Term.of("zero").key();

    /**
     * Throws unless the band has one part, or an odd number about a middle one, each with as many values as the lower
     * edge.
     */
    public Band {
        int points = low.keys().size();
        if (widths.size() % 2 == 0
                || widths.stream().anyMatch(width -> width.keys().size() != points)) {
            throw new IllegalArgumentException(
                    "A band has one part, or an odd number of them about a middle one, each with"
                            + " as many values as its lower edge: " + points + ". It was given " + widths.size()
                            + " parts.");
        }
    }

    /**
     * A band between some edges, from the lowest to the highest.
     *
     * @param model takes the differences between them
     */
    public static Band of(Model.Builder model, Formula.Span... edges) {
        ImmutableList.Builder<Formula.Span> widths = ImmutableList.builder();
        for (int i = 1; i < edges.length; i++) {
            widths.add(between(model, edges[i - 1], edges[i]));
        }
        return new Band(edges[0], widths.build(), model.label(ZERO, 0));
    }

    private static Formula.Span between(Model.Builder model, Formula.Span low, Formula.Span high) {
        return Chart.each(
                low, high, (lower, upper) -> model.calculation(upper.sub("above " + lower), upper.minus(lower)));
    }

    /** The lower edge and the parts above it. */
    public Stream<Formula.Span> spans() {
        return Stream.concat(Stream.of(low), widths.stream());
    }

    @Override
    public String toString() {
        return OneLine.of("band", OneLine.count(widths, "width"));
    }
}
