package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;

/** Compares what companies earn, as reported, at the last known prices, and for a change of prices. */
record ProfitShifts(Earnings was, Earnings is, Pairs pairs) {

    /** Throws if a side has no exposures. */
    static ProfitShifts of(Side before, Side after, Pairs pairs) {
        Earnings is = after.earnings().orElseThrow();
        pairs.include(is.model());
        return new ProfitShifts(before.earnings().orElseThrow(), is, pairs);
    }

    List<CompanyShift.Profit> find() {
        return is.companies().stream()
                .flatMap(one -> was.company(one.company().id()).map(older -> shift(older, one)).stream())
                .toList();
    }

    /** Companies whose earnings only one side can work out, with the reason of the side that cannot. */
    ImmutableMap<Company, String> onlyOnOneSide() {
        ImmutableMap.Builder<Company, String> only = ImmutableMap.builder();
        onlyOf(was, is).forEach(company -> only.put(company, reason(is, company.id())));
        onlyOf(is, was).forEach(company -> only.put(company, reason(was, company.id())));
        return only.build();
    }

    private static Stream<Company> onlyOf(Earnings side, Earnings other) {
        return side.companies().stream()
                .map(CompanyEarnings::company)
                .filter(company -> other.company(company.id()).isEmpty());
    }

    private static String reason(Earnings side, String company) {
        return side.leftOut().stream()
                .filter(one -> one.company().id().equals(company))
                .map(Earnings.LeftOut::reason)
                .findFirst()
                .orElse("The company is not on that side.");
    }

    private CompanyShift.Profit shift(CompanyEarnings before, CompanyEarnings now) {
        String what = "profit of " + now.company().id();
        Pair reported = pair(what, before.netProfit(), now.netProfit());
        Value listBefore = was.value(before.effect().netProfit());
        Key list = now.effect().netProfit();
        String atLatest = what + " at the latest prices";
        Pair sensitivity = pair(
                what + ", sensitivity",
                before.effect().change(Way.UP),
                now.effect().change(Way.UP));
        return new CompanyShift.Profit(
                now.company(),
                now.currency(),
                now.period().toString(),
                inWords(now),
                reported,
                Optional.of(before).filter(ProfitShifts::hasLatestPrice).map(one -> pairs.was(atLatest, listBefore)),
                Optional.of(now).filter(ProfitShifts::hasLatestPrice).map(one -> pairs.is(atLatest, list)),
                sensitivity,
                reported.moved() || sensitivity.moved() || !Pairs.areAlike(listBefore, is.value(list)));
    }

    private Pair pair(String what, Key before, Key now) {
        return pairs.of(what, was.value(before), is.value(now), now);
    }

    private static boolean hasLatestPrice(CompanyEarnings company) {
        return company.products().stream().anyMatch(ProfitShifts::isListed);
    }

    /** Whether a price of the market stands behind a product, or a later one of the company than that of its sales. */
    private static boolean isListed(ProductSale product) {
        return product.newer().isPresent()
                || product.atDeck().isPresent()
                || product.sale().quote().asMarket().isPresent();
    }

    private String inWords(CompanyEarnings company) {
        return company.products().stream()
                .filter(ProfitShifts::isListed)
                .map(product -> product.product() + " " + Shown.ONE_DECIMAL.text(is.value(product.listPrice())) + " "
                        + product.listPriceUnit() + ", " + product.listPriceIsOf())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
