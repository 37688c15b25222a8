package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.WebAddress;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.research.Publication;
import org.lodestone.excel.PrintedBlocks.PrintedTable;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Table;

/** The content of a note, in its order. */
final class NoteText {

    /** The sign before a verdict: a circle that is full, in part or empty. */
    private static final Pattern SIGN = Pattern.compile("^\\p{So}\\s*");

    private final ResearchNote note;
    private final Publication by;
    private final PrintedBlocks printed;
    private final NoteSheet sheet;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private int exhibits;

    private NoteText(ResearchNote note, Publication by, PrintedBlocks printed, NoteSheet sheet) {
        this.note = note;
        this.by = by;
        this.printed = printed;
        this.sheet = sheet;
    }

    /** Sets a note on a sheet. */
    static void set(ResearchNote note, Theme theme, NoteSheet sheet) {
        Report signed = theme.signed(note.report());
        new NoteText(note, signed.publication(), new PrintedBlocks(signed, theme), sheet).set();
    }

    private void set() {
        sheet.head(
                (by.house() + "  |  " + by.title()).toUpperCase(Locale.ROOT),
                note.edition().map(printed::text).orElse(""),
                printed.text(note.title()),
                printed.text(note.standfirst()));
        note.keyPoints().forEach(this::keyPoint);
        note.leaders().ifPresent(this::leaders);
        turns();
        note.dates().ifPresent(this::table);
        unknown();
        disclosures();
        if (!sources.isEmpty()) {
            sheet.heading("Sources of the exhibits");
            sources.values().forEach(source -> sheet.source(source, address(source)));
        }
    }

    private void keyPoint(ResearchNote.KeyPoint point) {
        sheet.heading(printed.text(point.step()));
        sheet.paragraph(
                sentence(point.found()),
                point.said(),
                point.verdict().map(printed::text).map(NoteText::inWords).orElse(""));
        point.shown().ifPresent(shown -> exhibit(shown.exhibit()));
    }

    /** A verdict without the sign before it. */
    private static String inWords(String verdict) {
        return SIGN.matcher(verdict).replaceFirst("");
    }

    /** A finding as a sentence: that of a title has no stop. */
    private String sentence(Block.Sentence found) {
        String said = printed.text(found);
        return said.endsWith(".") ? said : said + ".";
    }

    /** The changes that would turn the finding, drawn and as a table, under one heading. */
    private void turns() {
        Optional<PrintedTable> table = note.turns().map(printed::table);
        table.ifPresent(turns -> sheet.heading(turns.heading()));
        note.turning().ifPresent(passage -> {
            sheet.paragraph(sentence(passage.page().title()), "", "");
            exhibit(passage.exhibit());
        });
        table.ifPresent(sheet::table);
    }

    private void exhibit(Exhibit exhibit) {
        sheet.exhibit(caption(exhibit), exhibit.shown().drawn().get(0), printed);
    }

    private NoteSheet.Caption caption(Exhibit exhibit) {
        printed.sources(exhibit).forEach(source -> sources.put(source.id(), source));
        ImmutableList.Builder<String> under = ImmutableList.builder();
        printed.source(exhibit).ifPresent(under::add);
        exhibit.notes().forEach(note -> under.add(printed.text(note)));
        exhibits++;
        return new NoteSheet.Caption(
                printed.text(exhibit.finding()), "Exhibit " + exhibits + ". " + exhibit.caption(), under.build());
    }

    /** Companies, or the countries that hold the stages of the chain. */
    private void leaders(Block block) {
        block.as(Exhibit.class)
                .ifPresentOrElse(
                        exhibit -> exhibit.shown()
                                .as(Table.class)
                                .ifPresent(table -> sheet.exhibit(caption(exhibit), printed.table(table))),
                        () -> block.as(Table.class).ifPresent(this::table));
    }

    private void table(Table table) {
        PrintedTable words = printed.table(table);
        sheet.heading(words.heading());
        sheet.table(words);
    }

    private void unknown() {
        if (!note.unknown().isEmpty()) {
            sheet.heading("What is not known");
            note.unknown().forEach(what -> sheet.item(Words.byItself(printed.text(what)) + "."));
        }
        if (!note.lacking().isEmpty()) {
            sheet.heading("Not in this note, for want of data");
            note.lacking().forEach(sheet::item);
        }
    }

    private void disclosures() {
        sheet.heading("Disclosures");
        note.disclosures().forEach(sheet::smallPrint);
        note.scenario()
                .ifPresent(scenario -> sheet.smallPrint("Where no other scenario is named, forecasts are those of "
                        + printed.text(Block.Sentence.live(scenario)) + "."));
        sheet.smallPrint(
                "Every number is one of the research pack made from the same data, where it can be followed to the"
                        + " figures it is worked out from and to their sources.");
        sheet.smallPrint(
                "Published by " + by.house() + (by.author().isEmpty() ? "" : ". Author: " + by.author()) + ".");
    }

    /** A way that any reader can follow: none to a machine or a network of one's own. */
    private static Optional<String> address(Source source) {
        return source.url().filter(WebAddress::isPublic);
    }
}
