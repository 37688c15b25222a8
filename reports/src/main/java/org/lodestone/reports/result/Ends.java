package org.lodestone.reports.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.reports.formula.Value;

/**
 * The ends of a range, or the one that a bound has: 4000 and 5000 of {@code 4000–5000}, 90 alone of {@code >90}.
 *
 * <p>A range that is worked out is a text over two values, rounded as it is shown. Its ends are these values, as exact as they are.
 */
record Ends(OptionalDouble low, OptionalDouble high, boolean inPercent) {

    private static final String NUMBER = "([+−-]?[0-9][0-9,]*(?:\\.[0-9]+)?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "%?(?:–| to )" + NUMBER + "(%?)");
    private static final Pattern BOUND = Pattern.compile("([<>≥≤]) ?" + NUMBER + "(%?)");

    /**
     * The ends that a value says as a text.
     *
     * @param behind the values that the text is made of; none of a figure
     */
    static Optional<Ends> of(Value value, List<Double> behind) {
        String text = value.fold(number -> "", said -> said, truth -> "", missing -> missing.code());
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            boolean inPercent = !range.group(3).isEmpty();
            return Optional.of(new Ends(
                    end(range.group(1), inPercent, behind), end(range.group(2), inPercent, behind), inPercent));
        }
        Matcher bound = BOUND.matcher(text);
        if (!bound.matches()) {
            return Optional.empty();
        }
        boolean inPercent = !bound.group(3).isEmpty();
        OptionalDouble end = end(bound.group(2), inPercent, behind);
        boolean isLow = bound.group(1).equals(">") || bound.group(1).equals("≥");
        return Optional.of(
                isLow
                        ? new Ends(end, OptionalDouble.empty(), inPercent)
                        : new Ends(OptionalDouble.empty(), end, inPercent));
    }

    /** The value that is rounded to the digits that are shown, or else these digits. */
    private static OptionalDouble end(String digits, boolean inPercent, List<Double> behind) {
        String plain = digits.replace(",", "").replace('−', '-');
        double shown = Double.parseDouble(plain);
        int point = plain.indexOf('.');
        double half = Math.pow(10, point < 0 ? 0 : point + 1 - plain.length()) / 2;
        return OptionalDouble.of(behind.stream()
                .map(value -> inPercent ? value * 100 : value)
                .filter(value -> Math.abs(value - shown) <= half * 1.000001)
                .findFirst()
                .orElse(shown));
    }
}
