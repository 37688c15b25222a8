package org.lodestone.core.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {

    @TempDir
    Path parent;

    private void make(Path place, String content) throws IOException {
        try (StagedFolder staged = StagedFolder.beside(place)) {
            staged.put("a.csv", content.getBytes(UTF_8));
            staged.moveIntoPlace();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_folder_is_there_with_all_its_files_or_not_at_all() throws IOException {
        Path place = parent.resolve("tin");
        try (StagedFolder staged = StagedFolder.beside(place)) {
            staged.put("a.csv", "new".getBytes(UTF_8));
            assertThat(place).doesNotExist();
        }
        assertThat(names()).isEmpty();

        make(place, "new");

        assertThat(place.resolve("a.csv")).hasContent("new");
        assertThat(names()).containsExactly("tin");
    }

    @Test
    void one_that_was_killed_at_any_point_does_not_stand_in_the_way_of_the_next() throws IOException {
        Path place = parent.resolve("tin");
        for (String left : List.of(".new/folder/a.csv", ".new/folder/half", ".new/other", ".probe/old")) {
            Path file = Temporary.sibling(place, left);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "half");
            Files.createFile(Temporary.sibling(place, ".lock"));

            StagedFolder.beside(place).close();
        }
        make(place, "new");

        assertThat(place).isDirectoryContaining("glob:**/a.csv");
        assertThat(place.resolve("a.csv")).hasContent("new");
    }

    @Test
    void what_is_there_already_is_kept() throws IOException {
        Path place = parent.resolve("tin");
        make(place, "old");
        assertThatThrownBy(() -> make(place, "new")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(place.resolve("a.csv")).hasContent("old");

        Path file = Files.writeString(parent.resolve("zinc"), "a file");
        assertThatThrownBy(() -> make(file, "new"))
                .isInstanceOf(NotWrittenException.class)
                .hasMessageContaining("it is a file, and no folder. Name another");
        assertThat(names()).containsExactly("tin", "zinc");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has other permissions")
    void it_is_its_owners_alone_until_it_stands_in_its_place_as_any_new_folder_does() throws IOException {
        Path any = Files.createDirectory(parent.resolve("any"));
        Path place = parent.resolve("tin");
        try (StagedFolder staged = StagedFolder.beside(place)) {
            assertThat(Files.getPosixFilePermissions(staged.path().resolveSibling("")))
                    .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
            staged.moveIntoPlace();
        }
        assertThat(Files.getPosixFilePermissions(place)).isEqualTo(Files.getPosixFilePermissions(any));
    }
}
