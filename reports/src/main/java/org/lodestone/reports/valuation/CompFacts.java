package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.valuation.Comp.Bridge;

/**
 * The facts known of a company on the day of its price: nothing that is of a later day is set against it.
 *
 * <p>Twelve months that ended more than {@value #OLDEST} months before are not its last: a year's report is out within half a year.
 */
record CompFacts(CompanyFacts facts, SharePrice price) {

    private static final int OLDEST = 18;

    private static final String WHOLE_BRIDGE = "ev-bridge";
    private static final String NET_DEBT = "net-debt";

    /** The items added to net debt. Whether an aggregator's whole bridge has them is not said, so there they are told. */
    private static final ImmutableList<String> ADDED = ImmutableList.of("minority-interest", "preferred-equity");

    /** Claims of which it is told beside a whole bridge: minorities are in it. */
    private static final ImmutableList<String> BESIDE_WHOLE = ImmutableList.of("preferred-equity", "royalty-liability");

    private static final ImmutableList<String> BESIDE_NET_DEBT = ImmutableList.of("royalty-liability");

    /** The newest quote, whoever quotes it. */
    Optional<StatedFact> quoted(String fact) {
        return newest(dated(fact));
    }

    /** The newest statement of a fact about the whole company. */
    Optional<StatedFact> newest(String fact) {
        return newest(known(fact));
    }

    private Optional<StatedFact> newest(Stream<StatedFact> stated) {
        return stated.max(Comparator.comparing(this::end)
                .thenComparing(Comparator.comparingInt(StatedFact::remoteness).reversed()));
    }

    /** The last twelve months, what belongs to shareholders before the whole. */
    Optional<StatedFact> trailing(String fact) {
        return known(fact)
                .filter(StatedFact::isOfAYear)
                .filter(one -> one.fact().unit().dimension() == Dimension.MONEY)
                .filter(one -> !end(one).plusMonths(OLDEST).isBefore(price.day()))
                .max(Comparator.comparing(this::end)
                        .thenComparing(one -> one.fact().scope().contains("attributable"))
                        .thenComparing(
                                Comparator.comparingInt(StatedFact::remoteness).reversed()));
    }

    /** The bridge of the newest balance sheet: as a whole where an aggregator has it so, else net debt and what is added to it. */
    Bridge bridge() {
        Optional<StatedFact> whole = newest(WHOLE_BRIDGE);
        Optional<StatedFact> netDebt = newest(NET_DEBT);
        boolean takesWhole = whole.isPresent()
                && netDebt.map(debt -> !end(debt).isAfter(end(whole.get()))).orElse(true);
        if (takesWhole) {
            Optional<StatedFact> sameDay = netDebt.filter(debt -> end(debt).equals(end(whole.get())));
            return new Bridge(whole, sameDay, ImmutableList.of(), claims(BESIDE_WHOLE));
        }
        return netDebt.isPresent()
                ? new Bridge(Optional.empty(), netDebt, claims(ADDED), claims(BESIDE_NET_DEBT))
                : Bridge.UNKNOWN;
    }

    private ImmutableList<StatedFact> claims(List<String> names) {
        return names.stream().flatMap(fact -> newest(fact).stream()).collect(ImmutableList.toImmutableList());
    }

    /** Equity that was raised, by issues of any kind. */
    List<StatedFact> raised() {
        return dated("equity-raise").toList();
    }

    private Stream<StatedFact> known(String fact) {
        return dated(fact).filter(one -> !one.isOfAPart());
    }

    /** Numbers with a date that is no later than the day of the price. */
    private Stream<StatedFact> dated(String fact) {
        return facts.of(price.company().id(), fact).stream()
                .filter(one -> one.fact().value().known().isPresent())
                .filter(one -> one.period().isPresent())
                .filter(one -> !end(one).isAfter(price.day()));
    }

    /** The last day of a period; that of a fiscal year ends with the year of the company. */
    LocalDate end(StatedFact stated) {
        Period period = stated.period().orElseThrow();
        return period.kind() == Period.Kind.FISCAL_YEAR
                ? price.company()
                        .yearEnd()
                        .map(end -> end.atYear(period.year()))
                        .orElse(period.last())
                : period.last();
    }
}
