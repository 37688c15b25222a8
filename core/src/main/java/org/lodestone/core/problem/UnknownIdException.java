package org.lodestone.core.problem;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.Nearest;

/** Something was asked for by an id or name that is none: a slip of whoever asks, and not a gap in the data. */
public final class UnknownIdException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The id that was asked for. */
    private final String id;

    private UnknownIdException(String id, String message) {
        super(message);
        this.id = id;
    }

    /**
     * An exception that names the id that was probably meant.
     *
     * <pre>'mine-prodution' is not a measure of rare-earths. Did you mean 'mine-production'?</pre>
     *
     * @param expected what it should be, and of what: {@code a measure of rare-earths}
     * @param known all ids there are
     */
    public static UnknownIdException of(String id, String expected, Iterable<String> known) {
        ImmutableList<String> all = ImmutableList.copyOf(known);
        return of(
                id,
                expected,
                all,
                all.isEmpty() ? "There is none." : "There are " + all.size() + ", none spelled like it.");
    }

    /** The same with a remedy of its own where no id is near. */
    public static UnknownIdException of(String id, String expected, Iterable<String> known, String otherwise) {
        return new UnknownIdException(
                id, "'" + id + "' is not " + expected + ". " + Nearest.remedy(id, known, otherwise));
    }

    /** A sentence that helps who asked for an id that is none: the nearest, or all where they are few, or {@code otherwise}. */
    public static String remedy(String id, Iterable<String> known, String otherwise) {
        return Nearest.remedy(id, known, otherwise);
    }

    /** The id that was asked for. */
    public String id() {
        return id;
    }
}
