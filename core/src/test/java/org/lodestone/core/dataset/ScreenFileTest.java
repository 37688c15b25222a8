package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.screen.Screen;

/** The screens of a dataset, the marks it leans on, and where companies operate. */
class ScreenFileTest {

    private static final String SCREEN = """
            {
              "name": "Beneficiaries",
              "filters": [{"column": "operates", "any_of": ["mining"]}],
              "criteria": [
                {"name": "resource", "measure": {"rating": "resource-tier"}},
                {"name": "output", "measure": {"stage": "mining", "stated": [
                  {"fact": "output", "unit": "t REO"},
                  {"projects": "mining", "unit": "t REO/yr"}
                ]}},
                {"name": "quota", "measure": {"quota": "separation"}, "basis": "consolidated"},
                {"name": "chain", "measure": {"stages": true}},
                {"name": "value", "measure": {"per_market_value": "output"}, "weight": 0}
              ]
            }
            """;

    private static final String BENEFIT = """
            {
              "name": "Who gains",
              "criteria": [
                {"name": "profit", "measure": {"gain": "profit"}, "direction": "higher", "weight": 2},
                {"name": "cost", "measure": {"gain": "cost"}, "direction": "lower"},
                {"name": "more", "measure": {"gain": "tonnes"}, "direction": "higher"}
              ]
            }
            """;

    @TempDir
    private Path folder;

    private TinyDataset tiny;

    @BeforeEach
    void write() throws IOException {
        tiny = TinyDataset.in(folder)
                .table(
                        "companies",
                        "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                        "MINE,Mine,,XNYS,MINE,United States,mining; separation,,USD,12-31,,,usgs-2025",
                        "PLAN,Plan,,XNYS,PLAN,United States,mining; separation,none,USD,12-31,,,usgs-2025",
                        "HALF,Half,,XNYS,HALF,United States,mining; separation,mining,USD,12-31,,,usgs-2025")
                .table(
                        "company-facts",
                        "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                        "MINE,output,FY2024,45000,t REO,,reported,,usgs-2025,read")
                .table("ratings", "rating,company,mark,reason,sources", "resource-tier,MINE,3,Owns its mine,usgs-2025")
                .table("scenarios", "id,description", "Base,As it is expected")
                .table(
                        "assumptions",
                        "id,scenario,year,name,value,unit,period,origin,reason,sources",
                        "price,Base,,Price,100,2026 USD/kg,,,Brokers.,")
                .table(
                        "decks",
                        "id,product,market,price,over,premium,long_term,vat,note,sources",
                        "china,NdPr oxide,China,price,,,2026,excluded,,usgs-2025");
        Files.writeString(folder.resolve("screen.json"), SCREEN);
        Files.writeString(folder.resolve("benefit.json"), BENEFIT);
    }

    @Test
    void a_screen_is_read_with_the_dataset() {
        Dataset dataset = tiny.read().orElseThrow();

        Screen screen = dataset.screen().orElseThrow();
        assertThat(screen.criteria())
                .extracting(Criterion::name)
                .containsExactly("resource", "output", "quota", "chain", "value");
        assertThat(screen.filters()).containsExactly(Filter.anyOf("operates", "mining"));
        assertThat(screen.criteria().get(4).indicator()).isEqualTo(new Indicator.PerMarketValue("output"));
        assertThat(dataset.ratings())
                .singleElement()
                .satisfies(rating -> assertThat(rating.mark()).isEqualByComparingTo("3"));
    }

    @Test
    void a_screen_of_who_benefits_is_read_beside_it() {
        Dataset dataset = tiny.read().orElseThrow();

        Screen benefit = dataset.benefit().orElseThrow();
        assertThat(benefit.name()).isEqualTo("Who gains");
        assertThat(benefit.criteria())
                .extracting(Criterion::indicator)
                .containsExactly(
                        new Indicator.Gain(Gain.Kind.PROFIT),
                        new Indicator.Gain(Gain.Kind.COST),
                        new Indicator.Gain(Gain.Kind.TONNES));
        assertThat(benefit.criteria())
                .extracting(Criterion::direction)
                .containsExactly(Direction.HIGHER, Direction.LOWER, Direction.HIGHER);
        assertThat(dataset.screen().orElseThrow().name()).isEqualTo("Beneficiaries");
    }

    @Test
    void a_dataset_without_one_has_none() throws IOException {
        Files.delete(folder.resolve("screen.json"));
        Dataset dataset = tiny.read().orElseThrow();

        assertThat(dataset.screen()).isEmpty();
        assertThat(dataset.benefit()).isPresent();

        Files.delete(folder.resolve("benefit.json"));
        assertThat(tiny.read().orElseThrow().benefit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "resource-tier"}  | "resource-teir"}  | screen.json:5: rating: 'resource-teir' is not in ratings.csv. Did you mean 'resource-tier'?
                    "stage": "mining" | "stage": "minning" | screen.json:6: stage: 'minning' is not in stages.csv. Did you mean 'mining'?
                    "fact": "output"  | "fact": "ouput"   | screen.json:7: fact: 'ouput' is not in company-facts.csv. Did you mean 'output'?
                    "projects": "mining" | "projects": "mines" | screen.json:8: projects: 'mines' is not in stages.csv. Use one of: mining, separation.
                    "quota": "separation" | "quota": "magnets" | screen.json:10: quota: 'magnets' is not in stages.csv. Use one of: mining, separation.
                    {"stages": true}  | {"column": "chain"} | screen.json:11: column: 'chain' is not a column of numbers, and a dataset has none. Measure by a rating, a quota, stages, or what is stated.
                    "column": "operates" | "column": "operate" | screen.json:3: column: 'operate' is not a word about companies. Did you mean 'operates'?
                    "basis": "consolidated" | "basis": "owned" | screen.json:10: basis: 'owned' says not on which ground a quota counts. Use one of: operated, consolidated, attributable.
                    "fact": "output", "unit": "t REO" | "fact": "output", "unit": "t gross" | screen.json:7: unit: 'output' is nowhere stated in t gross. Use one of: t REO.
                    ["mining"] | ["minning"] | screen.json:3: any_of: 'minning' is operates of no company. Did you mean 'mining'?
                    {"stages": true} | {"gain": "profit"}, "direction": "higher", "missing": "worst" | screen.json:11: gain: 'profit' is a gain, which belongs in benefit.json. Move the criterion there, or give it another measure.
                    "per_market_value": "output" | "per_market_value": "value" | screen.json:1: Criterion 'value' is set against market value, and so is 'value', which it starts from. Start from another.
                    """)
    void what_a_screen_asks_for_must_be_in_the_dataset(String sound, String broken, String message) throws IOException {
        assertThat(SCREEN).contains(sound);
        Files.writeString(folder.resolve("screen.json"), SCREEN.replace(sound, broken));

        assertThat(tiny.problems()).containsExactly(message);
        assertThat(tiny.dataset().screen()).isEmpty();
        assertThat(tiny.dataset().companies()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "gain": "profit" | "gain": "profits" | benefit.json:4: gain: 'profits' is not a gain. Did you mean 'profit'? The gains are profit, value, cost, tonnes, balance sheet.
                    , "direction": "lower" | `` | benefit.json:5: direction: is missing. Say which way is better: "higher", or "lower" as for a cost.
                    {"gain": "tonnes"} | {"stages": true} | benefit.json:6: measure: is no gain. Write {"gain": "profit"} or another gain; all else belongs in screen.json.
                    "name": "more" | "name": "chain" | benefit.json:6: name: 'chain' is a criterion of screen.json too, and values are kept by the name of their criterion. Rename one of the two.
                    """)
    void what_a_screen_of_who_benefits_asks_for_must_be_there_under_names_of_its_own(
            String sound, String broken, String message) throws IOException {
        assertThat(BENEFIT).contains(sound);
        Files.writeString(folder.resolve("benefit.json"), BENEFIT.replace(sound, broken));

        assertThat(tiny.problems()).containsExactly(message);
        assertThat(tiny.dataset().benefit()).isEmpty();
        assertThat(tiny.dataset().screen()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    filters | [{"column": "operates", "any_of": ["mining"]}]
                    levels | [{"name": "money", "weight": 1}]
                    aggregation | "geometric"
                    leagues | [{"name": "Miners", "filters": [{"column": "operates", "any_of": ["mining"]}]}]
                    """)
    void whom_to_leave_out_and_how_to_add_scores_up_mean_nothing_to_a_screen_of_who_benefits(String field, String value)
            throws IOException {
        String gains = BENEFIT.replace("\"criteria\": [", "\"" + field + "\": " + value + ", \"criteria\": [");
        Files.writeString(
                folder.resolve("benefit.json"),
                field.equals("levels") ? gains.replace("\"direction\"", "\"level\": \"money\", \"direction\"") : gains);

        assertThat(tiny.problems())
                .containsExactly(
                        "benefit.json:3: " + field + ": means nothing here: companies are compared two at a time,"
                                + " and all of which enough is known. Take it out.");
        assertThat(tiny.dataset().benefit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"normalisation, z-score", "missing, worst", "outliers, none"})
    void how_to_score_a_value_means_nothing_to_a_gain(String field, String value) throws IOException {
        String scored = BENEFIT.replaceFirst("\"direction\"", "\"" + field + "\": \"" + value + "\", $0");
        Files.writeString(folder.resolve("benefit.json"), scored);

        assertThat(tiny.read().problems())
                .extracting(Object::toString)
                .containsExactly(
                        "benefit.json:4: " + field + ": means nothing here: companies are compared two at a time,"
                                + " and all of which enough is known. Take it out.");
        assertThat(tiny.dataset().benefit()).isEmpty();
    }

    @Test
    void how_much_must_be_known_may_be_said_of_a_screen_of_who_benefits() throws IOException {
        Files.writeString(
                folder.resolve("benefit.json"),
                BENEFIT.replace("\"criteria\": [", "\"coverage\": 0.5, \"criteria\": ["));

        assertThat(tiny.read().orElseThrow().benefit().orElseThrow().coverage()).isEqualTo(0.5);
    }

    @Test
    void profit_value_and_cost_need_a_deck_and_tonnes_and_money_in_hand_do_not() throws IOException {
        tiny.table("decks", "id,product,market,price,over,premium,long_term,vat,note,sources");
        Files.writeString(folder.resolve("benefit.json"), """
                {"name": "Who gains", "criteria": [
                  {"name": "a", "measure": {"gain": "profit"}, "direction": "higher"},
                  {"name": "b", "measure": {"gain": "value"}, "direction": "higher"},
                  {"name": "c", "measure": {"gain": "cost"}, "direction": "lower"},
                  {"name": "d", "measure": {"gain": "tonnes"}, "direction": "higher"},
                  {"name": "e", "measure": {"gain": "balance sheet"}, "direction": "higher"}]}
                """);

        assertThat(tiny.problems())
                .filteredOn(problem -> problem.startsWith("benefit.json"))
                .containsExactly(
                        "benefit.json:2: gain: 'profit' is worked out at the prices of a deck, and decks.csv has none. Add"
                                + " one there, or take the criterion out.",
                        "benefit.json:3: gain: 'value' is worked out at the prices of a deck, and decks.csv has none. Add"
                                + " one there, or take the criterion out.",
                        "benefit.json:4: gain: 'cost' is worked out at the prices of a deck, and decks.csv has none. Add"
                                + " one there, or take the criterion out.");
    }

    @Test
    void a_mistake_in_the_screen_leaves_that_of_who_benefits() throws IOException {
        Files.writeString(folder.resolve("screen.json"), "{}");

        assertThat(tiny.dataset().screen()).isEmpty();
        assertThat(tiny.dataset().benefit()).isPresent();
    }

    @Test
    void a_company_operates_at_all_its_stages_at_some_or_at_none() {
        Dataset dataset = tiny.read().orElseThrow();

        assertThat(dataset.companies().get("MINE").operates()).containsExactly("mining", "separation");
        assertThat(dataset.companies().get("PLAN").operates()).isEmpty();
        assertThat(dataset.companies().get("HALF").operates()).containsExactly("mining");
        assertThat(dataset.companies().get("HALF").word("stages")).isEqualTo("mining; separation");
    }

    @Test
    void a_company_operates_only_where_it_works() {
        tiny.table(
                "companies",
                "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                "MINE,Mine,,XNYS,MINE,United States,mining,separation,USD,12-31,,,usgs-2025");

        assertThat(tiny.problems())
                .contains(
                        "companies.csv:2: operates: 'separation' is not among its stages. Add it there, or take it out"
                                + " here.");
    }

    @Test
    void a_mark_is_given_once_to_a_company_that_is_there_and_has_a_reason() {
        tiny.table(
                "ratings",
                "rating,company,mark,reason,sources",
                "resource-tier,MINE,3,Owns its mine,usgs-2025",
                "resource-tier,MINE,2,Owns a part,usgs-2025",
                "resource-tier,MIEN,two,,usgs-2025");

        assertThat(tiny.problems())
                .containsExactly(
                        "ratings.csv:3: has the same rating, company as line 2. Delete one of the two, or tell them"
                                + " apart.",
                        "ratings.csv:4: company: 'MIEN' is not in companies.csv. Did you mean 'MINE'?",
                        "ratings.csv:4: mark: 'two' is not a number. Write plain digits with a decimal point, such as 31000 or"
                                + " 48.40.",
                        "ratings.csv:4: reason: is empty, and every row of ratings needs it. Fill it in.");
    }
}
