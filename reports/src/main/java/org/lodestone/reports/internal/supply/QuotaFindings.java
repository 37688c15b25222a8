package org.lodestone.reports.internal.supply;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Words;

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
            Key said = model.calculation(
                    growth.sub("in one sentence"), found(quotas, last, growth).formula());
            part.finding(Finding.of(
                            "quota " + quotas.stage().id(),
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

    private static Saying found(Quotas quotas, Period last, Key growth) {
        return say(
                        "{amount} {unit} in {year}, {growth} on the year, against {compound} a year compound since {first}.",
                        with("amount", quotas.total(last).ref().fixed(0))
                                .with("unit", quotas.unit().toString())
                                .with("year", last.toString())
                                .with("growth", signedPercent(growth.ref(), 1))
                                .with(
                                        "compound",
                                        percent(
                                                quotas.compoundGrowth()
                                                        .orElseThrow()
                                                        .ref(),
                                                1))
                                .with(
                                        "first",
                                        quotas.span()
                                                .orElseThrow()
                                                .lowerEndpoint()
                                                .toString()))
                .orIfUnknown(say(
                        "The quota of {year} or its growth is not known: a figure is missing.",
                        with("year", last.toString())));
    }
}
