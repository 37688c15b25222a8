package org.lodestone.reports.internal.words;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;

/**
 * The way in which people write the values of a column of a table of companies: of some tens of thousands in USD mn, 24,154.4 is 24.2
 * under <em>USD bn</em>; 9.4 in percent is 9.4%. A cell keeps its value, and only its format differs.
 *
 * @param shown the format of a cell
 * @param unit the unit under which it stands; empty where none is said, or its cells say it
 */
public record AsWritten(Shown shown, String unit) {

    private static final Key VALUE = Term.of("value as written").key();
    private static final Model OF_ONE = ofOne();

    private static final String PERCENT = "%";
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;
    private static final double TENTH = 0.1;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** The words for sizes, each a thousand times the one before. */
    private static final ImmutableList<String> SIZES = ImmutableList.of("", "thousand", "mn", "bn", "tn");

    private static final ImmutableList<Shown> SCALED =
            ImmutableList.of(Shown.WHOLE_OR_ZERO, Shown.IN_THOUSANDS, Shown.IN_MILLIONS, Shown.IN_BILLIONS);

    private static final Pattern SIZED = Pattern.compile("(?:.* )?(?<size>thousand|mn|bn|tn)");
    private static final Pattern MONEY = Pattern.compile("[A-Z]{3}|.*[$€£¥￥₹₩₽₺]|Rs[.]?");

    /**
     * The way in which values in a unit are written, by that in the middle of them.
     *
     * @param unit as the table says it: {@code USD mn}, {@code %}; empty where it says none
     * @param values NaN where one is not known
     */
    public static AsWritten of(String unit, double... values) {
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value) && value != 0)
                .map(Math::abs)
                .sorted()
                .toArray();
        double middle = known.length == 0 ? 0 : known[known.length / 2];
        if (unit.equals(PERCENT)) {
            return new AsWritten(Shown.IN_PERCENT, "");
        }
        if (known.length > 0 && isWhole(known) && known[0] >= FIRST_YEAR && known[known.length - 1] <= LAST_YEAR) {
            return new AsWritten(Shown.ORDINAL, unit);
        }
        int size = SIZES.indexOf(sizeOf(unit));
        boolean hasSizes = whatOf(unit).isEmpty() || isMoney(unit);
        if (!hasSizes || middle < (size == 0 ? MILLION : THOUSAND)) {
            return new AsWritten(unscaled(known, middle), unit);
        }
        int most = Math.min(SIZES.size() - 1 - size, SCALED.size() - 1);
        int steps = Math.min(most, (int) Math.floor(Math.log10(middle) / Math.log10(THOUSAND)));
        return new AsWritten(SCALED.get(steps), (whatOf(unit) + " " + SIZES.get(size + steps)).strip());
    }

    private static Shown unscaled(double[] known, double middle) {
        if (middle >= HUNDRED || isWhole(known)) {
            return Shown.WHOLE_OR_ZERO;
        }
        return middle >= TEN ? Shown.ONE_DECIMAL_OR_ZERO : middle >= TENTH ? Shown.TWO_DECIMALS : Shown.AS_IS;
    }

    private static boolean isWhole(double... known) {
        return DoubleStream.of(known).allMatch(value -> value == Math.rint(value));
    }

    private static String sizeOf(String unit) {
        Matcher sized = SIZED.matcher(unit);
        return sized.matches() ? sized.group("size") : "";
    }

    private static String whatOf(String unit) {
        Matcher sized = SIZED.matcher(unit);
        return sized.matches() ? unit.substring(0, sized.start("size")).strip() : unit;
    }

    // ---------------------------------------------------------------- in a sentence

    /** Values with their unit, {@code USD 24.2 bn}, {@code 9.4%}, by the formula of one that follows a cell: made once for many. */
    public DoubleFunction<String> inWords() {
        Formula told = inWords(VALUE);
        return value ->
                OF_ONE.valuesWith(Map.of(VALUE, Value.of(value))).of(told).inSentence();
    }

    /** The model of one value, whose words are those that would follow its cell. */
    private static Model ofOne() {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        model.label(VALUE, 0);
        return model.build();
    }

    /** The same of a value that follows a cell; not known where that holds no number. From a thousand on it has separators and no decimals. */
    public Formula inWords(Formula value) {
        Formula number = value.countedAs(ValueUnit.UNKNOWN, "a table of companies has its units in words");
        for (int i = 0; i < shown.thousands(); i++) {
            number = number.over(Definitions.THOUSAND);
        }
        Wording told = words().with("before", before())
                .with("number", number)
                .with("after", after())
                .with(
                        "large",
                        number.magnitude()
                                .isAtLeast(Definitions.THOUSAND.countedAs(
                                        ValueUnit.UNKNOWN, "a number of four digits, whatever it counts")));
        return switch (shown) {
            case WHOLE_OR_ZERO -> told.clause("{before}{number:-0}{after}");
            case TWO_DECIMALS -> told.clause("{before}{large?{number:-0}|{number:-0.00}}{after}");
            case ONE_DECIMAL_OR_ZERO, IN_PERCENT, IN_THOUSANDS, IN_MILLIONS, IN_BILLIONS ->
                told.clause("{before}{large?{number:-0}|{number:-0.0}}{after}");
            default -> told.clause("{before}{number}{after}");
        };
    }

    private static boolean isMoney(String unit) {
        return MONEY.matcher(whatOf(unit)).matches();
    }

    private String before() {
        return isMoney(unit) ? whatOf(unit) + " " : "";
    }

    private String after() {
        String said = isMoney(unit) ? sizeOf(unit) : unit;
        return (shown == Shown.IN_PERCENT ? PERCENT : "") + (said.isEmpty() ? "" : " " + said);
    }
}
