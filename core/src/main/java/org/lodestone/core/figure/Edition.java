package org.lodestone.core.figure;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.time.Period;

/** A release of figures that later releases may revise: {@code MCS2025}. Editions of one series follow one another. */
public record Edition(
        String id, String name, String publisher, Period released, String series, ImmutableList<String> sources) {}
