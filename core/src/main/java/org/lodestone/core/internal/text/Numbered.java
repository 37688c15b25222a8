package org.lodestone.core.internal.text;

import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Names and keys of which there are several alike, told apart by a number: the second is 2. */
public final class Numbered {

    private Numbered() {}

    /** The one that is wanted where it is free, else the first of those with a number that is. */
    public static <T> T free(T wanted, IntFunction<T> numbered, Predicate<T> isFree) {
        T free = wanted;
        for (int n = 2; !isFree.test(free); n++) {
            free = numbered.apply(n);
        }
        return free;
    }
}
