package org.lodestone.reports.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

class GrowthWordsTest {

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);

    private Formula given(String name, double value) {
        return model.computed(Term.of(name).key(), Value.of(value), ValueUnit.NUMBER, "given");
    }

    private String told(Formula words) {
        Key told = model.calculation(Term.of("told").key(), words);
        return model.build().value(told).plain();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0475, 0.0138, Slower than the 4.75%",
        "0.0138, 0.0475, Faster than the 1.38%",
        "0.0138, 0.0138, As fast as the 1.38%",
        "-0.0410, -0.0612, A faster fall than the 4.10%",
        "-0.0410, -0.0113, A slower fall than the 4.10%",
        "-0.0410, -0.0410, As fast a fall as the 4.10%",
        "0.0475, -0.0113, Against the +4.75%",
        "-0.0410, 0.0138, Against the −4.10%"
    })
    void a_fall_is_compared_as_a_fall(double then, double now, String words) {
        assertThat(told(GrowthWords.beside(given("then", then), given("now", now))))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0.072, up 7.2% on the year", "-0.0004, unchanged on the year", "-0.041, down 4.1% on the year"})
    void growth_beside_an_amount_says_which_way(double growth, String words) {
        assertThat(told(GrowthWords.onTheYear(given("growth", growth)))).isEqualTo(words);
    }

    @Test
    void growth_below_zero_is_a_fall() {
        assertThat(told(GrowthWords.grows(given("growth", -0.0113), 1))).isEqualTo("falls 1.1%");
    }

    @Test
    void growth_of_zero_is_no_fall() {
        assertThat(told(GrowthWords.grew(given("growth", 0), 1))).isEqualTo("grew 0.0%");
    }

    @Test
    void a_number_below_zero_has_a_minus_in_a_sentence_as_in_a_table() {
        assertThat(told(Definitions.percent(given("growth", -0.01287), 2))).isEqualTo("−1.29%");
    }
}
