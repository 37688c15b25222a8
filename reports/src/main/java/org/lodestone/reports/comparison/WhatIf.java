package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.Stake;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Source;
import org.lodestone.core.market.Demand;
import org.lodestone.core.market.Price;
import org.lodestone.core.market.TradeFlow;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
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
        Typable known = Typable.parse(table);
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
                throw new IllegalArgumentException(
                        "'" + typed + "' has no '='. Write a key and a value, as in " + Typable.QUOTA.example() + ".");
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
            return switch (typedKey.table()) {
                case FIGURE ->
                    Words.inSentence(dataset.measure(key.part(0)).name()) + " of " + key.part(1) + " "
                            + (key.part(2) + " " + key.part(3)).strip() + edition;
                case QUOTA ->
                    "the " + key.part(1) + " quota of " + key.part(0)
                            + (key.part(4).equals("year") ? "" : ", batch " + key.part(4))
                            + (key.part(2).equals("all") ? "" : ", " + key.part(2) + " ore")
                            + (key.part(3).equals("all") ? "" : ", " + key.part(3));
                case PRICE -> "the price of " + (key.part(0) + " " + key.part(2)).strip() + " " + when(1) + edition;
                case IMPORT ->
                    "imports of " + key.part(0) + " from " + key.part(1) + ", " + key.part(2) + ", " + when(3);
                case EXPORT -> "exports of " + key.part(0) + " to " + key.part(1) + ", " + key.part(2) + ", " + when(3);
                case FACT ->
                    key.part(1).replace('-', ' ') + " of "
                            + Optional.ofNullable(dataset.companies().get(key.part(0)))
                                    .map(Company::name)
                                    .orElse(key.part(0))
                            + ", " + key.part(2);
                case ASSUMPTION -> "the assumption “" + assumption().name() + "” in scenario " + key.part(1);
                case DEMAND -> "demand for " + key.part(0) + ", " + key.part(1) + ", " + when(2) + ", " + key.part(3);
                case STAKE -> "the stake of " + key.part(0) + " in " + key.part(1);
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
            return typed.table() == Typable.QUOTA && !typed.key().part(4).equals("year");
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
            List<Typable.Part> of = part.table().parts();
            for (int i = 0; i < parts.size(); i++) {
                if (of.get(i) == Typable.Part.BATCH) {
                    parts.set(i, "year");
                } else if (of.get(i).kind() == Typable.Part.Kind.PERIOD) {
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
            if (typedKey.table() != Typable.FIGURE) {
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
                if (!fits && typedKey.table() != Typable.PRICE) {
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
            if (!(value.value() instanceof Observation.Missing)) {
                remarks.add("The number has no unit of its own; it is taken in " + near.get(0)
                        + (known.isEmpty() ? ", as others like it are." : ", as what it replaces."));
            }
            return near.get(0);
        }

        /** The units of facts of the same thing: of the company where it has any, and else of all. */
        private List<Unit> unitsNearby() {
            int what =
                    switch (typedKey.table()) {
                        case QUOTA, FACT -> 1;
                        case IMPORT, EXPORT -> 2;
                        default -> 0;
                    };
            List<Fact> alike = Facts.of(dataset).stream()
                    .filter(one -> one.key().table().equals(key.table()))
                    .filter(one -> one.key().part(what).equals(key.part(what)))
                    .filter(one -> one.edition().equals(edition) || typedKey.table() != Typable.PRICE)
                    .toList();
            List<Fact> closer = alike.stream()
                    .filter(one -> one.key().part(0).equals(key.part(0)))
                    .toList();
            return (closer.isEmpty() ? alike : closer)
                    .stream().flatMap(one -> one.unit().stream()).distinct().toList();
        }

        // ------------------------------------------------------------ the dataset with it

        Dataset result() {
            return switch (typedKey.table()) {
                case FIGURE -> dataset.toBuilder().figures(figures()).build();
                case QUOTA -> quota();
                case PRICE -> dataset.toBuilder().prices(prices()).build();
                case IMPORT, EXPORT -> trade();
                case FACT ->
                    dataset.toBuilder()
                            .facts(with(dataset.facts(), Facts::key, one -> true, companyFact()))
                            .build();
                case ASSUMPTION ->
                    dataset.toBuilder()
                            .assumptions(with(dataset.assumptions(), Facts::key, one -> true, assumption()))
                            .build();
                case DEMAND ->
                    dataset.toBuilder()
                            .demand(with(dataset.demand(), Facts::key, one -> true, demand()))
                            .build();
                case STAKE ->
                    dataset.toBuilder()
                            .stakes(with(dataset.stakes(), Facts::key, one -> true, stake()))
                            .build();
            };
        }

        /** The rows with a new one in place of those under its key; at the end where there are none. */
        private <T> List<T> with(List<T> rows, Function<T, FactKey> keyOf, Predicate<T> also, T fresh) {
            List<T> all = new ArrayList<>();
            boolean placed = false;
            for (T row : rows) {
                if (!keyOf.apply(row).equals(key) || !also.test(row)) {
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

        private Observation observation() {
            return fact.value().orElseThrow();
        }

        private Period period(int part) {
            return Period.parse(key.part(part));
        }

        private List<Figure> figures() {
            Figure fresh = new Figure(
                    dataset.measure(key.part(0)),
                    Place.parse(key.part(1)),
                    period(2),
                    key.part(3),
                    edition,
                    fact.revision(),
                    observation(),
                    unit,
                    CITATION,
                    0);
            return with(dataset.figures(), Facts::key, row -> row.edition().equals(edition), fresh);
        }

        private List<Price> prices() {
            Price.Vat vat = dataset.prices().stream()
                    .filter(row -> Facts.key(row).equals(key) && row.edition().equals(edition))
                    .map(Price::vat)
                    .findFirst()
                    .orElse(Price.Vat.NOT_STATED);
            dataset.prices().stream()
                    .filter(row ->
                            row.product().equals(key.part(0)) && row.grade().equals(key.part(2)))
                    .filter(row ->
                            row.unit().equals(unit) && row.price().known().isPresent())
                    .filter(row -> row.period().last().isAfter(period(1).last()))
                    .max(Comparator.comparing(row -> row.period().last()))
                    .ifPresent(row -> remarks.add("Profits at the latest prices go by a later one, " + row.price()
                            + " of " + row.period() + "."));
            Price fresh = new Price(key.part(0), key.part(2), period(1), observation(), unit, edition, vat, CITATION);
            return with(
                    dataset.prices(),
                    Facts::key,
                    row -> row.edition().equals(edition) && row.unit().comparableWith(unit),
                    fresh);
        }

        private Dataset quota() {
            Holder holder = dataset.quotas().stream()
                    .map(Quota::holder)
                    .filter(one -> one.name().equals(key.part(3)))
                    .findFirst()
                    .orElseGet(() -> new Holder(Holder.Kind.COMPANY, key.part(3)));
            Ore ore = Ore.valueOf(key.part(2).toUpperCase(Locale.ROOT));
            Quota fresh = new Quota(
                    period(0), key.part(4), key.part(1), ore, holder, observation(), unit, derivation(), CITATION, 0);
            List<Quota> batches =
                    dataset.quotas().stream().filter(row -> isBatch(row, fresh)).toList();
            if (!batches.isEmpty()) {
                remarks.add("Its " + (batches.size() == 1 ? "batch is" : batches.size() + " batches are")
                        + " taken out, which would still sum to the quota before.");
            }
            Dataset with = dataset.toBuilder()
                    .quotas(with(dataset.quotas(), Facts::key, one -> true, fresh).stream()
                            .filter(row -> !batches.contains(row))
                            .toList())
                    .build();
            return new ForecastLinks(with, remarks).ofQuota(fresh);
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

        private Dataset trade() {
            TradeFlow.Flow flow = typedKey.table() == Typable.IMPORT ? TradeFlow.Flow.IMPORT : TradeFlow.Flow.EXPORT;
            TradeFlow fresh = new TradeFlow(
                    Place.parse(key.part(0)),
                    flow,
                    Place.parse(key.part(1)),
                    key.part(2),
                    period(3),
                    observation(),
                    unit,
                    derivation(),
                    CITATION);
            Dataset with = dataset.toBuilder()
                    .trade(with(dataset.trade(), Facts::key, one -> true, fresh))
                    .build();
            return new ForecastLinks(with, remarks).ofTrade(fresh);
        }

        private String derivation() {
            return value.times()
                    .map(times -> value.value() + " x " + times.toPlainString())
                    .orElse("");
        }

        private CompanyFact companyFact() {
            return new CompanyFact(
                    key.part(0), key.part(1), key.part(2), observation(), unit, key.part(3), derivation(), CITATION);
        }

        private Assumption assumption() {
            Assumption like = dataset.assumptions().stream()
                    .filter(row -> row.id().equals(key.part(0)))
                    .filter(row -> key.part(2).isEmpty()
                            || Integer.toString(row.step()).equals(key.part(2)))
                    .findFirst()
                    .orElseThrow();
            return new Assumption(
                    like.id(),
                    key.part(1),
                    key.part(2).isEmpty() ? 0 : Integer.parseInt(key.part(2)),
                    like.name(),
                    observation(),
                    unit,
                    like.period(),
                    Assumption.Origin.ASSUMED,
                    CITATION.note(),
                    CITATION.sources());
        }

        private Demand demand() {
            return new Demand(key.part(0), key.part(1), period(2), key.part(3), observation(), unit, CITATION);
        }

        private Stake stake() {
            return new Stake(key.part(0), key.part(1), observation(), key.part(2), CITATION);
        }
    }
}
