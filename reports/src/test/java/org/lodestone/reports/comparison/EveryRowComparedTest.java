package org.lodestone.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;

/** That nothing changed is said where every row of every table is the same, and only there. */
class EveryRowComparedTest {

    private static final String SENTENCE = "every fact and every result is the same";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (Path file : files(RareEarths.FOLDER)) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static Stream<String> tables() throws IOException {
        return files(RareEarths.FOLDER).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".csv"))
                .map(name -> name.replace(".csv", ""));
    }

    private Dataset edited() {
        return DatasetReader.read(folder).dataset().orElseThrow();
    }

    /** The claims alone: what the other analyses make of the rows takes long, and is nothing that rows do not say. */
    private static Side side(Dataset dataset) {
        return new Side(
                dataset,
                ClaimCheck.of(dataset),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Comparison withRareEarths(Dataset after) {
        return Comparison.of(side(RareEarths.dataset()), side(after));
    }

    private static List<String> said(Comparison comparison) {
        Part part = ComparisonSection.of(comparison);
        return part.model().contents().values().stream()
                .filter(Content.Computed.class::isInstance)
                .map(content -> ((Content.Computed) content).value())
                .filter(Value.Text.class::isInstance)
                .map(Value::inSentence)
                .toList();
    }

    @Test
    void of_the_same_rows_it_is_said_that_nothing_changed() {
        assertThat(said(withRareEarths(edited()))).anyMatch(text -> text.contains(SENTENCE));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_row_that_is_taken_out_is_told(String table) throws IOException {
        Path file = folder.resolve(table + ".csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(lines.size() - 1);
        Files.write(file, lines);

        Comparison comparison = withRareEarths(edited());

        assertThat(comparison.isNothing()).isFalse();
        assertThat(said(comparison)).noneMatch(text -> text.contains(SENTENCE));
        assertThat(comparison.tables()).anySatisfy(one -> {
            assertThat(one.table()).isEqualTo(table);
            assertThat(one.count(Difference.Kind.DROPPED)).isPositive();
        });
    }

    @Test
    void contained_tonnes_of_a_reserve_that_double_are_told_as_a_fact() throws IOException {
        // Ngualla, ore reserve: 887,000 t REO
        edit("project-reserves", ",887000,", ",1774000,");

        Comparison comparison = withRareEarths(edited());

        assertThat(comparison.differences(Difference.Kind.REVISED))
                .extracting(one -> one.key().toString() + ": " + one.change())
                .singleElement()
                .asString()
                .startsWith("project-reserve/")
                .contains("/contained: OptionalDouble[887000.0]");
        assertThat(comparison.tables()).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("project-reserves");
            assertThat(one.untold()).isEmpty();
        });
    }

    @Test
    void a_word_that_is_no_fact_is_told_with_its_row() throws IOException {
        edit("bases", "Rare-earth oxides,", "Oxides of rare earths,");

        assertThat(withRareEarths(edited()).tables()).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("bases");
            assertThat(one.untold()).singleElement().satisfies(row -> {
                assertThat(row.name()).isEqualTo("bases/REO");
                assertThat(row.is()).isEqualTo("name: Oxides of rare earths");
            });
        });
    }

    @Test
    void what_differs_outside_the_tables_is_told() throws IOException {
        Path manifest = folder.resolve("datapackage.json");
        Files.writeString(
                manifest,
                Files.readString(manifest).replaceFirst("\"gathered\": \"[^\"]*\"", "\"gathered\": \"2020-01\""));
        Path screen = folder.resolve("screen.json");
        Files.writeString(screen, Files.readString(screen).replaceFirst("\"weight\": [0-9.]+", "\"weight\": 0.77"));

        Comparison comparison = withRareEarths(edited());

        assertThat(comparison.isNothing()).isFalse();
        assertThat(comparison.others())
                .extracting(OtherDifference::what)
                .containsExactly("datapackage.json/gathered", "screen.json/criteria");
        assertThat(comparison.others().get(1).after()).endsWith("(weight: 0.77)");
        assertThat(said(comparison)).noneMatch(text -> text.contains(SENTENCE));
    }

    private void edit(String table, String what, String instead) throws IOException {
        Path file = folder.resolve(table + ".csv");
        String text = Files.readString(file);
        assertThat(text).contains(what);
        int at = text.indexOf(what);
        Files.writeString(file, text.substring(0, at) + instead + text.substring(at + what.length()));
    }
}
