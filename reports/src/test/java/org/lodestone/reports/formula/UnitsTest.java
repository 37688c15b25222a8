package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.THOUSAND;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;

/** Units of calculations: what follows, and what does not fit. Amounts: MCS 2025 and IEA, Global Critical Minerals Outlook 2025. */
class UnitsTest {

    private static final Key MINED = Term.of("mined").key();
    private static final Key MINED_IN_CHINA = Term.of("mined in China").key();
    private static final Key REFINED = Term.of("refined").key();
    private static final Key CONTENT = Term.of("content").key();
    private static final Key RESULT = Term.of("result").key();

    private static Model.Builder figures() {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        Citation source = Citation.of("example");
        model.figure(MINED, Value.of(393_950), ValueUnit.of(Unit.parse("t REO")), source);
        model.figure(MINED_IN_CHINA, Value.of(270_000), ValueUnit.of(Unit.parse("t REO")), source);
        model.figure(REFINED, Value.of(81), ValueUnit.of(Unit.parse("kt magnet REE")), source);
        model.figure(CONTENT, Value.of(38.94), ValueUnit.of(Unit.parse("% magnet REE of REO")), source);
        return model;
    }

    private static Model with(Formula formula) {
        Model.Builder model = figures();
        model.calculation(RESULT, formula);
        return model.build();
    }

    @ParameterizedTest
    @MethodSource
    void the_unit_of_a_result_follows_from_its_operands(Formula formula, String unit) {
        Units units = Units.require(with(formula));

        assertThat(units.of(RESULT)).hasToString(unit);
    }

    static Stream<Arguments> the_unit_of_a_result_follows_from_its_operands() {
        Formula mined = MINED;
        Formula china = MINED_IN_CHINA;
        Formula content = CONTENT.over(HUNDRED);
        return Stream.of(
                arguments(mined.minus(china), "t REO"),
                arguments(china.over(mined), "a pure number"),
                arguments(china.over(mined).times(HUNDRED), "%"),
                arguments(mined.over(THOUSAND), "kt REO"),
                arguments(mined.times(content), "t magnet REE"),
                arguments(mined.times(content).over(THOUSAND).plus(REFINED), "kt magnet REE"),
                arguments(call(Fn.SQUARE_ROOT, call(Fn.SUM_OF_SQUARES, span(List.of(MINED, MINED_IN_CHINA)))), "t REO"),
                arguments(china.over(mined).toThe(ONE.over(ONE.plus(ONE))), "a pure number"),
                arguments(mined.isAbove(ZERO).then(mined, text("none")), "t REO"),
                arguments(call(Fn.PICK, span(List.of(MINED, MINED_IN_CHINA)), ONE), "t REO"),
                arguments(call(Fn.RANK, china, span(List.of(MINED, MINED_IN_CHINA))), "a pure number"),
                arguments(sentence(mined.fixed(0), text(" t REO in all")), "any unit"),
                arguments(sentence(mined.fixed(0), text(" t in all")), "any unit"),
                arguments(mined.in(ValueUnit.of(Unit.parse("t REO"))), "t REO"),
                arguments(mined.asNumber("for the test"), "a pure number"));
    }

    @ParameterizedTest
    @MethodSource
    void what_does_not_fit_is_refused_with_both_units(Formula formula, String one, String other) {
        assertThatThrownBy(() -> Units.require(with(formula)))
                .isInstanceOf(UnitException.class)
                .hasMessageStartingWith("'result' ")
                .hasMessageContaining("in " + one)
                .hasMessageContaining("in " + other);
    }

    static Stream<Arguments> what_does_not_fit_is_refused_with_both_units() {
        Formula mined = MINED;
        Formula refined = REFINED;
        Formula.Span both = span(List.of(MINED, REFINED));
        String reo = "t REO";
        String magnet = "kt magnet REE";
        String pure = "a pure number";
        return Stream.of(
                arguments(mined.plus(refined), reo, magnet),
                arguments(Formula.sum(both), reo, magnet),
                arguments(Formula.sumOfKnown(both), reo, magnet),
                arguments(Formula.max(mined, refined), reo, magnet),
                arguments(mined.isAbove(refined), reo, magnet),
                arguments(mined.orElse(refined), reo, magnet),
                arguments(ONE.isAbove(ZERO).then(mined, refined), reo, magnet),
                arguments(call(Fn.SUM_OF_SQUARES, both), reo, magnet),
                arguments(call(Fn.PICK, both, ONE), reo, magnet),
                arguments(call(Fn.PICK, span(List.of(MINED)), refined), magnet, pure),
                arguments(call(Fn.LARGEST, both, ONE), reo, magnet),
                arguments(call(Fn.RANK, mined, both), reo, magnet),
                arguments(call(Fn.COUNT_ABOVE, span(List.of(MINED)), refined), reo, magnet),
                arguments(call(Fn.PRESENT_VALUE, mined, both), reo, pure),
                arguments(call(Fn.RATE_OF_RETURN, both), reo, magnet),
                arguments(call(Fn.LOGARITHM, mined), reo, pure),
                arguments(mined.toThe(ONE), reo, pure),
                arguments(mined.and(ONE), reo, pure),
                arguments(mined.then(ONE, ZERO), reo, pure),
                arguments(mined.over(refined).plus(ONE), "10^-3 t REO / t magnet REE", pure),
                arguments(ONE.plus(CONTENT), pure, "% magnet REE of REO"),
                arguments(mined.over(THOUSAND).plus(mined), "kt REO", reo),
                arguments(mined.in(ValueUnit.NUMBER), reo, pure),
                arguments(
                        sentence(mined.over(refined).times(HUNDRED).fixed(1), text("% of it")),
                        "10^-5 t REO / t magnet REE",
                        "10^-5 t REO / t magnet REE"),
                arguments(sentence(MINED_IN_CHINA.over(mined).fixed(1), text("%")), pure, pure),
                arguments(sentence(mined.fixed(1), text(" kt in all")), reo, reo),
                arguments(sentence(mined.fixed(1), text(" t magnet REE in all")), reo, reo));
    }

    @Test
    void the_message_names_the_value_both_operands_and_the_remedy() {
        assertThatThrownBy(() -> Units.require(with(MINED.plus(REFINED))))
                .hasMessage("'result' takes [mined] in t REO together with [refined] in kt magnet REE (ADD)."
                        + " They count different things: multiply one by the factor of a Conversion, an assumption in the one"
                        + " unit for the other; or say of this argument what it counts as, and why, with countedAs.");
        assertThatThrownBy(() -> Units.require(with(MINED.plus(MINED.over(THOUSAND)))))
                .hasMessageContaining(
                        "Both count the same, in other sizes: express one in the unit of the other with Definitions.inUnit.");
    }

    @Test
    void a_hundred_that_is_left_out_and_words_for_another_unit_have_remedies_of_their_own() {
        Formula half = MINED.times(CONTENT);
        ValueUnit magnet = ValueUnit.of(Unit.parse("t magnet REE"));

        assertThatThrownBy(() -> Units.require(with(half.in(magnet))))
                .hasMessage(
                        "'result' is [mined]*[content] in 10^-2 t magnet REE, and should be in t magnet REE. Both count the"
                                + " same, one of them in hundredths: divide it by Definitions.HUNDRED, or multiply the other by it.");
        assertThatThrownBy(() -> Units.require(with(sentence(MINED.over(REFINED).fixed(1), text("% of it")))))
                .hasMessage("'result' says [mined]/[refined], which is in 10^-3 t REO / t magnet REE, before the words"
                        + " '% of it'. Take a share of one basis, or say the unit that it is in.");
    }

    @Test
    void an_argument_may_count_as_something_else_for_a_reason() {
        ValueUnit reo = ValueUnit.of(Unit.parse("t REO"));

        assertThat(Units.require(with(MINED.plus(REFINED.countedAs(reo, "for the test"))))
                        .of(RESULT))
                .isEqualTo(reo);
        assertThatThrownBy(() -> REFINED.countedAs(reo, " "))
                .hasMessage("'[refined]' counts as t REO without a reason. Say why.");
    }

    @Test
    void a_formula_with_a_unit_has_the_value_and_the_spelling_of_the_formula() {
        Formula stated = MINED.in(ValueUnit.of(Unit.parse("t REO")));

        assertThat(stated).hasToString("[mined]");
        assertThat(with(stated).value(RESULT)).isEqualTo(Value.of(393_950));
        assertThat(stated.references()).containsExactly(MINED);
    }

    @Test
    void a_result_may_be_in_the_unit_of_another_value_whatever_that_is() {
        Model.Builder model = figures();
        model.computed(RESULT, Value.of(90), ValueUnit.like(REFINED), "simulated");

        assertThat(Units.of(model.build()).of(RESULT)).hasToString("kt magnet REE");
    }

    @Test
    void a_text_a_zero_and_a_value_that_nobody_has_fit_all() {
        assertThat(Units.of(with(MINED.minus(ZERO))).of(RESULT)).hasToString("t REO");
        assertThat(Units.of(with(MINED.plus(Term.of("nobody").key()))).conflicts())
                .isEmpty();
    }
}
