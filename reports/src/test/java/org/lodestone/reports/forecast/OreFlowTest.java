package org.lodestone.reports.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/**
 * The way of ore to its plants, worked out on paper, and the law that none of it is lost.
 *
 * <p>See {@link SmallForecast#withSmelters}.
 */
class OreFlowTest {

    private static final Place CHINA = Place.parse("China");
    private static final Place MALAYSIA = Place.parse("Malaysia");
    private static final Period Y2026 = Period.year(2026);
    private static final Period Y2027 = Period.year(2027);

    /** Both datasets are in kt. */
    private static final double LAST_KILOGRAM = 1e-6;

    @TempDir
    private Path folder;

    private SmallForecast small;

    @BeforeEach
    void smelters() {
        small = SmallForecast.in(folder).withSmelters();
    }

    private static SupplyForecast fed(Outcome outcome) {
        return outcome.supplies().stream()
                .filter(supply -> supply.feed().isPresent())
                .findFirst()
                .orElseThrow();
    }

    // ---------------------------------------------------------------- on paper

    @ParameterizedTest(name = "{0} t allowed: {1} t, bound by {2}")
    @CsvSource({
        "550, 550, quota",
        "600, 600, quota", // what is allowed is what was built before, and the first of equal limits is told
        "660, 620, capacity", // 600 + (660 - 600) / 3
        "720, 640, capacity",
        "726, 641.7, feed", // the capacity is 642
        "900, 641.7, feed"
    })
    void a_place_is_bound_by_its_quota_then_its_capacity_then_its_feed_as_more_is_allowed(
            double allowed, double makes, String binds) {
        SupplyForecast smelted = smelted(small.set("allowed", allowed + ",t Sn"));
        Values values = smelted.model().values();

        assertThat(values.number(smelted.amount(CHINA, Y2026)).orElseThrow()).isCloseTo(makes, within(1e-9));
        assertThat(values.of(smelted.binds(CHINA, Y2026))).isEqualTo(Value.of(binds));
    }

    @Test
    void each_step_of_the_way_is_as_worked_out_on_paper() {
        SupplyForecast smelted = smelted(small);
        OreFlow flow = smelted.feed().orElseThrow();

        assertThat(numbers(
                        smelted,
                        flow.ore("Chile", Y2026),
                        flow.wanted("Chile", Y2026),
                        flow.partRun("Chile", Y2026),
                        flow.taken("Chile", Y2026),
                        flow.left("Chile", Y2026),
                        flow.passedOn("Chile", Y2026),
                        flow.reaching(Y2026),
                        flow.unrecorded(),
                        flow.fed(Y2026)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(240.0, 135.0, 1.0, 150.0, 90.0, 45.0, 693.0, 18.0, 641.7);
    }

    @Test
    void a_plant_without_ore_stands_still_and_nothing_is_lost_elsewhere() {
        ForecastStudy study = study(small.set("allowed", "900,t Sn").set("chile", "0,t Sn"));
        SupplyForecast smelted = fed(study.outcome("Base"));
        OreFlow flow = smelted.feed().orElseThrow();
        Values values = smelted.model().values();

        assertThat(numbers(
                        smelted,
                        flow.ore("Chile", Y2026),
                        flow.taken("Chile", Y2026),
                        flow.left("Chile", Y2026),
                        smelted.amount(MALAYSIA, Y2026)))
                .containsExactly(0.0, 0.0, 0.0, 0.0);
        assertThat(values.of(smelted.binds(MALAYSIA, Y2026))).isEqualTo(Value.of("feed"));
        // 90% of 528 and 120, and 18 unrecorded: without the 45 that Chile passed on, and not less
        assertThat(values.number(smelted.amount(CHINA, Y2026)).orElseThrow()).isCloseTo(601.2, within(1e-9));
        // in 2027 the first 45 t of North, 36 t of tin in its ore
        assertThat(values.number(smelted.amount(MALAYSIA, Y2027)).orElseThrow()).isCloseTo(32.4, within(1e-9));
        nothingIsLost(study, smelted, key -> values.number(key).orElseThrow());
    }

    @Test
    void a_mine_whose_capacity_is_in_concentrate_feeds_what_its_tonnes_contain_and_not_that_part_of_it_once_more() {
        // 1,000 t of concentrate with 20% tin are the 200 t Sn of the mine as it was, and 80% of these are in what it
        // feeds
        List<Double> before = fedByNorth(small);
        List<Double> inConcentrate = fedByNorth(
                small.with(
                                "projects",
                                "north,",
                                "north,North,N,,Chile,mining,ore,1000,t concentrate/yr,,planned,2026,,paper")
                        .add("assumptions", SmallForecast.assumed("of-concentrate", "20,%"))
                        .table(
                                "pipeline",
                                "id,project,measure,counts,runs,pool,content,start,delay,probability,ramp,disruption,note,sources",
                                "north,north,mined,new,,,of-concentrate,north-start,north-delay,north-probability,ramp,disruption,,paper",
                                "south,south,mined,new,,,,south-start,south-delay,south-probability,ramp,,,paper",
                                "plant,plant,smelted,whole,plant-runs,Chile,,south-start,south-delay,south-probability,ramp,,,paper"));

        assertThat(inConcentrate).isEqualTo(before);
    }

    private static List<Double> fedByNorth(SmallForecast small) {
        SupplyForecast smelted = smelted(small);
        OreFlow feed = smelted.feed().orElseThrow();
        return numbers(smelted, feed.ore("Chile", Y2027), smelted.total(Y2027));
    }

    @Test
    void a_plant_without_a_pool_makes_what_it_plans_beside_one_that_is_fed() {
        small.add("projects", "recycler,Recycler,R,,Malaysia,smelting,tin,40,t Sn/yr,,operating,2010,,paper")
                .add("assumptions", SmallForecast.assumed("recycler-runs", "20,t Sn/yr"))
                .add(
                        "pipeline",
                        "recycler,recycler,smelted,whole,recycler-runs,,south-start,south-delay,south-probability,ramp,,,paper");
        SupplyForecast smelted = smelted(small);

        // 90 and 20 t in 2025; in 2026 the plant makes 135 and the recycler 20 and half of the other 20
        assertThat(numbers(smelted, smelted.amount(MALAYSIA, Period.year(2025)), smelted.amount(MALAYSIA, Y2026)))
                .containsExactly(110.0, 165.0);
    }

    @Test
    void ore_of_a_mine_with_a_plant_of_its_own_is_not_outside_in_the_country_that_takes_the_remainder() {
        small.add(
                        "projects",
                        "east,East,E,,China,mining,tin,100,t Sn/yr,,construction,2026,,paper",
                        "works,East works,E,,China,smelting,tin,90,t Sn/yr,,construction,2026,,paper")
                .add(
                        "pipeline",
                        "east,east,mined,new,,East,south-start,south-delay,south-probability,ramp,,,paper",
                        "works,works,smelted,new,,East,south-start,south-delay,south-probability,ramp,,,paper");
        SupplyForecast smelted = smelted(small);
        OreFlow flow = smelted.feed().orElseThrow();
        Model.Builder model = Model.builder().include(smelted.model());
        Key outside = model.calculation(Term.of("outside").key(), flow.outside(Y2026));
        Key taken = model.calculation(Term.of("taken outside").key(), flow.takenOutside(Y2026));
        Values values = model.build().values();

        // 240 t of Chile and 120 of others, of which the plant takes 150; East has 50 t at half its rate, and 40 of tin
        // in its ore
        assertThat(values.number(outside)).hasValue(360);
        assertThat(values.number(taken).orElseThrow()).isCloseTo(150, within(1e-9));
        assertThat(values.number(flow.ore("East", Y2026)).orElseThrow()).isCloseTo(40, within(1e-9));
    }

    private static SupplyForecast smelted(SmallForecast small) {
        return fed(study(small).outcome("Base"));
    }

    private static ForecastStudy study(SmallForecast small) {
        return ForecastStudy.of(small.dataset()).orElseThrow();
    }

    private static List<Double> numbers(SupplyForecast smelted, Key... keys) {
        Values values = smelted.model().values();
        return List.of(keys).stream()
                .map(key -> values.number(key).orElseThrow())
                .toList();
    }

    // ---------------------------------------------------------------- nothing is lost

    static List<Dataset> fed() {
        return List.of(RareEarths.dataset(), Datasets.open(Path.of("src/test/resources/mine-to-market/")));
    }

    @ParameterizedTest
    @MethodSource("fed")
    void ore_is_taken_or_left_and_what_is_taken_is_refined_or_lost_in_each_scenario_and_in_a_draw(Dataset dataset) {
        ForecastStudy study = ForecastStudy.of(dataset).orElseThrow();
        Values values = study.model().values();
        for (Outcome outcome : study.scenarioOutcomes()) {
            SupplyForecast supply = fed(outcome);
            nothingIsLost(study, supply, key -> values.number(key).orElseThrow());

            Draws draws = Simulation.ofAny(study.model(), drivers(dataset, study, outcome), keys(study, supply))
                    .run(7, 64, 1);
            assertThat(draws.values(supply.feed().orElseThrow().reaching(supply.horizon())))
                    .doesNotHaveDuplicates();
            for (int i = 0; i < draws.size(); i++) {
                int draw = i;
                nothingIsLost(study, supply, key -> draws.value(key, draw));
            }
        }
    }

    /** Every key that {@link #nothingIsLost} asks for. */
    private static List<Key> keys(ForecastStudy study, SupplyForecast supply) {
        List<Key> asked = new ArrayList<>();
        nothingIsLost(study, supply, key -> {
            asked.add(key);
            return 0;
        });
        return asked;
    }

    /** Each driver that is drawn, over all of its range. */
    private static Map<Key, Distribution> drivers(Dataset dataset, ForecastStudy study, Outcome outcome) {
        Map<Key, Distribution> drawn = new LinkedHashMap<>();
        for (Driver driver : dataset.outlook().drivers()) {
            Key key =
                    study.scenarios().key(study.scenarios().premise(driver.assumption(), driver.year()), outcome.in());
            double from = driver.as() == Driver.As.CHANGE
                    ? study.model().value(key).number().orElseThrow()
                    : 0;
            double low = from + driver.low();
            double high = from + driver.high();
            switch (driver.drawn()) {
                case NOT -> {}
                case WHOLE -> drawn.put(key, new Distribution.WholeNumbers((int) low, (int) high));
                case CHANCE -> drawn.put(key, new Distribution.Rare(0.5, low, new Distribution.Fixed(high)));
                default -> drawn.put(key, new Distribution.Uniform(low, high));
            }
        }
        return drawn;
    }

    /**
     * Ore of a pool is taken or left, and what is passed on is left. What reaches the remainder is passed on, or is ore of places without a
     * pool as far as it is open. Of what is taken the yield is refined: outside the remainder that and what is made of scrap is made.
     */
    private static void nothingIsLost(ForecastStudy study, SupplyForecast supply, ToDoubleFunction<Key> of) {
        OreFlow flow = supply.feed().orElseThrow();
        for (Period year : supply.ahead()) {
            double passedOn = 0;
            double taken = 0;
            for (String pool : flow.pools()) {
                double ofPool = of.applyAsDouble(flow.taken(pool, year));
                double left = of.applyAsDouble(flow.left(pool, year));
                assertThat(ofPool + left).isCloseTo(of.applyAsDouble(flow.ore(pool, year)), within(LAST_KILOGRAM));
                taken += ofPool;
                if (flow.isOpen(pool)) {
                    double on = of.applyAsDouble(flow.passedOn(pool, year));
                    assertThat(on).isLessThanOrEqualTo(left);
                    passedOn += on;
                }
            }
            double open = flow.feeds().stream()
                    .filter(feed -> feed.pool().isEmpty())
                    .mapToDouble(feed -> of.applyAsDouble(flow.contained(feed, year))
                            * feed.open()
                                    .map(id -> part(study, supply, id, year, of))
                                    .orElse(1.0))
                    .sum();
            assertThat(of.applyAsDouble(flow.reaching(year))).isCloseTo(passedOn + open, within(LAST_KILOGRAM));

            double ofScrap = supply.pipeline().stream()
                    .mapToDouble(line -> line.line()
                            .scrap()
                            .map(id -> of.applyAsDouble(supply.planned(line, year)) * part(study, supply, id, year, of))
                            .orElse(0.0))
                    .sum();
            String yield = supply.limits().stream()
                    .filter(limit -> limit.path() == Limit.Path.FED)
                    .findFirst()
                    .flatMap(Limit::use)
                    .orElseThrow();
            double made = supply.places().stream()
                    .filter(place -> !place.equals(flow.remainder()))
                    .mapToDouble(place -> of.applyAsDouble(supply.amount(place, year)))
                    .sum();
            assertThat(made).isCloseTo(part(study, supply, yield, year, of) * taken + ofScrap, within(LAST_KILOGRAM));
        }
    }

    /** The value of an assumption in percent, as a part of the whole. */
    private static double part(
            ForecastStudy study, SupplyForecast supply, String id, Period year, ToDoubleFunction<Key> of) {
        return of.applyAsDouble(study.scenarios().key(id, year, supply.in())) / 100;
    }
}
