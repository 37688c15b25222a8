package org.lodestone.core.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * The different words of a column, each with a code from 0 in the order they were met.
 *
 * <p>A column of two million cells has a few dozen words, so it is kept as codes, and each word once.
 */
public final class Words {

    private final List<String> words = new ArrayList<>();
    /** Codes plus one by hash, 0 where there is none; twice as long as there are words, or more. */
    private int[] table = new int[64];

    /** The code of a word, new or met before. */
    public int code(CharSequence word) {
        int found = slot(word);
        return table[found] > 0 ? table[found] - 1 : add(word.toString());
    }

    /** The code of a word; -1 if it was not met. */
    public int find(CharSequence word) {
        return table[slot(word)] - 1;
    }

    /** How many words there are. */
    public int size() {
        return words.size();
    }

    public String word(int code) {
        return words.get(code);
    }

    /** All words by their codes. */
    public ImmutableList<String> list() {
        return ImmutableList.copyOf(words);
    }

    private int add(String word) {
        words.add(word);
        if (words.size() * 2 > table.length) {
            grow();
        } else {
            table[slot(word)] = words.size();
        }
        return words.size() - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int i = 0; i < words.size(); i++) {
            table[slot(words.get(i))] = i + 1;
        }
    }

    /** Where a word is, or would be. */
    private int slot(CharSequence word) {
        int slot = hash(word) & (table.length - 1);
        while (table[slot] > 0 && !isSame(words.get(table[slot] - 1), word)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private static int hash(CharSequence word) {
        int hash = word.length();
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private static boolean isSame(String word, CharSequence other) {
        return word.length() == other.length() && word.contentEquals(other);
    }
}
