package org.lodestone.core.usgs;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;

/**
 * A world table in which the rows of some countries say more than the others: <em>Mine production: crude</em> for one and
 * <em>Mine production</em> for the rest and the total.
 *
 * <p>Where each country stands in it once, above one total, the total is of all of them: they are one measure, and what a
 * row says more is a note on it. Where a country stands in it twice, or there are two totals, these are measures of their
 * own (ilmenite and rutile); and so they are where the total is not applicable, since what cannot be added is not one thing.
 */
final class OneTable {

    /** The rows of one total: those of a statistic in a year. */
    private record Rows(
            String edition,
            String chapter,
            String commodity,
            Measure.Kind kind,
            Dimension dimension,
            String unit,
            String period) {
        static Rows of(UsgsFigure figure) {
            return new Rows(
                    figure.edition(),
                    figure.chapter(),
                    figure.commodity(),
                    figure.kind(),
                    figure.unit().dimension(),
                    figure.unit().word(),
                    figure.period().toString());
        }
    }

    private OneTable() {}

    /** The figures, those of one table under the name and on the basis of its total. */
    static List<UsgsFigure> gathered(List<UsgsFigure> figures) {
        Map<Rows, List<UsgsFigure>> tables = new LinkedHashMap<>();
        for (UsgsFigure figure : figures) {
            if (figure.table() == UsgsFigure.Table.WORLD) {
                tables.computeIfAbsent(Rows.of(figure), rows -> new ArrayList<>())
                        .add(figure);
            }
        }
        Map<Rows, UsgsFigure> totals = new HashMap<>();
        tables.forEach((rows, table) -> total(table).ifPresent(total -> totals.put(rows, total)));
        return figures.stream()
                .map(figure -> {
                    UsgsFigure total = totals.get(Rows.of(figure));
                    return figure.table() != UsgsFigure.Table.WORLD || total == null ? figure : under(total, figure);
                })
                .toList();
    }

    /** The total of all rows, where there is one. */
    private static Optional<UsgsFigure> total(List<UsgsFigure> rows) {
        Set<Place> places = new HashSet<>();
        return rows.stream().allMatch(row -> places.add(row.place()))
                ? rows.stream()
                        .filter(row -> row.place().equals(Place.WORLD))
                        .filter(row -> !isNotApplicable(row.value()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isNotApplicable(Observation value) {
        return value instanceof Observation.Missing missing && missing.reason() == Observation.Reason.NOT_APPLICABLE;
    }

    private static UsgsFigure under(UsgsFigure total, UsgsFigure figure) {
        if (figure.name().equalsIgnoreCase(total.name())) {
            return figure;
        }
        return figure.within(total, more(total.name(), figure.name()));
    }

    /** What a row says more than its total, as a sentence: {@code Crude.} */
    private static String more(String total, String row) {
        String lower = row.toLowerCase(Locale.ROOT);
        String common = Strings.commonPrefix(total.toLowerCase(Locale.ROOT), lower);
        String rest = common.length() == total.length() ? row.substring(common.length()) : row;
        String words = rest.replaceFirst("^[:,—\\s]+", "");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
