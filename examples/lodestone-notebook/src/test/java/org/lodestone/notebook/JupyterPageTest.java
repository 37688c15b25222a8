package org.lodestone.notebook;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Notebooks for Jupyter, as the command writes them. */
class JupyterPageTest {

    private static final Path NOTEBOOKS = Path.of("examples", "notebooks");
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private static Path folder;

    static List<Path> notebooks() throws IOException {
        return NotebookTest.notebooks();
    }

    private static ImmutableList<JsonNode> cells(String type, Path notebook) throws IOException {
        return cells(type, notebook, folder);
    }

    private static ImmutableList<JsonNode> cells(String type, Path notebook, Path folder) throws IOException {
        new Notebooks(NOTEBOOKS, NOWHERE, NOWHERE).run(List.of("--jupyter", folder.toString()));
        String name = notebook.getFileName().toString().replace(".jsh", ".ipynb");
        return Streams.stream(JsonMapper.builder()
                        .build()
                        .readTree(folder.resolve(name).toFile())
                        .get("cells"))
                .filter(cell -> cell.get("cell_type").asText().equals(type))
                .collect(toImmutableList());
    }

    /** The lines of all its cells but the first, which names a jar. */
    static String script(Path notebook, Path folder) throws IOException {
        return lines(cells("code", notebook, folder).stream().skip(1)).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Stream<JsonNode> cells) {
        return cells.flatMap(cell -> cell.get("source").asText().lines()).filter(line -> !line.isBlank());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void it_has_the_code_and_the_words_of_the_script_and_no_others(Path notebook) throws IOException {
        List<String> script = Files.readAllLines(notebook);

        assertThat(lines(cells("code", notebook).stream().skip(2)))
                .containsExactlyElementsOf(script.stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("// "))
                        .toList());
        assertThat(lines(cells("markdown", notebook).stream()))
                .containsExactlyElementsOf(script.stream()
                        .filter(line -> line.startsWith("// "))
                        .map(line -> line.equals(script.get(0)) ? "# " + line.substring(3) : line.substring(3))
                        .toList());
    }

    @Test
    void it_finds_the_jar_and_the_files_of_the_scripts_from_where_it_is() throws IOException {
        List<JsonNode> code = cells("code", NOTEBOOKS.resolve("04-your-own-resource.jsh"));

        String jar = code.get(0).get("source").asText().replaceFirst("^%jar ", "");
        assertThat(folder.toRealPath().resolve(jar).normalize()).exists();
        assertThat(code.get(1).get("source").asText().lines()).anySatisfy(line -> {
            assertThat(line).startsWith("notebooks = Path.of(\"");
            String scripts = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
            assertThat(folder.toRealPath().resolve(scripts).resolve("usgs-2026-vanadium.csv"))
                    .exists();
        });
    }
}
