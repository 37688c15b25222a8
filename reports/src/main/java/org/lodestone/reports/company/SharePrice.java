package org.lodestone.reports.company;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * The price of a company's share, and the market value that follows from it.
 *
 * <pre>market value = price × shares / 1,000,000 × rate</pre>
 *
 * <p>It is the newest price of the dataset, with its day, until an analyst types another; one that is secondary only where what
 * was read is more than three months older. Where the dataset has none, the place is open.
 *
 * @param stated the newest price; empty where there is none
 * @param day of the price; the last day of gathering where it has none
 * @param shares the latest number of shares; empty where none is known
 * @param currency of the price
 * @param rate the rate of the day of the price to {@value CurrencyRate#COMMON}; empty where none is needed or there is none
 */
public record SharePrice(
        Company company,
        Optional<StatedFact> stated,
        LocalDate day,
        Optional<StatedFact> shares,
        String currency,
        Optional<CurrencyRate> rate) {

    private static final String PRICE = "share-price";
    private static final Set<Dimension> MONEY = Set.of(Dimension.MONEY, Dimension.MONEY_PER_SHARE);
    private static final String SHARES = "shares-outstanding";
    private static final Term TERM = Term.of("share price");
    private static final int MONTHS_READ_GOES_FIRST = 3;

    private static final Comparator<StatedFact> NEWEST = Comparator.comparing(SharePrice::lastDay)
            .thenComparing(Comparator.comparingInt(StatedFact::remoteness).reversed());

    /** One for each company of which a price, or the number of shares, is known. */
    public static ImmutableList<SharePrice> of(Dataset dataset, CompanyFacts facts) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        ImmutableList.Builder<SharePrice> all = ImmutableList.builder();
        for (Company company : dataset.companies().values()) {
            Optional<StatedFact> stated = newest(facts, company.id());
            Optional<StatedFact> shares =
                    facts.latest(company.id(), SHARES).filter(one -> isKnown(one, Unit.SHARES::comparableWith));
            if (stated.isPresent() || shares.isPresent()) {
                String currency =
                        stated.map(price -> price.fact().unit().basis()).orElse(company.currency());
                LocalDate day = stated.flatMap(StatedFact::period)
                        .map(Period::last)
                        .orElse(dataset.gathered().last());
                Optional<CurrencyRate> rate = CurrencyRate.toCommon(dataset, currency, day);
                all.add(new SharePrice(company, stated, day, shares, currency, rate));
            }
        }
        return all.build();
    }

    /**
     * A company at each of its dated prices in the currency of the newest: another would be of another line of its shares. The number of
     * shares is the newest that is no later.
     */
    public static ImmutableList<SharePrice> each(Dataset dataset, CompanyFacts facts, Company company) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        requireNonNull(company, "company");
        List<StatedFact> known = known(facts, company.id());
        List<StatedFact> counts = facts.of(company.id(), SHARES).stream()
                .filter(one -> isKnown(one, Unit.SHARES::comparableWith))
                .toList();
        Optional<String> currency =
                known.stream().max(NEWEST).map(newest -> newest.fact().unit().basis());
        ImmutableList.Builder<SharePrice> each = ImmutableList.builder();
        for (StatedFact price : known) {
            String paid = price.fact().unit().basis();
            LocalDate day = lastDay(price);
            if (price.period().isPresent() && currency.equals(Optional.of(paid))) {
                Optional<StatedFact> shares = counts.stream()
                        .filter(one -> !lastDay(one).isAfter(day))
                        .max(NEWEST);
                each.add(new SharePrice(
                        company, Optional.of(price), day, shares, paid, CurrencyRate.toCommon(dataset, paid, day)));
            }
        }
        return each.build();
    }

    private static List<StatedFact> known(CompanyFacts facts, String company) {
        return facts.of(company, PRICE).stream()
                .filter(one -> isKnown(one, unit -> MONEY.contains(unit.dimension())))
                .toList();
    }

    private static Optional<StatedFact> newest(CompanyFacts facts, String company) {
        List<StatedFact> known = known(facts, company);
        Optional<StatedFact> newest = known.stream().max(NEWEST);
        return known.stream()
                .filter(one -> !one.fact().citation().isSecondary())
                .max(NEWEST)
                .filter(read -> !lastDay(read)
                        .plusMonths(MONTHS_READ_GOES_FIRST)
                        .isBefore(newest.map(SharePrice::lastDay).orElseThrow()))
                .or(() -> newest);
    }

    private static boolean isKnown(StatedFact stated, Predicate<Unit> fits) {
        return fits.test(stated.fact().unit()) && stated.fact().value().known().isPresent();
    }

    /** The last day of the period; where the period is only in words, a day before all others. */
    private static LocalDate lastDay(StatedFact stated) {
        return stated.period().map(Period::last).orElse(LocalDate.EPOCH);
    }

    /** The model that defines the keys of all. The facts they are of must be in the same model. */
    public static Model model(List<SharePrice> all) {
        Model.Builder model = Model.builder();
        all.forEach(one -> one.put(model));
        return model.build();
    }

    private void put(Model.Builder model) {
        if (stated.isEmpty()) {
            model.assumption(
                    price(),
                    new Value.Missing("price?", "no price is known"),
                    ValueUnit.of(Unit.parse(currency)).over(ValueUnit.SHARES),
                    "Type the price of a day, in " + currency + ".");
        }
        rate.ifPresent(found -> found.put(model));
        valued(model)
                .ifPresentOrElse(
                        millions -> model.calculation(marketValue(), millions),
                        () -> model.label(marketValue(), Value.NOT_AVAILABLE));
    }

    /**
     * The market value at this price, in millions of {@value CurrencyRate#COMMON}; empty where something for it is lacking.
     *
     * @param model takes the rate
     */
    public Optional<Formula> valued(Model.Builder model) {
        return shares.flatMap(
                        number -> CurrencyRate.inCommon(price().times(number.inMillions()), currency, rate, model))
                .map(millions -> millions.in(ValueUnit.of(Unit.parse(CurrencyRate.COMMON + " mn"))));
    }

    /** Whether the dataset says enough for a market value. */
    public boolean isValued() {
        return lacking().isEmpty();
    }

    /** The data for a market value that the dataset does not have: {@code no rate of AUD to USD}; empty where it has it all. */
    public ImmutableList<String> lacking() {
        ImmutableList.Builder<String> lacking = ImmutableList.builder();
        if (stated.isEmpty()) {
            lacking.add("no price");
        }
        if (shares.isEmpty()) {
            lacking.add("no number of shares");
        }
        if (rate.isEmpty() && !currency.equals(CurrencyRate.COMMON)) {
            lacking.add("no rate of " + currency + " to " + CurrencyRate.COMMON);
        }
        return lacking.build();
    }

    /** The price of a share, over which an analyst may type. */
    public Key price() {
        return stated.map(StatedFact::key).orElseGet(() -> TERM.of(Subject.of(company.id())));
    }

    /** In millions of {@value CurrencyRate#COMMON}. */
    public Key marketValue() {
        return TERM.sub("market value").of(Subject.of(company.id()));
    }

    /** The exchange rate, as its source quotes it. */
    public Optional<Key> rateAsQuoted() {
        return rate.map(CurrencyRate::key);
    }

    /** The exchange rate in words: {@code CNY for 1 USD, 2026-06-30}. */
    public String rateInWords() {
        return rate.map(CurrencyRate::inWords).orElse("");
    }

    @Override
    public String toString() {
        return OneLine.of(
                company.name(),
                stated.map(price -> OneLine.amount(
                                price.fact().value(), price.fact().unit()))
                        .orElse("no price"),
                day);
    }
}
