package org.lodestone.reports.sheet.company;

import static org.lodestone.reports.sheet.company.EarningsSection.at;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.At;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.DeckSale;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Effect;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.TwelveMonths;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Tables of the effect of a change of prices on companies, products and margins, at several steps of it. */
record ElasticityTables(Earnings earnings, EarningsOrder order) {

    ImmutableList<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(results(), spots(), floors(), next()));
        if (!order.comparable().isEmpty()) {
            blocks.add(perShare());
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
                .unit("Profit is in", EarningsSection::profitIn)
                .value("Net profit", Shown.ONE_DECIMAL, CompanyEarnings::netProfit)
                .value("Net profit at spot", Shown.ONE_DECIMAL, at(At.SPOT, Effect::netProfit))
                .value("Change, prices down", Shown.ONE_DECIMAL, at(At.SPOT, effect -> effect.change(Way.DOWN)))
                .optional("At least", Shown.ONE_DECIMAL, withOre(Way.DOWN))
                .value("Change, prices up", Shown.ONE_DECIMAL, at(At.SPOT, effect -> effect.change(Way.UP)))
                .optional("At least", Shown.ONE_DECIMAL, withOre(Way.UP))
                .value("Down, %", Shown.PERCENT, at(At.SPOT, effect -> effect.relativeChange(Way.DOWN)))
                .value("Up, %", Shown.PERCENT, at(At.SPOT, effect -> effect.relativeChange(Way.UP)))
                .value("Elasticity", Shown.TWO_DECIMALS, at(At.SPOT, Effect::elasticity))
                .optional("Shares, mn", Shown.ONE_DECIMAL, CompanyEarnings::shares)
                .optional("EPS", Shown.PRECISE, CompanyEarnings::eps)
                .optional("EPS at spot", Shown.PRECISE, at(At.SPOT, Effect::eps))
                .optional("EPS, down", Shown.PRECISE, at(At.SPOT, effect -> effect.epsChange(Way.DOWN)))
                .optional("EPS, up", Shown.PRECISE, at(At.SPOT, effect -> effect.epsChange(Way.UP)))
                .unit(
                        "Shares as of",
                        company -> company.sharesFact()
                                .map(stated -> stated.fact().period())
                                .orElse(""))
                .proseOf("Remark", CompanyEarnings::remark)
                .sources(ElasticityTables::sources)
                .note(
                        "The largest change in percent comes first, as the figures were when this was made, of the companies"
                                + " the cost of whose ore is known. Of the others the change is the one with nothing passed on for"
                                + " ore, and at least the one with the largest share that another company states.")
                .note(
                        "Spot: the volume of the twelve months at the spot of its price deck and on the terms of contracts, or at the"
                                + " last known price where a product has no deck. Changes are counted from there. Where the share of"
                                + " others is not known, the change is an upper bound.")
                .note(
                        "Elasticity: change of net profit in percent for a rise of prices of one percent. It is the same for EPS, since"
                                + " the number of shares is the latest one throughout. A thin profit makes it large.")
                .note(
                        "Twelve months: the last financial year plus the part of a year less the same part of the year before, where"
                                + " all three are known, or twelve months as stated; else a half-year doubled, or a longer part in"
                                + " proportion. Where profit and sales end half a year or more apart, no change in % is shown.")
                .build();
    }

    private static Function<CompanyEarnings, Optional<Key>> withOre(Way way) {
        return company -> company.withOre(At.SPOT).map(effect -> effect.change(way));
    }

    private Block next() {
        List<CompanyEarnings> sellers = order.mostFirst().stream()
                .filter(company -> company.nextYear().isPresent())
                .toList();
        return Table.of("The year after the spot, at the price of the deck", sellers)
                .id("next-year-on-deck")
                .label("Company", company -> company.company().name())
                .unit(
                        "Profit is in",
                        company -> company.currency() + " mn\n"
                                + company.nextYear().orElseThrow())
                .value("Net profit", Shown.ONE_DECIMAL, at(At.NEXT, Effect::netProfit))
                .value("Change, prices down", Shown.ONE_DECIMAL, at(At.NEXT, effect -> effect.change(Way.DOWN)))
                .value("Change, prices up", Shown.ONE_DECIMAL, at(At.NEXT, effect -> effect.change(Way.UP)))
                .optional("EPS", Shown.PRECISE, at(At.NEXT, Effect::eps))
                .optional("EPS expected", Shown.PRECISE, CompanyEarnings::epsExpected)
                .optional("Last year: made over expected", Shown.PERCENT, CompanyEarnings::missed)
                .note(
                        "Net profit: that of the twelve months, with sales of the year in place of theirs, in the money of the deck; what"
                                + " a mine or plant makes beyond the volume of the twelve months costs what its operation does. Other costs,"
                                + " interest and shares stay as they were.")
                .note(
                        "EPS expected: the mean of brokers, of which the price of the product is not known. Made over expected: net"
                                + " profit of the last year that was reported since.")
                .build();
    }

    private static ImmutableList<String> sources(CompanyEarnings company) {
        return Stream.of(
                        company.profit().map(TwelveMonths::stated),
                        company.sharesFact(),
                        company.consensus().eps(),
                        company.consensus().expected())
                .flatMap(Optional::stream)
                .map(StatedFact::fact)
                .flatMap(fact -> fact.citation().sources().stream())
                .collect(ImmutableSet.toImmutableSet())
                .asList();
    }

    private Block spots() {
        var table = EarningsSection.table("Sales at the spot, mn", earnings.products())
                .id("sales-at-spot")
                .unit("Price of", product -> product.listPriceIsOf().toString())
                .unit("Price is in", product -> product.listPriceUnit().toString())
                .value("Last price", ProductSale::listPriceShown, ProductSale::listPrice)
                .unit(
                        "Quote is of",
                        product -> product.atDeck()
                                .map(deck -> deck.deck().product() + ", "
                                        + deck.quote().unit())
                                .orElse(""))
                .optional(
                        "Quote",
                        Shown.AS_IS,
                        product -> product.atDeck().map(deck -> deck.quote().key()))
                .optional("Spot on its market", Shown.TWO_DECIMALS, ProductSale::spot)
                .value("Sales", Shown.ONE_DECIMAL, ProductSale::salesNow)
                .value("Sales at spot", Shown.ONE_DECIMAL, ProductSale::salesAtSpot)
                .optional("Volume of next year, kt", Shown.TWO_DECIMALS, ProductSale::nextKilotonnes)
                .optional("Sales of next year", Shown.ONE_DECIMAL, ProductSale::salesNext);
        if (earnings.products().stream()
                .anyMatch(product -> rates(product).findAny().isPresent())) {
            table.optional(
                            "Rate of the spot",
                            Shown.PRECISE,
                            product -> product.atDeck().flatMap(DeckSale::rate).map(CurrencyRate::key))
                    .optional(
                            "Rate of the sales",
                            Shown.PRECISE,
                            product -> product.rate().map(CurrencyRate::key))
                    .words(
                            "Rates are",
                            product -> rates(product)
                                    .map(CurrencyRate::inWords)
                                    .distinct()
                                    .collect(Collectors.joining("; ")));
        }
        return table.note(
                        "Spot: the latest quote of the deck that is a number of a day or a month and says of VAT what the deck does,"
                                + " with the premium of its market. A range is no number. The last price is the one that the company"
                                + " is paid: in its currency, and with VAT where its price has it.")
                .note(
                        "Sales are without VAT, of twelve months, in the currency of the company, with what others paid on top; at the"
                                + " spot and in the next year they are on the terms of contracts.")
                .build();
    }

    private static Stream<CurrencyRate> rates(ProductSale product) {
        return Stream.concat(product.atDeck().flatMap(DeckSale::rate).stream(), product.rate().stream());
    }

    private Block floors() {
        return EarningsSection.table("Price floors", order.floored())
                .id("price-floors")
                .unit(
                        "Price is in",
                        product -> product.atDeck().orElseThrow().quote().unit().toString())
                .optional("Spot on its market", Shown.TWO_DECIMALS, ProductSale::spot)
                .optional("Floor", Shown.TWO_DECIMALS, ProductSale::floor)
                .note(
                        "Floor: the highest that a contract of the seller has in the year of the spot. For which tonnes it holds, and what of"
                                + " a high price is given away, is among the assumptions on Scenarios.")
                .build();
    }

    /** The products of a company, as a sentence lists them. */
    private static String products(CompanyEarnings company) {
        return company.products().stream()
                .map(ProductSale::product)
                .map(name -> name.toLowerCase(Locale.ROOT).startsWith("rare earth") ? Words.inSentence(name) : name)
                .collect(Collectors.joining(" and "));
    }

    private Block grid(CompanyEarnings company) {
        var table = Table.of(
                        company.company().name() + ": change of net profit, " + company.currency()
                                + " mn, by price (down) and volume (across)",
                        Earnings.PRICE_STEPS)
                .id("profit-by-price-and-volume", company.company().id())
                .label("Price of " + products(company), EarningsOrder::inPercent);
        table.value("Before tax, volume as it is", Shown.ONE_DECIMAL, price -> company.changeBeforeTax(price, 0));
        for (int volume : Earnings.VOLUME_STEPS) {
            table.value(
                    "Volume " + EarningsOrder.inPercent(volume),
                    Shown.ONE_DECIMAL,
                    price -> company.change(price, volume));
        }
        return table.note((company.isOreKnown() ? "" : "With nothing passed on for ore, whose cost is not known. ")
                        + "The change that the price brings at this volume. What more or less volume itself brings is left"
                        + " out: what it costs is not known.")
                .build();
    }

    private Block perShare() {
        var table = Table.of("Change of EPS, by change of price", Earnings.PRICE_STEPS)
                .id("profit-by-price")
                .label("Price", EarningsOrder::inPercent);
        order.comparable()
                .forEach(company -> table.optional(
                                company.company().name() + ", " + company.currency(),
                                Shown.PRECISE,
                                company::changeOfEps)
                        .optional(
                                company.company().name() + ", over brokers' EPS",
                                Shown.PERCENT,
                                company::changeOverExpected));
        return table.note(
                        "Of the sales of twelve months at the spot, and over the EPS that brokers expect for the year after it: the lines"
                                + " bend where a floor or a share of a high price begins. Companies the cost of whose ore is not known,"
                                + " and those of which brokers expect nothing that was read, are left out.")
                .build();
    }
}
