package org.lodestone.reports.valuation;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.valuation.CompMeasure.BRIDGE;
import static org.lodestone.reports.valuation.CompMeasure.CASH_RAISED;
import static org.lodestone.reports.valuation.CompMeasure.COMPS;
import static org.lodestone.reports.valuation.CompMeasure.EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.ENTERPRISE_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.EV_PER_TONNE;
import static org.lodestone.reports.valuation.CompMeasure.EV_TO_EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.FORWARD_PE;
import static org.lodestone.reports.valuation.CompMeasure.MARKET_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.NET_DEBT;
import static org.lodestone.reports.valuation.CompMeasure.NET_PROFIT;
import static org.lodestone.reports.valuation.CompMeasure.OTHER_CLAIMS;
import static org.lodestone.reports.valuation.CompMeasure.PUBLISHED_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.TRAILING_PE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.Comp.Contained;
import org.lodestone.reports.valuation.Comp.Priced;

/**
 * The listed companies that have a share price, compared by what they cost in one window of days.
 *
 * <pre>
 * enterprise value = market value + bridge
 * bridge           = net debt + other claims − cash raised since
 * trailing P/E     = market value / net profit
 * EV/EBITDA        = enterprise value / EBITDA
 * EV per tonne     = enterprise value / tonnes contained in a product of its own
 * </pre>
 *
 * <p>All is live: another window that is chosen, or a price that is typed, moves market value, enterprise value, ratios and their median.
 * What is not published is missing, {@value Value#NOT_AVAILABLE}; a ratio of a loss, or one above 200, is the text {@value Words#NOT_MEANINGFUL}.
 * Neither enters the lowest, the median or the highest, which are of the companies that are compared and have a price in the window.
 */
public final class Comps {

    /** Days that are more than so many months apart compare only roughly. */
    static final int MONTHS_APART = 3;

    /** Days by which a price that is secondary must be nearer than one that was read. */
    private static final int DAYS_READ_GOES_FIRST = 92;

    private static final String CONTENT_OF = "content-of-";
    private static final Key WINDOW = COMPS.sub("window").key();
    private static final Key PLACE = COMPS.sub("place of the window").key();

    private final Dataset dataset;
    private final CompanyFacts facts;
    private final Place home;
    private final ImmutableList<PriceWindow> windows;
    private final ImmutableList<Comp> companies;
    private final Values stated;
    private final Calculations values;
    private final Key limit;

    private Comps(
            Dataset dataset,
            CompanyFacts facts,
            ImmutableListMultimap<Company, SharePrice> prices,
            ImmutableList<PriceWindow> windows) {
        this.dataset = dataset;
        this.facts = facts;
        this.home = home(prices.keySet());
        this.windows = windows;
        Model given = Definitions.MODEL.plus(facts.model());
        this.stated = given.values();
        this.values = new Calculations(given);
        this.limit = values.building()
                .definition("MultipleLimit", 200, "The multiple above which a price says nothing of what is earned");
        chooseWindow();
        ImmutableList<Comp> found = prices.keySet().stream()
                .map(company -> comp(company, prices.get(company)))
                .sorted(Comparator.comparing(Comp::group))
                .collect(ImmutableList.toImmutableList());
        List<Comp> compared = compared(found);
        List<Contained> products =
                compared.stream().flatMap(comp -> comp.products().stream()).toList();
        CompMeasure.compared().stream()
                .filter(measure -> measure != EV_PER_TONNE)
                .forEach(measure ->
                        overall(measure, measure.toString(), compared.stream().map(comp -> counted(comp, measure))));
        kinds(compared)
                .forEach(kind -> overall(
                        EV_PER_TONNE,
                        kind,
                        products.stream().filter(one -> one.kind().equals(kind)).map(Contained::counted)));
        values.close();
        this.companies = largestFirst(found, model().values());
    }

    /** Empty where no company has a price of a day. */
    public static Optional<Comps> of(Dataset dataset, CompanyFacts facts) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        ImmutableListMultimap<Company, SharePrice> prices = dataset.companies().values().stream()
                .collect(ImmutableListMultimap.flatteningToImmutableListMultimap(
                        company -> company, company -> SharePrice.each(dataset, facts, company).stream()));
        Predicate<SharePrice> isBridged =
                price -> new CompFacts(facts, price).bridge().isKnown();
        ImmutableList<PriceWindow> windows = Stream.<Predicate<SharePrice>>of(
                        isBridged.and(price -> !isSecondary(price)), isBridged, price -> true)
                .map(wanted -> PriceWindow.of(Multimaps.asMap(prices).values().stream()
                        .map(of -> of.stream().filter(wanted).toList())
                        .toList()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(ImmutableList.of());
        return windows.isEmpty() ? Optional.empty() : Optional.of(new Comps(dataset, facts, prices, windows));
    }
    /** The country of most companies; of several, the first of the dataset. */
    private static Place home(Iterable<Company> companies) {
        Multiset<Place> places = LinkedHashMultiset.create();
        companies.forEach(company -> places.add(company.place()));
        return Multisets.copyHighestCountFirst(places).iterator().next();
    }

    // ---------------------------------------------------------------- the window

    private void chooseWindow() {
        List<String> names = windows.stream().map(PriceWindow::toString).toList();
        values.building()
                .assumption(WINDOW, Value.of(names.get(0)), ValueUnit.ANY, "The days of which prices are compared.");
        values.building().rule(WINDOW, InputRule.choice(names));
        IntStream.range(0, windows.size()).forEach(this::number);
        values.as(PLACE, () -> Formula.call(Fn.FIND, WINDOW, Formula.span(windows, this::name)));
    }

    private Key name(PriceWindow window) {
        return values.label(COMPS.sub("window").of(Subject.of(window.toString())), window.toString());
    }

    private Key number(int window) {
        return values.label(
                COMPS.sub("place of the window")
                        .of(Subject.of(windows.get(window).toString())),
                window + 1);
    }

    /** The one of some formulas, one for each window in their order, that is of the window chosen. */
    private Formula chosen(List<Formula> each) {
        Formula chosen = each.get(each.size() - 1);
        for (int window = each.size() - 2; window >= 0; window--) {
            Formula one = each.get(window);
            chosen = one.equals(chosen) ? one : Formula.call(Fn.IF, PLACE.isEqualTo(number(window)), one, chosen);
        }
        return chosen;
    }

    /** The formula of a company in the window that is chosen; not available where it is empty. */
    private Formula chosen(Comp comp, Function<Priced, Optional<Formula>> of) {
        return chosen(comp.priced().stream()
                .map(priced -> of.apply(priced).orElse(text(Value.NOT_AVAILABLE)))
                .toList());
    }

    /** The formula of a company in the window that is chosen. */
    public Formula inWindow(Comp comp, Function<Priced, Formula> of) {
        return chosen(comp, priced -> Optional.of(of.apply(priced)));
    }

    /** The formula of the window that is chosen, given its place among {@link #windows()}. */
    public Formula inWindow(Function<Integer, Formula> of) {
        return chosen(IntStream.range(0, windows.size()).boxed().map(of).toList());
    }

    // ---------------------------------------------------------------- companies

    private Comp comp(Company company, List<SharePrice> prices) {
        Map<Formula, CompFlag> said = new LinkedHashMap<>();
        ImmutableList<CompFacts> known = windows.stream()
                .map(window -> new CompFacts(facts, nearest(prices, window)))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Priced> priced = IntStream.range(0, windows.size())
                .mapToObj(window -> priced(known.get(window), windows.get(window), said))
                .collect(ImmutableList.toImmutableList());
        Comp comp = new Comp(company, CompGroup.of(company, home), priced, products(company, known));
        values.as(
                comp.price(), () -> chosen(comp, one -> Optional.of(one.price().price())));
        values.as(comp.inside(), () -> chosen(comp, one -> Optional.of(one.inside() ? ONE : ZERO)));
        publishedValue(comp);
        netDebt(comp);
        otherClaims(comp);
        trailingPe(comp);
        evToEbitda(comp);
        forwardPe(comp);
        comp.products().forEach(product -> evPerTonne(comp, product));
        return comp;
    }

    /**
     * The price of a window, or the nearest to it: one that leads to an enterprise value before one that does not, and one that was read
     * before one that is secondary, unless that is much nearer.
     */
    private SharePrice nearest(List<SharePrice> prices, PriceWindow window) {
        return prices.stream()
                .min(Comparator.<SharePrice, Boolean>comparing(price -> !window.has(price))
                        .thenComparing(
                                price -> !new CompFacts(facts, price).bridge().isKnown())
                        .thenComparing(
                                price -> window.daysFrom(price) + (isSecondary(price) ? DAYS_READ_GOES_FIRST : 0))
                        .thenComparing(SharePrice::day, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static boolean isSecondary(SharePrice price) {
        return price.stated().stream().anyMatch(one -> one.fact().citation().isSecondary());
    }

    private Priced priced(CompFacts known, PriceWindow window, Map<Formula, CompFlag> said) {
        Priced priced = new Priced(
                known.price(),
                window.has(known.price()),
                known.published(),
                known.bridge(),
                known.trailing("net-profit"),
                known.trailing("ebitda"),
                known.quoted("pe-forward"),
                ImmutableList.of());
        return priced.withFlags(
                new FlagFinder(priced, known, stated, said, values.building(), new ArrayList<>()).find());
    }

    /** The contents of its products: a fact says it of the output that it names. */
    private ImmutableList<Contained> products(Company company, List<CompFacts> known) {
        return facts.of(company.id()).stream()
                .filter(one -> one.fact().fact().startsWith(CONTENT_OF)
                        && one.fact().unit().dimension() == Dimension.SHARE)
                .map(content -> new Contained(
                        company.id(),
                        content.fact().scope(),
                        content,
                        known.stream()
                                .map(of -> of.output(
                                        content.fact().fact().substring(CONTENT_OF.length()),
                                        content.fact().unit()))
                                .collect(ImmutableList.toImmutableList())))
                .collect(ImmutableList.toImmutableList());
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

    private Key marketValue(Comp comp) {
        return key(
                comp, MARKET_VALUE, () -> chosen(comp, priced -> priced.price().valued(values.building())));
    }

    /** The market value that is published for the day of the price; not available where none is. */
    private Key publishedValue(Comp comp) {
        return key(
                comp,
                PUBLISHED_VALUE,
                () -> chosen(comp, priced -> priced.published().flatMap(one -> inDollars(one, priced))));
    }

    private Key netDebt(Comp comp) {
        return stated(comp, NET_DEBT, priced -> priced.bridge().netDebt(), "The net debt is not published.");
    }

    /** Minorities, preferred and other: what an aggregator's bridge has beside net debt, or what is published of them. */
    private Key otherClaims(Comp comp) {
        return calculated(
                comp,
                OTHER_CLAIMS,
                priced -> priced.bridge()
                        .whole()
                        .map(whole -> priced.bridge()
                                .netDebt()
                                .flatMap(debt -> inDollars(whole, priced).map(all -> all.minus(netDebt(comp)))))
                        .orElseGet(() -> sum(priced.bridge().added(), priced)),
                "Minorities and preferred are not published; nothing is added for them.");
    }

    private Key cashRaised(Comp comp) {
        return key(
                comp,
                CASH_RAISED,
                () -> chosen(
                        comp,
                        priced -> Optional.of(
                                sum(priced.bridge().raised(), priced).orElse(text(Words.NONE)))));
    }

    private Optional<Formula> sum(List<StatedFact> stated, Priced priced) {
        return stated.stream().flatMap(one -> inDollars(one, priced).stream()).reduce(Formula::plus);
    }

    /** All that enterprise value adds to market value: as an aggregator has it, else net debt and other claims; less what was raised since. */
    private Key bridge(Comp comp) {
        return key(
                comp,
                BRIDGE,
                () -> chosen(comp, priced -> {
                    Optional<Formula> ofTheDay = priced.bridge().whole().isPresent()
                            ? priced.bridge().whole().flatMap(whole -> inDollars(whole, priced))
                            : Optional.of(netDebt(comp).plus(otherClaims(comp).orElse(ZERO)));
                    Key raised = cashRaised(comp);
                    return priced.bridge().raised().isEmpty() ? ofTheDay : ofTheDay.map(sum -> sum.minus(raised));
                }));
    }

    private Key enterpriseValue(Comp comp) {
        return key(comp, ENTERPRISE_VALUE, () -> marketValue(comp).plus(bridge(comp)));
    }

    // ---------------------------------------------------------------- multiples

    private Key netProfit(Comp comp) {
        return stated(comp, NET_PROFIT, Priced::netProfit, "The net profit of twelve months is not published.");
    }

    private Key ebitda(Comp comp) {
        return stated(comp, EBITDA, Priced::ebitda, "The EBITDA of twelve months is not published.");
    }

    private Key trailingPe(Comp comp) {
        return key(comp, TRAILING_PE, () -> multiple(marketValue(comp), netProfit(comp)));
    }

    private Key evToEbitda(Comp comp) {
        return key(comp, EV_TO_EBITDA, () -> multiple(enterpriseValue(comp), ebitda(comp)));
    }

    /** A value over what is earned; not meaningful where either is not above zero, or the ratio is above the limit. */
    private Formula multiple(Formula value, Formula earned) {
        Formula ratio = value.over(earned);
        return earned.isAbove(ZERO)
                .then(meaningful(value.isAbove(ZERO).and(isBelowLimit(ratio)), ratio), text(Words.NOT_MEANINGFUL));
    }

    private Formula isBelowLimit(Formula ratio) {
        return limit.isAtLeast(ratio);
    }

    private static Formula meaningful(Formula condition, Formula ratio) {
        return condition.then(ratio, text(Words.NOT_MEANINGFUL));
    }

    private Key forwardPe(Comp comp) {
        return calculated(
                comp,
                FORWARD_PE,
                priced -> priced.forwardPe()
                        .map(StatedFact::key)
                        .map(quoted -> meaningful(quoted.isAbove(ZERO).and(isBelowLimit(quoted)), quoted)),
                "No forward P/E was read.");
    }

    private void evPerTonne(Comp comp, Contained product) {
        values.as(
                product.isOfAPart(),
                () -> chosen(product.output().stream()
                        .map(output -> output.filter(one -> !one.isOfAYear()).isPresent() ? ONE : ZERO)
                        .toList()));
        contained(product, product.tonnes(), "low", Observation.Ranged::low);
        contained(product, product.tonnesAtMost(), "high", Observation.Ranged::high);
        perTonne(comp, product.perTonne(), product.tonnesAtMost());
        perTonne(comp, product.perTonneAtMost(), product.tonnes());
        values.as(
                product.counted(),
                () -> comp.inside()
                        .isEqualTo(ONE)
                        .and(product.isOfAPart().isEqualTo(ZERO))
                        .and(product.tonnes().isEqualTo(product.tonnesAtMost()))
                        .then(product.perTonne(), text(Words.NONE)));
    }

    /** The output times one end of its content, or times the number that was typed in place of a range. */
    private void contained(Contained product, Key tonnes, String end, Function<Observation.Ranged, BigDecimal> of) {
        StatedFact stated = product.content();
        Key content = stated.key();
        Formula percent = stated.fact()
                .value()
                .fold(new Observation.Cases<>(
                        exact -> content,
                        bounded -> content,
                        ranged -> content.orElse(values.building()
                                .figure(
                                        content.sub(end),
                                        Value.of(of.apply(ranged).doubleValue()),
                                        StatedFact.unit(stated.fact()),
                                        stated.fact().citation())),
                        missing -> content));
        values.as(
                tonnes,
                () -> chosen(product.output().stream()
                        .map(output -> output.<Formula>map(
                                        one -> one.key().times(percent).over(HUNDRED))
                                .orElse(text(Value.NOT_AVAILABLE)))
                        .toList()));
    }

    private void perTonne(Comp comp, Key key, Key tonnes) {
        values.as(key, () -> {
            Formula enterprise = enterpriseValue(comp);
            return tonnes.isAbove(ZERO)
                    .then(meaningful(enterprise.isAbove(ZERO), enterprise.over(tonnes)), text(Words.NONE));
        });
    }

    // ---------------------------------------------------------------- over all companies

    private Key counted(Comp comp, CompMeasure measure) {
        return values.as(
                comp.counted(measure), () -> comp.inside().isEqualTo(ONE).then(comp.key(measure), text(Words.NONE)));
    }

    private void overall(CompMeasure measure, String kind, Stream<Key> counted) {
        Formula.Span all = Formula.span(counted.toList());
        values.as(measure.lowest(kind), () -> Formula.call(Fn.MIN_OF_KNOWN, all));
        values.as(measure.median(kind), () -> Formula.call(Fn.MEDIAN_OF_KNOWN, all));
        values.as(measure.highest(kind), () -> Formula.call(Fn.MAX_OF_KNOWN, all));
        values.as(measure.counted(kind), () -> Formula.countOfKnown(all));
    }

    // ---------------------------------------------------------------- keys

    private static final ValueUnit MONEY = ValueUnit.of(Unit.parse(CurrencyRate.COMMON + " mn"));

    private Key key(Comp comp, CompMeasure measure, Supplier<Formula> formula) {
        return values.as(comp.key(measure), formula);
    }

    /** An amount of money, or an open place for it. */
    private Key stated(
            Comp comp, CompMeasure measure, Function<Priced, Optional<StatedFact>> stated, String otherwise) {
        return calculated(
                comp, measure, priced -> stated.apply(priced).flatMap(one -> inDollars(one, priced)), otherwise);
    }

    /** The fact that is known in a window at least, or an open place. */
    private Key calculated(
            Comp comp, CompMeasure measure, Function<Priced, Optional<Formula>> formula, String otherwise) {
        return comp.priced().stream().anyMatch(priced -> formula.apply(priced).isPresent())
                ? key(comp, measure, () -> chosen(comp, formula))
                : values.building()
                        .assumption(
                                comp.key(measure),
                                Value.missing(otherwise),
                                measure == FORWARD_PE ? ValueUnit.NUMBER : MONEY,
                                otherwise);
    }

    /** In USD mn at the rate of the day of the price; empty where there is no such rate. */
    private Optional<Formula> inDollars(StatedFact stated, Priced priced) {
        String currency = stated.fact().unit().basis();
        Optional<CurrencyRate> rate =
                CurrencyRate.toCommon(dataset, currency, priced.price().day());
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

    /** The days of which prices compare, the best first: {@code 6 to 13 February 2026}. */
    public ImmutableList<Key> windows() {
        return windows.stream().map(this::name).collect(ImmutableList.toImmutableList());
    }

    /** The window that is chosen: the name of one of them, over which a reader chooses another. */
    public Key window() {
        return WINDOW;
    }

    /** The kinds of product of those compared, of which contents are known: {@code concentrate}. */
    public ImmutableList<String> kinds() {
        return kinds(compared());
    }

    private static ImmutableList<String> kinds(List<Comp> companies) {
        return companies.stream()
                .flatMap(comp -> comp.products().stream())
                .map(Contained::kind)
                .distinct()
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** The basis of the tonnes that products contain; empty where there are none. */
    public Optional<String> contained() {
        return companies.stream()
                .flatMap(comp -> comp.products().stream())
                .flatMap(product -> product.content().fact().unit().contentOf().stream())
                .map(bases -> bases.get(0))
                .findFirst();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    /** The company of an id; empty if there is none of it that has a price. */
    public Optional<Comp> find(String id) {
        return companies.stream().filter(comp -> comp.company().id().equals(id)).findFirst();
    }

    /** The company of an id. Throws if there is none of it that has a price. */
    public Comp company(String id) {
        return find(id).orElseThrow(() -> UnknownIdException.of(
                id,
                "a company with a share price",
                companies.stream().map(comp -> comp.company().id()).toList()));
    }

    /** Those whose enterprise value is known in a window; all where fewer than two are. Of the others there is little but a price. */
    public ImmutableList<Comp> compared() {
        return compared(companies);
    }

    private static ImmutableList<Comp> compared(List<Comp> companies) {
        ImmutableList<Comp> known = companies.stream()
                .filter(comp -> comp.priced().stream()
                        .anyMatch(priced -> priced.bridge().isKnown()))
                .collect(ImmutableList.toImmutableList());
        return known.size() < 2 ? ImmutableList.copyOf(companies) : known;
    }

    /**
     * Why market values are not known in a window, in a sentence; empty where all are: {@code Market value of Sb Mining: no number of
     * shares by the day of the price.}
     */
    public String lacking(int window) {
        ListMultimap<String, String> names = LinkedListMultimap.create();
        compared().stream()
                .filter(comp -> !comp.priced().get(window).price().isValued())
                .forEach(comp -> names.put(
                        Words.listed(comp.priced().get(window).price().lacking()),
                        comp.company().name()));
        return Multimaps.asMap(names).entrySet().stream()
                .map(entry -> "Market value of " + Words.listed(entry.getValue()) + ": " + entry.getKey()
                        + " by the day of the price.")
                .collect(Collectors.joining(" "));
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
        return OneLine.of("comps", OneLine.count(companies, "company"), windows.get(0));
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
