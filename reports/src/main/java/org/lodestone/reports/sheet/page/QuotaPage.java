package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.Words;
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
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.CompanyNames;
import org.lodestone.reports.internal.words.GrowthWords;
import org.lodestone.reports.internal.words.ShownUnit;
import org.lodestone.reports.quota.Holdings;
import org.lodestone.reports.quota.QuotaOutlook;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.quota.Split;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;

/** The page on quotas: how much may be mined and separated, how fast that grows, of which ore it is, and who holds it. */
record QuotaPage(
        Dataset dataset, ImmutableList<Quotas> stages, ImmutableList<QuotaOutlook> outlooks, PageSentences said) {

    private static final Term QUOTAS = Term.of("quotas").sub("page");

    /** The number of stages that fit beside each other. */
    private static final int STAGES = 2;

    /** {@code The quota of mining grew 5.9% in 2024 and 14.4% a year compound since 2017}; one alone where the other is not known. */
    private static final String GREW = "{flat?{what} {stage} is unchanged in {year} at {amount} {unit}"
            + "|{what} {stage} {grew} in {year} and {alsoGrew} a year compound since {first}}"
            + "|{what} {stage} {grew} in {year}; its growth from {first} is not known"
            + "|{what} {stage} {compound} a year compound from {first} to {year}"
            + "{hasGrowth?; its growth in {year} alone is not known}";

    private static final String RANGE = "What is known puts it at {low} to {high} {unit}.";

    private static final String OUT_OF_DATE = "Its range is out of date.";

    /** The page; empty where no quota of two years or more is known. */
    static Optional<Part> of(Analyses analyses) {
        ImmutableList<Quotas> stages = analyses.quotas().stream()
                .filter(quotas -> quotas.span().isPresent())
                .limit(STAGES)
                .collect(ImmutableList.toImmutableList());
        if (stages.isEmpty()) {
            return Optional.empty();
        }
        Model.Builder model = Model.builder();
        stages.forEach(quotas -> model.include(quotas.model()));
        analyses.quotaOutlooks().forEach(outlook -> model.include(outlook.model()));
        PageSentences said = new PageSentences(model, QUOTAS);
        return Optional.of(new QuotaPage(analyses.dataset(), stages, analyses.quotaOutlooks(), said).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        Pair.of(growth(), holders()).ifPresent(blocks::add);
        blocks.add(years());
        return Part.of(
                Section.page(Pages.QUOTAS, Section.Group.CHAIN, title(), standfirst(), blocks),
                said.model().build());
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
        return key.orElseThrow();
    }

    // ---------------------------------------------------------------- head

    private Block.Sentence title() {
        return said.live(
                "title",
                words(stages.get(0), "The quota of")
                        .say(GREW + "|Growth of the quota of {stage} is not known: a figure is missing"));
    }

    /** @param what what stands before the name of the stage */
    private static Wording words(Quotas quotas, String what) {
        Formula compound = number(quotas.compoundGrowth());
        Optional<Key> growth = quotas.growth(last(quotas));
        ShownUnit told = ShownUnit.of(quotas);
        return Wording.words()
                .with("what", what)
                .with("flat", growth.map(rate -> isFlat(rate).and(isFlat(compound))))
                .with("amount", told.inSentence(quotas.total(last(quotas))))
                .with("unit", told.toString())
                .with("stage", name(quotas))
                .with("first", first(quotas))
                .with("year", last(quotas))
                .with("grew", growth.map(rate -> GrowthWords.grew(rate, 1)))
                .with("alsoGrew", growth.map(rate -> GrowthWords.alsoGrew(compound, rate, 1)))
                .with("compound", GrowthWords.grew(compound, 1))
                .with("hasGrowth", growth.isPresent());
    }

    /** Whether a growth reads 0.0%. */
    private static Formula isFlat(Formula growth) {
        return growth.rounded(3).isEqualTo(ZERO);
    }

    private Block.Sentence standfirst() {
        Quotas first = stages.get(0);
        Optional<Quotas> second = stages.stream().skip(1).findFirst();
        Period latest = first.years().get(first.years().size() - 1);
        Formula total = first.total(latest);
        return said.live(
                "standfirst",
                Wording.words()
                        .with(
                                "second",
                                second.map(quotas -> words(quotas, "That of").clause(GREW)))
                        .with("stage", second.map(quotas -> Formula.text(name(quotas))))
                        .with("latest", latest)
                        .with(
                                "total",
                                !latest.equals(last(first)),
                                () -> total.isKnown().then(ShownUnit.of(first).inSentence(total), code(total)))
                        .with("batch", !latest.equals(last(first)), () -> batch(first, latest))
                        .with("range", range(first, latest))
                        .say("[{second}. |Growth of the quota of {stage} is not known. ]"
                                + "[Quota of {latest}: {total}. |Quota of {latest}: not known. ][{batch}][{range} ]"
                                + "As published, in the best source of each figure."));
    }

    /** The first batch of a year without a total, beside that of the two years before; not known where it is not stated. */
    private static Formula batch(Quotas quotas, Period year) {
        Split batch =
                Split.of(quotas.batches().isEmpty() ? "" : quotas.batches().get(0));
        Period before = year.previous();
        Period earlier = before.previous();
        ShownUnit told = ShownUnit.of(quotas);
        return Wording.words()
                .with("batch", batch.batch())
                .with("year", year)
                .with("before", before)
                .with("earlier", earlier)
                .with("unit", told.toString())
                .with(
                        "stated",
                        quotas.amount(batch, year)
                                .filter(key -> quotas.value(key).isNumber())
                                .isPresent())
                .with("amount", quotas.amount(batch, year).map(told::inSentence))
                .with("then", quotas.amount(batch, before).map(told::inSentence))
                .with("first", quotas.amount(batch, earlier).map(told::inSentence))
                .clause(
                        "{stated?[Batch {batch} of {year}: {amount} {unit}[, after {then} in {before}[ and {first} in {earlier}]]. "
                                + "|Batch {batch} of {year} is not known. ]}");
    }

    /** The range of a year without a total: a text of its own, so that it alone is out of date where a total is typed over. */
    private Optional<Formula> range(Quotas quotas, Period year) {
        ShownUnit told = ShownUnit.of(quotas);
        return outlooks.stream()
                .filter(outlook -> outlook.quotas().stage().equals(quotas.stage()))
                .filter(outlook -> outlook.ahead().contains(year) && outlook.has(year))
                .findFirst()
                .map(outlook -> said.value(
                        "range in words",
                        year,
                        Dated.of(
                                outlook.current(),
                                Wording.words()
                                        .with("low", told.inSentence(outlook.low(year)))
                                        .with("high", told.inSentence(outlook.high(year)))
                                        .with("unit", told.toString())
                                        .clause(RANGE),
                                OUT_OF_DATE)));
    }

    /** The code that is published in place of a figure, and words where there is none. */
    private static Formula code(Formula figure) {
        return Formula.call(Fn.IS_EMPTY, figure).then(Formula.text("not known"), figure);
    }

    private static Shown shown(Quotas quotas) {
        return Shown.of(quotas.unit());
    }

    // ---------------------------------------------------------------- growth

    /** From the first to the last year in which every stage has a growth; one between that has none is a gap. */
    private Optional<Exhibit> growth() {
        List<Period> known = allYears().stream()
                .filter(year -> stages.stream().allMatch(quotas -> grows(quotas, year)))
                .toList();
        if (known.size() < 2) {
            return Optional.empty();
        }
        List<Period> years = allYears().stream()
                .filter(year -> year.compareTo(known.get(0)) >= 0 && year.compareTo(known.get(known.size() - 1)) <= 0)
                .filter(year ->
                        stages.stream().allMatch(quotas -> quotas.growth(year).isPresent()))
                .toList();
        Chart.Builder chart = Chart.columns("Growth of quotas", "%");
        for (Quotas quotas : stages) {
            chart.series(
                    shortName(quotas), span(years, year -> quotas.growth(year).orElseThrow()));
        }
        Optional<Key> compound = stages.get(0).compoundGrowth();
        compound.ifPresent(level -> chart.level(
                said.value(
                        "compound growth in words",
                        Wording.words()
                                .with("stage", shortName(stages.get(0)))
                                .with("growth", level)
                                .say("{stage}, compound: {growth:0.0%}|Compound growth not known")),
                level));
        Quotas quotas = stages.get(stages.size() - 1);
        Period last = years.get(years.size() - 1);
        return Optional.of(Exhibit.of(
                said.live(
                        "growth",
                        Wording.words()
                                .with("stage", name(quotas))
                                .with("grew", GrowthWords.grew(number(quotas.growth(last)), 1))
                                .with("year", last)
                                .with("first", first(quotas))
                                .with("mean", number(quotas.meanGrowth()))
                                .with(
                                        "stated",
                                        quotas.meanGrowth()
                                                .filter(mean ->
                                                        quotas.value(mean).isNumber())
                                                .isPresent())
                                .say(
                                        "The quota of {stage} {grew} in {year}"
                                                + "{stated?[; the mean of its yearly rates since {first} is {mean:0.0%}|; the mean of its yearly rates since {first} is not known]}"
                                                + "|Growth of the quota of {stage} in {year} is not known: a figure is missing")),
                "Growth of the full-year quota on the year before, %",
                chart.build()));
    }

    private static boolean grows(Quotas quotas, Period year) {
        return quotas.growth(year)
                .filter(growth -> quotas.value(growth).isNumber())
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
        Table.ListBuilder<Holder> table = Table.of("", holders)
                .id("quota-shares")
                .label("Holder", holder -> CompanyNames.withId(dataset, holder.name()))
                .across(3);
        boolean moreThanTwo = told.stream().anyMatch(one -> known(one).size() > 2);
        for (Quotas quotas : told) {
            Period year = last(quotas);
            Holdings holdings = holdings(quotas);
            table.column(
                            shortName(quotas) + " " + year + ", " + quotas.unit(),
                            holder -> held(quotas, holder, holding -> holding.amount(holder, year), shown(quotas)))
                    .column(
                            "Share",
                            holder -> held(quotas, holder, holding -> holding.share(holder, year), Shown.PERCENT))
                    .total("Known holders", new Cell.Of(holdings.knownShare(year), Shown.PERCENT));
            if (moreThanTwo) {
                table.total("Two largest", new Cell.Of(holdings.largestTwo(year), Shown.PERCENT));
            }
        }
        Quotas quotas = told.get(0);
        Holdings holdings = holdings(quotas);
        Period year = last(quotas);
        Holder leader = holders.get(0);
        Formula finding = Wording.words()
                .with("leader", leader.name())
                .with("year", year)
                .with("share", holdings.share(leader, year))
                .with("together", holdings.knownShare(year))
                .say("{leader} holds {share:0.0%} in {year}, all known holders together {together:0.0%}"
                        + "|All known holders together have {together:0.0%} in {year}; what {leader} holds is not known"
                        + "|What holders have of the quota is not known: a figure is missing");
        return Optional.of(Exhibit.of(said.live("holders", finding), "Full-year quota by holder", table.build())
                .withNotes("Mines and plants move between groups, so a holder's share of two years need not compare."));
    }

    /** The holders whose share of the last known year is known. */
    private static List<Holder> known(Quotas quotas) {
        return holdings(quotas).holders().stream()
                .filter(holder -> quotas.value(holdings(quotas).share(holder, last(quotas)))
                        .isNumber())
                .toList();
    }

    private static Cell held(Quotas quotas, Holder holder, Function<Holdings, Key> value, Shown shown) {
        Holdings holdings = holdings(quotas);
        return holdings.holders().contains(holder) ? new Cell.Of(value.apply(holdings), shown) : Cell.BLANK;
    }

    // ---------------------------------------------------------------- years

    private Exhibit years() {
        Table.ListBuilder<Period> table = Table.of("", allYears()).id("quotas").labelOf("Year", YearNumber::of);
        for (Quotas quotas : stages) {
            table.optional("Batches stated", Shown.ORDINAL, year -> batches(quotas, year))
                    .optional(shortName(quotas) + ", " + quotas.unit(), shown(quotas), year -> total(quotas, year))
                    .across(2)
                    .optional("Growth", Shown.PERCENT, quotas::growth)
                    .total("Compound growth a year", Cell.of(quotas.compoundGrowth(), Shown.PERCENT))
                    .total("Mean of yearly rates", Cell.of(quotas.meanGrowth(), Shown.PERCENT));
        }
        Optional<Quotas> split =
                stages.stream().filter(quotas -> !quotas.ores().isEmpty()).findFirst();
        split.ifPresent(quotas -> quotas.ores()
                .forEach(ore -> table.optional(
                                Words.capitalised(ore + " ore"), shown(quotas), year -> quotas.ore(ore, year))
                        .optional("Share", Shown.PERCENT, year -> quotas.oreShare(ore, year))));
        return Exhibit.of(
                        said.live("years", split.flatMap(this::ores).orElseGet(() -> totals(stages.get(0)))),
                        "Quota by year"
                                + split.map(quotas -> "; by ore: " + name(quotas))
                                        .orElse(""),
                        table.build())
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
                : Optional.of(said.value(
                        QUOTAS.sub("batches stated")
                                .of(Subject.of(quotas.stage()))
                                .at(year),
                        Formula.countOfKnown(span(stated))));
    }

    /** A sentence on the quota of the last ore named, which in rare earths is ionic ore. */
    private Optional<Formula> ores(Quotas quotas) {
        Period year = last(quotas);
        Ore ore = quotas.ores().get(quotas.ores().size() - 1);
        ShownUnit told = ShownUnit.of(quotas);
        return quotas.oreShare(ore, year)
                .map(
                        share -> Wording.words()
                                .with("ore", ore.toString())
                                .with("Ore", Words.capitalised(ore.toString()))
                                .with("share", share)
                                .with("stage", name(quotas))
                                .with("year", year)
                                .with("amount", told.inSentence(number(quotas.ore(ore, year))))
                                .with("unit", told.toString())
                                .say(
                                        "{Ore} ore is {share:0.0%} of the quota of {stage} in {year}: {amount} {unit}"
                                                + "|The share of {ore} ore in the quota of {stage} in {year} is not known: a figure is missing"));
    }

    private static Formula totals(Quotas quotas) {
        Formula years = number(quotas.numberOfYears());
        ShownUnit told = ShownUnit.of(quotas);
        return Wording.words()
                .with("same", quotas.total(first(quotas)).isEqualTo(quotas.total(last(quotas))))
                .with("from", told.inSentence(quotas.total(first(quotas))))
                .with("to", told.inSentence(quotas.total(last(quotas))))
                .with("unit", told.toString())
                .with("years", years)
                .with("first", first(quotas))
                .with("last", last(quotas))
                .say("{same?The quota is {to} {unit} in {last}, as in {first}"
                        + "|The quota went from {from} to {to} {unit} in {years=1?a year|{years:0} years}}"
                        + "|The quota of {first} or that of {last} is not known: a figure is missing");
    }
}
