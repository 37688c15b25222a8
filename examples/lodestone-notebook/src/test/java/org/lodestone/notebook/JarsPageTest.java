package org.lodestone.notebook;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on jars names those that a program gets by naming the libraries of Lodestone, and no others. */
class JarsPageTest {

    /** The first cell of a row, and the two that follow, neither of them empty. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]+ \\| [^|]+ \\|$");

    private static final Pattern OURS = Pattern.compile("<artifactId>(lodestone-[a-z-]+)</artifactId>");

    /** A dependency that is not passed on. */
    private static final Pattern OPTIONAL =
            Pattern.compile("<artifactId>([^<]+)</artifactId>\\s*<scope>runtime</scope>\\s*<optional>true</optional>");

    private static ImmutableSet<String> first(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(toImmutableSet());
    }

    /** Maven keeps a jar as {@code guava/33.8.0-jre/guava-33.8.0-jre.jar}; ours are in folders of the build. */
    private static ImmutableSet<String> libraries() throws IOException {
        Path build = Path.of("").toRealPath();
        return Splitter.on(File.pathSeparatorChar)
                .splitToStream(Files.readString(Path.of(System.getProperty("basedir"), "target", "consumer-classpath"))
                        .strip())
                .map(Path::of)
                .filter(jar -> !jar.startsWith(build))
                .map(jar -> jar.getName(jar.getNameCount() - 3).toString())
                .collect(toImmutableSet());
    }

    @Test
    void it_names_each_jar_that_a_consumer_gets_with_its_purpose_and_licence() throws IOException {
        assertThat(first(ROW, Path.of("docs", "jars.md")))
                .containsExactlyInAnyOrderElementsOf(Sets.union(libraries(), first(OURS, Path.of("pom.xml"))));
    }

    /** So that the class path, which the build puts together without them, is the one that Maven gives a consumer. */
    @Test
    void the_logs_of_a_notebook_are_not_passed_on() throws IOException {
        assertThat(first(OPTIONAL, Path.of("examples", "lodestone-notebook", "pom.xml")))
                .containsExactly("log4j-to-slf4j", "slf4j-nop");
    }
}
