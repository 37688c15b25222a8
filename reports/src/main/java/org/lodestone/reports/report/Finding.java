package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.research.Verdict;
import org.lodestone.reports.formula.Key;

/**
 * A step of the argument: what the text under study says, what we find, and how sure that is.
 *
 * <pre>
 * Finding.of(Finding.WHAT_FIGURES_SAY, sentence)
 *         .withNumbers(supply.share(china, year))
 *         .withReadOn("Production")
 *         .withWeight(90)
 * </pre>
 *
 * @param under the heading that steps to one question share
 * @param said what the text under study says; empty where it says nothing of it
 * @param found what we find
 * @param verdict whether what was said holds; empty where nothing was said, or nothing is judged
 * @param numbers what the finding rests on, the number that decides it first
 * @param weight how much of the argument hangs on it: a heavier step stands before a lighter one
 * @param readOn the section that says more
 * @param wouldTurn what would have to happen for the finding to turn
 */
public record Finding(
        String under,
        Optional<String> said,
        Block.Sentence found,
        Optional<Verdict> verdict,
        ImmutableList<Key> numbers,
        int weight,
        Optional<String> readOn,
        Optional<Block.Sentence> wouldTurn) {

    /** The heading of findings on what is, apart from what may be. */
    public static final String WHAT_FIGURES_SAY = "What the figures say";

    /** A step that answers to no statement, and stands after those of the library unless it is given another weight. */
    public static Finding of(String under, Block.Sentence found) {
        return new Finding(
                under,
                Optional.empty(),
                found,
                Optional.empty(),
                ImmutableList.of(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** The finding as an answer to a statement, with what becomes of that. */
    public Finding onWhatWasSaid(String statement, Verdict judged) {
        return new Finding(
                under, Optional.of(statement), found, Optional.of(judged), numbers, weight, readOn, wouldTurn);
    }

    public Finding withNumbers(Key... keys) {
        return new Finding(under, said, found, verdict, ImmutableList.copyOf(keys), weight, readOn, wouldTurn);
    }

    public Finding withWeight(int other) {
        return new Finding(under, said, found, verdict, numbers, other, readOn, wouldTurn);
    }

    public Finding withReadOn(String section) {
        return new Finding(under, said, found, verdict, numbers, weight, Optional.of(section), wouldTurn);
    }

    public Finding withWouldTurn(Block.Sentence what) {
        return new Finding(under, said, found, verdict, numbers, weight, readOn, Optional.of(what));
    }

    /** Whether published figures cannot say if what was said holds. */
    public boolean isNotKnown() {
        return verdict.equals(Optional.of(Verdict.NOT_CHECKABLE));
    }
}
