package org.lodestone.reports.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.benefit.Relief.Gain;
import org.lodestone.reports.benefit.Relief.Lever;
import org.lodestone.reports.benefit.Relief.Pair;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SmallForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.scenario.Scenarios;

/**
 * One tonne more at each limit, worked out on paper.
 *
 * <p>The mines and smelters of {@link SmallForecast#withSmelters} in 2028, with a quota and a capacity of China that stay as they are set:
 *
 * <pre>
 * mined: China, Chile, others            700, 390, 200
 * tin in the ore of each                 560, 312, 160
 * the plant in Malaysia makes            180, of the 280.8 that ore allows
 * it takes, leaves, passes on            200, 112, 56
 * ore that reaches China                 560 + 56 + 160 = 776
 * fed                                    698.4 + 18 unrecorded = 716.4
 * </pre>
 */
class ReliefTest {

    private static final String QUOTA = "Quota of China";
    private static final String CAPACITY = "Capacity of China";
    private static final String ORE = "Ore that reaches China";
    private static final String MINES = "Capacity of China, mine production";

    @TempDir
    private Path folder;

    private SmallForecast small;

    @BeforeEach
    void smelters() {
        small = SmallForecast.in(folder)
                .withSmelters()
                .with("limits", "smelted,China,quota", "smelted,China,quota,held,allowed,,,,,,paper")
                .with("limits", "smelted,China,capacity", "smelted,China,capacity,held,smelters,,,,,,paper");
    }

    private Found with(double quota, double capacity) {
        return new Found(small.set("allowed", quota + ",t Sn").set("smelters", capacity + ",t Sn"));
    }

    /** The relief of a dataset, as chosen. */
    private record Found(Relief relief, Values values) {

        Found(Relief relief) {
            this(relief, relief.model().values());
        }

        Found(SmallForecast small) {
            this(Analyses.of(small.dataset()).reliefs().get(0));
        }

        Lever lever(String name) {
            return relief.levers().stream()
                    .filter(lever -> lever.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        double worth(String name) {
            return number(relief.worth(lever(name)));
        }

        /** The rise up to which a tonne is worth as much, with what binds then; nothing where there is no end. */
        String until(String name) {
            Lever lever = lever(name);
            return relief.endsSomewhere(lever) && values.of(relief.until(lever)).isNumber()
                    ? String.format(
                            Locale.ROOT,
                            "%.3f, then %s",
                            number(relief.until(lever)),
                            values.of(relief.then(lever)).inSentence())
                    : "";
        }

        double number(Key key) {
            return values.number(key).orElseThrow();
        }

        double gained(String lever, Optional<String> company) {
            return relief.gains().stream()
                    .filter(gain -> gain.lever().name().equals(lever)
                            && gain.measure().equals(relief.supply().measure())
                            && gain.company().equals(company))
                    .mapToDouble(gain -> number(gain.tonnes()))
                    .sum();
        }
    }

    // ---------------------------------------------------------------- limits

    @Test
    void limits_are_those_of_mines_of_the_place_that_takes_what_pools_leave_and_of_pools() {
        assertThat(with(650, 690).relief().levers())
                .extracting(Lever::name)
                .containsExactly(
                        "Quota of China, mine production",
                        MINES,
                        "Capacity of Chile, mine production",
                        "Capacity of Other countries, mine production",
                        QUOTA,
                        CAPACITY,
                        ORE,
                        "Ore of Chile",
                        "Plants on ore of Chile");
    }

    @ParameterizedTest(name = "quota {0}, capacity {1}: a tonne is worth {2}, {3}, {4}")
    @CsvSource({
        "650, 690, 1, 0, 0", // of the least of 650, 690 and 716.4
        "750, 690, 0, 1, 0",
        "750, 740, 0, 0, 0.9" // a tonne of ore is 0.9 t of tin
    })
    void quota_binds_then_plant_then_ore_as_more_is_allowed(
            double quota, double capacity, double ofQuota, double ofCapacity, double ofOre) {
        Found found = with(quota, capacity);

        assertThat(found.worth(QUOTA)).isCloseTo(ofQuota, within(1e-9));
        assertThat(found.worth(CAPACITY)).isCloseTo(ofCapacity, within(1e-9));
        assertThat(found.worth(ORE)).isCloseTo(ofOre, within(1e-9));
    }

    @Test
    void a_limit_is_worth_the_same_until_the_next_one_binds() {
        assertThat(with(650, 690).until(QUOTA)).isEqualTo("40.000, then capacity of China");
        assertThat(with(750, 690).until(CAPACITY)).isEqualTo("26.400, then ore that reaches China");
        // (740 − 716.4) / 0.9 and (730 − 716.4) / 0.9
        assertThat(with(750, 740).until(ORE)).isEqualTo("26.222, then capacity of China");
        assertThat(with(730, 740).until(ORE)).isEqualTo("15.111, then quota of China");
        assertThat(with(750, 740).until(QUOTA)).as("worth nothing, however far").isEmpty();
    }

    @Test
    void a_tonne_mined_is_worth_the_tin_in_it_that_reaches_a_smelter_and_is_recovered() {
        Found found = with(750, 740);

        assertThat(found.worth(MINES)).isCloseTo(0.8 * 0.9, within(1e-9));
        // 26.222 t of tin are in 32.778 t of ore, long before the quota of 798.6 t binds the mines
        assertThat(found.until(MINES)).isEqualTo("32.778, then capacity of China");
        assertThat(found.worth("Quota of China, mine production")).isZero();
        assertThat(found.worth("Capacity of Chile, mine production"))
                .as("the plant has ore enough, and half of the rest goes on")
                .isCloseTo(0.8 * 0.5 * 0.9, within(1e-9));
    }

    @Test
    void a_plant_adds_what_it_makes_less_what_the_ore_it_takes_would_have_given_elsewhere() {
        // 1 t takes 1 / 0.9 of ore, of which half would have reached China and given 0.9: until it has taken the 112 t
        // that were left
        assertThat(with(750, 740).worth("Plants on ore of Chile")).isCloseTo(0.5, within(1e-9));
        assertThat(with(750, 740).until("Plants on ore of Chile")).isEqualTo("100.800, then ore of Chile");
        assertThat(with(650, 740).worth("Plants on ore of Chile"))
                .as("where the quota binds China, it misses nothing")
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void limits_that_bind_together_are_worth_nothing_apart() {
        Found alike = with(690, 690);
        Pair both = pair(alike, QUOTA, CAPACITY);

        assertThat(alike.worth(QUOTA)).isZero();
        assertThat(alike.worth(CAPACITY)).isZero();
        assertThat(alike.number(alike.relief().worth(both))).isCloseTo(1, within(1e-9));
        assertThat(alike.number(alike.relief().after(both))).isZero();

        Found apart = with(650, 690);
        assertThat(apart.number(apart.relief().after(pair(apart, QUOTA, CAPACITY))))
                .isCloseTo(40, within(1e-6));
    }

    private static Pair pair(Found found, String first, String second) {
        return found.relief().pairs().stream()
                .filter(pair -> pair.first().name().equals(first)
                        && pair.second().name().equals(second))
                .findFirst()
                .orElseThrow();
    }

    // ---------------------------------------------------------------- companies

    /** Of a quota of 700 t one company has 280, and another 350 by its subsidiaries; the plant is theirs in part. */
    private SmallForecast companies(String stakes) {
        return small.add("sources", "register,Register,")
                .table(
                        "companies",
                        "id,name,mic,symbol,place,currency,year_end,sources",
                        "AAA,Alpha,XSHG,1,China,CNY,12-31,register",
                        "BBB,Beta,XSHG,2,China,CNY,12-31,register",
                        "CCC,Gamma,XASX,3,Malaysia,AUD,06-30,register")
                .table(
                        "quotas",
                        "year,batch,stage,ore,holder,holder_kind,quota,unit,how,note,sources",
                        "2024,year,smelting,all,all,total,700,t Sn,reported,,paper",
                        "2024,year,smelting,all,Alpha group,group,280,t Sn,reported,,paper",
                        "2024,year,smelting,all,BBB,company,350,t Sn,reported,,paper")
                .table(
                        "quota-holders",
                        "holder,company,stage,role,from,until,note,sources,reliability",
                        "Alpha group,AAA,,holds,,,,register,read",
                        "BBB,BBB,,consolidates,,,,register,read")
                .with(
                        "projects",
                        "plant,",
                        "plant,Plant,P,CCC,Malaysia,smelting,tin,180,t Sn/yr,,operating,2010,,paper")
                .table("stakes", "owner,owned,stake,unit,as_of,note,sources,reliability", stakes.split(";"));
    }

    private static String stake(String owner, String owned, double percent) {
        return owner + "," + owned + "," + percent + ",%,2024,,register,read";
    }

    @Test
    void a_tonne_of_quota_is_shared_as_its_last_known_split_has_it() {
        // the 30% that Beta has of Alpha count with Alpha
        companies(stake("CCC", "Plant", 100) + ";" + stake("BBB", "AAA", 30));
        Found found = with(650, 690);

        assertThat(found.gained(QUOTA, Optional.of("AAA"))).isCloseTo(0.4, within(1e-9));
        assertThat(found.gained(QUOTA, Optional.of("BBB"))).isCloseTo(0.5, within(1e-9));
        assertThat(found.gained(QUOTA, Optional.empty())).isCloseTo(0.1, within(1e-9));
        assertThat(found.values().of(found.relief().addsUp())).isEqualTo(Value.of(true));
    }

    @ParameterizedTest
    @CsvSource({"0", "60", "100"})
    void a_tonne_of_a_plant_is_its_owners_by_their_stakes(double percent) {
        companies(stake("CCC", "Plant", percent));
        Found found = with(650, 690);
        String plants = "Plants on ore of Chile";

        assertThat(found.gained(plants, Optional.of("CCC"))).isCloseTo(percent / 100, within(1e-9));
        assertThat(found.gained(plants, Optional.empty())).isCloseTo(1 - percent / 100, within(1e-9));
    }

    @Test
    void a_company_that_has_all_of_a_quota_gains_all_of_the_tonne() {
        companies(stake("CCC", "Plant", 100))
                .with(
                        "quotas",
                        "2024,year,smelting,all,Alpha",
                        "2024,year,smelting,all,Alpha group,group,700,t Sn,reported,,paper")
                .with(
                        "quotas",
                        "2024,year,smelting,all,BBB",
                        "2024,year,smelting,all,BBB,company,0,t Sn,reported,,paper");
        Found found = with(650, 690);

        assertThat(found.gained(QUOTA, Optional.of("AAA"))).isCloseTo(1, within(1e-9));
        assertThat(found.gained(QUOTA, Optional.of("BBB"))).isZero();
        assertThat(found.gained(QUOTA, Optional.empty())).isCloseTo(0, within(1e-9));
    }

    @Test
    void what_one_listed_company_holds_of_another_is_not_counted_twice() {
        companies(String.join(
                ";",
                stake("CCC", "Plant", 50),
                stake("AAA", "CCC", 40),
                stake("AAA", "Holding", 50),
                stake("Holding", "Plant", 20)));
        Found found = with(650, 690);
        String plants = "Plants on ore of Chile";

        assertThat(found.gained(plants, Optional.of("CCC"))).isCloseTo(0.5, within(1e-9));
        // half of the 20% that a holding has, which is not listed; the 40% of Gamma count with Gamma
        assertThat(found.gained(plants, Optional.of("AAA"))).isCloseTo(0.1, within(1e-9));
        assertThat(found.gained(plants, Optional.empty())).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void where_a_plant_takes_ore_from_others_they_lose_what_it_gains() {
        companies(stake("CCC", "Plant", 100));
        Found found = with(750, 740);
        String plants = "Plants on ore of Chile";

        // China loses 0.5 t, of which Alpha has 40%
        assertThat(found.gained(plants, Optional.of("CCC"))).isCloseTo(1, within(1e-9));
        assertThat(found.gained(plants, Optional.of("AAA"))).isCloseTo(-0.2, within(1e-9));
        assertThat(found.values().of(found.relief().addsUp())).isEqualTo(Value.of(true));
    }

    // ---------------------------------------------------------------- rare earths

    @Nested
    class RareEarthRelief {

        private final Analyses analyses = RareEarths.analyses();
        private final ForecastStudy study = analyses.forecast().orElseThrow();
        private final Found found = new Found(analyses.reliefs().get(0));

        @Test
        void ore_is_worth_its_yield_until_the_quota_of_china_binds_and_quota_nothing_in_each_scenario() {
            Lever ore = found.lever(ORE);
            Lever quota = found.lever(QUOTA);
            for (Case in : study.scenarios().cases()) {
                var supply = study.outcome(in.name())
                        .supply(found.relief().supply().measure().id())
                        .orElseThrow();
                var end = supply.horizon();
                Values values = study.model().values();
                double open = values.number(supply.limit(quota.limit().orElseThrow(), end))
                                .orElseThrow()
                        - values.number(supply.feed().orElseThrow().fed(end)).orElseThrow();

                assertThat(found.number(found.relief().worth(quota).in(in))).isZero();
                assertThat(found.number(found.relief().worth(ore).in(in))).isCloseTo(0.9, within(1e-6));
                assertThat(found.number(found.relief().until(ore).in(in))).isCloseTo(open / 0.9, within(1e-5));
                assertThat(found.values().of(found.relief().then(ore).in(in))).isEqualTo(Value.of("quota of China"));
            }
        }

        @Test
        void a_thousand_tonnes_move_the_balance_by_what_they_are_of_demand() {
            Balance balance = study.chosen()
                    .balance(found.relief().supply().measure().id())
                    .orElseThrow();
            double demand = study.model()
                    .value(balance.demand(balance.horizon()))
                    .number()
                    .orElseThrow();

            assertThat(found.number(found.relief().balance(found.lever(ORE)))).isCloseTo(0.9 / demand, within(1e-7));
        }

        @Test
        void a_tonne_of_mining_quota_goes_to_northern_as_in_2024_and_no_company_has_more_than_all() {
            // 188,650 and 2,384 of 270,000 t REO
            double[] mined = found.relief().gains().stream()
                    .filter(gain -> gain.lever().name().equals("Quota of China, mine production")
                            && gain.measure().equals(gain.lever().measure()))
                    .map(Gain::tonnes)
                    .mapToDouble(found::number)
                    .toArray();

            assertThat(mined).containsExactly(new double[] {0.698704, 0.00883, 0.292467}, within(1e-6));
            assertThat(found.values().of(found.relief().addsUp())).isEqualTo(Value.of(true));
        }

        @Test
        void the_chosen_scenario_is_shown_and_out_of_date_once_an_input_is_typed() {
            Key until = found.relief().until(found.lever(ORE));
            Values tight = found.relief().model().valuesWith(Map.of(Scenarios.SELECTOR, Value.of("Tight")));
            Values typed = found.relief()
                    .model()
                    .valuesWith(Map.of(
                            study.scenarios()
                                    .key("ore-open", study.scenarios().cases().get(0)),
                            Value.of(50)));

            assertThat(tight.of(until)).isEqualTo(found.values().of(until.in(Case.of("Tight"))));
            assertThat(typed.of(until)).isEqualTo(Value.of(Dated.OUT_OF_DATE));
        }
    }
}
