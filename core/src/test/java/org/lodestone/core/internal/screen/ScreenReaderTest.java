package org.lodestone.core.internal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Indicator.Statement;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.screen.Screen.Level;

class ScreenReaderTest {

    private static final ScreenColumns COLUMNS =
            new ScreenColumns(ImmutableSet.of("market value", "margin"), ImmutableSet.of("country"), false);

    private final Problems problems = new Problems();

    private Optional<Screen> read(String json) {
        return JsonPlace.parse("screen.json", json, problems).flatMap(place -> ScreenReader.read(place, COLUMNS));
    }

    /** A screen of one criterion with these fields. */
    private List<String> problemsOf(String fields) {
        read("{\"name\": \"S\", \"criteria\": [\n{\"name\": \"margin\", " + fields + "}]}");
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Test
    void a_title_has_room_in_a_sentence_and_belongs_to_one_criterion() {
        assertThat(problemsOf("\"title\": \"" + "x".repeat(300) + "\""))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("has 300 characters, and there is room for 200. Shorten it");
        assertThat(problemsOf("\"title\": \"Size\"}, {\"name\": \"market value\", \"title\": \"Size\""))
                .anySatisfy(
                        problem -> assertThat(problem).contains("'Size' is a title of a criterion twice. Rename one."));
    }

    @Test
    void every_part_of_a_screen_can_be_written_down() {
        Screen screen = read("""
                        {
                          "name": "Rare earths",
                          "filters": [
                            {"column": "market value", "at_least": 100, "at_most": 9000},
                            {"column": "country", "none_of": ["Russia"]}
                          ],
                          "levels": [{"name": "assets", "weight": 3}, {"name": "money"}, {"name": "debt", "level": "money"}],
                          "criteria": [
                            {
                              "name": "ore", "title": "Ore in the ground", "unit": "t REO", "basis": "attributable",
                              "measure": {
                                "stated": [{"fact": "reserves", "unit": "t REO"},
                                           {"projects": "mining", "unit": "t REO/yr", "at_least": true}],
                                "stage": "mining"
                              },
                              "weight": 2, "level": "assets", "outliers": "auto", "missing": "left-out",
                              "normalisation": {"goalposts": [1000, 200000], "scale": "log10"}, "reason": "Depth"
                            },
                            {"name": "margin", "level": "money", "direction": "lower", "normalisation": "z-score",
                             "outliers": {"winsorise": [0.01, 0.99]}},
                            {"name": "q", "measure": {"quota": "mining"}, "level": "assets"},
                            {"name": "b", "measure": {"stages": true}, "level": "assets"},
                            {"name": "r", "measure": {"rating": "outlook", "marks": ["none", "", "fair"]}, "level": "assets"},
                            {"name": "cheap", "measure": {"per_market_value": "ore"}, "level": "assets"},
                            {"name": "m", "measure": {"column": "market value"}, "level": "money"},
                            {"name": "g", "measure": {"gain": "balance sheet"}, "direction": "higher", "level": "money"}
                          ],
                          "coverage": 0.6,
                          "leagues": [{"name": "overseas", "filters": [{"column": "country", "none_of": ["China"]}],
                                       "weights": {"ore": 2, "q": 0}}]
                        }
                        """).orElseThrow();

        assertThat(problems.sorted()).isEmpty();
        assertThat(screen.filters())
                .containsExactly(new Filter.Between("market value", 100, 9000), Filter.noneOf("country", "Russia"));
        assertThat(screen.levels())
                .containsExactly(new Level("assets", 3, ""), new Level("money", 1, ""), new Level("debt", 1, "money"));
        Statement reserves = new Statement(Statement.Kind.FACT, "reserves", Unit.parse("t REO"), false);
        Statement mines = new Statement(Statement.Kind.PROJECTS, "mining", Unit.parse("t REO/yr"), true);
        assertThat(screen.criteria().get(0))
                .isEqualTo(new Criterion(
                        "ore",
                        "Ore in the ground",
                        new Indicator.Stated("mining", ImmutableList.of(reserves, mines)),
                        "t REO",
                        "attributable",
                        Direction.HIGHER,
                        2,
                        "assets",
                        Outliers.Rule.AUTO,
                        Normalisation.logBetween(1000, 200_000),
                        Missing.LEFT_OUT,
                        "Depth"));
        assertThat(screen.criteria().get(1))
                .isEqualTo(Criterion.of("margin")
                        .level("money")
                        .lower()
                        .by(Normalisation.Relative.Z_SCORE)
                        .outliers(new Outliers.Winsorise(0.01, 0.99)));
        assertThat(screen.criteria())
                .extracting(Criterion::indicator)
                .endsWith(
                        new Indicator.Quota("mining"),
                        new Indicator.Breadth(),
                        new Indicator.Rating("outlook", ImmutableList.of("none", "", "fair")),
                        new Indicator.PerMarketValue("ore"),
                        new Indicator.Column("market value"),
                        new Indicator.Gain(Indicator.Gain.Kind.BALANCE_SHEET));
        assertThat(screen.aggregation()).isEqualTo(Aggregation.ARITHMETIC);
        assertThat(screen.coverage()).isEqualTo(0.6);
        assertThat(screen.leagues())
                .containsExactly(new League(
                        "overseas",
                        ImmutableList.of(Filter.noneOf("country", "China")),
                        ImmutableMap.of("ore", 2.0, "q", 0.0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"wieght\": 2|wieght: is not a field of a criterion. Did you mean 'weight'?",
                "\"weight\": \"2\"|weight: '2' is not a number. Write plain digits with a decimal point, and no quotes: 0.25.",
                "\"weight\": 1e400|weight: '1e400' is too large or too small for a number. Check its exponent.",
                "\"weight\": null|weight: 'null' is not a number. Write plain digits with a decimal point, and no quotes: 0.25.",
                "\"weight\": -1|weight: '-1' is below zero. A weight is a number from zero; where less is better, say so: \"direction\": \"lower\".",
                "\"direction\": \"lowr\"|direction: 'lowr' is not allowed here. Did you mean 'lower'?",
                "\"outliers\": \"winsorise\"|outliers: 'winsorise' is not allowed here. Use one of: none, log, auto.",
                "\"outliers\": {\"winsorise\": [1]}|winsorise: '[1]' is not a pair of numbers. Write the lower and the higher: [1, 99].",
                "\"normalisation\": \"zscore\"|normalisation: 'zscore' is not allowed here. Did you mean 'z-score'?",
                "\"missing\": \"zero\"|missing: 'zero' is not allowed here. Use one of: provisional, neutral, worst, left-out.",
                "\"measure\": {}|the measure has none of the fields column, rating, quota, stages, per_market_value, stated, gain. Give exactly one.",
                "\"measure\": {\"stages\": true, \"marks\": [\"none\"]}|marks: are the words of a rating. Leave them out, or measure by a rating.",
                "\"measure\": {\"column\": \"margn\"}|column: 'margn' is not a column of the universe. Did you mean 'margin'?",
                "\"measure\": {\"column\": \"country\"}|column: 'country' is not a column of numbers. Use one of: market value, margin.",
                "\"measure\": {\"per_market_value\": \"quota\"}|per_market_value: 'quota' is not a criterion of the screen. Use one of: margin.",
                "\"measure\": {\"stated\": [{\"fact\": \"f\", \"unit\": \"t\"}]}|unit: 't' is not a unit. Say a mass of what: t REO, t gross, kt magnet REE/yr.",
                "\"measure\": {\"gain\": \"cost\"}|direction: is missing. Say which way is better: \"higher\", or \"lower\" as for a cost.",
                "\"direction\": \"lower\", \"measure\": {\"gain\": \"coast\"}|gain: 'coast' is not a gain. Did you mean 'cost'? The gains are profit, value, cost, tonnes, balance sheet.",
                "\"direction\": \"higher\", \"measure\": {\"gain\": \"luck\"}|gain: 'luck' is not a gain. The gains are profit, value, cost, tonnes, balance sheet.",
                "\"direction\": \"higher\", \"measure\": {\"gain\": 1}|gain: '1' is not text. Put it in quotes.",
                "\"direction\": \"higher\", \"measure\": {\"gain\": \"\"}|gain: is missing or empty. Give it as text.",
                "\"level\": \"money\"|level: 'money' is not a level of the screen. Add it to levels."
            })
    void a_mistake_in_a_criterion_is_reported_in_its_line(String field, String message) {
        assertThat(problemsOf(field)).containsExactly("screen.json:2: " + message);
    }

    @ParameterizedTest
    @CsvSource({"quota, mining", "gain, profit"})
    void a_measure_that_only_a_dataset_has_is_refused_for_a_table_of_ones_own(String measure, String name) {
        JsonPlace.parse(
                        "mine.json",
                        "{\"name\": \"S\", \"criteria\": [{\"name\": \"q\", \"measure\": {\"" + measure + "\": \""
                                + name + "\"}}]}",
                        problems)
                .ifPresent(place -> ScreenReader.read(
                        place, new ScreenColumns(ImmutableSet.of("margin"), ImmutableSet.of(), true)));

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly("mine.json:1: " + measure
                        + ": is only known of the companies of a dataset. Measure by a column: {\"column\": …}.");
    }

    @Test
    void a_gain_without_a_direction_that_is_also_unknown_has_two_mistakes() {
        assertThat(problemsOf("\"measure\": {\"gain\": \"tonne\"}"))
                .containsExactlyInAnyOrder(
                        "screen.json:2: gain: 'tonne' is not a gain. Did you mean 'tonnes'? The gains are profit, value, cost,"
                                + " tonnes, balance sheet.",
                        "screen.json:2: direction: is missing. Say which way is better: \"higher\", or \"lower\" as for a"
                                + " cost.");
    }

    @Test
    void several_mistakes_are_reported_at_once_each_in_its_line() {
        assertThat(read("""
                        {
                          "name": "S",
                          "filters": [{"column": "country", "at_least": 3},
                                      {"column": "market valu", "at_least": 3},
                                      {"column": "market value"}],
                          "criteria": [
                            {"name": "margin", "weight": 1},
                            {"name": "market value",
                             "weight": -1}
                          ],
                          "leagues": [{"name": "L",
                                       "weights": {"margin": 0, "quota": 0}}],
                          "aggregation": "median"
                        }
                        """)).isEmpty();

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "screen.json:3: column: 'country' is not a column of numbers. Use one of: market value, margin.",
                        "screen.json:4: column: 'market valu' is not a column of the universe. Did you mean 'market value'?",
                        "screen.json:5: the filter has none of the fields at_least, at_most, any_of, none_of. Give exactly"
                                + " one.",
                        "screen.json:9: weight: '-1' is below zero. A weight is a number from zero; where less is better,"
                                + " say so: \"direction\": \"lower\".",
                        "screen.json:12: quota: 'quota' is not a criterion of the screen. Use one of: margin, market"
                                + " value.",
                        "screen.json:12: weights: sum to zero. Give at least one criterion a weight above it, or leave"
                                + " them out.",
                        "screen.json:13: aggregation: 'median' is not allowed here. Use one of: arithmetic, geometric,"
                                + " harmonic.");
    }

    @Test
    void what_a_screen_refuses_as_a_whole_is_reported() {
        read("{\"name\": \"S\", \"criteria\": [{\"name\": \"margin\", \"weight\": 0}]}");
        read("{\"name\": \"S\", \"criteria\": []}");

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "screen.json:1: The weights of the screen 'S' sum to zero. Give at least one criterion, and its"
                                + " level, a weight above it.",
                        "screen.json:1: The screen 'S' has no criterion. Give it at least one.");
    }
}
