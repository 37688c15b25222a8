package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.sheet.page.Shows;
import org.lodestone.reports.sheet.rows.DatasetDates;

class DatesPageTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final Values NO_VALUES = Model.builder().build().values();

    private static Section page(List<Part> parts, Period gathered) {
        return DatesPage.of(gathered, parts, DATASET.sources())
                .orElseThrow()
                .sections()
                .get(0);
    }

    private static Section ofRareEarths() {
        return page(List.of(DatasetDates.part(DATASET).orElseThrow()), DATASET.gathered());
    }

    private static List<String> rows(Section page, int table) {
        return new Shows(page, ImmutableList.of(), NO_VALUES).rows(table);
    }

    @Test
    void the_title_says_what_leads_and_counts_what_is_due_within_a_year() {
        // gathered in November 2026; the equity of 31 December 2027 is later
        assertThat(ofRareEarths().title().words())
                .isEqualTo("Export rules may return, 10 November 2026, outcome not verified; 12 dates are due by"
                        + " November 2027");
        assertThat(ofRareEarths().standfirst().words())
                .isEqualTo(
                        "Next: USA Rare Earth: revolving credit must stand, 31 December 2026. The outcome of 5 others"
                                + " that passed is not verified. Counted from November 2026, when the figures were gathered.");
    }

    @Test
    void where_nothing_leads_the_title_counts_what_passed_unread_too() {
        List<DateToWatch> dates = List.of(
                new DateToWatch(Period.parse("2026-12-15"), "Licences end", "Licences"),
                new DateToWatch(Period.parse("2026-10-15"), "Licences are reviewed", "Licences"));
        Part.Builder part = Part.builder(Model.builder());
        dates.forEach(part::date);

        assertThat(page(List.of(part.build()), DATASET.gathered()).title().words())
                .isEqualTo("One date is due by November 2027; the outcome of 1 that passed is not verified");
    }

    @Test
    void what_is_due_stands_in_a_few_words_with_its_ground_why_it_matters_and_its_source() {
        assertThat(rows(ofRareEarths(), 0))
                .startsWith(
                        "10 November 2026 (outcome not verified) | Export rules may return | If not extended: licences for five"
                                + " more heavy rare earths, equipment, technology and goods with Chinese content, beside those for"
                                + " seven since April 2025 (announcement 18), which hold either way. The US has it end on"
                                + " 10 January 2027 | – | United Daily; Pillsbury; Unsigned note, Oct. 2026",
                        "By November 2027 |  |  |  | ",
                        "31 December 2026 (law) | USA Rare Earth: revolving credit must stand | A gate to funding | – |"
                                + " Private analyst 2026*")
                .contains(
                        "Later |  |  |  | ",
                        "Passed, outcome not verified |  |  |  | ",
                        "No date published |  |  |  | ");
    }

    @Test
    void what_came_of_the_latest_dates_that_passed_stands_under_the_table() {
        // four of eight; what is secondary has an asterisk
        assertThat(source(ofRareEarths()))
                .contains(
                        "Of 15 dates that passed, the outcome of 3 is verified, of 6 reported at second hand."
                                + " What came of the latest: 1 October 2026, USA Rare Earth: Third chief executive in 22 months"
                                + " starts, the one of Serra Verde before*; 18 September 2026, China Rare Earth Group and Shenghe: ")
                .contains("reported on 31 August 2026, Arafura: Nolans decided and to be built*. ")
                .doesNotContain("JARE");
    }

    private static String source(Section page) {
        return page.blocks().stream()
                .flatMap(Block::withParts)
                .filter(Exhibit.class::isInstance)
                .map(Exhibit.class::cast)
                .map(Exhibit::source)
                .reduce((one, last) -> last)
                .orElseThrow();
    }

    @Test
    void a_date_says_which_driver_of_the_forecast_it_moves() {
        assertThat(rows(ofRareEarths(), 0))
                .contains(
                        // what is secondary has an asterisk
                        "Q3 2027 (estimate) | Shenghe: Ngualla starts | A mine of its own | Ngualla: delay | mygp.cn; SMM*",
                        "Dates not published | China: quotas of 2026 and 2027 | No announcement to trade on since 2025"
                                + " | Mining quota, growth; Separation quota, growth | Mexico Business News 2025; Benchmark"
                                + " Source");
    }

    @Test
    void the_lever_that_a_date_moves_leads_to_control() {
        Part levers = ResearchPack.of(DATASET).part("Scenarios").orElseThrow();

        assertThat(links(List.of(DatasetDates.part(DATASET).orElseThrow(), levers), "Eneabba, delay"))
                .containsExactly("Control", "Control");
        assertThat(links(List.of(DatasetDates.part(DATASET).orElseThrow()), "Eneabba, delay"))
                .as("no Control, no way")
                .isEmpty();
    }

    private static List<String> links(List<Part> parts, String words) {
        return page(parts, DATASET.gathered())
                .tables()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell instanceof Cell.GoTo way && way.text().equals(words)
                        ? Stream.of(way.section())
                        : Stream.empty())
                .toList();
    }

    @Test
    void where_many_are_due_what_is_later_and_moves_nothing_stands_in_backup_alone() {
        assertThat(rows(ofRareEarths(), 0))
                .noneMatch(row -> row.contains("must raise USD 600 mn"))
                .anyMatch(row -> row.contains("Iluka: Eneabba starts"));
        assertThat(new Shows(section(1), ImmutableList.of(), NO_VALUES).rows(0))
                .contains(
                        "31 December 2027 (law) | USA Rare Earth: At least USD 600 mn of equity more must be raised; a summary of"
                                + " the filing has USD 375 mn by March and USD 875 mn by December 2027 | Dilution | – | Private"
                                + " analyst 2026; USAR 8-K June 2026*",
                        "Outcome at second hand |  |  |  | ",
                        "Outcome verified |  |  |  | ");
    }

    private static Section section(int number) {
        return DatesPage.of(
                        DATASET.gathered(), List.of(DatasetDates.part(DATASET).orElseThrow()), DATASET.sources())
                .orElseThrow()
                .sections()
                .get(number);
    }

    @Test
    void what_passed_unread_is_a_warning() {
        assertThat(ofRareEarths().tables().findFirst().orElseThrow().rows())
                .filteredOn(row -> row.kind() == Row.Kind.WARNING)
                .hasSize(6);
    }

    @Test
    void bars_over_quarters_show_what_is_due_within_a_year_and_what_passed_unread() {
        Part part = DatesPage.of(
                        DATASET.gathered(), List.of(DatasetDates.part(DATASET).orElseThrow()), DATASET.sources())
                .orElseThrow();
        Chart chart = part.sections().get(0).charts().findFirst().orElseThrow();
        Values values = part.model().values();
        List<String> names = chart.names().orElseThrow().keys().stream()
                .map(key -> values.of(key).inSentence())
                .toList();

        assertThat(names)
                .startsWith("MP: heavy separation starts", "Neo: magnets from Narva")
                .endsWith("Shenghe: Ngualla starts")
                .hasSize(16);
        // from the second quarter of 2026 to the third of 2027: 1 April 2026 is 46,113, 1 October 2027 is 46,661
        assertThat(chart.scale().from()).hasValue(46_113);
        assertThat(chart.scale().to()).hasValue(46_661);
        Key credit = chart.band()
                .orElseThrow()
                .low()
                .keys()
                .get(names.indexOf("USA Rare Earth: revolving credit must stand"));
        assertThat(values.number(credit)).hasValue(46_387); // 31 December 2026
    }

    @Test
    void one_date_alone_is_no_line_of_time() {
        Part own = Part.builder(Model.builder())
                .date(new DateToWatch(Period.parse("2026-12-15"), "Licences end", "Licences"))
                .build();

        assertThat(page(List.of(own), DATASET.gathered()).charts()).isEmpty();
    }

    @Test
    void a_date_of_a_part_of_ones_own_stands_there_too() {
        Part own = Part.builder(Model.builder())
                .date(new DateToWatch(Period.parse("2026-12-15"), "Licences end", "Licences"))
                .build();

        assertThat(page(List.of(own), DATASET.gathered()).title().words())
                .isEqualTo("One date is due by November 2027");
        assertThat(page(List.of(own), Period.NONE).title().words()).isEqualTo("One date is due by 2026");
    }

    @Test
    void without_dates_there_is_no_page() {
        assertThat(DatesPage.of(DATASET.gathered(), List.of(), ImmutableMap.of()))
                .isEmpty();
    }
}
