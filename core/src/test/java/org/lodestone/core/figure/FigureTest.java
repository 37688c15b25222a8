package org.lodestone.core.figure;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

class FigureTest {

    private static final Measure PRODUCTION = new Measure(
            "mine-production", "Mine production", "mining", Measure.Kind.PRODUCTION, Unit.parse("t REO"), "");

    @Test
    void a_figure_on_another_basis_than_its_measure_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("270000", "t gross"))
                .withMessage("'t gross' is not what mine-production is measured in, which is 't REO'."
                        + " Amounts on different bases do not add: declare a measure of its own.");
    }

    @Test
    void production_is_never_below_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("-1", "kt REO"))
                .withMessageStartingWith("'-1' is below zero");
    }

    private static Figure of(String value, String unit) {
        return new Figure(
                PRODUCTION,
                Place.parse("China"),
                Period.year(2024),
                "",
                "MCS2025",
                "",
                Observation.parse(value),
                Unit.parse(unit),
                Citation.of("usgs-mcs-2025"));
    }
}
