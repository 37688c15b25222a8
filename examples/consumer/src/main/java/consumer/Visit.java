package consumer;

import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.TEXT;

import org.lodestone.core.dataset.Table;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;

/** A row of a table of one's own: a site that an analyst saw. */
record Visit(Place place, Period day, String impression) {

    static final Table<Visit> VISITS = Table.of("visits", "Visits to sites", t -> {
        var place = t.key("place*", PLACE, Visit::place);
        var day = t.key("day*", PERIOD, Visit::day, "Day of the visit");
        var impression = t.column("impression", TEXT, Visit::impression, "In a sentence");
        return row -> new Visit(row.get(place), row.get(day), row.get(impression));
    });
}
