package org.lodestone.excel;

import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the sheets that texts send a reader to: {@code see Countries}, {@code listed on Sources}, {@code on the sheets Supply and
 * Balance}, {@code why these: Benefit detail.}
 *
 * <p>Many names are words of the trade. So one counts only where it follows such a word, or another name.
 */
record SheetMentions(ImmutableSet<String> names, Pattern sent) {

    static SheetMentions of(Collection<String> names) {
        String any = names.stream()
                .sorted(Comparator.comparing(String::length).reversed()) // "Quota detail" before a sheet "Quota"
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(", ")(?![\\p{L}\\d-])"));
        return new SheetMentions(
                ImmutableSet.copyOf(names),
                Pattern.compile("(?:\\b(?:on|[Ss]ee)(?: the sheets?)? |\\G(?:,| and) |: (?=" + any + "\\.))" + any));
    }

    /** The sheets that some texts name, in the order of the sheets, which no number moves. */
    ImmutableSet<String> in(Stream<String> texts) {
        Set<String> named = new HashSet<>();
        if (!names.isEmpty()) {
            texts.forEach(text -> {
                Matcher to = sent.matcher(text);
                while (to.find()) {
                    named.add(to.group(2));
                }
            });
        }
        return names.stream().filter(named::contains).collect(ImmutableSet.toImmutableSet());
    }
}
