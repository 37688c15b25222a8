package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.lodestone.examples.cli.SectionText.Entry;
import org.lodestone.examples.cli.SectionText.Grid;
import org.lodestone.examples.cli.SectionText.Head;
import org.lodestone.reports.formula.Value;

/** Prints a section for programs. Numbers are not rounded; what is missing says its code and why. */
final class SectionJson {

    private SectionJson() {}

    /** @param scenario the scenario it is of; left out where it is of none */
    private record Whole(
            String section,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String scenario,
            String title,
            String subtitle,
            List<String> sentences,
            List<GridLines> tables) {}

    private record GridLines(String heading, List<String> columns, List<List<Object>> rows, List<String> notes) {}

    private record Gap(String missing, String reason) {}

    /** A list of sections; one stands by itself. */
    static String print(Answer answer) {
        List<Whole> sections = answer.sections().stream()
                .map(section -> whole(section, answer))
                .toList();
        return Json.write(sections.size() == 1 ? sections.get(0) : sections);
    }

    private static Whole whole(SectionText section, Answer answer) {
        return new Whole(
                section.name(),
                answer.scenario().orElse(""),
                section.title(),
                section.subtitle(),
                section.sentences().toList(),
                section.grids().map(SectionJson::grid).toList());
    }

    private static GridLines grid(Grid grid) {
        return new GridLines(
                grid.heading(),
                grid.heads().stream().map(Head::text).toList(),
                grid.rows().stream()
                        .map(row ->
                                row.stream().map(entry -> raw(entry.value())).collect(toImmutableList()))
                        .<List<Object>>map(row -> row)
                        .toList(),
                grid.notes());
    }

    private static Object raw(Value value) {
        return value.fold(
                Entry::exact, text -> text, truth -> truth, missing -> new Gap(missing.code(), missing.reason()));
    }
}
