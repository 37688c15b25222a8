package org.lodestone.reports.risk;

import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.internal.text.OneLine;

/** A conclusion and a driver that may turn it. */
public record DrivenConclusion(Conclusion conclusion, Driver driver) {

    @Override
    public String toString() {
        return OneLine.joined(conclusion.id(), driver);
    }
}
