package org.lodestone.reports.supply;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;

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
    private String ofEdition(String before, Supply supply) {
        return supply.edition().isEmpty() ? "" : before + editionName(supply.edition());
    }

    private void tell(Supply supply) {
        model.include(supply.model());
        boolean shared = supply.hasShares(supply.latest());
        Optional<History> history = supplies.history(supply.measure().id())
                .filter(h -> shared && h.years().size() > supply.years().size());
        blocks.add(
                shared
                        ? findings(supply)
                        : new Block.Prose(
                                "",
                                ImmutableList.of(say(
                                        Term.of(supply.measure()).sub("finding"),
                                        supply,
                                        Unshared.finding(dataset, supply)))));
        blocks.add(amounts(supply));
        Block.Charts charts = charts(supply, history);
        if (!charts.charts().isEmpty()) {
            blocks.add(charts);
        }
        if (shared && listed(supply) > 0) {
            blocks.add(ranking(supply));
        }
        if (!shares(supply).isEmpty()) {
            blocks.add(concentration(supply));
        }
        history.ifPresent(this::history);
        vintages(supply);
        revisions(supply);
        if (supply.measure().kind() == Measure.Kind.RESERVES) {
            reserveLife(supply);
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

    // ---------------------------------------------------------------- findings

    private Block findings(Supply supply) {
        Period year = supply.latest();
        Term term = Term.of(supply.measure()).sub("finding");
        List<Block.Sentence> sentences = new ArrayList<>();
        String known = supply.allKnown(year) ? "the sum of rows" : "the sum of known rows";
        Formula leader = supply.rankedName(1, year).ref();
        sentences.add(say(
                term.sub("leader"),
                supply,
                sentence(
                        leader,
                        text(" has "),
                        percent(supply.rankedShare(1, year).ref(), 2),
                        text(" of " + Words.inSentence(supply.measure().name()) + " in " + year + ": "),
                        supply.rankedAmount(1, year).ref().fixed(digits(supply)),
                        text(" of "),
                        supply.total(year).ref().fixed(digits(supply)),
                        text(" " + supply.measure().unit() + ", " + known + ofEdition(" of ", supply) + "."))));
        supply.growth(year)
                .ifPresent(growth -> sentences.add(say(
                        term.sub("growth"),
                        supply,
                        sentence(
                                text("The sum of rows changed by "),
                                signedPercent(growth.ref(), 2),
                                text(" on the year before"),
                                supply.growthOfPrinted(year)
                                        .map(printed -> sentence(
                                                text("; the printed, rounded totals give "),
                                                signedPercent(printed.ref(), 2)))
                                        .orElse(text("")),
                                text(".")))));
        sentences.add(say(
                term.sub("concentration"),
                supply,
                sentence(
                        text("Concentration by country (HHI) is "),
                        supply.hhi(year).ref().fixed(1),
                        supply.hhiWithOthersAsOne(year)
                                .filter(upper -> supply.value(supply.amount(Place.OTHER, year))
                                                .number()
                                                .orElse(0)
                                        > 0)
                                .map(upper -> sentence(text(" to "), upper.ref().fixed(1)))
                                .orElse(text("")),
                        shared(supply, supply::cr3)
                                .apply(year)
                                .map(cr3 -> sentence(text("; the three largest have "), percent(cr3.ref(), 2)))
                                .orElse(text("")),
                        text("; without the largest, "),
                        percent(supply.withoutLargest(year).ref(), 1),
                        text(" would be left."))));
        return new Block.Prose("", ImmutableList.copyOf(sentences));
    }

    /** The years in which rows have shares. */
    private static List<Period> shares(Supply supply) {
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

    private Block.Sentence say(Term term, Supply supply, Formula sentence) {
        Key key = term.key().in(Case.of(supply.edition()));
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }

    // ---------------------------------------------------------------- tables

    private Shown shown(Supply supply) {
        return digits(supply) == 0 ? Shown.WHOLE : Shown.ONE_DECIMAL;
    }

    /** Amounts by year, then each year's share, and for the latest year growth and rank. */
    private Block amounts(Supply supply) {
        String unit = supply.measure().unit().toString();
        Shown shown = shown(supply);
        Period latest = supply.latest();
        boolean grows =
                supply.growth(latest).isPresent() && !supply.known(latest).isEmpty();
        boolean ranked = supply.hasShares(latest);
        var table = Table.overYears(supply.measure().name() + ofEdition(", ", supply), supply.years());
        List<String> extras = new ArrayList<>();
        shares(supply).forEach(year -> extras.add("Share " + year));
        if (grows) {
            extras.add("Growth " + latest);
        }
        if (ranked) {
            extras.add("Rank " + latest);
        }
        table.extras(extras);
        for (Place place : supply.rows()) {
            List<Cell> more = new ArrayList<>();
            shares(supply).forEach(year -> more.add(new Cell.Of(supply.share(place, year), Shown.PERCENT_2)));
            if (grows) {
                more.add(Cell.of(supply.growth(place, latest), Shown.PERCENT));
            }
            if (ranked && place.kind() != Place.Kind.OTHER) {
                more.add(new Cell.Of(supply.rank(place, latest), Shown.ORDINAL));
            }
            table.row(
                    supply.name(place),
                    unit,
                    shown,
                    year -> Optional.of(supply.amount(place, year)),
                    more.toArray(Cell[]::new));
        }
        boolean allKnown = supply.years().stream().allMatch(supply::allKnown);
        boolean anyKnown =
                supply.years().stream().anyMatch(year -> !supply.known(year).isEmpty());
        if (anyKnown) {
            table.total(
                    allKnown ? "Sum of rows" : "Sum of known rows",
                    unit,
                    shown,
                    year -> Optional.of(supply.total(year)),
                    beforeGrowth(supply, grows ? supply.growth(latest) : Optional.empty()));
        }
        if (!allKnown) {
            table.row("Rows with a figure", "count", Shown.WHOLE, year -> Optional.of(supply.count(year)));
        }
        ifAny(
                supply,
                supply::printedTotal,
                value -> table.row(
                        "Printed total",
                        unit,
                        shown,
                        value,
                        beforeGrowth(supply, grows ? supply.growthOfPrinted(latest) : Optional.empty())));
        if (supply.printedTotal(latest)
                .filter(total -> anyKnown && supply.value(total).number().isPresent())
                .isPresent()) {
            table.row("Sum less printed total", unit, shown, supply::differenceFromPrinted);
            Place leader = supply.places().get(0);
            table.row(
                    leader + ", share of printed total",
                    "%",
                    Shown.PERCENT_2,
                    year -> supply.shareOfPrinted(leader, year));
        }
        outlook(supply).ifPresent(table::note);
        missed(supply).ifPresent(table::note);
        return table.build();
    }

    /** In which years the rows do not sum to the total that is printed with them, in one edition. */
    static Optional<String> missed(Supply supply) {
        return supply.missed().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        supply.missed().stream().map(Period::toString).collect(Collectors.joining(", "))
                                + ": the rows miss the printed total by more than its rounding, so shares of either are in doubt.");
    }

    /** Which years are an outlook, and whose case it is. */
    private Optional<String> outlook(Supply supply) {
        String years = supply.years().stream()
                .filter(year -> !supply.observed().contains(year))
                .map(Period::toString)
                .collect(Collectors.joining(", "));
        String cases = dataset.figures(supply.measure().id(), supply.edition()).stream()
                .map(Figure::scenarioCase)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return years.isEmpty() ? Optional.empty() : Optional.of(years + ": an outlook, not observed (" + cases + ").");
    }

    private static Cell[] beforeGrowth(Supply supply, Optional<Key> growth) {
        List<Cell> cells = new ArrayList<>();
        shares(supply).forEach(year -> cells.add(Cell.BLANK));
        cells.add(Cell.of(growth, Shown.PERCENT_2));
        return cells.toArray(Cell[]::new);
    }

    private void ifAny(
            Supply supply, Function<Period, Optional<Key>> value, Consumer<Function<Period, Optional<Key>>> add) {
        if (supply.years().stream().anyMatch(year -> value.apply(year).isPresent())) {
            add.accept(value);
        }
    }

    private static int listed(Supply supply) {
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

    /** What follows from shares, in the years that have them: the three largest need three figures. */
    private static Function<Period, Optional<Key>> shared(Supply supply, Function<Period, Optional<Key>> value) {
        return year -> value.apply(year)
                .filter(key ->
                        supply.hasShares(year) && supply.value(key).number().isPresent());
    }

    private Block concentration(Supply supply) {
        var table = Table.overYears("Concentration by country" + ofEdition(", ", supply), supply.years());
        table.row(
                "HHI, other countries split up",
                "index",
                Shown.ONE_DECIMAL,
                shared(supply, year -> Optional.of(supply.hhi(year))));
        ifAny(
                supply,
                shared(supply, supply::hhiWithOthersAsOne),
                value -> table.row("HHI, other countries as one", "index", Shown.ONE_DECIMAL, value));
        ifAny(
                supply,
                shared(supply, supply::cr3),
                value -> table.row("Three largest (CR3)", "%", Shown.PERCENT_2, value));
        ifAny(
                supply,
                shared(supply, supply::cr5),
                value -> table.row("Five largest (CR5)", "%", Shown.PERCENT_2, value));
        table.row(
                "Left without the largest",
                "%",
                Shown.PERCENT_2,
                shared(supply, year -> Optional.of(supply.withoutLargest(year))));
        table.note("HHI on 0 to 10,000; its two ends differ by what the block of other countries may hide.");
        if (!supply.years().stream().allMatch(supply::allKnown)) {
            table.note("Taken over the rows that are published; what the others hold is not known.");
        }
        return table.build();
    }

    /** Output in the unit of reserves: where that is a larger one than its own, with more decimals. */
    private Shown shownOutput(ReserveLife life) {
        return life.output().measure().unit().equals(life.reserves().measure().unit())
                ? shown(life.reserves())
                : Shown.PRECISE;
    }

    /** What is mined of some reserves: the one output on their basis, where neither has a second that it could be. */
    private Optional<Supply> onlyOutput(Supply reserves) {
        List<Supply> held = onBasisOf(reserves, Measure.Kind.RESERVES);
        List<Supply> mined = onBasisOf(reserves, Measure.Kind.PRODUCTION);
        return held.size() == 1 && mined.size() == 1 ? Optional.of(mined.get(0)) : Optional.empty();
    }

    private List<Supply> onBasisOf(Supply reserves, Measure.Kind kind) {
        return dataset.measures().values().stream()
                .filter(measure -> measure.kind() == kind
                        && measure.stage().equals(reserves.measure().stage())
                        && measure.unit().comparableWith(reserves.measure().unit()))
                .flatMap(measure -> supplies.supply(measure.id(), reserves.edition()).stream())
                .toList();
    }

    private void reserveLife(Supply reserves) {
        onlyOutput(reserves).flatMap(output -> ReserveLife.of(reserves, output)).ifPresent(life -> {
            model.include(life.model());
            String unit = reserves.measure().unit().toString();
            List<Place> rows = ImmutableList.<Place>builder()
                    .addAll(life.places())
                    .add(Place.WORLD)
                    .build();
            blocks.add(Table.of("Reserve life at the output of " + life.year(), rows)
                    .label("Country", place -> place.equals(Place.WORLD) ? "All with both figures" : place.name())
                    .value("Reserves, " + unit, shown(reserves), life::held)
                    .value("Output, " + unit, shownOutput(life), life::mined)
                    .value("Years", Shown.ONE_DECIMAL, life::years)
                    .note("Only countries that have reserves and output. A short life next to large output is"
                            + " a sign that the reserve figure is too low, not that the mine is about to close.")
                    .build());
            Key all = Term.of(reserves.measure())
                    .sub("reserve life: finding")
                    .key()
                    .in(Case.of(reserves.edition()));
            model.calculation(
                    all,
                    sentence(
                            text("Over countries with both figures reserves last "),
                            life.years(Place.WORLD).ref().fixed(1),
                            text(" years; all known reserves over all known output give "),
                            life.overAllOutput().ref().fixed(1),
                            text(" years.")));
            blocks.add(new Block.Prose("", ImmutableList.of(new Block.Sentence.Live(all))));
        });
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

    private Block.Charts charts(Supply supply, Optional<History> history) {
        List<Chart> charts = new ArrayList<>();
        String unit = supply.measure().unit().toString();
        history.ifPresentOrElse(
                h -> {
                    List<Chart.Series> series = new ArrayList<>();
                    for (Place place : h.largest()) {
                        series.add(Chart.columns(
                                place.name(),
                                span(h.years().stream()
                                        .map(year -> h.amount(place, year))
                                        .toList())));
                    }
                    series.add(Chart.columns(
                            "All others", span(h.years().stream().map(h::rest).toList())));
                    charts.add(new Chart(
                            supply.measure().name() + " by country, each year as last revised",
                            Chart.Kind.STACKED_COLUMNS,
                            unit,
                            ImmutableList.copyOf(series)));
                },
                () -> {
                    if (supply.years().size() > 1 && !shares(supply).isEmpty()) {
                        List<Chart.Series> series = supply.rows().stream()
                                .limit(8)
                                .map(place -> Chart.columns(
                                        place.name(),
                                        span(supply.years().stream()
                                                .map(year -> supply.amount(place, year))
                                                .toList())))
                                .toList();
                        charts.add(new Chart(
                                supply.measure().name() + " by country",
                                Chart.Kind.STACKED_COLUMNS,
                                unit,
                                ImmutableList.copyOf(series)));
                    }
                });
        Period year = supply.latest();
        int last = listed(supply);
        if (supply.hasShares(year) && last > 0) {
            List<Key> slices = new ArrayList<>();
            for (int rank = 1; rank <= last; rank++) {
                slices.add(supply.rankedShare(rank, year));
            }
            slices.add(supply.restShare(last, year));
            charts.add(Chart.of(
                    "Who has how much of " + Words.inSentence(supply.measure().name()) + " in " + year,
                    Chart.Kind.DOUGHNUT,
                    unit,
                    Chart.columns("Share", span(slices))));
        }
        return new Block.Charts(ImmutableList.copyOf(charts));
    }

    private void revisions(Supply supply) {
        dataset.newest()
                .filter(newest -> !newest.id().equals(supply.edition()))
                .flatMap(newest -> supplies.supply(supply.measure().id(), newest.id()))
                .flatMap(newer -> Revisions.of(supply, newer))
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
                            .value(editionName(supply.edition()), shown(supply), Revisions.Revision::before)
                            .value(editionName(revisions.newer().edition()), shown(supply), Revisions.Revision::after)
                            .value("Change", shown(supply), Revisions.Revision::change)
                            .value("Change, %", Shown.PERCENT, Revisions.Revision::relative)
                            .build());
                });
    }
}
