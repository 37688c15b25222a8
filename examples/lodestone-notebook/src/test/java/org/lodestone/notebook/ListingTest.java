package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supply;
import tech.tablesaw.api.Table;

class ListingTest {

    private static final Dataset RARE_EARTHS = Datasets.open("rare-earths");
    private static final ResearchPack PACK = ResearchPack.of(RARE_EARTHS);
    private static final Supply MINED =
            Supply.of(RARE_EARTHS, "mine-production", "MCS2025").orElseThrow();
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

    private static ImmutableList<Listing<Row>> tables(String part) {
        return Listing.all(PACK.part(part).orElseThrow());
    }

    @Test
    void a_table_of_a_pack_is_printed_whole_under_what_it_shows() {
        // MCS 2025: 270,000 and 45,000 of 393,950 t REO
        assertThat(tables("Chain").get(0).toString())
                .startsWith(
                        "3 countries hold 5% or more of mine production (MCS 2025), 1 of magnet rare earths refined\n"
                                + "Share of each stage by country, %\n\nCountry ")
                .containsPattern("\nChina +68[.]5% +61[.]0% +91[.]3% +94[.]0%\n")
                .containsPattern("\nUnited States +11[.]4% +9[.]1% +1[.]2% +n/a\n");
        assertThat(tables("Chain")).hasSize(2);
    }

    @Test
    void years_that_are_not_observed_are_marked_and_a_row_has_its_own_unit() {
        assertThat(tables("Balance").get(0).toString())
                .containsPattern("Unit +2024 +2025E ")
                .containsPattern("\nBalance +kt magnet REE +4[.]6 +−1[.]7 ")
                .containsPattern("\nBalance, share of demand +% +5[.]0% +−1[.]7% ");
    }

    @Test
    void a_table_of_a_pack_keeps_its_numbers_in_tablesaw() {
        Table chain = tables("Chain").get(0).toTablesaw("Chain");

        assertThat(chain.doubleColumn(1).get(0)).isCloseTo(0.68537, within(0.00001));
        assertThat(chain.doubleColumn("Share of permanent magnets 2024").countMissing())
                .isEqualTo(7);
        assertThat(chain.print()).contains("68.5%");
    }

    @Test
    void notes_stand_under_a_table() {
        assertThat(tables("Quota detail").get(0).toString())
                .startsWith("Mining and beneficiation: quota by year, t REO\n\nYear ")
                .endsWith("\n\nNot in batches: what was issued in batches that are not stated here.");
    }

    @Test
    void html_has_the_same_and_no_sign_of_it_is_taken_for_a_tag() {
        Listing<String> listing =
                Listing.of(List.of("A & B")).words("Name", name -> name).number("<5%", "0%", name -> 0.04);

        assertThat(listing.toHtml()).isEqualTo("""
                        <table>
                        <thead><tr><th style="text-align:left">Name</th><th style="text-align:right">&lt;5%</th></tr></thead>
                        <tbody>
                        <tr><td style="text-align:left">A &amp; B</td><td style="text-align:right">4%</td></tr>
                        </tbody>
                        </table>
                        """);
        assertThat(tables("Quota detail").get(0).toHtml())
                .startsWith("<p><b>Mining and beneficiation: quota by year, t REO</b></p>\n<table>")
                .endsWith("</table>\n<p>Not in batches: what was issued in batches that are not stated here.</p>\n");
    }
}
