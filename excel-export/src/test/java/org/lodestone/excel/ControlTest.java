package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.MoreCollectors;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Levers;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.risk.RunSection;

/** Values typed on Control give, in LibreOffice on every sheet, the results that Java computes. */
@Order(1)
class ControlTest {

    private static final WrittenPack PACK = Bundled.rareEarths();
    private static final SupplyForecast MINED = Bundled.analysesOfRareEarths()
            .forecast()
            .orElseThrow()
            .chosen()
            .supplies()
            .get(0);
    private static final Place CHINA = Place.parse("China");

    private static final Edits NOTHING = new Edits("nothing typed", Map.of());
    private static final Edits DELETED = new Edits("what was typed is deleted", Map.of("MiningQuotaGrowth_2027", ""));
    private static final Edits IN_2027 = new Edits("quota growth of 2027", Map.of("MiningQuotaGrowth_2027", 4.0));
    private static final Edits TIGHT =
            new Edits("Tight, but more is recovered", Map.of("Scenario", "Tight", "SeparationYield", 95.0));
    private static final Edits DEMAND = new Edits("another case of demand", Map.of("DemandCase", "APS"));
    private static final Edits OTHER = new Edits("Tight", Map.of("Scenario", "Tight"));
    private static final Edits NONE = new Edits("no such scenario", Map.of("Scenario", "Tigt"));
    private static final Edits PERCENT = new Edits(
            "4% makes a ratio", Map.of("MiningQuotaGrowth", 0.04, "SeparationQuotaGrowth", -0.15, "RampSpeed", 100.0));
    private static final Edits WEIGHT = new Edits("a weight", Map.of("WeightQuota", 0.0));
    private static final Edits REFUSED = new Edits(
            "what is not allowed",
            Map.of("SeparationYield", -5.0, "SeparationQuotaGrowth", "W", "TaxAustralia", -1.0, "DemandCase", "NZ"));

    /** Beside which the levers are counted in another way. */
    private static final Edits COUNTED =
            new Edits("two of them", Map.of("MiningQuotaGrowth_2028", 3.0, "TaxAustralia", 25.0));

    /** The formula of a cell that shows another sheet's and nothing else. */
    private static final Pattern OTHER_CELL =
            Pattern.compile("(?:IF\\()?((?:'[^']+'|\\w+)!\\$?[A-Z]+\\$?\\d+)(?:=\"\",\"n/a\",\\1\\))?");

    private static Map<Edits, Cells> recalculated;

    /** @param typed by the name of the cell; an empty text empties it */
    private record Edits(String name, Map<String, Object> typed) {

        Map<Spot, Object> spots() {
            return keyed(typed, PACK::home);
        }

        /** The values that Java computes from the same input. */
        Values values() {
            Map<Key, Value> values = new LinkedHashMap<>();
            keyed(typed, key -> key)
                    .forEach((key, value) -> values.put(
                            key,
                            value instanceof Double number
                                    ? Value.of(number)
                                    : value.equals("") ? Value.empty() : Value.of((String) value)));
            return PACK.report().model().valuesWith(values);
        }

        private static <T> Map<T, Object> keyed(Map<String, Object> typed, Function<Key, T> of) {
            ImmutableMap<Key, String> names = PACK.report().model().names();
            Map<T, Object> keyed = new LinkedHashMap<>();
            names.forEach((key, name) -> {
                if (typed.containsKey(name)) {
                    keyed.put(of.apply(key), typed.get(name));
                }
            });
            assertThat(keyed).as("names in the workbook").hasSameSizeAs(typed);
            return keyed;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Edits> edits() {
        return Stream.of(NOTHING, DELETED, IN_2027, TIGHT, DEMAND, WEIGHT, REFUSED, OTHER, NONE, PERCENT);
    }

    @BeforeAll
    static void type() throws IOException {
        Map<Edits, Map<Spot, Object>> typed = new LinkedHashMap<>();
        edits().forEach(edits -> typed.put(edits, edits.spots()));
        Map<Spot, Object> counted = new LinkedHashMap<>(COUNTED.spots());
        counted.put(PACK.home(Levers.COUNTED), new Cells.Cell("COUNTA(Levers)", "0"));
        typed.put(COUNTED, counted);
        recalculated = Recalculation.recalculated(PACK.file(), typed);
    }

    @ParameterizedTest
    @MethodSource("edits")
    void every_sheet_follows_as_java_does(Edits edits) {
        Cells cells = changed(edits);
        Values values = edits.values();

        PACK.placement().homes().forEach((key, home) -> {
            if (PACK.report().model().calculation(key).isPresent()) {
                cells.requireEqual(home, key, values.of(key));
            }
        });
    }

    /** A cell of these sheets that shows another sheet's is its equal: what is read first is what the pages say. */
    @ParameterizedTest
    @MethodSource("edits")
    void front_and_control_say_what_the_sheets_say(Edits edits) {
        Cells cells = changed(edits);
        Map<String, String> shown = new LinkedHashMap<>();
        cells.cells().forEach((at, cell) -> {
            Matcher other = OTHER_CELL.matcher(cell.formula());
            if (at.matches("(Front|Control)!.*") && other.matches()) {
                shown.put(at, other.group(1).replaceAll("['$]", ""));
            }
        });

        assertThat(shown)
                .hasSizeGreaterThan(30)
                .allSatisfy((at, there) -> assertThat(cells.cells().get(at).value())
                        .as(at)
                        .isEqualTo(cells.cells().get(there).value()));
    }

    @Test
    void the_quota_of_one_year_is_typed_and_deleted_again() throws IOException {
        Key in2028 = MINED.running(CHINA, Period.year(2028));

        // 270,000 × 1.023 × 1.04 × 1.023, against 270,000 × 1.023³
        assertThat(changed(IN_2027).number(PACK.home(in2028))).isCloseTo(270_000 * 1.023 * 1.04 * 1.023, within(1e-6));
        assertThat(changed(DELETED).number(PACK.home(in2028))).isCloseTo(270_000 * Math.pow(1.023, 3), within(1e-6));
        Office.assumeInstalled();
        assertThat(Recalculation.differences(PACK.file(), recalculated.get(DELETED)))
                .isEmpty();
    }

    @Test
    void what_is_not_allowed_moves_nothing_and_is_told() {
        Key end = MINED.total(Period.year(2030));

        assertThat(changed(REFUSED).number(PACK.home(end)))
                .isEqualTo(changed(NOTHING).number(PACK.home(end)));
        assertThat(changed(REFUSED).text(new Spot("Control", 3, 1)))
                .contains("Not counted: 4 of the typed values, marked !.");
    }

    @Test
    void a_percentage_typed_with_its_sign_moves_nothing_and_is_told() {
        Key end = MINED.total(Period.year(2030));

        assertThat(changed(PERCENT).number(PACK.home(end)))
                .isEqualTo(changed(NOTHING).number(PACK.home(end)));
        assertThat(changed(PERCENT).text(new Spot("Control", 3, 1)))
                .contains("Not counted: 2 of the typed values, marked !.");
        PACK.look(book -> {
            CellReference cell =
                    new CellReference(book.getName("MiningQuotaGrowth").getRefersToFormula());
            String at = new CellReference(cell.getRow(), cell.getCol()).formatAsString();
            assertThat(book.getSheet("Control").getDataValidations())
                    .filteredOn(
                            rule -> rule.getRegions().getCellRangeAddresses()[0].isInRange(cell))
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(rule.getPromptBoxText()).contains("Type 4 for 4%.");
                        assertThat(rule.getValidationConstraint().getFormula1())
                                .isEqualTo("AND(ISNUMBER(" + at + ")," + at + ">=0," + at + "<=27,OR(" + at + "=0,ABS("
                                        + at + ")>0.27))");
                    });
        });
    }

    @Test
    void the_title_says_what_is_typed_and_what_the_scenario_makes_of_it() {
        Spot title = new Spot("Control", 2, 1);

        assertThat(changed(NOTHING).text(title)).isEqualTo("No lever is changed");
        assertThat(changed(IN_2027).text(title))
                .startsWith("1 of 18 levers is changed: Mine production, growth a year to 2030 3.4% against 3.1%");
        assertThat(changed(OTHER).text(title))
                .startsWith("Scenario Tight: 8 levers differ from Base; nothing is typed.");
        assertThat(changed(TIGHT).text(title)).startsWith("Scenario Tight: 9 levers differ from Base; 1 typed.");
        assertThat(changed(NONE).text(title))
                .isEqualTo("There is no scenario of the name Tigt: choose one from the list");
    }

    @Test
    void a_typed_lever_turns_the_check_of_what_java_worked_out_amber() {
        Spot asRun = PACK.home(RunSection.INPUTS_AS_RUN);

        assertThat(changed(IN_2027).value(asRun)).isEqualTo(Value.NOT_AVAILABLE);
        assertThat(changed(NOTHING).value(asRun)).isEqualTo(1.0);
        assertThat(changed(REFUSED).value(asRun)).isEqualTo(1.0);
    }

    @Test
    void the_cells_to_type_in_are_empty_and_named_after_their_assumption() {
        PACK.look(book -> {
            CellReference cell =
                    new CellReference(book.getName("MiningQuotaGrowth_2027").getRefersToFormula());

            assertThat(cell.getSheetName()).isEqualTo("Control");
            assertThat(book.getSheet("Control")
                            .getRow(cell.getRow())
                            .getCell(cell.getCol())
                            .getCellType())
                    .isEqualTo(CellType.BLANK);
        });
    }

    @Test
    void the_area_levers_is_all_that_can_be_typed_here_and_both_programs_read_it() {
        Office.assumeInstalled();
        Set<Key> typed = PACK.report().model().names().keySet().stream()
                .filter(key -> PACK.home(key).sheet().equals("Control"))
                .filter(key -> !key.equals(Scenarios.SELECTOR))
                .collect(Collectors.toSet());
        PACK.look(book -> {
            String area = book.getName("Levers").getRefersToFormula();
            List<String> cells = Stream.of(AreaReference.generateContiguous(SpreadsheetVersion.EXCEL2007, area))
                    .flatMap(part -> Stream.of(part.getAllReferencedCells()))
                    .map(CellReference::formatAsString)
                    .toList();

            assertThat(cells)
                    .hasSizeGreaterThan(20)
                    .containsExactlyInAnyOrderElementsOf(
                            typed.stream().map(key -> PACK.home(key).absolute()).toList());
        });
        assertThat(changed(COUNTED).number(PACK.home(Levers.COUNTED))).isEqualTo(2);
    }

    private static Key key(String name) {
        return PACK.report().model().names().entrySet().stream()
                .filter(named -> named.getValue().equals(name))
                .map(Map.Entry::getKey)
                .collect(MoreCollectors.onlyElement());
    }

    @Test
    void a_choice_has_a_list_to_pick_from() {
        PACK.look(book -> {
            for (String name : List.of("Scenario", "DemandCase")) {
                CellReference cell = new CellReference(book.getName(name).getRefersToFormula());
                assertThat(book.getSheet("Control").getDataValidations())
                        .as(name)
                        .filteredOn(rule ->
                                rule.getRegions().getCellRangeAddresses()[0].isInRange(cell))
                        .singleElement()
                        .satisfies(rule -> assertThat(
                                        rule.getValidationConstraint().getValidationType())
                                .isEqualTo(DataValidationConstraint.ValidationType.LIST));
            }
        });
    }

    private static Cells changed(Edits edits) {
        Office.assumeInstalled();
        return recalculated.get(edits);
    }
}
