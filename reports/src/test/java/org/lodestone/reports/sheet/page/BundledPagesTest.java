package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Table;

/** The sentences of pages of bundled datasets, whose data differs in kind from that of the rare earths. */
class BundledPagesTest {

    private static Shows shows(String dataset, String page) {
        Report report = BundledPack.of(dataset).report();
        return new Shows(
                report.sections().stream()
                        .filter(section -> section.name().equals(page))
                        .findFirst()
                        .orElseThrow(),
                ImmutableList.of(),
                report.model().values());
    }

    @Test
    void claims_of_one_text_are_those_of_the_note_and_of_several_those_of_so_many_texts() {
        assertThat(shows("rare-earths", "Front").standfirst())
                .isEqualTo(
                        "Of 26 claims of Industrial Securities 2025, 15 are reproduced, newer figures overtake 3, and 8"
                                + " cannot be checked.");
        assertThat(shows("rare-earths", "Claims").title())
                .isEqualTo("15 of the note's 26 claims are reproduced; newer figures overtake 3");
        assertThat(shows("cobalt", "Claims").title()).isEqualTo("1 of 7 claims of 3 texts is reproduced");
        assertThat(shows("cobalt", "Claims").findings()).contains("1 claim is reproduced");
        assertThat(shows("cobalt", "Claims").headers(0)).startsWith("Published", "Printed");
    }

    @Test
    void the_subject_of_a_dataset_stands_under_the_title_where_claims_are_of_several_texts() {
        assertThat(shows("cobalt", "Front").standfirst())
                .startsWith("The export quotas of DR Congo limit what leaves the country, not what is mined");
        assertThat(shows("cobalt", "Front").headers(0)).startsWith("Step", "Published", "We find");
    }

    @Test
    void the_title_of_the_front_page_is_sentences_that_each_stand_alone() {
        assertThat(shows("rare-earths", "Front").title())
                .isEqualTo("China has 91% of separation, the choke point. Market tightens");
        assertThat(shows("lithium", "Front").title())
                .isEqualTo("Market tightens. China has 70% of refining, the choke point");
        assertThat(shows("cobalt", "Front").title())
                .isEqualTo("Cobalt is 55.3 kt Co short in 2027. China has 78% of refining, the choke point");
        assertThat(shows("tungsten", "Front").title()).isEqualTo("Primary tungsten is 19.2 kt W short in 2028");
    }

    @Test
    void a_conclusion_on_growth_or_a_share_has_a_title_where_it_leads_or_none_is_on_a_balance() {
        assertThat(shows("graphite", "Front").title())
                .startsWith(
                        "Named plants alone fall short of the IEA outlook: battery-grade graphite outside China grows"
                                + " 25.1% a year to 2030. ");
        assertThat(shows("gallium", "Front").title())
                .isEqualTo("240 t planned elsewhere cannot break China’s hold: 89% of primary production in 2030");
    }

    @Test
    void a_finding_on_growth_says_what_grows_and_by_which_assumption_it_is_judged() {
        assertThat(shows("graphite", "Front").rows(0))
                .anyMatch(row ->
                        row.contains("Battery-grade graphite outside China grows 25.1% a year to 2030 in Base, against"
                                + " 38.7% (growth outside China in the IEA outlook)."));
        assertThat(shows("cobalt", "Front").rows(0))
                .anyMatch(
                        row -> row.contains("Primary supply falls 7.6% a year to 2027 in Base, against 3.6% (growth"));
        assertThat(shows("rare-earths", "Front").rows(0))
                .anyMatch(row ->
                        row.contains("Mine production grows 3.14% a year to 2030 in Base, against 4.75% in 2024"));
    }

    @Test
    void what_turns_nothing_is_told_without_a_count() {
        assertThat(shows("tungsten", "Turns").findings())
                .contains("No driver alone, within its range, can close the gap of 19.2 kt W in 2028");
        assertThat(shows("gallium", "Turns").findings())
                .anyMatch(finding -> finding.startsWith("The conclusion holds in nearly all draws; if "));
        assertThat(shows("tungsten", "Turns").findings())
                .anyMatch(finding ->
                        finding.startsWith("Each conclusion holds in at least 27% of draws; if all risks come"));
    }

    @Test
    void what_would_turn_it_ends_with_other_drivers_only_where_there_are_some() {
        assertThat(turns("graphite"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Extra output, other countries, kt/yr | 0.0 | 263.6");
        assertThat(turns("tungsten")).hasSize(4).last().asString().isEqualTo("Each other driver | – | none");
    }

    private static List<String> turns(String dataset) {
        Shows front = shows(dataset, "Front");
        Table turns = front.page()
                .tables()
                .filter(table -> table.heading().startsWith("What would turn it"))
                .findFirst()
                .orElseThrow();
        return turns.rows().stream().map(front::words).toList();
    }

    @Test
    void of_fewer_than_three_companies_counted_there_is_no_median() {
        Shows tungsten = shows("tungsten", "Comps");

        assertThat(tungsten.title())
                .isEqualTo("No company has a meaningful P/E or EV/EBITDA at prices of 16 January 2026");
        assertThat(tungsten.findings()).containsExactly("The company counted has no meaningful P/E or EV/EBITDA");
        assertThat(tungsten.labels(0))
                .containsExactly(
                        "China",
                        "Xiamen Tungsten",
                        "Outside China, producing",
                        "Jiaxin International Resources",
                        "Almonty Industries",
                        "Masan High-Tech Materials",
                        "EQ Resources");
        assertThat(shows("lithium", "Comps").labels(0))
                .endsWith("All, companies counted", "Lowest", "Median", "Highest");
    }

    @Test
    void a_quota_that_stays_is_unchanged() {
        Shows cobalt = shows("cobalt", "Quotas");

        assertThat(cobalt.title()).isEqualTo("The quota of exports is unchanged in 2027 at 96,600 t Co");
        assertThat(cobalt.findings()).contains("The quota is 96,600 t Co in 2027, as in 2026");
    }

    @Test
    void first_batches_stand_beside_each_other_where_the_year_has_no_total() {
        assertThat(shows("tungsten", "Quotas").standfirst())
                .isEqualTo(
                        "Quota of 2025: NA. Batch 1 of 2025: 58.0 kt concentrate (65% WO3), after 62.0 in 2024 and 63.0"
                                + " in 2023. As published, in the best source of each figure.");
        assertThat(shows("tungsten", "Quotas").findings()).contains("The quota of mining grew 2.7% in 2024");
    }

    @Test
    void one_is_told_as_one_and_none_as_none() {
        assertThat(shows("graphite", "Dates").title()).endsWith("; none is due by November 2027");
        assertThat(shows("graphite", "Turns").findings()).contains("1 break-even in Base");
    }
}
