package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on a measure of supply: reserves, production and refining are told alike. */
public final class SupplySection {

    private static final int RANKS = 7;
    private final Supplies supplies;
    private final Dataset dataset;
    private final Model.Builder model = Model.builder();
    private final List<Block> blocks = new ArrayList<>();

    private SupplySection(Supplies supplies) {
        this.supplies = supplies;
        this.dataset = supplies.dataset();
    }

    /**
     * A section for each of some measures, each on its own basis; empty where none has figures. Where no shares follow from
     * the rows, it has the figures alone.
     *
     * @param name the first section's name; the others are named after their measure
     */
    public static Optional<Part> of(Supplies supplies, String name, List<Measure> measures) {
        List<Supply> told = supplies.supplies(measures.stream());
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        Model.Builder model = Model.builder();
        for (Supply supply : told) {
            SupplySection section = new SupplySection(supplies);
            section.tell(supply);
            sections.add(Section.of(
                    supply.equals(told.get(0)) ? name : supply.measure().name(),
                    supply.measure().name() + " by country"
                            + (supply.hasShares(supply.latest()) ? ", and how concentrated it is" : ""),
                    supply.measure().description(),
                    section.blocks));
            model.include(section.model.build());
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(new Part(sections.build(), model.build()));
    }

    private String editionName(String id) {
        return dataset.editionName(id);
    }

    /** What comes before, and the name of an edition where there is one. */
    static String ofEdition(Dataset dataset, String before, Supply supply) {
        return supply.edition().isEmpty() ? "" : before + dataset.editionName(supply.edition());
    }

    private void tell(Supply supply) {
        model.include(supply.model());
        SupplySentences sentences = new SupplySentences(dataset, model);
        boolean shared = supply.hasShares(supply.latest());
        Optional<History> history = supplies.history(supply.measure().id())
                .filter(h -> shared && h.years().size() > supply.years().size());
        blocks.add(shared ? sentences.findings(supply) : sentences.unshared(supply));
        blocks.add(new SupplyByYear(dataset).amounts(supply));
        Block.Charts charts = SupplyCharts.charts(supply, history);
        if (!charts.charts().isEmpty()) {
            blocks.add(charts);
        }
        if (shared && listed(supply) > 0) {
            blocks.add(ranking(supply));
        }
        if (!shares(supply).isEmpty()) {
            blocks.add(new SupplyByYear(dataset).concentration(supply));
        }
        history.ifPresent(this::history);
        vintages(supply);
        revisions(supply);
        if (supply.measure().kind() == Measure.Kind.RESERVES) {
            blocks.addAll(new ReserveLifeBlocks(supplies, model).of(supply));
        }
    }

    private void vintages(Supply supply) {
        ImmutableList<Supply> editions = supplies.editions(supply.measure().id());
        if (editions.size() > 1) {
            Vintages vintages = new Vintages(dataset, editions);
            model.include(vintages.model());
            blocks.add(vintages.table(shown(supply)));
        }
    }

    /** The years in which rows have shares. */
    static List<Period> shares(Supply supply) {
        return supply.years().stream().filter(supply::hasShares).toList();
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

    static int listed(Supply supply) {
        return Math.min(RANKS, supply.producers(supply.latest()));
    }

    private Block ranking(Supply supply) {
        Period year = supply.latest();
        int last = listed(supply);
        List<Integer> ranks = IntStream.rangeClosed(1, last).boxed().toList();
        return Table.of("Ranking " + year + ", which re-sorts when a figure changes", ranks)
                .labelOf("Country", rank -> supply.rankedName(rank, year))
                .value("Rank", Shown.ORDINAL, supply::ordinal)
                .value(supply.measure().unit().toString(), shown(supply), rank -> supply.rankedAmount(rank, year))
                .value("Share", Shown.PERCENT_2, rank -> supply.rankedShare(rank, year))
                .value("Cumulative", Shown.PERCENT_2, rank -> supply.cumulativeShare(rank, year))
                .total(
                        new Cell.Words("All others"),
                        Cell.BLANK,
                        new Cell.Of(supply.restAmount(last, year), shown(supply)),
                        new Cell.Of(supply.restShare(last, year), Shown.PERCENT_2),
                        Cell.BLANK)
                .build();
    }

    private void history(History history) {
        model.include(history.model());
        Supply supply = history.newest();
        String unit = supply.measure().unit().toString();
        var table = Table.overYears(supply.measure().name() + ", each year as last revised", history.years());
        for (Place place : history.largest()) {
            table.row(place.name(), unit, shown(supply), year -> Optional.of(history.amount(place, year)));
        }
        table.row("All others", unit, shown(supply), year -> Optional.of(history.rest(year)));
        table.total("Sum of known rows", unit, shown(supply), year -> Optional.of(history.total(year)));
        table.row("Edition", "", Shown.TEXT, year -> Optional.of(history.edition(year)));
        Place leader = history.largest().get(0);
        table.row(leader + ", share", "%", Shown.PERCENT_2, year -> Optional.of(history.share(leader, year)));
        blocks.add(table.note("Years from different editions do not compare: growth is taken within an edition only.")
                .build());
    }

    private void revisions(Supply supply) {
        dataset.newest()
                .filter(newest -> !newest.id().equals(supply.edition()))
                .flatMap(newest -> supplies.supply(supply.measure().id(), newest.id()))
                .flatMap(newer -> SupplyRevisions.of(supply, newer))
                .filter(revisions -> !revisions.moved().isEmpty())
                .ifPresent(revisions -> {
                    model.include(revisions.model());
                    String unit = supply.measure().unit().toString();
                    blocks.add(Table.of(
                                    "What " + editionName(revisions.newer().edition()) + " changed, " + unit,
                                    revisions.moved())
                            .label(
                                    "Country and year",
                                    r -> (r.place().equals(Place.WORLD) ? "Sum of rows" : r.place()) + ", " + r.year())
                            .value(editionName(supply.edition()), shown(supply), SupplyRevisions.Revision::before)
                            .value(
                                    editionName(revisions.newer().edition()),
                                    shown(supply),
                                    SupplyRevisions.Revision::after)
                            .value("Change", shown(supply), SupplyRevisions.Revision::change)
                            .value("Change, %", Shown.PERCENT, SupplyRevisions.Revision::relative)
                            .build());
                });
    }
}
