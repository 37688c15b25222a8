package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Verdict;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Wording;

/** The ways in which one claim is worked out, each set against the print, and the verdict they come to. */
final class ClaimWays {

    private static final Formula YES = text("yes");
    private static final Formula NO = text("no");

    private final Claim claim;
    private final Subject subject;
    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final List<CheckedClaim.Way> ways = new ArrayList<>();
    private Optional<Key> newest = Optional.empty();
    private Optional<CheckedClaim.Way> newer = Optional.empty();
    private String remark = "";

    ClaimWays(Claim claim) {
        this.claim = claim;
        this.subject = Subject.of(claim.id());
    }

    Model.Builder model() {
        return model;
    }

    boolean isEmpty() {
        return ways.isEmpty();
    }

    /** Sets the remark on the claim, in place of an earlier one. */
    void remark(String words) {
        remark = words;
    }

    /** The verdict; that it cannot be checked, where there is no way. */
    CheckedClaim judged() {
        return ways.isEmpty() ? notCheckable() : judge();
    }

    void include(Model other) {
        model.include(other);
    }

    /** An amount in the claim's unit: t in kt, t in Mt. Missing where the two units do not compare. */
    Formula amountIn(Unit unit, Formula amount) {
        if (claim.unit().comparableWith(unit) && Definitions.canExpress(unit, claim.unit())) {
            return Definitions.inUnit(amount, unit, claim.unit());
        }
        remark = "Printed in " + claim.unit() + ", while the figure is in " + unit + ".";
        return text(Value.NOT_AVAILABLE);
    }

    static Formula inPercent(Formula ratio) {
        return ratio.times(Definitions.HUNDRED);
    }

    /** A step on the way, in a cell of its own. */
    Key worked(String what, Formula value) {
        return model.calculation(ClaimCheck.CLAIM.sub(what).of(subject), value);
    }

    /** A way within the edition used, which is told with the numbers it takes. */
    void way(Formula words, Formula value) {
        ways.add(add(words, value, ClaimCheck.CLAIM.sub("way " + (ways.size() + 1))));
    }

    /** The way by the newest edition, which is the last. */
    void newest(Formula words, Formula value) {
        newest = Optional.of(acrossEditions(words, value));
    }

    /** A way by the newest edition and another, which says whether a claim is overtaken, and is no figure of the newest. */
    Key acrossEditions(Formula words, Formula value) {
        CheckedClaim.Way way = add(words, value, ClaimCheck.CLAIM.sub("newest edition"));
        newer = Optional.of(way);
        ways.add(way);
        return way.value();
    }

    private CheckedClaim.Way add(Formula words, Formula value, Term term) {
        Key told = model.calculation(term.sub("in words").of(subject), words);
        Key key = model.calculation(term.of(subject), value);
        Key flag = model.calculation(
                term.sub("rounds to the print").of(subject),
                claim.finding().isNumber() ? roundsToThePrint(key) : isAsPrinted(key));
        return new CheckedClaim.Way(told, key, flag);
    }

    private Formula roundsToThePrint(Key key) {
        return key.rounded(Printed.digits(claim.printed())).isEqualTo(printed()).then(YES, NO);
    }

    /** A word that cannot be worked out is not another word. */
    private Formula isAsPrinted(Key key) {
        Formula unknown = text(Value.NOT_AVAILABLE);
        return isSame(key, unknown).then(unknown, isSame(key, printed()).then(YES, NO));
    }

    private static Formula isSame(Key text, Formula other) {
        return Formula.call(Fn.SAME_TEXT, text, other);
    }

    Key printed() {
        Key key = ClaimCheck.CLAIM.sub("printed").of(subject);
        Citation citation = new Citation(claim.sources(), Reliability.READ, How.REPORTED, "");
        return claim.finding().isNumber()
                ? model.figure(key, Value.of(Observation.parse(claim.printed())), ValueUnit.of(claim.unit()), citation)
                : model.label(key, claim.printed());
    }

    /** Reproduced by any way within the edition used, and not overtaken by another figure of the newest. */
    private CheckedClaim judge() {
        List<CheckedClaim.Way> used = newer.isPresent() ? ways.subList(0, ways.size() - 1) : ways;
        Formula anyFits = used.stream()
                .map(way -> isSame(way.fits(), YES))
                .reduce(Formula::or)
                .orElseThrow();
        Formula reproduced = newer.map(way -> isSame(way.fits(), NO)
                        .then(text(Verdict.OVERTAKEN.inWords()), text(Verdict.REPRODUCED.inWords())))
                .orElse(text(Verdict.REPRODUCED.inWords()));
        Formula verdict = anyFits.then(
                reproduced,
                isSame(used.get(0).fits(), NO)
                        .then(text(Verdict.NOT_REPRODUCED.inWords()), text(Verdict.NOT_CHECKABLE.inWords())));
        Key judged = model.calculation(ClaimCheck.CLAIM.sub("verdict").of(subject), verdict);
        return checked(printed(), Optional.of(recomputed(used)), judged, remark);
    }

    /** By the first way that rounds to what is printed, else by the first. */
    private Key recomputed(List<CheckedClaim.Way> used) {
        if (used.size() == 1) {
            return used.get(0).value();
        }
        Formula value = used.get(0).value();
        for (CheckedClaim.Way way : Lists.reverse(used)) {
            value = isSame(way.fits(), YES).then(way.value(), value);
        }
        return model.calculation(ClaimCheck.CLAIM.sub("recomputed").of(subject), value);
    }

    /** Each way in words with what it gives: {@code Sum of rows, MCS 2025: 393.95. Printed total, MCS 2025: 390.} */
    private Optional<Key> how() {
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(model.calculation(
                        ClaimCheck.CLAIM.sub("how").of(subject),
                        Wording.inARow(" ", ways.stream().map(this::told).toList())));
    }

    private Formula told(CheckedClaim.Way way) {
        Formula value = way.value();
        return words().with("way", way.words())
                .with("value", claim.finding().isNumber() ? inWords(value) : value)
                .clause("{way}: [{value}|not known].");
    }

    /** The number with the decimals that are printed, and two more where that says more, so that a reader sees how it rounds. */
    private Formula inWords(Formula value) {
        int digits = Printed.digits(claim.printed());
        return value.isEqualTo(value.rounded(digits)).then(value.fixed(digits), value.fixed(digits + 2));
    }

    CheckedClaim notCheckable() {
        Key judged = model.label(ClaimCheck.CLAIM.sub("verdict").of(subject), Verdict.NOT_CHECKABLE.inWords());
        return checked(printed(), Optional.empty(), judged, remark);
    }

    CheckedClaim checked(Key printed, Optional<Key> recomputed, Key judged, String remark) {
        return new CheckedClaim(
                claim, printed, recomputed, newest, judged, ImmutableList.copyOf(ways), how(), remark, model.build());
    }
}
