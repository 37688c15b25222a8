package org.lodestone.core.usgs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of the name of a file until 2024: {@code mcs2023-zirco-hafni_world.csv} is of 2023, of the code {@code zirco-hafni},
 * and a world table. What somebody wrote before or behind it ({@code copy of }, {@code  (1)}) says nothing.
 *
 * @param edition {@code MCS2023}
 * @param content {@code world} or {@code salient}; another word, or none, where somebody has renamed the file
 */
record ReleaseName(String edition, String code, String content) {

    private static final Pattern NAME =
            Pattern.compile("(?i).*(mcs20[0-9]{2})[-_]([a-z]+(?:-[a-z]+)*)[-_]([a-z]*)(?![a-z])[^/\\\\]*");

    static Optional<ReleaseName> of(String file) {
        Matcher name = NAME.matcher(file);
        return name.matches()
                ? Optional.of(new ReleaseName(
                        name.group(1).toUpperCase(Locale.ROOT), lower(name.group(2)), lower(name.group(3))))
                : Optional.empty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
