package org.lodestone.excel;

import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.formula.Content;

/** The remarks on a table's figures, each with the rows that it is on. */
final class Notes {

    private static final int NAMED_ROWS = 4;

    private final Map<String, Set<String>> rows = new LinkedHashMap<>();
    private final StringBuilder said = new StringBuilder();
    private final SetMultimap<String, String> elsewhere;
    private int count;

    /** @param elsewhere what the sheet says in cells, by the names of their rows */
    Notes(SetMultimap<String, String> elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Notes the remarks on the figures of a row, but for those that the row itself says in {@code texts}. */
    void add(String row, List<Content> contents, String texts) {
        count++;
        said.append(texts).append('\n');
        for (Content content : contents) {
            String remark = remark(content);
            if (!remark.isEmpty() && !isSaid(content, remark, texts) && !isSaidElsewhere(row, remark)) {
                rows.computeIfAbsent(remark, none -> new LinkedHashSet<>()).add(row);
            }
        }
    }

    private static String remark(Content content) {
        return content.fold(
                figure -> figure.citation().remark(),
                Content.Assumption::reason,
                definition -> "",
                label -> "",
                calculation -> "",
                Content.Computed::how);
    }

    /** A reason may be said in a row above, that of the first of several steps; the kind before it has a column of its own. */
    private boolean isSaid(Content content, String remark, String texts) {
        return content.asAssumption().isPresent()
                ? said.indexOf(remark.substring(remark.indexOf(": ") + 1).strip()) >= 0
                : texts.contains(remark);
    }

    /** Whether another table says it of the row that has this name, or begins with it. */
    private boolean isSaidElsewhere(String row, String remark) {
        String said = Words.byItself(remark);
        return elsewhere.get(row).stream().anyMatch(text -> text.startsWith(said));
    }

    /** One line for each remark: {@code China, Myanmar: estimated.} */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        rows.forEach((remark, on) -> texts.add(named(on, remark) + remark));
        return texts;
    }

    /** The rows that a remark is on; none where it is on all, or begins with their name. */
    private String named(Set<String> on, String remark) {
        String between = on.stream().anyMatch(row -> row.contains(",")) ? "; " : ", ";
        String all = String.join(between, on);
        if (on.contains("") || on.size() == count || remark.startsWith(all + ": ") || remark.startsWith(all + ", ")) {
            return "";
        }
        return on.size() > NAMED_ROWS
                ? String.join(between, new ArrayList<>(on).subList(0, NAMED_ROWS)) + " and " + (on.size() - NAMED_ROWS)
                        + " more: "
                : all + ": ";
    }
}
