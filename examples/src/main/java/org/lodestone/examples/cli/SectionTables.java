package org.lodestone.examples.cli;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.examples.cli.SectionText.Entry;
import org.lodestone.examples.cli.SectionText.Grid;
import org.lodestone.examples.cli.SectionText.Head;
import org.lodestone.examples.cli.SectionText.Sentences;
import org.lodestone.reports.report.Column.Role;

/** Prints a section for people: sentences, and tables with aligned columns. */
final class SectionTables {

    /** A sentence in a table is wrapped to this width. */
    private static final int PROSE = 60;
    /** So is the header of a column of values, unless they are longer. */
    private static final int HEADER = 14;

    private static final int MARGINS = 2;
    /** Too long for a table on a terminal: the other formats have them. */
    private static final Set<Role> LEFT_OUT = Set.of(Role.SOURCES);

    private SectionTables() {}

    static String print(SectionText section) {
        List<String> lines = new ArrayList<>(List.of(section.title(), section.subtitle()));
        for (SectionText.Part part : section.parts()) {
            lines.add("");
            lines.addAll(part.fold(SectionTables::prose, SectionTables::grid));
        }
        return lines.stream().map(line -> Terminal.visible(line) + "\n").collect(Collectors.joining());
    }

    /** The section under its name, to tell it from others before and after it. */
    static String printNamed(SectionText section) {
        String name = Terminal.visible(section.name());
        return name + "\n" + "=".repeat(name.length()) + "\n\n" + print(section);
    }

    private static List<String> prose(Sentences prose) {
        List<String> lines = new ArrayList<>();
        heading(prose.heading(), lines);
        lines.addAll(prose.sentences());
        return lines;
    }

    private static List<String> grid(Grid grid) {
        List<ColumnData<ImmutableList<Entry>>> columns = new ArrayList<>();
        for (int i = 0; i < grid.heads().size(); i++) {
            int at = i;
            Head head = grid.heads().get(i);
            int longest = grid.rows().stream()
                    .mapToInt(row -> row.get(at).shownText().length())
                    .max()
                    .orElse(0);
            if (longest > 0 && !LEFT_OUT.contains(head.role())) {
                columns.add(column(head, longest).with(row -> row.get(at).shownText()));
            }
        }
        List<String> lines = new ArrayList<>();
        heading(grid.heading(), lines);
        if (!columns.isEmpty()) {
            lines.addAll(PlainTable.lines(grid.rows(), columns));
        }
        lines.addAll(grid.notes());
        return lines;
    }

    private static Column column(Head head, int longest) {
        return switch (head.role()) {
            case VALUE, WORD -> PlainTable.right(head.text()).maxWidth(MARGINS + Math.max(HEADER, longest));
            case PROSE -> PlainTable.left(head.text()).maxWidth(MARGINS + PROSE);
            default -> PlainTable.left(head.text());
        };
    }

    private static void heading(String heading, List<String> lines) {
        if (!heading.isEmpty()) {
            lines.add(heading);
            lines.add("");
        }
    }
}
