package org.lodestone.reports.internal.forecast;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
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
import org.lodestone.reports.internal.growth.PastGrowth;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The section on supply to come: by place and project in the chosen scenario, with outlooks beside it. */
public final class ForecastSection {

    /** The name of its section. */
    static final String NAME = "Supply";

    private static final Term FINDING = Term.of("supply forecast").sub("finding");

    private final Supplies supplies;
    private final Dataset dataset;
    private final ForecastStudy study;
    private final Model.Builder model;

    private ForecastSection(Supplies supplies, ForecastStudy study) {
        this.supplies = supplies;
        this.dataset = supplies.dataset();
        this.study = study;
        this.model = Model.builder().include(study.model());
    }

    /** The section on supply to come, with the model it stands on. */
    public static Part of(Supplies supplies, ForecastStudy study) {
        return new ForecastSection(supplies, study).part();
    }

    private Part part() {
        Outcome chosen = study.chosen();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", findings()));
        for (SupplyForecast supply : chosen.supplies()) {
            Optional<OutlookComparison> beside = beside(supply);
            blocks.addAll(new SupplyTables(supply, beside).blocks());
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
        Period start = supply.start();
        Period end = supply.horizon();
        return sentence(
                text("In the scenario "),
                Scenarios.IN_FORCE.ref(),
                text(", " + Words.inSentence(supply.measure().name()) + " goes from "),
                fixed(supply, supply.total(start)),
                text(" in " + start + " to "),
                fixed(supply, supply.total(end)),
                text(" " + supply.measure().unit() + " in " + end + ", "),
                percent(supply.averageGrowth().ref(), 2),
                text(" a year."));
    }

    private static Formula fixed(SupplyForecast supply, Key key) {
        return key.ref().fixed(Outcome.shown(supply).decimals());
    }

    /** Against past growth, in the edition used and chained within editions. */
    private Optional<Formula> past(SupplyForecast supply) {
        return PastGrowth.of(supplies, supply.measure().id()).map(past -> {
            model.include(past.model());
            String edition = dataset.editionName(past.latest().edition());
            Formula then = past.inLatest().ref();
            Formula now = supply.averageGrowth().ref();
            List<Formula> parts = new ArrayList<>(List.of(
                    GrowthWords.beside(then, now, GrowthWords.Words.FIRST),
                    text(" of " + past.yearOfLatest() + " in " + edition)));
            if (past.isChained()) {
                Formula chained = past.chained().ref();
                parts.add(GrowthWords.beside(chained, now, GrowthWords.Words.THEN));
                parts.add(text(" a year from " + past.first() + " to " + past.last() + ", chained within editions"));
            }
            parts.add(text("."));
            return sentence(parts.toArray(Formula[]::new));
        });
    }

    private Formula share(SupplyForecast supply) {
        Place first = supply.places().get(0);
        Period start = supply.start();
        Period end = supply.horizon();
        List<Formula> parts = new ArrayList<>(List.of(
                text("The share of " + first + " goes from "),
                percent(supply.share(first, start).ref(), 1),
                text(" in " + start + " to "),
                percent(supply.share(first, end).ref(), 1),
                text(" in " + end)));
        beside(supply)
                .ifPresent(beside -> beside.share(first, end).ifPresent(theirs -> {
                    Supply other = beside.other();
                    parts.add(text("; the " + beside.title() + ", has it go from "));
                    parts.add(percent(other.share(first, other.latest()).ref(), 1));
                    parts.add(text(" in " + other.latest() + " to "));
                    parts.add(percent(theirs.ref(), 1));
                    parts.add(text(
                            beside.isSameMeasure()
                                    ? ""
                                    : ", counted in " + other.measure().unit().basis()));
                }));
        parts.add(text("."));
        return sentence(parts.toArray(Formula[]::new));
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
                .row("Ours: total", unit.toString(), Outcome.shown(supply), ours(supply, supply::total))
                .row(theirs + "total", otherUnit.toString(), Shown.of(otherUnit), beside::total)
                .row(
                        "Ours: average growth from " + supply.start(),
                        "%",
                        Shown.PERCENT_2,
                        atEnd(supply, Optional.of(supply.averageGrowth())))
                .row(
                        theirs + "average growth from " + other.latest(),
                        "%",
                        Shown.PERCENT_2,
                        atEnd(supply, beside.growth()));
        for (Place place : supply.places()) {
            if (other.places().contains(place)) {
                table.row(
                        "Ours: " + place + ", share",
                        "%",
                        Shown.PERCENT,
                        ours(supply, year -> supply.share(place, year)));
                table.row(theirs + place + ", share", "%", Shown.PERCENT, year -> beside.share(place, year));
            }
        }
        if (!beside.isSameMeasure()) {
            table.note("Ours is in " + unit + " and theirs in " + otherUnit
                    + ": amounts do not compare, only growth and shares do, and these with care.");
        }
        return table.build();
    }

    private static Function<Period, Optional<Key>> atEnd(SupplyForecast supply, Optional<Key> key) {
        return year -> year.equals(supply.horizon()) ? key : Optional.empty();
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
        List<Key> ours =
                supply.places().stream().map(place -> supply.amount(place, end)).toList();
        return theirs.size() < ours.size()
                ? Optional.empty()
                : Optional.of(Chart.columns(
                                supply.measure().name() + " in " + end + ", beside the " + beside.name(),
                                supply.measure().unit().toString())
                        .series("Ours", span(ours))
                        .series(beside.name(), span(theirs))
                        .build());
    }
}
