package org.lodestone.excel;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.valuation.Comps;

/** Choosing other days of prices in the workbook comes to what Java has at the prices of these days. */
@Order(1)
class PriceWindowSwitchTest {

    private static final WrittenPack PACK = Bundled.rareEarths();
    private static final Comps COMPS = Bundled.analysesOfRareEarths().comps().orElseThrow();
    private static final Model MODEL = PACK.report().model();

    private static Map<String, Cells> recalculated;

    @BeforeAll
    static void choose_other_days() throws IOException {
        Spot selector = PACK.home(COMPS.window());
        recalculated = Recalculation.recalculated(
                PACK.file(), others().collect(toMap(window -> window, window -> Map.of(selector, window))));
    }

    static Stream<String> others() {
        return COMPS.windows().stream().skip(1).map(name -> MODEL.value(name).plain());
    }

    private static Values at(String window) {
        return MODEL.valuesWith(Map.of(COMPS.window(), Value.of(window)));
    }

    private static List<Key> worked() {
        return MODEL.contents().keySet().stream()
                .filter(key -> MODEL.calculation(key).isPresent())
                .filter(PACK.placement().homes()::containsKey)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_result_of_the_pack_follows_the_days(String window) {
        Office.assumeInstalled();
        Cells changed = recalculated.get(window);
        Values expected = at(window);

        worked().forEach(key -> changed.requireEqual(PACK.home(key), key, expected.of(key)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void other_days_make_a_difference_so_that_agreement_means_something(String window) {
        Values expected = at(window);

        assertThat(worked())
                .filteredOn(key -> !expected.of(key).equals(MODEL.value(key)))
                .hasSizeGreaterThan(100);
    }

    @Test
    void the_days_are_chosen_on_the_page_itself() {
        assertThat(PACK.home(COMPS.window()).sheet()).isEqualTo("Comps");
        assertThat(PACK.home(CompMeasure.EV_TO_EBITDA.median()).sheet()).isEqualTo("Comps");
    }
}
