package org.lodestone.reports.internal.words;

import java.math.BigDecimal;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.reports.report.Shown;

/** How a stated number is shown: with the decimals its source prints, and with how its source came to it. */
public final class AsPrinted {

    /** More digits than a column of figures has room for, once they are grouped. */
    private static final int TOO_MANY_DIGITS = 11;

    private AsPrinted() {}

    /** A format with as many decimals as are printed, up to four; a bound, a code or a very long number as it is. */
    public static Shown shown(Observation observation) {
        return observation.number().map(AsPrinted::shown).orElse(Shown.AS_IS);
    }

    public static Shown shown(Optional<Observation> observation) {
        return observation.map(AsPrinted::shown).orElse(Shown.AS_IS);
    }

    private static Shown shown(BigDecimal value) {
        if (value.precision() - value.scale() >= TOO_MANY_DIGITS) {
            return Shown.AS_IS;
        }
        return switch (Math.max(0, value.scale())) {
            case 0 -> Shown.WHOLE;
            case 1 -> Shown.ONE_DECIMAL;
            case 2 -> Shown.TWO_DECIMALS;
            default -> Shown.PRECISE;
        };
    }

    /** The citation with the arithmetic of a derived number, or what else is said of how it came about, as its remark. */
    public static Citation citation(Citation citation, String derivation) {
        String how =
                switch (citation.how()) {
                    case REPORTED, SECOND_HAND -> ""; // a report marks what is second-hand by itself
                    case ROUNDED -> "Rounded.";
                    case DERIVED -> "Derived.";
                    case FORECAST -> "Forecast.";
                };
        boolean arithmetic = citation.how() == How.DERIVED && !derivation.isEmpty();
        String remark = arithmetic ? "Derived: " + derivation + "." : how + " " + sentence(derivation);
        return citation.withNote((remark.strip() + " " + sentence(citation.note())).strip());
    }

    private static String sentence(String words) {
        return words.isEmpty() || words.endsWith(".") ? words : words + ".";
    }
}
