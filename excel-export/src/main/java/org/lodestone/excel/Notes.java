package org.lodestone.excel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.figure.Citation;
import org.lodestone.reports.formula.Content;

/** The remarks on a table's figures, numbered in the order in which they come up. */
final class Notes {
    private final List<String> remarks = new ArrayList<>();

    String marks(List<Content> contents) {
        Set<Integer> marks = new LinkedHashSet<>();
        for (Content content : contents) {
            String remark = remark(content);
            if (!remark.isEmpty()) {
                if (!remarks.contains(remark)) {
                    remarks.add(remark);
                }
                marks.add(remarks.indexOf(remark) + 1);
            }
        }
        return marks.stream().map(mark -> Integer.toString(mark)).collect(Collectors.joining(", "));
    }

    private static String remark(Content content) {
        return content.fold(
                figure -> remark(figure.citation()),
                Content.Assumption::reason,
                definition -> "",
                label -> "",
                calculation -> "",
                computed -> "Java's value: " + computed.how());
    }

    private static String remark(Citation citation) {
        String note = citation.note();
        return citation.isSecondary() ? (note + " Secondary source.").strip() : note;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < remarks.size(); i++) {
            texts.add((i + 1) + "  " + remarks.get(i));
        }
        return texts;
    }
}
