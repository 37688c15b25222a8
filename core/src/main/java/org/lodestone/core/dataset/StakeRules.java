package org.lodestone.core.dataset;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lodestone.core.company.Stake;
import org.lodestone.core.company.StakeRegister;

/**
 * The rules for all stakes together: on no day do those in one company sum to over 100%, and no companies own each other whole.
 *
 * <p>Two statements of one stake are not added: on a day one of them counts.
 */
final class StakeRules {

    private final ImmutableList<RowWithLine<Stake>> stakes;
    private final Set<Object> told = new HashSet<>();

    StakeRules(ImmutableList<RowWithLine<Stake>> stakes) {
        this.stakes = stakes;
    }

    void check() {
        List<Stake> stated = stakes.stream().map(RowWithLine::row).toList();
        Set<LocalDate> days = new TreeSet<>();
        stated.forEach(stake -> stake.date().ifPresent(days::add));
        days.add(LocalDate.MAX); // for stakes of which none has a date
        for (LocalDate day : days) {
            StakeRegister register = StakeRegister.asOf(stated, day);
            register.owned().forEach(owned -> beyondWhole(register.beyondWhole(owned), owned));
            register.circles().stream().filter(register::isClosed).forEach(circle -> closed(register, circle));
        }
    }

    private void beyondWhole(ImmutableList<Stake> owners, String owned) {
        if (!owners.isEmpty() && told.add(owned)) {
            BigDecimal sum = StakeRegister.sumOfKnown(owners);
            problem(
                    owners,
                    "stake",
                    "stakes in '" + owned + "' sum to "
                            + sum.stripTrailingZeros().toPlainString() + "%: "
                            + owners.stream().map(this::inWords).collect(joining(", "))
                            + ". Correct one of them; or, where an owner has sold, add a row with its stake after that.");
        }
    }

    private void closed(StakeRegister register, ImmutableSet<String> circle) {
        boolean counted = circle.stream().anyMatch(told::contains);
        if (!counted && told.add(circle)) {
            ImmutableList<Stake> loop = register.loop(circle);
            String names = Stream.concat(
                            loop.stream().map(Stake::owner),
                            Stream.of(loop.get(0).owner()))
                    .collect(joining(" -> "));
            problem(
                    loop,
                    "owned",
                    "the owners " + names + " own each other whole, and nobody else owns a part: "
                            + loop.stream().map(this::inWords).collect(joining(", "))
                            + ". Correct one of these stakes, so that they have an owner outside the loop.");
        }
    }

    /** At the last of the rows concerned: the one that made it too much. */
    private void problem(List<Stake> concerned, String column, String message) {
        concerned.stream()
                .map(this::line)
                .max(Comparator.comparing(RowWithLine::line))
                .orElseThrow()
                .problem(column, message);
    }

    private String inWords(Stake stake) {
        return "'" + stake.owner() + "' " + stake.stake() + "% of '" + stake.owned() + "' ("
                + line(stake).at()
                + ", as of " + stake.asOf() + ", "
                + String.join("; ", stake.citation().sources()) + ")";
    }

    private RowWithLine<Stake> line(Stake stake) {
        return stakes.stream()
                .filter(one -> one.row().equals(stake))
                .findFirst()
                .orElseThrow();
    }
}
