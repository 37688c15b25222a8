package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.time.Period;

/** One mistake in the tables of a forecast, and the one message it gives. */
class ForecastTablesTest {

    @TempDir
    private Path folder;

    private SmallForecast forecast;

    @BeforeEach
    void write() {
        forecast = SmallForecast.in(folder);
    }

    @Test
    void a_sound_forecast_is_read_without_a_problem() {
        Outlook outlook = forecast.read().orElseThrow().outlook();

        assertThat(outlook.scenarios()).hasSize(2);
        assertThat(outlook.limits()).hasSize(6);
        assertThat(outlook.drivers()).hasSize(5);
        assertThat(outlook.horizon()).contains(Period.year(2030));
    }

    @Test
    void the_bundled_rare_earths_have_no_problem() {
        assertThat(Datasets.read(Path.of("../examples/data/rare-earths")).problems())
                .isEmpty();
    }

    @Test
    void no_start_delay_or_search_is_of_years_that_nobody_plans_for() {
        forecast.edit("assumptions", "mine-start,Base,,First year,2026", "mine-start,Base,,First year,9000");
        forecast.edit("assumptions", "mine-delay,Base,,Delay,1,", "mine-delay,Base,,Delay,101,");
        forecast.edit("drivers", "mine-delay,change,-1,2,whole,,", "mine-delay,change,-1,2,whole,,10000000");

        assertThat(forecast.problems())
                .containsExactly(
                        "assumptions.csv:5: value: '9000 year' for 'mine-start' in the scenario 'Base' cannot be."
                                + " It is not a calendar year. Maybe a digit was mistyped.",
                        "assumptions.csv:6: value: '101 years' for 'mine-delay' in the scenario 'Base' cannot be. A delay"
                                + " is of no more than 100 years. Maybe a digit was mistyped.",
                        "drivers.csv:3: search: '10000000' years are each looked at in turn, and 100 are enough. Write 100"
                                + " or less.");
    }

    @Test
    void all_mistakes_are_told_at_once_and_the_good_rows_kept() {
        forecast.edit(
                "assumptions", "mine-probability,Base,,Probability,90,%", "mine-probability,Base,,Probability,1.2,x");
        forecast.edit("assumptions", "mine-ramp,Base,2,Ramp,100,%", "mine-ramp,Base,2,Ramp,10,%");
        forecast.edit("assumptions", "mine-start,Base,,First year,2026", "mine-start,Base,,First year,2023");
        forecast.add("assumptions", "quota-groth,Tight,,Growth of the quota,1,%/yr,,,Typed wrong.,");
        forecast.edit("drivers", "mine-probability,value,0,100", "mine-probability,value,0,1");
        forecast.edit("scenarios", "Base,As expected", "Central,As expected");

        assertThat(forecast.problems())
                .containsExactly(
                        "assumptions.csv:5: value: '2023 year' for 'mine-start' in the scenario 'Base' cannot be."
                                + " The figures run to 2024, and what started before is in them already. Write a year after"
                                + " 2024, or leave the project out of the pipeline.",
                        "assumptions.csv:8: value: '1.2 x' for 'mine-probability' in the scenario 'Base' cannot"
                                + " be. A share lies between 0 and 1 x.",
                        "assumptions.csv:10: value: '10' of 'mine-ramp' is below the '50' of the step before. A"
                                + " ramp does not fall.",
                        "assumptions.csv:25: id: the scenario 'Tight' sets 'quota-groth', which Base does not"
                                + " have. Did you mean 'quota-growth'?",
                        "scenarios.csv:1: id: there is no scenario 'Base', from which the others start. Add a row"
                                + " for it.");
        Dataset kept = forecast.read().dataset().orElseThrow();
        assertThat(kept.assumptions()).hasSize(24);
        assertThat(kept.projects()).hasSize(3);
    }

    @Nested
    class Scenarios {

        @Test
        void without_a_base_scenario_there_is_one_message() {
            assertThat(forecast.edit("scenarios", "Base,As expected", "Central,As expected")
                            .problems())
                    .containsExactly(
                            "scenarios.csv:1: id: there is no scenario 'Base', from which the others start. Add a row"
                                    + " for it.");
        }

        @Test
        void rules_without_the_table_of_scenarios() {
            forecast.without("scenarios").without("balances").withoutRows("conclusions", "tight");

            assertThat(forecast.problems())
                    .containsExactly("scenarios.csv: is not there, and limits.csv needs it. Add it, and list it in"
                            + " datapackage.json.");
        }

        @Test
        void a_demand_case_that_demand_does_not_have() {
            assertThat(forecast.edit("scenarios", "STEPS", "STEP").problems())
                    .containsExactly("scenarios.csv:2: demand_case: 'STEP' is no case of 'Total demand' after 2024 in"
                            + " demand.csv. Did you mean 'STEPS'?");
        }

        @Test
        void no_demand_case_where_there_is_a_balance() {
            assertThat(forecast.edit("scenarios", "APS", "").problems())
                    .containsExactly(
                            "scenarios.csv:3: demand_case: is empty, and balances.csv has a balance. Name the case of"
                                    + " demand.csv that demand follows.");
        }

        @Test
        void without_a_balance_no_demand_case_is_needed() {
            forecast.edit("scenarios", "APS", "").without("balances").withoutRows("conclusions", "tight");

            assertThat(forecast.problems()).isEmpty();
        }

        @Test
        void a_name_that_only_capitals_tell_apart() {
            assertThat(forecast.add("scenarios", "tight,Again,APS,,Twice.,").problems())
                    .containsExactly("scenarios.csv:4: id: 'tight' is in line 3 already. Capitals do not tell scenarios"
                            + " apart: rename one of them.");
        }

        @Test
        void a_name_that_a_workbook_would_take_for_a_pattern_or_a_number() {
            forecast.add("scenarios", "Wild*,As it is,APS,,Some.,").add("scenarios", "2030,As it is,APS,,Some.,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "scenarios.csv:4: 'Wild*' cannot be the name of a scenario: in a workbook it would be read as"
                                    + " a number, a date, a truth, a formula or a pattern. Use words, without any of * ? ~ [ ].",
                            "scenarios.csv:5: '2030' cannot be the name of a scenario: in a workbook it would be read as"
                                    + " a number, a date, a truth, a formula or a pattern. Use words, without any of * ? ~ [ ].");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "TRUE",
                    "false",
                    "Wahr",
                    "#N/A",
                    "#REF!",
                    "+5",
                    "-x",
                    "@x",
                    "=1+1",
                    "5%",
                    "1e5",
                    "$5",
                    "(5)",
                    "1/2",
                    "2030-01",
                    "1.5.2030",
                    "12:30",
                    "Jan 2030",
                    "5 May",
                    "May-30",
                    "base ",
                    " Base",
                    "High  growth"
                })
        void a_name_that_a_workbook_would_take_for_another_or_for_no_text(String name) {
            assertThat(forecast.add("scenarios", "\"" + name + "\",As it is,APS,,Some.,")
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("scenarios.csv:4: ")
                    .contains("'" + name + "' cannot be the name of a scenario: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"True cost", "2030 high", "Mayhem", "Dec", "May", "A-1", "Fast (overseas)", "Q1"})
        void but_words_beside_such_are_a_name(String name) {
            assertThat(forecast.add("scenarios", name + ",As it is,APS,,Some.,").problems())
                    .isEmpty();
        }

        @Test
        void a_name_that_is_taken() {
            assertThat(forecast.add("scenarios", "Tight,Again,APS,,Twice.,").problems())
                    .containsExactly("scenarios.csv:4: id: 'Tight' is in line 3 already. Rename one of them.");
        }
    }

    @Nested
    class Assumptions {

        @Test
        void a_scenario_sets_what_base_does_not_have() {
            assertThat(forecast.add("assumptions", "quota-groth,Tight,,Growth,1,%/yr,,,Typed wrong.,")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:25: id: the scenario 'Tight' sets 'quota-groth', which Base does not"
                                    + " have. Did you mean 'quota-growth'?");
        }

        @Test
        void a_probability_over_one() {
            forecast.edit("assumptions", "Probability,90,%", "Probability,1.2,x")
                    .withoutRows("drivers", "mine-probability");

            assertThat(forecast.problems())
                    .containsExactly(
                            "assumptions.csv:8: value: '1.2 x' for 'mine-probability' in the scenario 'Base' cannot"
                                    + " be. A share lies between 0 and 1 x.");
        }

        @Test
        void a_start_that_is_in_the_figures_already() {
            assertThat(forecast.edit("assumptions", "First year,2026", "First year,2024")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:5: value: '2024 year' for 'mine-start' in the scenario 'Base' cannot be."
                                    + " The figures run to 2024, and what started before is in them already. Write a year after"
                                    + " 2024, or leave the project out of the pipeline.");
        }

        @Test
        void a_delay_below_zero_that_leads_into_the_figures() {
            forecast.edit("assumptions", "mine-delay,Tight,,Delay,2", "mine-delay,Tight,,Delay,-2");

            assertThat(forecast.problems())
                    .containsExactly(
                            "pipeline.csv:2: delay: 'mine-delay' is '-2' in the scenario 'Tight' and puts the start"
                                    + " of 'new-mine' in 2024, and the figures run to 2024. Write a later start.");
        }

        @Test
        void a_unit_that_does_not_suit_the_use() {
            assertThat(forecast.edit("assumptions", "First year,2026,year", "First year,2026,years")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:5: unit: 'years' of 'mine-start' does not suit its use as start. Write"
                                    + " year.");
        }

        @Test
        void a_scenario_in_another_unit() {
            assertThat(forecast.add("assumptions", "ore-on-top,Tight,,Ore on top,1,kt REO/yr,,,Some.,")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:25: unit: 'kt REO/yr' is not the 't REO/yr' that 'ore-on-top' has in"
                                    + " line 17. Write all its values in one unit.");
        }

        @Test
        void the_same_step_of_the_same_scenario_twice() {
            assertThat(forecast.add("assumptions", "mine-ramp,Base,2,Ramp,90,%,,,Twice.,")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:25: has the same id, scenario, year, step as line 10. Delete one of the two,"
                                    + " or tell them apart.");
        }

        @Test
        void a_step_that_is_no_count() {
            assertThat(forecast.edit("assumptions", "quota-use,Base,,", "quota-use,Base,0,")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:4: step is 0. Number steps 1, 2, 3, and leave the cell of a single value"
                                    + " empty.");
        }

        @Test
        void a_step_where_a_single_value_belongs() {
            assertThat(forecast.edit("assumptions", "quota-use,Base,,", "quota-use,Base,1,")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:4: step: 'quota-use' is used as a single value. Leave step empty.");
        }

        @Test
        void a_table_that_rules_lean_on_is_not_there() {
            forecast.without("assumptions");

            assertThat(forecast.problems())
                    .containsExactly("assumptions.csv: is not there, and limits.csv needs it. Add it, and list it in"
                            + " datapackage.json.");
        }
    }

    @Nested
    class Years {

        private static final String GROWTH = "quota-growth,Base,,Growth of the quota,4,%/yr,,,Announced.,";

        @BeforeEach
        void give_the_quota_a_span() {
            forecast.edit(
                    "assumptions",
                    "quota-growth,Base,,Growth of the quota,2,%/yr,,",
                    "quota-growth,Base,,Growth of the quota,2,%/yr,2025-2030,");
        }

        @Test
        void a_year_has_a_value_beside_the_one_of_all_years() {
            Dataset dataset =
                    forecast.addInYear("assumptions", 2027, GROWTH).read().orElseThrow();

            assertThat(dataset.assumptions().stream()
                            .filter(row -> row.id().equals("quota-growth")
                                    && row.scenario().equals("Base")))
                    .extracting(row -> row.year() + " " + row.value())
                    .containsExactly("Optional.empty 2", "Optional[2027] 4");
        }

        @Test
        void a_year_outside_its_span() {
            assertThat(forecast.addInYear("assumptions", 2031, GROWTH).problems())
                    .containsExactly("assumptions.csv:25: year: '2031' lies outside '2025-2030', when 'quota-growth'"
                            + " applies. Write a year of these, or widen the period.");
        }

        @Test
        void a_year_of_what_no_rule_takes_by_year() {
            assertThat(forecast.addInYear("assumptions", 2027, "ramp-speed,Base,,Speed,90,%,,,Slow.,")
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("assumptions.csv:25: year: '2027': no rule of the forecast takes 'ramp-speed' year by"
                            + " year, so that nothing would follow.");
        }

        @Test
        void a_year_of_a_step() {
            assertThat(forecast.addInYear("assumptions", 2027, "mine-ramp,Base,2,Ramp,90,%,,,Slow.,")
                            .problems())
                    .contains("assumptions.csv:25: year: '2027': a step of a list has no year of its own. Leave one of"
                            + " the two empty.");
        }

        @Test
        void the_same_year_twice() {
            forecast.addInYear("assumptions", 2027, GROWTH).addInYear("assumptions", 2027, GROWTH);

            assertThat(forecast.problems())
                    .containsExactly("assumptions.csv:26: has the same id, scenario, year, step as line 25. Delete one"
                            + " of the two, or tell them apart.");
        }

        @Test
        void a_driver_may_move_one_year() {
            forecast.addInYear("drivers", 2027, "quota-growth,value,0,8,triangular,,,A batch may come late.,");

            assertThat(forecast.read().orElseThrow().outlook().drivers())
                    .last()
                    .satisfies(driver -> assertThat(driver.year()).contains(Period.year(2027)));
        }

        @Test
        void a_driver_or_shock_of_a_year_that_nothing_takes() {
            forecast.addInYear("drivers", 2033, "quota-growth,value,0,8,triangular,,,Late.,")
                    .addInYear("shocks", 2027, "ore,ramp-speed,add,-10,Slower.,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "drivers.csv:7: year: '2033' lies outside '2025-2030', when 'quota-growth' applies. Write a"
                                    + " year of these, or leave the year empty.",
                            "shocks.csv:3: year: '2027': no rule of the forecast takes 'ramp-speed' year by year, so"
                                    + " that nothing would follow. Leave the year empty.");
        }
    }

    @Nested
    class Ramps {

        @Test
        void a_ramp_that_falls() {
            assertThat(forecast.edit("assumptions", "mine-ramp,Base,2,Ramp,100", "mine-ramp,Base,2,Ramp,40")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:10: value: '40' of 'mine-ramp' is below the '50' of the step before. A"
                                    + " ramp does not fall.");
        }

        @Test
        void a_scenario_that_sets_a_step_above_the_next_of_base() {
            forecast.edit("assumptions", "phasing,Base,2,Phasing,100", "phasing,Base,2,Phasing,80");
            forecast.add("assumptions", "phasing,Tight,1,Phasing,90,%,,,Faster at first.,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "assumptions.csv:25: value: '90' of 'phasing' is above the '80' of the step after, which"
                                    + " is as in Base. A ramp does not fall.");
        }

        @Test
        void a_scenario_that_sets_a_step_below_the_one_before_of_base() {
            forecast.add("assumptions", "phasing,Tight,2,Phasing,30,%,,,Less.,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "assumptions.csv:25: value: '30' of 'phasing' is below the '40' of the step before, which"
                                    + " is as in Base. A ramp does not fall.");
        }

        @Test
        void a_scenario_may_set_a_later_step_alone() {
            forecast.add("assumptions", "phasing,Tight,2,Phasing,80,%,,,Less.,");

            assertThat(forecast.problems()).isEmpty();
        }

        @Test
        void a_step_that_base_does_not_have() {
            assertThat(forecast.add("assumptions", "phasing,Tight,3,Phasing,100,%,,,Longer.,")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:25: step: '3' of 'phasing' is no step in Base, which has 2. Add it there"
                                    + " first.");
        }

        @Test
        void steps_that_leave_one_out() {
            assertThat(forecast.edit("assumptions", "phasing,Base,2", "phasing,Base,3")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:16: step: '3' of 'phasing' stands where step 2 belongs. Number the rows"
                                    + " of Base 1, 2, 3, in order.");
        }

        @Test
        void a_step_that_is_not_known() {
            assertThat(forecast.edit("assumptions", "mine-ramp,Tight,1,Ramp,25", "mine-ramp,Tight,1,Ramp,NA")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:11: value: 'NA' is no number, and every step of 'mine-ramp' needs one."
                                    + " Write it, or end the ramp before.");
        }
    }

    @Nested
    class Limits {

        @Test
        void a_place_without_a_figure() {
            assertThat(forecast.edit("limits", "refined,Malaysia", "refined,Mali")
                            .problems())
                    .containsExactly(
                            "limits.csv:6: place: 'Mali' has no figure of 'refined' for 2024 in MCS2025, where the"
                                    + " forecast starts. Add one to figures.csv, or let 'Other countries' stand for it.");
        }

        @Test
        void a_place_whose_figure_is_older_than_the_start() {
            forecast.edit("figures", "mine-production,Australia,2024", "mine-production,Australia,2023");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:4: place: 'Australia' has no figure of 'mine-production' for 2024 in MCS2025,"
                                    + " where the forecast starts. Add one to figures.csv, or let 'Other countries' stand for"
                                    + " it.");
        }

        @Test
        void the_world_has_no_limit() {
            forecast.add("limits", "mine-production,World,quota,held,,,,,,,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:8: 'World' has no limit: it is the sum of its places. Name them, and 'Other"
                                    + " countries' for the rest.");
        }

        @Test
        void places_that_no_limit_stands_for() {
            forecast.add("figures", "mine-production,India,2024,,MCS2025,,2900,t REO,,,usgs-2025,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:2: place: 'India' without a limit of 'mine-production' would be missing from its"
                                    + " total. Add a limit for 'Other countries', which stands for all of them.");
        }

        @Test
        void an_outlook_in_two_cases() {
            forecast.add("figures", "refined,Malaysia,2030,high,MCS2025,,30000,t REO,,,usgs-2025,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "figures.csv:15: case: 'high' is a second case for 'Malaysia' in 2030, and a measure that is"
                                    + " forecast has one outlook in an edition. Keep one case, or give this one an"
                                    + " edition of its own.");
        }

        @Test
        void a_measure_without_figures() {
            forecast.withoutRows("figures", "mine-production");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:2: measure: 'mine-production' has no figures, so a forecast has nothing to go"
                                    + " on from. Add them to figures.csv, or leave its limits out.");
        }

        @Test
        void figures_of_part_of_a_year() {
            forecast.add("figures", "mine-production,China,H1 2025,,MCS2025,,140000,t REO,,,usgs-2025,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:2: measure: the latest figures of 'mine-production' are of H1 2025, and a"
                                    + " forecast goes on from a calendar year. Give the figures of the year instead.");
        }

        @Test
        void a_year_in_the_figures_already() {
            assertThat(forecast.edit(
                                    "limits",
                                    "refined,Malaysia,capacity,outlook,,delivery,2030",
                                    "refined,Malaysia,capacity,outlook,,delivery,2024")
                            .problems())
                    .containsExactly(
                            "limits.csv:6: until: '2024' is not after the figures of 'refined', which run to 2024."
                                    + " Write a later year.");
        }

        @Test
        void a_year_that_is_no_calendar_year() {
            assertThat(forecast.edit(
                                    "limits",
                                    "refined,Malaysia,capacity,outlook,,delivery,2030",
                                    "refined,Malaysia,capacity,outlook,,delivery,2029-2030")
                            .problems())
                    .containsExactly(
                            "limits.csv:6: until: '2029-2030' is not a calendar year. Write one, such as 2030.");
        }

        @Test
        void the_last_year_of_the_forecast_may_stand_in_any_of_them() {
            forecast.edit(
                            "limits",
                            "mine-production,United States,capacity,held,,,",
                            "mine-production,United States,capacity,held,,,2031")
                    .edit("demand", "2030,STEPS", "2031,STEPS")
                    .edit("demand", "2030,APS", "2031,APS");

            assertThat(forecast.problems()).isEmpty();
            assertThat(forecast.read().orElseThrow().outlook().horizon()).contains(Period.year(2031));
        }

        @Test
        void no_year_at_all() {
            forecast.edit(
                    "limits",
                    "refined,Malaysia,capacity,outlook,,delivery,2030,phasing",
                    "refined,Malaysia,capacity,held,,,,");
            forecast.edit(
                    "limits",
                    "refined,Other countries,capacity,outlook,,delivery,2030,phasing",
                    "refined,Other countries,capacity,held,,,,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:1: until: no limit names a year, so there is none to forecast to. Write"
                                    + " the last year of the forecast in one of them.");
        }

        @Test
        void figures_that_run_past_the_last_year_of_other_measures() {
            for (String place : new String[] {"China", "United States", "Australia"}) {
                forecast.add("figures", "mine-production," + place + ",2031,,MCS2025,,1,t REO,,,usgs-2025,");
            }
            forecast.edit("assumptions", "First year,2026", "First year,2032");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:2: measure: the figures of 'mine-production' run to 2031, and the forecast to"
                                    + " 2030, the latest year in until. Write a later one there.");
        }

        @Test
        void an_outlook_that_is_not_in_the_figures() {
            assertThat(forecast.edit(
                                    "limits",
                                    "refined,Malaysia,capacity,outlook,,delivery,2030",
                                    "refined,Malaysia,capacity,outlook,,delivery,2029")
                            .problems())
                    .containsExactly(
                            "limits.csv:6: until: figures.csv has no outlook of 'refined' for 'Malaysia' in 2029. Use"
                                    + " one of: 2030.");
        }

        @Test
        void an_outlook_of_a_measure_that_has_none() {
            forecast.edit(
                    "limits",
                    "mine-production,Australia,capacity,held,,,,",
                    "mine-production,Australia,capacity,outlook,,delivery,2030,phasing");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:4: until: figures.csv has no outlook of 'mine-production' for 'Australia' in"
                                    + " 2030. Add it, or use another path.");
        }

        @Test
        void an_outlook_of_other_countries_when_that_of_a_named_one_is_missing() {
            forecast.withoutRows("figures", "refined,China,2030");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:7: until: 'Other countries' are what is left of 2030 without the places that"
                                    + " have a limit, and figures.csv has no 'refined' of 'China' for 2030. Add it, or use"
                                    + " another path.");
        }

        @Test
        void the_same_kind_of_limit_twice() {
            assertThat(forecast.add("limits", "mine-production,China,quota,held,,,,,,,")
                            .problems())
                    .containsExactly(
                            "limits.csv:8: has the same measure, place, limit as line 2. Delete one of the two, or"
                                    + " tell them apart.");
        }

        @Test
        void figures_of_an_older_edition_do_not_count() {
            forecast.edit(
                    "figures", "mine-production,Australia,2024,,MCS2025", "mine-production,Australia,2024,,MCS2026");

            assertThat(forecast.problems())
                    .containsExactly(
                            "limits.csv:2: place: 'China' has no figure of 'mine-production' for 2024 in MCS2026,"
                                    + " where the forecast starts. Add one to figures.csv, or let 'Other countries' stand for"
                                    + " it.",
                            "limits.csv:3: place: 'United States' has no figure of 'mine-production' for 2024 in"
                                    + " MCS2026, where the forecast starts. Add one to figures.csv, or let 'Other countries'"
                                    + " stand for it.");
        }
    }

    @Nested
    class Pipeline {

        private static final String RULES =
                ",new,,,mine-start,mine-delay,mine-probability,mine-ramp,ramp-speed,disruption,,";

        @Test
        void a_project_where_there_is_no_limit() {
            assertThat(forecast.add("pipeline", "far,far-mine,mine-production" + RULES)
                            .problems())
                    .containsExactly("pipeline.csv:3: project: 'far-mine' is in 'Brazil', which has no limit of"
                            + " 'mine-production', so its tonnes would be counted nowhere. Add a limit for 'Brazil' or"
                            + " for 'Other countries' to limits.csv.");
        }

        @Test
        void a_project_counts_for_the_other_countries_where_they_have_a_limit() {
            forecast.edit("limits", "mine-production,Australia", "mine-production,Other countries");
            forecast.add("pipeline", "far,far-mine,mine-production" + RULES);

            assertThat(forecast.problems()).isEmpty();
        }

        @Test
        void a_measure_without_limits() {
            assertThat(forecast.add("pipeline", "old,old-mine,reserves" + RULES).problems())
                    .containsExactly(
                            "pipeline.csv:3: measure: 'reserves' has no limits in limits.csv, so it is not forecast."
                                    + " Use one of: mine-production, refined.");
        }

        @Test
        void a_project_that_counts_twice() {
            assertThat(forecast.add("pipeline", "new-mine-2,new-mine,mine-production" + RULES)
                            .problems())
                    .containsExactly("pipeline.csv:3: project: 'new-mine' for 'mine-production' is in line 2 already. A"
                            + " project counts once for a measure: delete one of them.");
        }

        @Test
        void an_id_that_is_taken() {
            assertThat(forecast.add("pipeline", "new-mine,old-mine,mine-production" + RULES)
                            .problems())
                    .containsExactly("pipeline.csv:3: id: 'new-mine' is in line 2 already. Rename one of them.");
        }

        @Test
        void an_expansion_of_what_has_no_figure() {
            forecast.add("limits", "mine-production,Other countries,capacity,held,,,,,,,")
                    .add("pipeline", "far,far-mine,mine-production" + RULES.replace(",new,", ",whole,"));

            assertThat(forecast.problems())
                    .containsExactly(
                            "pipeline.csv:3: counts: 'whole' is set against what 'Brazil' makes today, and it has no"
                                    + " figure of 'mine-production' for 2024. Add one to figures.csv, or use new.");
        }

        @Test
        void what_grows_from_nothing() {
            forecast.add("assumptions", "old-runs,Base,,Makes,0,t REO/yr,,,As told.,");
            forecast.add("pipeline", "old,old-mine,mine-production" + RULES.replace("new,,", "scaled,old-runs,"));

            assertThat(forecast.problems())
                    .containsExactly("pipeline.csv:3: runs: 'old-runs' is 0, and nothing grows from nothing. Count the"
                            + " project as new.");
        }

        @Test
        void what_it_makes_on_another_basis_than_its_capacity() {
            forecast.add("assumptions", "old-runs,Base,,Makes,13000,t gross/yr,,,As told.,");
            forecast.add("pipeline", "old,old-mine,mine-production" + RULES.replace("new,,", "scaled,old-runs,"));

            assertThat(forecast.problems())
                    .containsExactly(
                            "pipeline.csv:3: runs: 'old-runs' is in 't gross/yr', and the capacity of 'old-mine' in 't"
                                    + " REO/yr', on another basis. Write it in 't REO/yr'.");
        }

        @Test
        void without_limits_there_is_one_message() {
            assertThat(forecast.without("limits").problems())
                    .containsExactly("limits.csv: is not there, and pipeline.csv needs it. Add it, and list it in"
                            + " datapackage.json.");
        }

        @Test
        void without_projects_there_is_one_message() {
            assertThat(forecast.without("projects").problems())
                    .containsExactly("projects.csv: is not there, and pipeline.csv needs it. Add it, and list it in"
                            + " datapackage.json.");
        }
    }

    @Nested
    class Additions {

        @Test
        void a_year_in_the_figures_already() {
            assertThat(forecast.edit("additions", "2024,2026", "2020,2026").problems())
                    .containsExactly(
                            "additions.csv:2: from: '2020' is before the figures of 'mine-production' end in 2024, and they"
                                    + " have nothing of it. Write 2024 or a later year.");
        }

        @Test
        void the_world_is_no_place_to_add_to() {
            assertThat(forecast.edit("additions", "Myanmar", "World").problems())
                    .containsExactly("additions.csv:2: 'World' is no place to add to. Name the country or group.");
        }

        @Test
        void a_measure_without_limits() {
            assertThat(forecast.edit("additions", "mine-production", "reserves").problems())
                    .containsExactly(
                            "additions.csv:2: measure: 'reserves' has no limits in limits.csv, so it is not forecast."
                                    + " Use one of: mine-production, refined.");
        }

        @Test
        void a_content_of_what_is_no_mass() {
            forecast.edit("additions", "2026,,", "2026,,delivery").edit("additions", "ore-on-top", "quota-use");

            assertThat(forecast.withoutRows("shocks", "ore")
                            .withoutRows("risks", "ore")
                            .without("shocks")
                            .without("risks")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:4: unit: '%' of 'quota-use' does not suit its use as mass. Write a mass,"
                                    + " such as t REO/yr.");
        }
    }

    @Nested
    class Balances {

        @Test
        void a_measure_without_limits() {
            assertThat(forecast.edit("balances", "market,refined", "market,reserves")
                            .problems())
                    .containsExactly(
                            "balances.csv:2: measure: 'reserves' has no limits in limits.csv, so it is not forecast."
                                    + " Use one of: mine-production, refined.");
        }

        @Test
        void two_for_one_measure() {
            forecast.add("demand", "NdPr,Total demand,2024,observed,1,t REO,,usgs-2025,");
            forecast.add("demand", "NdPr,Total demand,2030,STEPS,1,t REO,,usgs-2025,");
            forecast.add("demand", "NdPr,Total demand,2030,APS,1,t REO,,usgs-2025,");
            assertThat(forecast.add(
                                    "balances",
                                    "other,refined,NdPr,Total demand,scrap,scrap-follows,scrap-within,published")
                            .problems())
                    .containsExactly(
                            "balances.csv:3: measure: 'refined' is in line 2 already. A measure has one balance:"
                                    + " delete one of them.");
        }

        @Test
        void two_for_one_material() {
            assertThat(forecast.add(
                                    "balances",
                                    "other,mine-production,REO,Total demand,scrap,scrap-follows,scrap-within,published")
                            .problems())
                    .containsExactly(
                            "balances.csv:3: material: 'REO' is in line 2 already. A material has one balance: delete"
                                    + " one of them.");
        }

        @Test
        void a_material_that_demand_does_not_have() {
            assertThat(forecast.edit("balances", ",REO,", ",REOs,").problems())
                    .containsExactly("balances.csv:2: material: 'REOs' is not in demand.csv. Did you mean 'REO'?");
        }

        @Test
        void a_segment_that_demand_does_not_have() {
            assertThat(forecast.edit("balances", "Total demand", "Total demnd").problems())
                    .containsExactly(
                            "balances.csv:2: segment: 'Total demnd' is no segment of 'REO' in demand.csv. Did you"
                                    + " mean 'Total demand'?");
        }

        @Test
        void demand_in_another_unit() {
            forecast.edit(
                    "demand",
                    "REO,Total demand,2024,observed,300000,t REO",
                    "REO,Total demand,2024,observed,300,kt REO");

            assertThat(forecast.problems())
                    .containsExactly(
                            "balances.csv:2: segment: demand.csv has no 'observed' demand of 'Total demand' in t REO,"
                                    + " the unit of 'refined'. Add a row of it.");
        }

        @Test
        void nothing_observed() {
            forecast.edit("demand", "Total demand,2024,observed", "Total demand,2024,estimated");

            assertThat(forecast.problems())
                    .containsExactly(
                            "balances.csv:2: segment: demand.csv has no 'observed' demand of 'Total demand' in t REO,"
                                    + " the unit of 'refined'. Add a row of it.");
        }

        @Test
        void no_outlook_of_the_source_of_what_was_observed() {
            forecast.edit("demand", "300000,t REO,,usgs-2025", "300000,t REO,,usgs-2026");

            assertThat(forecast.problems())
                    .containsExactly(
                            "balances.csv:2: segment: demand.csv has no case of 'Total demand' after 2024 from the"
                                    + " source of what was observed then, usgs-2026. Add its outlook.");
        }

        @Test
        void no_year_in_every_case() {
            forecast.edit("demand", "Total demand,2030,APS", "Total demand,2035,APS");

            assertThat(forecast.problems())
                    .containsExactly(
                            "balances.csv:2: segment: demand.csv has no year after 2024 with 'Total demand' in each"
                                    + " of the cases STEPS, APS. Add what is missing.");
        }

        @Test
        void an_outlook_that_ends_before_the_forecast() {
            forecast.edit("demand", "Total demand,2030,STEPS", "Total demand,2028,STEPS");
            forecast.edit("demand", "Total demand,2030,APS", "Total demand,2028,APS");

            assertThat(forecast.problems())
                    .containsExactly(
                            "balances.csv:2: segment: demand.csv has 'Total demand' in each of its cases to 2028, and"
                                    + " the forecast runs to 2030. Add later demand, or write an earlier until in limits.csv.");
        }

        @Test
        void demand_observed_after_the_forecast_starts() {
            forecast.add("demand", "REO,Total demand,2025,observed,305000,t REO,,usgs-2025,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "balances.csv:2: segment: demand.csv has 'Total demand' observed in 2025, after the"
                                    + " forecast starts in 2024, the latest figures of 'refined'. Leave what was observed later"
                                    + " out, or add later figures.");
        }

        @Test
        void one_case_twice_in_a_year() {
            forecast.add("demand", "REO,Total demand,2030,APS,410000,t REO,,usgs-2025,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "balances.csv:2: segment: demand.csv has 'Total demand' for 2030 in the case 'APS' twice,"
                                    + " from one source. Delete one of the rows.");
        }

        @Test
        void without_demand_there_is_one_message() {
            assertThat(forecast.without("demand").problems())
                    .containsExactly("demand.csv: is not there, and balances.csv needs it. Add it, and list it in"
                            + " datapackage.json.");
        }
    }

    @Nested
    class Conclusions {

        @Test
        void a_measure_without_limits() {
            assertThat(forecast.edit("conclusions", "growth-below,mine-production", "growth-below,reserves")
                            .problems())
                    .containsExactly("conclusions.csv:2: measure: 'reserves' has no limits in limits.csv, so it is not"
                            + " forecast. Use one of: mine-production, refined.");
        }

        @Test
        void a_place_without_a_limit() {
            assertThat(forecast.edit("conclusions", "mine-production,China", "mine-production,Brazil")
                            .problems())
                    .containsExactly(
                            "conclusions.csv:4: place: 'Brazil' has no limit of 'mine-production' in limits.csv, so"
                                    + " its share is not forecast. Use one of: China, United States, Australia.");
        }

        @Test
        void a_balance_that_is_not_there() {
            assertThat(forecast.edit("conclusions", "balance-below,refined", "balance-below,mine-production")
                            .problems())
                    .containsExactly(
                            "conclusions.csv:3: measure: balances.csv has no balance of 'mine-production' that could"
                                    + " decide it. Use one of: refined.");
        }
    }

    @Nested
    class Drivers {

        @Test
        void an_assumption_that_no_rule_uses() {
            assertThat(forecast.add("drivers", "stage-threshold,value,1,10,uniform,,,Ours.,")
                            .problems())
                    .containsExactly(
                            "drivers.csv:7: assumption: 'stage-threshold' is used by no rule of the forecast, so"
                                    + " nothing moves with it. Name one that limits.csv or another table of rules names.");
        }

        @Test
        void an_assumption_twice() {
            assertThat(forecast.add("drivers", "ramp-speed,value,1,10,uniform,,,Twice.,")
                            .problems())
                    .containsExactly(
                            "drivers.csv:7: has the same assumption, year as line 5. Delete one of the two, or tell them"
                                    + " apart.");
        }

        @Test
        void a_ramp() {
            assertThat(forecast.add("drivers", "mine-ramp,value,1,10,uniform,,,Steps.,")
                            .problems())
                    .containsExactly(
                            "drivers.csv:7: assumption: 'mine-ramp' is given step by step, and only a single value"
                                    + " can be moved. Name one, such as the speed of a ramp.");
        }

        @Test
        void what_cannot_be_moved_since_it_is_not_known() {
            forecast.add("drivers", "scrap-within,value,5,15,uniform,,,Some.,")
                    .add("shocks", "ore,scrap-within,add,3,Some.,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "drivers.csv:7: drawn: 'scrap-within' is 'NA' in the scenario 'Base', from which nothing can"
                                    + " be moved. Write a number there, or let low and high be values, drawn not.",
                            "shocks.csv:3: change: 'scrap-within' is 'NA' in the scenario 'Base', from which nothing"
                                    + " can be moved. Write a number there, or move it to a value.");
        }

        @Test
        void a_threshold() {
            assertThat(forecast.add("drivers", "slow-growth,value,1,6,uniform,,,Ours.,")
                            .problems())
                    .containsExactly(
                            "drivers.csv:7: assumption: 'slow-growth' is the threshold of a conclusion, against"
                                    + " which the others are measured. Leave it out.");
        }

        @Test
        void an_end_that_the_rules_cannot_have() {
            assertThat(forecast.edit("drivers", "mine-probability,value,0,100", "mine-probability,value,0,120")
                            .problems())
                    .containsExactly(
                            "drivers.csv:4: high: '120 %' for 'mine-probability' cannot be. A share lies between 0"
                                    + " and 100 %.");
        }

        @Test
        void a_change_to_what_the_rules_cannot_have() {
            assertThat(forecast.edit("drivers", "mine-probability,value,0,100", "mine-probability,change,-10,20")
                            .problems())
                    .containsExactly(
                            "drivers.csv:4: high: '20' makes '110 %' of 'mine-probability' in the scenario 'Base',"
                                    + " which cannot be. A share lies between 0 and 100 %.");
        }

        @Test
        void a_chance_of_what_is_no_share() {
            assertThat(forecast.edit("drivers", "0,6,triangular", "0,6,chance").problems())
                    .containsExactly("drivers.csv:2: drawn: 'chance' takes a value for the probability of all, and"
                            + " 'quota-growth' is '2 %/yr' in the scenario 'Base'. Draw it as triangular, or write a"
                            + " share of no more than the whole.");
        }

        @Test
        void a_chance_of_more_than_the_whole() {
            forecast.add("assumptions", "delivery,Tight,,Delivery,120,%,,,More.,");

            assertThat(forecast.add("drivers", "delivery,value,0,100,chance,,,All or nothing.,")
                            .problems())
                    .containsExactly(
                            "drivers.csv:7: drawn: 'chance' takes a value for the probability of all, and 'delivery'"
                                    + " is '120 %' in the scenario 'Tight'. Draw it as triangular, or write a share of no more"
                                    + " than the whole.");
        }

        @Test
        void a_gamma_with_a_mean_below_zero() {
            forecast.edit(
                    "assumptions",
                    "quota-growth,Tight,,Growth of the quota,0",
                    "quota-growth,Tight,,Growth of the quota,-1");

            assertThat(forecast.edit("drivers", "0,6,triangular,", "0,6,gamma,0.5")
                            .problems())
                    .containsExactly(
                            "drivers.csv:2: drawn: 'gamma' needs a mean that is not below zero, and 'quota-growth' is"
                                    + " '-1 %/yr' in the scenario 'Tight'. Draw it as uniform.");
        }

        @Test
        void a_gamma_that_does_not_vary() {
            assertThat(forecast.edit("drivers", "gamma,0.6", "gamma,0").problems())
                    .containsExactly(
                            "drivers.csv:6: variation is 0.0. It must be above zero; what does not vary is not drawn.");
        }

        @Test
        void whole_numbers_between_others() {
            assertThat(forecast.edit("drivers", "change,-1,2,whole", "change,-0.5,2,whole")
                            .problems())
                    .containsExactly(
                            "drivers.csv:3: low is -0.5 and high 2.0, and whole numbers are drawn between them. Write"
                                    + " whole numbers, or draw it as uniform.");
        }

        @Test
        void whole_numbers_of_what_is_not_whole() {
            forecast.edit(
                    "assumptions",
                    "quota-growth,Tight,,Growth of the quota,0",
                    "quota-growth,Tight,,Growth of the quota,0.5");

            assertThat(forecast.edit("drivers", "quota-growth,value,0,6,triangular", "quota-growth,change,0,6,whole")
                            .problems())
                    .containsExactly(
                            "drivers.csv:2: drawn: 'whole' draws whole numbers, and 'quota-growth' is '0.5 %/yr' in"
                                    + " the scenario 'Tight'. Write a whole number, or draw uniform.");
        }

        @Test
        void parts_of_a_year_of_delay() {
            assertThat(forecast.edit("drivers", "change,-1,2,whole", "change,-1,2,uniform")
                            .problems())
                    .containsExactly(
                            "drivers.csv:3: drawn: 'uniform' draws parts of years, and 'mine-delay' is a whole number"
                                    + " of them. Draw it as whole.");
        }
    }

    @Nested
    class Shocks {

        @Test
        void to_what_the_rules_cannot_have() {
            assertThat(forecast.edit("shocks", "ore-on-top,add,10000", "mine-probability,to,120")
                            .problems())
                    .containsExactly(
                            "shocks.csv:2: size: '120 %' for 'mine-probability' cannot be. A share lies between 0 and"
                                    + " 100 %.");
        }

        @Test
        void by_more_than_the_rules_can_have() {
            assertThat(forecast.edit("shocks", "ore-on-top,add,10000", "ore-on-top,add,-5")
                            .problems())
                    .containsExactly(
                            "shocks.csv:2: size: '-5' makes '-5 t REO/yr' of 'ore-on-top' in the scenario 'Base',"
                                    + " which cannot be. It cannot be below zero.");
        }

        @Test
        void an_assumption_that_no_rule_uses() {
            assertThat(forecast.edit("shocks", "ore-on-top,add,10000", "stage-threshold,to,10")
                            .problems())
                    .containsExactly(
                            "shocks.csv:2: assumption: 'stage-threshold' is used by no rule of the forecast, so"
                                    + " nothing moves with it. Name one that limits.csv or another table of rules names.");
        }

        @Test
        void of_a_ramp() {
            assertThat(forecast.edit("shocks", "ore-on-top,add,10000", "mine-ramp,to,10")
                            .problems())
                    .containsExactly(
                            "shocks.csv:2: assumption: 'mine-ramp' is given step by step, and only a single value can"
                                    + " be moved. Name one, such as the speed of a ramp.");
        }

        @Test
        void without_risks_there_is_one_message() {
            assertThat(forecast.without("risks").problems())
                    .containsExactly("risks.csv: is not there, and shocks.csv needs it. Add it, and list it in"
                            + " datapackage.json.");
        }
    }

    /** A row that could not be read is not missed by those that lean on it. */
    @Nested
    class Unread {

        @Test
        void a_scenario() {
            assertThat(forecast.edit("scenarios", "STEPS,geometric", "STEPS,geometrical")
                            .problems())
                    .containsExactly("scenarios.csv:2: demand_path: 'geometrical' is not allowed here. Did you mean"
                            + " 'geometric'?");
        }

        @Test
        void an_assumption() {
            assertThat(forecast.edit("assumptions", "Growth of the quota,2", "Growth of the quota,Z")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:2: value: 'Z' is not a number. Write plain digits with a decimal point,"
                                    + " such as 31000 or 48.40.");
        }

        @Test
        void a_step_of_a_ramp() {
            assertThat(forecast.edit("assumptions", "phasing,Base,1,Phasing,40", "phasing,Base,1,Phasing,4O")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:15: value: '4O' is not a number. Maybe the letter O was typed for a"
                                    + " zero.");
        }

        @Test
        void a_measure() {
            assertThat(forecast.edit("measures", "separation,production", "separation,producton")
                            .problems())
                    .containsExactly(
                            "measures.csv:3: kind: 'producton' is not allowed here. Did you mean 'production'?");
        }

        @Test
        void a_figure() {
            forecast.edit("figures", "Malaysia,2030,outlook,MCS2025,,20000", "Malaysia,2030,outlook,MCS2025,,2000O");

            assertThat(forecast.problems())
                    .containsExactly(
                            "figures.csv:11: value: '2000O' is not a number. Maybe the letter O was typed for a zero.");
        }

        @Test
        void an_edition() {
            forecast.table("editions", """
                    id,name,publisher,released,series,sources
                    MCS2024,MCS 2024,USGS,2024-01,USGS Mineral Commodity Summaries,usgs-2025
                    MCS2025,MCS 2025,USGS,2025-13,USGS Mineral Commodity Summaries,usgs-2025
                    """);
            forecast.add("figures", "mine-production,China,2022,,MCS2024,,210000,t REO,,,usgs-2025,");

            assertThat(forecast.problems())
                    .containsExactly(
                            "editions.csv:3: released: '2025-13' is not a period: Invalid value for MonthOfYear"
                                    + " (valid values 1 - 12): 13. Maybe a digit was mistyped.");
        }

        @Test
        void a_limit() {
            assertThat(forecast.edit("limits", "Australia,capacity,held", "Australia,capacity,hold")
                            .problems())
                    .containsExactly("limits.csv:4: path: 'hold' is not allowed here. Did you mean 'held'?");
        }

        @Test
        void a_project() {
            assertThat(forecast.edit("projects", "20000,construction", "20000,constructed")
                            .problems())
                    .containsExactly(
                            "projects.csv:2: status: 'constructed' is not allowed here. Did you mean 'construction'?");
        }

        @Test
        void demand() {
            assertThat(forecast.edit("demand", "STEPS,380000", "STEPS,38OOOO").problems())
                    .containsExactly(
                            "demand.csv:3: value: '38OOOO' is not a number. Maybe the letter O was typed for a zero.");
        }

        @Test
        void a_balance() {
            assertThat(forecast.edit("balances", "scrap-follows", "scrap-folows")
                            .problems())
                    .containsExactly("balances.csv:2: scrap_follows: 'scrap-folows' is not in assumptions.csv. Did you"
                            + " mean 'scrap-follows'?");
        }

        @Test
        void a_table_that_is_listed_and_not_there() throws IOException {
            forecast.read();
            Files.delete(folder.resolve("limits.csv"));

            assertThat(Datasets.read(folder).problems())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "datapackage.json:17: limits: the file limits.csv is not in the folder. Add it, or remove"
                                    + " the resource.");
        }
    }
}
