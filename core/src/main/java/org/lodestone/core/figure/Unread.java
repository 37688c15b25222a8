package org.lodestone.core.figure;

import java.util.OptionalInt;

/**
 * A place of a source that printed something which could not be read as a figure. The figure is missing from the dataset, and
 * totals and shares of the table where it stood are too small or too large by it.
 *
 * <pre>MCS2023_Antimony_World.csv,7,Russia (recoverable),"Mine production",2022,20000,'Russia (recoverable)' is not a place.</pre>
 *
 * @param file the file of the source
 * @param line where it stands there; empty where the whole file is meant
 * @param place as it is printed; empty where it is not known, as is each of the next three
 * @param measure as it is printed, or a measure of the dataset by name
 * @param period as it is printed
 * @param text the value as it is printed
 * @param reason why it could not be read, and what would help
 */
public record Unread(
        String file, OptionalInt line, String place, String measure, String period, String text, String reason) {

    /** Throws if no file or no reason is named, or if the line is below 1. */
    public Unread {
        if (file.isBlank()) {
            throw new IllegalArgumentException("file: is empty. Name the file in which it is printed.");
        }
        if (line.isPresent() && line.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "line: '" + line.getAsInt() + "' is no line of a file. Lines count from 1.");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: is empty. Say why it could not be read.");
        }
    }

    /** Where it stands: {@code MCS2023_Antimony_World.csv:7}. */
    public String at() {
        return line.isPresent() ? file + ":" + line.getAsInt() : file;
    }
}
