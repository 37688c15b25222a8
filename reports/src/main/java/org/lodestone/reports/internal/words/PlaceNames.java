package org.lodestone.reports.internal.words;

import java.util.List;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;

/** Names and statements that may begin with a country. */
public final class PlaceNames {

    /** The most words of the name of a country: {@code Democratic Republic of the Congo}. */
    private static final int LONGEST = 5;

    private PlaceNames() {}

    /** A name with a small first letter, unless it begins with a country: {@code mines deliver}, {@code China keeps four fifths}. */
    public static String inSentence(String name) {
        List<String> words = List.of(name.split(" ", LONGEST + 1));
        boolean beginsWithCountry = IntStream.rangeClosed(1, Math.min(LONGEST, words.size()))
                .mapToObj(count -> String.join(" ", words.subList(0, count)).replaceFirst("(?:['’]s?|[,:])$", ""))
                .flatMap(first -> Place.find(first).stream())
                .anyMatch(Place::isCountry);
        return beginsWithCountry ? name : Words.inSentence(name);
    }
}
