package org.lodestone.reports.earnings;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.trueMinus;

import java.util.Locale;
import java.util.Optional;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Wording;

/** A measure of what prices do to a company: in money, over profit, for each share. */
public enum Moved {
    /** The change of net profit, in millions of the company's currency. */
    NET_PROFIT(1, "", ""),
    /** The change of net profit over net profit, in percent; no number where that would mean nothing. */
    OF_PROFIT(0, "+", "%"),
    /** The change of earnings for each share, in the company's currency; only where shares are stated. */
    EPS_CHANGE(2, "+", ""),
    /** Earnings for each share before the change, in the company's currency; only where shares are stated. */
    EPS(2, "", "");

    private final int digits;
    private final String sign;
    private final String unit;

    /** Takes what stands before a rise, and after a number: {@code %} of a ratio. */
    Moved(int digits, String sign, String unit) {
        this.digits = digits;
        this.sign = sign;
        this.unit = unit;
    }

    Optional<Key> of(Effect effect, Way way) {
        return switch (this) {
            case NET_PROFIT -> Optional.of(effect.change(way));
            case OF_PROFIT -> Optional.of(effect.relativeChange(way));
            case EPS_CHANGE -> effect.epsChange(way);
            case EPS -> effect.eps();
        };
    }

    /**
     * A range from the most passed on for ore to the least, one number where both are shown alike, or a bound where nobody
     * states what is passed on: {@code ≤ +1.38}, of what falls {@code ≥ −1.38}.
     */
    Formula words(Effect least, Optional<Effect> most, Way way) {
        Formula high = of(least, way).orElseThrow();
        return most.flatMap(one -> of(one, way))
                .map(low -> low.isKnown().then(high.isKnown().then(range(low, high), high), low))
                .orElseGet(() -> high.isKnown()
                        .then(
                                Wording.words()
                                        .with("falls", ZERO.isAbove(high))
                                        .with("change", signed(high))
                                        .clause("{falls?≥|≤} {change}"),
                                high));
    }

    /** {@code +0.08–0.21}, of what falls {@code −0.08–0.21}, and of what does either {@code −0.08 to 0.21}. */
    private Formula range(Formula low, Formula high) {
        return Wording.words()
                .with("alike", Formula.call(Fn.SAME_TEXT, shown(low, ""), shown(high, "")))
                .with("change", signed(high))
                .with("rises", low.isAtLeast(ZERO).and(high.isAtLeast(ZERO)))
                .with("falls", ZERO.isAbove(low).and(ZERO.isAbove(high)))
                .with("sign", sign)
                .with("low", shown(low, ""))
                .with("high", shown(high, unit))
                .with("size", shown(high.magnitude(), unit))
                .clause("{alike?{change}|{rises?{sign}{low}–{high}|{low}{falls?–{size}| to {high}}}}");
    }

    private Formula signed(Formula number) {
        return Wording.words()
                .with("rises", number.isAbove(ZERO))
                .with("sign", sign)
                .with("number", shown(number, unit))
                .clause("{rises?{sign}}{number}");
    }

    private Formula shown(Formula number, String after) {
        return Wording.words()
                .with("number", trueMinus(unit.equals("%") ? number.times(HUNDRED) : number, digits))
                .with("after", after)
                .clause("{number}{after}");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
