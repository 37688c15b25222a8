package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.pack.PackOptions;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.risk.RunSection;
import org.lodestone.reports.scenario.Scenarios;

/** Choosing a scenario in the workbook comes to the same as making the pack with it. */
class ScenarioSwitchTest {

    private static final Dataset DATASET =
            DatasetReader.read(Path.of("../examples/data/rare-earths")).orElseThrow();

    @TempDir
    static Path folder;

    private static Report report;
    private static Placement placement;
    private static Path pack;

    @BeforeAll
    static void write_the_pack_with_the_base_scenario() throws IOException {
        report = ResearchPack.of(DATASET);
        placement = Placer.place(report);
        pack = write(report, "Base");
    }

    private static Path write(Report report, String name) throws IOException {
        Path file = folder.resolve(name + ".xlsx");
        Workbooks.write(report, LocalDate.of(2026, 11, 30), file);
        return file;
    }

    static Stream<String> others() {
        return DATASET.outlook().scenarios().stream().map(Scenario::name).filter(name -> !name.equals(Scenario.BASE));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_pack_made_with_a_scenario_is_the_base_pack_switched_to_it(String scenario) throws IOException {
        Path made = write(ResearchPack.of(DATASET, PackOptions.STANDARD.withScenario(scenario)), scenario);
        Path switched = recalculated(Scenarios.SELECTOR, scenario, "switched to " + scenario);

        assertThat(Recalculation.differences(made, switched)).isEmpty();
        assertThat(formulas(switched)).isEqualTo(formulas(made));
        assertThat(Recalculation.differences(pack, switched))
                .as("the scenario makes a difference, so that agreement means something")
                .hasSizeGreaterThan(300);
    }

    private static List<String> formulas(Path workbook) throws IOException {
        return Recalculation.results(workbook).stream()
                .map(result -> result.where() + " =" + result.formula())
                .toList();
    }

    @Test
    void a_changed_input_turns_the_check_of_what_java_worked_out_amber() throws IOException {
        ForecastStudy study = ForecastStudy.of(DATASET).orElseThrow();
        Key growth = study.scenarios()
                .key("mining-quota-growth", Scenarios.caseOf(study.scenarios().base()));
        Path changed = recalculated(growth, 3.0, "changed");

        try (XSSFWorkbook book = Recalculation.open(changed)) {
            assertThat(cell(book, RunSection.INPUTS_AS_RUN).getStringCellValue())
                    .isEqualTo(Value.NOT_AVAILABLE);
            // 270,000 t growing by 3% a year, and 151,571 t from elsewhere
            Outcome chosen = study.chosen();
            Key world = chosen.headlines().get(0).key();
            assertThat(chosen.headlines().get(0).name()).isEqualTo("Mine production 2030");
            double elsewhere = report.model().value(world).number().orElseThrow() - 270_000 * Math.pow(1.023, 5);
            assertThat(cell(book, world).getNumericCellValue())
                    .isCloseTo(270_000 * Math.pow(1.03, 5) + elsewhere, within(1e-6));
        }
    }

    private static Offset<Double> within(double tolerance) {
        return Offset.offset(tolerance);
    }

    @Test
    void a_scenario_that_is_none_leaves_no_error_behind() throws IOException {
        Path lost = recalculated(Scenarios.SELECTOR, "Nowhere", "lost");

        assertThat(Recalculation.results(lost))
                .allSatisfy(result -> assertThat(result.value().toString()).doesNotStartWith("#"));
    }

    /** The pack with every result wrong and one input changed, recalculated by LibreOffice. */
    private static Path recalculated(Key input, Object value, String name) throws IOException {
        Office.assumeInstalled();
        Path poisoned = Recalculation.poisoned(pack, folder.resolve("poisoned.xlsx"));
        try (XSSFWorkbook book = Recalculation.open(poisoned)) {
            Cell cell = cell(book, input);
            if (value instanceof Double number) {
                cell.setCellValue(number);
            } else {
                cell.setCellValue(value.toString());
            }
            return Office.recalculate(Recalculation.save(book, folder.resolve(name + ".xlsx")), "en-US", folder);
        }
    }

    private static Cell cell(XSSFWorkbook book, Key key) {
        Spot home = placement.home(key);
        return book.getSheet(home.sheet()).getRow(home.row()).getCell(home.column());
    }
}
