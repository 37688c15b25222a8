package org.lodestone.reports.earnings;

import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.market.Price;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.StatedFact;

/**
 * The period whose sales the earnings of a company are measured on.
 *
 * <p>It is the one that is named, or else the newest in which volume, price and cost of ore of all its products are stated.
 * A quarter is taken only where nothing longer is: it says too little of a year.
 */
record SalePeriod(Dataset dataset, CompanyFacts facts) {

    private static final MonthDay YEAR_END = MonthDay.of(12, 31);
    private static final int HALF_A_YEAR = 6;
    private static final int MOST_OF_A_YEAR = 9;

    /** Longer than a quarter first, then the later, then the longer. */
    private static final Comparator<Period> BETTER = Comparator.comparing(
                    (Period period) -> months(period) >= HALF_A_YEAR)
            .thenComparing(Period::last)
            .thenComparing(SalePeriod::months);

    /** Empty where no period has all that the products name. */
    Optional<Period> of(Company company, List<Exposure.Sale> sales) {
        Optional<Period> named =
                sales.stream().flatMap(sale -> sale.period().stream()).findFirst();
        return named.or(() -> sales.stream()
                .flatMap(sale -> facts.of(company.id(), sale.volume()).stream())
                .flatMap(stated -> stated.period().stream())
                .distinct()
                .filter(period -> sales.stream().allMatch(sale -> isStated(company, sale, period)))
                .max(BETTER));
    }

    private boolean isStated(Company company, Exposure.Sale sale, Period period) {
        return Stream.of(Optional.of(sale.volume()), sale.quote().asFact(), sale.oreCost())
                        .flatMap(Optional::stream)
                        .allMatch(fact -> facts.of(company.id(), fact, period).isPresent())
                && (sale.quote().asMarket().isEmpty()
                        || price(company, sale, period).isPresent());
    }

    /** The price of the market in a period; a fiscal year that ends in December has the price of that year. */
    Optional<MarketPrice> price(Company company, Exposure.Sale sale, Period period) {
        Optional<Period> named = sale.quote().asMarket().flatMap(Exposure.Quote.Market::period);
        boolean calendar = company.yearEnd().filter(YEAR_END::equals).isPresent();
        return named.or(() -> dataset.prices().stream()
                        .filter(sale::means)
                        .map(Price::period)
                        .filter(other -> other.equals(period)
                                || (calendar
                                        && other.first().equals(period.first())
                                        && other.last().equals(period.last())))
                        .findFirst())
                .flatMap(paid -> MarketPrice.of(dataset, sale, paid));
    }

    /**
     * The net profit to show beside the sales of a period: that of the period, or that of a later financial year of which
     * nine months or more are reported. A year of loss is not news once most of the next one is known.
     */
    Optional<StatedFact> profit(Company company, Period sold, String fact) {
        return facts.of(company.id(), fact).stream()
                .flatMap(stated -> stated.period().stream())
                .filter(period -> period.kind() == Period.Kind.FISCAL_YEAR || period.kind() == Period.Kind.NINE_MONTHS)
                .filter(period -> period.year() > sold.year() && months(period) >= MOST_OF_A_YEAR)
                .max(BETTER)
                .or(() -> Optional.of(sold))
                .flatMap(period -> facts.of(company.id(), fact, period));
    }

    private static long months(Period period) {
        return ChronoUnit.MONTHS.between(period.first(), period.last().plusDays(1));
    }
}
