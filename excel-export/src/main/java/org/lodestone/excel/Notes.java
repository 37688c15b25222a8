package org.lodestone.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestone.core.figure.Citation;
import org.lodestone.reports.formula.Content;

/** The remarks on a table's figures, each with the rows that it is on. */
final class Notes {

    private static final int NAMED_ROWS = 4;

    private final Map<String, Set<String>> rows = new LinkedHashMap<>();
    private int count;

    /** Notes the remarks on the figures of a row. */
    void add(String row, List<Content> contents) {
        count++;
        for (Content content : contents) {
            String remark = remark(content);
            if (!remark.isEmpty()) {
                rows.computeIfAbsent(remark, none -> new LinkedHashSet<>()).add(row);
            }
        }
    }

    private static String remark(Content content) {
        return content.fold(
                figure -> remark(figure.citation()),
                Content.Assumption::reason,
                definition -> "",
                label -> "",
                calculation -> "",
                Content.Computed::how);
    }

    private static String remark(Citation citation) {
        String note = citation.note();
        return citation.isSecondary() ? (note + " Secondary source.").strip() : note;
    }

    /** One line for each remark: {@code China, Myanmar: estimated.} */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        rows.forEach((remark, on) -> texts.add(named(on) + remark));
        return texts;
    }

    private String named(Set<String> on) {
        if (on.contains("") || on.size() == count) {
            return "";
        }
        return on.size() > NAMED_ROWS
                ? String.join(", ", new ArrayList<>(on).subList(0, NAMED_ROWS)) + " and " + (on.size() - NAMED_ROWS)
                        + " more: "
                : String.join(", ", on) + ": ";
    }
}
