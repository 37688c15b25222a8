package org.lodestone.reports.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

class CalculationsTest {

    private final Calculations values = new Calculations();

    private Key first() {
        return values.as(Term.of("first").key(), () -> second().plus(Definitions.ONE));
    }

    private Key second() {
        return values.as(Term.of("second").key(), () -> Definitions.ONE);
    }

    private Key alsoSecond() {
        return values.as(Term.of("second").key(), () -> Definitions.ZERO);
    }

    @Test
    void a_formula_is_put_in_when_its_method_is_first_called_and_those_it_refers_to_before_it() {
        first();
        second();
        values.close();

        assertThat(values.model().contents().keySet()).containsExactly(second(), first());
        assertThat(values.model().value(first()).number()).hasValue(2);
    }

    @Test
    void after_they_are_closed_a_method_gives_the_key_alone() {
        values.close();

        assertThat(values.model().has(first())).isFalse();
        assertThatIllegalStateException().isThrownBy(values::building);
    }

    @Test
    void a_key_is_said_in_one_place() {
        second();

        assertThatIllegalStateException()
                .isThrownBy(this::alsoSecond)
                .withMessage("'second' is said in two places. Give one of the two another name.");
        assertThatIllegalStateException().isThrownBy(values::model);
    }

    @Test
    void a_name_is_put_in_until_they_are_closed() {
        Key name = Term.of("name").key();
        values.label(name, "China");
        values.close();

        assertThat(values.label(name, "Brazil")).isEqualTo(name);
        assertThat(values.model().value(name)).isEqualTo(Value.of("China"));
    }

    @Test
    void years_are_numbers_that_formulas_count_with() {
        Key key = values.as(Term.of("span").key(), () -> values.years(Period.year(2024), Period.year(2030)));
        values.close();

        assertThat(values.model().value(key).number()).hasValue(6);
    }
}
