package org.lodestone.reports.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.forecast.SmallForecast.assumed;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SmallForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/** Levers over {@link SmallForecast}, with a capacity of 1,000 so that the quota of China binds: 600, 660, 726, 798.6. */
class LeversTest {

    private static final String HEADER =
            "assumption,as,low,high,drawn,variation,search,lever,group,least,most,reason,sources";

    @TempDir
    private Path folder;

    private SmallForecast small;

    @BeforeEach
    void make() {
        small = SmallForecast.in(folder)
                .set("china-capacity", "1000,t Sn/yr")
                .table(
                        "drivers",
                        HEADER,
                        "quota-growth,value,0,20,uniform,,,\"Quota, growth\",Supply,-10,30,For the test,",
                        "north-delay,change,-1,2,whole,,,\"North, delay\",Supply,-1,3,For the test,",
                        "ore-added,value,0,100,uniform,,1000,Extra ore,Supply,,,For the test,");
    }

    @Test
    void an_empty_lever_follows_the_scenario_that_is_chosen() {
        Study study = study();

        assertThat(study.china(Map.of())).containsExactly(600, 660, 726, 798.6);
        assertThat(study.number(Map.of(), study.changed("quota-growth"))).isZero();
        assertThat(study.number(study.choosing("Late"), study.inForce("north-delay")))
                .isEqualTo(2);
        assertThat(study.number(study.choosing("Late"), study.changed("north-delay")))
                .isEqualTo(1);
    }

    @Test
    void what_is_typed_for_all_years_holds_in_each_and_in_any_scenario() {
        Study study = study();
        ImmutableMap<Key, Value> typed = study.typing("quota-growth", 0);

        assertThat(study.china(typed)).containsExactly(600, 600, 600, 600);
        assertThat(study.china(ImmutableMap.<Key, Value>builder()
                        .putAll(typed)
                        .putAll(study.choosing("Late"))
                        .buildOrThrow()))
                .containsExactly(600, 600, 600, 600);
        assertThat(study.number(typed, study.changed("quota-growth"))).isEqualTo(1);
    }

    @Test
    void a_year_comes_before_all_years() {
        Study study = study();

        // 600 × 1.1 × 1.2 × 1.1
        assertThat(study.china(Map.of(study.typed("quota-growth", 2027), Value.of(20))))
                .containsExactly(600, 660, 792, 871.2);
        // 600, × 1.2, and none else
        assertThat(study.china(Map.of(
                        study.typed("quota-growth", 2027), Value.of(20), study.typed("quota-growth"), Value.of(0))))
                .containsExactly(600, 600, 720, 720);
    }

    @Test
    void what_is_typed_for_all_years_comes_before_a_year_of_a_scenario() {
        small.addInYear("assumptions", 2027, assumed("quota-growth", "20,%/yr"));
        Study study = study();

        assertThat(study.china(Map.of())).containsExactly(600, 660, 792, 871.2);
        assertThat(study.china(study.typing("quota-growth", 0))).containsExactly(600, 600, 600, 600);
    }

    @ParameterizedTest
    @CsvSource({"31", "-10.5", "0.04", "-0.3", "W", "five"})
    void what_is_not_allowed_does_not_count_and_is_told(String typed) {
        Study study = study();
        ImmutableMap<Key, Value> pasted = ImmutableMap.of(
                study.typed("quota-growth", 2027), typed.matches("[-0-9.]+") ? number(typed) : Value.of(typed));

        assertThat(study.china(pasted)).containsExactly(600, 660, 726, 798.6);
        assertThat(study.number(pasted, study.refused("quota-growth"))).isEqualTo(1);
        assertThat(study.number(pasted, Levers.COUNTED)).isZero();
    }

    @Test
    void a_delay_counts_in_whole_years() {
        Study study = study();

        assertThat(study.number(study.typing("north-delay", 3), study.inForce("north-delay")))
                .isEqualTo(3);
        assertThat(study.number(study.typing("north-delay", 1.5), study.inForce("north-delay")))
                .isEqualTo(1);
        assertThat(study.number(study.typing("north-delay", 1.5), study.refused("north-delay")))
                .isEqualTo(1);
    }

    @Test
    void demand_follows_the_case_that_is_typed() {
        Study study = study();
        Key demand = study.chosen().balances().get(0).demand(Period.year(2028));
        Key typed = study.levers().typedDemand();

        assertThat(study.number(Map.of(), demand)).isEqualTo(1650);
        assertThat(study.number(Map.of(typed, Value.of("low")), demand)).isEqualTo(1350);
        assertThat(study.number(Map.of(typed, Value.of("low")), study.levers().demandChanged()))
                .isEqualTo(1);
        assertThat(study.number(Map.of(typed, Value.of("lowest")), demand)).isEqualTo(1650);
        assertThat(study.number(
                        Map.of(typed, Value.of("lowest")), study.levers().demandRefused()))
                .isEqualTo(1);
    }

    @Test
    void the_scenarios_themselves_stay_as_they_are() {
        Study study = study();
        Outcome base = study.forecast().scenarioOutcomes().get(0);
        Key supply = base.supplies().get(0).total(Period.year(2028));

        assertThat(study.number(study.typing("quota-growth", 0), supply)).isEqualTo(study.number(Map.of(), supply));
    }

    @Test
    void a_lever_is_named_after_its_assumption() {
        Lever lever = study().levers().of("quota-growth").orElseThrow();

        assertThat(lever.name(Optional.empty())).isEqualTo("QuotaGrowth");
        assertThat(lever.name(Optional.of(Period.year(2027)))).isEqualTo("QuotaGrowth_2027");
        assertThat(lever.years()).extracting(Period::year).containsExactly(2026, 2027, 2028);
        assertThat(Lever.inOneWord("secondary-share-2030")).isEqualTo("SecondaryShare2030");
        assertThat(Lever.inOneWord("x-1")).isEqualTo("_X1");
        assertThat(Lever.inOneWord("2030-share")).isEqualTo("_2030Share");
    }

    // ---------------------------------------------------------------- helpers

    private Study study() {
        return new Study(ForecastStudy.of(small.dataset()).orElseThrow());
    }

    private static Value number(String text) {
        return Value.of(Double.parseDouble(text));
    }

    private record Study(ForecastStudy forecast) {

        Levers levers() {
            return forecast.scenarios().levers();
        }

        Outcome chosen() {
            return forecast.chosen();
        }

        private Lever lever(String id) {
            return levers().of(id).orElseThrow();
        }

        Key typed(String id) {
            return levers().typed(lever(id), Optional.empty());
        }

        Key typed(String id, int year) {
            return levers().typed(lever(id), Optional.of(Period.year(year)));
        }

        Key inForce(String id) {
            return levers().inForce(lever(id), Optional.empty());
        }

        Key changed(String id) {
            return levers().changed(lever(id));
        }

        Key refused(String id) {
            return levers().refused(lever(id));
        }

        ImmutableMap<Key, Value> typing(String id, double value) {
            return ImmutableMap.of(typed(id), Value.of(value));
        }

        ImmutableMap<Key, Value> choosing(String scenario) {
            return ImmutableMap.of(Scenarios.SELECTOR, Value.of(scenario));
        }

        double number(Map<Key, Value> typed, Key key) {
            return forecast.model().valuesWith(typed).number(key).orElseThrow();
        }

        /** The amount that runs in China in each year, to a billionth. */
        double[] china(Map<Key, Value> typed) {
            Values values = forecast.model().valuesWith(typed);
            return chosen().supplies().get(0).years().stream()
                    .map(year -> chosen().supplies().get(0).running(Place.parse("China"), year))
                    .mapToDouble(key -> Math.rint(values.number(key).orElseThrow() * 1e9) / 1e9)
                    .toArray();
        }
    }
}
