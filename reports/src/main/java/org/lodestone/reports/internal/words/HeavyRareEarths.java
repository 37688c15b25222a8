package org.lodestone.reports.internal.words;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which rare earths are heavy: terbium to lutetium, and yttrium.
 *
 * <p>That is where the USGS draws the line (Mineral Commodity Summaries 2026, chapters on rare earths and on heavy rare
 * earths). Others begin at gadolinium or europium, so a total of heavy rare earths is only as good as its definition.
 */
public final class HeavyRareEarths {

    /** Names by symbol, in the order of the periodic table, yttrium last. */
    public static final ImmutableMap<String, String> ELEMENTS = ImmutableMap.<String, String>builder()
            .put("Tb", "terbium")
            .put("Dy", "dysprosium")
            .put("Ho", "holmium")
            .put("Er", "erbium")
            .put("Tm", "thulium")
            .put("Yb", "ytterbium")
            .put("Lu", "lutetium")
            .put("Y", "yttrium")
            .buildOrThrow();

    /** Trade names of mixtures with heavy rare earths in them: SEG begins with samarium, europium, gadolinium. */
    private static final ImmutableSet<String> MIXTURES = ImmutableSet.of("heavy", "hre", "hree", "hreo", "seg", "segh");

    private static final Splitter WORDS = Splitter.on(CharMatcher.inRange('A', 'Z')
                    .or(CharMatcher.inRange('a', 'z'))
                    .negate())
            .omitEmptyStrings();
    private static final Pattern SYMBOLS = Pattern.compile("(?:La|Ce|Pr|Nd|Pm|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Sc|Y)++");
    private static final Pattern SYMBOL = Pattern.compile("[A-Z][a-z]?");

    private HeavyRareEarths() {}

    /** Whether a product's name names a heavy rare earth or a mixture of them: {@code Dy and Tb oxides from SEGH}. */
    public static boolean namedIn(String product) {
        return place(product).isPresent()
                || WORDS.splitToStream(product).anyMatch(word -> MIXTURES.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** The place in {@link #ELEMENTS} of the first element that a product's name names. */
    public static OptionalInt place(String product) {
        return WORDS.splitToStream(product)
                .flatMapToInt(word -> places(word).stream().mapToInt(place -> place))
                .findFirst();
    }

    /** The heavy elements that a word names: one by its name, or several by their symbols, as in {@code DyTb}. */
    private static ImmutableSet<Integer> places(String word) {
        int named = ELEMENTS.values().asList().indexOf(word.toLowerCase(Locale.ROOT));
        if (named >= 0) {
            return ImmutableSet.of(named);
        }
        ImmutableSet.Builder<Integer> places = ImmutableSet.builder();
        if (SYMBOLS.matcher(word).matches()) {
            Matcher symbol = SYMBOL.matcher(word);
            while (symbol.find()) {
                int place = ELEMENTS.keySet().asList().indexOf(symbol.group());
                if (place >= 0) {
                    places.add(place);
                }
            }
        }
        return places.build();
    }
}
