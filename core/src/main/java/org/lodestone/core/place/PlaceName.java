package org.lodestone.core.place;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.Nearest;

/**
 * The words of a name, without accents, punctuation and the article: {@code Gambia, The} and {@code the Gambia} are one.
 *
 * @param words in lower case, abbreviations written out
 */
record PlaceName(ImmutableList<String> words) {

    private static final Splitter BETWEEN_WORDS =
            Splitter.on(Pattern.compile("[\\s,.:/()\\[\\]\\-–—]+")).omitEmptyStrings();
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final ImmutableMap<String, String> ABBREVIATIONS = ImmutableMap.<String, String>builder()
            .put("&", "and")
            .put("dem", "democratic")
            .put("fmr", "former")
            .put("is", "islands")
            .put("isds", "islands")
            .put("rep", "republic")
            .put("st", "saint")
            .buildOrThrow();

    /** Words that tell one place from another of nearly the same name. */
    private static final ImmutableSet<String> TELLING = set(
            "north northern south southern east eastern west western central"
                    + " new former democratic peoples papua equatorial bissau american british french dutch kinshasa brazzaville");

    /** Words that many names have, so that they say nothing of which place is meant. */
    private static final ImmutableSet<String> COMMON =
            set("republic of and kingdom state states island islands federal union saint province");

    /** A word of so many letters is told with one of them wrong. */
    private static final int LONG_ENOUGH = 5;

    private static ImmutableSet<String> set(String words) {
        return ImmutableSet.copyOf(Splitter.on(' ').split(words));
    }

    static PlaceName of(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("’", "")
                .replace("'", "")
                .replace("&", " & ");
        return new PlaceName(BETWEEN_WORDS
                .splitToStream(plain)
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .filter(word -> !word.equals("the"))
                .collect(toImmutableList()));
    }

    /** This name with slips put right in words that tell places apart, or that many names have. */
    PlaceName corrected() {
        return new PlaceName(words.stream().map(PlaceName::corrected).collect(toImmutableList()));
    }

    private static String corrected(String word) {
        return Sets.union(TELLING, COMMON).stream()
                .filter(known -> word.length() >= LONG_ENOUGH && known.length() >= LONG_ENOUGH)
                .filter(known -> Nearest.slips(word, known, 1) == 1)
                .findFirst()
                .orElse(word);
    }

    /** The words that tell it from others of nearly the same name: of {@code Korea, North}, north. */
    ImmutableSet<String> telling() {
        return words.stream().filter(TELLING::contains).collect(toImmutableSet());
    }

    /** The words of it that many names have. */
    ImmutableSet<String> common() {
        return words.stream().filter(COMMON::contains).collect(toImmutableSet());
    }

    /** The words of the name that are neither telling nor common: of {@code Korea, Republic of}, korea. */
    String core() {
        return words.stream()
                .filter(word -> !TELLING.contains(word) && !COMMON.contains(word))
                .collect(joining(" "));
    }
}
