package org.lodestone.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lodestone.core.table.CodedWords;
import org.lodestone.core.table.TableFiles;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;

/**
 * Times reading 2 million rows of a CSV into three columns of numbers and five of words. Every number is read by its grammar,
 * and what is wrong with a row or a cell would be told with its line.
 *
 * <pre>TableBenchmark WARMUPS REPETITIONS</pre>
 *
 * <p>Reads {@code usgs_like.csv} of {@link BenchmarkFiles}. Prints a line for each timed repetition, with the rows, the sum
 * of the values, and that of China's:
 *
 * <pre>RESULT	seconds	2000000:5915518667:297209643</pre>
 */
final class TableBenchmark {

    private static final int[] NUMBERS = {0, 1, 5};
    private static final int[] WORDS = {2, 3, 4, 6, 7};

    private final double[][] numbers = new double[NUMBERS.length][1 << 16];
    private final int[][] words = new int[WORDS.length][1 << 16];
    private final List<CodedWords> known =
            IntStream.range(0, WORDS.length).mapToObj(i -> new CodedWords()).toList();
    private final List<String> problems = new ArrayList<>();
    private int size;

    private TableBenchmark() {}

    public static void main(String[] args) {
        int warmups = Integer.parseInt(args[0]);
        int repetitions = Integer.parseInt(args[1]);
        for (int i = 0; i < warmups + repetitions; i++) {
            long start = System.nanoTime();
            String check = new TableBenchmark().read().check();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= warmups) {
                System.out.printf(Locale.ROOT, "RESULT\t%.6f\t%s%n", seconds, check);
            }
        }
    }

    private TableBenchmark read() {
        try (TextRows rows = TableFiles.open(BenchmarkFiles.path("usgs_like.csv"), TableOptions.DEFAULT)) {
            TextRow row = rows.row();
            rows.next();
            while (rows.next()) {
                int before = problems.size();
                row.problem().ifPresent(problem -> problems.add(row.place() + ": " + problem));
                read(row);
                size += problems.size() > before ? 0 : 1;
            }
        }
        return this;
    }

    private void read(TextRow row) {
        makeRoom();
        for (int i = 0; i < NUMBERS.length; i++) {
            try {
                numbers[i][size] = Double.parseDouble(row.cell(NUMBERS[i]));
            } catch (IllegalArgumentException e) {
                problems.add(row.place(NUMBERS[i]) + ": " + e.getMessage());
            }
        }
        for (int i = 0; i < WORDS.length; i++) {
            int column = WORDS[i];
            row.problem(column).ifPresent(problem -> problems.add(row.place(column) + ": " + problem));
            words[i][size] = row.word(column, known.get(i));
        }
    }

    private void makeRoom() {
        if (size == words[0].length) {
            Arrays.setAll(numbers, i -> Arrays.copyOf(numbers[i], 2 * size));
            Arrays.setAll(words, i -> Arrays.copyOf(words[i], 2 * size));
        }
    }

    private String check() {
        problems.forEach(System.err::println);
        int china = known.get(0).find("China");
        double sum = 0;
        double ofChina = 0;
        for (int i = 0; i < size; i++) {
            sum += numbers[2][i];
            ofChina += words[0][i] == china ? numbers[2][i] : 0;
        }
        return String.format(Locale.ROOT, "%d:%.0f:%.0f", size, sum, ofChina);
    }
}
