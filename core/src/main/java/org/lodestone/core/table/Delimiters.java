package org.lodestone.core.table;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Finds out what parts the cells of a text file. */
final class Delimiters {

    private static final ImmutableList<Character> KNOWN = ImmutableList.of(',', ';', '\t', '|');

    private Delimiters() {}

    /**
     * The mark that stands most often in the first line that has any, outside quotes. A mark that is as often in the line below is
     * preferred to one that is not, since it may belong to a name there: {@code Name;"Sales";Margin, %}.
     */
    static char of(CharSequence head) {
        List<int[]> lines = counts(head);
        for (int i = 0; i < lines.size(); i++) {
            int[] below = i + 1 < lines.size() ? lines.get(i + 1) : lines.get(i);
            int best = best(lines.get(i), below);
            if (lines.get(i)[best] > 0) {
                return KNOWN.get(best);
            }
        }
        return ',';
    }

    private static int best(int[] line, int[] below) {
        int best = 0;
        for (int mark = 1; mark < line.length; mark++) {
            if (rank(line[mark], below[mark]) > rank(line[best], below[best])) {
                best = mark;
            }
        }
        return best;
    }

    private static long rank(int here, int below) {
        return here + (here == below && here > 0 ? 1L << 32 : 0);
    }

    /** How often each mark stands in each line, outside quotes. */
    private static List<int[]> counts(CharSequence head) {
        List<int[]> lines = new ArrayList<>();
        int[] line = new int[KNOWN.size()];
        boolean quoted = false;
        boolean empty = true;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            quoted ^= c == '"';
            int mark = quoted ? -1 : KNOWN.indexOf(c);
            if (mark >= 0) {
                line[mark]++;
            }
            if (!quoted && (c == '\n' || c == '\r')) {
                if (!empty) {
                    lines.add(line);
                }
                line = new int[KNOWN.size()];
                empty = true;
            } else {
                empty = false;
            }
        }
        // a last line without an end is whole only where the file is short; it is as good a guess as none
        if (!empty && lines.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }
}
