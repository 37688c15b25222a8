package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sumOfKnown;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.forecast.Untracked;

/** The page on projects: what they add year by year, and what each line depends on. */
final class ProjectsPage {

    private static final Term PAGE = Term.of("projects page");

    /** The fewest bars that make a chart: fewer are told in a table. */
    private static final int DRAWN = 3;

    private final Dataset dataset;
    private final Scenarios scenarios;
    private final Model.Builder model = Model.builder();
    private final PageSentences said = new PageSentences(model, PAGE);

    private ProjectsPage(Analyses analyses, Scenarios scenarios) {
        this.dataset = analyses.dataset();
        this.scenarios = scenarios;
        analyses.pipeline().ifPresent(lines -> model.include(lines.model()));
    }

    /** Empty where no project is counted on. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.forecast().flatMap(study -> {
            List<SupplyForecast> supplies = study.chosen().supplies().stream()
                    .filter(supply -> !supply.pipeline().isEmpty())
                    .toList();
            return supplies.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ProjectsPage(analyses, study.scenarios()).part(study, supplies));
        });
    }

    private Part part(ForecastStudy study, List<SupplyForecast> supplies) {
        List<Block> blocks = new ArrayList<>();
        for (SupplyForecast supply : supplies) {
            model.include(supply.model());
            if (blocks.isEmpty()) {
                added(supply).ifPresent(blocks::add);
            }
            blocks.add(lines(supply));
        }
        if (blocks.size() == 1) {
            others(study).ifPresent(blocks::add);
        }
        Section page = Section.page(
                Pages.PROJECTS,
                Section.Group.BALANCE,
                said.live("title", title(supplies.get(0))),
                Block.Sentence.plain(
                        "A project starts as planned and as many years later as the scenario assumes, fills over its"
                                + " ramp, and counts by the probability that it comes."),
                blocks);
        return Part.of(page, model.build());
    }

    // ---------------------------------------------------------------- values

    private static Term term(SupplyForecast supply, String part) {
        return PAGE.sub(supply.measure().id()).sub(part);
    }

    private static Formula.Span added(SupplyForecast supply, Period year) {
        return span(supply.pipeline(), line -> supply.added(line, year));
    }

    private Key total(SupplyForecast supply, Period year) {
        return model.calculation(term(supply, "added").key().at(year), sumOfKnown(added(supply, year)));
    }

    private Key added(SupplyForecast supply, Place place, Period year) {
        List<Key> lines = supply.pipeline().stream()
                .filter(line -> line.place().equals(place))
                .map(line -> supply.added(line, year))
                .toList();
        return model.calculation(term(supply, "added").of(Subject.of(place)).at(year), sumOfKnown(span(lines)));
    }

    /** The tonnes that all projects could add once they are ramped up. */
    private Key full(SupplyForecast supply) {
        return model.calculation(
                term(supply, "new tonnes").key(), sumOfKnown(span(supply.pipeline(), supply::increment)));
    }

    /** The name of a project that adds most. */
    private Formula largest(SupplyForecast supply, Formula.Span all, Formula most) {
        Formula.Span names = span(
                supply.pipeline(),
                line -> model.label(
                        term(supply, "name").of(Subject.of(line.line().id())), line.name()));
        return Formula.lookUp(names, most, all);
    }

    private static List<Period> ahead(SupplyForecast supply) {
        return supply.years().subList(1, supply.years().size());
    }

    // ---------------------------------------------------------------- sentences

    /** It names the project that adds most where no other adds as much. */
    private Formula title(SupplyForecast supply) {
        Period end = supply.horizon();
        Formula.Span all = added(supply, end);
        Formula most = Formula.call(Fn.MAX_OF_KNOWN, all);
        return words().with("allKnown", Formula.sum(all).isKnown())
                .with("less", ZERO.isAbove(total(supply, end)))
                .with("tonnes", fixed(supply, total(supply, end).magnitude()))
                .with("unit", shown(supply).toString())
                .with("end", end)
                .with("share", Concentration.share(total(supply, end), supply.total(supply.start())))
                .with("measure", Words.inSentence(supply.measure().name()))
                .with("start", supply.start())
                .with(
                        "alone",
                        Optional.of(Formula.call(Fn.COUNT_EQUAL, all, most).isEqualTo(ONE))
                                .filter(one -> supply.pipeline().size() > 1))
                .with("largest", largest(supply, all, most))
                .say("Projects{allKnown?| with known figures} {less?take off|add} {tonnes} {unit} by {end}"
                        + "[, {share:0%} of the {measure} of {start}|, the share of {measure} of {start} is not known]"
                        + "[{alone?; {largest} adds most}]"
                        + "|What projects add by {end} is not known: a figure is missing");
    }

    private static Formula fixed(SupplyForecast supply, Formula tonnes) {
        return shown(supply).inSentence(tonnes);
    }

    /** The unit in which the total is told, so that what is added compares with it. */
    private static ShownUnit shown(SupplyForecast supply) {
        return ShownUnit.of(supply.observed());
    }

    // ---------------------------------------------------------------- exhibits

    /** Drawn from three years on; nothing of a single project, whose tonnes are in the list of projects. */
    private Optional<Exhibit> added(SupplyForecast supply) {
        if (supply.pipeline().size() < 2) {
            return Optional.empty();
        }
        String caption = "New " + Words.inSentence(supply.measure().name()) + " by country, " + shown(supply)
                + ", weighted by probability";
        Block.Sentence finding = said.live("added " + supply.measure().id(), addedInWords(supply));
        return Optional.of(
                ahead(supply).size() < DRAWN
                        ? Exhibit.of(finding, caption, addedByCountry(supply))
                        : Exhibit.of(finding, caption, addedAsBars(supply)));
    }

    private static List<Place> places(SupplyForecast supply) {
        return supply.pipeline().stream().map(Tracked::place).distinct().toList();
    }

    private Chart addedAsBars(SupplyForecast supply) {
        List<Period> years = ahead(supply);
        List<Chart.Series> places = places(supply).stream()
                .map(place -> Chart.series(place.name(), span(years, year -> added(supply, place, year))))
                .toList();
        return Chart.stack("New tonnes", shown(supply).toString())
                .parts(places, model)
                .total("All", span(years, year -> total(supply, year)))
                .named(span(years, year -> model.label(PAGE.sub("year").key().at(year), year + "E")))
                .labelled(shown(supply).shown())
                .build();
    }

    private Table addedByCountry(SupplyForecast supply) {
        var table = Table.of("", places(supply))
                .id("new-tonnes", supply.measure().name())
                .label("Country", Place::name);
        for (Period year : ahead(supply)) {
            table.value(year + "E", shown(supply).shown(), place -> added(supply, place, year))
                    .total("All", new Cell.Of(total(supply, year), shown(supply).shown()));
        }
        return table.build();
    }

    private Formula addedInWords(SupplyForecast supply) {
        Period first = ahead(supply).get(0);
        return words().with("now", fixed(supply, total(supply, first).magnitude()))
                .with("lessNow", ZERO.isAbove(total(supply, first)))
                .with("lessThen", ZERO.isAbove(total(supply, supply.horizon())))
                .with("turns", turns(supply, first))
                .with("unit", shown(supply).toString())
                .with("first", first)
                .with("then", fixed(supply, total(supply, supply.horizon()).magnitude()))
                .with("end", supply.horizon())
                .with("allKnown", Formula.sum(added(supply, supply.horizon())).isKnown())
                .say("Projects{allKnown?| with known figures} {lessNow?take off|add} {now} {unit} in {first} and"
                        + " {turns?{lessThen?take off |add }}{then} in {end}"
                        + "|What projects add is not known: a figure is missing");
    }

    /** Whether projects take off in one of two years and add in the other. */
    private Formula turns(SupplyForecast supply, Period first) {
        Formula both = total(supply, first).times(total(supply, supply.horizon()));
        return ZERO.isAbove(both);
    }

    private Exhibit lines(SupplyForecast supply) {
        Period end = supply.horizon();
        Formula finding = words().with(
                        "allKnown",
                        Formula.sum(span(supply.pipeline(), supply::increment))
                                .plus(Formula.sum(added(supply, end)))
                                .isKnown())
                .with("full", fixed(supply, full(supply)))
                .with("unit", shown(supply).toString())
                .with("share", Concentration.share(total(supply, end), full(supply)))
                .with("end", end)
                .say(
                        "At full rate the projects{allKnown?| with known figures} would add {full} {unit}; {share:0%} of it is counted"
                                + " in {end}|What the projects would add at full rate is not known: a figure is missing");
        return Exhibit.of(
                        said.live("lines " + supply.measure().id(), finding),
                        "Projects in the forecast of "
                                + Words.inSentence(supply.measure().name()) + "; added in " + lineUnit(supply)
                                + ", nameplate in the unit of its source",
                        table(supply))
                .withNotes(
                        "Added is weighted by probability. What runs already, and what of a nameplate is new, is taken into"
                                + " account, and how far each is ramped up."
                                + (isHeldBack(supply) ? " –: by no more than its own capacity." : ""));
    }

    private Table table(SupplyForecast supply) {
        Period end = supply.horizon();
        boolean heldBack = isHeldBack(supply);
        var table = Table.of("", supply.pipeline())
                .id("projects", supply.measure().name())
                .label("Project", supply::name)
                .across(heldBack ? 1 : 3)
                .words("Place", line -> line.place().name())
                .across(2)
                .words("Stage", line -> line.project().status().toString())
                .across(2)
                .column("Nameplate", this::nameplate)
                .words("Unit", line -> unit(line).map(Object::toString).orElse(""))
                .across(2)
                .again(
                        "Start, as planned",
                        Shown.ORDINAL,
                        line -> chosen(coming(line).start()))
                .again("Delay, years", Shown.AS_IS, line -> chosen(coming(line).delay()))
                .again(
                        "Probability, %",
                        Shown.AS_IS, line -> chosen(coming(line).probability()))
                .value("Added in " + end, Shown.of(lineUnit(supply)), line -> addedByLine(supply, line));
        if (heldBack) {
            table.column("Held back by", Column.Role.WORDS, line -> heldBack(supply, line))
                    .across(2);
        }
        return table.build();
    }

    /** The projects at the stages of the forecast that it does not count, with the reason. */
    private Optional<Exhibit> others(ForecastStudy study) {
        List<Project> others = study.untracked();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Exhibit.of(
                        said.live(
                                "others",
                                words().with("others", others.size())
                                        .say("{others} other {others=1?project is|projects are} known")),
                        "Projects on which the forecast does not count; nameplate in the unit of its source",
                        Table.of("", others)
                                .id("other-projects")
                                .label("Project", Project::project)
                                .words("Place", project -> project.place().name())
                                .across(2)
                                .words("Stage", project -> project.status().toString())
                                .across(2)
                                .column("Nameplate", ProjectsPage::nameplate)
                                .words(
                                        "Unit",
                                        project -> project.unit()
                                                .map(Unit::toString)
                                                .orElse(""))
                                .across(1)
                                .prose("Why", project -> Untracked.whyNot(dataset, study, project))
                                .build()));
    }

    /** Whether something beyond its own capacity can hold a line back. */
    private static boolean isHeldBack(SupplyForecast supply) {
        return supply.pipeline().stream().anyMatch(ProjectsPage::hasOutlet);
    }

    private static boolean hasOutlet(Tracked line) {
        return line.line().outlet().isPresent();
    }

    private static Cell heldBack(SupplyForecast supply, Tracked line) {
        return hasOutlet(line) ? new Cell.Of(supply.bindsProject(line), Shown.TEXT) : new Cell.Words(Words.NONE);
    }

    /** The amount that one line adds is in tonnes, since many a plant makes less than a tenth of a thousand. */
    private static Unit lineUnit(SupplyForecast supply) {
        Unit unit = supply.measure().unit();
        return unit.isMass() ? new Unit(unit.dimension(), unit.basis(), "t") : unit;
    }

    private Key addedByLine(SupplyForecast supply, Tracked line) {
        Key added = supply.added(line, supply.horizon());
        Unit unit = supply.measure().unit();
        return lineUnit(supply).equals(unit)
                ? added
                : model.calculation(added.sub("in tonnes"), Definitions.inUnit(added, unit, lineUnit(supply)));
    }

    private static PipelineLine.Coming coming(Tracked line) {
        return line.line().coming().orElseThrow();
    }

    private Optional<Unit> unit(Tracked line) {
        return line.line()
                .capacity()
                .map(id -> scenarios.premise(id).unit())
                .or(() -> line.project().unit());
    }

    private Cell nameplate(Tracked line) {
        if (line.line().capacity().isPresent()) {
            return Cell.again(chosen(line.line().capacity().get()), Shown.WHOLE);
        }
        return nameplate(line.project());
    }

    private static Cell nameplate(Project project) {
        return new Cell.Of(Pipeline.capacity(project), AsPrinted.shown(project.capacity()));
    }

    private Key chosen(String assumption) {
        return scenarios.key(assumption, Scenarios.CHOSEN);
    }
}
