package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.lodestone.core.place.Place;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;
import org.lodestone.reports.claim.CheckedClaim;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supply;

/** Compares what both sides make of each claim. */
record ClaimShifts(Side before, Side after, Pairs pairs) {

    private static final Value NOTHING = Value.missing("nothing can be worked out");

    ImmutableList<ClaimShift> find() {
        ImmutableMap<String, CheckedClaim> was = Maps.uniqueIndex(
                before.claims().claims(), checked -> checked.claim().id());
        ImmutableMap<String, CheckedClaim> is = Maps.uniqueIndex(
                after.claims().claims(), checked -> checked.claim().id());
        return Sets.union(is.keySet(), was.keySet()).stream()
                .map(id -> shift(Optional.ofNullable(was.get(id)), Optional.ofNullable(is.get(id))))
                .collect(toImmutableList());
    }

    private ClaimShift shift(Optional<CheckedClaim> was, Optional<CheckedClaim> is) {
        Claim claim = is.or(() -> was).map(CheckedClaim::claim).orElseThrow();
        String what = "claim " + claim.id();
        is.ifPresent(checked -> pairs.include(checked.model()));
        Key printed =
                is.map(CheckedClaim::printed).orElseGet(() -> pairs.was(what + ", printed", Value.of(claim.printed())));
        Pair value = pairs.of(
                what,
                was.map(ClaimShifts::own).orElse(Value.missing("the older side has no such claim")),
                is.map(ClaimShifts::own).orElse(NOTHING),
                is.flatMap(CheckedClaim::recomputed),
                "nothing to work it out from");
        String newest = what + ", newest edition";
        Optional<Key> newestBefore = was.flatMap(checked ->
                checked.newest().map(key -> pairs.was(newest, checked.model().value(key))));
        Optional<Key> newestAfter = is.flatMap(CheckedClaim::newest).map(key -> pairs.is(newest, key));
        Pair verdict = pairs.of(
                what + ", verdict",
                verdict(was),
                verdict(is),
                is.map(CheckedClaim::judged),
                "the newer side has no such claim");
        return new ClaimShift(
                claim,
                kind(was, is),
                printed,
                value,
                newestBefore,
                newestAfter,
                verdict,
                is.map(this::otherYear).orElse("Only the older side has this claim."));
    }

    private static Value verdict(Optional<CheckedClaim> checked) {
        return Value.of(checked.map(one -> one.verdict().inWords()).orElse("not claimed"));
    }

    private static Value own(CheckedClaim checked) {
        return value(checked, checked.recomputed());
    }

    /** The latest known value: of the newest edition, or else of the one the claim is from. */
    private static Value latest(CheckedClaim checked) {
        return value(checked, checked.newest().or(checked::recomputed));
    }

    private static Value value(CheckedClaim checked, Optional<Key> key) {
        return key.map(known -> checked.model().value(known)).orElse(NOTHING);
    }

    private static ClaimShift.Kind kind(Optional<CheckedClaim> was, Optional<CheckedClaim> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return ClaimShift.Kind.NOT_COMPARABLE;
        }
        Verdict older = was.get().verdict();
        Verdict newer = is.get().verdict();
        if (older != newer) {
            return ClaimShift.Kind.FLIPPED;
        }
        if (newer == Verdict.NOT_CHECKABLE) {
            return ClaimShift.Kind.NOT_COMPARABLE;
        }
        boolean same =
                Pairs.areAlike(own(was.get()), own(is.get())) && Pairs.areAlike(latest(was.get()), latest(is.get()));
        return same ? ClaimShift.Kind.HELD : ClaimShift.Kind.MOVED;
    }

    /** A newer edition that has not the year of a claim may have the same of another: what it is there. */
    private String otherYear(CheckedClaim checked) {
        Claim claim = checked.claim();
        Optional<Supply> newest = claim.measure()
                .filter(after.dataset().measures()::containsKey)
                .flatMap(measure -> after.dataset()
                        .newest()
                        .flatMap(edition -> after.supplies().supply(measure, edition.id())));
        Period year = claim.period().orElse(Period.NONE);
        boolean asked = checked.newest().isEmpty()
                && newest.isPresent()
                && claim.edition().isPresent()
                && !claim.edition().get().equals(newest.get().edition())
                && !newest.get().observed().contains(year);
        if (!asked) {
            return "";
        }
        Supply supply = newest.get();
        String edition = after.dataset().editionName(supply.edition());
        return edition + " has none for " + year
                + inLatest(claim, supply)
                        .map(said -> "; for " + supply.latest() + " it gives " + said + ".")
                        .orElse(".");
    }

    private Optional<String> inLatest(Claim claim, Supply supply) {
        Period year = supply.latest();
        Optional<Place> place = claim.place().flatMap(Place::find).filter(supply.rows()::contains);
        if (claim.finding() == ClaimKind.SHARE) {
            return place.map(one -> Shown.PERCENT_2.text(supply.value(supply.share(one, year))));
        }
        String unit = " " + supply.measure().unit();
        if (claim.finding() == ClaimKind.TOTAL) {
            return Optional.of(Shown.WHOLE.text(supply.value(supply.total(year))) + unit);
        }
        return claim.finding() == ClaimKind.AMOUNT
                ? place.map(one -> Shown.WHOLE.text(supply.value(supply.amount(one, year))) + unit)
                : Optional.empty();
    }
}
