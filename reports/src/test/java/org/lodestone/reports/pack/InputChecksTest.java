package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Report;

/** The values that may be typed over the inputs of the rare earth pack, and the message for anything else that was pasted there. */
class InputChecksTest {

    private static final Report PACK = BundledPack.of("rare-earths").report();
    private static final Model MODEL = PACK.model();

    private static final Key AMOUNTS = check("No published amount is below zero");
    private static final Key FIGURES = check("Every published amount is a number or a code");
    private static final Key NUMBERS = check("Every assumption that was a number is one");

    private static final Key BOUNDED = check("Every assumption is within what is allowed");

    private static Key check(String name) {
        return Term.of("check").of(Subject.of(name));
    }

    @Test
    void the_pack_as_it_is_made_holds() {
        assertThat(MODEL.value(AMOUNTS)).isEqualTo(Value.of(1.0));
        assertThat(MODEL.value(NUMBERS)).isEqualTo(Value.of(1.0));
    }

    @Test
    void a_negative_amount_that_was_pasted_over_a_figure_is_told_and_a_code_is_none() {
        Key mined = input("mine-production, China, 2024, MCS2025");

        assertThat(MODEL.valuesWith(Map.of(mined, Value.of(-5.0))).of(AMOUNTS)).isEqualTo(Value.of(0.0));
        assertThat(MODEL.valuesWith(Map.of(mined, Value.of("W"))).of(AMOUNTS)).isEqualTo(Value.of(1.0));
    }

    @Test
    void a_published_amount_that_was_emptied_or_is_a_word_is_told() {
        Key mined = input("mine-production, China, 2024, MCS2025");

        assertThat(MODEL.value(FIGURES)).isEqualTo(Value.of(1.0));
        assertThat(MODEL.valuesWith(Map.of(mined, Value.empty())).of(FIGURES)).isEqualTo(Value.of(0.0));
        assertThat(MODEL.valuesWith(Map.of(mined, Value.of("about 92"))).of(FIGURES))
                .isEqualTo(Value.of(0.0));
        assertThat(MODEL.valuesWith(Map.of(mined, Value.of("w"))).of(FIGURES)).isEqualTo(Value.of(1.0));
    }

    @Test
    void a_text_that_was_pasted_over_an_assumption_is_told() {
        Key growth = input("assumption, mining-quota-growth, Base");

        assertThat(MODEL.valuesWith(Map.of(growth, Value.of("much"))).of(NUMBERS))
                .isEqualTo(Value.of(0.0));
        assertThat(MODEL.valuesWith(Map.of(growth, Value.of(-3.0))).of(NUMBERS)).isEqualTo(Value.of(1.0));
    }

    @Test
    void where_something_is_not_allowed_is_said_with_its_check() {
        Key mined = input("mine-production, China, 2024, MCS2025");
        Key secondary = input("assumption, scrap-follows, Base");
        Key amounts = Term.of("inputs").sub("check").of(Subject.of("No published amount is below zero"));

        assertThat(MODEL.value(amounts)).isEqualTo(Value.of("No published amount is below zero"));
        assertThat(MODEL.valuesWith(Map.of(mined, Value.of(-5.0))).of(amounts))
                .isEqualTo(Value.of("No published amount is below zero; see Editions"));
        assertThat(MODEL.value(BOUNDED)).isEqualTo(Value.of(1.0));
        assertThat(MODEL.valuesWith(Map.of(secondary, Value.of(-1.0))).of(BOUNDED))
                .isEqualTo(Value.of(0.0));
        Key delay = input("assumption, serra-verde-1-delay, Base");
        assertThat(MODEL.valuesWith(Map.of(delay, Value.of(1.5))).of(BOUNDED)).isEqualTo(Value.of(0.0));
        assertThat(MODEL.valuesWith(Map.of(delay, Value.of(2.0))).of(BOUNDED)).isEqualTo(Value.of(1.0));
    }

    @Test
    void every_input_may_be_what_it_is_and_says_so_in_no_more_than_fits() {
        MODEL.contents().forEach((key, content) -> {
            Optional<InputRule> rule = MODEL.inputRule(key);
            if (content.isInput() && rule.isPresent()) {
                Value now = MODEL.value(key);
                boolean isCode = now.isMissing() && !now.isEmpty();
                assertThat(isCode || rule.get().allows(now))
                        .as("%s: %s. %s", key, now, rule.get().expected())
                        .isTrue();
                assertThat(rule.get().prompt(content)).hasSizeLessThanOrEqualTo(255);
            }
        });
    }

    @Test
    void every_input_that_is_no_free_word_has_a_rule() {
        assertThat(MODEL.contents().entrySet().stream()
                        .filter(entry -> entry.getValue().isInput())
                        .filter(entry -> MODEL.inputRule(entry.getKey()).isEmpty())
                        .map(entry -> entry.getKey().toString()))
                .isEmpty();
    }

    @Test
    void a_lever_and_a_weight_say_their_range() {
        Key typed = input("lever: typed, mining-quota-growth, 2027");
        Key weight = input("screen: weight of the screen, quota");

        assertThat(prompt(typed))
                .isEqualTo(
                        "Mining quota, growth, 2027, %/yr. Empty: as in the scenario chosen. A number from 0 to 27; or"
                                + " empty. Type 4 for 4%.");
        assertThat(prompt(weight)).isEqualTo("Weight, Separation quota. A number from 0 on.");
    }

    private static String prompt(Key key) {
        Content content = MODEL.content(key);
        return MODEL.inputRule(key).orElseThrow().prompt(content);
    }

    private static Key input(String id) {
        return MODEL.contents().keySet().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
