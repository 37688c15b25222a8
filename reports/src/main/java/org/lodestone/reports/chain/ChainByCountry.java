package org.lodestone.reports.chain;

import static org.lodestone.reports.formula.Formula.span;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.place.Place;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;

/** The section that tells the chain country by country: shares, who has which stage, and who has all. */
record ChainByCountry(ChainAnalysis chain) {

    private static final int NAMED = 3;

    Section section() {
        return Section.of(
                "Chain by country",
                title(),
                "Latest observed year of each measure; whether a country has a stage follows from the threshold on the"
                        + " sheet Chain",
                List.<Block>of(shares(), flags(), steps()));
    }

    private String title() {
        List<String> whole = named(chain::hasAll);
        if (!whole.isEmpty()) {
            return whole.size() > NAMED
                    ? "Several countries have the whole chain"
                    : Words.listed(whole) + (whole.size() == 1 ? " has" : " have") + " the whole chain";
        }
        List<String> open = named(chain::open);
        if (open.isEmpty()) {
            return "No country has the whole chain";
        }
        if (chain.places().stream().noneMatch(this::hasAllThatIsTold)) {
            return "No country is shown to have every stage that has figures";
        }
        return open.size() > NAMED
                ? "Several countries could have the whole chain, as far as figures go"
                : "Only " + Words.listed(open) + " could have the whole chain, as far as figures go";
    }

    /** Whether a country is known to have each stage that has figures at all, and not only hidden among other countries. */
    private boolean hasAllThatIsTold(Place place) {
        var values = chain.model().values();
        return chain.stages().stream()
                .filter(stage -> !chain.withoutFigures().contains(stage))
                .allMatch(stage -> values.number(chain.has(stage, place)).orElse(0) == 1);
    }

    /** The countries whose flag is 1. */
    private List<String> named(Function<Place, Key> flag) {
        var values = chain.model().values();
        return chain.places().stream()
                .filter(place -> values.number(flag.apply(place)).orElse(0) != 0)
                .map(Place::name)
                .collect(Collectors.toList());
    }

    private Block shares() {
        var table = Table.of("Shares by country and stage", chain.places()).labelOf("Country", chain::name);
        List<Cell> others = new ArrayList<>(List.of(new Cell.Words(Place.OTHER.name())));
        for (StageRow row : told()) {
            table.value(header(row), Shown.PERCENT_2, place -> chain.share(row, place));
            table.shade(span(chain.places().stream()
                    .map(place -> chain.share(row, place))
                    .toList()));
            others.add(new Cell.Of(chain.shareOfOthers(row), Shown.PERCENT_2));
        }
        return table.total(others.toArray(Cell[]::new))
                .note("n/a where the measure does not list the country. A share of one basis is not a share of"
                        + " another.")
                .build();
    }

    /** The rows that have figures. */
    private List<StageRow> told() {
        return chain.rows().stream().filter(row -> row.measure().isPresent()).toList();
    }

    private static String header(StageRow row) {
        return row.supply()
                .map(supply -> row.label() + ", " + supply.measure().unit().basis() + ", " + supply.latest())
                .orElse(row.label() + ", as printed");
    }

    private Block flags() {
        var table = Table.of("Who has which stage", chain.places()).label("Country", Place::name);
        List<Cell> totals = new ArrayList<>(List.of(new Cell.Words("Countries known to have it")));
        for (Stage stage : chain.stages()) {
            table.column(
                    stage.name(), Column.Role.WORDS, place -> new Cell.Of(chain.inWords(stage, place), Shown.TEXT));
            totals.add(new Cell.Of(chain.holders(stage), Shown.TEXT));
        }
        totals.add(new Cell.Of(chain.knownWholeChains(), Shown.TEXT));
        table.column("Whole chain", Column.Role.UNIT, place -> new Cell.Of(chain.allInWords(place), Shown.TEXT))
                .total(totals.toArray(Cell[]::new))
                .note("A country has a stage if its share reaches the threshold in one of the stage's measures. One"
                        + " that a measure does not list is in its block of other countries: no where that whole block"
                        + " is below the threshold, else n/a. A country lacks the whole chain as soon as it lacks one"
                        + " stage; it has it only if every stage has a figure that says so.");
        for (Stage stage : chain.stages()) {
            if (!stage.description().isEmpty()) {
                table.note(stage.name() + ": " + stage.description());
            }
        }
        return table.build();
    }

    /** What the words above and all counts are made from. */
    private Block steps() {
        var table = Table.of("Steps: 1 at or above the threshold, 0 below it", chain.places())
                .label("Country", Place::name);
        List<Cell> totals = new ArrayList<>(List.of(new Cell.Words("Sum of known")));
        for (StageRow row : told()) {
            table.value(row.measure().orElseThrow().name(), Shown.ORDINAL, place -> chain.has(row, place));
            totals.add(new Cell.Of(chain.holders(row), Shown.ORDINAL));
        }
        for (Stage stage : chain.stages()) {
            table.value(stage.name(), Shown.ORDINAL, place -> chain.has(stage, place));
            totals.add(new Cell.Of(chain.holders(stage), Shown.ORDINAL));
        }
        totals.add(new Cell.Of(chain.wholeChains(), Shown.ORDINAL));
        totals.add(new Cell.Of(chain.openChains(), Shown.ORDINAL));
        return table.value("Whole chain", Shown.ORDINAL, chain::hasAll)
                .value("Not ruled out", Shown.ORDINAL, chain::open)
                .total(totals.toArray(Cell[]::new))
                .build();
    }
}
