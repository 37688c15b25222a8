package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.quantity.Quantity;
import org.lodestone.core.time.Period;

/**
 * Figures that can be read and can hardly be meant: reserves that would not last a year.
 *
 * <p>The data of 2026 print the reserves of vanadium in metric tons, and in the chapter they are in thousands of them.
 *
 * @param reserves the sum of those known
 * @param output of the newest year, the sum of what is known
 */
public record Doubt(String edition, String commodity, String name, Quantity reserves, Period year, Quantity output) {

    /** All doubts about the figures of world tables. */
    public static ImmutableList<Doubt> about(UsgsReading reading) {
        ImmutableList<PrintedTotal> totals = PrintedTotal.of(reading);
        ImmutableList.Builder<Doubt> doubts = ImmutableList.builder();
        for (PrintedTotal reserves : totals) {
            if (reserves.kind() == Kind.RESERVES) {
                output(reserves, totals)
                        .map(output -> new Doubt(
                                reserves.edition(),
                                reserves.commodity(),
                                reserves.name(),
                                Quantity.of(reserves.sumOfKnown(), reserves.unit()),
                                output.period(),
                                Quantity.of(output.sumOfKnown(), output.unit())))
                        .filter(Doubt::isShort)
                        .ifPresent(doubts::add);
            }
        }
        return doubts.build();
    }

    /** The latest production of the same commodity in the same edition, in a comparable unit. */
    private static Optional<PrintedTotal> output(PrintedTotal reserves, ImmutableList<PrintedTotal> totals) {
        return totals.stream()
                .filter(total -> total.kind() == Kind.PRODUCTION)
                .filter(total -> total.edition().equals(reserves.edition())
                        && total.commodity().equals(reserves.commodity())
                        && total.unit().comparableWith(reserves.unit()))
                .reduce((first, second) -> second.period().compareTo(first.period()) > 0 ? second : first);
    }

    private boolean isShort() {
        BigDecimal held = reserves.in(output.unit()).amount();
        return held.signum() > 0 && held.compareTo(output.amount()) < 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s of %s: the rows sum to %,.0f %s, less than the %,.0f %s produced in %s. Maybe the unit is another"
                        + " than the file says; look it up in the chapter.",
                edition,
                name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
                commodity.toLowerCase(Locale.ROOT),
                reserves.amount(),
                reserves.unit(),
                output.amount(),
                output.unit(),
                year);
    }
}
