package org.lodestone.reports.sheet.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.market.Price;
import org.lodestone.core.time.Period;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.heavy.HeavyPrices.Series;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.HeavyRareEarths;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.sheet.rows.MarketSection;

/** The section on the prices of heavy rare earths: every year of every product, and prices that stand by themselves. */
public final class HeavySection {

    private HeavySection() {}

    /** The section, with yearly prices and quotes as far as there are any. */
    public static Part of(HeavyPrices prices) {
        List<Block> blocks = new ArrayList<>();
        if (!prices.series().isEmpty()) {
            blocks.addAll(List.of(yearly(prices), others(prices), ratios(prices)));
        }
        blocks.add(MarketSection.quotes("heavy-price-quotes", prices.quotes(), Price::product)
                .note("Prices with and without VAT do not compare.")
                .build());
        return Part.of(
                Section.of(
                        "Heavy prices",
                        "Prices of heavy rare earths",
                        "As printed: " + String.join(", ", HeavyRareEarths.ELEMENTS.values()),
                        Block.withContent(blocks)),
                prices.model());
    }

    /** A row for each year in which one of the series has a price; the heading names their unit where they share one. */
    private static Table.ListBuilder<Period> byYear(String heading, List<Series> series, HeavyPrices prices) {
        List<Period> years = prices.years().stream()
                .filter(year ->
                        series.stream().anyMatch(one -> prices.price(one, year).isPresent()))
                .toList();
        return Table.of(haveOneUnit(series) ? heading + ", " + series.get(0).unit() : heading, years)
                .labelOf("Year", YearNumber::of)
                .sources()
                .optional("Edition", Shown.TEXT, year -> Optional.of(prices.edition(year)));
    }

    private static String header(Series series, List<Series> all) {
        return haveOneUnit(all) ? series.name() : series.name() + ", " + series.unit();
    }

    /** Whole numbers, where all prices are such. */
    public static Shown shown(List<Series> series) {
        boolean whole = series.stream()
                .flatMap(one -> one.prices().values().stream())
                .flatMapToDouble(price -> price.price().known().stream())
                .allMatch(amount -> amount == Math.rint(amount));
        return whole ? Shown.WHOLE : Shown.TWO_DECIMALS;
    }

    private static boolean haveOneUnit(List<Series> series) {
        return series.stream().map(Series::unit).distinct().count() == 1;
    }

    private static Block yearly(HeavyPrices prices) {
        List<Series> longest = prices.longest();
        var table = byYear("Yearly prices", longest, prices).id("heavy-prices");
        for (Series series : longest) {
            table.optional(header(series, longest), shown(longest), year -> prices.price(series, year))
                    .optional("Growth", Shown.PERCENT, year -> prices.growth(series, year));
        }
        return table.note(
                        "Each year is from the newest edition that has it; growth from one edition to the next compares"
                                + " figures of both.")
                .build();
    }

    private static Block others(HeavyPrices prices) {
        List<Series> others = prices.series().stream()
                .filter(series -> !prices.longest().contains(series))
                .toList();
        var table = byYear("Yearly prices of other heavy rare earths", others, prices)
                .id("other-heavy-prices");
        others.forEach(
                series -> table.optional(header(series, others), shown(others), year -> prices.price(series, year)));
        return table.build();
    }

    private static Block ratios(HeavyPrices prices) {
        return Table.of("The latest yearly price over the first", prices.series())
                .id("heavy-price-ratios")
                .label("Product", Series::name)
                .sources()
                .words("Unit", series -> series.unit().toString())
                .value("First year", Shown.ORDINAL, series -> YearNumber.of(series.first()))
                .value(
                        "Price",
                        shown(prices.series()),
                        series -> prices.price(series, series.first()).orElseThrow())
                .value("Last year", Shown.ORDINAL, series -> YearNumber.of(series.last()))
                .value(
                        "Price",
                        shown(prices.series()),
                        series -> prices.price(series, series.last()).orElseThrow())
                .value("Last over first", Shown.TWO_DECIMALS, prices::ratio)
                .build();
    }
}
