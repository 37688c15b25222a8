package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lodestone.core.screen.Missing;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.MissingWords;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.CompMeasure;

/** The names that stand to benefit, in the order of the screen as it is live, with what each costs: for the front page. */
record FrontNames(ScreenStudy study, CompColumns columns, PageSentences said) {

    private static final int NAMED = 6;

    /** Empty where a screen ranks none of the companies that have a price. */
    static Optional<FrontNames> of(CompColumns columns) {
        return columns.analyses()
                .screen()
                .filter(study -> study.ranked().stream()
                        .anyMatch(id -> columns.comps().companies().stream()
                                .anyMatch(comp -> comp.company().id().equals(id))))
                .map(study ->
                        new FrontNames(study, columns, new PageSentences(columns.model(), Term.of("comps, names"))));
    }

    /** From when to when the prices of the companies are that are named. */
    Key days() {
        Formula.Span days = span(places(), picked("price day in words", CompColumns::plainDay));
        Formula.Span numbers = span(places(), picked("price day", CompColumns::dayNumber));
        Formula first = Formula.call(Fn.MIN_OF_KNOWN, numbers);
        Formula last = Formula.call(Fn.MAX_OF_KNOWN, numbers);

        return said.value(
                "prices dated",
                words().with("oneDay", first.isEqualTo(last))
                        .with("earliest", Formula.lookUp(days, first, numbers))
                        .with("latest", Formula.lookUp(days, last, numbers))
                        .clause("{oneDay?{earliest}|{earliest} to {latest}}"));
    }

    Table table() {
        Table.ListBuilder<Integer> table = Table.of(
                        columns.hasEarnings()
                                ? "Highest ranked names: price, change of EPS with prices, and evidence"
                                : "Highest ranked names: price and evidence",
                        places())
                .id("names")
                .labelOf("Company", this::numbered)
                .across(3)
                .word("Price", picked("price", CompColumns::price))
                .across(columns.hasEarnings() ? 1 : 2)
                .word("Price\ndate", picked("price date", CompColumns::day))
                .value("Mkt cap,\nUSD bn", Shown.ONE_DECIMAL, picked("market value", CompColumns::billions))
                .value(
                        "P/E,\ntrailing",
                        Shown.ONE_DECIMAL,
                        picked("P/E", (of, company) -> of.measure(CompMeasure.TRAILING_PE, company)));
        columns.addEps(
                table,
                Column.Role.VALUE,
                local("EPS change", CompColumns::epsChange).andThen(key -> new Cell.Of(key, Shown.CHANGE)),
                picked("EPS change as a ratio", CompColumns::epsChangeAsRatio)
                        .andThen(key -> new Cell.Of(key, Shown.CHANGE_PERCENT)));
        table.value(
                        "EV/\nEBITDA",
                        Shown.ONE_DECIMAL,
                        picked("EV/EBITDA", (of, company) -> of.measure(CompMeasure.EV_TO_EBITDA, company)))
                .word("Score,\nrange", picked("score", CompColumns::score))
                .word("Evidence", study.sorted()::evidence);
        return table.note("nm: loss or ratio above 200"
                        + (columns.hasEarnings()
                                ? "; for EPS in % also a profit that is a small part of revenue. " + CompColumns.ofEps()
                                : ".")
                        + " n/a: not known. Evidence A: every criterion known; B: some as a bound"
                        + unknown() + ". Rank in brackets: at the highest score."
                        + CompColumns.signs(ofTheScreen()))
                .build();
    }

    /** The companies that weights can bring among those named. */
    private List<Comp> ofTheScreen() {
        return columns.comps().companies().stream()
                .filter(comp -> columns.isScreened(comp.company().id()))
                .toList();
    }

    /** The evidence of a company that is named though a criterion is not known; a screen that wants all of them names none. */
    private String unknown() {
        boolean named = study.screen().criteria().stream().anyMatch(one -> one.missing() != Missing.PROVISIONAL);
        return named ? "; C: " + MissingWords.of(study.screen()) : "";
    }

    private Key numbered(int place) {
        Formula name = study.sorted().name(place);
        return said.value(
                "name",
                "place " + place,
                words().with("name", name)
                        .with("standing", study.sorted().standing(place))
                        .with("space", "\u2002")
                        .with(
                                "alike",
                                Formula.call(Fn.SAME_TEXT, name, study.sorted().standing(place)))
                        .say("{alike?{name}|{standing}{space}{name}}|{name}"));
    }

    private List<Integer> places() {
        return study.sorted().places().stream()
                .limit(Math.min(NAMED, study.ranked().size()))
                .toList();
    }

    private Function<Integer, Key> local(String what, BiFunction<CompColumns, String, Key> column) {
        return place -> said.value(
                what,
                "place " + place,
                study.sorted().pickedInLocalCurrency(place, company -> column.apply(columns, company)));
    }

    /** The entry of one of the columns for the company at a place. */
    private Function<Integer, Key> picked(String what, BiFunction<CompColumns, String, Key> column) {
        return place -> said.value(
                what, "place " + place, study.sorted().picked(place, company -> column.apply(columns, company)));
    }
}
