package org.lodestone.excel;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.quantity.Unit;
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
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarGrouping;
import org.openxmlformats.schemas.drawingml.x2006.chart.STOrientation;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTickLblPos;

/**
 * An outlook that follows the scenario picked on the cover: a balance, percentiles of demand and a tornado of drivers.
 *
 * <p>Demand starts from the 390,000 t REO that MCS 2025 prints for 2024; what comes after is made up.
 */
class ScenarioWorkbookTest {

    private static final ImmutableMap<String, Double> GROWTH =
            ImmutableMap.of("Base", 0.05, "Tight", 0.09, "Trade dispute, China", 0.02);
    private static final ImmutableList<String> SCENARIOS = GROWTH.keySet().asList();
    private static final ImmutableList<Period> YEARS =
            IntStream.rangeClosed(2024, 2035).mapToObj(Period::year).collect(toImmutableList());
    private static final ImmutableMap<String, Double> PERCENTILES =
            ImmutableMap.of("P5", -1.645, "P25", -0.674, "P50", 0.0, "P75", 0.674, "P95", 1.645);
    private static final ImmutableList<String> DRIVERS = ImmutableList.of(
            "Electric cars sold",
            "NdFeB magnet in a car, kg",
            "Quota for mining in China",
            "Ramp-up of projects outside China",
            "Offshore wind turbines with direct drive, installed",
            "Recovery in separation",
            "Mine production in Myanmar",
            "Recycled magnets",
            "Robots and drones",
            "Loss from alloy to finished magnet",
            "Electric two-wheelers",
            "Air conditioning",
            "Catalysts",
            "Dysprosium in a magnet",
            "Consumer electronics",
            "Hard disks",
            "Stock held by governments",
            "Polishing powders",
            "Delay of the next large project, years",
            "Share of cars without permanent magnets");
    private static final Term SCENARIO = Term.of("scenario");
    private static final Key PICKED = SCENARIO.key();
    private static final Key LIVE_GROWTH = Term.of("growth of demand").key();
    private static final Term DEMAND = Term.of("demand");
    private static final Term SUPPLY = Term.of("supply");
    private static final Term BALANCE = Term.of("balance");
    private static final Term COVERED = Term.of("demand covered");
    private static final Term CHANGE = Term.of("change of the balance");
    private static final Citation CITATION = Citation.of("usgs-mcs-2025");

    @TempDir
    Path folder;

    private Report report;
    private Path workbook;

    private static Key name(String scenario) {
        return SCENARIO.sub("name").of(Subject.of(scenario));
    }

    private static Key growth(String scenario) {
        return LIVE_GROWTH.of(Subject.of(scenario));
    }

    private static Key mines(String scenario) {
        return Term.of("new mines").of(Subject.of(scenario));
    }

    private static Key percentile(String percentile, Period year) {
        return DEMAND.sub(percentile).key().at(year);
    }

    private static Key change(String side, String driver) {
        return CHANGE.sub(side).of(Subject.of(driver));
    }

    private static Key driver(String driver) {
        return Term.of("driver").of(Subject.of(driver));
    }

    private static final ValueUnit REO = ValueUnit.of(Unit.parse("t REO"));

    private static Model model() {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        model.assumption(PICKED, Value.of("Base"), ValueUnit.NUMBER, "The case shown first");
        model.name(PICKED, "Scenario");
        GROWTH.forEach((scenario, growth) -> {
            model.label(name(scenario), scenario);
            model.assumption(mines(scenario), Value.of(SCENARIOS.indexOf(scenario) + 1), ValueUnit.NUMBER, "Made up");
            model.assumption(growth(scenario), Value.of(growth), ValueUnit.NUMBER, "Made up");
        });
        List<Key> growths = SCENARIOS.stream().map(ScenarioWorkbookTest::growth).toList();
        List<Key> names = SCENARIOS.stream().map(ScenarioWorkbookTest::name).toList();
        model.calculation(LIVE_GROWTH, call(Fn.PICK, span(growths), call(Fn.FIND, PICKED, span(names))));
        outlook(model);
        for (int i = 0; i < DRIVERS.size(); i++) {
            String driver = DRIVERS.get(i);
            model.label(driver(driver), driver);
            double swing = 21_000 * Math.pow(0.82, i);
            model.computed(change("low", driver), Value.of(i % 3 == 1 ? swing : -swing), REO, "made up");
            model.computed(change("high", driver), Value.of(i % 3 == 1 ? -0.7 * swing : 0.8 * swing), REO, "made up");
        }
        return model.build();
    }

    private static void outlook(Model.Builder model) {
        for (Period year : YEARS) {
            int since = year.year() - 2024;
            Key demand = DEMAND.key().at(year);
            Key supply = SUPPLY.key().at(year);
            if (since == 0) {
                model.figure(demand, Value.of(390_000.0), REO, CITATION);
            } else {
                model.calculation(demand, DEMAND.key().at(year.previous()).times(ONE.plus(LIVE_GROWTH)));
            }
            model.figure(supply, Value.of(400_000.0 + 30_000 * since), REO, CITATION);
            model.calculation(BALANCE.key().at(year), supply.minus(demand));
            model.calculation(COVERED.key().at(year), supply.over(demand));
            PERCENTILES.forEach((percentile, deviations) -> model.computed(
                    percentile(percentile, year),
                    Value.of(390_000 * Math.pow(1.05, since) * (1 + 0.03 * Math.sqrt(since) * deviations)),
                    REO,
                    "made up"));
        }
    }

    private static Chart.Series series(String name, Function<Period, Key> key) {
        return Chart.series(name, span(YEARS.stream().map(key).toList()));
    }

    private static Chart percentiles() {
        return Chart.lines("Demand, with the range of nine runs in ten", "t REO")
                .series(PERCENTILES.keySet().stream()
                        .map(percentile -> series(percentile, year -> percentile(percentile, year)))
                        .toList())
                .build();
    }

    private static Chart tornado() {
        return Chart.tornado(
                        "What moves the balance most",
                        "Change of the balance in 2035, t REO",
                        Chart.series("Driver at its low", changes("low")),
                        Chart.series("Driver at its high", changes("high")))
                .build();
    }

    private static Formula.Span changes(String side) {
        return span(DRIVERS.stream().map(driver -> change(side, driver)).toList());
    }

    private static Section outlookSection() {
        Table.YearBuilder table = Table.overYears("Outlook", YEARS)
                .row("Supply", "t REO", Shown.WHOLE, SUPPLY.key()::at)
                .row("Demand", "t REO", Shown.WHOLE, DEMAND.key()::at)
                .row("Balance", "t REO", Shown.WHOLE, BALANCE.key()::at)
                .row("Demand covered", "%", Shown.PERCENT, COVERED.key()::at);
        PERCENTILES
                .keySet()
                .forEach(percentile ->
                        table.row("Demand, " + percentile, "t REO", Shown.WHOLE, year -> percentile(percentile, year)));
        return Section.of(
                "Outlook",
                "Supply and demand",
                "t REO",
                List.of(
                        table.build(),
                        Block.charts(
                                Chart.columns("Balance", "t REO")
                                        .series(series("Balance", BALANCE.key()::at))
                                        .build(),
                                percentiles()),
                        Block.charts(
                                Chart.lines("Supply, demand and balance", "t REO")
                                        .series(series("Supply", SUPPLY.key()::at))
                                        .series(series("Demand", DEMAND.key()::at))
                                        .series(series("Balance", BALANCE.key()::at))
                                        .build(),
                                Chart.bars("Demand covered by supply", "Supply over demand")
                                        .series(series("Covered", COVERED.key()::at))
                                        .build())));
    }

    private static Section drivers() {
        return Section.of(
                "Drivers",
                "What moves the balance",
                "t REO",
                List.of(
                        Block.charts(tornado()),
                        Table.of("Changes of the balance", DRIVERS)
                                .labelOf("Driver", ScenarioWorkbookTest::driver)
                                .value("At its low", Shown.WHOLE, driver -> change("low", driver))
                                .value("At its high", Shown.WHOLE, driver -> change("high", driver))
                                .build()));
    }

    private static Section scenarios() {
        return Section.of(
                "Scenarios",
                "What each scenario assumes",
                "",
                List.of(
                        Table.of("Growth of demand", SCENARIOS)
                                .labelOf("Scenario", ScenarioWorkbookTest::name)
                                .value("A year", Shown.PERCENT, ScenarioWorkbookTest::growth)
                                .value("New mines", Shown.ORDINAL, ScenarioWorkbookTest::mines)
                                .build(),
                        Table.of("Now", List.of("Now"))
                                .label("", now -> now)
                                .value("Scenario", Shown.TEXT, now -> PICKED)
                                .value("Growth", Shown.PERCENT, now -> LIVE_GROWTH)
                                .build(),
                        Block.charts(Chart.bars("New mines by scenario", "mines")
                                .series(
                                        "Mines",
                                        span(SCENARIOS.stream()
                                                .map(ScenarioWorkbookTest::mines)
                                                .toList()))
                                .build())));
    }

    private static Section cover() {
        return Section.presenting(
                "Cover",
                "Rare earths",
                "An outlook to 2035",
                List.of(
                        new Block.KeyFigures(ImmutableList.of(new Block.KeyFigure(
                                "Balance, t REO", BALANCE.key().at(Period.year(2035)), Shown.WHOLE, "in 2035"))),
                        new Block.Selector(
                                "Scenario",
                                PICKED,
                                span(SCENARIOS.stream()
                                        .map(ScenarioWorkbookTest::name)
                                        .toList()),
                                "Pick a scenario from the list: every sheet follows.")));
    }

    private static Report report(Model model, Section... sections) {
        return new Report("Rare earths", "An outlook", ImmutableList.copyOf(sections), model, ImmutableMap.of());
    }

    @BeforeEach
    void write() throws IOException {
        report = report(model(), cover(), scenarios(), outlookSection(), drivers());
        workbook = folder.resolve("scenarios.xlsx");
        Workbooks.write(report, workbook);
    }

    private interface Look {
        void at(XSSFWorkbook book) throws IOException;
    }

    private static void open(Path workbook, Look look) throws IOException {
        try (XSSFWorkbook book = Recalculation.open(workbook)) {
            look.at(book);
        }
    }

    private XSSFCell cell(XSSFWorkbook book, Key key) {
        Spot spot = Placer.place(report, Theme.STANDARD).home(key);
        return book.getSheet(spot.sheet()).getRow(spot.row()).getCell(spot.column());
    }

    // ---------------------------------------------------------------- the selector

    @Test
    void the_selector_is_the_home_of_its_key_though_another_sheet_shows_it_first() throws IOException {
        open(workbook, book -> {
            XSSFCell selector = cell(book, PICKED);
            assertThat(selector.getSheet().getSheetName()).isEqualTo("Cover");
            assertThat(selector.getStringCellValue()).isEqualTo("Base");
            assertThat(selector.getCellStyle().getLocked()).isFalse();
            assertThat(selector.getCellStyle().getFont().getXSSFColor().getARGBHex())
                    .isEqualTo("FF0033CC");
            String address = selector.getAddress().formatAsString();
            assertThat(book.getName("Scenario").getRefersToFormula())
                    .isEqualTo("Cover!" + address.replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2"));
            Spot again = Appearances.on(Placer.place(report, Theme.STANDARD).sheet("Scenarios"))
                    .cells()
                    .get(PICKED)
                    .asList()
                    .get(0);
            assertThat(book.getSheet("Scenarios")
                            .getRow(again.row())
                            .getCell(again.column())
                            .getCellFormula())
                    .isEqualTo("Cover!" + address);
            assertThat(cell(book, LIVE_GROWTH).getCellFormula()).contains("MATCH(IF(Scenario=\"\",NA(),Scenario),");
        });
    }

    @Test
    void its_list_is_the_range_of_choices_and_another_text_is_refused_with_their_names() throws IOException {
        open(workbook, book -> {
            List<XSSFDataValidation> validations = book.getSheet("Cover").getDataValidations();
            assertThat(validations).hasSize(1);
            XSSFDataValidation list = validations.get(0);
            assertThat(list.getValidationConstraint().getFormula1()).isEqualTo("Scenarios!$B$8:$B$10");
            assertThat(list.getSuppressDropDownArrow()).isTrue(); // the arrow shows
            assertThat(list.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.STOP);
            assertThat(list.getShowErrorBox()).isTrue();
            assertThat(list.getErrorBoxText()).isEqualTo("Pick one of these: Base, Tight, Trade dispute, China.");
            assertThat(list.getRegions().getCellRangeAddress(0).formatAsString())
                    .isEqualTo(cell(book, PICKED).getAddress().formatAsString());
        });
    }

    @Test
    void picking_another_scenario_recalculates_what_follows_from_it() throws IOException {
        Office.assumeInstalled();
        Placement placement = Placer.place(report, Theme.STANDARD);
        Cells tight = Recalculation.edited(workbook, Map.of(placement.home(PICKED), "Tight"));

        Key last = BALANCE.key().at(Period.year(2035));
        double expected = report.model()
                .valuesWith(Map.of(PICKED, Value.of("Tight")))
                .number(last)
                .orElseThrow();
        assertThat(tight.number(placement.home(LIVE_GROWTH))).isEqualTo(0.09);
        assertThat(tight.number(placement.home(last))).isCloseTo(expected, within(1e-6));
    }

    @Test
    void libreoffice_agrees_with_every_formula() throws IOException {
        assertThat(Recalculation.differencesFromOffice(workbook, "en-US")).isEmpty();
    }

    private static Report selecting(Value picked, List<Key> choices) {
        Model.Builder model = Model.builder();
        model.assumption(PICKED, picked, ValueUnit.NUMBER, "");
        Stream.of("Base", "Tight", "Other").forEach(name -> model.label(name(name), name));
        Section cover =
                Section.presenting("Cover", "", "", List.of(new Block.Selector("Scenario", PICKED, span(choices), "")));
        Section names = Section.of(
                "Names",
                "",
                "",
                List.of(Table.of("", List.of("Base", "Other", "Tight"))
                        .labelOf("Name", ScenarioWorkbookTest::name)
                        .build()));
        return report(model.build(), cover, names);
    }

    @Test
    void what_is_picked_must_be_among_the_choices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> selecting(Value.of("Bass"), List.of(name("Base"), name("Other"))))
                .withMessage(
                        "Section 'Cover', selector 'Scenario': it shows 'Bass', which is none of its choices: Base, Other.");
    }

    @Test
    void choices_that_stand_apart_are_repeated_as_one_range() throws IOException {
        Report report = selecting(Value.of("Base"), List.of(name("Base"), name("Tight")));
        assertThat(choices(report, "Ranges")).isEqualTo(List.of("Base", "Tight"));
    }

    @Test
    void choices_that_no_table_shows_stand_among_the_workings() throws IOException {
        Report all = selecting(Value.of("Base"), List.of(name("Base"), name("Other"), name("Tight")));
        assertThat(choices(report(all.model(), all.sections().get(0)), "Workings"))
                .isEqualTo(List.of("Base", "Other", "Tight"));
    }

    /** The choices that the selector of a report offers, from cells of a sheet. */
    private List<String> choices(Report report, String sheet) throws IOException {
        Path file = folder.resolve("choices.xlsx");
        Workbooks.write(report, file);
        List<String> choices = new ArrayList<>();
        open(file, book -> {
            String range = book.getSheet("Cover")
                    .getDataValidations()
                    .get(0)
                    .getValidationConstraint()
                    .getFormula1();
            assertThat(range).startsWith(sheet + "!");
            for (CellReference cell : new AreaReference(range, SpreadsheetVersion.EXCEL2007).getAllReferencedCells()) {
                choices.add(book.getSheet(sheet)
                        .getRow(cell.getRow())
                        .getCell(cell.getCol())
                        .getStringCellValue());
            }
        });
        return choices;
    }

    // ---------------------------------------------------------------- the charts

    private static CTChart chart(XSSFWorkbook book, String sheet, int index) {
        return ValidityTest.charts(book.getSheet(sheet)).get(index).getCTChart();
    }

    @Test
    void a_tornado_has_two_series_about_zero_with_the_first_driver_on_top() throws IOException {
        open(workbook, book -> {
            CTPlotArea area = chart(book, "Drivers", 0).getPlotArea();
            var bars = area.getBarChartArray(0);
            assertThat(bars.getBarDir().getVal()).isEqualTo(STBarDir.BAR);
            assertThat(bars.getGrouping().getVal()).isEqualTo(STBarGrouping.CLUSTERED);
            assertThat(bars.getOverlap().getVal()).hasToString("100");
            assertThat(bars.getSerList())
                    .hasSize(2)
                    .allSatisfy(series ->
                            assertThat(series.getInvertIfNegative().getVal()).isFalse());
            var categories = area.getCatAxArray(0);
            assertThat(categories.getScaling().getOrientation().getVal()).isEqualTo(STOrientation.MAX_MIN);
            assertThat(categories.getTickLblPos().getVal()).isEqualTo(STTickLblPos.LOW);
            assertThat(categories.getTickLblSkip().getVal()).isEqualTo(1); // no name is left out
            assertThat(bars.getSerArray(0).getDLbls().getNumFmt().getFormatCode())
                    .isEqualTo("[>=0.5]+#,##0;[<=-0.5]\"−\"#,##0;\"\"");
        });
    }

    @Test
    void a_tornado_is_as_high_as_it_has_drivers() {
        SheetPlan drivers = Placer.place(report, Theme.STANDARD).sheets().stream()
                .filter(plan -> plan.name().equals("Drivers"))
                .findFirst()
                .orElseThrow();
        assertThat(drivers.heights().get(drivers.charts().get(0).row())).isEqualTo(15f * DRIVERS.size());
    }

    @Test
    void columns_keep_room_below_zero_if_a_scenario_needs_it() throws IOException {
        // the balance is positive throughout in the base case, and negative in the tight one
        open(workbook, book -> {
            CTPlotArea area = chart(book, "Outlook", 0).getPlotArea();
            assertThat(area.getValAxArray(0).getScaling().isSetMin()).isFalse();
            assertThat(area.getCatAxArray(0).getTickLblPos().getVal()).isEqualTo(STTickLblPos.LOW);
        });
    }

    @Test
    void amounts_are_shown_as_amounts_and_ratios_as_percentages() throws IOException {
        open(workbook, book -> {
            var lines = chart(book, "Outlook", 2).getPlotArea();
            assertThat(lines.getValAxArray(0).getNumFmt().getFormatCode())
                    .as("of supply, demand and a balance that may be negative")
                    .isEqualTo("+#,##0;\"−\"#,##0;#,##0");
            assertThat(lines.getCatAxArray(0).getTickLblPos().getVal()).isEqualTo(STTickLblPos.LOW);
            var ratios =
                    chart(book, "Outlook", 3).getPlotArea().getBarChartArray(0).getSerArray(0);
            assertThat(ratios.getDLbls().getNumFmt().getFormatCode()).isEqualTo("#,##0%;\"−\"#,##0%");
        });
    }

    @Test
    void a_few_things_are_counted_without_decimals() throws IOException {
        open(workbook, book -> {
            var mines = chart(book, "Scenarios", 0)
                    .getPlotArea()
                    .getBarChartArray(0)
                    .getSerArray(0);
            assertThat(mines.getDLbls().getNumFmt().getFormatCode()).isEqualTo("#,##0;\"−\"#,##0");
        });
    }

    @Test
    void every_part_is_valid() throws IOException {
        open(workbook, book -> assertThat(ValidityTest.faults(book)).isEmpty());
    }
}
