package org.lodestone.reports.benefit;

import java.util.Locale;
import java.util.Map;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Scenarios;

/** The gains of the rare earth companies, as they are or with some values typed: worked out once, for all tests. */
record RareEarthGains(BenefitScreen screen, Values values) {

    static final String NORTHERN = "600111.SH";
    static final String RARE_EARTH = "000831.SZ";
    static final String MP = "MP";
    static final String LYNAS = "LYC.AX";
    static final String ARAFURA = "ARU.AX";

    static RareEarthGains asTheyAre() {
        return with(Map.of());
    }

    static RareEarthGains with(Map<Key, Value> typed) {
        BenefitScreen screen = RareEarths.analyses().benefitScreen().orElseThrow();
        return new RareEarthGains(screen, screen.model().valuesWith(typed));
    }

    static RareEarthGains in(String scenario) {
        return with(Map.of(Scenarios.SELECTOR, Value.of(scenario)));
    }

    Benefits benefits() {
        return screen.benefits();
    }

    Criterion criterion(String name) {
        return screen.screen().criteria().stream()
                .filter(one -> one.name().equals(name + "-gain"))
                .findFirst()
                .orElseThrow();
    }

    CompanyBenefit company(String id) {
        return benefits().company(id).orElseThrow();
    }

    Key leastKey(String gain, String company) {
        return screen.least(criterion(gain), company(company));
    }

    double least(String gain, String company) {
        return number(leastKey(gain, company));
    }

    double most(String gain, String company) {
        return number(screen.most(criterion(gain), company(company)));
    }

    double number(Key key) {
        return values.number(key).orElseThrow(() -> new AssertionError(key + " is " + values.of(key)));
    }

    /** Whether a company surely gains more than another. */
    boolean beats(String company, String other) {
        return number(screen.surelyMore(company(company), company(other))) == 1;
    }

    /** {@code 1–3}. */
    String ranks(String company) {
        return String.format(
                Locale.ROOT,
                "%.0f–%.0f",
                number(screen.bestRank(company(company))),
                number(screen.worstRank(company(company))));
    }
}
