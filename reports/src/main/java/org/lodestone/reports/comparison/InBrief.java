package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.comparison.WhatIf.TypedFact;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Shown;

/**
 * The change that matters most for the argument, in one sentence that fits into a message: whether a conclusion
 * turns, then what moves a share, claims, ranks and profits, as far as there is room.
 *
 * <pre>
 * From MCS 2025 to MCS 2026, no conclusion turns; the share of China in mine production 2024 rises from 68.54% to 70.31%;
 * 3 of 26 claims get another verdict.
 * </pre>
 */
final class InBrief {

    /** The sentence is no longer. */
    static final int MOST = 200;

    private static final String CUT = "….";

    private final Comparison comparison;
    private final Optional<WhatIf> typed;
    private final Values values;

    InBrief(Comparison comparison, Optional<WhatIf> typed) {
        this.comparison = comparison;
        this.typed = typed;
        this.values = comparison.model().values();
    }

    String sentence() {
        String begin = typed.map(InBrief::facts).orElse("From " + comparison.from() + " to " + comparison.to());
        List<String> clauses = Stream.of(conclusions(), share(), claims(), companies(), profits())
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        if (clauses.isEmpty()) {
            clauses.add(Sentences.noneMoves(comparison));
            Sentences.notComparable(comparison).ifPresent(clauses::add);
        }
        StringBuilder sentence = new StringBuilder(begin).append(", ").append(clauses.get(0));
        for (String clause : clauses.subList(1, clauses.size())) {
            if (sentence.length() + clause.length() + 3 <= MOST) {
                sentence.append("; ").append(clause);
            }
        }
        return cut(sentence + ".");
    }

    /** A sentence that would be too long ends after a word. */
    private static String cut(String sentence) {
        if (sentence.length() <= MOST) {
            return sentence;
        }
        int end = sentence.lastIndexOf(' ', MOST - CUT.length());
        return sentence.substring(0, end > 0 ? end : MOST - CUT.length()) + CUT;
    }

    /** {@code With the mining quota of 2026 at 300,000 t REO}; of several facts, how many they are. */
    private static String facts(WhatIf typed) {
        ImmutableList<TypedFact> facts = typed.facts();
        return "With " + (facts.size() == 1 ? facts.get(0).inBrief() : facts.size() + " facts typed in");
    }

    // ---------------------------------------------------------------- clauses

    /** The first conclusion that turns, and how many others do. */
    private Optional<String> conclusions() {
        List<ConclusionShift> turned = comparison.turned();
        if (turned.isEmpty()) {
            return comparison.conclusions().isEmpty() ? Optional.empty() : Optional.of("no conclusion turns");
        }
        int others = turned.size() - 1;
        return Optional.of(turned(turned.get(0))
                + (others == 0 ? "" : "; " + others + (others == 1 ? " other turns" : " others turn")));
    }

    /** {@code “The market tightens” no longer holds in Tight: 3.5 kt against 0.0}. */
    private String turned(ConclusionShift one) {
        Value number = values.of(one.after());
        Value threshold = values.of(one.thresholdAfter());
        String unit = one.unit().startsWith("%") ? "" : " " + one.unit();
        String said = "“" + one.conclusion().statement() + "” ";
        if (number.isMissing() || threshold.isMissing()) {
            return said + "is not known any more in " + one.scenario();
        }
        String verdict = values.of(one.verdictAfter()).inSentence();
        if (one.conclusion().threshold().isEmpty()) { // growth, judged against all that are known
            return said + "now " + verdict + " in " + one.scenario() + ": "
                    + one.shown().text(number) + " a year";
        }
        boolean holds = verdict.equals("holds");
        return said + (holds ? "now holds in " : "no longer holds in ") + one.scenario() + ": "
                + one.shown().text(number) + unit + " against " + one.shown().text(threshold);
    }

    /** The share of the largest place in the first measure in which it moves, or else the first total that does. */
    private Optional<String> share() {
        return first(true).or(() -> first(false));
    }

    private Optional<String> first(boolean share) {
        return comparison.supplies().stream()
                .flatMap(shift -> shift.findings().stream()
                        .filter(one -> one.name().contains(share ? ", share of sum of rows" : "um of "))
                        .filter(one -> isMoved(one.before(), one.after()))
                        .map(one -> goes(shift, one, share)))
                .findFirst();
    }

    private boolean isMoved(Key before, Key after) {
        return values.number(before).isPresent()
                && values.number(after).isPresent()
                && !ClaimShifts.areAlike(values.of(before), values.of(after));
    }

    private String goes(SupplyShift shift, SupplyShift.Finding one, boolean share) {
        boolean sameYear = shift.yearBefore().equals(shift.year());
        String what = (share ? "the share of " + shift.largest() + " in " : "the total of ")
                + Words.inSentence(sameYear ? shift.title() : shift.measure().name());
        String unit = share ? "" : " " + one.unit();
        return what
                + change(one.before(), one.after(), one.shown(), unit)
                + (sameYear ? "" : " (" + shift.yearBefore() + " and " + shift.year() + ")");
    }

    /** {@code  rises from 4 to 5 t}. */
    private String change(Key before, Key after, Shown shown, String unit) {
        double was = values.number(before).orElse(0);
        double is = values.number(after).orElse(0);
        return (is > was ? " rises" : " falls") + " from " + shown.text(values.of(before)) + " to "
                + shown.text(values.of(after)) + unit;
    }

    private Optional<String> claims() {
        int other = comparison.claims(ClaimShift.Kind.FLIPPED).size();
        return other == 0
                ? Optional.empty()
                : Optional.of(other + " of " + comparison.claims().size()
                        + (other == 1 ? " claims gets" : " claims get") + " another verdict");
    }

    private Optional<String> companies() {
        List<CompanyShift> ranks = comparison.companies().stream()
                .filter(one -> isMoved(one.rankBefore(), one.rankAfter()))
                .toList();
        return ranks.stream()
                .findFirst()
                .map(one -> one.company().name() + " ranks " + Shown.ORDINAL.text(values.of(one.rankAfter()))
                        + " instead of " + Shown.ORDINAL.text(values.of(one.rankBefore())));
    }

    private Optional<String> profits() {
        return comparison.profits().stream()
                .filter(one -> isMoved(one.reportedBefore(), one.reportedAfter()))
                .map(one -> "net profit " + one.period() + " of "
                        + one.company().name()
                        + change(one.reportedBefore(), one.reportedAfter(), Shown.WHOLE, " " + one.currency() + " mn"))
                .findFirst();
    }
}
