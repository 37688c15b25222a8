package org.lodestone.core.company;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.common.graph.EndpointPair;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.internal.text.OneLine;

/**
 * Who owns how much of whom directly, as known on a day: of several statements of one stake, the one that counts.
 *
 * <pre>
 * 600392.SH,MP,9.99,%,2025-08      counts on 1 September 2025
 * 600392.SH,MP,8.39,%,2025-03-31   counts from 31 March to the end of August 2025
 * </pre>
 *
 * @param stakes one for each owner and owned, in the order they are first stated
 * @param graph the same from owner to owned
 */
public record StakeRegister(ImmutableList<Stake> stakes, ImmutableValueGraph<String, Stake> graph) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** By date; one that is no number, or of no date, only if it must. */
    private static final Comparator<Stake> BEST = Comparator.comparing(
                    (Stake stake) -> stake.stake().known().isPresent())
            .thenComparing(stake -> stake.date().orElse(LocalDate.MIN));

    /** The latest of all statements. */
    public static StakeRegister latest(List<Stake> stated) {
        return asOf(stated, LocalDate.MAX);
    }

    /**
     * The latest statement of each stake that is a number and not after {@code date}. One without a date stands behind
     * dated ones, and is not used for a time before the first of them.
     */
    public static StakeRegister asOf(List<Stake> stated, LocalDate date) {
        ImmutableList<Stake> used = Multimaps.asMap(Multimaps.index(stated, StakeRegister::pair)).values().stream()
                .flatMap(same -> best(same, date).stream())
                .collect(toImmutableList());
        ImmutableValueGraph.Builder<String, Stake> graph =
                ValueGraphBuilder.directed().allowsSelfLoops(true).<String, Stake>immutable();
        used.forEach(stake -> graph.putEdgeValue(stake.owner(), stake.owned(), stake));
        return new StakeRegister(used, graph.build());
    }

    private static EndpointPair<String> pair(Stake stake) {
        return EndpointPair.ordered(stake.owner(), stake.owned());
    }

    private static Optional<Stake> best(List<Stake> same, LocalDate date) {
        List<Stake> dated =
                same.stream().filter(stake -> stake.date().isPresent()).toList();
        boolean allLater = !dated.isEmpty()
                && dated.stream().allMatch(stake -> stake.date().orElseThrow().isAfter(date));
        return allLater
                ? Optional.empty()
                : same.stream()
                        .filter(stake ->
                                stake.date().filter(day -> day.isAfter(date)).isEmpty())
                        .max(BEST);
    }

    /** Those who own each other, directly or through others: {@code A} of {@code B} and {@code B} of {@code A}. */
    public ImmutableList<ImmutableSet<String>> circles() {
        Set<ImmutableSet<String>> circles = new LinkedHashSet<>();
        for (Stake stake : stakes) {
            Set<String> below = Graphs.reachableNodes(graph.asGraph(), stake.owned());
            if (below.contains(stake.owner())) {
                Set<String> above = Graphs.reachableNodes(Graphs.transpose(graph.asGraph()), stake.owned());
                circles.add(graph.nodes().stream()
                        .filter(node -> below.contains(node) && above.contains(node))
                        .collect(toImmutableSet()));
            }
        }
        return ImmutableList.copyOf(circles);
    }

    /**
     * Whether the members of a circle own each other whole, so that nobody outside owns any of them. Who owns how much in
     * the end then has no answer.
     */
    public boolean isClosed(Set<String> circle) {
        return circle.stream()
                .allMatch(owned -> sumOfKnown(within(circle, owned)).compareTo(WHOLE) >= 0);
    }

    /** A loop within a circle, along the largest stakes: who owns whom until the first owner is owned again. */
    public ImmutableList<Stake> loop(Set<String> circle) {
        List<Stake> upwards = new ArrayList<>();
        String owned = circle.iterator().next();
        while (upwards.stream().map(Stake::owned).noneMatch(owned::equals)) {
            Stake largest = within(circle, owned).stream()
                    .max(Comparator.comparing(StakeRegister::amount))
                    .orElseThrow();
            upwards.add(largest);
            owned = largest.owner();
        }
        String closes = owned;
        List<Stake> loop = upwards.stream()
                .dropWhile(stake -> !stake.owned().equals(closes))
                .toList();
        return ImmutableList.copyOf(loop).reverse();
    }

    /** The stakes in a company, where they sum to more than the whole by more than their rounding; else none. */
    public ImmutableList<Stake> beyondWhole(String owned) {
        ImmutableList<Stake> owners = within(graph.nodes(), owned);
        BigDecimal rounding = owners.stream()
                .flatMap(stake -> exact(stake).stream())
                .map(exact -> exact.ulp().multiply(HALF))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sumOfKnown(owners).subtract(rounding).compareTo(WHOLE) > 0 ? owners : ImmutableList.of();
    }

    /** The sum of those stakes that are numbers, in percent. */
    public static BigDecimal sumOfKnown(List<Stake> some) {
        return some.stream().map(StakeRegister::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ImmutableList<Stake> within(Set<String> owners, String owned) {
        return stakes.stream()
                .filter(stake -> stake.owned().equals(owned) && owners.contains(stake.owner()))
                .collect(toImmutableList());
    }

    /** Everybody who is owned, in the order they are first stated. */
    public ImmutableSet<String> owned() {
        return stakes.stream().map(Stake::owned).collect(toImmutableSet());
    }

    private static BigDecimal amount(Stake stake) {
        return exact(stake).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> exact(Stake stake) {
        return stake.stake().number();
    }

    @Override
    public String toString() {
        return OneLine.of("who owns whom", OneLine.count(stakes, "stake"));
    }
}
