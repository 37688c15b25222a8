package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/** MCS 2025: China mined 270,000 t REO in 2024, 68.54% of the sum of rows; the balance of the case Base ends at −7.1 kt. */
class WordingTest {

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final Key leader = model.label(Term.of("leader").key(), "China");
    private final Key mined = model.label(Term.of("mined").key(), 270_000);
    private final Key share = model.label(Term.of("share").key(), 0.68537);
    private final Key balance = model.label(Term.of("balance").key(), -7.1);

    private final Wording words = words().with("leader", leader)
            .with("mined", mined)
            .with("share", share)
            .with("balance", balance)
            .with("unit", "t REO")
            .with("year", Period.parse("2024"))
            .with("short", ZERO.isAbove(balance))
            .with("several", true)
            .with("one", false)
            .with("end", Optional.of(text("2030")))
            .with("forecast", Optional.empty());

    private String said(Formula sentence, Key... withheld) {
        Key said = model.calculation(Term.of("said").of(Subject.of(sentence.toString())), sentence);
        Map<Key, Value> typed = new HashMap<>();
        for (Key key : withheld) {
            typed.put(key, Value.of("W"));
        }
        return model.build().valuesWith(typed).of(said).asText().orElse("not known");
    }

    private String said(String template, Key... withheld) {
        return said(words.say(template), withheld);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {leader} mined {mined:0} {unit} in {year}.; China mined 270,000 t REO in 2024.
            {share:0%}, {share:0.0%}, {share:+0.00%}; 69%, 68.5%, +68.54%
            {mined:0.0}, {balance:-0.0}; 270000.0, −7.1
            {short?short of|above} demand; short of demand
            {several?{mined:0} in several editions|one edition}; 270,000 in several editions
            {one?one edition|several}; several
            mined{one? in one edition}; mined
            A{one?|n official} figure; An official figure
            {leader}[ has {share:0%}][ and {forecast} more][, {end}]; China has 69%, 2030
            {leader} grows {forecast}|{leader} leads; China leads
            {year} and {year}; 2024 and 2024
            """)
    void a_template_is_said_of_its_names(String template, String said) {
        assertThat(said(template)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {leader} has {share:0%}|{leader} leads; China leads
            {leader} has {share:0%}|{mined:0} t REO|Nothing is known; 270,000 t REO
            {leader} leads[ by {share:0%}]; China leads
            {leader} leads[ by {share:0%}|, its share is not known]; China leads, its share is not known
            {leader} leads[{several?, by {share:0%}|, alone}]; China leads
            {leader} has {share:0%}; Not known: a figure behind it is missing
            {leader} has {share:0%}.; Not known: a figure behind it is missing.
            """)
    void where_a_number_is_not_known_it_is_what_stands_for_that(String template, String said) {
        assertThat(said(template, share)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            0; no mine; none; no reserve
            1; 1 mine; some; 1 reserve
            2; 2 mines; several; 2 reserves
            """)
    void a_choice_asks_a_number_and_a_count_whether_it_is_none_or_one(
            int many, String live, String above, String counted) {
        Key mines = model.label(Term.of("mines").key(), many);
        Wording number = words().with("mines", mines).with("reserves", many);
        assertThat(said(number.say("{mines=0?no mine|{mines:0} {mines=1?mine|mines}}")))
                .isEqualTo(live);
        assertThat(said(number.say("{mines>1?several|{mines>0?some|none}}"))).isEqualTo(above);
        assertThat(number.say("{reserves=0?no reserve|{reserves} {reserves=1?reserve|reserves}}"))
                .isEqualTo(text(counted));
    }

    @Test
    void a_choice_by_a_truth_that_is_not_known_is_not_known() {
        assertThat(said("The market is {short?short|balanced}|Not known", balance))
                .isEqualTo("Not known");
        assertThat(said("The market[ is {short?short|balanced}]", balance)).isEqualTo("The market");
    }

    @Test
    void a_clause_is_not_known_where_its_number_is_not() {
        Formula clause = words.clause("{share:0%} of it");
        assertThat(said(clause)).isEqualTo("69% of it");
        assertThat(said(words().with("clause", clause).say("{clause}|Nothing"), share))
                .isEqualTo("Nothing");
    }

    @Test
    void words_are_one_text_with_what_stands_beside_them() {
        assertThat(words.clause("{leader} mined{one?| much} in {year}[ and {end}]."))
                .isEqualTo(sentence(leader, text(" mined much in 2024 and 2030.")));
        assertThat(words.say("In {year}")).isEqualTo(text("In 2024"));
    }

    @Test
    void words_may_hold_the_letters_of_templates() {
        assertThat(words().with("name", "[a|{b} $1]").say("{name}")).isEqualTo(text("[a|{b} $1]"));
    }

    @Test
    void a_further_name_leaves_the_names_before_as_they_were() {
        assertThat(words.with("next", "2025").say("{year}, {next}")).isEqualTo(text("2024, 2025"));
        assertThatIllegalArgumentException().isThrownBy(() -> words.say("{year}, {next}"));
    }

    @Test
    void a_list_has_its_and_before_the_last() {
        assertThat(said(Wording.listed(List.of(text("a"))))).isEqualTo("a");
        assertThat(said(Wording.listed(List.of(text("a"), leader, text("c"))))).isEqualTo("a, China and c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {country} leads; names {country}, of which nothing is given, at its letter 1. Give it by with("country", …), or name one of year.
            In {year; opens a name that cannot be read, at its letter 4. Write {name}, {name:0.0%}, {name?a|b} or {name=1?a|b}.
            In [{year}; opens a clause that nothing closes, at its letter 4. Close it by ].
            In [{year}}]; opens a clause that nothing closes, at its letter 4. Close it by ].
            In {year?a; opens a choice that nothing closes, at its letter 4. Close it by }.
            In {year}]; closes by ] what nothing opens, at its letter 10. Leave it out.
            In {year}[]; has a clause without words, at its letter 11. Say something there, or leave it out.
            In {year}[ {year}|]; has a clause without words, at its letter 19. Say something there, or leave it out.
            In {year}|; has a sentence without words, at its letter 11. Say something there, or leave it out.
            In {year}[ or so]; has a clause that names nothing, so that it always stands, at its letter 10. Leave out its brackets.
            In {year?a|b|c}; chooses between no words or more than two, at its letter 4. Write {name?words|other words}.
            In {year?}; chooses between no words or more than two, at its letter 4. Write {name?words|other words}.
            In {year?a|}; chooses between no words or more than two, at its letter 4. Write {name?words|other words}.
            In {year:1.0}; writes a number as '1.0', at its letter 4. Write it as 0, 0.0, -0.0, 0.0% or +0.0%.
            In {year=2?a|b}; opens a name that cannot be read, at its letter 4. Write {name}, {name:0.0%}, {name?a|b} or {name=1?a|b}.
            In {year=1}; opens a name that cannot be read, at its letter 4. Write {name}, {name:0.0%}, {name?a|b} or {name=1?a|b}.
            In {year>1?a|b}; asks whether words are above a number, at its letter 4. Ask a number, or give the truth by a name.
            In {year:0}; writes {year} as a number, which is words, at its letter 4. Leave out the format.
            """)
    void what_cannot_be_read_is_refused_where_it_stands(String template, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words().with("year", "2024").say(template))
                .withMessage("The sentence '" + template + "' " + problem);
    }

    @Test
    void a_sentence_that_names_only_what_the_page_has_not_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.say("{forecast}"))
                .withMessage(
                        "The sentence '{forecast}' names in every alternative what the page has not, at its letter 1."
                                + " End it with words that it can say.");
    }

    @Test
    void a_name_that_is_given_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> words.with("year", "2025"))
                .withMessage("{year} is given twice. Give the second value a name of its own.");
    }
}
