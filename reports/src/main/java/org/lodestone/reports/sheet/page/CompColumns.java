package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.THOUSAND;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Moved;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.valuation.Comps;

/**
 * Figures on a company from several analyses: what it costs, what prices do to its earnings, how it scores. Each is a value, and
 * that of a company of which an analysis knows nothing is missing.
 *
 * @param model takes what is not a value of an analysis yet
 */
record CompColumns(Comps comps, Analyses analyses, Model.Builder model) {

    private static final Term TERM = Term.of("comps, page");

    private Optional<Comp> comp(String company) {
        return comps.companies().stream()
                .filter(comp -> comp.company().id().equals(company))
                .findFirst();
    }

    private Optional<CompanyEarnings> earnings(String company) {
        return analyses.earnings().stream()
                .flatMap(all -> all.companies().stream())
                .filter(one -> one.company().id().equals(company))
                .findFirst();
    }

    private Optional<LiveScreen> screen() {
        return analyses.screen().map(ScreenStudy::whole);
    }

    boolean isScreened(String company) {
        return screen().filter(one -> one.companies().contains(company)).isPresent();
    }

    private static Key key(String what, String company) {
        return TERM.sub(what).of(Subject.of(company));
    }

    private Key notKnown(String what, String company) {
        return model.label(key(what + " not known", company), Value.NOT_AVAILABLE);
    }

    private Key ofComp(String what, String company, Function<Comp, Key> value) {
        return comp(company).map(value).orElseGet(() -> notKnown(what, company));
    }

    private Key ofScreen(String what, String company, Function<LiveScreen, Formula> value) {
        return screen().filter(one -> one.companies().contains(company))
                .map(one -> model.calculation(key(what, company), value.apply(one)))
                .orElseGet(() -> notKnown("score", company));
    }

    // ---------------------------------------------------------------- what it costs

    Key name(Comp comp) {
        return model.label(key("company", comp.company().id()), comp.company().name());
    }

    /** In its own currency. */
    Key price(String company) {
        return ofComp("price", company, comp -> comp.price().price());
    }

    Key day(String company) {
        return ofComp("price date", company, comp -> model.label(key("price date", company), day(comp)));
    }

    /** {@code 15 Sep 26*}, where the price was read at second hand. */
    private static String day(Comp comp) {
        SharePrice price = comp.price();
        return price.stated()
                        .flatMap(StatedFact::period)
                        .map(Days::inColumn)
                        .orElseGet(() -> Days.inColumn(price.day()))
                + (isSecondHand(comp) ? "*" : "");
    }

    private static boolean isSecondHand(Comp comp) {
        return comp.price().stated().stream()
                .anyMatch(price -> price.fact().citation().isSecondary());
    }

    /** The meaning of the asterisk beside a date, to end a note with; empty where no price was read at second hand. */
    static String secondHand(List<Comp> compared) {
        return compared.stream().anyMatch(CompColumns::isSecondHand) ? " *: second hand." : "";
    }

    /** The day of the price as a number that later days exceed. */
    Key dayNumber(String company) {
        return ofComp(
                "price day",
                company,
                comp -> model.label(
                        key("price day", company), (int) comp.price().day().toEpochDay()));
    }

    Key measure(CompMeasure measure, String company) {
        return ofComp(measure.toString(), company, comp -> comp.key(measure));
    }

    /** Market value in billions. */
    Key billions(String company) {
        return ofComp(
                "market value",
                company,
                comp -> model.calculation(
                        key("market value, bn", company),
                        comp.key(CompMeasure.MARKET_VALUE).over(THOUSAND)));
    }

    /** Own tonnes in thousands, with the sign of a bound: {@code ≤ 13.1}. */
    Key kilotonnes(String company) {
        return ofComp(
                "own tonnes",
                company,
                comp -> model.calculation(
                        key("own kt", company),
                        ownTonnes(comp, own -> own.over(THOUSAND).fixed(1))));
    }

    /** Own tonnes with the sign of a bound: {@code ≤ 2,384}. */
    Key tonnes(Comp comp) {
        return model.calculation(key("own t", comp.company().id()), ownTonnes(comp, own -> own.fixed(0)));
    }

    private static Formula ownTonnes(Comp comp, UnaryOperator<Formula> inWords) {
        Formula own = comp.key(CompMeasure.OWN_TONNES);
        return words().with("known", own.isKnown())
                .with("some", own.isAbove(ZERO))
                .with("bound", comp.bound(CompMeasure.OWN_TONNES, "≥ ", "≤ "))
                .with("own", inWords.apply(own))
                .with("none", Words.NONE)
                .with("notAvailable", Value.NOT_AVAILABLE)
                .clause("{known?{some?{bound}{own}|{none}}|{notAvailable}}");
    }

    // ---------------------------------------------------------------- earnings and score

    /** The change of prices that earnings are worked out for: {@code +10%}. */
    static Formula step() {
        return signedPercent(Earnings.STEP.over(HUNDRED), 0);
    }

    /** The head of a column of changes of EPS: {@code EPS +10%, local}; without the change of prices where that is not known. */
    Key epsHead(String unit) {
        Key head = TERM.sub("head, EPS in " + unit).key();
        return analyses.earnings().isEmpty()
                ? model.label(head, "EPS change, " + unit)
                : model.calculation(
                        head,
                        words().with("step", step()).with("unit", unit).say("EPS {step}, {unit}|EPS change, {unit}"));
    }

    Key epsChange(String company) {
        return earnings(company).flatMap(one -> one.moved(Moved.EPS)).orElseGet(() -> notKnown("EPS change", company));
    }

    Key epsChangeAsRatio(String company) {
        return earnings(company)
                .flatMap(one -> one.moved(Moved.OF_PROFIT))
                .orElseGet(() -> notKnown("EPS change as a ratio", company));
    }

    /** A value that belongs to the page on earnings, where it is one of that page. */
    Cell ofEarnings(String company, Key key, Shown shown) {
        return earnings(company).isPresent() ? Cell.again(key, shown) : new Cell.Of(key, shown);
    }

    /** The range of a score, {@code 0.74–0.85}, or the score where nothing unknown could move it. */
    Key score(String company) {
        return ofScreen("score", company, one -> score(one, company));
    }

    private static Formula score(LiveScreen screen, String company) {
        Formula low = screen.low(company);
        Formula high = screen.high(company);
        return words().with("known", low.isKnown())
                .with("range", high.minus(low).rounded(2).isAbove(ZERO))
                .with("low", low)
                .with("high", high)
                .with("notAvailable", Value.NOT_AVAILABLE)
                .clause("{known?{range?{low:0.00}–{high:0.00}|{low:0.00}}|{notAvailable}}");
    }

    /** A company with its rank, and the one at its highest possible score: {@code MP Materials, 4 (2)}. */
    Key standing(Comp comp) {
        String company = comp.company().id();
        return screen().filter(one -> one.companies().contains(company))
                .map(one -> model.calculation(
                        key("company, rank", company),
                        words().with("company", comp.company().name())
                                .with("standing", one.standing(company))
                                .say("{company}, {standing}|{company}")))
                .orElseGet(() -> name(comp));
    }

    /** The score with how much is known, as a letter: {@code 0.74–0.85 B}. */
    Key scoreAndEvidence(String company) {
        return ofScreen(
                "score and evidence",
                company,
                one -> words().with("score", score(one, company))
                        .with("evidence", one.evidence(company))
                        .clause("{score} {evidence}"));
    }
}
