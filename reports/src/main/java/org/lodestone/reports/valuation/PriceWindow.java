package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;

/**
 * Days so near each other that prices of them compare.
 *
 * <p>A window runs for {@value #DAYS} days from a day on which a share has a price, to the last such day in it. The first of a list has
 * prices of the most companies, of several such the latest; others do not overlap with one before them, and have at least half as many.
 *
 * @param companies that have a price in it
 */
record PriceWindow(LocalDate first, LocalDate last, int companies) {

    /** Days from the first to the last, both counted: a week, and the same day of the next. */
    static final int DAYS = 8;

    /** So that a long history of closes leaves a list that can be read. */
    private static final int LISTED = 6;

    /**
     * The windows of some companies, the best first.
     *
     * @param prices of each company
     */
    static ImmutableList<PriceWindow> of(Collection<List<SharePrice>> prices) {
        List<PriceWindow> all = prices.stream()
                .flatMap(List::stream)
                .filter(price -> isOfADay(price))
                .map(SharePrice::day)
                .distinct()
                .map(day -> from(day, prices))
                .sorted(Comparator.comparing(PriceWindow::companies)
                        .thenComparing(PriceWindow::first)
                        .reversed())
                .toList();
        List<PriceWindow> taken = new ArrayList<>();
        for (PriceWindow window : all) {
            boolean isLarge = taken.isEmpty() || 2 * window.companies >= taken.get(0).companies;
            if (isLarge && taken.size() < LISTED && taken.stream().noneMatch(window::overlaps)) {
                taken.add(window);
            }
        }
        return ImmutableList.copyOf(taken);
    }

    private static PriceWindow from(LocalDate day, Collection<List<SharePrice>> prices) {
        PriceWindow whole = new PriceWindow(day, day.plusDays(DAYS - 1), 0);
        List<List<SharePrice>> inside = prices.stream()
                .map(of -> of.stream().filter(whole::has).toList())
                .filter(of -> !of.isEmpty())
                .toList();
        LocalDate last = inside.stream()
                .flatMap(List::stream)
                .map(SharePrice::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new PriceWindow(day, last, inside.size());
    }

    private static boolean isOfADay(SharePrice price) {
        return price.stated().flatMap(StatedFact::period).map(Period::kind).equals(Optional.of(Period.Kind.DAY));
    }

    private boolean overlaps(PriceWindow other) {
        return !last.isBefore(other.first) && !other.last.isBefore(first);
    }

    /** Whether a price is of a day in it. */
    boolean has(SharePrice price) {
        return isOfADay(price) && daysFrom(price) == 0;
    }

    /** From it to the day of a price, before or after; none in it. */
    long daysFrom(SharePrice price) {
        return Math.max(
                0, Math.max(ChronoUnit.DAYS.between(price.day(), first), ChronoUnit.DAYS.between(last, price.day())));
    }

    /** In words: {@code 6 to 13 February 2026}. */
    @Override
    public String toString() {
        String end = Days.inSentence(last);
        String start = Days.inSentence(first);
        String rest = end.substring(end.indexOf(' '));
        if (start.equals(end)) {
            return end;
        }
        if (start.endsWith(rest)) {
            return first.getDayOfMonth() + " to " + end;
        }
        String year = " " + first.getYear();
        return (first.getYear() == last.getYear() ? start.substring(0, start.length() - year.length()) : start) + " to "
                + end;
    }
}
