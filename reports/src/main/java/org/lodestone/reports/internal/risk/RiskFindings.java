package org.lodestone.reports.internal.risk;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.words.Pace;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.scenario.Scenarios;

/** The findings of the forecast on each conclusion, and whether its simulation belongs to the inputs as they stand. */
final class RiskFindings {

    private static final int CHECK_WEIGHT = 60;
    private static final double MEDIAN = 0.5;
    private static final Term TERM = Term.of("risks").sub("finding");

    private final RiskAnalysis risk;
    private final Outcome chosen;
    private final Model.Builder model;

    private RiskFindings(RiskAnalysis risk, Model.Builder model) {
        this.risk = risk;
        this.chosen = risk.study().chosen();
        this.model = model;
    }

    static void add(RiskAnalysis risk, Part.Builder part, Model.Builder model) {
        RiskFindings findings = new RiskFindings(risk, model);
        risk.conclusions().forEach(conclusion -> part.finding(findings.finding(conclusion)));
        part.check(Check.that(
                        model,
                        "What was simulated or solved for belongs to the inputs as they stand",
                        RunSection.INPUTS_AS_RUN.ref().isEqualTo(ONE))
                .waiting()
                .withWeight(CHECK_WEIGHT));
    }

    private Finding finding(Conclusion conclusion) {
        Finding finding = Finding.of(
                        conclusion.id(), conclusion.statement(), live("found", conclusion, found(conclusion)))
                .withVerdict(live("verdict", conclusion, verdict(conclusion)))
                .withNumbers(chosen.decisive(conclusion), risk.holds(conclusion).chosen())
                .withWeight(weight(conclusion))
                .withReadOn("Turns");
        return chosen.balance(conclusion.measure())
                .filter(balance -> conclusion.kind() == Conclusion.Kind.BALANCE_BELOW)
                .map(balance -> finding.withHeadline(live("headline", conclusion, headline(balance))))
                .orElse(finding);
    }

    private static int weight(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> 85;
            case BALANCE_BELOW -> 75;
            case SHARE_AT_LEAST -> 40;
        };
    }

    private Block.Sentence live(String what, Conclusion conclusion, Formula formula) {
        return Block.Sentence.live(model.calculation(TERM.sub(what).of(Subject.of(conclusion.id())), formula));
    }

    private Key decisive(Conclusion conclusion) {
        return chosen.decisive(conclusion);
    }

    private Formula found(Conclusion conclusion) {
        if (!chosen.bases(conclusion).isEmpty()) {
            return againstBases(conclusion).formula();
        }
        Formula threshold = Turning.shown(conclusion, chosen.threshold(conclusion));
        Saying found =
                switch (conclusion.kind()) {
                    case GROWTH_BELOW ->
                        say(
                                        "{growth} a year to {end} in {scenario}, against {threshold}.",
                                        with(
                                                        "growth",
                                                        Turning.shown(
                                                                conclusion,
                                                                decisive(conclusion)
                                                                        .ref()))
                                                .with("end", end(conclusion))
                                                .with("scenario", Scenarios.IN_FORCE)
                                                .with("threshold", threshold))
                                .orIfUnknown(growthNotKnown(conclusion));
                    case BALANCE_BELOW ->
                        balance(chosen.balance(conclusion.measure()).orElseThrow());
                    case SHARE_AT_LEAST ->
                        say(
                                        "{place} has {share} of {measure} in {end} in {scenario}; the mark is {threshold}.",
                                        with("place", place(conclusion))
                                                .with(
                                                        "share",
                                                        Turning.shown(
                                                                conclusion,
                                                                decisive(conclusion)
                                                                        .ref()))
                                                .with("measure", measure(conclusion))
                                                .with("end", end(conclusion))
                                                .with("scenario", Scenarios.IN_FORCE)
                                                .with("threshold", threshold))
                                .orIfUnknown(say(
                                        "The share of {place} in {measure} in {end} is not known in {scenario}: a figure is missing.",
                                        with("place", place(conclusion))
                                                .with("measure", measure(conclusion))
                                                .with("end", end(conclusion))
                                                .with("scenario", Scenarios.IN_FORCE)));
                };
        return found.formula();
    }

    /** {@code 3.13% a year to 2030 in Base, against 4.75% in 2024 (MCS 2025, the note's) and 1.38% in 2025 (MCS 2026).} */
    private Saying againstBases(Conclusion conclusion) {
        return say(
                        "{growth} a year to {end} in {scenario}, against {bases}.",
                        with("growth", percent(decisive(conclusion).ref(), 2))
                                .with("end", end(conclusion))
                                .with("scenario", Scenarios.IN_FORCE)
                                .with("bases", Turning.bases(chosen, conclusion)))
                .orIfUnknown(growthNotKnown(conclusion));
    }

    private Saying growthNotKnown(Conclusion conclusion) {
        return say(
                "Growth of {measure} to {end} is not known in {scenario}: a figure is missing.",
                with("measure", measure(conclusion))
                        .with("end", end(conclusion))
                        .with("scenario", Scenarios.IN_FORCE));
    }

    private String end(Conclusion conclusion) {
        return chosen.supply(conclusion.measure())
                .map(supply -> supply.horizon().toString())
                .orElse("");
    }

    private static String place(Conclusion conclusion) {
        return conclusion.place().map(Place::name).orElse("");
    }

    private String measure(Conclusion conclusion) {
        return chosen.supply(conclusion.measure())
                .map(supply -> Words.inSentence(supply.measure().name()))
                .orElse("");
    }

    private Saying balance(Balance balance) {
        Period end = balance.horizon();
        Key median = median(balance);
        Saying scrap = say(
                        ", with {scrap} of demand from scrap and stocks",
                        with("scrap", percent(balance.secondaryShare(end).ref(), 1)))
                .orNothing();
        return say(
                        "{scenario} {is} {state} in {end}, {share} of demand{scrap}.{median}",
                        with("scenario", Scenarios.IN_FORCE)
                                .with(
                                        "is",
                                        balance.after(end)
                                                .ref()
                                                .rounded(1)
                                                .isAbove(ZERO)
                                                .then(text("has"), text("is")))
                                .with("state", state(balance, balance.after(end).ref(), 1))
                                .with("end", end.toString())
                                .with(
                                        "share",
                                        percent(balance.afterShare(end).ref().magnitude(), 1))
                                .with("scrap", scrap)
                                .with("median", median))
                .orIfUnknown(say(
                        "The balance of {end} is not known in {scenario}: a figure is missing.{median}",
                        with("end", end.toString())
                                .with("scenario", Scenarios.IN_FORCE)
                                .with("median", median)));
    }

    /** A sentence of its own, since the rest follows the inputs as they stand. */
    private Key median(Balance balance) {
        Saying drawn = say(
                " Median of {draws} draws: {state}.",
                with("draws", Shown.WHOLE.text(Value.of((double) risk.run().draws())))
                        .with(
                                "state",
                                state(
                                        balance,
                                        risk.percentile(balance, MEDIAN, balance.horizon())
                                                .chosen()
                                                .ref(),
                                        1)));
        return model.calculation(
                TERM.sub("median").of(Subject.of(balance.rule().id())),
                Dated.of(
                        risk.current(balance),
                        drawn.orNothing().clause(),
                        " Median of the draws: out of date, make the pack again."));
    }

    private static Formula headline(Balance balance) {
        Period end = balance.horizon();
        return sentence(state(balance, balance.after(end).ref(), 0), text(" in " + end))
                .orWords(text("the balance of " + end + " is not known"));
    }

    /** {@code 7 kt short}, or {@code 3 kt to spare}: the unit without its basis, which stands beside it. */
    private static Formula state(Balance balance, Formula amount, int digits) {
        String unit = balance.unit().toString().split(" ", 2)[0];
        Formula apart = sentence(
                amount.magnitude().fixed(digits),
                text(" " + unit),
                amount.isAtLeast(ZERO).then(text(" to spare"), text(" short")));
        return amount.rounded(digits).isEqualTo(ZERO).then(text("in balance"), apart);
    }

    private Formula pace(Conclusion conclusion) {
        Formula told = text("◌ Not known");
        for (Pace pace : Pace.values()) {
            told = Formula.call(Fn.SAME_TEXT, chosen.pace(conclusion).ref(), text(pace.toString()))
                    .then(text(pace.symbol() + " " + Words.capitalised(pace.toString())), told);
        }
        return told;
    }

    /** Whether it holds in the scenario chosen, and in which share of draws. */
    private Formula verdict(Conclusion conclusion) {
        if (!chosen.bases(conclusion).isEmpty()) {
            return pace(conclusion);
        }
        Formula known =
                decisive(conclusion).ref().minus(chosen.threshold(conclusion)).isKnown();
        Formula share = percent(risk.holds(conclusion).chosen().ref(), 0);
        Formula holds = chosen.holds(conclusion).ref();
        Key draws = model.calculation(
                TERM.sub("in draws").of(Subject.of(conclusion.id())),
                Dated.of(
                        risk.current(conclusion),
                        sentence(holds.then(text(" in "), text("; it does in ")), share, text(" of draws")),
                        "; share of draws out of date: make the pack again"));
        return known.then(
                sentence(holds.then(text("● Holds"), text("○ Does not hold")), draws.ref()), text("◌ Not known"));
    }
}
