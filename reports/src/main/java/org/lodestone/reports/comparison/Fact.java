package org.lodestone.reports.comparison;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/**
 * One thing a dataset says: a figure, a quota, a price, a date.
 *
 * @param edition id of the edition it is from; empty where there is none
 * @param revision of that edition; empty where there is none
 * @param printed as it is printed
 * @param value what the print stands for; empty for words
 * @param unit empty for words
 */
public record Fact(
        FactKey key,
        String edition,
        String revision,
        String printed,
        Optional<Observation> value,
        Optional<Unit> unit,
        Citation citation) {

    static Fact of(FactKey key, String edition, String revision, Observation value, Unit unit, Citation citation) {
        return new Fact(key, edition, revision, value.printed(), Optional.of(value), Optional.of(unit), citation);
    }

    static Fact words(FactKey key, String words, Citation citation) {
        return new Fact(key, "", "", words, Optional.empty(), Optional.empty(), citation);
    }

    /** The number in its own unit; empty for words, bounds, ranges and what is missing. */
    public OptionalDouble number() {
        return value.map(Observation::known).orElse(OptionalDouble.empty());
    }

    /** Whether the other says the same, however it is spelled: 13,000 t is 13 kt. */
    boolean saysTheSameAs(Fact other) {
        Optional<BigDecimal> mine = inBaseUnit();
        Optional<BigDecimal> theirs = other.inBaseUnit();
        boolean comparable = unit.isPresent()
                && other.unit
                        .filter(theirUnit -> theirUnit.comparableWith(unit.get()))
                        .isPresent();
        if (mine.isPresent() && theirs.isPresent() && comparable) {
            return mine.get().compareTo(theirs.get()) == 0;
        }
        return printed.equals(other.printed) && unit.equals(other.unit);
    }

    private Optional<BigDecimal> inBaseUnit() {
        return unit.flatMap(own -> value.flatMap(one -> one.inBaseUnit(own)));
    }

    /** The value with its unit: {@code 13,000 t REO}. */
    public String withUnit() {
        boolean missing = value.filter(Observation::isMissing).isPresent();
        return unit.filter(own -> !missing && !own.equals(Unit.TIMES))
                .map(own -> grouped() + (own.equals(Unit.PERCENT) ? "%" : (" " + own)))
                .orElse(grouped());
    }

    /** The value as printed, with thousands parted where it is a plain number. */
    public String grouped() {
        boolean counted = unit.filter(own -> own.dimension() != Dimension.TIME).isPresent();
        if (!counted || !printed.matches("[0-9]{4,}([.][0-9]+)?")) {
            return printed;
        }
        String whole = printed.replaceFirst("[.].*", "");
        return String.format(Locale.ROOT, "%,d", new BigInteger(whole)) + printed.substring(whole.length());
    }

    @Override
    public String toString() {
        return OneLine.of(key, withUnit());
    }
}
