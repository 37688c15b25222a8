package org.lodestone.reports.heavy;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.ProductUnits;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.HeavyRareEarths;

/**
 * Prices of heavy rare earths: yearly series of a statistical release, and single quotes of others.
 *
 * @param series yearly averages, each year from the newest edition that has it; by element
 * @param years from the first to the last year of any series, without a gap
 * @param quotes prices that are of no edition, by element and time; a range is no number and stays a range
 */
public record HeavyPrices(
        ImmutableList<Series> series, ImmutableList<Period> years, ImmutableList<Quote> quotes, Model model) {

    private static final Term PRICE = Term.of("heavy rare earths").sub("price");

    /**
     * The yearly prices of a product.
     *
     * @param prices by year
     */
    public record Series(String product, String grade, Unit unit, ImmutableSortedMap<Period, Price> prices) {

        /** {@code Dysprosium oxide, 99.5% min}. */
        public String name() {
            return grade.isEmpty() ? product : product + ", " + grade;
        }

        /** The first year with a price. */
        public Period first() {
            return prices.firstKey();
        }

        /** The last year with a price. */
        public Period last() {
            return prices.lastKey();
        }

        @Override
        public String toString() {
            return OneLine.of(OneLine.joined(product, grade), unit, OneLine.count(prices, "price"));
        }
    }

    /** A price that stands by itself: of a day, a quarter, another currency. */
    public record Quote(Price price, Key key) {

        @Override
        public String toString() {
            return price.toString();
        }
    }

    /** The prices of products that name a heavy rare earth; empty where there are none. */
    public static Optional<HeavyPrices> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        List<Price> heavy = dataset.prices().stream()
                .filter(price -> HeavyRareEarths.namedIn(price.product()))
                .sorted(Builder.BY_ELEMENT)
                .toList();
        return heavy.isEmpty() ? Optional.empty() : Optional.of(new Builder(dataset, heavy, Model.builder()).build());
    }

    /** The rows of the dataset that are among them; of two editions of a year only the newer is. */
    public ImmutableSet<Price> rows() {
        return Stream.concat(
                        series.stream().flatMap(one -> one.prices().values().stream()),
                        quotes.stream().map(Quote::price))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The price of a series in a year; empty where no edition has it. */
    public Optional<Key> price(Series series, Period year) {
        return Optional.of(key(series, "", year)).filter(model::has);
    }

    /** Growth on the year before. Where the two years are of different editions, so is what is compared. */
    public Optional<Key> growth(Series series, Period year) {
        return Optional.of(key(series, "growth", year)).filter(model::has);
    }

    /** The last year's price over the first year's. */
    public Key ratio(Series series) {
        return key(series, "last over first", Period.NONE);
    }

    /** The names of the editions that the prices of a year are from. */
    public Key edition(Period year) {
        return PRICE.sub("edition").key().at(year);
    }

    /** The series with the most years. */
    public ImmutableList<Series> longest() {
        int most = series.stream().mapToInt(one -> one.prices().size()).max().orElse(0);
        return series.stream().filter(one -> one.prices().size() == most).collect(ImmutableList.toImmutableList());
    }

    private static Key key(Series series, String part, Period year) {
        Term term = part.isEmpty() ? PRICE : PRICE.sub(part);
        return term.of(Subject.of(series.name() + ", " + series.unit())).at(year);
    }

    /** Puts together what stands behind the keys. */
    private record Builder(Dataset dataset, List<Price> heavy, Model.Builder model) {

        private static final Comparator<Price> BY_ELEMENT = Comparator.comparingInt(
                price -> HeavyRareEarths.place(price.product()).orElse(HeavyRareEarths.ELEMENTS.size()));

        HeavyPrices build() {
            ImmutableList<Series> series = series();
            TreeMap<Period, Set<String>> editions = new TreeMap<>();
            for (Series one : series) {
                figures(one);
                one.prices()
                        .forEach((year, price) -> editions.computeIfAbsent(year, y -> new LinkedHashSet<>())
                                .add(dataset.editionName(price.edition())));
            }
            ImmutableList<Period> years = editions.isEmpty()
                    ? ImmutableList.of()
                    : Period.years(
                            editions.firstKey().year(), editions.lastKey().year());
            for (Period year : years) {
                YearNumber.add(model, year);
                model.label(
                        PRICE.sub("edition").key().at(year), String.join(", ", editions.getOrDefault(year, Set.of())));
            }
            return new HeavyPrices(series, years, quotes(), model.build());
        }

        private boolean inSeries(Price price) {
            return price.period().kind() == Period.Kind.YEAR
                    && dataset.editions().containsKey(price.edition());
        }

        private ImmutableList<Series> series() {
            record Product(String product, String grade, Unit unit) {}
            Map<Product, TreeMap<Period, Price>> byProduct = new LinkedHashMap<>();
            for (Price price : heavy) {
                if (inSeries(price)) {
                    byProduct
                            .computeIfAbsent(
                                    new Product(price.product(), price.grade(), price.unit()), p -> new TreeMap<>())
                            .merge(price.period(), price, this::newer);
                }
            }
            return byProduct.entrySet().stream()
                    .map(entry -> new Series(
                            entry.getKey().product(),
                            entry.getKey().grade(),
                            entry.getKey().unit(),
                            ImmutableSortedMap.copyOfSorted(entry.getValue())))
                    .collect(ImmutableList.toImmutableList());
        }

        private Price newer(Price one, Price other) {
            return dataset.released(one.edition()).compareTo(dataset.released(other.edition())) >= 0 ? one : other;
        }

        private void figures(Series series) {
            series.prices().forEach((year, price) -> {
                model.figure(
                        key(series, "", year),
                        Value.of(price.price()),
                        ProductUnits.of(dataset, price),
                        withYears(series, price));
                if (series.prices().containsKey(year.previous())) {
                    model.calculation(
                            key(series, "growth", year),
                            Growth.onYearBefore(key(series, "", year), key(series, "", year.previous())));
                }
            });
            model.calculation(
                    key(series, "last over first", Period.NONE),
                    key(series, "", series.last()).over(key(series, "", series.first())));
        }

        /** A remark stands below the whole table, so it says which years it is about. */
        private static Citation withYears(Series series, Price price) {
            Citation citation = price.citation();
            if (citation.note().isEmpty()) {
                return citation;
            }
            String years = series.prices().values().stream()
                    .filter(other -> other.citation().note().equals(citation.note()))
                    .map(other -> other.period().toString())
                    .collect(Collectors.joining(", "));
            return citation.withNote(years + ": " + citation.note());
        }

        private ImmutableList<Quote> quotes() {
            List<Price> single = heavy.stream()
                    .filter(price -> !inSeries(price))
                    .sorted(BY_ELEMENT.thenComparing(Price::product).thenComparing(Price::period))
                    .toList();
            ImmutableList.Builder<Quote> quotes = ImmutableList.builder();
            for (int i = 0; i < single.size(); i++) {
                Price price = single.get(i);
                Key key =
                        PRICE.of(Subject.of(price.product())).at(price.period()).in(Case.of("quote " + (i + 1)));
                quotes.add(new Quote(
                        price,
                        model.figure(key, Value.of(price.price()), ProductUnits.of(dataset, price), price.citation())));
            }
            return quotes.build();
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                "prices", series.stream().map(Series::product).distinct().toList(), OneLine.count(years, "year"));
    }
}
