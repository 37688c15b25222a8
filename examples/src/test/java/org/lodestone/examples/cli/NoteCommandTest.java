package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.examples.cli.Cli.Result;

class NoteCommandTest {

    @TempDir
    Path folder;

    private Result note(String file, String... args) {
        List<String> all =
                new ArrayList<>(List.of("note", "-o", folder.resolve(file).toString()));
        all.addAll(List.of(args));
        return Cli.run(all.toArray(String[]::new));
    }

    private String document(String file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(folder.resolve(file)))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void a_bundled_dataset_has_a_note_in_both_formats() throws IOException {
        requireNotes("gallium", 7, 4);
    }

    @ParameterizedTest
    @CsvSource({"rare-earths, 6, 5", "lithium, 6, 5", "cobalt, 6, 5", "graphite, 5, 5", "tungsten, 6, 5"})
    @Tag("nightly")
    void every_other_has_one_too(String dataset, int points, int charts) throws IOException {
        requireNotes(dataset, points, charts);
    }

    private void requireNotes(String dataset, int points, int charts) throws IOException {
        for (String file : List.of("note.docx", "NOTE.HTML")) {
            Result result = note(file, dataset);

            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .endsWith(file + ": " + points + " key points, " + charts + " charts.\n")
                    .startsWith("Wrote ");
            assertThat(result.code()).isZero();
        }
        assertThat(document("note.docx")).contains("What is not known", "Disclosures");
        assertThat(Files.readString(folder.resolve("NOTE.HTML")))
                .startsWith("<!DOCTYPE html>")
                .contains("<h2>What is not known</h2>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note.pdf", "note", "docx", "note.docx.bak"})
    void another_ending_is_wrong_use_and_the_message_says_which_there_are(String file) throws IOException {
        Result result = note(file, "gallium");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(file + "' does not end in a format of a note. Let it end in .docx or .html.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_scenario_is_followed() throws IOException {
        assertThat(note("slow.docx", "gallium", "--scenario", "slow overseas").code())
                .isZero();
        assertThat(note("base.docx", "gallium").code()).isZero();

        assertThat(document("slow.docx"))
                .contains(
                        "China has 96.4% of primary production in 2030 in Slow overseas",
                        "forecasts are those of Slow overseas.");
        assertThat(document("base.docx"))
                .contains("China has 89.4% of primary production in 2030 in Base", "forecasts are those of Base.");
    }

    @Test
    void an_edition_is_followed() throws IOException {
        assertThat(note("note.docx", "gallium@MCS2024").code()).isZero();

        assertThat(document("note.docx")).contains("What is not known");
    }

    @Test
    void a_scenario_that_is_none_is_wrong_use() {
        assertThat(note("note.html", "rare-earths", "--scenario", "Rosy").code())
                .isEqualTo(2);
        assertThat(note("note.html", "gallium", "--scenario", "Tight").code()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_universe_has_no_note() throws IOException {
        Path universe = Files.writeString(folder.resolve("universe.json"), "{}");

        Result result = Cli.run(
                "note", universe.toString(), "-o", folder.resolve("note.html").toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("describes a table of your own companies");
        assertThat(folder.resolve("note.html")).doesNotExist();
    }

    @Test
    void data_with_problems_get_no_note_and_what_was_there_is_kept() throws IOException {
        Path broken = Cli.copyOfRareEarths(folder);
        Cli.replace(broken.resolve("figures.csv"), ",45000,", ",450O0,");
        Path there = Files.writeString(folder.resolve("note.html"), "mine");

        Result result = note("note.html", broken.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("450O0");
        assertThat(there).hasContent("mine");
    }

    @Test
    void a_note_replaces_the_one_that_is_there() throws IOException {
        Path there = Files.writeString(folder.resolve("note.html"), "mine");

        assertThat(note("note.html", "gallium").code()).isZero();

        assertThat(there).content().startsWith("<!DOCTYPE html>");
        assertThat(folder).isDirectoryContaining(there::equals);
    }

    @Test
    void a_place_that_cannot_be_written_is_wrong_use() {
        Result result = note("missing/note.docx", "gallium");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("there is no folder");
    }
}
