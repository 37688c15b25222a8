package org.lodestone.reports.pack;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lodestone.core.internal.text.Words;
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
import org.lodestone.reports.report.Wording;

/**
 * Whether inputs are still what may stand there. A workbook refuses to have anything else typed over one, but not to have it
 * pasted.
 */
final class InputChecks {

    private static final Term INPUTS = Term.of("inputs");
    private static final int WEIGHT = 55;
    private static final String EACH_BY_ITSELF = "inputs of a section have one limit in common, whatever they count";

    /** The most inputs, each in a place of its own, that have room in one formula that looks at each. */
    private static final int IN_ONE_STEP = 15;

    /** The most that have room in one formula, wherever they stand. */
    private static final int IN_ONE_FORMULA = 100;

    /** The most values of one step, where there are more: every program takes so many in one function. */
    private static final int IN_ONE_FUNCTION = 30;

    private final Model.Builder model = Model.builder();
    private final ListMultimap<String, Key> amounts = inOrder();
    private final Set<Key> told = new HashSet<>();
    private final ListMultimap<String, Key> numbers = inOrder();
    private final ListMultimap<Limits, Key> limited = inOrder();

    private InputChecks() {}

    private static <G> ListMultimap<G, Key> inOrder() {
        return MultimapBuilder.linkedHashKeys().arrayListValues().build();
    }

    /** The limits for numbers of a section. */
    private record Limits(String section, double least, double most, boolean whole) {

        @Override
        public String toString() {
            return least + " to " + most + (whole ? ", whole" : "");
        }

        boolean areAny() {
            return Double.isFinite(least) || Double.isFinite(most) || whole;
        }
    }

    /** The checks of all inputs that some parts show in tables. */
    static Part of(List<Part> parts) {
        InputChecks checks = new InputChecks();
        Set<Key> seen = new HashSet<>();
        for (Part part : parts) {
            for (Section section : part.sections()) {
                section.tables()
                        .flatMap(Block::keys)
                        .filter(part.model()::has)
                        .filter(key -> part.model().content(key).isInput())
                        .filter(seen::add)
                        .forEach(key -> checks.sort(key, section.name(), part.model()));
            }
        }
        return checks.part();
    }

    private void sort(Key key, String section, Model from) {
        Content content = from.content(key);
        boolean isNumber = content.either(Value::isNumber, formula -> false);
        from.inputRule(key).ifPresent(rule -> {
            if (rule.least() == 0 && rule.codes().equals(InputRule.CODES)) {
                amounts.put(section, key);
                if (content.either(rule::allows, formula -> false)) {
                    told.add(key); // and no bound or range, which may stay as its source prints it
                }
            } else if (isNumber && content.asAssumption().isPresent()) {
                numbers.put(section, key);
                Limits limits = new Limits(section, rule.least(), rule.most(), rule.isWhole());
                if (limits.areAny()) {
                    limited.put(limits, key);
                }
            }
        });
    }

    private Part part() {
        Part.Builder part = Part.builder(model);
        add(
                part,
                "No published amount is below zero",
                amounts,
                section -> section,
                (section, inputs) -> ZERO.isAbove(extreme(Fn.MIN_OF_KNOWN, "lowest amount", section, inputs, ZERO)));
        add(part, "Every published amount is a number or a code", amounts, section -> section, this::isSomeNeither);
        add(part, "Every assumption that was a number is one", numbers, section -> section, this::isSomeNoNumber);
        add(part, "Every assumption is within what is allowed", limited, Limits::section, this::isSomeBeyond);
        return part.build();
    }

    private Formula isSomeNeither(String section, List<Key> inputs) {
        Formula either = sum("numbers and codes", section, inputs, InputChecks::numbersAndCodes);
        return number((int) inputs.stream().filter(told::contains).count()).isAbove(either);
    }

    private static Formula numbersAndCodes(List<Key> inputs) {
        return Formula.countOfKnown(span(inputs)).plus(Formula.call(Fn.COUNT_CODES, span(inputs)));
    }

    private Formula isSomeNoNumber(String section, List<Key> inputs) {
        Formula numbers = inputs.size() <= IN_ONE_STEP
                ? Formula.countOfKnown(span(inputs))
                : sum("numbers", section, inputs, some -> Formula.countOfKnown(span(some)));
        return number(inputs.size()).isAbove(numbers);
    }

    /** A sum over inputs in steps, since a function takes only so many cells that do not stand side by side. */
    private Formula sum(String what, String section, List<Key> inputs, Function<List<Key>, Formula> step) {
        return Formula.sum(span(steps(what, section, inputs, IN_ONE_STEP, step)));
    }

    private List<Key> steps(
            String what, String section, List<Key> inputs, int most, Function<List<Key>, Formula> step) {
        List<Key> steps = new ArrayList<>();
        for (List<Key> some : Lists.partition(inputs, most)) {
            steps.add(model.calculation(
                    INPUTS.sub(what).of(Subject.of(section + ", " + (steps.size() + 1))), step.apply(some)));
        }
        return steps;
    }

    private Formula isSomeBeyond(Limits limits, List<Key> inputs) {
        List<Formula> tests = new ArrayList<>();
        if (Double.isFinite(limits.least())) {
            Formula least = number(limits.least());
            tests.add(least.isAbove(extreme(Fn.MIN_OF_KNOWN, "lowest of " + limits, limits.section(), inputs, least)));
        }
        if (Double.isFinite(limits.most())) {
            Formula most = number(limits.most());
            tests.add(extreme(Fn.MAX_OF_KNOWN, "highest of " + limits, limits.section(), inputs, most)
                    .isAbove(most));
        }
        if (limits.whole()) {
            tests.add(sum("beyond whole numbers", limits.section(), inputs, InputChecks::beyondWhole)
                    .isAbove(ZERO));
        }
        return tests.stream().reduce(Formula::or).orElseThrow();
    }

    private static Formula beyondWhole(List<Key> inputs) {
        return inputs.stream()
                .map(key -> key.asNumber(EACH_BY_ITSELF))
                .map(typed -> typed.minus(Formula.call(Fn.WHOLE_PART, typed)).orElse(ZERO))
                .reduce(ZERO, Formula::plus);
    }

    private static Formula each(List<Key> inputs) {
        return span(inputs).asNumber(EACH_BY_ITSELF);
    }

    /** The lowest or the highest of inputs; of very many in steps, since a cell holds only so long a formula. */
    private Formula extreme(Fn fn, String what, String section, List<Key> inputs, Formula otherwise) {
        Function<List<Key>, Formula> step = some -> Formula.call(fn, each(some)).orElse(otherwise);
        return inputs.size() <= IN_ONE_FORMULA
                ? step.apply(inputs)
                : Formula.call(fn, span(steps(what, section, inputs, IN_ONE_FUNCTION, step)));
    }

    private Formula number(double number) {
        return number == 0
                ? ZERO
                : number == 1 ? ONE : model.label(INPUTS.sub("number " + number).key(), number);
    }

    /**
     * A check that no input has a fault, which says in which section one has.
     *
     * @param inputs in groups that are looked at together
     * @param fault whether one of a group has a fault
     */
    private <G> void add(
            Part.Builder part,
            String name,
            ListMultimap<G, Key> inputs,
            Function<G, String> section,
            BiFunction<G, List<Key>, Formula> fault) {
        if (inputs.isEmpty()) {
            return;
        }
        List<Formula> said = new ArrayList<>(List.of(text(name)));
        Multimaps.asMap(inputs).forEach((group, some) -> {
            Key place = model.calculation(
                    INPUTS.sub("not as they may be").of(Subject.of(name + ", " + said.size())),
                    words().with("faulty", fault.apply(group, some))
                            .with("section", section.apply(group))
                            .with("none", Words.NONE)
                            .clause("{faulty?see {section}|{none}}"));
            said.add(words().with("none", Formula.call(Fn.SAME_TEXT, place, text(Words.NONE)))
                    .with("place", place)
                    .clause("{none?|; {place}}"));
        });
        Key words = model.calculation(INPUTS.sub("check").of(Subject.of(name)), Wording.inARow("", said));
        part.check(Check.that(model, name, Formula.call(Fn.SAME_TEXT, words, text(name)))
                .withWeight(WEIGHT)
                .saying(words));
    }
}
