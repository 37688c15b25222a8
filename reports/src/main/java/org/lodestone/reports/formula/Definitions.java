package org.lodestone.reports.formula;

import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;

/** Constants of arithmetic and of the field, which formulas name instead of writing their digits. */
public final class Definitions {

    /** Zero: with {@link #ONE} the only numbers that a formula may write as digits. */
    public static final Formula ZERO = new Formula.Literal(new Value.Num(0));

    /** The number one, from which a growth or a complement is taken. */
    public static final Formula ONE = new Formula.Literal(new Value.Num(1));

    private static final Model.Builder MODEL_BUILDER = Model.builder();

    /** Percent in one. */
    public static final Formula HUNDRED = MODEL_BUILDER.definition("Hundred", 100, "Per cent: hundredths in one");

    /** Tonnes in a kilotonne. */
    public static final Formula THOUSAND = MODEL_BUILDER.definition("Thousand", 1_000, "Tonnes in a kilotonne");
    /** Tonnes in a megatonne. */
    public static final Formula MILLION = MODEL_BUILDER.definition("Million", 1_000_000, "Tonnes in a megatonne");

    /** The top of the Herfindahl-Hirschman index, where one holder has everything. */
    public static final Formula INDEX_SCALE = MODEL_BUILDER.definition(
            "IndexScale", 10_000, "Scale of the Herfindahl-Hirschman index: 10,000 where one holder has all");

    /** All that have a name, to include in a model that uses one. */
    public static final Model MODEL = MODEL_BUILDER.build();

    private Definitions() {}

    /** Whether {@link #inUnit} can express an amount in one unit in another. */
    public static boolean canExpress(Unit from, Unit to) {
        double factor = apart(from, to);
        return from.basis().equals(to.basis()) && (factor == 1 || factor == 1_000 || factor == 1_000_000);
    }

    /** The size of the larger of two units in the smaller. */
    private static double apart(Unit one, Unit other) {
        double a = one.scale().doubleValue();
        double b = other.scale().doubleValue();
        return a > b ? a / b : b / a;
    }

    /** An amount in another unit of the same basis: kt in t. Throws where the units are not a thousand or a million apart. */
    public static Formula inUnit(Formula amount, Unit from, Unit to) {
        if (!from.basis().equals(to.basis())) {
            throw new UnitException(
                    "An amount in " + from + " has none in " + to + ": another basis. Convert it by a named factor.");
        }
        if (!canExpress(from, to)) {
            throw new UnitException("An amount in " + from + " cannot be expressed in " + to
                    + ": they must be equal, or a thousand or a million apart.");
        }
        double apart = apart(from, to);
        if (apart == 1) {
            return amount;
        }
        Formula by = apart == 1_000 ? THOUSAND : MILLION;
        return from.scale().compareTo(to.scale()) > 0 ? amount.times(by) : amount.over(by);
    }

    /** A ratio as text in percent: {@code 68.5%}. */
    public static Formula percent(Formula ratio, int digits) {
        return Formula.sentence(ratio.times(HUNDRED).fixed(digits), Formula.text("%"));
    }

    /** A ratio as text in percent with its sign: {@code +4.7%}. */
    public static Formula signedPercent(Formula ratio, int digits) {
        Formula sign = ratio.isAtLeast(Definitions.ZERO).then(Formula.text("+"), Formula.text("−"));
        return Formula.sentence(sign, percent(ratio.magnitude(), digits));
    }

    /** A number as text with a true minus where it is below zero: {@code −7.1}. */
    public static Formula trueMinus(Formula number, int digits) {
        Formula minus = ZERO.isAbove(number).then(Formula.text("−"), Formula.text(""));
        return Formula.sentence(minus, number.magnitude().fixed(digits));
    }
}
