package org.lodestone.reports.formula;

/** In which case a value holds: an edition of the figures, a scenario, a demand case. */
public record Case(String name) {

    /** In any case. */
    public static final Case NONE = new Case("");

    public static Case of(String name) {
        return new Case(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
