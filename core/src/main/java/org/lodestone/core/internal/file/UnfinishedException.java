package org.lodestone.core.internal.file;

import java.io.IOException;

/** A folder is changed, but not all of its files could take their places; any later run on it completes that. */
public final class UnfinishedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final IOException hindrance;

    /** @param hindrance why a file could not take its place */
    public UnfinishedException(IOException hindrance) {
        super(hindrance.getMessage(), hindrance);
        this.hindrance = hindrance;
    }

    /** Why a file could not take its place. */
    public IOException hindrance() {
        return hindrance;
    }
}
