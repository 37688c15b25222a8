package org.lodestone.reports.supply;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Words;

/** What the section on a measure says in sentences: who leads, how the total grew, how concentrated it is. */
final class SupplySentences {

    private final Dataset dataset;
    private final Model.Builder model;

    /** @param model takes the sentences */
    SupplySentences(Dataset dataset, Model.Builder model) {
        this.dataset = dataset;
        this.model = model;
    }

    Block findings(Supply supply) {
        Period year = supply.latest();
        Term term = Term.of(supply.measure()).sub("finding");
        List<Block.Sentence> sentences = new ArrayList<>();
        String known = supply.allKnown(year) ? "the sum of rows" : "the sum of known rows";
        Formula leader = supply.rankedName(1, year).ref();
        sentences.add(say(
                term.sub("leader"),
                supply,
                sentence(
                        leader,
                        text(" has "),
                        percent(supply.rankedShare(1, year).ref(), 2),
                        text(" of " + Words.inSentence(supply.measure().name()) + " in " + year + ": "),
                        supply.rankedAmount(1, year).ref().fixed(SupplySection.digits(supply)),
                        text(" of "),
                        supply.total(year).ref().fixed(SupplySection.digits(supply)),
                        text(" " + supply.measure().unit() + ", " + known
                                + SupplySection.ofEdition(dataset, " of ", supply) + "."))));
        supply.growth(year)
                .ifPresent(growth -> sentences.add(say(
                        term.sub("growth"),
                        supply,
                        sentence(
                                text("The sum of rows changed by "),
                                signedPercent(growth.ref(), 2),
                                text(" on the year before"),
                                supply.growthOfPrinted(year)
                                        .map(printed -> sentence(
                                                text("; the printed, rounded totals give "),
                                                signedPercent(printed.ref(), 2)))
                                        .orElse(text("")),
                                text(".")))));
        sentences.add(say(
                term.sub("concentration"),
                supply,
                sentence(
                        text("Concentration by country (HHI) is "),
                        supply.hhi(year).ref().fixed(1),
                        supply.hhiWithOthersAsOne(year)
                                .filter(upper -> supply.value(supply.amount(Place.OTHER, year))
                                                .number()
                                                .orElse(0)
                                        > 0)
                                .map(upper -> sentence(text(" to "), upper.ref().fixed(1)))
                                .orElse(text("")),
                        SupplyByYear.shared(supply, supply::cr3)
                                .apply(year)
                                .map(cr3 -> sentence(text("; the three largest have "), percent(cr3.ref(), 2)))
                                .orElse(text("")),
                        text("; without the largest, "),
                        percent(supply.withoutLargest(year).ref(), 1),
                        text(" would be left."))));
        return new Block.Prose("", ImmutableList.copyOf(sentences));
    }

    Block.Sentence say(Term term, Supply supply, Formula sentence) {
        Key key = term.key().in(Case.of(supply.edition()));
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }
}
