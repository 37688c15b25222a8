package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A section of a report, one sheet of a workbook.
 *
 * @param name a word or two: the sheet's name
 * @param title what the reader learns here
 * @param subtitle what the figures are, and as of when
 * @param presents whether it only shows values that belong to other sections
 * @param blocks its parts, in order
 */
public record Section(String name, String title, String subtitle, boolean presents, ImmutableList<Block> blocks) {

    public Section {
        if (blocks.size() > 1
                && blocks.stream().anyMatch(block -> block.asLongTable().isPresent())) {
            throw new IllegalArgumentException(
                    "Section '" + name + "' has a long table and other blocks. Give the table a section of its own.");
        }
    }

    public Stream<Table> tables() {
        return blocks.stream().flatMap(block -> block.asTable().stream());
    }

    /** The rows of its tables. */
    public Stream<Row> rows() {
        return tables().flatMap(table -> table.rows().stream());
    }

    public Stream<Chart> charts() {
        return blocks.stream().flatMap(block -> block.drawn().stream());
    }

    public Stream<Block.Selector> selectors() {
        return blocks.stream().flatMap(block -> block.asSelector().stream());
    }

    /** The long table that it is made of; empty where it is made of other blocks. */
    public Optional<LongTable> longTable() {
        return blocks.stream().flatMap(block -> block.asLongTable().stream()).findFirst();
    }

    public static Section of(String name, String title, String subtitle, List<? extends Block> blocks) {
        return new Section(name, title, subtitle, false, ImmutableList.copyOf(blocks));
    }

    /** A section of values that belong to other sections: a cover, a summary. */
    public static Section presenting(String name, String title, String subtitle, List<? extends Block> blocks) {
        return new Section(name, title, subtitle, true, ImmutableList.copyOf(blocks));
    }
}
