package org.lodestone.core.fundamentals;

import java.math.BigDecimal;
import java.util.Locale;
import org.lodestone.core.internal.table.UnitWord;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/** The kind of thing a fact is counted in, and the unit a dataset has it in. */
public enum Kind {
    /** In millions of its currency. */
    MONEY,
    /** Money for each share. */
    PER_SHARE,
    /** In millions of shares. */
    SHARES,
    /** The number of times that one amount is another. */
    MULTIPLE,
    /** A ratio in percent: a gross margin of 21.5% is 21.5. */
    PERCENT,
    /** In tonnes of a basis, or tonnes a year. */
    MASS,
    /** Money for a kilogram or a tonne. */
    PRICE,
    /** In whatever unit a file states. */
    ANY;

    /** The unit in which a dataset has an amount that a file has in {@code word}; refuses one of another kind. */
    Unit target(UnitWord word) {
        Unit unit = word.unit();
        if (this == ANY) {
            return word.factor().compareTo(BigDecimal.ONE) == 0 ? unit : of(word).target(word);
        }
        if (this != of(word) && !(this == PER_SHARE && unit.dimension() == Dimension.MONEY)) {
            throw new IllegalArgumentException("'" + unit + "' is not the unit of a fact of the kind '" + this
                    + "'. Correct the unit, or the kind in the mapping.");
        }
        return switch (this) {
            case MONEY -> new Unit(Dimension.MONEY, unit.basis(), "mn");
            case PER_SHARE -> new Unit(Dimension.MONEY, unit.basis(), "");
            case SHARES -> new Unit(Dimension.COUNT, unit.basis(), "mn");
            case MASS -> new Unit(unit.dimension(), unit.basis(), "t");
            default -> unit;
        };
    }

    private static Kind of(UnitWord word) {
        return switch (word.unit().dimension()) {
            case MONEY -> word.each() ? PER_SHARE : MONEY;
            case COUNT -> word.unit().basis().equals("shares") ? SHARES : ANY;
            case MULTIPLE -> MULTIPLE;
            case SHARE -> PERCENT;
            case MASS, MASS_PER_YEAR -> MASS;
            case PRICE -> PRICE;
            default -> ANY;
        };
    }

    /** The word in a mapping: {@code per-share}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
