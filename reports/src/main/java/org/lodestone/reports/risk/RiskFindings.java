package org.lodestone.reports.risk;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import org.lodestone.core.forecast.Conclusion;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;

/** What the forecast says of each conclusion and what would turn it, and whether that was worked out with what is shown. */
final class RiskFindings {

    private static final int WEIGHT = 60;
    private static final Term TERM = Term.of("risks").sub("in one sentence");

    private RiskFindings() {}

    static void add(RiskAnalysis risk, Part.Builder part, Model.Builder model) {
        for (Conclusion conclusion : risk.conclusions()) {
            part.finding(finding(risk, conclusion, model));
        }
        part.check(Check.that(
                        model,
                        "The results worked out in Java belong to the inputs as they stand",
                        RunSection.INPUTS_AS_RUN.ref().isEqualTo(ONE))
                .withWeight(WEIGHT));
    }

    private static Finding finding(RiskAnalysis risk, Conclusion conclusion, Model.Builder model) {
        Key turns = model.calculation(
                TERM.sub("would turn").of(Subject.of(conclusion.id())), Turning.wouldTurn(risk, conclusion));
        Key said = model.calculation(
                TERM.of(Subject.of(conclusion.id())),
                sentence(
                        Turning.finding(risk, conclusion),
                        text(" of draws. It turns with "),
                        Turning.wouldTurn(risk, conclusion),
                        text(".")));
        return Finding.of("What the forecast says, and what would turn it", new Block.Sentence.Live(said))
                .withNumbers(
                        risk.study().chosen().decisive(conclusion),
                        risk.holds(conclusion).chosen())
                .withWeight(WEIGHT)
                .withReadOn("Risks")
                .withWouldTurn(new Block.Sentence.Live(turns));
    }
}
