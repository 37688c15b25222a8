package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.internal.study.Range;

/**
 * The rows of one study.
 *
 * @param assumed the assumptions that may stand in place of a value, by id
 */
record StudyRows(
        String project, String study, ImmutableList<StudyFigure> rows, ImmutableMap<String, Assumption> assumed) {

    /** The studies of a dataset, in the order of its rows. */
    static ImmutableList<StudyRows> of(Dataset dataset) {
        ImmutableMap<String, Assumption> assumed = dataset.assumptions().stream()
                .collect(ImmutableMap.toImmutableMap(Assumption::id, one -> one, (first, other) -> first));
        Map<List<String>, List<StudyFigure>> byStudy = Multimaps.asMap(
                Multimaps.index(dataset.rows(DatasetTables.STUDIES), row -> List.of(row.project(), row.study())));
        return byStudy.values().stream()
                .map(rows ->
                        new StudyRows(rows.get(0).project(), rows.get(0).study(), ImmutableList.copyOf(rows), assumed))
                .collect(toImmutableList());
    }

    /** A study of which no row is known. */
    static StudyRows nothing(String name) {
        return new StudyRows("", name, ImmutableList.of(), ImmutableMap.of());
    }

    /** Project and study, for readers. */
    String name() {
        return name(project, study);
    }

    static String name(String project, String study) {
        return project + ", " + study;
    }

    /** The rows of an item that state a number, or name an assumption that is known. */
    ImmutableList<StudyFigure> of(Item item) {
        return rows.stream()
                .filter(row -> row.item() == item)
                .filter(row -> row.value().isPresent()
                        ? !row.value().get().isMissing()
                        : assumption(row).flatMap(one -> one.value().number()).isPresent())
                .collect(toImmutableList());
    }

    Optional<StudyFigure> first(Item item) {
        return of(item).stream().findFirst();
    }

    /** An item in which further rows widen what the first says; empty where the study has none. */
    Optional<Range> amount(Item item) {
        return of(item).stream().map(this::amount).reduce(StudyAmounts::widened);
    }

    /** The amount that a row states, or that of the assumption it names. */
    Range amount(StudyFigure row) {
        return row.value().isPresent()
                ? StudyAmounts.of(row)
                : assumption(row)
                        .flatMap(one -> one.value().inBaseUnit(one.unit()))
                        .map(number -> Range.of(number.doubleValue()))
                        .orElseThrow();
    }

    /** The assumption that a row names; empty where it states a value. */
    Optional<Assumption> assumption(StudyFigure row) {
        return row.assumption().map(assumed::get);
    }

    /** Years of operation, in whole ones; empty where they are not printed. */
    Optional<Integer> life() {
        return amount(Item.LIFE).map(years -> (int) Math.max(1, Math.round(years.central())));
    }

    /** The unit in which the study is recomputed: millions of its currency. */
    Optional<Unit> money() {
        return rows.stream()
                .flatMap(row -> row.unit().stream())
                .filter(unit -> unit.dimension() == Dimension.MONEY)
                .findFirst()
                .map(unit -> new Unit(Dimension.MONEY, unit.basis(), "mn"));
    }

    /** The products that have a price, in the order of the rows. */
    Stream<String> products() {
        return of(Item.PRICE).stream().map(StudyFigure::product).distinct();
    }

    /** The row of an item of a product. */
    Optional<StudyFigure> of(Item item, String product) {
        return of(item).stream().filter(row -> row.product().equals(product)).findFirst();
    }
}
