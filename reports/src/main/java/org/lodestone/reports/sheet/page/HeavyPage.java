package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.project.Project;
import org.lodestone.core.project.Project.Heavies;
import org.lodestone.core.project.Status;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.heavy.HeavyPrices;
import org.lodestone.reports.heavy.HeavyPrices.Series;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.internal.words.HeavyRareEarths;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.sheet.supply.HeavySection;

/** The page on heavy rare earths: the quota of the ore they come from, what they cost, and who else separates them. */
final class HeavyPage {

    private static final Term HEAVY = Term.of("heavy rare earths");
    private static final Observation NOT_AVAILABLE = Observation.parse(Observation.Reason.NOT_AVAILABLE.code());

    /** The number of products that have columns. */
    private static final int PRODUCTS = 3;
    /** The number of years that have rows; the charts show all. */
    private static final int YEARS = 4;

    private final Dataset dataset;
    private final Optional<Pipeline> pipeline;
    private final Optional<Quotas> ionic;
    private final ImmutableList<Series> products;
    private final Optional<HeavyPrices> prices;
    /** The lines that a table has room for beside the charts. */
    private static final int MOST_LINES = 10;

    private final ImmutableList<Project> lines;
    private final Model.Builder model = Model.builder();
    private final PageSentences said = new PageSentences(model, HEAVY.sub("page"));

    private HeavyPage(Analyses analyses) {
        this.dataset = analyses.dataset();
        this.pipeline = analyses.pipeline();
        this.ionic = analyses.quotas().stream()
                .filter(quotas ->
                        quotas.ores().contains(Ore.IONIC) && !knownYears(quotas).isEmpty())
                .findFirst();
        this.prices = analyses.heavyPrices().filter(known -> !known.series().isEmpty());
        this.products = prices.stream()
                .flatMap(known -> known.longest().stream())
                .limit(PRODUCTS)
                .collect(ImmutableList.toImmutableList());
        this.lines = dataset.projects().stream()
                .filter(project -> project.heavies().isPresent())
                .sorted(Comparator.comparing((Project line) -> line.heavies().orElseThrow())
                        .thenComparing(line -> stage(line).order(), Comparator.reverseOrder())
                        .thenComparing(
                                Project::firstYear,
                                Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder())))
                .collect(ImmutableList.toImmutableList());
        ionic.ifPresent(quotas -> model.include(quotas.model()));
        prices.ifPresent(known -> model.include(known.model()));
    }

    /** The page; empty where no price names a heavy rare earth and no project line has to do with them. */
    static Optional<Part> of(Analyses analyses) {
        HeavyPage page = new HeavyPage(analyses);
        return page.products.isEmpty() && page.lines.isEmpty() ? Optional.empty() : Optional.of(page.part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        Pair.of(ionic.flatMap(this::quotaChart), priceChart()).ifPresent(blocks::add);
        if (ionic.isPresent() || !products.isEmpty()) {
            blocks.add(years());
        }
        if (!lines.isEmpty()) {
            blocks.add(lines());
        }
        return Part.of(Section.page(Pages.HEAVIES, Section.Group.CHAIN, title(), standfirst(), blocks), model.build());
    }

    // ---------------------------------------------------------------- head

    private Block.Sentence title() {
        Optional<Series> series = products.stream().findFirst();
        if (ionic.isEmpty() && series.isEmpty()) {
            return said.live("title", operating());
        }
        return said.live(
                "title",
                words().with(
                                "year",
                                ionic.map(
                                        quotas -> Formula.text(lastKnown(quotas).toString())))
                        .with(
                                "share",
                                ionic.map(quotas -> quotas.oreShare(Ore.IONIC, lastKnown(quotas))
                                        .orElseThrow()))
                        .with("both", ionic.isPresent() && series.isPresent())
                        .with("price", series.map(one -> price(one, true)))
                        .say(
                                "[Ionic ore is {share:0.0%} of the {year} quota|The share of ionic ore in the {year} quota is not known]"
                                        + "{both?; }[{price}]"));
    }

    /** @param briefly within a sentence, else by itself */
    private Formula price(Series series, boolean briefly) {
        Optional<Formula> growth = prices.flatMap(known -> known.growth(series, series.last()));
        return words().with("product", briefly ? series.product().toLowerCase(Locale.ROOT) : series.product())
                .with(
                        "price",
                        price(series, series.last())
                                .fixed(HeavySection.shown(products).decimals()))
                .with("unit", series.unit())
                .with("year", series.last())
                .with("growth", growth.map(Formula::magnitude))
                .with("up", growth.map(rate -> rate.isAbove(ZERO)))
                .with("briefly", briefly)
                .say("{product} costs {price} {unit} in {year}"
                        + "[, {up?up|down} {growth:0%}{briefly?| on the year}|, its change{briefly?| on the year} is not known]"
                        + "|{product} has no price in {year} that is known");
    }

    private static Block.Sentence standfirst() {
        String elements = Words.listed(HeavyRareEarths.ELEMENTS.values().asList());
        return Block.Sentence.plain(Words.capitalised(elements)
                + "; most come from ionic ore. Lines are listed that separate them, or whose ore has much of them.");
    }

    // ---------------------------------------------------------------- values

    /** The years whose quota of ionic ore is a number. */
    private static List<Period> knownYears(Quotas quotas) {
        return quotas.years().stream()
                .filter(year -> quotas.ore(Ore.IONIC, year)
                        .filter(key -> quotas.value(key).isNumber())
                        .isPresent())
                .toList();
    }

    private static Period lastKnown(Quotas quotas) {
        List<Period> known = knownYears(quotas);
        return known.get(known.size() - 1);
    }

    private static Key quota(Quotas quotas, Period year) {
        return quotas.ore(Ore.IONIC, year).orElseThrow();
    }

    private Key price(Series series, Period year) {
        return prices.flatMap(known -> known.price(series, year)).orElseThrow();
    }

    private Stage stage(Project line) {
        return dataset.chain()
                .stage(line.stage())
                .orElseGet(() -> new Stage(line.stage(), 0, line.stage(), ImmutableList.of(), ""));
    }

    // ---------------------------------------------------------------- charts

    private Optional<Exhibit> quotaChart(Quotas quotas) {
        List<Period> years = knownYears(quotas);
        if (years.size() < 2) {
            return Optional.empty();
        }
        Period first = years.get(0);
        Period last = years.get(years.size() - 1);
        Formula ionicMoved = change("ionic quota, change", quota(quotas, last), quota(quotas, first));
        Formula allMoved = change("whole quota, change", quotas.total(last), quotas.total(first));
        Formula finding = words().with("first", first)
                .with("last", last)
                .with("ionic", ionicMoved)
                .with("all", allMoved)
                .say("From {first} to {last} the quota of ionic ore {ionic}, that of all ore {all}"
                        + "|From {first} to {last} the quota of ionic ore {ionic}; how that of all ore moved is not known"
                        + "|From {first} to {last} the quota of all ore {all}; how that of ionic ore moved is not known"
                        + "|How the quota moved from {first} to {last} is not known: a figure is missing");
        return Optional.of(Exhibit.of(
                said.live("quota", finding),
                "Share of ionic ore in the quota of "
                        + Words.inSentence(quotas.stage().name()) + ", %",
                Chart.columns("Share of ionic ore", "%")
                        .series(
                                "Ionic ore",
                                span(
                                        years,
                                        year -> quotas.oreShare(Ore.IONIC, year).orElseThrow()))
                        .labelled(Shown.PERCENT)
                        .build()));
    }

    /** {@code rose 7%}, or {@code fell 7%}. */
    private Formula change(String what, Key now, Key before) {
        Formula growth = model.calculation(HEAVY.sub(what).key(), Growth.onYearBefore(now, before));
        return words().with("rose", growth.isAbove(ZERO))
                .with("growth", growth.magnitude())
                .clause("{rose?rose|fell} {growth:0%}");
    }

    /** The products whose years are those of the first, without a gap. */
    private Optional<Exhibit> priceChart() {
        if (products.isEmpty()) {
            return Optional.empty();
        }
        Series first = products.get(0);
        List<Series> alike = products.stream()
                .filter(series -> series.unit().equals(first.unit())
                        && series.prices().keySet().equals(first.prices().keySet()))
                .toList();
        int years = first.prices().size();
        if (years < 2 || first.last().year() - first.first().year() != years - 1) {
            return Optional.empty();
        }
        List<Chart.Series> lines = alike.stream()
                .map(series ->
                        Chart.series(series.product(), span(series.prices().keySet(), year -> price(series, year))))
                .toList();
        Optional<Series> second = alike.stream().skip(1).findFirst();
        Formula finding = words().with("Product", first.product())
                .with("product", Words.inSentence(first.product()))
                .with("ratio", ratio(first))
                .with("first", first.first())
                .with("last", first.last())
                .with("other", second.map(series -> Formula.text(Words.inSentence(series.product()))))
                .with("otherRatio", second.map(this::ratio))
                .say("{Product} costs {ratio:0.0} times its {first} price in {last}"
                        + "[, {other} {otherRatio:0.0} times|; the ratio of {other} is not known]"
                        + "|What {product} costs against its {first} price is not known: a figure is missing");
        return Optional.of(Exhibit.of(
                said.live("prices", finding),
                "Yearly price, " + first.unit() + ", each year from the newest edition that has it",
                Chart.overTime(
                                "Prices",
                                first.unit().toString(),
                                prices.orElseThrow().model(),
                                lines)
                        .build()
                        .byYear(model)));
    }

    private Formula ratio(Series series) {
        return prices.orElseThrow().ratio(series);
    }

    // ---------------------------------------------------------------- tables

    private Exhibit years() {
        List<Period> years = Stream.concat(
                        ionic.stream()
                                .flatMap(quotas -> quotas.years().stream()
                                        .filter(year ->
                                                quotas.ore(Ore.IONIC, year).isPresent())),
                        products.stream().flatMap(series -> series.prices().keySet().stream()))
                .distinct()
                .sorted()
                .toList();
        List<Period> latest = years.subList(Math.max(0, years.size() - YEARS), years.size());
        Table.ListBuilder<Period> table =
                Table.of("", latest).id("heavy-rare-earths").labelOf("Year", year -> YearNumber.add(model, year));
        ionic.ifPresent(quotas -> table.value(
                        "Ionic ore, " + quotas.unit(), Shown.WHOLE, year -> orNone(quotas.ore(Ore.IONIC, year)))
                .across(2)
                .value("Growth", Shown.PERCENT, year -> orNone(quotas.oreGrowth(Ore.IONIC, year)))
                .value("Growth of all ore", Shown.PERCENT, year -> orNone(quotas.growth(year)))
                .value("Share of all ore", Shown.PERCENT, year -> orNone(quotas.oreShare(Ore.IONIC, year))));
        Shown shown = HeavySection.shown(products);
        prices.ifPresent(known -> products.forEach(
                series -> table.optional(series.name() + ", " + series.unit(), shown, year -> known.price(series, year))
                        .across(2)
                        .optional("Growth", Shown.PERCENT, year -> known.growth(series, year))));
        return Exhibit.of(
                said.live("years", latest()),
                "Quota of ionic ore"
                        + (products.isEmpty() ? "" : ", and prices from the newest edition that has the year"),
                table.build());
    }

    /** The value, or a label "not available" where it cannot be worked out. */
    private Key orNone(Optional<Key> value) {
        return value.orElseGet(() -> model.label(HEAVY.sub("not known").key(), Value.NOT_AVAILABLE));
    }

    private Formula latest() {
        if (!products.isEmpty()) {
            return price(products.get(Math.min(1, products.size() - 1)), false);
        }
        Quotas quotas = ionic.orElseThrow();
        return words().with("amount", quota(quotas, lastKnown(quotas)))
                .with("unit", quotas.unit())
                .with("year", lastKnown(quotas))
                .say("{amount:0} {unit} of ionic ore in {year}");
    }

    private Exhibit lines() {
        pipeline.ifPresent(known -> model.include(known.model()));
        Table table = Table.of("", shown())
                .id("heavy-lines")
                .label("Project", Project::project)
                .words(
                        "Heavies",
                        line -> line.heavies().equals(Optional.of(Heavies.SEPARATED)) ? "separated" : "in its ore")
                .across(1)
                .words("Country", line -> line.place().name())
                .across(2)
                .words("Product", project -> Words.byItself(project.product()))
                .across(4)
                .again("Capacity", Shown.WHOLE, Pipeline::capacity)
                .words("Unit", line -> line.unit().map(Object::toString).orElse(""))
                .across(2)
                .words("Status", line -> line.status().toString())
                .across(2)
                .words("First year", Project::firstYear)
                .across(1)
                .build();
        List<String> notes = new ArrayList<>();
        if (shown().stream().anyMatch(line -> line.capacity().isEmpty())) {
            notes.add(NOT_AVAILABLE + ": no capacity is published.");
        }
        if (shown().size() < lines.size()) {
            notes.add("Other lines are not shown.");
        }
        return Exhibit.of(
                        said.live("lines", operating()),
                        "Lines that separate heavy rare earths, or whose ore or concentrate contains much of them; capacities of feed,"
                                + " of concentrate and of oxides do not add",
                        table)
                .withNotes(String.join(" ", notes));
    }

    /** The lines of the table: where there are many, those that are more than planned. */
    private List<Project> shown() {
        return lines.size() <= MOST_LINES
                ? lines
                : lines.stream().filter(line -> line.status() != Status.PLANNED).toList();
    }

    private Formula operating() {
        int now = producing(Heavies.SEPARATED);
        int mines = of(Heavies.CONTAINED).size();
        return words().with("now", counted("separating now", now))
                .with("all", counted("separating", of(Heavies.SEPARATED).size()))
                .with("one", now == 1)
                .with("mining", mines > 0, () -> counted("mining now", producing(Heavies.CONTAINED)))
                .with("mines", mines > 0, () -> counted("mining", mines))
                .say("{now:0} of {all:0} lines that separate heavy rare earths {one?is|are} in production"
                        + "[, {mining:0} of {mines:0} that mine their ore]");
    }

    private List<Project> of(Heavies heavies) {
        return lines.stream()
                .filter(line -> line.heavies().equals(Optional.of(heavies)))
                .toList();
    }

    private int producing(Heavies heavies) {
        return (int) of(heavies).stream()
                .filter(line -> line.status() == Status.OPERATING || line.status() == Status.RAMPING)
                .count();
    }

    private Formula counted(String what, int number) {
        return model.label(HEAVY.sub("lines").sub(what).key(), number);
    }
}
