package org.lodestone.reports.sheet.risk;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.research.Risk;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.sheet.forecast.Slips;

/** The section on drivers: how far each could turn out otherwise, what that moves, and the sizes that risks are given. */
public record DriverSection(Dataset dataset, RiskAnalysis risk, Model.Builder model, DriverValues values) {

    /** The section on drivers, with the findings that their ranges decide. */
    public static Part of(Dataset dataset, RiskAnalysis risk) {
        Model.Builder model = Model.builder().include(risk.model());
        return new DriverSection(dataset, risk, model, new DriverValues(risk, model)).part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>(List.of(ranges(), sizes()));
        risk.tornadoes().forEach(conclusion -> blocks.add(moved(conclusion)));
        Part.Builder part = Part.builder(model)
                .section(Section.of(
                        "Drivers",
                        "Drivers: range, how each is drawn, and what it moves",
                        "These settings are changed in the dataset, since the simulation does not follow the workbook",
                        Block.withContent(blocks)));
        RiskFindings.add(risk, Slips.of(dataset), dataset.publication().lead(), part, model);
        return part.build();
    }

    private Table ranges() {
        return Table.of("Drivers and their ranges", risk.drivers())
                .id("drivers")
                .label("Driver", risk::name)
                .unit(driver -> risk.premise(driver).unit().toString())
                .words("Low and high are", driver -> driver.as() == Driver.As.CHANGE ? "changes" : "values")
                .value("Low", Shown.AS_IS, values::low)
                .value("High", Shown.AS_IS, values::high)
                .words("Drawn", DriverSection::drawn)
                .optional("Break-even searched within ±", Shown.AS_IS, values::searched)
                .sources(Driver::sources)
                .prose("Why", Driver::reason)
                .note(
                        "Triangular: most likely at the value of the scenario, which lies within its range or becomes its end."
                                + " Chance: all or nothing, at the probability of the scenario. Gamma: with the value of the"
                                + " scenario as mean. Whole: any whole number of years alike. Drivers are drawn independently.")
                .build();
    }

    private static String drawn(Driver driver) {
        String word = driver.drawn() == Driver.Drawn.NOT
                ? "not drawn"
                : driver.drawn().toString();
        return driver.variation().isPresent()
                ? word + ", coefficient of variation " + driver.variation().getAsDouble()
                : word;
    }

    private Table sizes() {
        return Table.of("Risks and their sizes", risk.shocks())
                .id("risks")
                .label(
                        "Risk",
                        shock -> risk.risks().stream()
                                .filter(one -> one.id().equals(shock.risk()))
                                .map(Risk::name)
                                .findFirst()
                                .orElse(shock.risk()))
                .words("Moves", values::name)
                .unit(shock -> risk.premise(shock).unit().toString())
                .words("How", shock -> shock.change() == Shock.Change.ADD ? "by" : "to")
                .value("Size", Shown.AS_IS, values::size)
                .words("Period", shock -> risk.premise(shock).period().toString())
                .sources(Shock::sources)
                .prose("Why", Shock::reason)
                .note(risk.risks().stream()
                        .map(one -> one.name() + " would contradict: “" + one.claim() + "”")
                        .collect(Collectors.joining(" ")))
                .build();
    }

    private Function<Integer, Key> bar(Conclusion conclusion, String part) {
        return rank -> risk.bar(conclusion, rank, part).chosen();
    }

    /** How far each driver moves what decides a conclusion, the widest first. */
    private Table moved(Conclusion conclusion) {
        ImmutableList<Integer> ranks =
                IntStream.rangeClosed(1, risk.bars(conclusion)).boxed().collect(ImmutableList.toImmutableList());
        return Table.of(
                        "Drivers of the " + Words.inSentence(Turning.decidedBy(risk, conclusion))
                                + ", the widest first",
                        ranks)
                .id("tornado", Turning.decidedBy(risk, conclusion))
                .labelOf("Driver", bar(conclusion, "driver"))
                .word("Goes from and to", bar(conclusion, "range"))
                .value("Driver low", Turning.change(conclusion), bar(conclusion, "low"))
                .value("Driver high", Turning.change(conclusion), bar(conclusion, "high"))
                .note(
                        "How far the number moves when one driver is at its low or high end and all others stay. Drivers that"
                                + " do not move it in any scenario are left out.")
                .build();
    }
}
