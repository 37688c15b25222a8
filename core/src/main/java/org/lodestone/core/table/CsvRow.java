package org.lodestone.core.table;

import static java.util.Objects.checkIndex;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.Optional;

/** A row of a text file: the characters of all its cells one after the other, and where each ends. */
final class CsvRow implements TextRow {

    /** More, in one row, are no table: a quote or a line end is missing. */
    private static final int MOST_CELLS = 1 << 16;

    private static final int MOST_CHARACTERS = 1 << 24;

    /** Shorter cells are copied faster one by one. */
    private static final int SHORT = 24;

    private final String file;
    private final CsvRows rows;
    private final Cell view = new Cell();
    private char[] text = new char[256];
    private int[] ends = new int[16];
    private int size;
    private int line;
    private int lastLine;
    private String problem = "";

    CsvRow(String file, CsvRows rows) {
        this.file = file;
        this.rows = rows;
    }

    void begin(int startLine) {
        line = startLine;
        lastLine = 0;
        size = 0;
        problem = "";
    }

    void add(char[] buffer, int offset, int length) {
        int start = start(size);
        int end = start + length;
        if (size == MOST_CELLS || end > MOST_CHARACTERS) {
            problem = "has over " + MOST_CELLS + " cells or " + MOST_CHARACTERS
                    + " characters. Maybe line ends were lost: export the table anew.";
            return;
        }
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        if (length < SHORT) {
            for (int i = 0; i < length; i++) {
                text[start + i] = buffer[offset + i];
            }
        } else {
            System.arraycopy(buffer, offset, text, start, length);
        }
        ends[size++] = end;
    }

    /** Takes the cells of {@code whole} as they are parted, quotes and all. */
    void split(String whole, char delimiter) {
        for (String cell :
                Splitter.on(delimiter).split(CharMatcher.anyOf("\r\n").trimTrailingFrom(whole))) {
            add(cell.toCharArray(), 0, cell.length());
        }
    }

    void tell(String what) {
        problem = what;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    @Override
    public int line() {
        return line;
    }

    /** The line it ends in, which is another where a cell holds line ends. */
    int lastLine() {
        if (lastLine == 0) {
            lastLine = line + lineEnds();
        }
        return lastLine;
    }

    private int lineEnds() {
        int count = 0;
        for (int i = 0; i < start(size); i++) {
            boolean ended = text[i] == '\n' || (text[i] == '\r' && (i + 1 == start(size) || text[i + 1] != '\n'));
            count += ended ? 1 : 0;
        }
        return count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String cell(int index) {
        return index < size ? new String(text, start(index), ends[index] - start(index)) : "";
    }

    @Override
    public int word(int index, CodedWords words) {
        return words.code(view.of(index));
    }

    @Override
    public Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    @Override
    public Optional<String> problem(int index) {
        CharSequence cell = view.of(index);
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == Decoding.LOST) {
                return Optional.of(rows.lost(this, cell.toString()));
            }
        }
        return Optional.empty();
    }

    @Override
    public String place() {
        return file + ":" + line;
    }

    @Override
    public String place(int index) {
        return place();
    }

    @Override
    public String toString() {
        return place();
    }

    /** A cell, read where it lies. */
    private final class Cell implements CharSequence {

        private int first;
        private int length;

        Cell of(int index) {
            boolean there = index < size;
            first = there ? CsvRow.this.start(index) : 0;
            length = there ? ends[index] - first : 0;
            return this;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            return text[first + checkIndex(index, length)];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().substring(start, end);
        }

        @Override
        public String toString() {
            return new String(text, first, length);
        }
    }
}
