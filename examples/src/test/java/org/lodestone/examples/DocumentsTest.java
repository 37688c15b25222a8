package org.lodestone.examples;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents on the code are true of it, as far as their names and links go. */
class DocumentsTest {

    private static final Path ARCHITECTURE = Path.of("ARCHITECTURE.md");

    /** Where a link in a sentence, or one that is listed below the text, leads to within the project. */
    private static final Pattern LINK =
            Pattern.compile("(?:\\]\\(|(?m:^)\\[[^\\]]+]: )(?!https?:)(?<target>[^)#\\s]+)");

    /** {@code [`Supply`]}, {@code [`DatasetTables.FIGURES`]}. */
    private static final Pattern LINKED = Pattern.compile("\\[`((?<type>[A-Z]\\w*)[^`]*)`](?!: \\S+/)");

    private static final Pattern LISTED = Pattern.compile("(?m)^\\[`((?<type>[A-Z]\\w*)[^`]*)`]: (?<target>\\S+)$");
    private static final Pattern UNLINKED = Pattern.compile("(?<!\\[)`(?<type>[A-Z]\\w*)`");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_lead_to_files_that_are_there(Path document) throws IOException {
        Path folder = Path.of("").toAbsolutePath().resolve(document).getParent();
        assertThat(found(LINK, Files.readString(document)).map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    @Test
    void the_architecture_links_every_class_that_it_names() throws IOException {
        String text = Files.readString(ARCHITECTURE);
        assertThat(found(UNLINKED, text).map(name -> name.group(1)))
                .doesNotContainAnyElementsOf(types())
                .isNotEmpty();
        assertThat(names(LINKED, text)).isEqualTo(names(LISTED, text));
        assertThat(found(LISTED, text))
                .allSatisfy(listed -> assertThat(MoreFiles.getNameWithoutExtension(Path.of(listed.group(3))))
                        .isEqualTo(listed.group(2)));
    }

    private static ImmutableSet<String> names(Pattern pattern, String text) {
        return found(pattern, text).map(name -> name.group(1)).collect(toImmutableSet());
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** The names of all types that have a file. */
    private static ImmutableSet<String> types() throws IOException {
        ImmutableSet.Builder<String> types = ImmutableSet.builder();
        for (String module : List.of("core", "reports", "excel-export", "examples")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(MoreFiles::getNameWithoutExtension)
                        .forEach(types::add);
            }
        }
        return types.build();
    }
}
