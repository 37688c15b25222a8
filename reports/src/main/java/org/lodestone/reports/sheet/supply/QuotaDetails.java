package org.lodestone.reports.sheet.supply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.quota.Holdings.Conflict;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.quota.Split;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of what no table of totals, ores and holders has: parts of a year, and figures that conflict. */
record QuotaDetails(Dataset dataset, List<Quotas> stages) {

    /** A figure for a part of a year's quota. */
    private record Detail(Split split, Period year, Key key) {}

    /** Figures that are in no table of totals, ores and holders. */
    private List<Detail> details(Quotas quotas, boolean otherCuts) {
        Set<Key> shown = new HashSet<>();
        quotas.holdings()
                .ifPresent(holdings -> holdings.holders()
                        .forEach(holder -> holdings.years().forEach(year -> shown.add(holdings.amount(holder, year)))));
        quotas.conflicts().forEach(conflict -> shown.add(conflict.other()));
        return quotas.years().stream()
                .flatMap(year -> quotas.splits().stream()
                        .filter(split -> !split.equals(Split.of(split.batch())) && !split.equals(Split.of(split.ore())))
                        .filter(split -> isOtherCut(quotas, split) == otherCuts)
                        .sorted(Comparator.comparing(Split::batch)
                                .thenComparing(split -> split.holder().kind())
                                .thenComparing(this::holder)
                                .thenComparing(Split::ore))
                        .flatMap(split -> quotas.amount(split, year).map(key -> new Detail(split, year, key)).stream()))
                .filter(detail -> !shown.contains(detail.key()))
                .toList();
    }

    /** Whether a part is a province's or a company's, which is another cut of the same tonnes than the holders' one. */
    private static boolean isOtherCut(Quotas quotas, Split split) {
        Holder.Kind kind = split.holder().kind();
        return (kind == Holder.Kind.PROVINCE || kind == Holder.Kind.COMPANY)
                && quotas.holdings().map(holdings -> holdings.kind() != kind).orElse(true);
    }

    /** Parts are not complete, and those the press rounded need not sum. */
    List<Block> tables() {
        List<Block> blocks = new ArrayList<>();
        stages.forEach(quotas -> blocks.add(conflicts(quotas)));
        stages.forEach(
                quotas -> blocks.add(details(quotas, "quota-places", "provinces and companies, where known", true)));
        stages.forEach(quotas ->
                blocks.add(details(quotas, "quota-batch-parts", "parts of batches and of years, where known", false)));
        return Block.withContent(blocks);
    }

    private Block details(Quotas quotas, String id, String what, boolean otherCuts) {
        return Table.of(quotas.stage().name() + ": " + what, details(quotas, otherCuts))
                .id(id, quotas.stage().name())
                .label("Holder and ore", detail -> of(detail.split()))
                .value("Year", Shown.ORDINAL, detail -> YearNumber.of(detail.year()))
                .words("Batch", detail -> detail.split().batchName())
                .value(quotas.unit().toString(), QuotaExhibits.shown(quotas), Detail::key)
                .sources()
                .build();
    }

    private String holder(Split split) {
        return CompanyNames.withId(dataset, split.holder().name());
    }

    private String of(Split split) {
        String words = split.holderAndOre(holder(split));
        return words.isEmpty() ? "All" : Words.byItself(words);
    }

    private Block conflicts(Quotas quotas) {
        return Table.of(quotas.stage().name() + ": conflicting figures, " + quotas.unit(), quotas.conflicts())
                .id("quota-conflicts", quotas.stage().name())
                .label("Holder and ore", conflict -> of(conflict.split()))
                .value("Year", Shown.ORDINAL, conflict -> YearNumber.of(conflict.year()))
                .words("Batch", conflict -> conflict.split().batchName())
                .value("Used", QuotaExhibits.shown(quotas), Conflict::used)
                .sources()
                .words("It is", conflict -> conflict.usedHow().toString())
                .value("Not used", QuotaExhibits.shown(quotas), Conflict::other)
                .words("It is", conflict -> conflict.otherHow().toString())
                .value("Difference", QuotaExhibits.shown(quotas), Conflict::difference)
                .note("A reported figure is used before a derived one, that before hearsay, and what was rounded last.")
                .build();
    }
}
