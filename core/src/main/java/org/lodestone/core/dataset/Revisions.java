package org.lodestone.core.dataset;

import com.google.common.base.Splitter;
import com.google.common.collect.Comparators;
import java.util.Comparator;
import java.util.List;

/** How the revisions of an edition follow one another: none, {@code v1.0}, {@code v1.9}, {@code v1.10}. */
final class Revisions {

    private static final Splitter PARTS = Splitter.onPattern("[^0-9]+").omitEmptyStrings();
    private static final Comparator<List<String>> NUMBERS = Comparators.lexicographical(
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    static final Comparator<String> ORDER = Comparator.<String, List<String>>comparing(PARTS::splitToList, NUMBERS)
            .thenComparing(Comparator.naturalOrder());

    private Revisions() {}
}
