package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.ComparisonSection;
import org.lodestone.reports.comparison.SupplyShift;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.pack.PackOptions;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.supply.Supply;

/** The pack of MCS 2026 that begins with what changed since MCS 2025. */
class WhatChangedPackTest {

    private static final Place AUSTRALIA = Place.parse("Australia");
    private static final Period YEAR = Period.year(2024);

    @TempDir
    static Path folder;

    private static Comparison comparison;
    private static Report report;
    private static Placement placement;
    private static Path pack;
    private static Key australia;

    @BeforeAll
    static void write_the_pack() throws IOException {
        Dataset dataset =
                DatasetReader.read(Path.of("../examples/data/rare-earths")).orElseThrow();
        Dataset older = dataset.withEdition("MCS2025");
        Dataset newer = dataset.withEdition("MCS2026");
        comparison = Comparison.of(older, newer);
        report = ResearchPack.since(older, newer, PackOptions.STANDARD.withRun(Run.STANDARD.withDraws(200)));
        placement = Placer.place(report);
        pack = folder.resolve("since.xlsx");
        Workbooks.write(report, LocalDate.of(2026, 11, 30), pack);
        australia = Supply.of(newer, "mine-production").orElseThrow().amount(AUSTRALIA, YEAR);
    }

    private static SupplyShift mined() {
        return comparison.supplies().get(0);
    }

    private static XSSFCell cell(XSSFWorkbook book, Key key) {
        Spot spot = placement.home(key);
        return book.getSheet(spot.sheet()).getRow(spot.row()).getCell(spot.column());
    }

    @Test
    void it_is_the_first_sheet_and_leaves_figures_where_they_belong() {
        assertThat(report.sections().get(0).name()).isEqualTo(ComparisonSection.NAME);
        assertThat(placement.home(australia).sheet()).isEqualTo("Production");
        assertThat(placement.home(mined().rows().get(0).after()).sheet()).isEqualTo(ComparisonSection.NAME);
    }

    @Test
    void poi_agrees_with_every_formula() throws IOException {
        assertThat(Recalculation.differencesFromPoi(pack)).isEmpty();
    }

    @Test
    void libreoffice_agrees_with_every_formula() throws IOException {
        assertThat(Recalculation.differencesFromOffice(pack, "de-DE", folder)).isEmpty();
    }

    @Test
    void sources_of_the_older_side_are_among_the_sources() throws IOException {
        try (XSSFWorkbook book = Recalculation.open(pack)) {
            assertThat(book.getSheet("Sources"))
                    .anySatisfy(row -> assertThat(row.getCell(1).toString()).isEqualTo("usgs-mcs-2025"));
        }
    }

    @Test
    void a_figure_typed_over_moves_the_newer_side_and_the_older_stays() throws IOException {
        Office.assumeInstalled();
        Path edited;
        try (XSSFWorkbook book = Recalculation.open(pack)) {
            cell(book, australia).setCellValue(19_000);
            edited = Recalculation.save(book, folder.resolve("edited.xlsx"));
        }

        Path recalculated = Office.recalculate(edited, "en-US", folder);

        // 10,000 t less in Australia: 374,000 t, of which China has 270,000
        SupplyShift.Finding total = mined().findings().get(0);
        SupplyShift.Finding share = mined().findings().stream()
                .filter(one -> one.name().equals("China, share of sum of rows"))
                .findFirst()
                .orElseThrow();
        try (XSSFWorkbook book = Recalculation.open(recalculated)) {
            assertThat(cell(book, total.before()).getNumericCellValue()).isEqualTo(393_950);
            assertThat(cell(book, total.after()).getNumericCellValue()).isEqualTo(374_000);
            assertThat(cell(book, total.change()).getNumericCellValue()).isEqualTo(-19_950);
            assertThat(cell(book, share.after()).getNumericCellValue()).isCloseTo(270 / 374.0, within(1e-12));
            double parts = mined().rows().stream()
                    .mapToDouble(row -> cell(book, row.toShare()).getNumericCellValue())
                    .sum();
            assertThat(parts).isCloseTo(270 / 374.0 - 270_000 / 393_950.0, within(1e-12));
        }
    }

    @Test
    void a_figure_withheld_is_missing_and_never_an_error() throws IOException {
        Office.assumeInstalled();
        Path edited;
        try (XSSFWorkbook book = Recalculation.open(pack)) {
            cell(book, australia).setCellValue("W");
            edited = Recalculation.save(book, folder.resolve("withheld.xlsx"));
        }

        Path recalculated = Office.recalculate(edited, "en-US", folder);

        try (XSSFWorkbook book = Recalculation.open(recalculated)) {
            for (Key key : List.of(
                    mined().findings().get(0).after(), mined().findings().get(0).change())) {
                assertThat(cell(book, key).getStringCellValue()).isEqualTo("n/a");
            }
        }
        assertThat(Recalculation.results(recalculated))
                .noneMatch(result -> result.value().toString().startsWith("#"));
    }
}
