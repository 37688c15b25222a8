package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;

/** A commodity or chapter as somebody calls it, compared by its letters alone. */
record CommodityName(String letters) {

    private static final CharMatcher LETTERS = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

    static CommodityName of(String name) {
        return new CommodityName(letters(name));
    }

    /** Whether {@code other} is the same. */
    boolean fits(String other) {
        return letters.equals(letters(other));
    }

    /**
     * The chapter or commodity that {@code name} means among those of figures: the one that is called so, or the only one that is when
     * brackets are left out, such as Graphite (natural), or the one of which it is the code or another name.
     */
    static CommodityName meantBy(String name, Stream<String> ofFigures) {
        CommodityName asked = of(name);
        ImmutableSet<String> known = ofFigures.map(CommodityName::inWords).collect(ImmutableSet.toImmutableSet());
        if (known.stream().anyMatch(asked::fits)) {
            return asked;
        }
        List<String> meant = known.stream()
                .filter(one -> letters(BRACKETS.matcher(one).replaceAll("")).equals(asked.letters()))
                .toList();
        if (meant.size() > 1) {
            throw new IllegalArgumentException(
                    "'" + name + "' may be one of: " + String.join("; ", meant) + ". Write which.");
        }
        return meant.isEmpty() ? of(Commodities.of(name).commodity()) : of(meant.get(0));
    }

    /** A name in the letters of a sentence: {@code Talc and pyrophyllite}. */
    static String inWords(String name) {
        return Words.byItself(name.toLowerCase(Locale.ROOT).replaceAll(" ?— ?", ", "));
    }

    /** The id that is made of a name: {@code mine-production-bentonite} for Mine production: Bentonite. */
    static String id(String name) {
        return LETTERS.negate().trimAndCollapseFrom(name.toLowerCase(Locale.ROOT), '-');
    }

    private static String letters(String name) {
        return LETTERS.retainFrom(name.toLowerCase(Locale.ROOT));
    }
}
