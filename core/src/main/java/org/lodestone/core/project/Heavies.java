package org.lodestone.core.project;

import java.util.Locale;

/** What a line of a project has to do with heavy rare earths. */
public enum Heavies {
    /** It makes oxides or metals of single heavy rare earths, or is built to. */
    SEPARATED,
    /** Its ore or concentrate has much of them, which others separate. */
    CONTAINED;

    /** As a dataset writes it: {@code separated}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
