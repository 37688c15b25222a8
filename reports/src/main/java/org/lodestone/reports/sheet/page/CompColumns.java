package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.THOUSAND;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.report.Wording.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.internal.time.Days;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.earnings.At;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.earnings.Moved;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comp.Contained;
import org.lodestone.reports.valuation.Comp.Priced;
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

    /** A price from here on is told without decimals. */
    private static final double WHOLE_FROM = 1000;

    private Optional<CompanyEarnings> earnings(String company) {
        return analyses.earnings().flatMap(all -> all.company(company));
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
        return comps.find(company).map(value).orElseGet(() -> notKnown(what, company));
    }

    /** The same where it is worked out here. */
    private Key calculated(String what, String company, Function<Comp, Formula> value) {
        return ofComp(what, company, comp -> model.calculation(key(what, company), value.apply(comp)));
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

    /** {@code CNY 8.12}, {@code VND 39,100}. */
    Key price(String company) {
        return calculated(
                "price",
                company,
                comp -> words().with("currency", comp.first().price().currency())
                        .with("price", comp.price().fixed(decimals(comp.price())))
                        .with("notAvailable", Value.NOT_AVAILABLE)
                        .clause("{currency} {price}|{notAvailable}"));
    }

    /** The decimals of a share price: three of one below 1, as of AUD 0.285, two of most, none from a thousand on. */
    private int decimals(Key price) {
        double now = comps.model().value(price).number().orElse(1);
        return now < 1 ? 3 : now < WHOLE_FROM ? 2 : 0;
    }

    Key day(String company) {
        return calculated("price date", company, comp -> comps.inWindow(comp, priced -> Formula.text(day(priced))));
    }

    /** The day without such marks, for a sentence. */
    Key plainDay(String company) {
        return calculated(
                "price day in words", company, comp -> comps.inWindow(comp, priced -> Formula.text(plainDay(priced))));
    }

    private static String plainDay(Priced priced) {
        SharePrice price = priced.price();
        return price.stated()
                .flatMap(StatedFact::period)
                .map(Days::inColumn)
                .orElseGet(() -> Days.inColumn(price.day()));
    }

    /** {@code 15 Sep 26*}, where the price was read at second hand, and {@code (15 Sep 26)}, where it lies outside the window. */
    private static String day(Priced priced) {
        String day = plainDay(priced) + (isSecondHand(priced) ? "*" : "");
        return priced.inside() ? day : "(" + day + ")";
    }

    /** From the first of some days to the last, which are in order. */
    static String inWords(List<LocalDate> days) {
        String first = Days.inColumn(days.get(0));
        String last = Days.inColumn(days.get(days.size() - 1));
        return first.equals(last) ? first : first + " to " + last;
    }

    private static boolean isSecondHand(Priced priced) {
        return priced.price().stated().stream()
                .anyMatch(price -> price.fact().citation().isSecondary());
    }

    /** The meaning of the signs beside a date, to end a note with; empty where no price of a window is such. */
    static String signs(List<Comp> compared) {
        List<Priced> all =
                compared.stream().flatMap(comp -> comp.priced().stream()).toList();
        return (all.stream().allMatch(Priced::inside) ? "" : " (In brackets): outside these days, not counted.")
                + (all.stream().anyMatch(CompColumns::isSecondHand) ? " *: second hand." : "");
    }

    /** The day of the price as a number that later days exceed. */
    Key dayNumber(String company) {
        return calculated(
                "price day",
                company,
                comp -> comps.inWindow(comp, priced -> {
                    LocalDate day = priced.price().day();
                    return model.label(key("price day, " + day, company), (int) day.toEpochDay());
                }));
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

    /** The tonnes that a product contains: {@code ≥ 18,181–23,160}. */
    Key tonnes(Contained product) {
        return range(
                "contained tonnes",
                product,
                product.tonnes(),
                product.tonnesAtMost(),
                product.isOfAPart().isEqualTo(ONE).then(Formula.text("≥ "), Formula.text("")),
                0);
    }

    /** Enterprise value for each of them, in millions: {@code ≤ 1.29–1.64}. */
    Key perTonne(Contained product) {
        return range(
                "EV per tonne",
                product,
                product.perTonne(),
                product.perTonneAtMost(),
                product.isOfAPart().isEqualTo(ONE).then(Formula.text("≤ "), Formula.text("")),
                2);
    }

    private Key range(String what, Contained product, Formula low, Formula high, Formula bound, int digits) {
        return model.calculation(
                key(what + ", " + product.kind(), product.company()),
                words().with("known", low.isKnown().and(high.isKnown()))
                        .with("exact", high.isEqualTo(low))
                        .with("bound", bound)
                        .with("low", low.fixed(digits))
                        .with("high", high.fixed(digits))
                        .with("notAvailable", Value.NOT_AVAILABLE)
                        .clause("{known?{bound}{low}{exact?|–{high}}|{notAvailable}}"));
    }

    /** The same of a company that has no such product, or of which it is not known. */
    Key perTonne(Comp comp, String kind) {
        return comp.products().stream()
                .filter(product -> product.kind().equals(kind))
                .findFirst()
                .map(this::perTonne)
                .orElseGet(() -> notKnown("EV per tonne, " + kind + ",", id(comp)));
    }

    private static String id(Comp comp) {
        return comp.company().id();
    }

    // ---------------------------------------------------------------- earnings and score

    /** The change of prices that earnings are worked out for: {@code +10%}. */
    static Formula step() {
        return signedPercent(Earnings.STEP.over(HUNDRED), 0);
    }

    /** The head of a column of changes of EPS: {@code EPS +10%, local}; without the change of prices where that is not known. */
    private Key epsHead(String unit) {
        return model.calculation(
                TERM.sub("head, EPS in " + unit).key(),
                words().with("step", step()).with("unit", unit).say("EPS {step}, {unit}|EPS change, {unit}"));
    }

    /** Adds the columns with what a change of prices does to earnings per share; none where no profit can be followed to prices. */
    <T> void addEps(Table.ListBuilder<T> table, Column.Role role, Function<T, Cell> local, Function<T, Cell> ratio) {
        if (hasEarnings()) {
            table.column("EPS change,\nlocal", role, local)
                    .headed(epsHead("local"))
                    .column("EPS change,\n%", role, ratio)
                    .headed(epsHead("%"));
        }
    }

    /** Whether the profit of some company can be followed to prices. */
    boolean hasEarnings() {
        return analyses.earnings()
                .filter(earnings -> !earnings.companies().isEmpty())
                .isPresent();
    }

    /** The meaning of changes of EPS, to stand in a note. */
    static String ofEps() {
        return "EPS: change at the spot, in % of EPS there; at most, where what others own is not known; a range, where ore costs"
                + " are not.";
    }

    Key epsChange(String company) {
        return earnings(company)
                .flatMap(one -> one.moved(Moved.EPS_CHANGE, At.SPOT, Way.UP))
                .orElseGet(() -> notKnown("EPS change", company));
    }

    Key epsChangeAsRatio(String company) {
        return earnings(company)
                .flatMap(one -> one.moved(Moved.OF_PROFIT, At.SPOT, Way.UP))
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
