package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The packs of the small bundled datasets: complete in themselves, and about nothing but their resource. */
class BundledPackTest {

    private static final List<String> NAMES =
            List.of("lithium", "cobalt", "graphite", "gallium", "germanium", "tungsten");

    private static List<String> texts(String name) {
        return Bundled.pack(name).cells().cells().values().stream()
                .map(Cells.Cell::value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    @ParameterizedTest
    @FieldSource("org.lodestone.excel.Bundled#NAMES")
    void no_cell_speaks_of_the_language_it_was_worked_out_in(String name) {
        assertThat(texts(name)).isNotEmpty().noneMatch(text -> text.contains("Java"));
    }

    @ParameterizedTest
    @CsvSource({
        "lithium, 'Chain, Reserves, Mining, Refining, Market, Projects, Balance, Turns, Screen, Comps, Earnings, Dates, Claims'",
        "cobalt, 'Chain, Reserves, Mining, Exports, Quotas, Market, Projects, Balance, Turns, Screen, Comps, Dates, Claims'",
        "graphite, 'Chain, Reserves, Mining, Battery graphite, Market, Projects, Turns, Screen, Dates, Claims'",
        "gallium, 'Chain, Primary gallium, Market, Projects, Turns, Screen, Dates'",
        "germanium, 'Market, Dates'",
        "tungsten, 'Chain, Reserves, Mining, Quotas, Market, Projects, Balance, Turns, Screen, Comps, Dates, Claims'"
    })
    void it_has_the_pages_there_is_data_for_in_the_order_of_the_argument(String name, String pages) {
        assertThat(Bundled.pack(name).report().sections())
                .filteredOn(section -> section.group().isCore() && !section.presents())
                .filteredOn(section -> !section.name().equals("Control"))
                .extracting(Section::name)
                .containsExactly(pages.split(", "));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void one_sheet_has_all_editions_and_one_all_prices(String name) {
        assertThat(Bundled.pack(name).report().sections())
                .filteredOn(section -> section.group().isBackup())
                .extracting(Section::name)
                .containsOnlyOnce("Editions", "Prices and trade", "Checks", "Sources");
    }

    @ParameterizedTest
    @CsvSource({
        "lithium, 'Reserves, Reserves from edition to edition, Mine production, Mine production: first and last print, Lithium mined,"
                + " Refined lithium, Conversions'",
        "gallium, 'Primary production, Production capacity'",
        "tungsten, 'Reserves, Reserves from edition to edition, Mine production'"
    })
    void editions_have_a_table_for_each_measure_and_one_of_conversions(String name, String measures) {
        assertThat(Bundled.pack(name).report().sections())
                .filteredOn(section -> section.name().equals("Editions"))
                .flatExtracting(section -> section.tables().toList())
                .extracting(Table::heading)
                .containsExactly(measures.split(", "));
    }

    @Test
    void a_pack_without_companies_and_forecast_is_a_data_pack() {
        Dataset germanium = Bundled.dataset("germanium");
        Report report = ResearchPack.of(germanium
                        .supposing(DatasetTables.STAKES, List.of())
                        .supposing(DatasetTables.FACTS, List.of())
                        .supposing(DatasetTables.COMPANIES, List.of()))
                .report();

        assertThat(report.title()).endsWith(": data pack");
        assertThat(Bundled.pack("gallium").report().title()).endsWith(": supply research pack");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void its_checks_hold_and_it_speaks_of_no_other_resource(String name) {
        List<String> texts = texts(name);
        assertThat(texts)
                .anyMatch(text -> text.matches("(\\d+) of \\1 hold"))
                .noneMatch(text -> text.matches("(?i).*\\b(ionic|magnet rare earths?|heavy rare earths?)\\b.*"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void libreoffice_agrees_with_every_formula(String name) throws IOException {
        Path pack = Bundled.pack(name).file();
        assertThat(Recalculation.results(pack))
                .noneMatch(result -> result.value().toString().startsWith("#"));
        assertThat(Recalculation.differencesFromOffice(pack, "en-US")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"germanium", "tungsten"})
    void poi_agrees_with_every_formula(String name) throws IOException {
        assertThat(Recalculation.differencesFromPoi(Bundled.pack(name).file())).isEmpty();
    }

    @Tag("nightly")
    @ParameterizedTest
    @ValueSource(strings = {"lithium", "cobalt", "graphite", "gallium"})
    void poi_agrees_with_every_formula_of_another_pack(String name) throws IOException {
        poi_agrees_with_every_formula(name);
    }

    @Test
    void libreoffice_agrees_in_german_too() throws IOException {
        assertThat(Recalculation.differencesFromOffice(Bundled.pack("lithium").file(), "de-DE"))
                .isEmpty();
    }
}
