package org.lodestone.reports.ownership;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodestone.core.company.Stake;
import org.lodestone.core.company.StakeRegister;

/** The ways from an owner to what it owns, none of them through the same company twice, and how they are told. */
final class Paths {

    /** As many ways as a reader follows. */
    private static final int TOLD = 3;

    /** Where companies own each other in many ways, these are enough to know that they cannot be told. */
    private static final int FOLLOWED = 200;

    private static final int DECIMALS = 2;
    private static final double ROUNDING = 1e-9;

    private final StakeRegister register;
    private final String owner;
    private final String owned;
    private final List<ImmutableList<Stake>> all = new ArrayList<>();

    Paths(StakeRegister register, String owner, String owned) {
        this.register = register;
        this.owner = owner;
        this.owned = owned;
        follow(owner, new ArrayList<>());
        all.sort(Comparator.comparingInt(ImmutableList::size));
    }

    private void follow(String from, List<Stake> path) {
        for (Stake stake : register.stakes()) {
            boolean onward = all.size() < FOLLOWED
                    && stake.owner().equals(from)
                    && !stake.owned().equals(owner)
                    && path.stream().noneMatch(before -> before.owned().equals(stake.owned()));
            if (onward) {
                path.add(stake);
                if (stake.owned().equals(owned)) {
                    all.add(ImmutableList.copyOf(path));
                } else {
                    follow(stake.owned(), path);
                }
                path.remove(path.size() - 1);
            }
        }
    }

    /** {@code A holds 30% of C through B: 60% x 50% = 30%}. */
    String inWords(double part) {
        String holds = owner + " holds " + percent(part) + " of " + owned;
        if (all.size() > 1) {
            String told = all.stream().limit(TOLD).map(this::several).collect(joining("; "));
            int more = all.size() - TOLD;
            if (all.size() == FOLLOWED) {
                return holds + ": " + told + "; and many more ways";
            }
            return holds + ": " + told + (more > 0 ? "; and " + more + " more ways" : "") + crossHoldings(part);
        }
        ImmutableList<Stake> only = all.get(0);
        String remark = only.size() == 1 ? remark(only.get(0)) : through(only) + ": " + arithmetic(only);
        return holds + remark + crossHoldings(part);
    }

    private String several(ImmutableList<Stake> path) {
        return path.size() == 1
                ? "directly " + arithmetic(path) + remark(path.get(0))
                : through(path).strip() + " " + arithmetic(path);
    }

    private static String through(List<Stake> path) {
        return path.subList(0, path.size() - 1).stream().map(Stake::owned).collect(joining(" and ", " through ", ""));
    }

    private static String remark(Stake stake) {
        String note = stake.citation().note();
        return note.isEmpty() ? "" : " (" + note + ")";
    }

    private static String arithmetic(List<Stake> path) {
        String factors = path.stream().map(stake -> stake.stake() + "%").collect(joining(" x "));
        return path.size() == 1 ? factors : factors + " = " + percent(product(path));
    }

    /** What comes on top of the ways told, since companies own each other. */
    private String crossHoldings(double part) {
        double sum = all.stream().mapToDouble(Paths::product).sum();
        return part - sum > ROUNDING
                ? "; and " + percent(part - sum) + " since companies on the way own each other"
                : "";
    }

    private static double product(List<Stake> path) {
        return path.stream()
                .map(stake ->
                        BigDecimal.valueOf(stake.stake().known().orElse(0)).movePointLeft(2))
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
