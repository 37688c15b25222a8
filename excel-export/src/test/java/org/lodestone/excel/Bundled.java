package org.lodestone.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.pack.ResearchPack;

/** The bundled datasets with their packs and notes, each made once for all tests, which leave the files as they are. */
final class Bundled {

    static final List<String> NAMES =
            List.of("rare-earths", "lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten");

    private static final Map<String, Dataset> DATASETS = new ConcurrentHashMap<>();
    private static final Map<String, ResearchPack> RESEARCH = new ConcurrentHashMap<>();
    private static final Map<String, ResearchNote> NOTES = new ConcurrentHashMap<>();
    private static final Map<String, WrittenPack> PACKS = new ConcurrentHashMap<>();
    private static final Map<String, String> PAGES = new ConcurrentHashMap<>();

    private Bundled() {}

    static Dataset dataset(String name) {
        return DATASETS.computeIfAbsent(
                name, any -> Datasets.read(Path.of("../examples/data", name)).orElseThrow());
    }

    static ResearchNote note(String name) {
        return NOTES.computeIfAbsent(name, any -> research(name).note());
    }

    /** The pack that the note goes with, of the same report. */
    static WrittenPack pack(String name) {
        return PACKS.computeIfAbsent(
                name, any -> WrittenPack.of(dataset(name), note(name).report(), Path.of("target", name + ".xlsx")));
    }

    static WrittenPack rareEarths() {
        return pack("rare-earths");
    }

    static Analyses analysesOfRareEarths() {
        return research("rare-earths").analyses();
    }

    private static ResearchPack research(String name) {
        return RESEARCH.computeIfAbsent(
                name, any -> ResearchPack.of(dataset(name)).withSheets(ResearchPack.Sheets.ALL));
    }

    /** The note as a page. */
    static String page(String name) {
        return PAGES.computeIfAbsent(name, any -> page(note(name)));
    }

    static String page(ResearchNote note) {
        try {
            byte[] page = ResearchNotes.bytes(note, Theme.STANDARD, ResearchNotes.Format.HTML);
            return new String(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
