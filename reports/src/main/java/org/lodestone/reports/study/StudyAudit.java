package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudySensitivity;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.study.Range;
import org.lodestone.reports.report.Wording;

/**
 * The results that studies of projects print, recomputed from their own figures.
 *
 * <p>A study is recomputed from its capital cost, its earnings before interest, tax, depreciation and amortisation and its life. What it
 * does not print is taken in three ways: in the middle, and so that the project is worth as little and as much as studies go. Build-up
 * of output, years of building, sustaining capital, depreciation, the rate where none is printed, when the first year is discounted and
 * half of each last digit are left open so.
 *
 * @param plans the studies that can be recomputed
 * @param figures each printed net present value, internal rate of return and payback, in the order of the dataset
 * @param moved tables that show what becomes of a result if one driver is another
 * @param printed the keys of the figures that stand in the model
 */
public record StudyAudit(
        ImmutableList<AuditedPlan> plans,
        ImmutableList<Audited> figures,
        ImmutableList<Moved> moved,
        ImmutableMap<StudyFigure, Key> printed,
        Model model) {

    /** Whether what studies print is still what it was when they were audited. */
    public static final Key AS_AUDITED = Term.of("studies").sub("as audited").key();

    /** The items that are recomputed. */
    static final ImmutableList<Item> JUDGED = ImmutableList.of(Item.NPV, Item.IRR, Item.PAYBACK);

    /** The audit of a dataset; nothing where it has no studies. */
    public static StudyAudit of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return new StudyAuditor()
                .audit(
                        StudyRows.of(dataset),
                        dataset.rows(DatasetTables.STUDY_SENSITIVITIES),
                        dataset.valuation().projects());
    }

    /** The plan of a study whose earnings are before tax; empty where it cannot be recomputed. */
    public Optional<AuditedPlan> plan(String project, String study) {
        return plans.stream()
                .filter(plan -> plan.name().equals(StudyRows.name(project, study)))
                .findFirst();
    }

    /** The first figure of a product in a study that stands in the model. */
    public Optional<StudyFigure> printed(String project, String study, Item item, String product) {
        return printed.keySet().stream()
                .filter(row -> row.project().equals(project) && row.study().equals(study))
                .filter(row -> row.item() == item && row.product().equals(product))
                .findFirst();
    }

    /** The numbers of results by verdict, by the names that sentences use. */
    public Wording words() {
        return Wording.words()
                .with("asAudited", AS_AUDITED)
                .with("judged", judged().size())
                .with("cannot", count(Verdict.CANNOT_RECONCILE))
                .with("within", count(Verdict.WITHIN_RANGE))
                .with("reproduced", count(Verdict.REPRODUCED));
    }

    /** The figures that have a verdict, those that cannot be reconciled first. */
    public ImmutableList<Audited> judged() {
        return figures.stream()
                .filter(figure -> figure.verdict() != Verdict.NOT_CHECKABLE)
                .sorted(comparing(Audited::verdict))
                .collect(toImmutableList());
    }

    /** The number of figures that have a verdict. */
    public int count(Verdict verdict) {
        return (int)
                figures.stream().filter(figure -> figure.verdict() == verdict).count();
    }

    /** The figures for which the study prints too little. */
    public ImmutableList<Audited> notCheckable() {
        return figures.stream()
                .filter(figure -> figure.verdict() == Verdict.NOT_CHECKABLE)
                .collect(toImmutableList());
    }

    @Override
    public String toString() {
        return OneLine.of(
                "audit of studies",
                OneLine.some(judged().size(), "result"),
                OneLine.some(count(Verdict.CANNOT_RECONCILE), "result") + " that cannot be reconciled",
                OneLine.some(moved.size(), "table") + " of sensitivity");
    }

    /** The verdict on a printed figure. */
    public enum Verdict {
        /** Nothing that the study leaves open gives it. */
        CANNOT_RECONCILE,
        /** Not refuted, and no more: something that is left open gives it. */
        WITHIN_RANGE,
        /** The middle case is within a tenth of it. Since that case was chosen on such studies, their count is in sample. */
        REPRODUCED,
        /** The study prints too little. */
        NOT_CHECKABLE;

        /** The part of a printed figure by which the middle case may miss it. */
        static final double TOLERANCE = 0.10;

        /** The verdict on a printed figure, by what is recomputed. */
        static Verdict of(Range recomputed, Range printed) {
            if (Math.abs(recomputed.central() / printed.central() - 1) <= TOLERANCE) {
                return REPRODUCED;
            }
            return recomputed.meets(printed) ? WITHIN_RANGE : CANNOT_RECONCILE;
        }

        /** In words: {@code cannot reconcile}. */
        public String inWords() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A recomputed number: that of the middle case, and the least and the most that what is left open allows. */
    public record Estimate(double low, double central, double high) {
        static Estimate of(Range range) {
            return new Estimate(range.low(), range.central(), range.high());
        }

        @Override
        public String toString() {
            return shown(central) + " (" + shown(low) + " to " + shown(high) + ")";
        }

        /** Three digits, and all of a number that has more before its point. */
        private static String shown(double number) {
            double size = Math.abs(number);
            return String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f", number);
        }
    }

    /**
     * A table of sensitivity: the rows of one driver, for one result.
     *
     * @param isClean whether it was checked and nothing is wrong with it
     * @param presentValue of revenue, of operating or of capital cost, after the tax that the study takes off, as the rows imply it; empty
     *     where they do not
     * @param finding what is wrong with it, and what would make it right
     */
    public record Moved(
            ImmutableList<StudySensitivity> rows, boolean isClean, Optional<Estimate> presentValue, String finding) {

        /** Project and study: {@code Pastos Grandes, FS 2019}. */
        public String study() {
            return StudyRows.name(rows.get(0).project(), rows.get(0).study());
        }

        @Override
        public String toString() {
            return OneLine.of(
                    OneLine.joined(study(), rows.get(0).driver(), rows.get(0).outcome()), finding);
        }
    }

    /**
     * A printed figure and what becomes of it.
     *
     * @param key before the keys of what is recomputed, {@code key.sub("low")}, {@code middle} and {@code high}; empty where nothing is
     * @param plan name of the plan of which it is recomputed; empty where it cannot be, and where it is from another printed result
     * @param recomputed in the unit of the printed figure
     * @param yearEnd the net present value of the middle case with the first year discounted too; empty for all else
     * @param from what it was recomputed from, or what is missing for that
     * @param remark what a figure that cannot be reconciled may be instead; empty where there is nothing to say
     */
    public record Audited(
            StudyFigure printed,
            Optional<Key> key,
            Optional<String> plan,
            Verdict verdict,
            Optional<Estimate> recomputed,
            OptionalDouble yearEnd,
            String from,
            String remark) {

        /** Project and study: {@code Nolans, DFS 2019}. */
        public String study() {
            return StudyRows.name(printed.project(), printed.study());
        }

        /** The number of times that the printed number is what is nearest to it among those that can be, or the other way round; 1 within the range. */
        public double timesOff() {
            double number = StudyAmounts.printed(printed.value().orElseThrow()).central();
            return recomputed
                    .map(range -> Math.max(number / range.high(), range.low() / number))
                    .map(times -> Math.max(1, times))
                    .orElse(1.0);
        }

        /** The printed number in its unit: {@code 2.32 USD bn}. */
        public String printedText() {
            return OneLine.amount(
                    printed.value().map(Observation::printed).orElse(""),
                    printed.unit().map(Unit::toString).orElse(""));
        }

        /** The recomputed number, and between which it may lie, in the unit of the printed one: {@code 19.5 (15.1 to 26.4)}. */
        public String recomputedText() {
            return recomputed.map(Estimate::toString).orElse("");
        }

        /** The result in words: {@code NPV after tax at 8%}. */
        public String figure() {
            String side = printed.tax().map(tax -> " " + tax + " tax").orElse("");
            String rate = printed.rate().map(percent -> " at " + percent + "%").orElse("");
            String item =
                    printed.item() == Item.PAYBACK ? "Payback" : printed.item().name();
            return item + side + rate;
        }

        @Override
        public String toString() {
            return OneLine.of(OneLine.joined(study(), figure()), verdict.inWords());
        }
    }
}
