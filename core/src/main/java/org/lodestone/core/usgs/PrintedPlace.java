package org.lodestone.core.usgs;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestone.core.place.Place;

/**
 * The name of a country as a table prints it, taken apart: {@code Argentina, crude ore} is Argentina, of crude ore.
 *
 * <p>Letters and numbers of footnotes may have run into it: {@code Russiae}, {@code Other countries4}, {@code World total
 * (rounded)10}. They are taken off only where the whole is no known place and the rest is one.
 *
 * @param part what of the country is meant; empty where it is the whole
 * @param rounded whether it is called rounded
 */
record PrintedPlace(Place place, String part, boolean rounded) {

    private static final Pattern MARKED =
            Pattern.compile("(.*?\\S)(?:(?:[erp](?:, ?)?)?[0-9]{1,2}(?:, ?[0-9]{1,2})*|[erp])");
    private static final Pattern WORLD = Pattern.compile("World total ?(?:\\(([^)]*)\\))?");
    private static final Pattern LIST = Pattern.compile(", and |, | and ");

    /** The place that {@code text} names; refuses what no rule settles. */
    static PrintedPlace parse(String text) {
        return whole(text)
                .or(() -> withPart(text))
                .or(() -> together(text))
                .orElseThrow(() -> new IllegalArgumentException("'" + text
                        + "' is not a known place, nor one that a footnote ran into. Look it up in the chapter."));
    }

    private static Optional<PrintedPlace> whole(String text) {
        return exact(text).or(() -> {
            Matcher marked = MARKED.matcher(text);
            return marked.matches() ? exact(marked.group(1)) : Optional.empty();
        });
    }

    private static Optional<PrintedPlace> exact(String text) {
        Matcher world = WORLD.matcher(text);
        if (world.matches()) {
            boolean rounded = world.group(1) != null && world.group(1).contains("rounded");
            return Optional.of(new PrintedPlace(Place.WORLD, "", rounded));
        }
        return Place.find(text).map(place -> new PrintedPlace(place, "", false));
    }

    private static Optional<PrintedPlace> withPart(String text) {
        for (int comma = text.indexOf(", "); comma >= 0; comma = text.indexOf(", ", comma + 1)) {
            Optional<PrintedPlace> country = whole(text.substring(0, comma));
            String part = text.substring(comma + 2);
            if (country.isPresent() && whole(part).isEmpty() && !namesPlaces(part)) {
                return Optional.of(new PrintedPlace(country.get().place(), part, false));
            }
        }
        return Optional.empty();
    }

    /** Countries counted together: {@code China, Germany, and Russia}. */
    private static Optional<PrintedPlace> together(String text) {
        List<String> names = Splitter.on(LIST).splitToList(text);
        if (names.size() < 2 || !namesPlaces(text)) {
            return Optional.empty();
        }
        return Place.find(names.stream().collect(Collectors.joining(" + ")))
                .map(place -> new PrintedPlace(place, "", false));
    }

    private static boolean namesPlaces(String text) {
        return ImmutableList.copyOf(Splitter.on(LIST).split(text)).stream()
                .allMatch(name -> Place.find(name).isPresent());
    }
}
