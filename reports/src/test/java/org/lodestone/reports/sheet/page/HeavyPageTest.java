package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;

class HeavyPageTest {

    private static final Analyses ANALYSES = RareEarths.analyses();
    private static final Part PAGE = HeavyPage.of(ANALYSES).orElseThrow();

    @Test
    void the_title_says_how_little_ionic_ore_is_and_what_terbium_costs() {
        // 19,150 of 270,000 t REO; MCS 2026: 1,010 after 812 USD/kg
        assertThat(Shows.of(PAGE).title())
                .isEqualTo("Ionic ore is 7.1% of the 2024 quota; terbium oxide costs 1,010 USD/kg in 2025, up 24%");
    }

    @Test
    void the_title_follows_a_quota_that_is_typed_in() {
        Key ionic = ANALYSES.quotas().get(0).ore(Ore.IONIC, Period.year(2024)).orElseThrow();

        assertThat(Shows.with(PAGE, ImmutableMap.of(ionic, Value.of(27_000))).title())
                .startsWith("Ionic ore is 10.0% of the 2024 quota;");
    }

    @Test
    void a_year_has_the_quota_and_the_prices() {
        // dysprosium oxide 257 after 330 USD/kg
        assertThat(Shows.of(PAGE).row(0, "2024"))
                .containsExactly("2024", "19,150", "0.0%", "5.9%", "7.1%", "812", "−37.5%", "257", "−22.1%");
    }

    @Test
    void one_line_that_separates_is_in_production_whatever_products_are_called() {
        Shows shows = Shows.of(PAGE);

        assertThat(shows.findings())
                .endsWith("1 of 9 lines that separate heavy rare earths is in production, 2 of 4 that mine their ore");
        assertThat(shows.row(1, "Eneabba refinery"))
                .containsExactly(
                        "Eneabba refinery",
                        "separated",
                        "Australia",
                        "Dy and Tb oxides",
                        "750",
                        "t DyTb oxide/yr",
                        "construction",
                        "2027");
        // names that say nothing of heavy rare earths: xenotime, ionic clay
        assertThat(shows.row(1, "Browns Range")).contains("Xenotime concentrate (25% REO)");
        assertThat(shows.row(1, "Serra Verde (Pela Ema)")).contains("ramping");
    }

    @Test
    void a_dataset_without_heavy_rare_earths_has_no_such_page() {
        assertThat(HeavyPage.of(Analyses.of(Dataset.builder("empty").build()))).isEmpty();
    }
}
