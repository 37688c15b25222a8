package org.lodestone.reports.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.PlainTexts;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.Screening;

/** How sure the order of a table of companies is, for which there are no cells. */
class RobustnessTest {

    private static final Screen SCREEN = Screen.named("Two criteria")
            .criterion(Criterion.of("quota"))
            .criterion(Criterion.of("ore"))
            .build();

    private static ScreenResult result(double... quota) {
        return Screening.of(
                SCREEN,
                Universe.of("A", "B", "C")
                        .numbers("quota", quota)
                        .numbers("ore", 0, 1, 0)
                        .build());
    }

    @Test
    void an_order_of_fewer_than_two_companies_cannot_be_tried() {
        assertThat(Robustness.of(result(1, Double.NaN, Double.NaN), 100, 1, 1)).isEmpty();
    }

    @Test
    void the_section_alone_has_the_finding_for_a_title_and_nothing_on_cells() {
        // A scores w, B 0.9 w + 1 - w, with a weight of quota w: B is ahead below 1 / 1.1 = 0.909
        Robustness robustness = Robustness.of(result(1, 0.9, 0), 10_000, 1, 2).orElseThrow();
        Section section = Iterables.getOnlyElement(robustness.part().sections());

        assertThat(section.title().words())
                .isEqualTo(
                        "B is first of the 3 ranked in 100% of draws with weights up to 25% higher or lower, and in 91% with"
                                + " any weights of these criteria, figures as they stand");
        assertThat(section.standfirst().words()).isEqualTo("10,000 draws of weights with seed 1");
        assertThat(section.blocks()).hasOnlyElementsOfType(Table.class);
        assertThat(PlainTexts.of(section)).doesNotContain("brown cells", "sheet");
        assertThat(section.blocks().stream().map(Table.class::cast))
                .extracting(Table::heading)
                .contains(
                        "Share of draws in which a company has each rank, with any weights",
                        "The smallest change by which each company passes the one above it",
                        "Share of draws in which a company scores above another, with any weights",
                        "Ranks without one criterion");
    }

    @Test
    void of_two_companies_of_one_name_each_has_its_own_figures() {
        ScreenResult twins = Screening.of(
                SCREEN,
                Universe.of("A", "B", "C", "D")
                        .names(List.of("Twin", "Twin", "Third", "Fourth"))
                        .numbers("quota", 180, 150, 200, 100)
                        .numbers("ore", 1, 1, 0, 0)
                        .build());
        Robustness robustness = Robustness.of(twins, 100, 1, 1).orElseThrow();

        assertThat(robustness.overtakings())
                .extracting(one -> one.behind().id() + " behind " + one.ahead().id())
                .containsExactly("B behind A", "C behind B", "D behind C");
        assertThat(PlainTexts.of(robustness.part().sections().get(0)))
                .contains("Twin overtakes Twin with 180 instead of 150 for quota.");
    }

    @Test
    void companies_are_told_by_their_ids_in_a_table_of_all_against_all() {
        Robustness robustness = Robustness.of(result(1, 0.9, 0), 100, 1, 1).orElseThrow();

        assertThat(robustness.part().sections().get(0).blocks().stream()
                        .map(Table.class::cast)
                        .filter(table -> table.heading().contains("above another"))
                        .flatMap(table -> table.columns().stream())
                        .map(Column::header))
                .containsExactly("Company", "B", "A", "C");
    }
}
