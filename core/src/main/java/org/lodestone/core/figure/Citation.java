package org.lodestone.core.figure;

import com.google.common.collect.ImmutableList;

/**
 * Who says so, and how they know.
 *
 * @param sources ids of the sources
 * @param note a remark for readers; empty when there is none
 */
public record Citation(ImmutableList<String> sources, Reliability reliability, How how, String note) {}
