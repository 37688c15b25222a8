package org.lodestone.reports.internal.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Definitions.trueMinus;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Moved;
import org.lodestone.reports.earnings.PassThrough;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.company.EarningsOrder;
import org.lodestone.reports.internal.company.EarningsSection;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Days;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The page on what a change of product prices does to the net profit of companies. */
final class EarningsPage {

    private static final Term TERM = Term.of("earnings, page");

    private static final String NO_CHANGE = "The change of prices is not known, so nor is that of net profit";

    /** A product, with whether it is the first of its company. */
    private record Line(CompanyEarnings company, ProductSale product, boolean first) {}

    private final Earnings earnings;
    private final EarningsOrder order;
    private final ImmutableList<Assumption> shares;
    private final Model.Builder model;
    private final PageSentences said;

    private EarningsPage(Analyses analyses, Earnings earnings) {
        this.earnings = earnings;
        this.order = new EarningsOrder(earnings);
        this.shares = Earnings.assumptions(analyses.dataset());
        this.model = Model.builder().include(earnings.model());
        this.said = new PageSentences(model, TERM);
    }

    /** Empty where of no company is known what prices do to it. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.earnings()
                .filter(earnings -> !earnings.companies().isEmpty())
                .map(earnings -> new EarningsPage(analyses, earnings).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>(List.of(table()));
        charts().ifPresent(blocks::add);
        Section page = Section.page(
                Pages.EARNINGS,
                Section.Group.COMPANIES,
                said.live("title", title()),
                said.live("standfirst", standfirst()),
                blocks);
        return Part.of(page, model.build());
    }

    // ---------------------------------------------------------------- sentences

    /** The company whose net profit moves most against its revenue, of those the cost of whose ore is known. */
    private Formula title() {
        List<CompanyEarnings> compared = order.comparable();
        if (compared.isEmpty()) {
            return say("Prices {step}: what becomes of net profit", with("step", CompColumns.step()))
                    .orIfUnknown(NO_CHANGE)
                    .formula();
        }
        Formula.Span changes = changes(compared);
        Formula rise = Formula.call(Fn.MAX_OF_KNOWN, changes);
        Formula fall = Formula.call(Fn.MIN_OF_KNOWN, changes);
        Key most = model.calculation(
                TERM.sub("largest change").key(),
                rise.plus(fall).isAtLeast(ZERO).then(rise, fall));
        Formula place = Formula.call(Fn.FIND, most.ref(), changes);
        return say(
                        "Prices {step}: {company} moves {most}, by {change} of revenue in {period}{among}",
                        with("step", CompColumns.step())
                                .with("company", picked(compared, CompanyEarnings::name, place))
                                .with(
                                        "most",
                                        Formula.call(Fn.COUNT_EQUAL, changes, most.ref())
                                                .isEqualTo(ONE)
                                                .then(text("most"), text("as much as another")))
                                .with("change", signedPercent(most.ref(), 1))
                                .with("period", picked(compared, this::period, place))
                                .with("among", among(compared, changes, allOf(compared))))
                .orIfUnknown(say(
                        "Prices {step}: whose net profit moves most is not known", with("step", CompColumns.step())))
                .orIfUnknown(NO_CHANGE)
                .formula();
    }

    /**
     * Of how many companies the change is known, where it is not known of all of these, and that it is taxed in full where that
     * is so.
     *
     * @param all what is said where it is known of all
     */
    private static Formula among(List<CompanyEarnings> compared, Formula.Span changes, String all) {
        Formula known = Formula.countOfKnown(changes);
        Formula some = known.isAbove(ONE)
                .then(
                        sentence(text(", of the "), known.fixed(0), text(" of which it is known")),
                        text(", the only one of which it is known"));
        return sentence(
                Formula.sum(changes).isKnown().then(text(all), some),
                taxed(compared, ", taxed in full where net profit is not known"));
    }

    /** That not all companies are compared, where the cost of ore of some is not known, or anything else. */
    private String allOf(List<CompanyEarnings> compared) {
        long withOre = earnings.companies().stream()
                .filter(CompanyEarnings::isOreKnown)
                .count();
        if (compared.size() == earnings.companies().size()) {
            return "";
        }
        return ", of the " + compared.size()
                + (compared.size() == withOre ? " whose ore costs are known" : " of which it is known");
    }

    private static Formula.Span changes(List<CompanyEarnings> compared) {
        return span(compared.stream()
                .flatMap(company -> company.effect().changeOfMargin().stream())
                .toList());
    }

    private static Formula picked(List<CompanyEarnings> companies, Function<CompanyEarnings, Key> what, Formula place) {
        return Formula.call(Fn.PICK, span(companies.stream().map(what).toList()), place);
    }

    /** A sentence on the effect of a floor; where there is none, on what becomes of the first company. */
    private Formula finding() {
        return earnings.companies().stream()
                .flatMap(company -> company.products().stream()
                        .filter(product -> product.floor().isPresent())
                        .map(product -> floored(company, product)))
                .findFirst()
                .orElseGet(() -> {
                    CompanyEarnings first = order.mostFirst().get(0);
                    return say(
                                    "{company}: net profit {profit} mn, {change} mn with prices {step}",
                                    with("company", first.name())
                                            .with(
                                                    "profit",
                                                    trueMinus(first.netProfit().ref(), 0))
                                            .with(
                                                    "change",
                                                    trueMinus(
                                                            first.effect()
                                                                    .change()
                                                                    .ref(),
                                                            0))
                                            .with("step", CompColumns.step()))
                            .orIfUnknown(say(
                                    "{company}: what becomes of net profit is not known: a figure is missing",
                                    with("company", first.name())))
                            .formula();
                });
    }

    private Formula floored(CompanyEarnings company, ProductSale product) {
        Saying moves = say(
                        "{product} {step} moves net profit by {currency} {change} mn{taxed}{throughout}",
                        with("product", product.product())
                                .with("step", CompColumns.step())
                                .with("currency", company.currency())
                                .with(
                                        "change",
                                        trueMinus(company.effect().change().ref(), 1))
                                .with("taxed", taxed(List.of(company), ", taxed in full since net profit is not known"))
                                .with("throughout", throughout(product)))
                .orIfUnknown(say(
                        "by how much {product} {step} moves net profit is not known",
                        with("product", product.product()).with("step", CompColumns.step())))
                .orIfUnknown("the change of prices is not known");
        return say(
                        "{company}: the floor of {floor} covered {held} of {period}; {moves}",
                        with("company", company.name())
                                .with("floor", floor(product))
                                .with("held", percent(product.floorHeld().ref(), 0))
                                .with("period", company.period().toString())
                                .with("moves", moves))
                .orIfUnknown(say(
                        "{company}: what its price floor covered in {period} is not known; {moves}",
                        with("company", company.name())
                                .with("period", company.period().toString())
                                .with("moves", moves)))
                .formula();
    }

    /** The words for a change that is taxed in full, where it is not known whether there is a profit; those of other periods aside. */
    private static Formula taxed(List<CompanyEarnings> companies, String words) {
        List<Key> profits = companies.stream()
                .filter(CompanyEarnings::isOfOnePeriod)
                .map(CompanyEarnings::netProfit)
                .toList();
        return profits.isEmpty()
                ? text("")
                : Formula.sum(span(profits)).isKnown().then(text(""), text(words));
    }

    /** Words that the same change would do nothing in a whole period under the floor; empty where it would do something. */
    private static Formula throughout(ProductSale product) {
        return product.changeUnderFloor()
                .ref()
                .isEqualTo(ZERO)
                .then(text(", and by nothing under the floor"), text(""));
    }

    /** {@code USD 110/kg}. */
    private static Formula floor(ProductSale product) {
        return sentence(
                text(product.priceUnit().basis() + " "),
                product.floor().orElseThrow().key().ref().fixed(0),
                text("/" + product.priceUnit().word()));
    }

    private Key period(CompanyEarnings company) {
        return model.label(
                TERM.sub("period").of(Subject.of(company.company().id())),
                company.period().toString());
    }

    private Formula standfirst() {
        long without = earnings.leftOut().stream()
                .map(Earnings.LeftOut::company)
                .filter(company -> earnings.companies().stream()
                        .noneMatch(one -> one.company().equals(company)))
                .distinct()
                .count();
        String others = without == 0
                ? ""
                : " Of " + without + " other listed " + (without == 1 ? "company" : "companies")
                        + " too little is known: see " + EarningsSection.NAME + ".";
        return say(
                        "Prices are one list, the last known of each product. Volumes, costs other than ore and"
                                + " exchange rates stay as they were.{others}",
                        with("others", others))
                .formula();
    }

    // ---------------------------------------------------------------- the table

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (CompanyEarnings company : order.mostFirst()) {
            for (ProductSale product : company.products()) {
                lines.add(new Line(
                        company, product, product.equals(company.products().get(0))));
            }
        }
        return lines;
    }

    private Exhibit table() {
        var table = Table.of("Earnings", lines())
                .column("Company", Column.Role.LABEL, ofCompany(company -> new Cell.Of(company.name(), Shown.TEXT)))
                .words("Product", line -> line.product().product())
                .across(2)
                .column(
                        "Last price",
                        Column.Role.VALUE,
                        line -> new Cell.Of(
                                line.product().listPrice(), line.product().listPriceShown()))
                .words(
                        "Unit, of",
                        line -> line.product().priceUnit() + ", "
                                + Days.inColumn(line.product().listPriceIsOf()))
                .across(2)
                .column("For ore", Column.Role.WORD, this::forOre)
                .words(
                        "Sales of",
                        line -> line.first() ? line.company().period().toString() : "")
                .column(
                        "Net profit",
                        Column.Role.VALUE,
                        ofCompany(company -> new Cell.Of(company.netProfit(), Shown.ONE_DECIMAL)))
                .column("Mn, of", Column.Role.WORDS, ofCompany(company -> new Cell.Words(currency(company))))
                .across(1)
                .column("Change, mn", Column.Role.WORD, moved(Moved.NET_PROFIT, Shown.ONE_DECIMAL))
                .column("% of profit", Column.Role.WORD, moved(Moved.OF_PROFIT, Shown.PERCENT))
                .column("% of revenue", Column.Role.WORD, moved(Moved.OF_REVENUE, Shown.PERCENT))
                .column("EPS change", Column.Role.WORD, moved(Moved.EPS, Shown.CHANGE));
        return Exhibit.of(
                        said.live("finding", finding()),
                        "Change of net profit after tax when the last prices of all products of a company move together; sales of the"
                                + " newest period with volume and price, profit and revenue for percentages at the last prices",
                        table.build())
                .withNotes(
                        "nm: a loss, a profit too thin for a percentage, or one of another period than the sales. Net profit: as"
                                + " reported; nine months and half-years are not made into years. EPS: on the latest number of"
                                + " shares.",
                        ore(),
                        shares.size()
                                + " assumptions on tax, royalties, contracts and what belongs to others, each with its value and"
                                + " reason: see " + EarningsSection.NAME + ".");
    }

    private static String ore() {
        return "For ore: the part of a change of the price that the seller of the ore gets. Where the cost of ore is not known,"
                + " changes are a range: from the largest part that another company states, of a price without VAT, to none."
                + " Such companies stand last and are not ranked.";
    }

    private Cell forOre(Line line) {
        ProductSale product = line.product();
        if (product.sale().isOreKnown()) {
            return new Cell.Of(product.passedOn(PassThrough.LEAST), Shown.PERCENT);
        }
        Key range = TERM.sub("for ore").of(Subject.of(product.company().id() + ", " + product.product()));
        return line.company().withOre().isEmpty()
                ? new Cell.Of(model.label(range, Value.NOT_AVAILABLE), Shown.WORD)
                : new Cell.Of(
                        model.calculation(
                                range,
                                say(
                                                "0–{most}",
                                                with(
                                                        "most",
                                                        percent(
                                                                product.passedOn(PassThrough.MOST)
                                                                        .ref(),
                                                                0)))
                                        .clause()),
                        Shown.WORD);
    }

    private static Function<Line, Cell> moved(Moved measure, Shown shown) {
        return ofCompany(company -> Cell.of(company.moved(measure), company.isOreKnown() ? shown : Shown.WORD));
    }

    private static Function<Line, Cell> ofCompany(Function<CompanyEarnings, Cell> cell) {
        return line -> line.first() ? cell.apply(line.company()) : Cell.BLANK;
    }

    /** The currency of the profit, with its period where that is not the one of the sales. */
    private static String currency(CompanyEarnings company) {
        return company.currency() + (company.isOfOnePeriod() ? "" : ", " + company.profitPeriod());
    }

    // ---------------------------------------------------------------- charts

    private Optional<Block> charts() {
        List<CompanyEarnings> compared = order.comparable();
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        Exhibit now = Exhibit.of(
                said.live("chart", text("Against revenue, a loss compares with a profit")),
                "Change of net profit, % of revenue at the last prices; companies whose ore costs are known",
                Chart.bars("Change of net profit over revenue", "%")
                        .series("Change over revenue", changes(compared))
                        .labelled(Shown.PERCENT)
                        .build());
        Exhibit steps = Exhibit.of(
                said.live("steps", range(compared)),
                "Change of net profit, % of revenue, by change of prices; the same companies",
                Chart.lines("Change of net profit over revenue, by change of prices", "%")
                        .series(compared.stream().map(EarningsPage::line).toList())
                        .build());
        return Optional.of(Pair.of(now, steps));
    }

    /** How far net profit falls and rises between the ends of the steps, over all companies. */
    private Formula range(List<CompanyEarnings> compared) {
        int lowest = Earnings.PRICE_STEPS.get(0);
        int highest = Earnings.PRICE_STEPS.get(Earnings.PRICE_STEPS.size() - 1);
        return say(
                        "Prices from {lowest} to +{highest}% move net profit by {fall} to {rise} of revenue{among}",
                        with("lowest", "−" + -lowest)
                                .with("highest", Integer.toString(highest))
                                .with("fall", signedPercent(Formula.call(Fn.MIN_OF_KNOWN, at(compared, lowest)), 1))
                                .with("rise", signedPercent(Formula.call(Fn.MAX_OF_KNOWN, at(compared, highest)), 1))
                                .with("among", among(compared, at(compared, highest), "")))
                .orIfUnknown("How far prices move net profit is not known: a figure is missing")
                .formula();
    }

    private static Formula.Span at(List<CompanyEarnings> compared, int step) {
        return span(compared.stream()
                .map(company -> company.changeOfMargin(step).orElseThrow())
                .toList());
    }

    private static Chart.Series line(CompanyEarnings company) {
        return Chart.series(
                company.company().name(),
                span(Earnings.PRICE_STEPS.stream()
                        .map(step -> company.changeOfMargin(step).orElseThrow())
                        .toList()));
    }
}
