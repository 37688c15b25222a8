package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;

/** The values that may be typed over the inputs of the rare earth pack. */
class ValidationsTest {

    @Test
    void every_cell_that_is_not_locked_has_one_rule_and_says_what_is_expected() {
        Bundled.rareEarths().look(book -> {
            int inputs = 0;
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                Map<CellAddress, XSSFDataValidation> rules = rules(sheet);
                Set<CellAddress> open = open(sheet);
                assertThat(rules.keySet()).as(sheet.getSheetName()).isEqualTo(open);
                assertThat(rules.values()).as(sheet.getSheetName()).allSatisfy(rule -> {
                    assertThat(rule.getShowErrorBox()).isTrue();
                    assertThat(rule.getErrorBoxText()).isNotBlank();
                });
                inputs += open.size();
            }
            assertThat(inputs).isGreaterThan(1_500);
        });
    }

    private static Map<CellAddress, XSSFDataValidation> rules(XSSFSheet sheet) {
        Map<CellAddress, XSSFDataValidation> rules = new HashMap<>();
        for (XSSFDataValidation rule : sheet.getDataValidations()) {
            for (var range : rule.getRegions().getCellRangeAddresses()) {
                range.forEach(cell -> assertThat(rules.put(cell, rule))
                        .as("%s has two rules", cell)
                        .isNull());
            }
        }
        return rules;
    }

    private static Set<CellAddress> open(XSSFSheet sheet) {
        Set<CellAddress> open = new HashSet<>();
        List<CellRangeAddress> regions = sheet.getMergedRegions(); // which are read anew for each call
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean covered = regions.stream()
                        .anyMatch(merged -> merged.isInRange(cell)
                                && (merged.getFirstRow() != cell.getRowIndex()
                                        || merged.getFirstColumn() != cell.getColumnIndex()));
                if (!cell.getCellStyle().getLocked() && !covered) {
                    open.add(cell.getAddress());
                }
            }
        }
        return open;
    }
}
