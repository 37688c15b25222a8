package org.lodestone.reports.sheet.supply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The results on a dataset's supplies: key figures, a finding on each, what a newer edition changed, and checks. */
public final class SupplyFindings {

    private static final int WEIGHT = 45;

    private final Supplies supplies;
    private final ToldMeasures told;
    private final Dataset dataset;
    private final Model.Builder model = Model.builder();
    private final Part.Builder part = Part.builder(model);

    private SupplyFindings(Analyses analyses) {
        this.supplies = analyses.supplies();
        this.told = new ToldMeasures(analyses);
        this.dataset = supplies.dataset();
    }

    /** A part without sections. */
    public static Part of(Analyses analyses) {
        return new SupplyFindings(analyses).part();
    }

    private Part part() {
        keyFigures();
        supplies.supplies(measures()
                        .filter(measure -> dataset.defaultEdition().isEmpty()
                                || !dataset.figures(measure.id(), dataset.defaultEdition())
                                        .isEmpty()))
                .forEach(this::finding);
        new SupplyChecks(supplies, model, new ArrayList<>()).all().forEach(part::check);
        return part.build();
    }

    /** Reserves, production and capacity. */
    private Stream<Measure> measures() {
        return dataset.measures().values().stream().filter(SupplyFindings::isSupplied);
    }

    static boolean isSupplied(Measure measure) {
        return measure.kind() == Measure.Kind.RESERVES || measure.isOfOutput();
    }

    /** Whether countries can be ranked: more than one has a figure, and one of them more than nothing. */
    private static boolean isRanked(Supply supply) {
        return supply.hasShares(supply.latest()) && supply.producers(supply.latest()) > 0;
    }

    // ---------------------------------------------------------------- key figures

    /** Key figures of the first measure of reserves, of production and of capacity at each stage. */
    private void keyFigures() {
        Map<String, Measure> first = new LinkedHashMap<>();
        measures().forEach(measure -> first.putIfAbsent(measure.kind() + " " + measure.stage(), measure));
        List<Supply> all = supplies.supplies(first.values().stream());
        List<Supply> ranked = all.stream().filter(SupplyFindings::isRanked).toList();
        if (ranked.isEmpty()) {
            all.stream()
                    .filter(supply -> supply.known(supply.latest()).size() == 1)
                    .forEach(this::alone);
        }
        ranked.forEach(this::ranked);
    }

    private void ranked(Supply supply) {
        model.include(supply.model());
        Measure measure = supply.measure();
        Period year = supply.latest();
        String of = supply.edition().isEmpty() ? "" : ", " + dataset.editionName(supply.edition());
        part.keyFigure(new Block.KeyFigure(
                measure.name() + ", " + measure.unit(),
                supply.total(year),
                Shown.WHOLE,
                (supply.allKnown(year) ? "sum of rows " : "sum of known rows ") + year + of));
        part.keyFigure(new Block.KeyFigure(
                "Share of the largest",
                supply.rankedShare(1, year),
                Shown.PERCENT,
                "of " + measured(supply, year) + " " + year));
    }

    /** The amount of a measure for which one country alone has a figure. */
    private void alone(Supply supply) {
        model.include(supply.model());
        Period year = supply.latest();
        Place place = supply.known(year).get(0);
        part.keyFigure(new Block.KeyFigure(
                supply.measure().name() + ", " + supply.measure().unit(),
                supply.amount(place, year),
                Shown.WHOLE,
                place + " " + year + ", the only figure"));
    }

    // ---------------------------------------------------------------- findings

    private void finding(Supply supply) {
        model.include(supply.model());
        Period year = supply.latest();
        boolean shared = supply.hasShares(year);
        Formula said = shared ? inOneSentence(supply, year) : Unshared.finding(dataset, supply);
        Finding finding = Finding.of(
                        FindingIds.supply(supply.measure()),
                        supply.measure().name(),
                        live("in one sentence", supply, said))
                .withWeight(WEIGHT);
        Finding led = page(supply.measure()).map(finding::withReadOn).orElse(finding);
        part.finding(
                shared
                        ? led.withProse(prose(supply, year))
                                .withNumbers(supply.rankedShare(1, year), supply.total(year), supply.hhi(year))
                                .withHeadline(headline(supply, year))
                        : led);
    }

    /** The page of a pack that tells a measure: of several of one stage it tells the first. */
    private Optional<String> page(Measure measure) {
        return Stream.of(
                        leads(told.reserves(), measure).map(first -> "Reserves"),
                        leads(told.atStage(0), measure).map(first -> Words.capitalised(first.stage())),
                        leads(told.atStage(1), measure).map(first -> Words.capitalised(first.stage())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Measure> leads(List<Measure> alike, Measure measure) {
        return alike.stream().findFirst().filter(measure::equals);
    }

    private Block.Sentence live(String what, Supply supply, Formula said) {
        Key key = Term.of(supply.measure()).sub(what).key().in(Case.of(supply.edition()));
        return Block.Sentence.live(model.calculation(key, said));
    }

    private Block.Sentence headline(Supply supply, Period year) {
        return live(
                "headline",
                supply,
                words(supply, year)
                        .say(
                                "{leader} has {share:0%} of {measure} in {year}|Who has most of {measure} in {year} is not known"));
    }

    private static Wording words(Supply supply, Period year) {
        return Wording.words()
                .with("leader", supply.rankedName(1, year))
                .with("share", supply.rankedShare(1, year))
                .with("measure", measured(supply, year))
                .with("year", year);
    }

    /** {@code mine production}, or {@code known mine production} where that of a country is not published. */
    private static String measured(Supply supply, Period year) {
        return WhatIsKnown.before(supply, year)
                + Words.inSentence(supply.measure().name());
    }

    /** How long reserves last; empty of anything else. */
    private Optional<ReserveLife> life(Supply supply) {
        if (supply.measure().kind() != Measure.Kind.RESERVES) {
            return Optional.empty();
        }
        Optional<ReserveLife> life = ReserveLife.of(supplies, supply);
        life.ifPresent(known -> model.include(known.model()));
        return life;
    }

    /** The finding with its subject, in sentences that stand by themselves. */
    private Block.Sentence prose(Supply supply, Period year) {
        return live(
                "in prose",
                supply,
                amounts(supply, year)
                        .with("Measure", Words.byItself(supply.measure().name()))
                        .with("moved", supply.growth(year).map(GrowthWords::onTheYear))
                        .say("[{Measure} came to {total} {unit}[{second}]{known?| in known rows} in {year}"
                                + "[, {moved}|, growth on the year not known]."
                                + "|{Measure}: the total of {year} is not known, since a figure is missing.]"
                                + "[ {leader} has {share:0.0%} of it; without {leader} {left:0.0%} would be left."
                                + "| Who has most of it is not known.][ {doubt}]"));
    }

    private Wording amounts(Supply supply, Period year) {
        Key total = supply.total(year);
        ShownUnit unit = ShownUnit.of(supply);
        return words(supply, year)
                .with("total", unit.inSentence(total))
                .with("unit", unit.toString())
                .with(
                        "second",
                        SecondUnit.of(dataset, supply.measure())
                                .map(second -> second.in(model).inBrackets(total, unit)))
                .with("known", supply.allKnown(year))
                .with("left", supply.withoutLargest(year))
                .with("doubt", life(supply).flatMap(ReserveLife::doubt));
    }

    private Formula inOneSentence(Supply supply, Period year) {
        return amounts(supply, year)
                .with("growth", supply.growth(year))
                .with("hhi", supply.hhi(year))
                .say("[{total} {unit}[{second}]{known?| in known rows} in {year}"
                        + "[, {growth:+0.0%} on the year|, growth on the year not known]."
                        + "|The total of {year} is not known: a figure is missing.]"
                        + "[ {leader} has {share:0.0%}; without it {left:0.0%} would be left. HHI{known?| of known rows} {hhi:0}."
                        + "| Who has most of it is not known.][ {doubt}]");
    }
}
