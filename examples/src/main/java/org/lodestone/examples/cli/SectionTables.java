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

/**
 * Prints sections for people: sentences, and tables with aligned columns.
 *
 * @param columns the width of the terminal
 */
record SectionTables(int columns) {

    /** Too long for a table on a terminal: the other formats have them. */
    private static final Set<Role> LEFT_OUT = Set.of(Role.SOURCES);

    /** The sections one below the other. Of several each stands under its name. */
    String print(List<SectionText> sections) {
        return sections.size() == 1
                ? print(sections.get(0))
                : sections.stream().map(this::printNamed).collect(Collectors.joining("\n\n"));
    }

    private String print(SectionText section) {
        List<String> lines = new ArrayList<>(List.of(section.title(), section.subtitle()));
        for (SectionText.Part part : section.parts()) {
            lines.add("");
            lines.addAll(part.fold(SectionTables::prose, this::grid));
        }
        return lines.stream().map(line -> Terminal.visible(line) + "\n").collect(Collectors.joining());
    }

    private String printNamed(SectionText section) {
        String name = Terminal.visible(section.name());
        return name + "\n" + "=".repeat(Wrap.width(name)) + "\n\n" + print(section);
    }

    private static List<String> prose(Sentences prose) {
        List<String> lines = new ArrayList<>();
        heading(prose.heading(), lines);
        lines.addAll(prose.sentences());
        return lines;
    }

    private List<String> grid(Grid grid) {
        List<ColumnData<ImmutableList<Entry>>> shown = new ArrayList<>();
        List<Integer> years = new ArrayList<>();
        for (int i = 0; i < grid.heads().size(); i++) {
            int at = i;
            Head head = grid.heads().get(i);
            boolean empty =
                    grid.rows().stream().allMatch(row -> row.get(at).shownText().isEmpty());
            if (!empty && !LEFT_OUT.contains(head.role())) {
                if (head.year()) {
                    years.add(shown.size());
                }
                shown.add(column(head).with(row -> row.get(at).shownText()));
            }
        }
        List<String> lines = new ArrayList<>();
        heading(grid.heading(), lines);
        if (!shown.isEmpty()) {
            lines.addAll(PlainTable.of(grid.rows(), shown)
                    .leavingOutFirst(everySecond(years))
                    .lines(columns));
        }
        lines.addAll(grid.notes());
        return lines;
    }

    /** The years between the first and the last, so that those that stay are spread over all of them. */
    private static List<Integer> everySecond(List<Integer> years) {
        List<Integer> order = new ArrayList<>();
        for (int step = 1; step < years.size(); step *= 2) {
            for (int i = step; i < years.size() - 1; i += 2 * step) {
                order.add(years.get(i));
            }
        }
        return order;
    }

    private static Column column(Head head) {
        return switch (head.role()) {
            case VALUE, WORD -> PlainTable.right(head.text());
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
