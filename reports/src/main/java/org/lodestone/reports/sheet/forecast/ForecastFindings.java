package org.lodestone.reports.sheet.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.Optional;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Levers;
import org.lodestone.reports.scenario.Scenarios;

/** The results that a forecast hands on: the choice of the scenario, its first growth and balance, and checks of the choice. */
final class ForecastFindings {

    private static final int WEIGHT = 65;
    private static final int DIGITS = 6;

    private static final int REPLACEMENT_WEIGHT = 80;

    private ForecastFindings() {}

    static void add(ForecastStudy forecast, Optional<Slips> slips, Part.Builder part, Model.Builder model) {
        part.control(new Block.Selector(
                "Scenario",
                Scenarios.SELECTOR,
                span(forecast.scenarios().names()),
                "Choose another, and the forecast follows."));
        ForecastLevers.add(forecast, part, model);
        keyFigures(forecast.chosen(), part);
        forecast.chosen().replacements().stream()
                .filter(replacement -> forecast.chosen().conclusions().stream()
                        .noneMatch(one -> one.kind() == Conclusion.Kind.REPLACED_BELOW
                                && one.measure()
                                        .equals(replacement.supply().measure().id())))
                .forEach(replacement -> part.finding(replacement(replacement, slips, model)));
        checks(forecast, part, model);
    }

    /** Adds the figures that decide the first conclusions about growth and balance, in the scenario chosen. */
    private static void keyFigures(Outcome chosen, Part.Builder part) {
        chosen.supplies().stream()
                .findFirst()
                .ifPresent(supply -> part.keyFigure(new Block.KeyFigure(
                        supply.measure().name() + ", growth a year",
                        supply.averageGrowth(),
                        Shown.PERCENT_2,
                        "from " + supply.start() + " to " + supply.horizon() + ", scenario chosen")));
        chosen.balances().stream().findFirst().ifPresent(balance -> {
            boolean isTurn = chosen.turn(balance).isPresent();
            part.keyFigure(new Block.KeyFigure(
                    isTurn ? "Balance, change in share of demand" : "Balance, " + balance.unit(),
                    chosen.followed(balance, balance.horizon()),
                    isTurn ? Shown.PERCENT : Shown.ONE_DECIMAL,
                    (isTurn ? balance.start() + " to " : "") + balance.horizon() + ", scenario chosen"));
        });
    }

    /** The finding on the part of the largest holder's supply that could be replaced from outside: less than half of it is slow. */
    private static Finding replacement(Replacement replacement, Optional<Slips> slips, Model.Builder model) {
        slips.ifPresent(some -> model.include(some.model()));
        Term term = Term.of(replacement.supply().measure()).sub("replacement of the largest holder");
        Formula last = replacement.ratio(replacement.supply().horizon());
        Formula verdict = words().with("end", replacement.supply().horizon())
                .with("enough", last.isAtLeast(ONE.over(ONE.plus(ONE))))
                .say("{enough?○ Half or more by {end}|● Slow: under half by {end}}|◌ Not known");
        return Finding.of(
                        FindingIds.REPLACEMENT,
                        "Supply outside " + replacement.holder(),
                        Block.Sentence.live(
                                model.calculation(term.sub("finding").key(), Replaceable.inWords(replacement, slips))))
                .withProse(Block.Sentence.live(
                        model.calculation(term.sub("prose").key(), Replaceable.inProse(replacement, slips))))
                .withVerdict(Block.Sentence.live(
                        model.calculation(term.sub("verdict").key(), verdict)))
                .withNumbers(replacement.ratio(replacement.supply().horizon()))
                .withWeight(REPLACEMENT_WEIGHT)
                .withReadOn("Balance");
    }

    /** The chosen column is the column of the scenario that is chosen, unless something is typed over that. */
    private static void checks(ForecastStudy forecast, Part.Builder part, Model.Builder model) {
        for (ForecastStudy.Comparison headline : forecast.comparison()) {
            Formula difference = headline.chosen().minus(Scenarios.pick(headline.inEach()));
            part.check(Check.that(
                            model,
                            "The chosen scenario is the one of that name: " + headline.name(),
                            Levers.COUNTED
                                    .isAbove(ZERO)
                                    .or(difference.rounded(DIGITS).isEqualTo(ZERO)))
                    .withWeight(WEIGHT));
        }
    }
}
