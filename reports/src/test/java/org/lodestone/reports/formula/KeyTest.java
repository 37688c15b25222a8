package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodestone.core.time.Period;

class KeyTest {

    private static final Period YEAR = Period.year(2024);

    private static Key production(String id, String name) {
        return new Term(id, name).of(Subject.of("China")).at(YEAR);
    }

    @Test
    void equal_keys_are_one_object_wherever_they_are_spelled() {
        assertThat(production("mined", "Mine production")).isSameAs(production("mined", "Mine production"));
    }

    @Test
    void a_measure_that_two_datasets_call_differently_keeps_its_name_in_each() {
        Key one = production("mined", "Mine production");
        Key other = production("mined", "Bergwerksförderung");

        assertThat(other).isEqualTo(one);
        assertThat(one).hasToString("Mine production, China, 2024");
        assertThat(other).hasToString("Bergwerksförderung, China, 2024");
    }

    @Test
    void another_subject_time_or_case_is_another_key() {
        Key china = production("mined", "Mine production");

        assertThat(china.of(Subject.of("Myanmar"))).isNotEqualTo(china);
        assertThat(china.at(YEAR.previous())).isNotEqualTo(china);
        assertThat(china.in(Case.of("MCS2025"))).isNotEqualTo(china);
        assertThat(china.sub("growth")).isNotEqualTo(china).hasToString("Mine production: growth, China, 2024");
    }
}
