package org.lodestone.reports.pack;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.comparison.Comparison;
import org.lodestone.reports.comparison.GainShift;
import org.lodestone.reports.comparison.WhatIf;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.sheet.page.Shows;

/** The words of the sheet Control of the rare earths on what is typed there and chosen. */
@TestInstance(Lifecycle.PER_CLASS)
class ControlSectionTest {

    private final Report report = BundledPack.of("rare-earths").report();
    private final Section control = section("Control");

    @Test
    void nothing_typed_is_no_lever_changed() {
        assertThat(title(Map.of())).isEqualTo("No lever is changed");
        assertThat(card("Levers changed", Map.of())).isEqualTo("None");
    }

    @Test
    void the_title_names_the_first_result_that_moves() {
        // 10% a year from 270,000 t: mine production 270,000 × 1.1⁵ = 434,838 instead of 302,512
        assertThat(title(Map.of("MiningQuotaGrowth", 10.0)))
                .startsWith("1 of 18 levers is changed: Mine production, growth a year to 2030 ")
                .endsWith("% against 3.1% in the base case");
        assertThat(title(Map.of("SeparationYield", 60.0)))
                .startsWith("1 of 18 levers is changed: Balance, change to 2030, share of demand ")
                .endsWith(" against −11.1% in the base case");
        assertThat(title(Map.of("TaxUnitedStates", 25.0)))
                .isEqualTo("1 of 18 levers is changed: no result below moves");
    }

    @Test
    void who_gains_from_what_is_typed_is_told_as_the_comparison_tells_it() {
        Dataset dataset = BundledPack.of("rare-earths").dataset();
        GainShift gains = Comparison.of(
                        dataset,
                        WhatIf.of(dataset, List.of("assumption/mining-quota-growth/Base=10"))
                                .after())
                .gains()
                .orElseThrow();
        assertThat(gains.moved())
                .extracting(one -> one.company().name())
                .containsExactly("China Northern Rare Earth", "China Rare Earth Resources");

        // from 50.94 to 54.30 and from 1.80 to 1.92 kt, as the comparison has it
        Map<String, Object> quota = Map.of("MiningQuotaGrowth", 10.0);
        assertThat(gained("China Northern Rare Earth", quota)).containsExactly("+3.36", "0", "n/a");
        assertThat(gained("China Rare Earth Resources", quota)).containsExactly("+0.12", "n/a", "n/a");
        assertThat(gained("Lynas Rare Earths", quota)).containsExactly("0", "0", "0");
    }

    @Test
    void nobody_gains_where_nothing_is_typed() {
        assertThat(gained("China Northern Rare Earth", Map.of())).containsExactly("0", "0", "n/a");
        assertThat(gained("Arafura Rare Earths", Map.of())).containsExactly("0", "n/a", "0");
    }

    @Test
    void a_price_that_is_typed_moves_profit_and_value_and_no_tonnes() {
        List<String> lynas = gained("Lynas Rare Earths", Map.of("NdprPrice", 130.0));

        assertThat(lynas.get(0)).isEqualTo("0");
        assertThat(lynas.get(1)).startsWith("+");
        assertThat(lynas.get(2)).startsWith("+");
    }

    @Test
    void a_scenario_is_told_against_the_base_case() {
        List<String> tight = row("China Northern Rare Earth", Map.of("Scenario", "Tight"));
        List<String> base = row("China Northern Rare Earth", Map.of());

        assertThat(tight.get(2)).isEqualTo(base.get(2)).isEqualTo(base.get(1));
        assertThat(tight.get(3)).startsWith("−");
    }

    private List<String> gained(String company, Map<String, Object> typed) {
        return row(company, typed).subList(3, 6);
    }

    @Test
    void a_lever_typed_as_in_the_base_case_changes_nothing() {
        assertThat(title(Map.of("SeparationYield", 90.0)))
                .isEqualTo("1 of 18 levers is typed as in the base case: no result below moves");
        assertThat(mark("Separation yield", Map.of("SeparationYield", 90.0))).isEqualTo("–");
    }

    @Test
    void another_scenario_is_told_apart_from_what_is_typed() {
        assertThat(title(Map.of("Scenario", "Tight")))
                .isEqualTo("Scenario Tight: 8 levers differ from Base; nothing is typed."
                        + " Mine production, growth a year to 2030 0.7% against 3.1%");
        assertThat(card("Levers changed", Map.of("Scenario", "Tight"))).isEqualTo("None");
        assertThat(title(Map.of("Scenario", "Tight", "TaxUnitedStates", 25.0)))
                .startsWith("Scenario Tight: 9 levers differ from Base; 1 typed. ");
        assertThat(card("Levers changed", Map.of("Scenario", "Tight", "TaxUnitedStates", 25.0)))
                .isEqualTo("1");
    }

    @Test
    void what_follows_from_the_scenario_without_being_set_has_its_dot() {
        assertThat(mark("Scrap, growth with demand", Map.of("Scenario", "Tight")))
                .isEqualTo("●");
        assertThat(mark("Scrap, growth with demand", Map.of("Scenario", "Base")))
                .isEqualTo("–");
    }

    @Test
    void a_scenario_that_is_none_is_said_to_be_none() {
        Map<String, Object> typed = Map.of("Scenario", "Tigt");

        assertThat(title(typed)).isEqualTo("There is no scenario of the name Tigt: choose one from the list");
        assertThat(card("Levers changed", typed)).isEqualTo("None");
        assertThat(card("Mine production, growth a year to 2030", typed)).isEqualTo("n/a");
        assertThat(remark("Mine production, growth a year to 2030", typed)).isEqualTo("Base 3.1%, not known now");
        assertThat(words(control.aside().orElseThrow(), values(typed))).isEqualTo("Unknown scenario");
        assertThat(title(Map.of("Scenario", ""))).isEqualTo("No scenario is chosen: choose one from the list");
    }

    @Test
    void four_percent_is_typed_as_4() {
        Map<String, Object> ratio = Map.of("MiningQuotaGrowth", 0.04);

        assertThat(mark("Mining quota, growth", ratio)).isEqualTo("!");
        assertThat(title(ratio)).isEqualTo("No lever is changed");
        assertThat(card("Levers changed", ratio)).isEqualTo("None; 1 not allowed");
        assertThat(words(control.standfirst(), values(ratio)))
                .isEqualTo("Not counted: 1 of the typed values, marked !. See what is allowed, or empty the cell."
                        + " Type 4 for 4%.");
        assertThat(remark("Mine production, growth a year to 2030", ratio)).isEqualTo("Base 3.1%, no change");
        assertThat(mark("Scrap, growth with demand", Map.of("ScrapFollows", 0.0)))
                .isEqualTo("●");
    }

    @Test
    void what_differs_by_year_is_told_by_year() {
        assertThat(row("Mining quota, growth", Map.of())).contains("2.3");
        assertThat(row("Mining quota, growth", Map.of("MiningQuotaGrowth_2027", 4.0)))
                .contains("by year");
        assertThat(row("Mining quota, growth", Map.of("MiningQuotaGrowth", 4.0)))
                .contains("4")
                .doesNotContain("by year");
    }

    @Test
    void zero_is_a_value_as_typed_would_be() {
        assertThat(row("Extra ore from Myanmar", Map.of())).containsSubsequence("0", "0", "–");
    }

    @Test
    void a_lever_opens_the_page_of_the_first_result_that_it_moves() {
        assertThat(goesTo("Mining quota, growth")).isEqualTo("Mining: Mine supply, balance, share");
        assertThat(goesTo("Separation quota, growth")).isEqualTo("Balance: Balance, share");
    }

    @Test
    void what_waits_for_a_new_run_is_not_told_as_a_failure() {
        assertThat(card("Checks", Map.of())).isEqualTo("68 of 68 hold");
        assertThat(words(section("Checks").title(), values(Map.of("MiningQuotaGrowth", 4.0))))
                .isEqualTo("67 of 68 checks hold, 1 waits for the pack to be made again with what was typed");
        assertThat(card("Checks", Map.of("MiningQuotaGrowth", 4.0))).isEqualTo("67 hold, 1 needs a new run");
        // without a scenario, other checks fail too: what waits is told beside them
        assertThat(card("Checks", Map.of("Scenario", "Tigt", "MiningQuotaGrowth", 4.0)))
                .matches("(?:5|6)\\d of 68 hold, 1 waits");
    }

    // ---------------------------------------------------------------- helpers

    private Section section(String name) {
        return report.sections().stream().filter(one -> one.name().equals(name)).collect(onlyElement());
    }

    private Values values(Map<String, Object> typed) {
        Map<Key, Value> values = new LinkedHashMap<>();
        report.model().names().forEach((key, name) -> {
            if (typed.containsKey(name)) {
                values.put(
                        key,
                        typed.get(name) instanceof Double number
                                ? Value.of(number)
                                : typed.get(name).equals("") ? Value.empty() : Value.of((String) typed.get(name)));
            }
        });
        assertThat(values).hasSameSizeAs(typed);
        return report.model().valuesWith(values);
    }

    private static String words(Block.Sentence sentence, Values values) {
        return sentence.fold(key -> values.of(key).inSentence(), words -> words);
    }

    private String title(Map<String, Object> typed) {
        return words(control.title(), values(typed));
    }

    private Block.KeyFigure figure(String label) {
        return Stream.of(section("Front"), control)
                .flatMap(page -> Shows.figures(page).stream())
                .filter(figure -> figure.label().equals(label))
                .collect(onlyElement());
    }

    private String card(String label, Map<String, Object> typed) {
        return figure(label).shown().text(values(typed).of(figure(label).key()));
    }

    private String remark(String label, Map<String, Object> typed) {
        return words(figure(label).remark(), values(typed));
    }

    private List<String> row(String first, Map<String, Object> typed) {
        Values values = values(typed);
        return control.tables()
                .flatMap(table -> table.rows().stream())
                .map(row ->
                        row.cells().stream().map(cell -> words(cell, values)).toList())
                .filter(row -> row.get(0).equals(first))
                .collect(onlyElement());
    }

    /** The sign before what is allowed and what is moved. */
    private String mark(String lever, Map<String, Object> typed) {
        List<String> cells = row(lever, typed);
        return cells.get(cells.size() - 3);
    }

    private String goesTo(String lever) {
        List<String> cells = row(lever, Map.of());
        return cells.get(cells.size() - 1);
    }

    private static String words(Cell cell, Values values) {
        return cell.fold(new Cell.Cases<>(
                value -> value.shown().text(values.of(value.key())),
                words -> words,
                cites -> "",
                uses -> "",
                link -> link.section() + ": " + link.text(),
                Cell.Web::text,
                blank -> ""));
    }
}
