package org.lodestone.reports.formula;

import java.util.Optional;

/**
 * The effect of a missing input on the result of a function, in Java and in a sheet alike. A text is no number, so where a number
 * is wanted it counts as missing.
 */
public enum Gap {
    /** One missing input leaves no result. */
    STRICT {
        @Override
        Optional<Value> resultWithout(Arguments args) {
            return args.firstMissing();
        }
    },
    /** Missing ones are left out; there is no result only where nothing is known. */
    OF_KNOWN {
        @Override
        Optional<Value> resultWithout(Arguments args) {
            return args.known(0).length == 0 ? Optional.of(Value.missing("nothing is known")) : Optional.empty();
        }
    },
    /** The value that is looked for in a span must be known; missing ones in the span are left out. */
    SOUGHT,
    /** There is no result where the condition is missing, or what it chooses. */
    CHOICE,
    /** Another value takes its place. */
    FILLED,
    /** One that cannot be worked out, or is empty, leaves no result; a published code is a text like any other. */
    SPOKEN {
        @Override
        Optional<Value> resultWithout(Arguments args) {
            return args.values().stream()
                    .map(Value::repeated)
                    .filter(Value::isNotAvailable)
                    .findFirst();
        }
    },
    /** Other words take its place. */
    CAUGHT,
    /** It is taken for its code, or only counted, so it never leaves a gap. */
    TOLD;

    /** The result where the gap alone decides it. */
    Optional<Value> resultWithout(Arguments args) {
        return Optional.empty();
    }
}
