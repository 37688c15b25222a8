package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.research.Event.Status;
import org.lodestone.core.time.Period;
import org.lodestone.reports.report.DateToWatch;

/**
 * Dates to watch, told apart by whether they are to come and in the order in which a reader wants them.
 *
 * <p>What was due before the figures were gathered has passed, and its outcome was not read unless the dataset says so. Of what
 * falls into the month of gathering, the dataset says which it is.
 *
 * @param leading what leads, due or passed, in the order of the dataset's own ranks; it is in one of the others too
 * @param next what is due, the next first; what is only known to fall into a longer span comes when that ends, after what is
 *     known to be on that day
 * @param notRead what has passed without its outcome being read, the latest first
 * @param passed what has passed and was read, the latest first
 * @param notPublished what has no date that anybody publishes
 */
record Calendar(
        ImmutableList<DateToWatch> leading,
        ImmutableList<DateToWatch> next,
        ImmutableList<DateToWatch> notRead,
        ImmutableList<DateToWatch> passed,
        ImmutableList<DateToWatch> notPublished) {

    /** By the day on which a span ends, the more exact time first. */
    private static final Comparator<DateToWatch> NEXT_FIRST = Comparator.<DateToWatch, LocalDate>comparing(
                    date -> date.when().last())
            .thenComparing(Comparator.<DateToWatch, LocalDate>comparing(
                            date -> date.when().first())
                    .reversed());

    /**
     * Tells them apart and sorts them.
     *
     * @param gathered when the figures were gathered; all that is due is to come where that is not known
     */
    static Calendar of(Period gathered, List<DateToWatch> dates) {
        LocalDate first = gathered.first();
        return new Calendar(
                sorted(dates, Comparator.comparingInt(DateToWatch::lead).thenComparing(NEXT_FIRST), DateToWatch::leads),
                sorted(dates, NEXT_FIRST, date -> isToCome(date, first)),
                sorted(
                        dates,
                        NEXT_FIRST.reversed(),
                        date -> date.status() == Status.NOT_READ
                                || (date.status().isAhead() && !isToCome(date, first))),
                sorted(dates, NEXT_FIRST.reversed(), date -> date.status() == Status.PASSED),
                sorted(dates, NEXT_FIRST, date -> date.status() == Status.NOT_PUBLISHED));
    }

    private static boolean isToCome(DateToWatch date, LocalDate gathered) {
        return date.status().isAhead() && !date.when().last().isBefore(gathered);
    }

    /** Dates that lead, and then those that are due without leading, the next first. */
    ImmutableList<DateToWatch> leadingThenNext() {
        return Stream.concat(leading.stream(), next.stream().filter(date -> !date.leads()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The dates to come, those that lead before others up to a number, in the order in which they come. */
    ImmutableList<DateToWatch> toCome(int most) {
        return leadingThenNext().stream()
                .filter(next::contains)
                .limit(most)
                .sorted(NEXT_FIRST)
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether it has passed without its outcome being read. */
    boolean isNotRead(DateToWatch date) {
        return notRead.contains(date);
    }

    private static ImmutableList<DateToWatch> sorted(
            List<DateToWatch> dates, Comparator<DateToWatch> order, Predicate<DateToWatch> chosen) {
        return dates.stream().filter(chosen).sorted(order).collect(ImmutableList.toImmutableList());
    }
}
