package org.lodestone.examples.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;

/** A table for the terminal: aligned columns under a ruled header. */
final class PlainTable {

    /** The header and the rule under it. */
    static final int HEADER_LINES = 2;

    /** Of the places where the library can draw a border, only the line under the header. */
    private static final Character[] RULED = new Character[AsciiTable.NO_BORDERS.length];

    static {
        RULED[8] = '-';
    }

    private PlainTable() {}

    /** A column of words. */
    static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    /** A column of numbers. */
    static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    /** The table, without the margins of its first and last column. */
    static <T> List<String> lines(List<T> rows, List<ColumnData<T>> columns) {
        String table = AsciiTable.builder()
                .lineSeparator("\n")
                .border(RULED)
                .data(rows, columns)
                .asString();
        return Splitter.on('\n')
                .splitToStream(table)
                .map(line -> CharMatcher.is(' ').trimTrailingFrom(line.substring(Math.min(1, line.length()))))
                .toList();
    }
}
