package org.lodestone.reports.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenResult.Contribution;
import org.lodestone.reports.screen.ScreenResult.State;
import org.lodestone.reports.screen.ScreenStudy;

/** Compares ranks and scores of the companies that a screen lets through on a side. */
record CompanyShifts(ScreenResult was, ScreenResult is, ScreenStudy newer, Dataset dataset, Pairs pairs) {

    private static final double NOTHING = 1e-9;
    private static final String NOT_RANKED = "not ranked";

    /** Throws if a side has no screen. */
    static CompanyShifts of(Side before, Side after, Pairs pairs) {
        ScreenStudy newer = after.screen().orElseThrow();
        pairs.include(newer.model());
        return new CompanyShifts(before.screen().orElseThrow().result(), newer.result(), newer, after.dataset(), pairs);
    }

    List<CompanyShift> find() {
        return Stream.of(is.ranked(), is.provisional())
                .flatMap(companies -> companies.asList().stream())
                .map(company -> shift(is.universe().id(company), company))
                .toList();
    }

    /** The companies that only one side's screen lets through. */
    List<String> onlyOnOneSide() {
        return Stream.concat(onlyOf(was, is), onlyOf(is, was)).toList();
    }

    private static Stream<String> onlyOf(ScreenResult side, ScreenResult other) {
        return side.passed().stream()
                .filter(company -> !isIn(other, side.universe().id(company)))
                .mapToObj(side.universe()::name);
    }

    private static boolean isIn(ScreenResult result, String id) {
        return result.universe().ids().contains(id)
                && result.state(result.universe().position(id)) != State.FILTERED_OUT;
    }

    private CompanyShift shift(String id, int company) {
        Company of = dataset.companies().get(id);
        Pair rank = pair(
                "rank",
                id,
                (screen, at) -> screen.rank(at).orElseThrow(),
                newer.whole().rank(id));
        Pair score = pair(
                "score",
                id,
                (screen, at) -> screen.score(at).orElseThrow(),
                newer.whole().score(id));
        return new CompanyShift(
                Objects.requireNonNull(of, id), rank, score, rank.moved() || score.moved() ? why(id, company) : "");
    }

    /** A rank or score on both sides; a word stands where there is none. */
    private Pair pair(String what, String id, ToDoubleBiFunction<ScreenResult, Integer> number, Key follows) {
        return pairs.of(
                "company " + id + ", " + what,
                isIn(was, id) ? value(number, was, id) : Value.missing("not among the companies"),
                value(number, is, id),
                follows.isKnown().then(follows, Formula.text(NOT_RANKED)));
    }

    private static Value value(ToDoubleBiFunction<ScreenResult, Integer> number, ScreenResult result, String id) {
        int company = result.universe().position(id);
        return result.state(company) == State.RANKED
                ? Value.of(number.applyAsDouble(result, company))
                : Value.of(NOT_RANKED);
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
