package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestone.core.internal.table.LibraryTable;

/**
 * The basis of a tonne in a release, by its id: {@code Co} for <em>cobalt content</em>, {@code REO} for
 * <em>rare-earth-oxide (REO) equivalent</em>, {@code gross weight} as it stands.
 */
final class Bases {

    private static final String ELEMENTS = "elements.csv";
    private static final ImmutableMap<String, String> SYMBOLS = read();

    private static final Pattern SYMBOL_IN_BRACKETS =
            Pattern.compile(".*\\(([A-Z][A-Za-z0-9]*)\\) (?:content|equivalent)|contained .*\\(([A-Z][A-Za-z0-9]*)\\)");
    private static final Pattern CONTAINED = Pattern.compile(
            "(?:(?:metric tons|kilograms) of )?(?:contained|elemental) (.+)|(?:recoverable )?(.+?) (?:content|equivalent)");
    private static final Pattern FORMULA = Pattern.compile("[A-Z][a-z]*[0-9]*[A-Z][A-Za-z0-9]*|[A-Z][a-z]?[0-9]+");

    /** A unit of its basis has no slash, which would be per. */
    private static final CharMatcher BETWEEN_WORDS = CharMatcher.anyOf(" /");

    private Bases() {}

    /** The id of the basis that {@code phrase} describes. */
    static String id(String phrase) {
        Matcher bracketed = SYMBOL_IN_BRACKETS.matcher(phrase);
        if (bracketed.matches()) {
            return bracketed.group(1) == null ? bracketed.group(2) : bracketed.group(1);
        }
        Matcher contained = CONTAINED.matcher(phrase);
        if (contained.matches()) {
            String content = contained.group(1) == null ? contained.group(2) : contained.group(1);
            return symbol(content).orElse(isFormula(content) ? content : lowerCase(phrase));
        }
        return lowerCase(phrase);
    }

    /** The name of a basis: {@code Cobalt content} for {@code Co}. */
    static String name(String id) {
        return SYMBOLS.entrySet().stream()
                .filter(element -> element.getValue().equals(id))
                .findFirst()
                .map(element -> CommodityName.inWords(element.getKey()) + " content")
                .orElse(id);
    }

    /** Whether {@code phrase} says by itself what a tonne is a tonne of. */
    static boolean isContent(String phrase) {
        return CONTAINED.matcher(phrase).matches() || phrase.endsWith(" weight") || phrase.endsWith(" weights");
    }

    private static Optional<String> symbol(String element) {
        String name = element.toLowerCase(Locale.ROOT);
        return name.equals("rare-earth-oxide") ? Optional.of("REO") : Optional.ofNullable(SYMBOLS.get(name));
    }

    /** The basis of a commodity whose release names none: {@code graphite} for Graphite (Natural). */
    static String ofCommodity(String commodity) {
        String bare = commodity.replaceAll("\\([^)]*\\)", " ").replace('—', ' ').replace('/', ' ');
        return CharMatcher.whitespace().trimAndCollapseFrom(lowerCase(bare), ' ');
    }

    /** In small letters, but for chemical formulas: {@code Cr2O3 content}. */
    static String lowerCase(String words) {
        return Splitter.on(BETWEEN_WORDS)
                .omitEmptyStrings()
                .splitToStream(words)
                .map(word -> isFormula(word) ? word : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Whether a word is written as a formula or as initials: {@code K2O}, {@code MgO}, {@code PGM}. */
    private static boolean isFormula(String word) {
        return FORMULA.matcher(word).matches();
    }

    private static ImmutableMap<String, String> read() {
        return LibraryTable.rows(Bases.class, ELEMENTS).stream()
                .collect(ImmutableMap.toImmutableMap(row -> row.getField("name"), row -> row.getField("symbol")));
    }
}
