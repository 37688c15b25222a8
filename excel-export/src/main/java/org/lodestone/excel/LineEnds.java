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
    private static final double AXIS = 1.15;

    /** How far down each name is moved so that none stands over another. */
    List<Double> moves() {
        List<Double> moves = new ArrayList<>(Collections.nCopies(numbers.size(), 0.0));
        List<Integer> fromTop = IntStream.range(0, numbers.size())
                .filter(i -> numbers.get(i).isPresent())
                .boxed()
                .sorted(Comparator.comparing(i -> -number(i)))
                .toList();
        int first = 0;
        for (int i = 1; i <= fromTop.size(); i++) {
            if (i == fromTop.size() || down(fromTop.get(i)) - down(fromTop.get(i - 1)) >= line) {
                spread(fromTop.subList(first, i), moves);
                first = i;
            }
        }
        return moves;
    }

    /** Sets names that are too close one under the other, about the middle of their places. */
    private void spread(List<Integer> close, List<Double> moves) {
        double middle = close.stream().mapToDouble(this::down).average().orElse(0);
        for (int i = 0; i < close.size() && close.size() > 1; i++) {
            moves.set(close.get(i), middle + (i - (close.size() - 1) / 2.0) * line - down(close.get(i)));
        }
    }

    private double down(int end) {
        return spread == 0 ? 0 : -number(end) / (spread * AXIS) * height;
    }

    private double number(int end) {
        return numbers.get(end).orElseThrow();
    }
}
