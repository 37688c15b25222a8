package org.lodestone.reports.internal.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sumOfKnown;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.Tracked;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.forecast.Slips;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.scenario.Scenarios;

/** The page on projects: what they add year by year, how late steps of the past came, and what each line depends on. */
final class ProjectsPage {

    private static final Term PAGE = Term.of("projects page");

    private final Dataset dataset;
    private final Scenarios scenarios;
    private final Optional<Slips> slips;
    private final Model.Builder model = Model.builder();
    private final PageSentences said = new PageSentences(model, PAGE);

    private ProjectsPage(Analyses analyses, Scenarios scenarios) {
        this.dataset = analyses.dataset();
        this.scenarios = scenarios;
        this.slips = Slips.of(dataset);
        slips.ifPresent(some -> model.include(some.model()));
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
                    : Optional.of(new ProjectsPage(analyses, study.scenarios()).part(supplies));
        });
    }

    private Part part(List<SupplyForecast> supplies) {
        List<Block> blocks = new ArrayList<>();
        for (SupplyForecast supply : supplies) {
            model.include(supply.model());
            Exhibit added = added(supply);
            blocks.add(
                    blocks.isEmpty()
                            ? slips.<Block>map(late -> Pair.of(added, late(late)))
                                    .orElse(added)
                            : added);
            blocks.add(lines(supply));
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

    private static List<Key> added(SupplyForecast supply, Period year) {
        return supply.pipeline().stream().map(line -> supply.added(line, year)).toList();
    }

    private Key total(SupplyForecast supply, Period year) {
        return model.calculation(term(supply, "added").key().at(year), sumOfKnown(span(added(supply, year))));
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
                term(supply, "new tonnes").key(),
                sumOfKnown(
                        span(supply.pipeline().stream().map(supply::increment).toList())));
    }

    /** The project that adds most, where no other adds as much. */
    private Formula largest(SupplyForecast supply) {
        Formula.Span all = span(added(supply, supply.horizon()));
        List<Key> names = supply.pipeline().stream()
                .map(line -> model.label(
                        term(supply, "name").of(Subject.of(line.line().id())), line.name()))
                .toList();
        Formula most = Formula.call(Fn.MAX_OF_KNOWN, all);
        Formula name = Formula.call(Fn.PICK, span(names), Formula.call(Fn.FIND, most, all));
        return Formula.call(Fn.COUNT_EQUAL, all, most)
                .isEqualTo(ONE)
                .then(say("; {largest} adds most", with("largest", name)).clause(), text(""))
                .orWords(text(""));
    }

    private static List<Period> ahead(SupplyForecast supply) {
        return supply.years().subList(1, supply.years().size());
    }

    // ---------------------------------------------------------------- sentences

    private Saying title(SupplyForecast supply) {
        Period end = supply.horizon();
        Saying.Arguments then = with(
                        "measure", Words.inSentence(supply.measure().name()))
                .with("start", supply.start().toString());
        Formula share = percent(
                Concentration.share(
                        total(supply, end).ref(), supply.total(supply.start()).ref()),
                0);
        return say(
                        "{projects} add {tonnes} {unit} by {end}{share}{largest}",
                        with("projects", known(added(supply, end), "Projects", "Projects with known figures"))
                                .with("tonnes", fixed(supply, total(supply, end)))
                                .with("unit", supply.measure().unit().toString())
                                .with("end", end.toString())
                                .with(
                                        "share",
                                        say(", {share} of the {measure} of {start}", then.with("share", share))
                                                .orIfUnknown(
                                                        say(", the share of {measure} of {start} is not known", then)))
                                .with("largest", largest(supply)))
                .orIfUnknown(say(
                        "What projects add by {end} is not known: a figure is missing", with("end", end.toString())));
    }

    /** Words for where all of some values are known, and others for where a sum is of those that are. */
    private static Formula known(List<Key> values, String all, String some) {
        return Formula.sum(span(values)).isKnown().then(Formula.text(all), Formula.text(some));
    }

    private static Formula fixed(SupplyForecast supply, Key tonnes) {
        return tonnes.ref().fixed(Outcome.shown(supply).decimals());
    }

    // ---------------------------------------------------------------- exhibits

    private Exhibit added(SupplyForecast supply) {
        List<Period> years = ahead(supply);
        Period first = years.get(0);
        List<Chart.Series> places = supply.pipeline().stream()
                .map(Tracked::place)
                .distinct()
                .map(place -> Chart.series(
                        place.name(),
                        span(years.stream()
                                .map(year -> added(supply, place, year))
                                .toList())))
                .toList();
        Saying finding = say(
                        "{now} {unit} in {first}, {then} in {end}{known}",
                        with("known", known(added(supply, supply.horizon()), "", ", of projects with known figures"))
                                .with("now", fixed(supply, total(supply, first)))
                                .with("unit", supply.measure().unit().toString())
                                .with("first", first.toString())
                                .with("then", fixed(supply, total(supply, supply.horizon())))
                                .with("end", supply.horizon().toString()))
                .orIfUnknown("What projects add is not known: a figure is missing");
        return Exhibit.of(
                said.live("added " + supply.measure().id(), finding),
                "New " + Words.inSentence(supply.measure().name()) + " by country, "
                        + supply.measure().unit() + ", weighted by probability",
                Chart.stack("New tonnes", supply.measure().unit().toString())
                        .parts(places, model)
                        .total(
                                "All",
                                span(years.stream()
                                        .map(year -> total(supply, year))
                                        .toList()))
                        .named(span(years.stream().map(this::expected).toList()))
                        .labelled(Outcome.shown(supply))
                        .build());
    }

    /** A year as a chart of the forecast names it. */
    private Key expected(Period year) {
        return model.label(PAGE.sub("year").key().at(year), year + "E");
    }

    private Exhibit late(Slips late) {
        List<Key> years = late.all().stream().map(Slips.Slip::late).toList();
        Formula mean = late.mean().ref();
        Formula all = sentence(
                counted("steps", late.all().size(), "step"),
                text(" of "),
                counted("projects", late.projects(), "project"));
        Formula known = sentence(
                Formula.countOfKnown(span(years)).fixed(0),
                text(" of " + late.all().size() + " steps, those with known dates,"));
        Saying finding = say(
                        "{steps} came {mean} years {late} on average",
                        with("steps", Formula.sum(span(years)).isKnown().then(all, known))
                                .with("mean", mean.magnitude().fixed(1))
                                .with("late", mean.isAtLeast(ZERO).then(text("late"), text("early"))))
                .orIfUnknown("How late projects came is not known: a figure is missing");
        return Exhibit.of(
                        said.live("late", finding),
                        "Years between the date announced and the date it came",
                        Chart.bars("Years late", "years")
                                .series("Years late", span(years))
                                .labelled(Shown.WHOLE)
                                .build())
                .withNotes("A step that is not known to have come counts to "
                        + dataset.gathered().year() + ", so it is at least that late.");
    }

    private Formula counted(String what, int number, String one) {
        Key key = model.label(PAGE.sub("late").sub(what).key(), number);
        return sentence(key.ref().fixed(0), text(" " + (number == 1 ? one : what)));
    }

    private Exhibit lines(SupplyForecast supply) {
        Period end = supply.horizon();
        Saying finding = say(
                        "At full rate the projects{known} would add {full} {unit}; {share} of it is counted in {end}",
                        with(
                                        "known",
                                        known(
                                                supply.pipeline().stream()
                                                        .map(supply::increment)
                                                        .toList(),
                                                "",
                                                " with known figures"))
                                .with("full", fixed(supply, full(supply)))
                                .with("unit", supply.measure().unit().toString())
                                .with(
                                        "share",
                                        percent(
                                                Concentration.share(
                                                        total(supply, end).ref(),
                                                        full(supply).ref()),
                                                0))
                                .with("end", end.toString()))
                .orIfUnknown("What the projects would add at full rate is not known: a figure is missing");
        return Exhibit.of(
                        said.live("lines " + supply.measure().id(), finding),
                        "Projects in the forecast of "
                                + Words.inSentence(supply.measure().name()) + "; nameplate in the unit of its source",
                        table(supply))
                .withNotes(
                        "Added is weighted by probability. What runs already, and what of a nameplate is new, is taken into"
                                + " account; how far each is ramped up: see Supply; what is not counted: see Project data.");
    }

    private Table table(SupplyForecast supply) {
        Period end = supply.horizon();
        return Table.of("", supply.pipeline())
                .label("Project", Tracked::name)
                .words("Place", line -> line.place().name())
                .across(2)
                .words("Stage", line -> line.project().status().toString())
                .across(2)
                .column("Nameplate", Column.Role.VALUE, ProjectsPage::nameplate)
                .words(
                        "Unit",
                        line -> line.project().unit().map(Object::toString).orElse(""))
                .across(2)
                .again(
                        "Start, as planned",
                        Shown.ORDINAL,
                        line -> chosen(line.line().start().assumption()))
                .again(
                        "Delay, years",
                        Shown.AS_IS,
                        line -> chosen(line.line().delay().assumption()))
                .again(
                        "Probability, %",
                        Shown.AS_IS, line -> chosen(line.line().probability().assumption()))
                .value("Added in " + end, Outcome.shown(supply), line -> supply.added(line, end))
                .column("Held back by", Column.Role.WORDS, line -> new Cell.Of(supply.bindsProject(line), Shown.TEXT))
                .across(2)
                .build();
    }

    private static Cell nameplate(Tracked line) {
        Shown shown = line.project().capacity().map(AsPrinted::shown).orElse(Shown.AS_IS);
        return new Cell.Of(Pipeline.capacity(line.project()), shown);
    }

    private Key chosen(String assumption) {
        return scenarios.key(assumption, Scenarios.CHOSEN);
    }
}
