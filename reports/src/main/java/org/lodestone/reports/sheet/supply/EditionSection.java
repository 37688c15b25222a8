package org.lodestone.reports.sheet.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.quantity.Conversion;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.edition.FirstPrints;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The section on what is published of supply: a table for each measure, with all of its editions side by side. */
public record EditionSection(Supplies supplies, Model.Builder model, List<Block> blocks) {

    /** The sheet of all editions. */
    public static final String NAME = "Editions";

    /**
     * Empty where none of the measures has figures.
     *
     * @param byCountry measures whose figures are of countries; those without are left out
     * @param printed measures of which no country is named, as printed
     */
    public static Optional<Part> of(Supplies supplies, List<Measure> byCountry, List<Measure> printed) {
        EditionSection section = new EditionSection(supplies, Model.builder(), new ArrayList<>());
        List<Supply> told = supplies.supplies(byCountry.stream());
        told.forEach(section::tell);
        Table asPrinted = PrintedAmounts.table(supplies.dataset(), printed, section.model);
        if (told.isEmpty() && asPrinted.isEmpty()) {
            return Optional.empty();
        }
        section.blocks.add(asPrinted);
        section.blocks.add(section.conversions());
        return Optional.of(section.part(!told.isEmpty()));
    }

    private Part part(boolean anyCountry) {
        String title = anyCountry
                ? "Figures by measure and edition"
                : "Figures by edition; no country is named, so there are no shares";
        return Part.of(
                Section.of(
                                NAME,
                                title,
                                "Figures as printed, each under its year and edition; figures of two editions do not compare, so that"
                                        + " growth is taken within one",
                                Block.withContent(blocks))
                        .asReference(),
                model.build());
    }

    private void tell(Supply supply) {
        if (!supply.hasShares(supply.latest())) {
            blocks.add(new Block.Prose("", ImmutableList.of(unshared(supply))));
        }
        Vintages vintages = new Vintages(
                supplies.dataset(), supply, supplies.editions(supply.measure().id()));
        model.include(vintages.model());
        blocks.add(vintages.table());
        FirstPrints.of(supplies, supply.measure().id()).ifPresent(prints -> {
            model.include(prints.model());
            blocks.add(new FirstPrintTable(supplies.dataset(), prints, shown(supply))
                    .table(supply.measure().name()));
        });
    }

    /** The factors by which totals are told in a second unit. */
    private Table conversions() {
        return Table.of("Conversions", supplies.dataset().conversions())
                .label("Conversion", Conversion::name)
                .unit(one -> one.to() + " to 1 " + one.from())
                .sources()
                .value("Factor", Shown.AS_IS, one -> SecondUnit.put(one, model))
                .words("Reason", Conversion::reason)
                .note("Totals are told in the second unit as well.")
                .build();
    }

    /** The sentence for where no shares follow from the rows. */
    private Block.Sentence unshared(Supply supply) {
        model.include(supply.model());
        Key key = Term.of(supply.measure()).sub("finding").key().in(Case.of(supply.edition()));
        return Block.Sentence.live(model.calculation(key, Unshared.finding(supplies.dataset(), supply)));
    }

    /** Decimals of an amount: none where all are whole numbers, otherwise one. */
    static int digits(Supply supply) {
        boolean whole = supply.years().stream()
                .flatMap(year -> supply.rows().stream().map(place -> supply.value(supply.amount(place, year))))
                .allMatch(value ->
                        value.number().orElse(0) == Math.rint(value.number().orElse(0)));
        return whole ? 0 : 1;
    }

    static Shown shown(Supply supply) {
        return digits(supply) == 0 ? Shown.WHOLE : Shown.ONE_DECIMAL;
    }

    /** In which years the rows do not sum to the total that is printed with them, in one edition. */
    static Optional<String> missed(Supply supply) {
        return supply.missed().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        supply.missed().stream().map(Period::toString).collect(Collectors.joining(", "))
                                + ": the rows miss the printed total by more than rounding explains, so shares of either are in doubt.");
    }
}
