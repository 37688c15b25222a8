package org.lodestone.reports.benefit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.benefit.Holders.Group;
import org.lodestone.reports.benefit.Holders.Share;
import org.lodestone.reports.benefit.ReliefRun.Alone;
import org.lodestone.reports.benefit.ReliefRun.Together;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The worth of one tonne more at each limit of a stage that is fed, in the last year of the forecast.
 *
 * <pre>
 * worth = supply with the limit raised by a tonne − supply     in tonnes of the stage that is fed
 * until = the rise at which another limit begins to bind, up to which each tonne is worth the same
 * </pre>
 *
 * <p>It is worked out in each scenario as it is written. A tonne that listed companies gain is shared by the last known split of the quota, or
 * by stakes in the plant, and what none of them has is <em>not attributed</em>.
 */
public final class Relief {

    private static final String HOW = "worked out in each scenario as it is written";

    /** Less than this part of a tonne is rounding, and so many digits are kept where sums are compared. */
    private static final double NOTHING = 1e-6;

    private static final int DIGITS = 6;

    private final ForecastStudy study;
    private final Raised chosen;
    private final ImmutableList<Lever> levers;
    private final ImmutableList<Pair> pairs;
    private final ImmutableList<Gain> gains;
    private final Set<Lever> worthSomething = new LinkedHashSet<>();
    private final Set<Lever> endSomewhere = new LinkedHashSet<>();
    private final Map<Lever, Formula> allGained = new LinkedHashMap<>();
    private final Term term;
    private final Calculations values;

    /**
     * A limit that may be raised: that of a place, or the ore or plants of a pool.
     *
     * @param measure of the stage where the limit is, in whose unit it is
     * @param limit that of a place; empty for ore and plants
     * @param pool empty for limits of places, and for the ore that reaches the place that takes what pools leave
     * @param isOfPlants whether it is the plants of a pool, and not their ore
     * @param now the amount as chosen
     */
    public record Lever(
            String name, Measure measure, Optional<Limit> limit, Optional<String> pool, boolean isOfPlants, Key now) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Two levers that are worth much more together than apart, once the first is raised to where the next limit binds. */
    public record Pair(Lever first, Lever second) {

        @Override
        public String toString() {
            return first + " with " + second;
        }
    }

    /**
     * Tonnes that a listed company gains of one tonne more.
     *
     * @param measure of the tonnes
     * @param company empty for what is not attributed
     * @param ground on which they are its own
     */
    public record Gain(Lever lever, Measure measure, Optional<String> company, String ground, Key tonnes) {

        @Override
        public String toString() {
            return OneLine.of(company.orElse("not attributed"), lever);
        }
    }

    private Relief(ForecastStudy study, SupplyForecast fed, Holders holders) {
        String measure = fed.measure().id();
        this.study = study;
        this.chosen = Raised.of(study.scenarios(), study.chosen(), measure);
        this.levers = chosen.levers();
        this.term = Term.of(fed.measure()).sub("relief");
        this.values = new Calculations(study.model(), holders.attribution().model());
        holders.quotas().forEach(quotas -> values.building().include(quotas.model()));
        ListMultimap<Lever, Alone> alone = ArrayListMultimap.create();
        List<List<Together>> together = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            ReliefRun run = new ReliefRun(Raised.of(study.scenarios(), outcome, measure), levers, holders);
            List<Alone> each = run.alone();
            Streams.forEachPair(levers.stream(), each.stream(), alone::put);
            together.add(run.pairs(each));
        }
        current();
        levers.forEach(lever -> put(lever, alone.get(lever)));
        this.pairs = pairs(together);
        this.gains = levers.stream()
                .filter(worthSomething::contains)
                .flatMap(lever -> gains(lever, alone.get(lever)).stream())
                .collect(toImmutableList());
        addsUp();
        values.close();
    }

    /** One for each stage that is fed and counted in tonnes; none where no earlier stage feeds another. */
    public static ImmutableList<Relief> of(
            Dataset dataset, ForecastStudy study, Attribution attribution, List<Quotas> quotas) {
        requireNonNull(dataset, "dataset");
        requireNonNull(study, "study");
        requireNonNull(attribution, "attribution");
        requireNonNull(quotas, "quotas");
        Holders holders = new Holders(dataset, attribution, ImmutableList.copyOf(quotas));
        return study.chosen().supplies().stream()
                .filter(supply -> supply.feed().isPresent())
                .filter(supply -> Raised.of(
                                study.scenarios(),
                                study.chosen(),
                                supply.measure().id())
                        .isOfMasses())
                .map(supply -> new Relief(study, supply, holders))
                .collect(toImmutableList());
    }

    // ---------------------------------------------------------------- what is stored

    /** Whether all inputs are as they were when it was worked out. */
    private Key current() {
        return values.as(
                Dated.current("relief of " + supply().measure().id()),
                () -> Dated.all(study
                        .inputsOf(outcome -> Stream.concat(
                                Stream.of(outcome.supply(supply().measure().id())
                                        .orElseThrow()
                                        .total(supply().horizon())),
                                outcome.balance(supply().measure().id()).stream()
                                        .map(one -> one.afterShare(supply().horizon()))))
                        .stream()
                        .map(input -> Unchanged.since(values, study.model(), input))
                        .toList()));
    }

    /** A result that is stored for each scenario, of which the chosen one's is shown. */
    private Key stored(Key key, ValueUnit unit, List<Value> inEach) {
        List<Case> cases = study.scenarios().cases();
        for (int i = 0; i < cases.size(); i++) {
            values.building().computed(key.in(cases.get(i)), inEach.get(i), unit, HOW);
        }
        return key;
    }

    private Key shown(Key key, ValueUnit unit, List<Value> inEach) {
        stored(key, unit, inEach);
        return values.as(key, () -> Dated.of(current(), scenarios().picked(key)));
    }

    private static List<Value> each(List<Alone> alone, Function<Alone, Value> value) {
        return alone.stream().map(value).toList();
    }

    private static Value number(double number) {
        return Double.isFinite(number)
                ? Value.of(Math.abs(number) < NOTHING ? 0 : number)
                : Value.missing("a figure behind it is missing");
    }

    private static Value number(OptionalDouble number, String otherwise) {
        return number.isPresent() ? number(number.getAsDouble()) : Value.missing(otherwise);
    }

    private void put(Lever lever, List<Alone> alone) {
        boolean something = alone.stream().anyMatch(one -> !(Math.abs(one.worth()) < NOTHING));
        shown(worth(lever), tonnes(supply().measure()), each(alone, one -> number(one.worth())));
        if (something) {
            worthSomething.add(lever);
            if (alone.stream().anyMatch(one -> one.balance().isPresent())) {
                shown(
                        balance(lever),
                        ValueUnit.NUMBER,
                        each(alone, one -> number(one.balance(), "no balance is drawn")));
            }
        }
        if (alone.stream().anyMatch(one -> one.until().isPresent())) {
            endSomewhere.add(lever);
            String none = "no other limit begins to bind";
            shown(until(lever), ValueUnit.of(lever.measure().unit()), each(alone, one -> number(one.until(), none)));
            shown(
                    then(lever),
                    ValueUnit.ANY,
                    each(alone, one -> one.then().map(Value::of).orElse(Value.missing(none))));
        }
    }

    private static ValueUnit tonnes(Measure measure) {
        Unit unit = measure.unit();
        return ValueUnit.of(new Unit(unit.dimension(), unit.basis(), "t"));
    }

    // ---------------------------------------------------------------- limits

    /** The supply that is fed, as chosen. */
    public SupplyForecast supply() {
        return chosen.fed();
    }

    /** The scenarios, in whose cases results are stored. */
    public Scenarios scenarios() {
        return study.scenarios();
    }

    /** The limits, from the ground on. */
    public ImmutableList<Lever> levers() {
        return levers;
    }

    /** Whether a tonne more is worth something in any scenario. */
    public boolean isWorthSomething(Lever lever) {
        return worthSomething.contains(lever);
    }

    /** Whether in any scenario another limit begins to bind once a lever is raised far enough. */
    public boolean endsSomewhere(Lever lever) {
        return endSomewhere.contains(lever);
    }

    /** Tonnes of the stage that is fed for one tonne more. */
    public Key worth(Lever lever) {
        return key("worth of one tonne", lever.name());
    }

    /** The change of the balance in the last year, in shares of demand, for a thousand tonnes more at this rate. Known only where there is a balance. */
    public Key balance(Lever lever) {
        return key("balance for a thousand tonnes", lever.name());
    }

    /** The rise at which another limit begins to bind. */
    public Key until(Lever lever) {
        return key("until the next limit", lever.name());
    }

    /** The limit that begins to bind then. */
    public Key then(Lever lever) {
        return key("next limit", lever.name());
    }

    private Key key(String part, String of) {
        return term.sub(part).of(Subject.of(of));
    }

    /** Whether supply meets a demand, so that relief moves a balance. */
    public boolean hasBalance() {
        return study.chosen().balance(supply().measure().id()).isPresent();
    }

    // ---------------------------------------------------------------- pairs

    private ImmutableList<Pair> pairs(List<List<Together>> inEach) {
        ImmutableList<Pair> found =
                inEach.stream().flatMap(List::stream).map(this::pair).distinct().collect(toImmutableList());
        for (Pair pair : found) {
            shown(worth(pair), tonnes(supply().measure()), each(pair, inEach, Together::worth));
            shown(after(pair), ValueUnit.of(pair.first().measure().unit()), each(pair, inEach, Together::after));
        }
        return found;
    }

    private Pair pair(Together one) {
        return new Pair(levers.get(one.first()), levers.get(one.second()));
    }

    private List<Value> each(Pair pair, List<List<Together>> inEach, ToDoubleFunction<Together> number) {
        return inEach.stream()
                .map(all -> all.stream()
                        .filter(one -> pair(one).equals(pair))
                        .mapToDouble(number)
                        .findFirst())
                .map(found -> number(found, "no such pair"))
                .toList();
    }

    /** Limits that are worth much more together than apart, in any scenario. */
    public ImmutableList<Pair> pairs() {
        return pairs;
    }

    /** Tonnes of the stage that is fed for one tonne more of each. */
    public Key worth(Pair pair) {
        return key("worth of a pair", pair.toString());
    }

    /** The rise of the first from which on they are worth this. */
    public Key after(Pair pair) {
        return key("a pair after", pair.toString());
    }

    // ---------------------------------------------------------------- companies

    private List<Gain> gains(Lever lever, List<Alone> alone) {
        List<Gain> gains = new ArrayList<>();
        for (Measure measure : alone.get(0).gained().keySet()) {
            boolean isOwnQuota = measure.equals(lever.measure())
                    && lever.limit()
                            .filter(one -> one.kind() == Limit.Kind.QUOTA)
                            .isPresent();
            if (measure.equals(supply().measure()) || isOwnQuota) {
                gains.addAll(gains(lever, measure, alone));
            }
        }
        return gains;
    }

    private static ImmutableMap<Group, Double> gained(Alone alone, Measure measure) {
        return requireNonNull(alone.gained().get(measure));
    }

    private List<Gain> gains(Lever lever, Measure measure, List<Alone> alone) {
        ListMultimap<String, Formula> ofEach = LinkedListMultimap.create();
        SetMultimap<String, String> grounds = LinkedHashMultimap.create();
        List<Formula> rest = new ArrayList<>();
        for (Group group : gained(alone.get(0), measure).keySet()) {
            List<Value> inEach = each(
                    alone,
                    one -> number(
                            Optional.ofNullable(gained(one, measure).get(group)).orElse(0.0)));
            if (inEach.stream().allMatch(Value.of(0.0)::equals)) {
                continue;
            }
            Key output = term.sub("output of " + measure.id()).of(Subject.of(lever + ", " + group.name()));
            Formula gain = scenarios().picked(stored(output, tonnes(measure), inEach));
            for (Share share : group.shares()) {
                ofEach.put(share.company(), share.part().times(gain));
                grounds.put(share.company(), share.ground());
            }
            rest.add(group.rest().times(gain));
        }
        List<Gain> gains = new ArrayList<>();
        Multimaps.asMap(ofEach)
                .forEach((company, parts) -> gains.add(new Gain(
                        lever,
                        measure,
                        Optional.of(company),
                        String.join("; ", grounds.get(company)),
                        gained(lever, measure, company, parts))));
        if (!rest.isEmpty()) {
            gains.add(new Gain(lever, measure, Optional.empty(), "", gained(lever, measure, "not attributed", rest)));
        }
        return gains;
    }

    private Key gained(Lever lever, Measure measure, String by, List<Formula> parts) {
        Formula gained = parts.stream().reduce(Formula::plus).orElseThrow();
        if (measure.equals(supply().measure())) {
            allGained.merge(lever, gained, Formula::plus);
        }
        return values.as(
                term.sub("gain of " + measure.id()).of(Subject.of(by + ", " + lever)),
                () -> Dated.of(current(), gained));
    }

    /** Tonnes that listed companies gain of one tonne more, and what is not attributed, limit by limit. */
    public ImmutableList<Gain> gains() {
        return gains;
    }

    /**
     * Whether all gains of the stage that is fed, with what is not attributed, are the tonnes that one tonne more was worth when it was worked
     * out: true or false.
     */
    public Key addsUp() {
        return values.as(
                term.sub("gains add up").key(),
                () -> worthSomething.stream()
                        .map(lever -> Optional.ofNullable(allGained.get(lever))
                                .orElse(ZERO)
                                .minus(scenarios().picked(worth(lever)))
                                .rounded(DIGITS)
                                .isEqualTo(ZERO))
                        .reduce(Formula::and)
                        .orElse(ONE.isEqualTo(ONE)));
    }

    /** The model that defines the keys. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("relief of " + supply().measure().name(), OneLine.count(levers, "limit"));
    }
}
