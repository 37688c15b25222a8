package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/** Content that could not be placed is refused when the report is built: with section, block, key and remedy. */
class ReportTest {

    private static final Key CHILE = Term.of("reserves").of(Subject.of("Chile"));
    private static final Key CHINA = Term.of("reserves").of(Subject.of("China"));
    private static final Key TOTAL = Term.of("reserves").sub("total").key();
    private static final Key SCENARIO = Term.of("scenario").key();
    private static final Key BASE = Term.of("base").key();

    /** Lithium reserves, Mt: MCS 2024 printed Chile 9.3. */
    private static Model.Builder model() {
        Model.Builder model = Model.builder();
        model.figure(CHILE, Value.of(9.3), ValueUnit.NUMBER, Citation.of("usgs-mcs-2024"));
        return model;
    }

    private static Report report(Model.Builder model, Block... blocks) {
        return new Report(
                "Lithium",
                "",
                ImmutableList.of(Section.of("Reserves", "", "", List.of(blocks))),
                model.build(),
                ImmutableMap.of());
    }

    private static Table table(Key... keys) {
        return Table.of("By country", List.of(keys))
                .label("", Key::toString)
                .value("Mt Li", Shown.AS_IS, key -> key)
                .build();
    }

    private static void refused(Model.Builder model, Block block, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(model, block))
                .withMessage(message);
    }

    @Test
    void a_report_of_what_its_model_has_is_one() {
        Model.Builder model = model();
        model.calculation(TOTAL, Formula.sum(span(List.of(CHILE))));

        assertThat(report(model, table(CHILE, TOTAL)).sections()).hasSize(1);
    }

    @Test
    void a_value_that_the_model_lacks_is_not_shown() {
        refused(
                model(),
                table(CHILE, CHINA),
                "Section 'Reserves', table 'By country': the model has no value for '" + CHINA
                        + "'. Include the model that has it, or leave out what needs it.");
    }

    @Test
    void nor_is_one_that_is_calculated_from_it() {
        Model.Builder model = model();
        model.calculation(TOTAL, Formula.sum(span(List.of(CHILE, CHINA))).plus(ONE));
        refused(
                model,
                table(TOTAL),
                "Section 'Reserves', table 'By country': the model has no value for '" + CHINA + "', from which '"
                        + TOTAL + "' is calculated. Include the model that has it, or leave out what needs it.");
    }

    @Test
    void every_kind_of_block_names_itself() {
        String lacks = ": the model has no value for '" + CHINA + "'.";
        for (Block block : List.of(
                new Block.KeyFigures(ImmutableList.of(new Block.KeyFigure("Reserves", CHINA, Shown.AS_IS, ""))),
                new Block.Prose("Findings", ImmutableList.of(new Block.Sentence.Live(CHINA))),
                Block.charts(Chart.bars("Who has it", "Mt")
                        .series("", span(List.of(CHINA)))
                        .build()),
                Table.overYears("Over time", List.of(Period.parse("2023")))
                        .again("China", "Mt", Shown.AS_IS, year -> CHINA)
                        .build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> report(model(), block))
                    .withMessageContaining("Section 'Reserves', " + block.name() + lacks);
        }
        assertThat(new Block.Prose("Findings", ImmutableList.of()).name()).isEqualTo("sentences under 'Findings'");
    }

    @Test
    void a_name_of_a_workbook_is_of_something() {
        Model.Builder model = model().name(CHINA, "Chinas");
        refused(
                model,
                table(CHILE),
                "The name 'Chinas': the model has no value for '" + CHINA
                        + "'. Include the model that has it, or leave out what needs it.");
    }

    @Test
    void a_chart_of_words_is_none() {
        Model.Builder model = model();
        model.label(CHINA, "withheld");
        Chart words = Chart.bars("Who has it", "Mt")
                .series("Mt Li", span(List.of(CHINA)))
                .build();
        Chart some = Chart.bars("Who has it", "Mt")
                .series("Mt Li", span(List.of(CHINA, CHILE)))
                .build();

        refused(
                model,
                Block.charts(words),
                "Section 'Reserves', chart 'Who has it': all values of the series 'Mt Li' are words, and a chart draws"
                        + " numbers. Leave the series out.");
        assertThat(report(model, Block.charts(some)).sections()).hasSize(1);
    }

    @Test
    void a_range_has_values() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(List.of()))
                .withMessage("A span needs at least one key.");
    }

    @Test
    void a_selector_picks_what_can_be_changed_and_only_one_does() {
        Model.Builder model = model();
        model.label(BASE, "Base");
        model.label(SCENARIO, "Base");
        Block.Selector selector = new Block.Selector("Scenario", SCENARIO, span(List.of(BASE)), "");
        refused(
                model,
                selector,
                "Section 'Reserves', selector 'Scenario': it picks 'scenario', which is no assumption, so a reader could"
                        + " not change it. Give the model an assumption under this key, or show it in a table.");

        Model.Builder changeable = model();
        changeable.label(BASE, "Base");
        changeable.assumption(SCENARIO, Value.of("Base"), ValueUnit.NUMBER, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report(changeable, selector, selector))
                .withMessageContaining("another selector picks 'scenario' already.");
    }
}
