package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;

class DatedTest {

    private static final Key CHINA = key("China's growth");
    private static final Key PRICE = key("price");
    private static final Key CURRENT = Dated.current("balance");
    private static final Key MEDIAN = key("median of the draws");
    private static final Key DOUBLE = key("twice the median");
    private static final Key KNOWN = key("how many medians are known");
    private static final Key TOLD = key("what is told of the median");
    private static final Key CLAUSE = key("a clause on the median");
    private static final Key PARTLY = key("a sentence with that clause");
    private static final Key PICKED = key("the first sentence, where the median is known");
    private static final Key APART = key("twice the price");

    private final Model model = Dated.throughout(model());
    private final Values changed = model.valuesWith(Map.of(CHINA, Value.of(0.05)));

    private static Key key(String name) {
        return Term.of(name).key();
    }

    private static Model model() {
        Model.Builder model = Model.builder();
        model.assumption(CHINA, Value.of(0.03), ValueUnit.NUMBER, "made up");
        model.assumption(PRICE, Value.of(80), ValueUnit.NUMBER, "made up");
        Key then = model.computed(key("then"), Value.of(0.03), ValueUnit.NUMBER, "as it was");
        Key same = model.calculation(key("same"), Unchanged.of(CHINA, then, Value.of(0.03)));
        model.calculation(CURRENT, Dated.all(List.of(same)));
        Dated.add(model, CURRENT, MEDIAN, Value.of(-4), ValueUnit.NUMBER, "simulated");
        model.calculation(DOUBLE, MEDIAN.plus(MEDIAN));
        model.calculation(KNOWN, MEDIAN.isKnown().then(ONE, Definitions.ZERO));
        model.calculation(TOLD, sentence(text("The median is "), MEDIAN.fixed(1), text(".")));
        model.calculation(CLAUSE, sentence(text("Median: "), MEDIAN.fixed(1)));
        model.calculation(PARTLY, sentence(text("The price is "), PRICE.fixed(0), text(". "), CLAUSE));
        Formula first = Formula.call(Fn.PICK, Formula.span(List.of(TOLD, CLAUSE)), ONE);
        model.calculation(PICKED, MEDIAN.isKnown().then(first, text("none")));
        model.calculation(APART, PRICE.plus(PRICE));
        return model.build();
    }

    @Test
    void a_result_stands_as_long_as_what_it_was_worked_out_from() {
        assertThat(model.value(MEDIAN)).isEqualTo(Value.of(-4));
        assertThat(model.value(TOLD)).isEqualTo(Value.of("The median is −4.0."));
        assertThat(changed.of(MEDIAN)).isEqualTo(Value.of("out of date"));
    }

    /** A count of what is known would say none where all are out of date. */
    @Test
    void what_is_calculated_from_it_is_out_of_date_too_even_a_count() {
        assertThat(model.value(DOUBLE)).isEqualTo(Value.of(-8));
        assertThat(changed.of(DOUBLE)).isEqualTo(Value.of("out of date"));
        assertThat(model.value(KNOWN)).isEqualTo(Value.of(1));
        assertThat(changed.of(KNOWN)).isEqualTo(Value.of("out of date"));
    }

    @Test
    void a_sentence_says_so_instead_and_one_with_a_clause_keeps_the_rest() {
        assertThat(changed.of(TOLD)).isEqualTo(Value.of("Out of date: make the pack again."));
        assertThat(changed.of(PARTLY)).isEqualTo(Value.of("The price is 80. Out of date: make the pack again."));
    }

    @Test
    void a_sentence_picked_among_several_says_so_too() {
        assertThat(model.value(PICKED)).isEqualTo(Value.of("The median is −4.0."));
        assertThat(changed.of(PICKED)).isEqualTo(Value.of("Out of date: make the pack again."));
    }

    @Test
    void what_rests_on_other_inputs_stays() {
        assertThat(changed.of(APART)).isEqualTo(Value.of(160));
        assertThat(model.valuesWith(Map.of(PRICE, Value.of(90))).of(TOLD)).isEqualTo(model.value(TOLD));
        assertThat(model.calculation(APART)).isEqualTo(model().calculation(APART));
    }
}
