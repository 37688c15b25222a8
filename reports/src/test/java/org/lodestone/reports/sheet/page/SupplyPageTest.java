package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.SmallForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.supply.SmallSupply;
import org.lodestone.reports.supply.Supply;

class SupplyPageTest {

    private static final Analyses ANALYSES = RareEarths.analyses();

    private static Part page(String measure) {
        return SupplyPage.of(
                        ANALYSES,
                        measure,
                        Section.Group.CHAIN,
                        ANALYSES.dataset().measure(measure))
                .orElseThrow();
    }

    @Test
    void mining_is_told_with_its_growth_and_the_forecast() {
        Shows shows = Shows.of(page("mine-production"));

        // MCS 2026: 270,000 of 389,310 t REO, after 384,000; 454,463 expected for 2030
        assertThat(shows.title())
                .isEqualTo("China has 69% of mine production in 2025; the total grew 1.4% and grows 3.1% a year to 2030"
                        + " in Base");
        assertThat(shows.standfirst())
                .startsWith("MCS 2025 has 394.0 kt REO for 2024, 4.75% more than the year before; MCS 2026 has 384.0"
                        + " for 2024.");
    }

    @Test
    void the_newest_year_stands_beside_what_later_editions_made_of_first_prints() {
        // 376,090 / 353,320 − 1 and 384,000 / 393,950 − 1; printed 376 / 350 and 380 / 390; 389,310 × 0.97474 and ×
        // 1.06445
        assertThat(Shows.of(page("mine-production")).notes())
                .contains(
                        "Later editions revised first estimates of the total in 2 years (2023, 2024), by −2.5% to +6.4% (as"
                                + " printed, −2.6% to +7.4%), and the share of China by −0.1 to +1.8 points. Revised alike, the"
                                + " 389.3 kt REO of 2025 would be 379.5 to 414.4.");
        // 90,884,500 / 115,414,500 − 1 and 74,580 / 83,980 − 1; the totals are printed as bounds
        assertThat(Shows.of(page("reserves")).notes())
                .contains(
                        "No year is printed twice. From edition to edition (2 steps, MCS 2024 to MCS 2026) the total of"
                                + " countries with a figure in both changed by −21.3% to −11.2%, and the share of China by +6.6 to"
                                + " +10.3 points.");
    }

    @Test
    void one_observed_year_is_followed_by_the_outlook_of_its_edition_where_there_is_no_forecast() {
        // IEA 2025, kt of battery-grade graphite: 1,794.8 of China and 44.97 of Japan in 2024, 3,854.4 and 158.6 in
        // 2030
        Dataset graphite = new SmallSupply()
                .measure("refined", "Battery-grade graphite", Measure.Kind.PRODUCTION, "kt graphite")
                .figure("refined", "China", 2024, "", "1794.8")
                .figure("refined", "Japan", 2024, "", "45.0")
                .figure("refined", "China", 2030, "Base case", "3854.4")
                .figure("refined", "Japan", 2030, "Base case", "158.6")
                .dataset();
        Shows page = Shows.of(
                SupplyPage.of(Analyses.of(graphite), "Anodes", Section.Group.CHAIN, graphite.measure("refined"))
                        .orElseThrow());

        assertThat(page.title()).startsWith("China has 98% of battery-grade graphite in 2024");
        assertThat(page.findings())
                .startsWith(
                        "1,840 kt graphite in 2024, 4,013 in 2030 in the Edition 1",
                        "China has 97.6% in 2024 and 96.0% in 2030 in the Edition 1");
        assertThat(page.row(0, "China")).startsWith("China", "kt graphite", "1,794.8", "3,854.4");
        assertThat(page.page()
                        .allBlocks()
                        .flatMap(block -> block.as(Exhibit.class).stream())
                        .map(Exhibit::caption))
                .startsWith("Battery-grade graphite, kt graphite; E: Edition 1, Base case");
    }

    @Test
    void growth_is_that_of_the_newest_edition_with_both_years() {
        // 393,950 / 376,090 − 1 in MCS 2025, 389,310 / 384,000 − 1 in MCS 2026
        assertThat(Shows.of(page("mine-production"))
                        .row(0, "Growth within one edition")
                        .subList(4, 6))
                .containsExactly("4.7%", "1.4%");
        assertThat(Shows.of(page("mine-production")).row(0, "Edition").subList(2, 6))
                .containsExactly("MCS 2024", "MCS 2025", "MCS 2026", "MCS 2026");
        assertThat(Shows.of(page("mine-production")).notes())
                .anySatisfy(note -> assertThat(note)
                        .contains(
                                "(2023 in MCS 2024, 2024 in MCS 2025, 2025 in MCS 2026), since figures of two editions"
                                        + " do not compare."));
    }

    @Test
    void levels_are_set_against_each_other_within_one_edition() {
        // MCS 2026: 384,000 and 389,310 t REO; the 296,920 of 2022 are of MCS 2024
        Shows mining = Shows.of(page("mine-production"));
        assertThat(mining.page()
                        .allBlocks()
                        .flatMap(block -> block.as(Exhibit.class).stream())
                        .findFirst()
                        .orElseThrow()
                        .finding()
                        .text(mining.values()))
                .startsWith("From 384.0 in 2024 to 389.3 kt REO in 2025, ");
    }

    @Test
    void concentration_is_that_of_all_countries_whichever_have_a_row() {
        Shows mining = Shows.of(page("mine-production"));
        Supply newest = ANALYSES.supplies().supply("mine-production", "MCS2026").orElseThrow();

        // MCS 2026: 270² + 51² + 29² + 22² + 4.8² + … of 389.31²; MCS 2025 for 2023
        assertThat(mining.row(0, "HHI, other countries split up").subList(3, 6))
                .containsExactly("4,874", "5,192", "5,072");
        assertThat(newest.value(newest.hhi(Period.year(2025))).number().orElseThrow())
                .isCloseTo(5_072.4, within(0.05));
        // in 2030 all others are divided as their 15,310 t of 2025 are: 4,800, 2,900, 2,600, 2,700, 150 and 110
        double others = (4.8 * 4.8 + 2.9 * 2.9 + 2.6 * 2.6 + 2.7 * 2.7 + 0.15 * 0.15 + 0.11 * 0.11) / (15.31 * 15.31);
        double squares = others * Math.pow(in2030(mining, "All other countries"), 2);
        for (String place : List.of("China", "United States", "Australia", "Myanmar", "Brazil", "Tanzania")) {
            squares += Math.pow(in2030(mining, place), 2);
        }
        double hhi = 10_000 * squares / Math.pow(in2030(mining, "World, sum of rows"), 2);
        assertThat(in2030(mining, "HHI, other countries split up")).isCloseTo(hhi, within(1.0));
        // reserves, MCS 2025: India's 6.9 Mt are the third largest of 2024, though MCS 2026 has no figure for it
        assertThat(Shows.of(page("reserves")).row(0, "Three largest").get(3)).isEqualTo("79.1%");
    }

    @Test
    void what_is_made_outside_the_place_that_takes_the_rest_stands_beside_what_is_used_there(@TempDir Path folder) {
        Dataset small = SmallForecast.in(folder)
                .withSmelters()
                .add("stages", "plating,3,Plating,,")
                .add("measures", "plate,Share of tinplate,plating,share,%,")
                .add(
                        "figures",
                        "plate,China,2025,,E1,,94,%,reported,,paper",
                        "plate,China,2024,,E1,,90,%,reported,,paper")
                .dataset();
        Shows smelted =
                Shows.of(SupplyPage.of(Analyses.of(small), "Smelting", Section.Group.CHAIN, small.measure("smelted"))
                        .orElseThrow());

        // 2025: ore of Chile and others 240 + 80; 100 for the plant, 70 and 80 to China, half of the 140 that the plant
        // leaves closed
        // 2026: 240 + 120; 150 for the plant, 45 and 120 to China, 45 closed
        assertThat(smelted.row(0, "Ore mined").subList(2, 4)).containsExactly("320", "360");
        assertThat(smelted.row(0, "Ore that plants there take").subList(2, 4)).containsExactly("100", "150");
        assertThat(smelted.row(0, "Ore that goes to China").subList(2, 4)).containsExactly("150", "165");
        assertThat(smelted.row(0, "Ore without a plant").subList(2, 4)).containsExactly("70", "45");
        // in 2028 the plant is full, takes 200 of 312 t, and half of the rest is closed; 90 of 675 t, 135 of 768.3, as
        // China's smelters hold it at 633.3; of tinplate the share of the year of the forecast's start, and of no other
        assertThat(smelted.row(0, "Share of smelter production").subList(2, 4)).containsExactly("13.3%", "17.6%");
        assertThat(smelted.row(0, "Share of tinplate").subList(2, 4)).containsExactly("6.0%", "");
        assertThat(smelted.standfirst())
                .isEqualTo(
                        "Outside China ore of 56 t Sn finds no plant in 2028. In 2025 13.3% of smelter production came from there, and"
                                + " 6.0% of tinplate, as printed.");
    }

    @Test
    void of_a_later_stage_without_a_share_that_is_printed_nothing_is_said(@TempDir Path folder) {
        Dataset small = SmallForecast.in(folder).withSmelters().dataset();
        Shows smelted =
                Shows.of(SupplyPage.of(Analyses.of(small), "Smelting", Section.Group.CHAIN, small.measure("smelted"))
                        .orElseThrow());

        assertThat(smelted.labels(0)).contains("Outside China").doesNotContain("Share of tinplate");
        assertThat(smelted.standfirst())
                .isEqualTo(
                        "Outside China ore of 56 t Sn finds no plant in 2028. In 2025 13.3% of smelter production came from there.");
    }

    @Test
    void separation_says_what_is_made_outside_china_of_it_and_of_magnets() {
        Part separation = page("magnet-ree-refined");

        // 7.05 of 80.8 kt; 94% leave 6%.
        assertThat(Shows.of(separation).standfirst())
                .isEqualTo(
                        "Outside China ore of 4.6 kt magnet REE finds no plant in 2030. In 2024 8.7% of magnet rare earths refined came"
                                + " from there, and 6.0% of permanent magnets, as printed.");
    }

    private static double in2030(Shows shows, String row) {
        return Double.parseDouble(shows.row(0, row).get(10).replace(",", ""));
    }

    @Test
    void a_share_is_followed_over_the_years_among_the_countries_that_each_of_them_has() {
        // 44,000,000 of 74,580,000 t REO without Malaysia; of 108,514,500 … without India and Thailand in MCS 2024
        assertThat(Shows.of(page("reserves")).findings())
                .contains("China has 59.0% in 2025, after 40.5% in 2023, among the 10 countries with a figure in every"
                        + " year");
    }

    @Test
    void reserves_have_their_life_beside_them() {
        Shows shows = Shows.of(page("reserves"));

        // 75,290,000 t REO over the 354,860 of the same countries; China 44,000,000 over 270,000
        assertThat(shows.title())
                .isEqualTo("China has 58% of known reserves in 2025; at the output of 2025 reserves last 212 years");
        assertThat(shows.row(0, "China"))
                .containsExactly("China", "t REO", "44,000,000", "44,000,000", "44,000,000", "58.4%", "270,000", "163");
        // 3,500,000 over 150 are 23,333 years, of which nobody needs the last digit
        assertThat(shows.row(0, "Vietnam")).endsWith("150", ">1,000");
    }

    @Test
    void the_title_follows_a_figure_that_is_typed_in() {
        Key china = ANALYSES.supplies()
                .supply("reserves", "MCS2026")
                .orElseThrow()
                .amount(Place.parse("China"), Period.year(2025));

        // 22,000,000 of 53,290,000 t REO
        assertThat(Shows.with(page("reserves"), ImmutableMap.of(china, Value.of(22_000_000)))
                        .title())
                .isEqualTo("China has 41% of known reserves in 2025; at the output of 2025 reserves last 150 years");
    }

    @Test
    void a_total_is_told_in_a_second_unit_where_the_dataset_has_a_conversion() {
        // MCS 2026: 288,380 t Li in 2025, at 5.323 t LCE to 1 t Li
        Analyses lithium = BundledPack.of("lithium").analyses();
        Shows shows = Shows.of(SupplyPage.of(
                        lithium,
                        "Mining",
                        Section.Group.CHAIN,
                        lithium.dataset().measure("mine-production"))
                .orElseThrow());

        assertThat(shows.findings()).contains("From 223.0 in 2024 to 288.4 kt Li in known rows in 2025 (1,535 kt LCE)");
        assertThat(shows.row(0, "World, LCE"))
                .startsWith(
                        "World, LCE", "t LCE", "439,600", "568,922", "779,553", "983,052", "1,186,869", "1,535,047");
        assertThat(shows.notes()).anySatisfy(note -> assertThat(note).startsWith("t LCE: t Li times 5.323. "));
    }

    private static Shows germanium(SmallSupply supply) {
        Analyses analyses = Analyses.of(supply.dataset());
        return Shows.of(SupplyPage.of(
                        analyses,
                        "Mining",
                        Section.Group.CHAIN,
                        analyses.dataset().measure("mined"))
                .orElseThrow());
    }

    @Test
    void of_three_countries_it_is_not_said_that_three_have_everything_and_others_nothing() {
        SmallSupply three = new SmallSupply()
                .mined("China", 2025, "95000")
                .mined("Russia", 2025, "5000")
                .mined("Canada", 2025, "2000");

        Shows shows = germanium(three);

        // 95,000 of 102,000; (95² + 5² + 2²) / 102² of 10,000 is 8,702
        assertThat(shows.findings()).contains("China has 93.1% in 2025");
        assertThat(shows.labels(0))
                .containsExactly("China", "Russia", "Canada", "World, sum of rows", "China, share", "HHI");
        assertThat(shows.row(0, "HHI")).contains("8,702");
        assertThat(shows.notes()).isEmpty();
    }

    @Test
    void of_two_countries_the_share_of_three_is_not_asked_for() {
        Shows shows = germanium(new SmallSupply().mined("China", 2025, "95000").mined("Russia", 2025, "5000"));

        assertThat(shows.findings()).contains("China has 95.0% in 2025");
        assertThat(shows.labels(0)).containsExactly("China", "Russia", "World, sum of rows", "China, share", "HHI");
    }

    @Test
    void a_share_is_of_what_is_known_where_a_country_is_withheld_and_no_total_follows_from_one_with_it() {
        Shows shows = germanium(new SmallSupply()
                .mined("China", 2024, "60000")
                .mined("Tajikistan", 2024, "17000")
                .mined("Russia", 2024, "13000")
                .mined("China", 2025, "55000")
                .mined("Tajikistan", 2025, "16000")
                .mined("Russia", 2025, "W"));

        // 55,000 of 71,000, which is not to be set against the 90,000 with Russia
        assertThat(shows.title()).isEqualTo("China has 77% of known mine production in 2025");
        assertThat(shows.findings())
                .contains("71,000 kg Ge in known rows in 2025", "China has 77.5% of known rows in 2025");
        assertThat(shows.labels(0)).contains("World, sum of known rows").doesNotContain("World, sum of rows");
    }

    @Test
    void beside_other_countries_the_three_largest_are_some_of_more() {
        Shows shows = germanium(new SmallSupply()
                .mined("China", 2025, "95000")
                .mined("Russia", 2025, "5000")
                .mined("Canada", 2025, "2000")
                .mined("Other countries", 2025, "3000"));

        // 102,000 of 105,000
        assertThat(shows.findings()).contains("China has 90.5% in 2025; the three largest have 97.1% in 2025");
        assertThat(shows.row(0, "All other countries")).contains("3,000");
    }

    /** The refining of rare earths as if three countries had all of it. */
    private static Dataset refinedByThree() {
        List<Place> three = Stream.of("China", "Malaysia", "United States")
                .map(Place::parse)
                .toList();
        Dataset dataset = RareEarths.dataset();
        return dataset.supposing(
                        DatasetTables.FIGURES,
                        dataset.figures().stream()
                                .filter(figure -> !figure.measure().id().equals("magnet-ree-refined")
                                        || three.contains(figure.place()))
                                .toList())
                .supposing(
                        DatasetTables.LIMITS,
                        dataset.rows(DatasetTables.LIMITS).stream()
                                .filter(limit ->
                                        !limit.measure().equals("magnet-ree-refined") || three.contains(limit.place()))
                                .toList());
    }

    private static Shows refining(Dataset dataset) {
        return Shows.of(SupplyPage.of(
                        Analyses.of(dataset), "Separation", Section.Group.CHAIN, dataset.measure("magnet-ree-refined"))
                .orElseThrow());
    }

    @Test
    void what_a_risk_may_add_outside_the_countries_named_is_of_others() {
        // as an addition, United States + Australia may refine more than planned, which no country's row has
        assertThat(refining(refinedByThree()).labels(0)).contains("All other countries", "Three largest");
        assertThat(refining(refinedByThree().supposing(DatasetTables.ADDITIONS, List.of()))
                        .labels(0))
                .doesNotContain("All other countries", "Three largest")
                .contains("HHI");
    }

    @Test
    void a_country_that_one_edition_leaves_out_has_a_dash_where_there_are_no_others() {
        Shows shows = germanium(new SmallSupply()
                .releases(2024, 2025)
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "kg Ge")
                .figure("MCS2024", "mined", "China", 2023, "90000")
                .figure("MCS2024", "mined", "Russia", 2023, "5000")
                .figure("MCS2025", "mined", "China", 2024, "95000")
                .figure("MCS2025", "mined", "Russia", 2024, "5000")
                .figure("MCS2025", "mined", "Canada", 2024, "2000"));

        assertThat(shows.row(0, "Canada")).contains("–");
        assertThat(shows.notes())
                .anySatisfy(note -> assertThat(note).startsWith("–: an edition does not name the country."));
    }

    @Test
    void reserves_that_would_not_last_a_year_have_a_unit_in_doubt() {
        // MCS 2026 prints the reserves of vanadium in metric tons, and its chapter in thousands of them: 21,464 t V in
        // the
        // ground, where 113,300 were mined in 2025
        Analyses vanadium = Analyses.of(new SmallSupply()
                .measure("reserves", "Reserves", Measure.Kind.RESERVES, "t V")
                .measure("mine-production", "Mine production", Measure.Kind.PRODUCTION, "t V")
                .figure("reserves", "China", 2025, "", "5800")
                .figure("reserves", "Russia", 2025, "", "5000")
                .figure("mine-production", "China", 2025, "", "82000")
                .figure("mine-production", "Russia", 2025, "", "21000")
                .dataset());
        Part page = SupplyPage.of(
                        vanadium,
                        "Reserves",
                        Section.Group.CHAIN,
                        vanadium.dataset().measure("reserves"))
                .orElseThrow();

        assertThat(Shows.of(page).notes())
                .startsWith("The unit is in doubt at its source: reserves as printed would not last a year.");
        assertThat(Shows.of(page).row(0, "China")).endsWith("82,000", "<1");

        // 5,800 thousand t V, as the chapter has them
        Key china =
                vanadium.supplies().supply("reserves").orElseThrow().amount(Place.parse("China"), Period.year(2025));
        assertThat(Shows.with(page, ImmutableMap.of(china, Value.of(5_800_000))).notes())
                .startsWith("Reserves last a year or more.");
    }

    @Test
    void a_dataset_without_figures_has_no_such_pages() {
        assertThat(Pages.of(Analyses.of(Dataset.builder("empty").build())))
                .allMatch(page -> page.get().isEmpty());
    }
}
