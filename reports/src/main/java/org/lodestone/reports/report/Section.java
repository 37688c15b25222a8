package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.List;

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
        if (blocks.size() > 1 && blocks.stream().anyMatch(LongTable.class::isInstance)) {
            throw new IllegalArgumentException(
                    "Section '" + name + "' has a long table and other blocks. Give the table a section of its own.");
        }
    }

    public static Section of(String name, String title, String subtitle, List<? extends Block> blocks) {
        return new Section(name, title, subtitle, false, ImmutableList.copyOf(blocks));
    }

    /** A section of values that belong to other sections: a cover, a summary. */
    public static Section presenting(String name, String title, String subtitle, List<? extends Block> blocks) {
        return new Section(name, title, subtitle, true, ImmutableList.copyOf(blocks));
    }
}
