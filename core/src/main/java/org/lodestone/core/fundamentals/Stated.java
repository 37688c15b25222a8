package org.lodestone.core.fundamentals;

import java.math.BigDecimal;
import org.lodestone.core.fundamentals.Mapping.Meaning;
import org.lodestone.core.internal.table.UnitWord;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The meaning of a number in a file: the fact, when, and in what.
 *
 * @param printedUnit as the file has it
 * @param target the unit in which the dataset has it
 */
record Stated(Meaning meaning, Period period, String printedUnit, UnitWord word, Unit target) {

    /** Refuses a unit that is not known, or that does not fit the fact. */
    static Stated of(Meaning meaning, Period period, String unit) {
        UnitWord word = UnitWord.parse(unit, meaning.basis());
        return new Stated(meaning, period, unit, word, meaning.kind().target(word));
    }

    BigDecimal inDataset(BigDecimal printed) {
        return word.times(printed, target).amount();
    }

    /** For readers: {@code 万元 → CNY mn (× 0.01)}. */
    String conversion() {
        String ours = target.toString();
        BigDecimal factor = word.factorTo(target);
        return factor.compareTo(BigDecimal.ONE) == 0
                ? (printedUnit.equals(ours) ? ours : printedUnit + " → " + ours)
                : printedUnit + " → " + ours + " (× " + factor.toPlainString() + ")";
    }

    boolean isConverted() {
        return word.factorTo(target).compareTo(BigDecimal.ONE) != 0;
    }
}
