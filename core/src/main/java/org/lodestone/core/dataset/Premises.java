package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.text.Nearest;
import org.lodestone.core.time.Period;

/** The assumptions of a dataset, and whether their values suit what the rules of a forecast use them for. */
final class Premises {

    /** What a rule takes an assumption to be. */
    enum Role {
        /** A number of any unit. */
        ANY,
        /** A share between nothing and the whole. */
        PROBABILITY,
        /** A share that may be more than the whole, such as how much of a plan is delivered. */
        PART,
        /** Shares, step by step, that do not fall. */
        RAMP,
        /** Growth a year. */
        GROWTH,
        /** An amount in a unit that adds to those of the measure, not below zero. */
        AMOUNT,
        /** An amount that may be below zero. */
        CHANGE,
        /** The year in which something starts. */
        START,
        /** A whole number of years. */
        DELAY
    }

    /** An assumption, and the line it stands in. */
    record Stated(Assumption assumption, int line) {

        OptionalDouble number() {
            return assumption.value().known();
        }
    }

    /** What one id is used for. */
    private record Use(String id, Role role, String measure, Unit unit) {}

    private final Known<ImmutableList<Stated>> known;
    private final ImmutableList<Figure> figures;
    private final Problems problems;
    private final Set<Use> uses = new LinkedHashSet<>();
    private final Set<String> reported = new LinkedHashSet<>();

    Premises(Known<ImmutableList<Stated>> known, ImmutableList<Figure> figures, Problems problems) {
        this.known = known;
        this.figures = figures;
        this.problems = problems;
        known.byId().values().forEach(this::checkScenarios);
    }

    Known<ImmutableList<Stated>> known() {
        return known;
    }

    ImmutableList<Assumption> assumptions() {
        return known.byId().values().stream()
                .flatMap(List::stream)
                .map(Stated::assumption)
                .collect(toImmutableList());
    }

    /** Notes what a rule uses an assumption for; {@link #check} then looks at its values. */
    void use(String id, Role role, String measure, Unit unit) {
        uses.add(new Use(id, role, measure, unit));
    }

    /** Adds a problem for every value that does not suit its use. */
    void check() {
        for (Use use : uses) {
            known.find(use.id()).ifPresent(rows -> {
                rows.forEach(row -> refusal(use, row).ifPresent(message -> problem(row, message)));
                checkSteps(use, rows);
            });
        }
    }

    /** A scenario can only set what the base scenario has. */
    private void checkScenarios(ImmutableList<Stated> rows) {
        boolean inBase =
                rows.stream().anyMatch(row -> row.assumption().scenario().equals(Scenario.BASE));
        if (inBase) {
            return;
        }
        Set<String> base = new LinkedHashSet<>();
        known.byId().forEach((id, all) -> {
            if (all.stream().anyMatch(row -> row.assumption().scenario().equals(Scenario.BASE))) {
                base.add(id);
            }
        });
        for (Stated row : rows) {
            Assumption assumption = row.assumption();
            if (!known.unread().contains(assumption.id())) {
                problems.add(
                        Layout.ASSUMPTIONS.file(),
                        row.line(),
                        "id",
                        "the scenario '" + assumption.scenario() + "' sets '" + assumption.id() + "', which "
                                + Scenario.BASE + " does not have. "
                                + Nearest.remedy(assumption.id(), base, "Add it to " + Scenario.BASE + " first."));
            }
        }
    }

    private Optional<String> refusal(Use use, Stated row) {
        Assumption assumption = row.assumption();
        Optional<String> unit = refusedUnit(use, assumption.unit());
        if (unit.isPresent()) {
            return unit;
        }
        if (row.number().isEmpty()) {
            return Optional.empty();
        }
        double value = row.number().getAsDouble();
        double whole = 1 / assumption.unit().scale().doubleValue();
        return switch (use.role()) {
            case PROBABILITY, RAMP ->
                value < 0 || value > whole
                        ? refused(
                                assumption,
                                "A share lies between 0 and " + plain(whole) + " " + assumption.unit() + ".")
                        : Optional.empty();
            case PART, AMOUNT -> value < 0 ? refused(assumption, "It cannot be below zero.") : Optional.empty();
            case DELAY ->
                value != Math.rint(value)
                        ? refused(assumption, "Delays are whole years, since ramps go by the year.")
                        : Optional.empty();
            case START -> start(use, assumption, value);
            case ANY, GROWTH, CHANGE -> Optional.empty();
        };
    }

    private Optional<String> start(Use use, Assumption assumption, double year) {
        Optional<Period> latest = figures.stream()
                .filter(figure -> figure.measure().id().equals(use.measure()))
                .filter(figure -> figure.scenarioCase().isEmpty())
                .map(Figure::period)
                .max(Comparator.naturalOrder());
        if (year != Math.rint(year)) {
            return refused(assumption, "A start is a whole year.");
        }
        return latest.filter(period -> year <= period.year())
                .flatMap(period -> refused(
                        assumption,
                        "The figures run to " + period
                                + ", and what started before is in them already. Write a year after " + period
                                + ", or leave the project out of the pipeline."));
    }

    private static Optional<String> refusedUnit(Use use, Unit unit) {
        boolean fits =
                switch (use.role()) {
                    case ANY -> true;
                    case PROBABILITY, PART, RAMP ->
                        unit.dimension() == Dimension.SHARE || unit.dimension() == Dimension.MULTIPLE;
                    case GROWTH -> unit.dimension() == Dimension.RATE;
                    case AMOUNT, CHANGE ->
                        unit.basis().equals(use.unit().basis())
                                && (unit.dimension() == Dimension.MASS || unit.dimension() == Dimension.MASS_PER_YEAR);
                    case START -> unit.equals(Unit.CALENDAR_YEAR);
                    case DELAY -> unit.equals(Unit.YEARS);
                };
        return fits
                ? Optional.empty()
                : Optional.of("'" + unit + "' does not suit its use as "
                        + use.role().name().toLowerCase(Locale.ROOT) + ". Write " + expected(use) + ".");
    }

    private static String expected(Use use) {
        return switch (use.role()) {
            case PROBABILITY, PART, RAMP, ANY -> "% or x";
            case GROWTH -> "%/yr";
            case AMOUNT, CHANGE -> "a mass of " + use.unit().basis() + ", such as " + use.unit();
            case START -> "year";
            case DELAY -> "years";
        };
    }

    /** The steps of a ramp are 1, 2, 3 and do not fall; nothing else has steps. */
    private void checkSteps(Use use, ImmutableList<Stated> rows) {
        Map<String, Stated> before = new LinkedHashMap<>();
        for (Stated row : rows) {
            Assumption assumption = row.assumption();
            if ((use.role() == Role.RAMP) != (assumption.step() > 0)) {
                problem(
                        row,
                        use.role() == Role.RAMP
                                ? "it is used step by step, year for year. Number its rows 1, 2, 3 in step."
                                : "it is used as a single value. Leave step empty.");
                continue;
            }
            Stated last = before.put(assumption.scenario(), row);
            int expected = last == null ? 1 : last.assumption().step() + 1;
            if (use.role() == Role.RAMP && assumption.step() != expected) {
                problem(
                        row,
                        "step " + assumption.step() + " stands where step " + expected + " belongs. Number the rows"
                                + " of each scenario 1, 2, 3.");
            }
            if (last != null
                    && use.role() == Role.RAMP
                    && row.number().orElse(0) < last.number().orElse(0)) {
                problem(
                        row,
                        "'" + assumption.value() + "' is below the '"
                                + last.assumption().value() + "' of the step before. A ramp does not fall.");
            }
        }
    }

    private void problem(Stated row, String message) {
        if (reported.add(row.line() + message)) {
            problems.add(Layout.ASSUMPTIONS.file(), row.line(), row.assumption().id() + ": " + message);
        }
    }

    private static Optional<String> refused(Assumption assumption, String rule) {
        return Optional.of("'" + assumption.value() + " " + assumption.unit() + "' in the scenario '"
                + assumption.scenario() + "' cannot be. " + rule);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
