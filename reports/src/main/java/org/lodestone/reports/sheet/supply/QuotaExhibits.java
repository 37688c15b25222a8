package org.lodestone.reports.sheet.supply;

import java.util.List;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.quota.Holdings;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.quota.Split;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of quotas by year, ore and holder. */
record QuotaExhibits(Dataset dataset) {

    static Shown shown(Quotas quotas) {
        return Shown.of(quotas.unit());
    }

    /** Years run down, since each has sources and remarks of its own. */
    private static Table.ListBuilder<Period> byYear(Quotas quotas, String id, String what, List<Period> years) {
        return Table.of(quotas.stage().name() + ": " + what, years)
                .id(id, quotas.stage().name())
                .labelOf("Year", YearNumber::of);
    }

    Block years(Quotas quotas) {
        var table = byYear(quotas, "quota-batches", "quota by year, " + quotas.unit(), quotas.years());
        for (String batch : quotas.batches()) {
            Split split = Split.of(batch);
            table.optional(split.batchName(), shown(quotas), year -> quotas.amount(split, year));
        }
        if (!quotas.batches().isEmpty()) {
            table.optional("Sum of batches", shown(quotas), quotas::sumOfBatches);
        }
        table.value("Full year", shown(quotas), quotas::total);
        if (!quotas.batches().isEmpty()) {
            table.optional("Not in batches", shown(quotas), quotas::beyondBatches)
                    .note("Not in batches: what was issued in batches that are not stated here.");
        }
        return table.optional("Growth", Shown.PERCENT, quotas::growth).sources().build();
    }

    static List<Period> yearsByOre(Quotas quotas) {
        return quotas.years().stream()
                .filter(year -> quotas.oreShare(quotas.ores().get(0), year).isPresent())
                .toList();
    }

    Block ores(Quotas quotas) {
        var table =
                byYear(quotas, "quota-by-ore", "quota by ore, " + quotas.unit() + ", full year", yearsByOre(quotas));
        quotas.ores().forEach(ore -> table.optional(oreName(ore), shown(quotas), year -> quotas.ore(ore, year)));
        if (quotas.ores().size() > 1) {
            table.optional("Of no known ore", shown(quotas), quotas::beyondOres);
        }
        quotas.ores()
                .forEach(ore ->
                        table.optional(oreName(ore) + ", share", Shown.PERCENT, year -> quotas.oreShare(ore, year)));
        quotas.ores()
                .forEach(ore ->
                        table.optional(oreName(ore) + ", growth", Shown.PERCENT, year -> quotas.oreGrowth(ore, year)));
        return table.sources().build();
    }

    static String oreName(Ore ore) {
        return Words.byItself(ore + " ore");
    }

    Block holders(Quotas quotas, Holdings holdings) {
        var table = byYear(quotas, "quota-by-holder", "full-year quota by holder, " + quotas.unit(), holdings.years());
        holdings.holders()
                .forEach(holder -> table.value(
                        CompanyNames.withId(dataset, holder.name()),
                        shown(quotas),
                        year -> holdings.amount(holder, year)));
        return table.value("Known holders, share", Shown.PERCENT, holdings::knownShare)
                .value("Two largest (CR2)", Shown.PERCENT, holdings::largestTwo)
                .value("Holders that have it all", Shown.WHOLE, holdings::holdersOfAll)
                .sources()
                .note(
                        "Where a cell is empty no figure was found. Where known holders have less than all, a large one may be"
                                + " missing, so the two largest and their number are not known.")
                .note("Members move between groups: a name does not stand for the same mines and plants in every year."
                        + " Who holds a quota is not always who mines.")
                .build();
    }

    Block shares(Quotas quotas, Holdings holdings) {
        var table =
                byYear(quotas, "quota-shares-by-holder", "share of the full-year quota by holder", holdings.years());
        holdings.holders()
                .forEach(holder -> table.value(
                        CompanyNames.withId(dataset, holder.name()),
                        Shown.PERCENT,
                        year -> holdings.share(holder, year)));
        return table.build();
    }
}
