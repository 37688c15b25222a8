package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Model;

/**
 * A section of a report, one sheet of a workbook.
 *
 * @param name a word or two: the sheet's name
 * @param group the part of the pack it belongs to
 * @param title the finding, with a number and a year; on a backup sheet what stands there
 * @param standfirst a sentence or two under the title, on what it rests on
 * @param aside a word at the edge of the head, such as the scenario shown; empty where none is needed
 * @param blocks its parts, in order
 * @param isLookedUp whether a reader looks things up in it on a screen, so that it is not printed
 */
public record Section(
        String name,
        Group group,
        Block.Sentence title,
        Block.Sentence standfirst,
        Optional<Block.Sentence> aside,
        ImmutableList<Block> blocks,
        boolean isLookedUp) {

    /** The part of a pack that a section belongs to; the parts stand in this order. */
    public enum Group {
        /** The page that says it all. */
        FRONT(""),
        /** The sheet to change it. */
        CONTROL(""),
        /** Changes since an earlier edition. */
        CHANGED("What changed"),
        /** The chain as it is: reserves and stages. */
        CHAIN("1 Chain"),
        /** The outlook: supply, demand and what would turn it. */
        BALANCE("2 Balance"),
        /** Who benefits. */
        COMPANIES("3 Companies"),
        /** The statements of the text under study, recomputed. */
        CLAIMS("4 Claims"),
        /** Pages of a user's own. */
        OWN("5 Further analysis"),
        /** The sheets that the pages rest on. */
        BACKUP("Backup"),
        /** Sheets that the pages send a reader to, and that come with them: scenarios, editions, checks, sources. */
        REFERENCE("Reference"),
        /** Sheets that the workbook works with and nobody reads. */
        WORKING("Backup");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** The words over a page of this part; empty for the first two sheets, which are one each. */
        public String title() {
            return title;
        }

        /** Whether its sections are pages of the pack, laid out on the grid of a page. */
        public boolean isCore() {
            return this != CHANGED && !isBackup();
        }

        /** Whether its sections are what the pages rest on. */
        public boolean isBackup() {
            return this == REFERENCE || this == BACKUP || isHidden();
        }

        /** Whether its sections are not seen. */
        public boolean isHidden() {
            return this == WORKING;
        }
    }

    /** A page of the pack. */
    public static Section page(
            String name, Group group, Block.Sentence title, Block.Sentence standfirst, List<? extends Block> blocks) {
        return new Section(name, group, title, standfirst, Optional.empty(), ImmutableList.copyOf(blocks), false);
    }

    /** A backup sheet. */
    public static Section of(String name, String title, String subtitle, List<? extends Block> blocks) {
        return of(name, Block.Sentence.plain(title), subtitle, blocks);
    }

    /** A backup sheet whose title may be live. */
    public static Section of(String name, Block.Sentence title, String subtitle, List<? extends Block> blocks) {
        return page(name, Group.BACKUP, title, Block.Sentence.plain(subtitle), blocks);
    }

    /** A page of values that belong to other sections: the front page. */
    public static Section presenting(String name, String title, String subtitle, List<? extends Block> blocks) {
        return of(name, title, subtitle, blocks).in(Group.FRONT);
    }

    /** The same section in another part of the pack. */
    public Section in(Group other) {
        return new Section(name, other, title, standfirst, aside, blocks, isLookedUp);
    }

    /** The same section under another name, which is that of its sheet. */
    public Section withName(String other) {
        return new Section(other, group, title, standfirst, aside, blocks, isLookedUp);
    }

    /** The same section under another title. */
    public Section withTitle(Block.Sentence other) {
        return new Section(name, group, other, standfirst, aside, blocks, isLookedUp);
    }

    /** The same section with other words under its title. */
    public Section withStandfirst(Block.Sentence other) {
        return new Section(name, group, title, other, aside, blocks, isLookedUp);
    }

    /** The same section with a word at the edge of its head. */
    public Section withAside(Block.Sentence other) {
        return new Section(name, group, title, standfirst, Optional.of(other), blocks, isLookedUp);
    }

    /** The same section, in which a reader looks things up on a screen: it is not printed. */
    public Section lookedUp() {
        return new Section(name, group, title, standfirst, aside, blocks, true);
    }

    /** The same section as one that pages send a reader to. */
    public Section asReference() {
        return in(Group.REFERENCE).lookedUp();
    }

    /** The same section with other blocks in place of its own. */
    public Section withBlocks(List<? extends Block> others) {
        return new Section(name, group, title, standfirst, aside, ImmutableList.copyOf(others), isLookedUp);
    }

    /** This section with another below it, which has its title for a heading. */
    public Section followedBy(Section next) {
        ImmutableList.Builder<Block> both = ImmutableList.<Block>builder().addAll(blocks);
        both.add(new Block.Prose(next.title.words(), ImmutableList.of(next.standfirst)));
        return withBlocks(both.addAll(next.blocks).build());
    }

    /** The sections, of which those of one name are one, where the first of them stands. */
    public static ImmutableList<Section> joined(List<Section> sections) {
        Map<String, Section> byName = new LinkedHashMap<>();
        sections.forEach(section -> byName.merge(section.name(), section, Section::followedBy));
        return ImmutableList.copyOf(byName.values());
    }

    /** Whether it only shows values that belong to other sections. */
    public boolean presents() {
        return group == Group.FRONT;
    }

    /** Its blocks, and those within them. */
    public Stream<Block> allBlocks() {
        return blocks.stream().flatMap(Block::withParts);
    }

    /** The sentences of its head. */
    public Stream<Block.Sentence> head() {
        return Stream.concat(Stream.of(title, standfirst), aside.stream());
    }

    /** Its tables, those within exhibits too, in order. */
    public Stream<Table> tables() {
        return allBlocks().flatMap(block -> block.as(Table.class).stream());
    }

    /** The rows of its tables. */
    public Stream<Row> rows() {
        return tables().flatMap(table -> table.rows().stream());
    }

    /** Its charts, those within exhibits too, in order. */
    public Stream<Chart> charts() {
        return allBlocks().flatMap(block -> block.drawn().stream());
    }

    /** The places in it where a reader picks a name. */
    public Stream<Block.Selector> selectors() {
        return allBlocks().flatMap(block -> block.as(Block.Selector.class).stream());
    }

    /** The long table that it is made of, and nothing else; empty where it is made of other blocks. */
    public Optional<LongTable> longTable() {
        return blocks.size() == 1 ? blocks.get(0).as(LongTable.class).filter(LongTable::isBare) : Optional.empty();
    }

    /** Whether it has a long table that does not stand alone. */
    boolean isToLayOut() {
        return longTable().isEmpty()
                && blocks.stream().anyMatch(block -> block.as(LongTable.class).isPresent());
    }

    /** The section with a table in place of each such long table; the model then has their values. */
    Section laidOut(Model.Builder model) {
        return !isToLayOut()
                ? this
                : withBlocks(blocks.stream()
                        .map(block -> block.as(LongTable.class)
                                .<Block>map(table -> table.toTable(model))
                                .orElse(block))
                        .toList());
    }

    @Override
    public String toString() {
        return OneLine.of(name, blocks.stream().map(Block::name).toList());
    }
}
