package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentsTest {

    private static final CellAddress CELL = new CellAddress("E28");

    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private void sheet(String name, String text) {
        Comments comments = new Comments();
        comments.add(new Spot(name, 27, 4), text);
        comments.add(new Spot(name, 30, 6), "A second one");
        new SheetFrame(SheetPlan.empty(name), workbook.createSheet(name), Theme.STANDARD).comment(comments);
    }

    private XSSFWorkbook read() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        workbook.write(file);
        return new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usgs-mcs-2025: U.S. Geological Survey, Mineral Commodity Summaries 2025",
                "a <b> & \"c\" 'd' ]]>",
                " with room on both sides ",
                "two\nlines",
                "_x0041_ is no A",
                "稀土 and 𠮷, Žilina"
            })
    void a_comment_says_what_it_was_given(String text) throws IOException {
        sheet("Production", text);

        try (XSSFWorkbook read = read()) {
            XSSFComment comment = read.getSheet("Production").getCellComment(CELL);
            assertThat(comment.getString().getString()).isEqualTo(text);
            assertThat(comment.getAuthor()).isEqualTo("Lodestone");
            assertThat(comment.isVisible()).isFalse();
        }
    }

    @Test
    void its_box_stands_to_the_right_of_its_cell() throws IOException {
        sheet("Production", "seen");

        try (XSSFWorkbook read = read()) {
            var anchor = read.getSheetAt(0).getCellComment(CELL).getClientAnchor();
            assertThat(anchor.getCol1()).isEqualTo((short) 5);
            assertThat(anchor.getRow1()).isEqualTo(27);
            assertThat(anchor.getCol2()).isEqualTo((short) 9);
            assertThat(anchor.getRow2()).isEqualTo(32);
        }
    }

    @Test
    void a_text_is_no_longer_than_a_cell_takes() {
        Comments comments = new Comments();
        comments.add(new Spot("Production", 0, 0), "long".repeat(10_000));

        assertThat(comments.texts()).contains("…</t>").hasSizeLessThan(34_000);
    }

    @Test
    void each_sheet_has_its_own() throws IOException {
        workbook.createSheet("None").createDrawingPatriarch();
        sheet("First", "of the first");
        sheet("Second", "of the second");

        try (XSSFWorkbook read = read()) {
            assertThat(read.getSheet("None").getCellComments()).isEmpty();
            assertThat(read.getSheet("First").getCellComments()).hasSize(2);
            assertThat(read.getSheet("Second").getCellComment(CELL).getString().getString())
                    .isEqualTo("of the second");
        }
    }
}
