package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Doubt;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.supply.Supply;

/**
 * Two datasets side by side: what differs, and what that does.
 *
 * <p>Of each, the default edition is meant. Where the two editions are different releases of one series, each side is taken as
 * it stood when its edition came out: what the series published later is left out of it. Assumptions and other series stay.
 * Of other editions that both sides have, the measures of which figures differ are compared as well.
 *
 * @param before as it was compared
 * @param after as it was compared
 * @param from what the older side is called: {@code MCS 2025}
 * @param to what the newer side is called
 * @param differences the facts that differ, revisions, new and dropped ones, in the order of the tables
 * @param tables the tables of which rows differ, whatever they are about
 * @param others what differs outside the tables
 * @param supplies the measures and years in which an amount was revised, with the parts of each change
 * @param claims every claim of either side
 * @param conclusions every conclusion in every scenario that both sides have
 * @param companies the companies of the newer side's screen, the first by rank first
 * @param profits the companies whose earnings both sides can work out
 * @param gains of companies, with the balance and the price; empty where a side forecasts none
 * @param notComparable what could not be set side by side
 * @param model what stands behind the keys; of the newer side with the analyses it comes from
 */
public record Comparison(
        Dataset before,
        Dataset after,
        String from,
        String to,
        ImmutableList<Difference> differences,
        ImmutableList<TableDifference> tables,
        ImmutableList<OtherDifference> others,
        ImmutableList<SupplyShift> supplies,
        ImmutableList<ClaimShift> claims,
        ImmutableList<ConclusionShift> conclusions,
        ImmutableList<CompanyShift> companies,
        ImmutableList<CompanyShift.Profit> profits,
        Optional<GainShift> gains,
        ImmutableList<NotComparable> notComparable,
        Model model) {

    /** A thing that could not be set side by side, and the reason. */
    public record NotComparable(String what, String reason) {

        @Override
        public String toString() {
            return OneLine.of(what, reason);
        }
    }

    /**
     * A value on both sides, by its keys in the model of the comparison.
     *
     * @param moved whether the two differ
     */
    public record Pair(Key before, Key after, boolean moved) {

        @Override
        public String toString() {
            return OneLine.of(after, moved ? "moved" : "not moved");
        }
    }

    /** The two datasets compared, the older first. */
    public static Comparison of(Dataset before, Dataset after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        boolean releases = areReleases(before, after);
        return of(Side.of(releases ? AsOf.edition(before) : before), Side.of(releases ? AsOf.edition(after) : after));
    }

    /** The dataset as the newer side of a comparison with another is taken: see the class. */
    public static Dataset asCompared(Dataset before, Dataset after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        return areReleases(before, after) ? AsOf.edition(after) : after;
    }

    /** Sets a dataset beside the analyses of another, which a pack has worked out already. */
    public static Comparison of(Dataset before, Side after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        return of(Side.of(areReleases(before, after.dataset()) ? AsOf.edition(before) : before), after);
    }

    static Comparison of(Side before, Side after) {
        return new Builder(before, after).build();
    }

    /** Whether the default editions are two releases of one series. */
    private static boolean areReleases(Dataset before, Dataset after) {
        return before.edition(before.defaultEdition())
                .flatMap(older -> after.edition(after.defaultEdition())
                        .filter(newer -> !newer.id().equals(older.id()))
                        .filter(newer -> newer.series().equals(older.series())))
                .isPresent();
    }

    /** The value of a key of the comparison. Throws if it has no such key. */
    public Value value(Key key) {
        return model.value(key);
    }

    /** The differences of one kind. */
    public ImmutableList<Difference> differences(Difference.Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).collect(toImmutableList());
    }

    /** The claims of which one thing became. */
    public ImmutableList<ClaimShift> claims(ClaimShift.Kind kind) {
        return claims.stream().filter(one -> one.kind() == kind).collect(toImmutableList());
    }

    /** The conclusions that hold on one side only. */
    public ImmutableList<ConclusionShift> turned() {
        return conclusions.stream().filter(ConclusionShift::turned).collect(toImmutableList());
    }

    /** Whether any conclusion, rank or profit came out otherwise. */
    public boolean movesResults() {
        return conclusions.stream().anyMatch(one -> one.moved() || one.turned())
                || companies.stream().anyMatch(CompanyShift::moved)
                || profits.stream().anyMatch(CompanyShift.Profit::moved);
    }

    /** Whether nothing at all differs: no row of a table, nothing outside them, and no result. */
    public boolean isNothing() {
        return tables.isEmpty()
                && others.isEmpty()
                && differences.isEmpty()
                && supplies.isEmpty()
                && !movesResults()
                && claims.stream()
                        .allMatch(one ->
                                one.kind() == ClaimShift.Kind.HELD || one.kind() == ClaimShift.Kind.NOT_COMPARABLE)
                && notComparable.isEmpty();
    }

    /** Sets the two sides beside each other, finding by finding. */
    private static final class Builder {

        private final Side before;
        private final Side after;
        private final String from;
        private final String to;
        private final Pairs pairs;
        private final ImmutableList.Builder<NotComparable> not = ImmutableList.builder();

        Builder(Side before, Side after) {
            this.before = before;
            this.after = after;
            List<String> names = names(before.dataset(), after.dataset());
            this.from = names.get(0);
            this.to = names.get(1);
            this.pairs = new Pairs(from);
        }

        /** The two editions, or else the two datasets, by name; where both are the same, before and after. */
        private static List<String> names(Dataset before, Dataset after) {
            String was = before.editionName(before.defaultEdition());
            String is = after.editionName(after.defaultEdition());
            if (!before.resource().equals(after.resource())) {
                return List.of(before.name(), after.name());
            }
            if (!was.equals(is) && !was.isEmpty() && !is.isEmpty()) {
                return List.of(was, is);
            }
            return before.name().equals(after.name())
                    ? List.of("before", "after")
                    : List.of(before.name(), after.name());
        }

        Comparison build() {
            ImmutableList<Difference> differences = Differences.between(before.dataset(), after.dataset());
            return new Comparison(
                    before.dataset(),
                    after.dataset(),
                    from,
                    to,
                    differences,
                    TableDifferences.between(before.dataset(), after.dataset(), differences),
                    OtherDifferences.between(before.dataset(), after.dataset()),
                    supplies(),
                    new ClaimShifts(before, after, pairs).find(),
                    conclusions(),
                    companies(),
                    profits(),
                    gains(),
                    not.build(),
                    pairs.build());
        }

        private void not(String what, String reason) {
            not.add(new NotComparable(what, reason));
        }

        /** Reserves and what is produced at each stage. */
        private ImmutableList<SupplyShift> supplies() {
            List<SupplyShift> shifts = new ArrayList<>();
            Stream.of(before, after)
                    .flatMap(side -> side.dataset().measures().values().stream())
                    .filter(measure ->
                            measure.kind() == Measure.Kind.RESERVES || measure.kind() == Measure.Kind.PRODUCTION)
                    .map(Measure::id)
                    .distinct()
                    .forEach(measure -> supply(measure, shifts));
            return ImmutableList.copyOf(shifts);
        }

        private void supply(String measure, List<SupplyShift> shifts) {
            Optional<Supply> was = AsOf.supply(before.supplies(), measure);
            Optional<Supply> is = AsOf.supply(after.supplies(), measure);
            if (was.isPresent() && is.isPresent()) {
                supply(was.get(), is.get(), shifts);
            } else {
                was.ifPresent(supply -> not(supply.measure().name(), "Only " + from + " has figures of it."));
                is.ifPresent(supply -> not(supply.measure().name(), "Only " + to + " has figures of it."));
            }
            otherEditions(measure, was.map(Supply::edition), is.map(Supply::edition), shifts);
        }

        private void supply(Supply was, Supply is, List<SupplyShift> shifts) {
            String name = is.measure().name();
            if (areInOneUnit(was, is)) {
                supply(new SupplyShifts(was, is, "", pairs), name, "", shifts);
            } else {
                not(
                        name,
                        "It is in " + was.measure().unit() + " in " + from + " and in "
                                + is.measure().unit() + " in " + to + ".");
            }
        }

        private static boolean areInOneUnit(Supply was, Supply is) {
            return was.measure().unit().equals(is.measure().unit());
        }

        private static ImmutableList<String> editions(Side side, String measure) {
            return side.dataset().measures().containsKey(measure)
                    ? Supply.editions(side.dataset(), measure)
                    : ImmutableList.of();
        }

        /** The same in every other edition that both sides have, since a fact typed into one moves its totals only. */
        private void otherEditions(
                String measure, Optional<String> was, Optional<String> is, List<SupplyShift> shifts) {
            List<String> ofBoth = editions(after, measure).stream()
                    .filter(editions(before, measure)::contains)
                    .toList();
            for (String edition : ofBoth) {
                boolean told = was.equals(Optional.of(edition)) && is.equals(was);
                boolean differs = !before.dataset()
                        .figures(measure, edition)
                        .equals(after.dataset().figures(measure, edition));
                Optional<Supply> newer = after.supplies().supply(measure, edition);
                if (!told && differs && newer.isPresent()) {
                    String name = after.dataset().editionName(edition);
                    before.supplies()
                            .supply(measure, edition)
                            .filter(older -> areInOneUnit(older, newer.get()))
                            .map(older -> new SupplyShifts(older, newer.get(), name, pairs))
                            .ifPresent(
                                    found -> supply(found, newer.get().measure().name(), ", " + name, shifts));
                }
            }
        }

        private void supply(SupplyShifts found, String name, String edition, List<SupplyShift> shifts) {
            shifts.addAll(found.find());
            if (!found.inDoubt().isEmpty()) {
                not(
                        name + " " + named(found.inDoubt()) + edition,
                        "Between " + from + " and " + to + " the total moves by a factor of " + Doubt.OF_A_UNIT
                                + " or more, so that a unit is in doubt. No change is worked out; look it up at the source.");
            }
            onlyYears(SupplyShifts.onlyOf(found.before(), found.after()), name, edition, from, to);
            onlyYears(SupplyShifts.onlyOf(found.after(), found.before()), name, edition, to, from);
        }

        private void onlyYears(List<Period> years, String name, String edition, String has, String lacks) {
            if (!years.isEmpty()) {
                not(name + " " + named(years) + edition, has + " has it, " + lacks + " does not.");
            }
        }

        private static String named(List<Period> years) {
            return years.stream().map(Period::toString).collect(Collectors.joining(", "));
        }

        private ImmutableList<ConclusionShift> conclusions() {
            return ofBoth("The forecast", Side::forecast, () -> {
                ConclusionShifts found = ConclusionShifts.of(before, after, pairs);
                found.onlyOnOneSide().forEach(statement -> not(statement, "Only one side can decide it."));
                return found.find();
            });
        }

        private ImmutableList<CompanyShift> companies() {
            return ofBoth("The screen", Side::screen, () -> {
                CompanyShifts found = CompanyShifts.of(before, after, pairs);
                found.onlyOnOneSide()
                        .forEach(name -> not("The rank of " + name, "The screen of one side does not let it through."));
                return found.find();
            });
        }

        private ImmutableList<CompanyShift.Profit> profits() {
            return ofBoth("Earnings", Side::earnings, () -> {
                ProfitShifts found = ProfitShifts.of(before, after, pairs);
                found.onlyOnOneSide().forEach((company, reason) -> not("The earnings of " + company.name(), reason));
                return found.find();
            });
        }

        private Optional<GainShift> gains() {
            return before.benefits().flatMap(was -> after.benefits().map(is -> GainShifts.between(was, is, pairs)));
        }

        /** The shifts of an analysis that both sides can make; where only one can, that is said. */
        private <T> ImmutableList<T> ofBoth(
                String what, Function<Side, Optional<?>> analysis, Supplier<List<T>> shifts) {
            boolean was = analysis.apply(before).isPresent();
            boolean is = analysis.apply(after).isPresent();
            if (was != is) {
                not(what, "Only " + (was ? from : to) + " has the data for it.");
            }
            return was && is ? ImmutableList.copyOf(shifts.get()) : ImmutableList.of();
        }
    }

    /** The sheet on two datasets or editions. */
    public Part part() {
        return ComparisonSection.of(this, Optional.empty(), ComparisonSection.A_PAGE);
    }

    /** The sheet on facts that were typed in. */
    public Part part(WhatIf typed) {
        return ComparisonSection.of(this, Optional.of(typed), ComparisonSection.A_PAGE);
    }

    /** The sheet with every fact, for programs: for people new and dropped facts end after a page. */
    public Part wholePart(Optional<WhatIf> typed) {
        return ComparisonSection.of(this, typed, Integer.MAX_VALUE);
    }

    @Override
    public String toString() {
        return OneLine.of(
                from + " to " + to,
                differences.isEmpty() ? "no row differs" : OneLine.count(differences, "difference"),
                OneLine.some(supplies.size(), "supply"),
                OneLine.some(claims.size(), "claim"),
                OneLine.some(conclusions.size(), "conclusion"),
                OneLine.some(companies.size(), "company"));
    }

    /**
     * Something outside the tables that differs: a word of {@code datapackage.json}, a part of {@code screen.json}, {@code benefit.json} or
     * {@code report.json}.
     *
     * @param what the file and the part of it: {@code screen.json/criteria}
     * @param before what it was; empty where it was not there
     * @param after what it is; empty where it is no more
     */
    public record OtherDifference(String what, String before, String after) {}
}
