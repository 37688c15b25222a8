package org.lodestone.reports.internal.words;

import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supply;

/**
 * The unit in which charts and sentences tell the amounts of a measure: kt where its total has six digits of tonnes, Mt where it has
 * eight. A table keeps the unit of the source, so that a figure stands there as it is printed.
 *
 * <pre>90,884,500 t REO → 90.9 Mt REO</pre>
 *
 * @param of the unit of the measure
 * @param unit the one that is told: as large, or a thousand or a million times as large
 * @param total of the measure, in that unit
 */
public record ShownUnit(Unit of, Unit unit, double total) {

    private static final double KILOTONNES_FROM = 100_000;
    private static final double MEGATONNES_FROM = 10_000_000;
    private static final double WHOLE_FROM = 1_000;

    /** The unit for amounts of the size of a total; their own where the total is not known. */
    public static ShownUnit of(Unit unit, Value total) {
        double amount = total.number().orElse(0);
        Unit shown = larger(unit, amount * unit.scale().doubleValue());
        return new ShownUnit(
                unit, shown, amount * unit.scale().doubleValue() / shown.scale().doubleValue());
    }

    /** The unit of amounts that are told in their own. */
    public static ShownUnit own(Unit unit) {
        return of(unit, Value.of(0));
    }

    /** The unit for the total of a measure in its latest year. */
    public static ShownUnit of(Supply supply) {
        return of(supply.measure().unit(), supply.value(supply.total(supply.latest())));
    }

    /** The unit for the quota of the last year that has one. */
    public static ShownUnit of(Quotas quotas) {
        return quotas.span()
                .map(years -> of(quotas.unit(), quotas.value(quotas.total(years.upperEndpoint()))))
                .orElseGet(() -> own(quotas.unit()));
    }

    private static Unit larger(Unit unit, double tonnes) {
        if (!unit.isMass() || tonnes < KILOTONNES_FROM) {
            return unit;
        }
        Unit larger = new Unit(unit.dimension(), unit.basis(), tonnes < MEGATONNES_FROM ? "kt" : "Mt");
        boolean isLarger = larger.scale().compareTo(unit.scale()) > 0;
        return isLarger && Definitions.canExpress(unit, larger) ? larger : unit;
    }

    /** The same for amounts on another basis, of which the measure has so many times as much. */
    public ShownUnit on(String basis, double times) {
        return new ShownUnit(of.on(basis), unit.on(basis), total * times);
    }

    /** The decimals of an amount in a sentence: none where the total has thousands. */
    public int decimals() {
        return total < WHOLE_FROM ? Shown.of(unit).decimals() : 0;
    }

    /** An amount of the measure, as a sentence tells it. */
    public Formula inSentence(Formula amount) {
        return in(amount).fixed(decimals());
    }

    /** An amount of the measure in this unit, for a chart whose values are of no table. */
    public Formula in(Formula amount) {
        return Definitions.inUnit(amount, of, unit);
    }

    /** Whether it is that of the measure. */
    public boolean isOwn() {
        return of.equals(unit);
    }

    /** How a chart writes an amount of the measure. */
    public Shown shown() {
        if (isOwn()) {
            return Shown.of(of);
        }
        return unit.scale().compareTo(of.scale().scaleByPowerOfTen(3)) > 0 ? Shown.IN_MILLIONS : Shown.IN_THOUSANDS;
    }

    @Override
    public String toString() {
        return unit.toString();
    }
}
