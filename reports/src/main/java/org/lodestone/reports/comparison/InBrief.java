package org.lodestone.reports.comparison;

import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;

/**
 * The change that matters most for the argument, in one sentence that fits into a message: whether a conclusion
 * turns, then what moves a share, claims, ranks and profits, as far as there is room.
 *
 * <pre>
 * From MCS 2025 to MCS 2026, no conclusion turns; the share of China in mine production 2024 rises from 68.54% to 70.31%;
 * 3 of 26 claims get another verdict.
 * </pre>
 */
record InBrief(Comparison comparison, Optional<WhatIf> typed, Told told) {

    /** The sentence is no longer. */
    static final int MOST = 200;

    private static final String CUT = "….";

    String sentence() {
        List<String> clauses = Stream.of(
                        conclusions(),
                        first(", share of sum of rows").or(() -> first("um of ")),
                        claims(),
                        companies(),
                        profits())
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        if (clauses.isEmpty()) {
            clauses.add(told.noneMoves());
            told.notComparable().ifPresent(clauses::add);
        }
        String begin = told.begin(typed.map(InBrief::facts));
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

    /** {@code the mining quota of 2026 at 300,000 t REO}; of several facts, how many they are. */
    private static String facts(WhatIf typed) {
        int count = typed.facts().size();
        return count == 1
                ? typed.facts().get(0).inBrief()
                : words().with("count", count).told("{count} facts typed in");
    }

    // ---------------------------------------------------------------- clauses

    /** The first conclusion that turns, and how many others do. */
    private Optional<String> conclusions() {
        List<ConclusionShift> turned = comparison.turned();
        if (turned.isEmpty()) {
            return comparison.conclusions().isEmpty()
                    ? Optional.empty()
                    : Optional.of(words().told("no conclusion turns"));
        }
        int others = turned.size() - 1;
        return Optional.of(words().with("first", turned(turned.get(0)))
                .withSome("others", others)
                .with("one", others == 1)
                .told("{first}[; {others} {one?other turns|others turn}]"));
    }

    /** {@code “The market tightens” no longer holds in Tight: 3.5 kt against 0.0}. */
    private String turned(ConclusionShift one) {
        String verdict = told.value(one.verdict().after()).inSentence();
        Wording words = words().with("conclusion", one.conclusion().statement())
                .with("scenario", one.scenario())
                .with("number", one.shown().text(told.value(one.number().after())));
        if (!told.areKnown(one.number().after(), one.threshold().after())) {
            return words.told("“{conclusion}” is not known any more in {scenario}");
        }
        if (one.isOfPace()) {
            return words.with("verdict", verdict).told("“{conclusion}” now {verdict} in {scenario}: {number} a year");
        }
        return words.with("holds", verdict.equals("holds"))
                .with("unit", one.unitBehind())
                .with("threshold", one.shown().text(told.value(one.threshold().after())))
                .told("“{conclusion}” {holds?now|no longer} holds in {scenario}: {number}{unit} against {threshold}");
    }

    /** The share of the largest place in the first measure in which it moves, or else the first total that does. */
    private Optional<String> first(String finding) {
        return comparison.supplies().stream()
                .filter(shift -> told.isMoved(
                        shift.finding(finding).before(), shift.finding(finding).after()))
                .map(shift -> moves(shift, shift.finding(finding)))
                .findFirst();
    }

    private String moves(SupplyShift shift, SupplyShift.Finding one) {
        boolean share = one.shown().isPercent();
        boolean sameYear = shift.yearBefore().equals(shift.year());
        return told.change(one.before(), one.after(), one.shown(), share ? "" : " " + one.unit())
                .with("share", share)
                .with("largest", shift.largest().toString())
                .with(
                        "measure",
                        Words.inSentence(
                                sameYear ? shift.title() : shift.measure().name()))
                .with("twoYears", !sameYear)
                .with("yearBefore", shift.yearBefore())
                .with("year", shift.year())
                .told(
                        "the {share?share of {largest} in|total of} {measure} {rises?rises|falls} from {before} to {after}"
                                + "{unit}{twoYears? ({yearBefore} and {year})}");
    }

    private Optional<String> claims() {
        int other = comparison.claims(ClaimShift.Kind.FLIPPED).size();
        return other == 0
                ? Optional.empty()
                : Optional.of(words().with("other", other)
                        .with("all", comparison.claims().size())
                        .told("{other} of {all} claims {other=1?gets|get} another verdict"));
    }

    private Optional<String> companies() {
        return comparison.companies().stream()
                .filter(one -> told.isMoved(one.rank()))
                .map(told::ranks)
                .findFirst();
    }

    private Optional<String> profits() {
        return comparison.profits().stream()
                .filter(one -> told.isMoved(one.reported()))
                .map(one -> told.change(one.reported(), Shown.WHOLE, " " + one.currency() + " mn")
                        .with("period", one.period())
                        .with("company", one.company().name())
                        .told("net profit {period} of {company} {rises?rises|falls} from {before} to {after}{unit}"))
                .findFirst();
    }
}
