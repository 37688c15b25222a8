package org.lodestone.reports.risk;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.scenario.Scenarios;

/**
 * A result of Java's in every scenario, and the chosen one's, looked up by the selector.
 *
 * @param key the result, in no case
 * @param cases of the scenarios, in their order
 * @param current whether the inputs behind it are as they were
 */
public record Lookup(Key key, ImmutableList<Case> cases, Key current) {

    /** The same at a time of its own. */
    Lookup at(Period when) {
        return new Lookup(key.at(when), cases, current);
    }

    /** The result of the chosen scenario. */
    public Key chosen() {
        return key.in(Scenarios.CHOSEN);
    }

    /** The result of a scenario, as long as it is current. */
    public Key in(Case scenario) {
        return key.in(scenario);
    }

    /** The result of a scenario as it was worked out. */
    public Key stored(Case scenario) {
        return key.sub("as worked out").in(scenario);
    }

    /** The result of each scenario, in their order. */
    public ImmutableList<Key> inEach() {
        return cases.stream().map(this::in).collect(ImmutableList.toImmutableList());
    }

    /** Stores the result of each scenario and the formula that picks the chosen one's. */
    void addTo(Model.Builder model, List<Value> results, ValueUnit unit, String how) {
        for (int i = 0; i < cases.size(); i++) {
            Key stored = model.computed(stored(cases.get(i)), results.get(i), unit, how);
            model.calculation(in(cases.get(i)), Dated.of(current, stored.ref()));
        }
        model.calculation(
                chosen(),
                Dated.of(
                        current, Scenarios.pick(cases.stream().map(this::stored).toList())));
    }

    @Override
    public String toString() {
        return OneLine.of(current, cases);
    }
}
