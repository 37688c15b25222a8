package org.lodestone.reports.internal.model;

import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/** Results that Java counted, where some models can tell whether what they were counted with still holds. */
public final class Counted {

    /** How it was counted, with what stands in the model. */
    public static final String SIMULATED =
            "Simulated with the weights and values as they were; not recalculated in the sheet";

    private Counted() {}

    /** Adds what was counted, a pure number, which is shown while it is current if the model can tell. */
    public static Key add(Model.Builder model, Key current, Key key, double counted, String how) {
        Value value = Value.of(counted);
        return model.has(current)
                ? Dated.add(model, current, key, value, ValueUnit.NUMBER, how)
                : model.computed(key, value, ValueUnit.NUMBER, how);
    }
}
