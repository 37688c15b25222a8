package org.lodestone.core.table;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.lodestone.core.ProcessorTime.assertAtMost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.problem.DataException;

class CsvFormatTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("companies.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read(byte[] bytes) {
        return read(file(bytes), TableOptions.DEFAULT);
    }

    /** Each row as its line, its cells and its problems. */
    private static List<String> read(Path file, TableOptions options) {
        try (TextRows rows = TableFiles.open(file, options)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(said(rows.row()));
            }
            return read;
        }
    }

    private static String said(TextRow row) {
        StringBuilder said = new StringBuilder().append(row.line());
        for (int i = 0; i < row.size(); i++) {
            said.append('|').append(row.cell(i));
            row.problem(i)
                    .ifPresent(problem -> said.append(" <").append(problem).append('>'));
        }
        row.problem().ifPresent(problem -> said.append(" <").append(problem).append('>'));
        return said.toString();
    }

    @Test
    void rows_know_the_lines_they_start_in() {
        assertThat(read("id,name\n1,\"two\nlines\"\n\n2,\"says \"\"no\"\"\"\n3,\n".getBytes(UTF_8)))
                .containsExactly("1|id|name", "2|1|two\nlines", "5|2|says \"no\"", "6|3|");
    }

    @Test
    void a_row_is_a_view_of_what_is_read_and_cells_past_its_end_are_empty() {
        try (TextRows rows = TableFiles.open(file("a,b\n1,2.5\n".getBytes(UTF_8)), TableOptions.DEFAULT)) {
            TextRow row = rows.row();
            assertThat(rows.next()).isTrue();
            assertThat(row.cell(0)).isEqualTo("a");
            assertThat(rows.next()).isTrue();
            assertThat(row.cell(0)).isEqualTo("1");
            assertThat(row.cell(2)).isEmpty();
            assertThat(row.place(1)).isEqualTo("companies.csv:2");
            assertThat(rows.next()).isFalse();
            assertThat(rows.next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_end_as_they_do_on_any_machine(String end) {
        String text = String.join(end, "id,name", "", "1,\"two" + end + "lines\"", "2,x\"y", "\"3\"x,a", "4,z", "");

        assertThat(read(text.getBytes(UTF_8)))
                .containsExactly(
                        "1|id|name",
                        "3|1|two" + end + "lines",
                        "5|2|x\"y",
                        "6|\"3\"x|a <has a quote that is not closed where its cell ends. Close it, and write a quote inside"
                                + " a quoted cell twice (\"\").>",
                        "7|4|z");
    }

    @Test
    void the_encoding_is_told_by_a_mark_or_by_the_caller() {
        String text = "代码,名称\n600111,北方稀土\n";

        for (byte[] bytes : List.of(
                text.getBytes(UTF_8),
                ("\uFEFF" + text).getBytes(UTF_8),
                text.getBytes(UTF_16),
                ("\uFEFF" + text).getBytes(UTF_16LE))) {
            assertThat(read(bytes)).containsExactly("1|代码|名称", "2|600111|北方稀土");
        }
        assertThat(read(file(text.getBytes(GBK)), TableOptions.DEFAULT.encoding(GBK)))
                .containsExactly("1|代码|名称", "2|600111|北方稀土");
        assertThat(read(file("id,Größe\n1,5 €\n".getBytes(WINDOWS)), TableOptions.DEFAULT.encoding(WINDOWS)))
                .containsExactly("1|id|Größe", "2|1|5 €");
    }

    @Test
    void bytes_that_are_not_of_the_encoding_are_told_with_their_place_and_later_rows_are_read() {
        assertThat(read("id,name\nA,\"x\ny\"\nMP,Société\nB,b\n".getBytes(WINDOWS)))
                .containsExactly(
                        "1|id|name",
                        "2|A|x\ny",
                        "4|MP|Soci\uFFFDt\uFFFD <'Soci\uFFFDt\uFFFD' is not UTF-8 (byte 8 of line 4 is 0xE9). Maybe the"
                                + " file is in Windows-1252 or GBK: name its encoding, or save it as UTF-8.>",
                        "5|B|b");
        assertThat(read("id,name\nA,\uFFFD\n".getBytes(UTF_8)))
                .containsExactly(
                        "1|id|name",
                        "2|A|\uFFFD <'\uFFFD' has a mark in place of a character that was lost before. Export the table"
                                + " anew.>");
    }

    @Test
    void bytes_are_told_with_their_line_below_a_broken_quote_and_far_down_too() {
        StringBuilder text = new StringBuilder("id,name\n\"x\"y,1\n");
        for (int line = 3; line < 30_000; line++) {
            text.append(line).append(",a long enough name to fill a few buffers\n");
        }
        text.append("é,1\n");

        assertThat(read(text.toString().getBytes(WINDOWS)))
                .last()
                .asString()
                .startsWith("30000|\uFFFD <'\uFFFD' is not UTF-8 (byte 1 of line 30000 is 0xE9).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a;b/1,5;2~;",
                "a,b/1,2~,",
                "a|b/1|2~|",
                "a/1~,",
                "'Name;Sales, net/A;5'~;",
                "'\"a,b,c\";d/1;2'~;",
                "'Title/a;b/1;2'~;"
            })
    void the_delimiter_is_what_parts_the_header(String lines, char delimiter) {
        assertThat(Delimiters.of(lines.replace('/', '\n') + "\n")).isEqualTo(delimiter);
    }

    @Test
    void a_tab_parts_cells_too() {
        assertThat(Delimiters.of("a, or b\tc\n1\t2\n")).isEqualTo('\t');
    }

    @Test
    void a_delimiter_that_is_told_is_used() {
        assertThat(read(file("a;b,c\n1;2,3\n".getBytes(UTF_8)), TableOptions.DEFAULT.delimiter(',')))
                .containsExactly("1|a;b|c", "2|1;2|3");
    }

    @Test
    void ragged_rows_are_told_unless_they_are_expected() {
        Path file = file("a,b\n1\n1,2,3\n1,2\n".getBytes(UTF_8));

        assertThat(read(file, TableOptions.DEFAULT))
                .containsExactly(
                        "1|a|b",
                        "2|1 <has 1 cell where the first line has 2. Maybe a delimiter is missing: empty cells need theirs"
                                + " too.>",
                        "3|1|2|3 <has 3 cells where the first line has 2. Maybe a cell that holds a delimiter is not in"
                                + " quotes.>",
                        "4|1|2");
        assertThat(read(file, TableOptions.DEFAULT.withRaggedRows()))
                .containsExactly("1|a|b", "2|1", "3|1|2|3", "4|1|2");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_line_only() {
        assertThat(read("a,b\n1,\"open\n2,x\n3,y\n".getBytes(UTF_8)))
                .containsExactly(
                        "1|a|b",
                        "2|1|\"open <has a quote that is not closed where its cell ends. Close it, and write a quote inside"
                                + " a quoted cell twice (\"\").>",
                        "3|2|x",
                        "4|3|y");
        assertThat(read("a,b\n1,\"open".getBytes(UTF_8))).hasSize(2);
        assertThat(read("\"a,b\n1,2\n".getBytes(UTF_8))).element(1).isEqualTo("2|1|2");
    }

    @Test
    void many_broken_quotes_take_no_longer_than_many_lines() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",\"open\n");
        }

        assertThat(read(text.toString().getBytes(UTF_8))).hasSize(20_001);
    }

    @Test
    void blank_lines_are_rows_where_they_are_asked_for() {
        assertThat(read(
                        file("a,b\n\n1,2\n".getBytes(UTF_8)),
                        TableOptions.DEFAULT.withBlankLines().withRaggedRows()))
                .containsExactly("1|a|b", "2|", "3|1|2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "''~is empty. Write a header and rows into it, or export it anew.",
                "'\uFEFF'~is empty. Write a header and rows into it, or export it anew.",
                "'\n\r\n'~is empty. Write a header and rows into it, or export it anew.",
                "%PDF-1.7~is a PDF, and not a table. Copy the table into a spreadsheet and save that.",
                "PK\u0003\u0004~is a workbook or another zip file, and not text. Save the sheet as CSV, or open it as a workbook."
            })
    void what_is_no_table_is_refused_with_its_name(String text, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(text.getBytes(UTF_8)))
                .withMessage("companies.csv: " + message);
    }

    @Test
    void old_workbooks_missing_files_and_folders_are_refused_with_their_names() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
                .withMessage("companies.csv: is an old or encrypted workbook, and not text. Save the sheet as CSV.");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(folder.resolve("none.csv"), TableOptions.DEFAULT))
                .withMessage("none.csv: is not there. Check its name.");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(folder, TableOptions.DEFAULT))
                .withMessageEndingWith(": is not a file. Name one.");
    }

    @Test
    void a_text_file_has_no_sheets() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(file("a\n".getBytes(UTF_8)), TableOptions.DEFAULT.sheet("Data")))
                .withMessage("companies.csv: is a text file, which has no sheet 'Data'. Leave the sheet out.");
    }

    @Test
    void limits_are_told_and_can_be_set() {
        Path file = file("a,b\n1,2\n3,4\n".getBytes(UTF_8));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(file, TableOptions.DEFAULT.limits(TableLimits.DEFAULT.withCells(5))))
                .withMessage(
                        "companies.csv:3: is past the 5 cells that are read at most. Split the table, or allow more.");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(file, TableOptions.DEFAULT.limits(TableLimits.DEFAULT.withFileBytes(11))))
                .withMessage("companies.csv: has 12 bytes, and 11 is the most that is read. Split it, or allow more.");
    }

    @Test
    void a_line_without_end_is_told_and_does_not_fill_the_memory() {
        assertThat(read(("a,b\n" + ",".repeat(100_000) + "\n1,2\n").getBytes(UTF_8)))
                .hasSize(3)
                .element(1)
                .asString()
                .endsWith(
                        " <has over 65536 cells or 16777216 characters. Maybe line ends were lost: export the table anew.>");
    }

    @Test
    void whatever_the_bytes_are_reading_ends_and_each_line_is_told() {
        byte[] nasty = "\",;\n\r\u0000\u00e9-a1 \uFEFF".getBytes(UTF_8);
        Random random = new Random(20261126);
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] bytes = new byte[1 + random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = nasty[random.nextInt(nasty.length)];
            }
            try (TextRows rows = CsvFormat.INSTANCE.open(
                    "x", new String(bytes, StandardCharsets.ISO_8859_1), TableOptions.DEFAULT)) {
                int line = 0;
                while (rows.next()) {
                    assertThat(rows.row().line()).isGreaterThan(line);
                    line = rows.row().line();
                }
            } catch (DataException e) {
                assertThat(e).hasMessageContaining("is empty");
            }
        }
    }

    @Test
    void broken_quotes_and_lost_characters_in_every_row_or_cell_cost_no_more_than_their_rows() {
        Path quotes = file(("a,b\n" + "\"é\"x,1\n".repeat(20_000)).getBytes(WINDOWS));
        assertAtMost(
                Duration.ofSeconds(2),
                () -> assertThat(read(quotes, TableOptions.DEFAULT)).hasSize(20_001));

        // one row of 20,000 cells, each with a line end and a byte that is not UTF-8
        Path cells = file(("a\n" + "\"é\nx\",".repeat(20_000)).getBytes(WINDOWS));
        assertAtMost(
                Duration.ofSeconds(2),
                () -> assertThat(read(cells, TableOptions.DEFAULT)).hasSize(2));
    }

    @Test
    void an_encoding_that_can_only_be_read_is_read_and_one_that_cannot_is_refused() {
        for (Charset charset : Charset.availableCharsets().values()) {
            Path table = file("id,name\n1,x\n".getBytes(UTF_8));
            try {
                assertThat(read(table, TableOptions.DEFAULT.encoding(charset))).isNotEmpty();
            } catch (DataException e) {
                assertThat(e)
                        .hasMessageContaining(
                                "cannot be read as " + charset.name() + ", whose line ends are not those");
            }
        }
        assertThat(read(
                        file("a,b\n1,2\n".getBytes(UTF_8)),
                        TableOptions.DEFAULT.encoding(Charset.forName("ISO-2022-CN"))))
                .containsExactly("1|a|b", "2|1|2");
    }
}
