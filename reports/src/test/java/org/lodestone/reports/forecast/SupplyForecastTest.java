package org.lodestone.reports.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.forecast.SmallForecast.assumed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/** Every number here is worked out beside {@link SmallForecast} or in the test, with pencil and paper. */
class SupplyForecastTest {

    private static final Place CHINA = Place.parse("China");
    private static final Place CHILE = Place.parse("Chile");
    private static final Place PERU = Place.parse("Peru");

    @TempDir
    private Path folder;

    private SmallForecast small;

    @BeforeEach
    void make() {
        small = SmallForecast.in(folder).without("drivers").without("shocks"); // which not every change would suit
    }

    @Test
    void the_lowest_limit_binds_and_is_named() {
        SupplyForecast supply = base();

        // quota 600 × 1.1 = 660, × 1.1 = 726; capacity 700
        assertThat(years(supply, year -> supply.running(CHINA, year))).containsExactly(600, 660, 700, 700);
        assertThat(word(supply, supply.binds(CHINA, Period.year(2026)))).isEqualTo("quota");
        assertThat(word(supply, supply.binds(CHINA, Period.year(2027)))).isEqualTo("capacity");
    }

    @Test
    void a_quota_above_capacity_binds_in_no_year() {
        SupplyForecast supply = base(small.set("china-capacity", "600,t Sn/yr").set("quota-growth", "100,%/yr"));

        assertThat(years(supply, year -> supply.running(CHINA, year))).containsExactly(600, 600, 600, 600);
        assertThat(word(supply, supply.binds(CHINA, Period.year(2026)))).isEqualTo("capacity");
    }

    @Test
    void only_the_used_part_of_a_quota_is_supplied() {
        SupplyForecast supply = base(small.add("assumptions", assumed("quota-use", "90,%"))
                .with("limits", "mined,China,quota", "mined,China,quota,growth,,quota-growth,,,quota-use,,paper"));

        assertThat(years(supply, year -> supply.running(CHINA, year))).containsExactly(600, 594, 653.4, 700);
    }

    @Test
    void the_growth_of_a_year_is_its_own_where_it_has_one() {
        small.set("china-capacity", "1000,t Sn/yr").addInYear("assumptions", 2027, assumed("quota-growth", "20,%/yr"));

        // 600 × 1.1 = 660, × 1.2 = 792, × 1.1 = 871.2; a scenario that says nothing of the quota takes all of it
        assertThat(years(base(), year -> base().running(CHINA, year))).containsExactly(600, 660, 792, 871.2);
        SupplyForecast late = study(small).scenarioOutcomes().get(1).supplies().get(0);
        assertThat(years(late, year -> late.running(CHINA, year))).containsExactly(600, 660, 792, 871.2);
    }

    @Test
    void what_a_scenario_says_of_all_years_passes_over_a_year_of_the_base() {
        small.set("china-capacity", "1000,t Sn/yr")
                .add("assumptions", "quota-growth,Late,,quota-growth,0,%/yr,,assumed,For the test,")
                .addInYear("assumptions", 2027, assumed("quota-growth", "20,%/yr"))
                .addInYear("assumptions", 2028, "quota-growth,Late,,quota-growth,50,%/yr,,assumed,For the test,");

        SupplyForecast late = study(small).scenarioOutcomes().get(1).supplies().get(0);
        assertThat(years(late, year -> late.running(CHINA, year))).containsExactly(600, 600, 600, 900);
    }

    @Test
    void the_share_lost_of_projects_is_that_of_the_year_where_it_has_one() {
        SupplyForecast supply = base(small.addInYear("assumptions", 2028, assumed("disruption", "40,%")));
        Tracked north = supply.pipeline().get(0);

        // 200 × 50% × 50% × (1 − 10%), and all of it × (1 − 40%)
        assertThat(ahead(supply, year -> supply.added(north, year))).containsExactly(0, 45, 60);
    }

    @Test
    void a_feed_binds_where_less_comes_in_than_quota_and_capacity_allow() {
        SupplyForecast supply = base(small.add("assumptions", assumed("ore-bought", "640,t Sn/yr"))
                .add("limits", "mined,China,feed,held,ore-bought,,,,,,paper"));

        assertThat(years(supply, year -> supply.running(CHINA, year))).containsExactly(600, 640, 640, 640);
        assertThat(word(supply, supply.binds(CHINA, Period.year(2028)))).isEqualTo("feed");
    }

    @Test
    void a_project_adds_its_capacity_by_delay_ramp_probability_and_disruption() {
        SupplyForecast supply = base();
        Tracked north = supply.pipeline().get(0);

        assertThat(value(supply, supply.first(north))).isEqualTo(2027);
        // 200 × 50% × (50%, 100%) × (1 − 10%)
        assertThat(ahead(supply, year -> supply.added(north, year))).containsExactly(0, 45, 90);
        assertThat(ahead(supply, year -> supply.ramp(north, year))).containsExactly(0, 0.5, 1);
        assertThat(years(supply, year -> supply.amount(CHILE, year))).containsExactly(300, 300, 345, 390);
    }

    @Test
    void a_scenario_takes_from_the_base_what_it_does_not_set() {
        Outcome late = study(small).scenarioOutcomes().get(1);
        SupplyForecast supply = late.supplies().get(0);

        // North two years late: its first half in 2028, 200 × 50% × 50% × 90%; all else as in the base
        assertThat(years(supply, year -> supply.amount(CHILE, year))).containsExactly(300, 300, 300, 345);
        assertThat(years(supply, year -> supply.amount(CHINA, year))).containsExactly(600, 660, 700, 700);
    }

    @Test
    void a_project_of_a_place_without_a_limit_counts_for_other_countries() {
        SupplyForecast supply = base();

        assertThat(supply.places()).doesNotContain(PERU);
        assertThat(years(supply, year -> supply.amount(Place.OTHER, year))).containsExactly(100, 150, 200, 200);
        assertThat(years(supply, supply::total)).containsExactly(1000, 1110, 1245, 1290);
    }

    @Test
    void a_project_that_counts_as_a_whole_adds_what_is_over_its_place_today() {
        SupplyForecast supply =
                base(small.with("projects", "north", "north,North,N,,Chile,mining,tin,450,t Sn/yr,,planned,2026,,paper")
                        .with(
                                "pipeline",
                                "north",
                                "north,north,mined,whole,,,north-start,north-delay,north-probability,ramp,,,,paper"));

        // 450 − 300 = 150, half likely
        assertThat(value(supply, supply.increment(supply.pipeline().get(0)))).isEqualTo(150);
        assertThat(years(supply, year -> supply.amount(CHILE, year))).containsExactly(300, 300, 337.5, 375);
    }

    @Test
    void a_project_is_held_back_by_what_the_next_stage_can_take() {
        SupplyForecast supply = base(small.add("assumptions", assumed("north-outlet", "0.12,kt Sn/yr"))
                .with(
                        "pipeline",
                        "north",
                        "north,north,mined,new,,north-outlet,north-start,north-delay,north-probability,ramp,,,,paper"));
        Tracked north = supply.pipeline().get(0);

        assertThat(value(supply, supply.increment(north))).isEqualTo(120);
        assertThat(word(supply, supply.bindsProject(north))).isEqualTo("smelting");
    }

    @Test
    void a_scaled_project_lets_the_output_of_its_place_grow_as_it_does() {
        SupplyForecast supply = base(
                small.with(
                                "projects",
                                "north",
                                "north,North,N,,Chile,mining,ore,900,t concentrate/yr,,planned,2026,,paper")
                        .add("assumptions", assumed("north-runs", "600,t concentrate/yr"))
                        .with(
                                "pipeline",
                                "north",
                                "north,north,mined,scaled,north-runs,,north-start,north-delay,south-probability,ramp,,,,paper"));

        // 300 × (900 / 600 − 1) = 150, sure: 375 in 2027, 450 in 2028
        assertThat(years(supply, year -> supply.amount(CHILE, year))).containsExactly(300, 300, 375, 450);
    }

    @Test
    void shares_may_be_written_in_percent_or_as_multiples() {
        SupplyForecast supply = base(small.set("disruption", "0.1,x")
                .set("north-probability", "0.5,x")
                .with("assumptions", "ramp,Base,1", "ramp,Base,1,ramp,0.5,x,,assumed,For the test,")
                .with("assumptions", "ramp,Base,2", "ramp,Base,2,ramp,1,x,,assumed,For the test,"));

        assertThat(years(supply, supply::total)).containsExactly(1000, 1110, 1245, 1290);
    }

    @Test
    void a_faster_ramp_goes_no_higher_than_the_whole() {
        SupplyForecast supply = base(small.add("assumptions", assumed("speed", "120,%"))
                .with(
                        "pipeline",
                        "south",
                        "south,south,mined,new,,,south-start,south-delay,south-probability,ramp,speed,,,paper"));

        // 50% × 1.2 = 60%, then 100% × 1.2, but no more than 100%
        assertThat(ahead(supply, year -> supply.ramp(supply.pipeline().get(1), year)))
                .containsExactly(0.6, 1, 1);
    }

    @Test
    void an_addition_comes_on_top_in_equal_steps_and_counts_for_its_place() {
        SupplyForecast supply = base(small.set("ore-added", "60,t Sn/yr")
                .with("additions", "ore", "ore,Ore on top,mined,China,ore-added,2025,2028,,"));

        assertThat(years(supply, year -> supply.added(supply.additions().get(0), year)))
                .containsExactly(0, 20, 40, 60);
        assertThat(years(supply, supply::total)).containsExactly(1000, 1130, 1285, 1350);
        assertThat(value(supply, supply.share(CHINA, Period.year(2028)))).isEqualTo(760.0 / 1350, within(1e-9));
    }

    @Test
    void additions_of_the_same_name_are_two() {
        SupplyForecast supply = base(small.set("ore-added", "60,t Sn/yr")
                .add("additions", "more,Ore on top,mined,Chile,ore-added,2025,2026,,"));

        assertThat(value(supply, supply.total(Period.year(2028)))).isEqualTo(1290 + 60 + 60);
    }

    @Test
    void an_addition_in_another_material_counts_by_what_is_in_it() {
        SupplyForecast supply = base(small.set("ore-added", "80,kt concentrate/yr")
                .add("assumptions", assumed("reaching", "50,%"), assumed("grade", "0.25,%"))
                .with("additions", "ore", "ore,Ore on top,mined,Peru,ore-added,2025,2026,reaching,grade"));

        // 80,000 t × 50% × 0.25% = 100 t
        assertThat(value(supply, supply.total(Period.year(2026)))).isEqualTo(1210);
    }

    @Test
    void an_addition_of_a_place_without_a_limit_counts_for_other_countries() {
        SupplyForecast supply = base(small.set("ore-added", "60,t Sn/yr"));

        // Peru has no limit: others have 200 and 60 on top of 1,290 and 60
        assertThat(value(supply, supply.share(Place.OTHER, Period.year(2028)))).isEqualTo(260.0 / 1350, within(1e-9));
    }

    @Test
    void an_addition_of_a_group_has_a_share_of_its_own() {
        SupplyForecast supply = base(small.set("ore-added", "60,t Sn/yr")
                .with("additions", "ore", "ore,Ore on top,mined,Chile + Peru,ore-added,2025,2026,,"));
        Period end = Period.year(2028);

        assertThat(value(supply, supply.share(supply.additions().get(0), end))).isEqualTo(60.0 / 1350, within(1e-9));
        double all = supply.places().stream()
                .mapToDouble(place -> value(supply, supply.share(place, end)))
                .sum();
        assertThat(all).isEqualTo(1290.0 / 1350, within(1e-8));
    }

    @Test
    void no_project_comes_into_the_years_that_were_observed() {
        SupplyForecast supply = base(small.set("south-start", "2026,year"));
        Tracked south = supply.pipeline().get(1);
        Key delay = study(small).scenarios().key("south-delay", supply.in());

        Values early = supply.model().valuesWith(Map.of(delay, Value.of(-3)));

        assertThat(early.number(supply.first(south))).hasValue(2026);
        assertThat(early.number(supply.added(south, Period.year(2026)))).hasValue(50);
    }

    @Test
    void what_is_lost_is_no_more_than_all() {
        SupplyForecast supply = base();
        Tracked north = supply.pipeline().get(0);

        Values lost = supply.model().valuesWith(Map.of(supply.lost(north), Value.of(130)));

        assertThat(lost.number(supply.added(north, Period.year(2028)))).hasValue(0);
    }

    @Test
    void an_outlook_is_delivered_in_part_and_by_its_phasing() {
        SupplyForecast supply = base(small.add(
                        "figures",
                        "mined,Chile,2028,base,E1,,500,t Sn,forecast,,paper",
                        "mined,China,2028,base,E1,,700,t Sn,forecast,,paper",
                        "mined,Peru,2028,base,E1,,100,t Sn,forecast,,paper")
                .add(
                        "assumptions",
                        assumed("delivery", "75,%"),
                        "phasing,Base,1,phasing,20,%,,assumed,For the test,",
                        "phasing,Base,2,phasing,60,%,,assumed,For the test,",
                        "phasing,Base,3,phasing,100,%,,assumed,For the test,")
                .with("limits", "mined,Chile", "mined,Chile,capacity,outlook,,delivery,2028,phasing,,,paper"));

        // 300 + (500 − 300) × 75% × (20%, 60%, 100%)
        assertThat(years(supply, year -> supply.running(CHILE, year))).containsExactly(300, 330, 390, 450);
    }

    @Test
    void growth_is_on_the_year_before_and_its_average_compounds() {
        SupplyForecast supply = base();

        assertThat(value(supply, supply.growth(Period.year(2026)))).isEqualTo(0.11, within(1e-9));
        // 1.29^(1/3) = 1.0886
        assertThat(value(supply, supply.averageGrowth())).isEqualTo(0.0886, within(0.00005));
    }

    @Test
    void a_withheld_figure_leaves_what_needs_it_empty() {
        SupplyForecast supply =
                base(small.with("figures", "mined,Chile", "mined,Chile,2025,,E1,,W,t Sn,reported,,paper"));

        assertThat(supply.model().value(supply.amount(CHILE, Period.year(2028))).isMissing())
                .isTrue();
        assertThat(supply.model().value(supply.total(Period.year(2028))).isMissing())
                .isTrue();
        assertThat(value(supply, supply.amount(CHINA, Period.year(2028)))).isEqualTo(700);
    }

    // ---------------------------------------------------------------- replacement

    @Test
    void what_could_replace_the_largest_holder_is_all_supply_but_its_own() {
        Outcome outcome = study(small).chosen();
        Replacement replacement = outcome.replacements().get(0);
        Values values = outcome.model().values();

        assertThat(replacement.holder()).isEqualTo(CHINA);
        // outside China 400, 450, 545, 590 of its 600
        assertThat(values.number(replacement.ratio(Period.year(2025)))).hasValue(400.0 / 600);
        assertThat(values.number(replacement.ratio(Period.year(2028)))).hasValue(590.0 / 600);
        assertThat(values.of(replacement.half())).isEqualTo(Value.of("2025"));
        assertThat(values.number(replacement.isAll(replacement.ratio(Period.year(2028)))))
                .hasValue(0);
    }

    @Test
    void additions_replace_the_largest_holder_unless_they_are_its_own() {
        small.set("ore-added", "60,t Sn/yr");
        Outcome elsewhere = study(small).chosen();
        Replacement replacement = elsewhere.replacements().get(0);
        Values values = elsewhere.model().values();
        small.with("additions", "ore", "ore,Ore on top,mined,China,ore-added,2025,2026,,");
        Outcome own = study(small).chosen();

        assertThat(values.number(replacement.outside(Period.year(2028)))).hasValue(650);
        assertThat(values.number(replacement.isAll(replacement.ratio(Period.year(2026)))))
                .hasValue(0);
        assertThat(values.number(replacement.isAll(replacement.ratio(Period.year(2027)))))
                .hasValue(1);
        assertThat(own.model().values().number(own.replacements().get(0).outside(Period.year(2028))))
                .hasValue(590);
    }

    // ---------------------------------------------------------------- helpers

    private SupplyForecast base() {
        return base(small);
    }

    private static SupplyForecast base(SmallForecast small) {
        return study(small).scenarioOutcomes().get(0).supplies().get(0);
    }

    private static ForecastStudy study(SmallForecast small) {
        return ForecastStudy.of(small.dataset()).orElseThrow();
    }

    private static double[] years(SupplyForecast supply, Function<Period, Key> key) {
        return numbers(supply, supply.years().stream().map(key).toList());
    }

    private static double[] ahead(SupplyForecast supply, Function<Period, Key> key) {
        return numbers(supply, supply.ahead().stream().map(key).toList());
    }

    /** To a billionth, so that the last bit of a double does not show. */
    private static double[] numbers(SupplyForecast supply, List<Key> keys) {
        Values values = supply.model().values();
        return keys.stream()
                .mapToDouble(key -> Math.rint(values.number(key).orElseThrow() * 1e9) / 1e9)
                .toArray();
    }

    private static double value(SupplyForecast supply, Key key) {
        return numbers(supply, List.of(key))[0];
    }

    private static String word(SupplyForecast supply, Key key) {
        return supply.model().value(key).inSentence();
    }
}
