package org.lodestone.excel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The ends of lines and their names, one under the other.
 *
 * @param numbers where each line ends; empty for one without a number
 * @param spread from the lowest to the highest number of the chart
 * @param height of the plot
 * @param line the height of a name
 */
record LineEnds(List<OptionalDouble> numbers, double spread, double height, double line) {

    /** An axis that scales itself is about so much longer than what is drawn. */
    static final double AXIS = 1.15;

    /** How far down each name is moved so that none stands over another. */
    List<Double> moves() {
        List<Integer> fromTop = IntStream.range(0, numbers.size())
                .filter(i -> numbers.get(i).isPresent())
                .boxed()
                .sorted(Comparator.comparing(i -> -number(i)))
                .toList();
        List<List<Integer>> groups = new ArrayList<>();
        for (int end : fromTop) {
            groups.add(new ArrayList<>(List.of(end)));
            joinWhereClose(groups);
        }
        List<Double> moves = new ArrayList<>(Collections.nCopies(numbers.size(), 0.0));
        for (List<Integer> group : groups) {
            for (int i = 0; i < group.size() && group.size() > 1; i++) {
                moves.set(group.get(i), top(group) + i * line - down(group.get(i)));
            }
        }
        return moves;
    }

    /** Joins the lowest group with the one above as long as their names would touch. */
    private void joinWhereClose(List<List<Integer>> groups) {
        while (groups.size() > 1) {
            List<Integer> last = groups.get(groups.size() - 1);
            List<Integer> above = groups.get(groups.size() - 2);
            if (top(last) - (top(above) + (above.size() - 1) * line) >= line) {
                return;
            }
            above.addAll(last);
            groups.remove(groups.size() - 1);
        }
    }

    /** Where the highest name of a group stands: together they stand about the middle of their places. */
    private double top(List<Integer> group) {
        double middle = group.stream().mapToDouble(this::down).average().orElse(0);
        return middle - (group.size() - 1) / 2.0 * line;
    }

    private double down(int end) {
        return spread == 0 ? 0 : -number(end) / (spread * AXIS) * height;
    }

    private double number(int end) {
        return numbers.get(end).orElseThrow();
    }
}
