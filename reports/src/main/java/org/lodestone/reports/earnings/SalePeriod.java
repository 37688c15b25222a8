package org.lodestone.reports.earnings;

import java.time.MonthDay;
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
import org.lodestone.reports.value.MarketPrice;

/**
 * The period whose sales the earnings of a company are measured on.
 *
 * <p>It is the one that is named, or else the newest in which volume, price and cost of ore of all its products are stated.
 * A quarter is taken only where nothing longer is: it says too little of a year.
 */
record SalePeriod(Dataset dataset, CompanyFacts facts) {

    private static final MonthDay YEAR_END = MonthDay.of(12, 31);
    private static final int HALF_A_YEAR = 6;

    /** Longer than a quarter first, then the later, then the longer. */
    private static final Comparator<Period> BETTER = Comparator.comparing(
                    (Period period) -> TwelveMonths.months(period) >= HALF_A_YEAR)
            .thenComparing(Period::last)
            .thenComparing(TwelveMonths::months);

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
        return Stream.of(Optional.of(sale.volume()), sale.quote().asFact(), sale.oreCost(), sale.onTop())
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
}
