package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.market.Price;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.MarketPrice;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/** Compares what companies earn, as reported, at the last known prices, and for a change of prices. */
final class ProfitShifts {

    private static final Term LATEST = Term.of("latest price");

    private final Dataset older;
    private final Dataset newer;
    private final Earnings was;
    private final Earnings is;
    private final Pairs pairs;

    /** Throws if a side has no exposures. */
    ProfitShifts(Side before, Side after, Pairs pairs) {
        this.older = before.dataset();
        this.newer = after.dataset();
        this.was = before.earnings().orElseThrow();
        this.is = after.earnings().orElseThrow();
        this.pairs = pairs;
        pairs.include(is.model());
    }

    List<CompanyShift.Profit> find() {
        ImmutableMap<String, CompanyEarnings> before =
                Maps.uniqueIndex(was.companies(), one -> one.company().id());
        return is.companies().stream()
                .flatMap(one ->
                        Optional.ofNullable(before.get(one.company().id())).map(older -> shift(older, one)).stream())
                .toList();
    }

    /** Companies whose earnings only one side can work out, with the reason of the side that cannot. */
    ImmutableMap<Company, String> onlyOnOneSide() {
        ImmutableMap.Builder<Company, String> only = ImmutableMap.builder();
        List<String> before =
                was.companies().stream().map(one -> one.company().id()).toList();
        List<String> after =
                is.companies().stream().map(one -> one.company().id()).toList();
        was.companies().stream()
                .filter(one -> !after.contains(one.company().id()))
                .forEach(one -> only.put(one.company(), reason(is, one.company().id())));
        is.companies().stream()
                .filter(one -> !before.contains(one.company().id()))
                .forEach(
                        one -> only.put(one.company(), reason(was, one.company().id())));
        return only.build();
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
        Map<ProductSale, Price> pricesBefore = latest(older, before);
        Map<ProductSale, Price> prices = latest(newer, now);
        Key reported = pairs.was(what, was.value(before.netProfit()));
        Key sensitivity = pairs.was(what + ", sensitivity", was.value(before.change()));
        Optional<Key> atLatestBefore = Optional.of(pricesBefore)
                .filter(found -> !found.isEmpty())
                .map(found -> pairs.was(what + " at the latest prices", atLatest(was.model(), before, found)));
        Optional<Key> atLatest = Optional.of(prices)
                .filter(found -> !found.isEmpty())
                .map(found -> {
                    found.values().forEach(price -> pairs.include(figure(price)));
                    return pairs.is(what + " at the latest prices", profit(now, found));
                });
        Key reportedNow = pairs.is(what, now.netProfit().ref());
        Key sensitivityNow = pairs.is(what + ", sensitivity", now.change().ref());
        boolean moved = !ClaimShifts.areAlike(was.value(before.netProfit()), is.value(now.netProfit()))
                || !ClaimShifts.areAlike(was.value(before.change()), is.value(now.change()))
                || !ClaimShifts.areAlike(
                        atLatest(was.model(), before, pricesBefore), atLatest(is.model(), now, prices));
        return new CompanyShift.Profit(
                now.company(),
                now.currency(),
                now.period().toString(),
                inWords(prices),
                reported,
                reportedNow,
                atLatestBefore,
                atLatest,
                sensitivity,
                sensitivityNow,
                moved);
    }

    /** The last known prices of the products that a price of the market stands behind. */
    private static Map<ProductSale, Price> latest(Dataset dataset, CompanyEarnings company) {
        Map<ProductSale, Price> latest = new LinkedHashMap<>();
        for (ProductSale product : company.products()) {
            product.sale()
                    .quote()
                    .asMarket()
                    .flatMap(market -> MarketPrice.latest(dataset, market))
                    .ifPresent(price -> latest.put(product, price));
        }
        return latest;
    }

    private static Key key(Price price) {
        return LATEST.of(Subject.of(
                        (price.product() + ", " + price.grade()).replaceFirst(", $", "") + ", " + price.unit()))
                .at(price.period());
    }

    private static Model figure(Price price) {
        Model.Builder model = Model.builder();
        model.figure(key(price), Value.of(price.price()), price.citation());
        return model.build();
    }

    private static Formula profit(CompanyEarnings company, Map<ProductSale, Price> prices) {
        return company.netProfit()
                .ref()
                .plus(company.changeAt(product -> Optional.ofNullable(prices.get(product))
                        .map(price -> key(price).ref())));
    }

    private static Value atLatest(Model model, CompanyEarnings company, Map<ProductSale, Price> prices) {
        if (prices.isEmpty()) {
            return Value.missing("no price of the market stands behind it");
        }
        Model.Builder whole = Model.builder().include(model);
        prices.values().forEach(price -> whole.include(figure(price)));
        return whole.build().values().of(profit(company, prices));
    }

    private static String inWords(Map<ProductSale, Price> prices) {
        return prices.values().stream()
                .distinct()
                .map(price -> price.product() + " " + price.price() + " " + price.unit() + ", " + price.period())
                .collect(Collectors.joining("; "));
    }
}
