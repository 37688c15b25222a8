package org.lodestone.reports.sheet.project;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.project.ProjectReserve;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.AsPrinted;

/**
 * One statement of the tonnes in the ground, and whether it agrees with itself.
 *
 * <pre>contained = tonnage · grade</pre>
 *
 * @param name tells it from the other statements on the project
 */
record ReserveStatement(ProjectReserve reserve, Case name) {

    /** How far contained oxides may be from tonnage times grade. */
    static final Key TOLERANCE = Term.of("reserve").sub("tolerance").key();

    /** The number of statements that agree, in words; not there where none can be checked. */
    static final Key FINDING = Term.of("reserve").sub("finding").key();

    private static final Term RESERVE = Term.of("reserve");

    /** All statements, those on one project together. */
    static ImmutableList<ReserveStatement> of(Dataset dataset) {
        List<String> projects = dataset.reserves().stream()
                .map(ProjectReserve::project)
                .distinct()
                .toList();
        Set<Key> taken = new LinkedHashSet<>();
        return dataset.reserves().stream()
                .sorted(Comparator.comparing(reserve -> projects.indexOf(reserve.project())))
                .map(reserve -> named(reserve, taken))
                .collect(ImmutableList.toImmutableList());
    }

    private static ReserveStatement named(ProjectReserve reserve, Set<Key> taken) {
        String words = reserve.category() + ", " + reserve.asOf();
        return Numbered.free(
                new ReserveStatement(reserve, Case.of(words)),
                n -> new ReserveStatement(reserve, Case.of(words + ", statement " + n)),
                statement -> taken.add(statement.key("statement")));
    }

    /** The model that gives the statements' keys their values. */
    static Model model(List<ReserveStatement> statements) {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        model.assumption(
                TOLERANCE,
                Value.of(2),
                ValueUnit.PERCENT,
                "Lodestone assumption. Tonnage and grade are printed with two or three digits, so their product may be"
                        + " off by this much.");
        statements.forEach(statement -> statement.put(model));
        List<Key> checks = statements.stream()
                .flatMap(statement -> statement.agrees().stream())
                .toList();
        if (!checks.isEmpty()) {
            model.calculation(
                    FINDING,
                    words().with("agree", Formula.sum(Formula.span(checks)))
                            .with("all", Formula.countOfKnown(Formula.span(checks)))
                            .with("tolerance", TOLERANCE)
                            .say(
                                    "{agree:0} of the {all:0} statements that print all three agree with tonnage times grade to within"
                                            + " {tolerance:0.0}%."));
        }
        return model.build();
    }

    private static final ValueUnit REO = ValueUnit.of(Unit.parse("t REO"));

    private void put(Model.Builder model) {
        ValueUnit tonnage = ValueUnit.of(reserve.tonnageUnit());
        figure(model, "tonnage", tonnage, reserve.tonnage());
        figure(model, "grade", REO.over(tonnage.unscaled()).times(ValueUnit.PERCENT), reserve.gradePct());
        figure(model, "contained", REO, reserve.containedReo());
        perUnit().ifPresent(tonnes -> {
            Formula product = tonnes.times(key("grade")).over(Definitions.HUNDRED);
            Formula off = key("contained").over(product).minus(ONE);
            model.calculation(key("off"), off);
            model.calculation(
                    key("agrees"),
                    TOLERANCE
                            .over(Definitions.HUNDRED)
                            .isAtLeast(key("off").magnitude())
                            .then(ONE, ZERO));
        });
    }

    private void figure(Model.Builder model, String part, ValueUnit unit, Optional<Observation> observation) {
        observation.ifPresent(
                value -> model.figure(key(part), Value.of(value), unit, AsPrinted.citation(reserve.citation(), "")));
    }

    /** Tonnage in t, where tonnage, grade and contained oxides are all exact. */
    private Optional<Formula> perUnit() {
        boolean exact = List.of(reserve.tonnage(), reserve.gradePct(), reserve.containedReo()).stream()
                .allMatch(
                        part -> part.filter(value -> value.known().isPresent()).isPresent());
        if (!exact) {
            return Optional.empty();
        }
        Formula tonnage = key("tonnage");
        BigDecimal scale = reserve.tonnageUnit().map(Unit::scale).orElse(BigDecimal.ONE);
        return switch (scale.stripTrailingZeros().toPlainString()) {
            case "1" -> Optional.of(tonnage);
            case "1000" -> Optional.of(tonnage.times(Definitions.THOUSAND));
            case "1000000" -> Optional.of(tonnage.times(Definitions.MILLION));
            default -> Optional.empty();
        };
    }

    Optional<Key> tonnage() {
        return reserve.tonnage().map(value -> key("tonnage"));
    }

    /** In percent. */
    Optional<Key> grade() {
        return reserve.gradePct().map(value -> key("grade"));
    }

    /** In t REO. */
    Optional<Key> contained() {
        return reserve.containedReo().map(value -> key("contained"));
    }

    /** Contained over tonnage times grade, less one. */
    Optional<Key> off() {
        return perUnit().map(tonnes -> key("off"));
    }

    /** 1 where that is within the tolerance, else 0. */
    Optional<Key> agrees() {
        return perUnit().map(tonnes -> key("agrees"));
    }

    private Key key(String part) {
        return RESERVE.sub(part).of(Subject.of(reserve.project())).in(name);
    }
}
