package org.lodestone.reports.screen;

import static java.util.Objects.requireNonNull;

import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.lodestone.core.screen.Outliers;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;

/**
 * A treatment of outliers of a user's own that says its formula as well, so that treated values follow in a workbook.
 *
 * <p>Both ways must come to the same: a pack whose values they treat apart is refused. Of a shortlist, which lacks the values of most
 * companies, the treated values are those of the arrays.
 */
public interface LiveOutliers extends Outliers.Own {

    /**
     * The value that is normalised in place of another, as a formula.
     *
     * @param values the values of all companies; one that is not known is a gap
     */
    Formula among(Formula value, Formula.Span values);

    /** The constants that the formula names, beside those that every pack has. */
    default Model definitions() {
        return Definitions.MODEL;
    }

    /** A treatment on arrays and as a formula. */
    static LiveOutliers of(
            String name,
            Function<double[], DoubleUnaryOperator> among,
            BiFunction<Formula, Formula.Span, Formula> formula) {
        requireNonNull(formula, "formula");
        Own own = Outliers.own(name, among);
        return new LiveOutliers() {
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
