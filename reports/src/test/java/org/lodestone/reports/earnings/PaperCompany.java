package org.lodestone.reports.earnings;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Company.Listing;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.market.Price;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;

/** A company with one product, made for arithmetic on paper; each test changes what it is about. */
final class PaperCompany {

    private static final Citation CITATION =
            new Citation(ImmutableList.of("paper"), Reliability.READ, How.REPORTED, "");
    private static final Period YEAR = Period.parse("FY2025");

    private final List<CompanyFact> facts = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<ExchangeRate> rates = new ArrayList<>();
    private String currency = "CNY";
    private String price = "452";
    private String priceUnit = "CNY/kg";
    private boolean vatIncluded = true;
    private Optional<String> vat = Optional.of("vat");
    private Optional<String> oreCost = Optional.empty();
    private Optional<String> content = Optional.empty();
    private boolean isOreKnown = true;
    private boolean namesPeriod = true;
    private final Map<Period, String> prices = new LinkedHashMap<>();

    /** Sells 1,000 t of oxide at 452 CNY/kg; nothing is taken off a change of the price, and no earnings are known. */
    PaperCompany() {
        fact("sold", "1000", "t NdPr oxide");
    }

    PaperCompany fact(String fact, String value, String unit) {
        facts.removeIf(old -> old.fact().equals(fact));
        return fact(fact, "FY2025", value, unit);
    }

    /** One more fact, of a period of its own. */
    PaperCompany fact(String fact, String period, String value, String unit) {
        facts.add(new CompanyFact("PAPER", fact, period, Observation.parse(value), Unit.parse(unit), "", "", CITATION));
        return this;
    }

    /** A price paid at another time. */
    PaperCompany alsoPaid(String period, String amount) {
        prices.put(Period.parse(period), amount);
        return this;
    }

    PaperCompany buysOreAtACostNotStated() {
        isOreKnown = false;
        return this;
    }

    PaperCompany namesNoPeriod() {
        namesPeriod = false;
        return this;
    }

    /** A share in percent; those not set are zero. */
    PaperCompany share(String id, String percent) {
        assumptions.removeIf(old -> old.id().equals(id));
        assumptions.add(new Assumption(
                id,
                "Base",
                Optional.empty(),
                0,
                id,
                Observation.parse(percent),
                Unit.parse("%"),
                Period.NONE,
                Assumption.Origin.CHOICE,
                "For arithmetic on paper.",
                ImmutableList.of()));
        return this;
    }

    PaperCompany earnsIn(String code) {
        currency = code;
        return this;
    }

    PaperCompany price(String amount, String unit) {
        price = amount;
        priceUnit = unit;
        return this;
    }

    PaperCompany withoutVat() {
        vatIncluded = false;
        return this;
    }

    PaperCompany namesNoVat() {
        vat = Optional.empty();
        return withoutVat();
    }

    PaperCompany paysForOre(String fact) {
        oreCost = Optional.of(fact);
        return this;
    }

    PaperCompany containing(String id) {
        content = Optional.of(id);
        return this;
    }

    PaperCompany rate(String base, String quote, String rate) {
        rates.add(new ExchangeRate(
                Period.parse("2025-12-31"),
                Period.year(2025),
                "annual-average",
                BigDecimal.ONE,
                base,
                quote,
                new BigDecimal(rate),
                CITATION));
        return this;
    }

    Dataset dataset() {
        for (String id : List.of("vat", "passed", "royalty", "hedged", "tax", "minority")) {
            if (assumptions.stream().noneMatch(assumption -> assumption.id().equals(id))) {
                share(id, "0");
            }
        }
        prices.putIfAbsent(Period.year(2025), price);
        Company company = new Company(
                "PAPER",
                "Paper Mining",
                "",
                new Listing("XSHG", "1"),
                Place.parse("China"),
                ImmutableList.of(),
                ImmutableList.of(),
                currency,
                Optional.of(MonthDay.of(12, 31)),
                "",
                "",
                ImmutableList.of("paper"));
        Exposure.Sale sale = new Exposure.Sale(
                namesPeriod ? Optional.of(YEAR) : Optional.empty(),
                "sold",
                content,
                new Exposure.Quote.Market("NdPr oxide", "", Unit.parse(priceUnit), Optional.empty()),
                vatIncluded,
                vat,
                oreCost,
                oreCost.isPresent() || !isOreKnown ? Optional.empty() : Optional.of("passed"),
                Optional.empty(),
                Optional.empty(),
                "royalty",
                "hedged",
                "tax",
                "minority");
        return Dataset.builder("paper")
                .rows(DatasetTables.COMPANIES, List.of(company))
                .rows(DatasetTables.FACTS, facts)
                .rows(DatasetTables.ASSUMPTIONS, assumptions)
                .rows(DatasetTables.EXCHANGE_RATES, rates)
                .rows(
                        DatasetTables.PRICES,
                        prices.entrySet().stream()
                                .map(paid -> price(paid.getKey(), paid.getValue()))
                                .toList())
                .rows(
                        DatasetTables.EXPOSURES,
                        List.of(new Exposure(
                                "PAPER", "NdPr oxide", Optional.of(sale), "On paper.", ImmutableList.of("paper"))))
                .build();
    }

    private Price price(Period period, String amount) {
        return new Price(
                "NdPr oxide",
                "",
                period,
                Observation.parse(amount),
                Unit.parse(priceUnit),
                "",
                Price.Vat.NOT_STATED,
                CITATION);
    }

    Earnings earnings() {
        return Earnings.of(dataset()).orElseThrow();
    }
}
