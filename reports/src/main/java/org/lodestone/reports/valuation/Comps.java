package org.lodestone.reports.valuation;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.THOUSAND;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.valuation.CompMeasure.BRIDGE;
import static org.lodestone.reports.valuation.CompMeasure.EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.ENTERPRISE_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.EV_PER_TONNE;
import static org.lodestone.reports.valuation.CompMeasure.EV_TO_EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.FORWARD_PE;
import static org.lodestone.reports.valuation.CompMeasure.MARKET_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.NET_DEBT;
import static org.lodestone.reports.valuation.CompMeasure.NET_PROFIT;
import static org.lodestone.reports.valuation.CompMeasure.OTHER_CLAIMS;
import static org.lodestone.reports.valuation.CompMeasure.OWN_TONNES;
import static org.lodestone.reports.valuation.CompMeasure.TRAILING_PE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The listed companies that have a share price, compared by what they cost.
 *
 * <pre>
 * enterprise value = market value + bridge
 * trailing P/E     = market value / net profit
 * EV/EBITDA        = enterprise value / EBITDA
 * EV per tonne     = enterprise value / own tonnes
 * </pre>
 *
 * <p>All is live: a price that is typed moves market value, enterprise value, ratios and their median. What is not published
 * is missing, {@value Value#NOT_AVAILABLE}; a ratio of a loss, or one above 200, is the text {@value Words#NOT_MEANINGFUL}; one of no
 * tonnes is the text {@value Words#NONE}. None of these enters the lowest, the median or the highest, which are of the companies
 * that are compared.
 */
public final class Comps {

    /** Days that are more than so many months apart compare only roughly. */
    static final int MONTHS_APART = 3;

    private static final Key LIMIT = Term.of("definition").of(Subject.of("MultipleLimit"));

    private final Dataset dataset;
    private final Place home;
    private final Optional<Unit> unit;
    private final ImmutableList<Comp> companies;
    private final Calculations values;

    private Comps(Dataset dataset, CompanyFacts facts, Attribution attribution, List<SharePrice> prices) {
        this.dataset = dataset;
        this.home = home(prices);
        this.values = new Calculations(Definitions.MODEL, facts.model(), attribution.model(), SharePrice.model(prices));
        values.building()
                .definition(
                        LIMIT, "MultipleLimit", 200, "The multiple above which a price says nothing of what is earned");
        OwnTonnesFinder tonnes = new OwnTonnesFinder(dataset, attribution, values.building());
        this.unit = tonnes.unit();
        ImmutableList<Comp> found = prices.stream()
                .map(price -> comp(new CompFacts(facts, price), price, tonnes))
                .sorted(Comparator.comparing(Comp::group))
                .collect(ImmutableList.toImmutableList());
        CompMeasure.compared().forEach(measure -> overall(measure, compared(found)));
        values.close();
        this.companies = largestFirst(found, model().values());
    }

    /** Empty where no company has a price. */
    public static Optional<Comps> of(Dataset dataset, CompanyFacts facts, Attribution attribution) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        requireNonNull(attribution, "attribution");
        List<SharePrice> prices = SharePrice.of(dataset, facts).stream()
                .filter(price -> price.stated().isPresent())
                .toList();
        return prices.isEmpty() ? Optional.empty() : Optional.of(new Comps(dataset, facts, attribution, prices));
    }

    /** The country of most companies; of several, the first of the dataset. */
    private static Place home(List<SharePrice> prices) {
        Multiset<Place> places = LinkedHashMultiset.create();
        prices.forEach(price -> places.add(price.company().place()));
        return Multisets.copyHighestCountFirst(places).iterator().next();
    }

    private Comp comp(CompFacts known, SharePrice price, OwnTonnesFinder tonnes) {
        Comp comp = new Comp(
                price.company(),
                CompGroup.of(price.company(), home),
                price,
                known.bridge(),
                known.trailing("net-profit"),
                known.trailing("ebitda"),
                known.quoted("pe-forward"),
                tonnes.put(OWN_TONNES.of(price.company().id()), price.company()),
                ImmutableList.of());
        netDebt(comp);
        otherClaims(comp);
        netProfit(comp);
        ebitda(comp);
        trailingPe(comp);
        evToEbitda(comp);
        forwardPe(comp);
        evPerTonne(comp);
        return comp.withFlags(new FlagFinder(comp, known, values.building()).flags());
    }

    /** Group by group, as the figures of the dataset have it. */
    private static ImmutableList<Comp> largestFirst(List<Comp> companies, Values values) {
        return companies.stream()
                .sorted(Comparator.comparing(Comp::group)
                        .thenComparing(Comparator.<Comp>comparingDouble(comp ->
                                        values.number(comp.key(MARKET_VALUE)).orElse(0))
                                .reversed()))
                .collect(ImmutableList.toImmutableList());
    }

    // ---------------------------------------------------------------- enterprise value

    private Key netDebt(Comp comp) {
        return stated(comp, NET_DEBT, comp.bridge().netDebt(), "The net debt is not published.");
    }

    /** Minorities, preferred and other: what an aggregator's bridge has beside net debt, or what is published of them. */
    private Key otherClaims(Comp comp) {
        if (comp.bridge().whole().isPresent()) {
            return key(comp, OTHER_CLAIMS, () -> bridge(comp).minus(netDebt(comp)));
        }
        return calculated(
                comp,
                OTHER_CLAIMS,
                comp.bridge().added().stream()
                        .flatMap(claim -> inDollars(claim, comp).stream())
                        .reduce(Formula::plus),
                "Minorities and preferred are not published; nothing is added for them.");
    }

    /** All that enterprise value adds to market value: as an aggregator has it, else net debt and other claims. */
    private Key bridge(Comp comp) {
        Optional<StatedFact> whole = comp.bridge().whole();
        return whole.isPresent()
                ? stated(comp, BRIDGE, whole, "")
                : key(comp, BRIDGE, () -> netDebt(comp).plus(otherClaims(comp).orElse(ZERO)));
    }

    private Key enterpriseValue(Comp comp) {
        otherClaims(comp);
        return key(comp, ENTERPRISE_VALUE, () -> comp.key(MARKET_VALUE).plus(bridge(comp)));
    }

    // ---------------------------------------------------------------- multiples

    private Key netProfit(Comp comp) {
        return stated(comp, NET_PROFIT, comp.netProfit(), "The net profit of twelve months is not published.");
    }

    private Key ebitda(Comp comp) {
        return stated(comp, EBITDA, comp.ebitda(), "The EBITDA of twelve months is not published.");
    }

    private Key trailingPe(Comp comp) {
        return key(comp, TRAILING_PE, () -> multiple(comp.key(MARKET_VALUE), netProfit(comp)));
    }

    private Key evToEbitda(Comp comp) {
        return key(comp, EV_TO_EBITDA, () -> multiple(enterpriseValue(comp), ebitda(comp)));
    }

    /** A value over what is earned; not meaningful where either is not above zero, or the ratio is above the limit. */
    private static Formula multiple(Formula value, Formula earned) {
        Formula ratio = value.over(earned);
        return earned.isAbove(ZERO)
                .then(meaningful(value.isAbove(ZERO).and(isBelowLimit(ratio)), ratio), text(Words.NOT_MEANINGFUL));
    }

    private static Formula isBelowLimit(Formula ratio) {
        return LIMIT.isAtLeast(ratio);
    }

    private static Formula meaningful(Formula condition, Formula ratio) {
        return condition.then(ratio, text(Words.NOT_MEANINGFUL));
    }

    private Key forwardPe(Comp comp) {
        return calculated(
                comp,
                FORWARD_PE,
                comp.forwardPe()
                        .map(quoted -> quoted.key())
                        .map(quoted -> meaningful(quoted.isAbove(ZERO).and(isBelowLimit(quoted)), quoted)),
                "No forward P/E was read.");
    }

    private Key evPerTonne(Comp comp) {
        Formula own = comp.key(OWN_TONNES);
        // at most so many tonnes cost at least so much each
        values.as(
                comp.bound(EV_PER_TONNE),
                () -> comp.bound(OWN_TONNES, /* atLeast= */ Comp.AT_MOST, /* atMost= */ Comp.AT_LEAST, Comp.EXACT));
        return key(comp, EV_PER_TONNE, () -> {
            Formula enterprise = enterpriseValue(comp);
            Formula perTonne = enterprise.times(THOUSAND).over(own);
            return own.isAbove(ZERO).then(meaningful(enterprise.isAbove(ZERO), perTonne), text(Words.NONE));
        });
    }

    // ---------------------------------------------------------------- over all companies

    private void overall(CompMeasure measure, List<Comp> companies) {
        Formula.Span all = Formula.span(companies, comp -> comp.key(measure));
        values.as(measure.lowest(), () -> Formula.call(Fn.MIN_OF_KNOWN, all));
        values.as(measure.median(), () -> Formula.call(Fn.MEDIAN_OF_KNOWN, all));
        values.as(measure.highest(), () -> Formula.call(Fn.MAX_OF_KNOWN, all));
        values.as(measure.counted(), () -> Formula.countOfKnown(all));
    }

    // ---------------------------------------------------------------- keys

    private static final ValueUnit MONEY = ValueUnit.of(Unit.parse(CurrencyRate.COMMON + " mn"));

    private Key key(Comp comp, CompMeasure measure, Supplier<Formula> formula) {
        return values.as(comp.key(measure), formula);
    }

    /** An amount of money, or an open place for it. */
    private Key stated(Comp comp, CompMeasure measure, Optional<StatedFact> stated, String otherwise) {
        return calculated(comp, measure, stated.flatMap(one -> inDollars(one, comp)), otherwise);
    }

    private Key calculated(Comp comp, CompMeasure measure, Optional<Formula> formula, String otherwise) {
        return formula.map(known -> key(comp, measure, () -> known))
                .orElseGet(() -> values.building()
                        .assumption(
                                comp.key(measure),
                                Value.missing(otherwise),
                                measure == FORWARD_PE ? ValueUnit.NUMBER : MONEY,
                                otherwise));
    }

    /** In USD mn at the rate of the day of the price; empty where there is no such rate. */
    private Optional<Formula> inDollars(StatedFact stated, Comp comp) {
        String currency = stated.fact().unit().basis();
        Optional<CurrencyRate> rate =
                CurrencyRate.toCommon(dataset, currency, comp.price().day());
        return CurrencyRate.inCommon(stated.inMillions(), currency, rate, values.building());
    }

    // ---------------------------------------------------------------- companies

    /** The companies, group by group, the largest of a group first. */
    public ImmutableList<Comp> companies() {
        return companies;
    }

    /** The country that has most of them. */
    public Place home() {
        return home;
    }

    /** The unit of own tonnes; empty where there are none. */
    public Optional<Unit> unit() {
        return unit;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    /** The company of an id. Throws if there is none of it that has a price. */
    public Comp company(String id) {
        return companies.stream()
                .filter(comp -> comp.company().id().equals(id))
                .findFirst()
                .orElseThrow(() -> UnknownIdException.of(
                        id,
                        "a company with a share price",
                        companies.stream().map(comp -> comp.company().id()).toList()));
    }

    /** Those whose enterprise value is known; all where that is none. Of the others there is little but a price. */
    public ImmutableList<Comp> compared() {
        return compared(companies);
    }

    private static ImmutableList<Comp> compared(List<Comp> companies) {
        ImmutableList<Comp> known =
                companies.stream().filter(comp -> comp.bridge().isKnown()).collect(ImmutableList.toImmutableList());
        return known.isEmpty() ? ImmutableList.copyOf(companies) : known;
    }

    /**
     * Why market values are not known, in a sentence; empty where all are: {@code Market value of Sb Mining: no number of shares in
     * the dataset.}
     */
    public String lacking() {
        ListMultimap<String, String> names = LinkedListMultimap.create();
        compared().stream()
                .filter(comp -> !comp.price().isValued())
                .forEach(comp -> names.put(
                        Words.listed(comp.price().lacking()), comp.company().name()));
        return Multimaps.asMap(names).entrySet().stream()
                .map(entry -> "Market value of " + Words.listed(entry.getValue()) + ": " + entry.getKey()
                        + " in the dataset.")
                .collect(Collectors.joining(" "));
    }

    /** The day of the earliest price of those that are compared. */
    public LocalDate firstDay() {
        return days().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The day of the latest. */
    public LocalDate lastDay() {
        return days().max(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<LocalDate> days() {
        return compared().stream().map(comp -> comp.price().day());
    }

    /** Whether the prices of those that are compared are more than {@value #MONTHS_APART} months apart. */
    public boolean isFarApart() {
        return areFarApart(firstDay(), lastDay());
    }

    static boolean areFarApart(LocalDate first, LocalDate last) {
        return first.plusMonths(MONTHS_APART).isBefore(last);
    }

    /** The companies of a group. */
    public ImmutableList<Comp> of(CompGroup group) {
        return companies.stream().filter(comp -> comp.group() == group).collect(ImmutableList.toImmutableList());
    }

    /** A figure on a company: a number, the text of a ratio that says nothing, or missing. */
    public Value value(Comp comp, CompMeasure measure) {
        return model().value(comp.key(measure));
    }

    @Override
    public String toString() {
        return OneLine.of("comps", OneLine.count(companies, "company"), unit);
    }

    /** Which companies stand together: those of the country that has most of them, and the others by whether they produce. */
    public enum CompGroup {
        /** Companies of the country that has most of those compared. */
        HOME(""),
        /** Companies of other countries that operate a mine or a plant. */
        PRODUCING(", producing"),
        /** Companies of other countries that operate none yet. */
        DEVELOPING(", developing");

        private final String state;

        CompGroup(String state) {
            this.state = state;
        }

        /** By its place, and by whether it operates at a stage of the chain or only prepares to. */
        static CompGroup of(Company company, Place home) {
            if (company.place().equals(home)) {
                return HOME;
            }
            return company.operates().isEmpty() ? DEVELOPING : PRODUCING;
        }

        /** The words that a reader sees: {@code Outside China, producing}. */
        public String title(Place home) {
            return this == HOME ? home.name() : "Outside " + home.name() + state;
        }
    }
}
