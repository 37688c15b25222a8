package org.lodestone.excel;

import java.util.Locale;
import java.util.Set;

/** Names of sheets: at most 31 characters, none of those a sheet refuses, and no two alike, capitals or not. */
final class SheetNames {

    private static final int LONGEST = 31;

    private SheetNames() {}

    /** The name a section's sheet gets, given the lower-case names that are taken. */
    static String of(String section, Set<String> taken) {
        String legal = section.replaceAll("[\\\\/?*\\[\\]:\\p{Cntrl}]", "-")
                .replaceAll("^'+|'+$", "")
                .strip();
        String name = shortened(legal.isEmpty() ? "Sheet" : legal, LONGEST);
        for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " " + i;
            name = shortened(legal, LONGEST - number.length()) + number;
        }
        return name;
    }

    private static String shortened(String name, int length) {
        return name.length() <= length ? name : name.substring(0, length - 1).strip() + "…";
    }
}
