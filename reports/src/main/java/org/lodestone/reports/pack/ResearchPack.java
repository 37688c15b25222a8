package org.lodestone.reports.pack;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Source;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Publication;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.Side;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.thread.Blocks;
import org.lodestone.reports.internal.words.ClaimedTexts;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.result.Results;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.sheet.page.Pages;
import org.lodestone.reports.sheet.rows.ClaimSection;
import org.lodestone.reports.sheet.rows.MarketSection;

/**
 * The whole report on a resource: every section for which the dataset has data, and those of one's own.
 *
 * <pre>
 * Report report = ResearchPack.of(dataset).withScenario("Tight").with(part).report();
 * </pre>
 *
 * <p>The dataset is opened by {@link org.lodestone.core.dataset.Datasets}. {@code Workbooks} of the module
 * {@code org.lodestone.excel} writes the report, {@code ResearchNotes} the {@linkplain #note note}. Each analysis can be had
 * by itself, from {@link #analyses} or on its own: {@link org.lodestone.reports.supply.Supply Supply},
 * {@link org.lodestone.reports.forecast.ForecastStudy ForecastStudy}, {@link org.lodestone.reports.risk.RiskAnalysis
 * RiskAnalysis}, {@link org.lodestone.reports.screen.ScreenStudy ScreenStudy} and
 * {@link org.lodestone.reports.comparison.Comparison Comparison}.
 *
 * <p>Immutable. What was made for {@link #report} serves {@link #note} as well; it is made by as many threads as the {@link Run} has.
 */
public final class ResearchPack {

    /** Sections that stand on the sheet of another, which says more of the same. */
    private static final ImmutableMap<String, String> SHEETS = ImmutableMap.of(
            "Demand", "Supply",
            "Heavy prices", MarketSection.NAME,
            "Project reserves", "Project data",
            "Track record", "Project data");

    /** Which sheets a pack has. Whichever these are, what is typed on one is followed by the others. */
    public enum Sheets {
        /** The pages with scenarios, editions, checks and sources: what a client is sent. */
        CORE,
        /** The same with the backup that they rest on. */
        ALL;

        Part of(Part part) {
            return this == ALL ? part : part.withoutBackup();
        }

        /** The word that is typed: {@code core}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Dataset dataset;
    private final Optional<Dataset> older;
    private final String scenario;
    private final Run run;
    private final LongConsumer progress;
    private final Sheets sheets;
    private final ImmutableList<Part> own;
    private final Analyses analyses;
    private final Supplier<Made> whole = Suppliers.memoize(this::make);

    private ResearchPack(
            Dataset dataset,
            Optional<Dataset> older,
            String scenario,
            Run run,
            LongConsumer progress,
            Sheets sheets,
            ImmutableList<Part> own,
            Analyses analyses) {
        this.dataset = dataset;
        this.older = older;
        this.scenario = scenario;
        this.run = run;
        this.progress = progress;
        this.sheets = sheets;
        this.own = own;
        this.analyses = analyses;
    }

    /** The pack of a dataset, with the base scenario chosen at first, the usual simulation, and the sheets that a client is sent. */
    public static ResearchPack of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return of(dataset, Optional.empty(), Scenario.BASE, Run.STANDARD, done -> {}, Sheets.CORE, ImmutableList.of());
    }

    private static ResearchPack of(
            Dataset dataset,
            Optional<Dataset> older,
            String scenario,
            Run run,
            LongConsumer progress,
            Sheets sheets,
            ImmutableList<Part> own) {
        Dataset told =
                older.map(before -> Comparison.asCompared(before, dataset)).orElse(dataset);
        return new ResearchPack(
                dataset, older, scenario, run, progress, sheets, own, Analyses.of(told, scenario, run, progress));
    }

    /** This pack with another scenario chosen at first. {@link #report} throws if the dataset has scenarios, but not this one. */
    public ResearchPack withScenario(String name) {
        requireNonNull(name, "name");
        return of(dataset, older, name, run, progress, sheets, own);
    }

    /** This pack with its simulation run another way. */
    public ResearchPack withRun(Run other) {
        requireNonNull(other, "other");
        return of(dataset, older, scenario, other, progress, sheets, own);
    }

    /**
     * This pack, which tells how far its simulation is.
     *
     * @param other is told how many draws are done, of those of all scenarios; on any thread
     */
    public ResearchPack withProgress(LongConsumer other) {
        requireNonNull(other, "other");
        return of(dataset, older, scenario, run, other, sheets, own);
    }

    /** This pack with other sheets. */
    public ResearchPack withSheets(Sheets other) {
        requireNonNull(other, "other");
        return new ResearchPack(dataset, older, scenario, run, progress, other, own, analyses);
    }

    /**
     * This pack with what changed since another dataset or edition after its front page and Control. Where the two are releases
     * of one series, the pack is of the dataset as it stood at its edition, as {@link Comparison} has it.
     */
    public ResearchPack since(Dataset before) {
        requireNonNull(before, "before");
        return of(dataset, Optional.of(before), scenario, run, progress, sheets, own);
    }

    /**
     * This pack with a part of one's own. Its sheets stand after those of the library that are of the same group, its findings
     * on the front page and in the note, its checks on Checks, its dates on Dates: as those of the library's parts do.
     *
     * <p>{@link #report} throws if a sheet, or a finding, of the pack has the name of one of the part, or if a key means one
     * thing there and another in the part.
     */
    public ResearchPack with(Part part) {
        requireNonNull(part, "part");
        ImmutableList<Part> parts =
                ImmutableList.<Part>builder().addAll(own).add(part).build();
        return new ResearchPack(dataset, older, scenario, run, progress, sheets, parts, analyses);
    }

    /** This pack with the parts that an extension has for it, in the scenario that is chosen now. */
    public ResearchPack with(Extension extension) {
        ResearchPack whole = this;
        for (Part part : extension.parts(analyses)) {
            whole = whole.with(part);
        }
        return whole;
    }

    /** The analyses that the pack is made of, for a part of one's own to start from. */
    public Analyses analyses() {
        return analyses;
    }

    /**
     * One part of the pack by itself, by the name of its sheet or of a section on it: {@code Chain}, {@code Quota detail}. Only
     * what it needs is worked out. Empty where the dataset lacks its data.
     *
     * <p>Front, Control, Dates, Checks, Sources and Workings are made of all the others, and cannot be had alone. Throws
     * {@link UnknownIdException} if no part has that name, with the nearest or all there are.
     */
    public Optional<Part> part(String name) {
        requireNonNull(name, "name");
        Optional<Part> mine = own.stream()
                .filter(part -> part.sections().stream()
                        .anyMatch(section -> section.name().equals(name)))
                .findFirst();
        if (mine.isPresent()) {
            return mine;
        }
        if (Pages.NAMES.contains(name)) {
            return Pages.named(name, analyses);
        }
        Optional<Backup> backup = Backup.named(name);
        if (backup.isPresent()) {
            return backup.get().part().apply(analyses);
        }
        return Optional.of(Pages.ofLaterStage(analyses)
                .filter(page -> page.sections().get(0).name().equals(name))
                .orElseThrow(() -> unknown(name)));
    }

    private IllegalArgumentException unknown(String name) {
        if (OwnParts.RESERVED.contains(name) || name.equals("Workings")) { // which a workbook makes
            return new IllegalArgumentException(
                    "'" + name + "' is made of all the parts of the pack and cannot be had alone.");
        }
        return UnknownIdException.of(
                name,
                "a sheet of the pack of " + dataset.name(),
                names(),
                "Use one of: " + String.join(", ", names()) + ".");
    }

    /** The names by which parts can be had. */
    private ImmutableList<String> names() {
        return Streams.concat(
                        Pages.NAMES.stream(),
                        Pages.ofLaterStage(analyses).stream()
                                .map(page -> page.sections().get(0).name()),
                        Backup.ALL.stream().flatMap(backup -> backup.sections().stream()),
                        own.stream().flatMap(part -> part.sections().stream()).map(Section::name))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /** Problems of the dataset for this pack: claims that name a finding as their answer which neither it nor a part has. */
    public ImmutableList<Problem> problems() {
        Set<String> findings = new LinkedHashSet<>(FindingIds.of(analyses.dataset()));
        own.forEach(part -> part.findings().forEach(finding -> findings.add(finding.id())));
        ImmutableList.Builder<Problem> problems = ImmutableList.builder();
        for (Claim claim : analyses.dataset().claims()) {
            claim.answeredBy()
                    .filter(id -> !findings.contains(id))
                    .ifPresent(id -> problems.add(new Problem(
                            "claims.csv",
                            0,
                            "answered_by",
                            "claim '" + claim.id() + "': answered_by: '" + id + "' is not a finding of the pack. "
                                    + UnknownIdException.remedy(
                                            id, findings, "It has " + String.join(", ", findings) + "."))));
        }
        return problems.build();
    }

    /** The values of the pack as data, each a row, and its tables by their ids: those of all sheets. */
    public Results results() {
        return Results.of(withSheets(Sheets.ALL).report());
    }

    /**
     * The report, ready to be written. Sections without data are left out, and named on the sheet Checks.
     *
     * @throws DataException if there are {@link #problems}
     */
    public Report report() {
        return whole.get().report();
    }

    /** The note that goes with the report: its argument in a few pages, of the same results. */
    public ResearchNote note() {
        Made made = whole.get();
        return ResearchNote.of(made.report(), made.front(), opening(analyses.dataset()), made.lacking());
    }

    /**
     * A report with what else is made of the same parts.
     *
     * @param lacking what the argument is without, and why
     */
    private record Made(Report report, FrontPage front, ImmutableList<String> lacking) {}

    private Optional<Part> made(Backup backup) {
        return backup.need() == Backup.Need.CHAIN && !Pages.tellsChain(analyses)
                ? Optional.empty()
                : backup.part().apply(analyses);
    }

    private Made make() {
        Dataset dataset = analyses.dataset();
        ImmutableList<Problem> problems = problems();
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        ImmutableMap<String, Source> sources = sources();
        List<Supplier<Optional<Part>>> pages = Pages.of(analyses);
        List<Optional<Part>> all = Blocks.results(
                Stream.concat(pages.stream(), Backup.ALL.stream().map(backup -> () -> made(backup)))
                        .toList(),
                run.threads());
        List<Part> made = new ArrayList<>();
        all.stream().limit(pages.size()).flatMap(Optional::stream).forEach(made::add);
        if (sheets == Sheets.ALL || Pages.tellsNote(analyses)) {
            Pages.onClaims(analyses, made).ifPresent(made::add);
        }
        Map<Backup.Need, List<String>> leftOut = new EnumMap<>(Backup.Need.class);
        Streams.forEachPair(
                Backup.ALL.stream(),
                all.stream().skip(pages.size()),
                (backup, part) -> part.ifPresentOrElse(
                        made::add,
                        () -> leftOut.computeIfAbsent(backup.need(), need -> new ArrayList<>())
                                .add(backup.name())));
        List<Part> changed = older
                .map(before -> Comparison.of(before, Side.of(analyses)).part())
                .stream()
                .toList();
        new OwnParts(own)
                .requireNew(
                        made,
                        Stream.concat(changed.stream(), made.stream())
                                .flatMap(part -> part.sections().stream())
                                .map(ResearchPack::sheet));
        made.addAll(own);
        DatesPage.of(dataset.gathered(), made, sources).ifPresent(made::add);
        made.replaceAll(sheets::of);
        OwnParts owned = new OwnParts(own.stream().map(sheets::of).collect(ImmutableList.toImmutableList()));
        made.add(InputChecks.of(made));
        leftOut.remove(Backup.Need.EXTRA);
        List<String> lacking = leftOut.entrySet().stream()
                .map(need -> need.getKey().lackedBy(need.getValue()))
                .toList();
        List<Part> parts = new ArrayList<>();
        Optional<Part> control = ControlSection.of(made);
        FrontPage front = new FrontPage(
                opening(dataset), Stream.concat(control.stream(), made.stream()).toList(), owned, Model.builder());
        parts.add(front.part());
        control.ifPresent(parts::add);
        parts.addAll(changed);
        parts.addAll(made);
        NotRead unread = new NotRead(dataset);
        Model.Builder model = Model.builder();
        List<Section> sections = new ArrayList<>();
        for (Part part : parts) {
            owned.include(part, model);
            part.sections().stream()
                    .map(unread::noted)
                    .map(section -> owned.parts().contains(part) ? section : section.withName(sheet(section)))
                    .forEach(sections::add);
        }
        Model whole = model.build();
        Set<Key> inputs = whole.inputsOf(shown(sections, whole));
        Part checks = CheckSection.of(checks(made, whole, inputs), unread.tables(), lacking);
        model.include(checks.model());
        sections.addAll(checks.sections());
        if (sheets == Sheets.ALL) {
            sections.add(ShownRows.section(dataset, model.build(), sections, model));
        }
        sections.add(SourceSection.of(used(sources, whole, inputs, sections)));
        sections.sort(Comparator.comparing(Section::group));
        Report report = new Report(
                title(dataset),
                subtitle(dataset),
                ScenarioMark.on(Section.joined(sections), control, whole),
                Dated.throughout(model.build()),
                sources,
                Optional.of(new Report.Origin(dataset.name(), dataset.defaultEdition())),
                publication(dataset),
                date(dataset));
        return new Made(report, front, lackedByArgument(leftOut));
    }

    /** The sources of the dataset, and of an older one it is compared with. */
    private ImmutableMap<String, Source> sources() {
        ImmutableMap.Builder<String, Source> sources = ImmutableMap.builder();
        older.ifPresent(before -> sources.putAll(before.sources()));
        return sources.putAll(analyses.dataset().sources()).buildKeepingLast();
    }

    /** The steps of an argument that the sections left out would have shown. */
    private static ImmutableList<String> lackedByArgument(Map<Backup.Need, List<String>> leftOut) {
        ImmutableList.Builder<String> lacking = ImmutableList.builder();
        if (leftOut.getOrDefault(Backup.Need.FORECAST, List.of()).contains("Drivers")) {
            lacking.add(Backup.Need.FORECAST.lackedBy(List.of("The years to come, and what would turn the finding")));
        }
        if (leftOut.getOrDefault(Backup.Need.COMPANIES, List.of()).contains("Screen")) {
            lacking.add(Backup.Need.COMPANIES.lackedBy(List.of("Companies that stand to benefit")));
        }
        return lacking.build();
    }

    static String title(Dataset dataset) {
        return dataset.resource() + ": " + (isOfData(dataset) ? "data pack" : "supply research pack");
    }

    /** The words of the front page: under its title what became of the claims of a note, or else what the dataset is about. */
    private static Opening opening(Dataset dataset) {
        boolean ofSeveral = ClaimedTexts.of(dataset.claims()).areSeveral();
        boolean tellsSubject =
                dataset.claims().isEmpty() || (ofSeveral && !dataset.subject().isEmpty());
        return Opening.of(
                dataset,
                tellsSubject ? Block.Sentence.plain(dataset.subject()) : Block.Sentence.live(ClaimSection.COUNTED),
                ofSeveral,
                lead(dataset));
    }

    /** The finding on the conclusion that leads; empty where none does. */
    private static String lead(Dataset dataset) {
        return dataset.outlook().conclusions().stream()
                .filter(one -> one.id().equals(dataset.publication().lead()))
                .findFirst()
                .map(FindingIds::of)
                .orElse("");
    }

    /** The last day on which its figures were gathered. */
    private static LocalDate date(Dataset dataset) {
        return dataset.gathered().equals(Period.NONE)
                ? LocalDate.EPOCH
                : dataset.gathered().last();
    }

    /** Whether a pack has figures alone: nobody who benefits, and nothing that may be. */
    private static boolean isOfData(Dataset dataset) {
        return dataset.companies().isEmpty() && dataset.outlook().scenarios().isEmpty();
    }

    /** Who publishes it; a dataset that has no title says which resource it is of, and what kind of pack this is. */
    private static Publication publication(Dataset dataset) {
        Publication said = dataset.publication();
        return isOfData(dataset) && said.title().equals(dataset.resource())
                ? said.withTitle(dataset.resource() + " | Data pack")
                : said;
    }

    /** The name of the sheet on which a section of the library stands. */
    private static String sheet(Section section) {
        return SHEETS.getOrDefault(section.name(), section.name());
    }

    /** The edition of the figures, and when they were gathered. */
    static String subtitle(Dataset dataset) {
        return dataset.edition(dataset.defaultEdition())
                        .map(Edition::name)
                        .map(name -> "Figures of " + name + " unless another edition is named; gathered to ")
                        .orElse("Figures gathered to ")
                + Days.inSentence(dataset.gathered());
    }

    /** The values that sections show, but for those on the checks themselves. */
    private static ImmutableSet<Key> shown(List<Section> sections, Model model) {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        section.head().flatMap(Block.Sentence::keys),
                        section.allBlocks().flatMap(Block::keys)))
                .filter(model::has)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The checks of what is shown: those that take no other input than it does. */
    private static List<Check> checks(List<Part> parts, Model model, Set<Key> inputs) {
        return parts.stream()
                .flatMap(part -> part.checks().stream())
                .filter(check -> check.waits() || inputs.containsAll(model.inputsOf(List.of(check.key()))))
                .toList();
    }

    /** The sources that what is shown, or one of the inputs behind it, cites. */
    private static List<Source> used(
            ImmutableMap<String, Source> sources, Model model, Set<Key> inputs, List<Section> sections) {
        Set<String> ids = new LinkedHashSet<>();
        inputs.forEach(input -> ids.addAll(model.content(input).citedSources()));
        sections.stream().flatMap(Section::rows).flatMap(Row::cites).forEach(cell -> ids.addAll(cell.ids()));
        return sources.values().stream()
                .filter(source -> ids.contains(source.id()))
                .toList();
    }

    @Override
    public String toString() {
        return OneLine.of(
                "pack of " + dataset.name(),
                "scenario " + scenario,
                run.inWords(),
                sheets + " sheets",
                own.isEmpty() ? "" : OneLine.count(own, "part") + " of one's own");
    }
}
