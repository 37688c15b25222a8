package org.lodestone.reports.screen;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.universe.Universe;

/**
 * The companies that pass some filters.
 *
 * @param companies where they stand in the universe, in its order
 * @param rows for each company of the universe its place among them, or {@code ~i} where filter {@code i} stopped it first
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the package, and nobody compares two
record Filtered(int[] companies, int[] rows) {

    private static final Splitter WORDS = Splitter.on(';').trimResults().omitEmptyStrings();

    static Filtered of(ImmutableList<Filter> filters, Universe universe) {
        int[] rows = new int[universe.size()];
        int[] left = new int[universe.size()];
        Arrays.setAll(left, company -> company);
        for (int i = 0; i < filters.size(); i++) {
            left = passing(filters.get(i), i, left, rows, universe);
        }
        for (int row = 0; row < left.length; row++) {
            rows[left[row]] = row;
        }
        return new Filtered(left, rows);
    }

    /** These without the companies that further filters stop, which keep their rows; the first of them has the number {@code next}. */
    Filtered further(ImmutableList<Filter> filters, int next, Universe universe) {
        int[] furtherRows = rows.clone();
        int[] left = companies;
        for (int i = 0; i < filters.size(); i++) {
            int[] stopped = new int[universe.size()];
            left = passing(filters.get(i), next + i, left, stopped, universe);
            for (int company : companies) {
                furtherRows[company] = stopped[company] < 0 ? stopped[company] : furtherRows[company];
            }
        }
        return new Filtered(companies, furtherRows);
    }

    /** Those of {@code among} that pass; where the others stand in {@code rows}, the filter is noted. */
    private static int[] passing(Filter filter, int index, int[] among, int[] rows, Universe universe) {
        boolean[] pass = passes(filter, among, universe);
        int[] passing = new int[among.length];
        int count = 0;
        for (int i = 0; i < among.length; i++) {
            passing[count] = among[i];
            rows[among[i]] = pass[i] ? 0 : ~index;
            count += pass[i] ? 1 : 0;
        }
        return Arrays.copyOf(passing, count);
    }

    private static boolean[] passes(Filter filter, int[] among, Universe universe) {
        return filter.fold(new Filter.Cases<>(
                between -> between(between, universe.numbers(between.column(), among)),
                words -> matching(
                        cell -> words(cell).stream().anyMatch(words.words()::contains) == words.wanted(),
                        among,
                        universe.words(words.column())),
                own -> own(own, among, universe)));
    }

    private static boolean[] own(Filter.Own filter, int[] among, Universe universe) {
        boolean[] pass = new boolean[among.length];
        Screening.check("The filter '" + filter.name() + "'", () -> {
            for (int i = 0; i < pass.length; i++) {
                pass[i] = filter.passes().test(new Row(universe, among[i]));
            }
        });
        return pass;
    }

    /** A company of a universe, as a filter of a user's own sees it. */
    private record Row(Universe universe, int company) implements Filter.Candidate {
        @Override
        public double number(String column) {
            return universe.number(column, company);
        }

        @Override
        public String word(String column) {
            return universe.word(column, company);
        }
    }

    private static boolean[] between(Filter.Between between, double[] values) {
        boolean[] pass = new boolean[values.length];
        for (int i = 0; i < pass.length; i++) {
            pass[i] = values[i] >= between.least() && values[i] <= between.most();
        }
        return pass;
    }

    private static boolean[] matching(Predicate<String> test, int[] among, ImmutableList<String> words) {
        boolean[] pass = new boolean[among.length];
        Map<String, Boolean> known = new HashMap<>();
        for (int i = 0; i < pass.length; i++) {
            pass[i] = known.computeIfAbsent(words.get(among[i]), test::test);
        }
        return pass;
    }

    private static List<String> words(String cell) {
        return WORDS.splitToList(cell);
    }
}
