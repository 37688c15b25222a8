package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.reports.comparison.WhatIf.TypedFact;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Shown;

/** The changes in sentences: an effect each, and how many facts, claims and conclusions moved. */
final class Sentences {

    /** The number of revisions, or companies, that a sentence names before it counts the others. */
    private static final int NAMED = 3;

    /** The number of totals that a sentence names. */
    private static final int TOTALS = 2;

    private final Comparison comparison;
    private final Optional<WhatIf> typed;
    private final Values values;

    Sentences(Comparison comparison, Optional<WhatIf> typed) {
        this.comparison = comparison;
        this.typed = typed;
        this.values = comparison.model().values();
    }

    /** A sentence for each effect; the first names the fact, or the two sides. */
    ImmutableList<String> inDetail() {
        List<String> effects = new ArrayList<>();
        supply().ifPresent(effects::add);
        claims().ifPresent(effects::add);
        conclusions().ifPresent(effects::add);
        companies().ifPresent(effects::add);
        profits().ifPresent(effects::add);
        String begin = typed.map(Sentences::facts).orElse("From " + comparison.from() + " to " + comparison.to());
        if (effects.isEmpty()) {
            return ImmutableList.of(begin + ", " + nothing() + ".");
        }
        ImmutableList.Builder<String> said = ImmutableList.builder();
        said.add(begin + ", " + effects.get(0) + ".");
        effects.stream()
                .skip(1)
                .map(Words::byItself)
                .map(effect -> effect + ".")
                .forEach(said::add);
        return said.build();
    }

    /** Said where no result moved; that nothing changes only where no row does and everything could be compared. */
    private String nothing() {
        boolean sameRows = comparison.tables().isEmpty() && comparison.others().isEmpty();
        if (comparison.differences().isEmpty()
                && comparison.notComparable().isEmpty()
                && (sameRows || typed.isPresent())) {
            return "nothing changes: no total, claim, conclusion, rank or profit";
        }
        List<String> others = new ArrayList<>();
        count(comparison.differences(Difference.Kind.REVISED).size(), "revised", others);
        count(comparison.differences(Difference.Kind.NEW).size(), "new", others);
        count(comparison.differences(Difference.Kind.DROPPED).size(), "dropped", others);
        if (others.isEmpty() && !comparison.tables().isEmpty()) {
            others.add("rows of "
                    + listed(comparison.tables().stream()
                            .map(TableDifference::table)
                            .toList()));
        }
        return noneMoves(comparison)
                + (others.isEmpty() ? "" : ", though facts differ (" + String.join(", ", others) + ")")
                + notComparable(comparison).map(not -> "; " + not).orElse("");
    }

    /** That no result moves, of those that can be compared. */
    static String noneMoves(Comparison comparison) {
        return "no total, claim, conclusion, rank or profit "
                + (comparison.notComparable().isEmpty() ? "moves" : "that can be compared moves");
    }

    /** The results that cannot be compared, such as a total whose unit is in doubt. */
    static Optional<String> notComparable(Comparison comparison) {
        List<String> not = comparison.notComparable().stream()
                .map(Comparison.NotComparable::what)
                .toList();
        return not.isEmpty() ? Optional.empty() : Optional.of("not comparable: " + listed(not));
    }

    private static void count(int size, String what, List<String> all) {
        if (size > 0) {
            all.add(size + " " + what);
        }
    }

    private static String facts(WhatIf typed) {
        return "With " + typed.facts().stream().map(TypedFact::inSentence).collect(Collectors.joining(", and "));
    }

    /** Further remarks, a sentence each. */
    ImmutableList<String> others() {
        ImmutableList.Builder<String> said = ImmutableList.builder();
        if (typed.isPresent() && !comparison.movesResults()) {
            said.add("No conclusion, rank or profit uses "
                    + (typed.get().facts().size() == 1 ? "this fact." : "these facts."));
        }
        if (!comparison.conclusions().isEmpty()) {
            long moved = comparison.conclusions().stream()
                    .filter(ConclusionShift::moved)
                    .count();
            said.add((comparison.turned().isEmpty()
                            ? "None"
                            : comparison.turned().size()) + " of "
                    + comparison.conclusions().size()
                    + " conclusions, counted in every scenario, turned; the number that decides it moved for " + moved
                    + ".");
        }
        if (!comparison.claims().isEmpty()) {
            said.add("Of " + comparison.claims().size() + " claims "
                    + comparison.claims(ClaimShift.Kind.HELD).size() + " held, "
                    + comparison.claims(ClaimShift.Kind.MOVED).size() + " kept their verdict with another number, "
                    + comparison.claims(ClaimShift.Kind.FLIPPED).size() + " got another verdict, and "
                    + comparison.claims(ClaimShift.Kind.NOT_COMPARABLE).size() + " cannot be compared.");
        }
        said.add(counted());
        return said.build();
    }

    private String counted() {
        return String.format(
                Locale.ROOT,
                "Facts revised: %d; new: %d; dropped: %d.",
                comparison.differences(Difference.Kind.REVISED).size(),
                comparison.differences(Difference.Kind.NEW).size(),
                comparison.differences(Difference.Kind.DROPPED).size());
    }

    // ---------------------------------------------------------------- effects

    /** The largest revisions of the first measure that moved, and what they do to its total and share. */
    private Optional<String> supply() {
        List<SupplyShift> moved = comparison.supplies();
        int more = moved.size() - TOTALS;
        String said = moved.stream().limit(TOTALS).map(this::supply).collect(Collectors.joining("; "));
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(said
                        + (more <= 0 ? "" : "; " + more + (more == 1 ? " more total moves" : " more totals move")));
    }

    private String supply(SupplyShift shift) {
        String named = typed.isPresent()
                ? ""
                : shift.rows().stream()
                        .filter(row -> values.number(row.change()).orElse(0) != 0)
                        .limit(NAMED)
                        .map(row -> row.place() + " " + change(row.before(), row.after(), Shown.WHOLE))
                        .collect(Collectors.joining(", ", " (", ")"));
        boolean printedOnly = isSame(finding(shift, "um of ")) && !isSame(finding(shift, "Printed total"));
        SupplyShift.Finding total = finding(shift, printedOnly ? "Printed total" : "um of ");
        SupplyShift.Finding share = finding(shift, printedOnly ? ", share of printed total" : ", share of sum of rows");
        return (printedOnly ? "the printed total of " : "the total of ") + totalGoes(shift, total) + named
                + ", and the share of " + shift.largest() + (printedOnly ? " of it " : " ")
                + changed(share.before(), share.after(), share.shown(), "");
    }

    private static SupplyShift.Finding finding(SupplyShift shift, String name) {
        return shift.findings().stream()
                .filter(one -> one.name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean isSame(SupplyShift.Finding one) {
        return ClaimShifts.areAlike(values.of(one.before()), values.of(one.after()));
    }

    /** A total with what it goes from and to; with the years, where they are two. */
    private String totalGoes(SupplyShift shift, SupplyShift.Finding total) {
        Value was = values.of(total.before());
        Value is = values.of(total.after());
        if (shift.yearBefore().equals(shift.year()) || was.isMissing() || is.isMissing()) {
            return Words.inSentence(shift.title()) + " "
                    + goes(total.before(), total.after(), total.shown(), " " + total.unit());
        }
        return Words.inSentence(shift.measure().name()) + " goes from "
                + total.shown().text(was) + " in " + shift.yearBefore() + " to "
                + total.shown().text(is) + " " + total.unit() + " in " + shift.year();
    }

    private String change(Key before, Key after, Shown shown) {
        Value was = values.of(before);
        Value is = values.of(after);
        return "from " + shown.text(was) + " to " + shown.text(is);
    }

    /** The change of a number as a predicate: {@code goes from 4 to 5 t}, {@code is not known any more (before: 4 t)}. */
    private String goes(Key before, Key after, Shown shown, String unit) {
        return (values.of(before).isMissing() || values.of(after).isMissing() ? "" : "goes ")
                + changed(before, after, shown, unit);
    }

    private String changed(Key before, Key after, Shown shown, String unit) {
        Value was = values.of(before);
        Value is = values.of(after);
        if (is.isMissing()) {
            return was.isMissing()
                    ? "is not known, as before"
                    : "is not known any more (before: " + shown.text(was) + unit + ")";
        }
        return was.isMissing()
                ? "is known now, " + shown.text(is) + unit
                : "from " + shown.text(was) + " to " + shown.text(is) + unit;
    }

    private Optional<String> claims() {
        List<String> flipped = comparison.claims(ClaimShift.Kind.FLIPPED).stream()
                .map(this::claim)
                .toList();
        if (!flipped.isEmpty()) {
            return Optional.of(
                    (flipped.size() == 1 ? "the claim " : "claims with another verdict: ") + listed(flipped));
        }
        List<String> moved = comparison.claims(ClaimShift.Kind.MOVED).stream()
                .map(this::movedClaim)
                .toList();
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of("no claim gets another verdict, but what is worked out for " + listed(moved));
    }

    /** A claim whose number moved: by the edition it is from, or else by the newest. */
    private String movedClaim(ClaimShift shift) {
        boolean newest = isSame(shift.before(), shift.after())
                && shift.newestBefore().isPresent()
                && shift.newestAfter().isPresent();
        return named(shift) + " "
                + goes(
                        newest ? shift.newestBefore().get() : shift.before(),
                        newest ? shift.newestAfter().get() : shift.after(),
                        Shown.PRECISE,
                        "");
    }

    private boolean isSame(Key one, Key other) {
        return ClaimShifts.areAlike(values.of(one), values.of(other));
    }

    /** A claim by what it prints, where that says something: {@code “68.54%”}; else by its statement. */
    private static String named(ClaimShift shift) {
        return "“"
                + (isNumber(shift.claim())
                        ? shift.claim().printed() + unit(shift)
                        : shift.claim().statement().replaceFirst("[.]$", ""))
                + "”";
    }

    /** A claim that flipped, with the number that did it. */
    private String claim(ClaimShift shift) {
        boolean same = isSame(shift.before(), shift.after());
        Value now = values.of(same ? shift.newestAfter().orElse(shift.after()) : shift.after());
        String verdict = values.of(shift.verdictAfter()).inSentence().replace('-', ' ');
        return named(shift) + " is " + verdict
                + (now.number().isPresent() ? " (now " + Shown.PRECISE.text(now) + ")" : "");
    }

    private static boolean isNumber(Claim claim) {
        return Character.isDigit(claim.printed().charAt(0)) && !claim.unit().equals(Unit.TIMES);
    }

    private static String unit(ClaimShift shift) {
        String unit = shift.claim().unit().toString();
        return unit.equals("%") ? unit : " " + unit;
    }

    private Optional<String> conclusions() {
        if (comparison.conclusions().isEmpty()) {
            return Optional.empty();
        }
        List<ConclusionShift> turned = comparison.turned();
        if (!turned.isEmpty()) {
            return Optional.of(listed(turned.stream().map(this::conclusion).toList()));
        }
        return comparison.conclusions().stream()
                .filter(ConclusionShift::moved)
                .max(Comparator.comparingDouble(this::closeness))
                .map(one -> "no conclusion turns, but " + conclusion(one));
    }

    /** The larger, the smaller its distance to the threshold has become against what it was. */
    private double closeness(ConclusionShift one) {
        double was = distance(one.before(), one.thresholdBefore());
        double is = distance(one.after(), one.thresholdAfter());
        return (was - is) / Math.max(1e-12, was);
    }

    private double distance(Key number, Key threshold) {
        return Math.abs(
                values.number(number).orElse(0) - values.number(threshold).orElse(0));
    }

    private String conclusion(ConclusionShift one) {
        return "“" + one.conclusion().statement() + "” "
                + verdict(one)
                + " in scenario " + one.scenario()
                + (isKnown(one) ? number(one) : "");
    }

    private String number(ConclusionShift one) {
        return ", where its number "
                + goes(one.before(), one.after(), one.shown(), one.unit().startsWith("%") ? "" : " " + one.unit())
                + (isOfPace(one) ? "" : " against " + one.shown().text(values.of(one.thresholdAfter())))
                + (one.turned() ? "" : breakEven(one));
    }

    /** Whether it is judged against several growths and not against one threshold. */
    private static boolean isOfPace(ConclusionShift one) {
        return one.conclusion().threshold().isEmpty();
    }

    private boolean isKnown(ConclusionShift one) {
        return values.number(one.after()).isPresent()
                && values.number(one.thresholdAfter()).isPresent();
    }

    /** {@code still holds}, {@code now holds}, {@code no longer holds}, {@code does not hold, as before,}. */
    private String verdict(ConclusionShift one) {
        String verdict = values.of(one.verdictAfter()).inSentence();
        if (!isKnown(one)) {
            return "is not known" + (one.turned() ? " any more" : ", as before,");
        }
        if (isOfPace(one)) {
            String before = values.of(one.verdictBefore()).inSentence();
            return one.turned() ? "now " + verdict + " (before: " + before + ")" : "still " + verdict;
        }
        if (verdict.equals("holds")) {
            return (one.turned() ? "now " : "still ") + verdict;
        }
        return one.turned() ? "no longer holds" : verdict + ", as before,";
    }

    /** The break-even that came closest to where its driver is, against what it was. */
    private String breakEven(ConclusionShift one) {
        return one.breakEvens().stream()
                .filter(found -> values.number(found.distanceBefore()).isPresent()
                        && values.number(found.distanceAfter()).isPresent())
                .filter(found ->
                        !ClaimShifts.areAlike(values.of(found.distanceBefore()), values.of(found.distanceAfter())))
                .min(Comparator.comparingDouble(
                        found -> Math.abs(values.number(found.distanceAfter()).orElseThrow()
                                / values.number(found.distanceBefore()).orElseThrow())))
                .map(found ->
                        " (it turns with " + Words.inSentence(found.driver().name()) + " at "
                                + number(values.of(found.after())) + " "
                                + found.driver().unit() + ", before at "
                                + number(values.of(found.before())) + ")")
                .orElse("");
    }

    private static String number(Value value) {
        double size = Math.abs(value.number().orElse(0));
        return (size >= 100 ? Shown.WHOLE : Shown.TWO_DECIMALS).text(value);
    }

    private Optional<String> companies() {
        List<String> moved = comparison.companies().stream()
                .filter(CompanyShift::moved)
                .sorted(Comparator.comparing(one -> isSameRank(one)))
                .map(one -> isSameRank(one)
                        ? "the score of " + one.company().name() + " "
                                + goes(one.scoreBefore(), one.scoreAfter(), Shown.THREE_DECIMALS, "")
                                + ", and its rank stays "
                                + rank(one.rankAfter())
                        : one.company().name() + " ranks " + rank(one.rankAfter()) + " instead of "
                                + rank(one.rankBefore()))
                .toList();
        return moved.isEmpty() ? Optional.empty() : Optional.of(listed(moved));
    }

    private boolean isSameRank(CompanyShift one) {
        return ClaimShifts.areAlike(values.of(one.rankBefore()), values.of(one.rankAfter()));
    }

    private String rank(Key key) {
        return Shown.ORDINAL.text(values.of(key));
    }

    private Optional<String> profits() {
        List<String> moved = comparison.profits().stream()
                .filter(CompanyShift.Profit::moved)
                .map(this::profit)
                .collect(toImmutableList());
        return moved.isEmpty() ? Optional.empty() : Optional.of(listed(moved));
    }

    private String profit(CompanyShift.Profit one) {
        boolean reported = !ClaimShifts.areAlike(values.of(one.reportedBefore()), values.of(one.reportedAfter()));
        String unit = " " + one.currency() + " mn";
        String of = "net profit " + one.period() + " of " + one.company().name();
        if (reported) {
            return of + " " + goes(one.reportedBefore(), one.reportedAfter(), Shown.WHOLE, unit);
        }
        if (one.atLatestBefore().isPresent()
                && one.atLatestAfter().isPresent()
                && !ClaimShifts.areAlike(
                        values.of(one.atLatestBefore().get()),
                        values.of(one.atLatestAfter().get()))) {
            return of + " at the latest prices "
                    + goes(one.atLatestBefore().get(), one.atLatestAfter().get(), Shown.WHOLE, unit);
        }
        return "what a change of prices does to the " + of + " "
                + goes(one.sensitivityBefore(), one.sensitivityAfter(), Shown.WHOLE, unit);
    }

    private static String listed(List<String> all) {
        String named = String.join(", ", all.subList(0, Math.min(NAMED, all.size())));
        return all.size() <= NAMED ? named : named + " and " + (all.size() - NAMED) + " more";
    }
}
