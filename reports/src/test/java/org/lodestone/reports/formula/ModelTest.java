package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.time.Period;
import org.lodestone.reports.growth.Growth;

class ModelTest {

    private static final Term OUTPUT = Term.of("output");

    private static Key output(int year) {
        return OUTPUT.key().at(Period.year(year));
    }

    @Test
    void last_year_is_the_same_key_a_year_before() {
        Model model = Model.builder().include(Model.builder().build()).build().plus(growth());
        assertThat(model.value(OUTPUT.sub("growth").key()).number().orElseThrow())
                .isEqualTo(0.25);
    }

    private static Model growth() {
        Model.Builder model = Model.builder();
        model.figure(output(2023), Value.of(80.0), ValueUnit.NUMBER, Citation.of("made-up"));
        model.figure(output(2024), Value.of(100.0), ValueUnit.NUMBER, Citation.of("made-up"));
        model.calculation(
                OUTPUT.sub("growth").key(),
                Growth.onYearBefore(
                        output(2024), output(2024).at(Period.year(2024).previous())));
        return model.build();
    }

    @Test
    void a_calculation_that_needs_itself_is_named_each_time() {
        Key a = Term.of("a").key();
        Key b = Term.of("b").key();
        Model.Builder model = Model.builder();
        model.calculation(a, b.plus(Definitions.ONE));
        model.calculation(b, a.plus(Definitions.ONE));
        Model circle = model.build();
        for (int time = 0; time < 2; time++) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> circle.value(a))
                    .withMessage("A calculation needs its own result: a -> b -> a.");
        }
    }

    @Test
    void a_key_that_two_analyses_share_must_mean_the_same_in_both() {
        Model other = Model.builder().build();
        Model.Builder builder = Model.builder();
        builder.figure(output(2024), Value.of(90.0), ValueUnit.NUMBER, Citation.of("made-up"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growth().plus(other).plus(builder.build()))
                .withMessageContaining("'output, 2024' is said twice, and not alike");
    }

    @Test
    void a_value_is_worked_out_once_for_all_threads() {
        Model model = growth();
        Key growth = OUTPUT.sub("growth").key();
        Value first = model.value(growth);

        assertThat(IntStream.range(0, 100).parallel().mapToObj(draw -> model.value(growth)))
                .allSatisfy(value -> assertThat(value).isSameAs(first));
        assertThat(model.values().of(growth)).isSameAs(first);
    }

    @Test
    void what_is_typed_over_a_figure_is_not_remembered() {
        Model model = growth();
        Key growth = OUTPUT.sub("growth").key();

        assertThat(model.valuesWith(Map.of(output(2024), Value.of(120.0))).of(growth))
                .isEqualTo(Value.of(0.5));
        assertThat(model.value(growth)).isEqualTo(Value.of(0.25));
    }

    @Test
    void names_of_a_workbook_are_told_apart_in_which_case_does_not_count() {
        Key output = Term.of("weight of 产量").key();
        Key price = Term.of("weight of 价格").key();
        Key ranks = Term.of("weight of ranks").key();
        Model model = Model.builder()
                .name(output, "Weight")
                .name(price, "WEIGHT")
                .name(ranks, "ranks")
                .name(Formula.span(List.of(output, price)), "Ranks")
                .build();

        assertThat(model.names()).isEqualTo(ImmutableMap.of(output, "Weight", price, "WEIGHT_2", ranks, "ranks_2"));
        assertThat(model.plus(Model.builder().name(ranks, "weight").build()).names())
                .containsEntry(ranks, "weight_3");
    }

    @Test
    void an_unknown_key_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> growth().value(output(1999)))
                .withMessage("'output, 1999' is not a value of the model. Did you mean 'output, 2023'?");
    }

    @Test
    void a_missing_input_makes_what_needs_it_missing_and_says_why() {
        Model.Builder model = Model.builder();
        model.figure(
                output(2023), new Value.Missing("W", "published as 'W'"), ValueUnit.NUMBER, Citation.of("made-up"));
        Key twice = model.calculation(Term.of("twice").key(), output(2023).plus(output(2023)));
        assertThat(model.build().value(twice)).isEqualTo(new Value.Missing("n/a", "published as 'W'"));
    }

    @Test
    void a_result_beyond_all_numbers_is_missing_and_says_why() {
        Model.Builder model = Model.builder();
        model.figure(output(2023), Value.of(1e308), ValueUnit.NUMBER, Citation.of("made-up"));
        Key square = model.calculation(Term.of("square").key(), output(2023).times(output(2023)));
        Key none = model.calculation(Term.of("none").key(), square.minus(square));

        assertThat(model.build().value(square)).isInstanceOf(Value.Missing.class);
        assertThat(model.build().value(none)).isEqualTo(model.build().value(square));
        assertThatIllegalArgumentException().isThrownBy(() -> new Value.Num(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Value.Num(Double.NEGATIVE_INFINITY));
    }

    @Test
    void a_whole_number_of_any_size_stands_in_a_sentence() {
        assertThat(Value.of(-270_000).inSentence()).isEqualTo("-270000");
        assertThat(Value.of(1e38).inSentence()).isEqualTo("1" + "0".repeat(38));
    }

    @Test
    void a_number_other_than_zero_and_one_is_no_literal_of_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Value.of(0.5).inSentence())
                .withMessageContaining("stands in a sentence without a format");
    }

    @Test
    void a_function_refuses_arguments_it_does_not_take() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formula.call(Fn.DIVIDE, Definitions.ONE))
                .withMessageStartingWith("DIVIDE does not take the arguments");
    }

    @Test
    void arithmetic_refuses_a_text_that_looks_like_a_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Definitions.ONE.over(Formula.text("100")))
                .withMessage(
                        "DIVIDE takes the text '100' for a number, and would never have a result. Give it a number of the model:"
                                + " a constant such as Definitions.HUNDRED, or an assumption, such as assumed(…) of a part.");
        assertThatIllegalArgumentException().isThrownBy(() -> Formula.text("5").isAbove(Definitions.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Formula.text("5").fixed(0));
        // a choice between a number and words is no arithmetic
        assertThat(Definitions.ONE.isKnown().then(Definitions.ONE, Formula.text("not known")))
                .hasToString("IF(ISNUMBER(1),1,not known)");
    }
}
