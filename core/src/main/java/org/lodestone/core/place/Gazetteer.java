package org.lodestone.core.place;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.internal.table.LibraryTable;

/** Every known place by each of its spellings. */
final class Gazetteer {

    private static final String NAMES = "places.csv";
    private static final ImmutableMap<String, Place> PLACES = read();
    private static final ImmutableMap<PlaceName, Place> BY_NAME = byName();
    private static final MeantPlace MEANT = new MeantPlace(PLACES);

    private Gazetteer() {}

    static Optional<Place> find(String text) {
        Optional<Place> known = Optional.ofNullable(BY_NAME.get(PlaceName.of(text)));
        return known.isPresent() ? known : sum(text);
    }

    /** All spellings as they are printed, names included. */
    static ImmutableSet<String> spellings() {
        return PLACES.keySet();
    }

    /** The spelling that was probably meant, if one is. */
    static Optional<String> meant(String text) {
        return MEANT.by(text);
    }

    /** Countries counted together, such as {@code China + Burma}, which becomes {@code China + Myanmar}. */
    private static Optional<Place> sum(String text) {
        List<String> spellings = Splitter.on(" + ").splitToList(text);
        List<Place> members = spellings.stream()
                .map(spelling -> Optional.ofNullable(BY_NAME.get(PlaceName.of(spelling))))
                .flatMap(Optional::stream)
                .toList();
        if (members.size() < 2 || members.size() < spellings.size()) {
            return Optional.empty();
        }
        return Optional.of(Place.group(members.stream().map(Place::name).collect(Collectors.joining(" + "))));
    }

    private static ImmutableMap<String, Place> read() {
        Map<String, Place> places = new LinkedHashMap<>();
        for (NamedCsvRecord row : LibraryTable.rows(Gazetteer.class, NAMES)) {
            String code = row.getField("code");
            String name = row.getField("name");
            add(places, code.isEmpty() ? Place.group(name) : Place.country(code, name), row.getField("spellings"));
        }
        add(places, Place.OTHER, "Other|Rest of world|Rest of the world");
        add(places, Place.WORLD, "World total|World total (rounded)");
        return ImmutableMap.copyOf(places);
    }

    private static void add(Map<String, Place> places, Place place, String spellings) {
        places.put(place.name(), place);
        for (String spelling : Splitter.on('|').omitEmptyStrings().split(spellings)) {
            places.put(spelling, place);
        }
    }

    /** Throws if one name is of two places. */
    private static ImmutableMap<PlaceName, Place> byName() {
        Map<PlaceName, Place> byName = new LinkedHashMap<>();
        PLACES.forEach((spelling, place) -> {
            Place before = byName.putIfAbsent(PlaceName.of(spelling), place);
            if (before != null && !before.equals(place)) {
                throw new IllegalStateException(
                        NAMES + ": '" + spelling + "' is " + before + " and " + place + ". Leave one out.");
            }
        });
        return ImmutableMap.copyOf(byName);
    }
}
