package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.risk.RunSection;

/** Choosing a scenario in the workbook comes to the same as making the pack with it. */
@Order(1)
class ScenarioSwitchTest {

    private static final WrittenPack PACK = Bundled.rareEarths();
    private static final ForecastStudy STUDY =
            Bundled.analysesOfRareEarths().forecast().orElseThrow();
    private static final String FASTER = "Base with mining quotas that grow by 3%";
    private static final String NOWHERE = "Nowhere";

    @TempDir
    static Path folder;

    private static Map<String, Cells> recalculated;

    @BeforeAll
    static void change_inputs() throws IOException {
        Map<String, Map<Spot, Object>> typed = new LinkedHashMap<>();
        Spot selector = PACK.home(Scenarios.SELECTOR);
        Stream.concat(others(), Stream.of(NOWHERE))
                .forEach(scenario -> typed.put(scenario, Map.of(selector, scenario)));
        Key growth = STUDY.scenarios()
                .key("mining-quota-growth", Scenarios.caseOf(STUDY.scenarios().base()));
        typed.put(FASTER, Map.of(PACK.home(growth), 3.0));
        recalculated = Recalculation.recalculated(PACK.file(), typed);
    }

    static Stream<String> others() {
        return PACK.dataset().outlook().scenarios().stream()
                .map(Scenario::name)
                .filter(name -> !name.equals(Scenario.BASE));
    }

    @ParameterizedTest
    @ValueSource(strings = "Tight")
    void a_pack_made_with_a_scenario_is_the_base_pack_switched_to_it(String scenario) throws IOException {
        Office.assumeInstalled();
        Path made = folder.resolve(scenario + ".xlsx");
        Workbooks.write(
                ResearchPack.of(PACK.dataset())
                        .withSheets(ResearchPack.Sheets.ALL)
                        .withScenario(scenario)
                        .report(),
                made);
        Cells switched = recalculated.get(scenario);

        assertThat(Recalculation.differences(made, switched)).isEmpty();
        assertThat(formulas(switched)).isEqualTo(formulas(Cells.of(made)));
        assertThat(Recalculation.differences(PACK.file(), switched))
                .as("the scenario makes a difference, so that agreement means something")
                .hasSizeGreaterThan(300);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("others")
    void so_is_a_pack_made_with_another(String scenario) throws IOException {
        a_pack_made_with_a_scenario_is_the_base_pack_switched_to_it(scenario);
    }

    private static List<String> formulas(Cells cells) {
        return Recalculation.results(cells).stream()
                .map(result -> result.where() + " =" + result.formula())
                .toList();
    }

    @Test
    void a_changed_input_turns_the_check_of_what_java_worked_out_amber() {
        Office.assumeInstalled();
        Cells changed = recalculated.get(FASTER);

        assertThat(changed.value(PACK.home(RunSection.INPUTS_AS_RUN))).isEqualTo(Value.NOT_AVAILABLE);
        // 270,000 t growing by 3% a year, and 151,571 t from elsewhere
        Outcome chosen = STUDY.chosen();
        Key world = chosen.headlines().get(0).key();
        assertThat(chosen.headlines().get(0).name()).isEqualTo("Mine production 2030");
        double elsewhere = PACK.report().model().value(world).number().orElseThrow() - 270_000 * Math.pow(1.023, 5);
        assertThat(changed.number(PACK.home(world))).isCloseTo(270_000 * Math.pow(1.03, 5) + elsewhere, within(1e-6));
    }

    private static Offset<Double> within(double tolerance) {
        return Offset.offset(tolerance);
    }

    @Test
    void a_scenario_that_is_none_leaves_no_error_behind() {
        Office.assumeInstalled();

        assertThat(Recalculation.results(recalculated.get(NOWHERE)))
                .allSatisfy(result -> assertThat(result.value().toString()).doesNotStartWith("#"));
    }
}
