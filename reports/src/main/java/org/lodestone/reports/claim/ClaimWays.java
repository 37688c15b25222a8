package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
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

/** The ways in which one claim is worked out, each set against the print, and the verdict they come to. */
final class ClaimWays {

    private final Claim claim;
    private final Subject subject;
    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final List<CheckedClaim.Way> ways = new ArrayList<>();
    private Optional<Key> newest = Optional.empty();
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

    Formula amountIn(Unit unit, Key key) {
        return amountIn(unit, key.ref());
    }

    /** An amount in the claim's unit: t in kt, t in Mt. Missing where the two units do not compare. */
    Formula amountIn(Unit unit, Formula amount) {
        if (claim.unit().comparableWith(unit)) {
            BigDecimal factor = claim.unit().scale().divide(unit.scale(), MathContext.DECIMAL128);
            if (factor.compareTo(BigDecimal.ONE) == 0) {
                return amount;
            }
            if (factor.compareTo(new BigDecimal(1_000)) == 0) {
                return amount.over(Definitions.THOUSAND);
            }
            if (factor.compareTo(new BigDecimal(1_000_000)) == 0) {
                return amount.over(Definitions.MILLION);
            }
            if (factor.multiply(new BigDecimal(1_000)).compareTo(BigDecimal.ONE) == 0) {
                return amount.times(Definitions.THOUSAND);
            }
        }
        remark = "Printed in " + claim.unit() + ", while the figure is in " + unit + ".";
        return text(Value.NOT_AVAILABLE);
    }

    static Formula inPercent(Formula ratio) {
        return ratio.times(Definitions.HUNDRED);
    }

    /** A way within the edition used. */
    void way(String words, Formula value) {
        ways.add(add(words, value, ClaimCheck.CLAIM.sub("way " + (ways.size() + 1))));
    }

    /** The way by the newest edition, which is the last. */
    void newest(String words, Formula value) {
        CheckedClaim.Way way = add(words, value, ClaimCheck.CLAIM.sub("newest edition"));
        newest = Optional.of(way.value());
        ways.add(way);
    }

    private CheckedClaim.Way add(String words, Formula value, Term term) {
        Key key = model.calculation(term.of(subject), value);
        Formula fits = claim.finding().isNumber()
                ? key.ref()
                        .rounded(Printed.digits(claim.printed()))
                        .isEqualTo(printed().ref())
                : Formula.call(Fn.SAME_TEXT, key.ref(), printed().ref());
        Key flag = model.calculation(term.sub("rounds to the print").of(subject), fits.then(text("yes"), text("no")));
        return new CheckedClaim.Way(words, key, flag);
    }

    Key printed() {
        Key key = ClaimCheck.CLAIM.sub("printed").of(subject);
        Citation citation = new Citation(claim.sources(), Reliability.READ, How.REPORTED, "");
        return claim.finding().isNumber()
                ? model.figure(key, Value.of(Observation.parse(claim.printed())), citation)
                : model.label(key, claim.printed());
    }

    /** Reproduced by any way within the edition used, and not overtaken by the newest. */
    private CheckedClaim judge() {
        List<CheckedClaim.Way> used = newest.isPresent() ? ways.subList(0, ways.size() - 1) : ways;
        Formula yes = text("yes");
        Formula anyFits = used.stream()
                .map(way -> Formula.call(Fn.SAME_TEXT, way.fits().ref(), yes))
                .reduce(Formula::or)
                .orElseThrow();
        Formula reproduced = newest.map(key -> {
                    Key fits = ways.get(ways.size() - 1).fits();
                    return Formula.call(Fn.SAME_TEXT, fits.ref(), yes)
                            .then(text(Verdict.REPRODUCED.inWords()), text(Verdict.OVERTAKEN.inWords()));
                })
                .orElse(text(Verdict.REPRODUCED.inWords()));
        Formula verdict = anyFits.then(
                reproduced,
                Formula.call(Fn.SAME_TEXT, used.get(0).fits().ref(), text("no"))
                        .then(text(Verdict.NOT_REPRODUCED.inWords()), text(Verdict.NOT_CHECKABLE.inWords())));
        Key judged = model.calculation(ClaimCheck.CLAIM.sub("verdict").of(subject), verdict);
        return checked(printed(), Optional.of(used.get(0).value()), judged, remark);
    }

    CheckedClaim notCheckable() {
        Key judged = model.label(ClaimCheck.CLAIM.sub("verdict").of(subject), Verdict.NOT_CHECKABLE.inWords());
        return checked(printed(), Optional.empty(), judged, remark);
    }

    CheckedClaim checked(Key printed, Optional<Key> recomputed, Key judged, String remark) {
        return new CheckedClaim(
                claim, printed, recomputed, newest, judged, ImmutableList.copyOf(ways), remark, model.build());
    }
}
