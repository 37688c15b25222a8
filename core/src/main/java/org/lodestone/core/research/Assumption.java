package org.lodestone.core.research;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;

/**
 * An analyst's choice in one scenario, with its reason.
 *
 * @param id the same in every scenario
 * @param sources ids of the sources it leans on; empty for a pure judgement
 */
public record Assumption(
        String id,
        String name,
        String scenario,
        Observation value,
        Unit unit,
        String reason,
        ImmutableList<String> sources) {}
