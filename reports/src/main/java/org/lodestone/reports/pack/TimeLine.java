package org.lodestone.reports.pack;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Exhibit;

/**
 * Dates as bars over quarters, in the order in which they begin: what is due within a year after the gathering of figures, and what
 * passed in the year before without its outcome being read.
 *
 * @param model takes the first and last day of each
 */
record TimeLine(Period gathered, Calendar calendar, Model.Builder model) {

    private static final Term TERM = Term.of("line of time");

    /** The months before and after the gathering of figures in which a date is drawn. */
    private static final int MONTHS = 12;

    /** The number of bars for which half a page has room: what is due, and then the last that passed. */
    private static final int MOST = 16;

    /** Empty where there are not two dates to compare. */
    Optional<Exhibit> exhibit() {
        List<DateToWatch> due =
                calendar.next().stream().filter(this::isNear).limit(MOST).toList();
        List<DateToWatch> dates = Stream.concat(
                        due.stream(),
                        calendar.notRead().stream().filter(this::isNear).limit(MOST - due.size()))
                .sorted(Comparator.comparing((DateToWatch date) -> date.when().first())
                        .thenComparing(date -> date.when().last()))
                .toList();
        return dates.size() < 2 ? Optional.empty() : Optional.of(exhibit(dates));
    }

    private Exhibit exhibit(List<DateToWatch> dates) {
        List<Key> passed = new ArrayList<>();
        List<Key> first = new ArrayList<>();
        List<Key> last = new ArrayList<>();
        List<Key> names = new ArrayList<>();
        for (DateToWatch date : dates) {
            Subject place = Subject.of(Integer.toString(first.size() + 1));
            Key day = model.label(
                    TERM.sub("first day").of(place), Days.number(date.when().first()));
            first.add(day);
            last.add(model.label(
                    TERM.sub("last day").of(place), Days.number(date.when().last())));
            names.add(model.label(TERM.sub("name").of(place), Words.byItself(date.inBrief())));
            if (calendar.isNotRead(date)) {
                passed.add(day);
            }
        }
        return Exhibit.of(
                        Block.Sentence.plain(finding(dates)),
                        "Dark: one day, light: a longer span"
                                + (passed.isEmpty() ? "" : ", brown: passed, outcome not verified"),
                        Chart.overQuarters(
                                        "What is due, and what passed without its outcome being verified",
                                        Formula.span(first),
                                        Formula.span(last),
                                        passed::contains,
                                        from(dates),
                                        to(dates),
                                        model)
                                .named(Formula.span(names))
                                .build())
                .withSource("as named in the table");
    }

    /** The number of dates due that move the forecast. */
    private String finding(List<DateToWatch> dates) {
        List<DateToWatch> due =
                dates.stream().filter(date -> !calendar.isNotRead(date)).collect(ImmutableList.toImmutableList());
        long moving = due.stream().filter(date -> !date.moves().isEmpty()).count();
        int passed = dates.size() - due.size();
        if (due.isEmpty()) {
            return "No date is ahead; " + passed + " passed without their outcome being verified";
        }
        String ahead = due.size() + (due.size() == 1 ? " date" : " dates") + " ahead";
        return moving > 0
                ? moving + " of " + ahead + (moving == 1 ? " moves" : " move") + " a lever or driver of the forecast"
                : ahead + (passed == 0 ? "" : ", and " + passed + " passed without an outcome that is verified");
    }

    // ---------------------------------------------------------------- what is near

    private boolean isKnown() {
        return gathered.kind() != Period.Kind.NONE;
    }

    private boolean isNear(DateToWatch date) {
        return date.when().kind() != Period.Kind.NONE
                && (!isKnown()
                        || (!date.when().last().isAfter(gathered.last().plusMonths(MONTHS))
                                && !date.when().last().isBefore(gathered.first().minusMonths(MONTHS))));
    }

    /** The first day of all that are drawn; what began long before is cut. */
    private LocalDate from(List<DateToWatch> dates) {
        LocalDate first = dates.stream()
                .map(date -> date.when().first())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return isKnown() ? Comparators.max(first, gathered.first().minusMonths(MONTHS)) : first;
    }

    private static LocalDate to(List<DateToWatch> dates) {
        return dates.stream()
                .map(date -> date.when().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
