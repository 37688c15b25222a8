package org.lodestone.reports.screen;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Outliers;
import org.lodestone.reports.formula.Values;

/** The rules of a user's own in a screen: which of them say a formula, and whether that comes to the same as their arrays. */
final class OwnRules {

    private static final double CLOSE = 1e-9;

    private OwnRules() {}

    /** The normalisation of a criterion as a formula, where it is a user's own and says one. */
    static Optional<LiveNormalisation> normalisation(Criterion criterion) {
        return criterion.normalisation() instanceof LiveNormalisation live ? Optional.of(live) : Optional.empty();
    }

    /** The treatment of a criterion as a formula, where it is a user's own and says one. */
    static Optional<LiveOutliers> outliers(Criterion criterion) {
        return criterion.outliers() instanceof LiveOutliers live ? Optional.of(live) : Optional.empty();
    }

    /** The name of the treatment of a criterion. */
    static String treatment(Criterion criterion) {
        return criterion.outliers().fold(Outliers.Rule::toString, Outliers.Winsorise::toString, Outliers.Own::name);
    }

    static boolean isOwnNormalisation(Criterion criterion) {
        return criterion.normalisation().fold(relative -> false, posts -> false, own -> true);
    }

    static boolean isOwnTreatment(Criterion criterion) {
        return criterion.outliers().fold(rule -> false, winsorise -> false, own -> true);
    }

    /** Throws where a formula scores a company otherwise than the arrays do. */
    static void requireAgreement(LiveScreen screen, ScreenResult result, Values values) {
        for (Criterion criterion : screen.screen().criteria()) {
            if (normalisation(criterion).isPresent() || outliers(criterion).isPresent()) {
                screen.companies().forEach(company -> requireAgreement(screen, criterion, company, result, values));
            }
        }
    }

    private static void requireAgreement(
            LiveScreen screen, Criterion criterion, String company, ScreenResult result, Values values) {
        OptionalDouble onArrays =
                result.criterion(criterion.name()).score(result.universe().position(company));
        OptionalDouble asFormula = values.number(screen.normalised(criterion, company));
        if (!agree(onArrays, asFormula)) {
            throw new IllegalArgumentException("Under criterion '" + criterion.name() + "', '"
                    + (normalisation(criterion).isPresent() ? ScreenTables.inWords(criterion) : treatment(criterion))
                    + "' scores "
                    + result.universe().name(result.universe().position(company)) + " as " + inWords(onArrays)
                    + " on arrays and as " + inWords(asFormula) + " by its formula. Say the same calculation in both.");
        }
    }

    private static boolean agree(OptionalDouble one, OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        double size = Math.max(1, Math.abs(one.getAsDouble()));
        return Math.abs(one.getAsDouble() - other.getAsDouble()) <= CLOSE * size;
    }

    private static String inWords(OptionalDouble score) {
        return score.isPresent() ? Double.toString(score.getAsDouble()) : "not known";
    }
}
