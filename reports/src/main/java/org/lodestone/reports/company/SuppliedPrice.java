package org.lodestone.reports.company;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/**
 * A place for the share price of a day that an analyst supplies, and the market value that follows from it.
 *
 * <pre>market value = price × shares / 1,000,000 × rate</pre>
 *
 * <p>There is no price until one is typed: those of the dataset are of different days, and do not compare.
 *
 * @param last the latest price of the dataset, whose currency is the one to type a price in
 * @param shares the latest number of shares
 * @param rate the latest rate to {@value MarketValue#CURRENCY}; empty where none is needed or there is none
 */
public record SuppliedPrice(Company company, StatedFact last, StatedFact shares, Optional<CurrencyRate> rate) {

    private static final String PRICE = "share-price";
    private static final String SHARES = "shares-outstanding";
    private static final Term SUPPLIED = Term.of("supplied share price");

    /** One for each company of which a price and the number of shares are known. */
    public static ImmutableList<SuppliedPrice> of(Dataset dataset, CompanyFacts facts) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        ImmutableList.Builder<SuppliedPrice> all = ImmutableList.builder();
        for (Company company : dataset.companies().values()) {
            Optional<StatedFact> last =
                    known(facts.latest(company.id(), PRICE), unit -> unit.dimension() == Dimension.MONEY);
            Optional<StatedFact> shares = known(facts.latest(company.id(), SHARES), Unit.SHARES::comparableWith);
            if (last.isPresent() && shares.isPresent()) {
                String currency = last.get().fact().unit().basis();
                Optional<CurrencyRate> rate = currency.equals(MarketValue.CURRENCY)
                        ? Optional.empty()
                        : CurrencyRate.nearestEarlier(dataset, currency, MarketValue.CURRENCY, LocalDate.MAX);
                all.add(new SuppliedPrice(company, last.get(), shares.get(), rate));
            }
        }
        return all.build();
    }

    private static Optional<StatedFact> known(Optional<StatedFact> stated, Predicate<Unit> fits) {
        return stated.filter(one -> fits.test(one.fact().unit()))
                .filter(one -> one.fact().value().known().isPresent());
    }

    /** What stands behind the keys of all. */
    public static Model model(List<SuppliedPrice> all) {
        Model.Builder model = Model.builder();
        all.forEach(one -> one.put(model));
        return model.build();
    }

    private void put(Model.Builder model) {
        model.assumption(
                price(),
                new Content.Assumption(
                        new Value.Missing("price?", "no price was typed"),
                        "Type a price of today, in " + currency() + ".",
                        ImmutableList.of()));
        rate.ifPresent(found -> found.put(model));
        Formula millions = price().ref()
                .times(MarketValue.inMillions(shares.key().ref(), shares.fact().unit()));
        if (rate.isPresent() || currency().equals(MarketValue.CURRENCY)) {
            model.calculation(
                    marketValue(),
                    rate.map(found -> found.convert(millions, MarketValue.CURRENCY))
                            .orElse(millions));
        } else {
            model.label(marketValue(), Value.NOT_AVAILABLE);
        }
    }

    /** The currency to type the price in. */
    public String currency() {
        return last.fact().unit().basis();
    }

    /** The price of a share, which an analyst types. */
    public Key price() {
        return SUPPLIED.of(Subject.of(company.id()));
    }

    /** In millions of {@value MarketValue#CURRENCY}. */
    public Key marketValue() {
        return SUPPLIED.sub("market value").of(Subject.of(company.id()));
    }

    Optional<Key> rateAsQuoted() {
        return rate.map(CurrencyRate::key);
    }

    /** What the rate is: {@code CNY for 1 USD, 2026-06-30}. */
    String rateInWords() {
        return rate.map(CurrencyRate::inWords).orElse("");
    }
}
