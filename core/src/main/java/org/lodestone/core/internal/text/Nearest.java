package org.lodestone.core.internal.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
public final class Nearest {

    private static final int FEW = 12;

    /** A longer word is no slip of a name. */
    private static final int LONGEST = 100;

    /** Among more names than these some are always near, and none was meant. */
    private static final int MOST_NAMES = 2_000;

    private Nearest() {}

    /**
     * The name closest to {@code word}, if one differs from it in no more than about a third of its letters. Of two that are as
     * close the longer, since a letter is more easily left out than added. Of a very long word, or among thousands of names,
     * there is none.
     */
    public static Optional<String> to(String word, Iterable<String> names) {
        return word.length() > LONGEST || Iterables.size(names) > MOST_NAMES
                ? Optional.empty()
                : within((word.length() + 1) / 3, word, names);
    }

    /** The name closest to {@code word}, if one differs from it in no more than so many letters; of two as close the longer. */
    public static Optional<String> within(int letters, String word, Iterable<String> names) {
        String sought = word.toLowerCase(Locale.ROOT);
        int closest = letters;
        Optional<String> nearest = Optional.empty();
        for (String name : names) {
            int distance = slips(sought, name.toLowerCase(Locale.ROOT), closest);
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

    /** The one of these values that is written so. Throws if none is. */
    public static <T> T require(String text, List<? extends T> values) {
        List<String> words = values.stream().map(Object::toString).toList();
        int index = words.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException("'" + text + "' is not allowed here. "
                    + remedy(text, words, "The words are " + String.join(", ", words) + "."));
        }
        return values.get(index);
    }

    /**
     * The number of slips of the pen between two words: letters left out, added, changed or swapped with their neighbour. Some
     * number above {@code most} where there are more.
     */
    public static int slips(String from, String to, int most) {
        return Math.abs(from.length() - to.length()) > most ? most + 1 : edits(from, to, most);
    }

    /**
     * The insertions, deletions, substitutions and swaps of neighbours that turn one word into the other; some number above
     * {@code most} as soon as it is clear that there are more.
     */
    private static int edits(String from, String to, int most) {
        int[] twoAbove = new int[to.length() + 1];
        int[] above = new int[to.length() + 1];
        int[] edits = new int[to.length() + 1];
        Arrays.setAll(above, j -> j);
        boolean aboveIsMore = false;
        for (int i = 1; i <= from.length(); i++) {
            Arrays.fill(edits, most + 1);
            edits[0] = i;
            boolean isMore = i > most;
            // farther from the diagonal there are more than that many insertions
            for (int j = Math.max(1, i - most); j <= Math.min(to.length(), i + most); j++) {
                int substituted = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                edits[j] = Math.min(substituted, 1 + Math.min(above[j], edits[j - 1]));
                if (isSwap(from, to, i, j)) {
                    edits[j] = Math.min(edits[j], twoAbove[j - 2] + 1);
                }
                isMore &= edits[j] > most;
            }
            if (isMore && aboveIsMore) {
                return most + 1;
            }
            aboveIsMore = isMore;
            int[] free = twoAbove;
            twoAbove = above;
            above = edits;
            edits = free;
        }
        return above[to.length()];
    }

    /** Whether the letters before these places are the same two in the other order. */
    private static boolean isSwap(String from, String to, int i, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
