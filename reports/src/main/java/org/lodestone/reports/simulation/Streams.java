package org.lodestone.reports.simulation;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.lodestone.reports.formula.Key;

/**
 * A stream of random numbers for each seed, driver and block of draws.
 *
 * <p>What a driver draws therefore depends neither on the other drivers nor on who works out which block.
 */
final class Streams {

    private Streams() {}

    /**
     * The number by which a driver is known: from its text alone, so the same on every machine. It is made of names and not of
     * ids, so that draws stay those of packs made before there were ids.
     */
    static long driver(Key key) {
        String text = String.join(
                "\n",
                key.what().name(),
                key.of().name(),
                key.when().toString(),
                key.in().name());
        return Hashing.farmHashFingerprint64()
                .hashString(text, StandardCharsets.UTF_8)
                .asLong();
    }

    /**
     * The stream of a block.
     *
     * <p>The mixing matters. A {@link SplittableRandom} counts up by a fixed step, so two streams that start a few steps
     * apart are the same stream, shifted.
     */
    static SplittableRandom of(long seed, long driver, long block) {
        return new SplittableRandom(mix(mix(mix(seed) + driver) + block));
    }

    /** Turns every bit of the result with even odds when one bit of {@code z} turns: Stafford's mix 13 of 64 bits. */
    private static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
