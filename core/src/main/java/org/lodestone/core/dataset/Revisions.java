package org.lodestone.core.dataset;

import com.google.common.base.Splitter;
import com.google.common.collect.Comparators;
import java.util.Comparator;

/** How the revisions of an edition follow one another: none, {@code v1.0}, {@code v1.9}, {@code v1.10}. */
final class Revisions {

    private static final Splitter PARTS = Splitter.onPattern("[^0-9]+").omitEmptyStrings();
    private static final Comparator<Iterable<String>> NUMBERS = Comparators.lexicographical(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    static final Comparator<String> ORDER = Comparator.<String, Iterable<String>>comparing(PARTS::split, NUMBERS)
            .thenComparing(Comparator.<String>naturalOrder());

    private Revisions() {}
}
