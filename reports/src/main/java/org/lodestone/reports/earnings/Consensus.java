package org.lodestone.reports.earnings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.StatedFact;

/**
 * The mean that brokers expected a company to earn: for each share in a year to come, and of the last year that has been reported since.
 *
 * @param eps what is expected of the year after the spot
 * @param expected the net profit that was expected of a year
 * @param made the one that was reported of that year
 */
public record Consensus(Optional<StatedFact> eps, Optional<StatedFact> expected, Optional<StatedFact> made) {

    private static final String EPS = "eps-consensus";
    private static final String NET_PROFIT = "net-profit-consensus";

    static Consensus of(CompanyFacts facts, String company, Optional<Period> year) {
        Optional<StatedFact> eps = expected(facts, company, EPS)
                .filter(stated -> year.filter(
                                next -> stated.period().orElseThrow().year() == next.year())
                        .isPresent())
                .reduce((first, second) -> second);
        List<StatedFact> reported = expected(facts, company, NET_PROFIT)
                .filter(stated -> made(facts, stated).isPresent())
                .toList();
        Optional<StatedFact> expected = reported.stream()
                .max(Comparator.comparing(
                        stated -> stated.period().orElseThrow().last()));
        return new Consensus(eps, expected, expected.flatMap(stated -> made(facts, stated)));
    }

    private static Stream<StatedFact> expected(CompanyFacts facts, String company, String fact) {
        return facts.of(company).stream()
                .filter(stated -> stated.fact().fact().equals(fact))
                .filter(stated -> stated.period().isPresent());
    }

    private static Optional<StatedFact> made(CompanyFacts facts, StatedFact expected) {
        Period of = expected.period().orElseThrow();
        return facts.of(expected.fact().company(), Earnings.NET_PROFIT, of.first(), of.last());
    }

    @Override
    public String toString() {
        return OneLine.of("consensus", eps, expected, made);
    }
}
