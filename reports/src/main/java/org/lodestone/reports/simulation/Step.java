package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;

/**
 * One operation of a {@link CompiledModel}: fills a column, block by block, from others.
 *
 * @param out the number of the column it fills
 * @param in the numbers of the columns it reads
 * @param fillsDoubles whether it fills its column with doubles, rather than with values
 * @param on the step on the arrays of a worker
 */
record Step(int out, ImmutableList<Integer> in, boolean fillsDoubles, Function<Worker, Worker.Operation> on) {}
