package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * One sheet with everything a section may need: a withheld figure, growth over years, a choice by scenario, a sorted list.
 *
 * <p>Its golden dump shows in a review what a change does to the formulas.
 */
class SpineTest {

    private static final ImmutableList<String> COUNTRIES =
            ImmutableList.of("Chile", "Australia", "United States", "China");
    private static final ImmutableList<String> SCENARIOS = ImmutableList.of("Base", "Tight");
    private static final Term OUTPUT = Term.of("output");
    private static final Term DRIVER = Term.of("growth of demand");
    private static final Key SCENARIO = Term.of("scenario").key();
    private static final Key LIVE = DRIVER.sub("live").key();

    @TempDir
    Path folder;

    private Path workbook;

    private static Key output(String country) {
        return OUTPUT.of(Subject.of(country));
    }

    private static Key part(String part, Object of) {
        return OUTPUT.sub(part).of(Subject.of(of.toString()));
    }

    private static Key total(Period year) {
        return OUTPUT.sub("total").key().at(year);
    }

    @BeforeEach
    void write() throws IOException {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        // MCS 2025, lithium, t: Chile, Australia, China 2024; that of the United States is withheld
        List<Value> amounts =
                List.of(Value.of(49_000.0), Value.of(88_000.0), new Value.Missing("W", "withheld"), Value.of(41_000.0));
        ImmutableList<Key> keys = COUNTRIES.stream().map(SpineTest::output).collect(ImmutableList.toImmutableList());
        Key known = part("sum of known rows", "");
        for (int i = 0; i < COUNTRIES.size(); i++) {
            String country = COUNTRIES.get(i);
            model.label(part("name", country), country);
            model.figure(keys.get(i), amounts.get(i), ValueUnit.NUMBER, Citation.of("usgs-mcs-2025"));
            model.calculation(part("share", country), Concentration.share(keys.get(i), known));
            model.calculation(part("rank", country), Concentration.rank(keys.get(i), keys));
        }
        model.calculation(known, Formula.sumOfKnown(span(keys)));
        model.calculation(part("sum of rows", ""), Formula.sum(span(keys)));

        List<Period> years =
                IntStream.rangeClosed(2022, 2024).mapToObj(Period::year).toList();
        double[] totals = {146_000, 204_000, 240_000};
        for (int i = 0; i < totals.length; i++) {
            model.figure(total(years.get(i)), Value.of(totals[i]), ValueUnit.NUMBER, Citation.of("usgs-mcs-2025"));
            if (i > 0) {
                model.calculation(
                        growth(years.get(i)), Growth.onYearBefore(total(years.get(i)), total(years.get(i - 1))));
            }
        }

        model.assumption(SCENARIO, Value.of("Tight"), ValueUnit.NUMBER, "The case shown");
        model.name(SCENARIO, "Scenario");
        List<Key> names = new ArrayList<>();
        List<Key> choices = new ArrayList<>();
        for (int i = 0; i < SCENARIOS.size(); i++) {
            String scenario = SCENARIOS.get(i);
            names.add(model.label(Term.of("scenario name").of(Subject.of(scenario)), scenario));
            choices.add(model.assumption(
                    DRIVER.of(Subject.of(scenario)), Value.of(i == 0 ? 0.10 : 0.15), ValueUnit.NUMBER, "Made up"));
        }
        model.calculation(LIVE, Formula.call(Fn.PICK, span(choices), Formula.call(Fn.FIND, SCENARIO, span(names))));

        List<Key> ranks = COUNTRIES.stream().map(c -> part("rank", c)).toList();
        List<Key> labels = COUNTRIES.stream().map(c -> part("name", c)).toList();
        List<Integer> places = List.of(1, 2, 3);
        for (int place : places) {
            Key ordinal = model.label(part("place", place), place);
            model.calculation(part("sorted name", place), Concentration.ranked(labels, ranks, ordinal));
            model.calculation(part("sorted amount", place), Concentration.ranked(keys, ranks, ordinal));
        }

        Section section = Section.of(
                "Spine",
                "One sheet with everything",
                "Lithium, t",
                List.of(
                        Table.of("Output by country", COUNTRIES)
                                .labelOf("Country", country -> part("name", country))
                                .sources()
                                .value("2024, t", Shown.WHOLE, SpineTest::output)
                                .value("Share", Shown.PERCENT, country -> part("share", country))
                                .value("Rank", Shown.ORDINAL, country -> part("rank", country))
                                .build(),
                        Table.of("Totals", List.of("sum of rows", "sum of known rows"))
                                .label("Total", name -> name)
                                .value("t", Shown.WHOLE, name -> part(name, ""))
                                .build(),
                        Table.overYears("Over years", years)
                                .row("World", "t", Shown.WHOLE, SpineTest::total)
                                .optional(
                                        "Growth",
                                        "%",
                                        Shown.PERCENT,
                                        year -> Optional.of(growth(year)).filter(key -> year.year() > 2022))
                                .build(),
                        Table.of("Scenarios", SCENARIOS)
                                .labelOf(
                                        "Scenario",
                                        name -> Term.of("scenario name").of(Subject.of(name)))
                                .value("Growth of demand", Shown.PERCENT, name -> DRIVER.of(Subject.of(name)))
                                .build(),
                        Table.of("Chosen", List.of("chosen"))
                                .label("What", name -> name)
                                .value("Scenario", Shown.TEXT, name -> SCENARIO)
                                .value("Growth of demand", Shown.PERCENT, name -> LIVE)
                                .build(),
                        Table.of("Sorted", places)
                                .labelOf("Country", place -> part("sorted name", place))
                                .value("Place", Shown.ORDINAL, place -> part("place", place))
                                .value("t", Shown.WHOLE, place -> part("sorted amount", place))
                                .build()));
        Report report = new Report("Spine", "", ImmutableList.of(section), model.build(), ImmutableMap.of());
        workbook = folder.resolve("spine.xlsx");
        Workbooks.write(report, workbook);
    }

    private static Key growth(Period year) {
        return OUTPUT.sub("growth").key().at(year);
    }

    /** Each cell that holds something: its address, what a reader sees, and its formula. */
    private static String dump(Path workbook) throws IOException {
        StringBuilder dump = new StringBuilder();
        try (XSSFWorkbook book = Recalculation.open(workbook)) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String shown = cell.getCellType() == CellType.FORMULA
                                ? cell.toString() // the formula
                                : "";
                        String value = value(cell);
                        if (!value.isEmpty()) {
                            dump.append(sheet.getSheetName()).append('!').append(cell.getAddress());
                            dump.append('\t').append(value);
                            dump.append(shown.isEmpty() ? "" : "\t=" + shown).append('\n');
                        }
                    }
                }
            }
        }
        return dump.toString();
    }

    private static String value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }

    @Test
    void the_dump_is_the_golden_one() throws IOException {
        String golden = Files.readString(Path.of("src/test/resources/org/lodestone/excel/spine.txt"));
        assertThat(dump(workbook)).isEqualTo(golden);
    }

    @Test
    void poi_agrees() throws IOException {
        assertThat(Recalculation.differencesFromPoi(workbook)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void libreoffice_agrees(String locale) throws IOException {
        assertThat(Recalculation.differencesFromOffice(workbook, locale)).isEmpty();
    }
}
