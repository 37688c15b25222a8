package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.time.Period;

/** Input rules: the values that may be typed over an input, and the words that tell a reader so. */
class InputRuleTest {

    private static final Key MINED =
            Term.of("mine production").of(Subject.of("China")).at(Period.year(2024));
    private static final InputRule GROWTH =
            InputRule.number().from(-10).upTo(15).orEmpty().saying("Mining quota, growth, 2027, %/yr");

    static Stream<Arguments> typed() {
        return Stream.of(
                Arguments.of(InputRule.amount(), Value.of(270_000.0), true),
                Arguments.of(InputRule.amount(), Value.of(0.0), true),
                Arguments.of(InputRule.amount(), Value.of(-5.0), false),
                Arguments.of(InputRule.amount(), Value.of("W"), true),
                Arguments.of(InputRule.amount(), Value.of("none"), false),
                Arguments.of(InputRule.amount(), Value.empty(), false),
                Arguments.of(InputRule.anyFigure(), Value.of(-5.0), true),
                Arguments.of(InputRule.assumed(), Value.of("NA"), true),
                Arguments.of(InputRule.assumed(), Value.of("W"), false),
                Arguments.of(GROWTH, Value.of(-10.0), true),
                Arguments.of(GROWTH, Value.of(15.1), false),
                Arguments.of(GROWTH.percentage(true), Value.of(0.04), false),
                Arguments.of(GROWTH.percentage(true), Value.of(-0.15), false),
                Arguments.of(GROWTH.percentage(true), Value.of(0.16), true),
                Arguments.of(GROWTH.percentage(true), Value.of(0.0), true),
                Arguments.of(GROWTH, Value.empty(), true),
                Arguments.of(GROWTH, Value.of("NA"), false),
                Arguments.of(InputRule.assumed().whole(true), Value.of(2.0), true),
                Arguments.of(InputRule.assumed().whole(true), Value.of(1.5), false),
                Arguments.of(InputRule.choice(List.of("STEPS", "APS")), Value.of("aps"), true),
                Arguments.of(InputRule.choice(List.of("STEPS", "APS")), Value.of("NZE"), false));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void what_may_be_typed(InputRule rule, Value typed, boolean allowed) {
        assertThat(rule.allows(typed)).isEqualTo(allowed);
    }

    @Test
    void an_input_of_which_nothing_is_said_has_the_rule_of_its_kind() {
        Model.Builder builder = Model.builder();
        Key loss = builder.figure(Term.of("net profit").key(), Value.of(-3.5), ValueUnit.NUMBER, cited("a"));
        Key share = builder.assumption(Term.of("share").key(), Value.of(5.0), ValueUnit.NUMBER, "For the test.");
        Key word = builder.assumption(Term.of("case").key(), Value.of("STEPS"), ValueUnit.NUMBER, "For the test.");
        builder.figure(MINED, new Value.Missing("W", "withheld"), ValueUnit.NUMBER, cited("a"));
        Model model = builder.build();

        assertThat(model.inputRule(MINED)).contains(InputRule.amount());
        assertThat(model.inputRule(loss)).contains(InputRule.anyFigure());
        assertThat(model.inputRule(share)).contains(InputRule.assumed());
        assertThat(model.inputRule(word)).isEmpty();
    }

    @Test
    void what_is_said_of_an_input_goes_along_when_models_are_joined() {
        Model.Builder builder = Model.builder();
        Key weight = builder.assumption(Term.of("weight").key(), Value.of(0.3), ValueUnit.NUMBER, "For the test.");
        Model joined = Model.builder()
                .include(builder.rule(weight, InputRule.number().from(0)).build())
                .build();

        assertThat(joined.inputRule(weight)).contains(InputRule.number().from(0));
    }

    @Test
    void the_prompt_of_a_percentage_says_how_it_is_typed() {
        assertThat(GROWTH.percentage(true).expected()).isEqualTo("A number from −10 to 15; or empty. Type 4 for 4%.");
        assertThat(InputRule.number().from(50).upTo(150).percentage(true).expected())
                .isEqualTo("A number from 50 to 150. Type 150 for 150%.");
        assertThat(InputRule.assumed().percentage(true).expected()).isEqualTo("A number, or NA.");
    }

    @Test
    void the_prompt_says_what_may_be_typed_and_the_source_and_what_it_is_where_its_place_does_not() {
        assertThat(InputRule.amount()
                        .prompt(new Content.Figure(Value.of(270_000.0), ValueUnit.NUMBER, cited("usgs-mcs-2025"))))
                .isEqualTo("A number from 0 on, or NA, W, XX, not published, s, E, Large." + " Source: usgs-mcs-2025.");
        assertThat(GROWTH.prompt(assumed(Value.empty())))
                .isEqualTo("Mining quota, growth, 2027, %/yr. A number from −10 to 15; or empty.");
        assertThat(InputRule.choice(List.of("STEPS", "APS")).prompt(assumed(Value.of("STEPS"))))
                .isEqualTo("One of STEPS, APS.");
    }

    @Test
    void a_prompt_is_no_longer_than_a_spreadsheet_program_shows() {
        String words = "a word ".repeat(60);

        assertThat(InputRule.number().saying(words).prompt(assumed(Value.of(1.0))))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("…. A number.");
        assertThat(InputRule.amount().prompt(new Content.Figure(Value.of(1.0), ValueUnit.NUMBER, cited(words))))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("…");
    }

    @Test
    void a_range_rises() {
        assertThatThrownBy(() -> InputRule.number().from(5).upTo(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Numbers from 5.0 to 4.0 may be typed. Write the lower one first.");
    }

    private static Content.Assumption assumed(Value value) {
        return new Content.Assumption(value, ValueUnit.NUMBER, "For the test.", ImmutableList.of());
    }

    private static Citation cited(String source) {
        return new Citation(ImmutableList.of(source), Reliability.READ, How.REPORTED, "");
    }
}
