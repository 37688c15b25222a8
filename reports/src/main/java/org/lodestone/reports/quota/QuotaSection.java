package org.lodestone.reports.quota;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;

/** The section on quotas: how much may be mined and separated, how fast that grows, and who may. */
public final class QuotaSection {

    private static final int HOLDERS_IN_SENTENCE = 3;

    private final Dataset dataset;
    private final ImmutableList<Quotas> stages;
    private final Model.Builder model = Model.builder();

    private QuotaSection(Dataset dataset, ImmutableList<Quotas> stages) {
        this.dataset = dataset;
        this.stages = stages;
        stages.forEach(quotas -> model.include(quotas.model()));
    }

    /** The section; empty where no stage has a quota. */
    public static Optional<Part> of(Dataset dataset, ImmutableList<Quotas> stages) {
        return stages.isEmpty() ? Optional.empty() : Optional.of(new QuotaSection(dataset, stages).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(findings());
        averages().ifPresent(blocks::add);
        stages.forEach(quotas -> blocks.add(years(quotas)));
        stages.stream().filter(quotas -> !quotas.ores().isEmpty()).forEach(quotas -> blocks.add(ores(quotas)));
        charts().ifPresent(blocks::add);
        stages.forEach(quotas -> quotas.holdings().ifPresent(holdings -> {
            blocks.add(holders(quotas, holdings));
            blocks.add(shares(quotas, holdings));
        }));
        Part.Builder part = Part.builder(model);
        part.section(Section.of(
                "Quotas",
                title(),
                "As published for each batch and year; a full year is never worked out from some of its batches",
                blocks));
        details().ifPresent(part::section);
        stages.forEach(quotas -> QuotaFindings.add(quotas, part, model));
        return part.build();
    }

    /** The finding, as the figures were when the report was made. */
    private String title() {
        List<Quotas> compared =
                stages.stream().filter(quotas -> quotas.span().isPresent()).toList();
        boolean slower = !compared.isEmpty()
                && compared.stream()
                        .allMatch(quotas -> quotas.againstCompound()
                                .map(key -> quotas.value(key).equals(Value.of("below")))
                                .orElse(false));
        return dataset.resource() + ": "
                + (slower ? "quotas grow more slowly than they used to" : "quotas by year and holder");
    }

    // ---------------------------------------------------------------- findings

    private Block findings() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        for (Quotas quotas : stages) {
            quotas.known().ifPresent(known -> {
                Period last = known.upperEndpoint();
                sentences.add(say(quotas, "total", total(quotas, last)));
                byOre(quotas, last).ifPresent(ores -> sentences.add(say(quotas, "ores", ores)));
                quotas.holdings()
                        .filter(holdings -> holdings.years().contains(last))
                        .ifPresent(holdings -> sentences.add(say(quotas, "holders", holders(quotas, holdings, last))));
            });
            Period latest = quotas.years().get(quotas.years().size() - 1);
            if (quotas.known().map(known -> !known.contains(latest)).orElse(true)) {
                sentences.add(say(quotas, "latest", notKnown(quotas, latest)));
            }
        }
        return new Block.Prose("", sentences.build());
    }

    private Block.Sentence say(Quotas quotas, String part, Formula sentence) {
        Key key = Quotas.term(quotas.stage()).sub("finding").sub(part).key();
        return new Block.Sentence.Live(model.calculation(key, sentence));
    }

    private static Formula total(Quotas quotas, Period last) {
        List<Formula> parts = new ArrayList<>(List.of(
                text(quotas.stage().name() + ": the quota of " + last + " is "), amount(quotas, quotas.total(last))));
        boolean grew = hasGrowth(quotas, last);
        if (grew) {
            parts.add(text(", "));
            parts.add(signedPercent(quotas.growth(last).orElseThrow().ref(), 2));
            parts.add(text(" on the year before"));
        }
        quotas.span().ifPresent(span -> {
            parts.add(text(". "));
            parts.add(
                    grew
                            ? sentence(
                                    text("That is "),
                                    quotas.againstCompound().orElseThrow().ref(),
                                    text(" compound"))
                            : text("Compound"));
            parts.add(text(" growth since " + span.lowerEndpoint() + (grew ? ", which is " : " is ")));
            parts.add(percent(quotas.compoundGrowth().orElseThrow().ref(), 2));
            parts.add(text(" a year over "));
            parts.add(quotas.numberOfYears().orElseThrow().ref().fixed(0));
            parts.add(text(" years"));
            quotas.meanGrowth().filter(mean -> isNumber(quotas, mean)).ifPresent(mean -> {
                parts.add(text(", and "));
                parts.add(quotas.againstMean().orElseThrow().ref());
                parts.add(text(" the mean of yearly rates, "));
                parts.add(percent(mean.ref(), 2));
            });
        });
        parts.add(text("."));
        return sentence(parts.toArray(Formula[]::new));
    }

    /** A year without a known total says why; once a reader types one in, it says that. */
    private static Formula notKnown(Quotas quotas, Period year) {
        Formula total = quotas.total(year).ref();
        return sentence(
                text(quotas.stage().name() + ", quota of " + year + ": "),
                total.isKnown().then(total.fixed(digits(quotas)), total),
                text("."));
    }

    private static boolean isNumber(Quotas quotas, Key key) {
        return quotas.value(key).number().isPresent();
    }

    private static Formula amount(Quotas quotas, Key key) {
        return sentence(key.ref().fixed(digits(quotas)), text(" " + quotas.unit()));
    }

    private Optional<Formula> byOre(Quotas quotas, Period year) {
        List<Formula> parts = new ArrayList<>();
        for (Ore ore : quotas.ores()) {
            quotas.ore(ore, year).ifPresent(key -> {
                parts.add(text(
                        parts.isEmpty()
                                ? "Of the " + year + " quota of "
                                        + Words.inSentence(quotas.stage().name()) + ", "
                                : ", "));
                parts.add(amount(quotas, key));
                parts.add(text(" ("));
                parts.add(percent(quotas.oreShare(ore, year).orElseThrow().ref(), 2));
                parts.add(text(") is " + ore + " ore"));
            });
        }
        parts.add(text("."));
        return parts.size() == 1 ? Optional.empty() : Optional.of(sentence(parts.toArray(Formula[]::new)));
    }

    private Formula holders(Quotas quotas, Holdings holdings, Period year) {
        List<Formula> parts = new ArrayList<>(List.of(text("Of the " + year + " quota of "
                + Words.inSentence(quotas.stage().name()) + ", ")));
        List<Holder> named = holdings.holders().stream()
                .filter(holder -> isNumber(quotas, holdings.share(holder, year)))
                .limit(HOLDERS_IN_SENTENCE)
                .toList();
        for (Holder holder : named) {
            parts.add(text(name(holder) + " has "));
            parts.add(percent(holdings.share(holder, year).ref(), 2));
            parts.add(text(", "));
        }
        if (isNumber(quotas, holdings.largestTwo(year))) {
            parts.add(text("the two largest together "));
            parts.add(percent(holdings.largestTwo(year).ref(), 2));
            parts.add(text(", "));
        }
        parts.add(text("all known holders "));
        parts.add(percent(holdings.knownShare(year).ref(), 2));
        parts.add(text("."));
        return sentence(parts.toArray(Formula[]::new));
    }

    // ---------------------------------------------------------------- tables

    private static int digits(Quotas quotas) {
        return quotas.unit().word().startsWith("k") || quotas.unit().word().startsWith("M") ? 1 : 0;
    }

    private static Shown shown(Quotas quotas) {
        return digits(quotas) == 0 ? Shown.WHOLE : Shown.ONE_DECIMAL;
    }

    /** Years run down, since each has sources and remarks of its own. */
    private static Table.ListBuilder<Period> byYear(Quotas quotas, String what, List<Period> years) {
        return Table.of(quotas.stage().name() + ": " + what, years).labelOf("Year", Quotas::yearLabel);
    }

    private Block years(Quotas quotas) {
        var table = byYear(quotas, "quota by year, " + quotas.unit(), quotas.years());
        for (String batch : quotas.batches()) {
            Split split = Split.of(batch);
            table.optional(split.batchName(), shown(quotas), year -> quotas.amount(split, year));
        }
        if (!quotas.batches().isEmpty()) {
            table.optional("Sum of batches", shown(quotas), quotas::sumOfBatches);
        }
        table.value("Full year", shown(quotas), quotas::total);
        if (!quotas.batches().isEmpty()) {
            table.optional("Not in batches", shown(quotas), quotas::beyondBatches)
                    .note("Not in batches: what was issued in batches that are not stated here.");
        }
        return table.optional("Growth", Shown.PERCENT_2, quotas::growth)
                .sources()
                .marks()
                .build();
    }

    /** One number of the comparison of a year's growth with its averages. */
    private record Average(String name, Shown shown, Function<Quotas, Optional<Key>> key) {}

    private Optional<Block> averages() {
        List<Quotas> compared =
                stages.stream().filter(quotas -> quotas.span().isPresent()).toList();
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        var table = Table.of(
                        "Growth in the last year against its averages",
                        List.of(
                                new Average("First year", Shown.ORDINAL, Quotas::firstYear),
                                new Average("Last year", Shown.ORDINAL, Quotas::lastYear),
                                new Average("Years between", Shown.ORDINAL, Quotas::numberOfYears),
                                new Average("Growth in last year", Shown.PERCENT_2, Quotas::growthInLastYear),
                                new Average("Compound growth", Shown.PERCENT_2, Quotas::compoundGrowth),
                                new Average("Mean of yearly rates", Shown.PERCENT_2, Quotas::meanGrowth),
                                new Average("Against compound", Shown.TEXT, Quotas::againstCompound),
                                new Average("Against mean", Shown.TEXT, Quotas::againstMean)))
                .label("", Average::name);
        for (Quotas quotas : compared) {
            table.column(
                    quotas.stage().name(),
                    Column.Role.VALUE,
                    average -> new Cell.Of(average.key().apply(quotas).orElseThrow(), average.shown()));
        }
        return Optional.of(
                table.note("Compound growth looks at the first and the last year only; the mean looks at every year.")
                        .build());
    }

    private static List<Period> yearsByOre(Quotas quotas) {
        return quotas.years().stream()
                .filter(year -> quotas.oreShare(quotas.ores().get(0), year).isPresent())
                .toList();
    }

    private Block ores(Quotas quotas) {
        var table = byYear(quotas, "quota by ore, " + quotas.unit() + ", full year", yearsByOre(quotas));
        quotas.ores().forEach(ore -> table.optional(oreName(ore), shown(quotas), year -> quotas.ore(ore, year)));
        if (quotas.ores().size() > 1) {
            table.optional("Of no known ore", shown(quotas), quotas::beyondOres);
        }
        quotas.ores()
                .forEach(ore ->
                        table.optional(oreName(ore) + ", share", Shown.PERCENT_2, year -> quotas.oreShare(ore, year)));
        quotas.ores()
                .forEach(ore -> table.optional(
                        oreName(ore) + ", growth", Shown.PERCENT_2, year -> quotas.oreGrowth(ore, year)));
        return table.sources().marks().build();
    }

    private static String oreName(Ore ore) {
        return capitalised(ore + " ore");
    }

    private Block holders(Quotas quotas, Holdings holdings) {
        var table = byYear(quotas, "full-year quota by holder, " + quotas.unit(), holdings.years());
        holdings.holders()
                .forEach(holder -> table.value(name(holder), shown(quotas), year -> holdings.amount(holder, year)));
        return table.value("Known holders, share", Shown.PERCENT_2, holdings::knownShare)
                .value("Two largest (CR2)", Shown.PERCENT_2, holdings::largestTwo)
                .value("Holders that have it all", Shown.WHOLE, holdings::holdersOfAll)
                .sources()
                .marks()
                .note(
                        "Where a cell is empty no figure was found. Where known holders have less than all, a large one may be"
                                + " missing, so the two largest and their number are not known.")
                .note("Members move between groups: a name does not stand for the same mines and plants in every year."
                        + " Who holds a quota is not always who mines.")
                .build();
    }

    private Block shares(Quotas quotas, Holdings holdings) {
        var table = byYear(quotas, "share of the full-year quota by holder", holdings.years());
        holdings.holders()
                .forEach(holder -> table.value(name(holder), Shown.PERCENT_2, year -> holdings.share(holder, year)));
        return table.build();
    }

    // ---------------------------------------------------------------- details

    /** A figure for a part of a year's quota. */
    private record Detail(Split split, Period year, Key key) {}

    /** Figures that are in no table of totals, ores and holders. */
    private List<Detail> details(Quotas quotas, Predicate<Split> wanted) {
        Set<Key> shown = new HashSet<>();
        quotas.holdings().ifPresent(holdings -> shown.addAll(holdings.amounts().values()));
        quotas.conflicts().forEach(conflict -> shown.add(conflict.other()));
        return quotas.years().stream()
                .flatMap(year -> quotas.splits().stream()
                        .filter(split -> !split.equals(Split.of(split.batch())) && !split.equals(Split.of(split.ore())))
                        .filter(wanted)
                        .sorted(Comparator.comparing(Split::batch)
                                .thenComparing(split -> split.holder().kind())
                                .thenComparing(split -> name(split.holder()))
                                .thenComparing(Split::ore))
                        .flatMap(split -> quotas.amount(split, year).map(key -> new Detail(split, year, key)).stream()))
                .filter(detail -> !shown.contains(detail.key()))
                .toList();
    }

    /** Whether a part is a province's or a company's, which is another cut of the same tonnes than the holders' one. */
    private static boolean isOtherCut(Quotas quotas, Split split) {
        Holder.Kind kind = split.holder().kind();
        return (kind == Holder.Kind.PROVINCE || kind == Holder.Kind.COMPANY)
                && quotas.holdings().map(holdings -> holdings.kind() != kind).orElse(true);
    }

    private Optional<Section> details() {
        List<Block> blocks = new ArrayList<>();
        stages.forEach(quotas -> conflicts(quotas).ifPresent(blocks::add));
        for (Quotas quotas : stages) {
            details(quotas, "provinces and companies, where known", split -> isOtherCut(quotas, split))
                    .ifPresent(blocks::add);
        }
        for (Quotas quotas : stages) {
            details(quotas, "parts of batches and of years, where known", split -> !isOtherCut(quotas, split))
                    .ifPresent(blocks::add);
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "Quota details",
                        dataset.resource() + ": quotas in detail, and where figures conflict",
                        "Figures that the sheet on quotas does not show; parts are not complete, and those the press"
                                + " rounded need not sum",
                        blocks));
    }

    private Optional<Block> details(Quotas quotas, String what, Predicate<Split> wanted) {
        List<Detail> details = details(quotas, wanted);
        if (details.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Table.of(quotas.stage().name() + ": " + what, details)
                .label("Holder and ore", detail -> of(detail.split()))
                .value("Year", Shown.ORDINAL, detail -> Quotas.yearLabel(detail.year()))
                .words("Batch", detail -> detail.split().batchName())
                .value(quotas.unit().toString(), shown(quotas), Detail::key)
                .sources()
                .marks()
                .build());
    }

    private String of(Split split) {
        String words = split.holderAndOre(name(split.holder()));
        return words.isEmpty() ? "All" : capitalised(words);
    }

    private Optional<Block> conflicts(Quotas quotas) {
        if (quotas.conflicts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Table.of(
                        quotas.stage().name() + ": conflicting figures, " + quotas.unit(), quotas.conflicts())
                .label("Holder and ore", conflict -> of(conflict.split()))
                .value("Year", Shown.ORDINAL, conflict -> Quotas.yearLabel(conflict.year()))
                .words("Batch", conflict -> conflict.split().batchName())
                .value("Used", shown(quotas), Conflict::used)
                .sources()
                .marks()
                .words("It is", conflict -> conflict.usedHow().toString())
                .value("Not used", shown(quotas), Conflict::other)
                .words("It is", conflict -> conflict.otherHow().toString())
                .value("Difference", shown(quotas), Conflict::difference)
                .note("A reported figure is used before a derived one, that before hearsay, and what was rounded last.")
                .build());
    }

    private String name(Holder holder) {
        return Optional.ofNullable(dataset.companies().get(holder.name()))
                .map(Company::name)
                .map(name -> name + " (" + holder + ")")
                .orElse(holder.name());
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    // ---------------------------------------------------------------- charts

    private Optional<Block> charts() {
        List<Chart> charts = new ArrayList<>();
        totals().ifPresent(charts::add);
        stages.stream().filter(quotas -> quotas.ores().size() > 1).forEach(quotas -> charts.add(byOre(quotas)));
        return charts.isEmpty() ? Optional.empty() : Optional.of(new Block.Charts(ImmutableList.copyOf(charts)));
    }

    /** Stages with the unit of the first, over the years in which all of them have a total and its growth. */
    private Optional<Chart> totals() {
        Unit unit = stages.get(0).unit();
        List<Quotas> alike =
                stages.stream().filter(quotas -> quotas.unit().equals(unit)).toList();
        List<Period> years = stages.get(0).years().stream()
                .filter(year -> alike.stream().allMatch(quotas -> hasGrowth(quotas, year)))
                .toList();
        List<Period> run = lastRun(years);
        if (run.size() < 2) {
            return Optional.empty();
        }
        List<Chart.Series> series = new ArrayList<>();
        alike.forEach(quotas -> series.add(Chart.columns(
                quotas.stage().name(), span(run.stream().map(quotas::total).toList()))));
        alike.forEach(quotas -> series.add(Chart.line(
                quotas.stage().name() + ", growth",
                span(run.stream().map(year -> quotas.growth(year).orElseThrow()).toList()))));
        return Optional.of(new Chart(
                "Quotas, and their growth on the year before",
                Chart.Kind.COLUMNS_AND_LINES,
                unit.toString(),
                ImmutableList.copyOf(series)));
    }

    private static boolean hasGrowth(Quotas quotas, Period year) {
        return quotas.growth(year).map(growth -> isNumber(quotas, growth)).orElse(false);
    }

    /** The last years without a gap: a chart draws cells that stand side by side. */
    private static List<Period> lastRun(List<Period> years) {
        int from = years.size();
        while (from > 0
                && (from == years.size() || years.contains(years.get(from).previous()))) {
            from--;
        }
        return years.subList(from, years.size());
    }

    private static Chart byOre(Quotas quotas) {
        List<Period> years = yearsByOre(quotas);
        return new Chart(
                quotas.stage().name() + ": quota by ore",
                Chart.Kind.STACKED_COLUMNS,
                quotas.unit().toString(),
                quotas.ores().stream()
                        .map(ore -> Chart.columns(
                                oreName(ore),
                                span(years.stream()
                                        .map(year -> quotas.ore(ore, year).orElseThrow())
                                        .toList())))
                        .collect(ImmutableList.toImmutableList()));
    }
}
