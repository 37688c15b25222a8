package org.lodestone.reports.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.sheet.forecast.BalanceSection;
import org.lodestone.reports.supply.PastGrowth;
import org.lodestone.reports.supply.Supplies;

/**
 * The forecast of the rare earth dataset, held to an analyst's own calculation of the three scenarios.
 *
 * <p>The tables below are that calculation as it was printed, so ours may differ by half a unit of the last digit. It was
 * made outside this library from the figures of USGS (MCS 2024 to 2026) and the IEA (Global Critical Minerals Outlook
 * 2025) and the assumptions that are now in the dataset.
 */
class RareEarthForecastTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final Supplies SUPPLIES = Supplies.of(DATASET);
    private static final ForecastStudy STUDY = ForecastStudy.of(DATASET).orElseThrow();
    private static final Values VALUES = STUDY.model().values();

    private static final Place CHINA = Place.parse("China");
    private static final Place AUSTRALIA = Place.parse("Australia");
    private static final Period Y2024 = Period.year(2024);
    private static final Period Y2025 = Period.year(2025);
    private static final Period Y2026 = Period.year(2026);
    private static final Period Y2027 = Period.year(2027);
    private static final Period Y2030 = Period.year(2030);

    private final Outcome base = STUDY.outcome(Scenario.BASE);
    private final SupplyForecast mined = mined(base);
    private final Balance magnets = magnets(base);

    private static SupplyForecast mined(Outcome outcome) {
        return outcome.supply("mine-production").orElseThrow();
    }

    private static Balance magnets(Outcome outcome) {
        return outcome.balance("magnet-ree-refined").orElseThrow();
    }

    private static double number(Key key) {
        return number(VALUES, key);
    }

    private static double number(Values values, Key key) {
        return values.number(key).orElseThrow();
    }

    private static double percent(Key key) {
        return 100 * number(key);
    }

    /** Half a unit of the last printed digit, with room for the last bit of a double. */
    private static Offset<Double> printedTo(double unit) {
        return within(unit / 2 + 1e-9);
    }

    // ---------------------------------------------------------------- year by year

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            # scenario,   year, China,     US,   AUS,  BRA,   TZA,   MMR, others,  world
            Base         , 2025, 270000, 51000, 29000, 2000,     0, 22000,  15310, 389310
            Base         , 2026, 276210, 51000, 29000, 2000,     0, 22000,  15616, 395826
            Base         , 2027, 282563, 54848, 31766, 3282,     0, 22000,  15929, 410388
            Base         , 2028, 289062, 58695, 34533, 4565,  1197, 22000,  16247, 426299
            Base         , 2029, 295710, 58695, 37547, 4565,  4788, 22000,  16572, 439877
            Base         , 2030, 302512, 58695, 41818, 4755,  7780, 22000,  16903, 454463
            Tight        , 2025, 270000, 51000, 29000, 2000,     0, 22000,  15310, 389310
            Tight        , 2026, 270000, 51000, 29000, 2000,     0, 18500,  15310, 385810
            Tight        , 2027, 270000, 51000, 31381, 3035,     0, 15000,  15310, 385726
            Tight        , 2028, 270000, 54312, 33763, 4070,     0, 15000,  15310, 392455
            Tight        , 2029, 270000, 57624, 36144, 4070,   414, 15000,  15310, 398562
            Tight        , 2030, 270000, 57624, 38585, 4070,  1656, 15000,  15310, 402245
            Fast overseas, 2025, 270000, 51000, 29000, 2000,     0, 22000,  15310, 389310
            Fast overseas, 2026, 276210, 55365, 33591, 2000,     0, 26500,  15922, 409589
            Fast overseas, 2027, 282563, 59730, 38183, 3455,  3928, 31000,  16559, 435419
            Fast overseas, 2028, 289062, 59730, 43671, 4910,  9428, 31000,  17222, 455023
            Fast overseas, 2029, 295710, 59730, 52268, 5759, 13357, 31000,  17911, 475735
            Fast overseas, 2030, 302512, 59730, 57015, 6947, 15714, 31000,  18627, 491545
            """)
    void mine_supply_of_each_country_in_t_reo(String scenario, int year, ArgumentsAccessor row) {
        SupplyForecast supply = mined(STUDY.outcome(scenario));
        List<String> countries =
                List.of("China", "United States", "Australia", "Brazil", "Tanzania", "Myanmar", "Other countries");
        for (int i = 0; i < countries.size(); i++) {
            Place country = Place.parse(countries.get(i));
            assertThat(number(supply.amount(country, Period.year(year))))
                    .as(countries.get(i))
                    .isCloseTo(row.getDouble(2 + i), printedTo(1));
        }
        assertThat(number(supply.total(Period.year(year)))).as("world").isCloseTo(row.getDouble(9), printedTo(1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            # scenario,   year, growth, China
            Base         , 2025,   1.38,  69.4
            Base         , 2026,   1.67,  69.8
            Base         , 2027,   3.68,  68.9
            Base         , 2028,   3.88,  67.8
            Base         , 2029,   3.19,  67.2
            Base         , 2030,   3.32,  66.6
            Tight        , 2025,   1.38,  69.4
            Tight        , 2026,  -0.90,  70.0
            Tight        , 2027,  -0.02,  70.0
            Tight        , 2028,   1.74,  68.8
            Tight        , 2029,   1.56,  67.7
            Tight        , 2030,   0.92,  67.1
            Fast overseas, 2025,   1.38,  69.4
            Fast overseas, 2026,   5.21,  67.4
            Fast overseas, 2027,   6.31,  64.9
            Fast overseas, 2028,   4.50,  63.5
            Fast overseas, 2029,   4.55,  62.2
            Fast overseas, 2030,   3.32,  61.5
            """)
    void growth_of_mine_supply_and_the_share_of_china_in_percent(
            String scenario, int year, double growth, double share) {
        SupplyForecast supply = mined(STUDY.outcome(scenario));
        assertThat(percent(supply.growth(Period.year(year)))).isCloseTo(growth, printedTo(0.01));
        assertThat(percent(supply.share(CHINA, Period.year(year)))).isCloseTo(share, printedTo(0.1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            # scenario,   year, China, elsewhere,  world, share
            Base         , 2025, 69.58,      8.90,  78.48,  88.7
            Base         , 2026, 69.61,     10.12,  79.74,  87.3
            Base         , 2027, 71.25,     11.76,  83.00,  85.8
            Base         , 2028, 72.92,     13.99,  86.91,  83.9
            Base         , 2029, 74.58,     16.67,  91.25,  81.7
            Base         , 2030, 76.11,     19.42,  95.53,  79.7
            Tight        , 2025, 68.49,      8.90,  77.39,  88.5
            Tight        , 2026, 65.17,      9.21,  74.39,  87.6
            Tight        , 2027, 63.49,     10.51,  73.99,  85.8
            Tight        , 2028, 62.96,     11.88,  74.84,  84.1
            Tight        , 2029, 62.25,     13.40,  75.65,  82.3
            Tight        , 2030, 61.57,     14.75,  76.33,  80.7
            Fast overseas, 2025, 69.80,      8.90,  78.70,  88.7
            Fast overseas, 2026, 71.44,     11.43,  82.87,  86.2
            Fast overseas, 2027, 74.98,     15.66,  90.64,  82.7
            Fast overseas, 2028, 77.18,     20.43,  97.61,  79.1
            Fast overseas, 2029, 78.52,     24.82, 103.34,  76.0
            Fast overseas, 2030, 80.84,     26.45, 107.29,  75.3
            """)
    void magnet_rare_earths_refined_in_china_and_elsewhere_in_kt(
            String scenario, int year, double china, double elsewhere, double world, double share) {
        Outcome outcome = STUDY.outcome(scenario);
        SupplyForecast refined = magnets(outcome).supply();
        Replacement replacement = outcome.replacements().get(0);
        Period then = Period.year(year);
        assertThat(number(refined.amount(CHINA, then))).isCloseTo(china, printedTo(0.01));
        assertThat(number(replacement.outside(then))).isCloseTo(elsewhere, printedTo(0.01));
        assertThat(number(refined.total(then))).isCloseTo(world, printedTo(0.01));
        assertThat(percent(refined.share(CHINA, then))).isCloseTo(share, printedTo(0.1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            # scenario,   year, demand,     scrap, balance, of demand,    change
            Base         , 2025,  95.60,     15.46,   -1.66,      -1.7,      -6.8
            Base         , 2026, 100.52,     16.26,   -4.52,      -4.5,      -9.5
            Base         , 2027, 105.69,     17.09,   -5.59,      -5.3,     -10.3
            Base         , 2028, 111.12,     17.97,   -6.23,      -5.6,     -10.7
            Base         , 2029, 116.84,     18.90,   -6.69,      -5.7,     -10.8
            Base         , 2030, 122.85,     19.87,   -7.44,      -6.1,     -11.1
            Tight        , 2025,  96.70,     14.71,   -4.60,      -4.8,      -9.8
            Tight        , 2026, 102.84,     14.71,  -13.75,     -13.4,     -18.4
            Tight        , 2027, 109.37,     14.71,  -20.67,     -18.9,     -23.9
            Tight        , 2028, 116.32,     14.71,  -26.78,     -23.0,     -28.1
            Tight        , 2029, 123.71,     14.71,  -33.35,     -27.0,     -32.0
            Tight        , 2030, 131.57,     14.71,  -40.53,     -30.8,     -35.9
            Fast overseas, 2025,  95.60,     15.84,   -1.06,      -1.1,      -6.2
            Fast overseas, 2026, 100.52,     17.03,   -0.61,      -0.6,      -5.7
            Fast overseas, 2027, 105.69,     18.29,    3.24,       3.1,      -2.0
            Fast overseas, 2028, 111.12,     19.61,    6.10,       5.5,       0.4
            Fast overseas, 2029, 116.84,     20.99,    7.50,       6.4,       1.4
            Fast overseas, 2030, 122.85,     22.45,    6.90,       5.6,       0.6
            """)
    void demand_scrap_beyond_supply_and_balance_in_kt(
            String scenario, int year, double demand, double scrap, double balance, double ofDemand, double change) {
        Balance ours = magnets(STUDY.outcome(scenario));
        Period then = Period.year(year);
        assertThat(number(ours.demand(then))).isCloseTo(demand, printedTo(0.01));
        assertThat(number(ours.secondary(then))).isCloseTo(scrap, printedTo(0.01));
        assertThat(number(ours.after(then))).isCloseTo(balance, printedTo(0.01));
        assertThat(percent(ours.afterShare(then))).isCloseTo(ofDemand, printedTo(0.1));
        assertThat(percent(ours.change(then))).isCloseTo(change, printedTo(0.1));
    }

    // ---------------------------------------------------------------- headlines

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // growth by hand: (454,463 / 389,310)^(1/5) - 1 = 3.14%, and so on
        "Base,          454463, 3.14, 66.6,  -7.4",
        "Tight,         402245, 0.66, 67.1, -40.5",
        "Fast overseas, 491545, 4.77, 61.5,   6.9"
    })
    void headlines_of_2030(String scenario, double tonnes, double growth, double china, double balance) {
        Outcome outcome = STUDY.outcome(scenario);
        SupplyForecast supply = mined(outcome);
        assertThat(number(supply.total(Y2030))).isCloseTo(tonnes, printedTo(1));
        assertThat(percent(supply.averageGrowth())).isCloseTo(growth, printedTo(0.01));
        assertThat(percent(supply.share(CHINA, Y2030))).isCloseTo(china, printedTo(0.1));
        assertThat(number(magnets(outcome).after(Y2030))).isCloseTo(balance, printedTo(0.1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // thresholds: growth 4.75%, a third of China, two points of demand, mining 60%, refining 75%
        "Base,          true,  true,  true,  true, true",
        "Tight,         true,  true,  true,  true, true",
        // 4.77% is above 4.75%; 35.9% of China; +0.6 points at the anchor, -1.9 at the most; 61.5% and 75.3% of China
        "Fast overseas, false, false, false, true, true"
    })
    void conclusions_that_hold(
            String scenario, boolean slows, boolean slow, boolean tightens, boolean mining, boolean refining) {
        Outcome outcome = STUDY.outcome(scenario);
        assertThat(outcome.conclusions())
                .extracting(Conclusion::id)
                .containsExactly("slowing", "slow-outside", "tight", "dominant-mining", "dominant-refining");
        assertThat(outcome.conclusions().stream().map(outcome::holds).map(VALUES::of))
                .containsExactly(
                        Value.of(slows), Value.of(slow), Value.of(tightens), Value.of(mining), Value.of(refining));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // of no, some and all scrap in what the IEA calls refined: changes since 2024, and levels of 2030, in % of
        // demand
        "Base,          tightens,      not known, -13.56, -11.11,  -7.02,   0.92,  -6.06, -18.15",
        "Tight,         tightens,      short,     -42.03, -35.86, -25.27, -27.55, -30.81, -36.40",
        "Fast overseas, little change, not known,  -1.88,   0.57,  -1.30,  12.60,   5.62, -12.43"
    })
    void the_market_turns_as_every_reading_has_it(String scenario, String turn, String level, ArgumentsAccessor row) {
        Outcome outcome = STUDY.outcome(scenario);
        Conclusion tight = outcome.turn(magnets(outcome)).orElseThrow();
        assertThat(VALUES.of(outcome.turn(tight))).isEqualTo(Value.of(turn));
        assertThat(VALUES.of(outcome.level(tight))).isEqualTo(Value.of(level));
        Balance ours = magnets(outcome);
        List<Key> keys = List.of(
                ours.change(Balance.Reading.OUTSIDE, Y2030),
                ours.change(Y2030),
                ours.change(Balance.Reading.INSIDE, Y2030),
                ours.afterShare(Balance.Reading.OUTSIDE, Y2030),
                ours.afterShare(Y2030),
                ours.afterShare(Balance.Reading.INSIDE, Y2030));
        for (int i = 0; i < keys.size(); i++) {
            assertThat(percent(keys.get(i))).isCloseTo(row.getDouble(3 + i), printedTo(0.01));
        }
    }

    @Test
    void growth_of_the_past_is_taken_within_editions() {
        // MCS 2025: 393,950 / 376,090 - 1 = 4.75%
        // MCS 2024 to 2026: (353,320 / 296,920 x 393,950 / 376,090 x 389,310 / 384,000)^(1/3) - 1 = 8.11%
        PastGrowth past = SUPPLIES.pastGrowth("mine-production").orElseThrow();
        Values values = past.model().values();
        assertThat(number(values, past.inLatest())).isCloseTo(0.0475, within(0.00005));
        assertThat(number(values, past.chained())).isCloseTo(0.0811, within(0.00005));
        assertThat(past.first()).isEqualTo(Period.year(2022));
        assertThat(past.last()).isEqualTo(Y2025);
    }

    // ---------------------------------------------------------------- what holds supply

    @Test
    void the_mines_of_china_are_held_by_their_quota() {
        for (Outcome outcome : STUDY.scenarioOutcomes()) {
            for (Period year : mined(outcome).ahead()) {
                assertThat(VALUES.of(mined(outcome).binds(CHINA, year))).isEqualTo(Value.of("quota"));
            }
        }
    }

    @Test
    void the_lower_of_two_limits_binds(@TempDir Path folder) {
        // with a capacity held at the 270,000 t of 2025, a quota that grows by 2.3% no longer counts; equal, it does
        String capacity = "mine-production,China,capacity,held,,,,,,Made up,usgs-mcs-2026\n";
        Dataset dataset = RareEarths.with(folder, "limits", limits -> limits + capacity);
        ForecastStudy study = ForecastStudy.of(dataset).orElseThrow();
        Values values = study.model().values();
        SupplyForecast growing = mined(study.outcome("Base"));
        assertThat(values.of(growing.binds(CHINA, Y2026))).isEqualTo(Value.of("capacity"));
        assertThat(number(values, growing.amount(CHINA, Y2030))).isEqualTo(270_000);
        SupplyForecast level = mined(study.outcome("Tight"));
        assertThat(values.of(level.binds(CHINA, Y2026))).isEqualTo(Value.of("quota"));
        assertThat(number(values, level.amount(CHINA, Y2030))).isEqualTo(270_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // 29,000 t x (10,500 / 7,260 - 1): the plant in Malaysia takes 10,500 t of NdPr, the mine could give 12,000 t
        "Base,          smelting and separation, 12942",
        "Tight,         smelting and separation, 12942",
        // 29,000 t x (12,000 / 7,260 - 1): enough separation for all of it
        "Fast overseas, own capacity,            18934"
    })
    void mt_weld_gives_what_separation_can_take(String scenario, String binds, double tonnes) {
        SupplyForecast supply = mined(STUDY.outcome(scenario));
        Tracked weld = supply.pipeline(AUSTRALIA).get(0);
        assertThat(weld.line().id()).isEqualTo("mt-weld");
        assertThat(VALUES.of(supply.bindsProject(weld))).isEqualTo(Value.of(binds));
        assertThat(number(supply.increment(weld))).isCloseTo(tonnes, printedTo(1));
    }

    // ---------------------------------------------------------------- balance

    @Test
    void the_balance_of_2024_is_that_which_was_published() {
        // IEA: refined 73.7567 + 3.6252 + 0.9614 + 2.4619 = 80.8052 kt, demand 90.9218 kt
        assertThat(number(magnets.supply().total(Y2024))).isCloseTo(80.8052, within(1e-9));
        assertThat(number(magnets.demand(Y2024))).isEqualTo(90.9218);
        assertThat(number(magnets.before(Y2024))).isCloseTo(-10.1166, within(1e-9));
        // 5,400 t of NdPr oxide at 85% is 4.59 kt: 14.7066 of 23.283 kt of scrap are beyond what was refined
        assertThat(number(magnets.after(Y2024))).isCloseTo(4.59, within(1e-9));
        assertThat(number(magnets.within())).isCloseTo(1 - 14.7066 / 23.283, within(1e-9));
    }

    @Test
    void what_no_statistics_show_of_2024_is_the_same_in_every_scenario() {
        // 73.7567 kt less 90% of 63.73 kt of ore and 36.8% of 23.283 kt of scrap
        for (Outcome outcome : STUDY.scenarioOutcomes()) {
            SupplyForecast refined = magnets(outcome).supply();
            assertThat(number(refined.feed().orElseThrow().unrecorded())).isCloseTo(7.824, within(0.0005));
            assertThat(number(refined.amount(CHINA, Y2024))).isEqualTo(73.7567);
        }
    }

    @Test
    void china_is_held_by_its_feed_and_not_by_its_quota() {
        SupplyForecast refined = magnets.supply();
        assertThat(VALUES.of(refined.binds(CHINA, Y2030))).isEqualTo(Value.of("feed"));
        assertThat(number(refined.limit(refined.limits(CHINA).get(0), Y2030))
                        - number(refined.limit(refined.limits(CHINA).get(1), Y2030)))
                .isCloseTo(5.01, within(0.005));
    }

    @Test
    void demand_between_given_years_grows_alike_each_year_or_by_the_same_amount() {
        // half way from 90.9218 kt in 2024 to 122.8462 kt in 2030: their geometric, then their arithmetic mean
        assertThat(number(magnets.demand(Y2027))).isCloseTo(Math.sqrt(90.9218 * 122.8462), within(1e-9));
        Values linear = STUDY.model().valuesWith(Map.of(STUDY.scenarios().demandPath(base.in()), Value.of("linear")));
        assertThat(number(linear, magnets.demand(Y2027))).isCloseTo((90.9218 + 122.8462) / 2, within(1e-9));
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource({
        // IEA outlook 2025, base case of supply: refined, less the demand of each case, and with 14.7066 / 90.9218 of
        // demand from scrap beyond it
        "2030, STEPS, 106.68, -16.16,   3.7",
        "2030, APS,   106.68, -24.89,  -3.6",
        "2030, NZE,   106.68, -40.09, -16.4",
        "2035, STEPS, 114.50, -25.62,  -3.0",
        "2035, APS,   114.50, -34.38, -10.3",
        "2035, NZE,   114.50, -57.72, -29.9",
        "2040, STEPS, 114.50, -35.08, -10.9",
        "2040, APS,   114.50, -48.18, -21.9",
        "2040, NZE,   114.50, -57.92, -30.0"
    })
    void the_outlook_of_the_iea_falls_short_of_its_own_demand(
            int year, String demandCase, double refined, double before, double after) {
        Part part = BalanceSection.of(SUPPLIES, STUDY).orElseThrow();
        Table table = table(part, "The IEA outlook 2025 against its own demand");
        Values values = part.model().values();
        List<Double> balances = row(table, demandCase, year, values);
        assertThat(row(table, "Primary supply, IEA base case", year, values))
                .satisfiesExactly(one -> assertThat(one).isCloseTo(refined, printedTo(0.01)));
        assertThat(balances)
                .satisfiesExactly(
                        one -> assertThat(one).isCloseTo(before, printedTo(0.01)),
                        one -> assertThat(one).isCloseTo(after, printedTo(0.1)));
    }

    private static Table table(Part part, String heading) {
        return part.sections().get(0).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    /** The numbers that the rows of a name show for a year. */
    private static List<Double> row(Table table, String name, int year, Values values) {
        int at = table.columns().stream().map(Column::period).toList().indexOf(Optional.of(Period.year(year)));
        return table.rows().stream()
                .filter(row -> row.kind() == Row.Kind.BODY)
                .filter(row -> words(row.cells().get(0), values).equals(name))
                .map(row -> ((Cell.Of) row.cells().get(at)).key())
                .map(key -> number(values, key))
                .toList();
    }

    private static String words(Cell cell, Values values) {
        return cell instanceof Cell.Of value ? values.of(value.key()).inSentence() : ((Cell.Words) cell).text();
    }

    // ---------------------------------------------------------------- replacing China

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // refined elsewhere over the 73.7567 kt of China in 2024: 7.0485 kt then; 19.42, 14.75 and 26.45 kt in 2030
        "Base,          26.33",
        "Tight,         20.00",
        "Fast overseas, 35.86"
    })
    void less_than_half_of_what_china_refines_could_be_replaced_by_2030(String scenario, double replaceable) {
        Replacement replacement = STUDY.outcome(scenario).replacements().get(0);
        assertThat(replacement.holder()).isEqualTo(CHINA);
        assertThat(percent(replacement.ratio(Y2024))).isCloseTo(9.556, printedTo(0.001));
        assertThat(percent(replacement.ratio(Y2030))).isCloseTo(replaceable, printedTo(0.01));
        assertThat(VALUES.of(replacement.half())).isEqualTo(Value.of("not within the pipeline"));
        assertThat(number(replacement.isAll(replacement.ratio(Y2030)))).isZero();
    }

    @Test
    void the_year_of_one_half_is_the_first_that_comes_up_to_it() {
        // With a plant that feeds on scrap alone, of 1,500,000 t x 17%, 40% likely, from 2028 at 10, 40 and 65% less
        // 5%:
        // 9.7 kt on top of 14.0 in 2028, 38.8 on 16.7 in 2029 and 63.0 on 19.4 in 2030. One half of China is 36.9 kt,
        // and all
        // of it 73.8 kt.
        Values four = STUDY.model()
                .valuesWith(Map.of(
                        STUDY.scenarios().key("la-rochelle-capacity", base.in()), Value.of(1_500_000),
                        STUDY.scenarios().key("la-rochelle-scrap", base.in()), Value.of(100)));
        Replacement replacement = base.replacements().get(0);
        assertThat(four.of(replacement.half())).isEqualTo(Value.of("2029"));
        assertThat(four.number(replacement.isAll(replacement.ratio(Period.year(2029)))))
                .hasValue(0);
        assertThat(four.number(replacement.isAll(replacement.ratio(Y2030)))).hasValue(1);
    }

    @Test
    void the_iea_has_34_6_percent_of_china_replaceable_in_2030_and_38_0_from_2035_on() {
        // 25.5554 / 73.7567 in 2030; 28.0562 / 73.7567 in 2035 and in 2040
        Replacement replacement = base.replacements().get(0);
        assertThat(replacement.outlooks()).containsExactly(Y2030, Period.year(2035), Period.year(2040));
        assertThat(replacement.outlooks().stream()
                        .map(replacement::outlookRatio)
                        .mapToDouble(RareEarthForecastTest::percent)
                        .toArray())
                .containsExactly(new double[] {34.65, 38.04, 38.04}, printedTo(0.01));
        assertThat(replacement.outlooks().stream()
                        .map(replacement::outlookRatio)
                        .map(replacement::isHalf))
                .allSatisfy(isHalf -> assertThat(number(isHalf)).isZero());
    }
}
