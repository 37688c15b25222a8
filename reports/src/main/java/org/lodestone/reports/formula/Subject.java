package org.lodestone.reports.formula;

import org.lodestone.core.chain.Stage;
import org.lodestone.core.place.Place;

/**
 * The one that a value is of: a country, a company, a holder of quotas, a project.
 *
 * @param id by which subjects are told apart: two companies may have one name
 * @param name as it is shown
 */
public record Subject(String id, String name) {

    /** Nobody in particular. */
    public static final Subject NONE = of("");

    /** A subject that is known by its id or name alone. */
    public static Subject of(String id) {
        return new Subject(id, id);
    }

    /** The country, or other place, of the given name. */
    public static Subject of(Place place) {
        return of(place.name());
    }

    /** A stage of the chain, by its id. */
    public static Subject of(Stage stage) {
        return new Subject(stage.id(), stage.name());
    }

    /** A value, of which something is told in turn. */
    public static Subject of(Key key) {
        return new Subject(key.id(), key.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subject subject && subject.id.equals(id);
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
