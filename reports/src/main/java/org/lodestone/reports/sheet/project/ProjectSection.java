package org.lodestone.reports.sheet.project;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.project.Milestone;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.output.OutputHistory;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.project.Pipeline.Phase;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/** The sections on projects: lines and their dates, what lies in the ground, and what was made. */
public record ProjectSection(Dataset dataset, Pipeline pipeline, Model.Builder model) {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}(?:-[0-9]{2}){0,2}");

    /** The sections, each where the dataset has something for it. */
    public static Part of(Dataset dataset, Pipeline pipeline) {
        return new ProjectSection(dataset, pipeline, Model.builder().include(pipeline.model())).part();
    }

    private Part part() {
        ImmutableList.Builder<Section> sections =
                ImmutableList.<Section>builder().add(lines());
        ImmutableList<ReserveStatement> statements = ReserveStatement.of(dataset);
        if (!statements.isEmpty()) {
            model.include(ReserveStatement.model(statements));
            sections.add(reserves(statements));
        }
        if (!dataset.outputs().isEmpty()) {
            OutputHistory history = new OutputHistory(dataset);
            model.include(history.model());
            sections.add(Section.of(
                    "Project output",
                    "Output of projects, as stated",
                    "Each output on its own basis; nothing is added up, since outputs of one project overlap",
                    history.blocks()));
        }
        return new Part(sections.build(), model.build());
    }

    // ---------------------------------------------------------------- lines

    private Section lines() {
        List<Block> blocks = new ArrayList<>();
        List<Stage> summed = stages(stage -> !pipeline.inReo(stage).isEmpty());
        if (!summed.isEmpty()) {
            blocks.add(
                    new Block.Prose("", summed.stream().map(this::finding).collect(ImmutableList.toImmutableList())));
            blocks.add(sums(summed));
        }
        for (Stage stage : stages(stage -> !pipeline.lines(stage).isEmpty())) {
            blocks.add(lines("Lines in " + stage.name().toLowerCase(Locale.ROOT), pipeline.lines(stage)));
        }
        List<Project> elsewhere = pipeline.lines().stream()
                .filter(line -> dataset.chain().stage(line.stage()).isEmpty())
                .toList();
        if (!elsewhere.isEmpty()) {
            blocks.add(lines("Lines of a stage that the chain does not have", elsewhere));
        }
        if (!dataset.milestones().isEmpty()) {
            blocks.add(milestones());
        }
        boolean all =
                pipeline.lines().stream().allMatch(line -> line.capacityReo().isPresent());
        return Section.of(
                "Project data",
                all || summed.isEmpty()
                        ? "What runs, what is being built and what is planned"
                        : "Lines in operation, in construction and planned: only some add up",
                "Nameplate capacity of each line on its own basis, as its source states it",
                blocks);
    }

    private List<Stage> stages(Predicate<Stage> which) {
        return dataset.chain().stages().stream().filter(which).toList();
    }

    private Block.Sentence finding(Stage stage) {
        List<Formula> each = Stream.of(Phase.values())
                .map(phase -> words().with("amount", pipeline.sum(stage, phase))
                        .with("phase", phase.toString().toLowerCase(Locale.ROOT))
                        .clause("{amount:0} {phase}|none stated {phase}"))
                .toList();
        Key key = Term.of("projects").sub("finding").of(Subject.of(stage));
        return new Block.Sentence.Live(model.calculation(
                key,
                words().with("stage", stage.name())
                        .with("unit", Pipeline.REO.toString())
                        .with("each", Wording.inARow(", ", each))
                        .say("{stage}, {unit}, from lines that state it: {each}.")));
    }

    private Block sums(List<Stage> stages) {
        var table = Table.of("Nameplate capacity in " + Pipeline.REO + ", sums of known lines", stages)
                .id("nameplate-capacity")
                .label("Stage", Stage::name)
                .words("Lines counted", stage -> names(pipeline.inReo(stage)))
                .words("Left out: no " + Pipeline.REO + " stated", this::leftOut)
                .value("Lines", Shown.ORDINAL, Pipeline::count);
        for (Phase phase : Phase.values()) {
            table.optional(phase.toString(), Shown.WHOLE, stage -> pipeline.sum(stage, phase));
        }
        return table.note("Operating includes ramping, being built commissioning, planned development and delayed. An"
                        + " expansion may state the whole with what runs already, and a line may feed another: see the"
                        + " notes on each line; nothing is taken off for it here. Stages are not added either, since they"
                        + " handle the same tonnes one after the other.")
                .build();
    }

    private String leftOut(Stage stage) {
        return names(pipeline.lines(stage).stream()
                .filter(line -> line.capacityReo().isEmpty())
                .toList());
    }

    private static String names(List<Project> lines) {
        return lines.stream().map(Project::project).distinct().collect(Collectors.joining(", "));
    }

    private Block lines(String heading, List<Project> lines) {
        var table = Table.of(heading, lines)
                .id("project-lines", heading)
                .label("Project, operator and place", ProjectSection::inWords)
                .words("Product", project -> Words.byItself(project.product()))
                .sources()
                .words("Status", line -> line.status().toString())
                .words("First year", Project::firstYear)
                .unit(line -> line.unit().map(Unit::toString).orElse(""))
                .column("Capacity", line -> new Cell.Of(Pipeline.capacity(line), AsPrinted.shown(line.capacity())));
        if (lines.stream().anyMatch(line -> line.capacityReo().isPresent())) {
            table.column(Pipeline.REO.toString(), this::capacityInReo);
        }
        return table.build();
    }

    private static String inWords(Project line) {
        return line.project() + "\n" + line.operator() + ", " + line.place();
    }

    private Cell capacityInReo(Project line) {
        return line.capacityReo()
                .<Cell>map(reo -> new Cell.Of(Pipeline.capacityInReo(line), AsPrinted.shown(reo)))
                .orElse(Cell.BLANK);
    }

    // ---------------------------------------------------------------- dates

    private Block milestones() {
        List<Milestone> milestones = inOrder(dataset.milestones());
        var table = Table.of("Dates announced and dates met", milestones)
                .id("milestones")
                .label("Project", Milestone::project)
                .words("Milestone", one -> Words.byItself(one.milestone()))
                .sources(milestone -> milestone.citation().sources())
                .words("Reliability", milestone -> reliability(milestone.citation()))
                .unit("Announced", milestone -> milestone.announced())
                .unit("Target", milestone -> orElse(milestone.target(), "none given"))
                .unit("Actual", milestone -> orElse(milestone.actual(), "not known"))
                .note("Not known: it has not happened, or no source says so.");
        for (Milestone milestone : milestones) {
            if (!milestone.citation().note().isEmpty()) {
                table.note(milestone.project() + ", " + milestone.milestone() + ", announced " + milestone.announced()
                        + ": " + milestone.citation().note());
            }
        }
        return table.build();
    }

    private static String reliability(Citation citation) {
        return citation.isSecondary() ? "secondary" : citation.reliability().toString();
    }

    private static String orElse(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words;
    }

    /** One project after the other, each milestone as it moved. */
    private static List<Milestone> inOrder(List<Milestone> milestones) {
        List<String> projects =
                milestones.stream().map(Milestone::project).distinct().toList();
        List<String> steps =
                milestones.stream().map(Milestone::milestone).distinct().toList();
        return milestones.stream()
                .sorted(Comparator.comparingInt((Milestone milestone) -> projects.indexOf(milestone.project()))
                        .thenComparingInt(milestone -> steps.indexOf(milestone.milestone()))
                        .thenComparing(milestone -> lastDate(milestone.announced())))
                .toList();
    }

    /** The last date within words such as {@code earlier in 2024-2025}. */
    private static String lastDate(String words) {
        return DATE.matcher(words)
                .results()
                .map(MatchResult::group)
                .reduce((first, second) -> second)
                .orElse("");
    }

    // ---------------------------------------------------------------- ground

    private Section reserves(List<ReserveStatement> statements) {
        Block tolerance = Table.of("Tolerance between contained oxides and tonnage times grade", List.of("Tolerance"))
                .id("reserve-tolerance")
                .label("Assumption", name -> name)
                .words("Of", name -> "tonnage times grade")
                .sources()
                .unit(name -> "%")
                .value("Value", Shown.AS_IS, name -> ReserveStatement.TOLERANCE)
                .build();
        List<Block> blocks = new ArrayList<>();
        if (model.build().has(ReserveStatement.FINDING)) {
            blocks.add(new Block.Prose("", ImmutableList.of(new Block.Sentence.Live(ReserveStatement.FINDING))));
        }
        blocks.add(statementTable(statements));
        if (areOxides(statements)) {
            blocks.add(tolerance);
        }
        return Section.of(
                "Project reserves",
                "Reserves and resources by statement",
                "A resource is not a reserve, and the statements on one project overlap: nothing is added up",
                blocks);
    }

    private static Block statementTable(List<ReserveStatement> statements) {
        var table = Table.of("Reserves and resources", statements)
                .id("project-reserves")
                .label("Project and operator", ProjectSection::inWords)
                .words(
                        "Category",
                        statement -> Words.byItself(statement.reserve().category()))
                .sources()
                .unit("As of", statement -> statement.reserve().asOf())
                .unit(statement ->
                        statement.reserve().tonnageUnit().map(Unit::toString).orElse(""))
                .column(
                        "Tonnage",
                        statement ->
                                cell(statement.tonnage(), statement.reserve().tonnage()))
                .column(
                        "Grade, %",
                        statement -> cell(statement.grade(), statement.reserve().gradePct()));
        if (areOxides(statements)) {
            table.column(
                            "Contained, t REO",
                            statement -> cell(
                                    statement.contained(), statement.reserve().containedReo()))
                    .optional("Contained against tonnage × grade", Shown.PERCENT, ReserveStatement::off)
                    .optional("Agrees", Shown.CHECK, statement -> statement.agrees())
                    .note("Checked where tonnage, grade and contained oxides are all exact.");
        }
        return table.build();
    }

    /** Whether one of them says what it contains in oxides, by which tonnage and grade are checked. */
    private static boolean areOxides(List<ReserveStatement> statements) {
        return statements.stream().anyMatch(statement -> statement.contained().isPresent());
    }

    private static String inWords(ReserveStatement statement) {
        String operator = statement.reserve().operator();
        return statement.reserve().project() + (operator.isEmpty() ? "" : "\n" + operator);
    }

    private static Cell cell(Optional<Key> key, Optional<Observation> observation) {
        return Cell.of(key, AsPrinted.shown(observation));
    }
}
