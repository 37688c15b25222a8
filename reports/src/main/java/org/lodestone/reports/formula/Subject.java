package org.lodestone.reports.formula;

import org.lodestone.core.place.Place;

/** Of whom or of what a value is: a country, a company, a holder of quotas, a project. */
public record Subject(String name) {

    /** Of nobody in particular. */
    public static final Subject NONE = new Subject("");

    public static Subject of(String name) {
        return new Subject(name);
    }

    public static Subject of(Place place) {
        return new Subject(place.name());
    }

    @Override
    public String toString() {
        return name;
    }
}
