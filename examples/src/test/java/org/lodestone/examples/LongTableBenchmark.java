package org.lodestone.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;

/**
 * Times writing a workbook with a table of 100,000 rows by 20 columns, 15 of numbers and 5 of texts.
 *
 * <pre>LongTableBenchmark WARMUPS REPETITIONS</pre>
 *
 * <p>Prints a line for each timed repetition, with the bytes of the file:
 *
 * <pre>RESULT	seconds	17000000</pre>
 */
final class LongTableBenchmark {

    private static final int ROWS = 100_000;
    private static final int NUMBERS = 10;
    private static final int COUNTS = 5;
    private static final int NAMES = 5;

    private LongTableBenchmark() {}

    public static void main(String[] args) throws IOException {
        int warmups = Integer.parseInt(args[0]);
        int repetitions = Integer.parseInt(args[1]);
        Report report = report();
        Path file = Files.createTempFile("lodestone-long-table", ".xlsx");
        for (int i = 0; i < warmups + repetitions; i++) {
            long start = System.nanoTime();
            Workbooks.write(report, file);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= warmups) {
                System.out.printf(Locale.ROOT, "RESULT\t%.6f\t%d%n", seconds, Files.size(file));
            }
        }
        Files.delete(file);
    }

    private static Report report() {
        SplittableRandom random = new SplittableRandom(9);
        LongTable.Builder table = LongTable.of(ROWS);
        for (int j = 0; j < NUMBERS; j++) {
            double[] numbers = random.doubles(ROWS).map(one -> one * 1e4).toArray();
            table.figures("number " + j, Shown.AS_IS, row -> numbers[row]);
        }
        for (int j = 0; j < COUNTS; j++) {
            int[] counts = random.ints(ROWS, 0, 1_000_000).toArray();
            table.figures("count " + j, Shown.AS_IS, row -> counts[row]);
        }
        for (int j = 0; j < NAMES; j++) {
            int[] names = random.ints(ROWS, 0, 1_000).toArray();
            table.words("name " + j, row -> "name " + names[row]);
        }
        Section section = Section.of("Data", "100,000 rows by 20 columns", "", List.of(table.build()));
        return new Report(
                "Long table", "", ImmutableList.of(section), Model.builder().build(), ImmutableMap.of());
    }
}
