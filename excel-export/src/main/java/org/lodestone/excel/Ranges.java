package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/**
 * Cells that formulas, names, selectors and charts take as one range and that are at home apart: the rows of an edition that names
 * fewer countries than the one before, a row of a scenario here and of an outlook there.
 *
 * <p>Some of it stands side by side elsewhere, in a table that shows it again. The rest is found nowhere, and left to the
 * workings.
 */
final class Ranges {

    private final Report report;
    private final Map<Key, Spot> homes;
    private final ImmutableMap<String, Appearances> sheets;
    private final Map<Formula.Span, Optional<ImmutableList<Spot>>> sought = new LinkedHashMap<>();

    private Ranges(Report report, Map<Key, Spot> homes, Collection<SheetPlan> plans) {
        this.report = report;
        this.homes = homes;
        this.sheets = plans.stream().collect(ImmutableMap.toImmutableMap(SheetPlan::name, Appearances::on));
    }

    /** The cells of each that is not side by side at home; none where it stands so nowhere. */
    static Map<Formula.Span, Optional<ImmutableList<Spot>>> of(
            Report report, Map<Key, Spot> homes, Collection<SheetPlan> plans) {
        Ranges ranges = new Ranges(report, homes, plans);
        ranges.formulas();
        ranges.names();
        ranges.charts();
        return ranges.sought;
    }

    private void formulas() {
        for (Key key : homes.keySet()) {
            report.model().calculation(key).ifPresent(formula -> formula.walk(other -> {}, this::seekWhereApart));
        }
    }

    /** Seeks a span where a function cannot be given the cells in which it is at home. */
    private void seekWhereApart(Formula.Span span, Fn fn) {
        if (!CellRange.suit(CellRange.of(spots(span), fn), fn)) {
            seek(span, Appearances::range);
        }
    }

    private void names() {
        Stream.concat(
                        report.model().spanNames().keySet().stream(),
                        Selectors.of(report).stream().map(Block.Selector::choices))
                .forEach(span -> seekWhereApart(span, Fn.PICK));
    }

    /** A chart is drawn from its own sheet where that shows its values. */
    private void charts() {
        for (Section section : report.sections()) {
            Optional<Appearances> near = Optional.ofNullable(sheets.get(section.name()));
            section.charts()
                    .flatMap(Chart::spans)
                    .filter(span -> near.flatMap(sheet -> sheet.line(span)).isEmpty())
                    .filter(span -> !isLineAtHome(span))
                    .forEach(span -> seek(span, Appearances::line));
        }
    }

    private boolean isLineAtHome(Formula.Span span) {
        ImmutableList<Spot> spots = spots(span);
        return Optional.ofNullable(sheets.get(spots.get(0).sheet()))
                .orElseThrow()
                .isLine(spots);
    }

    private void seek(Formula.Span span, BiFunction<Appearances, Formula.Span, Optional<ImmutableList<Spot>>> how) {
        sought.computeIfAbsent(
                span,
                one -> sheets.values().stream()
                        .flatMap(sheet -> how.apply(sheet, one).stream())
                        .findFirst());
    }

    private ImmutableList<Spot> spots(Formula.Span span) {
        return span.keys().stream()
                .map(key -> Optional.ofNullable(homes.get(key)).orElseThrow())
                .collect(ImmutableList.toImmutableList());
    }
}
