package org.lodestone.excel;

import java.util.IdentityHashMap;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/** The numbers of exhibits, through the pages of a report in their order. What stands on backup sheets has none. */
final class ExhibitNumbers {

    private final IdentityHashMap<Exhibit, Integer> numbers = new IdentityHashMap<>();

    ExhibitNumbers(Report report) {
        report.sections().stream()
                .filter(section -> section.group().isCore())
                .flatMap(Section::allBlocks)
                .flatMap(block -> block.as(Exhibit.class).stream())
                .forEach(exhibit -> numbers.putIfAbsent(exhibit, numbers.size() + 1));
    }

    /** The line under a finding: {@code Exhibit 6. Growth on the year, %}. */
    String caption(Exhibit exhibit) {
        Integer number = numbers.get(exhibit);
        return number == null ? exhibit.caption() : "Exhibit " + number + ". " + exhibit.caption();
    }
}
