package org.lodestone.reports.comparison;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.CellType;
import org.lodestone.core.dataset.Column;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.time.Period;

/** A part of a year that is scaled to the year, as {@code x12} says: a month, a batch of a quota. */
record TypedScale(Dataset dataset, String typed) {

    private static final int MONTHS_OF_A_YEAR = 12;

    /** A part of a year is scaled, and to no more than a year. */
    void requireScalable(TypedKey part, BigDecimal times) {
        String scale = "x" + times.toPlainString();
        Period period = part.period()
                .orElseThrow(() -> new IllegalArgumentException("'" + typed + "' is scaled by " + scale
                        + ", and a row of the table " + part.form().name() + " is not an amount of a period. Leave out "
                        + scale + "."));
        int most = isBatch(part) ? MONTHS_OF_A_YEAR : timesInYear(period);
        if (most <= 1) {
            throw new IllegalArgumentException("'" + typed + "' is scaled by " + scale + ", and '" + period
                    + "' is no part of a year. Leave out " + scale + ".");
        }
        if (times.signum() <= 0 || times.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException("'" + typed + "' is scaled by " + scale
                    + ", which makes it other than a year at most. Write x" + most + " or less"
                    + (isBatch(part) ? "." : " for '" + period + "'."));
        }
    }

    private static boolean isBatch(TypedKey typed) {
        return typed.isOf(DatasetTables.QUOTAS) && !typed.key().part(4).equals("year");
    }

    /** How often a period is in a year, in whole times: 12 for a month, 1 for a year or more. */
    private static int timesInYear(Period period) {
        return switch (period.kind()) {
            case NONE, YEAR, FISCAL_YEAR, TRAILING, YEARS, NINE_MONTHS -> 1;
            case DAY -> period.first().lengthOfYear();
            case MONTH, QUARTER, HALF, MONTHS ->
                (int) (MONTHS_OF_A_YEAR
                        / ChronoUnit.MONTHS.between(
                                period.first(), period.last().plusDays(1)));
        };
    }

    /** The same of the whole year. */
    TypedKey ofTheYear(TypedKey part) {
        List<String> parts = new ArrayList<>(part.key().parts());
        for (int i = 0; i < parts.size(); i++) {
            Column<?, ?> of = part.form().columns().get(i);
            if (of.name().equals("batch")) {
                parts.set(i, "year");
            } else if (of.cell().kind() == CellType.Kind.PERIOD) {
                int index = i;
                Period.find(parts.get(i))
                        .filter(period -> period.kind() != Period.Kind.NONE)
                        .ifPresent(period -> parts.set(
                                index,
                                (period.kind() == Period.Kind.FISCAL_YEAR ? period : Period.year(period.year()))
                                        .toString()));
            }
        }
        String whole = part.form().name() + "/" + String.join("/", parts)
                + part.edition().map(named -> "@" + named).orElse("");
        return TypedKey.parse(whole, dataset);
    }
}
