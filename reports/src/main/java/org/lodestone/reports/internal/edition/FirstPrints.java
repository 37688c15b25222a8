package org.lodestone.reports.internal.edition;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ONE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * The firmness of a first print: by how much later editions revised what an edition printed first of a year. It is told of the total,
 * once as the sum of rows and once as printed, and of the share of the largest place.
 *
 * <p>The first print of a year is that of the first edition at hand that has it, the last that of the newest. Reserves are stated once
 * for each edition, so that of these each edition is set against the one before. A row that is named without a number on one side is
 * left out of the sums of both; one that a side does not name counts as nothing there.
 */
public final class FirstPrints {

    /** The fewest revisions that make a range. */
    private static final int FEWEST = 2;

    /** The first and the last print of one thing; years differ only where each edition states a year of its own. */
    public record Revision(Supply first, Period firstYear, Supply last, Period year) {

        /** Whether the source marks the first print as an estimate. */
        public boolean isEstimate() {
            return first.isEstimate(firstYear);
        }

        @Override
        public String toString() {
            return OneLine.joined(year, first.edition(), last.edition());
        }
    }

    /** A thing that is printed first and last, and revised in between. */
    public enum Of {
        /** The sum of the rows that both editions have. */
        ROWS("sum of rows"),
        /** The total as printed. */
        PRINTED("printed total"),
        /** The share of the largest place in the sum of rows; a revision of it is a difference. */
        SHARE("share of the largest");

        private final String words;

        Of(String words) {
            this.words = words;
        }
    }

    private final Measure measure;
    private final Supply newest;
    private final ImmutableList<Revision> revisions;
    private final ImmutableList<Revision> ofOneKind;
    private final Calculations values;

    private FirstPrints(Measure measure, Supply newest, ImmutableList<Revision> revisions) {
        this.measure = measure;
        this.newest = newest;
        this.revisions = revisions;
        this.ofOneKind = revisions.stream()
                .filter(one -> one.isEstimate() == isEstimate())
                .collect(toImmutableList());
        this.values = new Calculations(revisions.stream()
                .flatMap(one -> Stream.of(one.first(), one.last(), newest))
                .distinct()
                .map(Supply::model)
                .toArray(Model[]::new));
        for (Of of : Of.values()) {
            revisions.forEach(one -> revision(of, one));
            lowest(of);
            highest(of);
        }
        newestAtLowest();
        newestAtHighest();
        values.close();
    }

    /** The measures of which a year has one amount, or each edition one statement. */
    private static final ImmutableSet<Measure.Kind> KINDS =
            ImmutableSet.of(Measure.Kind.PRODUCTION, Measure.Kind.RESERVES);

    /**
     * The first prints of production or reserves in the series of the edition that is used; empty where no later edition revised one, and
     * of other measures.
     */
    public static Optional<FirstPrints> of(Supplies supplies, String measure) {
        return supplies.supply(measure)
                .filter(supply -> KINDS.contains(supply.measure().kind()))
                .map(supplies::ofOneSeries)
                .map(editions -> editions.stream()
                        .filter(edition -> !edition.observed().isEmpty())
                        .toList())
                .filter(editions -> editions.size() > 1)
                .map(editions -> {
                    Supply newest = editions.get(editions.size() - 1);
                    return new FirstPrints(newest.measure(), newest, revisions(newest.measure(), editions));
                })
                .filter(prints -> !prints.revisions.isEmpty());
    }

    private static ImmutableList<Revision> revisions(Measure measure, List<Supply> editions) {
        List<Revision> all =
                measure.kind() == Measure.Kind.RESERVES ? fromEditionToEdition(editions) : ofYears(editions);
        return all.stream()
                .filter(one -> !comparable(one, one.first(), one.firstYear()).isEmpty())
                .filter(one -> !comparable(one, one.last(), one.year()).isEmpty())
                .collect(toImmutableList());
    }

    private static List<Revision> fromEditionToEdition(List<Supply> editions) {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 1; i < editions.size(); i++) {
            Supply before = editions.get(i - 1);
            revisions.add(new Revision(
                    before, before.latest(), editions.get(i), editions.get(i).latest()));
        }
        return revisions;
    }

    private static List<Revision> ofYears(List<Supply> editions) {
        Map<Period, Supply> first = new LinkedHashMap<>();
        Map<Period, Supply> last = new LinkedHashMap<>();
        for (Supply edition : editions) {
            edition.observed().forEach(year -> {
                first.putIfAbsent(year, edition);
                last.put(year, edition);
            });
        }
        return last.entrySet().stream()
                .map(year -> new Revision(
                        first.getOrDefault(year.getKey(), year.getValue()),
                        year.getKey(),
                        year.getValue(),
                        year.getKey()))
                .filter(one -> !one.first().equals(one.last()))
                .toList();
    }

    // ---------------------------------------------------------------- which

    /** The year of the newest edition, of which nothing later is known. */
    public Period newestYear() {
        return newest.latest();
    }

    /** The place that is the largest in the newest year. */
    public Place largest() {
        return newest.places().get(0);
    }

    /** Whether each edition states a year of its own, so that no year is printed twice. */
    public boolean isFromEditionToEdition() {
        return measure.kind() == Measure.Kind.RESERVES;
    }

    /** Whether what is printed of the newest year is marked as an estimate. */
    public boolean isEstimate() {
        return newest.isEstimate(newestYear());
    }

    /** All that later editions revised, the oldest year first. */
    public ImmutableList<Revision> revisions() {
        return revisions;
    }

    /** The revisions of first prints of the same kind as that of the newest year: of estimates, or of reported figures. */
    public ImmutableList<Revision> ofOneKind() {
        return ofOneKind;
    }

    /** The revisions of one thing that a range is over: none where there are fewer than two. */
    public ImmutableList<Revision> inRange(Of of) {
        ImmutableList<Revision> some =
                ofOneKind.stream().filter(one -> revision(of, one).isPresent()).collect(toImmutableList());
        return some.size() < FEWEST ? ImmutableList.of() : some;
    }

    // ---------------------------------------------------------------- prints

    /** The first print, of the rows that both editions have. */
    public Optional<Key> first(Of of, Revision one) {
        return print(of, one, one.first(), one.firstYear());
    }

    /** The last print, of the rows that both editions have. */
    public Optional<Key> last(Of of, Revision one) {
        return print(of, one, one.last(), one.year());
    }

    private Optional<Key> print(Of of, Revision one, Supply supply, Period year) {
        return switch (of) {
            case ROWS -> Optional.of(total(one, supply, year));
            case PRINTED ->
                supply.printedTotal(year).filter(total -> supply.value(total).isNumber());
            case SHARE ->
                Optional.of(one)
                        .filter(revision -> comparable(revision, supply, year).contains(largest()))
                        .map(revision -> share(revision, supply, year));
        };
    }

    /** The sum of the rows that both editions have; all of them where none is without a number. */
    private Key total(Revision one, Supply supply, Period year) {
        ImmutableList<Place> rows = comparable(one, supply, year);
        return rows.equals(supply.rows())
                ? supply.total(year)
                : key(
                        "sum of rows in both editions",
                        one,
                        supply,
                        year,
                        () -> Formula.sum(Formula.span(rows, place -> supply.amount(place, year))));
    }

    private Key share(Revision one, Supply supply, Period year) {
        return comparable(one, supply, year).equals(supply.rows())
                ? supply.share(largest(), year)
                : key(
                        "share of rows in both editions",
                        one,
                        supply,
                        year,
                        () -> Concentration.share(supply.amount(largest(), year), total(one, supply, year)));
    }

    /** The rows of one side but for those that are named on either without a number. */
    private static ImmutableList<Place> comparable(Revision one, Supply supply, Period year) {
        Set<Place> without = Sets.union(without(one.first(), one.firstYear()), without(one.last(), one.year()));
        return supply.known(year).stream()
                .filter(place -> !without.contains(place))
                .collect(toImmutableList());
    }

    private static Set<Place> without(Supply supply, Period year) {
        return Sets.difference(ImmutableSet.copyOf(supply.rows()), ImmutableSet.copyOf(supply.known(year)));
    }

    // ---------------------------------------------------------------- revisions

    /**
     * The revision of a first print.
     *
     * <pre>r = last / first − 1, of a share: last − first</pre>
     */
    public Optional<Key> revision(Of of, Revision one) {
        return first(of, one)
                .flatMap(first -> last(of, one)
                        .map(last -> values.as(
                                term(of, "revision")
                                        .in(Case.of(one.last().edition()))
                                        .at(one.year()),
                                () -> of == Of.SHARE
                                        ? last.minus(first)
                                        : last.over(first).minus(ONE))));
    }

    /** The lowest of the revisions in range; none where there are fewer than two. */
    public Optional<Key> lowest(Of of) {
        return extreme(of, "lowest revision", Fn.MIN);
    }

    /** The highest of the revisions in range; none where there are fewer than two. */
    public Optional<Key> highest(Of of) {
        return extreme(of, "highest revision", Fn.MAX);
    }

    /**
     * The sum of rows of the newest year, if it is revised by the lowest revision.
     *
     * <pre>q · (1 + r)</pre>
     */
    public Optional<Key> newestAtLowest() {
        return lowest(Of.ROWS).map(revision -> newestRevised("lowest", revision));
    }

    /** The sum of rows of the newest year, if it is revised by the highest revision. */
    public Optional<Key> newestAtHighest() {
        return highest(Of.ROWS).map(revision -> newestRevised("highest", revision));
    }

    private Key newestRevised(String which, Key revision) {
        return values.as(
                Term.of(measure)
                        .sub("sum of rows at the " + which + " revision")
                        .key()
                        .at(newestYear()),
                () -> newest.total(newestYear()).times(ONE.plus(revision)));
    }

    private Optional<Key> extreme(Of of, String what, Fn fn) {
        List<Key> all =
                inRange(of).stream().flatMap(one -> revision(of, one).stream()).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(values.as(term(of, what), () -> Formula.call(fn, Formula.span(all))));
    }

    // ---------------------------------------------------------------- values and keys

    /** The model of all revisions. */
    public Model model() {
        return values.model();
    }

    private Key term(Of of, String what) {
        return Term.of(measure).sub(what + ", " + of.words).key();
    }

    private Key key(String what, Revision one, Supply supply, Period year, Supplier<Formula> formula) {
        String other = (supply.equals(one.first()) ? one.last() : one.first()).edition();
        return values.as(
                Term.of(measure).sub(what).key().at(year).in(Case.of(supply.edition() + " as " + other)), formula);
    }
}
