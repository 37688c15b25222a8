package org.lodestone.reports.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.ValueUnit;

/** A fact about a company, as one source states it, with its key. */
public record StatedFact(CompanyFact fact, Key key) {

    /** Its period, where that is one and not words such as {@code at full build}. */
    public Optional<Period> period() {
        return Period.find(fact.period()).filter(period -> period.kind() != Period.Kind.NONE);
    }

    /** The unit of a fact: a price is that of what it is a fact on, and a share price in CNY is CNY for each share. */
    public static ValueUnit unit(CompanyFact fact) {
        Unit unit = fact.unit();
        if (unit.dimension() == Dimension.PRICE) {
            return ValueUnit.ofPrice(unit, fact.fact());
        }
        return unit.dimension() == Dimension.MONEY && fact.isPerShare()
                ? ValueUnit.of(unit).over(ValueUnit.SHARES)
                : ValueUnit.of(unit);
    }

    /** An amount of money, or a number of shares, in millions. */
    public Formula inMillions() {
        return inMillions(key);
    }

    /** An amount in its unit, in millions. */
    public Formula inMillions(Formula amount) {
        Unit unit = fact.unit();
        return Definitions.inUnit(amount, unit, new Unit(unit.dimension(), unit.basis(), "mn"));
    }

    /** Whether it is of twelve months. Parts of a year do not compare with one. */
    public boolean isOfAYear() {
        return period().map(period -> switch (period.kind()) {
                    case YEAR, FISCAL_YEAR, TRAILING -> true;
                    default -> false;
                })
                .orElse(false);
    }

    /** Whether its source expects it, rather than reports it. */
    public boolean isForecast() {
        return fact.citation().how() == How.FORECAST;
    }

    /**
     * The whole company before its shareholders' part, and that before a segment or a subsidiary. What the company has a
     * {@code share of} is not a part of it.
     */
    int narrowness() {
        String scope = fact.scope();
        if (scope.isEmpty() || scope.contains("consolidated") || scope.startsWith("share of ")) {
            return 0;
        }
        return scope.contains("attributable") ? 1 : 2;
    }

    /** Whether it is of a segment, a subsidiary or another part of the company, or of a company that is not yet: pro forma. */
    public boolean isOfAPart() {
        return narrowness() == 2;
    }

    /** Whether it is of the whole company as its accounts have it, subsidiaries in full. */
    public boolean isOfTheWhole() {
        return narrowness() == 0;
    }

    /** A rank by which facts that were read and reported go before secondary or derived ones: the lower, the sooner it is used. */
    public int remoteness() {
        int secondary = fact.citation().reliability() == Reliability.SECONDARY ? 1 : 0;
        int worked = fact.citation().how() == How.REPORTED ? 0 : 1;
        return secondary + secondary + worked;
    }

    /** Whether the other states the same fact of the same period and scope, so that they should agree. */
    boolean isOfTheSame(StatedFact other) {
        return fact.company().equals(other.fact.company())
                && fact.fact().equals(other.fact.fact())
                && fact.period().equals(other.fact.period())
                && fact.scope().equals(other.fact.scope())
                && fact.unit().comparableWith(other.fact.unit());
    }

    /** Whether the two say the same number, one of them perhaps rounded. */
    boolean agreesWith(StatedFact other) {
        Optional<BigDecimal> mine = fact.value().number();
        Optional<BigDecimal> theirs = other.fact.value().number();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return fact.value().printed().equals(other.fact.value().printed());
        }
        if (!fact.unit().equals(other.fact.unit())) {
            return inBaseUnit(mine.get(), fact).compareTo(inBaseUnit(theirs.get(), other.fact)) == 0;
        }
        int digits = Math.min(mine.get().scale(), theirs.get().scale());
        return rounded(mine.get(), digits).compareTo(rounded(theirs.get(), digits)) == 0;
    }

    private static BigDecimal inBaseUnit(BigDecimal number, CompanyFact fact) {
        return number.multiply(fact.unit().scale());
    }

    private static BigDecimal rounded(BigDecimal number, int digits) {
        return number.setScale(digits, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return fact.toString();
    }
}
