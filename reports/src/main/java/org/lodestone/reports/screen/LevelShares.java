package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen.Level;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The share of the whole that criteria weigh, level by level: a level in which nothing counts has nothing to share, and what is
 * beside it has its weight.
 *
 * @param of whose shares these are: all criteria's, or those of what counts for one company
 * @param weight what a criterion weighs within its level
 * @param sumOfWeights the sum at the top, of {@link #sumWithin}
 */
record LevelShares(
        LiveScreen screen,
        Calculations values,
        String of,
        Function<Criterion, Key> weight,
        Supplier<Key> sumOfWeights) {

    /** The share of the whole that a criterion has. */
    Formula share(Criterion criterion) {
        return shareOf(criterion.level(), weight.apply(criterion));
    }

    /** Not available where nothing counts at all. */
    private Formula shareOf(String level, Formula amount) {
        Formula among = amount.over(sum(level));
        return level.isEmpty() ? among : share(level).times(among.orElse(ZERO));
    }

    private Key share(String name) {
        Level level = screen.screen().levels().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return values.as(screen.of("share of weight of " + name, of), () -> shareOf(level.level(), counting(level)));
    }

    /** The weight of a level; zero where nothing in it counts. */
    private Formula counting(Level level) {
        return sum(level.name()).isAbove(ZERO).then(screen.weight(level), ZERO);
    }

    private Key sum(String level) {
        return level.isEmpty()
                ? sumOfWeights.get()
                : values.as(screen.of("sum of weights within " + level, of), () -> sumWithin(level));
    }

    /** The weights of what counts within a level, or at the top. */
    Formula sumWithin(String level) {
        List<Key> criteria = screen.screen().criteria().stream()
                .filter(one -> one.level().equals(level))
                .map(weight)
                .toList();
        return screen.screen().levels().stream()
                .filter(one -> one.level().equals(level))
                .map(this::counting)
                .reduce(Formula::plus)
                .map(levels -> criteria.isEmpty()
                        ? levels
                        : Formula.sum(span(criteria)).plus(levels))
                .orElseGet(() -> Formula.sum(span(criteria)));
    }
}
