package org.lodestone.core.market;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * An announcement, and what the share of one company closed at around the first day on which it could be traded on.
 *
 * <pre>2023 batch 3,600111.SH,quota,2023-12-15,after the close,2023-12-18,CNY,18.88,18.29,,,-1.42,,,,…</pre>
 *
 * <p>Either the closes are those of its row, with the return of the market beside them, or {@code index} says that both are in
 * {@link DailyPrice}. Where no day is known, it is listed without numbers.
 *
 * @param event what was announced, in the same few words for every company
 * @param company id of the company
 * @param kind such as {@code quota}: announcements of one kind are looked at together
 * @param announced the day of it; {@link Period#NONE} where it is not known
 * @param timing whether the market had closed by then
 * @param day the first trading day on which it was known; {@link Period#NONE} where none is
 * @param unit of the closes, such as {@code CNY}
 * @param closeBefore the last close before {@code day}
 * @param close the close of {@code day}
 * @param closeNext the close of the next trading day
 * @param closeFifth the close of the fifth trading day after {@code day}
 * @param market the return of the market on {@code day}, in percent
 * @param marketNext that of the next trading day
 * @param marketFifth that from the close before to the close of the fifth trading day after
 * @param index the market index in {@link DailyPrice} that the share is set against
 */
public record Announcement(
        String event,
        String company,
        String kind,
        Period announced,
        Timing timing,
        Period day,
        Optional<Unit> unit,
        Optional<BigDecimal> closeBefore,
        Optional<BigDecimal> close,
        Optional<BigDecimal> closeNext,
        Optional<BigDecimal> closeFifth,
        Optional<BigDecimal> market,
        Optional<BigDecimal> marketNext,
        Optional<BigDecimal> marketFifth,
        Optional<String> index,
        Citation citation) {

    private static final BigDecimal ALL_IS_LOST = new BigDecimal(-100);

    /** Whether an announcement could still be traded on, on its own day. */
    public enum Timing {
        /** Before the market closed, or at an hour that is not stated. */
        IN_TIME,
        /** After the close: the next trading day is its first. */
        AFTER_THE_CLOSE;

        /** The words in a dataset: {@code after the close}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Throws if its day is no day, cannot be the first, or is without the closes that it needs, or if a close or return cannot be. */
    public Announcement {
        requireDay("announced", announced);
        requireDay("day", day);
        Map<String, Optional<BigDecimal>> closes =
                Map.of("close_before", closeBefore, "close", close, "close_next", closeNext, "close_fifth", closeFifth);
        Map<String, Optional<BigDecimal>> returns =
                Map.of("market_pct", market, "market_next_pct", marketNext, "market_fifth_pct", marketFifth);
        closes.forEach((column, amount) -> amount.filter(known -> known.signum() <= 0)
                .ifPresent(
                        known -> refuse(column, known, ": a share costs more than nothing. Look the close up again.")));
        returns.forEach((column, amount) -> amount.filter(known -> known.compareTo(ALL_IS_LOST) <= 0)
                .ifPresent(known -> refuse(column, known, "%: a market loses less than all. Write −1.5% as -1.5.")));
        boolean isCounted = day.kind() == Period.Kind.DAY;
        if (isCounted) {
            requireFirst(announced, timing, day);
        }
        boolean hasNumbers = closes.values().stream().anyMatch(Optional::isPresent)
                || returns.values().stream().anyMatch(Optional::isPresent);
        if (hasNumbers && index.isPresent()) {
            refuse(
                    "index",
                    index.get(),
                    ", and closes or returns stand beside it: daily-prices has them. Leave them out here.");
        }
        if ((hasNumbers || index.isPresent()) && !isCounted) {
            throw new IllegalArgumentException(
                    "day is empty, and there are prices. Write the first trading day, or leave them out.");
        }
        if (isCounted && index.isEmpty() && (closeBefore.isEmpty() || close.isEmpty())) {
            refuse(
                    "day",
                    day,
                    ", and it has no price: close_before or close is empty. Fill in both, or leave day empty.");
        }
        if (hasNumbers && unit.isEmpty()) {
            throw new IllegalArgumentException(
                    "unit is empty, and there are closes. Write their currency, such as CNY.");
        }
    }

    /** Whether it has a day, and so numbers. */
    public boolean isCounted() {
        return day.kind() == Period.Kind.DAY;
    }

    private static void requireDay(String column, Period period) {
        if (period.kind() != Period.Kind.DAY && period.kind() != Period.Kind.NONE) {
            refuse(column, period, ", which is no day. Write one, such as 2023-12-18, or leave it empty.");
        }
    }

    private static void requireFirst(Period announced, Timing timing, Period day) {
        if (announced.kind() == Period.Kind.NONE) {
            refuse("day", day, ", and announced is empty. Write when it was announced, or leave day empty.");
        }
        if (day.first().isBefore(announced.first())) {
            refuse(
                    "day",
                    day,
                    ", before it was announced on " + announced + ". Write the first trading day from then on.");
        }
        if (timing == Timing.AFTER_THE_CLOSE && day.equals(announced)) {
            refuse("day", day, ", on which it came after the close. Write the next trading day, with its closes.");
        }
    }

    private static void refuse(String column, Object value, String why) {
        throw new IllegalArgumentException(column + " is '" + value + "'" + why);
    }

    @Override
    public String toString() {
        return OneLine.of(event, company, day);
    }
}
