package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/**
 * Whether inputs are still what may stand there. A workbook refuses to have anything else typed over one, but not to have it
 * pasted.
 */
final class InputChecks {

    private static final Term INPUTS = Term.of("inputs");
    private static final int WEIGHT = 55;

    /** So many inputs are looked at by one formula, which names the cells of each that stand apart. */
    private static final int TOGETHER = 30;

    private final Model.Builder model = Model.builder();

    private InputChecks() {}

    /** The checks of all inputs that some parts show in tables. */
    static Part of(List<Part> parts) {
        InputChecks checks = new InputChecks();
        Part.Builder part = Part.builder(checks.model);
        List<Key> amounts = new ArrayList<>();
        List<Key> numbers = new ArrayList<>();
        for (Part shown : parts) {
            for (Key key : inputs(shown)) {
                Content content = shown.model().content(key);
                boolean isNumber = content.either(value -> value.isNumber(), formula -> false);
                boolean isAmount = shown.model()
                        .inputRule(key)
                        .filter(rule -> rule.least() == 0)
                        .filter(rule -> rule.codes().equals(InputRule.CODES))
                        .isPresent();
                if (isAmount) {
                    amounts.add(key);
                } else if (isNumber && content.asAssumption().isPresent()) {
                    numbers.add(key);
                }
            }
        }
        checks.add(
                part,
                "No published amount is below zero",
                amounts,
                some -> Formula.call(Fn.MIN_OF_KNOWN, some)
                        .orElse(ZERO)
                        .isAtLeast(ZERO)
                        .then(ONE, ZERO));
        checks.add(
                part,
                "Every assumption that was a number is one",
                numbers,
                some -> Formula.call(Fn.SUM, some).isKnown().then(ONE, ZERO));
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

    /** A check that all inputs of a kind pass a test, which is asked of a few at a time. */
    private void add(Part.Builder part, String name, List<Key> keys, UnaryOperator<Formula> test) {
        if (keys.isEmpty()) {
            return;
        }
        List<Key> flags = new ArrayList<>();
        for (List<Key> some : Iterables.partition(ImmutableSet.copyOf(keys), TOGETHER)) {
            Subject group = Subject.of(name + ", " + (flags.size() + 1));
            flags.add(model.calculation(INPUTS.sub("as they may be").of(group), test.apply(span(some))));
        }
        part.check(Check.that(model, name, Formula.call(Fn.MIN, span(flags)).isEqualTo(ONE))
                .withWeight(WEIGHT));
    }
}
