package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodestone.core.figure.Source;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The section on sources: each with where its figures stand. */
final class SourceSection {

    static final String NAME = "Sources";

    private SourceSection() {}

    /** @param rows how many rows of the dataset are shown */
    static Section of(List<Source> sources, List<Table> rows) {
        return Section.of(
                NAME,
                "Where each figure was read",
                "The last column leads to the first figure of a source",
                ImmutableList.<Table>builder()
                        .add(Table.of("Sources", sources)
                                .label("Source", Source::id)
                                .words("Cited as", Source::shortName)
                                .prose("Citation", Source::citation)
                                .column(
                                        "Address",
                                        Column.Role.WORDS,
                                        source -> new Cell.Web(source.url().orElse("")))
                                .column("Figures", Column.Role.WORDS, source -> new Cell.Uses(source.id()))
                                .build())
                        .addAll(rows)
                        .build())
                .in(Section.Group.REFERENCE);
    }
}
