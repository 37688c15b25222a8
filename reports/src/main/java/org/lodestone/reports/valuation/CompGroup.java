package org.lodestone.reports.valuation;

import org.lodestone.core.company.Company;

/** Which companies stand together. */
public enum CompGroup {
    CHINA("China"),
    PRODUCING("Outside China, producing"),
    DEVELOPING("Outside China, developing");

    private static final String HOME = "China";

    private final String words;

    CompGroup(String words) {
        this.words = words;
    }

    /** By its place, and by whether it operates at a stage of the chain or only prepares to. */
    static CompGroup of(Company company) {
        if (company.place().name().equals(HOME)) {
            return CHINA;
        }
        return company.operates().isEmpty() ? DEVELOPING : PRODUCING;
    }

    @Override
    public String toString() {
        return words;
    }
}
