package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;

/**
 * A fact that an analyst typed, with what it replaced.
 *
 * @param typed as it was typed
 * @param words what it is a fact of, as in a sentence: {@code mine production of Myanmar 2024}
 * @param fact what the dataset says now
 * @param replaced what it said before under that key; empty where it said nothing
 * @param remarks what else the analyst should know: the unit that was taken, how it was scaled, what follows it
 */
public record TypedFact(
        String typed, String words, Fact fact, ImmutableList<Fact> replaced, ImmutableList<String> remarks) {

    /** The facts that it replaced, in words. */
    public String instead() {
        return replaced.isEmpty()
                ? "nothing"
                : replaced.stream()
                        .map(one -> one.withUnit() + (one.edition().isEmpty() ? "" : " (" + one.edition() + ")"))
                        .distinct()
                        .collect(Collectors.joining("; "));
    }

    /** The fact alone: {@code mine production of Myanmar 2024 at 40,000 t REO}. */
    String inBrief() {
        boolean known = fact.value().filter(Observation::isMissing).isEmpty();
        return words + (known ? " at " + fact.withUnit() : " not known any more");
    }

    /** The fact in a sentence, marked as what it is. */
    public String inSentence() {
        return inBrief()
                + " (typed in, not published; before: "
                + (replaced.isEmpty() ? "not known" : replaced.get(0).withUnit()) + ")";
    }

    @Override
    public String toString() {
        return OneLine.of(typed, words);
    }
}
