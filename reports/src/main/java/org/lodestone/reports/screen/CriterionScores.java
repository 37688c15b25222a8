package org.lodestone.reports.screen;

import com.google.common.base.Suppliers;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;

/** The companies that were looked at, under one criterion: their values, what was done to them, and scores. */
public final class CriterionScores {

    private final Criterion criterion;
    private final double share;
    private final int known;
    private final Treatment treatment;
    private final Scaling scaling;
    private final IntToDoubleFunction values;
    private final double[] scores;
    private final Filtered filtered;
    private final Supplier<DoubleSummaryStatistics> had = Suppliers.memoize(this::had);

    CriterionScores(
            Criterion criterion,
            double share,
            int known,
            Treatment treatment,
            Scaling scaling,
            IntToDoubleFunction values,
            double[] scores,
            Filtered filtered) {
        this.criterion = criterion;
        this.share = share;
        this.known = known;
        this.treatment = treatment;
        this.scaling = scaling;
        this.values = values;
        this.scores = scores;
        this.filtered = filtered;
    }

    /** The criterion by which companies are scored. */
    public Criterion criterion() {
        return criterion;
    }

    /** The name of the criterion. */
    public String name() {
        return criterion.name();
    }

    /** Its weight in the whole, from 0 to 1. */
    public double share() {
        return share;
    }

    /** The number of companies of which it is known. */
    public int known() {
        return known;
    }

    /** The treatment of extreme values, with what it did here. */
    public Treatment treatment() {
        return treatment;
    }

    /** The line on which values lie over scores. */
    Scaling scaling() {
        return scaling;
    }

    /** The value as the universe has it; empty where it is not known or the company was not looked at. */
    public OptionalDouble raw(int company) {
        return filtered.rows()[company] < 0 ? OptionalDouble.empty() : known(values.applyAsDouble(company));
    }

    /** The value after extreme ones were treated; empty where it is not known. */
    public OptionalDouble treated(int company) {
        OptionalDouble value = raw(company);
        return value.isPresent() ? OptionalDouble.of(treatment.of(value.getAsDouble())) : value;
    }

    /** The values that are known, after extreme ones were treated. */
    DoubleStream treated() {
        return Arrays.stream(filtered.companies())
                .mapToDouble(values)
                .filter(value -> !Double.isNaN(value))
                .map(treatment::of);
    }

    /** The normalised score, of which more is better; where the value is not known, the one that the rule for this gives, if any. */
    public OptionalDouble score(int company) {
        int row = filtered.rows()[company];
        return row < 0 ? OptionalDouble.empty() : known(scores[row]);
    }

    /**
     * The value that a normalised score stands for, were everyone else to stay as they are. Empty where none does: beyond
     * the scale, under ranks, whose steps are other companies, and where outliers were treated.
     */
    public OptionalDouble valueOf(double score) {
        if (treatment.changed() > 0) {
            return OptionalDouble.empty();
        }
        double rising = rising(score);
        Optional<Normalisation.Goalposts> posts = criterion.normalisation().asGoalposts();
        if (posts.isPresent()) {
            return between(posts.get(), rising);
        }
        return scaling.isAllEqual() ? OptionalDouble.empty() : known(scaling.from() + rising * scaling.step());
    }

    /** The score that the same value has where more is better. */
    double rising(double score) {
        if (criterion.direction() == Direction.HIGHER) {
            return score;
        }
        if (criterion.normalisation() == Normalisation.Relative.RANK && known > 0) {
            return 1 + 1.0 / known - score;
        }
        return criterion.normalisation().isUnitRange() ? 1 - score : -score;
    }

    private static OptionalDouble between(Normalisation.Goalposts posts, double share) {
        if (share < 0 || share > 1) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                posts.scale() == Normalisation.Scale.LINEAR
                        ? posts.low() + share * (posts.high() - posts.low())
                        : posts.low() * Math.pow(posts.high() / posts.low(), share));
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    boolean isKnownIn(int row) {
        return !Double.isNaN(values.applyAsDouble(filtered.companies()[row]));
    }

    /** Whether it does not count for a company, since it is not known. */
    boolean isLeftOutIn(int row) {
        return criterion.missing() == Missing.LEFT_OUT && !isKnownIn(row);
    }

    double scoreIn(int row) {
        return scores[row];
    }

    double[] scores() {
        return scores;
    }

    /** The lowest score a company could have; of z-scores, the lowest that one has. */
    double worst() {
        return criterion.normalisation().isUnitRange() ? 0 : had.get().getMin();
    }

    /** The highest score a company could have; of z-scores, the highest that one has. */
    double best() {
        return criterion.normalisation().isUnitRange() ? 1 : had.get().getMax();
    }

    /** The highest score that a company has, ranked or not. */
    double highest() {
        return had.get().getMax();
    }

    /** The scores that companies have; zero where nobody has one. */
    private DoubleSummaryStatistics had() {
        DoubleSummaryStatistics had =
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).summaryStatistics();
        if (had.getCount() == 0) {
            had.accept(0);
        }
        return had;
    }

    @Override
    public String toString() {
        return OneLine.of(
                name(), OneLine.percent(share) + " of the weight", "known of " + OneLine.count(known, "company"));
    }
}
