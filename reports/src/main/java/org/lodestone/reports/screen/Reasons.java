package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Filter;
import org.lodestone.reports.internal.words.MissingWords;
import org.lodestone.reports.screen.ScreenResult.Interval;

/** Says in a sentence why a company stands where it does. */
final class Reasons {

    private final ScreenResult result;

    Reasons(ScreenResult result) {
        this.result = result;
    }

    String of(int company) {
        return switch (result.state(company)) {
            case FILTERED_OUT -> ofFilteredOut(company);
            case PROVISIONAL -> ofProvisional(company);
            case RANKED -> ofRanked(company);
        };
    }

    private String ofFilteredOut(int company) {
        Filter filter = result.stoppedBy(company).orElseThrow();
        return "Not looked at: the filter asks for " + filter + ", and "
                + filter.fold(
                        between -> "it is " + number(between.column(), company),
                        any -> "it is " + word(any.column(), company),
                        none -> "it is " + word(none.column(), company),
                        own -> "that does not hold")
                + ".";
    }

    private String number(String column, int company) {
        double value = result.universe().number(column, company);
        return Double.isNaN(value) ? "not known" : Double.toString(value);
    }

    private String word(String column, int company) {
        String word = result.universe().word(column, company);
        return word.isEmpty() ? "not known" : word;
    }

    private String ofProvisional(int company) {
        Interval interval = result.interval(company).orElseThrow();
        double coverage = result.coverage(company);
        String tooLittle = RankedRows.rounded(coverage) < result.screen().coverage()
                ? "only " + twoDecimals(coverage) + " of the weight rests on known values, where "
                        + twoDecimals(result.screen().coverage()) + " are asked for; "
                : "";
        return "Not ranked: " + tooLittle + areNotKnown(company) + "; its score lies between "
                + twoDecimals(interval.worst()) + " and " + twoDecimals(interval.best()) + ".";
    }

    private String ofRanked(int company) {
        StringBuilder sentence = new StringBuilder("Ranks ")
                .append(result.rank(company).orElseThrow())
                .append(" of ")
                .append(result.rankedCount());
        int others = result.sharing(company) - 1;
        if (others > 0) {
            sentence.append(", level with ").append(others).append(others == 1 ? " other" : " others");
        }
        if (result.coverage(company) == 0) {
            return sentence + ": nothing that weighs is known of it.";
        }
        sentence.append(": ").append(strength(company));
        String weakness = weakness(company);
        if (!weakness.isEmpty()) {
            sentence.append("; held back by ").append(weakness);
        }
        List<String> missing = result.missing(company);
        missing.forEach(name -> sentence.append("; ")
                .append(MissingWords.of(result.criterion(name).criterion(), result.otherwise(company, name))));
        return sentence.append('.').toString();
    }

    /** The criteria that are known and under which no company has a higher score, or else the one that adds most, known or not. */
    private String strength(int company) {
        ImmutableList<CriterionScores> most = result.weighing().stream()
                .sorted(Comparator.comparingDouble(one -> -contribution(one, company)))
                .collect(toImmutableList());
        ImmutableList<CriterionScores> first = most.stream()
                .filter(one -> one.raw(company).isPresent() && !one.scaling().isAllEqual())
                .filter(one -> shortfall(one, company) == 0)
                .collect(toImmutableList());
        ImmutableList<CriterionScores> told = first.isEmpty() ? most.subList(0, 1) : first;
        List<String> names = told.stream()
                .map(one -> title(one) + (one == told.get(0) ? amount(one, company) : ""))
                .toList();
        return (first.isEmpty() ? "most from " : "first for ") + Words.listed(names);
    }

    /** The amount that a criterion adds, of what it could add; z-scores have no end to tell. */
    private String amount(CriterionScores one, int company) {
        String adds = twoDecimals(contribution(one, company));
        return one.criterion().normalisation().isUnitRange()
                ? " (" + adds + " of " + twoDecimals(result.share(one, company)) + ")"
                : " (" + adds + ")";
    }

    /**
     * The criterion that loses most against the company that is first for it; empty where it is first for all. What may be
     * larger than it is known is not held against it.
     */
    private String weakness(int company) {
        return result.weighing().stream()
                .filter(one -> one.raw(company).isPresent() && !result.isLowerBound(one, company))
                .filter(one -> RankedRows.rounded(shortfall(one, company)) > 0)
                .max(Comparator.comparingDouble(one -> one.share() * shortfall(one, company)))
                .map(Reasons::title)
                .orElse("");
    }

    private double shortfall(CriterionScores one, int company) {
        return one.highest() - scoreOf(one, company);
    }

    private double contribution(CriterionScores one, int company) {
        return result.contributions(company).stream()
                .filter(part -> part.of().equals(one.name()))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    private static double scoreOf(CriterionScores one, int company) {
        return one.score(company).orElse(0);
    }

    private String areNotKnown(int company) {
        List<String> names = result.missing(company);
        return Words.listed(names.stream()
                        .map(name ->
                                title(result.criterion(name)) + MissingWords.bracketed(result.otherwise(company, name)))
                        .toList())
                + (names.size() == 1 ? " is" : " are") + " not known";
    }

    private static String title(CriterionScores one) {
        return Words.inSentence(one.criterion().title());
    }

    private static String twoDecimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
