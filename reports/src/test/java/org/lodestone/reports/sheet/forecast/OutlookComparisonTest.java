package org.lodestone.reports.sheet.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.supply.Supplies;

/** The outlook of the IEA beside the forecast of the rare earth dataset. */
class OutlookComparisonTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final Supplies SUPPLIES = Supplies.of(DATASET);
    private static final Place CHINA = Place.parse("China");
    private static final Period Y2024 = Period.year(2024);
    private static final Period Y2030 = Period.year(2030);

    private final Outcome base = ForecastStudy.of(DATASET).orElseThrow().outcome(Scenario.BASE);
    private final SupplyForecast mined = base.supply("mine-production").orElseThrow();
    private final SupplyForecast refined =
            base.balance("magnet-ree-refined").orElseThrow().supply();

    private static double number(Values values, Key key) {
        return values.number(key).orElseThrow();
    }

    @Test
    void the_iea_has_the_share_of_china_in_mining_fall_by_ten_points() {
        // magnet rare earths mined: 45.7874 of 75.0989 kt in 2024, 51.2246 of 100.3024 kt in 2030
        OutlookComparison beside = OutlookComparison.of(SUPPLIES, mined).orElseThrow();
        Values values = beside.model().values();
        assertThat(beside.isSameMeasure()).isFalse();
        assertThat(number(values, beside.other().share(CHINA, Y2024))).isCloseTo(0.610, within(0.0005));
        assertThat(number(values, beside.share(CHINA, Y2030).orElseThrow())).isCloseTo(0.511, within(0.0005));
        // (100.3024 / 75.0989)^(1/6) - 1
        assertThat(number(values, beside.growth().orElseThrow())).isCloseTo(0.0494, within(0.00005));
    }

    @Test
    void the_iea_has_more_refined_in_2030_than_the_base_scenario() {
        // 106.6821 kt, of which China 81.1267: 76.0%, a growth of (106.6821 / 80.8052)^(1/6) - 1
        OutlookComparison beside = OutlookComparison.of(SUPPLIES, refined).orElseThrow();
        Values values = beside.model().values();
        assertThat(beside.isSameMeasure()).isTrue();
        assertThat(number(values, beside.total(Y2030).orElseThrow())).isCloseTo(106.6821, within(1e-9));
        assertThat(number(values, beside.share(CHINA, Y2030).orElseThrow())).isCloseTo(0.760, within(0.0005));
        assertThat(number(values, beside.growth().orElseThrow())).isCloseTo(0.0474, within(0.00005));
    }
}
