package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.CellType;
import org.lodestone.core.dataset.ChainTables;
import org.lodestone.core.dataset.Column;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.ForecastTables;
import org.lodestone.core.dataset.MarketTables;
import org.lodestone.core.dataset.QuotaTables;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.dataset.TypedForm;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Source;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.supply.Supply;

/**
 * A dataset with facts typed in by an analyst.
 *
 * <pre>WhatIf.of(dataset, List.of("quota/2026/mining/all/all=300,000", "import/China/Myanmar/rare earths/2026-10=4,200 t REO x12"))</pre>
 *
 * <p>A typed fact cites the analyst and is marked as secondary, so that it never passes for a published one. A number without
 * a unit takes that of what it replaces; {@code x12} scales a part of a year to the year. A quota of a year becomes the limit
 * that the forecast grows from, and imports of a year in the unit of a measure become what their country supplies.
 */
public record WhatIf(Dataset before, Dataset after, ImmutableList<TypedFact> facts) {

    /** Id of the source that typed facts cite. */
    public static final String SOURCE = "typed-by-analyst";

    static final Citation CITATION = new Citation(
            ImmutableList.of(SOURCE),
            Reliability.SECONDARY,
            How.SECOND_HAND,
            "Typed in by the analyst; not published.");

    /** Throws an {@link IllegalArgumentException} that says how to put it right if a key or a value cannot be understood. */
    public static WhatIf of(Dataset dataset, List<String> typed) {
        Dataset after = withSource(dataset);
        List<TypedFact> facts = new ArrayList<>();
        for (String one : typed) {
            Typing typing = new Typing(after, one);
            requireOnce(typing.fact(), facts);
            after = typing.result();
            facts.add(typing.fact());
        }
        return new WhatIf(dataset, after, ImmutableList.copyOf(facts));
    }

    private static void requireOnce(TypedFact now, List<TypedFact> earlier) {
        earlier.stream()
                .filter(one -> one.fact().key().equals(now.fact().key()))
                .filter(one -> one.fact().edition().equals(now.fact().edition()))
                .filter(one -> one.fact()
                        .unit()
                        .orElseThrow()
                        .comparableWith(now.fact().unit().orElseThrow()))
                .findFirst()
                .ifPresent(one -> {
                    throw new IllegalArgumentException("'" + one.typed() + "' and '" + now.typed() + "' are both "
                            + now.fact().key() + ". Leave one of them out.");
                });
    }

    /** The facts of a table, whose keys can be typed. */
    public static ImmutableList<Fact> keys(Dataset dataset, String table) {
        Typable known = Typable.parse(table, dataset);
        return Facts.of(dataset).stream()
                .filter(fact -> fact.key().table().equals(known.toString()))
                .collect(toImmutableList());
    }

    private static Dataset withSource(Dataset dataset) {
        Source analyst =
                new Source(SOURCE, "Typed in by the analyst for this comparison; not published", Optional.empty());
        return dataset.toBuilder()
                .sources(ImmutableMap.<String, Source>builder()
                        .putAll(dataset.sources())
                        .put(SOURCE, analyst)
                        .buildKeepingLast())
                .build();
    }

    /** One fact being typed. */
    private static final class Typing {

        private static final Period UNKNOWN = Period.year(1800);
        private static final int MONTHS_OF_A_YEAR = 12;

        private final Dataset dataset;
        private final String typed;
        private final TypedKey typedKey;
        private final TypedValue value;
        private final List<String> remarks = new ArrayList<>();
        private final FactKey key;
        private final ImmutableList<Fact> replaced;
        private final Unit unit;
        private final String edition;
        private final Fact fact;

        Typing(Dataset dataset, String typed) {
            this.dataset = dataset;
            this.typed = typed;
            int equals = typed.lastIndexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("'" + typed + "' has no '='. Write a key and a value, as in "
                        + QuotaTables.QUOTAS.typed().get(0).example() + ".");
            }
            String text = typed.substring(equals + 1).strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("'" + typed
                        + "' has no value. Write a number with its unit after '=', or NA where it is withdrawn.");
            }
            this.value = TypedValue.parse(text);
            TypedKey found = TypedKey.parse(typed.substring(0, equals), dataset);
            value.times().ifPresent(times -> requireScalable(found, times));
            this.typedKey = value.times().isEmpty() ? found : ofTheYear(found);
            this.key = typedKey.key();
            this.edition = edition();
            List<Fact> ofEdition = typedKey.facts().stream()
                    .filter(one -> one.edition().equals(edition))
                    .toList();
            this.unit = unit(ofEdition);
            this.replaced = ofEdition.stream()
                    .filter(one -> one.unit().orElseThrow().comparableWith(unit))
                    .collect(toImmutableList());
            Observation now = value.scaled();
            this.fact = Fact.of(
                    key,
                    edition,
                    replaced.stream().findFirst().map(Fact::revision).orElse(""),
                    now,
                    unit,
                    CITATION);
            value.times()
                    .ifPresent(times -> remarks.add(value.value() + " × " + times.toPlainString() + " = "
                            + fact.withUnit() + ", scaled by the analyst, not counted."));
        }

        TypedFact fact() {
            return new TypedFact(typed, words(), fact, replaced, ImmutableList.copyOf(remarks));
        }

        /** What it is a fact of, as in a sentence. */
        private String words() {
            String edition = this.edition.isEmpty() ? "" : " (" + dataset.editionName(this.edition) + ")";
            return switch (key.table()) {
                case "figure" ->
                    Words.inSentence(dataset.measure(key.part(0)).name()) + " of " + key.part(1) + " "
                            + (key.part(2) + " " + key.part(3)).strip() + edition;
                case "quota" ->
                    "the " + key.part(1) + " quota of " + key.part(0)
                            + (key.part(4).equals("year") ? "" : ", batch " + key.part(4))
                            + (key.part(2).equals("all") ? "" : ", " + key.part(2) + " ore")
                            + (key.part(3).equals("all") ? "" : ", " + key.part(3));
                case "price" -> "the price of " + (key.part(0) + " " + key.part(2)).strip() + " " + when(1) + edition;
                case "import" ->
                    "imports of " + key.part(0) + " from " + key.part(1) + ", " + key.part(2) + ", " + when(3);
                case "export" ->
                    "exports of " + key.part(0) + " to " + key.part(1) + ", " + key.part(2) + ", " + when(3);
                case "fact" ->
                    key.part(1).replace('-', ' ') + " of "
                            + Optional.ofNullable(dataset.companies().get(key.part(0)))
                                    .map(Company::name)
                                    .orElse(key.part(0))
                            + ", " + key.part(2);
                case "assumption" -> "the assumption “" + assumptionName() + "” in scenario " + key.part(1);
                case "demand" -> "demand for " + key.part(0) + ", " + key.part(1) + ", " + when(2) + ", " + key.part(3);
                case "stake" -> "the stake of " + key.part(0) + " in " + key.part(1);
                default -> key.table() + " of " + String.join(", ", key.parts()) + edition;
            };
        }

        /** A period with its preposition: {@code on 2026-01-16}, {@code in 2026-01}. */
        private String when(int part) {
            boolean day = Period.find(key.part(part))
                    .filter(period -> period.kind() == Period.Kind.DAY)
                    .isPresent();
            return (day ? "on " : "in ") + key.part(part);
        }

        /** A part of a year is scaled, and to no more than a year. */
        private void requireScalable(TypedKey part, BigDecimal times) {
            String scale = "x" + times.toPlainString();
            Period period = part.period()
                    .orElseThrow(() -> new IllegalArgumentException("'" + typed + "' is scaled by " + scale
                            + ", and a row of the table " + part.table() + " is not an amount of a period. Leave out "
                            + scale + "."));
            int most = isBatch(part) ? MONTHS_OF_A_YEAR : timesInYear(period);
            if (most <= 1) {
                throw new IllegalArgumentException("'" + typed + "' is scaled by " + scale + ", and '" + period
                        + "' is no part of a year. Leave out " + scale + ".");
            }
            if (times.signum() <= 0 || times.compareTo(BigDecimal.valueOf(most)) > 0) {
                throw new IllegalArgumentException("'" + typed + "' is scaled by " + scale
                        + ", which makes it other than a year at most. Write x" + most + " or less"
                        + (isBatch(part) ? "." : " for '" + period + "'."));
            }
        }

        private static boolean isBatch(TypedKey typed) {
            return typed.table().isOf(QuotaTables.QUOTAS)
                    && !typed.key().part(4).equals("year");
        }

        /** How often a period is in a year, in whole times: 12 for a month, 1 for a year or more. */
        private static int timesInYear(Period period) {
            return switch (period.kind()) {
                case NONE, YEAR, FISCAL_YEAR, TRAILING, YEARS, NINE_MONTHS -> 1;
                case DAY -> period.first().lengthOfYear();
                case MONTH, QUARTER, HALF, MONTHS ->
                    (int) (MONTHS_OF_A_YEAR
                            / ChronoUnit.MONTHS.between(
                                    period.first(), period.last().plusDays(1)));
            };
        }

        /** The same of the whole year. */
        private TypedKey ofTheYear(TypedKey part) {
            List<String> parts = new ArrayList<>(part.key().parts());
            for (int i = 0; i < parts.size(); i++) {
                Column<?, ?> of = part.table().parts().get(i);
                if (of.name().equals("batch")) {
                    parts.set(i, "year");
                } else if (of.cell().kind() == CellType.Kind.PERIOD) {
                    int index = i;
                    Period.find(parts.get(i))
                            .filter(period -> period.kind() != Period.Kind.NONE)
                            .ifPresent(period -> parts.set(
                                    index,
                                    (period.kind() == Period.Kind.FISCAL_YEAR ? period : Period.year(period.year()))
                                            .toString()));
                }
            }
            String whole = part.table() + "/" + String.join("/", parts)
                    + part.edition().map(named -> "@" + named).orElse("");
            return TypedKey.parse(whole, dataset);
        }

        // ------------------------------------------------------------ which row, in which unit

        /**
         * The edition asked for; else, of a figure, the default edition, and the newest that has it otherwise, since of
         * prices the newest counts.
         */
        private String edition() {
            if (typedKey.edition().isPresent()) {
                return typedKey.edition().get();
            }
            List<String> editions =
                    typedKey.facts().stream().map(Fact::edition).distinct().toList();
            if (!typedKey.table().isOf(ChainTables.FIGURES)) {
                return newest(editions).orElse("");
            }
            String meant = dataset.defaultEdition();
            if (editions.isEmpty()) {
                return dataset.figures(key.part(0), meant).isEmpty()
                        ? Supply.editions(dataset, key.part(0)).stream()
                                .reduce((first, second) -> second)
                                .orElse(meant)
                        : meant;
            }
            return editions.contains(meant) ? meant : newest(editions).orElse("");
        }

        private Optional<String> newest(List<String> editions) {
            return editions.stream()
                    .max(Comparator.comparing(
                            id -> dataset.edition(id).map(Edition::released).orElse(UNKNOWN)));
        }

        private Unit unit(List<Fact> there) {
            List<Unit> known = there.stream()
                    .flatMap(one -> one.unit().stream())
                    .distinct()
                    .toList();
            if (value.unit().isPresent()) {
                Unit own = value.unit().get();
                boolean fits = known.isEmpty() || known.stream().anyMatch(own::comparableWith);
                if (!fits && !typedKey.table().isOf(MarketTables.PRICES)) {
                    throw new IllegalArgumentException("'" + typed + "' is in " + own
                            + ", and what it would replace is in " + known.get(0) + ". Give it in that unit.");
                }
                return own;
            }
            List<Unit> near = known.isEmpty() ? unitsNearby() : known;
            if (near.size() != 1) {
                throw new IllegalArgumentException("'" + typed + "' says no unit, and "
                        + (near.isEmpty()
                                ? "nothing like it is known"
                                : "it could be any of "
                                        + String.join(
                                                ", ",
                                                near.stream()
                                                        .map(Unit::toString)
                                                        .toList()))
                        + ". Write it after the number, as in " + typed + " "
                        + near.stream().findFirst().map(Unit::toString).orElse("t REO") + ".");
            }
            if (!value.value().isMissing()) {
                remarks.add("The number has no unit of its own; it is taken in " + near.get(0)
                        + (known.isEmpty() ? ", as others like it are." : ", as what it replaces."));
            }
            return near.get(0);
        }

        /** The units of facts of the same thing: of the company where it has any, and else of all. */
        private List<Unit> unitsNearby() {
            int what =
                    switch (key.table()) {
                        case "quota", "fact" -> 1;
                        case "import", "export" -> 2;
                        default -> 0;
                    };
            List<Fact> alike = Facts.of(dataset).stream()
                    .filter(one -> one.key().table().equals(key.table()))
                    .filter(one -> one.key().part(what).equals(key.part(what)))
                    .filter(one ->
                            one.edition().equals(edition) || !typedKey.table().isOf(MarketTables.PRICES))
                    .toList();
            List<Fact> closer = alike.stream()
                    .filter(one -> one.key().part(0).equals(key.part(0)))
                    .toList();
            return (closer.isEmpty() ? alike : closer)
                    .stream().flatMap(one -> one.unit().stream()).distinct().toList();
        }

        // ------------------------------------------------------------ the dataset with it

        Dataset result() {
            return with(typedKey.table().form());
        }

        /** The dataset with what is typed in its table, and all that follows from it. */
        private <R> Dataset with(TypedForm<R> form) {
            Table<R> table = form.table();
            R fresh = fresh(form);
            Dataset with = dataset.toBuilder().rows(table, with(table, fresh)).build();
            if (fresh instanceof Quota quota) {
                return new ForecastLinks(withoutBatches(with, quota), remarks).ofQuota(quota);
            }
            if (fresh instanceof TradeFlow flow) {
                return new ForecastLinks(with, remarks).ofTrade(flow);
            }
            if (fresh instanceof Price price) {
                remarkLaterPrice(price);
            }
            return with;
        }

        /** The rows with a new one in place of those that say the same fact; at the end where there are none. */
        private <R> List<R> with(Table<R> table, R fresh) {
            List<R> all = new ArrayList<>();
            boolean placed = false;
            for (R row : dataset.rows(table)) {
                if (!isReplaced(table, row)) {
                    all.add(row);
                } else if (!placed) {
                    all.add(fresh);
                    placed = true;
                }
            }
            if (!placed) {
                all.add(fresh);
            }
            return all;
        }

        private <R> boolean isReplaced(Table<R> table, R row) {
            boolean isPriceOfOther = row instanceof Price price && !price.unit().comparableWith(unit);
            return isOfKey(table, row) && !isPriceOfOther;
        }

        /** Whether a row says the fact, in the same edition. */
        private <R> boolean isOfKey(Table<R> table, R row) {
            return Facts.key(table, row).equals(key)
                    && table.edition()
                            .map(column -> column.text(row))
                            .orElse("")
                            .equals(edition);
        }

        /** The row that is typed. */
        private <R> R fresh(TypedForm<R> form) {
            Table<R> table = form.table();
            Map<String, String> cells = new HashMap<>(untyped(table));
            for (int i = 0; i < form.columns().size(); i++) {
                cells.put(form.columns().get(i).name(), key.part(i));
            }
            cells.put(form.value().name(), fact.value().orElseThrow().toString());
            cells.put("unit", unit.toString());
            cells.put("derivation", derivation());
            cells.put("sources", SOURCE);
            cells.put("reliability", CITATION.reliability().toString());
            cells.put("how", CITATION.how().toString());
            cells.put("note", CITATION.note());
            table.edition().ifPresent(column -> cells.put(column.name(), edition));
            table.revision().ifPresent(column -> cells.put(column.name(), fact.revision()));
            return table.parse(cells, dataset);
        }

        /** What the row says that nobody types: as a row says it that is there, in most tables the one that is replaced. */
        private <R> Map<String, String> untyped(Table<R> table) {
            Optional<TableRow> like = dataset.rows(table).stream()
                    .filter(row -> isLike(table, row))
                    .findFirst()
                    .map(table::row);
            Map<String, String> cells = new HashMap<>(like.map(TableRow::cells).orElse(ImmutableMap.of()));
            if (typedKey.table().isOf(MarketTables.TRADE)) {
                cells.put("flow", key.table());
            } else if (typedKey.table().isOf(QuotaTables.QUOTAS)) {
                cells.putIfAbsent("holder_kind", Holder.Kind.COMPANY.toString());
            } else if (typedKey.table().isOf(ForecastTables.ASSUMPTIONS)) {
                cells.put("origin", Assumption.Origin.ASSUMED.toString());
                cells.put("reason", CITATION.note());
            }
            return cells;
        }

        private <R> boolean isLike(Table<R> table, R row) {
            if (row instanceof Quota quota) {
                return quota.holder().name().equals(key.part(3));
            }
            if (row instanceof Assumption assumption) {
                return isLike(assumption);
            }
            return isOfKey(table, row);
        }

        /** Whether an assumption is the same in another scenario. */
        private boolean isLike(Assumption row) {
            return row.id().equals(key.part(0))
                    && (key.part(2).isEmpty() || Integer.toString(row.step()).equals(key.part(2)));
        }

        private String assumptionName() {
            return dataset.assumptions().stream()
                    .filter(this::isLike)
                    .findFirst()
                    .orElseThrow()
                    .name();
        }

        private void remarkLaterPrice(Price typedPrice) {
            dataset.prices().stream()
                    .filter(row -> row.product().equals(typedPrice.product())
                            && row.grade().equals(typedPrice.grade()))
                    .filter(row ->
                            row.unit().equals(unit) && row.price().known().isPresent())
                    .filter(row ->
                            row.period().last().isAfter(typedPrice.period().last()))
                    .max(Comparator.comparing(row -> row.period().last()))
                    .ifPresent(row -> remarks.add("Profits at the latest prices go by a later one, " + row.price()
                            + " of " + row.period() + "."));
        }

        private Dataset withoutBatches(Dataset with, Quota year) {
            List<Quota> batches =
                    dataset.quotas().stream().filter(row -> isBatch(row, year)).toList();
            if (!batches.isEmpty()) {
                remarks.add("Its " + (batches.size() == 1 ? "batch is" : batches.size() + " batches are")
                        + " taken out, which would still sum to the quota before.");
            }
            return with.toBuilder()
                    .quotas(with.quotas().stream()
                            .filter(row -> !batches.contains(row))
                            .toList())
                    .build();
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
}
