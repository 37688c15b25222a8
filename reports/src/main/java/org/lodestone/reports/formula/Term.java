package org.lodestone.reports.formula;

import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;

/**
 * The meaning of a value, in the words of the field: {@code mine production}, {@code share of sum of rows}.
 *
 * @param id by which terms are told apart, whatever they are called
 * @param name as it is shown
 */
public record Term(String id, String name) {

    /** Throws if id or name is blank. */
    public Term {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A term needs a name.");
        }
    }

    /** A term that is known by its name. */
    public static Term of(String name) {
        return new Term(name, name);
    }

    /** The measure itself as a meaning: {@code mine production}. */
    public static Term of(Measure measure) {
        return new Term(measure.id(), measure.name());
    }

    /** The name of a stage, apart from a measure that is called the same. */
    public static Term of(Stage stage) {
        return new Term("stage " + stage.id(), stage.name());
    }

    /** A term within this one: {@code mine production} and {@code growth} give {@code mine production: growth}. */
    public Term sub(String part) {
        String sub = name + ": " + part;
        return id.equals(name) ? of(sub) : new Term(id + ": " + part, sub);
    }

    /** The value of this term, of nobody in particular and at no particular time. */
    public Key key() {
        return Key.of(this);
    }

    /** The value of this term, of a subject, at no particular time. */
    public Key of(Subject subject) {
        return Key.of(this, subject);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Term term && term.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
