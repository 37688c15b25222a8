package org.lodestone.core.quota;

import java.util.Locale;

/** Who holds a quota. Not always who mines: a group's members do. */
public record Holder(Kind kind, String name) {

    /** The kind of a holder. */
    public enum Kind {
        /** All holders together: the whole quota. */
        TOTAL,
        /** A group to which a quota is allotted, and whose members use it. */
        GROUP,
        /** A province to which a quota is allotted, for the mines or plants in it. */
        PROVINCE,
        /** A single company. */
        COMPANY;

        /** The word in a dataset: {@code group}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All holders together. */
    public static final Holder ALL = new Holder(Kind.TOTAL, "all");

    /** Throws if the holder {@code all} is not of kind {@link Kind#TOTAL}, or if another is. */
    public Holder {
        if ((kind == Kind.TOTAL) != name.equals("all")) {
            throw new IllegalArgumentException("'" + name + "' of kind " + kind
                    + " is no holder. The holder 'all' is of kind total, and every other of another kind.");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
