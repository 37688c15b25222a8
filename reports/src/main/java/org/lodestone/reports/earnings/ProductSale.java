package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
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

/**
 * One product of one company: what was sold of it, at what price, and what the company keeps of a change of that price.
 *
 * <pre>
 * kept   = (1 / (1 + VAT) − passed on) · (1 − royalty) · (1 − hedged) · (1 − minority)
 * change = kept · tonnes · (price paid after the change − price paid)
 * </pre>
 *
 * @param earnings those of which it is a product
 * @param period in which it was sold
 * @param quoted the price in that period, where it is one
 * @param newer the last known price, where that is a later one
 * @param taken the sales in money that make the price over the volume, where they do
 * @param currency of the company's net profit
 * @param rate what converts the price to that currency; empty where it need not be, or cannot be
 */
public record ProductSale(
        Earnings earnings,
        Company company,
        String product,
        Exposure.Sale sale,
        Period period,
        String note,
        StatedFact volume,
        Optional<MarketPrice> quoted,
        Optional<MarketPrice> newer,
        Optional<StatedFact> taken,
        Optional<StatedFact> oreCost,
        Optional<StatedFact> floor,
        String currency,
        Optional<CurrencyRate> rate) {

    static final Term EARNINGS = Term.of("earnings");

    /** Puts in what does not hang on what others state of their ore. */
    void putIn() {
        putVatIncluded();
        quoted.ifPresent(price -> price.put(values().building()));
        newer.ifPresent(price -> price.put(values().building()));
        rate.ifPresent(found -> found.put(values().building()));
        sales();
        effectiveThen();
        if (floor.isPresent()) {
            changeUnderFloor();
            floorAdds();
        }
        statedPassThrough();
        if (newer.isPresent()) {
            moreSales();
        }
    }

    /** Puts in what hangs on the cost of ore, in one case of it. */
    void putIn(PassThrough ore) {
        kept(ore); // which is shown even where its price cannot be told in the currency of the earnings
        change(ore);
        if (newer.isPresent()) {
            changeToList(ore);
        }
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
                        () -> inMillions(taken.orElseThrow())
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

    /** The last known price, from which changes are counted. */
    public Key listPrice() {
        return newer.map(MarketPrice::key).orElseGet(this::price);
    }

    /** When the last known price was paid. */
    public Period listPriceIsOf() {
        return newer.map(MarketPrice::period).orElseGet(this::priceIsOf);
    }

    /** How the last known price is shown: with the decimals of its source, and two where it is worked out. */
    public Shown listPriceShown() {
        return newer.map(ProductSale::shown).orElseGet(this::priceShown);
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

    static Formula inMillions(StatedFact stated) {
        Unit unit = stated.fact().unit();
        return Definitions.inUnit(stated.key(), unit, new Unit(unit.dimension(), unit.basis(), "mn"));
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
     * The part of a change of the price that goes to the seller of the ore: the cost of ore over sales, or as assumed. Of ore
     * whose cost is not known it is nothing at the least, and at the most what is stated of other ore.
     */
    public Key passedOn(PassThrough ore) {
        return key(
                "passed on",
                ore,
                () -> oreCost.map(cost -> inMillions(cost).over(sales()))
                        .or(() -> sale.passThrough().map(assumed()::ratio))
                        .orElseGet(() ->
                                ore == PassThrough.LEAST ? ZERO : Earnings.LARGEST_PASS_THROUGH.over(ONE.plus(vat()))));
    }

    /** The cost of ore over the sales without VAT; empty where the cost is not stated. */
    Optional<Key> statedPassThrough() {
        return oreCost.map(cost -> key(
                "passed on, of a price without VAT",
                () -> passedOn(PassThrough.LEAST).times(ONE.plus(vat()))));
    }

    /** The share of sales that is due to others, as a ratio. */
    public Key royalty() {
        return key("royalty", () -> assumed().ratio(sale.royalty()));
    }

    /** The share that is sold at prices fixed before, as a ratio. */
    public Key hedged() {
        return key("hedged", () -> assumed().ratio(sale.hedged()));
    }

    /** The share of the profit that belongs to minority shareholders, as a ratio. */
    public Key minority() {
        return key("minority", () -> assumed().ratio(sale.minority()));
    }

    /** The part of a change of the price that reaches the shareholders, before tax. */
    public Key kept(PassThrough ore) {
        return key(
                "kept of a change of price",
                ore,
                () -> ONE.over(ONE.plus(vat()))
                        .minus(passedOn(ore))
                        .times(ONE.minus(royalty()))
                        .times(ONE.minus(hedged()))
                        .times(ONE.minus(minority())));
    }

    /** The profit before tax from one unit of price more, in millions of the currency of the company: kept · tonnes. */
    public Key gain(PassThrough ore) {
        return money(
                key("profit before tax for a unit of price", ore),
                () -> inMillionsOfPrice(kept(ore).times(tonnes())));
    }

    // ---------------------------------------------------------------- the price paid, with a floor

    private Formula floorLevel() {
        return floor.orElseThrow().key().countedAs(quotedIn(), "the floor is one for the price of this product");
    }

    /** The part of the price above the floor that is kept. */
    public Key keptAboveFloor() {
        return key("kept above the floor", () -> assumed().ratio(terms().kept()));
    }

    /** The part of the period in which the floor was paid. */
    public Key floorHeld() {
        return key("part of the period with the floor", () -> assumed().ratio(terms().held()));
    }

    private Exposure.Floor terms() {
        return sale.floor().orElseThrow();
    }

    /** The price that is paid at a given market price while the floor holds. */
    private Formula floored(Formula price) {
        Formula level = floorLevel();
        return level.plus(keptAboveFloor().times(max(price.minus(level), ZERO)));
    }

    /**
     * The price that is paid at a given market price P. Without a floor that is P itself; with one it is
     *
     * <pre>held (F + kept max(P - F, 0)) + (1 - held) P</pre>
     *
     * since the floor is paid for a part of the period only.
     */
    private Formula paidAt(Formula price) {
        if (floor.isEmpty()) {
            return price;
        }
        Formula held = floorHeld();
        return held.times(floored(price)).plus(ONE.minus(held).times(price));
    }

    /** The amount that the floor adds to the last known price: nothing where that is above it. */
    public Key floorAdds() {
        return key("added by the floor", () -> max(floorLevel().minus(listPrice()), ZERO));
    }

    /** The change of what is paid for the product if the floor were paid all the period; only where there is one. */
    public Key changeUnderFloor() {
        return key(
                "change of the price paid, with the floor throughout",
                () -> floored(changed(Earnings.step())).minus(floored(listPrice())));
    }

    /** The price paid at the last known market price, with the floor for its part of the period. */
    public Key effective() {
        return key("price paid", () -> paidAt(listPrice()));
    }

    /** The price that would be paid after the change, with the floor for its part of the period. */
    public Key effectiveThen() {
        return key("price paid after the change", () -> paidAt(changed(Earnings.step())));
    }

    /** The last known price after a relative change. */
    private Formula changed(Formula step) {
        return listPrice().times(ONE.plus(step));
    }

    // ---------------------------------------------------------------- what a change of price does

    /** The change of profit before tax, in millions of the currency of the company: gain · (price paid then − price paid). */
    public Key change(PassThrough ore) {
        return key(
                "change of profit before tax",
                ore,
                () -> gain(ore).times(effectiveThen().minus(effective())));
    }

    /** The change of profit before tax for a relative change of the last known price. */
    Formula changeFor(Formula step, PassThrough ore) {
        return gain(ore).times(paidAt(changed(step)).minus(effective()));
    }

    /** The change of profit before tax at the last known price over that of the period, in millions of the company's currency. */
    public Key changeToList(PassThrough ore) {
        return key(
                "change of profit before tax at the last price",
                ore,
                () -> gain(ore).times(risen()));
    }

    /** Sales at the last known price without VAT, less those of the period, in millions of the currency of the company. */
    public Key moreSales() {
        return money(
                key("sales at the last price, less sales"),
                () -> inMillionsOfPrice(risen().times(tonnes())).over(ONE.plus(vat())));
    }

    /** The price paid at the last known market price, less that paid at the price of the period. */
    private Formula risen() {
        return effective().minus(paidAt(price()));
    }

    /**
     * The market price at which profit is zero, before tax and after it, all else as it was. What must be paid is
     *
     * <pre>p = paid in the period - profit before tax / gain for a unit of price</pre>
     *
     * and the market price is p itself. With a floor paid for a part of the period it is, up to the floor and above it,
     *
     * <pre>(p - held F) / (1 - held)   and   F + (p - F) / (1 - held + held kept)</pre>
     *
     * A text where net profit stays above zero at any price.
     */
    public Key breakEven() {
        return key("break-even price", () -> {
            Formula needed = paidAt(price())
                    .minus(CompanyEarnings.profitBeforeTax(company, period).over(gain(PassThrough.LEAST)));
            Formula none = text("none");
            if (floor.isEmpty()) {
                return needed.isAtLeast(ZERO).then(needed, none);
            }
            Formula level = floorLevel();
            Formula held = floorHeld();
            Formula open = ONE.minus(held);
            Formula below = needed.minus(held.times(level));
            Formula above = level.plus(needed.minus(level).over(open.plus(held.times(keptAboveFloor()))));
            Formula upTo = below.isAtLeast(ZERO).and(open.isAbove(ZERO)).then(below.over(open), none);
            return needed.isAbove(level).then(above, upTo);
        });
    }

    /** How far the break-even price is from the last known price, as a ratio. */
    public Key breakEvenDistance() {
        return key(
                "break-even price over the price, less one",
                () -> breakEven().over(listPrice()).minus(ONE));
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
