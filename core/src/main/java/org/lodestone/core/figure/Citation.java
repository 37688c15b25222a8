package org.lodestone.core.figure;

import com.google.common.collect.ImmutableList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.core.internal.text.OneLine;

/**
 * Who says so, and how they know.
 *
 * @param sources ids of the sources
 * @param note a remark for readers; empty when there is none
 * @param row the file and line of its row, {@code plants.csv:3}; empty where it was put together in code. Two citations that differ in
 *     nothing else are equal
 */
public record Citation(ImmutableList<String> sources, Reliability reliability, How how, String note, String row) {

    /** The signs at the end of a sentence. */
    private static final String ENDS = ".!?)”";

    private static final Pattern ESTIMATED = Pattern.compile("(^|[.;] )Estimated\\b");

    /** A citation that is of no row of a file. */
    public Citation(ImmutableList<String> sources, Reliability reliability, How how, String note) {
        this(sources, reliability, how, note, "");
    }

    /** A fact that was read in {@code sources}, which report it. */
    public static Citation of(String... sources) {
        return new Citation(ImmutableList.copyOf(sources), Reliability.READ, How.REPORTED, "");
    }

    /** The same with another note. */
    public Citation withNote(String other) {
        return new Citation(sources, reliability, how, other, row);
    }

    /** Whether the fact must be marked where it is shown, because nobody read it at its source. */
    public boolean isSecondary() {
        return reliability == Reliability.SECONDARY || how == How.SECOND_HAND;
    }

    /** The remark as a sentence, and whether the fact is second-hand; empty where there is nothing to remark. */
    public String remark() {
        String sentence = note.isEmpty() || ENDS.indexOf(note.charAt(note.length() - 1)) >= 0 ? note : note + ".";
        return isSecondary() ? (sentence + " Secondary source.").strip() : sentence;
    }

    /** Whether the source marks the fact as an estimate: a sentence of the note begins with {@code Estimated}. */
    public boolean isEstimate() {
        return ESTIMATED.matcher(note).find();
    }

    /** Whether it says the same, wherever it stands. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Citation citation && content().equals(citation.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    private ImmutableList<Object> content() {
        return ImmutableList.of(sources, reliability, how, note);
    }

    @Override
    public String toString() {
        return OneLine.joined(sources, how, reliability);
    }
}
