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

/**
 * One product of one company: what was sold of it, at what price, and what the company keeps of a change of that price.
 *
 * @param quoted the price, where it is one
 * @param taken the sales in money that make the price over the volume, where they do
 * @param currency of the company's net profit
 * @param rate what converts the price to that currency; empty where it need not be, or cannot be
 */
public record ProductSale(
        Company company,
        String product,
        Exposure.Sale sale,
        String note,
        StatedFact volume,
        Optional<MarketPrice> quoted,
        Optional<StatedFact> taken,
        Optional<StatedFact> oreCost,
        Optional<StatedFact> floor,
        String currency,
        Optional<CurrencyRate> rate) {

    static final Term EARNINGS = Term.of("earnings");

    private Key key(String part) {
        return EARNINGS.sub(part).of(Subject.of(company.id() + ", " + product)).at(sale.period());
    }

    /** What the price is in: {@code USD/kg}. A price made of sales over volume is for a kilogram. */
    public Unit priceUnit() {
        return quoted.map(MarketPrice::unit)
                .orElseGet(() -> Unit.parse(taken.orElseThrow().fact().unit().basis() + "/kg"));
    }

    /** When the price was paid. */
    public Period priceIsOf() {
        return quoted.map(MarketPrice::period).orElse(sale.period());
    }

    /** The price before any change. */
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

    /** How much of a change of the price goes to the seller of the ore. */
    public Key passedOn() {
        return key("passed on");
    }

    public Key royalty() {
        return key("royalty");
    }

    public Key hedged() {
        return key("hedged");
    }

    public Key minority() {
        return key("minority");
    }

    /** How much of a change of the price reaches the shareholders, before tax. */
    public Key kept() {
        return key("kept of a change of price");
    }

    /** What one unit of price more brings before tax, in millions of the currency of the company. */
    public Key gain() {
        return key("profit before tax for a unit of price");
    }

    /** The price that is paid, after the floor. */
    public Key effective() {
        return key("price paid");
    }

    /** The price that would be paid after the change, after the floor. */
    public Key effectiveThen() {
        return key("price paid after the change");
    }

    /** The change of profit before tax, in millions of the currency of the company. */
    public Key change() {
        return key("change of profit before tax");
    }

    /** The price at which the net profit of the company would be zero, all else as it was. */
    public Key breakEven() {
        return key("break-even price");
    }

    /** How far the break-even price is from the price, as a ratio. */
    public Key breakEvenDistance() {
        return key("break-even price over the price, less one");
    }

    /** What the floor adds to the price: nothing where the price is above it. */
    public Key floorAdds() {
        return key("added by the floor");
    }

    /** How much of the price above the floor is kept. */
    public Key keptAboveFloor() {
        return key("kept above the floor");
    }

    /** The part of the period in which the floor was paid. */
    public Key floorHeld() {
        return key("part of the period with the floor");
    }

    /** On which side of the floor the price is, and what a change does there: a text. */
    public Key side() {
        return key("side of the floor");
    }

    /** Whether the price can be told in the currency of the earnings. */
    boolean isConvertible() {
        return rate.isPresent() || priceUnit().basis().equals(currency);
    }

    /**
     * What is paid at a market price: the price itself, or with a floor
     *
     * <pre>F + kept max(P - F, 0)</pre>
     */
    Formula paidAt(Formula price) {
        return floor.map(stated -> {
                    Formula level = stated.key().ref();
                    return level.plus(keptAboveFloor().ref().times(max(price.minus(level), ZERO)));
                })
                .orElse(price);
    }

    /** The change of profit before tax for a relative change of the price. */
    Formula changeFor(Formula step) {
        return changeTo(price().ref().times(ONE.plus(step)));
    }

    /** The change of profit before tax if the market paid another price. */
    Formula changeTo(Formula price) {
        return gain().ref().times(paidAt(price).minus(effective().ref()));
    }

    void put(Model.Builder model, Assumed assumed, Formula step, Key profitBeforeTax) {
        volumeAndPrice(model, assumed);
        whatIsKept(model, assumed);
        quoted.ifPresent(price -> price.put(model));
        rate.ifPresent(found -> found.put(model));
        model.calculation(effective(), paidAt(price().ref()));
        model.calculation(effectiveThen(), paidAt(price().ref().times(ONE.plus(step))));
        model.calculation(
                change(),
                gain().ref().times(effectiveThen().ref().minus(effective().ref())));
        model.calculation(breakEven(), breakEvenFormula(profitBeforeTax.ref()));
        model.calculation(
                breakEvenDistance(), breakEven().ref().over(price().ref()).minus(ONE));
    }

    private void volumeAndPrice(Model.Builder model, Assumed assumed) {
        Unit unit = volume.fact().unit();
        Formula mass = Definitions.inUnit(volume.key().ref(), unit, new Unit(Dimension.MASS, unit.basis(), "t"));
        model.calculation(
                tonnes(),
                sale.content().map(id -> mass.times(assumed.ratio(id))).orElse(mass));
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

    /** The shares that reduce a change of price on its way to the shareholders. */
    private void whatIsKept(Model.Builder model, Assumed assumed) {
        if (sale.vat().isPresent()) {
            model.assumption(
                    vatIncluded(),
                    new Content.Assumption(Value.of(sale.vatIncluded() ? "yes" : "no"), note, ImmutableList.of()));
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
        model.calculation(
                passedOn(),
                oreCost.map(cost -> inMillions(cost).over(sales().ref()))
                        .orElseGet(() -> assumed.ratio(sale.passThrough().orElseThrow())));
        model.calculation(royalty(), assumed.ratio(sale.royalty()));
        model.calculation(hedged(), assumed.ratio(sale.hedged()));
        model.calculation(minority(), assumed.ratio(sale.minority()));
        model.calculation(
                kept(),
                ONE.over(ONE.plus(vat().ref()))
                        .minus(passedOn().ref())
                        .times(ONE.minus(royalty().ref()))
                        .times(ONE.minus(hedged().ref()))
                        .times(ONE.minus(minority().ref())));
        Formula gain = inMillionsOfPrice(kept().ref().times(tonnes().ref()));
        if (isConvertible()) {
            model.calculation(
                    gain(), rate.map(found -> found.convert(gain, currency)).orElse(gain));
        } else {
            model.label(gain(), Value.NOT_AVAILABLE);
        }
        floorOf(model, assumed);
    }

    /** Whether a reader's answer on VAT is this one, capitals or not. */
    private Formula answered(String answer) {
        return Formula.call(Fn.COUNT_TEXT, Formula.span(List.of(vatIncluded())), text(answer));
    }

    private void floorOf(Model.Builder model, Assumed assumed) {
        sale.floor().ifPresent(terms -> {
            model.calculation(keptAboveFloor(), assumed.ratio(terms.kept()));
            model.calculation(floorHeld(), assumed.ratio(terms.held()));
            model.calculation(floorAdds(), max(floor.orElseThrow().key().ref().minus(price().ref()), ZERO));
            model.calculation(
                    side(),
                    Definitions.whetherAbove(
                            price().ref(),
                            floor.orElseThrow().key().ref(),
                            "above the floor, where a change counts as far as it is kept",
                            "at or below the floor, where a change counts only once it rises above it",
                            "not known: a figure is missing"));
        });
    }

    /** The price that the earnings hold: with a floor, that of the part of the period in which it was paid. */
    private Formula inEarnings() {
        return floor.isEmpty()
                ? price().ref()
                : floorHeld()
                        .ref()
                        .times(effective().ref())
                        .plus(ONE.minus(floorHeld().ref()).times(price().ref()));
    }

    /**
     * The market price at which profit is zero, before tax and after it. What must be paid is
     *
     * <pre>p = price in the earnings - profit before tax / gain for a unit of price</pre>
     *
     * and the market price is p itself, or with a floor, where p is above it, {@code F + (p - F) / kept}. A text where net
     * profit stays above zero at any price.
     */
    private Formula breakEvenFormula(Formula profitBeforeTax) {
        Formula needed = inEarnings().minus(profitBeforeTax.over(gain().ref()));
        Formula none = text("none");
        return floor.map(stated -> {
                    Formula level = stated.key().ref();
                    Formula market =
                            level.plus(needed.minus(level).over(keptAboveFloor().ref()));
                    return needed.isAbove(level).then(market, none);
                })
                .orElseGet(() -> needed.isAtLeast(ZERO).then(needed, none));
    }
}
