package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodestone.core.project.Project;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.sheet.risk.BreakEvenSection;
import org.lodestone.reports.sheet.risk.DriverSection;

/** The pages on what may be, of the rare earths. */
class ForecastPagesTest {

    private static final Analyses ANALYSES = Analyses.of(RareEarths.dataset(), "Base", Run.STANDARD.withDraws(500));
    private static final Part PROJECTS = ProjectsPage.of(ANALYSES).orElseThrow();
    private static final Part BALANCE = BalancePage.of(ANALYSES).orElseThrow();
    private static final Part TURNS = TurnsPage.of(ANALYSES).orElseThrow();
    private static final Part DRIVERS =
            DriverSection.of(ANALYSES.dataset(), ANALYSES.risk().orElseThrow());

    @Test
    void a_sum_of_known_projects_is_told_as_that() {
        Project nolans = ANALYSES.dataset().projects().stream()
                .filter(line -> line.id().equals("nolans"))
                .findFirst()
                .orElseThrow();
        Shows told = Shows.with(PROJECTS, Map.of(Pipeline.capacity(nolans), Value.of("W")));

        assertThat(told.title()).startsWith("Projects with known figures add ");
        assertThat(told.findings())
                .anyMatch(finding -> finding.startsWith("Projects with known figures add "))
                .anyMatch(finding -> finding.startsWith("At full rate the projects with known figures would add "));
    }

    @Test
    void every_conclusion_says_in_which_scenario_it_is_not_known() {
        Values values = chosen(DRIVERS, "Tigt");

        assertThat(DRIVERS.findings())
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding.found().text(values))
                        .contains(" is not known in an unknown scenario: a figure is missing."));
    }

    @Test
    void where_there_is_no_such_scenario_every_sentence_of_the_balance_and_its_turns_says_so() {
        assertThat(Shows.with(TURNS, Map.of(Scenarios.SELECTOR, Value.empty())).standfirst())
                .endsWith("“out of date”. How many break-evens lie within the driver's range is not known.");
        for (Part part : List.of(BALANCE, TURNS)) {
            for (Value gone : List.of(Value.of("Tigt"), Value.empty())) {
                Shows told = Shows.with(part, Map.of(Scenarios.SELECTOR, gone));

                assertThat(told.title()).contains("not known");
                assertThat(told.findings())
                        .allMatch(finding -> finding.contains("not known")
                                || finding.endsWith(" in an unknown scenario")
                                || finding.endsWith(" tighten to 2030")) // of all as they are written
                        .noneMatch(finding -> finding.startsWith(Wording.NOT_KNOWN));
            }
        }
    }

    @Test
    void projects_add_what_each_brings_weighted_by_its_probability() {
        // 7,695 + 11,066 + 2,565 + 190 + 7,781 + 992 + 761 = 31,048 of 389,310
        assertThat(title(PROJECTS, PROJECTS.model().values()))
                .isEqualTo("Projects add 31.0 kt REO by 2030, 8% of the mine production of 2025; Mt Weld adds most");
    }

    @Test
    void a_project_stands_with_its_nameplate_its_dates_and_what_holds_it_back() {
        assertThat(row(PROJECTS, "Ngualla"))
                .containsExactly(
                        "Ngualla", "Tanzania", "construction", "18000", "t REO/yr", "2026", "2", "70", "7781", "–");
        assertThat(row(PROJECTS, "Mt Weld")).endsWith("11066", "smelting and separation");
    }

    /** 239 t × 90% × 95% × 20%, a tenth of it in its first year: 4 t, where kilotonnes with a decimal were 0.0. */
    @Test
    void what_a_small_plant_adds_is_told_in_tonnes_and_nothing_of_what_holds_none_back() {
        assertThat(row(PROJECTS, "Round Top"))
                .containsExactly(
                        "Round Top", "United States", "development", "239", "t NdPr oxide/yr", "2029", "1", "20", "4");
    }

    @Test
    void the_title_of_the_balance_follows_the_scenario_chosen() {
        assertThat(title(BALANCE, BALANCE.model().values()))
                .isEqualTo(
                        "Base: tightens to 2030, −7.0 to −13.6 points of demand since 2024; 2 of 3 scenarios tighten");
        assertThat(title(BALANCE, chosen(BALANCE, "Tight"))).startsWith("Tight: tightens to 2030, ");
    }

    /** Fast overseas as assumed moves by 0.6 to −1.9 points, within the band of two; in the median of draws one reading leaves it. */
    @Test
    void where_the_median_of_draws_has_another_word_than_the_scenario_it_leads() {
        Finding tight = tight();
        Values fast = chosen(DRIVERS, "Fast overseas");

        assertThat(title(BALANCE, chosen(BALANCE, "Fast overseas")))
                .isEqualTo(
                        "Fast overseas: depends on the reading in the median of draws, 2.2 to −3.6 points of demand to 2030; as assumed little change");
        assertThat(tight.headline().orElseThrow().text(fast)).isEqualTo("Market turns either way");
        assertThat(tight.found().text(fast))
                .isEqualTo(
                        "Moves by 2.2 to −3.6 points of demand to 2030 in the median of draws; Fast overseas as assumed: little"
                                + " change. Whether 2030 is short is not known.");
        assertThat(tight.verdict().orElseThrow().text(fast))
                .isEqualTo("◐ Depends on the reading; tightens in 22% of draws; as assumed little change");
    }

    @Test
    void draws_that_are_out_of_date_lead_nowhere() {
        Scenarios scenarios = ANALYSES.forecast().orElseThrow().scenarios();
        Map<Key, Value> typed = Map.of(
                Scenarios.SELECTOR,
                Value.of("Fast overseas"),
                scenarios.key("separation-yield", Case.of("Base")),
                Value.of(90.5));
        Values fast = DRIVERS.model().valuesWith(typed);

        assertThat(title(BALANCE, BALANCE.model().valuesWith(typed)))
                .startsWith("Fast overseas: little change to 2030, ")
                .endsWith(" points of demand since 2024; 2 of 3 scenarios tighten; draws out of date");
        assertThat(tight().headline().orElseThrow().text(fast)).isEqualTo("Market is steady");
        assertThat(tight().found().text(fast)).contains(" in Fast overseas, by how scrap is counted.");
        assertThat(tight().verdict().orElseThrow().text(fast))
                .isEqualTo("◌ Little change; share of draws out of date: make the pack again");
    }

    private static Finding tight() {
        return DRIVERS.findings().stream()
                .filter(finding -> finding.id().equals("tight"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_balance_stands_year_by_year_and_in_every_scenario() {
        assertThat(row(BALANCE, "Demand"))
                .containsExactly("Demand", "kt magnet REE", "91", "96", "101", "106", "111", "117", "123", "0");
        assertThat(row(BALANCE, "Balance"))
                .containsExactly("Balance", "kt magnet REE", "5", "-2", "-5", "-6", "-6", "-7", "-7", "");
    }

    @Test
    void the_nearest_turn_is_the_driver_that_needs_the_least_of_its_range() {
        // both quotas (6.84 − 1.95) / 14.2 = 0.34 of the range that they share; demand (100 − 88.2) / 14 = 0.84
        assertThat(title(TURNS, TURNS.model().values()))
                .isEqualTo(
                        "Mining and separation quota growth of 6.8% a year instead of 2.3 and 1.6% would turn “The market"
                                + " tightens”");
        assertThat(title(TURNS, chosen(TURNS, "Fast overseas"))).contains(" would turn “The market tightens”");
    }

    @Test
    void break_evens_of_base_are_on_the_page_and_the_others_behind_it() {
        RiskAnalysis risk = ANALYSES.risk().orElseThrow();
        Part behind = BreakEvenSection.of(risk).orElseThrow();
        int pairs = risk.conclusions().size() * risk.searched().size();

        assertThat(risk.turning()).hasSize(18);
        assertThat(table(TURNS, "break-evens").rows()).hasSize(9);
        assertThat(table(behind, "no-break-even").rows()).hasSize(pairs - 8 + 1);
        assertThat(Shows.of(TURNS).findings()).contains("9 break-evens in Base");
        assertThat(Shows.with(TURNS, Map.of(Scenarios.SELECTOR, Value.of("Fast overseas")))
                        .findings())
                .contains("18 break-evens in Fast overseas, 9 of them on Break-evens");
    }

    @Test
    void front_names_the_drivers_that_turn_a_conclusion_and_has_a_line_for_all_others() {
        assertThat(onFront("Base"))
                .containsExactly(
                        "Scrap, growth with demand, %|100.0|236.8",
                        "Demand against the outlook, %|100.0|88.2",
                        "Mining and separation quota, growth, %/yr|2.3 and 1.6|6.8",
                        "Each other driver|–|none");
        assertThat(onFront("Tight")).containsExactly("Each driver|–|none", "–|–|–", "–|–|–", "–|–|–");
        assertThat(onFront("Fast overseas"))
                .containsExactly(
                        "Scrap, growth with demand, %|150.0|111.4",
                        "Demand against the outlook, %|100.0|103.6",
                        "Mining and separation quota, growth, %/yr|2.3 and 1.6|0.9",
                        "4 more|–|see Turns");
    }

    private static List<String> onFront(String scenario) {
        Values values = chosen(TURNS, scenario);
        return TURNS.panels().get(0).block().as(Table.class).orElseThrow().rows().stream()
                .map(row ->
                        row.cells().stream().map(cell -> words(cell, values)).collect(Collectors.joining("|")))
                .toList();
    }

    private static Table table(Part part, String id) {
        return part.sections()
                .get(0)
                .tables()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Values chosen(Part part, String scenario) {
        return part.model().valuesWith(Map.of(Scenarios.SELECTOR, Value.of(scenario)));
    }

    private static String title(Part part, Values values) {
        return part.sections().get(0).title().fold(key -> values.of(key).inSentence(), words -> words);
    }

    /** The row of a name, whole numbers. */
    private static List<String> row(Part part, String name) {
        Values values = part.model().values();
        return part
                .sections()
                .get(0)
                .tables()
                .map(Table::rows)
                .flatMap(List::stream)
                .filter(row -> words(row.cells().get(0), values).equals(name))
                .map(Row::cells)
                .findFirst()
                .orElseThrow()
                .stream()
                .map(cell -> words(cell, values))
                .toList();
    }

    private static String words(Cell cell, Values values) {
        if (cell instanceof Cell.Of value) {
            Value shown = values.of(value.key());
            return shown.number().isPresent()
                    ? Long.toString(Math.round(shown.number().getAsDouble()))
                    : shown.inSentence();
        }
        return cell instanceof Cell.Words words ? words.text() : "";
    }
}
