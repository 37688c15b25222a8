package org.lodestone.core.place;

import java.util.Optional;

/**
 * A country, or one of the aggregates that statistics print beside countries.
 *
 * <p>{@link #parse} takes the spellings of statistics: {@code Burma} is Myanmar, {@code World total (rounded)} the world,
 * {@code Rest of world} other countries, {@code China + Malaysia} a group.
 *
 * @param code the ISO 3166-1 code of a country
 */
public record Place(Kind kind, String name, Optional<String> code) {

    /** What a place is. */
    public enum Kind {
        COUNTRY,
        /** Several named countries counted as one. */
        GROUP,
        /** Countries that a statistic does not name. */
        OTHER,
        WORLD
    }

    public static final Place WORLD = new Place(Kind.WORLD, "World", Optional.empty());
    public static final Place OTHER = new Place(Kind.OTHER, "Other countries", Optional.empty());

    static Place country(String code, String name) {
        return new Place(Kind.COUNTRY, name, Optional.of(code));
    }

    static Place group(String name) {
        return new Place(Kind.GROUP, name, Optional.empty());
    }

    /** The place of a name or spelling, if it is a known one. */
    public static Optional<Place> find(String spelling) {
        return Gazetteer.find(spelling);
    }

    /** The place of a name or spelling. Throws {@link IllegalArgumentException}, with the nearest name, for others. */
    public static Place parse(String spelling) {
        return find(spelling)
                .orElseThrow(() -> new IllegalArgumentException("'" + spelling + "' is not a country or aggregate."
                        + Gazetteer.nearest(spelling)
                                .map(name -> " Did you mean '" + name + "'?")
                                .orElse("")));
    }

    public boolean isCountry() {
        return kind == Kind.COUNTRY;
    }

    @Override
    public String toString() {
        return name;
    }
}
