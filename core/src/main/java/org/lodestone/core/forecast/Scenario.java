package org.lodestone.core.forecast;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
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

        /** As a dataset writes it: {@code geometric}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Signs with a meaning of their own where a workbook looks a name up. */
    private static final CharMatcher SIGNS = CharMatcher.anyOf("*?~[]");

    /** Throws if the name, or the case of demand, would be read as a number or a pattern in a workbook. */
    public Scenario {
        requirePlain("name of a scenario", name);
        demandCase.ifPresent(named -> requirePlain("case of demand", named));
    }

    private static void requirePlain(String what, String name) {
        if (SIGNS.matchesAnyOf(name)
                || CharMatcher.inRange('0', '9').or(CharMatcher.anyOf(".,-+")).matchesAllOf(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be the " + what + ": in a workbook it would be read as"
                            + " a number or a pattern. Use words, without any of * ? ~ [ ].");
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
