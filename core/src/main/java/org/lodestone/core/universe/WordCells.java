package org.lodestone.core.universe;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.table.CodedWords;
import org.lodestone.core.table.TextRow;

/** A column of words of a universe while its table is read: each word once, and its code for each company. */
final class WordCells {

    private final String column;
    private final int index;
    private final CodedWords cells = new CodedWords();
    private final List<String> meanings = new ArrayList<>();
    private int[] codes = new int[1 << 4];

    WordCells(String column, int index) {
        this.column = column;
        this.index = index;
    }

    String column() {
        return column;
    }

    /** The word in a cell: empty where it is not known. NA is a word, of Namibia. */
    static String meaning(String cell) {
        String word = cell.strip();
        return NumberColumn.isNotKnown(word) && !word.equals("NA") ? "" : word;
    }

    /**
     * Sets the word of a company, in place of that of a row which was left out; gives back what is wrong
     * with its cell, of which no word is known then.
     */
    Optional<String> put(int position, TextRow row) {
        if (position == codes.length) {
            codes = Arrays.copyOf(codes, 2 * position);
        }
        Optional<String> problem = row.problem(index);
        int code = problem.isPresent() ? cells.code("") : row.word(index, cells);
        if (code == meanings.size()) {
            meanings.add(meaning(cells.word(code)));
        }
        codes[position] = code;
        return problem;
    }

    ImmutableList<String> words(int size) {
        ImmutableList.Builder<String> words = ImmutableList.builderWithExpectedSize(size);
        for (int i = 0; i < size; i++) {
            words.add(meanings.get(codes[i]));
        }
        return words.build();
    }
}
