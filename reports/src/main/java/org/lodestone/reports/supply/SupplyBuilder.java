package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.RowsAndTotal;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;

/** Puts together what stands behind the keys of a supply: rows, totals, shares, growth, concentration and ranks. */
final class SupplyBuilder {

    private static final int RANKS = 5;
    /** Sums of decimal fractions may differ in the last bits. */
    private static final int DIGITS = 6;

    private final Measure measure;
    private final Map<Place, Map<Period, Figure>> figures = new LinkedHashMap<>();
    private final ImmutableList<Period> years;
    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final SupplyKeys keys;

    SupplyBuilder(Measure measure, String edition, ImmutableList<Figure> all) {
        this.measure = measure;
        for (Figure figure : all) {
            // what was observed goes before what a case assumes
            figures.computeIfAbsent(figure.place(), place -> new LinkedHashMap<>())
                    .merge(figure.period(), figure, (a, b) -> a.scenarioCase().isEmpty() ? a : b);
        }
        this.years = all.stream()
                .map(Figure::period)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()))
                .asList();
        ImmutableList<Period> observed = years.stream()
                .filter(year -> figures.values().stream()
                        .map(byYear -> byYear.get(year))
                        .anyMatch(figure ->
                                figure != null && figure.scenarioCase().isEmpty()))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Period> best = observed.isEmpty() ? years : observed;
        Period latest = best.get(best.size() - 1);
        List<Place> places = new ArrayList<>(figures.keySet());
        places.removeIf(place -> place.kind() == Place.Kind.WORLD || place.kind() == Place.Kind.OTHER);
        places.sort(Comparator.comparingDouble(
                        (Place place) -> -amount(place, latest).orElse(-1))
                .thenComparing(Place::name));
        this.keys = new SupplyKeys(
                measure, edition, ImmutableList.copyOf(places), figures.containsKey(Place.OTHER), years, observed);
    }

    private OptionalDouble amount(Place place, Period year) {
        Figure figure = figures.getOrDefault(place, ImmutableMap.of()).get(year);
        return figure == null ? OptionalDouble.empty() : figure.value().known();
    }

    Supply build() {
        keys.rows().forEach(place -> model.label(keys.name(place), place.name()));
        int ranks = Math.max(RANKS, keys.places().size());
        for (int i = 1; i <= ranks; i++) {
            model.label(keys.ordinal(i), i);
        }
        for (Period year : years) {
            year(year);
        }
        return new Supply(keys, model.build());
    }

    private void year(Period year) {
        figures.forEach((place, byYear) -> {
            Figure figure = byYear.get(year);
            if (figure != null) {
                model.figure(keys.amount(place, year), inMeasureUnit(figure), figure.citation());
            } else if (place.kind() != Place.Kind.WORLD) {
                model.label(keys.amount(place, year), Observation.Reason.NOT_AVAILABLE.code());
            }
        });
        List<Key> amounts =
                keys.rows().stream().map(place -> keys.amount(place, year)).toList();
        boolean allKnown =
                keys.rows().stream().allMatch(place -> amount(place, year).isPresent());
        Key total = keys.total(year);
        model.calculation(
                total, allKnown ? Formula.sum(Formula.span(amounts)) : Formula.sumOfKnown(Formula.span(amounts)));
        model.calculation(keys.count(year), Formula.countOfKnown(Formula.span(amounts)));
        printed(year, total);
        shares(year, total);
        growth(year, total);
        concentration(year);
        ranks(year);
    }

    /** A figure in the unit of its measure, without a detour over binary fractions. */
    private Value inMeasureUnit(Figure figure) {
        return figure.value()
                .number()
                .filter(number -> !figure.unit().equals(measure.unit()))
                .map(number -> inMeasureUnit(figure, number))
                .map(number -> Value.of(number.doubleValue()))
                .orElse(Value.of(figure.value()));
    }

    private void printed(Period year, Key total) {
        Figure world = figures.getOrDefault(Place.WORLD, ImmutableMap.of()).get(year);
        if (world != null) {
            Key printed = keys.amount(Place.WORLD, year);
            model.calculation(keys.differenceKey(year), total.ref().minus(printed.ref()));
            sumsTo(year, total, world);
            for (Place place : keys.rows()) {
                model.calculation(
                        keys.shareOfPrintedKey(place, year),
                        Concentration.share(keys.amount(place, year).ref(), printed.ref()));
            }
        }
    }

    private void sumsTo(Period year, Key total, Figure printed) {
        if (!inMeasureUnit(printed).isNumber()) {
            return;
        }
        Key rounding = model.computed(
                keys.rounding(year),
                Value.of(rounding(year, printed).doubleValue()),
                "half of the last digit that is printed before zeros, of the total and of each row");
        Formula above = total.ref().minus(keys.amount(Place.WORLD, year).ref());
        boolean allKnown = knownRows(year).size() == keys.rows().size();
        Formula missed = allKnown ? above.magnitude() : above;
        model.calculation(
                keys.sumsKey(year),
                rounding.ref()
                        .minus(missed)
                        .rounded(DIGITS)
                        .isAtLeast(Definitions.ZERO)
                        .then(Definitions.ONE, Definitions.ZERO));
    }

    /** How far the rows may be from the total since it and they are rounded, in the unit of the measure. */
    private BigDecimal rounding(Period year, Figure printed) {
        return keys.rows().stream()
                .flatMap(
                        place -> Optional.ofNullable(
                                figures.getOrDefault(place, ImmutableMap.of()).get(year))
                                .stream())
                .map(row -> inMeasureUnit(row, RowsAndTotal.roundingOfRow(row.value())))
                .reduce(inMeasureUnit(printed, RowsAndTotal.roundingOfTotal(printed.value())), BigDecimal::add);
    }

    private BigDecimal inMeasureUnit(Figure figure, BigDecimal amount) {
        return amount.multiply(figure.unit().scale()).divide(measure.unit().scale(), MathContext.DECIMAL128);
    }

    private void shares(Period year, Key total) {
        for (Place place : keys.rows()) {
            model.calculation(
                    keys.share(place, year),
                    Concentration.share(keys.amount(place, year).ref(), total.ref()));
        }
    }

    private void growth(Period year, Key total) {
        if (year.kind() != Period.Kind.YEAR || !years.contains(year.previous())) {
            return;
        }
        Period before = year.previous();
        if (knownRows(year).equals(knownRows(before))) {
            Formula growth = Growth.onYearBefore(total.ref(), keys.total(before).ref());
            boolean all = knownRows(year).size() == keys.rows().size();
            model.calculation(
                    keys.growthKey(year),
                    all
                            ? growth
                            : keys.count(year)
                                    .ref()
                                    .isEqualTo(keys.count(before).ref())
                                    .then(growth, Formula.text(Value.NOT_AVAILABLE)));
        }
        Map<Period, Figure> printed = figures.getOrDefault(Place.WORLD, ImmutableMap.of());
        if (printed.containsKey(year) && printed.containsKey(before)) {
            model.calculation(
                    keys.growthOfPrintedKey(year),
                    Growth.onYearBefore(
                            keys.amount(Place.WORLD, year).ref(),
                            keys.amount(Place.WORLD, before).ref()));
        }
        for (Place place : keys.rows()) {
            model.calculation(
                    keys.growthKey(place, year),
                    Growth.onYearBefore(
                            keys.amount(place, year).ref(),
                            keys.amount(place, before).ref()));
        }
    }

    private List<Place> knownRows(Period year) {
        return keys.rows().stream()
                .filter(place -> amount(place, year).isPresent())
                .toList();
    }

    private void concentration(Period year) {
        List<Key> amounts =
                keys.places().stream().map(place -> keys.amount(place, year)).toList();
        Formula total = keys.total(year).ref();
        model.calculation(keys.hhi(year), Concentration.hhi(amounts, total));
        if (keys.other() && amount(Place.OTHER, year).isPresent()) {
            model.calculation(
                    keys.hhiWithOthersKey(year),
                    Concentration.hhiWithBlock(
                            keys.hhi(year).ref(), keys.share(Place.OTHER, year).ref()));
        }
        for (int n : new int[] {3, 5}) {
            if (amounts.size() >= n) {
                List<Key> places = new ArrayList<>();
                for (int i = 1; i <= n; i++) {
                    places.add(keys.ordinal(i));
                }
                model.calculation(keys.largestKey(n, year), Concentration.largest(amounts, places, total));
            }
        }
        model.calculation(
                keys.withoutLargest(year),
                Definitions.ONE.minus(Concentration.largest(amounts, List.of(keys.ordinal(1)), total)));
    }

    private void ranks(Period year) {
        ImmutableList<Key> amounts =
                keys.places().stream().map(place -> keys.amount(place, year)).collect(ImmutableList.toImmutableList());
        List<Key> ranks =
                keys.places().stream().map(place -> keys.rank(place, year)).toList();
        for (Place place : keys.places()) {
            model.calculation(keys.rank(place, year), Concentration.rank(keys.amount(place, year), amounts));
        }
        List<Key> names = keys.places().stream().map(keys::name).toList();
        List<Key> shares =
                keys.places().stream().map(place -> keys.share(place, year)).toList();
        for (int i = 1; i <= keys.places().size(); i++) {
            Key place = keys.ordinal(i);
            model.calculation(keys.rankedName(i, year), Concentration.ranked(names, ranks, place));
            model.calculation(keys.rankedAmount(i, year), Concentration.ranked(amounts, ranks, place));
            model.calculation(keys.rankedShare(i, year), Concentration.ranked(shares, ranks, place));
            Formula share = keys.rankedShare(i, year).ref();
            model.calculation(
                    keys.cumulativeShare(i, year),
                    i == 1 ? share : keys.cumulativeShare(i - 1, year).ref().plus(share));
            List<Key> before = new ArrayList<>();
            for (int rank = 1; rank <= i; rank++) {
                before.add(keys.rankedAmount(rank, year));
            }
            model.calculation(
                    keys.restAmount(i, year), keys.total(year).ref().minus(Formula.sum(Formula.span(before))));
            model.calculation(
                    keys.restShare(i, year),
                    Definitions.ONE.minus(keys.cumulativeShare(i, year).ref()));
        }
    }
}
