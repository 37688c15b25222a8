package org.lodestone.core.figure;

import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;

/**
 * Where a number can be looked up.
 *
 * @param citation author, title, date and page, as a reader would cite it
 * @param brief what a source line under a table calls it, such as {@code USGS MCS 2026}; empty where {@link #shortName} will do
 */
public record Source(String id, String citation, Optional<String> brief, Optional<String> url) {

    /** A source that a source line calls by the beginning of its citation. */
    public Source(String id, String citation, Optional<String> url) {
        this(id, citation, Optional.empty(), url);
    }

    /** Its name in a source line: the one it is given, or else the citation up to its first comma. */
    public String shortName() {
        int comma = citation.indexOf(',');
        return brief.orElseGet(() -> comma < 0 ? citation : citation.substring(0, comma));
    }

    @Override
    public String toString() {
        return OneLine.of(id, citation);
    }
}
