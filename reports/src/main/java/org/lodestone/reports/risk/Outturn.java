package org.lodestone.reports.risk;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.research.Risk;

/**
 * A case that is set against the scenario as it stands: no risk, one that comes true, or all of them.
 *
 * @param id tells it from the others, whatever their names
 */
public record Outturn(String id, String name, ImmutableList<Risk> risks) {

    @Override
    public String toString() {
        return OneLine.of(name, OneLine.count(risks, "risk"));
    }
}
