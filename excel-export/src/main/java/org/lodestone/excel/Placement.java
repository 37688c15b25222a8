package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.lodestone.reports.formula.Key;

/**
 * Where everything stands: the sheets, the home of every key, and the row of every source.
 *
 * <p>A key's home is the first table that shows it; elsewhere the workbook links to it. A key that is used but shown
 * nowhere has its home among the workings.
 */
record Placement(
        ImmutableList<SheetPlan> sheets, ImmutableMap<Key, Spot> homes, ImmutableMap<String, Spot> sources) {}
