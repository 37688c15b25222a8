package org.lodestone.reports.benefit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.reports.benefit.Holders.Group;
import org.lodestone.reports.benefit.Relief.Lever;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/**
 * One scenario with its limits raised, each by itself and two at a time.
 *
 * <p>To the formula of every limit a rise is added, which is zero at first, so that what a limit does downstream is what the forecast says of it.
 * Supply has no bends but where another limit begins to bind: between two of these its slope is that of the first grams.
 */
final class ReliefRun {

    /** The part of a tonne over which a slope is taken, and to which the next limit is found. */
    private static final double PART = 0.01;

    /** Halvings after which a span of any size is less than that part. */
    private static final int HALVINGS = 60;

    private static final double THOUSAND_TONNES = 1_000;

    private final Raised raised;
    private final ImmutableList<Lever> levers;
    private final ImmutableList<Key> rises;
    private final Model model;
    private final Key total;
    private final Optional<Key> balance;
    private final Map<Measure, Map<Group, Key>> outputs = new LinkedHashMap<>();
    private final Simulation simulation;
    private final Draws asItStands;

    ReliefRun(Raised raised, ImmutableList<Lever> levers, Holders holders) {
        this.raised = raised;
        this.levers = levers;
        this.rises = levers.stream()
                .map(lever -> Term.of("rise").of(Subject.of(lever.name())))
                .collect(ImmutableList.toImmutableList());
        this.total = raised.fed().total(raised.end());
        this.balance = raised.outcome().balance(raised.fed().measure().id()).map(one -> one.afterShare(raised.end()));
        Model before = raised.outcome().model();
        Map<Key, Formula> added = added(before.values());
        Model.Builder building = Model.builder()
                .include(before.withCalculations((key, formula) ->
                        Optional.ofNullable(added.get(key)).map(formula::plus).orElse(formula)));
        rises.forEach(rise -> building.label(rise, 0, ValueUnit.UNKNOWN));
        outputs(holders, building);
        this.model = building.build();
        this.simulation = simulation();
        this.asItStands = at(List.of(new double[levers.size()]));
    }

    private Map<Key, Formula> added(Values values) {
        Map<Key, Formula> added = new LinkedHashMap<>();
        for (int i = 0; i < levers.size(); i++) {
            Key rise = rises.get(i);
            raised.values(levers.get(i), values)
                    .forEach((key, part) ->
                            added.merge(key, rise.times(new Formula.Literal(Value.of(part))), Formula::plus));
        }
        return added;
    }

    /** The output of each group of holders: of the stage that is fed all, of an earlier one where a quota shares it out. */
    private void outputs(Holders holders, Model.Builder building) {
        SupplyForecast fed = raised.fed();
        put(fed, new Held(fed, raised.scenarios(), raised.outcome().in(), holders).output(raised.end()), building);
        for (SupplyForecast supply : raised.before()) {
            Map<Group, Formula> shared = new LinkedHashMap<>();
            for (Place place : supply.places()) {
                Group group = holders.of(supply, place);
                if (!group.equals(Holders.NOBODY)) {
                    shared.merge(group, supply.running(place, raised.end()), Formula::plus);
                }
            }
            put(supply, shared, building);
        }
    }

    private void put(SupplyForecast supply, Map<Group, Formula> all, Model.Builder building) {
        Map<Group, Key> keys = new LinkedHashMap<>();
        all.forEach((group, output) -> keys.put(
                group,
                building.calculation(Term.of(supply.measure()).sub("output").of(Subject.of(group.name())), output)));
        outputs.put(supply.measure(), keys);
    }

    private Simulation simulation() {
        Map<Key, Distribution> drivers = new LinkedHashMap<>();
        rises.forEach(rise -> drivers.put(rise, new Distribution.Fixed(0)));
        List<Key> asked = new ArrayList<>(List.of(total));
        balance.ifPresent(asked::add);
        outputs.values().forEach(keys -> asked.addAll(keys.values()));
        return Simulation.ofAny(model, drivers, asked);
    }

    /** The results where the levers are raised, each by its place in a list. */
    private Draws at(List<double[]> raises) {
        Map<Key, double[]> given = new LinkedHashMap<>();
        for (int i = 0; i < rises.size(); i++) {
            int lever = i;
            given.put(
                    rises.get(i),
                    raises.stream().mapToDouble(raise -> raise[lever]).toArray());
        }
        return simulation.evaluate(given);
    }

    private double[] raise(int lever, double by) {
        double[] raise = new double[levers.size()];
        raise[lever] = by;
        return raise;
    }

    private double tonne(int lever) {
        return Raised.tonne(levers.get(lever).measure());
    }

    private double tonne() {
        return Raised.tonne(raised.fed().measure());
    }

    private double now(Key key) {
        return asItStands.value(key, 0);
    }

    // ---------------------------------------------------------------- one tonne

    /** The results with each lever raised by itself, in the order of the levers. */
    private Draws each(IntToDoubleFunction by) {
        return at(IntStream.range(0, levers.size())
                .mapToObj(lever -> raise(lever, by.applyAsDouble(lever)))
                .toList());
    }

    /**
     * One lever by itself.
     *
     * @param worth tonnes of the stage that is fed for one tonne more
     * @param balance the change of the balance, in shares of demand, for a thousand tonnes more at this rate
     * @param until the rise at which another limit begins to bind, in the unit of the lever; empty where none does within all that its stage supplies
     * @param then that limit
     * @param gained tonnes of each stage that each group of holders gets of one tonne more
     */
    record Alone(
            double worth,
            OptionalDouble balance,
            OptionalDouble until,
            Optional<String> then,
            Map<Measure, ImmutableMap<Group, Double>> gained) {}

    /** Each lever by itself, in their order. */
    List<Alone> alone() {
        Draws oneTonne = each(this::tonne);
        OptionalDouble[] until = until();
        List<Alone> all = new ArrayList<>();
        for (int i = 0; i < levers.size(); i++) {
            int lever = i;
            Map<Measure, ImmutableMap<Group, Double>> gained = new LinkedHashMap<>();
            outputs.forEach((measure, keys) -> {
                ImmutableMap.Builder<Group, Double> ofEach = ImmutableMap.builder();
                keys.forEach((group, key) ->
                        ofEach.put(group, (oneTonne.value(key, lever) - now(key)) / Raised.tonne(measure)));
                gained.put(measure, ofEach.buildOrThrow());
            });
            all.add(new Alone(
                    (oneTonne.value(total, i) - now(total)) / tonne(),
                    balance.map(key -> OptionalDouble.of((oneTonne.value(key, lever) - now(key)) * THOUSAND_TONNES))
                            .orElse(OptionalDouble.empty()),
                    until[i],
                    until[i].isPresent() ? then(i, until[i].getAsDouble()) : Optional.empty(),
                    gained));
        }
        return all;
    }

    // ---------------------------------------------------------------- the next limit

    /** The rise up to which the slope of the first grams holds, by halving the span in which it ends, of all levers at once. */
    private OptionalDouble[] until() {
        int n = levers.size();
        double[] slope = new double[n];
        double[] holds = new double[n];
        double[] ends = new double[n];
        Values values = model.values();
        Draws first = each(i -> PART * tonne(i));
        for (int i = 0; i < n; i++) {
            slope[i] = (first.value(total, i) - now(total)) / (PART * tonne(i));
            ends[i] = Math.max(
                    tonne(i),
                    values.number(raised.supply(levers.get(i)).total(raised.end()))
                            .orElse(0));
        }
        boolean[] hasNext = bent(ends, slope);
        for (int round = 0; round < HALVINGS; round++) {
            double[] middle = new double[n];
            Arrays.setAll(middle, i -> (holds[i] + ends[i]) / 2);
            boolean[] bent = bent(middle, slope);
            for (int i = 0; i < n; i++) {
                if (bent[i]) {
                    ends[i] = middle[i];
                } else {
                    holds[i] = middle[i];
                }
            }
        }
        double[] exact = crossings(slope, holds);
        return IntStream.range(0, n)
                .mapToObj(i -> hasNext[i] ? OptionalDouble.of(exact[i]) : OptionalDouble.empty())
                .toArray(OptionalDouble[]::new);
    }

    /** Where the line of the first grams meets that of the tonne after a bend which is known nearly; the latter where they do not meet there. */
    private double[] crossings(double[] slope, double[] nearly) {
        Draws from = each(i -> nearly[i] + tonne(i));
        Draws to = each(i -> nearly[i] + 2 * tonne(i));
        double[] crossings = new double[nearly.length];
        Arrays.setAll(crossings, i -> {
            double x = nearly[i] + tonne(i);
            double after = (to.value(total, i) - from.value(total, i)) / tonne(i);
            double crossing = (from.value(total, i) - after * x - now(total)) / (slope[i] - after);
            return Math.abs(crossing - nearly[i]) < tonne(i) ? crossing : nearly[i];
        });
        return crossings;
    }

    /** Whether supply is off the line of its first grams where each lever is raised so far. */
    private boolean[] bent(double[] raises, double[] slope) {
        Draws there = each(i -> raises[i]);
        boolean[] bent = new boolean[raises.length];
        for (int i = 0; i < raises.length; i++) {
            double line = now(total) + slope[i] * raises[i];
            bent[i] = Math.abs(there.value(total, i) - line) > PART * tonne();
        }
        return bent;
    }

    /** The limit that begins to bind where a lever is raised so far. */
    private Optional<String> then(int lever, double until) {
        Map<String, String> before = binding(lever, until - tonne(lever));
        Map<String, String> after = binding(lever, until + tonne(lever));
        return after.entrySet().stream()
                .filter(one -> !Objects.equals(before.get(one.getKey()), one.getValue()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The limit that binds at each place with several, and in each pool. */
    private Map<String, String> binding(int lever, double by) {
        Values values =
                model.values().withEach(rises.get(lever), List.of(Value.of(by))).get(0);
        Map<String, String> binding = new LinkedHashMap<>();
        raised.all().forEach(supply -> {
            for (Place place : supply.places()) {
                if (supply.limits(place).size() > 1) {
                    binding.put(supply + " of " + place, binding(supply, place, values));
                }
            }
        });
        for (String pool : raised.flow().pools()) {
            boolean isShort =
                    values.number(raised.flow().partRun(pool, raised.end())).orElse(1) < 1;
            binding.put(pool, Words.inSentence(isShort ? Raised.oreOf(pool) : Raised.plantsOf(pool)));
        }
        return binding;
    }

    private String binding(SupplyForecast supply, Place place, Values values) {
        String kind = values.of(supply.binds(place, raised.end())).inSentence();
        boolean isFeed = supply.equals(raised.fed()) && kind.equals(Limit.Kind.FEED.toString());
        return Words.inSentence(isFeed ? raised.oreOfRemainder() : raised.name(kind, place, supply));
    }

    // ---------------------------------------------------------------- pairs

    /**
     * Two levers that are worth something together, and apart less than half of it.
     *
     * @param after the rise of the first from which on this is so, in its unit; zero where it is so now
     * @param worth tonnes of the stage that is fed for one tonne more of each
     */
    record Together(int first, int second, double after, double worth) {

        /** Whether it is of the same levers as another, in any order. */
        boolean isOf(Together other) {
            return Set.of(first, second).equals(Set.of(other.first, other.second));
        }
    }

    /** Pairs as things stand, and then those where one lever is raised to where the next limit binds. */
    List<Together> pairs(List<Alone> alone) {
        List<Together> now = new ArrayList<>();
        List<Together> raised = new ArrayList<>();
        for (int i = 0; i < levers.size(); i++) {
            for (int j = 0; j < levers.size(); j++) {
                if (i == j || !isOfFed(i) || !isOfFed(j)) {
                    continue;
                }
                if (i < j) {
                    now.add(new Together(i, j, 0, 0));
                }
                if (alone.get(i).until().isPresent()) {
                    raised.add(new Together(i, j, alone.get(i).until().getAsDouble(), 0));
                }
            }
        }
        List<Together> found = new ArrayList<>(worthMore(now));
        for (Together later : worthMore(raised)) {
            if (found.stream().noneMatch(one -> one.after() == 0 && one.isOf(later))) {
                found.add(later);
            }
        }
        return found;
    }

    /** Those of some pairs whose levers are worth at least twice as much together as apart. */
    private List<Together> worthMore(List<Together> tried) {
        List<double[]> raises = new ArrayList<>();
        for (Together pair : tried) {
            for (double first : new double[] {0, 1}) {
                for (double second : new double[] {0, 1}) {
                    double[] raise = raise(pair.first(), pair.after() + first * tonne(pair.first()));
                    raise[pair.second()] = second * tonne(pair.second());
                    raises.add(raise);
                }
            }
        }
        if (raises.isEmpty()) {
            return List.of();
        }
        double[] totals = at(raises).values(total);
        List<Together> found = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            int at = i * 4;
            double apart = (totals[at + 1] - totals[at] + totals[at + 2] - totals[at]) / tonne();
            double both = (totals[at + 3] - totals[at]) / tonne();
            if (both > PART && both > 2 * apart) {
                Together pair = tried.get(i);
                found.add(new Together(pair.first(), pair.second(), pair.after(), both));
            }
        }
        return found;
    }

    private boolean isOfFed(int lever) {
        return levers.get(lever).measure().equals(raised.fed().measure());
    }
}
