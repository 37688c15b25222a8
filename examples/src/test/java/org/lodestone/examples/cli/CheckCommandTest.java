package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.examples.cli.Cli.Result;

class CheckCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private static JsonNode json(Result result) throws IOException {
        return JSON.readTree(result.out());
    }

    private static JsonNode claim(JsonNode check, String id) {
        for (JsonNode claim : check.path("claims")) {
            if (claim.path("id").asText().equals(id)) {
                return claim;
            }
        }
        throw new AssertionError("There is no claim " + id + " in " + check + ".");
    }

    @Test
    void a_folder_without_a_dataset_is_named_as_it_was_typed() {
        assertThat(Cli.run("check", ".").out())
                .isEqualTo(
                        "1 problem.\n\ndatapackage.json: is not in '.'. Check the path, or start a dataset there.\n");
    }

    @Test
    void a_sound_dataset_has_no_problems() {
        Result result = Cli.printed("check", "rare-earths");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("(?s)No problems in \\d+ figures from \\d+ sources\\.\n.*");
    }

    @Test
    void a_claim_stands_with_its_verdict_and_below_it_how_it_was_recomputed() {
        // MCS 2025: 44,000,000 of 90,884,500 t REO, the sum of the rows
        assertThat(Cli.printed("check", "rare-earths").out())
                .containsPattern(
                        "(?m)^China has 48\\.41% of world reserves\\. +48\\.41 % +48\\.4131 +reproduced\n    .*48\\.4131");
    }

    @Test
    void the_findings_come_first() {
        assertThat(Cli.printed("check", "rare-earths").out().lines().limit(3))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("No problems in 239 figures"),
                        line -> assertThat(line)
                                .isEqualTo("15 of the note's 26 claims are reproduced; newer figures overtake 3."),
                        line -> assertThat(line).contains("8 claims cannot be checked"));
    }

    @Test
    void a_claim_in_words_has_no_unit_and_stands_where_all_are_asked_for() {
        assertThat(Cli.printed("check", "rare-earths", "--all").out())
                .containsPattern("(?m)^The market may tighten\\. +may tighten  ");
        assertThat(Cli.printed("check", "rare-earths").out())
                .doesNotContain("The market may tighten")
                .endsWith("8 claims that cannot be checked left out; --all shows them.\n");
    }

    @Test
    void json_has_the_claims_for_programs() throws IOException {
        Result result = Cli.printed("check", "rare-earths", "--format", "json");
        JsonNode check = json(result);
        JsonNode share = claim(check, "reserves-china-share");

        assertThat(result.code()).isZero();
        assertThat(check.path("problems")).isEmpty();
        assertThat(share.path("printed").asText()).isEqualTo("48.41");
        assertThat(share.path("recomputed").asText()).isEqualTo("48.4131");
        assertThat(share.path("verdict").asText()).isEqualTo("reproduced");
        assertThat(share.path("derivation").asText()).contains("MCS 2025");
    }

    @Test
    void every_problem_is_a_line_that_an_editor_can_follow() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("figures.csv"), ",45000,", ",450O0,");
        Cli.replace(copy.resolve("quotas.csv"), ",separation,", ",seperation,");

        Result result = Cli.run("check", copy.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("2 problems.\n");
        assertThat(result.out().lines().filter(line -> line.contains(".csv:")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("figures.csv:3: value: '450O0' is not a number."),
                        line -> assertThat(line)
                                .startsWith("quotas.csv:5: stage:")
                                .contains("Did you mean 'separation'?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"measures.csv", "editions.csv"})
    void where_no_measure_or_edition_can_be_read_that_is_the_problem_and_no_fault(String table) throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve(table), "id,name,", "number,name,");

        Result result = Cli.run("check", copy.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains(table + ":1:");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void an_entry_of_a_source_that_was_not_read_is_listed_and_no_problem_unless_strict() throws IOException {
        Path copy = withUnread();

        Result result = Cli.run("check", copy.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out().lines().findFirst().orElseThrow())
                .startsWith("No problems in ")
                .endsWith(" 1 entry of sources could not be read; totals and shares are without it.");
        assertThat(result.out())
                .contains("\nNot read: mcs2026.csv:9: Mine production, Vietnam (all ores), 2025, '1,500':"
                        + " It is not a place.\n");
        assertThat(Cli.run("check", copy.toString(), "--strict").code()).isEqualTo(1);
        assertThat(Cli.printed("check", "rare-earths", "--strict").code()).isZero();
    }

    @Test
    void json_has_what_was_not_read() throws IOException {
        JsonNode unread = json(Cli.run("check", withUnread().toString(), "--format", "json"))
                .path("unread");

        assertThat(unread).hasSize(1);
        assertThat(unread.get(0).path("file").asText()).isEqualTo("mcs2026.csv");
        assertThat(unread.get(0).path("line").asInt()).isEqualTo(9);
        assertThat(unread.get(0).path("place").asText()).isEqualTo("Vietnam (all ores)");
        assertThat(unread.get(0).path("text").asText()).isEqualTo("1,500");
        assertThat(json(Cli.printed("check", "rare-earths", "--format", "json")).path("unread"))
                .isEmpty();
    }

    private Path withUnread() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Files.writeString(
                copy.resolve("unread.csv"),
                "file,line,place,measure,period,text,reason\n"
                        + "mcs2026.csv,9,Vietnam (all ores),Mine production,2025,\"1,500\",It is not a place.\n");
        Cli.replace(
                copy.resolve("datapackage.json"),
                "\"resources\": [",
                "\"resources\": [{\"name\": \"unread\", \"path\": \"unread.csv\", \"schema\": {\"fields\": ["
                        + "{\"name\": \"file\"}, {\"name\": \"line\"}, {\"name\": \"place\"}, {\"name\": \"measure\"},"
                        + " {\"name\": \"period\"}, {\"name\": \"text\"}, {\"name\": \"reason\"}]}},");
        return copy;
    }

    @Test
    void problems_have_their_place_in_json_too() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("figures.csv"), ",45000,", ",450O0,");

        Result result = Cli.run("check", copy.toString(), "--format=json");
        JsonNode problem = json(result).path("problems").path(0);

        assertThat(result.code()).isEqualTo(1);
        assertThat(problem.path("file").asText()).isEqualTo("figures.csv");
        assertThat(problem.path("line").asInt()).isEqualTo(3);
        assertThat(problem.path("column").asText()).isEqualTo("value");
        assertThat(problem.path("message").asText()).contains("'450O0' is not a number");
    }

    @Test
    void the_theme_and_the_report_beside_a_dataset_are_checked_with_it() throws IOException {
        Path copy = Cli.copyOf("lithium", folder);
        Files.writeString(copy.resolve("report.json"), "{\"autor\": \"A\"}");
        Files.writeString(copy.resolve("theme.json"), "{\"font\": \"Arial\", \"logo\": \"gone.png\"}");

        Result result = Cli.run("check", copy.toString());

        assertThat(result.out())
                .startsWith("2 problems.\n")
                .contains("\n\nreport.json:1: autor: is not a field of a report. Did you mean 'author'?\n"
                        + "theme.json:1: logo: 'gone.png' is not a file beside the theme. Put the PNG there, or correct its"
                        + " name.\n");
        assertThat(result.code()).isEqualTo(Lodestone.PROBLEMS);
    }

    @Test
    void a_folder_without_a_dataset_says_what_is_missing() {
        Result result = Cli.run("check", folder.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).startsWith("1 problem.\n\ndatapackage.json: is not in '" + folder + "'. ");
    }

    @Test
    void text_in_the_data_neither_breaks_a_line_nor_commands_the_terminal() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("figures.csv"), ",45000,", ",\"45\u001b[31m\n000\",");

        assertThat(Cli.run("check", copy.toString()).out())
                .contains("\nfigures.csv:3: value: '45␛[31m␊000'")
                .doesNotContain("\u001b");
    }

    @Test
    void a_verdict_that_is_not_the_expected_one_matters_only_where_that_is_asked_for() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        // 48.41 is what the sum of the rows gives
        Cli.replace(copy.resolve("claims.csv"), ",48.41,", ",49.41,");

        assertThat(Cli.run("check", copy.toString()).code()).isZero();
        assertThat(Cli.run("check", "--strict", copy.toString()).code()).isEqualTo(1);
        assertThat(Cli.run("check", "--strict", copy.toString()).out())
                .containsPattern(
                        "(?m)^China has 48\\.41% of world reserves\\. +49\\.41 % .* not reproduced, expected: reproduced$");
    }

    @Test
    void every_claim_about_rare_earths_gets_the_expected_verdict() {
        assertThat(Cli.run("check", "--strict", "rare-earths").code()).isZero();
    }

    @Test
    void results_of_studies_that_cannot_be_reconciled_stand_before_the_claims() {
        String checked = Cli.printed("check", "rare-earths").out();
        assertThat(checked).containsPattern("(?m)^Longonjo, PFS 2019 +IRR before tax +101% .*cannot reconcile$");
        assertThat(checked.indexOf("cannot reconcile")).isLessThan(checked.indexOf("World reserves of rare earths"));
        assertThat(checked).contains("82 results of studies that can be reconciled left out; --all shows them.");
    }

    @Test
    void a_dataset_without_claims_has_none_to_show() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Set<String> gone = Set.of("claims", "studies", "study-sensitivities", "valued-projects");
        for (String table : gone) {
            Files.delete(copy.resolve(table + ".csv"));
        }
        Path manifest = copy.resolve("datapackage.json");
        JsonNode all = JSON.readTree(manifest.toFile());
        Iterables.removeIf(
                all.path("resources"),
                resource -> gone.contains(resource.path("name").asText()));
        JSON.writeValue(manifest.toFile(), all);

        Result result = Cli.run("check", copy.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .hasSize(3)
                .contains("No claims to recompute: rare-earths has no table of what a note prints.");
    }
}
