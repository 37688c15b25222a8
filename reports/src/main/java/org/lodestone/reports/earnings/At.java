package org.lodestone.reports.earnings;

/** The prices and volumes at which earnings are told. */
public enum At {
    /** Sales of the last twelve months, at the spot or the last known price. */
    SPOT("at the spot"),
    /** The year after the spot, at the price of the deck and with the volume to come. */
    NEXT("in the next year");

    private final String words;

    At(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
