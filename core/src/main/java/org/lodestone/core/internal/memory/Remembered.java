package org.lodestone.core.internal.memory;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Remembers what was worked out of each of some things, so that it is worked out once. */
public final class Remembered {

    private Remembered() {}

    /** The value that is known of a key, or else worked out and then known; unlike a map, it lets that ask for other keys. */
    public static <K, V> V of(K key, Map<K, V> known, Function<? super K, ? extends V> workOut) {
        @Nullable V before = known.get(key);
        if (before != null) {
            return before;
        }
        V found = workOut.apply(key);
        known.put(key, found);
        return found;
    }
}
