package org.lodestone.reports.sheet.forecast;

import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The section on supply to come: by place and project in the chosen scenario, with outlooks beside it. */
public record ForecastSection(Supplies supplies, ForecastStudy study, Model.Builder model) {

    /** The name of its section. */
    static final String NAME = "Supply";

    private static final Term FINDING = Term.of("supply forecast").sub("finding");

    /** The section on supply to come, with the model it stands on. */
    public static Part of(Supplies supplies, ForecastStudy study) {
        return new ForecastSection(supplies, study, Model.builder().include(study.model())).part();
    }

    private Part part() {
        Outcome chosen = study.chosen();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", findings()));
        for (SupplyForecast supply : chosen.supplies()) {
            Optional<OutlookComparison> beside = beside(supply);
            blocks.addAll(new SupplyTables(supply, beside).tables());
            beside.flatMap(ForecastSection::atHorizon).map(Block::charts).ifPresent(blocks::add);
            beside.map(ForecastSection::outlook).ifPresent(blocks::add);
        }
        Period horizon = chosen.supplies().get(0).horizon();
        return Part.of(
                Section.of(
                        NAME,
                        "Supply to " + horizon + ", by place and project",
                        "The chosen scenario. Each measure on its own basis; they are never added",
                        blocks),
                model.build());
    }

    // ---------------------------------------------------------------- findings

    private ImmutableList<Block.Sentence> findings() {
        ImmutableList.Builder<Block.Sentence> findings = ImmutableList.builder();
        for (SupplyForecast supply : study.chosen().supplies()) {
            findings.add(say("total " + supply.measure().id(), total(supply)));
            past(supply)
                    .ifPresent(
                            past -> findings.add(say("past " + supply.measure().id(), past)));
            findings.add(say("share " + supply.measure().id(), share(supply)));
        }
        return findings.build();
    }

    private Block.Sentence say(String subject, Formula sentence) {
        return new Block.Sentence.Live(model.calculation(FINDING.of(Subject.of(subject)), sentence));
    }

    private Formula total(SupplyForecast supply) {
        ShownUnit unit = ShownUnit.of(supply.observed());
        return words().with("scenario", Scenarios.IN_FORCE)
                .with("measure", Words.inSentence(supply.measure().name()))
                .with("before", unit.inSentence(supply.total(supply.start())))
                .with("start", supply.start())
                .with("after", unit.inSentence(supply.total(supply.horizon())))
                .with("unit", unit.toString())
                .with("end", supply.horizon())
                .with("growth", supply.averageGrowth())
                .say("In the scenario {scenario}, {measure} goes from {before} in {start} to {after} {unit} in {end},"
                        + " {growth:0.00%} a year.");
    }

    /** Against past growth, in the edition used, in the newest where that is another year, and chained within editions. */
    private Optional<Formula> past(SupplyForecast supply) {
        return supplies.pastGrowth(supply.measure().id()).map(past -> {
            model.include(past.model());
            Formula now = supply.averageGrowth();
            Optional<Supply> newest = past.newest().filter(one -> !past.last().equals(past.yearOfLatest()));
            return words().with("beside", GrowthWords.beside(past.inLatest(), now))
                    .with("year", past.yearOfLatest())
                    .with(
                            "edition",
                            supplies.dataset().editionName(past.latest().edition()))
                    .with("isNewer", newest.isPresent())
                    .with(
                            "andNewest",
                            newest.flatMap(one -> one.growth(past.last()))
                                    .map(then -> GrowthWords.andBeside(then, now)))
                    .with("newest", newest.map(one -> text(supplies.dataset().editionName(one.edition()))))
                    .with("isChained", past.isChained())
                    .with("andBeside", past.isChained(), () -> GrowthWords.andBeside(past.chained(), now))
                    .with("first", past.first())
                    .with("last", past.last())
                    .say("{beside} of {year} in {edition}{isNewer?{andNewest} of {last} in {newest}}"
                            + "{isChained?{andBeside} a year from {first} to {last}, chained within editions}.");
        });
    }

    private Formula share(SupplyForecast supply) {
        Place first = supply.places().get(0);
        Period end = supply.horizon();
        Wording words = words().with("place", first.toString())
                .with("before", supply.share(first, supply.start()))
                .with("start", supply.start())
                .with("after", supply.share(first, end))
                .with("end", end);
        return beside(supply)
                .flatMap(beside -> beside.share(first, end)
                        .map(share -> words.with("other", beside.title())
                                .with(
                                        "otherBefore",
                                        beside.other()
                                                .share(first, beside.other().latest()))
                                .with("otherStart", beside.other().latest())
                                .with("otherAfter", share)
                                .with("sameMeasure", beside.isSameMeasure())
                                .with(
                                        "count",
                                        Words.inSentence(
                                                beside.other().measure().name()))
                                .with("unit", beside.other().measure().unit())
                                .say(
                                        "The share of {place} goes from {before:0.0%} in {start} to {after:0.0%} in {end}; the {other}, has it"
                                                + " go from {otherBefore:0.0%} in {otherStart} to {otherAfter:0.0%}"
                                                + "{sameMeasure?|, by another count: {count} in {unit}}.")))
                .orElseGet(() ->
                        words.say("The share of {place} goes from {before:0.0%} in {start} to {after:0.0%} in {end}."));
    }

    // ---------------------------------------------------------------- outlooks

    private Optional<OutlookComparison> beside(SupplyForecast supply) {
        Optional<OutlookComparison> beside = OutlookComparison.of(supplies, supply);
        beside.map(OutlookComparison::model).ifPresent(model::include);
        return beside;
    }

    /** Ours and an outlook's, row by row: the outlook's own years, ours where there are. */
    private static Table outlook(OutlookComparison beside) {
        SupplyForecast supply = beside.supply();
        Supply other = beside.other();
        List<Period> years = new ArrayList<>(supply.years());
        other.years().stream().filter(year -> !years.contains(year)).forEach(years::add);
        years.sort(null);
        Unit unit = supply.measure().unit();
        Unit otherUnit = other.measure().unit();
        String theirs = beside.name() + ": ";
        var table = Table.overYears(supply.measure().name() + " beside the " + beside.title(), years)
                .id("outlook", supply.measure().name())
                .optional("Ours: total", unit.toString(), Outcome.shown(supply), ours(supply, supply::total))
                .optional(theirs + "total", otherUnit.toString(), Shown.of(otherUnit), beside::total)
                .inYear(
                        supply.horizon(),
                        "Ours: average growth from " + supply.start(),
                        "%",
                        Shown.PERCENT_2,
                        supply.averageGrowth())
                .optional(
                        theirs + "average growth from " + other.latest(),
                        "%",
                        Shown.PERCENT_2,
                        year -> beside.growth().filter(growth -> year.equals(supply.horizon())));
        for (Place place : supply.places()) {
            if (other.places().contains(place)) {
                table.optional(
                        "Ours: " + place + ", share",
                        "%",
                        Shown.PERCENT,
                        ours(supply, year -> supply.share(place, year)));
                table.optional(theirs + place + ", share", "%", Shown.PERCENT, year -> beside.share(place, year));
            }
        }
        if (!beside.isSameMeasure()) {
            table.note("Ours is in " + unit + " and theirs in " + otherUnit
                    + ": amounts do not compare, only growth and shares do, and these with care.");
        }
        return table.build();
    }

    private static Function<Period, Optional<Key>> ours(SupplyForecast supply, Function<Period, Key> key) {
        return year -> supply.years().contains(year) ? Optional.of(key.apply(year)) : Optional.empty();
    }

    /** Ours and an outlook's by place, in the last year; where both count the same and the outlook has every place. */
    private static Optional<Chart> atHorizon(OutlookComparison beside) {
        SupplyForecast supply = beside.supply();
        Period end = supply.horizon();
        List<Key> theirs = supply.places().stream()
                .flatMap(place -> beside.amount(place).stream())
                .toList();
        return theirs.size() < supply.places().size()
                ? Optional.empty()
                : Optional.of(Chart.columns(
                                supply.measure().name() + " in " + end + ", beside the " + beside.name(),
                                supply.measure().unit().toString())
                        .series("Ours", span(supply.places(), place -> supply.amount(place, end)))
                        .series(beside.name(), span(theirs))
                        .build());
    }
}
