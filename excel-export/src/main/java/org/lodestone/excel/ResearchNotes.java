package org.lodestone.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.file.SafeFiles;
import org.lodestone.reports.pack.ResearchNote;

/** Writes notes. The same note gives the same bytes on every machine. */
public final class ResearchNotes {

    private ResearchNotes() {}

    /** The kinds of file that a note can be, told by the ending of their names. */
    public enum Format {
        /** For Word and its like; charts are those of the workbook. */
        DOCX,
        /** One page that needs no other file; charts answer to the pointer. */
        HTML;

        /** The format of a file; empty where its ending is that of none. */
        public static Optional<Format> of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return Stream.of(values())
                    .filter(format -> name.endsWith(format.ending()))
                    .findFirst();
        }

        /** The ending of its files: {@code .docx}. */
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /** The endings that there are, as a sentence has them: {@code .docx or .html}. */
        public static String endings() {
            return Stream.of(values()).map(Format::ending).collect(Collectors.joining(" or "));
        }
    }

    /** Writes a note to a file, in the format that its ending says. */
    public static void write(ResearchNote note, Path file) throws IOException {
        write(note, Theme.STANDARD, file);
    }

    /**
     * Writes a note to a file in the look of a house, in the format that its ending says. A file that is there is replaced only once the new one is
     * complete.
     *
     * @throws IOException if the file cannot be written; what was there is then untouched
     */
    public static void write(ResearchNote note, Theme theme, Path file) throws IOException {
        Format format = Format.of(file)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + file + "' has an ending that says no format of a note."
                                + " Let it end in " + Format.endings() + "."));
        SafeFiles.write(SafeFiles.target(file), bytes(note, theme, format));
    }

    /** A note as the bytes of its file. */
    static byte[] bytes(ResearchNote note, Theme theme, Format format) throws IOException {
        return switch (format) {
            case DOCX -> WorkerThread.done(() -> NoteDocument.of(note, theme));
            case HTML -> NotePage.of(note, theme);
        };
    }
}
