package org.lodestone.reports.screen;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;

/**
 * A normalisation of a user's own that says its formula as well, so that its scores follow in a workbook.
 *
 * <pre>
 * LiveNormalisation.of(
 *         "share of the sum",
 *         values -&gt; {
 *             double sum = Arrays.stream(values).sum();
 *             return value -&gt; value / sum;
 *         },
 *         (value, values) -&gt; value.over(Formula.sumOfKnown(values)))
 * </pre>
 *
 * <p>Both ways must come to the same: a pack whose values they score apart is refused. Of a shortlist, which lacks the values of most
 * companies, the scores are those of the arrays.
 */
public interface LiveNormalisation extends Normalisation.Own {

    /**
     * The score of a value among others, as a formula.
     *
     * @param values the values of all companies, after extreme ones were treated; one that is not known is a gap
     */
    Formula among(Formula value, Formula.Span values);

    /** The constants that the formula names, beside those that every pack has. */
    default Model definitions() {
        return Definitions.MODEL;
    }

    /** A normalisation with scores from 0 to 1, on arrays and as a formula. */
    static LiveNormalisation of(
            String name,
            Function<double[], DoubleUnaryOperator> among,
            BiFunction<Formula, Formula.Span, Formula> formula) {
        requireNonNull(formula, "formula");
        Own own = Normalisation.own(name, among);
        return new LiveNormalisation() {
            @Override
            public String name() {
                return own.name();
            }

            @Override
            public DoubleUnaryOperator among(double[] values) {
                return own.among(values);
            }

            @Override
            public Formula among(Formula value, Formula.Span values) {
                return formula.apply(value, values);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }
}
