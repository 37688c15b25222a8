package org.lodestone.reports.chain;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.supply.Supply;

/** The sections on the chain: one stage by stage, one country by country. */
public final class ChainSection {

    private static final Term FINDING = Term.of("chain").sub("finding");

    private final Dataset dataset;
    private final ChainAnalysis chain;
    private final Model.Builder model;

    private ChainSection(Dataset dataset, ChainAnalysis chain) {
        this.dataset = dataset;
        this.chain = chain;
        this.model = Model.builder().include(chain.model());
    }

    public static Part of(Dataset dataset, ChainAnalysis chain) {
        return new ChainSection(dataset, chain).part();
    }

    private Part part() {
        boolean compares = chain.onlyStage().isEmpty();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", compares ? findings() : findingsOfOne()));
        blocks.add(stages());
        if (compares) {
            charts().ifPresent(blocks::add);
        }
        blocks.add(threshold());
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
        Section stages = Section.of(
                "Chain",
                title(),
                "Stage by stage: latest observed year of each measure, each on its own basis; outlooks are left out",
                blocks);
        Part.Builder part = Part.builder(model).section(stages);
        if (compares) {
            part.section(new ChainByCountry(chain).section());
        }
        ChainFindings.add(chain, part, model);
        return part.build();
    }

    private String title() {
        if (chain.onlyStage().isPresent()) {
            return "Only " + Words.inSentence(chain.onlyStage().get().name())
                    + " has figures by country, so stages cannot be compared";
        }
        return chain.narrowestRow()
                .map(row -> row.stage().name() + " is where the chain is narrowest")
                .orElse("No stage has amounts by country, so none can be called the narrowest");
    }

    // ---------------------------------------------------------------- findings

    private ImmutableList<Block.Sentence> findings() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        if (chain.narrowestRow().isPresent()) {
            sentences.add(say("narrowest", mostConcentrated()));
            sentences.add(say(
                    "least left",
                    sentence(
                            chain.leastLeft().ref(),
                            text(" keeps the least without its largest holder: "),
                            percent(chain.leastLeftShare().ref(), 1),
                            text(" of what there is now."))));
        }
        sentences.add(say("holders", holders()));
        sentences.add(say("whole chain", wholeChain()));
        unknown().ifPresent(sentences::add);
        return sentences.build();
    }

    /** Each measure of the one stage that has figures. */
    private ImmutableList<Block.Sentence> findingsOfOne() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        chain.rows().stream()
                .filter(StageRow::isMeasured)
                .forEach(row -> sentences.add(say(
                        row.label(),
                        sentence(
                                chain.name(row).ref(),
                                text(": "),
                                chain.largest(row).ref(),
                                text(" holds "),
                                percent(chain.largestShare(row).ref(), 2),
                                text(", HHI "),
                                chain.hhi(row).ref().fixed(1),
                                text("; without it "),
                                percent(chain.left(row).ref(), 1),
                                text(" would be left.")))));
        unknown().ifPresent(sentences::add);
        return sentences.build();
    }

    private Optional<Block.Sentence> unknown() {
        return chain.withoutFigures().isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Sentence.Plain("Not known, since the dataset has no figures by country: "
                        + chain.withoutFigures().stream()
                                .map(stage -> Words.inSentence(stage.name()))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private Formula mostConcentrated() {
        return sentence(
                chain.narrowest().ref(),
                text(" is the narrowest of the stages with amounts by country: HHI "),
                chain.highestHhi().ref().fixed(1),
                text("; "),
                chain.ofNarrowest(chain::largest),
                text(" holds "),
                percent(chain.ofNarrowest(chain::largestShare), 2),
                text("."));
    }

    private Formula holders() {
        List<Formula> parts = new ArrayList<>();
        parts.add(text("Countries at or above "));
        parts.add(chain.threshold().ref().fixed(1));
        parts.add(text("% of a stage: "));
        String before = "";
        for (Stage stage : chain.stages()) {
            Formula holders = chain.holders(stage).ref();
            parts.add(text(before + Words.inSentence(stage.name()) + " "));
            parts.add(holders.isKnown().then(holders.fixed(0), text("not known")));
            before = ", ";
        }
        parts.add(text("."));
        return sentence(parts.toArray(Formula[]::new));
    }

    private Formula wholeChain() {
        Formula known = sentence(
                text("Countries known to have every stage: "),
                chain.knownWholeChains().ref().fixed(0),
                text(". "));
        Formula open = chain.openChains().ref();
        Formula one = sentence(
                chain.firstOpen().ref(),
                text(" is the only country that the figures do not rule out; each other one falls short in a stage"
                        + " that has figures."));
        Formula several =
                sentence(open.fixed(0), text(" countries are not ruled out, since a stage has no figure for them."));
        return sentence(
                known,
                open.isEqualTo(ZERO)
                        .then(
                                text("For every country, the figures decide it."),
                                open.isEqualTo(ONE).then(one, several)));
    }

    private Block.Sentence say(String part, Formula sentence) {
        Key key = FINDING.sub(part).key().in(Case.of(chain.edition()));
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }

    // ---------------------------------------------------------------- tables

    private Block threshold() {
        String name = dataset.assumptions().stream()
                .filter(assumption -> assumption.id().equals(ChainAnalysis.THRESHOLD))
                .findFirst()
                .map(Assumption::name)
                .orElse("Share from which a country has a stage");
        return Table.of("What counts as having a stage", List.of(name))
                .label("Assumption", assumption -> assumption)
                .unit(assumption -> "%")
                .sources()
                .value("Value", Shown.AS_IS, assumption -> chain.threshold())
                .build();
    }

    private Block stages() {
        var table = Table.of("Each stage, by each of its measures", chain.rows())
                .labelOf("Stage and measure", chain::name)
                .unit(row -> row.supply()
                        .map(supply -> supply.measure().unit().toString())
                        .orElse(""))
                .column("Source", Column.Role.SOURCES, this::source)
                .words(
                        "Year",
                        row -> row.supply()
                                .map(supply -> supply.latest().toString())
                                .orElse(""))
                .column("Largest holder", Column.Role.WORDS, row -> new Cell.Of(chain.largest(row), Shown.TEXT))
                .value("Its share", Shown.PERCENT_2, chain::largestShare)
                .value("Share left without it", Shown.PERCENT_2, chain::left)
                .value("HHI, low", Shown.ONE_DECIMAL, chain::hhi)
                .value("HHI, high", Shown.ONE_DECIMAL, chain::hhiUpper)
                .value("Countries at or above the threshold", Shown.ORDINAL, chain::holders)
                .note("Shares are of the sum of rows, and measures on different bases are never added or compared tonne"
                        + " for tonne. HHI on 0 to 10,000; low and high differ by what the block of other countries"
                        + " may hide.");
        for (StageRow row : chain.rows()) {
            row.supply().ifPresent(supply -> table.note(inWords(supply)));
        }
        return table.build();
    }

    /** Where a row's amounts come from, or what there is instead. */
    private Cell source(StageRow row) {
        if (row.isMeasured()) {
            return new Cell.Cites(Optional.ofNullable(
                            dataset.editions().get(row.supply().orElseThrow().edition()))
                    .map(Edition::sources)
                    .orElse(ImmutableList.of()));
        }
        return new Cell.Words(row.isPrinted() ? "printed shares only" : "no figures by country in this dataset");
    }

    private String inWords(Supply supply) {
        Measure measure = supply.measure();
        String edition = Optional.ofNullable(dataset.editions().get(supply.edition()))
                .map(found -> ", " + found.name())
                .orElse("");
        return (measure.name() + edition + ": " + measure.description()).strip()
                + (supply.allKnown(supply.latest())
                        ? ""
                        : " Some countries have no figure: shares are of the sum of known rows.");
    }

    private Optional<Block> charts() {
        List<StageRow> measured =
                chain.rows().stream().filter(StageRow::isMeasured).toList();
        if (measured.size() < 2) {
            return Optional.empty();
        }
        // a stage without figures keeps its place between the others, where it leaves a gap
        List<StageRow> shown = chain.rows()
                .subList(
                        chain.rows().indexOf(measured.get(0)),
                        chain.rows().lastIndexOf(measured.get(measured.size() - 1)) + 1);
        return Optional.of(Block.charts(
                Chart.bars("How concentrated each stage is by country", "HHI")
                        .series("HHI", span(shown.stream().map(chain::hhi).toList()))
                        .build(),
                Chart.bars("How many countries have each stage", "countries")
                        .series(
                                "Countries",
                                span(shown.stream().map(chain::holders).toList()))
                        .build()));
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
