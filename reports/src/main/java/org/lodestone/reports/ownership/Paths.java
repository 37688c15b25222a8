package org.lodestone.reports.ownership;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.UnaryOperator;
import org.lodestone.core.company.Stake;
import org.lodestone.core.internal.text.Words;

/** The ways from an owner to what it owns, none of them through the same company twice, and how they are told. */
final class Paths {

    /** The number of ways that a reader follows. */
    private static final int TOLD = 3;

    /** Where companies own each other in many ways, so many beginnings show that not all of them can be told. */
    private static final int FOLLOWED = 500;

    private static final int DECIMALS = 2;

    /** Words that are no name, so that a note beginning with one goes on with a small letter. */
    private static final ImmutableList<String> GO_ON =
            ImmutableList.of("Through", "Since", "In", "After", "Before", "At", "Left", "Preferred");

    private final String owner;
    private final String owned;
    private final UnaryOperator<String> name;

    /** The shortest first. */
    private final List<ImmutableList<Stake>> all = new ArrayList<>();

    private final boolean complete;

    /**
     * Along {@code through}, the stakes on some way from {@code owner} to {@code owned}.
     *
     * @param name the name of an id
     */
    Paths(ImmutableList<Stake> through, String owner, String owned, UnaryOperator<String> name) {
        this.owner = owner;
        this.owned = owned;
        this.name = name;
        ImmutableListMultimap<String, Stake> held = Multimaps.index(through, Stake::owner);
        Queue<ImmutableList<Stake>> begun = new ArrayDeque<>();
        held.get(owner).forEach(stake -> begun.add(ImmutableList.of(stake)));
        for (int followed = 0; followed < FOLLOWED && !begun.isEmpty(); followed++) {
            ImmutableList<Stake> path = begun.remove();
            String end = path.get(path.size() - 1).owned();
            if (end.equals(owned)) {
                all.add(path);
            } else {
                held.get(end).stream()
                        .filter(next ->
                                path.stream().noneMatch(stake -> stake.owned().equals(next.owned())))
                        .map(next -> ImmutableList.<Stake>builder()
                                .addAll(path)
                                .add(next)
                                .build())
                        .forEach(begun::add);
            }
        }
        this.complete = begun.isEmpty();
    }

    /** {@code A holds 30% of C through B (60% × 50%)}. */
    String inWords(double part) {
        String holds = name.apply(owner) + " holds " + percent(part) + " of " + name.apply(owned);
        if (all.isEmpty()) {
            return holds + " in more ways than can be told";
        }
        if (complete && all.size() == 1) {
            ImmutableList<Stake> only = all.get(0);
            String remark = only.size() == 1 ? remark(only.get(0)) : through(only) + " (" + factors(only) + ")";
            return holds + remark + crossHoldings(part);
        }
        String told = all.stream().limit(TOLD).map(this::several).collect(joining("; "));
        return holds + ": " + told + (complete ? more() + crossHoldings(part) : "; and many more ways");
    }

    private String more() {
        int more = all.size() - TOLD;
        if (more == 1) {
            return "; and one more way";
        }
        return more <= 0 ? "" : "; and " + more + " more ways";
    }

    private String several(ImmutableList<Stake> path) {
        return path.size() == 1
                ? "directly " + factors(path) + remark(path.get(0))
                : through(path).strip() + " " + percent(product(path)) + " (" + factors(path) + ")";
    }

    private String through(List<Stake> path) {
        return path.subList(0, path.size() - 1).stream()
                .map(Stake::owned)
                .map(name)
                .collect(joining(" and ", " through ", ""));
    }

    private static String remark(Stake stake) {
        String note = stake.citation().note();
        boolean goesOn = GO_ON.stream().anyMatch(word -> note.startsWith(word + " "));
        return note.isEmpty() ? "" : " (" + (goesOn ? Words.inSentence(note) : note) + ")";
    }

    private static String factors(List<Stake> path) {
        return path.stream().map(stake -> stake.stake() + "%").collect(joining(" × "));
    }

    /** Words for the part that comes on top of the ways told, since companies own each other; empty where it rounds to nothing. */
    private String crossHoldings(double part) {
        double sum = all.stream().mapToDouble(Paths::product).sum();
        String added = percent(part - sum);
        return added.equals("0%") ? "" : "; and " + added + " since companies on the way own each other";
    }

    private static double product(List<Stake> path) {
        return path.stream()
                .map(stake ->
                        BigDecimal.valueOf(stake.stake().known().orElseThrow()).movePointLeft(2))
                .reduce(BigDecimal.ONE, BigDecimal::multiply)
                .doubleValue();
    }

    private static String percent(double part) {
        return BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
