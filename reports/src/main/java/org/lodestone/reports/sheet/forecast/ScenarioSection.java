package org.lodestone.reports.sheet.forecast;

import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;

/** The section on scenarios: assumptions side by side, the chosen column, and what each scenario comes to. */
public final class ScenarioSection {

    private final ForecastStudy study;
    private final Scenarios scenarios;
    private final Model.Builder model;
    private final List<OutlookComparison> outlooks;
    private final ImmutableList<Outcome.Headline> headlines;
    private final Map<Key, Key> published;

    private ScenarioSection(Supplies supplies, ForecastStudy study) {
        this.study = study;
        this.scenarios = study.scenarios();
        this.model = Model.builder().include(study.model());
        this.outlooks = study.chosen().supplies().stream()
                .flatMap(supply -> OutlookComparison.of(supplies, supply).stream())
                .toList();
        outlooks.forEach(beside -> model.include(beside.model()));
        this.headlines = study.chosen().headlines();
        this.published = published();
    }

    /** The numbers of published outlooks beside those by which scenarios are compared, by the number of the chosen one. */
    private Map<Key, Key> published() {
        Map<Key, Key> published = new HashMap<>();
        Outcome chosen = study.chosen();
        for (OutlookComparison beside : outlooks) {
            SupplyForecast supply = beside.supply();
            Period end = supply.horizon();
            Optional.of(beside)
                    .filter(OutlookComparison::isSameMeasure)
                    .flatMap(one -> one.total(end))
                    .ifPresent(total -> published.put(supply.total(end), total));
            beside.growth().ifPresent(growth -> published.put(supply.averageGrowth(), growth));
            chosen.conclusions().stream()
                    .filter(conclusion ->
                            conclusion.measure().equals(supply.measure().id()))
                    .flatMap(conclusion -> conclusion.place().stream())
                    .forEach(place -> beside.share(place, end)
                            .ifPresent(share -> published.put(supply.share(place, end), share)));
        }
        for (Replacement replacement : chosen.replacements()) {
            Period end = replacement.supply().horizon();
            if (replacement.outlooks().contains(end)) {
                published.put(replacement.ratio(end), replacement.outlookRatio(end));
            }
        }
        return published;
    }

    private Optional<Key> published(Outcome.Headline headline) {
        return Optional.ofNullable(published.get(headline.key()));
    }

    /** The section, with a column for each scenario and one for the chosen. */
    public static Part of(Supplies supplies, ForecastStudy study) {
        return new ScenarioSection(supplies, study).part(Slips.of(supplies.dataset()));
    }

    /** A row of the sheet: a value in every scenario, and as chosen. */
    private record Line(
            String name,
            String unit,
            String applies,
            String kind,
            Function<Case, Cell> value,
            Cell sources,
            String why) {}

    private Part part(Optional<Slips> slips) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", introduction()));
        beside().ifPresent(blocks::add);
        blocks.add(compared(comparison())
                .note("The chosen column is calculated from the chosen assumptions, the others from their own: see the"
                        + " hidden sheets that begin with Path. A check holds the two equal.")
                .note(outlook()
                        .map(beside -> "Of the " + beside.name() + " this is the " + beside.assumed()
                                + "; where it counts another basis than ours, only its growth and shares are shown, from its"
                                + " own base year.")
                        .orElse("No outlook is published for these measures."))
                .build());
        List<Line> lines = new ArrayList<>(choices());
        scenarios.premises().forEach(premise -> lines.add(line(premise)));
        blocks.add(table("Assumptions", lines)
                .column("Source", Column.Role.SOURCES, Line::sources)
                .prose("Why", Line::why)
                .note(
                        "Kind of the value in the base scenario: a figure is published as it stands, derived is calculated"
                                + " from figures, assumed is an analyst's judgement, a choice is a definition or a setting.")
                .build());
        Part.Builder part = Part.builder(model)
                .section(Section.of(
                                "Scenarios",
                                "Assumptions and results by scenario",
                                "Blue cells may be changed. A black one takes the value of the base scenario",
                                blocks)
                        .asReference());
        ForecastFindings.add(study, slips, part, model);
        return part.build();
    }

    private ImmutableList<Block.Sentence> introduction() {
        Key chosen = model.calculation(
                Term.of("scenarios").sub("finding").key(),
                words().with("scenario", Scenarios.IN_FORCE)
                        .say(
                                "Shown throughout the workbook: {scenario}. Choose another on the sheet Control, and every sheet"
                                        + " follows."));
        ImmutableList.Builder<Block.Sentence> sentences =
                ImmutableList.<Block.Sentence>builder().add(new Block.Sentence.Live(chosen));
        scenarios
                .all()
                .forEach(scenario ->
                        sentences.add(new Block.Sentence.Plain(scenario.name() + ": " + scenario.description())));
        return sentences.build();
    }

    private Table.ListBuilder<Line> table(String heading, List<Line> lines) {
        var table = Table.of(heading, lines)
                .label("", Line::name)
                .unit(Line::unit)
                .words("Applies", Line::applies)
                .words("Kind", Line::kind)
                .column("Chosen", line -> line.value().apply(Scenarios.CHOSEN));
        for (Case scenario : scenarios.cases()) {
            table.column(scenario.name(), line -> line.value().apply(scenario));
        }
        return table;
    }

    /** The comparison, with a published outlook beside it where there is one. */
    private Table.ListBuilder<Line> compared(List<Line> lines) {
        var table = table("All scenarios at once", lines).id("scenarios");
        outlook().ifPresent(beside -> table.column(beside.name(), line -> outlook(headlines.get(lines.indexOf(line)))));
        return table;
    }

    // ---------------------------------------------------------------- comparison

    /** All scenarios at once, and the chosen one, whose numbers come from its own calculation. */
    private List<Line> comparison() {
        return study.comparison().stream()
                .map(headline -> new Line(
                        headline.name(),
                        headline.unit(),
                        "",
                        "",
                        in -> Cell.again(
                                in.equals(Scenarios.CHOSEN)
                                        ? headline.chosen()
                                        : headline.inEach()
                                                .get(scenarios.cases().indexOf(in)),
                                headline.shown()),
                        Cell.BLANK,
                        ""))
                .toList();
    }

    // ---------------------------------------------------------------- outlook

    private Optional<OutlookComparison> outlook() {
        return outlooks.stream().findFirst();
    }

    private Cell outlook(Outcome.Headline headline) {
        return Cell.again(published(headline), headline.shown());
    }

    /** The shares of every scenario and of the outlook, as columns. */
    private Optional<Block> beside() {
        List<Chart.Series> series = new ArrayList<>();
        for (int i = 0; i < headlines.size(); i++) {
            List<Key> row = new ArrayList<>(study.comparison().get(i).inEach());
            Outcome.Headline headline = headlines.get(i);
            published(headline).filter(key -> headline.shown() == Shown.PERCENT).ifPresent(key -> {
                row.add(key);
                series.add(Chart.series(headline.name(), span(row)));
            });
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.charts(Chart.columns(
                                "Shares in every scenario, beside the "
                                        + outlook().map(OutlookComparison::name).orElse("outlook"),
                                "%")
                        .series(series)
                        .build()));
    }

    // ---------------------------------------------------------------- assumptions

    /** The choices made by a word: the scenario itself, and the demand it meets. */
    private List<Line> choices() {
        String why = scenarios.all().stream()
                .map(scenario -> scenario.name() + ": " + scenario.reason())
                .collect(Collectors.joining(" "));
        return List.of(
                new Line("Scenario", "", "", "", word(this::name), Cell.BLANK, ""),
                new Line("Case of demand", "", "", "choice", word(scenarios::demandCase), Cell.CITES, why),
                new Line(
                        "Path of demand between the years given",
                        "",
                        "",
                        "choice",
                        word(scenarios::demandPath),
                        Cell.CITES,
                        "geometric: the same growth each year; linear: the same amount each year."));
    }

    private static Function<Case, Cell> word(Function<Case, Key> key) {
        return in -> new Cell.Of(key.apply(in), Shown.WORD);
    }

    private Key name(Case in) {
        return scenarios.all().stream()
                .filter(scenario -> Scenarios.caseOf(scenario).equals(in))
                .findFirst()
                .map(scenarios::name)
                .orElse(Scenarios.SELECTOR);
    }

    private Line line(Premise premise) {
        return new Line(
                premise.words(),
                premise.unit().toString(),
                premise.period().toString(),
                origin(premise),
                in -> new Cell.Of(scenarios.key(premise, in), Shown.AS_IS),
                Cell.CITES,
                reasons(premise));
    }

    private String origin(Premise premise) {
        return scenarios
                .own(premise, scenarios.base())
                .map(assumption -> assumption.origin().toString())
                .orElse("");
    }

    /** The reason of the base scenario, and of every other that differs; of a list, at its first step only. */
    private String reasons(Premise premise) {
        if (premise.step() > 1) {
            return "";
        }
        StringBuilder reasons = new StringBuilder();
        String before = "";
        for (Scenario scenario : scenarios.all()) {
            Optional<Assumption> own = scenarios.own(premise, scenario);
            String reason = own.map(Assumption::reason).orElse(before);
            if (!reason.equals(before)) {
                reasons.append(reasons.length() == 0 ? "" : " " + scenario.name() + ": ")
                        .append(reason);
            }
            before = before.isEmpty() ? reason : before;
        }
        return reasons.toString();
    }
}
