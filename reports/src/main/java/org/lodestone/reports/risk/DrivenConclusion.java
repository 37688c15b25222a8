package org.lodestone.reports.risk;

import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;

/** A conclusion and a driver that may turn it. */
public record DrivenConclusion(Conclusion conclusion, Driver driver) {}
