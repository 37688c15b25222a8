package org.lodestone.reports.heavy;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.project.Project;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.heavy.HeavyPrices.Quote;
import org.lodestone.reports.heavy.HeavyPrices.Series;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;

/** The section on heavy rare earths: the quota of ionic ore, prices, and the lines that separate them. */
public final class HeavySection {

    private static final Term HEAVY = Term.of("heavy rare earths");
    private static final Observation NOT_AVAILABLE = Observation.parse(Observation.Reason.NOT_AVAILABLE.code());

    private static final Comparator<Stage> ALONG_THE_CHAIN =
            Comparator.comparingInt(Stage::order).thenComparing(Stage::id);

    private final Dataset dataset;
    private final Optional<HeavyPrices> prices;
    private final List<Project> lines;
    private final List<Quotas> ionic;
    private final Model.Builder model = Model.builder().include(Definitions.MODEL);

    private HeavySection(Dataset dataset, Optional<HeavyPrices> prices, ImmutableList<Quotas> stages) {
        this.dataset = dataset;
        this.prices = prices;
        this.lines = dataset.projects().stream()
                .filter(project -> HeavyRareEarths.namedIn(project.product()))
                .toList();
        this.ionic = stages.stream()
                .filter(quotas -> quotas.ores().contains(Ore.IONIC))
                .toList();
        for (Project line : lines) {
            Observation capacity = line.capacity().orElse(NOT_AVAILABLE);
            model.figure(capacity(line), Value.of(capacity), line.citation());
        }
        prices.ifPresent(known -> model.include(known.model()));
        ionic.forEach(quotas -> model.include(quotas.model()));
    }

    /** The section; empty where no price and no project line names a heavy rare earth. */
    public static Optional<Part> of(Dataset dataset, Optional<HeavyPrices> prices, ImmutableList<Quotas> stages) {
        HeavySection section = new HeavySection(dataset, prices, stages);
        return section.prices.isEmpty() && section.lines.isEmpty() ? Optional.empty() : Optional.of(section.part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(findings());
        ionic.forEach(quotas -> blocks.add(quota(quotas)));
        prices.filter(known -> !known.series().isEmpty()).ifPresent(known -> {
            blocks.add(yearly(known));
            others(known).ifPresent(blocks::add);
            blocks.add(ratios(known));
            chart(known).ifPresent(blocks::add);
        });
        lines.stream()
                .collect(Collectors.groupingBy(this::stage, () -> new TreeMap<>(ALONG_THE_CHAIN), Collectors.toList()))
                .forEach((stage, here) -> blocks.add(lines(stage, here)));
        prices.filter(known -> !known.quotes().isEmpty()).ifPresent(known -> blocks.add(quotes(known)));
        String elements = String.join(", ", HeavyRareEarths.ELEMENTS.values());
        return Part.of(
                Section.of(
                        "Heavy",
                        "Heavy rare earths: quota, prices and who separates them",
                        "Here: " + elements,
                        blocks),
                model.build());
    }

    // ---------------------------------------------------------------- findings

    private Block findings() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        for (Quotas quotas : ionic) {
            List<Period> years = knownYears(quotas);
            if (!years.isEmpty()) {
                sentences.add(say(quotas.stage().name(), quotaFinding(quotas, years)));
            }
        }
        prices.ifPresent(known ->
                known.longest().forEach(series -> sentences.add(say(series.name(), priceFinding(known, series)))));
        if (!lines.isEmpty()) {
            sentences.add(
                    new Block.Sentence.Plain("Project lines that name heavy rare earths as a product are listed by"
                            + " stage. Their capacities are of feed, of oxides or of other products, and do not add."));
        }
        return new Block.Prose("", sentences.build());
    }

    private Block.Sentence say(String about, Formula sentence) {
        return new Block.Sentence.Live(model.calculation(HEAVY.sub("finding").of(Subject.of(about)), sentence));
    }

    /** The years whose ionic-ore quota is a number. */
    private static List<Period> knownYears(Quotas quotas) {
        return quotas.years().stream()
                .filter(year -> quotas.ore(Ore.IONIC, year)
                        .map(key -> quotas.value(key).number().isPresent())
                        .orElse(false))
                .toList();
    }

    private static Key ionic(Quotas quotas, Period year) {
        return quotas.ore(Ore.IONIC, year).orElseThrow();
    }

    private static Formula quotaFinding(Quotas quotas, List<Period> years) {
        Period first = years.get(0);
        Period last = years.get(years.size() - 1);
        return sentence(
                text("Ionic ore, the source of most heavy rare earths, has a quota of "),
                ionic(quotas, last).ref().fixed(0),
                text(" " + quotas.unit() + " in " + last + ", "),
                percent(quotas.oreShare(Ore.IONIC, last).orElseThrow().ref(), 2),
                text(" of the whole for " + Words.inSentence(quotas.stage().name()) + ". From " + first + " to " + last
                        + " it changed by "),
                signedPercent(
                        Growth.onYearBefore(
                                ionic(quotas, last).ref(), ionic(quotas, first).ref()),
                        2),
                text(", the whole by "),
                signedPercent(
                        Growth.onYearBefore(
                                quotas.total(last).ref(), quotas.total(first).ref()),
                        2),
                text("."));
    }

    private static Formula priceFinding(HeavyPrices prices, Series series) {
        Formula growth = prices.growth(series, series.last())
                .map(key -> sentence(text(", "), signedPercent(key.ref(), 2), text(" on the year before")))
                .orElse(text(""));
        return sentence(
                text(series.name() + ": "),
                prices.price(series, series.last()).orElseThrow().ref().fixed(inWholeNumbers(List.of(series)) ? 0 : 2),
                text(" " + series.unit() + " in " + series.last()),
                growth,
                text(", "),
                prices.ratio(series).ref().fixed(2),
                text(" times the price of " + series.first() + "."));
    }

    // ---------------------------------------------------------------- tables

    private Block quota(Quotas quotas) {
        List<Period> years = quotas.years().stream()
                .filter(year -> quotas.ore(Ore.IONIC, year).isPresent())
                .toList();
        return Table.of(quotas.stage().name() + ": quota of ionic ore, " + quotas.unit(), years)
                .labelOf("Year", Quotas::yearLabel)
                .sources()
                .optional("Ionic ore", Shown.WHOLE, year -> quotas.ore(Ore.IONIC, year))
                .optional("Growth", Shown.PERCENT_2, year -> quotas.oreGrowth(Ore.IONIC, year))
                .optional("Growth of all ores", Shown.PERCENT_2, quotas::growth)
                .optional("Share of all ores", Shown.PERCENT_2, year -> quotas.oreShare(Ore.IONIC, year))
                .build();
    }

    private static Table.ListBuilder<Period> byYear(String heading, List<Period> years, HeavyPrices prices) {
        return Table.of(heading, years)
                .labelOf("Year", Quotas::yearLabel)
                .sources()
                .optional("Edition", Shown.TEXT, year -> Optional.of(prices.edition(year)));
    }

    /** The unit in a heading where all series share one, and otherwise nothing: see {@link #header}. */
    private static String unit(List<Series> series) {
        return haveOneUnit(series) ? ", " + series.get(0).unit() : "";
    }

    private static String header(Series series, List<Series> all) {
        return haveOneUnit(all) ? series.name() : series.name() + ", " + series.unit();
    }

    private static Shown shown(List<Series> series) {
        return inWholeNumbers(series) ? Shown.WHOLE : Shown.TWO_DECIMALS;
    }

    private static boolean inWholeNumbers(List<Series> series) {
        return series.stream()
                .flatMap(one -> one.prices().values().stream())
                .flatMapToDouble(price -> price.price().known().stream())
                .allMatch(amount -> amount == Math.rint(amount));
    }

    private static boolean haveOneUnit(List<Series> series) {
        return series.stream().map(Series::unit).distinct().count() == 1;
    }

    private static Block yearly(HeavyPrices prices) {
        List<Series> longest = prices.longest();
        List<Period> years = prices.years().stream()
                .filter(year -> longest.stream()
                        .anyMatch(series -> prices.price(series, year).isPresent()))
                .toList();
        var table = byYear("Yearly prices" + unit(longest), years, prices);
        for (Series series : longest) {
            table.optional(header(series, longest), shown(longest), year -> prices.price(series, year))
                    .optional("Growth", Shown.PERCENT_2, year -> prices.growth(series, year));
        }
        return table.note(
                        "Each year is from the newest edition that has it; growth from one edition to the next compares"
                                + " figures of both.")
                .build();
    }

    private static Optional<Block> others(HeavyPrices prices) {
        List<Series> others = prices.series().stream()
                .filter(series -> !prices.longest().contains(series))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<Period> years = prices.years().stream()
                .filter(year -> others.stream()
                        .anyMatch(series -> prices.price(series, year).isPresent()))
                .toList();
        var table = byYear("Yearly prices of other heavy rare earths" + unit(others), years, prices);
        others.forEach(
                series -> table.optional(header(series, others), shown(others), year -> prices.price(series, year)));
        return Optional.of(table.build());
    }

    private static Block ratios(HeavyPrices prices) {
        return Table.of("The latest yearly price over the first", prices.series())
                .label("Product", Series::name)
                .sources()
                .words("Unit", series -> series.unit().toString())
                .value("First year", Shown.ORDINAL, series -> Quotas.yearLabel(series.first()))
                .value(
                        "Price",
                        shown(prices.series()),
                        series -> prices.price(series, series.first()).orElseThrow())
                .value("Last year", Shown.ORDINAL, series -> Quotas.yearLabel(series.last()))
                .value(
                        "Price",
                        shown(prices.series()),
                        series -> prices.price(series, series.last()).orElseThrow())
                .value("Last over first", Shown.TWO_DECIMALS, prices::ratio)
                .build();
    }

    /** A chart of the longest series, if they are of the same years, in one unit and without a gap. */
    private static Optional<Block> chart(HeavyPrices prices) {
        Series first = prices.longest().get(0);
        List<Series> alike = prices.longest().stream()
                .filter(series -> series.unit().equals(first.unit())
                        && series.prices().keySet().equals(first.prices().keySet()))
                .toList();
        if (first.prices().size() < 2
                || first.last().year() - first.first().year() != first.prices().size() - 1) {
            return Optional.empty();
        }
        return Optional.of(Block.charts(Chart.lines(
                        "Prices of heavy rare earths", first.unit().toString())
                .series(alike.stream()
                        .map(series -> Chart.series(
                                series.name(),
                                span(series.prices().keySet().stream()
                                        .map(year -> prices.price(series, year).orElseThrow())
                                        .toList())))
                        .toList())
                .build()));
    }

    private static Block quotes(HeavyPrices prices) {
        return Table.of("Prices of single days, quarters and years", prices.quotes())
                .label("Product", quote -> quote.price().product())
                .sources()
                .words("Of", quote -> quote.price().period().toString())
                .value("Price", Shown.AS_IS, Quote::key)
                .words("Unit", quote -> quote.price().unit().toString())
                .words("VAT", quote -> quote.price().vat().toString())
                .note("Prices with and without VAT do not compare.")
                .build();
    }

    private static Block lines(Stage stage, List<Project> lines) {
        return Table.of("Lines for heavy rare earths: " + Words.inSentence(stage.name()), lines)
                .label("Project and product", line -> line.project() + ": " + line.product())
                .sources()
                .words("Place", line -> line.place().name())
                .value("Capacity", Shown.WHOLE, HeavySection::capacity)
                .words("Unit", line -> line.unit().map(Object::toString).orElse(""))
                .words("Status", line -> line.status().toString())
                .words("First year", Project::firstYear)
                .build();
    }

    private Stage stage(Project line) {
        return dataset.chain()
                .stage(line.stage())
                .orElseGet(() -> new Stage(line.stage(), 0, line.stage(), ImmutableList.of(), ""));
    }

    private static Key capacity(Project line) {
        return HEAVY.sub("capacity").of(Subject.of(line.id()));
    }
}
