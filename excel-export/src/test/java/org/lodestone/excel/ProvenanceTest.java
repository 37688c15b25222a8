package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.formula.Content;

/**
 * Every number of every bundled pack is a figure with a source, an assumption with a reason, a formula, or marked as simulated or
 * solved for. A few are names: the year over a column, the number of countries.
 */
class ProvenanceTest {

    private static final Colour INPUT = Theme.STANDARD.colour(Theme.Role.INPUT);
    private static final Colour SIMULATED = Theme.STANDARD.colour(Theme.Role.SIMULATED);

    @TempDir
    private static Path folder;

    /** A pack with what stands behind each of its cells. */
    private record Pack(WrittenPack written, ImmutableMap<Spot, Item> items) {

        static Pack of(String name) {
            WrittenPack written = Bundled.pack(name);
            return new Pack(
                    written,
                    written.placement().sheets().stream()
                            .flatMap(plan -> plan.items().stream())
                            .collect(ImmutableMap.toImmutableMap(Item::spot, item -> item)));
        }

        /** The numbers that nothing explains, in the pack or in a changed copy of it. */
        List<String> unexplained(Path file) throws IOException {
            List<String> unexplained = new ArrayList<>();
            int numbers = 0;
            try (XSSFWorkbook book = Recalculation.open(file)) {
                // no reader sees the last sheet, which repeats inputs so that a change of one is noticed
                book.removeSheetAt(book.getSheetIndex(Imprint.SHEET));
                for (Sheet sheet : book) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.NUMERIC) {
                                numbers++;
                                fault(cell)
                                        .ifPresent(fault -> unexplained.add(sheet.getSheetName() + "!"
                                                + cell.getAddress() + " " + cell.getNumericCellValue() + ": " + fault));
                            }
                        }
                    }
                }
            }
            assertThat(numbers).as("numbers that no formula gives").isGreaterThan(50);
            return unexplained;
        }

        /** The fault of a number that no formula gives; empty where it is explained. */
        Optional<String> fault(Cell cell) {
            Spot spot = new Spot(cell.getSheet().getSheetName(), cell.getRowIndex(), cell.getColumnIndex());
            Item item = items.get(spot);
            if (item == null) {
                return Optional.of("nothing stands behind it");
            }
            if (item.body() instanceof SheetPlan.Body.Given given
                    && given.value().isNumber()) {
                return Optional.empty(); // a year over a column
            }
            return item.body()
                    .asHome()
                    .map(key -> fault(written.report().model().content(key), cell))
                    .orElse(Optional.of("it is no value of the model"));
        }

        private Optional<String> fault(Content content, Cell cell) {
            return content.fold(
                    figure -> where(
                            figure.citation().sources().isEmpty()
                                    || !written.dataset()
                                            .sources()
                                            .keySet()
                                            .containsAll(figure.citation().sources()),
                            "a figure without a source",
                            !isOpen(cell) || !hasColour(cell, INPUT),
                            "a figure that is not blue or cannot be typed over"),
                    assumption -> where(
                            assumption.reason().isBlank(),
                            "an assumption without a reason",
                            !isOpen(cell) || !hasColour(cell, INPUT),
                            "an assumption that is not blue or cannot be typed over"),
                    definition -> where(
                            definition.meaning().isBlank(), "a definition without a meaning", isOpen(cell), "open"),
                    label -> where(
                            100 * cell.getNumericCellValue() != Math.rint(100 * cell.getNumericCellValue()),
                            "a name, or the end of what may be typed, with more than two decimals",
                            isOpen(cell),
                            "open"),
                    calculation -> Optional.of("a formula that is not written as one"),
                    computed -> where(
                            computed.how().isBlank(),
                            "a result of Java that does not say how",
                            isOpen(cell) || !hasColour(cell, SIMULATED),
                            "a result of Java that is not brown, or may be typed over"));
        }

        private static Optional<String> where(boolean first, String fault, boolean second, String other) {
            return first ? Optional.of(fault) : second ? Optional.of(other) : Optional.empty();
        }

        private static boolean isOpen(Cell cell) {
            return !cell.getCellStyle().getLocked();
        }

        private static boolean hasColour(Cell cell, Colour colour) {
            String argb = ((XSSFCellStyle) cell.getCellStyle())
                    .getFont()
                    .getXSSFColor()
                    .getARGBHex();
            return argb.endsWith(colour.hex());
        }
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void every_number_is_an_input_with_a_source_or_reason_a_formula_or_marked_as_javas(String name) throws IOException {
        Pack pack = Pack.of(name);

        assertThat(pack.unexplained(pack.written().file())).isEmpty();
    }

    @Test
    void a_number_in_place_of_a_formula_or_beside_a_table_is_told() throws IOException {
        Pack pack = Pack.of("gallium");
        Spot formula = pack.items().values().stream()
                .filter(item ->
                        item.face() == Face.CALCULATION && item.body().asHome().isPresent())
                .map(Item::spot)
                .findFirst()
                .orElseThrow();
        Path typed = Recalculation.typed(pack.written().file(), Map.of(formula, 5.0), folder.resolve("typed.xlsx"));

        assertThat(pack.unexplained(typed))
                .containsExactly(
                        formula.sheet() + "!" + formula.address() + " 5.0: a formula that is not written as one");
    }
}
