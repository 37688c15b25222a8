package org.lodestone.core.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.lodestone.core.internal.text.OneLine;

/**
 * The different words of a column, each with a code from 0 in the order they were met.
 *
 * <p>A column of two million cells has a few dozen words, so it is kept as codes, and each word once.
 */
public final class CodedWords {

    private final List<String> words;
    /** Another in each table, so that nobody can write a file whose words all fall into one place. Codes do not depend on it. */
    private final int multiplier;

    private int[] hashes;
    /** Codes plus one by hash, 0 where there is none; twice as long as there are words, or more. */
    private int[] table;

    /** A column without words so far. */
    public CodedWords() {
        words = new ArrayList<>();
        multiplier = ThreadLocalRandom.current().nextInt() * 8 + 5;
        hashes = new int[32];
        table = new int[64];
    }

    /** The same words with the same codes, to which others can be added. */
    public CodedWords(CodedWords other) {
        words = new ArrayList<>(other.words);
        multiplier = other.multiplier;
        hashes = other.hashes.clone();
        table = other.table.clone();
    }

    /** The code of a word, new or met before. */
    public int code(CharSequence word) {
        int hash = hash(word);
        int slot = slot(word, hash);
        return table[slot] > 0 ? table[slot] - 1 : add(word.toString(), hash, slot);
    }

    /** The code of a word; -1 if it was not met. */
    public int find(CharSequence word) {
        return table[slot(word, hash(word))] - 1;
    }

    /** The number of words. */
    public int size() {
        return words.size();
    }

    /** The word of a code. Throws if no word has it. */
    public String word(int code) {
        return words.get(code);
    }

    /** All words by their codes. */
    public ImmutableList<String> list() {
        return ImmutableList.copyOf(words);
    }

    private int add(String word, int hash, int slot) {
        int code = words.size();
        words.add(word);
        if (code == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * code);
        }
        hashes[code] = hash;
        table[slot] = code + 1;
        if (2 * words.size() > table.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int code = 0; code < words.size(); code++) {
            int slot = hashes[code] & (table.length - 1);
            while (table[slot] > 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = code + 1;
        }
    }

    /** Where a word is, or would be. */
    private int slot(CharSequence word, int hash) {
        int slot = hash & (table.length - 1);
        while (table[slot] > 0 && !isWord(table[slot] - 1, word, hash)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean isWord(int code, CharSequence word, int hash) {
        return hashes[code] == hash && words.get(code).contentEquals(word);
    }

    /** Mixed well, since codes of companies and the like differ in their last digits only. */
    private int hash(CharSequence word) {
        int hash = word.length();
        for (int i = 0; i < word.length(); i++) {
            hash = hash * multiplier + word.charAt(i);
        }
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }

    @Override
    public String toString() {
        return OneLine.of("words", OneLine.count(words, "word"));
    }
}
