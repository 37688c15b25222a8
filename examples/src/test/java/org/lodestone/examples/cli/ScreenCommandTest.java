package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.examples.cli.Cli.Result;

class ScreenCommandTest {

    @TempDir
    Path folder;

    private static JsonNode json(Result result) throws IOException {
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return JsonMapper.builder().build().readTree(result.out());
    }

    /** The ranking as programs get it. */
    private static JsonNode ranking(String dataset, String... options) throws IOException {
        List<String> args = new ArrayList<>(
                List.of("screen", dataset, "--by", "size", "--format", "json", "--table", "screen-ranking"));
        args.addAll(List.of(options));
        return json(Cli.printed(args.toArray(String[]::new))).path("table").path("rows");
    }

    private static List<String> ranked(String... options) throws IOException {
        return ranking("rare-earths", options).findValuesAsText("Id");
    }

    private static void assertWrongUse(Result result, String message) {
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo(message);
    }

    // ---------------------------------------------------------------- for people

    @Test
    void the_order_is_shown_with_the_finding_first_and_why() {
        Result result = Cli.printed("screen", "rare-earths", "--by", "size");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("China Northern Rare Earth ranks first of 6 with a score of 0.74,"
                        + " ahead of Lynas Rare Earths with 0.49.\n"
                        + "Rising Nonferrous Metals could rank first if all were known.\n"
                        + "China Northern Rare Earth ranks 1 of 6: first for separation quota (0.29 of 0.30) and separated"
                        + " oxides; held back by scarce resource.\n")
                .contains("\nBeneficiaries of a tighter rare earth market:"
                        + " of 25 companies 6 are ranked, 5 lack a criterion, 14 do not pass the filters\n")
                .containsPattern("quota +Separation quota +t REO +0.3 +30.0% +9 +higher +goalposts, log10\n")
                .containsPattern("1 +China Northern Rare Earth +600111.SH +0.744 +1 +0.200 +0.194 +0.291 +0.060\n")
                // up to 0.68 if it separates more than NdPr: above the 0.486 of the second
                .containsPattern("4 +MP Materials +MP +0.434 +2 +0.300 +0.054 +0.000 +0.080\n")
                .containsPattern(
                        "Ranks 1 of 6: first for separation quota \\(0\\.29 of 0\\.30\\) and\\s+separated oxides;")
                .containsPattern(
                        "Shenghe Resources +600392.SH +0.237 +0.740 +2 +Separation quota: No source says what it holds of the quota\n")
                .contains("\nRising Nonferrous Metals could rank first if all were known.\n")
                .containsSubsequence("League China", "League Overseas", "League Upstream", "League Magnets");
    }

    @Test
    void companies_are_level_as_the_page_of_the_pack_has_it() {
        // 0.555 and 0.547
        assertThat(Cli.run("screen", "tungsten", "--by", "size").out())
                .startsWith("Almonty Industries and Xiamen Tungsten are level at the head of 6 with a score of 0.55.\n")
                .doesNotContain("ahead of");
    }

    @Test
    void only_the_first_are_shown_where_so_many_are_asked_for() {
        Result result = Cli.printed("screen", "rare-earths", "--by", "size", "--top", "2");

        assertThat(result.out())
                .contains("The first 2 of 6 are shown.", "The first 2 of 4 are shown.", "Shenghe Resources")
                .doesNotContain("Ranks 3 of 6");
    }

    @Test
    void how_sure_the_order_is_stands_below_where_it_is_asked_for() {
        Result result = Cli.printed("screen", "rare-earths", "--by", "size", "--robustness");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        "China Northern Rare Earth ranks first of 6 with a score of 0.74, ahead of Lynas Rare Earths"
                                + " with 0.49.\nChina Northern Rare Earth is first of the 6"
                                + " ranked in 100% of draws with weights up to 25% higher or lower, and in 80% with any"
                                + " weights of these criteria, figures as they stand.\n")
                .containsSubsequence("\nScreen\n======\n", "\nScreen robustness\n=================\n")
                .containsPattern("China Northern Rare Earth +80% +12% +9% +0% +0% +0%\n")
                // without quota Lynas leads by 0.032 of 0.7, and for quota alone China Northern by 0.291 of 0.3: they
                // are
                // level where it weighs (0.032 / 0.7) / (0.032 / 0.7 + 0.291 / 0.3)
                .containsPattern("weight of separation quota falls from 30.0% to 4.5%")
                .containsSubsequence(
                        "Central weights",
                        "scores above another",
                        "Ranks without one criterion",
                        "Which weights the ranks")
                .doesNotContain("brown", " sheet,");
    }

    // ---------------------------------------------------------------- by size, by benefit, or both

    @Test
    void who_could_gain_most_is_told_with_the_ranks_that_are_possible() {
        Result result = Cli.printed("screen", "rare-earths", "--by", "benefit");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        "China Northern Rare Earth, China Rare Earth Resources or Lynas Rare Earths could gain most of 5 companies by"
                                + " profit, value, cost, tonnes and balance sheet.\n")
                .contains("No rank is certain; 3 of 5 companies could come first")
                // profit 0.5 to 1 of 0.3, value and cost 0.25 to 0.75 of 0.45, tonnes 0.5 of 0.15, cash 0.75 of 0.1
                .containsPattern("Lynas Rare Earths +1–3 +41–79% ")
                .containsPattern("MP Materials +2–4 +29–66% ")
                .doesNotContain("ranks first of 6");
    }

    @Test
    void by_size_nothing_is_told_of_gains() {
        Result result = Cli.printed("screen", "rare-earths", "--by", "size");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("China Northern Rare Earth ranks first of 6 with a score of 0.74,")
                .doesNotContain("could gain most");
    }

    @Test
    void both_are_told_where_neither_is_asked_for() {
        assertThat(Cli.printed("screen", "rare-earths").out())
                .containsSubsequence(
                        "could gain most of 5 companies by profit, value, cost, tonnes and balance sheet.\n",
                        "China Northern Rare Earth ranks first of 6 with a score of 0.74,",
                        "\nBenefit\n=======\n",
                        "Ranking by benefit",
                        "\nScreen\n======\n",
                        "Beneficiaries of a tighter rare earth market:");
    }

    @Test
    void a_word_for_nothing_that_companies_are_compared_by_is_told() {
        assertWrongUse(
                Cli.printed("screen", "rare-earths", "--by", "luck"),
                "'luck' is not a value of --by. Use one of: size, benefit.\nSee 'lodestone screen --help'.\n");
    }

    @Test
    void a_dataset_without_a_screen_of_who_benefits_is_told_what_to_add_and_ranked_by_size() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Files.delete(copy.resolve("benefit.json"));

        assertWrongUse(
                Cli.run("screen", copy.toString(), "--by", "benefit"),
                "'" + copy
                        + "' has no screen of who benefits, or too little is known for one. Add the file benefit.json"
                        + " beside its tables, with the gains by which its companies are compared.\n");
        assertThat(Cli.run("screen", copy.toString()))
                .isEqualTo(Cli.run("screen", copy.toString(), "--by", "size"))
                .satisfies(result -> assertThat(result.code()).isZero());
    }

    // ---------------------------------------------------------------- for programs

    @Test
    void programs_get_every_value_of_all_sections() throws IOException {
        Result csv = Cli.printed("screen", "rare-earths", "--robustness", "--format", "csv");
        JsonNode whole = json(Cli.printed("screen", "rare-earths", "--robustness", "--format", "json"));

        assertThat(csv.code()).isZero();
        assertThat(new LinkedHashSet<>(whole.path("sentences").findValuesAsText("section")))
                .containsExactly("Benefit", "Screen", "Screen robustness");
        assertThat(new LinkedHashSet<>(whole.path("values").findValuesAsText("table")))
                .hasSizeGreaterThan(8)
                .allMatch(table -> csv.out().contains("," + table + ","));
    }

    @Test
    void numbers_are_not_rounded_for_programs() throws IOException {
        for (JsonNode row : ranking("rare-earths")) {
            double sum = 0;
            for (String criterion : List.of("resource", "separation", "quota", "chain")) {
                sum += row.path(criterion).asDouble();
            }
            assertThat(sum).isEqualTo(row.path("Score").asDouble(), within(1e-12));
        }
    }

    @Test
    void the_csv_has_as_many_cells_in_every_line() throws IOException {
        String csv = Cli.printed("screen", "rare-earths", "--robustness", "--format", "csv")
                .out();

        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv)) {
            assertThat(rows.stream().map(CsvRecord::getFieldCount).distinct()).hasSize(1);
        }
    }

    @Test
    void a_criterion_that_is_left_out_says_why_it_is_not_known() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        // the third of six criteria
        String screen = Files.readString(copy.resolve("screen.json"));
        int quota = screen.indexOf("\"Separation quota\"");
        int missing = screen.indexOf("\"missing\": \"provisional\"", quota);
        Files.writeString(
                copy.resolve("screen.json"),
                screen.substring(0, missing) + screen.substring(missing).replaceFirst("provisional", "left-out"));

        JsonNode values = json(Cli.run("screen", copy.toString(), "--by", "size", "--format", "json"))
                .path("values");

        assertThat(values)
                .filteredOn(value -> value.path("key").asText().equals("screen result: quota adds")
                        && value.path("of").asText().equals("600392.SH"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.path("value").isNull()).isTrue();
                    assertThat(gap.path("text").asText()).isEqualTo("not known");
                    assertThat(gap.path("reason").asText())
                            .isEqualTo(
                                    "left out, since it is not known: Separation quota: No source says what it holds of"
                                            + " the quota");
                });
    }

    @Test
    void the_same_command_prints_the_same() {
        assertThat(Cli.printed("screen", "gallium", "--robustness", "--format", "json"))
                .isEqualTo(Cli.run("screen", "gallium", "--robustness", "--format", "json"));
    }

    // ---------------------------------------------------------------- weights

    @Test
    void without_the_quota_lynas_comes_first() throws IOException {
        assertThat(ranked()).startsWith("600111.SH", "LYC.AX", "000831.SZ", "MP");

        Result result = Cli.printed("screen", "rare-earths", "--by", "size", "--weights", "quota=0");

        // scores without quota over the weight that is left: Lynas (0.300 + 0.146 + 0.040) / 0.7 = 0.694, China
        // Northern
        // (0.200 + 0.194 + 0.060) / 0.7 = 0.649, MP (0.300 + 0.054 + 0.080) / 0.7 = 0.620. Shenghe, of which only the
        // quota
        // was not known, has (0.257 of 0.7) = 0.367
        assertThat(result.out())
                .startsWith("Lynas Rare Earths ranks first of 7 with a score of 0.69,"
                        + " ahead of China Northern Rare Earth with 0.65");
        assertThat(ranked("--weights", "quota=0")).startsWith("LYC.AX", "600111.SH", "MP");
    }

    @Test
    void weights_are_divided_by_their_sum() throws IOException {
        assertThat(ranking("rare-earths", "--weights", "resource=3, separation=3,quota = 3,chain=1"))
                .isEqualTo(ranking("rare-earths"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "namplate=1|'namplate' is not a criterion of the screen. Did you mean 'nameplate'?",
                "price=1|'price' is not a criterion of the screen. Use one of: nameplate, step, money.",
                "money=O.5|'O.5' is not a number. Maybe the letter O was typed for a zero.",
                "money=high|'high' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40.",
                "money=-1|The weight of criterion 'money' is -1.0."
                        + " A weight is a number from zero; weights are divided by their sum.",
                "money=1,money=2|'money' stands twice. Give it one weight.",
                "money|'money' has no '='. Write a name and its weight, as in quota=0.5, with a comma between two.",
                "money=0,5|'5' has no '='. Write a name and its weight, as in quota=0.5, with a comma between two.",
                "nameplate=0,step=0,money=0|The weights of the screen"
                        + " 'Who plans gallium outside China' sum to zero."
                        + " Give at least one criterion, and its level, a weight above it."
            })
    void weights_that_cannot_be_are_named(String weights, String message) {
        assertWrongUse(
                Cli.printed("screen", "gallium", "--weights", weights), "--weights " + weights + ": " + message + "\n");
    }

    // ---------------------------------------------------------------- what cannot be shown

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3"})
    void at_least_one_company_is_shown(String top) {
        assertWrongUse(
                Cli.printed("screen", "rare-earths", "--top", top),
                "--top " + top + " would show no company. Ask for at least 1.\n");
    }

    @Test
    void the_number_of_companies_is_whole() {
        assertWrongUse(
                Cli.printed("screen", "rare-earths", "--top", "ten"),
                "Invalid value for option '--top': 'ten' is not an int\nSee 'lodestone screen --help'.\n");
    }

    @Test
    void a_dataset_without_a_screen_is_told_what_to_add() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Files.delete(copy.resolve("screen.json"));

        assertWrongUse(
                Cli.run("screen", copy.toString()),
                "'" + copy + "' has no screen. Add the file screen.json beside its tables,"
                        + " with the criteria by which its companies are compared.\n");
    }

    @Test
    void filters_that_nobody_passes_are_named() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(
                copy.resolve("screen.json"),
                "\"column\": \"operates\", \"any_of\": [\"mining\", \"separation\"]",
                "\"column\": \"place\", \"none_of\": [\"China\"]}, {\"column\": \"place\", \"any_of\": [\"China\"]");

        assertWrongUse(
                Cli.run("screen", copy.toString()),
                "No company of '" + copy + "' passes the filters of its screen: place not China; place China."
                        + " Ask for less, or add companies.\n");
    }

    @Test
    void where_nobody_can_be_ranked_there_is_no_order_to_try() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Path facts = copy.resolve("company-facts.csv");
        Files.write(
                facts,
                Files.readAllLines(facts).stream()
                        .filter(line -> !line.contains(",share-price,"))
                        .toList());
        Result result = Cli.run("screen", copy.toString(), "--weights", "value=1");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("No company can be ranked: too little is known about each.\n")
                .contains("Size per market value: follows when a price is typed on the");
        assertWrongUse(
                Cli.run("screen", copy.toString(), "--weights", "value=1", "--robustness"),
                "--robustness tries an order, and fewer than two companies are ranked."
                        + " Leave it out, or see without it what is missing.\n");
    }

    @Test
    void a_dataset_with_a_problem_is_not_screened() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("screen.json"), "\"weight\": 0.3", "\"weight\": \"high\"");

        Result result = Cli.run("screen", copy.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("screen.json:").endsWith("Nothing was made. To fix first: 1 problem.\n");
    }

    // ---------------------------------------------------------------- a table of one's own

    @Nested
    class OfOnesOwn {

        private static final String JSON = """
                {
                  "universe": "companies.csv", "id": "Ticker", "name": "Company", "exchange": "Exchange",
                  "numbers": {
                    "market value": {
                      "column": "Mkt cap", "currency": "Ccy", "in": "USD",
                      "rates": [{"from": "CNY", "rate": 0.14, "date": "2025-12-31", "source": "ECB"}]
                    },
                    "margin": "Margin"
                  },
                  "screen": {
                    "name": "Large and good",
                    "criteria": [{"name": "market value", "weight": 3}, {"name": "margin"}]
                  }
                }
                """;

        private Path universe(String json, String... rows) throws IOException {
            Files.writeString(
                    folder.resolve("companies.csv"),
                    "Ticker,Company,Exchange,Mkt cap,Ccy,Margin\n" + String.join("\n", rows) + "\n");
            return Files.writeString(folder.resolve("mine.json"), json);
        }

        private final String[] three = {
            "A,Alpha,NYSE,200,USD,10", "831,Beta,SZSE,1000,CNY,30", "C,Gamma,NYSE,100,USD,20"
        };

        @Test
        void it_is_ranked_and_what_was_done_to_it_is_said() throws IOException {
            Result result = Cli.run("screen", universe(JSON, three).toString());

            // A: 0.75; Beta: 0.75 × 40 / 100 + 0.25 = 0.55; C: 0.25 × 10 / 20 = 0.125
            assertThat(result.code()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out())
                    .startsWith("Alpha ranks first of 3 with a score of 0.75, ahead of Beta with 0.55.\n"
                            + "Alpha ranks 1 of 3: ")
                    .contains("\nLarge and good: of 3 companies 3 are ranked.\n")
                    .containsPattern("2 +Beta +000831 +0.550 +0.300 +0.250\n")
                    .containsPattern("3 +Gamma +C +0.125 +0.000 +0.125\n")
                    .contains("1 figure in CNY converted at 0.14 USD, the rate of")
                    .contains("1 code had lost leading zeros: '831' in line 3 is 000831.");
        }

        @Test
        void weights_change_the_order() throws IOException {
            // A: 2 / 4; Beta: 2 × 0.4 + 2 of 4 = 0.7
            assertThat(Cli.run("screen", universe(JSON, three).toString(), "--weights", "market value=2,margin=2")
                            .out())
                    .startsWith("Beta ranks first of 3 with a score of 0.70, ahead of Alpha with 0.50");
        }

        @Test
        void of_many_companies_the_first_fifty_are_shown() throws IOException {
            String[] rows = IntStream.range(0, 300)
                    .mapToObj(i -> "T" + i + ",T" + i + ",NYSE," + (1000 - i) + ",USD," + (i < 260 ? "1" : ""))
                    .toArray(String[]::new);
            String file = universe(JSON, rows).toString();

            Result result = Cli.run("screen", file);

            assertThat(result.out())
                    // 0.875, 0.872, 0.870 and 0.867; the next has 0.865
                    .startsWith("T0, T1, T2 and T3 are level at the head of 260 with scores of 0.87 to 0.88.")
                    .contains("The first 50 of 260 are shown.", "Ranks 50 of 260: ")
                    .doesNotContain("Ranks 51 of 260: ");
            assertThat(Cli.run("screen", file, "--top", "51").out()).contains("Ranks 51 of 260: ");
            assertWrongUse(
                    Cli.run("screen", file, "--robustness"),
                    "--robustness compares every company with every other, and 260 are ranked."
                            + " Add filters to the screen until at most 200 are.\n");
        }

        @Test
        void how_sure_its_order_is_can_be_asked_too() throws IOException {
            // with a weight w of market value: A scores w, Beta 0.4 w + 1 - w, level at 1 / 1.6 = 62.5%, which leaves
            // 37.5%
            assertThat(Cli.run("screen", universe(JSON, three).toString(), "--robustness")
                            .out()
                            .lines()
                            .map(String::strip)
                            .collect(Collectors.joining(" ")))
                    .contains("Beta overtakes Alpha if the weight of margin rises from 25.0% to 37.5%.");
        }

        @Test
        void its_problems_are_listed() throws IOException {
            Result result = Cli.run(
                    "screen",
                    universe(JSON, "A,Alpha,NYSE,200", ",Beta,ASX,1,AUD,x").toString());

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith("companies.csv:2: has 4 cells where the first line has 6.")
                    .contains("companies.csv:3: Ticker: is empty.", "companies.csv:3: Ccy: 'AUD' has no rate to USD.")
                    .endsWith("Nothing was made. To fix first: 4 problems.\n");
        }

        @Test
        void a_bad_cell_is_not_known_of_its_company_and_a_bad_row_is_left_out_and_counted() throws IOException {
            Result result = Cli.run(
                    "screen",
                    universe(
                                    JSON,
                                    "A,Alpha,NYSE,2OO,USD,10",
                                    "B,Beta,ASX,100,USD,20",
                                    "C,Gamma,ASX,300,USD,5",
                                    ",Delta,ASX,300,USD,5")
                            .toString());

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out())
                    .contains(
                            "; 2 of 4 ranked, 1 left out.\n",
                            "of 4 companies 2 are ranked, 1 lacks a criterion, 1 was left out for a problem",
                            "Not ranked: too little is known\n\nCompany",
                            "Alpha",
                            "1 cell is not known for a problem: line 2",
                            "1 row left out for a problem: line 5")
                    .doesNotContain("Delta");
            assertThat(result.err())
                    .startsWith("companies.csv:2: Mkt cap: '2OO' is not a number.")
                    .endsWith("Rows with problems were left out, cells with problems are not known: 2 problems.\n");
        }

        @Test
        void no_name_becomes_a_formula_in_csv_whatever_parts_cells_and_numbers_stay_as_they_are() throws IOException {
            Result result = Cli.run(
                    "screen",
                    universe(
                                    JSON,
                                    "A,Mine;=1+1,NYSE,200,USD,-10.5",
                                    "B,\"Tab\t +2x\",ASX,100,USD,20",
                                    "C,Pipe|@x,ASX,300,USD,5",
                                    "D,\"Quote;\"\"=3\"\"\",ASX,300,USD,5",
                                    "E,\"Line\n-cmd|x\",ASX,300,USD,5",
                                    "F,Number;-7.5,ASX,300,USD,5")
                            .toString(),
                    "--table",
                    "screen-ranking",
                    "--format",
                    "csv");

            assertThat(result.out())
                    .contains("Mine;'=1+1,", "Pipe|'@x,", "\"Quote;\"\"'=3\"\"\",", "Number;-7.5,")
                    .doesNotContain(";=", "|@", "\n-cmd", "\t +2x");
        }

        @Test
        void it_needs_a_screen() throws IOException {
            String file = universe("{\"universe\": \"companies.csv\", \"id\": \"Ticker\"}", three)
                    .toString();

            assertWrongUse(
                    Cli.run("screen", file),
                    "'" + file + "' has no screen. Add one, such as \"screen\": {\"name\": \"Good\","
                            + " \"criteria\": [{\"name\": \"margin\"}]}.\n");
        }

        @Test
        void it_needs_companies() throws IOException {
            String file = universe(JSON).toString();

            assertWrongUse(Cli.run("screen", file), "'" + file + "' has no companies. Add some to its table.\n");
        }

        @Test
        void the_table_itself_does_not_say_what_its_columns_are() throws IOException {
            universe(JSON, three);
            String table = folder.resolve("companies.csv").toString();

            assertWrongUse(
                    Cli.run("screen", table),
                    "'" + table
                            + "' is not a JSON file. Write one that names the table and its columns, with the screen,"
                            + " and give its path.\n");
        }

        @Test
        void a_file_that_is_not_there_is_named() {
            String file = folder.resolve("mien.json").toString();

            assertWrongUse(Cli.run("screen", file), "'" + file + "' is not a file. Check the path.\n");
        }
    }
}
