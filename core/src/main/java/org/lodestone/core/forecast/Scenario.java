package org.lodestone.core.forecast;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.OneLine;

/**
 * A set of assumptions by name. Whatever a scenario does not set is as in {@link #BASE}.
 *
 * @param demandCase the case of an outlook that demand follows, such as {@code STEPS}
 * @param demandPath how demand goes between the years the outlook gives
 * @param reason why this case and this path
 * @param sources ids of the sources
 */
public record Scenario(
        String name,
        String description,
        Optional<String> demandCase,
        Interpolation demandPath,
        String reason,
        ImmutableList<String> sources) {

    /** The scenario that every dataset with scenarios has, and that the others start from. */
    public static final String BASE = "Base";

    /** How values between two given years are found. */
    public enum Interpolation {
        /** The same growth each year. */
        GEOMETRIC,
        /** The same amount each year. */
        LINEAR;

        /** The word in a dataset: {@code geometric}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Signs with a meaning of their own where a workbook looks a name up. */
    private static final CharMatcher SIGNS = CharMatcher.anyOf("*?~[]");

    /**
     * Texts that a spreadsheet takes for something else when it is chosen or typed: a truth, an error, a formula, a number, a day or
     * a time.
     */
    private static final Pattern NO_TEXT = Pattern.compile(
            "true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|[#=+@'-].*"
                    + "|[$€£¥(]?\\h*[0-9][0-9.,\\h]*(e[+-]?[0-9]+)?\\h*[%$€£¥)]?|([0-9]+\\h)?[0-9]+/[0-9]+"
                    + "|[0-9]{1,4}[-./][0-9]{1,2}([-./][0-9]{1,4})?|[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\\h?([ap]m)?"
                    + "|([0-9]{1,2}[-./\\h]*)?"
                    + "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-.,/\\h]*[0-9]{1,4}"
                    + "|[0-9]{1,2}[-./\\h]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}",
            Pattern.CASE_INSENSITIVE);

    /** Throws if the name, or the case of demand, would be read as something else than text in a workbook, or not be told apart. */
    public Scenario {
        requirePlain("name of a scenario", name);
        demandCase.ifPresent(named -> requirePlain("case of demand", named));
    }

    private static void requirePlain(String what, String name) {
        if (SIGNS.matchesAnyOf(name) || NO_TEXT.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be the " + what + ": in a workbook it would be read as"
                            + " a number, a date, a truth, a formula or a pattern. Use words, without any of * ? ~ [ ].");
        }
        if (!CharMatcher.whitespace().trimAndCollapseFrom(name, ' ').equals(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the " + what
                    + ": it has a blank at an end or two side by side, which nobody sees. Take them out.");
        }
    }

    /** Whether it is {@link #BASE}, from which the others start. */
    public boolean isBase() {
        return name.equals(BASE);
    }

    @Override
    public String toString() {
        return OneLine.of(name, description);
    }
}
