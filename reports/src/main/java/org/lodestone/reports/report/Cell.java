package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.reports.formula.Key;

/** What stands in one place of a table. */
public sealed interface Cell {

    /**
     * A value of the model.
     *
     * @param again whether it belongs to another table of the report, and is only shown here as well
     */
    record Of(Key key, Shown shown, boolean again) implements Cell {

        /** A value that belongs here, unless an earlier table has it already. */
        public Of(Key key, Shown shown) {
            this(key, shown, false);
        }
    }

    /** Plain words. */
    record Words(String text) implements Cell {}

    /** The sources of the figures in this row; with {@code ids}, these sources. */
    record Cites(ImmutableList<String> ids) implements Cell {}

    /** The marks of the remarks on the figures in this row, explained below the table. */
    record Marks() implements Cell {}

    /** Where in the report the figures of a source stand. */
    record Uses(String sourceId) implements Cell {}

    /** A way to another section. */
    record GoTo(String section, String text) implements Cell {}

    /** A way out of the report. */
    record Web(String url) implements Cell {
        /** What is shown of the address: its host. */
        public String text() {
            return url.replaceFirst("^[a-z]+://", "")
                    .replaceFirst("^www\\.", "")
                    .replaceFirst("[/?#].*$", "");
        }
    }

    /** Nothing. */
    record Blank() implements Cell {}

    /** A value that belongs to another table of the report, shown here as well. */
    static Cell again(Key key, Shown shown) {
        return new Of(key, shown, true);
    }

    /** A value that belongs to another table, or nothing where there is none. */
    static Cell again(Optional<Key> key, Shown shown) {
        return key.map(one -> again(one, shown)).orElse(BLANK);
    }

    /** A value, or nothing where there is none. */
    static Cell of(Optional<Key> key, Shown shown) {
        return key.<Cell>map(k -> new Of(k, shown)).orElse(BLANK);
    }

    Cell BLANK = new Blank();
    Cell MARKS = new Marks();
    Cell CITES = new Cites(ImmutableList.of());
}
