package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.At;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Earnings.LeftOut;
import org.lodestone.reports.earnings.Moved;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.earnings.TwelveMonths;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.sheet.company.EarningsOrder;

/** The page on what a change of product prices does to the net profit of companies. */
record EarningsPage(Earnings earnings, EarningsOrder order, PageSentences said) {

    /** The weight of its chart among those for a note. */
    private static final int NOTE_WEIGHT = 50;

    private static final Term TERM = Term.of("earnings, page");

    /** An amount of more millions is told without a decimal. */
    private static final int THOUSAND = 1000;

    private static final String NO_CHANGE = "|The change of prices is not known, so nor is that of net profit";
    private static final String OF_SOME =
            "{known>1?, among the {known:0} for which it is known|, the only one for which it is known}";
    private static final String ORE =
            "For ore: the part of a change of price that its seller gets; where that is not known, a range from the largest that another"
                    + " company states to none, and no rank. At most: what others own of plants is not known.";
    private static final String TAXED = "[{profitKnown?|, taxed in full where net profit is not known}]";

    /** A product, with whether it is the first of its company. */
    private record Line(CompanyEarnings company, ProductSale product, boolean first) {}

    /** Empty where of no company is known what prices do to it. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.earnings()
                .filter(earnings -> !earnings.companies().isEmpty())
                .map(earnings -> new EarningsPage(
                                earnings, new EarningsOrder(earnings), PageSentences.of(TERM, earnings.model()))
                        .part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>(List.of(table()));
        Optional<Exhibit> chart = chart();
        chart.or(() -> others().isEmpty() ? Optional.empty() : Optional.of(tooLittleKnown()))
                .ifPresent(blocks::add);
        Part.Builder part = Part.builder(said.model())
                .section(Section.page(
                        Pages.EARNINGS,
                        Section.Group.COMPANIES,
                        said.live("title", title()),
                        standfirst(chart.isPresent()),
                        blocks));
        chart.ifPresent(exhibit -> part.panel(Panel.Place.NOTE, NOTE_WEIGHT, exhibit));
        return part.build();
    }

    // ---------------------------------------------------------------- sentences

    /** The company whose net profit moves most against itself, of those the cost of whose ore is known. */
    private Formula title() {
        List<CompanyEarnings> compared = order.ranked();
        Wording words = words().with("step", CompColumns.step());
        if (compared.isEmpty()) {
            return words.say("Prices {step}: the change of net profit" + NO_CHANGE);
        }
        Formula.Span changes = span(compared, company -> company.effect().relativeChange(Way.UP));
        Formula rise = Formula.call(Fn.MAX_OF_KNOWN, changes);
        Formula fall = Formula.call(Fn.MIN_OF_KNOWN, changes);
        Key most = said.value("largest change", rise.plus(fall).isAtLeast(ZERO).then(rise, fall));
        Formula place = Formula.call(Fn.FIND, most, changes);
        return words.with("company", picked(compared, CompanyEarnings::name, place))
                .with(
                        "bound",
                        picked(compared, CompanyEarnings::isUpperBound, place).isEqualTo(ONE))
                .with("alone", Formula.call(Fn.COUNT_EQUAL, changes, most).isEqualTo(ONE))
                .with("change", most)
                .with("some", compared.size() < earnings.companies().size())
                .with("compared", compared.size())
                .with("allKnown", Formula.sum(changes).isKnown())
                .with("known", Formula.countOfKnown(changes))
                .with("profitKnown", profitKnown(compared))
                .with("floors", floors())
                .say(
                        "Prices {step}: net profit {known>1?moves {alone?most at {company}|as much at {company} as at another}, by"
                                + "|of {company} changes by} {bound?at most }{change:+0.0%}"
                                + "{allKnown?{some?, {compared=1?the only one|among the {compared}} whose ore costs are known}"
                                + "|" + OF_SOME + "}" + TAXED + "{floors}"
                                + "|Prices {step}: whose net profit moves most is not known" + NO_CHANGE);
    }

    /** The number of sellers with a floor above the spot; nothing where no contract has one. */
    private Formula floors() {
        List<ProductSale> sellers = earnings.products().stream()
                .filter(product -> product.atDeck().isPresent())
                .toList();
        List<ProductSale> floored =
                sellers.stream().filter(product -> product.floor().isPresent()).toList();
        if (floored.isEmpty()) {
            return Formula.text("");
        }
        Formula held = Formula.sum(span(
                floored,
                product -> said.value(
                        "floor above the spot",
                        id(product),
                        product.floor()
                                .orElseThrow()
                                .isAbove(product.spot().orElseThrow())
                                .then(ONE, ZERO))));
        return words().with("held", held)
                .with("sellers", sellers.size())
                .with("isKnown", held.isKnown())
                .clause("{isKnown?; {held:0} of {sellers} are paid a floor above the spot}");
    }

    private static String id(ProductSale product) {
        return product.company().id() + ", " + product.product();
    }

    private static Formula picked(List<CompanyEarnings> companies, Function<CompanyEarnings, Key> what, Formula place) {
        return Formula.call(Fn.PICK, span(companies, what), place);
    }

    /** A sentence on the company with the floor that bends its line; where there is none, on what becomes of the first company. */
    private Formula finding() {
        CompanyEarnings company = withFloor(order.mostFirst());
        Key profit = company.effect().netProfit();
        int digits = Math.abs(earnings.model().values().number(profit).orElse(0)) < THOUSAND ? 1 : 0;
        return words().with("company", company.name())
                .with("currency", company.currency())
                .with("up", company.effect().change(Way.UP).fixed(digits))
                .with("down", company.effect().change(Way.DOWN).fixed(digits))
                .with("profit", profit.fixed(digits))
                .with("step", step(Way.UP))
                .with("back", step(Way.DOWN))
                .with("profitKnown", profitKnown(List.of(company)))
                .say(
                        "{company} earns {currency} {profit} mn at the spot; prices {step} change that by {up} mn, prices {back} by {down} mn"
                                + TAXED
                                + "|{company}: what becomes of net profit is not known: a figure is missing");
    }

    /** The first company that a contract holds up by a floor, or else the first of all. */
    private static CompanyEarnings withFloor(List<CompanyEarnings> companies) {
        return companies.stream()
                .filter(one -> one.products().stream()
                        .anyMatch(product -> product.floor().isPresent()))
                .findFirst()
                .orElse(companies.get(0));
    }

    /** Whether it is known if there is a profit, so that a change is not taxed in full; empty where all end apart from sales. */
    private static Optional<Formula> profitKnown(List<CompanyEarnings> companies) {
        List<Key> profits = companies.stream()
                .filter(CompanyEarnings::isOfOneYear)
                .map(CompanyEarnings::netProfit)
                .toList();
        return profits.isEmpty()
                ? Optional.empty()
                : Optional.of(Formula.sum(span(profits).asNumber("only whether all are known"))
                        .isKnown());
    }

    /** The companies without a line in the table, once for each product. */
    private List<LeftOut> others() {
        return earnings.leftOut().stream()
                .filter(left -> earnings.companies().stream()
                        .noneMatch(one -> one.company().equals(left.company())))
                .toList();
    }

    private int withoutLine() {
        return (int) others().stream().map(LeftOut::company).distinct().count();
    }

    /** @param referred whether the companies of which too little is known are on another sheet alone */
    private Block.Sentence standfirst(boolean referred) {
        int without = withoutLine();
        String others = without == 0 || !referred
                ? ""
                : " Of " + without + " other listed " + (without == 1 ? "company" : "companies")
                        + " too little is known.";
        return said.live(
                "standfirst",
                words().with("others", others)
                        .with(
                                "missed",
                                Wording.inARow(
                                        "",
                                        earnings.companies().stream()
                                                .flatMap(company -> missed(company).stream())
                                                .toList()))
                        .say(
                                "One spot for all who sell a product, at the exchange rate of its month and on the terms of contracts; other costs stay.{missed}{others}"));
    }

    /** Profit of the last year that was reported since brokers were asked, beside the one they expected. */
    private static Optional<Formula> missed(CompanyEarnings company) {
        return company.missed()
                .map(
                        missed -> words().with("company", company.company().name())
                                .with("currency", company.currency())
                                .with(
                                        "year",
                                        company.consensus()
                                                .made()
                                                .orElseThrow()
                                                .fact()
                                                .period())
                                .with("expected", company.consensus().expected().map(StatedFact::key))
                                .with(
                                        "unit",
                                        company.consensus()
                                                .expected()
                                                .orElseThrow()
                                                .fact()
                                                .unit()
                                                .word())
                                .with("made", company.consensus().made().map(StatedFact::key))
                                .with("missed", missed)
                                .with("isKnown", missed.isKnown())
                                .clause(
                                        "{isKnown? {company}, {year}: {made:-0} {currency} {unit} made, {expected:-0} expected by brokers ({missed:+0%}).}"));
    }

    // ---------------------------------------------------------------- the table

    private List<Line> lines() {
        return order.mostFirst().stream()
                .flatMap(company -> company.products().stream()
                        .map(product -> new Line(
                                company,
                                product,
                                product.equals(company.products().get(0)))))
                .toList();
    }

    private Exhibit table() {
        var table = Table.of("Earnings", lines())
                .id("earnings")
                .label(
                        "Company and product",
                        line -> line.company().company().name() + "\n"
                                + line.product().product())
                .value(
                        "Price before\ncontracts",
                        line -> line.product().listPriceShown(),
                        line -> line.product().listPrice())
                .words("Unit, of", EarningsPage::unit)
                .column("For ore", Column.Role.WORD, this::forOre)
                .words("Sales; profit", EarningsPage::months)
                .across(2)
                .column("EPS,\nlocal", ofCompany(company -> Cell.of(company.eps(), Shown.TWO_DECIMALS)));
        at(table, At.SPOT, "Spot");
        next().ifPresent(year -> {
            at(table, At.NEXT, year.toString());
            table.column("Brokers\n" + year, ofCompany(company -> Cell.of(company.epsExpected(), Shown.TWO_DECIMALS)));
        });
        return Exhibit.of(
                        said.live("finding", finding()),
                        "Earnings per share, local currency, after tax: of twelve months, at the spot, and in the year after it at the"
                                + " price of the deck; with the change when all prices of a company move both ways",
                        table.build())
                .withNotes(
                        "Price before contracts: latest quote of a day or a month that is a number, with the premium of the market and VAT where it is"
                                + " paid" + secondHand() + ". Own price: the last of a product without a deck.",
                        "Twelve months: a financial year, plus this part of a year less the same part of the year before; where one of the"
                                + " three is not known, a half-year doubled or a longer part in proportion. EPS on the latest number of shares.",
                        ORE,
                        next().map(year -> year + ": deck of that year, real; " + volumes() + " " + brokers())
                                .orElse(""));
    }

    /** Earnings for a share at some prices, and what they change by with prices down and up. */
    private void at(Table.ListBuilder<Line> table, At at, String name) {
        table.column(name + ",\nEPS", Column.Role.WORD, moved(Moved.EPS, at, Way.UP, Shown.TWO_DECIMALS));
        for (Way way : Way.values()) {
            table.column(name + ",\n" + way, Column.Role.WORD, moved(Moved.EPS_CHANGE, at, way, Shown.CHANGE))
                    .headed(said.value(
                            "head, " + at + ", " + way,
                            words().with("name", name)
                                    .with("step", step(way))
                                    .with("way", way.toString())
                                    .say("{name},\n{step}|{name},\n{way}")));
        }
    }

    private static Formula step(Way way) {
        return way == Way.UP ? CompColumns.step() : signedPercent(ZERO.minus(Earnings.STEP.over(HUNDRED)), 0);
    }

    /** The year after the spot; empty where no company sells at a deck. */
    private Optional<Period> next() {
        return earnings.companies().stream()
                .flatMap(company -> company.nextYear().stream())
                .findFirst();
    }

    private static String unit(Line line) {
        ProductSale product = line.product();
        return product.listPriceUnit() + ", " + Days.inColumn(product.listPriceIsOf())
                + (isSecondHand(product) ? "*" : "");
    }

    private static boolean isSecondHand(ProductSale product) {
        return product.atDeck()
                .flatMap(deck -> deck.quote().citation())
                .filter(Citation::isSecondary)
                .isPresent();
    }

    private String secondHand() {
        return earnings.products().stream().anyMatch(EarningsPage::isSecondHand) ? "; *: read at second hand" : "";
    }

    /** Which twelve months sales are of, and profit where it is of others, and whether the price is the product's own. */
    private static String months(Line line) {
        String sales = line.product().twelveMonths().inWords();
        Stream<String> profit = line.company().profit().map(TwelveMonths::inWords).stream()
                .filter(words -> line.first() && !words.equals(sales));
        Stream<String> own = line.product().atDeck().isEmpty() ? Stream.of("own price") : Stream.empty();
        return Stream.of(Stream.of(sales), profit, own).flatMap(words -> words).collect(Collectors.joining("; "));
    }

    /** Whose volume of the next year is that of the pipeline, and whose stays. */
    private String volumes() {
        Map<Boolean, String> sellers = earnings.products().stream()
                .filter(product -> product.atDeck().isPresent())
                .collect(Collectors.partitioningBy(
                        product -> product.atDeck().orElseThrow().nextVolume().isPresent(),
                        Collectors.mapping(product -> product.company().name(), Collectors.joining(", "))));
        String grown = sellers.getOrDefault(true, "");
        String same = sellers.getOrDefault(false, "");
        return (grown.isEmpty()
                        ? ""
                        : "volume of the pipeline, new tonnes at the cost of the operation: " + grown
                                + (same.isEmpty() ? "." : "; "))
                + (same.isEmpty() ? "" : "same volume: " + same + ".");
    }

    /** When brokers were asked, and what became of the last year they were asked about. */
    private String brokers() {
        return earnings.companies().stream()
                .flatMap(company -> company.consensus().eps().stream()
                        .map(stated ->
                                company.company().name() + " (" + stated.fact().derivation() + ")"))
                .collect(Collectors.joining(", ", "Brokers, financial year: ", "."));
    }

    private Cell forOre(Line line) {
        ProductSale product = line.product();
        if (product.sale().isOreKnown()) {
            return new Cell.Of(product.passedOn(PassThrough.LEAST), Shown.PERCENT);
        }
        Key range = line.company().withOre(At.SPOT).isEmpty()
                ? said.label("for ore", id(product), Value.NOT_AVAILABLE)
                : said.value(
                        "for ore",
                        id(product),
                        words().with("most", product.passedOn(PassThrough.MOST)).clause("0–{most:0%}"));
        return new Cell.Of(range, Shown.WORD);
    }

    private static Function<Line, Cell> moved(Moved measure, At at, Way way, Shown shown) {
        return ofCompany(
                company -> Cell.of(company.moved(measure, at, way), company.isOreKnown() ? shown : Shown.WORD));
    }

    private static Function<Line, Cell> ofCompany(Function<CompanyEarnings, Cell> cell) {
        return line -> line.first() ? cell.apply(line.company()) : Cell.BLANK;
    }

    private Exhibit tooLittleKnown() {
        int companies = withoutLine();
        return Exhibit.of(
                said.live(
                        "others",
                        words().with("companies", companies)
                                .say("Too little is known of {companies} other {companies=1?company|companies}")),
                "Companies that sell a product of which earnings cannot be worked out, and what is missing",
                Table.of("", others())
                        .id("companies-left-out")
                        .label("Company and product", left -> (left.company().name() + "\n" + left.product()).strip())
                        .prose("What is missing", LeftOut::reason)
                        .build());
    }

    // ---------------------------------------------------------------- chart

    private Optional<Exhibit> chart() {
        List<CompanyEarnings> compared = order.comparable();
        return compared.isEmpty()
                ? Optional.empty()
                : Optional.of(Exhibit.of(
                        said.live("steps", bend(compared)),
                        "Change of earnings per share at the spot, by change of prices, % of the earnings that brokers expect in"
                                + next().map(year -> " " + year).orElse("") + "; companies whose ore costs are known",
                        Chart.lines("Change of EPS over that which brokers expect, by change of prices", "%")
                                .series(compared.stream()
                                        .map(EarningsPage::line)
                                        .toList())
                                .named(span(Earnings.PRICE_STEPS, this::step))
                                .build()));
    }

    /** How far a share's earnings fall and rise between the ends of the steps, at the company that contracts hold up. */
    private Formula bend(List<CompanyEarnings> compared) {
        CompanyEarnings company = withFloor(compared);
        int lowest = Earnings.PRICE_STEPS.get(0);
        int highest = Earnings.PRICE_STEPS.get(Earnings.PRICE_STEPS.size() - 1);
        return words().with("company", company.name())
                .with("currency", company.currency())
                .with("lowest", -lowest)
                .with("highest", highest)
                .with("fall", company.changeOfEps(lowest).orElseThrow())
                .with("rise", company.changeOfEps(highest).orElseThrow())
                .with("profitKnown", company.effect().netProfit().isKnown())
                .say(
                        "{company}: prices from −{lowest} to +{highest}% change earnings per share by {currency} {fall:-0.00} to {rise:-0.00}"
                                + TAXED
                                + "|{company}: how far prices move its earnings is not known: a figure is missing");
    }

    private Key step(int step) {
        String words = EarningsOrder.inPercent(step);
        return said.model().label(TERM.sub("step").sub(words).key(), words);
    }

    private static Chart.Series line(CompanyEarnings company) {
        return Chart.series(
                company.company().name(),
                span(
                        Earnings.PRICE_STEPS,
                        step -> company.changeOverExpected(step).orElseThrow()));
    }
}
