package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;

class QuotaPageTest {

    private static final Analyses ANALYSES = RareEarths.analyses();
    private static final Part PAGE = QuotaPage.of(ANALYSES).orElseThrow();

    @Test
    void growth_of_the_last_known_year_is_set_against_that_of_all() {
        Shows shows = Shows.of(PAGE);

        // 270,000 / 255,000 − 1; (270,000 / 105,000)^(1/7) − 1
        assertThat(shows.title())
                .isEqualTo(
                        "The quota of mining and beneficiation grew 5.9% in 2024 and 14.4% a year compound since 2017");
        assertThat(shows.standfirst())
                .startsWith("That of smelting and separation grew 4.2% in 2024 and 14.2% a year compound since 2017."
                        + " Quota of 2025: not published.");
    }

    @Test
    void the_title_follows_a_quota_that_is_typed_in() {
        Key quota = ANALYSES.quotas().get(0).total(Period.year(2024));

        // 267,750 / 255,000 − 1; (267,750 / 105,000)^(1/7) − 1
        assertThat(Shows.with(PAGE, ImmutableMap.of(quota, Value.of(267_750))).title())
                .isEqualTo(
                        "The quota of mining and beneficiation grew 5.0% in 2024 and 14.3% a year compound since 2017");
    }

    @ParameterizedTest
    @CsvSource({
        // over 255,000 in 2023 and 105,000 in 2017
        "240000, 'fell 5.9% in 2024 and grew 12.5% a year compound since 2017'",
        "100000, 'fell 60.8% in 2024 and 0.7% a year compound since 2017'",
    })
    void each_growth_is_told_as_what_it_is(double quota, String words) {
        assertThat(Shows.with(PAGE, ImmutableMap.of(ANALYSES.quotas().get(0).total(Period.year(2024)), Value.of(quota)))
                        .title())
                .isEqualTo("The quota of mining and beneficiation " + words);
    }

    @Test
    void a_quota_that_is_withheld_or_emptied_is_said_to_be_not_known() {
        Key before = ANALYSES.quotas().get(0).total(Period.year(2023));
        Key latest = ANALYSES.quotas().get(0).total(Period.year(2025));

        assertThat(Shows.with(PAGE, ImmutableMap.of(before, Value.of("W"))).title())
                .isEqualTo("The quota of mining and beneficiation grew 14.4% a year compound from 2017 to 2024;"
                        + " its growth in 2024 alone is not known");
        assertThat(Shows.with(PAGE, ImmutableMap.of(latest, Value.empty())).standfirst())
                .contains(" Quota of 2025: not known. ");
    }

    @Test
    void a_year_has_its_batches_totals_growth_and_ores() {
        Shows shows = Shows.of(PAGE);

        // three batches, of which the third was issued in December 2023; 235,850 and 19,150 of 255,000 t REO
        assertThat(shows.row(1, "2023"))
                .containsExactly(
                        "2023", "3", "255,000", "21.4%", "3", "243,850", "20.7%", "235,850", "92.5%", "19,150", "7.5%");
        assertThat(shows.row(1, "2025")).startsWith("2025", "0", "not published", "n/a");
    }

    @Test
    void two_groups_hold_the_whole_quota() {
        assertThat(Shows.of(PAGE).row(0, "China Rare Earth Group"))
                .containsExactly("China Rare Earth Group", "81,350", "30.1%", "84,000", "33.1%");
        assertThat(Shows.of(PAGE).row(0, "Known holders")).containsExactly("Known holders", "", "100.0%", "", "100.0%");
        assertThat(Shows.of(PAGE).rows(0)).noneMatch(row -> row.startsWith("Two largest"));
    }

    @Test
    void a_dataset_without_quotas_has_no_such_page() {
        assertThat(QuotaPage.of(Analyses.of(Dataset.builder("empty").build()))).isEmpty();
    }
}
