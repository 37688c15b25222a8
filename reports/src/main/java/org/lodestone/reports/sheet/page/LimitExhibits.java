package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.PrintedFigure;
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
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/** The exhibits on what each limit of a stage allows: quota and feed of the place that takes the remainder, ore and plants of each pool. */
record LimitExhibits(
        Analyses analyses, SupplyForecast supply, OreFlow feed, Term term, Model.Builder model, PageSentences said) {

    /** The share of the place that takes the remainder in the first later stage of which one is printed; of the first year. */
    private Optional<PrintedFigure> later() {
        return analyses.chain().flatMap(this::later);
    }

    private Optional<PrintedFigure> later(ChainAnalysis chain) {
        List<String> stages = chain.stages().stream().map(Stage::id).toList();
        int own = stages.indexOf(supply.measure().stage());
        Optional<PrintedFigure> printed = chain.shares().stream()
                .filter(PrintedFigure::used)
                .filter(share -> share.figure().place().equals(feed.remainder())
                        && share.figure().period().equals(supply.start())
                        && stages.indexOf(share.figure().measure().stage()) > own)
                .findFirst();
        printed.ifPresent(share -> model.include(chain.model()));
        return printed;
    }

    /** Empty where no earlier stage feeds the measure. */
    static Optional<LimitExhibits> of(
            Analyses analyses, String measure, Term term, Model.Builder model, PageSentences said) {
        return analyses.forecast()
                .flatMap(study -> study.chosen().supply(measure))
                .flatMap(supply ->
                        supply.feed().map(feed -> new LimitExhibits(analyses, supply, feed, term, model, said)));
    }

    /** The amount that each limit allows in the last year, by its name. */
    private Map<String, Key> limits() {
        Period end = supply.horizon();
        Map<String, Key> all = new LinkedHashMap<>();
        for (Limit limit : supply.limits(feed.remainder())) {
            all.put(Words.capitalised(limit.kind().toString()) + " of " + feed.remainder(), supply.limit(limit, end));
        }
        for (String pool : feed.pools()) {
            if (feed.isOpen(pool)) {
                all.put("Ore of " + pool, together(pool, feed::allowed));
                all.put("Plants on ore of " + pool, together(pool, one -> feed.wanted(one, end)));
            }
        }
        return all;
    }

    /** An amount of a pool and of those that mines of its places have for themselves. */
    private Key together(String pool, Function<String, Key> amount) {
        List<String> pools = feed.pools(pool);
        return pools.size() == 1
                ? amount.apply(pool)
                : model.calculation(
                        amount.apply(pool).sub("with mines that have plants"), Formula.sum(span(pools, amount)));
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
        Map<String, Key> limits = limits();
        List<Key> names = limits.keySet().stream()
                .map(name -> model.label(term.sub("limit").of(Subject.of(name)), name))
                .toList();
        Exhibit exhibit = Exhibit.of(
                said.live("limits", finding(end)),
                "What each limit allows in " + end + ", " + unit() + "; plants weighted by probability",
                Chart.bars("What each limit allows", unit())
                        .series("Allowed", span(ImmutableList.copyOf(limits.values())))
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
                .with("idle", most.minus(supply.running(place, end)).isAbove(ZERO))
                .with("most", most.fixed(digits))
                .say("{place} is held by its {binds} in {end}: {amount}[{idle?, where {most} would be allowed}]"
                        + "|What holds {place} in {end} is not known: a figure is missing");
    }

    // ---------------------------------------------------------------- outside

    /** The ore outside the place that takes the remainder which finds no plant, and what is made there of this stage and a later one. */
    Formula outside() {
        Period end = supply.horizon();
        return words().with("ore", idle(end).fixed(shown().decimals()))
                .with("some", idle(end).isAbove(ZERO))
                .with("unit", unit())
                .with("holder", feed.remainder().name())
                .with("start", supply.start())
                .with("end", end)
                .with("measure", Words.inSentence(supply.measure().name()))
                .with("made", shareOutside(supply.start()))
                .with(
                        "later",
                        later().map(share -> text(Words.inSentence(
                                ChainPage.subject(share.figure().measure())))))
                .with("used", later().map(this::shareOutside))
                .say("{some?Outside {holder} ore of {ore} {unit} finds no plant in {end}"
                        + "|Outside {holder} plants take all ore that stays there in {end}}."
                        + "[ In {start} {made:0.0%} of {measure} came from there"
                        + "[, and {used:0.0%} of {later}, as printed|; how much of {later} did is not known].]"
                        + "|How much ore finds no plant in {end} is not known: a figure is missing.");
    }

    /** Rows of what is made outside the place that takes the remainder, and where it goes, as far as that is known. */
    void outside(Table.YearBuilder table) {
        table.group("Outside " + feed.remainder())
                .optional("Ore mined", unit(), shown(), ofForecast("ore", feed::outside))
                .optional("Ore that plants there take", unit(), shown(), ofForecast("ore taken", feed::takenOutside))
                .optional(
                        "Ore that goes to " + feed.remainder(),
                        unit(),
                        shown(),
                        ofForecast("ore to the remainder", feed::reachingFromOutside))
                .optional("Ore without a plant", unit(), shown(), ofForecast(this::idle))
                .optional(
                        "Share of " + Words.inSentence(supply.measure().name()),
                        "%",
                        Shown.PERCENT,
                        ofForecast(this::shareOutside));
        later().ifPresent(share -> table.optional(
                share.figure().measure().name(),
                "%",
                Shown.PERCENT,
                year -> Optional.of(year).filter(supply.start()::equals).map(start -> shareOutside(share))));
    }

    private Function<Period, Optional<Key>> ofForecast(Function<Period, Key> amount) {
        return year -> Optional.of(year).filter(supply.years()::contains).map(amount);
    }

    private Function<Period, Optional<Key>> ofForecast(String part, Function<Period, Formula> amount) {
        return ofForecast(
                year -> model.calculation(term.sub(part).sub("outside").key().at(year), amount.apply(year)));
    }

    /** The ore of all places but the remainder that no plant takes and that reaches no other place; of the first year records may have less than plants took. */
    private Key idle(Period year) {
        return model.calculation(
                term.sub("ore without a plant").key().at(year),
                max(ZERO, feed.outside(year).minus(feed.takenOutside(year)).minus(feed.reachingFromOutside(year))));
    }

    private Key shareOutside(Period year) {
        return model.calculation(
                term.sub("share").sub("outside").key().at(year), ONE.minus(supply.share(feed.remainder(), year)));
    }

    private Key shareOutside(PrintedFigure share) {
        return model.calculation(
                share.key().sub("outside"), ONE.minus(share.key().over(HUNDRED)));
    }

    // ---------------------------------------------------------------- by plant

    /** The output that plants say they had in the first year, beside the figures by country; empty where no place goes by its plants. */
    private Optional<Formula> byPlant() {
        List<Formula> each = new ArrayList<>();
        for (Place place : supply.places()) {
            if (supply.isOfPlants(place)) {
                each.add(words().with("place", place.name())
                        .with("made", supply.amount(place, supply.start()).fixed(shown().decimals()))
                        .with(
                                "figure",
                                supply.observed().amount(place, supply.start()).fixed(shown().decimals()))
                        .clause("{place} [{made}|not known] ([{figure}|not known])"));
            }
        }
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with("each", Wording.listed(ImmutableList.copyOf(each)))
                        .with("year", supply.start())
                        .clause("Made by plants in {year} (figures by country): {each}."));
    }
}
