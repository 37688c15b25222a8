package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.value.MarketPrice;

/**
 * One product of one company: what was sold of it in twelve months, at what price, and what the company keeps of a change of that price.
 *
 * <pre>
 * kept   = (1 − passed on) · (1 − royalty) · (1 − hedged) · (1 − minority)
 * change = kept · (sales after the change − sales)
 * </pre>
 *
 * <p>Sales are without value added tax, and on the terms of contracts where the product is that of a price deck.
 *
 * @param earnings those of which it is a product
 * @param period in which it was sold
 * @param twelveMonths the volume of a year
 * @param quoted the price in that period, where it is one
 * @param newer the last known price, where that is a later one
 * @param taken the sales in money that make the price over the volume, where they do
 * @param onTop what others paid beside the price
 * @param currency of the company's net profit
 * @param rate what converts the price to that currency; empty where it need not be, or cannot be
 * @param atDeck the sale at the spot of its deck; empty where it has none, and the last known price is its own
 */
public record ProductSale(
        Earnings earnings,
        Company company,
        String product,
        Exposure.Sale sale,
        Period period,
        String note,
        StatedFact volume,
        TwelveMonths twelveMonths,
        Optional<MarketPrice> quoted,
        Optional<MarketPrice> newer,
        Optional<StatedFact> taken,
        Optional<StatedFact> oreCost,
        Optional<StatedFact> onTop,
        String currency,
        Optional<CurrencyRate> rate,
        Optional<DeckSale> atDeck) {

    static final Term EARNINGS = Term.of("earnings");

    /** Puts in what does not hang on what others state of their ore. */
    void putIn() {
        putVatIncluded();
        quoted.ifPresent(price -> price.put(values().building()));
        newer.ifPresent(price -> price.put(values().building()));
        rate.ifPresent(found -> found.put(values().building()));
        atDeck.ifPresent(DeckSale::putIn);
        sales();
        atDeck.ifPresent(deck -> {
            listPrice();
            spot();
            floor();
        });
    }

    private Calculations values() {
        return earnings.values();
    }

    private Assumed assumed() {
        return earnings.assumed();
    }

    private Key key(String part) {
        return EARNINGS.sub(part).of(Subject.of(company.id() + ", " + product)).at(period);
    }

    private Key key(String part, Supplier<Formula> formula) {
        return values().as(key(part), formula);
    }

    /** Where the cost of ore is known, its two cases are one. */
    private Key key(String part, PassThrough ore) {
        return key((sale.isOreKnown() ? PassThrough.LEAST : ore).in(part));
    }

    private Key key(String part, PassThrough ore, Supplier<Formula> formula) {
        return values().as(key(part, ore), formula);
    }

    // ---------------------------------------------------------------- prices

    /** The unit of the price: {@code USD/kg}. A price made of sales over volume is for a kilogram. */
    public Unit priceUnit() {
        return quoted.map(MarketPrice::unit)
                .orElseGet(() -> Unit.parse(taken.orElseThrow().fact().unit().basis() + "/kg"));
    }

    /** The unit of the price: money for a tonne of what it is quoted for, or of what was sold. */
    private ValueUnit quotedIn() {
        return quoted.map(MarketPrice::valueUnit)
                .orElseGet(() ->
                        ValueUnit.ofPrice(priceUnit(), volume.fact().unit().basis()));
    }

    /** The price at which it was sold: as quoted, or sales over volume, in thousands of the currency for a tonne. */
    public Key price() {
        return quoted.map(MarketPrice::key)
                .orElseGet(() -> key(
                        "price, sales over volume",
                        () -> taken.orElseThrow()
                                .inMillions()
                                .times(Definitions.THOUSAND)
                                .over(tonnes())));
    }

    /** When the price of what was sold was paid. */
    public Period priceIsOf() {
        return quoted.map(MarketPrice::period).orElse(period);
    }

    /** How the price at which it was sold is shown. */
    public Shown priceShown() {
        return quoted.map(ProductSale::shown).orElse(Shown.TWO_DECIMALS);
    }

    /**
     * The price from which changes are counted: the spot of the deck as the company is paid, in its currency and with VAT where its
     * price has it, or else its last known price.
     */
    public Key listPrice() {
        return atDeck.map(deck -> key("spot as paid", () -> deck.spotConverted().times(ONE.plus(vat()))))
                .orElseGet(() -> newer.map(MarketPrice::key).orElseGet(this::price));
    }

    /** The unit of that. */
    public Unit listPriceUnit() {
        return atDeck.map(DeckSale::convertedUnit).orElseGet(this::priceUnit);
    }

    /** When it was paid. */
    public Period listPriceIsOf() {
        return atDeck.map(deck -> deck.quote().period())
                .orElseGet(() -> newer.map(MarketPrice::period).orElseGet(this::priceIsOf));
    }

    /** How it is shown: with the decimals of its source, and two where it is worked out. */
    public Shown listPriceShown() {
        return atDeck.map(deck -> Shown.ONE_DECIMAL)
                .orElseGet(() -> newer.map(ProductSale::shown).orElseGet(this::priceShown));
    }

    /** The spot on the market of its deck, in the currency of that. */
    public Optional<Key> spot() {
        return atDeck.map(deck -> key("spot", deck::spot));
    }

    /** The highest floor under the price, in the same currency; empty where no contract has one. */
    public Optional<Key> floor() {
        return atDeck.flatMap(deck -> deck.floor().map(floor -> key("floor", () -> floor)));
    }

    private static Shown shown(MarketPrice price) {
        return AsPrinted.shown(price.printed());
    }

    // ---------------------------------------------------------------- sales

    /** The mass of the product that was sold, in t: the volume, times the content where a product in it is quoted. */
    public Key tonnes() {
        return key("volume of the product", () -> {
            Unit unit = volume.fact().unit();
            Formula mass = Definitions.inUnit(volume.key(), unit, new Unit(Dimension.MASS, unit.basis(), "t"));
            ValueUnit sold = ValueUnit.of(Unit.parse(priceUnit().basis()))
                    .over(quotedIn())
                    .unscaled();
            Formula content = sale.content()
                    .map(id -> mass.times(
                            assumed().content(id, sold.over(ValueUnit.of(unit).unscaled()))))
                    .orElse(mass);
            return quoted.filter(MarketPrice::isOfBasis).isPresent()
                    ? content
                    : content.countedAs(sold, "the price is one for what the company sells");
        });
    }

    /** The volume at the price, in millions of the currency of the price. */
    public Key sales() {
        return key("volume at the price", () -> inMillionsOfPrice(price().times(tonnes())));
    }

    /** A price times tonnes, in millions: thousands of kilograms, or tonnes, each at the price. */
    private Formula inMillionsOfPrice(Formula priceTimesTonnes) {
        return priceTimesTonnes.over(priceUnit().word().equals("kg") ? Definitions.THOUSAND : Definitions.MILLION);
    }

    /** The tonnes of twelve months. */
    public Key tonnesOfAYear() {
        return twelveMonths.isStated()
                ? tonnes()
                : key(
                        "volume of the product in twelve months",
                        () -> tonnes().times(twelveMonths.key().over(volume.key())));
    }

    /** Kilotonnes of twelve months as the product of the deck. */
    private Formula kilotonnes() {
        return tonnesOfAYear()
                .over(Definitions.THOUSAND)
                .countedAs(
                        ValueUnit.of(new Unit(
                                Dimension.MASS, atDeck.orElseThrow().deck().product(), "kt")),
                        "what is sold is counted as the product of the deck");
    }

    /** Whether the price can be told in the currency of the earnings. */
    boolean isConvertible() {
        return rate.isPresent() || priceUnit().basis().equals(currency);
    }

    /** An amount in millions of the currency of the price, told in that of the company. */
    private Key money(Key key, Supplier<Formula> amount) {
        return isConvertible()
                ? values().as(
                                key,
                                () -> rate.map(found -> found.convert(amount.get(), currency))
                                        .orElseGet(amount))
                : values().label(key, Value.NOT_AVAILABLE);
    }

    /** Whether the price includes VAT: {@code yes} or {@code no}, capitals or not; with any other answer nothing is known. */
    public Key vatIncluded() {
        return key("price includes VAT");
    }

    private void putVatIncluded() {
        if (sale.vat().isEmpty()) {
            values().label(vatIncluded(), "no");
            return;
        }
        values().building().assumption(vatIncluded(), Value.of(sale.vatIncluded() ? "yes" : "no"), ValueUnit.ANY, note);
        values().building().rule(vatIncluded(), InputRule.choice(List.of("yes", "no")));
    }

    /** The rate of VAT in the price; zero where it does not include VAT. */
    public Key vat() {
        Key key = key("VAT in the price");
        return sale.vat()
                .map(vat -> values().as(
                                key,
                                () -> answered("yes")
                                        .then(
                                                assumed().ratio(vat),
                                                answered("no").then(ZERO, text(Value.NOT_AVAILABLE)))))
                .orElseGet(() -> values().label(key, 0));
    }

    /** Whether a reader's answer on VAT is this one, capitals or not. */
    private Formula answered(String answer) {
        return Formula.call(Fn.COUNT_TEXT, Formula.span(List.of(vatIncluded())), text(answer));
    }

    // ---------------------------------------------------------------- what is kept of a price

    /**
     * The part of a change of sales without VAT that goes to the seller of the ore: the cost of ore over sales, or as assumed. Of ore
     * whose cost is not known it is nothing at the least, and at the most what is stated of other ore.
     */
    public Key passedOn(PassThrough ore) {
        return key(
                "passed on",
                ore,
                () -> oreCost.map(
                                cost -> cost.inMillions().times(ONE.plus(vat())).over(sales()))
                        .or(() -> sale.passThrough().map(assumed()::ratio))
                        .orElseGet(() -> ore == PassThrough.LEAST ? ZERO : Earnings.LARGEST_PASS_THROUGH));
    }

    /** The cost of ore over the sales without VAT; empty where the cost is not stated. */
    Optional<Key> statedPassThrough() {
        return oreCost.map(cost -> passedOn(PassThrough.LEAST));
    }

    /** The share of sales that is due to others, as a ratio. */
    public Key royalty() {
        return key("royalty", () -> assumed().ratio(sale.royalty()));
    }

    /** The share that is sold at prices fixed before, as a ratio. */
    public Key hedged() {
        return key("hedged", () -> assumed().ratio(sale.hedged()));
    }

    /** One where the share of others is a setting and nothing; else zero. */
    Key isMinorityOpen() {
        return assumed().isSetting(sale.minority())
                ? key("minority open", () -> minority().isEqualTo(ZERO).then(ONE, ZERO))
                : values().label(key("minority open"), 0);
    }

    /** The share of the profit that belongs to minority shareholders, as a ratio. */
    public Key minority() {
        return key("minority", () -> assumed().ratio(sale.minority()));
    }

    /** The part of a change of sales without VAT that reaches the shareholders, before tax. */
    public Key kept(PassThrough ore) {
        return key(
                "kept of a change of sales",
                ore,
                () -> ONE.minus(passedOn(ore))
                        .times(ONE.minus(royalty()))
                        .times(ONE.minus(hedged()))
                        .times(ONE.minus(minority())));
    }

    // ---------------------------------------------------------------- sales of twelve months

    /** Sales without VAT in twelve months as they were, with what others paid on top, in millions of the currency of the company. */
    public Key salesNow() {
        return money(key("sales of twelve months"), () -> {
            Formula sales = inMillionsOfPrice(price().times(tonnesOfAYear())).over(ONE.plus(vat()));
            return onTop.map(paid -> sales.plus(paid.inMillions())).orElse(sales);
        });
    }

    /** The same volume at the spot of its deck and on the terms of contracts, or at its last known price. */
    public Key salesAtSpot() {
        return key("sales at the spot", () -> at(ONE, ONE));
    }

    /** Sales of a multiple of the volume at a multiple of the last price. */
    private Formula at(Formula volume, Formula multiple) {
        if (atDeck.isPresent()) {
            return atDeck.get().paid(kilotonnes().times(volume), multiple);
        }
        if (!isConvertible()) {
            return salesNow();
        }
        Formula sales = inMillionsOfPrice(
                        listPrice().times(multiple).times(tonnesOfAYear().times(volume)))
                .over(ONE.plus(vat()));
        return rate.map(found -> found.convert(sales, currency)).orElse(sales);
    }

    /** The kilotonnes of the next year: those of the pipeline where a mine or plant is valued, or else the same. */
    public Optional<Key> nextKilotonnes() {
        return atDeck.map(deck -> deck.nextVolume().orElseGet(() -> key("volume in the next year", this::kilotonnes)));
    }

    /** Sales of the next year at the price of the deck; empty without a deck. */
    public Optional<Key> salesNext() {
        return atDeck.map(deck -> key(
                "sales in the next year", () -> deck.paidNext(nextKilotonnes().orElseThrow(), ONE)));
    }

    // ---------------------------------------------------------------- what a change of price does

    /** The rise of profit before tax, in millions of the currency of the company; empty without a deck in the next year. */
    Optional<Formula> more(At at, PassThrough ore) {
        if (at == At.SPOT) {
            return Optional.of(kept(ore).times(salesAtSpot().minus(salesNow())));
        }
        return salesNext().map(sales -> {
            Formula more = kept(ore).times(sales.minus(salesNow()));
            return atDeck.orElseThrow()
                    .costOfMore(volume -> volume.minus(kilotonnes()))
                    .map(cost -> more.minus(cost.times(ONE.minus(minority()))))
                    .orElse(more);
        });
    }

    /** The change of profit before tax by a change of prices; empty without a deck in the next year. */
    Optional<Formula> change(At at, Way way, PassThrough ore) {
        if (at == At.SPOT) {
            return Optional.of(kept(ore).times(at(ONE, way.multiple()).minus(salesAtSpot())));
        }
        return salesNext()
                .map(sales -> kept(ore)
                        .times(atDeck.orElseThrow()
                                .paidNext(nextKilotonnes().orElseThrow(), way.multiple())
                                .minus(sales)));
    }

    /** The change of profit before tax for a change of prices, both as a ratio, at a change of volume. */
    Formula changeFor(Formula price, Formula volumeStep, PassThrough ore) {
        Formula volume = ONE.plus(volumeStep);
        return kept(ore).times(at(volume, ONE.plus(price)).minus(at(volume, ONE)));
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(company.name(), product, period), sale);
    }

    /** The part of a change of price that goes to the seller of the ore, where that is not known of a company. */
    public enum PassThrough {
        /** The part that is known, and nothing where none is. */
        LEAST,
        /** The part that another company states for the ore it buys. */
        MOST;

        /** Both where it is not known, and one where it is. */
        static ImmutableList<PassThrough> of(boolean known) {
            return known ? ImmutableList.of(LEAST) : ImmutableList.of(LEAST, MOST);
        }

        /** The name of a value in this case. */
        String in(String part) {
            return this == LEAST ? part : part + ", most passed on";
        }
    }
}
