package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Moved;
import org.lodestone.reports.earnings.ProductSale;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
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
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.sheet.company.EarningsOrder;
import org.lodestone.reports.sheet.company.EarningsSection;

/** The page on what a change of product prices does to the net profit of companies. */
final class EarningsPage {

    private static final Term TERM = Term.of("earnings, page");

    private static final String NO_CHANGE = "|The change of prices is not known, so nor is that of net profit";
    private static final String OF_SOME =
            "{several?, among the {known:0} for which it is known|, the only one for which it is known}";
    private static final String TAXED = "[{profitKnown?|, taxed in full where net profit is not known}]";

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
                Pages.EARNINGS, Section.Group.COMPANIES, said.live("title", title()), standfirst(), blocks);
        return Part.of(page, model.build());
    }

    // ---------------------------------------------------------------- sentences

    /** The company whose net profit moves most against its revenue, of those the cost of whose ore is known. */
    private Formula title() {
        List<CompanyEarnings> compared = order.comparable();
        Wording words = words().with("step", CompColumns.step());
        if (compared.isEmpty()) {
            return words.say("Prices {step}: the change of net profit" + NO_CHANGE);
        }
        Formula.Span changes = changes(compared);
        Formula rise = Formula.call(Fn.MAX_OF_KNOWN, changes);
        Formula fall = Formula.call(Fn.MIN_OF_KNOWN, changes);
        Key most = model.calculation(
                TERM.sub("largest change").key(),
                rise.plus(fall).isAtLeast(ZERO).then(rise, fall));
        Formula place = Formula.call(Fn.FIND, most, changes);
        return words.with("company", picked(compared, CompanyEarnings::name, place))
                .with("alone", Formula.call(Fn.COUNT_EQUAL, changes, most).isEqualTo(ONE))
                .with("change", most)
                .with("period", picked(compared, this::period, place))
                .with("some", compared.size() < earnings.companies().size())
                .with("compared", compared.size())
                .with(
                        "byOre",
                        compared.size()
                                == earnings.companies().stream()
                                        .filter(CompanyEarnings::isOreKnown)
                                        .count())
                .with("allKnown", Formula.sum(changes).isKnown())
                .with("known", Formula.countOfKnown(changes))
                .with("several", Formula.countOfKnown(changes).isAbove(ONE))
                .with("profitKnown", profitKnown(compared))
                .say(
                        "Prices {step}: net profit moves {alone?most at {company}|as much at {company} as at another}, by {change:+0.0%} of revenue in {period}"
                                + "{allKnown?{some?, among the {compared} {byOre?whose ore costs are known|for which it is known}}"
                                + "|" + OF_SOME + "}" + TAXED
                                + "|Prices {step}: whose net profit moves most is not known" + NO_CHANGE);
    }

    private static Formula.Span changes(List<CompanyEarnings> compared) {
        return span(compared.stream()
                .flatMap(company -> company.effect().changeOfMargin().stream())
                .toList());
    }

    private static Formula picked(List<CompanyEarnings> companies, Function<CompanyEarnings, Key> what, Formula place) {
        return Formula.call(Fn.PICK, span(companies, what), place);
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
                    return words().with("company", first.name())
                            .with("profit", first.netProfit())
                            .with("change", first.effect().change())
                            .with("step", CompColumns.step())
                            .say("{company}: net profit {profit:-0} mn, {change:-0} mn with prices {step}"
                                    + "|{company}: what becomes of net profit is not known: a figure is missing");
                });
    }

    private static Formula floored(CompanyEarnings company, ProductSale product) {
        Wording words = words().with("company", company.name())
                .with("period", company.period())
                .with("floorCurrency", product.priceUnit().basis())
                .with("floor", product.floor().map(one -> one.key()))
                .with("floorUnit", product.priceUnit().word())
                .with("held", product.floorHeld())
                .with("product", product.product())
                .with("step", CompColumns.step())
                .with("currency", company.currency())
                .with("change", company.effect().change())
                .with("profitKnown", profitKnown(List.of(company)))
                .with("nothing", product.changeUnderFloor().isEqualTo(ZERO));
        Formula moves = words.clause("{product} {step} moves net profit by {currency} {change:-0.0} mn"
                + "[{profitKnown?|, taxed in full since net profit is not known}]{nothing?, and by nothing under the floor}"
                + "|by how much {product} {step} moves net profit is not known|the change of prices is not known");
        return words.with("moves", moves)
                .say(
                        "{company}: the floor of {floorCurrency} {floor:0}/{floorUnit} covered {held:0%} of {period}; {moves}"
                                + "|{company}: what its price floor covered in {period} is not known; {moves}");
    }

    /** Whether it is known if there is a profit, so that a change is not taxed in full; empty where all are of other periods. */
    private static Optional<Formula> profitKnown(List<CompanyEarnings> companies) {
        List<Key> profits = companies.stream()
                .filter(CompanyEarnings::isOfOnePeriod)
                .map(CompanyEarnings::netProfit)
                .toList();
        return profits.isEmpty()
                ? Optional.empty()
                : Optional.of(Formula.sum(span(profits).asNumber("only whether all are known"))
                        .isKnown());
    }

    private Key period(CompanyEarnings company) {
        return model.label(
                TERM.sub("period").of(Subject.of(company.company().id())),
                company.period().toString());
    }

    private Block.Sentence standfirst() {
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
        return Block.Sentence.plain(
                "Prices are one list, the last known of each product. Volumes, costs other than ore and"
                        + " exchange rates stay as they were." + others);
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
                .id("earnings")
                .column("Company", Column.Role.LABEL, ofCompany(company -> new Cell.Of(company.name(), Shown.TEXT)))
                .words("Product", line -> line.product().product())
                .across(2)
                .value(
                        "Last price",
                        line -> line.product().listPriceShown(),
                        line -> line.product().listPrice())
                .words(
                        "Unit, of",
                        line -> line.product().priceUnit() + ", "
                                + Days.inColumn(line.product().listPriceIsOf()))
                .across(2)
                .column("For ore", Column.Role.WORD, this::forOre)
                .words(
                        "Sales of",
                        line -> line.first() ? line.company().period().toString() : "")
                .column("Net profit", ofCompany(company -> new Cell.Of(company.netProfit(), Shown.ONE_DECIMAL)))
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
                                words().with("most", product.passedOn(PassThrough.MOST))
                                        .clause("0–{most:0%}")),
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
                Block.Sentence.plain("Against revenue, a loss compares with a profit"),
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
        Formula.Span highs = at(compared, highest);
        return words().with("lowest", -lowest)
                .with("highest", highest)
                .with("fall", Formula.call(Fn.MIN_OF_KNOWN, at(compared, lowest)))
                .with("rise", Formula.call(Fn.MAX_OF_KNOWN, highs))
                .with("allKnown", Formula.sum(highs).isKnown())
                .with("known", Formula.countOfKnown(highs))
                .with("several", Formula.countOfKnown(highs).isAbove(ONE))
                .with("profitKnown", profitKnown(compared))
                .say("Prices from −{lowest} to +{highest}% move net profit by {fall:+0.0%} to {rise:+0.0%} of revenue"
                        + "{allKnown?|" + OF_SOME + "}" + TAXED
                        + "|How far prices move net profit is not known: a figure is missing");
    }

    private static Formula.Span at(List<CompanyEarnings> compared, int step) {
        return span(compared, company -> company.changeOfMargin(step).orElseThrow());
    }

    private static Chart.Series line(CompanyEarnings company) {
        return Chart.series(
                company.company().name(),
                span(Earnings.PRICE_STEPS, step -> company.changeOfMargin(step).orElseThrow()));
    }
}
