package org.lodestone.core.place;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A country, a group of countries, what a table calls <em>other countries</em>, or the world.
 *
 * @param name the one name used here: {@code Myanmar}, never {@code Burma}
 * @param code the ISO 3166-1 alpha-2 code of a country; Namibia's is {@code NA}
 */
public record Place(Kind kind, String name, Optional<String> code) {

    /** The kind of a place. Only a country has a share, a rank and a code of its own. */
    public enum Kind {
        /** A single country, with a code. */
        COUNTRY,
        /** Countries counted together: {@code European Union}, {@code China + Malaysia + Australia}. */
        GROUP,
        /** The rest of a table, whose members are not told. */
        OTHER,
        /** All countries together. */
        WORLD
    }

    /** All countries together: the place of a world total. */
    public static final Place WORLD = new Place(Kind.WORLD, "World", Optional.empty());
    /** The row <em>other countries</em> of a table, whose members are not told. */
    public static final Place OTHER = new Place(Kind.OTHER, "Other countries", Optional.empty());

    /** Throws if the name is blank, if a country has no code, or if any other place has one. */
    public Place {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A place needs a name.");
        }
        if ((kind == Kind.COUNTRY) != code.isPresent()) {
            throw new IllegalArgumentException("'" + name + "': a country has a code, and nothing else has one.");
        }
    }

    static Place country(String code, String name) {
        return new Place(Kind.COUNTRY, name, Optional.of(code));
    }

    static Place group(String name) {
        return new Place(Kind.GROUP, name, Optional.empty());
    }

    /** The place that {@code text} names in any of the spellings its sources use; refuses an unknown one. */
    public static Place parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a known place. "
                        + Gazetteer.meant(text)
                                .map(name -> "Did you mean '" + name + "'?")
                                .orElse("Use its common English name, not a code.")));
    }

    /** The place that {@code text} names, if it is known. */
    public static Optional<Place> find(String text) {
        return Gazetteer.find(text);
    }

    /** Whether it is a single country, with a share and a rank of its own. */
    public boolean isCountry() {
        return kind == Kind.COUNTRY;
    }

    /** The countries that the name of a group joins with a plus; of any other place itself alone. */
    public ImmutableList<Place> members() {
        return kind == Kind.GROUP
                ? Splitter.on(" + ")
                        .splitToStream(name)
                        .flatMap(one -> find(one).stream())
                        .collect(toImmutableList())
                : ImmutableList.of(this);
    }

    /** The name, which {@link #parse} accepts. */
    @Override
    public String toString() {
        return name;
    }
}
