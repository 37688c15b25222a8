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

    /** Levenshtein's distance: the insertions, deletions and substitutions that turn one word into the other. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
