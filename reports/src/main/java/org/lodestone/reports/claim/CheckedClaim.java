package org.lodestone.reports.claim;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Verdict;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

/**
 * A claim with what became of it.
 *
 * @param printed what the text prints, in the claim's unit or in words
 * @param recomputed what the dataset gives, in the claim's unit, by the first way that rounds to the print, else by the
 *     first; empty where nothing can be worked out
 * @param newest what the newest edition gives for the same; empty where that is the edition used, or where it
 *     has no figure within itself
 * @param judged the verdict, as a text that follows the figures
 * @param ways the ways of working it out that were tried, the one that counts first
 * @param how these ways in words, with the numbers they take and what they give; empty where none was tried
 * @param remark what else a reader should know
 * @param model what stands behind all of these
 */
public record CheckedClaim(
        Claim claim,
        Key printed,
        Optional<Key> recomputed,
        Optional<Key> newest,
        Key judged,
        ImmutableList<Way> ways,
        Optional<Key> how,
        String remark,
        Model model) {

    /**
     * A way of working a claim out.
     *
     * @param words the numbers it takes and what it does with them, as a text that follows the figures
     * @param value the result, in the claim's unit
     * @param fits {@code yes} where it rounds to the print, else {@code no}; missing where there is no result
     */
    public record Way(Key words, Key value, Key fits) {

        @Override
        public String toString() {
            return words.toString();
        }
    }

    /** The verdict, by the figures of the dataset. */
    public Verdict verdict() {
        String text = model.value(judged).inSentence();
        return Verdict.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    /** Whether the verdict is the one the dataset expects. */
    public boolean asExpected() {
        return verdict() == claim.expected();
    }

    /** The unit of its numbers; empty where they count something. */
    public String unit() {
        String unit = claim.unit().toString();
        return unit.equals("x") ? "" : unit;
    }

    /** The value from the dataset, rounded to two digits more than are printed; a dash where nothing can be worked out. */
    public String recomputedText() {
        return recomputed.map(key -> text(model.value(key))).orElse(Words.NONE);
    }

    /** How it was worked out, what other ways give, and what the newest edition says, in a sentence or two. */
    public String derivation() {
        return (how.map(key -> model.value(key).inSentence() + " ").orElse("") + remark).strip();
    }

    private String text(Value value) {
        return value.isNumber()
                ? Printed.shortly(value.number().orElseThrow(), Printed.digits(claim.printed()))
                : value.inSentence();
    }

    @Override
    public String toString() {
        return OneLine.of(
                claim.statement(),
                OneLine.amount(claim.printed(), claim.unit()),
                verdict().inWords());
    }
}
