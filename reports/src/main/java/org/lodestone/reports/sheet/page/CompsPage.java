package org.lodestone.reports.sheet.page;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.THOUSAND;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;
import static org.lodestone.reports.valuation.CompMeasure.ENTERPRISE_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.EV_PER_TONNE;
import static org.lodestone.reports.valuation.CompMeasure.EV_TO_EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.FORWARD_PE;
import static org.lodestone.reports.valuation.CompMeasure.MARKET_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.TRAILING_PE;

import com.google.common.collect.ImmutableList;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.sheet.company.CompsSection;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.valuation.Comps;

/** The page that compares listed companies by what they cost: each with the day of its price, and what is wrong with its row. */
final class CompsPage {

    private static final Term TERM = Term.of("comps, page");

    /** The weight of its table of names on the front page: more than that of the screen. */
    private static final int FRONT_WEIGHT = 80;

    private final Analyses analyses;
    private final Comps comps;
    private final ImmutableList<Comp> compared;
    private final Model.Builder model;
    private final PageSentences said;
    private final CompColumns columns;
    private final Values values;

    private CompsPage(Analyses analyses, Comps comps) {
        this.analyses = analyses;
        this.comps = comps;
        this.compared = comps.compared();
        this.model = Model.builder().include(comps.model());
        analyses.earnings().ifPresent(earnings -> model.include(earnings.model()));
        analyses.screen().ifPresent(study -> model.include(study.model()));
        this.said = new PageSentences(model, TERM);
        this.columns = new CompColumns(comps, analyses, model);
        this.values = comps.model().values();
    }

    /** Empty where no company has a price. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.comps().map(comps -> new CompsPage(analyses, comps).part());
    }

    private Part part() {
        List<Block> blocks =
                new ArrayList<>(List.of(flags().map(table()::withNote).orElseGet(this::table)));
        charts().ifPresent(blocks::add);
        Section page = Section.page(
                Pages.COMPS,
                Section.Group.COMPANIES,
                said.live("title", title()),
                said.live("standfirst", standfirst()),
                blocks);
        Part.Builder part = Part.builder(model).section(page);
        Optional<FrontNames> names = FrontNames.of(comps, analyses, columns, model);
        pricesDated(part, names.map(FrontNames::days).orElseGet(this::days));
        old().ifPresent(part::unknown);
        names.ifPresent(named -> part.panel(Panel.Place.TABLE, FRONT_WEIGHT, named.table()));
        return part.build();
    }

    private Key days() {
        String first = Days.inColumn(comps.firstDay());
        return model.label(
                TERM.sub("prices dated").key(),
                comps.firstDay().equals(comps.lastDay()) ? first : first + " to " + Days.inColumn(comps.lastDay()));
    }

    /** The days of the prices that the front page shows, as a warning where those compared are too far apart. */
    private void pricesDated(Part.Builder part, Key days) {
        if (comps.isFarApart()) {
            part.warning("Prices dated", days);
        } else {
            part.status("Prices dated", days);
        }
    }

    /** That prices have moved since; empty where they are as new as the figures. */
    private Optional<Block.Sentence> old() {
        Period gathered = analyses.dataset().gathered();
        if (gathered.kind() == Period.Kind.NONE) {
            return Optional.empty();
        }
        long newest = ChronoUnit.MONTHS.between(comps.lastDay(), gathered.last());
        long oldest = ChronoUnit.MONTHS.between(comps.firstDay(), gathered.last());
        return oldest == 0
                ? Optional.empty()
                : Optional.of(Block.Sentence.plain("what shares cost now: prices are "
                        + (newest == oldest ? oldest + " months old" : newest + " to " + oldest + " months old")));
    }

    // ---------------------------------------------------------------- sentences

    private Formula.Span each(CompMeasure measure) {
        return each(comp -> comp.key(measure));
    }

    private Formula.Span each(Function<Comp, Key> value) {
        return span(compared, value);
    }

    /** The cost of a tonne at the cheapest and at the dearest company; where none has tonnes, the cost of earnings. */
    private Formula title() {
        Formula.Span perTonne = each(EV_PER_TONNE);
        Formula lowest = EV_PER_TONNE.lowest();
        Formula highest = EV_PER_TONNE.highest();
        Formula known = EV_PER_TONNE.counted();
        return words().with("some", known.isAbove(ZERO))
                .with("several", known.isAbove(ONE))
                .with("low", Formula.lookUp(each(this::perTonneInWords), lowest, perTonne))
                .with("cheapest", Formula.lookUp(each(columns::name), lowest, perTonne))
                .with("high", Formula.lookUp(each(this::perTonneInWords), highest, perTonne))
                .with("dearest", Formula.lookUp(each(columns::name), highest, perTonne))
                .with("years", years())
                .with("counted", TRAILING_PE.counted())
                .with("all", all())
                .with("median", TRAILING_PE.median())
                .with("missing", missing())
                .say("{some?{several?EV per tonne runs from USD {low} mn at {cheapest} to {high} mn at {dearest}"
                        + "|At {years} prices EV per tonne is USD {low} mn at {cheapest}, the only company for which it is known}"
                        + "|At {years} prices the median P/E of {counted:0} of {all} companies is {median:0.0}}"
                        + "|What the companies cost is not known: {missing}");
    }

    /** The one thing that is missing of every company, if there is one. */
    private String missing() {
        List<String> lacking = compared.stream()
                .map(comp -> Words.listed(comp.price().lacking()))
                .distinct()
                .toList();
        if (lacking.size() == 1 && !lacking.get(0).isEmpty()) {
            return lacking.get(0) + " in the dataset";
        }
        boolean noProfit = compared.stream().allMatch(comp -> comp.netProfit().isEmpty());
        return noProfit ? "no net profit of twelve months in the dataset" : "a figure is missing";
    }

    private String years() {
        int first = comps.firstDay().getYear();
        int last = comps.lastDay().getYear();
        return first == last ? Integer.toString(last) : first + "–" + last % 100;
    }

    private String all() {
        return Integer.toString(compared.size());
    }

    /** In USD mn, with the sign of a bound. */
    private Key perTonneInWords(Comp comp) {
        return model.calculation(
                comp.key(EV_PER_TONNE).sub("in words"),
                words().with("bound", comp.bound(EV_PER_TONNE, "≥ ", "≤ "))
                        .with("millions", comp.key(EV_PER_TONNE).over(THOUSAND))
                        .clause("{bound}{millions:0.00}"));
    }

    /** It says how many companies have a price and are not compared. */
    private Formula standfirst() {
        List<Key> others = comps.companies().stream()
                .filter(comp -> !compared.contains(comp))
                .map(comp -> comp.price().price())
                .toList();
        Optional<Formula> priced =
                others.isEmpty() ? Optional.empty() : Optional.of(Formula.countOfKnown(span(others)));
        return words().with("sameDay", comps.firstDay().equals(comps.lastDay()))
                .with("single", compared.size() == 1)
                .with("first", Days.inSentence(comps.firstDay()))
                .with("last", Days.inSentence(comps.lastDay()))
                .with("farApart", comps.isFarApart())
                .with("others", priced.map(count -> count.isAbove(ZERO)))
                .with("priced", priced)
                .with("one", priced.map(count -> count.isEqualTo(ONE)))
                .with("sheet", CompsSection.NAME)
                .say(
                        "{sameDay?{single?The price is|Prices are} of {first}"
                                + "|Prices run from {first} to {last}{farApart?, so rows compare only roughly}}."
                                + "[{others? {priced:0} {one?more company has|more companies have} a price but no enterprise value: see {sheet}.}]");
    }

    private Formula finding() {
        Formula trailing = TRAILING_PE.counted();
        Formula forward = FORWARD_PE.counted();
        Formula ebitda = EV_TO_EBITDA.counted();
        return words().with("single", compared.size() == 1)
                .with("company", columns.name(compared.get(0)))
                .with("all", all())
                .with("trailing", trailing)
                .with("hasTrailing", trailing.isAbove(ZERO))
                .with("forward", forward)
                .with("hasForward", forward.isAbove(ZERO))
                .with("ebitda", ebitda)
                .with("hasEbitda", ebitda.isAbove(ZERO))
                .say(
                        "{single?{company} has {hasTrailing?a meaningful|no} trailing P/E, {hasForward?a|no} forward P/E and"
                                + " {hasEbitda?an|no} EV/EBITDA"
                                + "|Of {all} companies {trailing:0} have a meaningful trailing P/E, {forward:0} a forward P/E and"
                                + " {ebitda:0} an EV/EBITDA}");
    }

    // ---------------------------------------------------------------- the table

    private static String id(Comp comp) {
        return comp.company().id();
    }

    private Exhibit table() {
        Table.ListBuilder<Comp> table = Table.of("Comps", compared)
                .grouped(comp -> comp.group().title(comps.home()))
                .labelOf("Company", columns::name)
                .unit("Ticker", CompsPage::id)
                .value("Price,\nlocal", Shown.TWO_DECIMALS, comp -> comp.price().price())
                .word("Price\ndate", comp -> columns.day(id(comp)));
        measured(table, "Mkt cap,\nUSD mn", Shown.WHOLE, MARKET_VALUE);
        measured(table, "EV,\nUSD mn", Shown.WHOLE, ENTERPRISE_VALUE);
        measured(table, "P/E,\ntrailing", Shown.ONE_DECIMAL, TRAILING_PE);
        measured(table, "P/E,\nforward", Shown.ONE_DECIMAL, FORWARD_PE);
        measured(table, "EV/\nEBITDA", Shown.ONE_DECIMAL, EV_TO_EBITDA);
        table.word("Output,\n" + comps.unit().map(Object::toString).orElse("t"), columns::tonnes);
        measured(table, "EV per t,\nUSD 000", Shown.WHOLE, EV_PER_TONNE);
        table.column(
                        "EPS change,\nlocal",
                        Column.Role.WORD,
                        comp -> columns.ofEarnings(id(comp), columns.epsChange(id(comp)), Shown.CHANGE))
                .headed(columns.epsHead("local"))
                .column(
                        "EPS change,\n%",
                        Column.Role.WORD,
                        comp -> columns.ofEarnings(id(comp), columns.epsChangeAsRatio(id(comp)), Shown.CHANGE_PERCENT))
                .headed(columns.epsHead("%"))
                .word("Score,\nevidence", comp -> columns.scoreAndEvidence(id(comp)));
        List.of(TRAILING_PE, FORWARD_PE, EV_TO_EBITDA, EV_PER_TONNE).forEach(measure -> table.shade(each(measure)));
        return Exhibit.of(
                        said.live("finding", finding()),
                        "Latest price read." + CompColumns.secondHand(compared)
                                + " EV: with net debt, minorities and preferred as far as published. Output: own mining quota,"
                                + " else own output. Shaded by column, from white (low) to blue (high)",
                        table.build())
                .withNotes(
                        "nm: a loss, a ratio above 200, a profit small beside revenue. EPS as a range: ore costs are not known."
                                + " n/a: not published. –: none. ≤, ≥: what others own is not known; EV per t: the other way."
                                + " Evidence: as on Screen.");
    }

    /** A column of a measure, with how many companies have it, and its least, middle and greatest below. */
    private static void measured(Table.ListBuilder<Comp> table, String header, Shown shown, CompMeasure measure) {
        table.value(header, shown, comp -> comp.key(measure))
                .below(Row.Kind.GROUP, "All, companies counted", new Cell.Of(measure.counted(), Shown.WHOLE))
                .below(Row.Kind.BODY, "Lowest", new Cell.Of(measure.lowest(), shown))
                .below(Row.Kind.BODY, "Median", new Cell.Of(measure.median(), shown))
                .below(Row.Kind.BODY, "Highest", new Cell.Of(measure.highest(), shown));
    }

    // ---------------------------------------------------------------- what to know

    /** The faults that are known of rows; empty where there are none. */
    private Optional<Block.Sentence> flags() {
        List<Formula> flags = Stream.of(
                        datesApart().stream(),
                        flags(CompFlag.Kind.CLAIM_OUTSIDE),
                        flags(CompFlag.Kind.RAISED_SINCE),
                        flags(CompFlag.Kind.NO_DATE),
                        Stream.of(comps.lacking())
                                .filter(told -> !told.isEmpty())
                                .map(Formula::text))
                .flatMap(some -> some)
                .toList();
        String apart = flags.isEmpty() ? "" : " ";
        List<Formula> more =
                Stream.concat(unmoved(apart), valued(apart).stream()).toList();
        return flags.isEmpty() && more.isEmpty()
                ? Optional.empty()
                : Optional.of(said.live(
                        "flags",
                        words().with("flags", Wording.inARow(" ", flags))
                                .with("more", Wording.inARow("", more))
                                .clause("{flags}{more}")));
    }

    private Optional<Formula> datesApart() {
        long apart = compared.stream()
                .filter(comp -> comp.has(CompFlag.Kind.DATES_APART))
                .count();
        String which = apart == compared.size() ? "every row" : apart + " of " + all() + " rows";
        return apart == 0
                ? Optional.empty()
                : Optional.of(
                        text("Dates of " + which + " lie over three months apart: see " + CompsSection.NAME + "."));
    }

    /** Those compared in the order of the dataset, which no price changes. */
    private Stream<Comp> inOrder() {
        return analyses.dataset().companies().keySet().stream()
                .flatMap(id -> compared.stream().filter(comp -> id(comp).equals(id)));
    }

    /** The number of companies whose market value is known, where it is no longer known of all that have one. */
    private Optional<Formula> valued(String apart) {
        List<Key> values = compared.stream()
                .filter(comp -> comp.price().isValued())
                .map(comp -> comp.key(MARKET_VALUE))
                .toList();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with("allKnown", Formula.sum(span(values)).isKnown())
                        .with("apart", apart)
                        .with("known", Formula.countOfKnown(span(values)))
                        .with("all", values.size())
                        .clause("{allKnown?|{apart}Market value is known for {known:0} of {all} companies.}"));
    }

    private Stream<Formula> flags(CompFlag.Kind kind) {
        return inOrder()
                .flatMap(comp -> comp.flags().stream())
                .filter(flag -> flag.kind() == kind)
                .map(flag -> flag.sentence());
    }

    /** A sentence on each product whose floor is above its price: a higher price changes nothing while the floor is paid. */
    private Stream<Formula> unmoved(String apart) {
        return analyses.earnings().stream()
                .map(Earnings::products)
                .flatMap(ImmutableList::stream)
                .filter(product -> product.floor().isPresent())
                .map(product -> unmoved(apart, product));
    }

    /** @param apart what parts it from the sentence before */
    private static Formula unmoved(String apart, ProductSale product) {
        return words().with("apart", apart)
                .with("company", product.company().name())
                .with("nothing", product.changeUnderFloor().isEqualTo(ZERO))
                .with("price", product.listPrice())
                .with("unit", product.priceUnit())
                .with("period", product.listPriceIsOf())
                .with("floor", product.floor().orElseThrow().key())
                .with("step", CompColumns.step())
                .with("open", ONE.minus(product.floorHeld()))
                .with("year", product.period())
                .say(
                        "{nothing?{apart}{company}: {price:0} {unit} in {period} is below its floor of {floor:0}; {step} counted in {open:0%} of {year}.}"
                                + "|{apart}{company}: what a change of prices does under its floor is not known.");
    }

    // ---------------------------------------------------------------- charts

    private Optional<Block> charts() {
        return Pair.of(perTonne(), 5, analyses.screen().flatMap(this::scores), 8);
    }

    /** A bar for each company that has tonnes, the cheapest first. */
    private Optional<Exhibit> perTonne() {
        List<Comp> drawn = compared.stream()
                .filter(comp -> values.number(comp.key(EV_PER_TONNE)).isPresent())
                .sorted(Comparator.comparingDouble(
                        comp -> values.number(comp.key(EV_PER_TONNE)).orElse(0)))
                .toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Exhibit.of(
                said.live("tonnes", apart(EV_PER_TONNE.highest().over(EV_PER_TONNE.lowest()))),
                "EV per t of own output, USD 000, log scale",
                Chart.bars("EV per tonne of own output", "USD 000")
                        .series(Chart.series("EV per tonne", span(drawn, comp -> comp.key(EV_PER_TONNE))))
                        .named(span(drawn, this::barName))
                        .labelled(Shown.WHOLE)
                        .scaled(Chart.Scale.LOGARITHMIC)
                        .build()));
    }

    /** The company, and whether its number is a bound: {@code Shenghe Resources, at most}. */
    private Key barName(Comp comp) {
        return model.calculation(
                comp.key(EV_PER_TONNE).sub("bar"),
                words().with("company", columns.name(comp))
                        .with("bound", comp.bound(EV_PER_TONNE, ", at least", ", at most"))
                        .clause("{company}{bound}"));
    }

    private static Formula apart(Formula times) {
        return words().with("apart", times.rounded(0).isAbove(ONE))
                .with("counted", EV_PER_TONNE.counted())
                .with("times", times)
                .say("{apart?The highest of {counted:0} known EVs per tonne is about {times:0} times the lowest"
                        + "|EV per tonne is about the same wherever it is known}"
                        + "|How far EV per tonne lies apart is not known: a figure is missing");
    }

    /** The range of each score, the highest possible first. */
    private Optional<Exhibit> scores(ScreenStudy study) {
        LiveScreen screen = study.whole();
        Values scored = study.model().values();
        List<Comp> drawn = compared.stream()
                .filter(comp -> columns.isScreened(id(comp)))
                .sorted(Comparator.<Comp>comparingDouble(
                                comp -> scored.number(screen.high(id(comp))).orElse(0))
                        .reversed())
                .collect(toImmutableList());
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        Formula.Span evidence = span(drawn, comp -> screen.evidence(id(comp)));
        Key exact = model.calculation(TERM.sub("exact scores").key(), Leaders.letter(evidence, "A"));
        return Optional.of(Exhibit.of(
                said.live(
                        "scores",
                        Leaders.exact(screen, exact, evidence, "scores shown", "; what is not known blurs the others")),
                "Score of the screen, lowest to highest possible, with rank and at best (in brackets); dark: exact",
                Chart.ranges(
                                "Score, lowest to highest possible",
                                "Score",
                                span(drawn, comp -> screen.low(id(comp))),
                                span(drawn, comp -> screen.high(id(comp))),
                                model)
                        .named(span(drawn, columns::standing))
                        .build()));
    }
}
