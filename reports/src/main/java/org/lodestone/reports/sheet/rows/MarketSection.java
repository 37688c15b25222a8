package org.lodestone.reports.sheet.rows;

import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.market.Price;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.heavy.HeavyPrices.Quote;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.sheet.rows.MarketFigures.Asked;
import org.lodestone.reports.sheet.rows.MarketFigures.Share;

/** The section on prices and trade. */
public record MarketSection(MarketFigures figures, Model.Builder model) {

    /** The name of the section. */
    public static final String NAME = "Prices and trade";

    /** More lines than these hide each other, and their names the chart. */
    private static final int MOST_LINES = 5;

    /** The section on a dataset whose prices no other analysis goes by; empty where it has neither prices, trade nor demand. */
    public static Optional<Part> of(Dataset dataset) {
        return of(MarketFigures.of(dataset, Model.builder().build()));
    }

    /** The section; empty where there are neither prices, trade nor demand. */
    public static Optional<Part> of(MarketFigures figures) {
        Dataset dataset = figures.dataset();
        return dataset.prices().isEmpty()
                        && dataset.trade().isEmpty()
                        && figures.demand().isEmpty()
                ? Optional.empty()
                : Optional.of(new MarketSection(
                                figures,
                                Model.builder().include(Definitions.MODEL).include(figures.model()))
                        .part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Prose("", findings()),
                byYear("Prices by year", figures.prices())
                        .note("Editions may print different prices under one name; none continues another.")
                        .build(),
                quotes("price-quotes", figures.quotes(), Price::name).build(),
                byYear("Trade by year", figures.flows()).build(),
                new Block.Charts(charts())));
        blocks.addAll(shareTables());
        blocks.add(demandTable());
        Dataset dataset = figures.dataset();
        String title = dataset.resource() + ": "
                + Words.listed(Stream.of(
                                dataset.prices().isEmpty() ? "" : "prices",
                                dataset.trade().isEmpty() ? "" : "trade",
                                figures.demand().isEmpty() ? "" : "demand")
                        .filter(word -> !word.isEmpty())
                        .toList());
        return Part.of(
                Section.of(
                        NAME,
                        title,
                        "As printed, each series from one edition; amounts on their own basis",
                        Block.withContent(blocks)),
                model.build());
    }

    // ---------------------------------------------------------------- findings

    private ImmutableList<Block.Sentence> findings() {
        return Stream.concat(newest().stream(), figures.flows().stream())
                .filter(Line::isUnbroken)
                .map(this::say)
                .collect(ImmutableList.toImmutableList());
    }

    private Block.Sentence say(Line line) {
        Period last = line.values().lastKey();
        Formula amount = line.key(last).orElseThrow();
        Formula first = line.key(line.values().firstKey()).orElseThrow();
        Formula sentence = words().with("line", line.name())
                .with("amount", amount.fixed(Line.digits(List.of(line))))
                .with("unit", line.unit())
                .with("last", last)
                .with("growth", growth(line, last))
                .with("since", Growth.onYearBefore(amount, first))
                .with("first", line.values().firstKey())
                .say(
                        "{line}: {amount} {unit} in {last}, {growth:+0.0%} on the year before and {since:+0.0%} since {first}.");
        Key key = Term.of("market").sub("finding").of(Subject.of(line.name() + ", " + line.unit()));
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }

    private static Formula growth(Line line, Period year) {
        return Growth.onYearBefore(
                line.key(year).orElseThrow(), line.key(year.previous()).orElseThrow());
    }

    /** The prices that reach furthest. */
    private List<Line> newest() {
        int last = figures.prices().stream()
                .mapToInt(line -> line.values().lastKey().year())
                .max()
                .orElse(0);
        return figures.prices().stream()
                .filter(line -> line.values().lastKey().year() == last)
                .toList();
    }

    // ---------------------------------------------------------------- tables

    private static Table.YearBuilder byYear(String heading, List<Line> lines) {
        var table = Table.overYears(heading, Line.years(lines));
        lines.forEach(line -> table.optional(line.name(), line.unit(), Line.shown(lines), line::key));
        return table;
    }

    /** Prices as printed, each of its own day or period. */
    public static Table.ListBuilder<Quote> quotes(String id, List<Quote> quotes, Function<Price, String> product) {
        return Table.of("Prices of single days, quarters and years", quotes)
                .id(id)
                .label("Product", quote -> product.apply(quote.price()))
                .sources()
                .words("Of", quote -> quote.price().period().toString())
                .value("Price", Shown.AS_IS, Quote::key)
                .words("Unit", quote -> quote.price().unit().toString())
                .words("VAT", quote -> quote.price().vat().toString());
    }

    /** A table for each thing that is traded: its partners, or its periods. */
    private List<Table> shareTables() {
        return figures.shares().stream()
                .collect(Collectors.groupingBy(
                        share -> MarketFigures.traded(share.flow()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> shareTable(group.getKey(), group.getValue()))
                .toList();
    }

    private static Table shareTable(String traded, List<Share> shares) {
        return Table.of(traded, shares)
                .id("trade-partners", traded)
                .label("Partner", share -> share.flow().partner().name())
                .unit(share -> share.flow().unit().toString())
                .sources()
                .words("Of", share -> share.flow().period().toString())
                .value("As printed", Shown.AS_IS, Share::key)
                .build();
    }

    /** Demand that no balance asks for: the balance shows the rest. */
    private Table demandTable() {
        return Table.of("Demand as published", figures.demand())
                .id("demand-as-published")
                .label("Use", asked -> asked.row().segment())
                .sources()
                .words("Of", asked -> asked.row().material())
                .words("Period", asked -> asked.row().period().toString())
                .words("Case", asked -> asked.row().scenarioCase())
                .value("Amount", Shown.AS_IS, Asked::key)
                .unit(asked -> asked.row().unit().toString())
                .build();
    }

    // ---------------------------------------------------------------- charts

    private ImmutableList<Chart> charts() {
        Model behind = model.build();
        return ImmutableList.<Chart>builder()
                .addAll(charts("Prices", newest(), behind))
                .addAll(charts("Trade", figures.flows(), behind))
                .build();
    }

    /** A chart for each unit and stretch of years that lines without a gap have. */
    private static List<Chart> charts(String title, List<Line> lines, Model behind) {
        record Axes(String unit, ImmutableSet<Period> years) {}
        Map<Axes, List<Line>> alike = lines.stream()
                .filter(Line::isUnbroken)
                .collect(Collectors.groupingBy(
                        line -> new Axes(line.unit(), line.values().keySet()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.entrySet().stream()
                .map(group -> chart(title, group.getKey().unit(), group.getValue(), behind))
                .toList();
    }

    /** A chart of lines over the same years; of very many, those that are highest in the last one. */
    private static Chart chart(String title, String unit, List<Line> lines, Model behind) {
        List<Line> highest = lines.stream()
                .sorted(Comparator.comparingDouble(Line::last).reversed())
                .limit(MOST_LINES)
                .toList();
        List<Line> drawn = lines.stream().filter(highest::contains).toList();
        String some = title + ", the " + MOST_LINES + " highest of " + lines.size();
        return Chart.overTime(
                        lines.size() == 1 ? lines.get(0).name() : drawn.size() < lines.size() ? some : title,
                        unit,
                        behind,
                        drawn.stream()
                                .map(line -> Chart.series(line.name(), line.span()))
                                .toList())
                .build();
    }
}
