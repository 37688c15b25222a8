package org.lodestone.core.internal.file;

import java.io.IOException;

/** A folder is changed, but not all of its files could take their places; any later run on it completes that. */
public final class UnfinishedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param hindrance why a file could not take its place */
    public UnfinishedException(IOException hindrance) {
        super(hindrance.getMessage(), hindrance);
    }
}
