package org.lodestone.reports.screen;

/**
 * A company with its rank.
 *
 * @param company where it stands in the universe
 */
public record Ranked(int rank, int company, String id, String name, double score) {}
