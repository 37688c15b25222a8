package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;

/** Supplies in the edition that is used and in the newest, side by side. */
final class EditionChanges {

    /** A line: what it is, in the edition used and in the newest. */
    private record Change(String what, Optional<Key> used, Optional<Key> newest, Shown shown) {

        Row row() {
            return new Row(
                    Row.Kind.BODY,
                    ImmutableList.of(new Cell.Words(what), Cell.of(used, shown), Cell.of(newest, shown)));
        }
    }

    private EditionChanges() {}

    /** Empty where the edition used is the newest, or the newest has none of the supplies. Puts the newer ones in the model. */
    static Optional<Block> table(Supplies supplies, List<Supply> used, Model.Builder model) {
        Dataset dataset = supplies.dataset();
        Optional<Edition> newest =
                dataset.newest().filter(edition -> !edition.id().equals(dataset.defaultEdition()));
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        for (Supply supply : used) {
            supplies.supply(supply.measure().id(), newest.get().id()).ifPresent(newer -> {
                model.include(newer.model());
                Stream.of(supply.latest(), newer.latest())
                        .distinct()
                        .forEach(year -> changes.addAll(lines(supply, newer, year)));
            });
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "What has changed since: the edition used and the newest",
                        columns(
                                dataset.editionName(dataset.defaultEdition()),
                                dataset.editionName(newest.get().id())),
                        changes.stream().map(Change::row).collect(ImmutableList.toImmutableList()),
                        ImmutableList.of(),
                        ImmutableList.of()));
    }

    private static ImmutableList<Column> columns(String used, String newest) {
        return ImmutableList.of(
                Column.of("", Column.Role.PROSE),
                Column.of(used, Column.Role.VALUE),
                Column.of(newest, Column.Role.VALUE));
    }

    private static List<Change> lines(Supply supply, Supply newer, Period year) {
        Place leader = supply.places().get(0);
        String what = supply.measure().name() + " " + year;
        List<Change> lines = new ArrayList<>();
        lines.add(new Change(
                what + ", " + supply.measure().unit() + (allKnown(supply, newer, year) ? "" : " (sum of known rows)"),
                in(supply, year).map(s -> s.total(year)),
                in(newer, year).map(s -> s.total(year)),
                Shown.WHOLE));
        Optional<Key> before = in(supply, year).flatMap(s -> s.growth(year));
        Optional<Key> after = in(newer, year).flatMap(s -> s.growth(year));
        if (before.isPresent() || after.isPresent()) {
            lines.add(new Change(what + ", growth within the edition", before, after, Shown.PERCENT_2));
        }
        lines.add(new Change(
                leader + ", share of " + Words.inSentence(what),
                in(supply, year).map(s -> s.share(leader, year)),
                in(newer, year).filter(s -> s.places().contains(leader)).map(s -> s.share(leader, year)),
                Shown.PERCENT_2));
        return lines;
    }

    private static boolean allKnown(Supply supply, Supply newer, Period year) {
        return in(supply, year).map(s -> s.allKnown(year)).orElse(true)
                && in(newer, year).map(s -> s.allKnown(year)).orElse(true);
    }

    private static Optional<Supply> in(Supply supply, Period year) {
        return Optional.of(supply).filter(s -> s.years().contains(year));
    }
}
