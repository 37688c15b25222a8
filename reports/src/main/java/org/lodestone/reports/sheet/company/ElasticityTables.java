package org.lodestone.reports.sheet.company;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Effect;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Tables of the effect of a change of prices on companies, products and margins, at several steps of it. */
record ElasticityTables(Earnings earnings, EarningsOrder order) {

    ImmutableList<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(results(), byProduct(), floors()));
        if (!order.comparable().isEmpty()) {
            blocks.add(margins());
        }
        earnings.companies().stream()
                .filter(company -> !order.isUnmoved(company))
                .forEach(company -> blocks.add(grid(company)));
        return Block.withContent(blocks);
    }

    private Block results() {
        return Table.of("Effect of a change of all prices, by company", order.mostFirst())
                .id("price-effect")
                .labelOf("Company", CompanyEarnings::name)
                .unit("Sales of", company -> company.period().toString())
                .unit("Profit is in", company -> company.currency() + " mn\n" + company.profitPeriod())
                .value("Net profit", Shown.ONE_DECIMAL, CompanyEarnings::netProfit)
                .optional("Net profit over revenue", Shown.PERCENT, CompanyEarnings::margin)
                .value(
                        "Change of net profit",
                        Shown.ONE_DECIMAL,
                        company -> company.effect().change())
                .optional(
                        "At least",
                        Shown.ONE_DECIMAL,
                        company -> company.withOre().map(Effect::change))
                .optional(
                        "Change over revenue",
                        Shown.PERCENT,
                        company -> company.effect().changeOfMargin())
                .optional(
                        "At least", Shown.PERCENT, company -> company.withOre().flatMap(Effect::changeOfMargin))
                .value("Change in %", Shown.PERCENT, company -> company.effect().relativeChange())
                .value(
                        "Elasticity",
                        Shown.TWO_DECIMALS,
                        company -> company.effect().elasticity())
                .optional("Shares, mn", Shown.ONE_DECIMAL, CompanyEarnings::shares)
                .optional("EPS", Shown.PRECISE, CompanyEarnings::eps)
                .optional(
                        "Change of EPS",
                        Shown.PRECISE,
                        company -> company.effect().epsChange())
                .unit(
                        "Shares as of",
                        company -> company.sharesFact()
                                .map(stated -> stated.fact().period())
                                .orElse(""))
                .proseOf("Remark", CompanyEarnings::remark)
                .sources(ElasticityTables::sources)
                .note(
                        "The largest change over revenue comes first, as the figures were when this was made, of the companies"
                                + " the cost of whose ore is known. Of the others the change is the one with nothing passed on for"
                                + " ore, and at least the one with the largest share that another company states.")
                .note(
                        "Changes are counted from the last known prices, and over profit and revenue at these. Where the share"
                                + " of others is not known, the change is an upper bound.")
                .note(
                        "Elasticity: change of net profit in percent for one percent of price. It is the same for EPS, since"
                                + " the number of shares is the latest one throughout. A thin profit makes it large.")
                .note(
                        "Periods differ: a half-year and nine months are compared with volumes and profits of their own, and"
                                + " are not made into years. Where profit is of another period than sales, no change in % is shown.")
                .build();
    }

    private static ImmutableList<String> sources(CompanyEarnings company) {
        return Stream.of(company.netProfitFact(), company.revenueFact(), company.sharesFact())
                .flatMap(Optional::stream)
                .map(StatedFact::fact)
                .flatMap(fact -> fact.citation().sources().stream())
                .collect(ImmutableSet.toImmutableSet())
                .asList();
    }

    /** A table of products, each with its price and what that is a price of. */
    private static Table.ListBuilder<ProductSale> priced(String heading, List<ProductSale> products) {
        return EarningsSection.table(heading, products)
                .unit("Price of", product -> product.listPriceIsOf().toString())
                .unit("Price is in", product -> product.priceUnit().toString())
                .value("Last price", ProductSale::listPriceShown, ProductSale::listPrice);
    }

    private Block byProduct() {
        var table = priced("Break-even price of each product", earnings.products())
                .id("break-even-prices")
                .value("Paid now", Shown.TWO_DECIMALS, ProductSale::effective)
                .value("Paid after change", Shown.TWO_DECIMALS, ProductSale::effectiveThen)
                .value("Before tax for 1 more, mn", Shown.PRECISE, product -> product.gain(PassThrough.LEAST))
                .value("Change before tax, mn", Shown.ONE_DECIMAL, product -> product.change(PassThrough.LEAST))
                .value("Break-even price", Shown.TWO_DECIMALS, ProductSale::breakEven)
                .value("Away from price", Shown.PERCENT, ProductSale::breakEvenDistance);
        if (earnings.products().stream().anyMatch(product -> product.rate().isPresent())) {
            table.optional("Rate", Shown.PRECISE, product -> product.rate().map(CurrencyRate::key))
                    .words(
                            "Rate is",
                            product -> product.rate().map(CurrencyRate::inWords).orElse(""));
        }
        return table.note(
                        "Paid now and after: the price before and after the change, and with a floor the average of the part of"
                                + " the period in which it was paid and of the rest. Nothing is passed on for ore whose cost is not"
                                + " known. Profit is in the currency of the company, as above, and before tax, which is on the"
                                + " whole company.")
                .note(
                        "Break-even price: the price of this product at which the net profit of the whole company would be"
                                + " zero, before tax and after it, all else as it was; none where profit stays above zero at any"
                                + " price.")
                .build();
    }

    private Block floors() {
        return priced("Price floors", order.floored())
                .value(
                        "Floor",
                        Shown.TWO_DECIMALS,
                        product -> product.floor().orElseThrow().key())
                .value("Kept above the floor", Shown.PERCENT, ProductSale::keptAboveFloor)
                .value("Part of period it was paid", Shown.PERCENT, ProductSale::floorHeld)
                .value("Floor adds", Shown.TWO_DECIMALS, ProductSale::floorAdds)
                .note("Floor adds: floor less price, nothing where the price is above it. A change of the price moves"
                        + " profit in the part of the period before the floor was paid, and above it. Deliveries are"
                        + " taken as even over the period: those of its months are not in the dataset.")
                .build();
    }

    /** The products of a company, as a sentence lists them. */
    private static String products(CompanyEarnings company) {
        return company.products().stream()
                .map(ProductSale::product)
                .map(name -> name.toLowerCase(Locale.ROOT).startsWith("rare earth") ? Words.inSentence(name) : name)
                .collect(Collectors.joining(" and "));
    }

    private static String inPercent(int step) {
        return step == 0 ? "0%" : (step > 0 ? "+" : "−") + Math.abs(step) + "%";
    }

    private Block grid(CompanyEarnings company) {
        var table = Table.of(
                        company.company().name() + ": change of net profit, " + company.currency()
                                + " mn, by price (down) and volume (across)",
                        Earnings.PRICE_STEPS)
                .id("profit-by-price-and-volume", company.company().id())
                .label("Price of " + products(company), ElasticityTables::inPercent);
        table.value("Before tax, volume as it is", Shown.ONE_DECIMAL, company::changeBeforeTax);
        for (int volume : Earnings.VOLUME_STEPS) {
            table.value("Volume " + inPercent(volume), Shown.ONE_DECIMAL, price -> company.change(price, volume));
        }
        return table.note((company.isOreKnown() ? "" : "With nothing passed on for ore, whose cost is not known. ")
                        + "The change that the price brings at this volume. What more or less volume itself brings is left"
                        + " out: what it costs is not known.")
                .build();
    }

    private Block margins() {
        var table = Table.of("Change of net profit over revenue, by change of price", Earnings.PRICE_STEPS)
                .id("profit-by-price")
                .label("Price", ElasticityTables::inPercent);
        order.comparable()
                .forEach(company -> table.optional(company.company().name(), Shown.PERCENT, company::changeOfMargin));
        return table.note(
                        "Points of net margin, of the revenue of the same period at the last known prices: comparable for"
                                + " companies with a loss, and in different currencies. Companies the cost of whose ore is not"
                                + " known are left out.")
                .build();
    }
}
