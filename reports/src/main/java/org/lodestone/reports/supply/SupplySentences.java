package org.lodestone.reports.supply;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Saying;
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
        List<Block.Sentence> sentences = new ArrayList<>();
        Term finding = finding(supply);
        sentences.add(live(finding.sub("leader"), supply, leader(supply).formula()));
        supply.growth(supply.latest())
                .map(growth -> growth(supply, growth).formula())
                .ifPresent(growth -> sentences.add(live(finding.sub("growth"), supply, growth)));
        sentences.add(
                live(finding.sub("concentration"), supply, concentration(supply).formula()));
        return new Block.Prose("", ImmutableList.copyOf(sentences));
    }

    private Saying leader(Supply supply) {
        Period year = supply.latest();
        int digits = SupplySection.digits(supply);
        return say(
                "{leader} has {share} of {measure} in {year}: {amount} of {total} {unit}, {known}{edition}.",
                with("leader", supply.rankedName(1, year))
                        .with("share", percent(supply.rankedShare(1, year).ref(), 2))
                        .with("measure", Words.inSentence(supply.measure().name()))
                        .with("year", year.toString())
                        .with("amount", supply.rankedAmount(1, year).ref().fixed(digits))
                        .with("total", supply.total(year).ref().fixed(digits))
                        .with("unit", supply.measure().unit().toString())
                        .with("known", supply.allKnown(year) ? "the sum of rows" : "the sum of known rows")
                        .with("edition", SupplySection.ofEdition(dataset, " of ", supply)));
    }

    private static Saying growth(Supply supply, Key growth) {
        return say(
                "The sum of rows changed by {growth} on the year before{printed}.",
                with("growth", signedPercent(growth.ref(), 2))
                        .with(
                                "printed",
                                supply.growthOfPrinted(supply.latest())
                                        .map(printed -> say(
                                                "; the printed, rounded totals give {growth}",
                                                with("growth", signedPercent(printed.ref(), 2))))));
    }

    private static Saying concentration(Supply supply) {
        Period year = supply.latest();
        return say(
                "Concentration by country (HHI) is {hhi}{upper}{three}; without the largest, {left} would be left.",
                with("hhi", supply.hhi(year).ref().fixed(1))
                        .with("upper", upperBound(supply, year))
                        .with("three", threeLargest(supply, year))
                        .with("left", percent(supply.withoutLargest(year).ref(), 1)));
    }

    /** Empty where no amount stands under other countries. */
    private static Optional<Saying> upperBound(Supply supply, Period year) {
        return supply.hhiWithOthersAsOne(year)
                .filter(upper ->
                        supply.value(supply.amount(Place.OTHER, year)).number().orElse(0) > 0)
                .map(upper -> say(" to {upper}", with("upper", upper.ref().fixed(1))));
    }

    /** Empty where fewer than three countries have a share. */
    private static Optional<Saying> threeLargest(Supply supply, Period year) {
        return SupplyByYear.shared(supply, supply::cr3)
                .apply(year)
                .map(cr3 -> say("; the three largest have {share}", with("share", percent(cr3.ref(), 2))));
    }

    /** What is said instead where no shares follow from the rows. */
    Block unshared(Supply supply) {
        return new Block.Prose("", ImmutableList.of(live(finding(supply), supply, Unshared.finding(dataset, supply))));
    }

    private static Term finding(Supply supply) {
        return Term.of(supply.measure()).sub("finding");
    }

    private Block.Sentence live(Term term, Supply supply, Formula sentence) {
        return new Block.Sentence.Live(model.calculation(term.key().in(Case.of(supply.edition())), sentence));
    }
}
