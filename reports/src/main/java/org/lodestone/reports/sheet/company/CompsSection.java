package org.lodestone.reports.sheet.company;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.valuation.Comps;

/** The backup of the page on what companies cost: from each price to its multiples, and what is known to be wrong with a row. */
public final class CompsSection {

    /** The name of the section's sheet. */
    public static final String NAME = "Comps detail";

    private final Comps comps;

    private CompsSection(Comps comps) {
        this.comps = comps;
    }

    /** The section, with the model it stands on. */
    public static Part of(Comps comps) {
        return new CompsSection(comps).part();
    }

    private Part part() {
        ImmutableList<Block> blocks = ImmutableList.of(enterpriseValue(), earnings(), tonnes(), flags());
        return Part.of(
                Section.of(
                        NAME,
                        "From each share price to its multiples",
                        "Money in USD mn at the rate of the month of the price; what is later than the price is not set"
                                + " against it",
                        blocks),
                comps.model());
    }

    private Table enterpriseValue() {
        Table.ListBuilder<Comp> table = Table.of("Enterprise value", comps.companies())
                .label("Company", comp -> comp.company().name())
                .unit("Price of", comp -> Days.inColumn(comp.price().day()))
                .unit("in", comp -> comp.price().currency())
                .value("Price", Shown.TWO_DECIMALS, comp -> comp.price().price());
        money(table, "Market value", CompMeasure.MARKET_VALUE);
        money(table, "Net debt", CompMeasure.NET_DEBT);
        money(table, "Other claims", CompMeasure.OTHER_CLAIMS);
        money(table, "Bridge", CompMeasure.BRIDGE);
        money(table, "Enterprise value", CompMeasure.ENTERPRISE_VALUE);
        return table.unit(
                        "Bridge of",
                        comp -> comp.bridge()
                                .parts()
                                .findFirst()
                                .map(CompsSection::period)
                                .orElse(""))
                .note(
                        "The bridge is net debt and other claims: minorities, preferred, less investments. Where an aggregator has it in"
                                + " one number, it is taken whole. Type a net debt that is not available, and what rests on it follows.")
                .build();
    }

    private Table earnings() {
        Table.ListBuilder<Comp> table = Table.of("Earnings and multiples", comps.companies())
                .id("multiples")
                .label("Company", comp -> comp.company().name())
                .unit("Profit of", comp -> period(comp.netProfit()))
                .unit("EBITDA of", comp -> period(comp.ebitda()));
        money(table, "Net profit", CompMeasure.NET_PROFIT);
        money(table, "EBITDA", CompMeasure.EBITDA);
        ratio(table, "P/E, trailing", CompMeasure.TRAILING_PE);
        ratio(table, "EV/EBITDA", CompMeasure.EV_TO_EBITDA);
        ratio(table, "P/E, forward", CompMeasure.FORWARD_PE);
        return table.unit("Quoted on", comp -> period(comp.forwardPe())).build();
    }

    private static void money(Table.ListBuilder<Comp> table, String header, CompMeasure measure) {
        table.value(header, Shown.WHOLE, comp -> comp.key(measure));
    }

    private static void ratio(Table.ListBuilder<Comp> table, String header, CompMeasure measure) {
        table.value(header, Shown.ONE_DECIMAL, comp -> comp.key(measure));
    }

    private static String period(Optional<StatedFact> stated) {
        return stated.map(CompsSection::period).orElse("");
    }

    private static String period(StatedFact stated) {
        return stated.fact().period();
    }

    private Table tonnes() {
        return Table.of(
                        "Own output a year, and enterprise value per tonne",
                        comps.companies().stream()
                                .filter(comp -> !comp.tonnes().of().isEmpty())
                                .toList())
                .id("value-per-tonne")
                .label("Company", comp -> comp.company().name())
                .unit("Year", comp -> comp.tonnes().period())
                .word("Known as", comp -> comp.bound(CompMeasure.OWN_TONNES))
                .value(
                        comps.unit().map(Object::toString).orElse("Tonnes"),
                        Shown.WHOLE,
                        comp -> comp.key(CompMeasure.OWN_TONNES))
                .word("Known as", comp -> comp.bound(CompMeasure.EV_PER_TONNE))
                .value("EV per tonne, USD 000", Shown.ONE_DECIMAL, comp -> comp.key(CompMeasure.EV_PER_TONNE))
                .prose("Why so much", comp -> comp.tonnes().reason())
                .wide()
                .build();
    }

    private Table flags() {
        return Table.of(
                        "Cautions",
                        comps.companies().stream()
                                .flatMap(comp -> comp.flags().stream())
                                .toList())
                .id("comps-cautions")
                .label("Kind", flag -> Words.capitalised(flag.kind().toString()))
                .sentence("What", Column.Role.PROSE, flag -> Block.Sentence.live(flag.sentence()))
                .wide()
                .build();
    }
}
