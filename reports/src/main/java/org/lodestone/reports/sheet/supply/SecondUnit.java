package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.report.Wording.words;

import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Conversion;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.ShownUnit;

/**
 * The unit in which totals of a measure are told as well, by a named conversion of the dataset: t LCE beside t Li.
 *
 * <pre>1,000 t Li · 5.323 = 5,323 t LCE</pre>
 *
 * @param conversion from the basis of the measure to the other
 * @param unit as large as that of the measure: kt LCE where that is kt Li
 */
public record SecondUnit(Conversion conversion, Unit unit) {

    private static final Term FACTOR = Term.of("conversion");

    /** The first conversion from the basis of a measure whose two units are of one size; empty where there is none. */
    public static Optional<SecondUnit> of(Dataset dataset, Measure measure) {
        return dataset.conversions().stream()
                .filter(one -> one.from().comparableWith(measure.unit()))
                .filter(one -> one.from().word().equals(one.to().word()))
                .findFirst()
                .map(one -> new SecondUnit(one, measure.unit().on(one.to().basis())));
    }

    /** Tonnes of the other basis to one. */
    public Key factor() {
        return factor(conversion);
    }

    static Key factor(Conversion conversion) {
        return FACTOR.of(Subject.of(conversion.name()));
    }

    /** Puts the factor into a model that uses it. */
    public SecondUnit in(Model.Builder model) {
        put(conversion, model);
        return this;
    }

    static Key put(Conversion conversion, Model.Builder model) {
        return model.assumption(
                factor(conversion),
                Value.of(conversion.factor().doubleValue()),
                ValueUnit.of(conversion.to()).over(ValueUnit.of(conversion.from())),
                conversion.reason(),
                conversion.sources());
    }

    /** An amount of the measure, in this unit. */
    public Formula of(Formula amount) {
        return amount.times(factor());
    }

    /**
     * An amount of the measure in this unit, in brackets after that in its own: {@code  (1,535 kt LCE)}; nothing where it is not known.
     *
     * @param shown the unit in which the amount itself is told
     */
    public Formula inBrackets(Formula amount, ShownUnit shown) {
        ShownUnit other = shown.on(unit.basis(), conversion.factor().doubleValue());
        return words().with("amount", other.inSentence(of(amount)))
                .with("unit", other.toString())
                .clause("[ ({amount} {unit})]");
    }
}
