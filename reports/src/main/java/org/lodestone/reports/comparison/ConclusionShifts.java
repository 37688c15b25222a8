package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.scenario.Premise;

/** Compares the conclusions of two forecasts in every scenario that both have. */
record ConclusionShifts(
        ForecastStudy before,
        ForecastStudy after,
        Optional<RiskAnalysis> riskBefore,
        Optional<RiskAnalysis> riskAfter,
        Pairs pairs) {

    /** Throws if a side has no forecast. */
    static ConclusionShifts of(Side before, Side after, Pairs pairs) {
        ForecastStudy newer = after.forecast().orElseThrow();
        pairs.include(newer.model());
        after.risk().ifPresent(risk -> pairs.include(risk.model()));
        return new ConclusionShifts(before.forecast().orElseThrow(), newer, before.risk(), after.risk(), pairs);
    }

    List<ConclusionShift> find() {
        List<ConclusionShift> shifts = new ArrayList<>();
        for (Conclusion conclusion : after.chosen().conclusions()) {
            for (String scenario : scenarios()) {
                same(before, conclusion).ifPresent(older -> shifts.add(shift(older, conclusion, scenario)));
            }
        }
        return shifts;
    }

    /** The statements that only one side can decide. */
    List<String> onlyOnOneSide() {
        return Stream.concat(onlyOf(before, after), onlyOf(after, before)).toList();
    }

    private static Stream<String> onlyOf(ForecastStudy side, ForecastStudy other) {
        return side.chosen().conclusions().stream()
                .filter(one -> same(other, one).isEmpty())
                .map(Conclusion::statement);
    }

    /** The same conclusion of a study: of that id, about the same number. */
    private static Optional<Conclusion> same(ForecastStudy study, Conclusion other) {
        return study.chosen().conclusions().stream()
                .filter(one -> one.id().equals(other.id()))
                .filter(one -> one.kind() == other.kind()
                        && one.measure().equals(other.measure())
                        && one.place().equals(other.place()))
                .findFirst();
    }

    private List<String> scenarios() {
        List<String> older =
                before.scenarios().all().stream().map(Scenario::name).toList();
        return after.scenarios().all().stream()
                .map(Scenario::name)
                .filter(older::contains)
                .toList();
    }

    private ConclusionShift shift(Conclusion older, Conclusion conclusion, String scenario) {
        Outcome outcomeBefore = before.outcome(scenario);
        Outcome outcome = after.outcome(scenario);
        String what = "conclusion " + conclusion.id() + ", " + scenario;
        return new ConclusionShift(
                conclusion,
                scenario,
                unit(outcome, conclusion),
                Outcome.shown(conclusion),
                pair(what, outcomeBefore.decisive(older), outcome.decisive(conclusion)),
                pair(what + ", threshold", outcomeBefore.threshold(older), outcome.threshold(conclusion)),
                pair(what + ", verdict", verdict(outcomeBefore, older), verdict(outcome, conclusion)),
                breakEvens(older, conclusion, outcomeBefore, outcome));
    }

    private Pair pair(String what, Formula older, Formula newer) {
        Value was = before.model().values().of(older);
        return pairs.of(what, was, after.model().values().of(newer), newer);
    }

    private static String unit(Outcome outcome, Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> "% a year";
            case BALANCE_CHANGE -> "change, % of demand";
            case REPLACED_BELOW, SHARE_AT_LEAST -> "%";
            case BALANCE_BELOW ->
                outcome.balance(conclusion.measure()).orElseThrow().unit().toString();
        };
    }

    /** {@code holds}, {@code does not hold} or {@code not known}; of growth, how it compares with all that it is judged against, of a balance how the market turns. */
    private static Formula verdict(Outcome outcome, Conclusion conclusion) {
        if (!outcome.bases(conclusion).isEmpty()) {
            return outcome.pace(conclusion);
        }
        if (conclusion.kind() == Conclusion.Kind.BALANCE_CHANGE) {
            return outcome.turn(conclusion);
        }
        return outcome.decisive(conclusion)
                .minus(outcome.threshold(conclusion))
                .isKnown()
                .then(outcome.holds(conclusion).then(text("holds"), text("does not hold")), text("not known"));
    }

    // ---------------------------------------------------------------- break-evens

    private ImmutableList<ConclusionShift.BreakEven> breakEvens(
            Conclusion older, Conclusion conclusion, Outcome outcomeBefore, Outcome outcome) {
        if (riskBefore.isEmpty() || riskAfter.isEmpty()) {
            return ImmutableList.of();
        }
        return riskAfter.get().searched().stream()
                .filter(driver -> riskBefore.get().searched().stream()
                        .anyMatch(one -> one.assumption().equals(driver.assumption())
                                && one.year().equals(driver.year())))
                .flatMap(driver -> breakEven(driver, older, conclusion, outcomeBefore, outcome).stream())
                .collect(toImmutableList());
    }

    /** Empty where the driver turns it on neither side. */
    private Optional<ConclusionShift.BreakEven> breakEven(
            Driver driver, Conclusion older, Conclusion conclusion, Outcome outcomeBefore, Outcome outcome) {
        RiskAnalysis risk = riskAfter.orElseThrow();
        Premise premise = risk.premise(driver);
        Key turnBefore = riskBefore.orElseThrow().breakEven(driver, older).in(outcomeBefore.in());
        Key turn = risk.breakEven(driver, conclusion).in(outcome.in());
        Value turnedAt = riskBefore.orElseThrow().model().value(turnBefore);
        Value turnsAt = risk.model().value(turn);
        if (turnedAt.number().isEmpty() && turnsAt.number().isEmpty()) {
            return Optional.empty();
        }
        String what = "break-even of " + premise.id()
                + premise.year().map(year -> " in " + year).orElse("") + " for " + conclusion.id() + ", "
                + outcome.in();
        Key ownBefore = before.scenarios().key(riskBefore.orElseThrow().premise(driver), outcomeBefore.in());
        Key own = after.scenarios().key(premise, outcome.in());
        Pair turns = pairs.of(what, turnedAt, turnsAt, turn);
        Pair now = pair(what + ", driver", ownBefore, own);
        Pair distance = pairs.of(
                what + ", distance",
                distance(turnedAt, before.model().value(ownBefore)),
                distance(turnsAt, after.model().value(own)),
                turns.after().isKnown().then(turns.after().minus(now.after()), text(Value.NOT_AVAILABLE)));
        return Optional.of(new ConclusionShift.BreakEven(premise, now, turns, distance));
    }

    private static Value distance(Value turnsAt, Value now) {
        return turnsAt.number().isPresent() && now.number().isPresent()
                ? Value.of(turnsAt.number().getAsDouble() - now.number().getAsDouble())
                : Value.missing("it does not turn, or the driver is not known");
    }
}
