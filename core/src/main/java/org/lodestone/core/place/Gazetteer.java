package org.lodestone.core.place;

import com.google.common.collect.ImmutableMap;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.text.Nearest;

/** The names and spellings of places. */
final class Gazetteer {

    private static final ImmutableMap<String, Place> PLACES = read();

    private Gazetteer() {}

    static Optional<Place> find(String spelling) {
        String wanted = spelling.strip();
        if (wanted.contains(" + ")) {
            StringBuilder name = new StringBuilder();
            for (String part : wanted.split(" \\+ ")) {
                Optional<Place> member = find(part);
                if (member.isEmpty()) {
                    return Optional.empty();
                }
                name.append(name.isEmpty() ? "" : " + ").append(member.get().name());
            }
            return Optional.of(Place.group(name.toString()));
        }
        return Optional.ofNullable(PLACES.get(wanted.toLowerCase(Locale.ROOT)));
    }

    static Optional<String> nearest(String spelling) {
        return Nearest.to(
                spelling, PLACES.values().stream().map(Place::name).distinct().toList());
    }

    private static ImmutableMap<String, Place> read() {
        Map<String, Place> places = new LinkedHashMap<>();
        try (InputStream in = Gazetteer.class.getResourceAsStream("countries.csv")) {
            if (in == null) {
                throw new IllegalStateException("countries.csv is missing from the library.");
            }
            var records = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (var country : records) {
                Place place = Place.country(country.getField("code"), country.getField("name"));
                places.put(place.name().toLowerCase(Locale.ROOT), place);
                for (String spelling : country.getField("spellings").split("\\|")) {
                    places.putIfAbsent(spelling.toLowerCase(Locale.ROOT), place);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        places.remove("");
        for (String spelling : new String[] {"world", "world total", "world total (rounded)"}) {
            places.put(spelling, Place.WORLD);
        }
        for (String spelling : new String[] {"other countries", "other", "rest of world"}) {
            places.put(spelling, Place.OTHER);
        }
        Place union = Place.group("European Union");
        places.put("european union", union);
        places.put("eu", union);
        return ImmutableMap.copyOf(places);
    }
}
