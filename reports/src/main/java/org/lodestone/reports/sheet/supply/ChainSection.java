package org.lodestone.reports.sheet.supply;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.PrintedFigure;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The sections on the chain: one stage by stage, one country by country. */
public record ChainSection(Dataset dataset, ChainAnalysis chain, Model.Builder model) {

    /** Both sections, with the table of ones and zeros behind their words and counts. */
    public static Part of(Dataset dataset, ChainAnalysis chain) {
        return new ChainSection(dataset, chain, Model.builder().include(chain.model())).part();
    }

    private Part part() {
        ChainByCountry byCountry = new ChainByCountry(dataset, chain);
        List<Block> blocks = new ArrayList<>(List.of(byCountry.shares(), threshold()));
        if (chain.onlyStage().isEmpty()) {
            blocks.add(byCountry.flags());
        }
        blocks.add(printed(
                "printed-shares",
                "Shares as printed, without the amounts behind them",
                chain.shares(),
                "A share without its amounts has no denominator that could be checked. It counts for a country"
                        + " where used: the newest of a stage that has no amounts by country."));
        blocks.add(printed(
                "single-amounts",
                "Amounts of one country alone, from which no share follows",
                chain.alone(),
                "No other country and no world total has a figure in this measure."));
        if (chain.onlyStage().isEmpty()) {
            blocks.add(byCountry.steps());
        }
        Part.Builder part = Part.builder(model)
                .section(Section.of(
                        "Countries",
                        "The chain by country",
                        "Latest observed year of each measure; a country holds a stage where its share reaches the threshold",
                        Block.withContent(blocks)));
        ChainFindings.add(chain, part, model);
        return part.build();
    }

    // ---------------------------------------------------------------- tables

    private Block threshold() {
        String name = dataset.assumptions().stream()
                .filter(assumption -> assumption.id().equals(ChainAnalysis.THRESHOLD))
                .findFirst()
                .map(Assumption::name)
                .orElse("Share from which a country has a stage");
        return Table.of("Threshold for holding a stage", List.of(name))
                .id("chain-threshold")
                .label("Assumption", assumption -> assumption)
                .unit(assumption -> "%")
                .sources()
                .value("Value", Shown.AS_IS, assumption -> chain.threshold())
                .build();
    }

    /** Figures as printed, a group for each measure. */
    private static Block printed(String id, String heading, List<PrintedFigure> figures, String note) {
        return Table.of(heading, figures)
                .id(id)
                .grouped(printed -> printed.figure().measure().name())
                .label("Of whom", printed -> printed.figure().place().name())
                .unit(printed -> printed.figure().unit().toString())
                .sources()
                .words("Year", printed -> printed.figure().period().toString())
                .words("Used", printed -> printed.used() ? "used" : "")
                .value("Printed", ChainSection::shown, PrintedFigure::key)
                .note(note)
                .build();
    }

    private static Shown shown(PrintedFigure printed) {
        return printed.figure().measure().kind() == Measure.Kind.SHARE ? Shown.AS_IS : Shown.WHOLE;
    }
}
