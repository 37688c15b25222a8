package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A commodity or chapter as somebody calls it, compared by its letters alone. */
record CommodityName(String letters) {

    /** What the names of the older files start with, such as the {@code lithi} of {@code mcs2024-lithi_world.csv}. */
    private static final Pattern CODE = Pattern.compile("[a-z]{5}");

    static CommodityName of(String name) {
        return new CommodityName(letters(name));
    }

    /** Whether {@code other}, a name in full or a code, is the same. */
    boolean fits(String other) {
        return letters.equals(letters(other)) || (isCode(other) && letters.startsWith(other));
    }

    static boolean isCode(String name) {
        return CODE.matcher(name).matches();
    }

    boolean isAChapterIn(List<UsgsFigure> figures) {
        return figures.stream().anyMatch(figure -> fits(figure.chapter()));
    }

    /** A name in the letters of a sentence: {@code Talc and pyrophyllite}. */
    static String inWords(String name) {
        if (name.isEmpty() || isCode(name)) {
            return name;
        }
        String words = name.toLowerCase(Locale.ROOT).replaceAll(" ?— ?", ", ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String letters(String name) {
        return CharMatcher.inRange('a', 'z')
                .or(CharMatcher.inRange('0', '9'))
                .retainFrom(name.toLowerCase(Locale.ROOT));
    }
}
