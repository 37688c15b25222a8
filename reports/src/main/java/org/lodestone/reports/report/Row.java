package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Units;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;

/** A row of a table, with one cell for each column. */
public record Row(Kind kind, ImmutableList<Cell> cells) {

    private static final Cell.Cases<Optional<Cell.Of>> VALUE =
            new Cell.Cases<>(Optional::of, Row::none, Row::none, Row::none, Row::none, Row::none, Row::none);

    private static final Cell.Cases<Optional<String>> WORDS =
            new Cell.Cases<>(Row::none, Optional::of, Row::none, Row::none, Row::none, Row::none, Row::none);

    private static final Cell.Cases<Optional<Cell.Cites>> CITES =
            new Cell.Cases<>(Row::none, Row::none, Optional::of, Row::none, Row::none, Row::none, Row::none);

    private static <C> Optional<C> none(Object other) {
        return Optional.empty();
    }

    /**
     * Why a value of it is not what it is shown as; empty where all are. The values of years are in the unit in the column of units, or
     * else alike.
     */
    Optional<String> misfit(List<Column> columns, Units units) {
        Optional<ValueUnit> ofYears = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.isOfUnits()) {
                ofYears = cells.get(i).fold(WORDS).flatMap(units::written);
            }
            Optional<Cell.Of> value = value(i);
            Optional<ValueUnit> stated = column.period().isPresent() ? ofYears : Optional.empty();
            Optional<String> misfit = value.flatMap(one -> misfit(one, stated, units));
            if (misfit.isPresent()) {
                return misfit;
            }
            if (ofYears.isEmpty() && column.period().isPresent()) {
                ofYears = value.map(one -> units.of(one.key())).filter(ValueUnit::isKnown);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> misfit(Cell.Of value, Optional<ValueUnit> stated, Units units) {
        ValueUnit unit = units.of(value.key());
        return value.shown()
                .misfit(value.key(), units)
                .or(() -> stated.filter(written -> value.shown().isAmount() && !written.fits(unit))
                        .map(written -> units.told(value.key()) + " is in " + unit + ", and stands beside " + written
                                + ". Express it in that, or write its own unit there."));
    }

    /** The value in a column; empty where something else stands there. */
    public Optional<Cell.Of> value(int column) {
        return cells.get(column).fold(VALUE);
    }

    /** The values it shows. */
    public Stream<Cell.Of> values() {
        return all(VALUE);
    }

    /**
     * Its cells as plain text, for whoever writes a report some other way: numbers as they are shown, sources by their ids. What is only
     * known once all else has a place, such as where the figures of a source stand, is empty.
     */
    public ImmutableList<String> texts(Values values) {
        Cell.Cases<String> text = new Cell.Cases<>(
                value -> value.shown().text(values.of(value.key())),
                words -> words,
                cites -> String.join("; ", cites.ids()),
                uses -> "",
                Cell.GoTo::text,
                Cell.Web::url,
                blank -> "");
        return cells.stream().map(cell -> cell.fold(text)).collect(ImmutableList.toImmutableList());
    }

    /** The sources it names, or says that it has. */
    public Stream<Cell.Cites> cites() {
        return all(CITES);
    }

    private <C> Stream<C> all(Cell.Cases<Optional<C>> kind) {
        return cells.stream().mapMulti((cell, found) -> cell.fold(kind).ifPresent(found));
    }

    /** Whether it says where the figures of a source stand, so that all else has to have a place before it. */
    public boolean listsUses() {
        return cells.stream().anyMatch(Cell.Uses.class::isInstance);
    }

    /** How a row stands out. */
    public enum Kind {
        /** A row like any other. */
        BODY,
        /** A total over the rows above it. */
        TOTAL,
        /** The title of the rows below it. */
        GROUP,
        /** A row that a reader must not miss. */
        WARNING,
        /** A row that stands back, such as how many are counted. */
        QUIET
    }

    @Override
    public String toString() {
        return OneLine.joined(cells);
    }
}
