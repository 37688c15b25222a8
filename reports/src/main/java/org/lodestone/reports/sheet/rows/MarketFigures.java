package org.lodestone.reports.sheet.rows;

import com.google.common.collect.ImmutableSortedMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.ProductUnits;
import org.lodestone.reports.value.MarketPrice;

/**
 * The prices and trade of a dataset in a model: lines over years where rows are of years, else row by row.
 */
final class MarketFigures {

    private static final Term PRICE = Term.of("price");
    private static final Term TRADE = Term.of("trade");

    private final Dataset dataset;
    private final Model prices;
    private final Model.Builder model;
    private final Set<Key> taken = new HashSet<>();

    /** A share of what a country imports or exports, over some years. */
    record Share(TradeFlow flow, Key key) {}

    /** A price of another period than a year, or of no edition. */
    record Quote(Price price, Key key) {}

    /**
     * @param prices those that other analyses go by, under the keys of {@link MarketPrice}
     * @param model takes the figures
     */
    MarketFigures(Dataset dataset, Model prices, Model.Builder model) {
        this.dataset = dataset;
        this.prices = prices;
        this.model = model.include(prices);
    }

    /** Puts a row of a dataset into the model; rows that agree in all a line is told by keep a key each. */
    private Key figure(Term term, Label label, ValueUnit unit, Period period, Observation value, Citation citation) {
        Key key = term.of(Subject.of(label.name() + ", " + label.unit())).at(period);
        Key free = Numbered.free(key, n -> key.in(Case.of("print " + n)), taken::add);
        return model.figure(free, Value.of(value), unit, citation);
    }

    /** A price that earnings go by stands once. */
    private Key figure(Price price, Label label) {
        Key used = MarketPrice.key(price);
        boolean same = prices.has(used) && prices.value(used).equals(Value.of(price.price()));
        if (same && taken.add(used)) {
            return used;
        }
        return figure(PRICE, label, ProductUnits.of(dataset, price), price.period(), price.price(), price.citation());
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

    List<Line> prices() {
        Lines lines = new Lines();
        for (Price price : dataset.prices()) {
            if (isYearly(price)) {
                String name = name(price) + ", " + dataset.editionName(price.edition());
                Label label = new Label(name, price.unit());
                lines.add(label, price.period(), figure(price, label), price.price());
            }
        }
        return lines.all();
    }

    /** Amounts of a year, from all partners together or from one. */
    List<Line> flows() {
        Lines lines = new Lines();
        for (TradeFlow flow : dataset.trade()) {
            if (isAmountOfAYear(flow)) {
                Label label = new Label(name(flow), flow.unit());
                lines.add(label, flow.period(), figure(flow, label), flow.value());
            }
        }
        return lines.all();
    }

    static String name(Price price) {
        return price.grade().isEmpty() ? price.product() : price.product() + ", " + price.grade();
    }

    private static String name(TradeFlow flow) {
        boolean imported = flow.flow() == TradeFlow.Flow.IMPORT;
        String partner = flow.partner().equals(Place.WORLD) ? "" : (imported ? " from " : " to ") + flow.partner();
        return traded(flow) + partner;
    }

    static String traded(TradeFlow flow) {
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

        List<Line> all() {
            return cells.entrySet().stream()
                    .map(entry -> new Line(
                            entry.getKey().name(),
                            entry.getKey().unit().toString(),
                            ImmutableSortedMap.copyOfSorted(entry.getValue())))
                    .toList();
        }
    }

    List<Quote> quotes() {
        return dataset.prices().stream()
                .filter(price -> !isYearly(price))
                .map(price -> new Quote(price, figure(price, new Label(name(price), price.unit()))))
                .toList();
    }

    /** The figures that are no amount of a year: shares, and amounts of other periods. */
    List<Share> shares() {
        return dataset.trade().stream()
                .filter(flow -> !isAmountOfAYear(flow))
                .map(flow -> new Share(flow, figure(flow, new Label(name(flow), flow.unit()))))
                .toList();
    }
}
