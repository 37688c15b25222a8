package org.lodestone.reports.report;

/** Names as they stand within a sentence. */
public final class Words {

    private Words() {}

    /** A name with a small first letter, unless it begins with an acronym: {@code mine production}, {@code HHI}. */
    public static String inSentence(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return name.isEmpty() || acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
