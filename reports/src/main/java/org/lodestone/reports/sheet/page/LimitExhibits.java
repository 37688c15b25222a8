package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.OreFlow;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;

/** The exhibits on what each limit of a stage allows: quota and feed of the place that takes the remainder, ore and plants of each pool. */
final class LimitExhibits {

    private final SupplyForecast supply;
    private final OreFlow feed;
    private final Term term;
    private final Model.Builder model;
    private final PageSentences said;

    private LimitExhibits(SupplyForecast supply, OreFlow feed, Term term, Model.Builder model, PageSentences said) {
        this.supply = supply;
        this.feed = feed;
        this.term = term;
        this.model = model;
        this.said = said;
    }

    /** Empty where no earlier stage feeds the measure. */
    static Optional<LimitExhibits> of(
            Analyses analyses, String measure, Term term, Model.Builder model, PageSentences said) {
        return analyses.forecast()
                .flatMap(study -> study.chosen().supply(measure))
                .flatMap(supply -> supply.feed().map(feed -> new LimitExhibits(supply, feed, term, model, said)));
    }

    /** A limit, by name, and what it allows in a year. */
    private record Allowed(String group, String name, Function<Period, Key> amount) {}

    private List<Allowed> limits() {
        List<Allowed> all = new ArrayList<>();
        for (Limit limit : supply.limits(feed.remainder())) {
            all.add(new Allowed(
                    feed.remainder().name(),
                    Words.capitalised(limit.kind().toString()) + " of " + feed.remainder(),
                    year -> supply.limit(limit, year)));
        }
        for (String pool : feed.pools()) {
            all.add(new Allowed(pool, "Ore of " + pool, year -> feed.allowed(pool, year)));
            all.add(new Allowed(pool, "Plants on ore of " + pool, year -> feed.wanted(pool, year)));
        }
        return all;
    }

    private String unit() {
        return supply.measure().unit().toString();
    }

    private Shown shown() {
        return Shown.of(supply.measure().unit());
    }

    /** The amount that each limit allows in the last year. */
    Exhibit chart() {
        Period end = supply.horizon();
        List<Key> names = new ArrayList<>();
        List<Key> amounts = new ArrayList<>();
        for (Allowed one : limits()) {
            names.add(model.label(term.sub("limit").of(Subject.of(one.name())), one.name()));
            amounts.add(one.amount().apply(end));
        }
        Exhibit exhibit = Exhibit.of(
                said.live("limits", finding(end)),
                "What each limit allows in " + end + ", " + unit() + "; plants weighted by probability",
                Chart.bars("What each limit allows", unit())
                        .series("Allowed", span(amounts))
                        .named(span(names))
                        .labelled(shown())
                        .build());
        return byPlant()
                .map(note -> exhibit.withNote(said.live("by plant", note)))
                .orElse(exhibit);
    }

    private Formula finding(Period end) {
        Place place = feed.remainder();
        Formula most = Formula.call(
                Fn.MAX,
                span(supply.limits(place).stream()
                        .map(limit -> supply.limit(limit, end))
                        .toList()));
        int digits = shown().decimals();
        return words().with("place", place.name())
                .with("binds", supply.binds(place, end))
                .with("end", end)
                .with("amount", supply.running(place, end).fixed(digits))
                .with("unit", unit())
                .with("idle", most.minus(supply.running(place, end)).isAbove(ZERO))
                .with("most", most.fixed(digits))
                .say(
                        "{place} is held by its {binds} in {end}: {amount} {unit}[{idle?, where {most} would be allowed without it}]"
                                + "|What holds {place} in {end} is not known: a figure is missing");
    }

    /** The ore outside the place that takes the remainder which finds no plant. */
    Formula leftOver() {
        Period end = supply.horizon();
        return words().with("ore", idle(end).fixed(shown().decimals()))
                .with("some", idle(end).isAbove(ZERO))
                .with("unit", unit())
                .with("holder", feed.remainder().name())
                .with("end", end)
                .say("{some?Outside {holder} ore of {ore} {unit} finds no plant in {end}"
                        + "|Outside {holder} plants take all ore that stays there in {end}}."
                        + "|How much ore finds no plant in {end} is not known: a figure is missing.");
    }

    /** The ore of all pools that no plant takes and that reaches no other place. */
    private Key idle(Period year) {
        return model.calculation(
                term.sub("ore without a plant").key().at(year),
                feed.pools().stream()
                        .<Formula>map(pool -> feed.isOpen(pool)
                                ? feed.left(pool, year).minus(feed.passedOn(pool, year))
                                : feed.left(pool, year))
                        .reduce(Formula::plus)
                        .orElse(ZERO));
    }

    /** The output that plants say they had in the first year, beside the figures by country; empty where no place goes by its plants. */
    private Optional<Formula> byPlant() {
        List<Formula> each = new ArrayList<>();
        for (Place place : supply.places()) {
            boolean byPlants = supply.limits(place).stream().anyMatch(limit -> limit.path() == Limit.Path.PLANTS);
            if (byPlants) {
                each.add(words().with("place", place.name())
                        .with("made", supply.amount(place, supply.start()).fixed(shown().decimals()))
                        .with(
                                "figure",
                                supply.observed().amount(place, supply.start()).fixed(shown().decimals()))
                        .clause("{place} [{made}|an unknown amount] against [{figure}|an unknown amount]"));
            }
        }
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with("each", Wording.listed(ImmutableList.copyOf(each)))
                        .with("year", supply.start())
                        .clause(
                                "Forecasts go by plant. What plants say they made in {year}, against the figures by country:"
                                        + " {each}."));
    }
}
