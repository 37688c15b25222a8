package org.lodestone.core.screen;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;

/**
 * A mark that an analyst gives a company for something no figure says, such as how scarce the ore is that it controls.
 *
 * @param rating what is marked: {@code resource-tier}
 * @param company id of the company
 * @param reason what was read that leads to this mark and no other
 * @param sources ids of the sources in which it was read
 */
public record Rating(String rating, String company, BigDecimal mark, String reason, ImmutableList<String> sources) {}
