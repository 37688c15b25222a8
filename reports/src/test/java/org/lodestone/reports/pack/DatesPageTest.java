package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.DateToWatch;
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
                .isEqualTo("Export rules may return, 10 November 2026, outcome not verified; 13 dates are due by"
                        + " November 2027");
        assertThat(ofRareEarths().standfirst().words())
                .isEqualTo(
                        "Next: Ga, Ge, Sb export ban to the US may return, 27 November 2026. The outcome of 5 others that"
                                + " passed is not verified. Counted from November 2026, when the figures were gathered.");
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
    void what_is_due_stands_with_its_ground_whose_doing_it_is_why_it_matters_and_its_source() {
        assertThat(rows(ofRareEarths(), 0))
                .first()
                .asString()
                .startsWith(
                        "10 November 2026 (outcome not verified) | MOFCOM and GAC: Suspension of announcements 55,");
        assertThat(rows(ofRareEarths(), 0).subList(1, 3))
                .containsExactly(
                        "By November 2027 |  |  | ",
                        "27 November 2026 (law) | MOFCOM: Suspension of article 2 of announcement 46 of 2024 ends | Licences"
                                + " close to a ban on gallium, germanium and antimony for the United States could return |"
                                + " UDN; Evertiq; Clark Hill");
        assertThat(rows(ofRareEarths(), 0))
                .contains(
                        "Later |  |  | ",
                        // what is secondary has an asterisk
                        "31 December 2027 (law) | USA Rare Earth must raise USD 600 mn | Dilution | Private"
                                + " analyst, register; USAR 8-K June 2026*");
    }

    @Test
    void what_passed_unread_is_a_warning() {
        Section page = ofRareEarths();

        assertThat(rows(page, 1))
                .startsWith("Outcome not verified |  |  | ")
                .contains("Outcome at second hand |  |  | ", "Outcome verified |  |  | ", "No date published |  |  | ");
        assertThat(page.tables().skip(1).findFirst().orElseThrow().rows())
                .filteredOn(row -> row.kind() == Row.Kind.WARNING)
                .hasSize(5);
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
