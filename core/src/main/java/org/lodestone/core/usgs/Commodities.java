package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.internal.table.LibraryTable;

/**
 * The chapters of the releases and their commodities, by the codes and the names that the files have for them: {@code lithi}
 * in the name of a file is Lithium, and what one release calls Graphite another calls Graphite (Natural).
 *
 * @param code what the names of the files until 2024 begin with: {@code gold}, {@code zirco-hafni}
 * @param chapter as the release of 2026 has it
 * @param commodity what a file with this code is of, where it does not say more
 * @param parts commodities that have figures of their own in the chapter: Palladium and Platinum
 * @param also other names of the commodity
 */
record Commodities(
        String code, String chapter, String commodity, ImmutableList<String> parts, ImmutableList<String> also) {

    private static final String TABLE = "commodities.csv";
    private static final ImmutableSet<String> SMALL = ImmutableSet.of("and", "or", "of", "other", "from");
    private static final CharMatcher NO_LETTERS = CharMatcher.inRange('a', 'z').negate();
    /** A shorter word at the beginning of a name may be another word. */
    private static final int SHORTEST_CODE = 5;

    private static final ImmutableMap<String, Commodities> BY_CODE = read();

    /** A commodity and the chapter it is of. */
    record Named(String chapter, String commodity) {

        static Named itself(String name) {
            return new Named(name, name);
        }

        /** Whether {@code phrase} only says which commodity this is. */
        boolean isCalled(String phrase) {
            CommodityName name = CommodityName.of(phrase);
            return name.fits(commodity)
                    || name.fits(chapter)
                    || chapters(chapter).flatMap(one -> one.also().stream()).anyMatch(name::fits);
        }

        /** Whether {@code phrase} is a commodity of another chapter, and has no word of this one's. */
        boolean isStrangerTo(String phrase) {
            return find(phrase)
                            .filter(other -> !other.chapter().equals(chapter))
                            .isPresent()
                    && Collections.disjoint(words(phrase), words(chapter + " " + commodity));
        }

        /** Without small ones, which say nothing: Kyanite <em>and</em> related minerals. */
        private static List<String> words(String phrase) {
            return Splitter.on(NO_LETTERS)
                    .splitToStream(phrase.toLowerCase(Locale.ROOT))
                    .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                    .toList();
        }

        /** The rest of {@code phrase}, without the name of the commodity: {@code sheet} for mica sheet. */
        String without(String phrase) {
            return withoutEnd(withoutBeginning(phrase));
        }

        /** {@code mine production} for molybdenum mine production. */
        String withoutBeginning(String phrase) {
            return cut(phrase, this::isCalled, true, false);
        }

        /** {@code natural} for natural soda ash. */
        String withoutEnd(String phrase) {
            return cut(phrase, this::isCalled, false, true);
        }

        /** The commodity of this chapter with figures of its own that {@code phrase} begins or ends with, or this one. */
        Named meantIn(String phrase) {
            return chapters(chapter)
                    .flatMap(one -> one.parts().stream())
                    .filter(part -> !cut(phrase, CommodityName.of(part)::fits, true, true)
                            .equals(phrase))
                    .findFirst()
                    .map(part -> new Named(chapter, part))
                    .orElse(this);
        }

        /** {@code phrase} without the most words at its beginning or its end that are a name. */
        private static String cut(String phrase, Predicate<String> isName, boolean atBeginning, boolean atEnd) {
            List<String> words = Splitter.on(' ').splitToList(phrase);
            for (int count = words.size(); count > 0; count--) {
                int others = words.size() - count;
                if (atBeginning && isName.test(joined(words.subList(0, count)))) {
                    return unlessCutShort(joined(words.subList(count, words.size())), phrase);
                }
                if (atEnd && isName.test(joined(words.subList(others, words.size())))) {
                    return unlessCutShort(joined(words.subList(0, others)), phrase);
                }
            }
            return phrase;
        }

        private static String joined(List<String> words) {
            return String.join(" ", words);
        }

        /** The rest of a title after a phrase, unless that cut a name short: nothing is taken off <em>talc and steatite</em>. */
        private static String unlessCutShort(String rest, String phrase) {
            return rest.matches("(?:and|or|of) .*|.* (?:and|or|of)") ? phrase : rest;
        }

        /** Whose the reserves are, which a chapter has for all its commodities. */
        Named ofReserves() {
            return chapter.equals(PLATINUM_GROUP) ? itself(chapter) : this;
        }
    }

    /** Palladium and platinum are mined together, and the chapter has reserves of the group alone. */
    private static final String PLATINUM_GROUP = "Platinum-Group Metals";

    /** The chapter and commodity of a file with {@code code} in its name. */
    private static Optional<Named> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code)).map(one -> new Named(one.chapter(), one.commodity()));
    }

    /** The chapter and commodity that a cell or a code calls {@code name}; the name itself where it is not known. */
    static Named of(String name) {
        return find(name).orElseGet(() -> Named.itself(name));
    }

    /** The chapter and commodity that a cell or a code calls {@code name}, where one is known that is called so. */
    static Optional<Named> find(String name) {
        CommodityName wanted = CommodityName.of(name);
        return ofCode(name)
                .or(() -> BY_CODE.values().stream()
                        .filter(one -> wanted.fits(one.chapter())
                                || one.also().stream().anyMatch(wanted::fits))
                        .findFirst()
                        .map(one -> new Named(one.chapter(), one.commodity())))
                .or(() -> BY_CODE.values().stream()
                        .flatMap(one ->
                                one.parts().stream().filter(wanted::fits).map(part -> new Named(one.chapter(), part)))
                        .findFirst())
                .or(() -> ofBeginning(wanted));
    }

    /** The only chapter that begins so, as the codes of a release do: {@code lithiu}. */
    private static Optional<Named> ofBeginning(CommodityName code) {
        List<Named> found = BY_CODE.values().stream()
                .filter(one -> code.letters().length() >= SHORTEST_CODE
                        && CommodityName.of(one.chapter()).letters().startsWith(code.letters()))
                .map(one -> new Named(one.chapter(), one.commodity()))
                .distinct()
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Stream<Commodities> chapters(String chapter) {
        return BY_CODE.values().stream().filter(one -> one.chapter().equals(chapter));
    }

    private static ImmutableMap<String, Commodities> read() {
        return LibraryTable.rows(Commodities.class, TABLE).stream()
                .map(row -> new Commodities(
                        row.getField("code"),
                        row.getField("chapter"),
                        row.getField("commodity").isEmpty() ? row.getField("chapter") : row.getField("commodity"),
                        list(row.getField("parts")),
                        list(row.getField("also"))))
                .collect(ImmutableMap.toImmutableMap(Commodities::code, one -> one));
    }

    private static ImmutableList<String> list(String cell) {
        return ImmutableList.copyOf(Splitter.on('|').omitEmptyStrings().split(cell));
    }
}
