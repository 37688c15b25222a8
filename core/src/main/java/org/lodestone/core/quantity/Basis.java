package org.lodestone.core.quantity;

/**
 * What a tonne can be a tonne of, as a dataset declares it: {@code REO}, {@code NdPr oxide}, {@code gross}.
 *
 * @param id the word used in units
 * @param description what is and is not counted; empty when nothing more is to be said
 */
public record Basis(String id, String name, String description) {}
