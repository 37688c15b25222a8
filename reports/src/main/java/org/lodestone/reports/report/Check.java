package org.lodestone.reports.report;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import java.util.Optional;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/**
 * Something that must hold if a report is sound: a line of the sheet Checks.
 *
 * <p>Its value is 1 where it holds and 0 where it does not. A text, or a missing value, is a doubt: amber on the sheet, and
 * counted among what does not hold.
 *
 * <pre>Check.that(model, "Shares sum to one: reserves 2024", Formula.sum(shares).rounded(6).isEqualTo(ONE))</pre>
 *
 * @param name what must hold, of each check another
 * @param weight how much of the report hangs on it: a heavier check stands before a lighter one
 * @param waits whether a text or a missing value means no more than that something was worked out before inputs were changed, and
 *     waits for the pack to be made again
 * @param said its name, followed by what does not hold; empty where the name says enough
 */
public record Check(String name, Key key, int weight, boolean waits, Optional<Key> said) {

    private static final Term CHECK = Term.of("check");

    /** A check that stands after those of the library, unless it is given another weight. */
    public static Check that(Model.Builder model, String name, Formula holds) {
        return that(model, name, holds, ONE);
    }

    /**
     * A check that may be in doubt even where it holds.
     *
     * @param held what is shown where it holds: a text is a doubt, such as {@code not all read}
     */
    public static Check that(Model.Builder model, String name, Formula holds, Formula held) {
        return new Check(name, model.calculation(key(name), holds.then(held, ZERO)), 0, false, Optional.empty());
    }

    /** A check that is in doubt, whatever a reader types: {@code 3 not read}. */
    public static Check inDoubt(Model.Builder model, String name, String why) {
        return new Check(name, model.label(key(name), why), 0, false, Optional.empty());
    }

    /** A check whose value is worked out by a formula of its own. */
    public static Check of(Model.Builder model, String name, Formula value) {
        return new Check(name, model.calculation(key(name), value), 0, false, Optional.empty());
    }

    /** The same check with another weight. */
    public Check withWeight(int other) {
        return new Check(name, key, other, waits, said);
    }

    /** A check that names what does not hold. */
    public Check saying(Key nameAndFaults) {
        return new Check(name, key, weight, waits, Optional.of(nameAndFaults));
    }

    /** A check of what Java worked out: where it is in doubt, it waits for the pack to be made again. */
    public Check waiting() {
        return new Check(name, key, weight, true, said);
    }

    /** The check in words. */
    public Block.Sentence sentence() {
        return said.map(Block.Sentence::live).orElse(Block.Sentence.plain(name));
    }

    private static Key key(String name) {
        return CHECK.of(Subject.of(name));
    }
}
