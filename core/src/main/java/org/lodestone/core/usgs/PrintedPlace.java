package org.lodestone.core.usgs;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;

/**
 * The name of a country as a table prints it, taken apart: {@code Argentina, crude ore} is Argentina, of crude ore, and
 * {@code Russia (recoverable)} is Russia, of what is recoverable.
 *
 * <p>Letters and numbers of footnotes may have run into it: {@code Russiae}, {@code Other countries4}, {@code World total
 * (rounded)10}. They are taken off only where the whole is no known place and the rest is one.
 *
 * @param part what of the country is meant; empty where it is the whole
 * @param remark what is said of the place or of the count and not of what is counted, as a sentence: {@code Overseas
 *     territory of France.}; empty where nothing is
 */
record PrintedPlace(Place place, String part, String remark) {

    private static final Pattern NUMBERS = Pattern.compile("(.*[^0-9, ])(?:, ?)?[0-9]{1,2}(?:, ?[0-9]{1,2})*");
    private static final Pattern LETTER = Pattern.compile("(.*\\S)[erp]");
    private static final Pattern BRACKETED =
            Pattern.compile("(.*[^ ]) ?\\(([^()]*)\\)(?:[erp]?(?:[0-9]{1,2}(?:, ?[0-9]{1,2})*)?)");
    private static final Pattern LIST = Pattern.compile(", and |, | and ");
    private static final Splitter PHRASES = Splitter.on(", ").trimResults().omitEmptyStrings();
    private static final Pattern REMARK = Pattern.compile(
            "(?i)(?:exclud|includ|estimated|overseas territory|shipments|(?:net )?exports|sales|reported|[0-9]* ?significant figures?).*");

    /** No name of a place, with all that is said of it, is longer. */
    private static final int LONGEST = 200;

    /** The place that {@code text} names; refuses what no rule settles. */
    static PrintedPlace parse(String text) {
        return (text.length() > LONGEST ? Optional.<PrintedPlace>empty() : find(text))
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is not a known place, nor one that a footnote ran into. Look it up in the chapter."));
    }

    private static Optional<PrintedPlace> find(String text) {
        return whole(text)
                .or(() -> inBrackets(text))
                .or(() -> behindComma(text))
                .or(() -> together(text));
    }

    private static Optional<PrintedPlace> whole(String text) {
        Matcher numbered = NUMBERS.matcher(text);
        String unnumbered = numbered.matches() ? numbered.group(1) : text;
        Matcher lettered = LETTER.matcher(unnumbered);
        return exact(text)
                .or(() -> exact(unnumbered))
                .or(() -> lettered.matches() ? exact(lettered.group(1)) : Optional.empty());
    }

    private static Optional<PrintedPlace> exact(String text) {
        Optional<Place> place = text.endsWith(")") && text.startsWith("World ") ? Optional.empty() : Place.find(text);
        return place.map(found -> new PrintedPlace(found, "", ""));
    }

    private static Optional<PrintedPlace> inBrackets(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        return bracketed.matches()
                ? find(bracketed.group(1)).map(place -> place.with(bracketed.group(2)))
                : Optional.empty();
    }

    private static Optional<PrintedPlace> behindComma(String text) {
        for (int comma = text.indexOf(", "); comma >= 0; comma = text.indexOf(", ", comma + 1)) {
            String name = text.substring(0, comma).trim();
            String part = text.substring(comma + 2);
            Optional<PrintedPlace> place = whole(name).or(() -> inBrackets(name));
            if (place.isPresent() && whole(part).isEmpty() && !namesPlaces(part)) {
                return Optional.of(place.get().with(part));
            }
        }
        return Optional.empty();
    }

    /** The same with what more is said of it: a part, a remark, or both; that it is rounded goes without saying. */
    private PrintedPlace with(String said) {
        if (REMARK.matcher(said).matches()) {
            return new PrintedPlace(place, part, joined(" ", remark, sentence(said)));
        }
        if (PrintedValue.isOne(said)) { // a code or a footnote is no part of a country
            return new PrintedPlace(place, part, joined(" ", remark, "Printed with " + said + "."));
        }
        String more = PHRASES.splitToStream(said)
                .filter(phrase -> !phrase.equals("rounded"))
                .collect(Collectors.joining(", "));
        return new PrintedPlace(place, joined(", ", part, more), remark);
    }

    private static String joined(String between, String one, String other) {
        return Stream.of(one, other).filter(text -> !text.isEmpty()).collect(Collectors.joining(between));
    }

    /** A remark as a sentence: {@code Excluding U.S. production.} */
    static String sentence(String words) {
        String end = words.endsWith(".") ? "" : ".";
        return Words.byItself(words) + end;
    }

    /** Countries counted together: {@code China, Germany, and Russia}. */
    private static Optional<PrintedPlace> together(String text) {
        List<String> names = Splitter.on(LIST).splitToList(text);
        if (names.size() < 2 || !namesPlaces(text)) {
            return Optional.empty();
        }
        return Place.find(names.stream().collect(Collectors.joining(" + ")))
                .map(place -> new PrintedPlace(place, "", ""));
    }

    private static boolean namesPlaces(String text) {
        return ImmutableList.copyOf(Splitter.on(LIST).split(text)).stream()
                .allMatch(name -> Place.find(name).isPresent());
    }
}
