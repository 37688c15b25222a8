package org.lodestone.reports.simulation;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assigns columns to registers, so that a column takes over the register of one that is no longer read. */
final class Registers {

    private final int[] registers;
    private final Set<Integer> constants;
    private final BitSet values;
    private final Deque<Integer> freeDoubles = new ArrayDeque<>();
    private final Deque<Integer> freeValues = new ArrayDeque<>();
    private int count;

    Registers(int columns, Set<Integer> constants) {
        this.registers = new int[columns];
        this.constants = constants;
        this.values = new BitSet(columns);
    }

    /** The register of each column. Constants and outputs share theirs with no other. */
    @SuppressWarnings("ReferenceEquality") // it is asked for the very step, of which there is one for a column
    ImmutableIntArray assign(Collection<Step> steps, List<Integer> outputs) {
        constants.forEach(column -> registers[column] = count++);
        Map<Integer, Step> lastReader = new HashMap<>();
        steps.forEach(step -> step.in().forEach(column -> lastReader.put(column, step)));
        lastReader.keySet().removeAll(constants);
        lastReader.keySet().removeAll(outputs);
        for (Step step : steps) {
            for (int column : step.in()) {
                if (lastReader.get(column) == step) {
                    lastReader.remove(column);
                    (values.get(column) ? freeValues : freeDoubles).push(registers[column]);
                }
            }
            values.set(step.out(), !step.fillsDoubles());
            Deque<Integer> free = step.fillsDoubles() ? freeDoubles : freeValues;
            registers[step.out()] = free.isEmpty() ? count++ : free.pop();
        }
        return ImmutableIntArray.copyOf(registers);
    }
}
