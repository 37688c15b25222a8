package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.report.Wording.words;

import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Wording;

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
                    .withProse(Block.Sentence.live(
                            model.calculation(growth.sub("in prose"), inProse(quotas, last, growth))))
                    .withWeight(WEIGHT)
                    .withReadOn("Quotas"));
        });
    }

    private static Wording amounts(Quotas quotas, Period last) {
        return words().with("amount", ShownUnit.of(quotas).inSentence(quotas.total(last)))
                .with("unit", ShownUnit.of(quotas).toString())
                .with("year", last)
                .with("compound", quotas.compoundGrowth())
                .with("first", quotas.span().orElseThrow().lowerEndpoint());
    }

    /** The finding with its subject. */
    private static Formula inProse(Quotas quotas, Period last, Key growth) {
        return amounts(quotas, last)
                .with("stage", Words.inSentence(quotas.stage().name()))
                .with("moved", GrowthWords.onTheYear(growth))
                .say(
                        "The quota of {stage} was {amount} {unit} in {year}, {moved}, against {compound:0.0%} a year compound since {first}."
                                + "|The quota of {stage} in {year} or its growth is not known: a figure is missing.");
    }

    private static Formula found(Quotas quotas, Period last, Key growth) {
        return amounts(quotas, last)
                .with("growth", growth)
                .with("flat", growth.rounded(3).isEqualTo(ZERO))
                .say(
                        "{amount} {unit} in {year}, {flat?as in the year before|{growth:+0.0%} on the year}, against {compound:0.0%} a year compound since {first}."
                                + "|The quota of {year} or its growth is not known: a figure is missing.");
    }
}
