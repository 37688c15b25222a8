package org.lodestone.reports.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.words.MarketTurn;
import org.lodestone.reports.internal.words.Pace;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;

/**
 * Everything that is forecast in one scenario, and what the dataset concludes from it.
 */
public final class Outcome {

    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final Case in;
    private final Scenarios scenarios;
    private final ImmutableList<SupplyForecast> supplies;
    private final ImmutableList<Balance> balances;
    private final ImmutableList<Replacement> replacements;
    private final ImmutableList<Conclusion> conclusions;
    private final ImmutableListMultimap<String, GrowthBase> bases;
    private final Calculations values;

    Outcome(
            Supplies figures,
            Scenarios scenarios,
            Case in,
            ImmutableList<SupplyForecast> supplies,
            ImmutableList<Balance> balances) {
        this.in = in;
        this.scenarios = scenarios;
        this.supplies = supplies;
        this.balances = balances;
        this.replacements = balances.stream()
                .flatMap(balance -> Replacement.of(balance.supply()).stream())
                .collect(toImmutableList());
        this.values = new Calculations(scenarios.model());
        supplies.forEach(supply -> values.building().include(supply.model()));
        balances.forEach(balance -> values.building().include(balance.model()));
        replacements.forEach(replacement -> values.building().include(replacement.model()));
        List<Conclusion> asked = figures.dataset().outlook().conclusions();
        this.bases = bases(figures, asked);
        this.conclusions = asked.stream().filter(this::isDecidable).collect(toImmutableList());
        for (Conclusion conclusion : conclusions) {
            holds(conclusion);
            if (conclusion.threshold().isEmpty()) {
                pace(conclusion);
            }
            if (conclusion.kind() == Conclusion.Kind.BALANCE_CHANGE) {
                turn(conclusion);
                level(conclusion);
            }
        }
        values.close();
    }

    /** Known growth of the measures whose growth to come has no threshold of its own. */
    private ImmutableListMultimap<String, GrowthBase> bases(Supplies figures, List<Conclusion> asked) {
        ImmutableListMultimap.Builder<String, GrowthBase> known = ImmutableListMultimap.builder();
        for (SupplyForecast supply : supplies) {
            String measure = supply.measure().id();
            if (asked.stream()
                    .anyMatch(conclusion -> conclusion.kind() == Conclusion.Kind.GROWTH_BELOW
                            && conclusion.threshold().isEmpty()
                            && conclusion.measure().equals(measure))) {
                known.putAll(measure, GrowthBases.of(figures, measure, values.building()));
            }
        }
        return known.build();
    }

    /** Whether there is a number that decides a conclusion, and one to judge it by. */
    private boolean isDecidable(Conclusion conclusion) {
        String measure = conclusion.measure();
        boolean hasNumber =
                switch (conclusion.kind()) {
                    case BALANCE_BELOW, BALANCE_CHANGE -> balance(measure).isPresent();
                    case REPLACED_BELOW ->
                        balance(measure).flatMap(this::replacement).isPresent();
                    case GROWTH_BELOW, SHARE_AT_LEAST ->
                        supply(measure)
                                .filter(supply -> conclusion
                                        .place()
                                        .map(supply.places()::contains)
                                        .orElse(true))
                                .isPresent();
                };
        return hasNumber && (conclusion.threshold().isPresent() || bases.containsKey(measure));
    }

    /** The scenario, or the one chosen. */
    public Case in() {
        return in;
    }

    /** The supply to come of each measure, in the order of the dataset. */
    public ImmutableList<SupplyForecast> supplies() {
        return supplies;
    }

    /** The supply to come of a measure, by its id; empty where none is forecast. */
    public Optional<SupplyForecast> supply(String measure) {
        return supplies.stream()
                .filter(supply -> supply.measure().id().equals(measure))
                .findFirst();
    }

    /** The balances of the measures that meet demand. */
    public ImmutableList<Balance> balances() {
        return balances;
    }

    /** The balance of supply and demand of a measure, by its id; empty where it meets no demand. */
    public Optional<Balance> balance(String measure) {
        return balances.stream()
                .filter(balance -> balance.rule().measure().equals(measure))
                .findFirst();
    }

    /** The balance that decides a conclusion; empty for a conclusion on another number. */
    public Optional<Balance> balance(Conclusion conclusion) {
        return balance(conclusion.measure())
                .filter(one -> conclusion.kind() == Conclusion.Kind.BALANCE_BELOW
                        || conclusion.kind() == Conclusion.Kind.BALANCE_CHANGE);
    }

    /** The conclusion on how a balance turns; empty where the dataset has none. */
    public Optional<Conclusion> turn(Balance balance) {
        return conclusions.stream()
                .filter(one -> one.kind() == Conclusion.Kind.BALANCE_CHANGE)
                .filter(one -> one.measure().equals(balance.rule().measure()))
                .findFirst();
    }

    /** The number that is followed of a balance in a year: its change, in shares of demand, where a conclusion is about that, or else its amount. */
    public Key followed(Balance balance, Period year) {
        return turn(balance).isPresent() ? balance.change(year) : balance.after(year);
    }

    /** How soon the largest country could be replaced, in each supply that meets a demand and has limits by country. */
    public ImmutableList<Replacement> replacements() {
        return replacements;
    }

    /** The supply that could replace the largest holder of a balance's supply. */
    public Optional<Replacement> replacement(Balance balance) {
        return replacements().stream()
                .filter(replacement ->
                        replacement.supply().measure().equals(balance.supply().measure()))
                .findFirst();
    }

    /** The dataset's conclusions on the forecast, each decided by one number. */
    public ImmutableList<Conclusion> conclusions() {
        return conclusions;
    }

    /** The model that defines the keys. */
    public Model model() {
        return values.model();
    }

    // ---------------------------------------------------------------- conclusions

    /** The number that decides a conclusion: an average growth, a balance or a share. */
    public Key decisive(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> supply(conclusion.measure()).orElseThrow().averageGrowth();
            case BALANCE_BELOW -> {
                Balance balance = balance(conclusion.measure()).orElseThrow();
                yield balance.after(balance.horizon());
            }
            case BALANCE_CHANGE -> {
                Balance balance = balance(conclusion.measure()).orElseThrow();
                yield balance.change(balance.horizon());
            }
            case REPLACED_BELOW -> {
                Replacement replacement =
                        replacement(balance(conclusion.measure()).orElseThrow()).orElseThrow();
                yield replacement.ratio(replacement.supply().horizon());
            }
            case SHARE_AT_LEAST -> {
                SupplyForecast supply = supply(conclusion.measure()).orElseThrow();
                yield supply.share(conclusion.place().orElseThrow(), supply.horizon());
            }
        };
    }

    /** Known growth against which the growth that decides a conclusion is judged; none where it has a threshold of its own. */
    public ImmutableList<GrowthBase> bases(Conclusion conclusion) {
        return conclusion.threshold().isPresent() ? ImmutableList.of() : bases.get(conclusion.measure());
    }

    /** The upper threshold of a conclusion that has one. */
    public Formula upper(Conclusion conclusion) {
        return scenarios.number(conclusion.upper().orElseThrow(), in);
    }

    /** The conclusion's threshold, on the scale of its decisive number: of several bases the first. */
    public Formula threshold(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case BALANCE_CHANGE -> ZERO.minus(band(conclusion));
            case GROWTH_BELOW, SHARE_AT_LEAST, REPLACED_BELOW ->
                conclusion
                        .threshold()
                        .map(id -> scenarios.number(id, in))
                        .orElseGet(() -> bases(conclusion).get(0).growth());
            case BALANCE_BELOW ->
                scenarios.amount(
                        conclusion.threshold().orElseThrow(),
                        balance(conclusion.measure()).orElseThrow().unit(),
                        in);
        };
    }

    /** The change of a balance that counts as little, as a share of demand. */
    private Formula band(Conclusion conclusion) {
        return scenarios.number(conclusion.threshold().orElseThrow(), in);
    }

    /** The changes of the balance that decides a conclusion, in every reading of what supply counts. */
    public ImmutableList<Key> changes(Conclusion conclusion) {
        return readings(
                conclusion,
                balance -> balance.change(balance.horizon()),
                (balance, reading) -> balance.change(reading, balance.horizon()));
    }

    /** The balance of the last year as a share of demand, in every reading of what supply counts. */
    public ImmutableList<Key> levels(Conclusion conclusion) {
        return readings(
                conclusion,
                balance -> balance.afterShare(balance.horizon()),
                (balance, reading) -> balance.afterShare(reading, balance.horizon()));
    }

    private ImmutableList<Key> readings(
            Conclusion conclusion, Function<Balance, Key> own, BiFunction<Balance, Balance.Reading, Key> read) {
        Balance balance = balance(conclusion.measure()).orElseThrow();
        ImmutableList.Builder<Key> all = ImmutableList.<Key>builder().add(own.apply(balance));
        if (balance.hasScrap()) {
            for (Balance.Reading reading : Balance.Reading.values()) {
                all.add(read.apply(balance, reading));
            }
        }
        return all.build();
    }

    /** How the market turns, in words of {@link MarketTurn}, however what supply counts is read. */
    public Key turn(Conclusion conclusion) {
        return values.as(key("turn", conclusion), () -> turned(conclusion, changes(conclusion)));
    }

    /** The same of changes in place of those of the scenario, one in every reading. */
    public Formula turned(Conclusion conclusion, List<Key> changes) {
        Formula band = band(conclusion);
        Formula highest = Formula.call(Fn.MAX, span(changes));
        Formula lowest = Formula.call(Fn.MIN, span(changes));
        Formula little = highest.isAbove(band).or(ZERO.minus(band).isAbove(lowest));
        Formula mixed = little.then(text(MarketTurn.DEPENDS.toString()), text(MarketTurn.LITTLE.toString()));
        return told(changes, band, MarketTurn.TIGHTENS.toString(), MarketTurn.EASES.toString(), mixed);
    }

    /** Words for readings that are all below a band, or all above it. */
    private static Formula told(List<Key> readings, Formula band, String below, String above, Formula otherwise) {
        Formula highest = Formula.call(Fn.MAX, span(readings));
        Formula lowest = Formula.call(Fn.MIN, span(readings));
        Formula told = ZERO.minus(band)
                .isAbove(highest)
                .then(text(below), lowest.isAbove(band).then(text(above), otherwise));
        return highest.minus(band).isKnown().then(told, text(LEVEL_NOT_KNOWN));
    }

    /** The words for a level on which the readings do not agree, or that is not known. */
    public static final String LEVEL_NOT_KNOWN = MarketTurn.NOT_KNOWN;

    /** Where the last year ends, in words: short, in surplus or level where every reading says so, or else not known. */
    public Key level(Conclusion conclusion) {
        return values.as(key("level", conclusion), () -> {
            List<Key> levels = levels(conclusion);
            Formula band = band(conclusion);
            Formula isLevel = band.isAtLeast(Formula.call(Fn.MAX, span(levels)))
                    .and(Formula.call(Fn.MIN, span(levels)).isAtLeast(ZERO.minus(band)));
            Formula level = isLevel.then(text("level"), text(LEVEL_NOT_KNOWN));
            return told(levels, band, "short", "in surplus", level);
        });
    }

    /** Whether a conclusion holds: whether a number is below its threshold in every reading, or a share at least that. */
    public Key holds(Conclusion conclusion) {
        return values.as(Term.of("conclusion").of(Subject.of(conclusion.id())).in(in), () -> {
            Formula number = conclusion.kind() == Conclusion.Kind.BALANCE_CHANGE
                    ? Formula.call(Fn.MAX, span(changes(conclusion)))
                    : decisive(conclusion);
            Formula threshold = threshold(conclusion);
            return conclusion.kind() == Conclusion.Kind.SHARE_AT_LEAST
                    ? number.isAtLeast(threshold)
                    : threshold.isAbove(number);
        });
    }

    /** How growth to come compares with all of these, in words: it slows against all, recovers against all, is as fast, or depends on the base. */
    public Key pace(Conclusion conclusion) {
        return values.as(key("pace", conclusion), () -> {
            Formula growth = decisive(conclusion);
            List<Key> known = new ArrayList<>();
            List<Key> slower = new ArrayList<>();
            List<Key> faster = new ArrayList<>();
            for (GrowthBase base : bases(conclusion)) {
                known.add(base.growth());
                slower.add(differs(conclusion, base, "slower", base.growth().minus(growth)));
                faster.add(differs(conclusion, base, "faster", growth.minus(base.growth())));
            }
            Formula all = Formula.countOfKnown(span(known));
            Formula slow = Formula.sumOfKnown(span(slower)).orElse(ZERO);
            Formula fast = Formula.sumOfKnown(span(faster)).orElse(ZERO);
            Formula none = slow.plus(fast).isEqualTo(ZERO);
            int bases = known.size();
            Formula mixed = none.then(text(Pace.SAME.against(bases)), text(Pace.DEPENDS.against(bases)));
            Formula compared = slow.isEqualTo(all)
                    .then(
                            text(Pace.SLOWS.against(bases)),
                            fast.isEqualTo(all).then(text(Pace.RECOVERS.against(bases)), mixed));
            Formula told = Formula.sum(span(known)).isKnown().then(compared, text(Pace.NOT_KNOWN));
            return growth.isKnown().then(told, text(Pace.NOT_KNOWN));
        });
    }

    /** 1 where growth to come and a base differ by more than counts as the same, one way; or else 0. */
    private Key differs(Conclusion conclusion, GrowthBase base, String how, Formula by) {
        return values.as(
                key("pace", conclusion).sub(base.name()).sub(how),
                () -> by.isAbove(sameGrowth()).then(ONE, ZERO));
    }

    private Formula sameGrowth() {
        return values.building()
                .definition(
                        "SameGrowth",
                        0.0025,
                        "Growth rates a quarter of a percentage point apart, or less, count as the same");
    }

    private Key key(String part, Conclusion conclusion) {
        return Term.of("conclusion").sub(part).of(Subject.of(conclusion.id())).in(in);
    }

    // ---------------------------------------------------------------- in comparison

    /**
     * The value of an assumption that no scenario sets, in its unit: of the scrap within supply the share that meets the anchor, of the
     * feed that no statistics show what the first year needs. Empty for any other.
     */
    public Optional<Formula> whereNotSet(Premise premise) {
        Optional<String> id = Optional.of(premise.id());
        Optional<Formula> within = balances().stream()
                .filter(balance -> balance.rule().within().equals(id))
                .filter(balance -> premise.unit().scale().compareTo(PERCENT) == 0)
                .findFirst()
                .map(balance -> balance.within().times(HUNDRED));
        return within.or(() -> supplies().stream()
                .flatMap(supply -> supply.limits().stream()
                        .filter(limit ->
                                limit.path() == Limit.Path.FED && limit.start().equals(id))
                        .map(limit -> Definitions.inUnit(
                                supply.feed().orElseThrow().unrecorded(),
                                supply.measure().unit(),
                                premise.unit())))
                .findFirst());
    }

    /** A number that decides a conclusion, or one that goes with it. */
    public record Headline(String name, String unit, Shown shown, Key key) {

        @Override
        public String toString() {
            return OneLine.of(name, unit);
        }
    }

    /** The numbers by which scenarios are compared. */
    public ImmutableList<Headline> headlines() {
        ImmutableList.Builder<Headline> headlines = ImmutableList.builder();
        supplies().forEach(supply -> headlines.addAll(headlines(supply)));
        balances().forEach(balance -> headlines.addAll(headlines(balance)));
        for (Conclusion conclusion : conclusions()) {
            conclusion.place().filter(place -> isFirstOn(conclusion)).ifPresent(place -> {
                SupplyForecast supply = supply(conclusion.measure()).orElseThrow();
                Period end = supply.horizon();
                headlines.add(percent(
                        place + ", share of "
                                + Words.inSentence(supply.measure().name()) + " " + end,
                        supply.share(place, end)));
            });
        }
        for (Replacement replacement : replacements()) {
            SupplyForecast supply = replacement.supply();
            Period end = supply.horizon();
            headlines.add(percent(
                    "Replaceable share of " + replacement.holder() + " in " + end + ", "
                            + Words.inSentence(supply.measure().name()),
                    replacement.ratio(end)));
        }
        return headlines.build();
    }

    /** Whether no earlier conclusion is about the same share. */
    private boolean isFirstOn(Conclusion conclusion) {
        return conclusions().stream()
                .filter(other -> other.place().isPresent())
                .filter(other -> decisive(other).equals(decisive(conclusion)))
                .findFirst()
                .equals(Optional.of(conclusion));
    }

    private static List<Headline> headlines(SupplyForecast supply) {
        String name = supply.measure().name();
        Period end = supply.horizon();
        return List.of(
                new Headline(name + " " + end, supply.measure().unit().toString(), shown(supply), supply.total(end)),
                new Headline(
                        name + ", average growth from " + supply.start(),
                        "%",
                        Shown.PERCENT_2,
                        supply.averageGrowth()));
    }

    private List<Headline> headlines(Balance balance) {
        Period end = balance.horizon();
        String of = balances().size() == 1 ? "" : " of " + balance.rule().material();
        ImmutableList.Builder<Headline> headlines = ImmutableList.builder();
        headlines.add(amount("Demand" + of + " " + end, balance, balance.demand(end)));
        if (balance.hasScrap()) {
            headlines.add(
                    amount("Balance" + of + " " + end + " without scrap beyond supply", balance, balance.before(end)));
        }
        headlines.add(amount("Balance" + of + " " + end, balance, balance.after(end)));
        if (turn(balance).isPresent()) {
            headlines.add(percent(
                    "Balance" + of + ", change from " + balance.start() + " to " + end + ", share of demand",
                    balance.change(end)));
        }
        return headlines.build();
    }

    private static Headline percent(String name, Key key) {
        return new Headline(name, "%", Shown.PERCENT, key);
    }

    private static Headline amount(String name, Balance balance, Key key) {
        return new Headline(name, balance.unit().toString(), Shown.of(balance.unit()), key);
    }

    /** The form in which the number that decides a conclusion is shown. */
    public static Shown shown(Conclusion conclusion) {
        return switch (conclusion.kind()) {
            case GROWTH_BELOW -> Shown.PERCENT_2;
            case BALANCE_BELOW -> Shown.ONE_DECIMAL;
            case BALANCE_CHANGE, REPLACED_BELOW, SHARE_AT_LEAST -> Shown.PERCENT;
        };
    }

    /** The form in which amounts of a supply are shown, which its unit decides. */
    public static Shown shown(SupplyForecast supply) {
        return Shown.of(supply.measure().unit());
    }

    @Override
    public String toString() {
        return OneLine.of(
                in,
                OneLine.count(supplies, "supply"),
                OneLine.count(balances, "balance"),
                OneLine.count(conclusions, "conclusion"));
    }

    /**
     * A growth that is known of a measure, against which growth to come is judged.
     *
     * @param years what it is the growth of, in a sentence: {@code in 2024}
     * @param from where it is from: {@code MCS 2025, the note's}; empty for what is chained over all editions
     * @param growth on the year before, or a year on average
     */
    public record GrowthBase(String years, Optional<String> from, Key growth) {

        /** {@code in 2024 (MCS 2025, the note's)}. */
        public String name() {
            return years + from.map(where -> " (" + where + ")").orElse("");
        }
    }
}
