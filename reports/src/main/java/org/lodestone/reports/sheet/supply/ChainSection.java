package org.lodestone.reports.sheet.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.PrintedFigure;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The sections on the chain: one stage by stage, one country by country. */
public final class ChainSection {

    private final Dataset dataset;
    private final ChainAnalysis chain;
    private final Model.Builder model;

    private ChainSection(Dataset dataset, ChainAnalysis chain) {
        this.dataset = dataset;
        this.chain = chain;
        this.model = Model.builder().include(chain.model());
    }

    /** Both sections, with the table of ones and zeros behind their words and counts. */
    public static Part of(Dataset dataset, ChainAnalysis chain) {
        return new ChainSection(dataset, chain).part();
    }

    private Part part() {
        ChainByCountry byCountry = new ChainByCountry(dataset, chain);
        List<Block> blocks = new ArrayList<>(List.of(byCountry.shares(), threshold()));
        if (chain.onlyStage().isEmpty()) {
            blocks.add(byCountry.flags());
        }
        printed(
                        "Shares as printed, without the amounts behind them",
                        chain.shares(),
                        "A share without its amounts has no denominator that could be checked. It counts for a country"
                                + " where used: the newest of a stage that has no amounts by country.")
                .ifPresent(blocks::add);
        printed(
                        "Amounts of one country alone, from which no share follows",
                        chain.alone(),
                        "No other country and no world total has a figure in this measure.")
                .ifPresent(blocks::add);
        if (chain.onlyStage().isEmpty()) {
            blocks.add(byCountry.steps());
        }
        Part.Builder part = Part.builder(model)
                .section(Section.of(
                        "Countries",
                        "The chain by country",
                        "Latest observed year of each measure; a country holds a stage where its share reaches the threshold",
                        blocks));
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
                .label("Assumption", assumption -> assumption)
                .unit(assumption -> "%")
                .sources()
                .value("Value", Shown.AS_IS, assumption -> chain.threshold())
                .build();
    }

    /** Figures as printed, a group for each measure. */
    private static Optional<Block> printed(String heading, List<PrintedFigure> figures, String note) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Column> columns = ImmutableList.of(
                Column.of("Of whom", Column.Role.LABEL),
                Column.of("Unit", Column.Role.UNIT),
                Column.of("Source", Column.Role.SOURCES),
                Column.of("Year", Column.Role.WORDS),
                Column.of("Used", Column.Role.WORDS),
                Column.of("Printed", Column.Role.VALUE));
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        Optional<Measure> group = Optional.empty();
        for (PrintedFigure printed : figures) {
            Optional<Measure> measure = Optional.of(printed.figure().measure());
            if (!measure.equals(group)) {
                group = measure;
                rows.add(group(measure.get().name(), columns.size()));
            }
            rows.add(row(printed));
        }
        return Optional.of(new Table(heading, columns, rows.build(), ImmutableList.of(), ImmutableList.of(note)));
    }

    private static Row group(String title, int columns) {
        ImmutableList.Builder<Cell> cells = ImmutableList.<Cell>builder().add(new Cell.Words(title));
        for (int i = 1; i < columns; i++) {
            cells.add(Cell.BLANK);
        }
        return new Row(Row.Kind.GROUP, cells.build());
    }

    private static Row row(PrintedFigure printed) {
        boolean isShare = printed.figure().measure().kind() == Measure.Kind.SHARE;
        return new Row(
                Row.Kind.BODY,
                ImmutableList.of(
                        new Cell.Words(printed.figure().place().name()),
                        new Cell.Words(printed.figure().unit().toString()),
                        Cell.CITES,
                        new Cell.Words(printed.figure().period().toString()),
                        new Cell.Words(printed.used() ? "used" : ""),
                        new Cell.Of(printed.key(), isShare ? Shown.AS_IS : Shown.WHOLE)));
    }
}
