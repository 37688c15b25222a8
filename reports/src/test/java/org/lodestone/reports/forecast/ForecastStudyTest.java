package org.lodestone.reports.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.forecast.ForecastStudy.Comparison;
import org.lodestone.reports.formula.Values;

class ForecastStudyTest {

    private static final Dataset DATASET = RareEarths.dataset();

    @Test
    void a_scenario_may_be_named_in_capitals_or_not() {
        ForecastStudy study = ForecastStudy.of(DATASET, "TIGHT").orElseThrow();

        assertThat(study.scenarios().selected()).isEqualTo("Tight");
        assertThat(study.outcome("fast OVERSEAS")).isEqualTo(study.outcome("Fast overseas"));
    }

    @Test
    void a_comparison_has_each_headline_in_every_scenario() {
        ForecastStudy study = ForecastStudy.of(DATASET, "Tight").orElseThrow();
        Values values = study.model().values();

        Comparison supply = study.comparison().get(0);

        assertThat(supply.name()).isEqualTo("Mine production 2030");
        assertThat(text(supply, values)).containsExactly("454,463", "402,245", "491,545");
        assertThat(supply.shown().text(values.of(supply.chosen()))).isEqualTo("402,245");
    }

    private static List<String> text(Comparison row, Values values) {
        return row.inEach().stream()
                .map(key -> row.shown().text(values.of(key)))
                .toList();
    }
}
