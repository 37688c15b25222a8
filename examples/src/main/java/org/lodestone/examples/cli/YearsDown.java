package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lodestone.examples.cli.SectionText.Grid;
import org.lodestone.examples.cli.SectionText.Head;
import org.lodestone.reports.report.Column.Role;

/** Series with a line for each year, as a narrow terminal shows many of them: those in the unit of the first. */
record YearsDown(ImmutableList<Head> heads, ImmutableList<ImmutableList<String>> series) {

    /** Whether a table is of series over years. */
    static boolean fits(Grid grid) {
        return grid.heads().stream().anyMatch(Head::year);
    }

    /** Series side by side, as many as there is room for, and those that are left below. */
    List<String> lines(int terminal) {
        int unitAt = position(Role.UNIT);
        String unit = unitAt < 0
                ? ""
                : series.stream()
                        .map(row -> row.get(unitAt))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        List<ImmutableList<String>> alike = series.stream()
                .filter(row -> unitAt < 0 || row.get(unitAt).equals(unit))
                .toList();
        List<Integer> said = IntStream.range(0, heads.size())
                .filter(i -> heads.get(i).year() || heads.get(i).role() == Role.VALUE)
                .filter(i -> alike.stream().anyMatch(row -> !row.get(i).isEmpty()))
                .boxed()
                .toList();
        PlainTable<Integer> empty =
                PlainTable.of(said).words(unit, i -> heads.get(i).text());
        PlainTable<Integer> table = empty;
        List<String> lines = new ArrayList<>();
        for (List<String> row : alike) {
            PlainTable<Integer> wider = with(row, table);
            if (!wider.fitted(terminal).below().isEmpty()) {
                lines.addAll(table.lines(terminal));
                lines.add("");
                wider = with(row, empty);
            }
            table = wider;
        }
        lines.addAll(table.lines(terminal));
        return lines;
    }

    private static PlainTable<Integer> with(List<String> row, PlainTable<Integer> table) {
        return table.numbers(row.get(0), i -> row.get(i));
    }

    private int position(Role role) {
        return IntStream.range(0, heads.size())
                .filter(i -> heads.get(i).role() == role)
                .findFirst()
                .orElse(-1);
    }
}
