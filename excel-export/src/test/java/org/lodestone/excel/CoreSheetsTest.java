package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.scenario.Scenarios;

/** A pack without backup, in which what the pages rest on works all the same. */
class CoreSheetsTest {

    private static final WrittenPack WHOLE = Bundled.rareEarths();

    @TempDir
    private static Path folder;

    private static WrittenPack core;

    private static final List<String> REFERENCE = List.of("Scenarios", "Editions", "Checks", "Sources");

    private static final List<String> SEEN = new ArrayList<>();
    private static final Map<String, String> AREAS = new LinkedHashMap<>();
    private static final List<String> HIDDEN = new ArrayList<>();
    /** The sheets to which links lead from sheets that are seen. */
    private static final List<String> FOLLOWED = new ArrayList<>();

    @BeforeAll
    static void write_without_backup() throws IOException {
        core = WrittenPack.of(WHOLE.dataset(), ResearchPack.of(WHOLE.dataset()).report(), folder.resolve("core.xlsx"));
        core.look(book -> {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                if (book.getPrintArea(i) != null) {
                    AREAS.put(book.getSheetName(i), book.getPrintArea(i));
                }
                if (book.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                    SEEN.add(book.getSheetName(i));
                    book.getSheetAt(i).getHyperlinkList().stream()
                            .filter(link -> link.getType() == HyperlinkType.DOCUMENT)
                            .map(Hyperlink::getAddress)
                            .forEach(to -> FOLLOWED.add(new CellReference(to).getSheetName()));
                } else {
                    HIDDEN.add(book.getSheetName(i));
                }
            }
        });
    }

    @Test
    void the_pages_are_there_with_scenarios_editions_checks_and_sources_and_none_of_their_backup() {
        assertThat(SEEN)
                .isNotEmpty()
                .containsExactlyElementsOf(WHOLE.placement().sheets().stream()
                        .filter(plan -> !plan.group().isBackup() || REFERENCE.contains(plan.name()))
                        .map(SheetPlan::name)
                        .toList())
                .endsWith(REFERENCE.toArray(String[]::new));
    }

    /** A page of paper upright less its margins is 778 points high, on its side 521. */
    @Test
    void front_and_comps_are_one_sheet_of_paper_each() {
        assertThat(height("Front")).isBetween(700.0, 778.0);
        assertThat(height("Comps")).isBetween(480.0, 521.0);
        assertThat(plan("Front").paging().breaks()).isEmpty();
        assertThat(plan("Comps").paging().breaks()).isEmpty();
    }

    /** As it comes, Control is 529 points high: where a little is missing, what is between its blocks gives way. */
    @Test
    void control_with_its_levers_and_weights_is_one_sheet_of_paper() {
        assertThat(height("Control")).isBetween(510.0, 521.0);
        assertThat(plan("Control").paging().breaks()).isEmpty();
    }

    @Test
    void what_is_read_before_the_backup_is_24_sheets_of_paper() {
        assertThat(WHOLE.placement().sheets().stream()
                        .filter(plan -> plan.group().isCore())
                        .mapToLong(plan -> Math.max(1 + plan.paging().breaks().size(), (long)
                                Math.ceil(height(plan.name()) / (plan.paging().upright() ? 778 : 521))))
                        .sum())
                .isLessThanOrEqualTo(24);
    }

    @Test
    void a_table_that_runs_over_pages_has_its_header_and_the_caption_of_its_exhibit_on_each() {
        assertThat(height("Dates")).isBetween(521.0, 2 * 521.0);
        WHOLE.look(book -> {
            for (String name : List.of("Dates", "Claims")) {
                int caption = book.getSheet(name).getRepeatingRows().getFirstRow();
                assertThat(plan(name).paging().repeated()).containsExactly(caption, caption + 1);
                assertThat(book.getSheet(name)
                                .getRow(caption)
                                .getCell(Grid.FIRST)
                                .getStringCellValue())
                        .startsWith("Exhibit ");
            }
        });
    }

    @Test
    void each_page_of_a_sheet_that_breaks_between_exhibits_names_it_and_repeats_no_title() {
        assertThat(plan("Screen").paging().breaks()).isNotEmpty();
        WHOLE.look(book -> {
            int last = book.getSheet("Screen").getRepeatingRows().getLastRow();
            assertThat(book.getSheet("Screen").getRow(last).getCell(Grid.FIRST).getStringCellValue())
                    .isEqualTo("LODESTONE  |  3 COMPANIES  |  SCREEN");
        });
    }

    private static SheetPlan plan(String name) {
        return WHOLE.placement().sheets().stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double height(String name) {
        SheetPlan plan = plan(name);
        return IntStream.rangeClosed(plan.paging().top(), plan.lastRow())
                .mapToDouble(row -> plan.heights().getOrDefault(row, SheetCells.ROW))
                .sum();
    }

    /** Grey only where a word stands for no figure: a date or a range of scores beside figures is none. */
    @Test
    void words_at_the_edge_of_their_column_do_not_stand_back_with_figures() {
        SheetPlan comps = plan("Comps");
        int dates = Grid.FIRST + 3;

        assertThat(comps.signs())
                .anyMatch(area -> area.first().column() <= dates && area.last().column() >= dates);
        assertThat(comps.quiet())
                .isNotEmpty()
                .noneMatch(area -> area.first().column() <= dates && area.last().column() >= dates);
    }

    @Test
    void libreoffice_agrees_with_every_formula_though_what_they_take_stands_on_no_backup() throws IOException {
        assertThat(Recalculation.differencesFromOffice(core.file(), "en-US")).isEmpty();
    }

    @Test
    void the_front_leads_to_every_page_and_to_the_backup_that_is_seen_with_pages() {
        for (WrittenPack pack : List.of(WHOLE, core)) {
            assertThat(links(pack, "Front"))
                    .containsAll(
                            SEEN.stream().filter(name -> !name.equals("Front")).toList());
        }
    }

    @Test
    void the_foot_of_a_page_leads_to_the_sheets_behind_that_its_texts_name() {
        assertThat(links(WHOLE, "Turns")).contains("Sources");
        assertThat(links(core, "Turns")).contains("Sources");
    }

    private static List<String> links(WrittenPack pack, String sheet) {
        return pack.find(book -> book.getSheet(sheet).getHyperlinkList().stream()
                .filter(link -> link.getType() == HyperlinkType.DOCUMENT)
                .map(link -> new CellReference(link.getAddress()).getSheetName())
                .toList());
    }

    /** An area of no cells keeps a sheet off paper; LibreOffice prints hidden sheets that have one, and Excel prints none. */
    @Test
    void only_sheets_that_are_seen_have_an_area_to_print_and_that_of_reference_is_an_empty_cell() {
        assertThat(AREAS.keySet()).containsExactlyElementsOf(SEEN);
        assertThat(AREAS)
                .allSatisfy((sheet, area) -> assertThat(area.endsWith("!$A$1:$A$1") || area.endsWith("!$A$1"))
                        .isEqualTo(REFERENCE.contains(sheet)));
    }

    /** Excel says that the reference is not valid where a link leads to a hidden sheet. */
    @Test
    void no_link_leads_from_a_sheet_that_is_seen_to_one_that_is_hidden() {
        assertThat(FOLLOWED).isNotEmpty().doesNotContainAnyElementsOf(HIDDEN);
    }

    @Test
    void what_is_typed_on_a_hidden_sheet_comes_back() throws IOException {
        Scenarios scenarios =
                Bundled.analysesOfRareEarths().forecast().orElseThrow().scenarios();
        Key growth = scenarios.key("mining-quota-growth", Scenarios.caseOf(scenarios.base()));
        Path typed = Recalculation.typed(core.file(), Map.of(core.home(growth), 3.25), folder.resolve("typed.xlsx"));

        assertThat(PackReader.read(typed).edits()).singleElement().satisfies(edit -> {
            assertThat(edit.key()).isEqualTo(growth);
            assertThat(edit.now()).isEqualTo(Value.of(3.25));
        });
    }
}
