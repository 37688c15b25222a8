package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supply;
import tech.tablesaw.api.Table;

class ListingTest {

    private static final Supply MINED = Supply.of(Datasets.open("rare-earths"), "mine-production", "MCS2025")
            .orElseThrow();
    private static final List<Place> PLACES = List.of(Place.parse("China"), Place.parse("Brazil"));

    private final Listing<Place> listing = Listing.of(PLACES)
            .words("Country", Place::name)
            .number("t REO", Shown.WHOLE, place -> MINED.value(MINED.amount(place, Period.year(2024))))
            .number("Share", Shown.PERCENT_2, place -> MINED.value(MINED.share(place, Period.year(2024))));

    @Test
    void it_prints_as_a_table_with_numbers_at_the_right() {
        // MCS 2025: 270,000 and 20 of 393,950 t REO
        assertThat(listing)
                .hasToString(String.join(
                        "\n",
                        "Country    t REO   Share",
                        "-------------------------",
                        "China    270,000  68.54%",
                        "Brazil        20   0.01%"));
    }

    @Test
    void as_a_tablesaw_table_it_has_numbers_that_print_as_here() {
        Table table = listing.toTablesaw("Mined");

        assertThat(table.doubleColumn("t REO").asDoubleArray()).containsExactly(270_000, 20);
        assertThat(table.sortAscendingOn("t REO").stringColumn("Country").asList())
                .containsExactly("Brazil", "China");
        assertThat(table.print()).contains("270,000", "68.54%");
    }

    @Test
    void a_tablesaw_table_prints_as_the_listing_that_it_was_taken_from() {
        assertThat(Listing.of(listing.toTablesaw("Mined"))).hasToString(listing.toString());
    }

    @Test
    void what_is_missing_is_no_number() {
        Listing<Value> withheld =
                Listing.of(List.of(Value.missing("withheld"), Value.of(2))).number("t", Shown.WHOLE, value -> value);

        assertThat(withheld.toString()).contains("n/a", "2");
        assertThat(withheld.toTablesaw("Withheld").doubleColumn("t").countMissing())
                .isEqualTo(1);
    }
}
