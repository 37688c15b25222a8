package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;

class ChainPageTest {

    private static final Analyses ANALYSES = RareEarths.analyses();
    private static final Part PAGE = ChainPage.of(ANALYSES).orElseThrow();

    @Test
    void the_title_names_the_narrowest_stage_and_what_would_be_left_of_it() {
        Shows shows = Shows.of(PAGE);

        // IEA 2025: 73.75 of 80.8 kt magnet REE refined in China in 2024
        assertThat(shows.title())
                .isEqualTo(
                        "The chain is narrowest at smelting and separation: without China, 9% of the 2024 amount would be left");
        assertThat(shows.standfirst())
                .isEqualTo(
                        "Only China is known to hold all 3 stages with figures by country. No figures by country: metals and alloys, and applications."
                                + " A country holds a stage with 5% or more of one of its measures.");
    }

    @Test
    void another_stage_is_narrowest_once_malaysia_refines_more() {
        Key malaysia = ANALYSES.supplies()
                .supply("magnet-ree-refined")
                .orElseThrow()
                .amount(Place.parse("Malaysia"), Period.year(2024));

        Shows shows = Shows.with(PAGE, ImmutableMap.of(malaysia, Value.of(80)));

        // 80 and 73.75 of 157.2 kt: an HHI of 4,791, below the 4,924 of mine production
        // MCS 2025: 123,950 of 393,950 t REO outside China
        assertThat(shows.title())
                .isEqualTo(
                        "The chain is narrowest at mining and beneficiation: without China, 31% of the 2024 amount would be left");
    }

    @Test
    void a_printed_share_has_a_holder_and_nothing_that_is_worked_out_from_it() {
        assertThat(Shows.of(PAGE).row(1, "Functional materials (magnets), share of permanent magnets"))
                .containsExactly(
                        "Functional materials (magnets), share of permanent magnets",
                        "2024",
                        "China",
                        "94.0%",
                        "n/a",
                        "n/a",
                        "1",
                        "Permanent magnets: China 94% in 2024");
    }

    @Test
    void shares_of_a_country_stand_side_by_side() {
        // 45,000 of 393,950 t REO mined; nobody prints a share of magnets for it
        assertThat(Shows.of(PAGE).row(0, "United States"))
                .containsExactly("United States", "11.4%", "9.1%", "1.2%", "n/a");
    }

    @Test
    void a_country_that_only_refines_is_among_those_shown() {
        // IEA 2025: Malaysia refined 3.6 of 80.8 kt magnet REE, the second after China
        assertThat(Shows.of(PAGE).row(0, "Malaysia")).containsExactly("Malaysia", "0.0%", "n/a", "4.5%", "n/a");
        assertThat(Shows.of(PAGE).rows(0)).hasSize(8);
    }

    @Test
    void shares_name_their_edition_where_another_has_the_year_too() {
        // China mined 68.5% in MCS 2025, and 70.3% as MCS 2026 has 2024
        assertThat(Shows.of(PAGE).findings())
                .contains("China has 69% of mine production (MCS 2025) and 91% of magnet rare earths refined in"
                        + " 2024");
        assertThat(Shows.of(PAGE).row(1, "Mining and beneficiation, mine production, MCS 2025"))
                .contains("68.5%");
    }

    private static Shows of(String dataset) {
        return Shows.of(ChainPage.of(BundledPack.of(dataset).analyses()).orElseThrow());
    }

    @Test
    void a_stage_that_lists_no_country_makes_nobody_its_possible_holder() {
        // cobalt: China mines 0.6%, DR Congo, which alone is under an export limit, is not among the refiners; lithium:
        // Australia refines 1.8%
        assertThat(of("cobalt").standfirst())
                .startsWith("No country is known to hold all 3 stages with figures by country.");
        assertThat(of("lithium").standfirst())
                .startsWith("3 countries are known to hold both stages with figures by country.");
    }

    @Test
    void a_dataset_without_a_chain_has_no_such_page() {
        assertThat(ChainPage.of(Analyses.of(Dataset.builder("empty").build()))).isEmpty();
    }
}
