package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Normalisation.Relative;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;

/** Rules of a user's own stand beside those of the library, on arrays and in a workbook. */
class OwnRulesTest {

    private static final Universe OUTPUT = Universe.of("A", "B", "C", "D")
            .numbers("output", 200, 100, 0, Double.NaN)
            .numbers("debt", 10, 50, 5, 1)
            .words("place", "China", "Australia", "", "China")
            .build();

    private static ScreenResult by(Criterion criterion) {
        return Screening.of(Screen.named("one").criterion(criterion).build(), OUTPUT);
    }

    @Test
    void a_normalisation_of_ones_own_scores_as_the_librarys_does_that_says_the_same() {
        ScreenResult own = by(Criterion.of("output").lower().by(TriedRules.RANGE));
        ScreenResult built = by(Criterion.of("output").lower().by(Relative.MIN_MAX));

        for (int company = 0; company < 4; company++) {
            assertThat(own.score(company)).isEqualTo(built.score(company));
            assertThat(own.interval(company)).isEqualTo(built.interval(company));
        }
        assertThat(own.why(0)).isEqualTo(built.why(0));
    }

    @Test
    void a_treatment_of_ones_own_is_applied_before_values_are_normalised() {
        // mean of 200, 100 and 0 is 100: the first is drawn in to it, and then 100, 100, 0
        ScreenResult result = by(Criterion.of("output").outliers(TriedRules.FIXED_AT_MOST_THE_MEAN));

        assertThat(result.score(0).orElseThrow()).isEqualTo(1);
        assertThat(result.score(1).orElseThrow()).isEqualTo(1);
        assertThat(result.criterion("output").treatment()).hasToString("at most the mean: 1 changed");
    }

    @Test
    void a_filter_of_ones_own_asks_several_columns_and_lets_nobody_pass_of_whom_a_number_is_not_known() {
        Filter lowDebt =
                Filter.own("debt under a tenth of output", one -> one.number("debt") < 0.1 * one.number("output"));
        ScreenResult result = Screening.of(
                Screen.named("low debt")
                        .filter(lowDebt)
                        .criterion(Criterion.of("output"))
                        .build(),
                OUTPUT);

        assertThat(result.passed().toArray()).containsExactly(0);
        assertThat(result.stoppedBy(3)).contains(lowDebt);
        assertThat(result.why(1))
                .isEqualTo("Not looked at: the filter asks for debt under a tenth of output, and that does not hold.");
        assertThatThrownBy(() -> Screening.of(
                        Screen.named("typo")
                                .filter(Filter.own(
                                        "some place", one -> one.word("plaice").isEmpty()))
                                .criterion(Criterion.of("output"))
                                .build(),
                        OUTPUT))
                .hasMessageStartingWith("The filter 'some place' finds nothing to look at.")
                .hasMessageContaining("Did you mean 'place'?");
    }

    @Test
    void what_is_no_score_or_no_number_is_refused_by_the_name_of_the_rule() {
        assertThatThrownBy(() -> by(Criterion.of("output").by(Normalisation.own("raw", values -> value -> value))))
                .hasMessage(
                        "The normalisation 'raw' scores 200.0 as 200.0. Let it give a score from 0 to 1, or say that it has"
                                + " no such range.");
        assertThatThrownBy(() -> by(Criterion.of("output").outliers(Outliers.own("ln", values -> Math::log))))
                .hasMessage(
                        "The treatment of outliers 'ln' makes -Infinity of 0.0. Let it give a number for every value that is"
                                + " known.");
    }

    // ---------------------------------------------------------------- in a workbook

    private static ScreenStudy study(Criterion criterion) {
        return ScreenStudy.of(
                        RareEarths.dataset(),
                        Screen.named("own").criterion(criterion).build())
                .orElseThrow();
    }

    private static Criterion chain(Normalisation by) {
        return RareEarths.dataset().screen().orElseThrow().criterion("chain").by(by);
    }

    @Test
    void a_formula_that_scores_otherwise_than_the_arrays_is_refused() {
        LiveNormalisation apart = LiveNormalisation.of(
                "share of the largest",
                values -> value -> value / 5,
                (value, values) -> value.over(Formula.call(Fn.MAX_OF_KNOWN, values)));

        assertThatThrownBy(() -> study(chain(apart)))
                .hasMessageMatching(
                        "Under criterion 'chain', 'share of the largest' scores .* as 0\\.\\d+ on arrays and as"
                                + " \\S+ by its formula\\. Say the same calculation in both\\.");
    }

    @Test
    void with_a_formula_scores_follow_a_value_that_is_typed() {
        Criterion criterion = chain(TriedRules.RANGE);
        ScreenStudy study = study(criterion);
        LiveScreen live = study.whole();
        String first = study.ranked().get(0);
        Values typed = study.model().valuesWith(Map.of(LiveScreen.value(criterion, first), Value.of(0)));

        assertThat(typed.number(live.score(first)).orElseThrow()).isEqualTo(0, within(1e-12));
        assertThat(study.part().checks()).isEmpty();
    }

    @Test
    void without_one_they_are_out_of_date_and_a_check_is_amber() {
        Criterion criterion = chain(TriedRules.FIXED_RANGE);
        ScreenStudy study = study(criterion);
        LiveScreen live = study.whole();
        String first = study.ranked().get(0);
        Part part = study.part();
        Check check = part.checks().get(0);
        Model model = Dated.throughout(part.model());

        assertThat(check.name()).isEqualTo("Fixed scores under breadth of chain belong to its values as they stand");
        assertThat(check.waits()).isTrue();
        assertThat(model.value(check.key())).isEqualTo(Value.of(1));
        assertThat(model.value(live.score(first))).isEqualTo(Value.of(1));

        Key input = LiveScreen.value(criterion, first);
        Values typed = model.valuesWith(Map.of(input, Value.of(0)));
        assertThat(typed.of(live.score(first)).inSentence()).isEqualTo(Dated.OUT_OF_DATE);
        assertThat(typed.number(check.key())).isEmpty();
        assertThat(part.sections().get(0).tables().findFirst().orElseThrow().notes())
                .contains(
                        "Scores under breadth of chain are fixed: the rule has no formula. When a value under it changes, they"
                                + " are out of date until the pack is made again.");
    }

    @Test
    void a_treatment_of_ones_own_is_named_and_follows_a_value_that_is_typed() {
        Criterion criterion =
                RareEarths.dataset().screen().orElseThrow().criterion("chain").outliers(TriedRules.AT_MOST_THE_MEAN);
        ScreenStudy study = study(criterion);
        Table weights = study.part().sections().get(0).tables().findFirst().orElseThrow();
        String last = study.ranked().get(study.ranked().size() - 1);
        Key treated = study.whole().scores().treated(criterion, last);
        Values typed = study.model().valuesWith(Map.of(LiveScreen.value(criterion, last), Value.of(0)));

        assertThat(weights.notes()).contains("Extreme values under breadth of chain are treated: at most the mean.");
        assertThat(weights.columns()).extracting(Column::header).doesNotContain("Lower bound", "Upper bound");
        assertThat(typed.of(treated)).isEqualTo(Value.of(0));
    }
}
