package org.lodestone.reports.scenario;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Value;

/**
 * An assumption that a reader of a pack changes in one place, in the unit in which the dataset states it.
 *
 * @param title as a reader sees it
 * @param group what it stands under
 * @param least the lowest value that counts
 * @param most the highest
 * @param years those for which a value may be typed alone; none where only one value is typed
 */
public record Lever(
        Premise premise, String title, String group, double least, double most, ImmutableList<Period> years) {

    /** Names that a spreadsheet would take for a cell, or for a row or column. */
    private static final Pattern CELL = Pattern.compile("[A-Za-z]{1,3}[0-9]+|[RrCc]|[Rr][0-9]+[Cc][0-9]+");

    static Lever of(Driver.Lever offered, Premise premise, ImmutableList<Period> years) {
        return new Lever(premise, offered.title(), offered.group(), offered.least(), offered.most(), years);
    }

    /** The id of the assumption it changes. */
    public String id() {
        return premise.id();
    }

    /** The years for which a value may be typed, in the order in which they are shown: all of them at once, then each. */
    ImmutableList<Optional<Period>> typed() {
        ImmutableList.Builder<Optional<Period>> typed = ImmutableList.builder();
        typed.add(Optional.empty());
        years.forEach(year -> typed.add(Optional.of(year)));
        return typed.build();
    }

    /** Its title, year and unit: {@code Mining quota, growth, 2027, %/yr}. */
    String words(Optional<Period> year) {
        return title + year.map(one -> ", " + one).orElse("") + ", " + premise.unit();
    }

    /** The rule for what may be typed. */
    InputRule rule(Optional<Period> year) {
        return InputRule.number()
                .from(least)
                .upTo(most)
                .whole(isWhole())
                .percentage(isPercentage())
                .orEmpty()
                .saying(words(year) + ". Empty: as in the scenario chosen");
    }

    /** Whether a value that is typed counts. The workbook asks the same by a formula. */
    boolean allows(Value typed) {
        return !typed.isEmpty() && rule(Optional.empty()).allows(typed);
    }

    /** Whether it is typed in percent: 4 for 4%. */
    private boolean isPercentage() {
        Dimension dimension = premise.unit().dimension();
        return dimension == Dimension.SHARE || dimension == Dimension.RATE;
    }

    /** Numbers up to this size, zero aside, are a percentage typed as a ratio, and do not count; zero where none are. */
    double ratiosUpTo() {
        return rule(Optional.empty()).ratiosUpTo();
    }

    /** Whether only whole numbers count: years, and delays of them. */
    boolean isWhole() {
        return premise.unit().dimension() == Dimension.TIME;
    }

    /** The name of a typed cell in a workbook: {@code MiningQuotaGrowth}, {@code MiningQuotaGrowth_2027}. */
    String name(Optional<Period> year) {
        return inOneWord(id()) + year.map(one -> "_" + one).orElse("");
    }

    /** Words as a name that a workbook takes: {@code MiningQuotaGrowth} of {@code mining-quota-growth}. */
    public static String inOneWord(String id) {
        String words = Splitter.on(CharMatcher.inRange('a', 'z')
                        .or(CharMatcher.inRange('A', 'Z'))
                        .or(CharMatcher.inRange('0', '9'))
                        .negate())
                .omitEmptyStrings()
                .splitToStream(id)
                .map(Words::byItself)
                .collect(Collectors.joining());
        boolean isName = words.matches("[A-Za-z].*") && !CELL.matcher(words).matches();
        return isName ? words : "_" + words;
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(title, group), premise.unit());
    }
}
