package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;

/** The content of one place of a table. */
public sealed interface Cell {

    /**
     * The result of the function for its kind.
     *
     * <p>It takes the functions together, and has no other form that takes them one by one: an interface with a method of its own
     * is initialised before its records are, and two threads could wait for each other over the constants below.
     */
    <T> T fold(Cases<T> cases);

    /** A function for each case. */
    record Cases<T>(
            Function<Of, T> value,
            Function<String, T> words,
            Function<Cites, T> cites,
            Function<Uses, T> uses,
            Function<GoTo, T> goTo,
            Function<Web, T> web,
            Function<Blank, T> blank) {}

    /**
     * A value of the model.
     *
     * @param again whether it belongs to another table of the report, and is only shown here as well
     * @param way the section that says more, to which it leads; empty where none does
     */
    record Of(Key key, Shown shown, boolean again, Optional<String> way) implements Cell {

        /** A value that belongs here, unless an earlier table has it already. */
        public Of(Key key, Shown shown) {
            this(key, shown, false, Optional.empty());
        }

        /** The value as a way to another section. */
        public Of leadingTo(Optional<String> section) {
            return new Of(key, shown, again, section);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.value().apply(this);
        }

        @Override
        public String toString() {
            return "[" + key + "]";
        }
    }

    /** Plain words. */
    record Words(String text) implements Cell {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.words().apply(text);
        }

        @Override
        public String toString() {
            return OneLine.joined(text);
        }
    }

    /** The sources of the figures in this row, or behind it in a table that is calculated throughout; with {@code ids}, these sources. */
    record Cites(ImmutableList<String> ids) implements Cell {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.cites().apply(this);
        }
    }

    /** Where in the report the figures of a source stand. */
    record Uses(String sourceId) implements Cell {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.uses().apply(this);
        }
    }

    /** A way to another section. */
    record GoTo(String section, String text) implements Cell {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.goTo().apply(this);
        }
    }

    /** A way out of the report. */
    record Web(String url) implements Cell {
        /** The part of the address that is shown: its host. */
        public String text() {
            return url.replaceFirst("^[a-z]+://", "")
                    .replaceFirst("^www\\.", "")
                    .replaceFirst("[/?#].*$", "");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.web().apply(this);
        }
    }

    /** Nothing. */
    record Blank() implements Cell {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.blank().apply(this);
        }
    }

    /** A value that belongs to another table of the report, shown here as well. */
    static Cell again(Key key, Shown shown) {
        return new Of(key, shown, true, Optional.empty());
    }

    /** A value that belongs to another table, or nothing where there is none. */
    static Cell again(Optional<Key> key, Shown shown) {
        return key.map(one -> again(one, shown)).orElse(BLANK);
    }

    /** A value, or nothing where there is none. */
    static Cell of(Optional<Key> key, Shown shown) {
        return key.<Cell>map(k -> new Of(k, shown)).orElse(BLANK);
    }

    /** A place with nothing in it. */
    Cell BLANK = new Blank();
    /** The sources of the figures in the row. */
    Cell CITES = new Cites(ImmutableList.of());
}
