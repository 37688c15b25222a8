package org.lodestone.reports.earnings;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.ProductSale.PassThrough;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.value.MarketPrice;
import org.lodestone.reports.value.ValueStudy;

/** How the earnings of the companies of a dataset hang on the prices of what they sell. */
public final class Earnings {

    /** Steps of price in the grid, in percent. */
    public static final ImmutableList<Integer> PRICE_STEPS = ImmutableList.of(-30, -20, -10, 0, 10, 20, 30);

    /** Steps of volume in the grid, in percent. */
    public static final ImmutableList<Integer> VOLUME_STEPS = ImmutableList.of(-20, -10, 0, 10, 20);

    /** The change of prices that results are shown for, in percent. */
    public static final Key STEP = ProductSale.EARNINGS.sub("change of prices").key();

    /** The largest cost of ore that a company states, over its sales without VAT. */
    static final Key LARGEST_PASS_THROUGH =
            ProductSale.EARNINGS.sub("largest pass-through stated").key();

    private static final double TEN_PERCENT = 10;

    static final String NET_PROFIT = "net-profit";
    private static final String SHARES = "shares-outstanding";

    private final Dataset dataset;
    private final CompanyFacts facts;
    private final Optional<ValueStudy> worth;
    private final Assumed assumed;
    private final SalePeriod periods;
    private final Calculations values;
    private final ImmutableList<LeftOut> leftOut;
    private final ImmutableList<CompanyEarnings> companies;

    private Earnings(Dataset dataset, CompanyFacts facts, Optional<ValueStudy> worth) {
        this.dataset = dataset;
        this.facts = facts;
        this.worth = worth;
        this.assumed = new Assumed(dataset);
        this.periods = new SalePeriod(dataset, facts);
        this.values = new Calculations(Definitions.MODEL, facts.model());
        worth.ifPresent(study -> values.building().include(study.model()));
        assumed.put(values.building());
        values.building()
                .assumption(
                        STEP,
                        Value.of(TEN_PERCENT),
                        ValueUnit.PERCENT,
                        "A step large enough to see. Change it to see another.");
        for (int step : Iterables.concat(PRICE_STEPS, VOLUME_STEPS)) {
            values.label(gridStep(step), step, ValueUnit.PERCENT);
        }
        ImmutableList.Builder<LeftOut> without = ImmutableList.builder();
        ImmutableListMultimap<Company, ProductSale> sold = dataset.companies().values().stream()
                .collect(ImmutableListMultimap.flatteningToImmutableListMultimap(
                        company -> company, company -> products(company, without).stream()));
        this.leftOut = without.build();
        boolean isAnyOreStated = stateLargestPassThrough(sold.values());
        this.companies = sold.keySet().stream()
                .map(company -> earnings(company, sold.get(company), isAnyOreStated))
                .collect(ImmutableList.toImmutableList());
        values.close();
    }

    /** Empty where the dataset has no exposures. Nothing is sold at the spot of a deck here. */
    public static Optional<Earnings> of(Dataset dataset) {
        return of(dataset, CompanyFacts.of(dataset), Optional.empty());
    }

    /**
     * The earnings from facts that are gathered already.
     *
     * @param worth what has the price decks as chosen; where it is empty, all that is sold stays at its last known price
     */
    public static Optional<Earnings> of(Dataset dataset, CompanyFacts facts, Optional<ValueStudy> worth) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        requireNonNull(worth, "worth");
        return dataset.exposures().isEmpty() ? Optional.empty() : Optional.of(new Earnings(dataset, facts, worth));
    }

    /** The shares that the earnings of a dataset lean on, each once, however many products use it. */
    public static ImmutableList<Assumption> assumptions(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return new Assumed(dataset).all();
    }

    /** The value of one of the shares that earnings lean on. */
    public static Key key(Assumption assumption) {
        requireNonNull(assumption, "assumption");
        return Assumed.key(assumption);
    }

    /** The companies with a volume and a price, in the order of the dataset. */
    public ImmutableList<CompanyEarnings> companies() {
        return companies;
    }

    /** The others, each with the reason. */
    public ImmutableList<LeftOut> leftOut() {
        return leftOut;
    }

    /** The earnings of a company; empty where they cannot be worked out. */
    public Optional<CompanyEarnings> company(String id) {
        return companies.stream().filter(one -> one.company().id().equals(id)).findFirst();
    }

    Calculations values() {
        return values;
    }

    Assumed assumed() {
        return assumed;
    }

    /** The model that defines the keys. */
    public Model model() {
        return values.model();
    }

    /** The products of all companies. */
    public ImmutableList<ProductSale> products() {
        return companies.stream()
                .flatMap(company -> company.products().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The value of a key. */
    public Value value(Key key) {
        return model().value(key);
    }

    /** The change of prices that results are shown for, as a ratio. */
    static Formula step() {
        return STEP.over(Definitions.HUNDRED);
    }

    static Formula asRatio(int percent) {
        return gridStep(percent).over(Definitions.HUNDRED);
    }

    private static Key gridStep(int percent) {
        return ProductSale.EARNINGS.sub("grid step in percent").of(Subject.of(Integer.toString(percent)));
    }

    /** Whether a company states what it paid for ore. */
    private boolean stateLargestPassThrough(Collection<ProductSale> products) {
        products.forEach(ProductSale::putIn);
        List<Key> stated = products.stream()
                .flatMap(product -> product.statedPassThrough().stream())
                .toList();
        if (!stated.isEmpty()) {
            values.as(LARGEST_PASS_THROUGH, () -> Formula.call(Fn.MAX_OF_KNOWN, Formula.span(stated)));
        }
        return !stated.isEmpty();
    }

    private List<ProductSale> products(Company company, ImmutableList.Builder<LeftOut> leftOut) {
        List<ProductSale> products = new ArrayList<>();
        List<Exposure> exposures = dataset.exposures().stream()
                .filter(exposure -> exposure.company().equals(company.id()))
                .toList();
        Optional<Period> period = periods.of(
                company,
                exposures.stream().flatMap(exposure -> exposure.sale().stream()).toList());
        for (Exposure exposure : exposures) {
            Optional<ProductSale> product =
                    exposure.sale().flatMap(sale -> period.flatMap(sold -> product(company, exposure, sale, sold)));
            product.ifPresent(products::add);
            if (product.isEmpty()) {
                String reason = exposure.sale().isEmpty()
                        ? exposure.note()
                        : "A fact or an assumption that it leans on is not in the dataset, or is only a forecast.";
                leftOut.add(new LeftOut(company, exposure.product(), reason, exposure.sources()));
            }
        }
        if (exposures.isEmpty()) {
            leftOut.add(new LeftOut(
                    company, "", "What it sells, and at what price, is not in the dataset.", ImmutableList.of()));
        }
        if (products.stream().map(product -> product.sale().tax()).distinct().count() > 1) {
            products.forEach(product -> leftOut.add(new LeftOut(
                    company,
                    product.product(),
                    "Its products name several rates of tax, and tax is on the profit of the whole company.",
                    ImmutableList.of())));
            return List.of();
        }
        return products;
    }

    private Optional<ProductSale> product(Company company, Exposure exposure, Exposure.Sale sale, Period period) {
        Optional<StatedFact> volume = facts.of(company.id(), sale.volume(), period);
        Optional<StatedFact> reported = sale.quote().asFact().flatMap(fact -> facts.of(company.id(), fact, period));
        Optional<MarketPrice> quoted = sale.quote()
                .fold(
                        market -> periods.price(company, sale, period),
                        own -> reported.filter(stated -> stated.fact().unit().dimension() == Dimension.PRICE)
                                .map(stated -> MarketPrice.of(stated, period)));
        Optional<StatedFact> taken =
                reported.filter(stated -> stated.fact().unit().dimension() == Dimension.MONEY);
        Optional<StatedFact> oreCost = sale.oreCost().flatMap(fact -> facts.of(company.id(), fact, period));
        Optional<StatedFact> onTop = sale.onTop().flatMap(fact -> facts.of(company.id(), fact, period));
        Optional<TwelveMonths> year = TwelveMonths.of(facts, company.id(), sale.volume(), period, values);
        boolean complete = sale.assumptions().allMatch(assumed::has)
                && year.isPresent()
                && (quoted.isPresent() || taken.isPresent())
                && oreCost.isPresent() == sale.oreCost().isPresent()
                && onTop.isPresent() == sale.onTop().isPresent();
        if (!complete) {
            return Optional.empty();
        }
        String currency = currency(company);
        String from = quoted.map(MarketPrice::unit)
                .or(() -> taken.map(stated -> stated.fact().unit()))
                .orElseThrow()
                .basis();
        Period paid = quoted.map(MarketPrice::period).orElse(period);
        return Optional.of(new ProductSale(
                this,
                company,
                exposure.product(),
                sale,
                period,
                exposure.note(),
                volume.orElseThrow(),
                year.orElseThrow(),
                quoted,
                quoted.flatMap(price -> newer(company, sale, price)),
                taken,
                oreCost,
                onTop,
                currency,
                from.equals(currency) ? Optional.empty() : CurrencyRate.average(dataset, from, currency, paid),
                worth.flatMap(study -> sale.deck()
                        .flatMap(deck -> DeckSale.of(dataset, study, deck, company.id(), currency, values)))));
    }

    /** The last known price, where it was paid after the one at hand. */
    private Optional<MarketPrice> newer(Company company, Exposure.Sale sale, MarketPrice price) {
        return sale.quote()
                .fold(
                        market -> MarketPrice.latest(dataset, sale),
                        own -> MarketPrice.latest(facts, company.id(), own.fact(), price.unit()))
                .filter(latest -> latest.period().last().isAfter(price.period().last()));
    }

    private Optional<TwelveMonths> profit(Company company) {
        return TwelveMonths.newest(facts, company.id(), NET_PROFIT, values);
    }

    private String currency(Company company) {
        return profit(company).map(year -> year.stated().fact().unit().basis()).orElse(company.currency());
    }

    private CompanyEarnings earnings(Company company, ImmutableList<ProductSale> products, boolean isAnyOreStated) {
        boolean isOreKnown =
                products.stream().allMatch(product -> product.sale().isOreKnown());
        CompanyEarnings earnings = new CompanyEarnings(
                this,
                company,
                products,
                profit(company),
                facts.latest(company.id(), SHARES),
                Consensus.of(
                        facts,
                        company.id(),
                        products.stream()
                                .flatMap(product -> product.atDeck().stream())
                                .map(DeckSale::nextYear)
                                .findFirst()),
                currency(company),
                PassThrough.of(isOreKnown || !isAnyOreStated));
        earnings.putIn();
        return earnings;
    }

    /** A company of which nothing can be worked out. */
    public record LeftOut(Company company, String product, String reason, ImmutableList<String> sources) {

        @Override
        public String toString() {
            return OneLine.of(OneLine.joined(company.name(), product), reason);
        }
    }

    @Override
    public String toString() {
        return OneLine.of("earnings", OneLine.count(companies, "company"), leftOut.size() + " left out");
    }
}
