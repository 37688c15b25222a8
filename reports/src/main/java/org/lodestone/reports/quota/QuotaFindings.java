package org.lodestone.reports.quota;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Words;

/** The finding on a stage's quota: its growth in the last known year, against its averages. */
final class QuotaFindings {

    private static final int WEIGHT = 80;

    private QuotaFindings() {}

    static void add(Quotas quotas, Part.Builder part, Model.Builder model) {
        if (quotas.span().isEmpty()
                || quotas.compoundGrowth().isEmpty()
                || quotas.meanGrowth().isEmpty()) {
            return;
        }
        Period last = quotas.span().get().upperEndpoint();
        quotas.growth(last).ifPresent(growth -> {
            Key said = model.calculation(growth.sub("in one sentence"), inOneSentence(quotas, last, growth));
            part.finding(Finding.of(Finding.WHAT_FIGURES_SAY, new Block.Sentence.Live(said))
                    .withNumbers(
                            growth,
                            quotas.compoundGrowth().get(),
                            quotas.meanGrowth().get())
                    .withWeight(WEIGHT)
                    .withReadOn("Quotas"));
        });
    }

    private static Formula inOneSentence(Quotas quotas, Period last, Key growth) {
        Period first = quotas.span().orElseThrow().lowerEndpoint();
        return sentence(
                text("Quota of " + Words.inSentence(quotas.stage().name()) + " " + last + ": "),
                quotas.total(last).ref().fixed(0),
                text(" " + quotas.unit() + ", "),
                signedPercent(growth.ref(), 2),
                text(" on the year, against "),
                percent(quotas.compoundGrowth().orElseThrow().ref(), 2),
                text(" a year compound and "),
                percent(quotas.meanGrowth().orElseThrow().ref(), 2),
                text(" on average since " + first + "."));
    }
}
