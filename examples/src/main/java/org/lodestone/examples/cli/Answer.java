package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;

/**
 * The answer of a command: parts of a pack, which people read with the findings first.
 *
 * @param found sentences of the sections, the answer first
 * @param isBrief whether people are shown a summary of it, with a line for each year
 */
record Answer(ImmutableList<Part> parts, Function<ImmutableList<SectionText>, Stream<String>> found, boolean isBrief) {

    /** The number of findings that stand before all else. */
    private static final int FIRST = 3;

    /** All there is. */
    static Answer of(List<Part> parts, Function<ImmutableList<SectionText>, Stream<String>> found) {
        return new Answer(ImmutableList.copyOf(parts), found, false);
    }

    /** The first table of each section that has one, with the sentences right above it. */
    Answer inBrief() {
        return new Answer(parts, found, true);
    }

    /** Nothing but one table, which may be of one's own; nothing at all where none has the id. */
    Answer only(String table) {
        ImmutableList<Part> only = parts.stream()
                .map(part -> new Part(
                        part.sections().stream()
                                .map(section -> section.withBlocks(section.allBlocks()
                                        .filter(block -> isAskedFor(block, table))
                                        .toList()))
                                .filter(section -> !section.blocks().isEmpty())
                                .collect(toImmutableList()),
                        part.model()))
                .filter(part -> !part.sections().isEmpty())
                .collect(toImmutableList());
        return of(only, sections -> Stream.of());
    }

    private static boolean isAskedFor(Block block, String table) {
        return Stream.concat(
                        block.as(Table.class).map(Table::id).stream(),
                        block.as(LongTable.class).map(LongTable::id).stream())
                .anyMatch(id -> id.equals(table) || table.endsWith("." + id));
    }

    /** The answer as people read it, with its values worked out. */
    Told told() {
        ImmutableList<SectionText> sections = sections(parts);
        return new Told(
                first(found.apply(sections)),
                isBrief
                        ? sections.stream()
                                .filter(section -> section.hasTable())
                                .map(SectionText::inBrief)
                                .collect(toImmutableList())
                        : sections,
                isBrief);
    }

    /**
     * An answer in words.
     *
     * @param findings sentences that stand before all else
     */
    record Told(ImmutableList<String> findings, ImmutableList<SectionText> sections, boolean isBrief) {

        /** Whether a sentence is one of the findings, with or without its full stop. */
        boolean begins(String sentence) {
            return findings.contains(whole(sentence));
        }
    }

    /** The first of some findings, each a sentence that no other says. */
    static ImmutableList<String> first(Stream<String> findings) {
        List<String> first = new ArrayList<>();
        findings.map(Answer::whole)
                .filter(finding -> !finding.isEmpty() && first.stream().noneMatch(said -> says(said, finding)))
                .limit(FIRST)
                .forEachOrdered(first::add);
        return ImmutableList.copyOf(first);
    }

    /** Whether a sentence begins with another, and so says it too. */
    private static boolean says(String sentence, String other) {
        return sentence.startsWith(other.substring(0, other.length() - 1));
    }

    /** A sentence with its full stop, which a title does not have. */
    private static String whole(String finding) {
        String words = finding.strip();
        return words.isEmpty() || words.endsWith(".") ? words : words + ".";
    }

    /** The sections of parts, with their values worked out. */
    static ImmutableList<SectionText> sections(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.sections().stream().map(section -> SectionText.of(section, part.model())))
                .collect(toImmutableList());
    }
}
