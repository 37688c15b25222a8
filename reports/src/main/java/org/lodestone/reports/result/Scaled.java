package org.lodestone.reports.result;

import java.math.BigDecimal;
import java.util.Optional;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Units;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;

/** The values of a model in the units that data has them in: a ratio that is shown in percent is in percent, and all else as it is. */
record Scaled(Model model, Values values, Units units) {

    private static final String PERCENT = ValueUnit.PERCENT.toString();
    private static final String NUMBER = "1";
    private static final int HUNDRED = 2;

    static Scaled of(Model model) {
        return new Scaled(model, model.values(), Units.of(model));
    }

    Value value(Cell.Of cell) {
        return value(values.of(cell.key()), cell.shown());
    }

    static Value value(Value value, Shown shown) {
        return shown.isPercent() && value.number().isPresent()
                ? Value.of(BigDecimal.valueOf(value.number().getAsDouble())
                        .movePointRight(HUNDRED)
                        .doubleValue())
                : value;
    }

    /** The ends of the range that a value is, as text; empty where it is none. */
    Optional<Ends> ends(Cell.Of cell) {
        return Ends.of(
                values.of(cell.key()),
                model.usedBy(cell.key()).stream()
                        .flatMap(key -> values.of(key).number().stream().boxed())
                        .toList());
    }

    /** The unit of the ends of a range. */
    String unit(Cell.Of cell, Ends ends) {
        return ends.inPercent() || cell.shown().isPercent() ? PERCENT : unit(cell.key());
    }

    /** The unit of a value; empty where it is no number. */
    String unit(Cell.Of cell) {
        return value(cell).number().isEmpty() ? "" : cell.shown().isPercent() ? PERCENT : unit(cell.key());
    }

    private String unit(Key key) {
        ValueUnit unit = units.of(key);
        return unit(unit.isKnown() ? unit : model.content(key).statedUnit().orElse(unit));
    }

    /** The unit of a number that is shown so. */
    static String unit(ValueUnit unit, Shown shown) {
        return shown.isPercent() ? PERCENT : unit(unit);
    }

    private static String unit(ValueUnit known) {
        if (!known.isKnown() || known.equals(ValueUnit.PERCENT)) {
            return known.isKnown() ? PERCENT : "";
        }
        return known.countsAs(ValueUnit.NUMBER) ? NUMBER : known.toString();
    }
}
