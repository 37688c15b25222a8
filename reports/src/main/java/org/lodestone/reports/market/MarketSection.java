package org.lodestone.reports.market;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on prices and trade. */
public final class MarketSection {

    private static final Term PRICE = Term.of("price");
    private static final Term TRADE = Term.of("trade");

    /** More lines than these hide each other, and their names the chart. */
    private static final int MOST_LINES = 5;

    private final Dataset dataset;
    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final Set<Key> taken = new HashSet<>();
    private final List<Line> prices;
    private final List<Line> flows;
    private final List<Share> shares;
    private final List<Quote> quotes;

    /** A share of what a country imports or exports, over some years. */
    private record Share(TradeFlow flow, Key key) {}

    /** A price of another period than a year, or of no edition. */
    private record Quote(Price price, Key key) {}

    private MarketSection(Dataset dataset) {
        this.dataset = dataset;
        this.prices = prices();
        this.quotes = quotes();
        this.flows = flows();
        this.shares = shares();
    }

    /** The section; empty where the dataset has neither prices nor trade. */
    public static Optional<Part> of(Dataset dataset) {
        return dataset.prices().isEmpty() && dataset.trade().isEmpty()
                ? Optional.empty()
                : Optional.of(new MarketSection(dataset).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        ImmutableList<Block.Sentence> findings = findings();
        if (!findings.isEmpty()) {
            blocks.add(new Block.Prose("", findings));
        }
        if (!prices.isEmpty()) {
            blocks.add(priceTable());
        }
        if (!quotes.isEmpty()) {
            blocks.add(quoteTable());
        }
        if (!flows.isEmpty()) {
            blocks.add(flowTable());
        }
        ImmutableList<Chart> charts = charts();
        if (!charts.isEmpty()) {
            blocks.add(new Block.Charts(charts));
        }
        blocks.addAll(shareTables());
        String title = dataset.prices().isEmpty()
                ? "What crosses borders"
                : dataset.trade().isEmpty() ? "What it costs" : "What it costs, and what crosses borders";
        return Part.of(
                Section.of(
                        "Market",
                        title,
                        "As printed, each series from one edition; amounts on their own basis",
                        blocks),
                model.build());
    }

    // ---------------------------------------------------------------- what there is

    /** Puts a row of a dataset into the model; rows that agree in all a line is told by keep a key each. */
    private Key figure(Key key, Observation value, Citation citation) {
        Key free = key;
        for (int n = 2; !taken.add(free); n++) {
            free = key.in(Case.of("print " + n));
        }
        return model.figure(free, Value.of(value), citation);
    }

    private Key figure(Term term, Label label, Period period, Observation value, Citation citation) {
        return figure(term.of(Subject.of(label.name() + ", " + label.unit())).at(period), value, citation);
    }

    private static boolean isAmountOfAYear(TradeFlow flow) {
        return flow.period().kind() == Period.Kind.YEAR && flow.unit().dimension() == Dimension.MASS;
    }

    private boolean isYearly(Price price) {
        return price.period().kind() == Period.Kind.YEAR && dataset.editions().containsKey(price.edition());
    }

    private List<Line> prices() {
        Lines lines = new Lines();
        for (Price price : dataset.prices()) {
            if (isYearly(price)) {
                String name = name(price) + ", " + dataset.editionName(price.edition());
                Label label = new Label(name, price.unit());
                Key key = figure(PRICE, label, price.period(), price.price(), price.citation());
                lines.add(label, price.period(), key, price.price());
            }
        }
        return lines.all();
    }

    /** Amounts of a year, from all partners together or from one. */
    private List<Line> flows() {
        Lines lines = new Lines();
        for (TradeFlow flow : dataset.trade()) {
            if (isAmountOfAYear(flow)) {
                Label label = new Label(name(flow), flow.unit());
                Key key = figure(TRADE, label, flow.period(), flow.value(), flow.citation());
                lines.add(label, flow.period(), key, flow.value());
            }
        }
        return lines.all();
    }

    private static String name(Price price) {
        return price.grade().isEmpty() ? price.product() : price.product() + ", " + price.grade();
    }

    private static String name(TradeFlow flow) {
        boolean imported = flow.flow() == TradeFlow.Flow.IMPORT;
        String partner = flow.partner().equals(Place.WORLD) ? "" : (imported ? " from " : " to ") + flow.partner();
        return traded(flow) + partner;
    }

    private static String traded(TradeFlow flow) {
        return flow.reporter() + ", " + flow.flow() + "s of " + flow.product();
    }

    /** What a line is told by. */
    private record Label(String name, Unit unit) {}

    /** Lines in the order in which their first rows come. Of two rows of one year the first is in the line. */
    private static final class Lines {

        private final Map<Label, TreeMap<Period, Line.Cell>> cells = new LinkedHashMap<>();

        void add(Label label, Period year, Key key, Observation value) {
            cells.computeIfAbsent(label, l -> new TreeMap<>()).putIfAbsent(year, new Line.Cell(key, Value.of(value)));
        }

        List<Line> all() {
            return cells.entrySet().stream()
                    .map(entry -> new Line(
                            entry.getKey().name(),
                            entry.getKey().unit().toString(),
                            ImmutableSortedMap.copyOfSorted(entry.getValue())))
                    .toList();
        }
    }

    private List<Quote> quotes() {
        return dataset.prices().stream()
                .filter(price -> !isYearly(price))
                .map(price -> new Quote(
                        price,
                        figure(
                                PRICE.of(Subject.of(name(price) + ", " + price.unit()))
                                        .at(price.period()),
                                price.price(),
                                price.citation())))
                .toList();
    }

    /** What is no amount of a year: shares, and amounts of other periods. */
    private List<Share> shares() {
        return dataset.trade().stream()
                .filter(flow -> !isAmountOfAYear(flow))
                .map(flow -> new Share(
                        flow,
                        figure(
                                TRADE.of(Subject.of(name(flow) + ", " + flow.unit()))
                                        .at(flow.period()),
                                flow.value(),
                                flow.citation())))
                .toList();
    }

    // ---------------------------------------------------------------- findings

    private ImmutableList<Block.Sentence> findings() {
        ImmutableList.Builder<Block.Sentence> said = ImmutableList.builder();
        newest().stream().filter(Line::isUnbroken).forEach(line -> said.add(say(line)));
        flows.stream().filter(Line::isUnbroken).forEach(line -> said.add(say(line)));
        return said.build();
    }

    private Block.Sentence say(Line line) {
        Period last = line.values().lastKey();
        Formula sentence = sentence(
                text(line.name() + ": "),
                line.key(last).orElseThrow().ref().fixed(Line.digits(List.of(line))),
                text(" " + line.unit() + " in " + last + ", "),
                signedPercent(growth(line, last), 1),
                text(" on the year before and "),
                signedPercent(
                        Growth.onYearBefore(
                                line.key(last).orElseThrow().ref(),
                                line.key(line.values().firstKey()).orElseThrow().ref()),
                        1),
                text(" since " + line.values().firstKey() + "."));
        Key key = Term.of("market").sub("finding").of(Subject.of(line.name() + ", " + line.unit()));
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }

    private static Formula growth(Line line, Period year) {
        return Growth.onYearBefore(
                line.key(year).orElseThrow().ref(),
                line.key(year.previous()).orElseThrow().ref());
    }

    /** The prices that reach furthest. */
    private List<Line> newest() {
        int last = prices.stream()
                .mapToInt(line -> line.values().lastKey().year())
                .max()
                .orElse(0);
        return prices.stream()
                .filter(line -> line.values().lastKey().year() == last)
                .toList();
    }

    // ---------------------------------------------------------------- tables

    private Table priceTable() {
        var table = Table.overYears("Prices by year", Line.years(prices));
        for (Line line : prices) {
            table.row(line.name(), line.unit(), Line.shown(prices), line::key);
        }
        return table.note("Editions may print different prices under one name; none continues another.")
                .build();
    }

    private Table flowTable() {
        var table = Table.overYears("Trade by year", Line.years(flows));
        for (Line line : flows) {
            table.row(line.name(), line.unit(), Line.shown(flows), line::key);
        }
        return table.build();
    }

    private Table quoteTable() {
        return Table.of("Prices of single days, quarters and years", quotes)
                .label("Product", quote -> name(quote.price()))
                .sources()
                .marks()
                .words("Of", quote -> quote.price().period().toString())
                .value("Price", Shown.AS_IS, Quote::key)
                .words("Unit", quote -> quote.price().unit().toString())
                .words("VAT", quote -> quote.price().vat().toString())
                .build();
    }

    /** A table for each thing that is traded: its partners, or its periods. */
    private List<Table> shareTables() {
        return shares.stream()
                .collect(Collectors.groupingBy(share -> traded(share.flow()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> shareTable(group.getKey(), group.getValue()))
                .toList();
    }

    private static Table shareTable(String traded, List<Share> shares) {
        return Table.of(traded, shares)
                .label("Partner", share -> share.flow().partner().name())
                .unit(share -> share.flow().unit().toString())
                .sources()
                .marks()
                .words("Of", share -> share.flow().period().toString())
                .value("As printed", Shown.AS_IS, Share::key)
                .build();
    }

    // ---------------------------------------------------------------- charts

    private ImmutableList<Chart> charts() {
        return ImmutableList.<Chart>builder()
                .addAll(charts("Prices", newest()))
                .addAll(charts("Trade", flows))
                .build();
    }

    /** A chart for each unit and stretch of years that lines without a gap have. */
    private static List<Chart> charts(String title, List<Line> lines) {
        record Axes(String unit, ImmutableSet<Period> years) {}
        Map<Axes, List<Line>> alike = lines.stream()
                .filter(Line::isUnbroken)
                .collect(Collectors.groupingBy(
                        line -> new Axes(line.unit(), line.values().keySet()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.entrySet().stream()
                .map(group -> chart(title, group.getKey().unit(), group.getValue()))
                .toList();
    }

    /** A chart of lines over the same years; of very many, those that are highest in the last one. */
    private static Chart chart(String title, String unit, List<Line> lines) {
        List<Line> highest = lines.stream()
                .sorted(Comparator.comparingDouble(Line::last).reversed())
                .limit(MOST_LINES)
                .toList();
        List<Line> drawn = lines.stream().filter(highest::contains).toList();
        String some = title + ", the " + MOST_LINES + " highest of " + lines.size();
        return new Chart(
                lines.size() == 1 ? lines.get(0).name() : drawn.size() < lines.size() ? some : title,
                Chart.Kind.LINES,
                unit,
                drawn.stream()
                        .map(line -> Chart.columns(line.name(), line.span()))
                        .collect(toImmutableList()));
    }
}
