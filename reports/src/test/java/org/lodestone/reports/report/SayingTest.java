package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

class SayingTest {

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final Key leader = model.label(Term.of("leader").key(), "China");
    private final Key mined = model.label(Term.of("mined").key(), 270_000);

    @Test
    void names_are_replaced_by_live_values_and_by_words() {
        // MCS 2025: China mined 270,000 t REO in 2024
        Saying saying = say(
                "{leader} mined {amount} {unit} in {year}.",
                with("leader", leader)
                        .with("amount", mined.ref().fixed(0))
                        .with("unit", "t REO")
                        .with("year", "2024"));
        Key said = model.calculation(Term.of("said").key(), saying.formula());
        assertThat(model.build().value(said)).isEqualTo(Value.of("China mined 270,000 t REO in 2024."));
        assertThat(saying.template()).isEqualTo("{leader} mined {amount} {unit} in {year}.");
    }

    @Test
    void words_are_one_text_with_what_stands_beside_them() {
        assertThat(say("{leader} mined in {year}.", with("leader", leader).with("year", "2024"))
                        .clause())
                .isEqualTo(sentence(leader.ref(), text(" mined in 2024.")));
    }

    @Test
    void a_name_may_stand_twice_and_words_may_hold_braces() {
        assertThat(say("{a} and {a}", with("a", "{b} $1")).formula()).isEqualTo(sentence(text("{b} $1 and {b} $1")));
    }

    @Test
    void a_clause_stands_in_its_sentence_where_there_is_one() {
        Optional<Saying> amount =
                Optional.of(say(", {amount} t REO", with("amount", mined.ref().fixed(0))));
        Saying with = say("{leader} leads{amount}.", with("leader", leader).with("amount", amount));
        Saying without =
                say("{leader} leads{amount}.", with("leader", leader).with("amount", Optional.<Saying>empty()));
        Key said = model.calculation(Term.of("said").key(), with.formula());
        assertThat(model.build().value(said)).isEqualTo(Value.of("China leads, 270,000 t REO."));
        assertThat(without.clause()).isEqualTo(sentence(leader.ref(), text(" leads.")));
    }

    /** The words of a sentence where mine production is withheld. */
    private String withheld(Saying saying) {
        Key said = model.calculation(Term.of(saying.template()).key(), saying.formula());
        return model.build()
                .valuesWith(Map.of(mined, Value.of("W")))
                .of(said)
                .asText()
                .orElseThrow();
    }

    private Saying amount() {
        return say("{amount} t REO", with("amount", mined.ref().fixed(0)));
    }

    @Test
    void a_sentence_with_a_number_that_is_not_known_is_replaced_as_a_whole() {
        Saying saying = say("{leader} mined {amount}.", with("leader", leader).with("amount", amount()));
        assertThat(withheld(saying.orIfUnknown(say("What {leader} mined is not known.", with("leader", leader)))))
                .isEqualTo("What China mined is not known.");
    }

    @Test
    void without_words_of_its_own_it_says_that_it_is_not_known() {
        assertThat(withheld(amount())).isEqualTo("Not known: a figure behind it is missing");
        assertThat(withheld(say("{amount}.", with("amount", amount()))))
                .isEqualTo("Not known: a figure behind it is missing.");
    }

    @Test
    void a_clause_is_left_out_and_the_rest_of_the_sentence_stands() {
        Saying clause = say(", {amount}", with("amount", amount())).orNothing();
        assertThat(withheld(
                        say("{leader} leads{clause}.", with("leader", leader).with("clause", clause))))
                .isEqualTo("China leads.");
    }

    @Test
    void the_first_sentence_that_can_be_said_is() {
        Saying share = say(
                "{leader} has {share}",
                with("leader", leader).with("share", percent(mined.ref().over(ONE), 0)));
        assertThat(withheld(share.orIfUnknown(amount()).orIfUnknown(say("{leader} leads", with("leader", leader)))))
                .isEqualTo("China leads");
    }

    @Test
    void a_name_without_an_argument_is_refused() {
        assertThatThrownBy(() -> say("{leader} mined {amount}.", with("leader", leader)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The sentence '{leader} mined {amount}.' names {amount}, of which nothing is given.");
    }

    @Test
    void an_argument_that_is_not_named_is_refused() {
        assertThatThrownBy(() -> say("{leader} mined.", with("leader", leader).with("year", "2024")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The sentence '{leader} mined.' does not name {year}, which is given.");
    }
}
