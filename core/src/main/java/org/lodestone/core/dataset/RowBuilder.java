package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lodestone.core.figure.Citation;

/** Puts the cells of a row together, each as {@link Row} reads it. */
final class RowBuilder {

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    private final Layout layout;
    private final ImmutableMap.Builder<String, String> cells = ImmutableMap.builder();

    RowBuilder(Layout layout) {
        this.layout = layout;
    }

    /** A cell with what {@code toString} gives, which {@code parse} accepts. */
    RowBuilder with(String column, Object value) {
        cells.put(column, value.toString());
        return this;
    }

    /** A cell that is empty where there is nothing. */
    RowBuilder with(String column, Optional<?> value) {
        return with(column, value.map(Object::toString).orElse(""));
    }

    RowBuilder with(String column, BigDecimal number) {
        return with(column, (Object) number.toPlainString());
    }

    RowBuilder with(String column, double number) {
        return with(column, JsonText.plain(number));
    }

    RowBuilder with(String column, OptionalDouble number) {
        return number.isPresent() ? with(column, number.getAsDouble()) : with(column, "");
    }

    RowBuilder with(String column, OptionalInt number) {
        return with(column, number.isPresent() ? String.valueOf(number.getAsInt()) : "");
    }

    /** Words, separated by semicolons. */
    RowBuilder with(String column, List<String> words) {
        return with(column, (Object) String.join("; ", words));
    }

    /** Sources, and as much of how they know and of the note as the table has columns for. */
    RowBuilder with(Citation citation) {
        with("sources", citation.sources()).with("reliability", citation.reliability());
        if (layout.columns().contains("how")) {
            with("how", citation.how());
        }
        return layout.columns().contains("note") ? with("note", citation.note()) : this;
    }

    /** The last day of a fiscal year: {@code 12-31}. */
    static String monthDay(MonthDay day) {
        return MONTH_DAY.format(day);
    }

    TableRow row() {
        return new TableRow(layout.name(), cells.buildOrThrow());
    }
}
