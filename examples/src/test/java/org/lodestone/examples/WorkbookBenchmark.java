package org.lodestone.examples;

import java.util.Locale;
import org.lodestone.core.table.TableFiles;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.excel.read.WorkbookFormat;

/**
 * Times reading a sheet of 100,000 rows by 20 columns, 15 of numbers and 5 of texts, under the limits that are the default.
 *
 * <pre>WorkbookBenchmark WARMUPS REPETITIONS</pre>
 *
 * <p>Reads {@code big_sst.xlsx} of {@link BenchmarkFiles}. Prints a line for each timed repetition, with the sum of all
 * numbers and how many texts there are:
 *
 * <pre>RESULT	seconds	255056809358:500000</pre>
 */
final class WorkbookBenchmark {

    private static final int NUMBERS = 15;

    private WorkbookBenchmark() {}

    public static void main(String[] args) {
        int warmups = Integer.parseInt(args[0]);
        int repetitions = Integer.parseInt(args[1]);
        for (int i = 0; i < warmups + repetitions; i++) {
            long start = System.nanoTime();
            String check = read();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= warmups) {
                System.out.printf(Locale.ROOT, "RESULT\t%.6f\t%s%n", seconds, check);
            }
        }
    }

    private static String read() {
        double sum = 0;
        int texts = 0;
        try (TextRows rows =
                TableFiles.open(BenchmarkFiles.path("big_sst.xlsx"), TableOptions.DEFAULT, WorkbookFormat.INSTANCE)) {
            TextRow row = rows.row();
            rows.next();
            while (rows.next()) {
                for (int i = 0; i < row.size(); i++) {
                    row.problem(i).ifPresent(System.err::println);
                    if (i < NUMBERS) {
                        sum += Double.parseDouble(row.cell(i));
                    } else {
                        texts += row.cell(i).isEmpty() ? 0 : 1;
                    }
                }
            }
        }
        return String.format(Locale.ROOT, "%.0f:%d", sum, texts);
    }
}
