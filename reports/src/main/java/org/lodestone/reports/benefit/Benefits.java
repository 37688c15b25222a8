package org.lodestone.reports.benefit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.project.Status;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.benefit.Holders.Group;
import org.lodestone.reports.benefit.Holders.Share;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comps;
import org.lodestone.reports.value.CompanyValue;
import org.lodestone.reports.value.ValueStudy;

/**
 * The gains of listed companies: tonnes, profit and value, in the scenario that is chosen and as levers have it.
 *
 * <p>Where one of them is not known of a company, it says why; what lies between two ends is told as both.
 */
public final class Benefits {

    static final Term BENEFIT = Term.of("benefit");

    private static final ImmutableSet<Status> RUNS =
            ImmutableSet.of(Status.OPERATING, Status.RAMPING, Status.COMMISSIONING, Status.EXPANSION);

    private final ForecastStudy forecast;
    private final SupplyForecast supply;
    private final Held held;
    private final Optional<Earnings> earnings;
    private final Optional<ValueStudy> worth;
    private final Optional<Comps> comps;
    private final ImmutableMap<Period, Map<Group, Formula>> outputs;
    private final ImmutableSet<String> running;
    private final ImmutableSet<String> building;
    private final ImmutableList<CompanyBenefit> companies;
    private final Calculations values;

    private Benefits(
            Dataset dataset,
            ForecastStudy forecast,
            SupplyForecast supply,
            Holders holders,
            Optional<Earnings> earnings,
            Optional<ValueStudy> worth,
            Optional<Comps> comps) {
        this.forecast = forecast;
        this.supply = supply;
        this.held = new Held(supply, forecast.scenarios(), forecast.chosen().in(), holders);
        this.earnings = earnings;
        this.worth = worth;
        this.comps = comps;
        this.values = new Calculations(forecast.model(), holders.attribution().model());
        holders.quotas().forEach(quotas -> values.building().include(quotas.model()));
        earnings.ifPresent(all -> values.building().include(all.model()));
        worth.ifPresent(all -> values.building().include(all.model()));
        comps.ifPresent(all -> values.building().include(all.model()));
        this.outputs = Stream.of(first(), last()).collect(ImmutableMap.toImmutableMap(year -> year, held::output));
        this.running = holding(line -> RUNS.contains(line.project().status()));
        this.building = holding(line -> line.line().coming().isPresent());
        move();
        this.companies = dataset.companies().values().stream()
                .map(company -> new CompanyBenefit(company, this))
                .filter(CompanyBenefit::isKnown)
                .collect(toImmutableList());
        companies.forEach(CompanyBenefit::putIn);
        values.close();
    }

    /** Empty where nothing is forecast against a demand. */
    public static Optional<Benefits> of(
            Dataset dataset,
            Optional<ForecastStudy> forecast,
            Attribution attribution,
            List<Quotas> quotas,
            Optional<Earnings> earnings,
            Optional<ValueStudy> worth,
            Optional<Comps> comps) {
        requireNonNull(dataset, "dataset");
        requireNonNull(forecast, "forecast");
        requireNonNull(attribution, "attribution");
        requireNonNull(quotas, "quotas");
        requireNonNull(earnings, "earnings");
        requireNonNull(worth, "worth");
        requireNonNull(comps, "comps");
        Holders holders = new Holders(dataset, attribution, ImmutableList.copyOf(quotas));
        return forecast.flatMap(study -> study.chosen().balances().stream()
                .map(Balance::supply)
                .findFirst()
                .map(supply -> new Benefits(dataset, study, supply, holders, earnings, worth, comps)));
    }

    // ---------------------------------------------------------------- tonnes and prices

    /** The supply whose tonnes are shared out. */
    public SupplyForecast supply() {
        return supply;
    }

    /** The scenarios, of which one is chosen. */
    public Scenarios scenarios() {
        return forecast.scenarios();
    }

    /** The first year of the forecast. */
    public Period first() {
        return supply.ahead().get(0);
    }

    /** Its last year. */
    public Period last() {
        return supply.horizon();
    }

    /** Its balance, as chosen. */
    public Balance balance() {
        return forecast.chosen().balance(supply.measure().id()).orElseThrow();
    }

    /** The deck by whose price companies are asked: the first that moves with the balance, or else the first there is. */
    public Optional<Deck> deck() {
        return worth.flatMap(study -> Stream.concat(
                        study.decks().decks().stream()
                                .filter(deck -> deck.balance().isPresent()),
                        study.decks().decks().stream())
                .findFirst());
    }

    /** The price of that deck in a year. */
    public Optional<Key> price(Period year) {
        return deck().map(deck -> worth.orElseThrow().decks().price(deck, year));
    }

    /** The years to the end of the forecast of which that deck has a price. */
    public ImmutableList<Period> pricedYears() {
        return deck().stream()
                .flatMap(deck -> worth.orElseThrow().decks().years(deck).stream())
                .filter(year -> year.compareTo(last()) <= 0)
                .collect(toImmutableList());
    }

    /** The unit of that price; empty where there is no deck. */
    public String unitOfPrice() {
        return deck().map(deck -> worth.orElseThrow().decks().unit(deck).toString())
                .orElse("");
    }

    /** Whether a rule moves that price with the balance, as things stand. */
    public boolean priceFollows() {
        return deck().flatMap(Deck::response).stream()
                .map(id -> forecast.scenarios().key(id, Scenarios.CHOSEN))
                .anyMatch(response -> values.model().value(response).number().orElse(0) > 0);
    }

    /**
     * The amount by which prices move in the scenario, as a ratio.
     *
     * <pre>price of the deck in the last year of the forecast / price in the year of the spot − 1</pre>
     */
    public Optional<Key> move() {
        return spotYear()
                .flatMap(this::price)
                .map(from -> values.as(
                        BENEFIT.sub("move of prices").key().in(Scenarios.CHOSEN),
                        () -> price(last()).orElseThrow().over(from).minus(ONE)));
    }

    private Optional<Period> spotYear() {
        return earnings.stream()
                .flatMap(all -> all.companies().stream())
                .flatMap(company -> company.nextYear().stream())
                .map(Period::previous)
                .findFirst();
    }

    /** The output of a year that is the company's; empty where none is known to be. */
    Optional<Key> tonnes(String company, Period year) {
        return requireNonNull(outputs.get(year)).entrySet().stream()
                .flatMap(group -> group.getKey().shares().stream()
                        .filter(share -> share.company().equals(company))
                        .map(share -> share.part().times(output(group.getKey(), year))))
                .reduce(Formula::plus)
                .map(sum ->
                        values.as(BENEFIT.sub("tonnes").of(Subject.of(company)).at(year), () -> sum.in(unit())));
    }

    /** Whether nothing that a company has a part in is in production or being started up, and makes nothing in the first year. */
    boolean makesNothing(String company) {
        Values written = forecast.model().values();
        return !running.contains(company)
                && requireNonNull(outputs.get(first())).entrySet().stream()
                        .filter(group -> has(company, group.getKey()))
                        .allMatch(group -> written.of(group.getValue()).equals(Value.of(0.0)));
    }

    private static boolean has(String company, Group group) {
        return group.shares().stream().anyMatch(share -> share.company().equals(company));
    }

    private Key output(Group group, Period year) {
        return values.as(
                BENEFIT.sub("output").of(Subject.of(group.name())).at(year),
                () -> requireNonNull(requireNonNull(outputs.get(year)).get(group)));
    }

    ValueUnit unit() {
        return ValueUnit.of(supply.measure().unit());
    }

    // ---------------------------------------------------------------- companies

    /** The companies of which a gain is known, in the order of the dataset. */
    public ImmutableList<CompanyBenefit> companies() {
        return companies;
    }

    /** The gains of a company; empty where none is known. */
    public Optional<CompanyBenefit> company(String id) {
        return companies.stream().filter(one -> one.company().id().equals(id)).findFirst();
    }

    Optional<CompanyEarnings> earnings(Company company) {
        return earnings.flatMap(all -> all.company(company.id()));
    }

    Optional<CompanyValue> worth(Company company) {
        return worth.stream()
                .flatMap(all -> all.companies().stream())
                .filter(one -> one.comp().company().equals(company))
                .findFirst();
    }

    Optional<Comp> comp(Company company) {
        return comps.flatMap(all -> all.find(company.id()));
    }

    /** Whether a project or a plant to come is, as far as is known, in part the company's. */
    boolean builds(String company) {
        return building.contains(company);
    }

    /** The companies that have a part in any of some lines of the pipeline. */
    private ImmutableSet<String> holding(Predicate<Tracked> lines) {
        return supply.pipeline().stream()
                .filter(lines)
                .flatMap(line -> held.holders().of(line.project()).shares().stream())
                .map(Share::company)
                .collect(toImmutableSet());
    }

    Calculations values() {
        return values;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("benefits", OneLine.count(companies, "company"));
    }
}
