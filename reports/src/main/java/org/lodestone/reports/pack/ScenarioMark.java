package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/**
 * The scenario at the edge of the head of each page that follows it, since a page may be read, or lie on a desk, without Control. It is
 * a cell, for the foot of a printed page can say only what held when the pack was made.
 */
record ScenarioMark(Key choice, Block.Sentence inWords, Model model, Map<Key, Boolean> known) {

    /**
     * The sections with the mark on those that need it.
     *
     * @param control whose sheet has the choice; without one nothing is marked
     */
    static ImmutableList<Section> on(ImmutableList<Section> sections, Optional<Part> control, Model model) {
        return control.map(part -> part.sections().get(0))
                .flatMap(page -> page.selectors()
                        .findFirst()
                        .flatMap(selector -> page.aside()
                                .map(words -> new ScenarioMark(selector.key(), words, model, new HashMap<>()))))
                .map(mark -> sections.stream().map(mark::on).collect(toImmutableList()))
                .orElse(sections);
    }

    private Section on(Section section) {
        boolean isMarked = section.group().isCore()
                && !section.presents()
                && section.aside().isEmpty()
                && Stream.concat(
                                section.head().flatMap(Block.Sentence::keys),
                                section.allBlocks().flatMap(Block::keys))
                        .anyMatch(this::follows);
        return isMarked ? section.withAside(inWords) : section;
    }

    private boolean follows(Key key) {
        return Remembered.of(
                key,
                known,
                one -> one.equals(choice) || model.usedBy(one).stream().anyMatch(this::follows));
    }
}
