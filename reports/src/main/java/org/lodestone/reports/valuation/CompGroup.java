package org.lodestone.reports.valuation;

import org.lodestone.core.company.Company;
import org.lodestone.core.place.Place;

/** Which companies stand together: those of the country that has most of them, and the others by whether they produce. */
public enum CompGroup {
    /** Companies of the country that has most of those compared. */
    HOME(""),
    /** Companies of other countries that operate a mine or a plant. */
    PRODUCING(", producing"),
    /** Companies of other countries that operate none yet. */
    DEVELOPING(", developing");

    private final String state;

    CompGroup(String state) {
        this.state = state;
    }

    /** By its place, and by whether it operates at a stage of the chain or only prepares to. */
    static CompGroup of(Company company, Place home) {
        if (company.place().equals(home)) {
            return HOME;
        }
        return company.operates().isEmpty() ? DEVELOPING : PRODUCING;
    }

    /** The words that a reader sees: {@code Outside China, producing}. */
    public String title(Place home) {
        return this == HOME ? home.name() : "Outside " + home.name() + state;
    }
}
