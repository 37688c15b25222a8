package org.lodestone.reports.formula;

/** In which case a value holds: an edition of the figures, a scenario, a demand case. */
public record Case(String name) {

    /** In any case. */
    public static final Case NONE = new Case("");

    /** The case of this name, such as that of an edition: {@code MCS2025}. */
    public static Case of(String name) {
        return new Case(name);
    }

    // spelled out as in Key, of which it is a part
    @Override
    public boolean equals(Object other) {
        return other instanceof Case one && one.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
