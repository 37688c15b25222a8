package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.edition.FirstPrints;
import org.lodestone.reports.internal.edition.FirstPrints.Of;
import org.lodestone.reports.internal.edition.FirstPrints.Revision;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The sentence on how firm the newest year is: the range of what later editions revised, with the number of revisions. */
record Firmness(Dataset dataset, FirstPrints prints, Supply newest) {

    private static final String PERCENT = "{same?{low:+0.0%}|{low:+0.0%} to {high:+0.0%}}";
    private static final String POINTS =
            "{same?{lowUp?+}{lowPoints:-0.0}|{lowUp?+}{lowPoints:-0.0} to {highUp?+}{highPoints:-0.0}}";

    /** None where fewer than two revisions of the total are at hand. */
    static Optional<Firmness> of(Supplies supplies, Supply newest) {
        return FirstPrints.of(supplies, newest.measure().id())
                .filter(prints -> !prints.inRange(Of.ROWS).isEmpty())
                .map(prints -> new Firmness(supplies.dataset(), prints, newest));
    }

    /** @param unit of an amount */
    Formula sentence(ShownUnit unit) {
        return prints.isFromEditionToEdition() ? ofEditions() : ofYears(unit);
    }

    private Formula ofEditions() {
        return ranges().with(
                        "first", dataset.editionName(revised().get(0).first().edition()))
                .with("last", dataset.editionName(newest.edition()))
                .say("No year is printed twice. From edition to edition ({count} steps, {first} to {last}) the total of"
                        + " countries with a figure in both changed by {rows}{hasPrinted?[ (as printed, {printed})| (as printed, not known)]}"
                        + "{hasShare?[, and the share of {leader} by {share} points|; how that of {leader} changed is not known]}."
                        + "|By how much the total changes from edition to edition is not known: a figure is missing.");
    }

    private Formula ofYears(ShownUnit unit) {
        Period year = newest.latest();
        Key now = newest.total(year);
        String years =
                revised().stream().map(Revision::year).map(Period::toString).collect(Collectors.joining(", "));
        return ranges().with("estimates", prints.isEstimate())
                .with("years", years)
                .with("year", year)
                .with("now", unit.inSentence(now))
                .with("unit", unit.toString())
                .with("whole", newest.allKnown(year))
                .with("from", prints.newestAtLowest().map(unit::inSentence))
                .with("to", prints.newestAtHighest().map(unit::inSentence))
                .say(
                        "Later editions revised first {estimates?estimates|prints} of the total in {count} years ({years}), by {rows}"
                                + "{hasPrinted?[ (as printed, {printed})| (as printed, not known)]}"
                                + "{hasShare?[, and the share of {leader} by {share} points|; by how much that of {leader} is not known]}."
                                + " Revised alike, the {now} {unit}{whole?| in known rows} of {year} would be {from} to {to}.|By how much first {estimates?estimates|prints} are revised"
                                + " is not known: a figure is missing.");
    }

    private List<Revision> revised() {
        return prints.inRange(Of.ROWS);
    }

    // ---------------------------------------------------------------- ranges

    private Wording ranges() {
        return words().with("count", revised().size())
                .with("leader", prints.largest().name())
                .with("rows", ends(Of.ROWS).map(ends -> ends.clause(PERCENT)))
                .with("hasPrinted", ends(Of.PRINTED).isPresent())
                .with("hasShare", ends(Of.SHARE).isPresent())
                .with("printed", ends(Of.PRINTED).map(ends -> ends.clause(PERCENT)))
                .with("share", ends(Of.SHARE).map(ends -> ends.clause(POINTS)));
    }

    /** None where a range would be over other revisions than that of the sum of rows. */
    private Optional<Wording> ends(Of of) {
        return prints.lowest(of)
                .filter(key -> prints.inRange(of).equals(revised()))
                .flatMap(low -> prints.highest(of)
                        .map(high -> words().with("low", low)
                                .with("high", high)
                                .with("lowUp", low.isAtLeast(ZERO))
                                .with("highUp", high.isAtLeast(ZERO))
                                .with("lowPoints", low.times(HUNDRED))
                                .with("highPoints", high.times(HUNDRED))
                                .with("same", low.rounded(3).isEqualTo(high.rounded(3)))));
    }
}
