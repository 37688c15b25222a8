package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.SupplyShift;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.supply.Supply;

/** The pack of MCS 2026 that begins with what changed since MCS 2025. */
@Order(1)
class WhatChangedPackTest {

    private static final Place AUSTRALIA = Place.parse("Australia");
    private static final Period YEAR = Period.year(2024);
    private static final String AS_MADE = "as made";
    private static final Double LESS = 19_000.0;
    private static final String WITHHELD = "W";

    @TempDir
    static Path folder;

    private static Comparison comparison;
    private static Report report;
    private static Placement placement;
    private static Path pack;
    private static Spot australia;

    /** The pack as made and with another figure for Australia's mine production, by that figure. */
    private static Map<Object, Cells> recalculated;

    @BeforeAll
    static void write_the_pack() throws IOException {
        Dataset dataset = Datasets.read(Path.of("../examples/data/rare-earths")).orElseThrow();
        Dataset older = dataset.withEdition("MCS2025");
        Dataset newer = dataset.withEdition("MCS2026");
        comparison = Comparison.of(older, newer);
        report = ResearchPack.of(newer)
                .withRun(Run.STANDARD.withDraws(200))
                .since(older)
                .report();
        placement = Placer.place(report, Theme.STANDARD);
        pack = folder.resolve("since.xlsx");
        Workbooks.write(report, pack);
        australia =
                placement.home(Supply.of(newer, "mine-production").orElseThrow().amount(AUSTRALIA, YEAR));
        recalculated = Recalculation.recalculated(
                pack, Map.of(AS_MADE, Map.of(), LESS, Map.of(australia, LESS), WITHHELD, Map.of(australia, WITHHELD)));
    }

    private static SupplyShift mined() {
        return comparison.supplies().get(0);
    }

    @Test
    void it_stands_before_the_pages_it_is_about_and_leaves_figures_where_they_belong() {
        assertThat(report.sections())
                .extracting(Section::group)
                .containsSubsequence(Section.Group.FRONT, Section.Group.CHANGED, Section.Group.CHAIN);
        assertThat(australia.sheet()).isEqualTo("Mining");
        assertThat(placement.home(mined().rows().get(0).after()).sheet()).isEqualTo("What changed");
    }

    @Test
    void poi_agrees_with_every_formula_of_the_sheet() throws IOException {
        assertThat(Recalculation.differencesFromPoi(pack, "What changed"::equals))
                .isEmpty();
    }

    @Test
    void libreoffice_agrees_with_every_formula() throws IOException {
        Office.assumeInstalled();
        assertThat(Recalculation.differences(pack, recalculated.get(AS_MADE))).isEmpty();
    }

    @Test
    void sources_of_the_older_side_are_among_the_sources() throws IOException {
        try (XSSFWorkbook book = Recalculation.open(pack)) {
            assertThat(book.getSheet("Sources"))
                    .anySatisfy(
                            row -> assertThat(row).extracting(String::valueOf).contains("usgs-mcs-2025"));
        }
    }

    @Test
    void a_figure_typed_over_moves_the_newer_side_and_the_older_stays() {
        Office.assumeInstalled();
        Cells changed = recalculated.get(LESS);

        // 10,000 t less in Australia: 374,000 t, of which China has 270,000
        SupplyShift.Finding total = mined().findings().get(0);
        SupplyShift.Finding share = mined().findings().stream()
                .filter(one -> one.name().equals("China, share of sum of rows"))
                .findFirst()
                .orElseThrow();
        assertThat(number(changed, total.before())).isEqualTo(393_950);
        assertThat(number(changed, total.after())).isEqualTo(374_000);
        assertThat(number(changed, total.change())).isEqualTo(-19_950);
        assertThat(number(changed, share.after())).isCloseTo(270 / 374.0, within(1e-12));
        double parts = mined().rows().stream()
                .mapToDouble(row -> number(changed, row.toShare()))
                .sum();
        assertThat(parts).isCloseTo(270 / 374.0 - 270_000 / 393_950.0, within(1e-12));
    }

    private static double number(Cells cells, Key key) {
        return cells.number(placement.home(key));
    }

    @Test
    void a_figure_withheld_is_missing_and_never_an_error() {
        Office.assumeInstalled();
        Cells changed = recalculated.get(WITHHELD);

        for (Key key : List.of(
                mined().findings().get(0).after(), mined().findings().get(0).change())) {
            assertThat(changed.text(placement.home(key))).isEqualTo("n/a");
        }
        assertThat(Recalculation.results(recalculated.get(WITHHELD)))
                .noneMatch(result -> result.value().toString().startsWith("#"));
    }
}
