package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of quotas by year, ore and holder, and of growth against its averages. */
final class QuotaExhibits {

    private final ImmutableList<Quotas> stages;
    private final HolderNames names;

    QuotaExhibits(ImmutableList<Quotas> stages, HolderNames names) {
        this.stages = stages;
        this.names = names;
    }

    static int digits(Quotas quotas) {
        return quotas.unit().word().startsWith("k") || quotas.unit().word().startsWith("M") ? 1 : 0;
    }

    static Shown shown(Quotas quotas) {
        return digits(quotas) == 0 ? Shown.WHOLE : Shown.ONE_DECIMAL;
    }

    /** Years run down, since each has sources and remarks of its own. */
    private static Table.ListBuilder<Period> byYear(Quotas quotas, String what, List<Period> years) {
        return Table.of(quotas.stage().name() + ": " + what, years).labelOf("Year", Quotas::yearLabel);
    }

    Block years(Quotas quotas) {
        var table = byYear(quotas, "quota by year, " + quotas.unit(), quotas.years());
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
        return table.optional("Growth", Shown.PERCENT_2, quotas::growth)
                .sources()
                .build();
    }

    /** One number of the comparison of a year's growth with its averages. */
    private record Average(String name, Shown shown, Function<Quotas, Optional<Key>> key) {}

    Optional<Block> averages() {
        List<Quotas> compared =
                stages.stream().filter(quotas -> quotas.span().isPresent()).toList();
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        var table = Table.of(
                        "Growth in the last year against its averages",
                        List.of(
                                new Average("First year", Shown.ORDINAL, Quotas::firstYear),
                                new Average("Last year", Shown.ORDINAL, Quotas::lastYear),
                                new Average("Years between", Shown.ORDINAL, Quotas::numberOfYears),
                                new Average("Growth in last year", Shown.PERCENT_2, Quotas::growthInLastYear),
                                new Average("Compound growth", Shown.PERCENT_2, Quotas::compoundGrowth),
                                new Average("Mean of yearly rates", Shown.PERCENT_2, Quotas::meanGrowth),
                                new Average("Against compound", Shown.TEXT, Quotas::againstCompound),
                                new Average("Against mean", Shown.TEXT, Quotas::againstMean)))
                .label("", Average::name);
        for (Quotas quotas : compared) {
            table.column(
                    quotas.stage().name(),
                    Column.Role.VALUE,
                    average -> new Cell.Of(average.key().apply(quotas).orElseThrow(), average.shown()));
        }
        return Optional.of(
                table.note("Compound growth looks at the first and the last year only; the mean looks at every year.")
                        .build());
    }

    static List<Period> yearsByOre(Quotas quotas) {
        return quotas.years().stream()
                .filter(year -> quotas.oreShare(quotas.ores().get(0), year).isPresent())
                .toList();
    }

    Block ores(Quotas quotas) {
        var table = byYear(quotas, "quota by ore, " + quotas.unit() + ", full year", yearsByOre(quotas));
        quotas.ores().forEach(ore -> table.optional(oreName(ore), shown(quotas), year -> quotas.ore(ore, year)));
        if (quotas.ores().size() > 1) {
            table.optional("Of no known ore", shown(quotas), quotas::beyondOres);
        }
        quotas.ores()
                .forEach(ore ->
                        table.optional(oreName(ore) + ", share", Shown.PERCENT_2, year -> quotas.oreShare(ore, year)));
        quotas.ores()
                .forEach(ore -> table.optional(
                        oreName(ore) + ", growth", Shown.PERCENT_2, year -> quotas.oreGrowth(ore, year)));
        return table.sources().build();
    }

    static String oreName(Ore ore) {
        return HolderNames.capitalised(ore + " ore");
    }

    Block holders(Quotas quotas, Holdings holdings) {
        var table = byYear(quotas, "full-year quota by holder, " + quotas.unit(), holdings.years());
        holdings.holders()
                .forEach(holder -> table.value(names.of(holder), shown(quotas), year -> holdings.amount(holder, year)));
        return table.value("Known holders, share", Shown.PERCENT_2, holdings::knownShare)
                .value("Two largest (CR2)", Shown.PERCENT_2, holdings::largestTwo)
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
        var table = byYear(quotas, "share of the full-year quota by holder", holdings.years());
        holdings.holders()
                .forEach(
                        holder -> table.value(names.of(holder), Shown.PERCENT_2, year -> holdings.share(holder, year)));
        return table.build();
    }
}
