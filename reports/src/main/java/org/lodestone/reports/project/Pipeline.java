package org.lodestone.reports.project;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.Status;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.AsPrinted;

/**
 * The lines of all projects with their nameplate capacities, and what may be added of them.
 *
 * @param lines in the order of the dataset
 */
public record Pipeline(ImmutableList<Project> lines, Model model) {

    /** The basis on which capacities are added, where a source states it. */
    public static final Unit REO = Unit.parse("t REO/yr");

    /** No lines at all. */
    public static final Pipeline NONE =
            new Pipeline(ImmutableList.of(), Model.builder().build());

    private static final Term CAPACITY = Term.of("nameplate capacity");

    /** Empty where the dataset has no projects. */
    public static Optional<Pipeline> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        if (dataset.projects().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Project> lines = dataset.projects();
        Model.Builder model = Model.builder();
        lines.forEach(line -> line(line, model));
        for (Stage stage : dataset.chain().stages()) {
            List<Key> all =
                    inReo(lines, stage).stream().map(Pipeline::capacityInReo).toList();
            if (all.isEmpty()) {
                continue;
            }
            model.calculation(count(stage), Formula.countOfKnown(span(all)));
            for (Phase phase : Phase.values()) {
                List<Key> counted = inReo(lines, stage, phase);
                if (!counted.isEmpty()) {
                    model.calculation(sumKey(stage, phase), Formula.sumOfKnown(span(counted)));
                }
            }
        }
        return Optional.of(new Pipeline(lines, model.build()));
    }

    private static void line(Project line, Model.Builder model) {
        Value stated = line.capacity()
                .map(Value::of)
                .orElse(new Value.Missing(
                        Observation.Reason.NOT_AVAILABLE.code(), "no capacity of " + line.id() + " was found"));
        Citation citation = AsPrinted.citation(line.citation(), "");
        model.figure(capacity(line), stated, ValueUnit.of(line.unit()), citation);
        line.capacityReo().ifPresent(reo -> {
            boolean same =
                    line.unit().equals(Optional.of(REO)) && line.capacity().equals(Optional.of(reo));
            if (same) {
                model.calculation(capacityInReo(line), capacity(line));
            } else {
                model.figure(capacityInReo(line), Value.of(reo), ValueUnit.of(REO), citation);
            }
        });
    }

    /** Nameplate capacity in the line's own unit. */
    public static Key capacity(Project line) {
        return CAPACITY.of(Subject.of(line.id()));
    }

    /** Nameplate capacity in t REO/yr, where its source says rare-earth oxides. */
    public static Key capacityInReo(Project line) {
        return CAPACITY.sub(REO.toString()).of(Subject.of(line.id()));
    }

    /** The sum of known capacities of a stage in one phase, in t REO/yr; empty where no line states one. */
    public Optional<Key> sum(Stage stage, Phase phase) {
        return Optional.of(sumKey(stage, phase)).filter(model::has);
    }

    /** The number of lines of a stage that the sums count. */
    public static Key count(Stage stage) {
        return CAPACITY.sub("lines counted").of(Subject.of(stage));
    }

    /** The lines of a stage. */
    public ImmutableList<Project> lines(Stage stage) {
        return lines.stream().filter(line -> line.stage().equals(stage.id())).collect(ImmutableList.toImmutableList());
    }

    /** The lines of a stage that state t REO/yr. */
    public ImmutableList<Project> inReo(Stage stage) {
        return inReo(lines, stage);
    }

    private static ImmutableList<Project> inReo(List<Project> lines, Stage stage) {
        return lines.stream()
                .filter(line -> line.stage().equals(stage.id()))
                .filter(line -> line.capacityReo().isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    private static List<Key> inReo(List<Project> lines, Stage stage, Phase phase) {
        return inReo(lines, stage).stream()
                .filter(line -> Phase.of(line.status()) == phase)
                .map(Pipeline::capacityInReo)
                .toList();
    }

    private static Key sumKey(Stage stage, Phase phase) {
        return CAPACITY.sub("sum of known, " + phase).of(Subject.of(stage));
    }

    @Override
    public String toString() {
        return OneLine.of("projects", OneLine.count(lines, "line"));
    }

    /**
     * The meaning of a status for tonnes: they are there, they are being built, or somebody means to build them. An expansion is
     * apart, since its capacity may include what runs already.
     */
    public enum Phase {
        /** In operation, ramping up included. */
        OPERATING("Operating"),
        /** In operation, and being expanded. */
        EXPANDING("Expanding"),
        /** Under construction, or being commissioned. */
        BUILDING("Being built"),
        /** Intended: planned, in development, or delayed. */
        PLANNED("Planned");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        /** A line that is ramping up counts as operating, one that is delayed as planned. */
        public static Phase of(Status status) {
            return switch (status) {
                case OPERATING, RAMPING -> OPERATING;
                case EXPANSION -> EXPANDING;
                case COMMISSIONING, CONSTRUCTION -> BUILDING;
                case DEVELOPMENT, PLANNED, DELAYED -> PLANNED;
            };
        }

        /** In words: {@code Being built}. */
        @Override
        public String toString() {
            return words;
        }
    }
}
