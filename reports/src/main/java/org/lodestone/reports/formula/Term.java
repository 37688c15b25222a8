package org.lodestone.reports.formula;

/** What a value is, in the words of the field: {@code mine production}, {@code share of sum of rows}. */
public record Term(String name) {

    public Term {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A term needs a name.");
        }
    }

    public static Term of(String name) {
        return new Term(name);
    }

    /** A term within this one: {@code mine production} and {@code growth} give {@code mine production: growth}. */
    public Term sub(String part) {
        return new Term(name + ": " + part);
    }

    /** The value of this term, of nobody in particular and at no particular time. */
    public Key key() {
        return Key.of(this);
    }

    public Key of(Subject subject) {
        return key().of(subject);
    }

    @Override
    public String toString() {
        return name;
    }
}
