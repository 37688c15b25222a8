package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Formula.span;

import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.StageRow;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supply;

/** The tables that tell the chain country by country: shares, who has which stage, and who has all. */
record ChainByCountry(Dataset dataset, ChainAnalysis chain) {

    Block shares() {
        var table = Table.of("Shares by country and stage", chain.places())
                .id("country-shares")
                .labelOf("Country", chain::name);
        for (StageRow row : chain.rowsWithFigures()) {
            table.value(header(row), Shown.PERCENT, place -> chain.share(row, place));
            table.shade(span(chain.places(), place -> chain.share(row, place)));
            Cell index = new Cell.Of(chain.hhi(row), Shown.ONE_DECIMAL);
            if (chain.hasOthers()) {
                table.total(Place.OTHER.name(), new Cell.Of(chain.shareOfOthers(row), Shown.PERCENT))
                        .total("HHI, other countries split up", index)
                        .total("HHI, other countries as one", new Cell.Of(chain.hhiUpper(row), Shown.ONE_DECIMAL));
            } else {
                table.total("HHI", index);
            }
            row.supply().ifPresent(supply -> table.note(inWords(supply)));
        }
        return table.note("n/a where the measure does not list the country. A share of one basis is not a share of"
                        + " another.")
                .build();
    }

    private String inWords(Supply supply) {
        Measure measure = supply.measure();
        String edition = Optional.ofNullable(dataset.editions().get(supply.edition()))
                .map(found -> ", " + found.name())
                .orElse("");
        return (measure.name() + edition + ": " + measure.description()).strip()
                + (supply.allKnown(supply.latest())
                        ? ""
                        : " Some countries have no figure: shares are of the sum of known rows.");
    }

    /** The basis, where the name of the row does not say it. */
    private static String basis(StageRow row, Supply supply) {
        String basis = supply.measure().unit().basis().toString();
        return Words.inSentence(row.label()).contains(basis) ? "" : ", " + basis;
    }

    private static String header(StageRow row) {
        return row.supply()
                .map(supply -> row.label() + basis(row, supply) + ", " + supply.latest())
                .orElse(row.label() + ", as printed");
    }

    Block flags() {
        var table = Table.of("Stages by country", chain.places())
                .id("country-stages")
                .label("Country", Place::name);
        String held = "Countries known to hold it";
        for (Stage stage : chain.stages()) {
            table.wordsOf(stage.name(), place -> chain.inWords(stage, place))
                    .total(held, new Cell.Of(chain.holders(stage), Shown.TEXT));
        }
        table.column("Whole chain", Column.Role.UNIT, place -> new Cell.Of(chain.allInWords(place), Shown.TEXT))
                .total(held, new Cell.Of(chain.knownWholeChains(), Shown.TEXT))
                .note("A country has a stage if its share reaches the threshold in one of the stage's measures."
                        + (chain.hasOthers()
                                ? " One that a measure does not list is in its block of other countries: no where that"
                                        + " whole block is below the threshold, else n/a."
                                : " n/a where the measures do not list it.")
                        + " A country lacks the whole chain as soon as it lacks one"
                        + " stage; it has it only if every stage has a figure that says so.");
        for (Stage stage : chain.stages()) {
            if (!stage.description().isEmpty()) {
                table.note(stage.name() + ": " + stage.description());
            }
        }
        return table.build();
    }

    /** The workings from which the words above and all counts are made. */
    Block steps() {
        var table = Table.of("Workings: 1 where the share reaches the threshold, else 0", chain.places())
                .id("country-stage-marks")
                .label("Country", Place::name);
        String sum = "Sum of known";
        for (StageRow row : chain.rowsWithFigures()) {
            table.value(row.measure().orElseThrow().name(), Shown.ORDINAL, place -> chain.has(row, place))
                    .total(sum, new Cell.Of(chain.holders(row), Shown.ORDINAL));
        }
        for (Stage stage : chain.stages()) {
            table.value(stage.name(), Shown.ORDINAL, place -> chain.has(stage, place))
                    .total(sum, new Cell.Of(chain.holders(stage), Shown.ORDINAL));
        }
        return table.value("Whole chain", Shown.ORDINAL, chain::hasAll)
                .total(sum, new Cell.Of(chain.wholeChains(), Shown.ORDINAL))
                .value("Not ruled out", Shown.ORDINAL, chain::open)
                .total(sum, new Cell.Of(chain.openChains(), Shown.ORDINAL))
                .build();
    }
}
