package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;

/**
 * A step of the argument: what it is about, what we find, and how sure that is.
 *
 * <pre>
 * Finding.of("growth", "Growth slows", sentence)
 *         .withVerdict(verdict)
 *         .withNumbers(supply.growth(year))
 *         .withReadOn("Mining")
 *         .withWeight(90)
 * </pre>
 *
 * @param id by which a text under study names the finding that answers it
 * @param step a few words: {@code China holds the chain}
 * @param found what we find, with its numbers
 * @param inProse the same as a sentence that needs no step before it; empty where {@code found} is one
 * @param verdict whether it holds, in a few words; empty where nothing is judged
 * @param headline the finding in the words of a title; empty where it is none
 * @param numbers what the finding rests on, the number that decides it first
 * @param weight how much of the argument hangs on it: a heavier step stands before a lighter one
 * @param readOn the section that says more
 */
public record Finding(
        String id,
        Block.Sentence step,
        Block.Sentence found,
        Optional<Block.Sentence> inProse,
        Optional<Block.Sentence> verdict,
        Optional<Block.Sentence> headline,
        ImmutableList<Key> numbers,
        int weight,
        Optional<String> readOn) {

    /** A step that judges nothing, and stands after those of the library unless it is given another weight. */
    public static Finding of(String id, String step, Block.Sentence found) {
        return of(id, Block.Sentence.plain(step), found);
    }

    /** A step whose name is live. */
    public static Finding of(String id, Block.Sentence step, Block.Sentence found) {
        return new Finding(
                id,
                step,
                found,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ImmutableList.of(),
                0,
                Optional.empty());
    }

    /** The same finding with a sentence that needs no step before it, for a note. */
    public Finding withProse(Block.Sentence sentence) {
        return new Finding(id, step, found, Optional.of(sentence), verdict, headline, numbers, weight, readOn);
    }

    /** Whether it holds, in a few words: {@code holds in 78% of draws}. */
    public Finding withVerdict(Block.Sentence judged) {
        return new Finding(id, step, found, inProse, Optional.of(judged), headline, numbers, weight, readOn);
    }

    /** The finding as a title would say it: {@code Separation is the choke point}. */
    public Finding withHeadline(Block.Sentence title) {
        return new Finding(id, step, found, inProse, verdict, Optional.of(title), numbers, weight, readOn);
    }

    /** The same finding with the numbers it rests on, the one that decides it first. */
    public Finding withNumbers(Key... keys) {
        return new Finding(id, step, found, inProse, verdict, headline, ImmutableList.copyOf(keys), weight, readOn);
    }

    /** The same finding with another weight: a heavier step stands before a lighter one. */
    public Finding withWeight(int other) {
        return new Finding(id, step, found, inProse, verdict, headline, numbers, other, readOn);
    }

    /** The same finding with the section that says more, by its name. */
    public Finding withReadOn(String section) {
        return new Finding(id, step, found, inProse, verdict, headline, numbers, weight, Optional.of(section));
    }

    @Override
    public String toString() {
        return OneLine.of(id, step, found);
    }
}
