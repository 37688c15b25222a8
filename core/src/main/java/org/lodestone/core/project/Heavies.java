package org.lodestone.core.project;

import java.util.Locale;

/** The part that heavy rare earths have in a line of a project. */
public enum Heavies {
    /** It makes oxides or metals of single heavy rare earths, or is built to. */
    SEPARATED,
    /** Its ore or concentrate has much of them, which others separate. */
    CONTAINED;

    /** The word in a dataset: {@code separated}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
