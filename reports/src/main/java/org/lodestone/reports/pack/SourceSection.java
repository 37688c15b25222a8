package org.lodestone.reports.pack;

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

    static Section of(List<Source> sources) {
        return Section.of(
                        NAME,
                        "Where each figure was read",
                        "The last column leads to the first figure of a source, and counts the sheets that have more, and all figures",
                        List.of(Table.of("Sources", sources)
                                .words("Cited as", Source::shortName)
                                .prose("Citation", Source::citation)
                                .column(
                                        "Address",
                                        Column.Role.WORDS,
                                        source -> new Cell.Web(source.url().orElse("")))
                                .column("Figures", Column.Role.WORDS, source -> new Cell.Uses(source.id()))
                                .ids("Source", Source::id)
                                .build()))
                .asReference();
    }
}
