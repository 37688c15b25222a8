package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.supply.Supply;

/** The whole pack on rare earths, as an analyst would get it. */
@Order(1)
class RareEarthPackTest {

    private static final Place CHINA = Place.parse("China");
    private static final String AS_MADE = "as made";
    private static final Double MORE = 300_000.0;
    private static final String WITHHELD = "W";
    private static final Period YEAR = Period.year(2024);
    private static final WrittenPack RARE_EARTHS = Bundled.rareEarths();
    private static final Dataset DATASET = RARE_EARTHS.dataset();
    private static final Report REPORT = RARE_EARTHS.report();
    private static final Placement PLACEMENT = RARE_EARTHS.placement();
    private static final Path PACK = RARE_EARTHS.file();

    @TempDir
    static Path folder;

    /** The pack as made and with another figure for China's mine production, by that figure. */
    private static Map<Object, Cells> recalculated;

    @BeforeAll
    static void change_a_figure() throws IOException {
        Spot figure = PLACEMENT.home(production().amount(CHINA, YEAR));
        recalculated = Recalculation.recalculated(
                PACK, Map.of(AS_MADE, Map.of(), MORE, Map.of(figure, MORE), WITHHELD, Map.of(figure, WITHHELD)));
    }

    private static Supply production() {
        return Supply.of(DATASET, "mine-production").orElseThrow();
    }

    // ---------------------------------------------------------------- recalculation

    @Tag("nightly")
    @Test
    void poi_agrees_with_every_formula() throws IOException {
        assertThat(Recalculation.differencesFromPoi(PACK)).isEmpty();
    }

    @Test
    void libreoffice_agrees_with_every_formula() throws IOException {
        Office.assumeInstalled();
        assertThat(Recalculation.differences(PACK, recalculated.get(AS_MADE))).isEmpty();
    }

    @Tag("nightly")
    @Test
    void it_does_so_in_german() throws IOException {
        assertThat(Recalculation.differencesFromOffice(PACK, "de-DE")).isEmpty();
    }

    @Test
    void a_wrong_result_is_caught() throws IOException {
        Path poisoned = Recalculation.poisoned(PACK, folder.resolve("poisoned.xlsx"));
        assertThat(Recalculation.differences(PACK, poisoned)).hasSameSizeAs(Recalculation.results(PACK));
    }

    @Test
    void every_formula_has_a_result_and_none_is_an_error() throws IOException {
        assertThat(Recalculation.results(PACK))
                .hasSizeGreaterThan(500)
                .allSatisfy(result -> assertThat(result.value().toString())
                        .isNotEqualTo("no result")
                        .isNotEmpty()
                        .doesNotStartWith("#"));
    }

    @Test
    void formulas_hold_no_numbers_but_zero_and_one_and_the_digits_of_rounding() throws IOException {
        assertThat(Recalculation.results(PACK)).allSatisfy(result -> {
            String bare = result.formula()
                    .replaceAll("\"[^\"]*\"", "")
                    .replaceAll("'[^']*'!", "")
                    .replaceAll("(ROUND|FIXED)\\(([^()]|\\([^()]*\\))*\\)", "")
                    .replaceAll(",-?\\d+(,1)?\\)", ")")
                    .replaceAll("\\$?[A-Z]{1,3}\\$?\\d+", "")
                    .replaceAll("\\b[A-Z][a-z]\\w*\\b(?![(!])", ""); // the names of cells
            assertThat(bare).doesNotContainPattern("(?<![A-Za-z])[2-9]|\\d\\d|\\d\\.\\d");
        });
    }

    // ---------------------------------------------------------------- figures of the note

    @ParameterizedTest
    @CsvSource({"mine-production, 393950", "reserves, 90884500"})
    void totals_are_formulas(String measure, double expected) throws IOException {
        Supply supply = Supply.of(DATASET, measure).orElseThrow();
        Cells.Cell total = Cells.of(PACK).at(PLACEMENT.home(supply.total(YEAR)));
        assertThat(total.formula()).contains("SUM(");
        assertThat(total.value()).isEqualTo(expected);
    }

    @Test
    void the_cell_that_the_architecture_page_follows_is_where_it_says() throws IOException {
        Supply supply = production();
        Spot amount = PLACEMENT.home(supply.amount(CHINA, YEAR));
        Spot share = PLACEMENT.home(supply.share(CHINA, YEAR));
        Cells pack = Cells.of(PACK);
        assertThat(pack.number(amount)).isEqualTo(270_000);
        assertThat(Files.readString(Path.of("../ARCHITECTURE.md")))
                .contains("`Editions!" + amount.address() + "`")
                .contains("`" + pack.at(share).formula() + "`");
    }

    // ---------------------------------------------------------------- editing

    @Test
    void a_changed_figure_changes_what_depends_on_it() {
        Office.assumeInstalled();
        Supply supply = production();
        Cells changed = recalculated.get(MORE);
        assertThat(changed.number(PLACEMENT.home(supply.total(YEAR)))).isEqualTo(423_950);
        assertThat(changed.number(PLACEMENT.home(supply.share(CHINA, YEAR))))
                .isCloseTo(300_000 / 423_950.0, org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void a_withheld_figure_is_not_available_downstream_and_never_an_error_or_zero() {
        Office.assumeInstalled();
        Supply supply = production();
        Cells changed = recalculated.get(WITHHELD);
        for (Key key : List.of(
                supply.total(YEAR),
                supply.share(CHINA, YEAR),
                supply.share(Place.parse("Myanmar"), YEAR),
                supply.growth(YEAR).orElseThrow(),
                supply.hhi(YEAR),
                supply.rank(CHINA, YEAR))) {
            assertThat(changed.text(PLACEMENT.home(key))).as(key.toString()).isEqualTo("n/a");
        }
        assertThat(Recalculation.results(recalculated.get(WITHHELD)))
                .noneMatch(result -> result.value().toString().startsWith("#"));
    }

    // ---------------------------------------------------------------- the file

    @Test
    void every_link_leads_to_a_cell_that_is_there() {
        RARE_EARTHS.look(book -> {
            for (Sheet sheet : book) {
                assertThat(sheet.getHyperlinkList()).allSatisfy(link -> {
                    if (link.getAddress().startsWith("'")) {
                        String target = link.getAddress().replaceAll("^'(.*)'!.*$", "$1");
                        assertThat(book.getSheet(target)).as(link.getAddress()).isNotNull();
                    }
                });
            }
        });
    }

    @Test
    void a_pack_has_some_hundred_styles_where_excel_takes_64_000() {
        RARE_EARTHS.look(book -> {
            assertThat(book.getNumCellStyles()).isLessThan(500);
        });
    }

    @Test
    void an_existing_file_is_replaced_only_by_a_complete_one() throws IOException {
        Path file = folder.resolve("kept.xlsx");
        Files.writeString(file, "the old one");
        Model.Builder model = Model.builder();
        Key tooLong = model.calculation(
                Term.of("a formula that no cell takes").key(),
                Formula.sentence(
                        Collections.nCopies(2_000, Formula.text("china")).toArray(Formula[]::new)));
        Report broken = new Report(
                "x",
                "",
                ImmutableList.of(Section.of(
                        "x", "", "", List.of(new Block.Prose("", ImmutableList.of(new Block.Sentence.Live(tooLong)))))),
                model.build(),
                REPORT.sources());
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Workbooks.write(broken, file))
                .withMessageContaining("Say it in steps");
        assertThat(file).hasContent("the old one");
        assertThat(folder).isDirectoryNotContaining("glob:**.lodestone-*");
    }
}
