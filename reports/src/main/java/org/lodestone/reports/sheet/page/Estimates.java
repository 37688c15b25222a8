package org.lodestone.reports.sheet.page;

/** The mark of what its source prints as an estimate, beside its time: {@code 2025e}. */
final class Estimates {

    private Estimates() {}

    static String marked(String when, boolean isEstimate) {
        return isEstimate ? when + "e" : when;
    }

    /** The meaning of the mark, after a caption; empty where nothing bears it. */
    static String meaning(boolean some) {
        return some ? "; e: estimated" : "";
    }
}
