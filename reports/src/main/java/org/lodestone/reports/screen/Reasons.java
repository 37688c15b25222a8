package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.internal.words.MissingWords;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.screen.ScreenResult.Interval;

/** Says in a sentence why a company stands where it does. */
final class Reasons {

    private final ScreenResult result;
    /** The words for a value of each criterion that is a column of a table, by its name. */
    private final ImmutableMap<String, DoubleFunction<String>> words;

    Reasons(ScreenResult result) {
        this.result = result;
        this.words = result.screen().criteria().stream()
                .filter(one -> one.indicator().tableColumn().isPresent())
                .collect(toImmutableMap(
                        Criterion::name, one -> result.written(one).inWords()));
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
        Optional<String> own = filter.fold(new Filter.Cases<>(
                between -> Optional.of(number(between.column(), company)),
                words -> Optional.of(word(words.column(), company)),
                rule -> Optional.empty()));
        return words().with("filter", filter.toString())
                .with("own", own.map(Formula::text))
                .with("rule", own.isEmpty())
                .told("Not looked at: the filter asks for {filter}, and {rule?that does not hold}[it is {own}].");
    }

    private String number(String column, int company) {
        double value = result.universe().number(column, company);
        return Double.isNaN(value) ? "not known" : OneLine.number(value);
    }

    private String word(String column, int company) {
        String word = result.universe().word(column, company);
        return word.isEmpty() ? "not known" : word;
    }

    private String ofProvisional(int company) {
        Interval interval = result.interval(company).orElseThrow();
        double coverage = result.coverage(company);
        List<String> names = result.missing(company).stream()
                .map(name -> title(result.criterion(name)) + MissingWords.bracketed(result.otherwise(company, name)))
                .toList();
        return words().with(
                        "tooLittle",
                        RankedRows.rounded(coverage) < result.screen().coverage())
                .with("known", twoDecimals(coverage))
                .with("asked", twoDecimals(result.screen().coverage()))
                .with("criteria", Words.listed(names))
                .with("one", names.size() == 1)
                .with("worst", twoDecimals(interval.worst()))
                .with("best", twoDecimals(interval.best()))
                .told(
                        "Not ranked: {tooLittle?only {known} of the weight rests on known values, where {asked} are asked for; }"
                                + "{criteria} {one?is|are} not known; its score lies between {worst} and {best}.");
    }

    private String ofRanked(int company) {
        int others = result.sharing(company) - 1;
        Wording words = words().with("rank", result.rank(company).orElseThrow())
                .with("ranked", result.rankedCount())
                .withSome("others", others)
                .with("one", others == 1);
        if (result.coverage(company) == 0) {
            return words.told(
                    "Ranks {rank} of {ranked}[, level with {others} {one?other|others}]: nothing that weighs is known of it.");
        }
        String missing = result.missing(company).stream()
                .map(name ->
                        "; " + MissingWords.of(result.criterion(name).criterion(), result.otherwise(company, name)))
                .collect(Collectors.joining());
        return words.with("strength", strength(company))
                .with("weakness", weakness(company).map(Formula::text))
                .with("missing", missing)
                .told(
                        "Ranks {rank} of {ranked}[, level with {others} {one?other|others}]: {strength}[; held back by {weakness}]{missing}.");
    }

    /** The criteria that are known and under which no company has a higher score, or else the one that adds most, known or not. */
    private String strength(int company) {
        ImmutableList<CriterionScores> first = firsts(company);
        List<CriterionScores> told = first.isEmpty() ? most(company).stream().toList() : first;
        List<String> names = told.stream()
                .map(one -> title(one) + value(one, company) + (one == told.get(0) ? amount(one, company) : ""))
                .toList();
        return words().with("first", !first.isEmpty())
                .with("criteria", Words.listed(names))
                .told("{first?first for|most from} {criteria}");
    }

    private ImmutableList<CriterionScores> firsts(int company) {
        return result.weighing().stream()
                .filter(one -> one.raw(company).isPresent() && !one.scaling().isAllEqual())
                .filter(one -> shortfall(one, company) == 0)
                .sorted(byAmount(company).reversed())
                .collect(toImmutableList());
    }

    private Optional<CriterionScores> most(int company) {
        return result.weighing().stream().max(byAmount(company));
    }

    private Comparator<CriterionScores> byAmount(int company) {
        return Comparator.comparingDouble(one -> result.adds(one, company));
    }

    /** The amount that a criterion adds, of what it could add; z-scores have no end to tell. */
    private String amount(CriterionScores one, int company) {
        return words().with("adds", twoDecimals(result.adds(one, company)))
                .with("ends", one.criterion().normalisation().isUnitRange())
                .with("most", twoDecimals(result.share(one, company)))
                .told(" ({adds}{ends? of {most}})");
    }

    /**
     * The criterion that loses most against the company that is first for it; empty where it is first for all. What may be
     * larger than it is known is not held against it.
     */
    private Optional<String> weakness(int company) {
        return result.weighing().stream()
                .filter(one -> one.raw(company).isPresent() && !result.isLowerBound(one, company))
                .filter(one -> RankedRows.rounded(shortfall(one, company)) > 0)
                .max(Comparator.comparingDouble(one -> one.share() * shortfall(one, company)))
                .map(one -> title(one) + (isToldAsStrength(one, company) ? " as well" : value(one, company)));
    }

    /** Whether what holds a company of a table back is what it has most from, whose value was told. */
    private boolean isToldAsStrength(CriterionScores one, int company) {
        return words.containsKey(one.name())
                && firsts(company).isEmpty()
                && most(company).equals(Optional.of(one));
    }

    /** The value of a company in a table, as people write it; nothing where a dataset has it, which says more of it elsewhere. */
    private String value(CriterionScores one, int company) {
        DoubleFunction<String> inWords = words.get(one.name());
        OptionalDouble value = one.raw(company);
        return inWords != null && value.isPresent() ? ", " + inWords.apply(value.getAsDouble()) : "";
    }

    private double shortfall(CriterionScores one, int company) {
        return one.highest() - one.score(company).orElse(0);
    }

    private static String title(CriterionScores one) {
        return Words.inSentence(one.criterion().title());
    }

    private static String twoDecimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
