package org.lodestone.reports.attribution;

/** On which ground tonnes count as a company's. */
public enum AttributionBasis {
    /** All of what it runs. */
    OPERATED("operated"),
    /** The tonnes in its accounts, subsidiaries in full. */
    CONSOLIDATED("consolidated"),
    /** Its share by ownership. */
    ATTRIBUTABLE("attributable");

    private final String words;

    AttributionBasis(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
