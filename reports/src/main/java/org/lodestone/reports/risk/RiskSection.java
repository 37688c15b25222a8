package org.lodestone.reports.risk;

import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.research.Risk;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;

/** The section on risks: shocks, where conclusions turn, and which driver moves them most. */
public final class RiskSection {

    private static final Term FINDING = Term.of("risks").sub("finding");

    private final RiskAnalysis risk;
    private final Outcome chosen;
    private final Scenarios scenarios;
    private final Model.Builder model;

    private RiskSection(RiskAnalysis risk) {
        this.risk = risk;
        this.chosen = risk.study().chosen();
        this.scenarios = risk.study().scenarios();
        this.model = Model.builder().include(risk.model());
    }

    public static Part of(RiskAnalysis risk) {
        return new RiskSection(risk).part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", findings()));
        blocks.add(conclusions());
        if (!risk.risks().isEmpty()) {
            blocks.add(sizes());
            blocks.add(shocks());
        }
        for (Conclusion conclusion : risk.tornadoes()) {
            if (risk.bars(conclusion) > 0) {
                blocks.add(Block.charts(tornadoChart(conclusion)));
                blocks.add(tornado(conclusion));
            }
        }
        Part.Builder part = Part.builder(model)
                .section(Section.of(
                        "Risks",
                        "What would have to happen for each conclusion to turn",
                        "Worked out in Java for every scenario, with the inputs under Runs; the chosen scenario's are shown",
                        blocks));
        RiskFindings.add(risk, part, model);
        return part.build();
    }

    // ---------------------------------------------------------------- findings

    private ImmutableList<Block.Sentence> findings() {
        ImmutableList.Builder<Block.Sentence> findings = ImmutableList.builder();
        for (Conclusion conclusion : risk.conclusions()) {
            Key key = model.calculation(FINDING.of(Subject.of(conclusion.id())), finding(conclusion));
            findings.add(new Block.Sentence.Live(key));
        }
        return findings.build();
    }

    private Formula finding(Conclusion conclusion) {
        return sentence(
                Turning.finding(risk, conclusion), text(" of " + risk.run().draws() + " draws."));
    }

    // ---------------------------------------------------------------- conclusions

    private Table conclusions() {
        return Table.of("The conclusions", risk.conclusions())
                .label("Conclusion", Conclusion::statement)
                .words("Decided by", one -> Turning.decidedBy(risk, one))
                .unit(one -> scenarios.premise(one.threshold()).unit().toString())
                .value("Threshold", Shown.AS_IS, one -> scenarios.key(one.threshold(), Scenarios.CHOSEN))
                .column("Now", Column.Role.VALUE, one -> Cell.again(chosen.decisive(one), Turning.format(one)))
                .value("Holds", Shown.WORD, this::holdsInWords)
                .value(
                        "Share of draws in which it holds",
                        Shown.PERCENT,
                        one -> risk.holds(one).chosen())
                .note(risk.run().draws() + " draws with seed " + risk.run().seed() + " in each scenario.")
                .build();
    }

    private Key holdsInWords(Conclusion conclusion) {
        return model.calculation(
                Term.of("risks").sub("holds").of(Subject.of(conclusion.id())),
                chosen.holds(conclusion).ref().then(text("yes"), text("no")));
    }

    // ---------------------------------------------------------------- shocks

    private Table sizes() {
        return Table.of("The risks and the size they are given", risk.shocks())
                .label(
                        "Risk",
                        shock -> risk.risks().stream()
                                .filter(one -> one.id().equals(shock.risk()))
                                .map(Risk::name)
                                .findFirst()
                                .orElse(shock.risk()))
                .words("Moves", shock -> premise(shock).words())
                .words("How", shock -> shock.change() == Shock.Change.ADD ? "by" : "to")
                .unit(shock -> premise(shock).unit().toString())
                .value("Size", Shown.AS_IS, this::size)
                .words("Period", shock -> premise(shock).period().toString())
                .sources(Shock::sources)
                .prose("Why", Shock::reason)
                .build();
    }

    private Premise premise(Shock shock) {
        return scenarios.premise(shock.assumption(), shock.year());
    }

    private Key size(Shock shock) {
        return model.computed(
                Term.of("risks")
                        .sub("size")
                        .of(Subject.of(shock.risk() + ", " + shock.assumption()))
                        .at(shock.year().orElse(Period.NONE)),
                Value.of(shock.size()),
                "set in the dataset, for what is worked out in Java");
    }

    private Table shocks() {
        var table = Table.of("If a risk comes true", risk.outturns()).label("Risk", Outturn::name);
        for (Conclusion conclusion : risk.conclusions()) {
            table.column(
                    Turning.decidedBy(risk, conclusion),
                    Column.Role.VALUE,
                    row -> new Cell.Of(risk.shocked(row, conclusion).chosen(), Turning.format(conclusion)));
        }
        List<String> claims = risk.risks().stream()
                .map(one -> one.name() + " would contradict: “" + one.claim() + "”")
                .toList();
        return table.note(String.join(" ", claims)).build();
    }

    // ---------------------------------------------------------------- tornado

    private Chart tornadoChart(Conclusion conclusion) {
        return Chart.tornado(
                        "What moves the " + Words.inSentence(Turning.decidedBy(risk, conclusion))
                                + " most. Light: driver at its low end; dark: high end",
                        conclusion.kind() == Conclusion.Kind.BALANCE_BELOW
                                ? "Change, "
                                        + chosen.balance(conclusion.measure())
                                                .orElseThrow()
                                                .unit()
                                : "% change, percentage points",
                        Chart.series("Driver low", span(bars(conclusion, "low"))),
                        Chart.series("Driver high", span(bars(conclusion, "high"))))
                .build();
    }

    private List<Key> bars(Conclusion conclusion, String part) {
        return ranks(conclusion).stream()
                .map(rank -> risk.bar(conclusion, rank, part).chosen())
                .toList();
    }

    private List<Integer> ranks(Conclusion conclusion) {
        return IntStream.rangeClosed(1, risk.bars(conclusion)).boxed().toList();
    }

    private Table tornado(Conclusion conclusion) {
        return Table.of("Tornado: " + Words.inSentence(Turning.decidedBy(risk, conclusion)), ranks(conclusion))
                .labelOf(
                        "Driver, the widest first",
                        rank -> risk.bar(conclusion, rank, "driver").chosen())
                .value(
                        "Driver low",
                        Turning.change(conclusion),
                        rank -> risk.bar(conclusion, rank, "low").chosen())
                .value(
                        "Driver high",
                        Turning.change(conclusion),
                        rank -> risk.bar(conclusion, rank, "high").chosen())
                .note(
                        "How far the number moves when one driver is at its low or high end and all others stay. Drivers that"
                                + " do not move it in any scenario are left out.")
                .build();
    }
}
