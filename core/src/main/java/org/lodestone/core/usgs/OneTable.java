package org.lodestone.core.usgs;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;

/**
 * A world table in which the rows of some countries say more than the others: <em>Mine production: crude</em> for one and
 * <em>Mine production</em> for the rest and the total, or {@code Brazil (beneficiated)} among other countries.
 *
 * <p>Where each country stands in it once, above one total, the total is of all of them: they are one measure, and what a
 * row says more is a note on it. Where a country stands in it twice, or there are two totals, these are measures of their
 * own (ilmenite and rutile); and so they are where the total is not applicable, since what cannot be added is not one thing.
 *
 * <p>What stands with the name of a country is settled first, among the rows of one type. Where a country has several rows
 * above one total, as the United States have for helium, {@link PartsOfCountry} adds them.
 */
final class OneTable {

    /**
     * Figures after they were gathered, and sums of them.
     *
     * @param figures each of those that were given
     * @param sums of countries that have several rows in one table
     */
    record Gathered(List<UsgsFigure> figures, ImmutableList<UsgsFigure> sums) {}

    private OneTable() {}

    /** All that the rows of one total have in common: those of a statistic in a year. */
    static List<Object> ofTotal(UsgsFigure figure) {
        return List.of(
                figure.edition(),
                figure.chapter(),
                figure.commodity(),
                figure.kind(),
                figure.unit().dimension(),
                figure.unit().word(),
                figure.period().toString());
    }

    /** The same of the rows of one type. */
    static List<Object> ofType(UsgsFigure figure) {
        return List.of(ofTotal(figure), figure.name().toLowerCase(Locale.ROOT));
    }

    /** The figures, those of one table under the name and on the basis of its total. */
    static Gathered gathered(List<UsgsFigure> figures) {
        ImmutableList.Builder<UsgsFigure> sums = ImmutableList.builder();
        List<UsgsFigure> settled = eachTable(figures, OneTable::ofType, table -> {
            Optional<UsgsFigure> total = total(table);
            if (total.isPresent() && isOncePerPlace(table)) {
                return table.stream().map(UsgsFigure::ofWholePlace).toList();
            }
            total.ifPresent(world -> sums.addAll(PartsOfCountry.sums(world, table)));
            return table.stream().map(UsgsFigure::ofPart).toList();
        });
        List<UsgsFigure> gathered = eachTable(
                settled,
                OneTable::ofTotal,
                table -> isOncePerPlace(table)
                        ? total(table)
                                .map(total -> table.stream()
                                        .map(figure -> under(total, figure))
                                        .toList())
                                .orElse(table)
                        : table);
        return new Gathered(gathered, sums.build());
    }

    /** The figures in their order, with those of each world table replaced one for one. */
    private static List<UsgsFigure> eachTable(
            List<UsgsFigure> figures,
            Function<UsgsFigure, List<Object>> tableOf,
            Function<List<UsgsFigure>, List<UsgsFigure>> replaced) {
        Map<List<Object>, List<Integer>> tables = new LinkedHashMap<>();
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).table() == UsgsFigure.Table.WORLD) {
                tables.computeIfAbsent(tableOf.apply(figures.get(i)), table -> new ArrayList<>())
                        .add(i);
            }
        }
        List<UsgsFigure> all = new ArrayList<>(figures);
        tables.values().forEach(places -> {
            List<UsgsFigure> table =
                    replaced.apply(places.stream().map(figures::get).toList());
            for (int i = 0; i < table.size(); i++) {
                all.set(places.get(i), table.get(i));
            }
        });
        return all;
    }

    private static boolean isOncePerPlace(List<UsgsFigure> rows) {
        Set<Place> places = new HashSet<>();
        return rows.stream().allMatch(row -> places.add(row.place()));
    }

    /** The total of all rows, where there is one alone that can be. */
    private static Optional<UsgsFigure> total(List<UsgsFigure> rows) {
        List<UsgsFigure> totals = rows.stream().filter(UsgsFigure::isWorld).toList();
        return totals.size() == 1
                ? Optional.of(totals.get(0)).filter(total -> !isNotApplicable(total.value()))
                : Optional.empty();
    }

    static boolean isNotApplicable(Observation value) {
        return value.printed().equals(Observation.Reason.NOT_APPLICABLE.code());
    }

    private static UsgsFigure under(UsgsFigure total, UsgsFigure figure) {
        if (figure.name().equalsIgnoreCase(total.name())) {
            return figure;
        }
        String more = more(total.name(), figure.name());
        return more.isEmpty() ? figure.within(total) : figure.within(total, PrintedPlace.sentence(more));
    }

    /** The words of a row that its total does not have: {@code crude}. */
    private static String more(String total, String row) {
        String lower = row.toLowerCase(Locale.ROOT);
        String common = Strings.commonPrefix(total.toLowerCase(Locale.ROOT), lower);
        String rest = common.length() == total.length() ? row.substring(common.length()) : row;
        return rest.replaceFirst("^[:,—\\s]+", "");
    }
}
