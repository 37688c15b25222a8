package org.lodestone.reports.sheet.risk;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.words.DrawWords;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.internal.words.MarketTurn;
import org.lodestone.reports.internal.words.Pace;
import org.lodestone.reports.internal.words.PlaceNames;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.forecast.Replaceable;
import org.lodestone.reports.sheet.forecast.Slips;

/** The findings of the forecast on each conclusion, and whether its simulation belongs to the inputs as they stand. */
record RiskFindings(RiskAnalysis risk, Optional<Slips> slips, String lead, Outcome chosen, Model.Builder model) {

    private static final int CHECK_WEIGHT = 60;
    private static final double MEDIAN = 0.5;
    private static final Term TERM = Term.of("risks").sub("finding");

    /** @param lead id of the conclusion that leads the title; empty where none is named */
    static void add(RiskAnalysis risk, Optional<Slips> slips, String lead, Part.Builder part, Model.Builder model) {
        slips.ifPresent(some -> model.include(some.model()));
        RiskFindings findings = new RiskFindings(risk, slips, lead, risk.study().chosen(), model);
        risk.conclusions().forEach(conclusion -> part.finding(findings.finding(conclusion)));
        part.check(Check.that(
                        model,
                        "What was simulated or solved for belongs to the inputs as they stand",
                        RunSection.INPUTS_AS_RUN.isEqualTo(ONE))
                .waiting()
                .withWeight(CHECK_WEIGHT));
    }

    private Finding finding(Conclusion conclusion) {
        Finding finding = Finding.of(
                        FindingIds.of(conclusion), conclusion.statement(), live("found", conclusion, found(conclusion)))
                .withVerdict(live("verdict", conclusion, verdict(conclusion)))
                .withNumbers(chosen.decisive(conclusion), risk.holds(conclusion).chosen())
                .withWeight(weight(conclusion))
                .withReadOn(page(conclusion));
        Finding told = inProse(conclusion)
                .map(prose -> finding.withProse(live("prose", conclusion, prose)))
                .orElse(finding);
        return hasHeadline(conclusion) ? told.withHeadline(live("headline", conclusion, headline(conclusion))) : told;
    }

    private static String page(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case BALANCE_BELOW, BALANCE_CHANGE, REPLACED_BELOW -> "Balance";
            case GROWTH_BELOW, SHARE_AT_LEAST -> "Turns";
        };
    }

    /** A conclusion on a balance has one, which says more than growth or a share; these do where no balance is concluded on, or one of them leads. */
    private boolean hasHeadline(Conclusion conclusion) {
        return chosen.balance(conclusion).isPresent()
                || conclusion.id().equals(lead)
                || chosen.conclusions().stream()
                        .noneMatch(one -> chosen.balance(one).isPresent());
    }

    /** A share weighs less than who benefits, unless it makes the title. */
    private int weight(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> 85;
            case BALANCE_BELOW -> 75;
            case BALANCE_CHANGE -> 75;
            case REPLACED_BELOW -> 80;
            case SHARE_AT_LEAST -> hasHeadline(conclusion) ? 75 : 50;
        };
    }

    private Block.Sentence live(String what, Conclusion conclusion, Formula formula) {
        return Block.Sentence.live(model.calculation(TERM.sub(what).of(Subject.of(conclusion.id())), formula));
    }

    private Key decisive(Conclusion conclusion) {
        return chosen.decisive(conclusion);
    }

    private Formula found(Conclusion conclusion) {
        boolean hasBases = !chosen.bases(conclusion).isEmpty();
        Optional<Balance> balance = chosen.balance(conclusion).filter(one -> !hasBases);
        if (conclusion.kind() == Conclusion.Kind.REPLACED_BELOW) {
            return Replaceable.inWords(replacement(conclusion), slips);
        }
        if (balance.isPresent()) {
            return conclusion.kind() == Conclusion.Kind.BALANCE_CHANGE
                    ? change("Moves", conclusion, balance.get())
                    : balance(balance.get(), Scenarios.IN_FORCE);
        }
        return conclusion.kind() == Conclusion.Kind.SHARE_AT_LEAST ? share(conclusion) : growth(conclusion, hasBases);
    }

    /** The finding with its subject, which it need not name beside its step. */
    private Optional<Formula> inProse(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case REPLACED_BELOW -> Optional.of(Replaceable.inProse(replacement(conclusion), slips));
            case BALANCE_CHANGE ->
                chosen.balance(conclusion).map(balance -> change("The balance moves", conclusion, balance));
            case BALANCE_BELOW ->
                chosen.balance(conclusion)
                        .map(balance -> balance(
                                balance,
                                words().with("scenario", Scenarios.IN_FORCE).clause("In {scenario} the market")));
            case GROWTH_BELOW, SHARE_AT_LEAST -> Optional.empty();
        };
    }

    private Wording ofSupply(Conclusion conclusion) {
        SupplyForecast supply = chosen.supply(conclusion.measure()).orElseThrow();
        return words().with("end", supply.horizon())
                .with("measure", PlaceNames.inSentence(supply.measure().name()))
                .with("Measure", Words.byItself(supply.measure().name()))
                .with("place", conclusion.place().map(place -> text(place.name())))
                .with("scenario", Scenarios.IN_FORCE);
    }

    private Formula share(Conclusion conclusion) {
        return ofSupply(conclusion)
                .with("share", decisive(conclusion))
                .with("threshold", chosen.threshold(conclusion))
                .say(
                        "{place} has {share:0.0%} of {measure} in {end} in {scenario}; the threshold is {threshold:0.0%}."
                                + "|The share of {place} in {measure} in {end} is not known in {scenario}: a figure is missing.");
    }

    /** Against known growth, whose decimals tell one from another, or against the assumption that is the threshold, by its name. */
    private Formula growth(Conclusion conclusion, boolean hasBases) {
        Formula threshold = chosen.threshold(conclusion);
        return ofSupply(conclusion)
                .with("grows", GrowthWords.grows(decisive(conclusion), hasBases ? 2 : 1))
                .with("bases", hasBases, () -> Turning.bases(chosen, conclusion))
                .with("threshold", threshold)
                .with("name", conclusion.threshold().map(id -> text(thresholdName(id))))
                .say("{Measure} {grows} a year to {end} in {scenario}, against {bases}."
                        + "|{Measure} {grows} a year to {end} in {scenario}{threshold=0?|, against {threshold:0.0%} ({name})}."
                        + "|Growth of {measure} to {end} is not known in {scenario}: a figure is missing.");
    }

    private String thresholdName(String id) {
        return PlaceNames.inSentence(risk.study().scenarios().premise(id).name());
    }

    /** @param market the words on what is short: the name of a scenario, or a market */
    private Formula balance(Balance balance, Formula market) {
        Period end = balance.horizon();
        Formula after = balance.after(end);
        return words().with("scenario", Scenarios.IN_FORCE)
                .with("market", market)
                .with("surplus", after.rounded(digits(balance)).isAbove(ZERO))
                .with("state", state(balance, after))
                .with("end", end)
                .with("share", balance.afterShare(end).magnitude())
                .with(
                        "scrap",
                        balance.hasScrap()
                                ? Optional.of(balance.secondary(end).over(balance.demand(end)))
                                : Optional.empty())
                .with("median", chosen.turn(balance).isPresent() ? text("") : median(balance))
                .say("{market} {surplus?has|is} {state} in {end}, {share:0.0%} of demand"
                        + "[, with {scrap:0.0%} of demand from scrap beyond supply].{median}"
                        + "|The balance of {end} is not known in {scenario}: a figure is missing.{median}");
    }

    /** How far the balance moves, in the median of draws where that leads. */
    private Formula change(String moves, Conclusion conclusion, Balance balance) {
        LeadingTurn leading = new LeadingTurn(risk, conclusion);
        Key assumed = model.calculation(
                TERM.sub(moves).sub("as assumed").of(Subject.of(conclusion.id())),
                asAssumed(moves, conclusion, balance));
        Formula median = leading.words()
                .with("moves", moves)
                .with("scenario", Scenarios.IN_FORCE)
                .with("end", balance.horizon())
                .with("level", chosen.level(conclusion))
                .with("unknown", isLevelNotKnown(conclusion))
                .say(
                        "{moves} by {least}{several? to {most}} points of demand to {end} in the median of draws; {scenario} as"
                                + " assumed: {assumed}. {unknown?Whether {end} is short is not known|As assumed {end} is {level}}.");
        return leading.led(median, assumed, assumed);
    }

    private Formula isLevelNotKnown(Conclusion conclusion) {
        return Formula.call(Fn.SAME_TEXT, chosen.level(conclusion), text(Outcome.LEVEL_NOT_KNOWN));
    }

    /** How far the balance moves and where it ends, in every reading of what supply counts. */
    private Formula asAssumed(String moves, Conclusion conclusion, Balance balance) {
        Formula.Span levels = span(chosen.levels(conclusion));
        return LeadingTurn.change(words(), chosen.changes(conclusion))
                .with("moves", moves)
                .with("scenario", Scenarios.IN_FORCE)
                .with("start", balance.start())
                .with("end", balance.horizon())
                .with("unknown", isLevelNotKnown(conclusion))
                .with("level", chosen.level(conclusion))
                .with("low", Definitions.signedPercent(Formula.call(Fn.MIN, levels), 1))
                .with("high", Definitions.signedPercent(Formula.call(Fn.MAX, levels), 1))
                .say("{moves} by {least}{several? to {most}} points of demand from {start} to {end} in {scenario}"
                        + "{several?, by how scrap is counted}. {unknown?Whether {end} is short is not known"
                        + "|{end} is {level}}: {low}{several? to {high}} of demand."
                        + "|How the balance moves to {end} is not known in {scenario}: a figure is missing.");
    }

    private Replacement replacement(Conclusion conclusion) {
        return chosen.replacement(chosen.balance(conclusion.measure()).orElseThrow())
                .orElseThrow();
    }

    /** Below the threshold slow, from the upper one fast, and between neither. */
    private Formula speed(Conclusion conclusion) {
        Formula ratio = decisive(conclusion);
        return words().with("slow", chosen.holds(conclusion))
                .with("fast", ratio.isAtLeast(chosen.upper(conclusion)))
                .with("threshold", chosen.threshold(conclusion))
                .with("upper", chosen.upper(conclusion))
                .with("end", replacement(conclusion).supply().horizon())
                .clause("{slow?● Slow: under {threshold:0%} by {end}|{fast?○ Fast: {upper:0%} or more by {end}"
                        + "|◐ Between slow and fast in {end}}}|◌ Not known");
    }

    /** A sentence of its own, since the rest follows the inputs as they stand; where draws follow a change, they have no amount. */
    private Key median(Balance balance) {
        Formula median = risk.percentile(balance, MEDIAN, balance.horizon()).chosen();
        Formula drawn = words().with(
                        "draws", Shown.WHOLE.text(Value.of((double) risk.run().draws())))
                .with("state", state(balance, median))
                .clause("[ Median of {draws} draws: {state}.]");
        return model.calculation(
                TERM.sub("median").of(Subject.of(balance.rule().id())),
                Dated.of(risk.current(balance), drawn, " Median of the draws: out of date, make the pack again."));
    }

    // ---------------------------------------------------------------- headlines

    /** The conclusion as the title of the first page says it, which stands by itself there. */
    private Formula headline(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case BALANCE_BELOW -> headline(chosen.balance(conclusion).orElseThrow());
            case BALANCE_CHANGE -> turn(conclusion);
            case REPLACED_BELOW -> replaced(replacement(conclusion));
            case GROWTH_BELOW -> growing(conclusion);
            case SHARE_AT_LEAST -> sharing(conclusion);
        };
    }

    private Formula turn(Conclusion conclusion) {
        Formula assumed = inTitle(chosen.turn(conclusion));
        return new LeadingTurn(risk, conclusion).led(inTitle(risk.turn(conclusion)), assumed, assumed);
    }

    private static Formula inTitle(Key turn) {
        return words().with("does", oneOf(turn, MarketTurn.values(), MarketTurn::toString, MarketTurn::clause, ""))
                .with("unknown", Formula.call(Fn.SAME_TEXT, turn, text(MarketTurn.NOT_KNOWN)))
                .clause("{unknown?How the market turns is not known|Market {does}}");
    }

    private static Formula headline(Balance balance) {
        Period end = balance.horizon();
        Formula after = balance.after(end);
        return words().with("material", balance.rule().material())
                .with("Material", Words.byItself(balance.rule().material()))
                .with("surplus", after.rounded(digits(balance)).isAbove(ZERO))
                .with("state", state(balance, after))
                .with("end", end)
                .say("{Material} {surplus?has|is} {state} in {end}|The balance of {material} in {end} is not known");
    }

    private static Formula replaced(Replacement replacement) {
        Period end = replacement.supply().horizon();
        return words().with("holder", replacement.holder().name())
                .with("start", replacement.supply().start())
                .with("end", end)
                .with("share", replacement.ratio(end))
                .say("Supply outside {holder} equals {share:0%} by {end} of what {holder} supplied in {start}"
                        + "|How supply outside {holder} compares by {end} is not known");
    }

    private Formula growing(Conclusion conclusion) {
        Formula threshold = chosen.threshold(conclusion);
        return ofSupply(conclusion)
                .with("holds", chosen.holds(conclusion))
                .with("statement", conclusion.statement())
                .with("grows", GrowthWords.grows(decisive(conclusion), 1))
                .with("threshold", threshold)
                .with("name", conclusion.threshold().map(id -> text(thresholdName(id))))
                .say("{holds?{statement}: {measure} {grows} a year to {end}"
                        + "|{Measure} {grows} a year to {end}[{threshold=0?|, against {threshold:0.0%} ({name})}]}"
                        + "|Growth of {measure} to {end} is not known");
    }

    private Formula sharing(Conclusion conclusion) {
        return ofSupply(conclusion)
                .with("holds", chosen.holds(conclusion))
                .with("statement", conclusion.statement())
                .with("share", decisive(conclusion))
                .say(
                        "{holds?{statement}: {share:0%} of {measure} in {end}|{place} has {share:0%} of {measure} in {end}}"
                                + "|The share of {place} in {measure} in {end} is not known");
    }

    private static int digits(Balance balance) {
        return Shown.of(balance.unit()).decimals();
    }

    /** {@code 7.6 kt Li short}, or {@code a surplus of 3.2 kt Li}. */
    private static Formula state(Balance balance, Formula amount) {
        return words().with("balanced", amount.rounded(digits(balance)).isEqualTo(ZERO))
                .with("amount", amount.magnitude().fixed(digits(balance)))
                .with("unit", balance.unit())
                .with("spare", amount.isAtLeast(ZERO))
                .clause("{balanced?in balance|{spare?a surplus of {amount} {unit}|{amount} {unit} short}}");
    }

    /** How the market turns, in the scenario or in the median of draws where that leads, and in which share of draws it tightens. */
    private Formula turned(Conclusion conclusion, Key draws) {
        LeadingTurn leading = new LeadingTurn(risk, conclusion);
        Key turn = risk.turn(conclusion);
        Formula median = leading.words()
                .with("inDraws", DrawWords.inDraws(risk.holds(conclusion).chosen()))
                .with("told", told(turn, MarketTurn.values(), MarketTurn::toString, MarketTurn::symbol))
                .with("tightens", Formula.call(Fn.SAME_TEXT, turn, text(MarketTurn.TIGHTENS.toString())))
                .clause("{told}{tightens? in |; tightens in }{inDraws}; as assumed {assumed}");
        Key assumed = model.calculation(
                TERM.sub("verdict as assumed").of(Subject.of(conclusion.id())),
                words().with(
                                "told",
                                told(
                                        chosen.turn(conclusion),
                                        MarketTurn.values(),
                                        MarketTurn::toString,
                                        MarketTurn::symbol))
                        .with("draws", draws)
                        .clause("{told}{draws}"));
        return leading.led(median, assumed, assumed);
    }

    private Formula pace(Conclusion conclusion) {
        int bases = chosen.bases(conclusion).size();
        return told(chosen.pace(conclusion), Pace.values(), one -> one.against(bases), Pace::symbol);
    }

    /** A symbol before the words for what holds, of all that may. */
    private static <T> Formula told(Key word, T[] all, Function<T, String> name, Function<T, String> symbol) {
        return oneOf(
                word, all, name, one -> symbol.apply(one) + " " + Words.capitalised(name.apply(one)), "◌ Not known");
    }

    private static <T> Formula oneOf(
            Key word, T[] all, Function<T, String> name, Function<T, String> words, String otherwise) {
        Formula told = text(otherwise);
        for (T one : all) {
            told = Formula.call(Fn.SAME_TEXT, word, text(name.apply(one))).then(text(words.apply(one)), told);
        }
        return told;
    }

    /** Whether it holds in the scenario chosen, and in which share of draws; whether that is otherwise in most of them shows in its symbol. */
    private Formula verdict(Conclusion conclusion) {
        if (!chosen.bases(conclusion).isEmpty()) {
            return pace(conclusion);
        }
        Wording words = words().with("holds", chosen.holds(conclusion))
                .with(
                        "known",
                        decisive(conclusion).minus(chosen.threshold(conclusion)).isKnown())
                .with("inDraws", DrawWords.inDraws(risk.holds(conclusion).chosen()));
        if (conclusion.kind() == Conclusion.Kind.REPLACED_BELOW) {
            return speed(conclusion);
        }
        boolean isTurn = conclusion.kind() == Conclusion.Kind.BALANCE_CHANGE;
        Key draws = model.calculation(
                TERM.sub("in draws").of(Subject.of(conclusion.id())),
                Dated.of(
                        risk.current(conclusion),
                        words.with("turns", isTurn)
                                .with(
                                        "byRange",
                                        DrawWords.isByRange(
                                                risk.holds(conclusion).chosen(),
                                                risk.canTurn(conclusion).chosen()))
                                .clause(
                                        "{byRange?; no draw could turn it|{holds? in |; {turns?tightens|it does} in }{inDraws}}"),
                        "; share of draws out of date: make the pack again"));
        if (isTurn) {
            return turned(conclusion, draws);
        }
        Formula share = risk.holds(conclusion).chosen();
        Formula inMost = share.isAtLeast(ONE.minus(share));
        return words.with("draws", draws)
                .with("scenario", Scenarios.IN_FORCE)
                .with(
                        "alike",
                        Dated.of(
                                risk.current(conclusion),
                                chosen.holds(conclusion).isEqualTo(inMost),
                                ONE))
                .clause("{known?{alike?{holds?● Holds|○ Does not hold}"
                        + "|◐ {holds?Holds in {scenario},|Does not hold in {scenario}}}{draws}|◌ Not known}");
    }
}
