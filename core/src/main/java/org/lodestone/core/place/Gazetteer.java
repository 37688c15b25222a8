package org.lodestone.core.place;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every known place by each of its spellings. */
final class Gazetteer {

    private static final String COUNTRIES = "places.csv";
    private static final ImmutableMap<String, Place> PLACES = read();
    private static final ImmutableMap<String, Place> BY_KEY = PLACES.entrySet().stream()
            .collect(ImmutableMap.toImmutableMap(entry -> key(entry.getKey()), Map.Entry::getValue));

    private Gazetteer() {}

    static Optional<Place> find(String text) {
        Optional<Place> known = Optional.ofNullable(BY_KEY.get(key(text)));
        return known.isPresent() ? known : sum(text);
    }

    /** All spellings as they are printed, names included. */
    static ImmutableSet<String> spellings() {
        return PLACES.keySet();
    }

    /** Countries counted together, such as {@code China + Burma}, which becomes {@code China + Myanmar}. */
    private static Optional<Place> sum(String text) {
        List<String> spellings = Splitter.on(" + ").splitToList(text);
        List<Place> members = spellings.stream()
                .map(spelling -> Optional.ofNullable(BY_KEY.get(key(spelling))))
                .flatMap(Optional::stream)
                .toList();
        if (members.size() < 2 || members.size() < spellings.size()) {
            return Optional.empty();
        }
        return Optional.of(Place.group(members.stream().map(Place::name).collect(Collectors.joining(" + "))));
    }

    private static String key(String spelling) {
        return spelling.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    private static ImmutableMap<String, Place> read() {
        Map<String, Place> places = new LinkedHashMap<>();
        try (InputStream stream = Objects.requireNonNull(Gazetteer.class.getResourceAsStream(COUNTRIES));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(stream, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                Place country = Place.country(row.getField("code"), row.getField("name"));
                add(places, country, row.getField("spellings"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(COUNTRIES + " cannot be read from the library", e);
        }
        add(places, Place.group("European Union"), "EU");
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
}
