package org.lodestone.reports.sheet.company;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comp.CompFlag;
import org.lodestone.reports.valuation.Comp.Contained;
import org.lodestone.reports.valuation.Comp.Priced;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.valuation.Comps;

/** The backup of the page on what companies cost: from each price to its multiples, and what is known to be wrong with a row. */
public record CompsSection(Comps comps, Model.Builder model) {

    /** The name of the section's sheet. */
    public static final String NAME = "Comps detail";

    private static final Term TERM = Term.of("comps, detail");

    /** The section, with the model it stands on. */
    public static Part of(Comps comps) {
        return new CompsSection(comps, Model.builder().include(comps.model())).part();
    }

    private Part part() {
        Section section = Section.of(
                NAME,
                "From each share price to its multiples",
                "Money in USD mn at the rate of the month of the price; what is later than the price is not set"
                        + " against it",
                List.of(enterpriseValue(), earnings(), contained(), windows(), flags()));
        return Part.of(section, model.build());
    }

    private Function<Comp, Key> inWindow(String what, Function<Priced, String> of) {
        return comp -> model.calculation(
                TERM.sub(what).of(Subject.of(comp.company().id())),
                comps.inWindow(comp, priced -> Formula.text(of.apply(priced))));
    }

    private Table enterpriseValue() {
        Table.ListBuilder<Comp> table = Table.of("Enterprise value", comps.companies())
                .label("Company", comp -> comp.company().name())
                .word(
                        "Price of",
                        inWindow(
                                "price of",
                                priced -> Days.inColumn(priced.price().day())))
                .unit("in", comp -> comp.first().price().currency())
                .value("Price", Shown.TWO_DECIMALS, Comp::price);
        money(table, "Market value", CompMeasure.MARKET_VALUE);
        money(table, "As published", CompMeasure.PUBLISHED_VALUE);
        money(table, "Net debt", CompMeasure.NET_DEBT);
        money(table, "Other claims", CompMeasure.OTHER_CLAIMS);
        money(table, "Cash raised since", CompMeasure.CASH_RAISED);
        money(table, "Bridge", CompMeasure.BRIDGE);
        money(table, "Enterprise value", CompMeasure.ENTERPRISE_VALUE);
        return table.word(
                        "Bridge of",
                        inWindow(
                                "bridge of",
                                priced -> period(priced.bridge().parts().findFirst())))
                .note(
                        "Market value is the price times the latest number of shares by its day, and follows a price that is typed. As"
                                + " published: for the same day, by whoever quotes the price; it may rest on an older number of shares.")
                .note(
                        "The bridge is net debt and other claims (minorities, preferred, less investments) of the newest balance sheet before"
                                + " the price, less the cash of shares issued since, before costs. Where an aggregator has it in one number, it is taken"
                                + " whole. Type another price on the sheet Facts, or a net debt that is not available here, and what rests on it"
                                + " follows.")
                .build();
    }

    private Table earnings() {
        Table.ListBuilder<Comp> table = Table.of("Earnings and multiples", comps.companies())
                .id("multiples")
                .label("Company", comp -> comp.company().name())
                .word("Profit of", inWindow("profit of", priced -> period(priced.netProfit())))
                .word("EBITDA of", inWindow("EBITDA of", priced -> period(priced.ebitda())));
        money(table, "Net profit", CompMeasure.NET_PROFIT);
        money(table, "EBITDA", CompMeasure.EBITDA);
        ratio(table, "P/E, trailing", CompMeasure.TRAILING_PE);
        ratio(table, "EV/EBITDA", CompMeasure.EV_TO_EBITDA);
        ratio(table, "P/E, forward", CompMeasure.FORWARD_PE);
        return table.word("Quoted on", inWindow("quoted on", priced -> period(priced.forwardPe())))
                .note(
                        "Of the newest twelve months that were reported by the day of the price. Where the day of a report is not among the facts"
                                + " (days-to-report), it is taken to be out four months after its period.")
                .build();
    }

    private static void money(Table.ListBuilder<Comp> table, String header, CompMeasure measure) {
        table.value(header, Shown.WHOLE, comp -> comp.key(measure));
    }

    private static void ratio(Table.ListBuilder<Comp> table, String header, CompMeasure measure) {
        table.value(header, Shown.ONE_DECIMAL, comp -> comp.key(measure));
    }

    private static String period(Optional<StatedFact> stated) {
        return stated.map(one -> one.fact().period()).orElse(Words.NONE);
    }

    private Table contained() {
        return Table.of(
                        "Tonnes contained in products of its own, and enterprise value for each",
                        comps.companies().stream()
                                .flatMap(comp -> comp.products().stream())
                                .toList())
                .id("value-per-tonne")
                .label(
                        "Company",
                        product -> comps.company(product.company()).company().name())
                .unit("Product", Contained::kind)
                .word("Output of", this::outputOf)
                .value("Content, %", Shown.AS_IS, product -> product.content().key())
                .value("At least a part of a year", Shown.WHOLE, Contained::isOfAPart)
                .value("Tonnes", Shown.WHOLE, Contained::tonnes)
                .value("to", Shown.WHOLE, Contained::tonnesAtMost)
                .value("EV per tonne, USD mn", Shown.TWO_DECIMALS, Contained::perTonne)
                .value("to", Shown.TWO_DECIMALS, Contained::perTonneAtMost)
                .prose("Content", product -> product.content().fact().derivation())
                .note(
                        "Two products of a company may be the same tonnes at two steps: all of its enterprise value stands over each. A range"
                                + " is that of the content; output of a part of a year is the least that the year can have.")
                .wide()
                .build();
    }

    private Key outputOf(Contained product) {
        return model.calculation(
                TERM.sub("output of, " + product.kind()).of(Subject.of(product.company())),
                comps.inWindow(window -> Formula.text(period(product.output().get(window)))));
    }

    private Table windows() {
        List<Integer> windows =
                IntStream.range(0, comps.windows().size()).boxed().toList();
        return Table.of("Days of which prices compare", windows)
                .id("price-windows")
                .labelOf("Days", window -> comps.windows().get(window))
                .value(
                        "Companies with an enterprise value",
                        Shown.WHOLE,
                        window -> model.label(TERM.sub("companies").of(Subject.of("window " + window)), (int)
                                comps.compared().stream()
                                        .filter(comp ->
                                                comp.priced().get(window).inside())
                                        .count()))
                .note(
                        "Eight days from a day with a price, or fewer where the last has none. First those with the most companies, of several the"
                                + " latest; then others that do not overlap with one above and have at least half as many. Of a company without a price in"
                                + " them the nearest is shown, and not counted.")
                .build();
    }

    private Table flags() {
        return Table.of(
                        "Cautions",
                        comps.companies().stream()
                                .flatMap(comp -> comp.priced().stream())
                                .flatMap(priced -> priced.flags().stream())
                                .distinct()
                                .toList())
                .id("comps-cautions")
                .label("Kind", flag -> Words.capitalised(flag.kind().toString()))
                .prose("At prices of", this::windowsOf)
                .sentence("What", Column.Role.PROSE, flag -> Block.Sentence.live(flag.sentence()))
                .wide()
                .build();
    }

    private String windowsOf(CompFlag flag) {
        return IntStream.range(0, comps.windows().size())
                .filter(window -> comps.companies().stream()
                        .anyMatch(comp -> comp.priced().get(window).flags().contains(flag)))
                .mapToObj(window ->
                        comps.model().value(comps.windows().get(window)).plain())
                .collect(Collectors.joining("; "));
    }
}
