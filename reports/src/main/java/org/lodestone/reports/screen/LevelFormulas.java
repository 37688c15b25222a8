package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import java.util.List;
import java.util.function.Function;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Level;
import org.lodestone.core.screen.Screen;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;

/**
 * Says as formulas what criteria weigh of the whole, level by level: a level in which nothing counts has nothing to share, and
 * what is beside it has its weight.
 */
final class LevelFormulas {

    private final Screen screen;
    private final LiveScreenKeys keys;
    private final Model.Builder model;

    /** Whose shares these are: all criteria's, or those of what counts for one company. */
    private final Function<String, Key> keysOf;

    private final Function<Criterion, Key> weight;
    private final Key sumOfWeights;

    private LevelFormulas(
            LiveScreenKeys keys,
            Model.Builder model,
            Function<String, Key> keysOf,
            Function<Criterion, Key> weight,
            Key sumOfWeights) {
        this.screen = keys.screen();
        this.keys = keys;
        this.model = model;
        this.keysOf = keysOf;
        this.weight = weight;
        this.sumOfWeights = sumOfWeights;
    }

    /** Puts the sum of each level and its share of the whole, where all criteria count. */
    static LevelFormulas ofAll(LiveScreenKeys keys, Model.Builder model) {
        return new LevelFormulas(keys, model, step -> keys.of(step, "all criteria"), keys::weight, keys.sumOfWeights())
                .put();
    }

    /** Puts the same where some criteria count for a company, with weights that are zero where they do not. */
    static LevelFormulas of(String company, LiveScreenKeys keys, Model.Builder model, Function<Criterion, Key> weight) {
        LevelFormulas formulas = new LevelFormulas(
                keys, model, step -> keys.of(step, company), weight, keys.of("weights that count", company));
        model.calculation(formulas.sumOfWeights, formulas.sumWithin(""));
        return formulas.put();
    }

    private LevelFormulas put() {
        for (Level level : screen.levels()) {
            model.calculation(sum(level.name()), sumWithin(level.name()));
            model.calculation(share(level.name()), shareOf(level.level(), counting(level)));
        }
        return this;
    }

    private Key sum(String level) {
        return level.isEmpty() ? sumOfWeights : keysOf.apply("sum of weights within " + level);
    }

    private Key share(String level) {
        return keysOf.apply("share of weight of " + level);
    }

    /** The weights of what counts within a level, or at the top. */
    Formula sumWithin(String level) {
        List<Key> criteria = screen.criteria().stream()
                .filter(one -> one.level().equals(level))
                .map(weight)
                .toList();
        return screen.levels().stream()
                .filter(one -> one.level().equals(level))
                .map(this::counting)
                .reduce(Formula::plus)
                .map(levels -> criteria.isEmpty()
                        ? levels
                        : Formula.sum(span(criteria)).plus(levels))
                .orElseGet(() -> Formula.sum(span(criteria)));
    }

    /** The weight of a level; zero where nothing in it counts. */
    private Formula counting(Level level) {
        return sum(level.name()).ref().isAbove(ZERO).then(keys.weight(level).ref(), ZERO);
    }

    /** The share of the whole that a criterion has. */
    Formula share(Criterion criterion) {
        return shareOf(criterion.level(), weight.apply(criterion).ref());
    }

    /** Not available where nothing counts at all. */
    private Formula shareOf(String level, Formula amount) {
        Formula among = amount.over(sum(level).ref());
        return level.isEmpty() ? among : share(level).ref().times(among.orElse(ZERO));
    }
}
