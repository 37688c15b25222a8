package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.benefit.BenefitScreen;
import org.lodestone.reports.benefit.CompanyBenefit;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Scenarios;

/** Gains, shares won and ranks follow the scenario, the weights, the deck and what is found out, as they are typed into the workbook. */
@Order(1)
class BenefitSwitchTest {

    private static final WrittenPack PACK = Bundled.rareEarths();
    private static final Model MODEL = PACK.report().model();
    private static final Analyses ANALYSES = Bundled.analysesOfRareEarths();
    private static final BenefitScreen SCREEN = ANALYSES.benefitScreen().orElseThrow();

    private static final String TIGHT = "Tight";
    private static final String FAST = "Fast overseas";
    private static final String BY_TONNES = "tonnes weigh 2";
    private static final String NO_WEIGHT = "nothing weighs";
    private static final String PRICE_OF_2030 = "a price of 2030 of 80";
    private static final String FOUND = "China Northern is worth 0.8 of its price";
    private static final String ALL = "all of it in Fast overseas";

    private static Map<String, Map<Key, Value>> edits;
    private static Map<String, Cells> recalculated;

    @BeforeAll
    static void type() throws IOException {
        edits = new LinkedHashMap<>();
        edits.put(TIGHT, Map.of(Scenarios.SELECTOR, Value.of(TIGHT)));
        edits.put(FAST, Map.of(Scenarios.SELECTOR, Value.of(FAST)));
        edits.put(BY_TONNES, Map.of(weight("tonnes-gain"), Value.of(2)));
        edits.put(
                NO_WEIGHT,
                SCREEN.screen().criteria().stream()
                        .collect(
                                LinkedHashMap::new,
                                (map, one) -> map.put(SCREEN.weight(one), Value.of(0)),
                                Map::putAll));
        edits.put(PRICE_OF_2030, Map.of(price("Base"), Value.of(80)));
        edits.put(FOUND, Map.of(valueOfNorthern(), Value.of(0.8)));
        edits.put(
                ALL,
                Map.of(
                        Scenarios.SELECTOR,
                        Value.of(FAST),
                        weight("tonnes-gain"),
                        Value.of(2),
                        price(FAST),
                        Value.of(120),
                        valueOfNorthern(),
                        Value.of(0.8)));

        Map<String, Map<Spot, Object>> typed = new LinkedHashMap<>();
        edits.forEach((name, edit) -> {
            Map<Spot, Object> cells = new LinkedHashMap<>();
            edit.forEach((key, value) -> cells.put(
                    PACK.home(key),
                    value.number().isPresent() ? (Object) value.number().getAsDouble() : value.plain()));
            typed.put(name, cells);
        });
        recalculated = Recalculation.recalculated(PACK.file(), typed);
    }

    // ---------------------------------------------------------------- what is typed

    private static Criterion criterion(String name) {
        return SCREEN.screen().criteria().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Key weight(String criterion) {
        return SCREEN.weight(criterion(criterion));
    }

    private static CompanyBenefit company(String id) {
        return SCREEN.benefits().company(id).orElseThrow();
    }

    private static Key valueOfNorthern() {
        return SCREEN.least(criterion("value-gain"), company("600111.SH"));
    }

    private static Key price(String scenario) {
        return ANALYSES.values().orElseThrow().scenarios().key("ndpr-price", Period.year(2030), Case.of(scenario));
    }

    static Stream<String> edits() {
        return edits.keySet().stream();
    }

    private static List<Key> ofBenefit() {
        return MODEL.contents().keySet().stream()
                .filter(key -> key.what().name().startsWith("benefit"))
                .filter(key -> MODEL.calculation(key).isPresent())
                .filter(PACK.placement().homes()::containsKey)
                .toList();
    }

    // ---------------------------------------------------------------- what follows

    @ParameterizedTest
    @MethodSource("edits")
    void all_on_who_benefits_follows_what_is_typed(String edit) {
        Office.assumeInstalled();
        Cells changed = recalculated.get(edit);
        Values expected = MODEL.valuesWith(edits.get(edit));

        ofBenefit().forEach(key -> changed.requireEqual(PACK.home(key), key, expected.of(key)));
        assertThat(ofBenefit())
                .as("the edit makes a difference, so that agreement means something")
                .anyMatch(key -> !expected.of(key).equals(MODEL.value(key)));
    }

    @Test
    void weights_and_gains_that_are_not_known_stand_where_they_can_be_typed() {
        assertThat(ofBenefit()).hasSizeGreaterThan(200);
        for (Criterion criterion : SCREEN.screen().criteria()) {
            assertThat(PACK.home(SCREEN.weight(criterion)).sheet()).isEqualTo("Benefit detail");
        }
        assertThat(PACK.home(valueOfNorthern()).sheet()).isEqualTo("Benefit detail");
    }

    /** Where tonnes weigh 2 of 2.85, who has most comes before all that have fewer, whatever else is not known. */
    @ParameterizedTest
    @CsvSource({BY_TONNES + ", 1, 1", ALL + ", 1, 1", FAST + ", 1, 5"})
    void china_northern_ranks_between(String edit, int best, int worst) {
        Office.assumeInstalled();
        Cells changed = recalculated.get(edit);

        assertThat(changed.number(PACK.home(SCREEN.bestRank(company("600111.SH")))))
                .isEqualTo(best);
        assertThat(changed.number(PACK.home(SCREEN.worstRank(company("600111.SH")))))
                .isEqualTo(worst);
    }
}
