package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.Comp.Contained;
import org.lodestone.reports.valuation.Comp.Priced;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.valuation.Comps;
import org.lodestone.reports.valuation.Comps.CompGroup;

/** The page that compares listed companies by what they cost: each with the day of its price, and what is wrong with its row. */
record CompsPage(
        Analyses analyses, Comps comps, ImmutableList<Comp> compared, CompColumns columns, PageSentences said) {

    private static final Term TERM = Term.of("comps, page");

    /** The weight of its table of names on the front page: more than that of the screen. */
    private static final int FRONT_WEIGHT = 80;

    /** Fewer companies than these have no middle. */
    private static final int FEWEST = 3;

    private static final ImmutableList<CompMeasure> RATIOS = ImmutableList.of(TRAILING_PE, FORWARD_PE, EV_TO_EBITDA);

    /** Empty where no company has a price. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.comps().map(comps -> {
            Model.Builder model = Model.builder().include(comps.model());
            analyses.earnings().ifPresent(earnings -> model.include(earnings.model()));
            analyses.screen().ifPresent(study -> model.include(study.model()));
            CompColumns columns = new CompColumns(comps, analyses, model);
            return new CompsPage(analyses, comps, comps.compared(), columns, new PageSentences(model, TERM)).part();
        });
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        if (comps.windows().size() > 1) {
            blocks.add(new Block.Selector(
                    "Prices of", comps.window(), span(comps.windows()), "Choose other days, and the page follows."));
        }
        blocks.add(table().withNote(flags()));
        perTonne().ifPresent(blocks::add);
        Part.Builder part = Part.builder(said.model());
        if (hasTwoToCompare()) {
            part.section(said.page(Pages.COMPS, Section.Group.COMPANIES, title(), standfirst(), blocks));
        }
        Optional<FrontNames> names = FrontNames.of(columns);
        Key days = names.map(FrontNames::days).orElseGet(this::days);
        pricesDated(part, days);
        old(days).ifPresent(part::unknown);
        names.ifPresent(named -> part.panel(Panel.Place.TABLE, FRONT_WEIGHT, named.table()));
        return part.build();
    }

    /** Whether two companies have one ratio, on whatever days; else there is no page, and Comps detail says what is known. */
    private boolean hasTwoToCompare() {
        return RATIOS.stream()
                .anyMatch(measure -> compared.stream()
                                .filter(comp -> comps.model()
                                        .value(comp.key(measure))
                                        .number()
                                        .isPresent())
                                .count()
                        > 1);
    }

    private Key days() {
        return said.value(
                "prices dated",
                comps.inWindow(window -> text(CompColumns.inWords(compared.stream()
                        .map(comp -> comp.priced().get(window))
                        .filter(Priced::inside)
                        .map(priced -> priced.price().day())
                        .sorted()
                        .toList()))));
    }

    /** The days of the prices that the front page shows, as a warning where some lie outside the window. */
    private void pricesDated(Part.Builder part, Key days) {
        if (compared.stream().allMatch(comp -> comp.first().inside())) {
            part.status("Prices dated", days);
        } else {
            part.warning("Prices dated", days);
        }
    }

    /** That prices have moved since; empty where no day is known on which the figures were gathered. */
    private Optional<Block.Sentence> old(Key days) {
        return analyses.dataset().gathered().kind() == Period.Kind.NONE
                ? Optional.empty()
                : Optional.of(said.live(
                        "old",
                        words().with("days", days)
                                .say("what shares cost now: prices are of {days}|what shares cost now")));
    }

    // ---------------------------------------------------------------- sentences

    /** The cost of a year's EBITDA at home and elsewhere; where one is not known, the median of all, or that of earnings. */
    private Formula title() {
        return words().with("both", isKnown(true).and(isKnown(false)))
                .with("atHome", times(true))
                .with("elsewhere", times(false))
                .with("home", comps.home().name())
                .with("homes", known(true).fixed(0))
                .with("homesOne", known(true).isEqualTo(ONE))
                .with("others", known(false).fixed(0))
                .with("window", comps.window())
                .with("some", EV_TO_EBITDA.counted().isAbove(ZERO))
                .with("ebitda", EV_TO_EBITDA.median())
                .with("earns", TRAILING_PE.counted().isAbove(ZERO))
                .with("earnings", TRAILING_PE.median())
                .with("valued", lacking().isEmpty())
                .with("missing", lacking().map(Formula::text))
                .with(
                        "noProfit",
                        compared.stream()
                                .allMatch(comp -> comp.first().netProfit().isEmpty()))
                .say(
                        "{both?EV is {atHome} times EBITDA at {homes} {homesOne?company|companies} in {home} and {elsewhere} times at {others} outside, at prices of {window}"
                                + "|{some?The median EV/EBITDA is {ebitda:0.0} at prices of {window}"
                                + "|{earns?The median P/E is {earnings:0.0} at prices of {window}"
                                + "|{valued?No company has a meaningful P/E or EV/EBITDA at prices"
                                + " of {window}{noProfit?: no net profit of twelve months in the dataset}"
                                + "|What the companies cost is not known[: {missing} in the dataset]}}}}"
                                + "|What the companies cost is not known: a price or a day is missing");
    }

    private List<Key> ratios(boolean atHome) {
        return compared.stream()
                .filter(comp -> atHome == (comp.group() == CompGroup.HOME))
                .map(comp -> comp.counted(EV_TO_EBITDA))
                .toList();
    }

    private Formula isKnown(boolean atHome) {
        return known(atHome).isAbove(ZERO);
    }

    private Formula known(boolean atHome) {
        List<Key> ratios = ratios(atHome);
        return ratios.isEmpty() ? ZERO : Formula.countOfKnown(span(ratios));
    }

    /** {@code 22 to 50}, or {@code 22} where that is all. */
    private Formula times(boolean atHome) {
        List<Key> ratios = ratios(atHome);
        if (ratios.isEmpty()) {
            return text("");
        }
        Formula low = Formula.call(Fn.MIN_OF_KNOWN, span(ratios)).fixed(0);
        Formula high = Formula.call(Fn.MAX_OF_KNOWN, span(ratios)).fixed(0);
        return words().with("same", Formula.call(Fn.SAME_TEXT, low, high))
                .with("low", low)
                .with("high", high)
                .clause("{low}{same?| to {high}}");
    }

    /** The one thing that every company lacks for its market value. */
    private Optional<String> lacking() {
        List<String> lacking = compared.stream()
                .map(comp -> Words.listed(comp.first().price().lacking()))
                .distinct()
                .toList();
        return lacking.stream()
                .filter(one -> lacking.size() == 1 && !one.isEmpty())
                .findFirst();
    }

    private Formula inside() {
        return Formula.sum(span(compared, Comp::inside));
    }

    /** It says how many companies have a price and are not compared. */
    private Formula standfirst() {
        List<Key> others = comps.companies().stream()
                .filter(comp -> !compared.contains(comp))
                .map(Comp::price)
                .toList();
        Optional<Formula> priced =
                others.isEmpty() ? Optional.empty() : Optional.of(Formula.countOfKnown(span(others)));
        return words().with("inside", inside())
                .with("all", compared.size())
                .with("window", comps.window())
                .with("priced", priced)
                .say(
                        "{inside:0} of {all} companies {inside=1?has a price of {window}, and is|have a price of {window}, and are} counted."
                                + "[{priced>0? {priced:0} {priced=1?more company has|more companies have} a price but no enterprise value.}]"
                                + "|The days of which prices are compared are not known.");
    }

    private Formula finding() {
        Formula trailing = TRAILING_PE.counted();
        Formula ratios = trailing.plus(FORWARD_PE.counted()).plus(EV_TO_EBITDA.counted());
        return words().with("trailing", trailing)
                .with("forward", FORWARD_PE.counted())
                .with("ebitda", EV_TO_EBITDA.counted())
                .with("some", ratios.isAbove(ZERO))
                .with("inside", inside())
                .say(
                        "{some?Of {inside:0} {inside=1?company|companies} counted {trailing:0} {trailing=1?has|have} a meaningful trailing P/E,"
                                + " {forward:0} a forward P/E and {ebitda:0} an EV/EBITDA"
                                + "|{inside=1?The company|None of {inside:0} companies} counted has {inside=1?no|a} meaningful P/E or EV/EBITDA}"
                                + "|How many companies are counted is not known");
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
                .word("Price", comp -> columns.price(id(comp)))
                .word("Price\ndate", comp -> columns.day(id(comp)));
        measured(table, "Mkt cap,\nUSD mn", Shown.WHOLE, MARKET_VALUE);
        measured(table, "EV,\nUSD mn", Shown.WHOLE, ENTERPRISE_VALUE);
        measured(table, "P/E,\ntrailing", Shown.ONE_DECIMAL, TRAILING_PE);
        measured(table, "P/E,\nforward", Shown.ONE_DECIMAL, FORWARD_PE);
        measured(table, "EV/\nEBITDA", Shown.ONE_DECIMAL, EV_TO_EBITDA);
        comps.kinds()
                .forEach(kind -> summed(
                        table.word("EV/t,\n" + kind, comp -> columns.perTonne(comp, kind)),
                        Shown.TWO_DECIMALS,
                        EV_PER_TONNE.counted(kind),
                        EV_PER_TONNE.lowest(kind),
                        EV_PER_TONNE.median(kind),
                        EV_PER_TONNE.highest(kind)));
        columns.addEps(
                table,
                Column.Role.WORD,
                comp -> columns.ofEarnings(id(comp), columns.epsChange(id(comp)), Shown.CHANGE),
                comp -> columns.ofEarnings(id(comp), columns.epsChangeAsRatio(id(comp)), Shown.CHANGE_PERCENT));
        table.word("Score,\nevidence", comp -> columns.scoreAndEvidence(id(comp)));
        RATIOS.forEach(measure -> table.shade(span(compared, comp -> comp.key(measure))));
        return Exhibit.of(
                said.live("finding", finding()),
                "Earnings reported by the day of the price; EV with the newest balance sheet before it, net of cash raised since."
                        + CompColumns.signs(compared) + " Blue: high",
                table.build());
    }

    /** The meaning of signs, to begin a note with. */
    private String signs() {
        return comps.contained()
                        .map(
                                basis -> "EV/t: USD mn per t of " + basis
                                        + " a year in own products (≤: output of part of a year; ranges and bounds are not counted). ")
                        .orElse("")
                + "Mkt cap: price × latest shares. nm: a loss, above 200, a small profit."
                + (columns.hasEarnings() ? " " + CompColumns.ofEps() : "");
    }

    /** A column of a measure, with what is below it. */
    private void measured(Table.ListBuilder<Comp> table, String header, Shown shown, CompMeasure measure) {
        summed(
                table.value(header, shown, comp -> comp.key(measure)),
                shown,
                measure.counted(),
                measure.lowest(),
                measure.median(),
                measure.highest());
    }

    /** The number of companies that have the figure of a column, and its least, middle and greatest, where companies are enough for that. */
    private void summed(Table.ListBuilder<Comp> table, Shown shown, Key counted, Key lowest, Key median, Key highest) {
        if (hasMiddle()) {
            table.below(Row.Kind.GROUP, "All, companies counted", new Cell.Of(counted, Shown.WHOLE))
                    .below(Row.Kind.BODY, "Lowest", new Cell.Of(lowest, shown))
                    .below(Row.Kind.BODY, "Median", new Cell.Of(median, shown))
                    .below(Row.Kind.BODY, "Highest", new Cell.Of(highest, shown));
        }
    }

    private boolean hasMiddle() {
        return IntStream.range(0, comps.windows().size())
                .anyMatch(window -> compared.stream()
                                .filter(comp -> comp.priced().get(window).inside())
                                .count()
                        >= FEWEST);
    }

    // ---------------------------------------------------------------- what to know

    /** The faults that are known of the companies that are counted, after what signs mean. */
    private Block.Sentence flags() {
        Formula flags = comps.inWindow(window -> {
            List<Formula> known = Stream.of(
                            datesApart(window).stream(),
                            flags(window, CompFlag.Kind.CLAIM_OUTSIDE),
                            flags(window, CompFlag.Kind.RAISED_SINCE),
                            flags(window, CompFlag.Kind.NO_DATE),
                            Stream.of(comps.lacking(window))
                                    .filter(told -> !told.isEmpty())
                                    .map(Formula::text))
                    .flatMap(some -> some)
                    .toList();
            return known.isEmpty() ? text("") : Wording.inARow(" ", known);
        });
        return said.live(
                "flags",
                words().with("signs", signs())
                        .with("none", Formula.call(Fn.SAME_TEXT, flags, text("")))
                        .with("flags", flags)
                        .with(
                                "more",
                                Wording.inARow(
                                        "",
                                        Stream.concat(unmoved(" "), valued(" ").stream())
                                                .toList()))
                        .clause("{signs}{none?| {flags}}{more}"));
    }

    private Optional<Formula> datesApart(int window) {
        long apart = compared.stream()
                .filter(comp -> comp.priced().get(window).has(CompFlag.Kind.DATES_APART))
                .count();
        String which = apart == compared.size() ? "every row" : apart + " of " + compared.size() + " rows";
        return apart == 0
                ? Optional.empty()
                : Optional.of(text("In " + which + " price and figures lie over three months apart."));
    }

    /** Those compared in the order of the dataset, which no price changes. */
    private Stream<Comp> inOrder() {
        return analyses.dataset().companies().keySet().stream()
                .flatMap(id -> compared.stream().filter(comp -> id(comp).equals(id)));
    }

    /** The number of companies whose market value is known, where it is no longer known of all that have one. */
    private Optional<Formula> valued(String apart) {
        List<Key> values = compared.stream()
                .filter(comp ->
                        comp.priced().stream().allMatch(priced -> priced.price().isValued()))
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

    private Stream<Formula> flags(int window, CompFlag.Kind kind) {
        return inOrder()
                .map(comp -> comp.priced().get(window))
                .filter(Priced::inside)
                .flatMap(priced -> priced.flags().stream())
                .filter(flag -> flag.kind() == kind)
                .map(flag -> flag.sentence());
    }

    /** A sentence on each product whose floor is above its spot price: a higher price changes nothing up to the floor. */
    private Stream<Formula> unmoved(String apart) {
        return analyses.earnings().stream()
                .map(Earnings::products)
                .flatMap(ImmutableList::stream)
                .flatMap(product -> product.floor().map(floor -> unmoved(apart, product, floor)).stream());
    }

    /** @param apart what parts it from the sentence before */
    private static Formula unmoved(String apart, ProductSale product, Key floor) {
        Key spot = product.spot().orElseThrow();
        return words().with("apart", apart)
                .with("company", product.company().name())
                .with("below", floor.isAbove(spot))
                .with("price", spot)
                .with("unit", product.atDeck().orElseThrow().quote().unit())
                .with("period", Days.inSentence(product.listPriceIsOf()))
                .with("floor", floor)
                .say(
                        "{below?{apart}{company}: a spot of {price:0.0} {unit}, {period}, is below its floor of {floor:0}.}"
                                + "|{apart}{company}: what a change of prices does under its floor is not known.");
    }

    // ---------------------------------------------------------------- chart

    /** A bar for each product, from the least to the most that a tonne in it can cost. */
    private Optional<Exhibit> perTonne() {
        List<Contained> drawn = compared.stream()
                .flatMap(comp -> comp.products().stream())
                .filter(product ->
                        comps.model().values().number(product.perTonneAtMost()).isPresent())
                .sorted(Comparator.comparing(Contained::kind)
                        .thenComparing(product -> comps.model()
                                .values()
                                .number(product.perTonneAtMost())
                                .orElse(0)))
                .toList();
        if (drawn.size() < 2) {
            return Optional.empty();
        }
        Formula exact = comps.kinds().stream()
                .<Formula>map(EV_PER_TONNE::counted)
                .reduce(Formula::plus)
                .orElseThrow();
        return Optional.of(Exhibit.of(
                said.live(
                        "tonnes",
                        words().with("exact", exact)
                                .with("all", drawn.size())
                                .say(
                                        "{exact>0?{exact:0} of {all} EVs per tonne are exact and of these days|No EV per tonne is exact and of these days}"
                                                + "|How many EVs per tonne are exact is not known")),
                "EV per t of " + comps.contained().orElse("what is contained") + ", USD mn, by product; dark: exact",
                Chart.ranges(
                                "EV per tonne contained in own products",
                                "USD mn",
                                span(drawn, Contained::perTonne),
                                span(drawn, Contained::perTonneAtMost),
                                said.model())
                        .named(span(drawn, this::barName))
                        .build()));
    }

    /** The company, its product and what a tonne in it costs, in brackets where that is of other days: {@code MP Materials, separated: (3.66)}. */
    private Key barName(Contained product) {
        Comp comp = comps.company(product.company());
        return said.value(
                product.perTonne().sub("bar"),
                words().with("company", columns.name(comp))
                        .with("kind", product.kind())
                        .with("whole", product.isOfAPart().isEqualTo(ZERO))
                        .with("cost", columns.perTonne(product))
                        .with("most", product.perTonneAtMost())
                        .with("inside", comp.inside().isEqualTo(ONE))
                        .say(
                                "{company}, {kind}: {inside?|(}{whole?{cost}|≤ {most:0.00}}{inside?|)}|{company}, {kind}"));
    }
}
