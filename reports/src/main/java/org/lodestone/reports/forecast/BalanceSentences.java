package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Definitions.whetherAbove;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Scenarios;

/** What the section on a balance says in sentences: how the base year closes, whether the market tightens, what could be replaced. */
final class BalanceSentences {

    private final ForecastStudy study;
    private final Model.Builder model;

    /** @param model takes the sentences */
    BalanceSentences(ForecastStudy study, Model.Builder model) {
        this.study = study;
        this.model = model;
    }

    ImmutableList<Block.Sentence> findings(Balance balance, Optional<Replacement> replacement) {
        ImmutableList.Builder<Block.Sentence> findings = ImmutableList.<Block.Sentence>builder()
                .add(say("reconciliation", balance, reconciled(balance)))
                .add(say("tight", balance, tight(balance)));
        replacement.map(this::replaceable).ifPresent(one -> findings.add(say("replaceable", balance, one)));
        return findings.build();
    }

    /** How the base year closes. */
    private static Formula reconciled(Balance balance) {
        Period start = balance.start();
        Formula demand = balance.demand(start).ref();
        Formula supply = balance.supply().total(start).ref();
        String put = isPublished(balance) ? "demand was " : "demand, between its published years, is put at ";
        Formula shortage = sentence(
                text(start + " does not balance by itself: " + put),
                fixed(balance, demand),
                text(" and primary supply was "),
                fixed(balance, supply),
                text(" " + balance.unit() + ". The "),
                fixed(balance, balance.secondary(start).ref()),
                text(" between them, "),
                percent(balance.secondaryShare(start).ref(), 1),
                text(" of demand, came from scrap and stocks, and is carried forward as secondary supply."));
        Formula surplus = sentence(
                text("In " + start + " primary supply was "),
                fixed(balance, supply),
                text(" " + balance.unit() + ", and " + put),
                fixed(balance, demand),
                text(": more than was asked for, so no secondary supply is carried forward."));
        return balance.before(start)
                .ref()
                .isKnown()
                .then(
                        supply.isAbove(demand).then(surplus, shortage),
                        text("Whether " + start + " balances by itself is not known: a figure is missing."));
    }

    /** Whether the market tightens: by the conclusion that the dataset draws, or else below zero. */
    private Formula tight(Balance balance) {
        Period end = balance.horizon();
        Formula after = balance.after(end).ref();
        Outcome chosen = study.chosen();
        Formula level = chosen.conclusions().stream()
                .filter(one -> one.kind() == Conclusion.Kind.BALANCE_BELOW)
                .filter(one -> one.measure().equals(balance.rule().measure()))
                .map(one -> chosen.threshold(one, study.scenarios()))
                .findFirst()
                .orElse(ZERO);
        return sentence(
                text("In the scenario "),
                Scenarios.SELECTOR.ref(),
                text(" the market "),
                whetherAbove(
                        level, after, "tightens", "does not tighten", "may tighten or not, since a figure is missing"),
                text(": the balance of " + end + " is "),
                fixed(balance, after),
                text(" " + balance.unit() + ", "),
                signedPercent(balance.afterShare(end).ref(), 1),
                text(" of demand; without secondary supply it would be "),
                fixed(balance, balance.before(end).ref()),
                text("."));
    }

    private Formula replaceable(Replacement replacement) {
        Period start = replacement.supply().start();
        Period end = replacement.supply().horizon();
        return sentence(
                text("Supply from outside " + replacement.holder() + " could replace "),
                percent(replacement.ratio(start).ref(), 1),
                text(" of what it supplied in " + start + ", and "),
                percent(replacement.ratio(end).ref(), 1),
                text(" by " + end + ". One half: "),
                replacement.half().ref(),
                text("; all: "),
                replacement.all().ref(),
                text("."));
    }

    private static Formula fixed(Balance balance, Formula amount) {
        return amount.fixed(Outcome.shown(balance.unit()) == Shown.WHOLE ? 0 : 1);
    }

    /** Whether demand of the base year is observed, and not found between years. */
    static boolean isPublished(Balance balance) {
        return balance.demand().observed().period().equals(balance.start());
    }

    private Block.Sentence say(String what, Balance balance, Formula sentence) {
        Key key = BalanceSection.BALANCE.sub(what).of(Subject.of(balance.rule().id()));
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }
}
