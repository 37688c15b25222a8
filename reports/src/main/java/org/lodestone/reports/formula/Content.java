package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.figure.Citation;

/** What stands behind a key. Every number a reader sees is one of these, and shows which. */
public sealed interface Content {

    /** An observed figure with its citation. A reader may overwrite it, even with the code of a missing figure. */
    record Figure(Value value, Citation citation) implements Content {}

    /** An analyst's choice, with the reason and, where there is one, a source. A reader may overwrite it. */
    record Assumption(Value value, String reason, ImmutableList<String> sources) implements Content {}

    /** A constant of the field or of arithmetic: 1,000 t in a kt, the scale of an index. */
    record Definition(double amount, String meaning) implements Content {}

    /** A name or a year, which stands for itself. */
    record Label(Value value) implements Content {}

    /** A formula over other keys. */
    record Calculation(Formula formula) implements Content {}

    /** A result that no sheet can work out, with how Java came to it. */
    record Computed(Value value, String how) implements Content {}

    /** The ids of the sources it is from; none for what is worked out or defined. */
    default ImmutableList<String> citedSources() {
        if (this instanceof Figure figure) {
            return figure.citation().sources();
        }
        return this instanceof Assumption assumption ? assumption.sources() : ImmutableList.of();
    }

    /** Whether a reader may overwrite it, so that it may turn out to be missing whatever it is now. */
    default boolean isInput() {
        return this instanceof Figure || this instanceof Assumption;
    }
}
