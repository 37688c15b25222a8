package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.growth.Growth;

/**
 * What a newer edition makes of the figures of an older one: the same place and the same year, twice.
 *
 * @param model the differences; the figures are those of the two supplies
 */
public record SupplyRevisions(Supply older, Supply newer, ImmutableList<Revision> revisions, Model model) {

    /** A place and year that both editions have a figure for. */
    public record Revision(Place place, Period year, Key before, Key after, Key change, Key relative) {}

    /** Compares two editions; empty where they have no year in common. */
    public static Optional<SupplyRevisions> of(Supply older, Supply newer) {
        Model.Builder model = Model.builder().include(older.model()).include(newer.model());
        List<Revision> revisions = new ArrayList<>();
        Term term = Term.of(older.measure()).sub("revision");
        Case between = Case.of(older.edition() + " to " + newer.edition());
        for (Period year : older.years()) {
            if (newer.years().contains(year)) {
                for (Place place : older.rows()) {
                    if (newer.rows().contains(place)) {
                        Key before = older.amount(place, year);
                        Key after = newer.amount(place, year);
                        Key change = term.of(Subject.of(place)).at(year).in(between);
                        model.calculation(change, after.ref().minus(before.ref()));
                        model.calculation(change.sub("relative"), Growth.onYearBefore(after.ref(), before.ref()));
                        revisions.add(new Revision(place, year, before, after, change, change.sub("relative")));
                    }
                }
                Key change = term.key().at(year).in(between);
                Formula after = newer.total(year).ref();
                Formula before = older.total(year).ref();
                model.calculation(change, after.minus(before));
                model.calculation(change.sub("relative"), Growth.onYearBefore(after, before));
                revisions.add(new Revision(
                        Place.WORLD, year, older.total(year), newer.total(year), change, change.sub("relative")));
            }
        }
        return revisions.isEmpty()
                ? Optional.empty()
                : Optional.of(new SupplyRevisions(older, newer, ImmutableList.copyOf(revisions), model.build()));
    }

    /** The revisions that changed something, the totals last. */
    public ImmutableList<Revision> moved() {
        var values = model.values();
        return revisions.stream()
                .filter(revision -> values.number(revision.change()).orElse(0) != 0)
                .collect(ImmutableList.toImmutableList());
    }
}
