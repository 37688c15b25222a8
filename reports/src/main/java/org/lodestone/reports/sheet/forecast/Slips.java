package org.lodestone.reports.sheet.forecast;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.project.Milestone;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * How late steps of projects came.
 *
 * <p>Dates are words in their sources; the first year they name counts. A step that has not come is as late as the year the
 * figures were gathered, at least.
 *
 * @param all project by project in the order of the dataset, those of a project by the year they were to come
 */
public record Slips(ImmutableList<Slip> all, Model model) {

    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)[0-9]{2}\\b");
    private static final Term TERM = Term.of("delays that happened");

    /**
     * A step whose target and actual year are known, or which is known not to have come.
     *
     * @param number tells it from other dates of the same step
     */
    public record Slip(Milestone milestone, int target, int actual, boolean reached, int number) {

        /** The project, the step and the year it was to come, of which a step can have several: {@code Nolans: first production, due 2024}. */
        public String words() {
            return milestone.project() + ": " + milestone.milestone() + ", due " + target;
        }

        /** Whether another says the same, as where a date of one year was announced twice: it came late once. */
        boolean repeats(Slip other) {
            return words().equals(other.words()) && actual == other.actual;
        }

        /** The year it was to come. */
        public Key targetYear() {
            return key("target");
        }

        /** The year it came, or in which it had not. */
        public Key actualYear() {
            return key("actual");
        }

        /** Years between the two. */
        public Key late() {
            return key("late");
        }

        private Key key(String part) {
            return TERM.sub(part).of(Subject.of(Integer.toString(number)));
        }
    }

    /** Empty where no step has a target that is due. */
    public static Optional<Slips> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        ImmutableList<Slip> slips = slips(dataset);
        return slips.isEmpty() ? Optional.empty() : Optional.of(new Slips(slips, model(slips)));
    }

    /** The years late of all steps. */
    public Formula.Span late() {
        return span(all, Slip::late);
    }

    /** The mean of the years late. */
    public Key mean() {
        return TERM.sub("mean").key();
    }

    /** Whether a step is not known to have come, so that it and the mean are as late at least. */
    public boolean isOpen() {
        return all.stream().anyMatch(slip -> !slip.reached());
    }

    private static ImmutableList<Slip> slips(Dataset dataset) {
        int gathered = dataset.gathered().year();
        List<Slip> slips = new ArrayList<>();
        for (Milestone milestone : inOrder(dataset)) {
            Optional<Integer> target = year(milestone.target());
            Optional<Integer> actual = year(milestone.actual());
            boolean reached = actual.isPresent() && !milestone.actual().startsWith("not ");
            boolean overdue = actual.isEmpty() && target.isPresent() && target.get() < gathered;
            boolean isStep = !milestone.milestone().contains("cost");
            if (target.isPresent() && isStep && (reached || overdue)) {
                Slip slip =
                        new Slip(milestone, target.get(), reached ? actual.get() : gathered, reached, slips.size() + 1);
                if (slips.stream().noneMatch(slip::repeats)) {
                    slips.add(slip);
                }
            }
        }
        return ImmutableList.copyOf(slips);
    }

    private static List<Milestone> inOrder(Dataset dataset) {
        return Multimaps.index(dataset.milestones(), Milestone::project).asMap().values().stream()
                .flatMap(ofOne -> ofOne.stream()
                        .sorted(comparing(milestone -> year(milestone.target()).orElse(0))))
                .toList();
    }

    private static Optional<Integer> year(String words) {
        return YEAR.matcher(words)
                .results()
                .map(found -> Integer.parseInt(found.group()))
                .findFirst();
    }

    private static Model model(List<Slip> slips) {
        Model.Builder model = Model.builder();
        for (Slip slip : slips) {
            Citation citation = slip.milestone().citation();
            model.figure(slip.targetYear(), Value.of(slip.target()), ValueUnit.NUMBER, citation);
            if (slip.reached()) {
                model.figure(slip.actualYear(), Value.of(slip.actual()), ValueUnit.NUMBER, citation);
            } else {
                model.label(slip.actualYear(), slip.actual());
            }
            model.calculation(slip.late(), slip.actualYear().minus(slip.targetYear()));
        }
        model.calculation(TERM.sub("mean").key(), Formula.call(Fn.AVERAGE_OF_KNOWN, span(slips, Slip::late)));
        return model.build();
    }
}
