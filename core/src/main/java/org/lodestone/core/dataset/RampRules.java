package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.dataset.Premises.Stated;
import org.lodestone.core.forecast.Scenario;

/**
 * The rules for the rows of a ramp: steps 1, 2, 3 in the base scenario, of which others may set some anew, and in no scenario
 * a step below the one before.
 */
record RampRules(ImmutableList<Stated> rows, ImmutableList<Stated> base) {

    RampRules(ImmutableList<Stated> rows) {
        this(rows, in(rows, Scenario.BASE));
    }

    void check() {
        if (areNumbered() && areKnown()) {
            boolean baseRises = rises(Scenario.BASE, true);
            rows.stream()
                    .map(row -> row.assumption().scenario())
                    .distinct()
                    .filter(scenario -> !scenario.equals(Scenario.BASE))
                    .forEach(scenario -> rises(scenario, baseRises));
        }
    }

    private boolean areNumbered() {
        for (int i = 0; i < base.size(); i++) {
            if (step(base.get(i)) != i + 1) {
                base.get(i)
                        .problem(
                                "step",
                                "'" + step(base.get(i)) + "' of '"
                                        + base.get(i).assumption().id() + "' stands where step " + (i + 1)
                                        + " belongs. Number the rows of " + Scenario.BASE + " 1, 2, 3, in order.");
                return false;
            }
        }
        boolean all = true;
        for (Stated row : rows) {
            if (step(row) > base.size()) {
                row.problem(
                        "step",
                        "'" + step(row) + "' of '" + row.assumption().id() + "' is no step in " + Scenario.BASE
                                + ", which has " + base.size() + ". Add it there first.");
                all = false;
            }
        }
        return all;
    }

    private boolean areKnown() {
        boolean all = true;
        for (Stated row : rows) {
            if (row.number().isEmpty()) {
                row.problem(
                        "value",
                        "'" + row.assumption().value() + "' is no number, and every step of '"
                                + row.assumption().id() + "' needs one. Write it, or end the ramp before.");
                all = false;
            }
        }
        return all;
    }

    /** @param mixed whether the steps a scenario sets are compared with those it leaves as in the base scenario */
    private boolean rises(String scenario, boolean mixed) {
        ImmutableList<Stated> own = in(rows, scenario);
        boolean rises = true;
        for (int i = 1; i < base.size(); i++) {
            Stated before = at(i, own);
            Stated now = at(i + 1, own);
            boolean falls = now.number().getAsDouble() < before.number().getAsDouble();
            if (falls && own.contains(now) && (mixed || own.contains(before))) {
                refused(now, "is below the", before, "step before");
                rises = false;
            } else if (falls && mixed && own.contains(before)) {
                refused(before, "is above the", now, "step after");
                rises = false;
            }
        }
        return rises;
    }

    private void refused(Stated row, String how, Stated other, String which) {
        boolean same = row.assumption().scenario().equals(other.assumption().scenario());
        row.problem(
                "value",
                "'" + row.assumption().value() + "' of '" + row.assumption().id() + "' " + how + " '"
                        + other.assumption().value() + "' of the " + which
                        + (same ? "" : ", which is as in " + Scenario.BASE) + ". A ramp does not fall.");
    }

    /** A step as a scenario has it: its own, or else that of the base scenario. */
    private Stated at(int step, ImmutableList<Stated> own) {
        Optional<Stated> set = own.stream().filter(row -> step(row) == step).findFirst();
        return set.orElse(base.get(step - 1));
    }

    private static int step(Stated row) {
        return row.assumption().step();
    }

    private static ImmutableList<Stated> in(ImmutableList<Stated> rows, String scenario) {
        return rows.stream()
                .filter(row -> row.assumption().scenario().equals(scenario))
                .collect(toImmutableList());
    }
}
