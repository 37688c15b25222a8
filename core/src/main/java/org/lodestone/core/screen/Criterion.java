package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.auto.value.AutoBuilder;
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
        return but().indicator(other).unit(inUnit).build();
    }

    /** This criterion under a title for readers, such as the header of a column. */
    public Criterion title(String other) {
        return but().title(other).build();
    }

    /** This criterion where less is better. */
    public Criterion lower() {
        return but().direction(Direction.LOWER).build();
    }

    /** This criterion with another weight against the others of its level. Throws if it is not a finite number from zero. */
    public Criterion weight(double other) {
        return but().weight(other).build();
    }

    /** This criterion in the level of that name. */
    public Criterion level(String other) {
        return but().level(other).build();
    }

    /** This criterion with another treatment of extreme values. */
    public Criterion outliers(Outliers other) {
        return but().outliers(other).build();
    }

    /** This criterion with values normalised another way. */
    public Criterion by(Normalisation other) {
        return but().normalisation(other).build();
    }

    /** This criterion with another rule for companies of which it is not known. */
    public Criterion ifMissing(Missing other) {
        return but().missing(other).build();
    }

    private Change but() {
        return new AutoBuilder_Criterion_Change(this);
    }

    /** A criterion in the making that begins as another. */
    @AutoBuilder(ofClass = Criterion.class)
    abstract static class Change {

        abstract Change name(String name);

        abstract Change title(String title);

        abstract Change indicator(Indicator indicator);

        abstract Change unit(String unit);

        abstract Change basis(String basis);

        abstract Change direction(Direction direction);

        abstract Change weight(double weight);

        abstract Change level(String level);

        abstract Change outliers(Outliers outliers);

        abstract Change normalisation(Normalisation normalisation);

        abstract Change missing(Missing missing);

        abstract Change reason(String reason);

        abstract Criterion build();
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
