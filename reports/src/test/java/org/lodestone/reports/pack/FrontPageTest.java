package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.lodestone.reports.BundledPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.sheet.page.Shows;

/** The front page of the rare earths, made of what parts bring. */
@TestInstance(Lifecycle.PER_CLASS)
class FrontPageTest {

    private final Report report = BundledPack.of("rare-earths").report();
    private final Section front = report.sections().get(0);
    private final Shows shows =
            new Shows(front, ImmutableList.of(), report.model().values());

    private Table table(String heading) {
        return front.tables()
                .filter(table -> table.heading().startsWith(heading))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rows(String heading) {
        return table(heading).rows().stream().map(shows::words).toList();
    }

    @Test
    void the_strip_ends_with_the_days_of_prices_as_a_warning() {
        List<Block.KeyFigure> cards = Shows.figures(front);

        assertThat(cards)
                .extracting(Block.KeyFigure::label)
                .containsExactly("Scenario (choose on Control)", "Levers changed", "Checks", "Prices dated");
        assertThat(cards)
                .extracting(Block.KeyFigure::way)
                .containsExactly(
                        Optional.of("Control"), Optional.of("Control"), Optional.empty(), Optional.of("Comps"));
        assertThat(cards).extracting(Block.KeyFigure::warning).containsExactly(false, false, false, true);
    }

    @Test
    void the_days_of_prices_are_those_of_the_names_shown() {
        // USA Rare Earth and others that Comps compares are not among the six
        assertThat(report.model().value(Shows.figures(front).get(3).key()).inSentence())
                .isEqualTo("5 Dec 25 to 6 Mar 26");
    }

    @Test
    void each_step_leads_to_the_page_that_says_more() {
        assertThat(table("The argument").rows())
                .extracting(row -> row.values().findFirst().orElseThrow().way().orElseThrow())
                .containsExactly("Chain", "Turns", "Balance", "Balance", "Benefit");
        assertThat(List.of(table("Who could gain most"), table("Next dates")))
                .extracting(table -> table.way().orElseThrow())
                .containsExactly("Benefit", "Dates");
    }

    @Test
    void names_stand_in_the_order_of_who_could_gain_most_with_what_they_have_and_what_is_not_known() {
        assertThat(rows("Who could gain most"))
                .hasSize(5)
                .startsWith(
                        "Lynas Rare Earths | 1–3 | 8.56 kt magnet REE in 2030, 2.67 more than in 2025 | +0.009 | −0.009 | 0.47",
                        "China Northern Rare Earth | 1–5 | 50.94 kt magnet REE in 2030, 4.37 more than in 2025; value, cost not known"
                                + " | ≤ +0.078 | ≥ −0.078 | n/a")
                .endsWith(
                        "Arafura Rare Earths | 3–5 | Nolans: 0.22 kt magnet REE in 2030, 0.22 more than in 2025 | 0 | 0 | 1.01");
    }

    @Test
    void a_driver_stands_with_its_unit_in_one_text() {
        assertThat(rows("What would turn it"))
                .startsWith("Scrap, growth with demand, % | 100.0 | 236.8")
                .contains("Demand against the outlook, % | 100.0 | 88.2");
    }

    @Test
    void next_dates_are_short_and_what_passed_unread_stands_last_as_a_warning() {
        assertThat(rows("Next dates"))
                .containsExactly(
                        "31 Dec | USA Rare Earth: revolving credit must stand",
                        "Dec | Serra Verde at 4,000 t TREO a year",
                        "Dec | Australia’s strategic reserve starts buying",
                        "10 Nov | Passed, outcome not verified: export rules may return");
        assertThat(table("Next dates").rows())
                .extracting(Row::kind)
                .containsExactly(Row.Kind.BODY, Row.Kind.BODY, Row.Kind.BODY, Row.Kind.WARNING);
    }

    @Test
    void the_edition_stands_at_the_edge_of_the_head() {
        assertThat(front.aside().map(Block.Sentence::words)).hasValue("Edition of November 2026");
    }

    @Test
    void the_small_print_speaks_of_control_only_where_there_is_one() {
        Section germanium = BundledPack.of("germanium").report().sections().get(0);

        assertThat(smallPrint(front)).contains("Not investment advice", "does not follow Control");
        assertThat(smallPrint(germanium)).contains("Not investment advice").doesNotContain("Control");
    }

    private static String smallPrint(Section front) {
        Block.Prose last = (Block.Prose) front.blocks().get(front.blocks().size() - 1);
        return last.sentences().get(0).words();
    }
}
