package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.io.Resources;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.reports.result.Results;

/** Whatever a command prints as JSON is one object of the schema that the library ships. */
class JsonSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode text = JSON.createObjectNode();
    private static JsonSchema schema = compiled(text);

    @BeforeAll
    static void read() throws IOException {
        text = JSON.readTree(Resources.toString(
                Resources.getResource(Results.class, "results.schema.json"), StandardCharsets.UTF_8));
        schema = compiled(text);
    }

    private static JsonSchema compiled(JsonNode text) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }

    private static JsonNode json(String... args) throws IOException {
        return JSON.readTree(Cli.printed(args).out());
    }

    private static Set<ValidationMessage> problems(JsonNode node) {
        return schema.validate(node);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain rare-earths",
                "chain gallium",
                "chain rare-earths --table country-shares",
                "forecast rare-earths",
                "forecast cobalt --table balance",
                "risk rare-earths --draws 300",
                "screen rare-earths --robustness",
                "screen gallium --table screen-ranking",
                "check rare-earths",
                "compare cobalt@MCS2024 cobalt@MCS2026",
                "compare rare-earths --set quota/2026/mining/all/all=300,000",
                "compare rare-earths --keys",
                "compare rare-earths --keys quota"
            })
    void what_a_command_prints_is_as_the_schema_says(String command) throws IOException {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.addAll(List.of("--format", "json"));

        assertThat(problems(json(args.toArray(String[]::new)))).isEmpty();
    }

    @Test
    void each_file_of_an_export_is_as_the_schema_says(@TempDir Path folder) throws IOException {
        requireExported("gallium", folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "tungsten"})
    @Tag("nightly")
    void each_file_of_any_export_is_as_the_schema_says(String dataset, @TempDir Path folder) throws IOException {
        requireExported(dataset, folder);
    }

    private static void requireExported(String dataset, Path folder) throws IOException {
        Path data = folder.resolve("data");
        assertThat(Cli.run("export", dataset, "-o", data.toString(), "--format", "json")
                        .code())
                .isZero();

        try (var files = Files.list(data)) {
            for (Path file :
                    files.filter(one -> !one.endsWith("datapackage.json")).toList()) {
                assertThat(problems(JSON.readTree(Files.readString(file))))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void the_tables_of_the_schema_are_those_that_are_listed() throws IOException {
        List<String> listed =
                Resources.readLines(Resources.getResource(Results.class, "tables.csv"), StandardCharsets.UTF_8).stream()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList();

        assertThat(text.path("$defs").path("tableId").path("anyOf").path(1).path("enum"))
                .extracting(JsonNode::asText)
                .isEqualTo(listed);
    }

    @Test
    void a_number_as_text_a_share_out_of_scale_and_a_table_that_is_not_listed_are_refused() throws IOException {
        JsonNode whole = json("chain", "gallium", "--format", "json");
        assertThat(problems(whole)).isEmpty();

        int share = numberWhoseKeyEndsIn(": share", whole);
        assertRefused(whole, share, "value", "98.7");
        assertRefused(whole, share, "value", 9870);
        assertRefused(whole, share, "unit", "1");
        assertRefused(whole, share, "table", "shares");
    }

    @Test
    void growth_that_is_a_pure_number_or_more_than_all_that_there_was_is_refused() throws IOException {
        JsonNode whole = json("forecast", "gallium", "--format", "json");
        assertThat(problems(whole)).isEmpty();

        int growth = numberWhoseKeyEndsIn(": growth", whole);
        assertRefused(whole, growth, "unit", "1");
        assertRefused(whole, growth, "value", -120);
    }

    private static void assertRefused(JsonNode whole, int index, String name, Object other) {
        assertThat(problems(changed(whole, index, name, JSON.valueToTree(other))))
                .isNotEmpty();
    }

    private static int numberWhoseKeyEndsIn(String end, JsonNode whole) {
        for (int i = 0; i < whole.path("values").size(); i++) {
            JsonNode value = whole.path("values").path(i);
            if (value.path("key").asText().endsWith(end) && value.path("value").isNumber()) {
                return i;
            }
        }
        throw new AssertionError("No number has a key that ends in “" + end + "”");
    }

    private static JsonNode changed(JsonNode whole, int index, String name, JsonNode other) {
        JsonNode copy = whole.deepCopy();
        ((ObjectNode) copy.path("values").path(index)).set(name, other);
        return copy;
    }
}
