package org.lodestone.reports.benefit;

import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.reports.benefit.CompanyBenefit.Known;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;

/** Ranks in the base case as it is written, and by how much gains differ from it as chosen and typed. */
public final class BaseGains {

    private static final String HOW = "in the base case as it is written";

    /** Digits in which the two are compared, so that the last bit is no change. */
    private static final int DIGITS = 9;

    private final BenefitScreen screen;
    private final Calculations values;

    BaseGains(BenefitScreen screen) {
        this.screen = screen;
        this.values = new Calculations(screen.model());
        store(screen.first());
        for (CompanyBenefit company : screen.companies()) {
            store(screen.bestRank(company));
            store(screen.worstRank(company));
            Stream.of(company.tonnes(), company.profitNext(), value(company))
                    .flatMap(Optional::stream)
                    .forEach(this::store);
            tonnes(company);
            profit(company);
            valueOverPrice(company);
        }
        values.close();
    }

    private void store(Key now) {
        values.building().computed(inBase(now), screen.written().get(0).of(now), ValueUnit.like(now), HOW);
    }

    /** The value in the base case of the number of companies that may come first, or of a rank. */
    public Key inBase(Key now) {
        return Benefits.BENEFIT.sub("in the base case").of(Subject.of(now));
    }

    private static Optional<Key> value(CompanyBenefit company) {
        return company.gain(Gain.Kind.VALUE).map(Known::least);
    }

    private Key change(Key now) {
        return values.as(
                Benefits.BENEFIT.sub("change against the base case").of(Subject.of(now)),
                () -> now.minus(inBase(now)).rounded(DIGITS));
    }

    /** The change of its own output in the last year of the forecast; empty where none is known to be its own. */
    public Optional<Key> tonnes(CompanyBenefit company) {
        return company.tonnes().map(this::change);
    }

    /** The change of profit per share in the year after the spot; empty where it cannot be worked out. */
    public Optional<Key> profit(CompanyBenefit company) {
        return company.profitNext().map(this::change);
    }

    /** The change of net asset value over market value; empty where it cannot be valued. */
    public Optional<Key> valueOverPrice(CompanyBenefit company) {
        return value(company).map(this::change);
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("gains against the base case", OneLine.count(screen.companies(), "company"));
    }
}
