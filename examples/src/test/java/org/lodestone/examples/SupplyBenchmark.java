package org.lodestone.examples;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/**
 * Times a simulation of the supply of 40 projects over 10 years: each starts late, ramps up, may not go ahead at all, and
 * is disrupted in one year of twenty.
 *
 * <pre>SupplyBenchmark [THREADS [PATHS]] WARMUPS REPETITIONS</pre>
 *
 * <p>Without them, one thread and 100,000 paths. Prints a line for each timed repetition:
 *
 * <pre>RESULT	seconds	mean9=… p10=… p90=…</pre>
 *
 * <p>with the mean and two percentiles of the last year. The time is that of the run with the mean and three percentiles of
 * every year; the model is prepared before.
 */
final class SupplyBenchmark {

    private static final int PROJECTS = 40;
    private static final int YEARS = 10;
    private static final Term SUPPLY = Term.of("supply");
    private static final Term OUTPUT = Term.of("output");

    private final Model.Builder model = Model.builder();
    private final Map<Key, Distribution> drivers = new HashMap<>();

    private SupplyBenchmark() {}

    public static void main(String[] args) {
        int warmups = Integer.parseInt(args[args.length - 2]);
        int repetitions = Integer.parseInt(args[args.length - 1]);
        int threads = args.length > 2 ? Integer.parseInt(args[0]) : 1;
        int paths = args.length > 3 ? Integer.parseInt(args[1]) : 100_000;
        Simulation simulation = new SupplyBenchmark().simulation();
        for (int i = 0; i < warmups + repetitions; i++) {
            long start = System.nanoTime();
            String check = check(simulation.run(7, paths, threads), threads);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= warmups) {
                System.out.printf(Locale.ROOT, "RESULT\t%.6f\t%s%n", seconds, check);
            }
        }
    }

    private static String check(Draws draws, int threads) {
        IntStream years = IntStream.rangeClosed(1, YEARS);
        List<double[]> percentiles = (threads > 1 ? years.parallel() : years)
                .mapToObj(year -> draws.percentiles(supply(year), 0.1, 0.5, 0.9))
                .toList();
        double[] last = percentiles.get(YEARS - 1);
        return String.format(Locale.ROOT, "mean9=%.1f p10=%.0f p90=%.0f", draws.mean(supply(YEARS)), last[0], last[2]);
    }

    private Simulation simulation() {
        for (int project = 0; project < PROJECTS; project++) {
            project(project);
        }
        List<Key> supply = IntStream.rangeClosed(1, YEARS).mapToObj(this::total).toList();
        return Simulation.of(model.build(), drivers, supply);
    }

    private void project(int number) {
        Subject project = Subject.of("project " + number);
        Formula nameplate = assumption("nameplate", project, 5 + number);
        Formula start = assumption("start", project, number % 8);
        Formula rampYears = assumption("ramp years", project, 2 + number % 3);
        Formula goesAhead = driver("goes ahead", project, new Distribution.Chance(0.6 + 0.01 * number));
        Formula delay = driver("delay", project, new Distribution.Exponential(0.5 + 0.05 * number));
        Formula rampFactor = driver("ramp factor", project, new Distribution.Uniform(0.7, 1.3));

        Formula first = calculation("first output", project, start.plus(delay));
        Formula rampLength = calculation("ramp length", project, rampYears.times(rampFactor));
        Formula built = calculation("built", project, nameplate.times(goesAhead));
        for (int year = 1; year <= YEARS; year++) {
            Formula since =
                    model.label(Term.of("year").key().at(year(year)), year).minus(first);
            Formula ramp = Formula.min(Formula.max(since.over(rampLength), Definitions.ZERO), Definitions.ONE);
            Key availability = Term.of("availability").of(project).at(year(year));
            assume(availability, 1);
            drivers.put(availability, new Distribution.Rare(0.05, 1, new Distribution.Uniform(0, 0.8)));
            model.calculation(output(project, year), ramp.times(built).times(availability));
        }
    }

    private Key total(int year) {
        List<Key> outputs = IntStream.range(0, PROJECTS)
                .mapToObj(project -> output(Subject.of("project " + project), year))
                .toList();
        return model.calculation(supply(year), Formula.sum(Formula.span(outputs)));
    }

    private Key assumption(String term, Subject project, double value) {
        return assume(Term.of(term).of(project), value);
    }

    private Key assume(Key key, double value) {
        return model.assumption(key, Value.of(value), ValueUnit.NUMBER, "made up");
    }

    private Formula driver(String term, Subject project, Distribution distribution) {
        Key key = assumption(term, project, 1);
        drivers.put(key, distribution);
        return key;
    }

    private Formula calculation(String term, Subject project, Formula formula) {
        return model.calculation(Term.of(term).of(project), formula);
    }

    private static Key output(Subject project, int year) {
        return OUTPUT.of(project).at(year(year));
    }

    private static Key supply(int year) {
        return SUPPLY.key().at(year(year));
    }

    private static Period year(int year) {
        return Period.year(2000 + year);
    }
}
