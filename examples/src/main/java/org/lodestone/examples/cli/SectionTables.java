package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.examples.cli.PlainTable.Column;
import org.lodestone.examples.cli.SectionText.Grid;
import org.lodestone.examples.cli.SectionText.Head;
import org.lodestone.examples.cli.SectionText.Sentences;
import org.lodestone.reports.report.Column.Role;

/**
 * Prints an answer for people: findings, sentences, and tables with aligned columns.
 *
 * @param columns the width of the terminal
 * @param all whether rows that say nothing are printed too
 */
record SectionTables(int columns, boolean all) {

    /** Too long for a table on a terminal: the other formats have them. */
    private static final Set<Role> LEFT_OUT = Set.of(Role.SOURCES);

    /** The roles of columns that name a row, and say nothing of it. */
    private static final Set<Role> NAMES = Set.of(Role.LABEL, Role.UNIT, Role.SOURCES);

    /** The roles of columns whose texts stand at the right. */
    private static final Set<Role> NUMBERS = Set.of(Role.VALUE, Role.WORD);

    /** Texts that stand where there is nothing to say. */
    private static final Set<String> NOTHING =
            Set.of("", "–", "—", "n/a", "NA", "nm", "no", "none", "no effect", "not ranked", "not known");

    /** The findings, then the sections one below the other. Of several each stands under its name. */
    String print(Answer.Told answer) {
        List<String> blocks = new ArrayList<>();
        if (!answer.findings().isEmpty()) {
            blocks.add(text(answer.findings()));
        }
        boolean named = answer.sections().size() > 1;
        for (SectionText section : answer.sections()) {
            String body = text(body(section, answer));
            blocks.add(named ? underlined(section.name()) + body : body);
        }
        return String.join("\n", blocks);
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> Terminal.visible(line) + "\n").collect(Collectors.joining());
    }

    private static String underlined(String title) {
        String name = Terminal.visible(title);
        return "\n" + name + "\n" + "=".repeat(Wrap.width(name)) + "\n\n";
    }

    /** The section, without what stands among the findings. */
    private List<String> body(SectionText section, Answer.Told answer) {
        List<String> lines = new ArrayList<>();
        for (String head : List.of(section.title(), section.subtitle())) {
            if (!head.isEmpty() && !answer.begins(head)) {
                lines.add(head);
            }
        }
        for (SectionText.Part part : section.parts()) {
            List<String> said = part.fold(prose -> prose(prose, answer), grid -> grid(grid, answer.isBrief()));
            if (!lines.isEmpty() && !said.isEmpty()) {
                lines.add("");
            }
            lines.addAll(said);
        }
        return lines;
    }

    /**
     * Sentences under their heading, but for what a chart shows: that would be a title with nothing under it. Where one section stands by
     * itself, or in brief, without those among the findings right above it.
     */
    private static List<String> prose(Sentences prose, Answer.Told answer) {
        boolean alone = answer.sections().size() == 1 || answer.isBrief();
        List<String> left = prose.sentences().stream()
                .filter(sentence -> !prose.ofChart() && (!alone || !answer.begins(sentence)))
                .toList();
        List<String> lines = new ArrayList<>();
        if (!left.isEmpty()) {
            heading(prose.heading(), lines);
            lines.addAll(left);
        }
        return lines;
    }

    private List<String> grid(Grid grid, boolean brief) {
        // read once: a table looks at each text four times, and numbers are made into text slowly
        List<ImmutableList<String>> rows = grid.rows().stream()
                .map(row -> row.stream().map(Terminal::visible).collect(toImmutableList()))
                .filter(row -> all || !saysNothing(row, grid.heads()))
                .toList();
        List<String> lines = new ArrayList<>();
        heading(grid.heading(), lines);
        lines.addAll(
                brief && YearsDown.fits(grid)
                        ? new YearsDown(grid.heads(), ImmutableList.copyOf(rows)).lines(columns)
                        : table(grid.heads(), rows));
        AllOption.leftOut(grid.rows().size() - rows.size(), "row that says", "rows that say", "none or n/a throughout")
                .ifPresent(lines::add);
        lines.addAll(grid.notes());
        return lines;
    }

    /** Whether nothing but the name of a row would be read in it; a heading among rows is no such row. */
    private static boolean saysNothing(List<String> row, List<Head> heads) {
        List<String> said = IntStream.range(1, row.size())
                .filter(i -> !NAMES.contains(heads.get(i).role()))
                .mapToObj(row::get)
                .toList();
        return said.stream().anyMatch(text -> !text.isEmpty()) && NOTHING.containsAll(said);
    }

    private List<String> table(List<Head> heads, List<ImmutableList<String>> rows) {
        PlainTable<ImmutableList<String>> table = PlainTable.of(rows);
        List<Integer> years = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int at = i;
            Head head = heads.get(i);
            boolean empty = rows.stream().allMatch(row -> row.get(at).isEmpty());
            if (!empty && !LEFT_OUT.contains(head.role())) {
                if (head.year()) {
                    years.add(table.columns().size());
                }
                table = table.with(new Column<>(head.text(), NUMBERS.contains(head.role()), row -> row.get(at)));
            }
        }
        return table.columns().isEmpty()
                ? List.of()
                : table.leavingOutFirst(everySecond(years)).lines(columns);
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

    private static void heading(String heading, List<String> lines) {
        if (!heading.isEmpty()) {
            lines.add(heading);
            lines.add("");
        }
    }
}
