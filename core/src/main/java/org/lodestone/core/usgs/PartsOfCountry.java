package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;

/**
 * A country that has several rows above one total: the United States <em>extracted from natural gas</em> and <em>from
 * Cliffside Field</em> in the table of helium.
 *
 * <p>Each row is a figure of its own. The country as a whole is their sum, as long as the printed total leaves room for all
 * rows; where it does not, one of them may be part of another, and there is no sum.
 */
final class PartsOfCountry {

    private PartsOfCountry() {}

    /** The sum of each country of {@code table} that has several rows, each of a part, under {@code total}. */
    static List<UsgsFigure> sums(UsgsFigure total, List<UsgsFigure> table) {
        Map<Place, List<UsgsFigure>> byPlace = table.stream()
                .filter(row -> row.place().isCountry())
                .collect(Collectors.groupingBy(UsgsFigure::place, LinkedHashMap::new, Collectors.toList()));
        List<UsgsFigure> sums = new ArrayList<>();
        for (List<UsgsFigure> rows : byPlace.values()) {
            boolean areParts =
                    rows.size() > 1 && rows.stream().noneMatch(row -> row.part().isEmpty());
            if (areParts && leavesRoom(total, table)) {
                sum(rows).ifPresent(sums::add);
            }
        }
        return ImmutableList.copyOf(sums);
    }

    /** Whether the known rows come to no more than the total, but for rounding of it and of each row. */
    private static boolean leavesRoom(UsgsFigure total, List<UsgsFigure> table) {
        Optional<BigDecimal> printed = total.value().number();
        List<UsgsFigure> rows = table.stream().filter(row -> !row.isWorld()).toList();
        BigDecimal known =
                rows.stream().flatMap(row -> row.value().number().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return printed.filter(world -> {
                    BigDecimal lastDigit = BigDecimal.ONE.scaleByPowerOfTen(
                            -world.stripTrailingZeros().scale());
                    BigDecimal room =
                            lastDigit.add(BigDecimal.valueOf(rows.size())).divide(BigDecimal.valueOf(2));
                    return known.compareTo(world.add(room)) <= 0;
                })
                .isPresent();
    }

    private static Optional<UsgsFigure> sum(List<UsgsFigure> parts) {
        if (parts.stream().anyMatch(part -> part.value().number().isEmpty())) {
            return Optional.empty();
        }
        BigDecimal sum =
                parts.stream().flatMap(part -> part.value().number().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        String told = parts.stream()
                .map(part -> part.value() + " " + part.part())
                .collect(Collectors.joining(" and ", "Sum of ", "."));
        return Optional.of(parts.get(0).replaced(Observation.of(sum), told));
    }
}
