package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.report.Wording.words;

import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;

/** The finding on a stage's quota: its growth in the last known year, against its averages. */
final class QuotaFindings {

    private static final int WEIGHT = 55;

    private QuotaFindings() {}

    static void add(Quotas quotas, Part.Builder part, Model.Builder model) {
        if (quotas.span().isEmpty()
                || quotas.compoundGrowth().isEmpty()
                || quotas.meanGrowth().isEmpty()) {
            return;
        }
        Period last = quotas.span().get().upperEndpoint();
        quotas.growth(last).ifPresent(growth -> {
            Key said = model.calculation(growth.sub("in one sentence"), found(quotas, last, growth));
            part.finding(Finding.of(
                            FindingIds.quota(quotas.stage()),
                            "Quota of " + Words.inSentence(quotas.stage().name()),
                            Block.Sentence.live(said))
                    .withNumbers(
                            growth,
                            quotas.compoundGrowth().get(),
                            quotas.meanGrowth().get())
                    .withWeight(WEIGHT)
                    .withReadOn("Quotas"));
        });
    }

    private static Formula found(Quotas quotas, Period last, Key growth) {
        return words().with("amount", ShownUnit.of(quotas).inSentence(quotas.total(last)))
                .with("unit", ShownUnit.of(quotas).toString())
                .with("year", last)
                .with("growth", growth)
                .with("compound", quotas.compoundGrowth())
                .with("flat", growth.rounded(3).isEqualTo(ZERO))
                .with("first", quotas.span().orElseThrow().lowerEndpoint())
                .say(
                        "{amount} {unit} in {year}, {flat?as in the year before|{growth:+0.0%} on the year}, against {compound:0.0%} a year compound since {first}."
                                + "|The quota of {year} or its growth is not known: a figure is missing.");
    }
}
