package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.Valued;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.value.CashFlow;
import org.lodestone.reports.value.CompanyValue;
import org.lodestone.reports.value.CompanyValue.Meaning;
import org.lodestone.reports.value.ProjectCash;
import org.lodestone.reports.value.ValueStudy;

/** The page on what projects and companies are worth at the deck, and the price that shares imply. */
final class ValuePage {

    private static final Term TERM = Term.of("value, page");
    private static final String LONG_TERM_VIEW = "broker-long-term-price";
    private static final String IMPLIED_VIEW = "broker-implied-price";
    private static final String AS_PRINTED =
            "prices of brokers and floors are shown as printed, beside those of the deck";

    private final Dataset dataset;
    private final ValueStudy study;
    private final List<CompanyValue> companies;
    private final Deck deck;
    private final ValueUnit unit;
    private final Analyses analyses;
    private final Model.Builder model;
    private final PageSentences said;

    private ValuePage(Analyses analyses, ValueStudy study) {
        this.analyses = analyses;
        this.dataset = analyses.dataset();
        this.study = study;
        this.companies = study.companies();
        this.deck = companies.isEmpty()
                ? study.decks().decks().get(0)
                : companies.get(0).deck();
        this.unit = study.decks().valueUnit(deck);
        this.model = Model.builder().include(study.model());
        this.said = new PageSentences(model, TERM);
    }

    /** Empty where a dataset values nothing. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.values()
                .filter(study -> !study.flows().isEmpty())
                .map(study -> new ValuePage(analyses, study).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(keyFigures());
        List<Rung> rungs = rungs();
        blocks.add(companies.isEmpty() ? ladder(rungs) : new Pair(ladder(rungs), 8, coverage(), 5));
        blocks.add(companies());
        if (!study.projects().isEmpty()) {
            blocks.add(projects());
        }
        Section page = Section.page(
                Pages.VALUE,
                Section.Group.COMPANIES,
                said.live("title", title()),
                said.live("standfirst", standfirst()),
                blocks);
        return Part.builder(model).section(page).build();
    }

    private Key key(String part) {
        return TERM.sub(part).key();
    }

    private Key key(String part, String of) {
        return TERM.sub(part).of(Subject.of(of));
    }

    private String product() {
        return deck.product();
    }

    private String priceUnit() {
        return study.decks().unit(deck).currency() + "/"
                + study.decks().unit(deck).word();
    }

    private Key longTerm() {
        return study.decks().price(deck, Period.NONE);
    }

    // ---------------------------------------------------------------- sentences

    private Formula.Span implied(Meaning meaning) {
        return span(companies, company -> company.implied(meaning));
    }

    private Formula title() {
        if (companies.isEmpty()) {
            return words().with("product", product())
                    .with("end", longTerm())
                    .with("unit", priceUnit())
                    .with("counted", study.projects().size())
                    .say("{product} at {end:0} {unit} in the long term: what {counted} projects are worth"
                            + "|What {counted} projects are worth: the price of the deck is not known");
        }
        Formula known = Formula.countOfKnown(implied(Meaning.FLAT));
        return words().with("product", product())
                .with("unit", priceUnit())
                .with("low", call(Fn.MIN_OF_KNOWN, implied(Meaning.FLAT)))
                .with("high", call(Fn.MAX_OF_KNOWN, implied(Meaning.FLAT)))
                .with("several", known.isAbove(ONE))
                .with("any", known.isAbove(ZERO))
                .with("end", longTerm())
                .with("deck", longTerm().isKnown())
                .with("scenario", Scenarios.IN_FORCE)
                .say(
                        "{any?{several?Share prices imply {product} at {low:0} to {high:0} {unit}|A share price implies {product} at {low:0} {unit}}"
                                + "{deck?; the deck ends at {end:0}}|The price of {product} that shares imply is not known}");
    }

    private Formula standfirst() {
        if (companies.isEmpty()) {
            return Formula.text(
                    "Real money, before interest. No company can be valued; the table says what is missing.");
        }
        Formula.Span covered = span(companies, this::covered);
        return words().with("low", call(Fn.MIN_OF_KNOWN, covered))
                .with("high", call(Fn.MAX_OF_KNOWN, covered))
                .with("any", Formula.countOfKnown(covered).isAbove(ZERO))
                .with("several", Formula.countOfKnown(covered).isAbove(ONE))
                .with("counted", companies.size())
                .with("all", companies.size() + study.insufficient().keySet().size())
                .say(
                        "{any?At the deck net asset value (NAV) is {several?{low:0%} to {high:0%} of share prices|{low:0%} of the share price}"
                                + " of the {counted} of {all} companies that can be valued|What companies are worth is not known}. No rating, no view of ours on a share.");
    }

    // ---------------------------------------------------------------- head

    private Block keyFigures() {
        List<Block.KeyFigure> figures = new ArrayList<>();
        figures.add(new Block.KeyFigure(
                product() + ", " + deck.market() + ", long term, " + priceUnit(), longTerm(), Shown.WHOLE, scenario()));
        CashFlow first = study.flows().get(0);
        figures.add(new Block.KeyFigure(
                "Discount rate, real",
                study.rate(first),
                Shown.PERCENT,
                Block.Sentence.plain("may be changed on Control")));
        Key counted = model.label(key("companies valued"), companies.size());
        figures.add(new Block.KeyFigure(
                "Companies that can be valued",
                counted,
                Shown.WHOLE,
                Block.Sentence.plain("of "
                        + (companies.size() + study.insufficient().keySet().size()))));
        dated().ifPresent(figures::add);
        return new Block.KeyFigures(ImmutableList.copyOf(figures));
    }

    private Block.Sentence scenario() {
        return said.live(
                "scenario", words().with("scenario", Scenarios.IN_FORCE).clause("scenario {scenario}"));
    }

    private Optional<Block.KeyFigure> dated() {
        List<LocalDate> days = companies.stream()
                .map(company -> company.comp().price().day())
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return Optional.empty();
        }
        String first = Days.inColumn(days.get(0));
        String last = Days.inColumn(days.get(days.size() - 1));
        return Optional.of(new Block.KeyFigure(
                "Share prices of",
                model.label(key("prices dated"), first.equals(last) ? first : first + " to " + last),
                Shown.TEXT,
                Block.Sentence.plain("each company at its own")));
    }

    // ---------------------------------------------------------------- the ladder of prices

    /** A row of the ladder: prices from a low to a high one. */
    private record Rung(Key name, Key low, Key high) {}

    private List<Rung> rungs() {
        List<Rung> rungs = new ArrayList<>();
        List<Period> years = study.decks().years(deck);
        if (!years.isEmpty()) {
            Key price = study.decks().price(deck, years.get(0));
            rungs.add(rung("Deck, " + years.get(0), price, price));
        }
        List<Key> ends = study.decksInEach().stream()
                .map(decks -> decks.price(deck, Period.NONE))
                .toList();
        rungs.add(rung(
                "Deck, long term, all scenarios",
                calculated("lowest deck", call(Fn.MIN_OF_KNOWN, span(ends))),
                calculated("highest deck", call(Fn.MAX_OF_KNOWN, span(ends)))));
        views(LONG_TERM_VIEW, "Brokers, long term").ifPresent(rungs::add);
        floors().ifPresent(rungs::add);
        for (CompanyValue company : companies) {
            String id = company.comp().company().id();
            Formula.Span both = span(List.of(Meaning.values()), company::implied);
            rungs.add(rung(
                    company.comp().company().name() + " shares imply",
                    model.calculation(key("lowest implied", id), call(Fn.MIN_OF_KNOWN, both)),
                    model.calculation(key("highest implied", id), call(Fn.MAX_OF_KNOWN, both))));
            viewsOf(
                            id,
                            IMPLIED_VIEW,
                            "Brokers, implied by " + company.comp().company().name())
                    .ifPresent(rungs::add);
        }
        return rungs;
    }

    private Rung rung(String name, Key low, Key high) {
        return new Rung(model.label(key("rung", name), name), low, high);
    }

    private Key calculated(String part, Formula formula) {
        return model.calculation(key(part), formula);
    }

    private Optional<Rung> views(String fact, String name) {
        return of(
                dataset.companies().values().stream()
                        .flatMap(company -> analyses.facts().of(company.id(), fact).stream())
                        .toList(),
                name);
    }

    private Optional<Rung> viewsOf(String company, String fact, String name) {
        return of(analyses.facts().of(company, fact), name);
    }

    private Optional<Rung> of(List<StatedFact> views, String name) {
        if (views.isEmpty()) {
            return Optional.empty();
        }
        model.include(analyses.facts().model());
        return Optional.of(between(name, span(views, StatedFact::key).asNumber(AS_PRINTED)));
    }

    private Optional<Rung> floors() {
        List<Key> floors = dataset.valuation().contracts().stream()
                .map(Contract::floor)
                .flatMap(Optional::stream)
                .distinct()
                .map(id -> study.scenarios().key(id, Scenarios.CHOSEN))
                .toList();
        return floors.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        between("Floors of contracts, nominal", span(floors).asNumber(AS_PRINTED)));
    }

    private Rung between(String name, Formula prices) {
        return rung(
                name,
                model.calculation(
                        key("lowest, " + name), call(Fn.MIN_OF_KNOWN, prices).countedAs(unit, AS_PRINTED)),
                model.calculation(
                        key("highest, " + name), call(Fn.MAX_OF_KNOWN, prices).countedAs(unit, AS_PRINTED)));
    }

    private Exhibit ladder(List<Rung> rungs) {
        return Exhibit.of(
                said.live(
                        "ladder",
                        words().with("product", product())
                                .with("low", call(Fn.MIN_OF_KNOWN, span(rungs, Rung::low)))
                                .with("high", call(Fn.MAX_OF_KNOWN, span(rungs, Rung::high)))
                                .say(
                                        "{product}: from {low:0} to {high:0}, by who is asked|{product}, by who is asked")),
                priceUnit() + "; implied: one price in all years to one price in the long term; brokers as printed",
                Chart.ranges(
                                "Prices by who is asked",
                                priceUnit(),
                                span(rungs, Rung::low),
                                span(rungs, Rung::high),
                                model)
                        .named(span(rungs, Rung::name))
                        .build());
    }

    // ---------------------------------------------------------------- value against price

    /** Net asset value over market value. */
    private Key covered(CompanyValue company) {
        return model.calculation(
                key("NAV over market value", company.comp().company().id()),
                company.net().nav().over(company.net().marketValue()));
    }

    private Key covered(CompanyValue company, String which, Fn fn) {
        List<Key> each = study.scenarios().cases().stream()
                .map(in -> company.net().nav().in(in))
                .toList();
        return model.calculation(
                key(which + " NAV over market value", company.comp().company().id()),
                call(fn, span(each)).over(company.net().marketValue()));
    }

    private Exhibit coverage() {
        return Exhibit.of(
                said.live("coverage", coverageFinding()),
                "NAV, % of market value; from the lowest to the highest of the scenarios as written",
                Chart.ranges(
                                "NAV over market value",
                                "%",
                                span(companies, company -> covered(company, "lowest", Fn.MIN_OF_KNOWN)),
                                span(companies, company -> covered(company, "highest", Fn.MAX_OF_KNOWN)),
                                model)
                        .named(span(companies, this::name))
                        .build());
    }

    private Formula coverageFinding() {
        Formula.Span covered = span(companies, this::covered);
        Formula best = call(Fn.MAX_OF_KNOWN, covered);
        return words().with("best", best)
                .with("name", Formula.lookUp(span(companies, this::name), best, covered))
                .with("any", Formula.countOfKnown(covered).isAbove(ZERO))
                .say("{any?NAV covers most of the price of {name}, {best:0%}|What NAV covers is not known}");
    }

    private Key name(CompanyValue company) {
        return model.label(
                key("company", company.comp().company().id()),
                company.comp().company().name());
    }

    // ---------------------------------------------------------------- tables

    /** A company, valued or not. */
    private record Line(Company company, Optional<CompanyValue> value) {}

    private List<Line> lines() {
        Stream<Line> valued = companies.stream()
                .sorted(Comparator.comparing(one -> one.comp().company().name()))
                .map(one -> new Line(one.comp().company(), Optional.of(one)));
        Stream<Line> others = study.insufficient().keySet().stream()
                .map(id -> Optional.ofNullable(dataset.companies().get(id)))
                .flatMap(Optional::stream)
                .map(company -> new Line(company, Optional.empty()));
        return Stream.concat(valued, others).toList();
    }

    private Exhibit companies() {
        var table = Table.of("Companies", lines())
                .id("values")
                .label("Company", line -> line.company().name())
                .across(2)
                .value(
                        "Share price",
                        Shown.AS_IS,
                        of(value -> value.comp().price().price()))
                .words(
                        "Of",
                        line -> line.value()
                                .map(value -> value.comp().price().currency() + ", "
                                        + Days.inColumn(value.comp().price().day()))
                                .orElse(""))
                .across(2)
                .value(
                        "NAV a share",
                        Shown.TWO_DECIMALS,
                        of(value -> value.net().perShare()))
                .value("Weighted", Shown.TWO_DECIMALS, of(value -> value.net().perShareRisked()))
                .value("P/NAV", Shown.ONE_DECIMAL, of(value -> value.net().priceToNav()))
                .value("Implied, flat", Shown.WHOLE, of(value -> value.implied(Meaning.FLAT)))
                .value("Implied, long term", Shown.WHOLE, of(value -> value.implied(Meaning.LONG_TERM)))
                .words("Evidence", this::evidence)
                .prose("What it rests on, or what is missing", this::remark)
                .across(3);
        return Exhibit.of(
                        Block.Sentence.plain("What can be valued, and what is missing of the others"),
                        "NAV at the deck, in the money of the share price; implied: " + product() + ", " + priceUnit()
                                + ", real; weighted: projects by their probability",
                        table.build())
                .withNotes(
                        "Evidence: B, all inputs from one study; C, a key input derived, second-hand or over five years old; D,"
                                + " earnings or price backed out or borrowed.");
    }

    private Function<Line, Key> of(Function<CompanyValue, Key> value) {
        return line -> line.value()
                .map(value)
                .orElseGet(() -> model.label(key("not valued", line.company().id()), Value.NOT_AVAILABLE));
    }

    private String evidence(Line line) {
        return valued(line)
                .map(Valued::evidence)
                .max(Comparator.naturalOrder())
                .map(Enum::name)
                .orElse("");
    }

    private Stream<Valued> valued(Line line) {
        return dataset.valuation()
                .valued()
                .filter(one -> one.company().filter(line.company().id()::equals).isPresent());
    }

    private String remark(Line line) {
        return line.value().isPresent()
                ? Words.listed(valued(line).map(Valued::name).toList())
                : Words.capitalised(String.join(
                        "; ", study.insufficient().get(line.company().id())));
    }

    private Exhibit projects() {
        List<ProjectCash> projects = study.projects();
        Formula.Span npvs = span(projects, CashFlow::npv);
        var table = Table.of("Projects", projects)
                .id("project-values")
                .label("Project", flow -> flow.valued().name())
                .across(2)
                .words(
                        "Owner",
                        flow -> flow.valued()
                                .company()
                                .flatMap(id ->
                                        Optional.ofNullable(dataset.companies().get(id)))
                                .map(Company::name)
                                .orElse("–"))
                .across(2)
                .again("Starts", Shown.ORDINAL, ProjectCash::opens)
                .again("Probability", Shown.PERCENT, study::probability)
                .again("IRR", Shown.PERCENT, ProjectCash::irr)
                .again("NPV", Shown.WHOLE, CashFlow::npv)
                .again("Weighted", Shown.WHOLE, study::risked)
                .column("Lowest", Column.Role.VALUE, flow -> cell(flow, "lowest", Fn.MIN_OF_KNOWN))
                .column("Highest", Column.Role.VALUE, flow -> cell(flow, "highest", Fn.MAX_OF_KNOWN))
                .words("Study", flow -> flow.project().study())
                .across(2)
                .words("Evidence", flow -> flow.valued().evidence().name());
        return Exhibit.of(
                said.live(
                        "projects",
                        words().with("positive", call(Fn.COUNT_ABOVE, npvs, ZERO))
                                .with("all", projects.size())
                                .say("{positive:0} of {all} projects are worth more than they cost at the deck"
                                        + "|What projects are worth at the deck is not known")),
                "All of each project, real USD mn; lowest and highest of the scenarios as written",
                table.build());
    }

    private Cell cell(ProjectCash flow, String which, Fn fn) {
        List<Key> each =
                study.scenarios().cases().stream().map(in -> flow.npv().in(in)).toList();
        return new Cell.Of(
                model.calculation(key(which + " NPV", flow.valued().id()), call(fn, span(each))), Shown.WHOLE);
    }
}
