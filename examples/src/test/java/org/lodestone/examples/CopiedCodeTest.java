package org.lodestone.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands, notebooks and the consumer are what users copy from, so they do with what users have. */
class CopiedCodeTest {

    private static final Pattern INTERNAL =
            Pattern.compile("org\\.lodestone\\.\\w+\\.(?:internal|sheet)\\.[\\w.]*?\\.([A-Z]\\w*)");

    /**
     * For the commands of this project, in which the same holds as in the library: what a terminal may be sent, which file is replaced,
     * that a killed run leaves nothing for good, what is said of one that could not be completed, how numbers are typed and things counted.
     */
    private static final ImmutableSet<String> OF_THE_FAMILY = ImmutableSet.of(
            "OneLine", "Visible", "SafeFiles", "StagedFolder", "UnfinishedException", "Numbers", "Words", "Days");

    @Test
    void what_users_copy_from_names_nothing_internal() throws IOException {
        List<Path> code = code();
        assertThat(code).hasSizeGreaterThan(50);
        ImmutableSet.Builder<String> named = ImmutableSet.builder();
        for (Path file : code) {
            INTERNAL.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(named::add);
        }
        assertThat(named.build()).isEqualTo(OF_THE_FAMILY);
    }

    private static List<Path> code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files.filter(file -> !file.toString().contains("target"))
                    .filter(file -> file.toString().endsWith(".jsh")
                            || (file.toString().endsWith(".java")
                                    && file.toString().contains("main")))
                    .toList();
        }
    }
}
