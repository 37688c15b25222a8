package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.valuation.Comp.Bridge;

/**
 * The facts known of a company on the day of its price: nothing that is of a later day is set against it, and no earnings that were
 * reported later.
 *
 * <p>Twelve months that ended more than {@value #OLDEST} months before are not its last: a year's report is out within half a year. Where
 * the day of a report is not known, it is taken to be out {@value #REPORTED} months after the end of its period: the longest that an
 * exchange allows for a year's among those of China, the United States, Canada and Australia.
 */
record CompFacts(CompanyFacts facts, SharePrice price) {

    private static final int OLDEST = 18;
    private static final int REPORTED = 4;

    /** Days from the end of a period to its report. */
    private static final String DAYS_TO_REPORT = "days-to-report";

    private static final String MARKET_VALUE = "market-cap";
    private static final String WHOLE_BRIDGE = "ev-bridge";
    private static final String NET_DEBT = "net-debt";

    /** The items added to net debt. Whether an aggregator's whole bridge has them is not said, so there they are told. */
    private static final ImmutableList<String> ADDED = ImmutableList.of("minority-interest", "preferred-equity");

    /** Claims of which it is told beside a whole bridge: minorities are in it. */
    private static final ImmutableList<String> BESIDE_WHOLE = ImmutableList.of("preferred-equity", "royalty-liability");

    private static final Comparator<StatedFact> NEAREST_LAST =
            Comparator.comparingInt(StatedFact::remoteness).reversed();
    private static final ImmutableList<String> BESIDE_NET_DEBT = ImmutableList.of("royalty-liability");

    /** The market value of all of it that is published for the day of the price, in the currency of the price. */
    Optional<StatedFact> published() {
        return known(MARKET_VALUE)
                .filter(one -> one.period().equals(price.stated().flatMap(StatedFact::period)))
                .filter(one -> one.period().orElseThrow().kind() == Period.Kind.DAY)
                .filter(one -> one.fact().unit().dimension() == Dimension.MONEY
                        && one.fact().unit().basis().equals(price.currency()))
                .min(Comparator.comparingInt(StatedFact::remoteness));
    }

    /** The newest quote, whoever quotes it, unless that is of another price than this. */
    Optional<StatedFact> quoted(String fact) {
        return newest(dated(fact).filter(one -> !Comps.areFarApart(end(one), price.day())));
    }

    private Optional<StatedFact> newest(Stream<StatedFact> stated) {
        return stated.max(Comparator.comparing(this::end).thenComparing(NEAREST_LAST));
    }

    /** The newest twelve months that were reported, what belongs to shareholders before the whole. */
    Optional<StatedFact> trailing(String fact) {
        return known(fact)
                .filter(StatedFact::isOfAYear)
                .filter(one -> one.fact().unit().dimension() == Dimension.MONEY)
                .filter(one -> !end(one).plusMonths(OLDEST).isBefore(price.day()))
                .filter(this::isReported)
                .max(Comparator.comparing(this::end)
                        .thenComparing(one -> one.fact().scope().contains("attributable"))
                        .thenComparing(NEAREST_LAST));
    }

    /** Whether what is stated for a period was reported by the day of the price. */
    private boolean isReported(StatedFact stated) {
        LocalDate end = end(stated);
        LocalDate reported = dated(DAYS_TO_REPORT)
                .filter(one -> end(one).equals(end))
                .map(one -> end.plusDays((long) one.fact().value().known().orElseThrow()))
                .min(Comparator.naturalOrder())
                .orElse(end.plusMonths(REPORTED));
        return !reported.isAfter(price.day());
    }

    /**
     * The output of the newest year, by those who state it best, or else of the longest part of one: more is known of a year than of what
     * came after it.
     *
     * @param content of what the output is counted in
     */
    Optional<StatedFact> output(String fact, Unit content) {
        return dated(fact)
                .filter(one -> one.fact().unit().dimension() == Dimension.MASS)
                .filter(one -> content.contentOf()
                        .map(of -> of.get(1).equals(one.fact().unit().basis()))
                        .orElse(true))
                .filter(this::isReported)
                .max(Comparator.comparing(StatedFact::isOfAYear)
                        .thenComparing(this::end)
                        .thenComparing(one -> one.period().orElseThrow().first(), Comparator.reverseOrder())
                        .thenComparing(NEAREST_LAST));
    }

    /** The bridge of the newest balance sheet: as a whole where an aggregator has it so, else net debt and what is added to it. */
    Bridge bridge() {
        Optional<StatedFact> whole = newest(known(WHOLE_BRIDGE));
        Optional<StatedFact> netDebt = newest(known(NET_DEBT));
        Optional<LocalDate> day = Stream.of(whole, netDebt)
                .flatMap(Optional::stream)
                .map(this::end)
                .max(Comparator.naturalOrder());
        if (day.isEmpty()) {
            return Bridge.UNKNOWN;
        }
        ImmutableList<StatedFact> raised =
                raised().filter(raise -> end(raise).isAfter(day.get())).collect(ImmutableList.toImmutableList());
        Optional<StatedFact> ofTheDay = netDebt.filter(debt -> end(debt).equals(day.get()));
        return whole.filter(one -> end(one).equals(day.get())).isPresent()
                ? new Bridge(whole, ofTheDay, ImmutableList.of(), raised, claims(BESIDE_WHOLE))
                : new Bridge(Optional.empty(), netDebt, claims(ADDED), raised, claims(BESIDE_NET_DEBT));
    }

    private ImmutableList<StatedFact> claims(List<String> names) {
        return names.stream().flatMap(fact -> newest(known(fact)).stream()).collect(ImmutableList.toImmutableList());
    }

    /** Equity that was raised, by issues of any kind. */
    Stream<StatedFact> raised() {
        return dated("equity-raise");
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
