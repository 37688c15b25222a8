package org.lodestone.core.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/** The rules for what the rows of one study need of each other: one currency, one kind of money, and a base of what is moved. */
record StudyRules(Tables tables, Premises premises) {

    void check() {
        requireAlike(
                "unit",
                figure -> figure.unit()
                        .filter(unit -> unit.dimension() == Dimension.MONEY)
                        .map(Unit::basis),
                "Leave out what is printed in the other currency.");
        requireAlike(
                "terms",
                StudyFigure::terms,
                "Real and nominal money do not go into one calculation: give one of them another study.");
        Set<String> bases = new HashSet<>();
        for (StudyFigure figure : tables.rows(StudyTables.STUDIES)) {
            bases.add(named(figure.project(), figure.study()) + figure.item());
            figure.assumption().ifPresent(id -> premises.requireShare(id, "studies.csv"));
        }
        tables.rows(StudyTables.SENSITIVITIES).stream()
                .filter(row -> row.change().signum() == 0)
                .forEach(row -> bases.add(named(row.project(), row.study()) + row.outcome()));
        if (tables.areWhole(StudyTables.STUDIES, StudyTables.SENSITIVITIES)) {
            tables.lines(StudyTables.SENSITIVITIES).forEach(line -> requireBase(line, bases));
        }
    }

    private static String named(String project, String study) {
        return project + ", " + study;
    }

    /** All rows of a study that say this say the same. */
    private void requireAlike(String column, Function<StudyFigure, Optional<?>> what, String remedy) {
        Map<String, RowWithLine<StudyFigure>> firstOf = new HashMap<>();
        for (RowWithLine<StudyFigure> line : tables.lines(StudyTables.STUDIES)) {
            String study = named(line.row().project(), line.row().study());
            what.apply(line.row()).ifPresent(here -> {
                RowWithLine<StudyFigure> first = firstOf.computeIfAbsent(study, id -> line);
                Object before = what.apply(first.row()).orElseThrow();
                if (!before.equals(here)) {
                    line.problem(
                            column,
                            "'" + study + "' is in " + here + " here and in " + before + " in " + first.at() + ". "
                                    + remedy);
                }
            });
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
