package org.lodestone.core.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/** The rules for what the rows of one study need of each other: one currency, one kind of money, and a base of what is moved. */
record StudyRules(Tables tables, Premises premises) {

    void check() {
        Map<String, RowWithLine<StudyFigure>> money = new HashMap<>();
        Map<String, RowWithLine<StudyFigure>> terms = new HashMap<>();
        Set<String> bases = new HashSet<>();
        for (RowWithLine<StudyFigure> line : tables.lines(StudyTables.STUDIES)) {
            StudyFigure figure = line.row();
            String study = named(figure.project(), figure.study());
            bases.add(study + figure.item());
            figure.unit()
                    .filter(unit -> unit.dimension() == Dimension.MONEY)
                    .ifPresent(unit -> requireAlike(
                            "unit",
                            study,
                            line,
                            money,
                            row -> row.unit().map(Unit::basis),
                            "Leave out what is printed in the other currency."));
            figure.terms()
                    .ifPresent(stated -> requireAlike(
                            "terms",
                            study,
                            line,
                            terms,
                            StudyFigure::terms,
                            "Real and nominal money do not go into one calculation: give one of them another study."));
            figure.assumption().ifPresent(id -> premises.requireShare(id, "studies.csv"));
        }
        tables.lines(StudyTables.SENSITIVITIES).stream()
                .filter(line -> line.row().change().signum() == 0)
                .map(RowWithLine::row)
                .forEach(row -> bases.add(named(row.project(), row.study()) + row.outcome()));
        if (tables.areWhole(StudyTables.STUDIES, StudyTables.SENSITIVITIES)) {
            tables.lines(StudyTables.SENSITIVITIES).forEach(line -> requireBase(line, bases));
        }
    }

    private static String named(String project, String study) {
        return project + ", " + study;
    }

    private static void requireAlike(
            String column,
            String study,
            RowWithLine<StudyFigure> line,
            Map<String, RowWithLine<StudyFigure>> firstOf,
            Function<StudyFigure, Optional<?>> what,
            String remedy) {
        RowWithLine<StudyFigure> first = firstOf.computeIfAbsent(study, id -> line);
        Optional<?> before = what.apply(first.row());
        Optional<?> here = what.apply(line.row());
        if (!before.equals(here)) {
            Problems problems = line.problems();
            line.problem(
                    column,
                    "'" + study + "' is in " + here.orElseThrow() + " here and in " + before.orElseThrow() + " in "
                            + problems.at(first.line()) + ". " + remedy);
        }
    }

    /** A change is one from a base, which the study prints or the table has at no change. */
    private static void requireBase(RowWithLine<StudySensitivity> line, Set<String> bases) {
        StudySensitivity row = line.row();
        String study = named(row.project(), row.study());
        if (!bases.contains(study + row.outcome())) {
            line.problem(
                    "study",
                    "'" + study + "' has no " + row.outcome()
                            + " in studies.csv, and no row here with change 0. Add its base to one" + " of the two.");
        }
    }
}
