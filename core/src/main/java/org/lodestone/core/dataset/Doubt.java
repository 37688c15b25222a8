package org.lodestone.core.dataset;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * Figures that can be read and can hardly be meant, because a unit is another than their source says: reserves that would not
 * last a year, or outlast any that are known, and figures that are a thousand times those of the edition before.
 *
 * <p>The data of MCS 2026 print the reserves of vanadium in metric tons, and in the chapter they are in thousands of them.
 *
 * @param measure in the unit of which there is doubt
 * @param edition the id of the edition whose figures are doubted
 * @param reason what is doubtful, as sentences
 */
public record Doubt(Measure measure, String edition, String reason) {

    /** Soda ash has the reserves that last longest of those that releases print, 1,300 years. */
    public static final int LONGEST_LIFE = 5_000;

    /** A factor from which on a change is that of a unit rather than of an amount: nearly a thousand. */
    public static final int OF_A_UNIT = 500;

    private static final String REMEDY = " Maybe a unit or a column is another than the source says; look it up there.";

    /** All doubts about the observed figures of a dataset, by measure and edition. */
    static ImmutableList<Doubt> about(Dataset dataset) {
        ImmutableList.Builder<Doubt> doubts = ImmutableList.builder();
        Map<String, Map<String, List<Figure>>> observed = observed(dataset);
        for (Measure measure : dataset.measures().values()) {
            Map<String, List<Figure>> byEdition = observed.getOrDefault(measure.id(), Map.of());
            if (measure.kind() == Kind.RESERVES) {
                byEdition.forEach((edition, held) ->
                        life(dataset, measure, edition, held, observed).ifPresent(doubts::add));
            }
            List<Edition> editions = byEdition.keySet().stream()
                    .flatMap(id -> dataset.edition(id).stream())
                    .sorted(Comparator.comparing(Edition::released))
                    .toList();
            for (Edition newer : editions) {
                editions.stream()
                        .filter(older -> older.series().equals(newer.series())
                                && older.released().compareTo(newer.released()) < 0)
                        .reduce((first, second) -> second)
                        .flatMap(older -> jump(
                                measure,
                                older,
                                byEdition.getOrDefault(older.id(), List.of()),
                                newer,
                                byEdition.getOrDefault(newer.id(), List.of())))
                        .ifPresent(doubts::add);
            }
        }
        return doubts.build();
    }

    /** Whether one amount is so many times the other that a unit is in doubt. */
    public static boolean isOfAUnit(double before, double after) {
        double times = after / before;
        return before > 0 && after > 0 && (times >= OF_A_UNIT || times <= 1.0 / OF_A_UNIT);
    }

    /** The figures with a number that are no outlook, by measure and edition. */
    private static Map<String, Map<String, List<Figure>>> observed(Dataset dataset) {
        return dataset.figures().stream()
                .filter(figure -> figure.scenarioCase().isEmpty()
                        && figure.value().number().isPresent())
                .collect(groupingBy(
                        figure -> figure.measure().id(), groupingBy(Figure::edition, LinkedHashMap::new, toList())));
    }

    // ---------------------------------------------------------------- how long reserves last

    private static Optional<Doubt> life(
            Dataset dataset,
            Measure reserves,
            String edition,
            List<Figure> held,
            Map<String, Map<String, List<Figure>>> observed) {
        Stream<Figure> mined = dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Kind.PRODUCTION
                        && measure.stage().equals(reserves.stage())
                        && measure.unit().comparableWith(reserves.unit()))
                .findFirst()
                .stream()
                .flatMap(measure ->
                        observed.getOrDefault(measure.id(), Map.of()).getOrDefault(edition, List.of()).stream());
        Optional<Total> output = Total.newest(mined.toList());
        return Total.newest(held)
                .flatMap(total -> output.flatMap(made -> {
                    double years = total.sum().doubleValue() / made.sum().doubleValue();
                    if (years <= 0 || (years >= 1 && years <= LONGEST_LIFE)) {
                        return Optional.empty();
                    }
                    return Optional.of(new Doubt(
                            reserves,
                            edition,
                            String.format(
                                    Locale.ROOT,
                                    "%s, %s: the rows sum to %s, %s the %s produced in %s.%s",
                                    dataset.editionName(edition),
                                    Words.inSentence(reserves.name()),
                                    total,
                                    years < 1 ? "less than" : String.format(Locale.ROOT, "%,.0f times", years),
                                    made,
                                    made.year(),
                                    REMEDY)));
                }));
    }

    /** The sum of what is known of countries in a year. */
    private record Total(Period year, List<Figure> rows) {

        /** The total of the newest year; empty where nothing is made. */
        static Optional<Total> newest(List<Figure> figures) {
            List<Figure> rows = figures.stream()
                    .filter(figure -> !figure.place().equals(Place.WORLD))
                    .toList();
            return rows.stream()
                    .map(Figure::period)
                    .max(Comparator.naturalOrder())
                    .map(year -> new Total(
                            year,
                            rows.stream()
                                    .filter(figure -> figure.period().equals(year))
                                    .toList()))
                    .filter(total -> total.sum().signum() > 0);
        }

        /** In the smallest unit of its dimension. */
        BigDecimal sum() {
            return rows.stream().map(Doubt::inBaseUnit).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        @Override
        public String toString() {
            Unit unit = rows.get(0).unit();
            return String.format(Locale.ROOT, "%,.0f %s", sum().divide(unit.scale(), MathContext.DECIMAL64), unit);
        }
    }

    private static BigDecimal inBaseUnit(Figure figure) {
        return figure.value().inBaseUnit(figure.unit()).orElseThrow();
    }

    // ---------------------------------------------------------------- what changed between editions

    /** The figures of places that a newer edition has changed a thousandfold; of the same year, or of the newest reserves. */
    private static Optional<Doubt> jump(
            Measure measure, Edition older, List<Figure> before, Edition newer, List<Figure> after) {
        Function<Figure, Object> of =
                measure.kind() == Kind.RESERVES ? Figure::place : figure -> List.of(figure.place(), figure.period());
        Map<Object, Figure> last = new HashMap<>();
        before.forEach(figure -> last.put(of.apply(figure), figure));
        List<List<Figure>> compared = after.stream()
                .flatMap(figure -> Stream.ofNullable(last.get(of.apply(figure))).map(other -> List.of(other, figure)))
                .toList();
        List<List<Figure>> jumped = compared.stream()
                .filter(pair -> isOfAUnit(
                        inBaseUnit(pair.get(0)).doubleValue(),
                        inBaseUnit(pair.get(1)).doubleValue()))
                .toList();
        return jumped.stream().findFirst().map(first -> {
            Figure was = first.get(0);
            Figure is = first.get(1);
            return new Doubt(
                    measure,
                    newer.id(),
                    String.format(
                            Locale.ROOT,
                            "%s, %s: %s has %s %s in %s, and %s %s in %s of %s; so %d of %d figures moved by a factor of %,d or"
                                    + " more.%s",
                            newer.name(),
                            Words.inSentence(measure.name()),
                            is.place().name(),
                            is.value(),
                            is.unit(),
                            is.period(),
                            was.value(),
                            was.unit(),
                            was.period(),
                            older.name(),
                            jumped.size(),
                            compared.size(),
                            OF_A_UNIT,
                            REMEDY));
        });
    }

    @Override
    public String toString() {
        return reason;
    }
}
