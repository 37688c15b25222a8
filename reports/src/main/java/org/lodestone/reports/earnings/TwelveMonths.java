package org.lodestone.reports.earnings;

import static org.lodestone.reports.earnings.ProductSale.EARNINGS;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.internal.model.Calculations;

/**
 * An amount of twelve months, in the unit of what is stated. One rule makes it where a part of a year is:
 *
 * <pre>
 * the last financial year + the part − the same part of the year before
 * the part · 12 / its months, of six months or more, where one of the three is not known
 * </pre>
 *
 * @param stated what it ends with: twelve months, or a part of a year
 * @param made from what it is made
 */
public record TwelveMonths(Key key, StatedFact stated, Made made) {

    /** From what an amount of twelve months is made, the better one last. */
    public enum Made {
        /** A half-year or more, in proportion. */
        IN_PROPORTION,
        /** It is stated. */
        STATED,
        /** A financial year and two parts of a year. */
        OF_THREE
    }

    static final int YEAR = 12;
    private static final int HALF_A_YEAR = 6;
    private static final Key MONTHS_OF_A_YEAR = EARNINGS.sub("months of a year").key();

    /** Not in proportion first, then the later, then what companies report before what is told of them. */
    private static final Comparator<TwelveMonths> BETTER = Comparator.comparing(
                    (TwelveMonths one) -> one.made != Made.IN_PROPORTION)
            .thenComparing(one -> one.period().last())
            .thenComparing(TwelveMonths::made);

    /** The newest that can be made of a fact; empty where nothing of six months or more is stated. */
    static Optional<TwelveMonths> newest(CompanyFacts facts, String company, String fact, Calculations values) {
        return facts.of(company, fact).stream()
                .flatMap(stated -> stated.period().stream())
                .distinct()
                .flatMap(period -> of(facts, company, fact, period, values).stream())
                .max(BETTER);
    }

    /** The twelve months that end with a period, or in proportion to it; empty where nothing is stated of it, or it is too short. */
    static Optional<TwelveMonths> of(
            CompanyFacts facts, String company, String fact, Period period, Calculations values) {
        Optional<StatedFact> stated = facts.of(company, fact, period);
        if (stated.isEmpty() || months(period) >= YEAR) {
            return stated.filter(one -> months(period) == YEAR)
                    .map(one -> new TwelveMonths(one.key(), one, Made.STATED));
        }
        LocalDate first = period.first();
        Optional<StatedFact> year = facts.of(company, fact, first.minusYears(1), first.minusDays(1));
        Optional<StatedFact> before =
                facts.of(company, fact, first.minusYears(1), period.last().minusYears(1));
        Key key = EARNINGS.sub("twelve months, " + fact).of(Subject.of(company)).at(period);
        if (year.isPresent() && before.isPresent()) {
            values.as(
                    key,
                    () -> in(stated.get(), year.get()).plus(stated.get().key()).minus(in(stated.get(), before.get())));
            return Optional.of(new TwelveMonths(key, stated.get(), Made.OF_THREE));
        }
        if (months(period) < HALF_A_YEAR) {
            return Optional.empty();
        }
        values.as(
                key,
                () -> stated.get()
                        .key()
                        .times(values.label(MONTHS_OF_A_YEAR, YEAR))
                        .over(values.label(
                                EARNINGS.sub("months").of(Subject.of(Integer.toString(months(period)))),
                                months(period))));
        return Optional.of(new TwelveMonths(key, stated.get(), Made.IN_PROPORTION));
    }

    private static Formula in(StatedFact of, StatedFact other) {
        return Definitions.inUnit(other.key(), other.fact().unit(), of.fact().unit());
    }

    static int months(Period period) {
        return (int) ChronoUnit.MONTHS.between(period.first(), period.last().plusDays(1));
    }

    /** The period whose end is theirs. */
    public Period period() {
        return stated.period().orElseThrow();
    }

    /** Whether it is stated as such. */
    boolean isStated() {
        return made == Made.STATED;
    }

    /** Which twelve months it is of: {@code FY2026}, {@code year to Sep 25}, {@code H1 2025 × 2}. */
    public String inWords() {
        Period period = period();
        return switch (made) {
            case IN_PROPORTION -> period + (months(period) == HALF_A_YEAR ? " × 2" : " × 12/" + months(period));
            case OF_THREE -> "year to " + Days.inColumn(lastMonth());
            case STATED ->
                period.kind() == Period.Kind.TRAILING ? "year to " + Days.inColumn(lastMonth()) : period.toString();
        };
    }

    private Period lastMonth() {
        LocalDate last = period().last();
        return Period.parse(last.toString().substring(0, "2025-09".length()));
    }

    /** Whether two end within half a year of each other, so that a change of one can be told in percent of the other. */
    boolean isBeside(TwelveMonths other) {
        return Math.abs(ChronoUnit.MONTHS.between(
                        period().last(), other.period().last()))
                < HALF_A_YEAR;
    }

    @Override
    public String toString() {
        return OneLine.of(stated.fact().fact(), inWords());
    }
}
