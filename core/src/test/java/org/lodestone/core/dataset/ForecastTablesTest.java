package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.forecast.Outlook;
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
        assertThat(DatasetReader.read(Path.of("../examples/data/rare-earths")).problems())
                .isEmpty();
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
        void a_unit_that_does_not_suit_the_use() {
            assertThat(forecast.edit("assumptions", "First year,2026,year", "First year,2026,years")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:5: unit: 'years' of 'mine-start' does not suit its use as start. Write"
                                    + " year.");
        }

        @Test
        void a_loss_in_another_unit_than_percent() {
            assertThat(forecast.edit("assumptions", "Disruption,5,%", "Disruption,0.05,x")
                            .withoutRows("drivers", "disruption")
                            .problems())
                    .containsExactly(
                            "assumptions.csv:13: unit: 'x' of 'disruption' does not suit its use as loss. Write %.");
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
                            "assumptions.csv:25: has the same id, scenario, step as line 10. Delete one of the two,"
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

        @Test
        void a_ramp_in_times() {
            forecast.edit("assumptions", "phasing,Base,1,Phasing,40,%", "phasing,Base,1,Phasing,0.4,x");
            forecast.edit("assumptions", "phasing,Base,2,Phasing,100,%", "phasing,Base,2,Phasing,1,x");

            assertThat(forecast.problems())
                    .containsExactly(
                            "assumptions.csv:15: unit: 'x' of 'phasing' does not suit its use as ramp. Write %.",
                            "assumptions.csv:16: unit: 'x' of 'phasing' does not suit its use as ramp. Write %.");
        }
    }
}
