package org.lodestone.core.universe;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.table.CodedWords;

/**
 * Companies and what is known of each, by columns.
 *
 * <pre>
 * Universe universe = Universe.of("LYC", "MP")
 *         .numbers("market value", 4_100, Double.NaN)
 *         .words("country", "Australia", "United States")
 *         .build();
 * </pre>
 *
 * <p>A company is told by its position, from 0, in the order given. A number that is not known is NaN and a word that is
 * not known is empty.
 */
public final class Universe {

    /** No figure is larger, and sums of squares of these still are numbers. */
    static final double LARGEST = 1e100;

    private final ImmutableList<String> ids;
    private final ImmutableList<String> names;
    private final CodedWords positions;
    private final ImmutableMap<String, double[]> numbers;
    private final ImmutableMap<String, ImmutableList<String>> words;
    private final ImmutableSetMultimap<String, String> lowerBounds;

    private Universe(Builder builder, CodedWords positions) {
        this.ids = builder.ids;
        this.names = builder.names;
        this.positions = positions;
        this.numbers = ImmutableMap.copyOf(builder.numbers);
        this.words = ImmutableMap.copyOf(builder.words);
        this.lowerBounds = ImmutableSetMultimap.copyOf(builder.lowerBounds);
    }

    /** Starts a universe of companies with these ids, such as tickers. */
    public static Builder of(String... ids) {
        return of(List.of(ids));
    }

    /** Starts a universe of companies with these ids, such as tickers. */
    public static Builder of(List<String> ids) {
        CodedWords positions = new CodedWords();
        ids.forEach(positions::code);
        return new Builder(ImmutableList.copyOf(ids), positions);
    }

    /** Starts a universe of companies whose ids are words, each the position of its company. */
    public static Builder of(CodedWords ids) {
        return new Builder(ids.list(), new CodedWords(ids));
    }

    /** The number of companies. */
    public int size() {
        return ids.size();
    }

    /** The ids of the companies, by position. */
    public ImmutableList<String> ids() {
        return ids;
    }

    /** The id of the company at a position from 0. Throws if there is none. */
    public String id(int company) {
        return ids.get(company);
    }

    /** Its name, or its id where no names were given. */
    public String name(int company) {
        return names.get(company);
    }

    /** Where a company stands; throws if there is none of that id. */
    public int position(String id) {
        int position = positions.find(id);
        if (position < 0) {
            throw UnknownIdException.of(id, "a company of the universe", ids, "It has " + ids.size() + " others.");
        }
        return position;
    }

    /** The columns of numbers, in the order given. */
    public ImmutableSet<String> numberColumns() {
        return numbers.keySet();
    }

    /** The columns of words, in the order given. */
    public ImmutableSet<String> wordColumns() {
        return words.keySet();
    }

    /** Throws, with the column that was probably meant, if there is no such column of numbers. */
    public void requireNumbers(String column) {
        column(column);
    }

    /** Throws, with the column that was probably meant, if there is no such column of words. */
    public void requireWords(String column) {
        words(column);
    }

    /** A number; NaN where it is not known. */
    public double number(String column, int company) {
        return column(column)[company];
    }

    /** The numbers of all companies. */
    public double[] numbers(String column) {
        return column(column).clone();
    }

    /** The numbers of some companies, in the order asked. */
    public double[] numbers(String column, int[] companies) {
        double[] some = new double[companies.length];
        copyNumbers(column, companies, some);
        return some;
    }

    /** Copies the numbers of some companies to the start of {@code into}, in the order asked. */
    public void copyNumbers(String column, int[] companies, double[] into) {
        double[] all = column(column);
        for (int i = 0; i < companies.length; i++) {
            into[i] = all[companies[i]];
        }
    }

    /** The number of each company by its position, for reading many without looking the column up each time. */
    public IntToDoubleFunction numbersByCompany(String column) {
        double[] all = column(column);
        return company -> all[company];
    }

    /** Whether a number is only known to be no smaller than it is given. */
    public boolean isLowerBound(String column, int company) {
        return lowerBounds.containsEntry(column, id(company));
    }

    /** A word; empty where it is not known. */
    public String word(String column, int company) {
        return words(column).get(company);
    }

    /** The words of all companies. */
    public ImmutableList<String> words(String column) {
        ImmutableList<String> found = words.get(column);
        if (found == null) {
            throw unknown(column, words.keySet(), "words", numbers.containsKey(column) ? "numbers" : "");
        }
        return found;
    }

    private double[] column(String column) {
        double[] found = numbers.get(column);
        if (found == null) {
            throw unknown(column, numbers.keySet(), "numbers", words.containsKey(column) ? "words" : "");
        }
        return found;
    }

    private static IllegalArgumentException unknown(
            String column, ImmutableSet<String> known, String wanted, String holds) {
        String otherwise = known.isEmpty()
                ? "It has no column of " + wanted + "."
                : "It has " + known.size() + " other columns of " + wanted + ".";
        return holds.isEmpty()
                ? UnknownIdException.of(column, "a column of the universe", known, otherwise)
                : new IllegalArgumentException("'" + column + "' is a column of " + holds + " of the universe. "
                        + Nearest.remedy(column, known, otherwise));
    }

    @Override
    public String toString() {
        return OneLine.of(
                "universe",
                OneLine.count(ids, "company"),
                OneLine.count(numbers, "column") + " of numbers",
                OneLine.count(words, "column") + " of words");
    }

    /** Collects columns. Each has one entry for each company. */
    public static final class Builder {

        private final ImmutableList<String> ids;
        private final CodedWords positions;
        private ImmutableList<String> names;
        private final Map<String, double[]> numbers = new LinkedHashMap<>();
        private final Map<String, ImmutableList<String>> words = new LinkedHashMap<>();
        private final SetMultimap<String, String> lowerBounds = LinkedHashMultimap.create();

        private Builder(ImmutableList<String> ids, CodedWords positions) {
            this.ids = ids;
            this.positions = positions;
            this.names = ids;
        }

        /** The names of the companies. */
        public Builder names(List<String> given) {
            checkCount("names", given.size());
            names = ImmutableList.copyOf(given);
            return this;
        }

        /** A column of numbers, NaN where one is not known. Refuses what is infinite or too large to be a figure. */
        public Builder numbers(String column, double... values) {
            checkColumn(column, values.length);
            double[] copy = values.clone();
            for (int i = 0; i < copy.length; i++) {
                if (Math.abs(copy[i]) > LARGEST) {
                    throw new IllegalArgumentException("'" + column + "' of company '" + ids.get(i) + "' is " + copy[i]
                            + ", which is no figure. Maybe it was divided by zero: give NaN where it is not known.");
                }
            }
            numbers.put(column, copy);
            return this;
        }

        /** Companies of which a number is only a lower bound: the true one may be larger. */
        public Builder lowerBounds(String column, Collection<String> companies) {
            checkArgument(
                    numbers.containsKey(column),
                    "'%s' is not a column of numbers, so it has no lower bounds. Give its numbers first.",
                    column);
            lowerBounds.putAll(column, companies);
            return this;
        }

        /** A column of words, or of lists of words parted by semicolons; empty where one is not known. */
        public Builder words(String column, List<String> given) {
            checkColumn(column, given.size());
            words.put(column, ImmutableList.copyOf(given));
            return this;
        }

        /** A column of words, or of lists of words parted by semicolons; empty where one is not known. */
        public Builder words(String column, String... given) {
            return words(column, List.of(given));
        }

        /** Throws if two companies have the same id. */
        public Universe build() {
            if (positions.size() < ids.size()) {
                throw twice();
            }
            return new Universe(this, positions);
        }

        private IllegalArgumentException twice() {
            CodedWords before = new CodedWords();
            int again = 0;
            while (before.code(ids.get(again)) == again) {
                again++;
            }
            return new IllegalArgumentException("The id '" + ids.get(again) + "' stands for two companies: "
                    + described(before.find(ids.get(again))) + " and " + described(again) + ". Give each its own.");
        }

        private String described(int company) {
            return "'" + names.get(company) + "' (number " + (company + 1) + ")";
        }

        private void checkColumn(String column, int size) {
            checkArgument(
                    !numbers.containsKey(column) && !words.containsKey(column),
                    "'%s' is a column of the universe twice. Rename one.",
                    column);
            checkCount("entries in column '" + column + "'", size);
        }

        private void checkCount(String what, int size) {
            checkArgument(
                    size == ids.size(), "There are %s %s for %s companies. Give one for each.", size, what, ids.size());
        }
    }
}
