package org.lodestone.reports.sheet.value;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.value.CashFlow;
import org.lodestone.reports.value.IncentivePrices;
import org.lodestone.reports.value.IncentivePrices.Quartile;
import org.lodestone.reports.value.ProjectCash;
import org.lodestone.reports.value.SupplyStack;
import org.lodestone.reports.value.SupplyStack.Counted;

/** The section on the prices that projects need, and the tonnes of the forecast by them. */
public record StackSection(IncentivePrices prices, Model.Builder model) {

    /** The section of incentive prices and stacks. */
    public static Part of(IncentivePrices prices) {
        return new StackSection(prices, Model.builder().include(prices.model())).part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        prices.products().forEach(product -> blocks.add(projects(product)));
        blocks.add(operations());
        for (SupplyStack stack : prices.stacks()) {
            for (Counted counted : Counted.values()) {
                blocks.add(lines(stack, counted));
            }
            blocks.add(unpriced(stack));
        }
        return Part.builder(model)
                .section(Section.of(
                        "Supply stack",
                        Block.Sentence.live(model.calculation(
                                Term.of("supply stack").sub("title").key(), title())),
                        "Real money of one year, that of the deck; before tax as a formula, after tax solved for in each scenario as it is"
                                + " written",
                        Block.withContent(blocks)))
                .check(Dated.check(
                        model,
                        "Prices after tax are those of what is typed",
                        Formula.call(Fn.MIN, Formula.span(prices.projects(), prices::isUpToDate))
                                .isAbove(ZERO)))
                .build();
    }

    private Formula title() {
        String product = prices.products().get(0);
        return words().with("product", product)
                .with("unit", prices.study().decks().ofTheDay(deck(product)))
                .with("rate", prices.required(product))
                .with("low", prices.quartile(product, Quartile.LOWER))
                .with("middle", prices.quartile(product, Quartile.MEDIAN))
                .with("high", prices.quartile(product, Quartile.UPPER))
                .say(
                        "[For {rate:0%} after tax a|For what is asked of them a] quarter of the volume of projects needs {product} at {low:0} {unit} or less, half {middle:0},"
                                + " three quarters {high:0}"
                                + "|What projects need for the return that is asked of them is not known, or out of date");
    }

    private Deck deck(String product) {
        return prices.deck(prices.projects(product).get(0));
    }

    private String unit(CashFlow flow) {
        return prices.study().decks().unit(prices.deck(flow)).toString();
    }

    // ---------------------------------------------------------------- prices

    private Table projects(String product) {
        List<ProjectCash> projects = prices.projects(product);
        var table = Table.of(product + ": what projects need", projects)
                .id("incentive-prices", product)
                .label("Project", flow -> flow.valued().name())
                .unit(this::unit)
                .words("Inputs", flow -> flow.valued().evidence().name())
                .words("In the stack", flow -> isStacked(flow) ? "yes" : "no")
                .value("Volume, kt", Shown.TWO_DECIMALS, prices::volume)
                .value("Cash cost", Shown.ONE_DECIMAL, prices::cashCost)
                .value("Capital, mn", Shown.WHOLE, prices::capital)
                .value("Life, years", Shown.WHOLE, prices::life)
                .value("Years of full output", Shown.TWO_DECIMALS, prices::fullYears)
                .value("Before tax", Shown.ONE_DECIMAL, prices::beforeTax)
                .value("After tax", Shown.ONE_DECIMAL, prices::afterTax);
        for (Quartile quartile : Quartile.values()) {
            table.below(
                    Row.Kind.BODY, named(quartile), new Cell.Of(prices.quartile(product, quartile), Shown.ONE_DECIMAL));
        }
        for (Case in : prices.study().scenarios().cases()) {
            table.value("After tax, " + in.name(), Shown.ONE_DECIMAL, flow -> prices.afterTax(flow, in));
            for (Quartile quartile : Quartile.values()) {
                table.below(
                        Row.Kind.BODY,
                        named(quartile),
                        new Cell.Of(prices.quartile(product, quartile).in(in), Shown.ONE_DECIMAL));
            }
        }
        return table.note(
                        "Before tax = cash cost + capital / (years of full output × volume), where capital to build and to keep running and"
                                + " years of full output are discounted to the first year of operation, at the return that is asked for, see Scenarios.")
                .note(
                        "After tax: stored, and out of date as soon as price before tax, rate of tax or years of writing off are others.")
                .note("Not in the stack: the forecast has no plant for what it makes.")
                .build();
    }

    private boolean isStacked(CashFlow flow) {
        return prices.stacks().stream().anyMatch(stack -> stack.flows().contains(flow));
    }

    private static String named(Quartile quartile) {
        return Words.capitalised(quartile.toString()) + " of the volume, at most";
    }

    private Table operations() {
        return Table.of("What runs", prices.operations())
                .id("cash-costs")
                .label("Mine or plant", flow -> flow.valued().name())
                .unit(this::unit)
                .value("Cash cost", Shown.ONE_DECIMAL, prices::cashCost)
                .words("In", flow -> prices.year(flow).toString())
                .note("All costs over the volume planned for the year: at that price it earns nothing.")
                .build();
    }

    // ---------------------------------------------------------------- tonnes

    private Table lines(SupplyStack stack, Counted counted) {
        Shown tonnes = Outcome.shown(stack.balance().supply());
        var table = Table.of("What is added up to each price, " + counted, stack.places())
                .id("supply-stack", stack.product() + ", " + counted)
                .labelOf("Line", stack::name)
                .unit(place -> stack.balance().unit().toString())
                .value(
                        "Price, "
                                + prices.study()
                                        .decks()
                                        .unit(prices.deck(stack.flows().get(0))),
                        Shown.ONE_DECIMAL,
                        stack::price);
        for (Period year : stack.years()) {
            table.value(year.toString(), tonnes, place -> stack.cumulated(place, year, counted))
                    .below(Row.Kind.BODY, "Price not known", new Cell.Of(stack.unpriced(year, counted), tonnes))
                    .below(Row.Kind.TOTAL, "Call", new Cell.Of(stack.call(year), tonnes))
                    .below(Row.Kind.BODY, "Short by", new Cell.Of(stack.shortBy(year, counted), tonnes))
                    .below(
                            Row.Kind.BODY,
                            "Met at or below",
                            new Cell.Of(stack.metAt(year, counted), Shown.ONE_DECIMAL));
        }
        return table.note(
                        "Cumulated, the cheapest first, by the price before tax; what runs at its cash cost. The call is what plants and"
                                + " projects have to add for the balance to stay the share of demand that it was in "
                                + stack.balance().start() + ".")
                .build();
    }

    private Table unpriced(SupplyStack stack) {
        Shown tonnes = Outcome.shown(stack.balance().supply());
        Period end = stack.balance().horizon();
        return Table.of("Lines whose price is not known", stack.unpriced())
                .id("stack-not-known", stack.product())
                .label("Line", line -> stack.balance().supply().name(line))
                .unit(line -> stack.balance().unit().toString())
                .words("Place", line -> line.place().name())
                .again(end + ", " + Counted.WEIGHTED, tonnes, line -> stack.tonnes(line, end, Counted.WEIGHTED))
                .value(end + ", " + Counted.IF_ALL_COME, tonnes, line -> stack.tonnes(line, end, Counted.IF_ALL_COME))
                .build();
    }
}
