package org.lodestone.excel.read;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;

/** Small workbooks that were made to be slow: each took between 5 seconds and minutes, and takes a fraction of one. */
class SlowWorkbookTest {

    /** Much more than any of them needs, since other tests may run beside. */
    private static final Duration MOST = Duration.ofSeconds(5);

    private static final String ROW = "<row><c><v>1</v></c></row>";

    @TempDir
    private Path folder;

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(joining());
    }

    /** How many of the cells have a problem. */
    private int problems(RawBook book) {
        int problems = 0;
        try (TextRows rows = WorkbookFormat.INSTANCE.open(book.in(folder), TableOptions.DEFAULT)) {
            TextRow row = rows.row();
            while (rows.next()) {
                problems += (int) IntStream.range(0, row.size())
                        .mapToObj(row::problem)
                        .flatMap(Optional::stream)
                        .count();
            }
        }
        return problems;
    }

    private void refused(RawBook book, String reason) {
        assertTimeoutPreemptively(
                MOST,
                () -> assertThatExceptionOfType(DataException.class)
                        .isThrownBy(() -> problems(book))
                        .withMessageContaining(reason));
    }

    @Test
    void a_tag_of_200000_attributes_is_refused() {
        String attributes = each(200_000, i -> " a" + i + "=\">\"");
        String reason = "has a tag of over 131072 bytes in its part xl/worksheets/sheet1.xml, where a cell holds 32767"
                + " characters. Do not trust it.";

        refused(RawBook.ofRows("<row><c" + attributes + "><v>1</v></c></row>"), reason);
        refused(RawBook.ofSheet("<x" + attributes + "/><sheetData>" + ROW + "</sheetData>"), reason);
        refused(RawBook.ofSheet("<x" + attributes.replace(" a", " xmlns:a") + "/>"), reason);
    }

    @Test
    void very_many_names_are_refused_wherever_they_stand() {
        String reason = "has over 5000 different names of elements and attributes in its part xl/worksheets/sheet1.xml,"
                + " which no spreadsheet program writes. Do not trust it.";

        refused(RawBook.ofSheet(each(300_000, i -> "<x" + i + "/>")), reason);
        refused(RawBook.ofSheet(each(300_000, i -> "<x a" + i + "=\"\"/>")), reason);
        refused(RawBook.ofSheet(each(300_000, i -> "<x xmlns:a" + i + "=\"u\"/>")), reason);
        refused(RawBook.ofSheet(each(300_000, i -> "<?x" + i + "?>")), reason);
        refused(RawBook.ofRows("<row><c><v>" + each(300_000, i -> "<x" + i + "/>") + "</v></c></row>"), reason);
    }

    @Test
    void names_met_in_one_workbook_do_not_slow_the_next() {
        RawBook honest = RawBook.ofRows(ROW);
        refused(RawBook.ofSheet(each(300_000, i -> "<x" + i + "/>")), "different names");

        assertTimeoutPreemptively(MOST, () -> {
            for (int i = 0; i < 200; i++) {
                assertThat(problems(honest)).isZero();
            }
        });
    }

    @Test
    void elements_within_each_other_are_refused_past_any_depth_that_a_workbook_has() {
        refused(
                RawBook.ofSheet(each(60_000, i -> "<x xmlns:a" + i % 100 + "=\"u" + i + "\">")),
                "has elements within each other, over 500 deep, in its part xl/worksheets/sheet1.xml");
    }

    @Test
    void merged_cells_are_looked_up_and_not_gone_through() {
        String rows = each(2_000, row -> "<row>" + "<c/>".repeat(50) + "<c><v>1</v></c></row>");
        // columns A to WQP are merged from the first row to the last, each for itself
        String merges =
                each(16_000, i -> "<mergeCell ref=\"" + CellName.of(1, i) + ":" + CellName.of(2_000, i) + "\"/>");
        RawBook book = RawBook.ofSheet("<sheetData>" + rows + "</sheetData><mergeCells>" + merges + "</mergeCells>");

        assertTimeoutPreemptively(MOST, () -> assertThat(problems(book)).isEqualTo(1_999 * 50));
    }

    @Test
    void merged_cells_that_overlap_are_refused() {
        String merges = each(30_000, i -> "<mergeCell ref=\"A" + (1 + i % 7) + ":Z2000\"/>");

        refused(
                RawBook.ofSheet(
                        "<sheetData><row><c/><c><v>1</v></c></row></sheetData><mergeCells>" + merges + "</mergeCells>"),
                "book.xlsx, Data: has merged cells that overlap, A1:Z2000 and A1:Z2000, so that nobody can tell whose text"
                        + " is whose. Take them apart in a spreadsheet program.");
    }

    @Test
    void a_text_in_very_many_pieces_is_put_together_once() {
        Random random = new Random(11);
        String runs = each(
                100_000,
                i -> "<r><t>"
                        + Long.toString(random.nextLong() & Long.MAX_VALUE, 36).substring(0, 8) + "</t></r>");
        String sections = each(200_000, i -> "<![CDATA[" + Integer.toString(random.nextInt(1 << 24), 36) + "]]>");

        assertTimeoutPreemptively(MOST, () -> {
            assertThat(problems(RawBook.ofRows("<row><c t=\"inlineStr\"><is>" + runs + "</is></c></row>")))
                    .isZero();
            assertThat(problems(RawBook.ofRows("<row><c t=\"str\"><v>" + sections + "</v></c></row>")))
                    .isZero();
        });
    }

    @Test
    void a_format_that_opens_brackets_and_never_closes_them_is_gone_through_once() {
        assertTimeoutPreemptively(MOST, () -> {
            for (int i = 0; i < 20; i++) {
                assertThat(DateStyles.isDate("[".repeat(100_000 + i) + "0")).isFalse();
                assertThat(DateStyles.isDate("[h".repeat(60_000 + i) + "0")).isFalse();
            }
        });
    }

    @Test
    void a_relation_that_leads_up_very_often_is_followed_at_once() {
        RawBook book = RawBook.ofRows(ROW)
                .part(
                        "xl/_rels/workbook.xml.rels",
                        RawBook.relations("worksheet", "worksheets/sheet1.xml")
                                .replace(
                                        "</Relationships>",
                                        each(
                                                        8,
                                                        i -> "<Relationship Id=\"up" + i + "\" Type=\"x/up\" Target=\""
                                                                + "../".repeat(40_000) + "\"/>")
                                                + "</Relationships>"));

        assertTimeoutPreemptively(MOST, () -> assertThat(problems(book)).isZero());
    }

    @Test
    void a_number_of_very_many_digits_is_none() {
        Random random = new Random(12);
        String digits = each(1_000_000, i -> Integer.toString(random.nextInt(10)));

        assertTimeoutPreemptively(
                MOST,
                () -> assertThat(problems(RawBook.ofRows("<row><c><v>" + digits + "E1</v></c></row>")))
                        .isEqualTo(1));
    }
}
