package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Words;

/**
 * Whether inputs are still what may stand there. A workbook refuses to have anything else typed over one, but not to have it
 * pasted.
 */
final class InputChecks {

    private static final Term INPUTS = Term.of("inputs");
    private static final Formula NOTHING = text("");
    private static final int WEIGHT = 55;

    /** So many inputs are looked at by one formula, whose length is limited. */
    private static final int TOGETHER = 30;

    private final Model.Builder model = Model.builder();

    private InputChecks() {}

    /** The checks of all inputs that some parts show in tables. */
    static Part of(List<Part> parts) {
        InputChecks checks = new InputChecks();
        Part.Builder part = Part.builder(checks.model);
        Map<Key, InputRule> amounts = new LinkedHashMap<>();
        Map<Key, InputRule> numbers = new LinkedHashMap<>();
        Map<Key, InputRule> bounded = new LinkedHashMap<>();
        for (Part shown : parts) {
            for (Key key : inputs(shown)) {
                Content content = shown.model().content(key);
                boolean isNumber = content.either(Value::isNumber, formula -> false);
                shown.model().inputRule(key).ifPresent(rule -> {
                    if (rule.least() == 0 && rule.codes().equals(InputRule.CODES)) {
                        amounts.put(key, rule);
                    } else if (isNumber && content.asAssumption().isPresent()) {
                        numbers.put(key, rule);
                        if (Double.isFinite(rule.least()) || Double.isFinite(rule.most()) || rule.isWhole()) {
                            bounded.put(key, rule);
                        }
                    }
                });
            }
        }
        checks.add(part, "No published amount is below zero", amounts, checks::whereOutside);
        checks.add(
                part,
                "Every assumption that was a number is one",
                numbers,
                (key, rule) -> key.ref().isKnown().then(NOTHING, text(" " + key + ";")));
        checks.add(part, "Every assumption is within what is allowed", bounded, checks::whereOutside);
        return part.build();
    }

    private static ImmutableSet<Key> inputs(Part part) {
        return part.sections().stream()
                .flatMap(Section::tables)
                .flatMap(Block::keys)
                .filter(part.model()::has)
                .filter(key -> part.model().content(key).isInput())
                .collect(toImmutableSet());
    }

    /** The name of an input whose number is not what its rule allows; nothing where it is, or where a code stands. */
    private Formula whereOutside(Key key, InputRule rule) {
        Formula typed = key.ref();
        Formula name = text(" " + key + ";");
        Formula fault = NOTHING;
        if (rule.isWhole()) {
            fault = Formula.call(Fn.WHOLE_PART, typed).isEqualTo(typed).then(fault, name);
        }
        if (Double.isFinite(rule.most())) {
            fault = typed.isAbove(bound(rule.most())).then(name, fault);
        }
        if (Double.isFinite(rule.least())) {
            fault = bound(rule.least()).isAbove(typed).then(name, fault);
        }
        return typed.isKnown().then(fault, NOTHING);
    }

    private Formula bound(double number) {
        return number == 0
                ? ZERO
                : number == 1
                        ? ONE
                        : model.label(INPUTS.sub("bound " + number).key(), number)
                                .ref();
    }

    /**
     * A check that no input of a kind has a fault, which names those that have.
     *
     * @param fault the name of an input that has one, else nothing
     */
    private void add(
            Part.Builder part, String name, Map<Key, InputRule> rules, BiFunction<Key, InputRule, Formula> fault) {
        if (rules.isEmpty()) {
            return;
        }
        List<Formula> said = new ArrayList<>(List.of(text(name)));
        List<Key> faults = new ArrayList<>();
        for (List<Key> some : Iterables.partition(rules.keySet(), TOGETHER)) {
            Formula[] each = Stream.concat(
                            Stream.of(text(Words.NONE)), some.stream().map(key -> fault.apply(key, rules.get(key))))
                    .toArray(Formula[]::new);
            Subject group = Subject.of(name + ", " + (faults.size() + 1));
            faults.add(model.calculation(INPUTS.sub("not as they may be").of(group), sentence(each)));
        }
        faults.forEach(group -> said.add(Formula.call(Fn.SAME_TEXT, group.ref(), text(Words.NONE))
                .then(NOTHING, sentence(text(" "), group.ref()))));
        Key words = model.calculation(INPUTS.sub("check").of(Subject.of(name)), sentence(said.toArray(Formula[]::new)));
        part.check(Check.that(model, name, Formula.call(Fn.SAME_TEXT, words.ref(), text(name)))
                .withWeight(WEIGHT)
                .saying(words));
    }
}
