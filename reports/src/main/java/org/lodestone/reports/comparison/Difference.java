package org.lodestone.reports.comparison;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;

/**
 * A fact that is said otherwise, or on one side only.
 *
 * @param before empty where it is new
 * @param after empty where it was dropped
 */
public record Difference(FactKey key, Optional<Fact> before, Optional<Fact> after) {

    /** In which way two sides differ. */
    public enum Kind {
        /** Said on both sides, and not alike. */
        REVISED,
        /** Said on the newer side only. */
        NEW,
        /** Said on the older side only. */
        DROPPED;

        /** By where something is said. */
        static Kind of(Optional<?> before, Optional<?> after) {
            if (before.isPresent() && after.isPresent()) {
                return REVISED;
            }
            return before.isPresent() ? DROPPED : NEW;
        }
    }

    /** Throws if the fact is on neither side. */
    public Difference {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' is on neither side, so it does not differ.");
        }
    }

    /** In which way the sides differ, by where the fact is said. */
    public Kind kind() {
        return Kind.of(before, after);
    }

    /** The fact as it stands now, or as it stood where it was dropped. */
    public Fact shown() {
        return after.or(() -> before).orElseThrow();
    }

    /** The older number, in the unit it has now; empty where one of the two is no number. */
    public OptionalDouble numberBefore() {
        OptionalDouble was = before.map(Fact::number).orElse(OptionalDouble.empty());
        if (was.isEmpty()
                || after.map(Fact::number).orElse(OptionalDouble.empty()).isEmpty()) {
            return OptionalDouble.empty();
        }
        Unit from = before.flatMap(Fact::unit).orElseThrow();
        Unit to = after.flatMap(Fact::unit).orElseThrow();
        return to.comparableWith(from)
                ? OptionalDouble.of(was.getAsDouble()
                        * (from.scale().doubleValue() / to.scale().doubleValue()))
                : OptionalDouble.empty();
    }

    /** By how much it changed, in the unit it has now; empty where one of the two is no number. */
    public OptionalDouble change() {
        OptionalDouble was = numberBefore();
        return was.isPresent()
                ? OptionalDouble.of(after.orElseThrow().number().orElseThrow() - was.getAsDouble())
                : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return OneLine.of(
                key,
                before.map(Fact::withUnit).orElse("not there") + " to "
                        + after.map(Fact::withUnit).orElse("not there"));
    }
}
