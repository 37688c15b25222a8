package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;

class CompareCommandTest {

    private static final String QUOTA = "quota/2026/mining/all/all=300,000";
    private static final String OUTPUT = "assumption/china-output/Base=1000";

    @TempDir
    Path folder;

    private static void assertRefused(Result result, String message) {
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(message);
        assertThat(result.code()).isEqualTo(Lodestone.WRONG_USE);
    }

    @Test
    void two_editions_are_compared_with_what_the_revisions_do() {
        Result result = Cli.printed("compare", "rare-earths@MCS2025", "rare-earths@MCS2026");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith(
                        "From MCS 2025 to MCS 2026, “Growth of mine supply slows” now depends on the base in Base: 3.14% a"
                                + " year; 3 others turn; the share of China in mine production 2024 rises from 68.54% to 70.31%.\n")
                .contains("\nWhat changed from MCS 2025 to MCS 2026\n")
                .contains("the share of China from 68.54% to 70.31%", "the share of China from 48.41% to 58.44%")
                .containsPattern("Growth, sums of rows, over the older 2023 +% +4.75% +2.10% +−2.65%")
                .containsPattern("figure/mine-production/Nigeria/2024 +t REO +13,000 +1,500 +−11,500 +−88.5%")
                .containsPattern(
                        "figure/reserves/Brazil/2025 +t REO +21,000,000 +11,000,000 .* MCS 2026 v1.0 +MCS 2026 v1.3")
                .containsPattern("China mined 68.54% of world output in 2024. .*reproduced +overtaken +flipped");
    }

    @Test
    void a_dataset_beside_itself_has_nothing_to_say_and_the_exit_code_tells_it() {
        Result result = Cli.run("compare", "tungsten", "tungsten");

        assertThat(result.out())
                .startsWith("Nothing changed: every fact and every result is the same on both sides.\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(3);
        assertThat(Cli.run("compare", "tungsten", "tungsten", "--format", "json")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void a_typed_fact_is_told_with_what_it_replaces_turns_and_leaves() {
        Result result = Cli.printed("compare", "rare-earths", "--set", QUOTA);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith(
                        "With the mining quota of 2026 at 300,000 t REO, “Growth of mine supply slows” now depends on the"
                                + " base in Tight: 2.11% a year.\n")
                .contains(
                        "\nWhat one new fact changes\n",
                        "With the mining quota of 2026 at 300,000 t REO (typed in, not published; before: not known), ")
                .contains(
                        "“Growth of mine supply slows” now depends on the base (before: slows against all) in scenario Tight")
                .containsPattern("quota/2026/mining/all/all/year +300,000 t REO +nothing")
                .containsPattern("Growth of mine supply slows, Tight +% a year .* turned")
                .containsPattern("Extra ore from Myanmar, Base +t REO/yr");
    }

    @Test
    void several_facts_are_typed_together() {
        Result result = Cli.printed("compare", "gallium", "--set", OUTPUT, "--set", "assumption/disruption/Base=6");

        assertThat(result.out())
                .startsWith("With 2 facts typed in, ")
                .contains(
                        "\nWhat new facts change\n",
                        ", and the assumption “Disruption of new tonnes” in scenario Base at 6%");
    }

    @Test
    void programs_get_the_same_section_unrounded() throws JsonProcessingException {
        JsonNode whole = JsonMapper.builder()
                .build()
                .readTree(Cli.printed("compare", "rare-earths", "--set", QUOTA, "--format", "json")
                        .out());

        assertThat(whole.path("sentences").findValuesAsText("section")).containsOnly("What changed");
        assertThat(whole.path("values").findValuesAsText("table")).contains("conclusion-shifts", "screen-shifts");
        JsonNode base = JsonMapper.builder()
                .build()
                .readTree(Cli.run(
                                "compare",
                                "gallium",
                                "--set",
                                OUTPUT,
                                "--format",
                                "json",
                                "--table",
                                "conclusion-shifts")
                        .out())
                .path("table")
                .path("rows")
                .path(0);
        assertThat(base.path("after").asDouble()).isBetween(90.371, 90.372);
    }

    @Test
    void programs_get_every_new_fact_and_people_a_page() throws JsonProcessingException {
        String people =
                Cli.printed("compare", "cobalt@MCS2024", "cobalt@MCS2026").out();
        String programs = Cli.run(
                        "compare", "cobalt@MCS2024", "cobalt@MCS2026", "--format", "json", "--table", "new-facts")
                .out();

        Matcher counted = Pattern.compile("new: (\\d+); dropped: 0").matcher(people);
        assertThat(counted.find()).isTrue();
        int all = Integer.parseInt(counted.group(1));
        assertThat(all).isGreaterThan(60);
        assertThat(people).contains("And " + (all - 60) + " more.");
        assertThat(JsonMapper.builder().build().readTree(programs).path("table").path("rows"))
                .hasSize(all);
    }

    @Test
    void a_fact_that_feeds_nothing_is_told() {
        Result result = Cli.run("compare", "gallium", "--set", "import/United States/World/gallium metal/2019=6000");

        assertThat(result.out()).contains("No conclusion, rank or profit uses this fact.");
        assertThat(result.code()).isZero();
    }

    @Test
    void a_mistyped_key_or_value_gets_the_one_that_was_probably_meant() {
        assertRefused(
                Cli.run("compare", "rare-earths", "--set", "figure/mine-production/Myanmarr/2024=4"),
                "--set: 'Myanmarr' is not a known place. Did you mean 'Myanmar'?");
        assertRefused(
                Cli.run("compare", "rare-earths", "--set", "qota/2026/mining/all/all=4"), "Did you mean 'quota'?");
        assertRefused(Cli.run("compare", "rare-earths", "--set", "quota/2026/mining/all/all"), "has no '='");
        assertRefused(Cli.run("compare", "rare-earths", "--set", "quota/2026/mining/all/all=3OO"), "is not a");
    }

    @Test
    void what_can_be_set_is_listed_by_table_and_by_key() {
        assertThat(Cli.run("compare", "rare-earths", "--keys").out())
                .containsPattern(
                        "quota +\\d+ +quota/YEAR/STAGE/ORE/HOLDER\\[/BATCH\\] +quota/2026/mining/all/all=300000");
        assertThat(Cli.run("compare", "rare-earths", "--keys", "assumption").out())
                .containsPattern("assumption/mining-quota-growth/Tight +0 %/yr");
        assertRefused(Cli.run("compare", "rare-earths", "--keys", "quotes"), "Did you mean 'quota'?");
    }

    @Test
    void wrong_use_is_told_with_the_remedy() {
        assertRefused(
                Cli.run("compare", "rare-earths"), "'rare-earths' is compared with nothing. Name a second dataset");
        assertRefused(
                Cli.run("compare", "rare-earths", "rare-earths@MCS2026", "--set", QUOTA),
                "--set is for one dataset, and rare-earths and rare-earths@MCS2026 are two.");
        assertRefused(
                Cli.run("compare", "rare-earths@MCS2025", "rare-earths@MCS2027"),
                "'MCS2027' is not an edition of rare-earths. Did you mean");
        assertRefused(
                Cli.run("compare", "rare-earths", "lithium"),
                "'rare-earths' is about 'Rare earths' and 'lithium' about 'Lithium' (resource in datapackage.json)."
                        + " Compare two datasets or editions of one resource.");
        assertRefused(Cli.run("compare", "rare-earth", "rare-earths"), "Did you mean 'rare-earths'?");
    }

    @Test
    void a_dataset_with_problems_is_not_compared() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("figures.csv"), ",45000,", ",450O0,");

        Result result = Cli.run("compare", "rare-earths", copy.toString());

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("figures.csv:3", "To fix first: 1 problem.");
        assertThat(result.code()).isEqualTo(Lodestone.PROBLEMS);
    }

    @Test
    void a_folder_that_was_changed_is_compared_row_by_row() throws IOException {
        Path copy = Cli.copyOf("cobalt", folder);
        Cli.replace(copy.resolve("figures.csv"), ",3450,", ",3550,");

        assertThat(Cli.run("compare", "cobalt", copy.toString()).out())
                .containsPattern("figure/mine-production/Cuba/2024 +t Co +3,450 +3,550 +100 +2.9%")
                .contains("Facts revised: 1; new: 0; dropped: 0.");
    }
}
