package org.lodestone.reports.report;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/**
 * The names that sentences speak of, each given once, so that a sentence is a template over them.
 *
 * <pre>
 * words().with("leader", supply.rankedName(1, year))
 *         .with("share", share)
 *         .with("year", year)
 *         .say("{leader} has {share:0.0%} in {year}[ and {ahead:0.0%} in {end}|, its share in {end} is not known]")
 * </pre>
 *
 * <table>
 * <caption>What a template may hold</caption>
 * <tr><td>{@code {share}}</td><td>a value or words by name</td></tr>
 * <tr><td>{@code {share:0.0%}}</td><td>a number as {@code 68.5%}; {@code 0} and {@code 0.0} without percent, {@code +0.0%} with its
 * sign, {@code -0.0} with a true minus</td></tr>
 * <tr><td>{@code a|b}</td><td>the first of these of which every number is known</td></tr>
 * <tr><td>{@code [a|b]}</td><td>the same for a clause, which is left out where none can be said, or where the page has nothing by a
 * name in the first</td></tr>
 * <tr><td>{@code {short?a|b}}</td><td>the one where the truth of that name holds, the other where it does not; {@code b} may be left
 * out</td></tr>
 * <tr><td>{@code {count=1?a|b}}</td><td>the same where a number or a count is one; {@code =0} likewise, and {@code >0} and {@code >1}
 * for a number that is above</td></tr>
 * </table>
 *
 * <p>The template is the key of its translation, so it is a constant: what differs from case to case is a name.
 */
public final class Wording {

    /** The words of a sentence where one of its numbers is not known, unless its template has others for that. */
    public static final String NOT_KNOWN = "Not known: a figure behind it is missing";

    private static final Values NO_CELLS = Model.builder().build().values();

    private static final Wording NONE = new Wording(ImmutableMap.of());

    private final ImmutableMap<String, Optional<Formula>> names;

    private Wording(ImmutableMap<String, Optional<Formula>> names) {
        this.names = names;
    }

    /** No names yet. */
    public static Wording words() {
        return NONE;
    }

    /** One more name, of a number, a text or a truth that follows the cells, such as a value of the model. */
    public Wording with(String name, Formula live) {
        return with(name, Optional.of(live));
    }

    /** One more name, of words such as a place or a unit. */
    public Wording with(String name, String words) {
        return with(name, Formula.text(words));
    }

    /** One more name, of how many there are of something. */
    public Wording with(String name, int count) {
        return with(name, counted(count));
    }

    private static String counted(int count) {
        return Shown.WHOLE.text(Value.of((double) count));
    }

    /** One more name, of the unit beside a number. */
    public Wording with(String name, Unit unit) {
        return with(name, unit.toString());
    }

    /** One more name, of how many there are of something; a clause that names it goes with it where there is none. */
    public Wording withSome(String name, int count) {
        return with(name, count > 0, () -> Formula.text(counted(count)));
    }

    /** One more name, of a year or another time. */
    public Wording with(String name, Period period) {
        return with(name, period.toString());
    }

    /** One more name, of something that is so of the page or not, whatever its cells hold. */
    public Wording with(String name, boolean truth) {
        return with(name, new Formula.Literal(Value.of(truth)));
    }

    /** One more name, of what the page may not have: a clause that names it goes with it. */
    public Wording with(String name, Optional<? extends Formula> live) {
        if (names.containsKey(name)) {
            throw new IllegalArgumentException(
                    "{" + name + "} is given twice. Give the second value a name of its own.");
        }
        return new Wording(ImmutableMap.<String, Optional<Formula>>builder()
                .putAll(names)
                .put(name, live.map(known -> known))
                .buildOrThrow());
    }

    /** One more name, of what the page has only where that is so, and is not worked out where it has not. */
    public Wording with(String name, boolean has, Supplier<Formula> live) {
        return with(name, has ? Optional.of(live.get()) : Optional.empty());
    }

    /**
     * A sentence, worked out anew when one of its numbers changes. Where one is not known, and the template has no other words, it
     * says that.
     *
     * @throws IllegalArgumentException if the template cannot be read, or names what is not given
     */
    public Formula say(String template) {
        return Template.of(template).sentence(names);
    }

    /**
     * A part of a sentence; where one of its numbers is not known, and the template has no other words, nor is it.
     *
     * @throws IllegalArgumentException if the template cannot be read, or names what is not given
     */
    public Formula clause(String template) {
        return Template.of(template).clause(names);
    }

    /**
     * A sentence, or a part of one, that follows no cell, since each of its names is words, or so or not.
     *
     * @throws IllegalArgumentException if the template cannot be read, or names what is not given
     */
    public String told(String template) {
        return NO_CELLS.of(clause(template)).inSentence();
    }

    /** Several texts in a row: {@code a}, {@code a and b}, {@code a, b and c}. */
    public static Formula listed(List<Formula> texts) {
        return inARow(", ", " and ", texts);
    }

    /** Several texts in a row, with the same words between any two. */
    public static Formula inARow(String between, List<Formula> texts) {
        return inARow(between, between, texts);
    }

    private static Formula inARow(String between, String beforeLast, List<Formula> texts) {
        List<Formula> parts = new ArrayList<>();
        for (Formula text : texts) {
            if (!parts.isEmpty()) {
                parts.add(Formula.text(parts.size() == texts.size() * 2 - 3 ? beforeLast : between));
            }
            parts.add(text);
        }
        return parts.isEmpty() ? Formula.text("") : Formula.sentence(parts.toArray(Formula[]::new));
    }

    @Override
    public String toString() {
        return OneLine.of("wording", names.keySet());
    }
}
