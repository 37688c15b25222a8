package org.lodestone.reports.formula;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.figure.Observation;

/**
 * The values that a reader may type over an input, so that a workbook can refuse the rest and say what is expected.
 *
 * <pre>
 * a figure             a number from 0 on, or a published code: NA, W, XX, …
 * an assumption        a number, or NA
 * a lever              a number within what is allowed, or nothing; a percentage as 4, not as 4%
 * a choice             one of its names
 * </pre>
 *
 * @param least the lowest number; minus infinity where there is none
 * @param most the highest number; infinity where there is none
 * @param isWhole whether only whole numbers count
 * @param isPercentage whether it is typed in percent, of which a spreadsheet makes a ratio where the sign is typed too
 * @param codes what may stand in place of a number
 * @param choices the names of which one may be typed; where there are some, no number may be
 * @param mayBeEmpty whether the cell may be left empty
 * @param words what it is, with its unit and what else a reader should know; empty where the row and column of its cell say it
 */
public record InputRule(
        double least,
        double most,
        boolean isWhole,
        boolean isPercentage,
        ImmutableList<String> codes,
        ImmutableList<String> choices,
        boolean mayBeEmpty,
        String words) {

    /** The codes that a source prints in place of a figure. */
    public static final ImmutableList<String> CODES =
            Stream.of(Observation.Reason.values()).map(Observation.Reason::code).collect(toImmutableList());

    /** The number of letters that a spreadsheet program shows beside a cell. */
    private static final int LONGEST = 255;

    /** Percent in one. */
    private static final double IN_ONE = 100;

    /** A percentage as one may be typed, where that is allowed. */
    private static final double EXAMPLE = 4;

    private static final ImmutableList<String> NOT_AVAILABLE =
            ImmutableList.of(Observation.Reason.NOT_AVAILABLE.code());

    /** Throws if the lowest number is above the highest. */
    public InputRule {
        if (least > most) {
            throw new IllegalArgumentException(
                    "Numbers from " + least + " to " + most + " may be typed. Write the lower one first.");
        }
    }

    /** A published amount, not below zero, or the code of one that is missing. */
    public static InputRule amount() {
        return number().from(0).withCodes(CODES);
    }

    /** A published number of any sign, such as a profit, or the code of one that is missing. */
    public static InputRule anyFigure() {
        return number().withCodes(CODES);
    }

    /** A number of any size, and nothing else. */
    public static InputRule number() {
        return new InputRule(
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                false,
                false,
                ImmutableList.of(),
                ImmutableList.of(),
                false,
                "");
    }

    /** A number of any size, or {@code NA} where there is none. */
    public static InputRule assumed() {
        return number().withCodes(NOT_AVAILABLE);
    }

    /** One of some names. */
    public static InputRule choice(List<String> names) {
        return new InputRule(0, 0, false, false, ImmutableList.of(), ImmutableList.copyOf(names), false, "");
    }

    /**
     * The rule for an input of which nothing else is said: an amount over a figure that is not below zero, a number over an
     * assumption. Empty for what is no input, and for an assumption that is a word.
     */
    static Optional<InputRule> of(Content content) {
        return content.fold(
                figure -> Optional.of(figure.value().number().orElse(0) < 0 ? anyFigure() : amount()),
                assumption -> assumption.value().asText().isPresent() ? Optional.empty() : Optional.of(assumed()),
                definition -> Optional.empty(),
                label -> Optional.empty(),
                calculation -> Optional.empty(),
                computed -> Optional.empty());
    }

    /** The same with another lowest number, which may itself be typed. */
    public InputRule from(double lowest) {
        return new InputRule(lowest, most, isWhole, isPercentage, codes, choices, mayBeEmpty, words);
    }

    /** The same with another highest number, which may itself be typed. */
    public InputRule upTo(double highest) {
        return new InputRule(least, highest, isWhole, isPercentage, codes, choices, mayBeEmpty, words);
    }

    /** Whole numbers alone, where {@code only} is so. */
    public InputRule whole(boolean only) {
        return new InputRule(least, most, only, isPercentage, codes, choices, mayBeEmpty, words);
    }

    /** In percent, where {@code so}: then a ratio does not count, which is what {@code 4%} is to a spreadsheet. */
    public InputRule percentage(boolean so) {
        return new InputRule(least, most, isWhole, so, codes, choices, mayBeEmpty, words);
    }

    /**
     * The distance from zero within which a number counts as a ratio that was meant in percent, zero itself aside: a hundredth of
     * the greatest that is allowed. Zero where no number does.
     */
    public double ratiosUpTo() {
        double greatest = Math.max(Math.abs(least), Math.abs(most));
        return isPercentage && Double.isFinite(greatest) ? greatest / IN_ONE : 0;
    }

    private InputRule withCodes(ImmutableList<String> some) {
        return new InputRule(least, most, isWhole, isPercentage, some, choices, mayBeEmpty, words);
    }

    /** The same for a cell that is empty at first. */
    public InputRule orEmpty() {
        return new InputRule(least, most, isWhole, isPercentage, codes, choices, true, words);
    }

    /** The same with words on what it is, for the message beside its cell. */
    public InputRule saying(String what) {
        return new InputRule(least, most, isWhole, isPercentage, codes, choices, mayBeEmpty, what);
    }

    /** Whether a value may be typed. */
    public boolean allows(Value typed) {
        if (typed.isEmpty()) {
            return mayBeEmpty;
        }
        if (!choices.isEmpty()) {
            return choices.stream().anyMatch(typed.plain()::equalsIgnoreCase);
        }
        if (typed.isNumber()) {
            double number = typed.number().orElse(Double.NaN);
            return number >= least
                    && number <= most
                    && (!isWhole || number == Math.rint(number))
                    && (number == 0 || ratiosUpTo() == 0 || Math.abs(number) > ratiosUpTo());
        }
        return codes.contains(typed.plain());
    }

    /**
     * The prompt that a reader sees beside the cell, in no more characters than a spreadsheet program shows.
     *
     * <pre>A number from 0 on, or NA, W, XX, not published, s, E, Large. Source: usgs-mcs-2025.</pre>
     */
    public String prompt(Content content) {
        ImmutableList<String> sources = content.citedSources();
        String tail = expected() + (sources.isEmpty() ? "" : " Source: " + String.join(", ", sources) + ".");
        if (words.isEmpty()) {
            return shortened(tail, LONGEST);
        }
        return shortened(shortened(words, LONGEST - tail.length() - 2) + ". " + tail, LONGEST);
    }

    private static String shortened(String text, int room) {
        return text.length() <= room
                ? text
                : text.substring(0, Math.max(0, room - 1)).stripTrailing() + "…";
    }

    /** The values that may be typed, in words: {@code A number from 0 on, or NA.} */
    public String expected() {
        String some = choices.isEmpty()
                ? number(isWhole ? "A whole number" : "A number")
                : "One of " + String.join(", ", choices);
        String coded = codes.isEmpty() ? "" : ", or " + String.join(", ", codes);
        return some + coded + (mayBeEmpty ? "; or empty" : "") + "." + percentages();
    }

    /** How a percentage is typed: {@code Type 4 for 4%.} */
    private String percentages() {
        if (ratiosUpTo() == 0) {
            return "";
        }
        String one = plain(EXAMPLE >= least && EXAMPLE <= most && EXAMPLE > ratiosUpTo() ? EXAMPLE : most);
        return " Type " + one + " for " + one + "%.";
    }

    private String number(String kind) {
        boolean hasLeast = Double.isFinite(least);
        boolean hasMost = Double.isFinite(most);
        if (hasLeast && hasMost) {
            return kind + " from " + plain(least) + " to " + plain(most);
        }
        return kind + (hasLeast ? " from " + plain(least) + " on" : "") + (hasMost ? " up to " + plain(most) : "");
    }

    private static String plain(double bound) {
        return Value.of(bound).plain().replace('-', '−');
    }

    @Override
    public String toString() {
        return words;
    }
}
