package org.lodestone.core.chain;

import com.google.common.collect.ImmutableList;

/** A stage of a supply chain, with the stages it feeds by id. */
public record Stage(String id, int order, String name, ImmutableList<String> feeds, String description) {}
