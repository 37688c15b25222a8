package org.lodestone.reports.internal.page;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.quota.Holdings;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.quota.Split;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;

/** The page on quotas: how much may be mined and separated, how fast that grows, of which ore it is, and who holds it. */
final class QuotaPage {

    private static final Term QUOTAS = Term.of("quotas").sub("page");

    /** The number of stages that fit beside each other. */
    private static final int STAGES = 2;

    private final Dataset dataset;
    private final ImmutableList<Quotas> stages;
    private final Model.Builder model = Model.builder();
    private final PageSentences said = new PageSentences(model, QUOTAS);

    private QuotaPage(Dataset dataset, List<Quotas> stages) {
        this.dataset = dataset;
        this.stages = ImmutableList.copyOf(stages);
        stages.forEach(quotas -> model.include(quotas.model()));
    }

    /** The page; empty where no quota of two years or more is known. */
    static Optional<Part> of(Analyses analyses) {
        List<Quotas> stages = analyses.quotas().stream()
                .filter(quotas -> quotas.span().isPresent())
                .limit(STAGES)
                .toList();
        return stages.isEmpty() ? Optional.empty() : Optional.of(new QuotaPage(analyses.dataset(), stages).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        Optional<Exhibit> growth = growth();
        Optional<Exhibit> holders = holders();
        if (growth.isPresent() && holders.isPresent()) {
            blocks.add(new Pair(growth.get(), 6, holders.get(), 7));
        } else {
            growth.ifPresent(blocks::add);
            holders.ifPresent(blocks::add);
        }
        blocks.add(years());
        return Part.of(Section.page(Pages.QUOTAS, Section.Group.CHAIN, title(), standfirst(), blocks), model.build());
    }

    private static Period last(Quotas quotas) {
        return quotas.span().orElseThrow().upperEndpoint();
    }

    private static Period first(Quotas quotas) {
        return quotas.span().orElseThrow().lowerEndpoint();
    }

    private static String name(Quotas quotas) {
        return Words.inSentence(quotas.stage().name());
    }

    /** The stage as its page is called. */
    private static String shortName(Quotas quotas) {
        return Words.capitalised(quotas.stage().id());
    }

    private static Formula number(Optional<Key> key) {
        return key.orElseThrow().ref();
    }

    // ---------------------------------------------------------------- head

    private Block.Sentence title() {
        Quotas quotas = stages.get(0);
        return said.live(
                "title",
                grew("The quota of ", quotas)
                        .orIfUnknown(say(
                                "Growth of the quota of {stage} is not known: a figure is missing",
                                with("stage", name(quotas)))));
    }

    /** {@code mining grew 5.9% in 2024 and 14.4% a year compound since 2017}; one alone where the other is not known. */
    private static Saying grew(String what, Quotas quotas) {
        String stage = what + name(quotas);
        String first = first(quotas).toString();
        Formula compound = number(quotas.compoundGrowth());
        String year = last(quotas).toString();
        Saying.Arguments span = with("stage", stage)
                .with("compound", GrowthWords.grew(compound, 1))
                .with("first", first)
                .with("year", year);
        Optional<Formula> growth = quotas.growth(last(quotas)).map(Key::ref);
        if (growth.isEmpty()) {
            return say("{stage} {compound} a year compound from {first} to {year}", span);
        }
        return say(
                        "{stage} {growth} in {year} and {compound} a year compound since {first}",
                        with("stage", stage)
                                .with("growth", GrowthWords.grew(growth.get(), 1))
                                .with("year", year)
                                .with("compound", GrowthWords.alsoGrew(compound, growth.get(), 1))
                                .with("first", first))
                .orIfUnknown(say(
                        "{stage} {growth} in {year}; its growth from {first} is not known",
                        with("stage", stage)
                                .with("growth", GrowthWords.grew(growth.get(), 1))
                                .with("year", year)
                                .with("first", first)))
                .orIfUnknown(say(
                        "{stage} {compound} a year compound from {first} to {year}; its growth in {year} alone is not known",
                        span));
    }

    private Block.Sentence standfirst() {
        return said.live(
                "standfirst",
                say(
                        "{second}{latest}As published, in the best source of each figure.",
                        with(
                                        "second",
                                        stages.stream()
                                                .skip(1)
                                                .findFirst()
                                                .map(quotas -> say("{grew}. ", with("grew", grew("That of ", quotas)))
                                                        .orIfUnknown(say(
                                                                "Growth of that of {stage} is not known. ",
                                                                with("stage", name(quotas))))))
                                .with("latest", latest())));
    }

    /** The latest year, where its total is not known: it says why. */
    private Optional<Saying> latest() {
        Quotas quotas = stages.get(0);
        Period latest = quotas.years().get(quotas.years().size() - 1);
        Formula total = quotas.total(latest).ref();
        return latest.equals(last(quotas))
                ? Optional.empty()
                : Optional.of(say(
                                "Quota of {year}: {total}. ",
                                with("year", latest.toString())
                                        .with("total", total.isKnown().then(total.fixed(digits(quotas)), code(total))))
                        .orIfUnknown(say("Quota of {year}: not known. ", with("year", latest.toString()))));
    }

    /** What is published in place of a figure, and words where that is nothing. */
    private static Formula code(Formula figure) {
        return Formula.call(Fn.IS_EMPTY, figure).then(Formula.text("not known"), figure);
    }

    private static int digits(Quotas quotas) {
        return shown(quotas).decimals();
    }

    private static Shown shown(Quotas quotas) {
        return Shown.of(quotas.unit());
    }

    // ---------------------------------------------------------------- growth

    /** Over the years in which every stage has a growth. */
    private Optional<Exhibit> growth() {
        List<Period> years = allYears().stream()
                .filter(year -> stages.stream().allMatch(quotas -> grows(quotas, year)))
                .toList();
        if (years.size() < 2) {
            return Optional.empty();
        }
        Chart.Builder chart = Chart.columns("Growth of quotas", "%");
        for (Quotas quotas : stages) {
            chart.series(
                    shortName(quotas),
                    span(years.stream()
                            .map(year -> quotas.growth(year).orElseThrow())
                            .toList()));
        }
        Optional<Key> compound = stages.get(0).compoundGrowth();
        compound.ifPresent(level -> chart.level(
                model.calculation(
                        QUOTAS.sub("compound growth in words").key(),
                        say(
                                        "{stage}, compound: {growth}",
                                        with("stage", shortName(stages.get(0))).with("growth", percent(level.ref(), 1)))
                                .orIfUnknown("Compound growth not known")
                                .formula()),
                level));
        Quotas quotas = stages.get(stages.size() - 1);
        Period last = years.get(years.size() - 1);
        return Optional.of(Exhibit.of(
                said.live(
                        "growth",
                        say(
                                        "The quota of {stage} {growth} in {year}{mean}",
                                        with("stage", name(quotas))
                                                .with("growth", GrowthWords.grows(number(quotas.growth(last)), 1))
                                                .with("year", last.toString())
                                                .with("mean", mean(quotas)))
                                .orIfUnknown(say(
                                        "Growth of the quota of {stage} in {year} is not known: a figure is missing",
                                        with("stage", name(quotas)).with("year", last.toString())))),
                "Growth of the full-year quota on the year before, %",
                chart.build()));
    }

    private static Saying mean(Quotas quotas) {
        String first = first(quotas).toString();
        return say(
                        "; the mean of its yearly rates since {first} is {mean}",
                        with("first", first).with("mean", percent(number(quotas.meanGrowth()), 1)))
                .orIfUnknown(say("; the mean of its yearly rates since {first} is not known", with("first", first)));
    }

    private static boolean grows(Quotas quotas, Period year) {
        return quotas.growth(year)
                .filter(growth -> quotas.value(growth).number().isPresent())
                .isPresent();
    }

    private ImmutableList<Period> allYears() {
        return stages.stream()
                .flatMap(quotas -> quotas.years().stream())
                .distinct()
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    // ---------------------------------------------------------------- holders

    /** The stages of whose holders at least one is known in their last known year. */
    private List<Quotas> told() {
        return stages.stream()
                .filter(quotas -> quotas.holdings()
                        .filter(holdings -> holdings.years().contains(last(quotas)))
                        .isPresent())
                .filter(quotas -> !known(quotas).isEmpty())
                .toList();
    }

    private static Holdings holdings(Quotas quotas) {
        return quotas.holdings().orElseThrow();
    }

    private Optional<Exhibit> holders() {
        List<Quotas> told = told();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        List<Holder> holders = told.stream()
                .flatMap(quotas -> known(quotas).stream())
                .distinct()
                .toList();
        Table.ListBuilder<Holder> table =
                Table.of("", holders).label("Holder", this::name).across(3);
        List<Cell> known = new ArrayList<>(List.of(new Cell.Words("Known holders")));
        List<Cell> two = new ArrayList<>(List.of(new Cell.Words("Two largest")));
        for (Quotas quotas : told) {
            Period year = last(quotas);
            Holdings holdings = holdings(quotas);
            table.column(
                            shortName(quotas) + " " + year + ", " + quotas.unit(),
                            Column.Role.VALUE,
                            holder -> held(quotas, holder, holding -> holding.amount(holder, year), shown(quotas)))
                    .column(
                            "Share",
                            Column.Role.VALUE,
                            holder -> held(quotas, holder, holding -> holding.share(holder, year), Shown.PERCENT));
            known.add(Cell.BLANK);
            known.add(new Cell.Of(holdings.knownShare(year), Shown.PERCENT));
            two.add(Cell.BLANK);
            two.add(new Cell.Of(holdings.largestTwo(year), Shown.PERCENT));
        }
        Quotas quotas = told.get(0);
        Holdings holdings = holdings(quotas);
        Period year = last(quotas);
        Holder leader = holders.get(0);
        Formula together = percent(holdings.knownShare(year).ref(), 1);
        Saying finding = say(
                        "{leader} holds {share} in {year}, all known holders together {known}",
                        with("leader", leader.name())
                                .with("year", year.toString())
                                .with(
                                        "share",
                                        percent(holdings.share(leader, year).ref(), 1))
                                .with("known", together))
                .orIfUnknown(say(
                        "All known holders together have {known} in {year}; what {leader} holds is not known",
                        with("leader", leader.name())
                                .with("year", year.toString())
                                .with("known", together)))
                .orIfUnknown("What holders have of the quota is not known: a figure is missing");
        return Optional.of(Exhibit.of(
                        said.live("holders", finding),
                        "Full-year quota by holder",
                        (told.stream().allMatch(one -> known(one).size() <= 2)
                                        ? table.total(known.toArray(Cell[]::new))
                                        : table.total(known.toArray(Cell[]::new))
                                                .total(two.toArray(Cell[]::new)))
                                .build())
                .withNotes("Mines and plants move between groups, so a holder's share of two years need not compare."
                        + " Earlier years: see Quota detail."));
    }

    /** The holders whose share of the last known year is known. */
    private static List<Holder> known(Quotas quotas) {
        return holdings(quotas).holders().stream()
                .filter(holder -> quotas.value(holdings(quotas).share(holder, last(quotas)))
                        .number()
                        .isPresent())
                .toList();
    }

    private static Cell held(Quotas quotas, Holder holder, Function<Holdings, Key> value, Shown shown) {
        Holdings holdings = holdings(quotas);
        return holdings.holders().contains(holder) ? new Cell.Of(value.apply(holdings), shown) : Cell.BLANK;
    }

    private String name(Holder holder) {
        return Optional.ofNullable(dataset.companies().get(holder.name()))
                .map(company -> company.name() + " (" + holder + ")")
                .orElse(holder.name());
    }

    // ---------------------------------------------------------------- years

    private Exhibit years() {
        Table.ListBuilder<Period> table = Table.of("", allYears()).labelOf("Year", Quotas::yearLabel);
        List<Cell> compound = new ArrayList<>(List.of(new Cell.Words("Compound growth a year")));
        List<Cell> mean = new ArrayList<>(List.of(new Cell.Words("Mean of yearly rates")));
        for (Quotas quotas : stages) {
            table.optional("Batches stated", Shown.ORDINAL, year -> batches(quotas, year))
                    .optional(shortName(quotas) + ", " + quotas.unit(), shown(quotas), year -> total(quotas, year))
                    .across(2)
                    .optional("Growth", Shown.PERCENT, quotas::growth);
            compound.addAll(List.of(Cell.BLANK, Cell.BLANK, Cell.of(quotas.compoundGrowth(), Shown.PERCENT)));
            mean.addAll(List.of(Cell.BLANK, Cell.BLANK, Cell.of(quotas.meanGrowth(), Shown.PERCENT)));
        }
        Optional<Quotas> split =
                stages.stream().filter(quotas -> !quotas.ores().isEmpty()).findFirst();
        split.ifPresent(quotas -> {
            for (Ore ore : quotas.ores()) {
                String name = Words.capitalised(ore + " ore");
                table.optional(name, shown(quotas), year -> quotas.ore(ore, year))
                        .optional("Share", Shown.PERCENT, year -> quotas.oreShare(ore, year));
                compound.addAll(List.of(Cell.BLANK, Cell.BLANK));
                mean.addAll(List.of(Cell.BLANK, Cell.BLANK));
            }
        });
        return Exhibit.of(
                        said.live("years", split.flatMap(this::ores).orElseGet(() -> totals(stages.get(0)))),
                        "Quota by year"
                                + split.map(quotas -> "; by ore: " + name(quotas))
                                        .orElse(""),
                        table.total(compound.toArray(Cell[]::new))
                                .total(mean.toArray(Cell[]::new))
                                .build())
                .withNotes("Fewer batches may be stated than were issued: the total of a year is its own figure and not"
                        + " their sum. NA: no source has it; n/a: cannot be worked out.");
    }

    private static Optional<Key> total(Quotas quotas, Period year) {
        return quotas.years().contains(year) ? Optional.of(quotas.total(year)) : Optional.empty();
    }

    /** The number of batches that have a stated amount. */
    private Optional<Key> batches(Quotas quotas, Period year) {
        List<Key> stated = quotas.batches().stream()
                .flatMap(batch -> quotas.amount(Split.of(batch), year).stream())
                .toList();
        return stated.isEmpty()
                ? Optional.empty()
                : Optional.of(model.calculation(
                        QUOTAS.sub("batches stated")
                                .of(Subject.of(quotas.stage()))
                                .at(year),
                        Formula.countOfKnown(span(stated))));
    }

    /** A sentence on the quota of the last ore named, which in rare earths is ionic ore. */
    private Optional<Saying> ores(Quotas quotas) {
        Period year = last(quotas);
        Ore ore = quotas.ores().get(quotas.ores().size() - 1);
        return quotas.oreShare(ore, year)
                .map(share -> say(
                                "{ore} ore is {share} of the quota of {stage} in {year}: {amount} {unit}",
                                with("ore", Words.capitalised(ore.toString()))
                                        .with("share", percent(share.ref(), 1))
                                        .with("stage", name(quotas))
                                        .with("year", year.toString())
                                        .with(
                                                "amount",
                                                number(quotas.ore(ore, year)).fixed(digits(quotas)))
                                        .with("unit", quotas.unit().toString()))
                        .orIfUnknown(say(
                                "The share of {ore} ore in the quota of {stage} in {year} is not known: a figure is missing",
                                with("ore", ore.toString())
                                        .with("stage", name(quotas))
                                        .with("year", year.toString()))));
    }

    private static Saying totals(Quotas quotas) {
        return say(
                        "From {from} to {to} {unit} in {years} years",
                        with("from", quotas.total(first(quotas)).ref().fixed(digits(quotas)))
                                .with("to", quotas.total(last(quotas)).ref().fixed(digits(quotas)))
                                .with("unit", quotas.unit().toString())
                                .with("years", number(quotas.numberOfYears()).fixed(0)))
                .orIfUnknown(say(
                        "The quota of {first} or that of {last} is not known: a figure is missing",
                        with("first", first(quotas).toString())
                                .with("last", last(quotas).toString())));
    }
}
