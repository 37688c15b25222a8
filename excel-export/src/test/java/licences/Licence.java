package licences;

import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.id;

import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/** The amount that one notice of a country allows to be produced at a stage. */
record Licence(Place country, String stage, Period date, Observation number, Unit unit, Citation citation) {

    static final Table<Licence> LICENCES = Table.of("licences", "Licences granted", t -> {
        var country = t.key("country*", PLACE, Licence::country);
        var stage = t.key("stage*", id(DatasetTables.STAGES), Licence::stage, "Identifier of a stage");
        var date = t.key("date*", PERIOD, Licence::date, "Day or month of the notice");
        var number = t.amount("number*", Licence::number, "unit*", Licence::unit);
        t.cites(Licence::citation).sources();
        t.fact("licence").typed(3, "licence/China/mining/2024-02=140,000");
        return row -> {
            Unit unit = row.get(number.unit());
            return new Licence(
                    row.get(country),
                    row.get(stage),
                    row.get(date),
                    row.get(number.value(), unit),
                    unit,
                    row.citation());
        };
    });

    /** By these words its values are told apart. */
    @Override
    public String toString() {
        return country + ", " + stage + ", " + date;
    }

    Period year() {
        return Period.year(date.year());
    }
}
