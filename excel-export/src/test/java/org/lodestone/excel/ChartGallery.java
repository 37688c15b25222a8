package org.lodestone.excel;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Band;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * A report with a chart of each kind.
 *
 * <p>Shares and mine production are those of USGS MCS 2025 and 2026 and of the IEA, rounded; balances, forecasts and scores are
 * made up.
 */
final class ChartGallery {

    static final ImmutableList<String> STAGES =
            ImmutableList.of("Reserves", "Mining", "Separation", "Metals, alloys", "Magnets", "Applications");
    static final ImmutableList<Double> SHARES = ImmutableList.of(0.484, 0.685, 0.913, Double.NaN, 0.94, Double.NaN);
    static final ImmutableMap<String, double[]> BALANCES = ImmutableMap.of(
            "Base", new double[] {0, -2.282, -4.065, -5.36, -6.177, -6.529, -7.122},
            "Tight", new double[] {0, -5.313, -10.53, -15.675, -20.772, -25.848, -31.393},
            "Fast overseas", new double[] {0, -1.567, -2.188, -1.871, -.625, 1.541, 3.507});
    static final ImmutableMap<String, double[]> DRAWS = ImmutableMap.of(
            "P5", new double[] {0, -3.016, -5.576, -7.737, -9.555, -11.035, -12.812},
            "P25", new double[] {0, -2.4, -4.3, -5.8, -6.9, -7.5, -8.1},
            "Median", new double[] {0, -1.9, -3.4, -4.2, -4.7, -4.5, -4.4},
            "P75", new double[] {0, -1.5, -2.4, -2.7, -2.3, -1.4, -.6},
            "P95", new double[] {0, -.84, -.974, -.373, .998, 3.121, 5.096});
    static final ImmutableMap<String, double[]> MINES = ImmutableMap.of(
            "China", new double[] {210, 255, 270, 270, 276.2, 282.6, 289.1, 295.7, 302.5},
            "United States", new double[] {42, 41.6, 45.5, 51, 51, 54.8, 58.7, 58.7, 58.7},
            "Australia", new double[] {18, 16, 29, 29, 29, 31.8, 34.5, 37.5, 41.4},
            "Myanmar", new double[] {12, 43, 27, 22, 22, 22, 22, 22, 22},
            "Other countries", new double[] {14.8, 20.4, 11.9, 15.3, 15.6, 15.9, 16.2, 16.6, 16.9},
            "Brazil and Tanzania", new double[] {.1, .1, .6, 2, 3.3, 4.6, 5.8, 9.4, 12.6});
    static final ImmutableList<String> DRIVERS = ImmutableList.of(
            "Separation quota growth, 0 to 4.2% a year",
            "Overseas plants, 40 to 130% of plan",
            "Scrap and stocks, 8 to 17% of demand",
            "Extra US and Australian output, 0 to 5 kt");
    static final double[] LOW = {-7.4, -6.5, -3.8, Double.NaN};
    static final double[] HIGH = {13.1, 10.2, 7.2, 5};
    static final ImmutableMap<String, Double> PRICES_OF_A_TONNE = ImmutableMap.of(
            "China Northern Rare Earth", 158.0,
            "MP Materials", 188.0,
            "Lynas Rare Earths", 728.0,
            "Shenghe Resources", 1571.0,
            "China Rare Earth Resources", 2951.0);
    static final ImmutableMap<String, double[]> SCORES = ImmutableMap.<String, double[]>builder()
            .put("China Northern", new double[] {.744, .851})
            .put("Rising Nonferrous", new double[] {.28, .88})
            .put("Shenghe", new double[] {.237, .74})
            .put("MP Materials", new double[] {.434, .68})
            .put("China RE Resources", new double[] {.468, .661})
            .put("Lynas", new double[] {.486, .486})
            .put("Baotou Steel Union", new double[] {.22, .22})
            .put("Neo Performance", new double[] {.122, .122})
            .build();

    /** Reserves of 2024 in Mt REO, and mine production of 2024 and 2023 in kt REO: MCS 2025, which has no reserves of Myanmar. */
    static final ImmutableMap<String, double[]> HOLDERS = ImmutableMap.<String, double[]>builder()
            .put("United States", new double[] {1.9, 45, 41.6})
            .put("Thailand", new double[] {.0045, 13, 3.6})
            .put("Vietnam", new double[] {3.5, .3, .3})
            .put("Russia", new double[] {3.8, 2.5, 2.5})
            .put("Australia", new double[] {5.7, 13, 16})
            .put("India", new double[] {6.9, 2.9, 2.9})
            .put("Brazil", new double[] {21, .02, .14})
            .put("China", new double[] {44, 270, 255})
            .buildOrThrow();

    private static final Citation CITATION = Citation.of("usgs-mcs-2025");
    private static final Term SHARE = Term.of("share of China");
    private static final Term BALANCE = Term.of("balance");
    private static final Term DRAWN = Term.of("balance of the draws");
    private static final Term MINED = Term.of("mine production");
    private static final Term WORLD = Term.of("world mine production");
    private static final Term GROWTH = Term.of("growth");
    private static final Key NOTE = Term.of("growth that the note prints").key();
    private static final Term CHANGE = Term.of("change of the balance");
    private static final Term PRICE = Term.of("EV per tonne");
    private static final Term SCORE = Term.of("score");
    private static final Term HELD = Term.of("reserves of a holder");
    private static final Term DUG = Term.of("mine production of a holder");

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final List<Block> tables = new ArrayList<>();
    private final Chart shares = shares();
    private final Chart balances = balances();
    private final Chart mines = mines();
    private final Chart growth = growth();
    private final Chart tornado = tornado();
    private final Chart draws = draws();
    private final Chart prices = prices();
    private final Chart scores = scores();
    private final Chart holders = holders();

    static Report report() {
        return new ChartGallery().arranged();
    }

    /** The key of a share, for a reader to type over. */
    static Key share(String stage) {
        return SHARE.of(Subject.of(stage));
    }

    static Key balance(String scenario, int year) {
        return BALANCE.of(Subject.of(scenario)).at(Period.year(year));
    }

    private Report arranged() {
        return new Report(
                "Charts",
                "A chart of each kind",
                ImmutableList.of(
                        Section.presenting(
                                "Front", "Upright", "", List.of(new Pair(exhibit(shares), 6, exhibit(balances), 6))),
                        page("Mining", mines, growth),
                        page("Turns", tornado, draws),
                        page("Comps", prices, scores),
                        Section.page(
                                "Holders",
                                Section.Group.CHAIN,
                                new Block.Sentence.Plain("Holders"),
                                new Block.Sentence.Plain("On its side"),
                                List.of(exhibit(holders))),
                        Section.of("Data", "What is drawn", "", tables)),
                model.build(),
                ImmutableMap.of());
    }

    private static Exhibit exhibit(Chart chart) {
        return Exhibit.of(new Block.Sentence.Plain(chart.title()), chart.unit(), chart);
    }

    private static Section page(String name, Chart left, Chart right) {
        return Section.page(
                name,
                Section.Group.CHAIN,
                new Block.Sentence.Plain(name),
                new Block.Sentence.Plain("On its side"),
                List.of(Pair.of(exhibit(left), exhibit(right))));
    }

    // ---------------------------------------------------------------- inputs

    private static List<Period> years(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Period::year).toList();
    }

    private static Value value(double number) {
        return Double.isNaN(number) ? Value.missing("no figures by country") : Value.of(number);
    }

    /** A row of figures for each name, one below the other. */
    private void overYears(Term term, ImmutableMap<String, double[]> rows, List<Period> years) {
        Table.YearBuilder table = Table.overYears(term.name(), years);
        rows.forEach((name, numbers) -> {
            for (int i = 0; i < numbers.length; i++) {
                model.figure(term.of(Subject.of(name)).at(years.get(i)), value(numbers[i]), ValueUnit.NUMBER, CITATION);
            }
            table.row(name, "kt", Shown.ONE_DECIMAL, term.of(Subject.of(name))::at);
        });
        tables.add(table.build());
    }

    private static Formula.Span row(Term term, String name, List<Period> years) {
        return span(
                years.stream().map(year -> term.of(Subject.of(name)).at(year)).toList());
    }

    private Formula.Span column(Term term, List<String> names, double[] numbers, Shown shown) {
        for (int i = 0; i < names.size(); i++) {
            model.figure(term.of(Subject.of(names.get(i))), value(numbers[i]), ValueUnit.NUMBER, CITATION);
        }
        tables.add(Table.of(term.name(), names)
                .label("Name", name -> name)
                .value("Value", shown, name -> term.of(Subject.of(name)))
                .build());
        return span(names.stream().map(name -> term.of(Subject.of(name))).toList());
    }

    // ---------------------------------------------------------------- the charts

    private Chart shares() {
        double[] numbers = SHARES.stream().mapToDouble(share -> share).toArray();
        Formula.Span shares = column(SHARE, STAGES, numbers, Shown.PERCENT);
        return Chart.bars("China’s hold is tightest after the mine", "%")
                .series(Chart.series("Share of China", shares)
                        .emphasised(share("Separation"))
                        .printedOnly(share("Magnets")))
                .unmeasured("Not measured", ONE, model)
                .build();
    }

    private Chart balances() {
        List<Period> years = years(2024, 7);
        overYears(BALANCE, BALANCES, years);
        overYears(DRAWN, DRAWS, years);
        Chart.Builder chart = Chart.lines("Short in two of three scenarios by 2030", "kt magnet REE");
        BALANCES.keySet().forEach(scenario -> {
            String shortName = scenario.split(" ")[0];
            chart.series(Chart.ending(shortName, row(BALANCE, scenario, years), 1, model));
        });
        return chart.behind(Band.of(model, row(DRAWN, "P5", years), row(DRAWN, "P95", years)))
                .build();
    }

    private Chart mines() {
        List<Period> years = years(2022, 9);
        overYears(MINED, MINES, years);
        Table.YearBuilder table = Table.overYears("World", years);
        for (Period year : years) {
            model.calculation(
                    WORLD.key().at(year),
                    Formula.sum(span(MINES.keySet().stream()
                            .map(name -> MINED.of(Subject.of(name)).at(year))
                            .toList())));
        }
        tables.add(table.row("World", "kt", Shown.ONE_DECIMAL, WORLD.key()::at).build());
        return Chart.stack("Output stalls in 2025, then grows with China’s quota and Mt Weld", "kt REO")
                .parts(
                        MINES.keySet().stream()
                                .map(name -> Chart.series(name, row(MINED, name, years)))
                                .toList(),
                        model)
                .total("World", span(years.stream().map(WORLD.key()::at).toList()))
                .forecastFrom(Period.year(2026))
                .labelled(Shown.WHOLE)
                .build();
    }

    private Chart growth() {
        List<Period> years = years(2023, 8);
        for (Period year : years) {
            model.calculation(
                    GROWTH.key().at(year),
                    WORLD.key().at(year).over(WORLD.key().at(year.previous())).minus(ONE));
        }
        tables.add(Table.overYears("Growth", years)
                .row("Growth", "%", Shown.PERCENT, GROWTH.key()::at)
                .build());
        model.figure(NOTE, Value.of(0.0475), ValueUnit.NUMBER, CITATION);
        tables.add(Table.of("The note", List.of(NOTE))
                .label("What", key -> "Growth that the note prints")
                .value("Value", Shown.PERCENT_2, key -> key)
                .build());
        Key name = model.calculation(NOTE.sub("name"), sentence(text("Note: "), Definitions.percent(NOTE, 2)));
        return Chart.columns("Growth to 2030 is below 2024 before revision, above 2025", "%")
                .series(Chart.series(
                                "Growth",
                                span(years.stream().map(GROWTH.key()::at).toList()))
                        .emphasised(GROWTH.key().at(Period.year(2025))))
                .level(name, NOTE)
                .forecastFrom(Period.year(2026))
                .labelled(Shown.PERCENT)
                .build();
    }

    private Chart tornado() {
        Formula.Span low = column(CHANGE.sub("low"), DRIVERS, LOW, Shown.ONE_DECIMAL);
        Formula.Span high = column(CHANGE.sub("high"), DRIVERS, HIGH, Shown.ONE_DECIMAL);
        List<Key> names = DRIVERS.stream()
                .map(driver -> model.label(Term.of("driver").of(Subject.of(driver)), driver))
                .toList();
        Key gap = model.calculation(Term.of("change that closes the gap").key(), ZERO.minus(balance("Base", 2030)));
        return Chart.tornado(
                        "Three drivers can close the gap, each alone",
                        "kt magnet REE",
                        Chart.series("Driver low", low),
                        Chart.series("Driver high", high))
                .named(span(names))
                .toClose("To close the gap", gap, model)
                .build();
    }

    private Chart draws() {
        List<Period> years = years(2024, 7);
        return Chart.lines("Half of all draws end between 8.1 kt short and 0.6 kt short", "kt magnet REE")
                .series(Chart.ending("Base", row(BALANCE, "Base", years), 1, model))
                .series(Chart.ending("Median", row(DRAWN, "Median", years), 1, model))
                .behind(Band.of(
                        model,
                        row(DRAWN, "P5", years),
                        row(DRAWN, "P25", years),
                        row(DRAWN, "P75", years),
                        row(DRAWN, "P95", years)))
                .build();
    }

    private Chart prices() {
        List<String> names = PRICES_OF_A_TONNE.keySet().asList();
        Formula.Span prices = column(
                PRICE,
                names,
                PRICES_OF_A_TONNE.values().stream().mapToDouble(price -> price).toArray(),
                Shown.WHOLE);
        return Chart.bars("The fewer its own tonnes, the more the market pays for each", "USD 000, log scale")
                .series(Chart.series("EV per t", prices))
                .scaled(Chart.Scale.LOGARITHMIC)
                .build();
    }

    private Chart scores() {
        List<String> names = SCORES.keySet().asList();
        Formula.Span low = column(
                SCORE.sub("lowest"),
                names,
                SCORES.values().stream().mapToDouble(score -> score[0]).toArray(),
                Shown.TWO_DECIMALS);
        Formula.Span high = column(
                SCORE.sub("highest"),
                names,
                SCORES.values().stream().mapToDouble(score -> score[1]).toArray(),
                Shown.TWO_DECIMALS);
        return Chart.ranges("Only three scores are exact", "score", low, high, model)
                .scaled(Chart.Scale.between(0, 1))
                .build();
    }

    private Chart holders() {
        List<String> names = HOLDERS.keySet().asList();
        Formula.Span reserves = column(HELD, names, numbers(0), Shown.TWO_DECIMALS);
        Formula.Span production = column(DUG, names, numbers(1), Shown.TWO_DECIMALS);
        Formula.Span before = column(DUG.sub("a year before"), names, numbers(2), Shown.TWO_DECIMALS);
        Key middle = model.calculation(HELD.sub("median").key(), Formula.call(Fn.MEDIAN_OF_KNOWN, reserves));
        Key least = model.calculation(DUG.sub("least").key(), Formula.call(Fn.MIN_OF_KNOWN, production));
        Key most = model.calculation(DUG.sub("most").key(), Formula.call(Fn.MAX_OF_KNOWN, production));
        Chart.Builder chart = Chart.points(
                "Reserves say little about output",
                new Chart.Axis("Mine production, kt REO, log scale", Optional.empty(), Chart.Scale.LOGARITHMIC),
                new Chart.Axis("Reserves, Mt REO", Optional.of(Shown.TWO_DECIMALS), Chart.Scale.OPEN));
        for (String name : names) {
            Key said = model.label(Term.of("holder").of(Subject.of(name)), name);
            chart.point(said, DUG.of(Subject.of(name)), HELD.of(Subject.of(name)));
        }
        return chart.others("A year before", before, reserves)
                .level("Median of reserves", span(List.of(least, most)), span(List.of(middle, middle)))
                .build();
    }

    private static double[] numbers(int which) {
        return HOLDERS.values().stream().mapToDouble(numbers -> numbers[which]).toArray();
    }
}
