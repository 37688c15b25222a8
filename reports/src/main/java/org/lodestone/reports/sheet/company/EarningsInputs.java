package org.lodestone.reports.sheet.company;

import static org.lodestone.reports.sheet.company.EarningsSection.at;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.At;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Earnings.LeftOut;
import org.lodestone.reports.earnings.Effect;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of what earnings are worked out from: what is sold and kept, what is assumed, and of whom nothing can be. */
record EarningsInputs(Earnings earnings, ImmutableList<Assumption> assumptions) {

    /** The products sold and their prices, and the part of a change that the company keeps. */
    ImmutableList<Block> exposure() {
        return ImmutableList.of(settings(), sold(), kept(), taxed());
    }

    private static Block settings() {
        return Table.of("Settings", List.of(Earnings.STEP))
                .id("price-changes")
                .label("Setting", step -> "Change of all prices")
                .unit(step -> "%")
                .value("Value", Shown.AS_IS, step -> step)
                .build();
    }

    /** The assumptions, the definitions of the products, and the companies for which nothing can be worked out. */
    ImmutableList<Block> reasons() {
        return Block.withContent(
                earnings.companies().isEmpty() ? List.of(leftOut()) : List.of(assumed(), meant(), leftOut()));
    }

    private Block sold() {
        var table = EarningsSection.table("Sales and prices", earnings.products())
                .id("product-sales")
                .unit("Volume is of", product -> product.volume().fact().unit() + "\n" + product.period())
                .unit("Price is of", product -> product.priceUnit() + "\n" + product.priceIsOf())
                .value("Volume", Shown.WHOLE, product -> product.volume().key())
                .value("Product, t", Shown.WHOLE, ProductSale::tonnes)
                .value("Price", ProductSale::priceShown, ProductSale::price)
                .unit("Twelve months", product -> product.twelveMonths().inWords())
                .value("Of twelve months, t", Shown.WHOLE, ProductSale::tonnesOfAYear)
                .value("Volume at price, mn", Shown.ONE_DECIMAL, ProductSale::sales);
        stated(table, "Sales reported, mn", ProductSale::taken);
        stated(table, "Paid for ore, mn", ProductSale::oreCost);
        stated(table, "Paid on top, mn", ProductSale::onTop);
        return table.sources()
                .note("Where sales are reported and no price, their quotient is the price.")
                .build();
    }

    /** A column of what is stated of products, where it is of any. */
    private void stated(
            Table.ListBuilder<ProductSale> table, String header, Function<ProductSale, Optional<StatedFact>> fact) {
        if (earnings.products().stream().anyMatch(product -> fact.apply(product).isPresent())) {
            table.optional(
                    header, Shown.ONE_DECIMAL, product -> fact.apply(product).map(StatedFact::key));
        }
    }

    private Block kept() {
        return EarningsSection.table(
                        "Share of a change of sales that shareholders keep, before tax", earnings.products())
                .id("kept-of-price-change")
                .value("Price includes VAT", Shown.WORD, ProductSale::vatIncluded)
                .value("VAT", Shown.PERCENT, ProductSale::vat)
                .value("Passed on", Shown.PERCENT, product -> product.passedOn(PassThrough.LEAST))
                .optional("At most", Shown.PERCENT, product -> atMost(product, ProductSale::passedOn))
                .value("Royalty", Shown.PERCENT, ProductSale::royalty)
                .value("Hedged", Shown.PERCENT, ProductSale::hedged)
                .value("Minority", Shown.PERCENT, ProductSale::minority)
                .value("Kept", Shown.PERCENT, product -> product.kept(PassThrough.LEAST))
                .optional("At least", Shown.PERCENT, product -> atMost(product, ProductSale::kept))
                .note(
                        "Kept: (1 - passed on)(1 - royalty)(1 - hedged)(1 - minority), of sales without VAT. Answer yes or no to"
                                + " whether a price includes VAT: with any other answer nothing is worked out.")
                .note(
                        "Passed on: what goes to the seller of the ore; where the cost of ore is known, that cost over the volume"
                                + " at its price without VAT, since both move in proportion. At most: where the cost of ore is not"
                                + " known, the largest share that another company states.")
                .build();
    }

    private Optional<Key> atMost(ProductSale product, BiFunction<ProductSale, PassThrough, Key> share) {
        boolean isRange = earnings.companies().stream()
                .anyMatch(company -> company.products().contains(product)
                        && company.withOre(At.SPOT).isPresent());
        return isRange && !product.sale().isOreKnown()
                ? Optional.of(share.apply(product, PassThrough.MOST))
                : Optional.empty();
    }

    private Block taxed() {
        return Table.of("Tax on the change, prices up, mn", earnings.companies())
                .id("tax-on-change")
                .label("Company", company -> company.company().name())
                .unit("Profit is in", EarningsSection::profitIn)
                .value("Net profit", Shown.ONE_DECIMAL, CompanyEarnings::netProfit)
                .value("Tax", Shown.PERCENT, CompanyEarnings::tax)
                .value("Profit before tax", Shown.ONE_DECIMAL, CompanyEarnings::profitBeforeTax)
                .value("Net profit at spot", Shown.ONE_DECIMAL, at(At.SPOT, Effect::netProfit))
                .value("Change before tax", Shown.ONE_DECIMAL, at(At.SPOT, effect -> effect.changeBeforeTax(Way.UP)))
                .value("Tax on the change", Shown.ONE_DECIMAL, at(At.SPOT, effect -> effect.taxOnChange(Way.UP)))
                .value("Change of net profit", Shown.ONE_DECIMAL, at(At.SPOT, effect -> effect.change(Way.UP)))
                .note(
                        "Tax is due on profit and not on a loss, before the change as after it: a loss that stays one pays none,"
                                + " and a profit that becomes a loss saves no more than its tax. Where net profit is not known,"
                                + " or ends half a year or more before or after the sales, the whole change is taxed.")
                .note(
                        "Profit before tax: net profit over (1 - tax), and a loss as it is. It is not the one reported, since the"
                                + " rate is an assumption. At spot: of the same volume at the spot or the last known price, from which"
                                + " the change is counted; with the least passed on for ore.")
                .build();
    }

    private Block assumed() {
        return Table.of("Assumptions", assumptions)
                .id("earnings-assumptions")
                .label("Share", Assumption::name)
                .unit(assumption -> assumption.unit().toString())
                .unit("Kind", assumption -> assumption.origin().toString())
                .value("Value", Shown.AS_IS, Earnings::key)
                .sources()
                .prose("Why", Assumption::reason)
                .wide()
                .note(
                        "Kind: derived is calculated from figures, assumed is an analyst's judgement, a choice is a setting that"
                                + " no source of the dataset bears out.")
                .build();
    }

    private Block meant() {
        return EarningsSection.table("Definitions of products", earnings.products())
                .id("products")
                .prose("Product and price", ProductSale::note)
                .wide()
                .build();
    }

    private Block leftOut() {
        return Table.of("Companies without enough data", earnings.leftOut())
                .id("companies-without-earnings")
                .label("Company and product", left -> (left.company().name() + "\n" + left.product()).strip())
                .prose("Why not", LeftOut::reason)
                .wide()
                .build();
    }
}
