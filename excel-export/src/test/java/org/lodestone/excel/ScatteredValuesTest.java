package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Source;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Values that a formula takes as one range, and that stand apart: in tables with rows between them, and on two sheets. */
class ScatteredValuesTest {

    /** Lithium reserves, Mt: MCS 2024 printed Chile 9.3, Australia 6.2, Argentina 3.6, China 3.0. */
    private static final ImmutableMap<String, Double> RESERVES =
            ImmutableMap.of("Chile", 9.3, "Australia", 6.2, "Argentina", 3.6, "China", 3.0);

    private static final Term RESERVE = Term.of("reserves");

    @TempDir
    private Path folder;

    private static Key reserve(String country) {
        return RESERVE.of(Subject.of(country));
    }

    private static Key result(Fn fn) {
        return Term.of(fn.name()).key();
    }

    private static Table table(String heading, List<Key> keys) {
        return Table.of(heading, keys)
                .label("Country", key -> key.of().name())
                .value("Amount", Shown.AS_IS, key -> key)
                .build();
    }

    private Path written(Report report) throws IOException {
        Path pack = folder.resolve("pack.xlsx");
        Workbooks.write(report, pack);
        return pack;
    }

    @Test
    void every_function_of_a_range_is_given_one() throws IOException {
        Model.Builder model = Model.builder();
        RESERVES.forEach((country, amount) -> model.figure(
                reserve(country), Value.of(amount), ValueUnit.of(Unit.parse("Mt Li")), Citation.of("usgs-mcs-2024")));
        Formula.Span all =
                span(RESERVES.keySet().stream().map(country -> reserve(country)).toList());
        Formula argentina = reserve("Argentina");
        model.calculation(result(Fn.PICK), Formula.call(Fn.PICK, all, ONE.plus(ONE)));
        model.calculation(result(Fn.FIND), Formula.call(Fn.FIND, argentina, all));
        model.calculation(result(Fn.LARGEST), Formula.call(Fn.LARGEST, all, ONE));
        model.calculation(result(Fn.RANK), Formula.call(Fn.RANK, argentina, all));
        model.calculation(result(Fn.COUNT_TEXT), Formula.call(Fn.COUNT_TEXT, all, Formula.text("W")));
        model.calculation(result(Fn.COUNT_EQUAL), Formula.call(Fn.COUNT_EQUAL, all, argentina));
        model.calculation(result(Fn.SUM_OF_PRODUCTS), Formula.call(Fn.SUM_OF_PRODUCTS, all, all));
        model.calculation(result(Fn.SUM), Formula.sum(all));
        List<Key> results = List.of(
                result(Fn.PICK),
                result(Fn.FIND),
                result(Fn.LARGEST),
                result(Fn.RANK),
                result(Fn.COUNT_TEXT),
                result(Fn.COUNT_EQUAL),
                result(Fn.SUM_OF_PRODUCTS),
                result(Fn.SUM));
        Chart chart = Chart.columns("Reserves", "Mt Li").series("Reserves", all).build();
        Report report = new Report(
                "Lithium",
                "",
                ImmutableList.of(
                        Section.of(
                                "Americas",
                                "Reserves of the Americas",
                                "",
                                List.of(
                                        table("Chile", List.of(reserve("Chile"))),
                                        table("Argentina", List.of(reserve("Argentina"))))),
                        Section.of(
                                "Others",
                                "Reserves of others",
                                "",
                                List.of(
                                        table("Others", List.of(reserve("Australia"), reserve("China"))),
                                        table("Results", results),
                                        Block.charts(chart)))),
                model.build(),
                ImmutableMap.of());

        Path pack = written(report);

        assertThat(Recalculation.results(pack))
                .extracting(Recalculation.Result::formula)
                .contains(
                        "IFERROR(LARGE(Ranges!C8:C11,1),\"n/a\")",
                        "IFERROR(IF(INDEX(Ranges!C8:C11,1+1)=\"\",\"n/a\",INDEX(Ranges!C8:C11,1+1)),\"n/a\")");
        assertThat(Recalculation.differencesFromPoi(pack)).isEmpty();
        assertThat(report.model().value(result(Fn.RANK)).number()).hasValue(3);
        assertThat(Placer.place(report, Theme.STANDARD).sideBySide(all))
                .containsExactlyElementsOf(IntStream.range(7, 11)
                        .mapToObj(row -> new Spot("Ranges", row, 2))
                        .toList());
    }

    /** Reserves in the Americas and elsewhere, each on a sheet of its own, with more on a third. */
    private static Report apart(Model model, Block... more) {
        return new Report(
                "Lithium",
                "",
                ImmutableList.of(
                        Section.of(
                                "Americas",
                                "Reserves of the Americas",
                                "",
                                List.of(
                                        table("Chile", List.of(reserve("Chile"))),
                                        table("Argentina", List.of(reserve("Argentina"))))),
                        Section.of(
                                "Others",
                                "Reserves of others",
                                "",
                                List.of(table("Others", List.of(reserve("Australia"), reserve("China"))))),
                        Section.of("All", "Reserves of all", "", List.of(more))),
                model,
                ImmutableMap.of());
    }

    private static Model.Builder reserves() {
        Model.Builder model = Model.builder();
        RESERVES.forEach((country, amount) -> model.figure(
                reserve(country), Value.of(amount), ValueUnit.of(Unit.parse("Mt Li")), Citation.of("usgs-mcs-2024")));
        return model;
    }

    private static final ImmutableList<Key> EVERY =
            RESERVES.keySet().stream().map(ScatteredValuesTest::reserve).collect(ImmutableList.toImmutableList());

    private static Block chart() {
        return Block.charts(Chart.columns("Reserves", "Mt Li")
                .series("Reserves", span(EVERY))
                .build());
    }

    private static Table again() {
        return Table.of("All", EVERY)
                .label("Country", key -> key.of().name())
                .again("Amount", Shown.AS_IS, key -> key)
                .build();
    }

    private static List<String> ranges(Path pack) throws IOException {
        try (XSSFWorkbook book = Recalculation.open(pack)) {
            var series = book.getSheet("All")
                    .getDrawingPatriarch()
                    .getCharts()
                    .get(0)
                    .getCTChart()
                    .getPlotArea()
                    .getBarChartArray(0)
                    .getSerArray(0);
            return List.of(
                    series.getCat().getStrRef().getF(),
                    series.getVal().getNumRef().getF());
        }
    }

    @Test
    void a_chart_of_values_that_stand_apart_has_the_names_of_their_rows() throws IOException {
        Path pack = written(apart(reserves().build(), chart()));

        assertThat(ranges(pack)).containsExactly("Ranges!$B$8:$B$11", "Ranges!$C$8:$C$11");
        try (XSSFWorkbook book = Recalculation.open(pack)) {
            assertThat(IntStream.range(7, 11)
                            .mapToObj(row -> book.getSheet("Ranges")
                                    .getRow(row)
                                    .getCell(1)
                                    .getStringCellValue()))
                    .containsExactlyElementsOf(RESERVES.keySet());
        }
    }

    @Test
    void values_that_a_table_shows_again_side_by_side_are_drawn_and_picked_from_there() throws IOException {
        Model.Builder model = reserves();
        Key second = model.calculation(result(Fn.PICK), Formula.call(Fn.PICK, span(EVERY), ONE.plus(ONE)));
        Report report = apart(model.build(), again(), table("Second", List.of(second)), chart());

        Path pack = written(report);

        assertThat(Placer.place(report, Theme.STANDARD).home(reserve("Chile")).sheet())
                .isEqualTo("Americas");
        assertThat(ranges(pack)).containsExactly("All!$B$8:$B$11", "All!$C$8:$C$11");
        assertThat(Recalculation.results(pack))
                .extracting(Recalculation.Result::formula)
                .contains(
                        "IF(Americas!C8=\"\",\"n/a\",Americas!C8)",
                        "IFERROR(IF(INDEX(C8:C11,1+1)=\"\",\"n/a\",INDEX(C8:C11,1+1)),\"n/a\")");
        assertThat(Recalculation.differencesFromPoi(pack)).isEmpty();
    }

    @Test
    void a_value_that_every_table_only_shows_again_is_at_home_on_the_workings() {
        Report report = new Report(
                "Lithium",
                "",
                ImmutableList.of(Section.of("All", "Reserves", "", List.of(again(), chart()))),
                reserves().build(),
                ImmutableMap.of());

        assertThat(Placer.place(report, Theme.STANDARD).home(reserve("China")).sheet())
                .isEqualTo("Workings");
    }

    @Test
    void a_chart_does_not_take_the_year_between_two_of_its_own() throws IOException {
        Model.Builder model = Model.builder();
        List<Period> years = List.of(Period.parse("2022"), Period.parse("2023"), Period.parse("2024"));
        years.forEach(year -> model.figure(
                reserve("Chile").at(year),
                Value.of(9.3),
                ValueUnit.of(Unit.parse("Mt Li")),
                Citation.of("usgs-mcs-2024")));
        Formula.Span ends =
                span(List.of(reserve("Chile").at(years.get(0)), reserve("Chile").at(years.get(2))));
        Table table = Table.overYears("Reserves", years)
                .row("Chile", "Mt Li", Shown.AS_IS, year -> reserve("Chile").at(year))
                .build();
        Report report = new Report(
                "Lithium",
                "",
                ImmutableList.of(Section.of(
                        "All",
                        "Reserves",
                        "",
                        List.of(
                                table,
                                Block.charts(Chart.columns("Reserves", "Mt Li")
                                        .series("Chile", ends)
                                        .build())))),
                model.build(),
                ImmutableMap.of());

        Path pack = written(report);

        assertThat(ranges(pack)).containsExactly("Ranges!$B$8:$B$9", "Ranges!$C$8:$C$9");
        try (XSSFWorkbook book = Recalculation.open(pack)) {
            assertThat(book.getSheet("Ranges").getRow(8).getCell(1).getStringCellValue())
                    .isEqualTo("2024");
        }
    }

    @Test
    void a_wide_table_takes_what_the_widest_leaves_it() {
        Table wide = Table.of("Remarks", EVERY)
                .label("Country", key -> key.of().name())
                .prose("Remark", key -> "What is to be said of it, in a sentence that is as long as sentences are.")
                .wide()
                .build();
        Table narrow = Table.of("Amounts", EVERY)
                .label("Country", key -> key.of().name())
                .value("Amount", Shown.AS_IS, key -> key)
                .value("Again", Shown.AS_IS, key -> key)
                .value("And again", Shown.AS_IS, key -> key)
                .build();
        Report report = apart(reserves().build(), narrow, wide);

        SheetPlan plan = Placer.place(report, Theme.STANDARD).sheets().get(2);

        assertThat(plan.merges()).contains(new CellRange(new Spot(plan.name(), 14, 2), new Spot(plan.name(), 14, 5)));
        assertThat(plan.widths().get(2)).isEqualTo(66);
    }

    @Test
    void a_function_is_never_given_more_ranges_than_a_sheet_takes() throws IOException {
        Model.Builder model = Model.builder();
        List<Key> odd = new ArrayList<>();
        List<Key> all = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            all.add(model.figure(
                    reserve("Place " + i),
                    Value.of((double) i),
                    ValueUnit.of(Unit.parse("Mt Li")),
                    Citation.of("usgs-mcs-2024")));
            if (i % 2 == 1) {
                odd.add(all.get(i));
            }
        }
        Key sum = model.calculation(result(Fn.SUM), Formula.sum(span(odd)));
        Report report = new Report(
                "Lithium",
                "",
                ImmutableList.of(Section.of(
                        "Reserves", "Reserves", "", List.of(table("Reserves", all), table("Sum", List.of(sum))))),
                model.build(),
                ImmutableMap.of());

        assertThat(Recalculation.differencesFromPoi(written(report))).isEmpty();
        assertThat(report.model().value(sum).number()).hasValue(300 * 300);
    }

    @Test
    void editions_that_name_other_countries_have_a_pack() throws IOException {
        // cobalt reserves, t: MCS 2023 names Madagascar and Morocco, MCS 2024 Turkey and New Caledonia, MCS 2026
        // neither
        Report report = ResearchPack.of(cobalt(
                        "2023 DR_Congo 4000000, Australia 1500000, Indonesia 600000, Madagascar 100000, Morocco 13000",
                        "2024 DR_Congo 6000000, Australia 1700000, Indonesia 500000, Turkey 91000, New_Caledonia 58000",
                        "2026 DR_Congo 6000000, Indonesia 760000, Australia 1700000, Cuba 500000, Canada 220000"))
                .report();

        Path pack = written(report);

        assertThat(Recalculation.differencesFromPoi(pack)).isEmpty();
        assertThat(Recalculation.results(pack))
                .noneMatch(result -> result.value().toString().startsWith("#"));
    }

    /** Reserves in editions: {@code 2023 DR_Congo 4000000, Cuba 500000}. */
    private static Dataset cobalt(String... editions) {
        Measure reserves = new Measure("reserves", "Reserves", "mining", Measure.Kind.RESERVES, Unit.parse("t Co"), "");
        List<Figure> figures = new ArrayList<>();
        ImmutableMap.Builder<String, Edition> byId = ImmutableMap.builder();
        ImmutableMap.Builder<String, Source> sources = ImmutableMap.builder();
        for (String edition : editions) {
            String year = edition.substring(0, 4);
            String source = "usgs-mcs-" + year;
            sources.put(source, new Source(source, "USGS, Mineral Commodity Summaries " + year, Optional.empty()));
            byId.put(
                    "MCS" + year,
                    new Edition(
                            "MCS" + year,
                            "MCS " + year,
                            "USGS",
                            Period.parse(year),
                            "Mineral Commodity Summaries",
                            ImmutableList.of(source)));
            for (String row : edition.substring(5).split(", ", -1)) {
                String[] cells = row.split(" ", -1);
                figures.add(new Figure(
                        reserves,
                        Place.parse(cells[0].replace('_', ' ')),
                        Period.parse(year).previous(),
                        "",
                        "MCS" + year,
                        "",
                        Observation.parse(cells[1]),
                        Unit.parse("t Co"),
                        Citation.of(source)));
            }
        }
        return Dataset.builder("cobalt")
                .title("Cobalt")
                .resource("Cobalt")
                .subject("Reserves")
                .defaultEdition("MCS2026")
                .gathered(Period.parse("2026"))
                .sources(sources.buildOrThrow())
                .editions(byId.buildOrThrow())
                .bases(List.of(new Basis("Co", "cobalt content", "")))
                .chain(Chain.of(List.of(new Stage("mining", 1, "Mining", ImmutableList.of(), ""))))
                .measures(ImmutableMap.of("reserves", reserves))
                .figures(figures)
                .build();
    }
}
