package org.lodestone.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.lodestone.core.company.Company;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenResult.Contribution;
import org.lodestone.reports.screen.ScreenResult.State;
import org.lodestone.reports.screen.ScreenStudy;

/** Compares ranks and scores of the companies that a screen lets through on a side. */
final class CompanyShifts {

    private static final double NOTHING = 1e-9;

    private final Side after;
    private final ScreenStudy newer;
    private final ScreenResult was;
    private final ScreenResult is;
    private final Pairs pairs;

    /** Throws if a side has no screen. */
    CompanyShifts(Side before, Side after, Pairs pairs) {
        this.after = after;
        this.newer = after.screen().orElseThrow();
        this.was = before.screen().orElseThrow().result();
        this.is = newer.result();
        this.pairs = pairs;
        pairs.include(newer.model());
    }

    List<CompanyShift> find() {
        List<CompanyShift> shifts = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        is.ranked().forEach(order::add);
        is.provisional().forEach(order::add);
        for (int company : order) {
            shifts.add(shift(is.universe().id(company), company));
        }
        return shifts;
    }

    /** The companies that only one side's screen lets through. */
    List<String> onlyOnOneSide() {
        List<String> only = new ArrayList<>();
        was.passed().stream()
                .filter(company -> !isIn(is, was.universe().id(company)))
                .forEach(company -> only.add(was.universe().name(company)));
        is.passed().stream()
                .filter(company -> !isIn(was, is.universe().id(company)))
                .forEach(company -> only.add(is.universe().name(company)));
        return only;
    }

    private static boolean isIn(ScreenResult result, String id) {
        return result.universe().ids().contains(id)
                && result.state(result.universe().position(id)) != State.FILTERED_OUT;
    }

    private CompanyShift shift(String id, int company) {
        Company of = after.dataset().companies().get(id);
        boolean wasIn = isIn(was, id);
        Value rankBefore = wasIn ? rank(was, was.universe().position(id)) : Value.missing("not among the companies");
        Value scoreBefore = wasIn ? score(was, was.universe().position(id)) : Value.missing("not among the companies");
        String what = "company " + id;
        Pair rank = pairs.of(
                what + ", rank",
                rankBefore,
                rank(is, company),
                number(newer.whole().rank(id)));
        Pair score = pairs.of(
                what + ", score",
                scoreBefore,
                score(is, company),
                number(newer.whole().score(id)));
        return new CompanyShift(
                Objects.requireNonNull(of, id), rank, score, rank.moved() || score.moved() ? why(id, company) : "");
    }

    /** A number, or that it is missing where a word stands in its place. */
    private static Formula number(Key key) {
        return key.isKnown().then(key, Formula.text("not ranked"));
    }

    private static Value rank(ScreenResult result, int company) {
        return result.rank(company).isPresent()
                ? Value.of((double) result.rank(company).getAsInt())
                : Value.of("not ranked");
    }

    private static Value score(ScreenResult result, int company) {
        return result.score(company).isPresent()
                ? Value.of(result.score(company).getAsDouble())
                : Value.of("not ranked");
    }

    private String why(String id, int company) {
        if (!isIn(was, id)) {
            return "The older screen does not have it.";
        }
        int older = was.universe().position(id);
        if (was.state(older) != is.state(company)) {
            return is.state(company) == State.RANKED
                    ? "Enough is known of it now: " + String.join(", ", was.missing(older)) + "."
                    : "No longer known: " + String.join(", ", is.missing(company)) + ".";
        }
        List<String> parts = new ArrayList<>();
        for (Contribution now : is.contributions(company)) {
            double before = was.contributions(older).stream()
                    .filter(one -> one.of().equals(now.of()))
                    .mapToDouble(Contribution::amount)
                    .sum();
            if (Math.abs(now.amount() - before) > NOTHING) {
                parts.add(String.format(Locale.ROOT, "%s adds %.3f instead of %.3f", now.of(), now.amount(), before));
            }
        }
        return parts.isEmpty()
                ? "Its own score is the same; others passed or fell behind."
                : String.join("; ", parts) + ".";
    }
}
