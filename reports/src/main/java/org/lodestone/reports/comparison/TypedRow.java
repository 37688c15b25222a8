package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.Table.TypedForm;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.comparison.WhatIf.TypedFact;

/**
 * A typed fact as a row of its table, and the dataset with it and with all that follows from it.
 *
 * @param typed as it was typed
 * @param replaced what the dataset says under its key
 * @param remarks takes what else the dataset takes or leaves
 */
record TypedRow(
        Dataset dataset,
        String typed,
        TypedKey typedKey,
        TypedValue value,
        Fact fact,
        ImmutableList<Fact> replaced,
        List<String> remarks) {

    private static final Comparator<Price> BY_LAST_DAY =
            Comparator.comparing(price -> price.period().last());

    /** Where the step of an assumption stands in its key. */
    private static final int STEP = 3;

    /** Where the grade of a price stands in its key. */
    private static final int GRADE = 2;

    /** A fact as an analyst types it, understood. Throws an {@link IllegalArgumentException} that says how to put it right. */
    static TypedRow read(Dataset dataset, String typed) {
        int equals = typed.lastIndexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("'" + typed + "' has no '='. Write a key and a value, as in "
                    + DatasetTables.QUOTAS.typed().get(0).example() + ".");
        }
        String text = typed.substring(equals + 1).strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + typed
                    + "' has no value. Write a number with its unit after '=', or NA where it is withdrawn.");
        }
        TypedValue value = TypedValue.parse(text);
        TypedKey found = TypedKey.parse(typed.substring(0, equals), dataset);
        TypedScale scale = new TypedScale(dataset, typed);
        value.times().ifPresent(times -> scale.requireScalable(found, times));
        TypedKey key = value.times().isEmpty() ? found : scale.ofTheYear(found);
        List<String> remarks = new ArrayList<>();
        TypedDefaults sense = new TypedDefaults(dataset, typed, key, remarks);
        String edition = sense.edition();
        List<Fact> ofEdition = key.facts().stream()
                .filter(one -> one.edition().equals(edition))
                .toList();
        Unit unit = sense.unit(value, edition, ofEdition);
        ImmutableList<Fact> replaced = ofEdition.stream()
                .filter(one -> one.unit().orElseThrow().comparableWith(unit))
                .collect(toImmutableList());
        String revision = replaced.stream().findFirst().map(Fact::revision).orElse("");
        Fact fact = Fact.of(key.key(), edition, revision, value.scaled(), unit, WhatIf.CITATION);
        value.times()
                .ifPresent(times -> remarks.add(value.value() + " × " + times.toPlainString() + " = " + fact.withUnit()
                        + ", scaled by the analyst, not counted."));
        return new TypedRow(dataset, typed, key, value, fact, replaced, remarks);
    }

    /** The fact, with all that was remarked on it so far. */
    TypedFact typedFact() {
        String words = new TypedWords(dataset, fact.key(), fact.edition()).toString();
        return new TypedFact(typed, words, fact, replaced, ImmutableList.copyOf(remarks));
    }

    private FactKey key() {
        return fact.key();
    }

    private Unit unit() {
        return fact.unit().orElseThrow();
    }

    Dataset result() {
        return with(typedKey.form());
    }

    /** The dataset with what is typed in its table, and all that follows from it. */
    private <R> Dataset with(TypedForm<R> form) {
        Table<R> table = form.table();
        R fresh = fresh(form);
        Dataset with = dataset.supposing(table, with(table, fresh));
        if (fresh instanceof Quota quota) {
            return new ForecastLinks(withoutBatches(with, quota), remarks).ofQuota(quota);
        }
        if (fresh instanceof TradeFlow flow) {
            return new ForecastLinks(with, remarks).ofTrade(flow);
        }
        if (fresh instanceof Assumption assumption) {
            assumption.year().ifPresent(year -> requireTaken(assumption, year));
        }
        if (fresh instanceof Price price) {
            remarkLaterPrice(price);
        }
        return with;
    }

    /** The rows with a new one in place of those that say the same fact; at the end where there are none. */
    private <R> List<R> with(Table<R> table, R fresh) {
        List<R> all = new ArrayList<>(dataset.rows(table));
        int first = Iterables.indexOf(all, row -> isReplaced(table, row));
        all.removeIf(row -> isReplaced(table, row));
        all.add(first < 0 ? all.size() : first, fresh);
        return all;
    }

    private <R> boolean isReplaced(Table<R> table, R row) {
        boolean isPriceOfOther = row instanceof Price price && !price.unit().comparableWith(unit());
        return isOfKey(table, row) && !isPriceOfOther;
    }

    /** Whether a row says the fact, in the same edition. */
    private <R> boolean isOfKey(Table<R> table, R row) {
        return Facts.key(table, row).equals(key())
                && table.edition().map(column -> column.text(row)).orElse("").equals(fact.edition());
    }

    /** The row that is typed. */
    private <R> R fresh(TypedForm<R> form) {
        Table<R> table = form.table();
        Map<String, String> cells = new HashMap<>(untyped(table));
        for (int i = 0; i < form.columns().size(); i++) {
            cells.put(form.columns().get(i).name(), key().part(i));
        }
        cells.put(form.value().name(), fact.value().orElseThrow().toString());
        cells.put("unit", unit().toString());
        cells.put("derivation", derivation());
        cells.put("sources", WhatIf.SOURCE);
        cells.put("reliability", WhatIf.CITATION.reliability().toString());
        cells.put("how", WhatIf.CITATION.how().toString());
        cells.put("note", WhatIf.CITATION.note());
        table.edition().ifPresent(column -> cells.put(column.name(), fact.edition()));
        table.revision().ifPresent(column -> cells.put(column.name(), fact.revision()));
        return table.parse(cells, dataset);
    }

    /** The cells that nobody types, copied from a row like this one: in most tables the one that is replaced. */
    private <R> Map<String, String> untyped(Table<R> table) {
        Optional<TableRow> like = dataset.rows(table).stream()
                .filter(row -> isLike(table, row))
                .findFirst()
                .map(table::row);
        Map<String, String> cells = new HashMap<>(like.map(TableRow::cells).orElse(ImmutableMap.of()));
        if (like.isEmpty() && typedKey.isOf(DatasetTables.PRICES)) {
            latestLike(price -> price.vat() != Price.Vat.NOT_STATED)
                    .ifPresent(price -> cells.put("vat", price.vat().toString()));
        } else if (typedKey.isOf(DatasetTables.TRADE)) {
            cells.put("flow", key().table());
        } else if (typedKey.isOf(DatasetTables.QUOTAS)) {
            cells.putIfAbsent("holder_kind", Holder.Kind.COMPANY.toString());
        } else if (typedKey.isOf(DatasetTables.ASSUMPTIONS)) {
            cells.put("origin", Assumption.Origin.ASSUMED.toString());
            cells.put("reason", WhatIf.CITATION.note());
        }
        return cells;
    }

    private <R> boolean isLike(Table<R> table, R row) {
        if (row instanceof Quota quota) {
            return quota.holder().name().equals(key().part(3));
        }
        if (row instanceof Assumption assumption) {
            return isLike(assumption, key());
        }
        return isOfKey(table, row);
    }

    /** Whether an assumption is the same in another scenario, or in all years. */
    static boolean isLike(Assumption row, FactKey key) {
        return row.id().equals(key.part(0))
                && (key.part(STEP).isEmpty() || Integer.toString(row.step()).equals(key.part(STEP)));
    }

    /** Refuses the value of a year that no rule would take. */
    private void requireTaken(Assumption typed, Period year) {
        Set<String> byYear =
                Sets.union(dataset.outlook().takenByYear(), dataset.valuation().takenByYear());
        if (!byYear.contains(typed.id())) {
            throw new IllegalArgumentException("'" + key() + "': no rule of the forecast takes '" + typed.id()
                    + "' year by year. " + Nearest.remedy(typed.id(), byYear, "Leave the year out."));
        }
        boolean applies = !year.first().isBefore(typed.period().first())
                && !year.last().isAfter(typed.period().last());
        if (!applies) {
            throw new IllegalArgumentException("'" + key() + "': '" + year + "' lies outside '" + typed.period()
                    + "', when '" + typed.id() + "' applies. Name a year of these.");
        }
    }

    private void remarkLaterPrice(Price typedPrice) {
        Optional<Deck> deck = dataset.valuation().decks().stream()
                .filter(one -> one.spot().contains(typedPrice.product()))
                .findFirst();
        if (deck.isPresent()) {
            dataset.prices().stream()
                    .filter(deck.get()::isSpot)
                    .max(BY_LAST_DAY)
                    .filter(spot -> !deck.get().isSpot(typedPrice) || isLater(spot, typedPrice))
                    .ifPresent(spot -> remarks.add("Profits at the spot go by " + spot.product() + ", " + spot.price()
                            + " " + spot.unit() + " of " + spot.period() + ", with value added tax " + spot.vat()
                            + "."));
        } else {
            latestLike(price -> isLater(price, typedPrice))
                    .ifPresent(price -> remarks.add("Profits at the latest prices go by a later one, " + price.price()
                            + " of " + price.period() + "."));
        }
    }

    private static boolean isLater(Price price, Price than) {
        return BY_LAST_DAY.compare(price, than) > 0;
    }

    /** The latest price that is a number of what is typed, in its unit. */
    private Optional<Price> latestLike(Predicate<Price> meant) {
        return dataset.prices().stream()
                .filter(price ->
                        price.product().equals(key().part(0)) && price.grade().equals(key().part(GRADE)))
                .filter(price ->
                        price.unit().equals(unit()) && price.price().known().isPresent())
                .filter(meant)
                .max(BY_LAST_DAY);
    }

    private Dataset withoutBatches(Dataset with, Quota year) {
        List<Quota> batches =
                dataset.quotas().stream().filter(row -> isBatch(row, year)).toList();
        if (!batches.isEmpty()) {
            remarks.add("Its " + (batches.size() == 1 ? "batch is" : batches.size() + " batches are")
                    + " taken out, which would still sum to the quota before.");
        }
        List<Quota> others =
                with.quotas().stream().filter(row -> !batches.contains(row)).toList();
        return with.supposing(DatasetTables.QUOTAS, others);
    }

    /** Whether a row is a batch of what is typed for a whole year. */
    private static boolean isBatch(Quota row, Quota year) {
        return year.fullYear()
                && !row.fullYear()
                && row.year().equals(year.year())
                && row.stage().equals(year.stage())
                && row.ore() == year.ore()
                && row.holder().equals(year.holder());
    }

    private String derivation() {
        return value.times()
                .map(times -> value.value() + " x " + times.toPlainString())
                .orElse("");
    }
}
