package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetNameTest {

    @TempDir
    Path folder;

    private DatasetName parse(String text) {
        return DatasetName.parse(text, Cli.BUNDLED);
    }

    @Test
    void a_bundled_name_is_a_folder_of_the_bundled_datasets() {
        DatasetName name = parse("rare-earths");

        assertThat(name.folder()).contains(Path.of("examples", "data", "rare-earths"));
        assertThat(name.edition()).isEmpty();
        assertThat(name).hasToString("rare-earths");
    }

    @Test
    void an_edition_follows_an_at_sign() {
        assertThat(parse("rare-earths@MCS2026").edition()).contains("MCS2026");
        assertThat(parse("rare-earths@MCS2026").read().dataset().orElseThrow().defaultEdition())
                .isEqualTo("MCS2026");
    }

    @Test
    void a_folder_may_have_an_at_sign_in_its_name() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("me@work"));

        assertThat(parse(odd.toString()))
                .isEqualTo(new DatasetName("me@work", Optional.of(odd), Optional.empty(), ImmutableList.of()));
        assertThat(parse(odd + "@MCS2026"))
                .isEqualTo(new DatasetName("me@work", Optional.of(odd), Optional.of("MCS2026"), ImmutableList.of()));
    }

    @Test
    void a_folder_with_spaces_and_letters_of_any_script_is_a_name() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("my 稀土 data"));

        assertThat(parse(odd.toString())).hasToString("my 稀土 data");
    }

    @Test
    void what_is_far_from_every_name_lists_the_bundled_ones() {
        assertThatThrownBy(() -> parse("/nowhere/at/all"))
                .isInstanceOf(WrongUse.class)
                .hasMessageStartingWith("'/nowhere/at/all' is neither a bundled dataset nor a folder.")
                .hasMessageContaining("rare-earths");
    }

    @Test
    void a_slip_in_the_name_of_a_folder_is_told_with_the_one_that_is_there() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("tin")).resolve("datapackage.json"));

        assertThatThrownBy(() -> parse(folder.resolve("tinn").toString()))
                .hasMessage("'" + folder.resolve("tinn") + "' is neither a bundled dataset nor a folder. Did you mean '"
                        + folder.resolve("tin") + "'?");
    }

    @Test
    void an_empty_name_is_no_dataset() {
        assertThatThrownBy(() -> parse("")).isInstanceOf(WrongUse.class);
        assertThatThrownBy(() -> parse("@MCS2026")).isInstanceOf(WrongUse.class);
    }
}
