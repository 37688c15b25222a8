package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.SortedList;

/** Changing a weight in the workbook comes to the ranks and the order that Java gives for these weights. */
class ScreenSwitchTest {

    private static final Dataset DATASET =
            DatasetReader.read(Path.of("../examples/data/rare-earths")).orElseThrow();
    private static final Screen SCREEN = DATASET.screen().orElseThrow();

    @TempDir
    static Path folder;

    private static Placement placement;
    private static Path pack;

    @BeforeAll
    static void write_the_pack() throws IOException {
        Report report = ResearchPack.of(DATASET);
        placement = Placer.place(report);
        pack = folder.resolve("pack.xlsx");
        Workbooks.write(report, LocalDate.of(2026, 11, 30), pack);
    }

    @ParameterizedTest
    @CsvSource({
        "quota, 0",
        "quota, 0.1",
        "resource, 0",
        "resource, 2",
        "separation, 1",
        "chain, 3",
        "magnets, 0.2",
        "value, 0.5"
    })
    void ranks_and_order_follow_a_weight(String criterion, double weight) throws IOException {
        Path changed = recalculated(Map.of(criterion, weight));
        ScreenStudy study = ScreenStudy.of(DATASET, SCREEN.withWeights(Map.of(criterion, weight)))
                .orElseThrow();

        try (XSSFWorkbook book = Recalculation.open(changed)) {
            assertThat(ranksByName(book)).isEqualTo(ranks(study));
            assertThat(orderIn(book, study)).isEqualTo(names(study, study.ranked()));
            scoresAre(book, study);
        }
    }

    @Test
    void the_weights_make_a_difference_so_that_agreement_means_something() {
        List<String> ranked = ScreenStudy.of(DATASET).orElseThrow().ranked();

        assertThat(ScreenStudy.of(DATASET, SCREEN.withWeights(Map.of("quota", 0.0)))
                        .orElseThrow()
                        .ranked())
                .isNotEqualTo(ranked);
        assertThat(ScreenStudy.of(DATASET, SCREEN.withWeights(Map.of("magnets", 0.2)))
                        .orElseThrow()
                        .ranked())
                .doesNotContain("600111.SH", "MP");
    }

    @Test
    void a_changed_weight_turns_the_check_of_how_sure_the_order_is_amber() throws IOException {
        try (XSSFWorkbook book = Recalculation.open(recalculated(Map.of("quota", 0.1)))) {
            assertThat(cell(book, Robustness.AS_RUN).getStringCellValue()).isEqualTo(Value.NOT_AVAILABLE);
        }
        try (XSSFWorkbook book = Recalculation.open(recalculated(Map.of()))) {
            assertThat(cell(book, Robustness.AS_RUN).getNumericCellValue()).isEqualTo(1);
        }
    }

    @Test
    void weights_stand_beside_their_criteria_and_ranks_beside_their_companies() throws IOException {
        LiveScreen screen = ScreenStudy.of(DATASET).orElseThrow().whole();

        try (XSSFWorkbook book = Recalculation.open(pack)) {
            List<Cell> weights = named(book, "ScreenWeights");
            for (int i = 0; i < weights.size(); i++) {
                Criterion criterion = SCREEN.criteria().get(i);
                assertThat(labelOf(weights.get(i))).isEqualTo(criterion.title());
                assertThat(weights.get(i).getNumericCellValue()).isEqualTo(criterion.weight());
                assertThat(weights.get(i).getCellType()).isEqualTo(CellType.NUMERIC);
            }
            assertThat(named(book, "ScreenRanks")).hasSameSizeAs(screen.companies());
        }
    }

    // ---------------------------------------------------------------- the workbook

    /** The pack with every result wrong and some weights changed, recalculated by LibreOffice. */
    private static Path recalculated(Map<String, Double> weights) throws IOException {
        Office.assumeInstalled();
        Path poisoned = Recalculation.poisoned(pack, folder.resolve("poisoned.xlsx"));
        try (XSSFWorkbook book = Recalculation.open(poisoned)) {
            List<Cell> cells = named(book, "ScreenWeights");
            weights.forEach((name, weight) -> {
                List<String> names =
                        SCREEN.criteria().stream().map(Criterion::name).toList();
                cells.get(names.indexOf(name)).setCellValue(weight);
            });
            return Office.recalculate(Recalculation.save(book, folder.resolve("changed.xlsx")), "en-US", folder);
        }
    }

    private static List<Cell> named(XSSFWorkbook book, String name) {
        AreaReference area = new AreaReference(book.getName(name).getRefersToFormula(), book.getSpreadsheetVersion());
        List<Cell> cells = new ArrayList<>();
        for (CellReference at : area.getAllReferencedCells()) {
            cells.add(book.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol()));
        }
        return cells;
    }

    private static String labelOf(Cell cell) {
        return cell.getRow().getCell(Grid.FIRST).getStringCellValue();
    }

    /** The rank in each row of {@code ScreenRanks}, with the company that stands beside it. */
    private static List<String> ranksByName(XSSFWorkbook book) {
        return named(book, "ScreenRanks").stream()
                .map(cell -> labelOf(cell) + ": "
                        + (cell.getCachedFormulaResultType() == CellType.STRING
                                ? cell.getStringCellValue()
                                : String.valueOf((int) cell.getNumericCellValue())))
                .toList();
    }

    private static List<String> orderIn(XSSFWorkbook book, ScreenStudy study) {
        return study.sorted().places().stream()
                .map(place -> cell(book, study.sorted().name(place)).getStringCellValue())
                .filter(name -> !name.equals(SortedList.NOBODY))
                .toList();
    }

    private static void scoresAre(XSSFWorkbook book, ScreenStudy study) {
        ScreenResult result = study.result();
        for (String company : study.ranked()) {
            assertThat(cell(book, study.whole().score(company)).getNumericCellValue())
                    .as(company)
                    .isCloseTo(result.score(result.universe().position(company)).orElseThrow(), within(1e-12));
        }
    }

    private static Cell cell(XSSFWorkbook book, Key key) {
        Spot home = placement.home(key);
        return book.getSheet(home.sheet()).getRow(home.row()).getCell(home.column());
    }

    // ---------------------------------------------------------------- Java

    private static List<String> ranks(ScreenStudy study) {
        ScreenResult result = study.result();
        return study.whole().companies().stream()
                .map(company -> {
                    int position = result.universe().position(company);
                    return study.name(company) + ": "
                            + (result.rank(position).isPresent()
                                    ? String.valueOf(result.rank(position).getAsInt())
                                    : Value.NOT_AVAILABLE);
                })
                .toList();
    }

    private static List<String> names(ScreenStudy study, List<String> companies) {
        return companies.stream().map(study::name).toList();
    }
}
