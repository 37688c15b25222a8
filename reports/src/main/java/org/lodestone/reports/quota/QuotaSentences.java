package org.lodestone.reports.quota;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Words;

/** What the section on quotas says in sentences: totals and their growth, ores, holders, and years that are not known. */
final class QuotaSentences {

    private static final int HOLDERS_IN_SENTENCE = 3;

    private final ImmutableList<Quotas> stages;
    private final HolderNames names;
    private final Model.Builder model;

    /** @param model takes the sentences */
    QuotaSentences(ImmutableList<Quotas> stages, HolderNames names, Model.Builder model) {
        this.stages = stages;
        this.names = names;
        this.model = model;
    }

    Block block() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        for (Quotas quotas : stages) {
            quotas.known().ifPresent(known -> {
                Period last = known.upperEndpoint();
                sentences.add(say(quotas, "total", total(quotas, last)));
                byOre(quotas, last).ifPresent(ores -> sentences.add(say(quotas, "ores", ores)));
                quotas.holdings()
                        .filter(holdings -> holdings.years().contains(last))
                        .ifPresent(holdings -> sentences.add(say(quotas, "holders", holders(quotas, holdings, last))));
            });
            Period latest = quotas.years().get(quotas.years().size() - 1);
            if (quotas.known().map(known -> !known.contains(latest)).orElse(true)) {
                sentences.add(say(quotas, "latest", notKnown(quotas, latest)));
            }
        }
        return new Block.Prose("", sentences.build());
    }

    private Block.Sentence say(Quotas quotas, String part, Formula sentence) {
        Key key = Quotas.term(quotas.stage()).sub("finding").sub(part).key();
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }

    private static Formula total(Quotas quotas, Period last) {
        List<Formula> parts = new ArrayList<>(List.of(
                text(quotas.stage().name() + ": the quota of " + last + " is "), amount(quotas, quotas.total(last))));
        boolean grew = QuotaCharts.hasGrowth(quotas, last);
        if (grew) {
            parts.add(text(", "));
            parts.add(signedPercent(quotas.growth(last).orElseThrow().ref(), 2));
            parts.add(text(" on the year before"));
        }
        quotas.span().ifPresent(span -> {
            parts.add(text(". "));
            parts.add(
                    grew
                            ? sentence(
                                    text("That is "),
                                    quotas.againstCompound().orElseThrow().ref(),
                                    text(" compound"))
                            : text("Compound"));
            parts.add(text(" growth since " + span.lowerEndpoint() + (grew ? ", which is " : " is ")));
            parts.add(percent(quotas.compoundGrowth().orElseThrow().ref(), 2));
            parts.add(text(" a year over "));
            parts.add(quotas.numberOfYears().orElseThrow().ref().fixed(0));
            parts.add(text(" years"));
            quotas.meanGrowth()
                    .filter(mean -> QuotaCharts.isNumber(quotas, mean))
                    .ifPresent(mean -> {
                        parts.add(text(", and "));
                        parts.add(quotas.againstMean().orElseThrow().ref());
                        parts.add(text(" the mean of yearly rates, "));
                        parts.add(percent(mean.ref(), 2));
                    });
        });
        parts.add(text("."));
        return sentence(parts.toArray(Formula[]::new));
    }

    /** A year without a known total says why; once a reader types one in, it says that. */
    private static Formula notKnown(Quotas quotas, Period year) {
        Formula total = quotas.total(year).ref();
        return sentence(
                text(quotas.stage().name() + ", quota of " + year + ": "),
                total.isKnown().then(total.fixed(QuotaExhibits.digits(quotas)), total),
                text("."));
    }

    private static Formula amount(Quotas quotas, Key key) {
        return sentence(key.ref().fixed(QuotaExhibits.digits(quotas)), text(" " + quotas.unit()));
    }

    private Optional<Formula> byOre(Quotas quotas, Period year) {
        List<Formula> parts = new ArrayList<>();
        for (Ore ore : quotas.ores()) {
            quotas.ore(ore, year).ifPresent(key -> {
                parts.add(text(
                        parts.isEmpty()
                                ? "Of the " + year + " quota of "
                                        + Words.inSentence(quotas.stage().name()) + ", "
                                : ", "));
                parts.add(amount(quotas, key));
                parts.add(text(" ("));
                parts.add(percent(quotas.oreShare(ore, year).orElseThrow().ref(), 2));
                parts.add(text(") is " + ore + " ore"));
            });
        }
        parts.add(text("."));
        return parts.size() == 1 ? Optional.empty() : Optional.of(sentence(parts.toArray(Formula[]::new)));
    }

    private Formula holders(Quotas quotas, Holdings holdings, Period year) {
        List<Formula> parts = new ArrayList<>(List.of(text("Of the " + year + " quota of "
                + Words.inSentence(quotas.stage().name()) + ", ")));
        List<Holder> named = holdings.holders().stream()
                .filter(holder -> QuotaCharts.isNumber(quotas, holdings.share(holder, year)))
                .limit(HOLDERS_IN_SENTENCE)
                .toList();
        for (Holder holder : named) {
            parts.add(text(names.of(holder) + " has "));
            parts.add(percent(holdings.share(holder, year).ref(), 2));
            parts.add(text(", "));
        }
        if (QuotaCharts.isNumber(quotas, holdings.largestTwo(year))) {
            parts.add(text("the two largest together "));
            parts.add(percent(holdings.largestTwo(year).ref(), 2));
            parts.add(text(", "));
        }
        parts.add(text("all known holders "));
        parts.add(percent(holdings.knownShare(year).ref(), 2));
        parts.add(text("."));
        return sentence(parts.toArray(Formula[]::new));
    }
}
