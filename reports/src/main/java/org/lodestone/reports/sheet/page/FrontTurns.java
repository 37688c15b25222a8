package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.PlaceNames;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.RiskAnalysis.DrivenConclusion;

/**
 * The drivers that turn a conclusion, for the front page: the first few that do in the chosen scenario, and a line for all
 * others.
 *
 * @param turning each driver that turns the conclusion in some scenario, in the order in which they are told
 * @param searched the number of drivers for which a break-even was looked for
 * @param turnsAt where each turns it in the chosen scenario
 */
record FrontTurns(
        ImmutableList<DrivenConclusion> turning,
        int searched,
        Function<DrivenConclusion, Key> turnsAt,
        Model.Builder model) {

    private static final Term FRONT = Term.of("what would turn it");

    /** The most drivers that have a line of their own. */
    private static final int MOST = 3;

    private static final String WHAT = "What would turn it";

    /** The letters of a statement for which a heading of half a page has room. */
    private static final int ROOM = 38;

    /**
     * The table.
     *
     * @param inFirst the number of drivers that turn it in the first scenario, by which the page is laid out
     * @param name a driver and its unit
     * @param now its value, as text
     * @param turns where it turns the conclusion, as text
     */
    Table table(
            long inFirst,
            Function<DrivenConclusion, String> name,
            Function<DrivenConclusion, Formula> now,
            Function<DrivenConclusion, Formula> turns) {
        int lines = (int) Math.max(1, Math.min(MOST, inFirst));
        boolean hasOthers = Math.max(searched, turning.size()) > lines;
        return Table.of(
                        heading(),
                        IntStream.rangeClosed(1, hasOthers ? lines + 1 : lines)
                                .boxed()
                                .toList())
                .id("what-would-turn-it")
                .proseOf(
                        isAlone() ? "Driver, one at a time" : "Driver, or several at one value",
                        rank -> line("driver", rank, lines, pair -> text(name.apply(pair)), others(lines)))
                .word("Now", rank -> line("now", rank, lines, now, text(Words.NONE)))
                .word("Turns at", rank -> line("turns at", rank, lines, turns, ofOthers(lines)))
                .build();
    }

    private String heading() {
        String statement = turning.get(0).conclusion().statement();
        return statement.length() > ROOM ? WHAT : WHAT + ": " + PlaceNames.inSentence(statement);
    }

    private boolean isAlone() {
        return turning.stream().allMatch(pair -> pair.drivers().size() == 1);
    }

    /** A cell: of the driver of a rank among those that turn it, or after the last of them of all others. */
    private Key line(String part, int rank, int lines, Function<DrivenConclusion, Formula> own, Formula others) {
        Formula.Span all = span(turning, pair -> model.calculation(key(part, pair), own.apply(pair)));
        Formula after = found().isAtLeast(rank(rank - 1)).then(others, text(Words.NONE));
        Formula place = Formula.call(Fn.FIND, rank(rank), places());
        return model.calculation(
                FRONT.sub(part).of(Subject.of(Integer.toString(rank))),
                rank > lines ? after : place.isKnown().then(Formula.call(Fn.PICK, all, place), after));
    }

    private Formula rank(int rank) {
        return rank == 0 ? ZERO : model.label(FRONT.sub("rank").of(Subject.of(Integer.toString(rank))), rank);
    }

    private Formula found() {
        return Formula.countOfKnown(span(turning, turnsAt));
    }

    /** The number of drivers that turn it, up to each, so that a number first stands at the driver of that rank. */
    private Formula.Span places() {
        List<Key> places = new ArrayList<>();
        Formula before = ZERO;
        for (DrivenConclusion pair : turning) {
            Key place = model.calculation(
                    key("place", pair), turnsAt.apply(pair).isKnown().then(before.plus(ONE), before));
            places.add(place);
            before = place;
        }
        return span(places);
    }

    private Formula more(int lines) {
        return found().minus(rank(lines));
    }

    private Formula others(int lines) {
        return words().with("more", more(lines))
                .with("found", found().isAbove(ZERO))
                .with("some", areOthers())
                .clause("{more>0?{more:0} more|{some?{found?Each other driver|Each driver}|–}}");
    }

    private Formula none() {
        return areOthers().then(text("none"), text(Words.NONE));
    }

    private Formula areOthers() {
        return rank(searched).isAbove(foundAlone());
    }

    private Formula foundAlone() {
        List<DrivenConclusion> alone =
                turning.stream().filter(pair -> pair.drivers().size() == 1).toList();
        return alone.isEmpty() ? ZERO : Formula.countOfKnown(span(alone, turnsAt));
    }

    /** None where others turn it, and where none does the reason. */
    private Formula ofOthers(int lines) {
        return more(lines)
                .isAbove(ZERO)
                .then(text("see Turns"), found().isAbove(ZERO).then(none(), turnsAt.apply(turning.get(0))));
    }

    private static Key key(String part, DrivenConclusion pair) {
        return FRONT.sub(part)
                .of(Subject.of(RiskAnalysis.ids(pair.drivers())))
                .at(pair.drivers().get(0).year().orElse(Period.NONE));
    }
}
