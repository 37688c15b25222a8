package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.value.ValueSections;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.Comps;
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
    private static final String INPUTS = "Inputs: " + ValueSections.legend() + ".";
    private static final String AS_PRINTED =
            "prices of brokers and floors are shown as printed, beside those of the deck";

    private final Dataset dataset;
    private final ValueStudy study;
    private final List<CompanyValue> companies;
    private final Deck deck;
    private final List<Deck> decks;
    private final ValueUnit unit;
    private final Analyses analyses;
    private final PageSentences said;

    private ValuePage(Analyses analyses, ValueStudy study) {
        this.analyses = analyses;
        this.dataset = analyses.dataset();
        this.study = study;
        this.companies = study.companies();
        this.deck = companies.isEmpty()
                ? study.decks().decks().get(0)
                : companies.get(0).deck();
        this.decks = companies.isEmpty()
                ? List.of(deck)
                : companies.stream().map(CompanyValue::deck).distinct().toList();
        this.unit = study.decks().valueUnit(deck);
        this.said = PageSentences.of(TERM, study.model());
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
        List<ProjectCash> projects = study.projects();
        blocks.add(ladder(rungs));
        blocks.add(companies());
        if (!study.insufficient().isEmpty()) {
            blocks.add(missing());
        }
        Pair.of(coverage(), 6, projectsByScenario(projects), 7).ifPresent(blocks::add);
        StackExhibit.of(analyses.incentives(), said).ifPresent(blocks::add);
        if (!projects.isEmpty()) {
            blocks.add(projects(projects));
        }
        Section page = said.page(Pages.VALUE, Section.Group.COMPANIES, title(), standfirst(), blocks);
        Part.Builder part = Part.builder(said.model()).section(page);
        if (!companies.isEmpty()) {
            part.panel(
                    Panel.Place.LINE,
                    1,
                    new Block.Prose("", ImmutableList.of(said.live("implied, in a line", impliedInALine()))));
        }
        return part.build();
    }

    private String priceUnit() {
        return study.decks().unit(deck).currency() + "/"
                + study.decks().unit(deck).word();
    }

    private Key longTerm(Deck of) {
        return study.decks().price(of, Period.NONE);
    }

    private Formula.Span longTerms() {
        return span(decks, this::longTerm);
    }

    /** The market of a deck before what is said of it; nothing where all prices are of one. */
    private String market(Deck of, String before, String after) {
        return decks.size() > 1 ? before + of.market() + after : "";
    }

    // ---------------------------------------------------------------- sentences

    /** The lowest and the highest of what is known of some values, with how many are. */
    private static Wording range(Formula.Span each) {
        Formula known = Formula.countOfKnown(each);
        return words().with("low", call(Fn.MIN_OF_KNOWN, each))
                .with("high", call(Fn.MAX_OF_KNOWN, each))
                .with("any", known.isAbove(ZERO))
                .with("several", known.isAbove(ONE))
                .with("allKnown", Formula.sum(each).isKnown());
    }

    private Formula title() {
        if (companies.isEmpty()) {
            return words().with("product", deck.product())
                    .with("end", longTerm(deck))
                    .with("unit", priceUnit())
                    .with("counted", study.projects().size())
                    .say("{product} at {end:0} {unit} in the long term: what {counted} projects are worth"
                            + "|What {counted} projects are worth: the price of the deck is not known");
        }
        return range(span(companies, company -> company.implied(Meaning.FLAT)))
                .with("product", deck.product())
                .with("unit", priceUnit())
                .with("ends", call(Fn.MIN_OF_KNOWN, longTerms()))
                .with("highest", call(Fn.MAX_OF_KNOWN, longTerms()))
                .with("decks", decks.size() > 1)
                .with("known", Formula.sum(longTerms()).isKnown())
                .say(
                        "{any?{several?Share prices imply {product} at {low:0} to {high:0} {unit}|A share price implies {product} at {low:0} {unit}}{allKnown?|, where known}"
                                + "{known?; the {decks?decks end at {ends:0} to {highest:0}|deck ends at {ends:0}}}"
                                + "|The price of {product} that shares imply is not known}");
    }

    /** {@code Shares imply NdPr oxide, USD/kg, outside China: Arafura 92 if Nolans is built (inputs C); deck 106.} */
    private Formula impliedInALine() {
        return words().with("product", deck.product())
                .with("unit", priceUnit())
                .with(
                        "each",
                        Wording.inARow("; ", decks.stream().map(this::implied).toList()))
                .clause("Shares imply {product}, {unit}{each}.");
    }

    private Formula implied(Deck at) {
        List<Formula> each = companies.stream()
                .filter(company -> company.deck().equals(at))
                .map(company -> words().with("company", company.comp().company().name())
                        .with("price", company.implied(Meaning.FLAT))
                        .with("built", built(company, " if ", " built"))
                        .with("grade", inputs(company))
                        .say("{company} {price:0}{built} (inputs {grade})|{company} not known (inputs {grade})"))
                .toList();
        return words().with("market", market(at, at.equals(decks.get(0)) ? ", " : "", ""))
                .with("each", Wording.listed(each))
                .with("end", longTerm(at))
                .with("deck", longTerm(at).isKnown())
                .clause("{market}: {each}{deck?, deck {end:0}}");
    }

    private static Stream<String> projects(CompanyValue company) {
        return company.net().flows().stream()
                .filter(ProjectCash.class::isInstance)
                .map(flow -> flow.valued().name());
    }

    private String takenAsBuilt() {
        List<String> projects =
                companies.stream().flatMap(ValuePage::projects).distinct().toList();
        return projects.isEmpty() ? "" : ", with " + Words.listed(projects) + " taken as built";
    }

    /** {@code if Nolans is built}: the projects that a company is valued with as if they were certain; nothing where there are none. */
    private static String built(CompanyValue company, String before, String after) {
        List<String> projects = projects(company).toList();
        return projects.isEmpty()
                ? ""
                : before + Words.listed(projects) + (projects.size() == 1 ? " is" : " are") + after;
    }

    private Formula standfirst() {
        if (companies.isEmpty()) {
            return text("Real money, before interest. No company can be valued; the table says what is missing.");
        }
        return range(span(companies, this::covered))
                .with("built", takenAsBuilt())
                .say(
                        "{any?At the deck net asset value (NAV) is {several?{low:0%} to {high:0%} of share prices|{low:0%} of the share price}"
                                + " of the companies that can be valued{built}{allKnown?|, where known}|What companies are worth is not known}");
    }

    // ---------------------------------------------------------------- head

    private Block keyFigures() {
        List<Block.KeyFigure> figures = new ArrayList<>();
        figures.add(new Block.KeyFigure(
                deck.product() + ", " + deck.market() + ", long term, " + priceUnit(),
                longTerm(deck),
                Shown.WHOLE,
                said.live("scenario", scenario())));
        CashFlow first = study.flows().get(0);
        figures.add(new Block.KeyFigure(
                "Discount rate, real",
                study.rate(first),
                Shown.PERCENT,
                Block.Sentence.plain("may be changed on Control")));
        Key counted = said.model().label(TERM.sub("companies valued").key(), companies.size());
        figures.add(new Block.KeyFigure(
                "Companies that can be valued",
                counted,
                Shown.WHOLE,
                Block.Sentence.plain("of "
                        + (companies.size() + study.insufficient().keySet().size()))));
        dated().ifPresent(figures::add);
        return new Block.KeyFigures(ImmutableList.copyOf(figures));
    }

    /** The scenario, after the end of the other decks. */
    private Formula scenario() {
        List<Formula> others = decks.stream()
                .filter(other -> !other.equals(deck))
                .map(other -> words().with("market", other.market())
                        .with("end", longTerm(other))
                        .with("known", longTerm(other).isKnown())
                        .clause("{known?{market} {end:0}; }"))
                .toList();
        return words().with("others", Wording.inARow("", others))
                .with("scenario", Scenarios.IN_FORCE)
                .clause("{others}scenario {scenario}");
    }

    private Optional<Block.KeyFigure> dated() {
        return analyses.comps()
                .filter(comps -> !companies.isEmpty())
                .map(comps -> new Block.KeyFigure(
                        "Share prices of",
                        said.value("prices dated", comps.inWindow(window -> text(days(window)))),
                        Shown.TEXT,
                        Block.Sentence.plain("may be chosen on " + Pages.COMPS)));
    }

    /** The days from the first to the last on which the companies have their prices in a window, or nearest to it. */
    private String days(int window) {
        List<LocalDate> days = companies.stream()
                .map(company -> company.comp().priced().get(window).price().day())
                .sorted()
                .toList();
        return CompColumns.inWords(days);
    }

    /** The currency of the price, and its day. */
    private Key of(CompanyValue company) {
        Comps comps = analyses.comps().orElseThrow();
        return said.value(
                "price of",
                company.comp().company().id(),
                comps.inWindow(
                        company.comp(),
                        priced -> text(priced.price().currency() + ", "
                                + Days.inColumn(priced.price().day()))));
    }

    // ---------------------------------------------------------------- the ladder of prices

    /** A row of the ladder: prices from a low to a high one. */
    private record Rung(Key name, Key low, Key high, Key complete) {}

    private List<Rung> rungs() {
        List<Rung> rungs = new ArrayList<>();
        study.decks().years(deck).stream()
                .limit(1)
                .forEach(year -> rungs.add(rung("deck now", deck, year, ", " + year)));
        decks.forEach(each -> rungs.add(rung("deck " + each.id(), each, Period.NONE, ", long term")));
        views("brokers", "Brokers, long term", dataset.companies().values().stream(), LONG_TERM_VIEW)
                .ifPresent(rungs::add);
        floors().ifPresent(rungs::add);
        for (CompanyValue company : companies) {
            String id = company.comp().company().id();
            Formula.Span both = span(List.of(Meaning.values()), company::implied);
            rungs.add(rung(
                    id,
                    company.comp().company().name() + " shares" + market(company.deck(), ", ", ""),
                    said.value("lowest implied", id, call(Fn.MIN_OF_KNOWN, both)),
                    said.value("highest implied", id, call(Fn.MAX_OF_KNOWN, both)),
                    both));
            views(
                            "brokers on " + id,
                            "Brokers on " + company.comp().company().name(),
                            Stream.of(company.comp().company()),
                            IMPLIED_VIEW)
                    .ifPresent(rungs::add);
        }
        return rungs;
    }

    /** The price of a deck in a year, from the lowest of the scenarios to the highest. */
    private Rung rung(String id, Deck of, Period year, String named) {
        Formula.Span each = span(study.decksInEach(), decks -> decks.price(of, year));
        return rung(
                id,
                "Deck" + market(of, ", ", "") + named,
                said.value("lowest, " + id, call(Fn.MIN_OF_KNOWN, each)),
                said.value("highest, " + id, call(Fn.MAX_OF_KNOWN, each)),
                each);
    }

    /** @param asked all prices that the lowest and the highest are taken from */
    private Rung rung(String id, String name, Key low, Key high, Formula asked) {
        Key complete = said.value("all known", id, call(Fn.SUM, asked).isKnown().then(ONE, ZERO));
        Key named = said.value(
                "rung",
                id,
                words().with("name", name)
                        .with("known", low.isKnown().and(high.isKnown()))
                        .with("low", low)
                        .with("high", high)
                        .with("same", low.rounded(0).isEqualTo(high.rounded(0)))
                        .with("complete", complete.isAbove(ZERO))
                        .clause(
                                "{name}{known?, {same?{low:0}|{low:0} to {high:0}}{complete?|, where known}|, not known}"));
        return new Rung(named, low, high, complete);
    }

    /** The prices that brokers print of some companies; a bound is none. */
    private Optional<Rung> views(String id, String name, Stream<Company> of, String fact) {
        List<StatedFact> views = of.flatMap(company -> analyses.facts().of(company.id(), fact).stream())
                .filter(view -> view.fact().value().known().isPresent())
                .toList();
        if (views.isEmpty()) {
            return Optional.empty();
        }
        said.model().include(analyses.facts().model());
        return Optional.of(between(id, name, span(views, StatedFact::key).asNumber(AS_PRINTED)));
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
                        between("floors", "Floors of contracts", span(floors).asNumber(AS_PRINTED)));
    }

    private Rung between(String id, String name, Formula prices) {
        return rung(
                id,
                name,
                said.value("lowest", id, call(Fn.MIN_OF_KNOWN, prices).countedAs(unit, AS_PRINTED)),
                said.value("highest", id, call(Fn.MAX_OF_KNOWN, prices).countedAs(unit, AS_PRINTED)),
                prices);
    }

    private Exhibit ladder(List<Rung> rungs) {
        return Exhibit.of(
                said.live(
                        "ladder",
                        words().with("product", deck.product())
                                .with("unit", priceUnit())
                                .with("low", call(Fn.MIN_OF_KNOWN, span(rungs, Rung::low)))
                                .with("high", call(Fn.MAX_OF_KNOWN, span(rungs, Rung::high)))
                                .with(
                                        "allKnown",
                                        call(Fn.MIN, span(rungs, Rung::complete))
                                                .isAbove(ZERO))
                                .say(
                                        "{product} at {low:0} to {high:0} {unit}, by deck, broker, floor and share{allKnown?|, where known}"
                                                + "|{product}: no price of deck, broker, floor or share is known")),
                "Decks: over the scenarios; shares: the price they imply, flat and in the long term; brokers and floors as printed",
                Chart.ranges(
                                "Prices of decks, brokers, floors and shares",
                                priceUnit(),
                                span(rungs, Rung::low),
                                span(rungs, Rung::high),
                                said.model())
                        .named(span(rungs, Rung::name))
                        .build());
    }

    // ---------------------------------------------------------------- value against price

    /** Net asset value over market value. */
    private Key covered(CompanyValue company) {
        return said.value(
                "NAV over market value",
                company.comp().company().id(),
                company.net().nav().over(company.net().marketValue()));
    }

    /** At an implied price the two are the same, and no rounding makes one the greater. */
    private Key coveredToSixDecimals(CompanyValue company) {
        return said.value(
                "NAV over market value, to six decimals",
                company.comp().company().id(),
                covered(company).rounded(6));
    }

    /** Net asset value over the market value of each company, over the scenarios. */
    private Optional<Exhibit> coverage() {
        return companies.isEmpty()
                ? Optional.empty()
                : Optional.of(Exhibit.of(
                        said.live(
                                "coverage",
                                words().with(
                                                "full",
                                                call(Fn.COUNT_ABOVE, span(companies, this::coveredToSixDecimals), ONE))
                                        .with("known", Formula.countOfKnown(span(companies, this::covered)))
                                        .with(
                                                "allKnown",
                                                Formula.sum(span(companies, this::covered))
                                                        .isKnown())
                                        .say("{full:0} of {known:0} share prices are below net asset value at the deck"
                                                + "{allKnown?|, where known}"
                                                + "|Whether share prices are below net asset value is not known")),
                        "NAV over market value, %, beside the name; bars: over the scenarios as written",
                        Chart.rangesAroundZero(
                                        "NAV over market value by scenario",
                                        "%",
                                        span(companies, company -> covered(company, "lowest", Fn.MIN_OF_KNOWN)),
                                        span(companies, company -> covered(company, "highest", Fn.MAX_OF_KNOWN)),
                                        said.model())
                                .named(span(companies, this::namedWithCoverage))
                                .build()));
    }

    private Key namedWithCoverage(CompanyValue company) {
        return said.value(
                "company",
                company.comp().company().id(),
                words().with("name", company.comp().company().name())
                        .with("covered", covered(company))
                        .say("{name}, {covered:0%}|{name}, not known"));
    }

    private Key covered(CompanyValue company, String which, Fn fn) {
        Formula.Span each =
                span(study.scenarios().cases(), in -> company.net().nav().in(in));
        return said.value(
                which + " NAV over market value",
                company.comp().company().id(),
                call(fn, each).over(company.net().marketValue()));
    }

    // ---------------------------------------------------------------- tables

    private Exhibit companies() {
        var table = Table.of("Companies", companies)
                .id("company-values")
                .label("Company", company -> company.comp().company().name())
                .across(2)
                .again("Share price", Shown.AS_IS, value -> value.comp().price())
                .wordsOf("Of", this::of)
                .across(2)
                .again("NAV a share", Shown.TWO_DECIMALS, value -> value.net().perShare())
                .again("Weighted", Shown.TWO_DECIMALS, value -> value.net().perShareRisked())
                .again("P/NAV", Shown.ONE_DECIMAL, value -> value.net().priceToNav())
                .again("Implied, flat", Shown.WHOLE, value -> value.implied(Meaning.FLAT))
                .again("Long term", Shown.WHOLE, value -> value.implied(Meaning.LONG_TERM))
                .words("Rests on", this::parts)
                .across(2)
                .words("Inputs", this::inputs);
        return Exhibit.of(
                        Block.Sentence.plain(
                                companies.isEmpty()
                                        ? "No company can be valued"
                                        : "Net asset value beside the price that shares imply"),
                        "NAV at the deck, in the money of the share price; weighted: projects by their probability; implied: "
                                + deck.product() + ", " + priceUnit() + ", real",
                        table.build())
                .withNote(said.live(
                        "inputs and claims",
                        words().with("inputs", INPUTS)
                                .with("claims", Wording.inARow("", claimsOutside()))
                                .clause("{inputs}{claims}")));
    }

    /** Claims that neither enterprise value nor NAV takes off. */
    private List<Formula> claimsOutside() {
        return analyses.comps().stream()
                .flatMap(comps -> companies.stream()
                        .map(company -> comps.inWindow(company.comp(), priced -> {
                            List<Formula> claims = priced.flags().stream()
                                    .filter(flag -> flag.kind() == CompFlag.Kind.CLAIM_OUTSIDE)
                                    .<Formula>map(CompFlag::sentence)
                                    .toList();
                            return claims.isEmpty()
                                    ? text("")
                                    : words().with("claims", Wording.inARow(" ", claims))
                                            .clause(" {claims} Nor is it in NAV.");
                        })))
                .toList();
    }

    /** The companies that have projects or mines and no value, with the facts that are missing. */
    private Exhibit missing() {
        return Exhibit.of(
                Block.Sentence.plain("What is missing of companies that cannot be valued"),
                "Nothing is valued of which an input is missing, or which has business that nothing here values",
                Table.of(
                                "Companies without a value",
                                study.insufficient().keySet().asList())
                        .id("values-missing")
                        .label("Company", this::name)
                        .across(3)
                        .prose(
                                "What is missing",
                                id -> Words.capitalised(
                                        Words.listed(study.insufficient().get(id))))
                        .build());
    }

    private String name(String company) {
        return CompanyNames.of(dataset, company);
    }

    private String parts(CompanyValue company) {
        return company.net().flows().stream().map(flow -> flow.valued().name()).collect(Collectors.joining(", "));
    }

    private String inputs(CompanyValue company) {
        return company.net().flows().stream()
                .map(flow -> flow.valued().evidence())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .name();
    }

    // ---------------------------------------------------------------- projects

    private Optional<Exhibit> projectsByScenario(List<ProjectCash> projects) {
        if (projects.isEmpty()) {
            return Optional.empty();
        }
        Formula.Span npvs = span(projects, CashFlow::npv);
        return Optional.of(Exhibit.of(
                said.live(
                        "projects",
                        words().with("positive", call(Fn.COUNT_ABOVE, npvs, ZERO))
                                .with("known", Formula.countOfKnown(npvs))
                                .with("allKnown", Formula.sum(npvs).isKnown())
                                .say("{positive:0} of {known:0} projects earn the discount rate at the deck"
                                        + "{allKnown?|, where known}"
                                        + "|Whether projects earn it is not known")),
                "NPV of the whole project, " + study.money(projects.get(0))
                        + ", beside its name; bars: over the scenarios as written",
                Chart.rangesAroundZero(
                                "NPV by scenario",
                                study.money(projects.get(0)).currency() + " mn",
                                span(projects, flow -> end(flow, "lowest", Fn.MIN_OF_KNOWN)),
                                span(projects, flow -> end(flow, "highest", Fn.MAX_OF_KNOWN)),
                                said.model())
                        .named(span(projects, this::named))
                        .build()));
    }

    /** When each starts, how likely, what it is worth and earns, and how good that is known. */
    private Exhibit projects(List<ProjectCash> projects) {
        return Exhibit.of(
                        said.live(
                                "returns",
                                range(span(projects, ProjectCash::irr))
                                        .say(
                                                "At the deck projects return {several?{low:0%} to {high:0%}|{low:0%}} a year, after tax"
                                                        + "{allKnown?|, where known}"
                                                        + "|What projects return is not known")),
                        "Whole projects, " + study.money(projects.get(0))
                                + ", real; weighted: by the probability of the forecast" + needs(),
                        Table.of("Projects", projects)
                                .id("value-projects")
                                .label("Project", flow -> flow.valued().name())
                                .across(2)
                                .words(
                                        "Owner",
                                        flow -> flow.valued()
                                                .company()
                                                .map(this::name)
                                                .orElse("Not in the dataset"))
                                .across(2)
                                .words("Study", flow -> flow.project().study())
                                .across(2)
                                .again("Starts", Shown.ORDINAL, ProjectCash::opens)
                                .again("Probability", Shown.PERCENT, study::probability)
                                .again("NPV", Shown.WHOLE, CashFlow::npv)
                                .again("Weighted", Shown.WHOLE, study::risked)
                                .again("IRR", Shown.PERCENT, ProjectCash::irr)
                                .again("Payback, years", Shown.ONE_DECIMAL, study::payback)
                                .column("Needs", Column.Role.VALUE, this::needed)
                                .words(
                                        "Inputs",
                                        flow -> flow.valued().evidence().name())
                                .build())
                .withNotes(INPUTS);
    }

    /** The price at which it earns what is asked of it; none where nothing is asked. */
    private Cell needed(ProjectCash flow) {
        return Cell.again(
                analyses.incentives()
                        .filter(prices -> prices.projects().contains(flow))
                        .map(prices -> prices.afterTax(flow)),
                Shown.WHOLE);
    }

    private String needs() {
        return analyses.incentives().isPresent()
                ? "; needs: " + priceUnit() + " for the return asked for, after tax"
                : "";
    }

    private Key named(ProjectCash flow) {
        return said.value(
                "project",
                flow.valued().id(),
                words().with("name", flow.valued().name())
                        .with("npv", flow.npv())
                        .say("{name}, {npv:-0}|{name}, not known"));
    }

    private Key end(ProjectCash flow, String which, Fn fn) {
        Formula.Span each = span(study.scenarios().cases(), in -> flow.npv().in(in));
        return said.value(which + " NPV", flow.valued().id(), call(fn, each));
    }
}
