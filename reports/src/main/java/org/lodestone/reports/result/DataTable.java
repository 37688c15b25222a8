package org.lodestone.reports.result;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import org.lodestone.reports.formula.Value;

/**
 * A table as data: a column for each field, which holds numbers or texts, and a row for each row of the report that says something.
 *
 * @param id by which the table is asked for; tables of one id are one, and the field {@code part} tells them apart
 * @param rows what each row has, by the name of the field, made as it is asked for
 */
record DataTable(String id, ImmutableList<Field> fields, Iterable<Map<String, Entry>> rows) {

    /** A value and its unit. A formula says in a text that it has no result, which is no word in a table. */
    record Entry(Value value, String unit) {
        Entry {
            value = value.asText().filter(Value.NOT_AVAILABLE::equals).isPresent() ? Value.empty() : value;
        }

        static Entry of(String text) {
            return new Entry(text.isEmpty() ? Value.empty() : Value.of(text), "");
        }

        boolean isNumber() {
            return value.number().isPresent();
        }

        boolean isText() {
            return value.fold(number -> false, text -> true, truth -> false, missing -> false);
        }
    }

    /**
     * A column.
     *
     * @param isNumber whether it holds numbers; a text that stands among them is found in the results alone
     * @param unit the unit of all its numbers; empty where they differ
     */
    record Field(String name, boolean isNumber, String unit) {

        /** Its value in a row: a number or a text; missing where the row has none. */
        Value in(Map<String, Entry> row) {
            Value value = row.getOrDefault(name, Entry.of("")).value();
            if (isNumber) {
                return value.number().isPresent() ? Value.of(value.number().getAsDouble()) : Value.empty();
            }
            return value.fold(
                    number -> Value.of(Print.plain(number)),
                    Value::of,
                    truth -> Value.of(truth + ""),
                    missing -> missing);
        }
    }
}
