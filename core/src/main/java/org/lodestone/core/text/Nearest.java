package org.lodestone.core.text;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
public final class Nearest {

    private static final int FEW = 12;

    private Nearest() {}

    /**
     * The name closest to {@code word}, if one differs from it in no more than about a third of its letters. Of two that are as
     * close the longer, since a letter is more easily left out than added.
     */
    static Optional<String> to(String word, Iterable<String> names) {
        String sought = word.toLowerCase(Locale.ROOT);
        int closest = (sought.length() + 1) / 3;
        Optional<String> nearest = Optional.empty();
        for (String name : names) {
            int distance = edits(sought, name.toLowerCase(Locale.ROOT));
            boolean longer =
                    nearest.map(found -> found.length() < name.length()).orElse(true);
            if (distance < closest || (distance == closest && longer)) {
                closest = distance;
                nearest = Optional.of(name);
            }
        }
        return nearest;
    }

    /** A sentence that helps: the nearest name, or all names where they are few, or {@code otherwise}. */
    public static String remedy(String word, Iterable<String> names, String otherwise) {
        ImmutableList<String> known = ImmutableList.copyOf(names);
        return to(word, known)
                .map(name -> "Did you mean '" + name + "'?")
                .orElse(
                        known.isEmpty() || known.size() > FEW
                                ? otherwise
                                : "Use one of: " + String.join(", ", known) + ".");
    }

    /** The insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
    private static int edits(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int fewest(int[][] edits, String from, String to, int i, int j) {
        int substituted = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(substituted, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
    }
}
