package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import org.lodestone.core.internal.text.OneLine;

/**
 * One thing that companies are compared by.
 *
 * <pre>Criterion.of("net debt").lower().weight(2).by(Normalisation.Relative.Z_SCORE)</pre>
 *
 * @param name short, for commands and columns: {@code separation}
 * @param title what it is, for readers
 * @param indicator what it counts, and where that is found
 * @param unit of what it counts, with its basis; empty where it has none
 * @param basis whose tonnes: {@code operated}, {@code held}, {@code attributable}; empty where that is no question
 * @param weight against the others of its level; any number from zero
 * @param level name of its level; empty where the screen has none
 * @param reason why it is asked, and why so; empty when none is given
 */
public record Criterion(
        String name,
        String title,
        Indicator indicator,
        String unit,
        String basis,
        Direction direction,
        double weight,
        String level,
        Outliers outliers,
        Normalisation normalisation,
        Missing missing,
        String reason) {

    /** Throws if the name is blank, or if the weight is not a finite number from zero. */
    public Criterion {
        checkArgument(!name.isBlank(), "A criterion needs a name.");
        Weights.check("criterion", name, weight);
    }

    /** A column of that name, of which more is better, by min-max, with a weight of 1; a company without it is provisional. */
    public static Criterion of(String column) {
        return new Criterion(
                column,
                column,
                new Indicator.Column(column),
                "",
                "",
                Direction.HIGHER,
                1,
                "",
                Outliers.Rule.NONE,
                Normalisation.Relative.MIN_MAX,
                Missing.PROVISIONAL,
                "");
    }

    /** This criterion of something else than a column: of a fact that a dataset states, a mark, a quota. */
    public Criterion measuredBy(Indicator other, String inUnit) {
        return of(title, other, inUnit);
    }

    /** This criterion under a title for readers, such as the header of a column. */
    public Criterion title(String other) {
        return of(other, indicator, unit);
    }

    private Criterion of(String title, Indicator indicator, String unit) {
        return new Criterion(
                name,
                title,
                indicator,
                unit,
                basis,
                direction,
                weight,
                level,
                outliers,
                normalisation,
                missing,
                reason);
    }

    /** This criterion where less is better. */
    public Criterion lower() {
        return with(Direction.LOWER, weight, level, outliers, normalisation, missing);
    }

    /** This criterion with another weight against the others of its level. Throws if it is not a finite number from zero. */
    public Criterion weight(double other) {
        return with(direction, other, level, outliers, normalisation, missing);
    }

    /** This criterion in the level of that name. */
    public Criterion level(String other) {
        return with(direction, weight, other, outliers, normalisation, missing);
    }

    /** This criterion with another treatment of extreme values. */
    public Criterion outliers(Outliers other) {
        return with(direction, weight, level, other, normalisation, missing);
    }

    /** This criterion with values normalised another way. */
    public Criterion by(Normalisation other) {
        return with(direction, weight, level, outliers, other, missing);
    }

    /** This criterion with another rule for companies of which it is not known. */
    public Criterion ifMissing(Missing other) {
        return with(direction, weight, level, outliers, normalisation, other);
    }

    private Criterion with(
            Direction direction,
            double weight,
            String level,
            Outliers outliers,
            Normalisation normalisation,
            Missing missing) {
        return new Criterion(
                name,
                title,
                indicator,
                unit,
                basis,
                direction,
                weight,
                level,
                outliers,
                normalisation,
                missing,
                reason);
    }

    @Override
    public String toString() {
        return OneLine.of(
                name,
                title.equals(name) ? "" : title,
                unit,
                direction + " is better",
                "weight " + OneLine.number(weight));
    }

    /** Which end of a criterion is good. */
    public enum Direction {
        /** More is better. */
        HIGHER,
        /** Less is better. */
        LOWER;

        /** The word in a dataset: {@code lower}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
