package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.AsPrinted;
import org.lodestone.reports.report.Shown;

/**
 * One product of one company: what was sold of it, at what price, and what the company keeps of a change of that price.
 *
 * @param period in which it was sold
 * @param quoted the price in that period, where it is one
 * @param newer the last known price, where that is a later one
 * @param taken the sales in money that make the price over the volume, where they do
 * @param currency of the company's net profit
 * @param rate what converts the price to that currency; empty where it need not be, or cannot be
 */
public record ProductSale(
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

    private Key key(String part) {
        return EARNINGS.sub(part).of(Subject.of(company.id() + ", " + product)).at(period);
    }

    /** Where the cost of ore is known, its two cases are one. */
    private Key key(String part, PassThrough ore) {
        return key((sale.isOreKnown() ? PassThrough.LEAST : ore).in(part));
    }

    /** The unit of the price: {@code USD/kg}. A price made of sales over volume is for a kilogram. */
    public Unit priceUnit() {
        return quoted.map(MarketPrice::unit)
                .orElseGet(() -> Unit.parse(taken.orElseThrow().fact().unit().basis() + "/kg"));
    }

    /** When the price of what was sold was paid. */
    public Period priceIsOf() {
        return quoted.map(MarketPrice::period).orElse(period);
    }

    /** The last known price, from which changes are counted. */
    public Key listPrice() {
        return newer.map(MarketPrice::key).orElseGet(this::price);
    }

    /** How the last known price is shown: with the decimals of its source, and two where it is worked out. */
    public Shown listPriceShown() {
        return newer.map(ProductSale::shown).orElseGet(this::priceShown);
    }

    /** How the price at which it was sold is shown. */
    public Shown priceShown() {
        return quoted.map(ProductSale::shown).orElse(Shown.TWO_DECIMALS);
    }

    private static Shown shown(MarketPrice price) {
        return AsPrinted.shown(price.printed());
    }

    /** When the last known price was paid. */
    public Period listPriceIsOf() {
        return newer.map(MarketPrice::period).orElseGet(this::priceIsOf);
    }

    /** The price at which it was sold. */
    public Key price() {
        return quoted.map(MarketPrice::key).orElseGet(() -> key("price, sales over volume"));
    }

    /** The mass of the product that was sold, in t. */
    public Key tonnes() {
        return key("volume of the product");
    }

    /** The volume at the price, in millions of the currency of the price. */
    public Key sales() {
        return key("volume at the price");
    }

    /** Whether the price includes VAT: {@code yes} or {@code no}, capitals or not; with any other answer nothing is known. */
    public Key vatIncluded() {
        return key("price includes VAT");
    }

    /** The rate of VAT in the price; zero where it does not include VAT. */
    public Key vat() {
        return key("VAT in the price");
    }

    /** The part of a change of the price that goes to the seller of the ore. */
    public Key passedOn(PassThrough ore) {
        return key("passed on", ore);
    }

    /** The cost of ore over the sales without VAT; empty where the cost is not stated. */
    Optional<Key> statedPassThrough() {
        return oreCost.map(stated -> key("passed on, of a price without VAT"));
    }

    /** The share of sales that is due to others, as a ratio. */
    public Key royalty() {
        return key("royalty");
    }

    /** The share that is sold at prices fixed before, as a ratio. */
    public Key hedged() {
        return key("hedged");
    }

    /** The share of the profit that belongs to minority shareholders, as a ratio. */
    public Key minority() {
        return key("minority");
    }

    /** The part of a change of the price that reaches the shareholders, before tax. */
    public Key kept(PassThrough ore) {
        return key("kept of a change of price", ore);
    }

    /** The profit before tax from one unit of price more, in millions of the currency of the company. */
    public Key gain(PassThrough ore) {
        return key("profit before tax for a unit of price", ore);
    }

    /** The price paid at the last known market price, with the floor for its part of the period. */
    public Key effective() {
        return key("price paid");
    }

    /** The price that would be paid after the change, with the floor for its part of the period. */
    public Key effectiveThen() {
        return key("price paid after the change");
    }

    /** The change of profit before tax, in millions of the currency of the company. */
    public Key change(PassThrough ore) {
        return key("change of profit before tax", ore);
    }

    /** The change of profit before tax at the last known price over that of the period, in millions of the company's currency. */
    public Key changeToList(PassThrough ore) {
        return key("change of profit before tax at the last price", ore);
    }

    /** Sales at the last known price without VAT, less those of the period, in millions of the currency of the company. */
    public Key moreSales() {
        return key("sales at the last price, less sales");
    }

    /** The price at which the net profit of the company would be zero, all else as it was. */
    public Key breakEven() {
        return key("break-even price");
    }

    /** How far the break-even price is from the last known price, as a ratio. */
    public Key breakEvenDistance() {
        return key("break-even price over the price, less one");
    }

    /** The amount that the floor adds to the last known price: nothing where that is above it. */
    public Key floorAdds() {
        return key("added by the floor");
    }

    /** The part of the price above the floor that is kept. */
    public Key keptAboveFloor() {
        return key("kept above the floor");
    }

    /** The part of the period in which the floor was paid. */
    public Key floorHeld() {
        return key("part of the period with the floor");
    }

    /** The change of what is paid for the product if the floor were paid all the period; only where there is one. */
    public Key changeUnderFloor() {
        return key("change of the price paid, with the floor throughout");
    }

    /** Whether the price can be told in the currency of the earnings. */
    boolean isConvertible() {
        return rate.isPresent() || priceUnit().basis().equals(currency);
    }

    /**
     * The price that is paid at a given market price P. Without a floor that is P itself; with one it is
     *
     * <pre>held (F + kept max(P - F, 0)) + (1 - held) P</pre>
     *
     * since the floor is paid for a part of the period only.
     */
    private Formula paidAt(Formula price) {
        Formula held = floorHeld().ref();
        return floor.isEmpty()
                ? price
                : held.times(floored(price)).plus(ONE.minus(held).times(price));
    }

    private Formula floorLevel() {
        return floor.orElseThrow().key().ref().countedAs(quotedIn(), "the floor is one for the price of this product");
    }

    /** The unit of the price: money for a tonne of what it is quoted for, or of what was sold. */
    private ValueUnit quotedIn() {
        return quoted.map(MarketPrice::valueUnit)
                .orElseGet(() ->
                        ValueUnit.ofPrice(priceUnit(), volume.fact().unit().basis()));
    }

    /** The price that is paid at a given market price while the floor holds. */
    private Formula floored(Formula price) {
        Formula level = floorLevel();
        return level.plus(keptAboveFloor().ref().times(max(price.minus(level), ZERO)));
    }

    /** The change of profit before tax for a relative change of the last known price. */
    Formula changeFor(Formula step, PassThrough ore) {
        Formula price = listPrice().ref().times(ONE.plus(step));
        return gain(ore).ref().times(paidAt(price).minus(effective().ref()));
    }

    /** Puts what does not hang on the cost of ore. */
    void put(Model.Builder model, Assumed assumed, Formula step) {
        volumeAndPrice(model, assumed);
        vat(model, assumed);
        quoted.ifPresent(price -> price.put(model));
        newer.ifPresent(price -> price.put(model));
        rate.ifPresent(found -> found.put(model));
        model.calculation(royalty(), assumed.ratio(sale.royalty()));
        model.calculation(hedged(), assumed.ratio(sale.hedged()));
        model.calculation(minority(), assumed.ratio(sale.minority()));
        floorOf(model, assumed, step);
        model.calculation(effective(), paidAt(listPrice().ref()));
        model.calculation(effectiveThen(), paidAt(listPrice().ref().times(ONE.plus(step))));
        statedPassThrough().ifPresent(key -> {
            model.calculation(
                    passedOn(PassThrough.LEAST),
                    inMillions(oreCost.orElseThrow()).over(sales().ref()));
            model.calculation(key, passedOn(PassThrough.LEAST).ref().times(ONE.plus(vat().ref())));
        });
        if (newer.isPresent()) {
            Formula more = effective().ref().minus(paidAt(price().ref()));
            money(
                    model,
                    moreSales(),
                    inMillionsOfPrice(more.times(tonnes().ref())).over(ONE.plus(vat().ref())));
        }
    }

    /** Puts what hangs on the cost of ore, in one case of it. */
    void put(Model.Builder model, Assumed assumed, PassThrough ore) {
        if (ore == PassThrough.MOST && sale.isOreKnown()) {
            return;
        }
        if (oreCost.isEmpty()) {
            model.calculation(passedOn(ore), passedOnFormula(assumed, ore));
        }
        model.calculation(
                kept(ore),
                ONE.over(ONE.plus(vat().ref()))
                        .minus(passedOn(ore).ref())
                        .times(ONE.minus(royalty().ref()))
                        .times(ONE.minus(hedged().ref()))
                        .times(ONE.minus(minority().ref())));
        money(model, gain(ore), inMillionsOfPrice(kept(ore).ref().times(tonnes().ref())));
        model.calculation(
                change(ore),
                gain(ore).ref().times(effectiveThen().ref().minus(effective().ref())));
        if (newer.isPresent()) {
            model.calculation(
                    changeToList(ore), gain(ore).ref().times(effective().ref().minus(paidAt(price().ref()))));
        }
    }

    /** The part passed on for ore whose cost is not known: nothing at the least, at the most what is stated of other ore. */
    private Formula passedOnFormula(Assumed assumed, PassThrough ore) {
        return sale.passThrough()
                .map(assumed::ratio)
                .orElseGet(() -> ore == PassThrough.LEAST
                        ? ZERO
                        : Earnings.LARGEST_PASS_THROUGH.ref().over(ONE.plus(vat().ref())));
    }

    /** An amount in millions of the currency of the price, told in that of the company. */
    private void money(Model.Builder model, Key key, Formula amount) {
        if (isConvertible()) {
            model.calculation(
                    key, rate.map(found -> found.convert(amount, currency)).orElse(amount));
        } else {
            model.label(key, Value.NOT_AVAILABLE);
        }
    }

    void putBreakEven(Model.Builder model, Key profitBeforeTax) {
        model.calculation(breakEven(), breakEvenFormula(profitBeforeTax.ref()));
        model.calculation(
                breakEvenDistance(), breakEven().ref().over(listPrice().ref()).minus(ONE));
    }

    private void volumeAndPrice(Model.Builder model, Assumed assumed) {
        Unit unit = volume.fact().unit();
        Formula mass = Definitions.inUnit(volume.key().ref(), unit, new Unit(Dimension.MASS, unit.basis(), "t"));
        ValueUnit sold =
                ValueUnit.of(Unit.parse(priceUnit().basis())).over(quotedIn()).unscaled();
        Formula product = sale.content()
                .map(id -> mass.times(
                        assumed.content(id, sold.over(ValueUnit.of(unit).unscaled()))))
                .orElse(mass);
        model.calculation(
                tonnes(),
                quoted.filter(MarketPrice::isOfBasis).isPresent()
                        ? product
                        : product.countedAs(sold, "the price is one for what the company sells"));
        taken.ifPresent(stated -> model.calculation(
                price(), inMillions(stated).times(Definitions.THOUSAND).over(tonnes().ref())));
        model.calculation(sales(), inMillionsOfPrice(price().ref().times(tonnes().ref())));
    }

    /** A price times tonnes, in millions: thousands of kilograms, or tonnes, each at the price. */
    private Formula inMillionsOfPrice(Formula priceTimesTonnes) {
        return priceTimesTonnes.over(priceUnit().word().equals("kg") ? Definitions.THOUSAND : Definitions.MILLION);
    }

    static Formula inMillions(StatedFact stated) {
        Unit unit = stated.fact().unit();
        return Definitions.inUnit(stated.key().ref(), unit, new Unit(unit.dimension(), unit.basis(), "mn"));
    }

    private void vat(Model.Builder model, Assumed assumed) {
        if (sale.vat().isPresent()) {
            model.assumption(
                    vatIncluded(),
                    new Content.Assumption(
                            Value.of(sale.vatIncluded() ? "yes" : "no"), ValueUnit.ANY, note, ImmutableList.of()));
            model.rule(vatIncluded(), InputRule.choice(List.of("yes", "no")));
            model.calculation(
                    vat(),
                    answered("yes")
                            .then(
                                    assumed.ratio(sale.vat().get()),
                                    answered("no").then(ZERO, text(Value.NOT_AVAILABLE))));
        } else {
            model.label(vatIncluded(), "no");
            model.label(vat(), 0);
        }
    }

    /** Whether a reader's answer on VAT is this one, capitals or not. */
    private Formula answered(String answer) {
        return Formula.call(Fn.COUNT_TEXT, Formula.span(List.of(vatIncluded())), text(answer));
    }

    private void floorOf(Model.Builder model, Assumed assumed, Formula step) {
        sale.floor().ifPresent(terms -> {
            model.calculation(keptAboveFloor(), assumed.ratio(terms.kept()));
            model.calculation(floorHeld(), assumed.ratio(terms.held()));
            model.calculation(
                    changeUnderFloor(),
                    floored(listPrice().ref().times(ONE.plus(step)))
                            .minus(floored(listPrice().ref())));
            model.calculation(floorAdds(), max(floorLevel().minus(listPrice().ref()), ZERO));
        });
    }

    /**
     * The market price at which profit is zero, before tax and after it. What must be paid is
     *
     * <pre>p = paid in the period - profit before tax / gain for a unit of price</pre>
     *
     * and the market price is p itself. With a floor paid for a part of the period it is, up to the floor and above it,
     *
     * <pre>(p - held F) / (1 - held)   and   F + (p - F) / (1 - held + held kept)</pre>
     *
     * A text where net profit stays above zero at any price.
     */
    private Formula breakEvenFormula(Formula profitBeforeTax) {
        Formula needed = paidAt(price().ref())
                .minus(profitBeforeTax.over(gain(PassThrough.LEAST).ref()));
        Formula none = text("none");
        return floor.map(stated -> {
                    Formula level = floorLevel();
                    Formula held = floorHeld().ref();
                    Formula open = ONE.minus(held);
                    Formula below = needed.minus(held.times(level));
                    Formula above = level.plus(needed.minus(level)
                            .over(open.plus(held.times(keptAboveFloor().ref()))));
                    Formula upTo = below.isAtLeast(ZERO).and(open.isAbove(ZERO)).then(below.over(open), none);
                    return needed.isAbove(level).then(above, upTo);
                })
                .orElseGet(() -> needed.isAtLeast(ZERO).then(needed, none));
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
