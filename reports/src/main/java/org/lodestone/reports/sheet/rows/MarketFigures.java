package org.lodestone.reports.sheet.rows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.heavy.HeavyPrices.Quote;
import org.lodestone.reports.internal.model.ProductUnits;
import org.lodestone.reports.value.MarketPrice;

/**
 * The prices, trade and demand of a dataset in a model: lines over years where rows are of years, else row by row. Page and backup
 * show the same keys.
 */
public final class MarketFigures {

    private static final Term PRICE = Term.of("price");
    private static final Term TRADE = Term.of("trade");

    private static final Term DEMAND = Term.of("demand as published");

    private final Dataset dataset;
    private final Model prices;
    private final Model.Builder filled = Model.builder();
    private final Set<Key> taken = new HashSet<>();
    private final IdentityHashMap<Price, Key> keys = new IdentityHashMap<>();
    private final ImmutableList<Line> priceLines;
    private final ImmutableList<Line> flowLines;
    private final ImmutableList<Quote> quotes;
    private final ImmutableList<Share> shares;
    private final ImmutableList<Asked> demand;
    private final Model model;

    /** A share of what a country imports or exports, over some years. */
    public record Share(TradeFlow flow, Key key) {}

    /** A row of demand that no balance asks for. */
    public record Asked(Demand row, Key key) {}

    private MarketFigures(Dataset dataset, Model prices) {
        this.dataset = dataset;
        this.prices = prices;
        filled.include(prices);
        this.priceLines = yearly();
        this.quotes = single();
        this.flowLines = traded();
        this.shares = parts();
        this.demand = asked();
        this.model = filled.build();
    }

    /** @param prices those that other analyses go by, under the keys of {@link MarketPrice} */
    static MarketFigures of(Dataset dataset, Model prices) {
        return new MarketFigures(dataset, prices);
    }

    /** All but what heavy rare earths cost, which stands with all else that is said of them, and nowhere else. */
    public static MarketFigures of(Analyses analyses) {
        Dataset dataset = analyses.dataset();
        Set<Price> shown = analyses.heavyPrices().map(HeavyPrices::rows).orElse(ImmutableSet.of());
        List<Price> others = dataset.prices().stream()
                .filter(price -> !shown.contains(price))
                .toList();
        return of(
                dataset.supposing(DatasetTables.PRICES, others),
                analyses.earnings()
                        .map(Earnings::model)
                        .orElseGet(() -> Model.builder().build()));
    }

    /** The dataset with the prices that are told here. */
    public Dataset dataset() {
        return dataset;
    }

    /** Everything that stands behind the keys. */
    public Model model() {
        return model;
    }

    /** The key of a price of the {@link #dataset}. */
    public Key key(Price price) {
        return Objects.requireNonNull(keys.get(price));
    }

    ImmutableList<Line> prices() {
        return priceLines;
    }

    /** Amounts of a year, from all partners together or from one. */
    public ImmutableList<Line> flows() {
        return flowLines;
    }

    ImmutableList<Quote> quotes() {
        return quotes;
    }

    /** The figures that are no amount of a year: shares, and amounts of other periods. */
    public ImmutableList<Share> shares() {
        return shares;
    }

    /** The rows of demand that no balance asks for, in the order of the file. */
    public ImmutableList<Asked> demand() {
        return demand;
    }

    /** Puts a row of a dataset into the model; rows that agree in all a line is told by keep a key each. */
    private Key figure(Term term, Label label, ValueUnit unit, Period period, Observation value, Citation citation) {
        Key key = term.of(Subject.of(label.name() + ", " + label.unit())).at(period);
        Key free = Numbered.free(key, n -> key.in(Case.of("print " + n)), taken::add);
        return filled.figure(free, Value.of(value), unit, citation);
    }

    /** A price that earnings go by stands once. */
    private Key figure(Price price, Label label) {
        Key used = MarketPrice.key(price);
        boolean same = prices.has(used) && prices.value(used).equals(Value.of(price.price()));
        Key key = same && taken.add(used)
                ? used
                : figure(
                        PRICE, label, ProductUnits.of(dataset, price), price.period(), price.price(), price.citation());
        keys.put(price, key);
        return key;
    }

    private Key figure(TradeFlow flow, Label label) {
        return figure(TRADE, label, ValueUnit.of(flow.unit()), flow.period(), flow.value(), flow.citation());
    }

    private static boolean isAmountOfAYear(TradeFlow flow) {
        return flow.period().kind() == Period.Kind.YEAR && flow.unit().dimension() == Dimension.MASS;
    }

    private boolean isYearly(Price price) {
        return price.period().kind() == Period.Kind.YEAR && dataset.editions().containsKey(price.edition());
    }

    private ImmutableList<Line> yearly() {
        Lines lines = new Lines();
        for (Price price : dataset.prices()) {
            if (isYearly(price)) {
                String name = price.name() + ", " + dataset.editionName(price.edition());
                Label label = new Label(name, price.unit());
                lines.add(label, price.period(), figure(price, label), price.price());
            }
        }
        return lines.all();
    }

    private ImmutableList<Line> traded() {
        Lines lines = new Lines();
        for (TradeFlow flow : dataset.trade()) {
            if (isAmountOfAYear(flow)) {
                Label label = new Label(name(flow), flow.unit());
                lines.add(label, flow.period(), figure(flow, label), flow.value());
            }
        }
        return lines.all();
    }

    private static String name(TradeFlow flow) {
        boolean imported = flow.flow() == TradeFlow.Flow.IMPORT;
        String partner = flow.partner().equals(Place.WORLD) ? "" : (imported ? " from " : " to ") + flow.partner();
        return traded(flow) + partner;
    }

    /** {@code United States, imports of cobalt}. */
    public static String traded(TradeFlow flow) {
        return flow.reporter() + ", " + flow.flow() + "s of " + flow.product();
    }

    /** The name and unit that tell a line from others. */
    private record Label(String name, Unit unit) {}

    /** Lines in the order in which their first rows come. Of two rows of one year the first is in the line. */
    private static final class Lines {

        private final Map<Label, TreeMap<Period, Line.Cell>> cells = new LinkedHashMap<>();

        void add(Label label, Period year, Key key, Observation value) {
            cells.computeIfAbsent(label, l -> new TreeMap<>()).putIfAbsent(year, new Line.Cell(key, Value.of(value)));
        }

        ImmutableList<Line> all() {
            return cells.entrySet().stream()
                    .map(entry -> new Line(
                            entry.getKey().name(),
                            entry.getKey().unit().toString(),
                            ImmutableSortedMap.copyOfSorted(entry.getValue())))
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private ImmutableList<Quote> single() {
        return dataset.prices().stream()
                .filter(price -> !isYearly(price))
                .map(price -> new Quote(price, figure(price, new Label(price.name(), price.unit()))))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Share> parts() {
        return dataset.trade().stream()
                .filter(flow -> !isAmountOfAYear(flow))
                .map(flow -> new Share(flow, figure(flow, new Label(name(flow), flow.unit()))))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<Asked> asked() {
        return dataset.demand().stream()
                .filter(row -> dataset.outlook().balances().stream().noneMatch(balance -> meets(balance, row)))
                .map(row -> new Asked(row, figure(row)))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean meets(MarketBalance balance, Demand row) {
        return balance.material().equals(row.material()) && balance.segment().equals(row.segment());
    }

    private Key figure(Demand row) {
        Key key = DEMAND.of(Subject.of(row.material() + ", " + row.segment() + ", " + row.unit()))
                .at(row.period())
                .in(Case.of(row.scenarioCase()));
        Key free = Numbered.free(key, n -> key.in(Case.of(row.scenarioCase() + ", print " + n)), taken::add);
        return filled.figure(free, Value.of(row.value()), ValueUnit.of(row.unit()), row.citation());
    }
}
