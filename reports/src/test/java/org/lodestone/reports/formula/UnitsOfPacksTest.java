package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;

/** What is known of the units in the packs of the bundled datasets, and what is refused once a formula of theirs is made wrong. */
class UnitsOfPacksTest {

    private static final int SEED = 27;
    private static final Set<Formula> FACTORS = Set.of(Definitions.HUNDRED, Definitions.THOUSAND, Definitions.MILLION);
    private static final Key PLANTED = Term.of("planted").key();

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium"})
    void the_unit_of_all_values_but_a_few_is_known(String dataset) {
        Report report = BundledPack.of(dataset).report();
        Units units = Units.of(report.model());
        Map<String, Integer> unknown = new TreeMap<>();
        int known = 0;
        for (Key key : report.model().contents().keySet()) {
            ValueUnit unit = units.of(key);
            known += unit.isKnown() ? 1 : 0;
            if (!unit.isKnown() && !unit.isAny()) {
                unknown.merge(key.what().toString(), 1, Integer::sum);
            }
        }
        int missed = unknown.values().stream().mapToInt(Integer::intValue).sum();

        assertThat(unknown.keySet())
                .as("amounts of companies that are each in their own currency, and capacities whose source has no unit")
                .isSubsetOf("comps, names: EPS change", "comps, names: price", "nameplate capacity");
        assertThat(missed).isLessThan(known / 100);
        assertThat(units.conflicts()).isEmpty();
    }

    // ---------------------------------------------------------------- formulas made wrong

    /** A formula with something in it changed. */
    private record Change(Key key, Formula formula) {}

    private static Key beside(Change change) {
        return change.key().sub("made wrong");
    }

    private static boolean isRefused(Report report, Model model, Change change) {
        Units units = Units.of(
                model.withCalculations((key, formula) -> key.equals(change.key()) ? change.formula() : formula));
        return !units.conflicts().isEmpty()
                || report.sections().stream()
                        .flatMap(Section::allBlocks)
                        .anyMatch(block -> block.misfit(units).isPresent());
    }

    /** The formula with the change made to each of its parts, the innermost first; what it says of units stays. */
    private static Formula each(Formula formula, UnaryOperator<Formula> change) {
        if (formula instanceof Formula.InUnit stated) {
            return new Formula.InUnit(each(stated.formula(), change), stated.unit(), stated.why());
        }
        return change.apply(formula.asCall()
                .<Formula>map(call -> new Formula.Call(
                        call.fn(),
                        call.args().stream().map(arg -> each(arg, change)).collect(ImmutableList.toImmutableList())))
                .orElse(formula));
    }

    private static String shape(Formula formula) {
        return formula.toString().replaceAll("\\[[^\\]]*]", "#");
    }

    /** One formula of each shape among those that are worked out as a number. */
    private static Map<Key, Formula> oneOfEachShape(Model model) {
        Set<String> seen = new HashSet<>();
        Map<Key, Formula> formulas = new LinkedHashMap<>();
        model.contents()
                .forEach((key, content) -> content.calculation()
                        .filter(formula -> model.value(key).isNumber() && seen.add(shape(formula)))
                        .ifPresent(formula -> formulas.put(key, formula)));
        return formulas;
    }

    /** A formula with a count of tonnes of gallium in place of one of its operands, whose unit is known. */
    private static Optional<Change> withWrongOperand(Key key, Formula formula, Units units, Random random) {
        List<Key> operands = new ArrayList<>();
        each(formula, part -> {
            part.asCall()
                    .filter(call -> call.fn().unit() != UnitRule.COUNTED)
                    .filter(call -> call.fn().unit() != UnitRule.WORDS)
                    .ifPresent(call -> call.args().stream()
                            .filter(arg -> arg.asCall().isEmpty())
                            .flatMap(arg -> arg.asSpan().map(Formula.Span::keys).orElseGet(arg::references).stream())
                            .filter(one -> units.of(one).isKnown())
                            .forEach(operands::add));
            return part;
        });
        if (operands.isEmpty()) {
            return Optional.empty();
        }
        Key wrong = operands.get(random.nextInt(operands.size()));
        return Optional.of(new Change(key, each(formula, part -> planted(part, wrong))));
    }

    private static Formula planted(Formula part, Key wrong) {
        return part.asSpan()
                .<Formula>map(span -> Formula.span(span.keys(), one -> one.equals(wrong) ? PLANTED : one))
                .orElse(part.equals(wrong) ? PLANTED : part);
    }

    private static Model planted(Report report) {
        Model.Builder model = Model.builder().include(report.model());
        model.figure(PLANTED, Value.of(17), ValueUnit.of(Unit.parse("t gallium")), Citation.of("made-up"));
        return model.build();
    }

    /**
     * The changes that pass. Each formula is first put beside the one that it was made from, so that all are tried at once: one that is
     * in the unit of the other changes nothing that follows.
     */
    private static List<String> passed(Report report, Model model, List<Change> changes) {
        Model.Builder both = Model.builder().include(model);
        changes.forEach(change -> both.calculation(beside(change), change.formula()));
        Units units = Units.of(both.build());
        Set<Key> refused = units.conflicts().stream().map(Units.Conflict::of).collect(Collectors.toSet());
        return changes.stream()
                .filter(change -> !refused.contains(beside(change)))
                .filter(change ->
                        units.of(beside(change)).equals(units.of(change.key())) || !isRefused(report, model, change))
                .map(change -> change.key() + " = " + change.formula())
                .toList();
    }

    /** The checks on what is typed hold amounts of any unit against their bounds. */
    private static boolean isOfInputs(Key key) {
        return key.what().toString().startsWith("inputs: ");
    }

    @Test
    void a_value_on_another_basis_in_a_formula_is_refused() {
        requireBasesRefused("lithium", 1);
    }

    @Test
    @Tag("nightly")
    void a_value_on_another_basis_in_a_formula_of_the_largest_pack_is_refused() {
        requireBasesRefused("rare-earths", 3);
    }

    /** @param among of so many formulas one is tried */
    private static void requireBasesRefused(String dataset, int among) {
        Report report = BundledPack.of(dataset).report();
        Model model = planted(report);
        Units units = Units.of(model);
        Random random = new Random(SEED);
        List<Change> changes = oneOfEachShape(model).entrySet().stream()
                .filter(one -> !isOfInputs(one.getKey()))
                .filter(one -> random.nextInt(among) == 0)
                .flatMap(one -> withWrongOperand(one.getKey(), one.getValue(), units, random).stream())
                .toList();
        List<String> passed = passed(report, model, changes);

        assertThat(changes).hasSizeGreaterThan(250);
        assertThat(passed)
                .as("one in twenty: of a comparison with zero, and of a result that is shown nowhere as an amount")
                .hasSizeLessThanOrEqualTo(changes.size() / 20);
    }

    /** A formula without its factors of a hundred, a thousand or a million; empty where it has none. */
    private static Optional<Change> withoutFactors(Key key, Formula formula) {
        Formula without = each(
                formula,
                part -> part.asCall()
                        .filter(call -> call.fn() == Fn.MULTIPLY || call.fn() == Fn.DIVIDE)
                        .filter(call -> FACTORS.contains(call.args().get(1)))
                        .map(call -> call.args().get(0))
                        .orElse(part));
        return without.equals(formula) ? Optional.empty() : Optional.of(new Change(key, without));
    }

    @Test
    void a_factor_of_a_hundred_or_a_thousand_that_is_left_out_is_refused() {
        requireFactorsRefused("lithium");
    }

    @Test
    @Tag("nightly")
    void a_factor_that_is_left_out_of_the_largest_pack_is_refused() {
        requireFactorsRefused("rare-earths");
    }

    private static void requireFactorsRefused(String dataset) {
        Report report = BundledPack.of(dataset).report();
        List<Change> changes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        report.model()
                .contents()
                .forEach((key, content) -> content.calculation()
                        .filter(formula -> seen.add(shape(formula)))
                        .flatMap(formula -> withoutFactors(key, formula))
                        .ifPresent(changes::add));
        List<String> passed = passed(report, report.model(), changes);
        assertThat(changes).hasSizeGreaterThan(100);
        assertThat(passed)
                .as("where numbers of no unit are shown bare, or put in words without one")
                .hasSizeLessThanOrEqualTo(changes.size() * 15 / 100);
    }
}
