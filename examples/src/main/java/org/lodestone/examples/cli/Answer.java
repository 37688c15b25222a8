package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.reports.report.Part;

/**
 * The answer of a command: the findings first, then the sections they are from.
 *
 * @param findings sentences, the answer first; people read them before all else
 * @param parts what the sections are made from, with the values behind them
 * @param scenario the scenario it is of; empty where it is of none
 * @param isBrief whether people are shown a summary of it, with a line for each year
 */
record Answer(
        ImmutableList<String> findings,
        ImmutableList<Part> parts,
        ImmutableList<SectionText> sections,
        Optional<String> scenario,
        boolean isBrief) {

    /** The number of findings that stand before all else. */
    private static final int FIRST = 3;

    /** Sections that are of no scenario. */
    static Answer of(List<Part> parts, Function<List<SectionText>, Stream<String>> findings) {
        ImmutableList<SectionText> sections = sections(parts);
        return new Answer(
                first(findings.apply(sections)), ImmutableList.copyOf(parts), sections, Optional.empty(), false);
    }

    /** The same of a scenario. */
    Answer in(String name) {
        return new Answer(findings, parts, sections, Optional.of(name), isBrief);
    }

    /** The first table of each section that has one, with the sentences right above it. */
    Answer inBrief() {
        ImmutableList<SectionText> brief = sections.stream()
                .filter(section -> section.grids().findAny().isPresent())
                .map(SectionText::inBrief)
                .collect(toImmutableList());
        return new Answer(findings, parts, brief, scenario, true);
    }

    /** Nothing but one table, which may be of one's own; nothing at all where none has the id. */
    Answer only(String table) {
        ImmutableList<Part> only = parts.stream()
                .map(part -> new Part(
                        part.sections().stream()
                                .map(section -> section.withBlocks(section.tables()
                                        .filter(one -> one.id().equals(table) || table.endsWith("." + one.id()))
                                        .toList()))
                                .filter(section -> !section.blocks().isEmpty())
                                .collect(toImmutableList()),
                        part.model()))
                .filter(part -> !part.sections().isEmpty())
                .collect(toImmutableList());
        return new Answer(ImmutableList.of(), only, sections(only), scenario, false);
    }

    private static ImmutableList<String> first(Stream<String> findings) {
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

    /** Whether a sentence is one of the findings, with or without its full stop. */
    boolean begins(String sentence) {
        return findings.contains(whole(sentence));
    }
}
