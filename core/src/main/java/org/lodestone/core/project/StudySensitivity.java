package org.lodestone.core.project;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudyFigure.Tax;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/**
 * One entry of a table in which a study shows what becomes of its result if one driver is another.
 *
 * @param change of the driver in percent: {@code -10}
 * @param outcome the net present value or the internal rate of return
 * @param value that the outcome then has, as printed
 * @param tax whether it is before or after tax; empty where not stated
 */
public record StudySensitivity(
        String project,
        String study,
        Driver driver,
        BigDecimal change,
        Item outcome,
        Observation value,
        Unit unit,
        Optional<Tax> tax,
        Citation citation) {

    /** Throws where the outcome is neither of the two, or its unit is none of it. */
    public StudySensitivity {
        if (outcome != Item.NPV && outcome != Item.IRR) {
            throw new IllegalArgumentException("outcome is '" + outcome
                    + "', and tables of sensitivity are checked for npv and irr. Write one of the two.");
        }
        Dimension wanted = outcome == Item.NPV ? Dimension.MONEY : Dimension.SHARE;
        if (unit.dimension() != wanted) {
            throw new IllegalArgumentException("'" + unit + "' is no unit of " + outcome + ". Write "
                    + (outcome == Item.NPV ? "money (USD mn)" : "%") + ".");
        }
    }

    /** The quantity that is moved while all else stays. */
    public enum Driver {
        /** Price of what is sold. */
        PRICE,
        /** Part of what is in the ore that is sold. */
        RECOVERY,
        /** Cost of operation. */
        OPEX,
        /** Cost of building. */
        CAPEX,
        /** Discount rate. */
        RATE,
        /** Exchange rate of the currency of costs. */
        EXCHANGE_RATE;

        /** The word in a dataset: {@code exchange-rate}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(project, study), driver + " " + change + "%", outcome, OneLine.amount(value, unit));
    }
}
