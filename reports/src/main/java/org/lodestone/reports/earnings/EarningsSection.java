package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.Earnings.LeftOut;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on what a change of product prices does to the earnings of companies. */
public final class EarningsSection {

    private final Earnings earnings;
    private final ImmutableList<Assumption> assumptions;
    private final Values values;
    private final Model.Builder model;

    private EarningsSection(Dataset dataset, Earnings earnings) {
        this.earnings = earnings;
        this.assumptions = new Assumed(dataset).all();
        this.values = earnings.model().values();
        this.model = Model.builder().include(earnings.model());
    }

    public static Part of(Dataset dataset, Earnings earnings) {
        return new EarningsSection(dataset, earnings).part();
    }

    private Part part() {
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        sections.add(Section.of(
                "Elasticity",
                title(),
                "Change of net profit with product prices, all else as in the period of the earnings",
                elasticity()));
        if (!earnings.companies().isEmpty()) {
            sections.add(Section.of(
                    "Price exposure",
                    "What is sold at which price, and what the company keeps of a change",
                    "Facts stand on the sheets of the companies; the sheet Price assumptions has the reason of each share",
                    List.of(sold(), kept(), taxed())));
        }
        sections.add(Section.of(
                "Price assumptions",
                "What is assumed, what is meant, and of whom nothing can be worked out",
                "Blue values may be changed, and every sheet follows",
                reasons()));
        return new Part(sections.build(), model.build());
    }

    private List<Block> elasticity() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", findings()));
        if (!earnings.companies().isEmpty()) {
            charts().ifPresent(blocks::add);
            blocks.add(results());
            blocks.add(byProduct());
            floors().ifPresent(blocks::add);
            margins().ifPresent(blocks::add);
            earnings.companies().stream()
                    .filter(company -> !isUnmoved(company))
                    .forEach(company -> blocks.add(grid(company)));
        }
        return blocks;
    }

    private List<Block> reasons() {
        List<Block> blocks = new ArrayList<>();
        if (!earnings.companies().isEmpty()) {
            blocks.add(assumptions());
            blocks.add(meant());
        }
        if (!earnings.leftOut().isEmpty()) {
            blocks.add(leftOut());
        }
        return blocks;
    }

    // ---------------------------------------------------------------- findings

    /** The company whose margin moves most, and those a floor shields, as the figures of the dataset have it. */
    private String title() {
        Optional<CompanyEarnings> most = withRevenue().stream()
                .filter(company -> movedMargin(company) > 0)
                .findFirst();
        String shielded = String.join(
                ", ",
                earnings.companies().stream()
                        .filter(company -> values.number(company.change()).orElse(1) == 0)
                        .filter(company -> company.products().stream().anyMatch(this::isHeldUp))
                        .map(company -> company.company().name())
                        .toList());
        String floor = shielded.isEmpty() ? "" : "; a floor shields " + shielded;
        return most.map(company ->
                        "Prices move the net margin of " + company.company().name() + " most" + floor)
                .orElse("What prices do to earnings" + floor);
    }

    /** Whether the price is below its floor, as the figures of the dataset have it. */
    private boolean isHeldUp(ProductSale product) {
        return product.floor().isPresent() && values.number(product.floorAdds()).orElse(0) > 0;
    }

    /** How much the change moves net profit over revenue, up or down; zero where that is not known. */
    private double movedMargin(CompanyEarnings company) {
        return company.changeOfMargin()
                .map(key -> Math.abs(values.number(key).orElse(0)))
                .orElse(0.0);
    }

    /** The one whose margin moves most first. */
    private List<CompanyEarnings> mostFirst() {
        return earnings.companies().stream()
                .sorted(Comparator.comparingDouble(this::movedMargin).reversed())
                .toList();
    }

    private ImmutableList<Block.Sentence> findings() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        for (CompanyEarnings company : mostFirst()) {
            sentences.add(say("finding", company.company().id(), finding(company)));
        }
        for (ProductSale product : floored()) {
            sentences.add(say("floor", product.company().id(), floorFinding(product)));
        }
        earnings.companies().stream()
                .filter(this::isUnmoved)
                .forEach(company -> sentences.add(new Block.Sentence.Plain(withoutGrid(company))));
        List<Company> known =
                earnings.companies().stream().map(CompanyEarnings::company).toList();
        long without = earnings.leftOut().stream()
                .map(LeftOut::company)
                .filter(company -> !known.contains(company))
                .distinct()
                .count();
        if (without > 0) {
            sentences.add(new Block.Sentence.Plain("Of " + without + " other listed "
                    + (without == 1 ? "company" : "companies")
                    + " a volume, a price or the cost of what it buys is not known: the reasons are on the sheet Price"
                    + " assumptions."));
        }
        return sentences.build();
    }

    private Block.Sentence say(String part, String company, Formula sentence) {
        return new Block.Sentence.Live(
                model.calculation(ProductSale.EARNINGS.sub(part).of(Subject.of(company)), sentence));
    }

    private static Formula floorFinding(ProductSale product) {
        String unit = " " + product.priceUnit();
        Key floor = product.floor().orElseThrow().key();
        return sentence(
                text(product.company().name() + " is paid at least "),
                floor.ref().fixed(0),
                text(unit + " for " + product.product() + ". At "),
                product.price().ref().fixed(0),
                text(unit + " in " + product.priceIsOf() + " the price is "),
                product.side().ref(),
                text(". The floor adds "),
                product.floorAdds()
                        .ref()
                        .isAbove(ZERO)
                        .then(sentence(product.floorAdds().ref().fixed(0), text(unit)), text("nothing")),
                text("."));
    }

    private static Formula finding(CompanyEarnings company) {
        Formula elasticity = company.elasticity().ref();
        Formula ofRevenue = company.changeOfMargin()
                .map(margin -> sentence(text(", "), signedPercent(margin.ref(), 1), text(" of revenue")))
                .orElse(text(""));
        Formula small = company.margin()
                .map(margin -> sentence(text(", "), percent(margin.ref(), 1), text(" of revenue")))
                .orElse(text(""));
        Formula profit = sentence(
                text(company.currency() + " "), company.netProfit().ref().fixed(1), text(" mn"));
        Formula moved = sentence(
                text(company.company().name() + ": "),
                signedPercent(Earnings.STEP.ref().over(HUNDRED), 0),
                text(" on " + products(company) + " changes the net profit of " + company.period() + " by "
                        + company.currency() + " "),
                company.change().ref().fixed(1),
                text(" mn"),
                ofRevenue);
        Formula profitable = sentence(
                text(". On a profit of "),
                profit,
                small,
                text(", that is "),
                signedPercent(company.relativeChange().ref(), 1),
                text(": an elasticity of "),
                elasticity.fixed(1),
                text("."));
        Formula not = sentence(text(". Net profit was "), profit, text(", so there is no elasticity."));
        return sentence(moved, elasticity.isKnown().then(profitable, not));
    }

    private static String products(CompanyEarnings company) {
        List<String> names = company.products().stream()
                .map(ProductSale::product)
                .map(name -> name.toLowerCase(Locale.ROOT).startsWith("rare earth")
                        ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                        : name)
                .toList();
        return String.join(" and ", names);
    }

    // ---------------------------------------------------------------- results

    private Block results() {
        return Table.of("What a change of all its prices does to each company", mostFirst())
                .labelOf("Company", CompanyEarnings::name)
                .column(
                        "Period",
                        Column.Role.UNIT,
                        company -> new Cell.Words(company.period().toString()))
                .column("Profit is in", Column.Role.UNIT, company -> new Cell.Words(company.currency() + " mn"))
                .value("Change of prices, %", Shown.AS_IS, company -> Earnings.STEP)
                .value("Net profit", Shown.ONE_DECIMAL, CompanyEarnings::netProfit)
                .optional("Net profit over revenue", Shown.PERCENT, CompanyEarnings::margin)
                .value("Change of net profit", Shown.ONE_DECIMAL, CompanyEarnings::change)
                .optional("Change over revenue", Shown.PERCENT, CompanyEarnings::changeOfMargin)
                .value("Change in %", Shown.PERCENT, CompanyEarnings::relativeChange)
                .value("Elasticity", Shown.TWO_DECIMALS, CompanyEarnings::elasticity)
                .optional("Shares, mn", Shown.ONE_DECIMAL, CompanyEarnings::shares)
                .optional("EPS", Shown.PRECISE, CompanyEarnings::eps)
                .optional("Change of EPS", Shown.PRECISE, CompanyEarnings::epsChange)
                .column(
                        "Shares as of",
                        Column.Role.UNIT,
                        company -> new Cell.Words(company.sharesFact()
                                .map(stated -> stated.fact().period())
                                .orElse("")))
                .column("Remark", Column.Role.PROSE, company -> new Cell.Of(company.remark(), Shown.TEXT))
                .sources(EarningsSection::sources)
                .note(
                        "The largest change over revenue comes first, as the figures were when this was made. Where the cost of"
                                + " ore or the share of others is not known, the change is an upper bound: see Price"
                                + " assumptions.")
                .note(
                        "Elasticity: change of net profit in percent for one percent of price. It is the same for EPS, since"
                                + " the number of shares is the latest one throughout. A thin profit makes it large.")
                .note(
                        "Periods differ: a half-year and nine months are compared with prices and profits of their own, and"
                                + " are not made into years.")
                .build();
    }

    private static ImmutableList<String> sources(CompanyEarnings company) {
        return Stream.of(company.netProfitFact(), company.revenueFact(), company.sharesFact())
                .flatMap(Optional::stream)
                .map(StatedFact::fact)
                .flatMap(fact -> fact.citation().sources().stream())
                .collect(ImmutableSet.toImmutableSet())
                .asList();
    }

    private Table.ListBuilder<ProductSale> table(String heading, List<ProductSale> products) {
        return Table.of(heading, products).label("Company and product", EarningsSection::nameOf);
    }

    private static String nameOf(ProductSale product) {
        return product.company().name() + "\n" + product.product();
    }

    private Block byProduct() {
        var table = table("Break-even price of each product", earnings.products())
                .column(
                        "Price of",
                        Column.Role.UNIT,
                        product -> new Cell.Words(product.priceIsOf().toString()))
                .column(
                        "Price is in",
                        Column.Role.UNIT,
                        product -> new Cell.Words(product.priceUnit().toString()))
                .value("Price", Shown.TWO_DECIMALS, ProductSale::price)
                .value("Paid now", Shown.TWO_DECIMALS, ProductSale::effective)
                .value("Paid after change", Shown.TWO_DECIMALS, ProductSale::effectiveThen)
                .value("Before tax for 1 more, mn", Shown.PRECISE, ProductSale::gain)
                .value("Change before tax, mn", Shown.ONE_DECIMAL, ProductSale::change)
                .value("Break-even price", Shown.TWO_DECIMALS, ProductSale::breakEven)
                .value("Away from price", Shown.PERCENT, ProductSale::breakEvenDistance);
        if (earnings.products().stream().anyMatch(product -> product.rate().isPresent())) {
            table.optional("Rate", Shown.PRECISE, product -> product.rate().map(CurrencyRate::key))
                    .words(
                            "Rate is",
                            product -> product.rate().map(CurrencyRate::inWords).orElse(""));
        }
        return table.note(
                        "Paid now and after: the price before and after the change, and with a floor what it leaves of the"
                                + " change. Profit is in the currency of the company, as above, and before tax, which is on the"
                                + " whole company: see Price exposure.")
                .note(
                        "Break-even price: the price of this product at which the net profit of the whole company would be"
                                + " zero, before tax and after it, all else as it was; none where profit stays above zero at any"
                                + " price.")
                .build();
    }

    private List<ProductSale> floored() {
        return earnings.products().stream()
                .filter(product -> product.floor().isPresent())
                .toList();
    }

    private Optional<Block> floors() {
        return floored().isEmpty()
                ? Optional.empty()
                : Optional.of(table("Price floors", floored())
                        .column(
                                "Price of",
                                Column.Role.UNIT,
                                product -> new Cell.Words(product.priceIsOf().toString()))
                        .column(
                                "Price is in",
                                Column.Role.UNIT,
                                product -> new Cell.Words(product.priceUnit().toString()))
                        .value("Price", Shown.TWO_DECIMALS, ProductSale::price)
                        .value(
                                "Floor",
                                Shown.TWO_DECIMALS,
                                product -> product.floor().orElseThrow().key())
                        .value("Kept above the floor", Shown.PERCENT, ProductSale::keptAboveFloor)
                        .value("Part of period it was paid", Shown.PERCENT, ProductSale::floorHeld)
                        .value("Floor adds", Shown.TWO_DECIMALS, ProductSale::floorAdds)
                        .note(
                                "Floor adds: floor less price, nothing where the price is above it. What it brought in money in"
                                        + " the period is not worked out: prices and deliveries of the months in which it was"
                                        + " paid are not in the dataset. The break-even price takes the floor as paid for its"
                                        + " part of the period.")
                        .build());
    }

    // ---------------------------------------------------------------- inputs

    private Block sold() {
        var table = table("What is sold, and at what price", earnings.products())
                .column(
                        "Volume is of",
                        Column.Role.UNIT,
                        product -> new Cell.Words(product.volume().fact().unit() + "\n"
                                + product.sale().period()))
                .column(
                        "Price is of",
                        Column.Role.UNIT,
                        product -> new Cell.Words(product.priceUnit() + "\n" + product.priceIsOf()))
                .value("Volume", Shown.WHOLE, product -> product.volume().key())
                .value("Product, t", Shown.WHOLE, ProductSale::tonnes)
                .value("Price", Shown.TWO_DECIMALS, ProductSale::price)
                .value("Volume at price, mn", Shown.ONE_DECIMAL, ProductSale::sales);
        if (earnings.products().stream().anyMatch(product -> product.taken().isPresent())) {
            table.optional(
                    "Sales reported, mn",
                    Shown.ONE_DECIMAL,
                    product -> product.taken().map(StatedFact::key));
        }
        if (earnings.products().stream().anyMatch(product -> product.oreCost().isPresent())) {
            table.optional(
                    "Paid for ore, mn",
                    Shown.ONE_DECIMAL,
                    product -> product.oreCost().map(StatedFact::key));
        }
        return table.sources()
                .marks()
                .note(
                        "Where sales are reported and no price, their quotient is the price. What each product is stands on the"
                                + " sheet Price assumptions.")
                .build();
    }

    private Block kept() {
        return table("What reaches the shareholders of a change of price, before tax", earnings.products())
                .value("Price includes VAT", Shown.WORD, ProductSale::vatIncluded)
                .value("VAT", Shown.PERCENT, ProductSale::vat)
                .value("Passed on", Shown.PERCENT, ProductSale::passedOn)
                .value("Royalty", Shown.PERCENT, ProductSale::royalty)
                .value("Hedged", Shown.PERCENT, ProductSale::hedged)
                .value("Minority", Shown.PERCENT, ProductSale::minority)
                .value("Kept", Shown.PERCENT, ProductSale::kept)
                .note("Kept: (1 / (1 + VAT) - passed on)(1 - royalty)(1 - hedged)(1 - minority). Answer yes or no to"
                        + " whether a price includes VAT: with any other answer nothing is worked out.")
                .note(
                        "Passed on: what goes to the seller of the ore; where the cost of ore is known, that cost over the volume"
                                + " at its price, since both move in proportion.")
                .build();
    }

    private Block taxed() {
        return Table.of("Tax on the change, mn", earnings.companies())
                .label("Company", company -> company.company().name())
                .column("Profit is in", Column.Role.UNIT, company -> new Cell.Words(company.currency() + " mn"))
                .value("Net profit", Shown.ONE_DECIMAL, CompanyEarnings::netProfit)
                .value("Tax", Shown.PERCENT, CompanyEarnings::tax)
                .value("Profit before tax", Shown.ONE_DECIMAL, CompanyEarnings::profitBeforeTax)
                .value("Change before tax", Shown.ONE_DECIMAL, CompanyEarnings::changeBeforeTax)
                .value("Tax on the change", Shown.ONE_DECIMAL, CompanyEarnings::taxOnChange)
                .value("Change of net profit", Shown.ONE_DECIMAL, CompanyEarnings::change)
                .note(
                        "Tax is due on profit and not on a loss, before the change as after it: a loss that stays one pays none,"
                                + " and a profit that becomes a loss saves no more than its tax. Where net profit is not known,"
                                + " the whole change is taxed.")
                .note(
                        "Profit before tax: net profit over (1 - tax), and a loss as it is. It is not the one reported, since the"
                                + " rate is an assumption.")
                .build();
    }

    private Block assumptions() {
        return Table.of("Assumptions", assumptions)
                .label("Share", Assumption::name)
                .prose("Why", Assumption::reason)
                .unit(assumption -> assumption.unit().toString())
                .column(
                        "Kind",
                        Column.Role.UNIT,
                        assumption -> new Cell.Words(assumption.origin().toString()))
                .value("Value", Shown.AS_IS, Assumed::key)
                .sources()
                .note(
                        "Kind: derived is calculated from figures, assumed is an analyst's judgement, a choice is a setting that"
                                + " no source of the dataset bears out. The change of prices itself stands on the sheet Elasticity,"
                                + " whether a price includes VAT on Price exposure.")
                .build();
    }

    private Block meant() {
        return table("What is meant by each product", earnings.products())
                .prose("Product and price", ProductSale::note)
                .build();
    }

    // ---------------------------------------------------------------- price against volume

    private static String inPercent(int step) {
        return step == 0 ? "as it is" : (step > 0 ? "+" : "−") + Math.abs(step) + "%";
    }

    /** Whether no step of price changes anything, as the figures of the dataset have it. */
    private boolean isUnmoved(CompanyEarnings company) {
        return Earnings.PRICE_STEPS.stream()
                .allMatch(step -> values.number(company.change(step, 0)).orElse(1) == 0);
    }

    private String withoutGrid(CompanyEarnings company) {
        int last = Earnings.PRICE_STEPS.get(Earnings.PRICE_STEPS.size() - 1);
        boolean heldUp = company.products().stream().anyMatch(this::isHeldUp);
        return company.company().name() + " has no grid of price against volume: from "
                + inPercent(Earnings.PRICE_STEPS.get(0)) + " to " + inPercent(last)
                + " of price every change in it is zero"
                + (heldUp ? ", since the price stays at or below the floor." : ".");
    }

    private Block grid(CompanyEarnings company) {
        var table = Table.of(
                        company.company().name() + ": change of net profit, " + company.currency()
                                + " mn, by price (down) and volume (across)",
                        Earnings.PRICE_STEPS)
                .label("Price of " + products(company), EarningsSection::inPercent);
        table.value("Before tax, volume as it is", Shown.ONE_DECIMAL, company::changeBeforeTax);
        for (int volume : Earnings.VOLUME_STEPS) {
            table.value("Volume " + inPercent(volume), Shown.ONE_DECIMAL, price -> company.change(price, volume));
        }
        return table.note(
                        "The change that the price brings at this volume. What more or less volume itself brings is left"
                                + " out: what it costs is not known.")
                .build();
    }

    private List<CompanyEarnings> withRevenue() {
        return mostFirst().stream()
                .filter(company -> company.revenueFact().isPresent())
                .toList();
    }

    private Optional<Block> margins() {
        if (withRevenue().isEmpty()) {
            return Optional.empty();
        }
        var table = Table.of("Change of net profit over revenue, by change of price", Earnings.PRICE_STEPS)
                .label("Price", EarningsSection::inPercent);
        withRevenue()
                .forEach(company -> table.optional(company.company().name(), Shown.PERCENT, company::changeOfMargin));
        return Optional.of(
                table.note("Points of net margin, of the revenue of the same period: comparable for companies with"
                                + " a loss, and in different currencies.")
                        .build());
    }

    private Optional<Block> charts() {
        List<Chart> charts = new ArrayList<>();
        List<Key> changes = withRevenue().stream()
                .flatMap(company -> company.changeOfMargin().stream())
                .toList();
        if (!changes.isEmpty()) {
            charts.add(Chart.of(
                    "Change of net profit over revenue with prices",
                    Chart.Kind.BARS,
                    "%",
                    Chart.columns("Change over revenue", span(changes))));
        }
        Chart.Series[] lines = withRevenue().stream()
                .filter(company -> Earnings.PRICE_STEPS.stream()
                        .allMatch(step -> values.number(
                                        company.changeOfMargin(step).orElseThrow())
                                .isPresent()))
                .map(company -> Chart.line(
                        company.company().name(),
                        span(Earnings.PRICE_STEPS.stream()
                                .map(step -> company.changeOfMargin(step).orElseThrow())
                                .toList())))
                .toArray(Chart.Series[]::new);
        if (lines.length > 0) {
            charts.add(Chart.of("Change of net profit over revenue, by change of price", Chart.Kind.LINES, "%", lines));
        }
        return charts.isEmpty() ? Optional.empty() : Optional.of(Block.charts(charts.toArray(Chart[]::new)));
    }

    // ---------------------------------------------------------------- left out

    private Block leftOut() {
        return Table.of("Companies of which nothing can be worked out", earnings.leftOut())
                .label("Company and product", left -> (left.company().name() + "\n" + left.product()).strip())
                .prose("Why not", LeftOut::reason)
                .build();
    }
}
