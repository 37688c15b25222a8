package org.lodestone.core.internal.text;

import java.util.List;
import java.util.Locale;

/** Names as they stand within a sentence. */
public final class Words {

    private static final String AND = " and ";

    private Words() {}

    /** The sign for nothing in a table: no amount, or none that is named. */
    public static final String NONE = "–";

    /** The sign for a ratio that says nothing, such as a change in percent of a loss. */
    public static final String NOT_MEANINGFUL = "nm";

    /**
     * Names as a sentence lists them: {@code China, Chile and Argentina}; names of two parts keep apart: {@code powders and
     * carbide, and tools}.
     */
    public static String listed(List<String> names) {
        int last = names.size() - 1;
        String and = names.stream().anyMatch(name -> name.contains(AND)) ? "," + AND : AND;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + and + names.get(last);
    }

    /** A name with a large first letter, as it stands by itself. */
    public static String byItself(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** An id as a name: {@code Separation} of {@code separation}. */
    public static String capitalised(String id) {
        return byItself(id.replace('-', ' '));
    }

    /** A name with a small first letter, unless it begins with an acronym: {@code mine production}, {@code HHI}, {@code U.S.} */
    public static String inSentence(String name) {
        boolean isWord = name.length() > 1 && (Character.isLowerCase(name.charAt(1)) || name.charAt(1) == ' ');
        return isWord ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
    }
}
