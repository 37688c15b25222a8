package org.lodestone.reports.screen;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class ScreenResultSectionTest {

    private static final double NA = Double.NaN;

    /** Quota 3, separation 1 and resource 1 of 5. */
    private static final Universe FIVE = Universe.of("A", "B", "C", "D", "E")
            .names(List.of("Alpha", "Beta", "Gamma", "Delta", "Epsilon"))
            .words("country", "China", "China", "Australia", "United States", "Canada")
            .numbers("quota", 100, 75, 0, 0, NA)
            .numbers("separation", 40, 50, 10, 0, 0)
            .numbers("resource", 0, 5, 10, 8, 2)
            .build();

    private static Screen.Builder screen() {
        return Screen.named("Rare earths")
                .criterion(Criterion.of("quota").weight(3))
                .criterion(Criterion.of("separation"))
                .criterion(Criterion.of("resource"));
    }

    /** The section as a report has it, in which each value has a key. */
    private static Part part(Screen screen, Universe universe, int top) {
        return ScreenResultSection.of(Screening.of(screen, universe), top, 0).laidOut();
    }

    private static Section section(Part part) {
        return Iterables.getOnlyElement(part.sections());
    }

    private static Table table(Part part, String heading) {
        return section(part).blocks().stream()
                .map(Table.class::cast)
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static ImmutableList<Object> column(Part part, String heading, String header) {
        Table table = table(part, heading);
        int at = table.columns().stream().map(Column::header).toList().indexOf(header);
        return table.rows().stream()
                .map(row -> shown(part, row.cells().get(at)))
                .collect(toImmutableList());
    }

    private static Object shown(Part part, Cell cell) {
        if (cell instanceof Cell.Of of) {
            Value value = part.model().value(of.key());
            return value.number().isPresent() ? value.number().getAsDouble() : value;
        }
        return cell instanceof Cell.Words words ? words.text() : "";
    }

    private static final String RANKED = "Ranking";
    private static final String PROVISIONAL = "Not ranked: too little is known";

    @Test
    void the_title_says_who_comes_first_and_by_how_much() {
        Section section = section(part(screen().build(), FIVE, 9));

        // A: 0.6 + 0.2 × 0.8 = 0.76; B: 0.6 × 0.75 + 0.2 + 0.2 × 0.5 = 0.75
        assertThat(section.title().words())
                .isEqualTo("Alpha ranks first of 4 with a score of 0.76, ahead of Beta with 0.75");
        assertThat(section.standfirst().words())
                .isEqualTo("Rare earths: of 5 companies 4 are ranked, 1 lacks a criterion");
    }

    @Test
    void companies_with_the_same_score_share_the_title() {
        Screen screen = Screen.named("Level").criterion(Criterion.of("quota")).build();

        assertThat(section(part(
                                screen,
                                Universe.of("A", "B", "C")
                                        .numbers("quota", 2, 2, 1)
                                        .build(),
                                9))
                        .title()
                        .words())
                .isEqualTo("A and B are level at the head of 3 with a score of 1.00");
        double[] seven = {1, 1, 1, 1, 1, 1, 1};
        assertThat(section(part(
                                screen,
                                Universe.of("A", "B", "C", "D", "E", "F", "G")
                                        .numbers("quota", seven)
                                        .build(),
                                9))
                        .title()
                        .words())
                .startsWith("A, B, C, D, E and 2 others are level at the head of 7");
    }

    @Test
    void companies_whose_scores_two_decimals_do_not_tell_apart_are_level() {
        Universe universe =
                Universe.of("A", "B", "C").numbers("quota", 2, 1.988, 0).build();

        Part part = part(Screen.named("Close").criterion(Criterion.of("quota")).build(), universe, 9);

        // 1.988 / 2 = 0.994, which prints as 0.99
        assertThat(section(part).title().words())
                .isEqualTo("A and B are level at the head of 3 with scores of 0.99 to 1.00");
        assertThat(table(part, RANKED).notes()).contains("Scores less than 0.01 apart are level.");
    }

    @Test
    void where_nobody_can_be_ranked_the_title_says_so() {
        Part part = part(
                Screen.named("Unknown").criterion(Criterion.of("quota")).build(),
                Universe.of("A", "B").numbers("quota", NA, NA).build(),
                9);

        assertThat(section(part).title().words()).isEqualTo("No company can be ranked: too little is known about each");
        assertThat(section(part).blocks())
                .extracting(block -> ((Table) block).heading())
                .containsExactly("Criteria and weights", PROVISIONAL);
        assertThat(table(part, PROVISIONAL).notes()).noneMatch(note -> note.contains("could come first"));
    }

    @Test
    void what_criteria_add_sums_to_the_score() {
        Part part = part(screen().build(), FIVE, 9);

        assertThat(column(part, RANKED, "Company")).containsExactly("Alpha", "Beta", "Gamma", "Delta");
        assertThat(column(part, RANKED, "Id")).containsExactly("A", "B", "C", "D");
        for (int row = 0; row < 4; row++) {
            double sum = 0;
            for (String criterion : List.of("quota", "separation", "resource")) {
                sum += (double) column(part, RANKED, criterion).get(row);
            }
            assertThat(sum).isEqualTo((double) column(part, RANKED, "Score").get(row), within(1e-12));
        }
    }

    @Test
    void a_geometric_mean_takes_off_what_is_out_of_balance() {
        Part part = part(screen().aggregation(Aggregation.GEOMETRIC).build(), FIVE, 9);

        // B is 0.75, 1 and 0.5 by 3, 1 and 1: exp((3 ln 0.75 + ln 0.5) / 5) = 0.7325, where the sum is 0.75
        assertThat(column(part, RANKED, "Company")).first().isEqualTo("Beta");
        assertThat((double) column(part, RANKED, "imbalance").get(0)).isEqualTo(0.7325 - 0.75, within(0.0001));
    }

    @Test
    void only_the_first_are_shown_where_so_many_are_asked_for() {
        Part part = part(screen().build(), FIVE, 2);

        assertThat(column(part, RANKED, "Company")).containsExactly("Alpha", "Beta");
        assertThat(column(part, "Why each company ranks where it does", "Company"))
                .containsExactly("Alpha", "Beta");
        assertThat(table(part, RANKED).notes()).contains("The first 2 of 4 are shown.");
        assertThat(column(part, PROVISIONAL, "Company")).containsExactly("Epsilon");
    }

    @Test
    void a_company_without_a_quota_has_an_interval_and_no_rank() {
        Part part = part(screen().build(), FIVE, 9);

        // without its quota E has 0.2 × 0.2 = 0.04, and with the largest 0.64, which is less than 0.76
        assertThat((double) column(part, PROVISIONAL, "Lowest").get(0)).isEqualTo(0.04, within(1e-12));
        assertThat((double) column(part, PROVISIONAL, "Highest").get(0)).isEqualTo(0.64, within(1e-12));
        assertThat(column(part, PROVISIONAL, "What is missing")).containsExactly("quota");
        assertThat(table(part, PROVISIONAL).notes()).noneMatch(note -> note.contains("could come first"));
    }

    @Test
    void a_company_that_could_come_first_is_named() {
        Universe universe = Universe.of("A", "B", "C")
                .numbers("quota", 2, 1, NA)
                .numbers("separation", 1, 0, 2)
                .build();
        Screen screen = Screen.named("Open")
                .criterion(Criterion.of("quota"))
                .criterion(Criterion.of("separation"))
                .build();

        // A: 0.5 + 0.25; C: up to 0.5 + 0.5
        assertThat(table(part(screen, universe, 9), PROVISIONAL).notes())
                .contains("C could rank first if all were known.");
    }

    @Test
    void of_many_provisional_companies_those_that_could_score_highest_are_shown() {
        int n = 60;
        double[] unknown = new double[n];
        Arrays.fill(unknown, NA);
        Universe universe = Universe.of(
                        IntStream.range(0, n).mapToObj(i -> "T" + i).toList())
                .numbers("quota", unknown)
                .numbers("size", IntStream.range(0, n).asDoubleStream().toArray())
                .build();
        Screen screen = Screen.named("Many")
                .criterion(Criterion.of("quota"))
                .criterion(Criterion.of("size"))
                .build();

        Part part = part(screen, universe, 5);

        assertThat(column(part, PROVISIONAL, "Company"))
                .hasSize(50)
                .startsWith("T59", "T58")
                .endsWith("T10");
        assertThat(table(part, PROVISIONAL).notes()).contains("Of 60 these could score highest.");
    }

    @Test
    void what_is_left_out_is_not_zero() {
        Screen screen = Screen.named("Left out")
                .criterion(Criterion.of("quota").ifMissing(Missing.LEFT_OUT))
                .criterion(Criterion.of("separation"))
                .build();

        assertThat(column(part(screen, FIVE, 9), RANKED, "quota"))
                .contains(new Value.Missing("not known", "left out, since it is not known: quota"));
    }

    @Test
    void a_report_has_the_values_of_the_ranking_in_its_model() {
        Part part = ScreenResultSection.of(Screening.of(screen().build(), FIVE), 2, 0);

        Report report = new Report("Screen", "", part.sections(), part.model(), ImmutableMap.of());

        Key score = Term.of("screen result").sub("score").of(Subject.of("A"));
        assertThat(part.model().has(score)).isFalse();
        assertThat(report.model().values().number(score)).hasValueCloseTo(0.76, within(1e-12));
    }

    @Test
    void leagues_have_ranks_of_their_own_beside_those_among_all() {
        Filter abroad = Filter.noneOf("country", "China");
        Part part = part(
                screen().league(new League("Overseas", ImmutableList.of(abroad), ImmutableMap.of()))
                        .league(new League("Without quota", ImmutableList.of(abroad), ImmutableMap.of("resource", 1.0)))
                        .build(),
                FIVE,
                9);

        assertThat(column(part, "League Overseas", "Company")).containsExactly("Gamma", "Delta");
        assertThat(column(part, "League Overseas", "Rank")).containsExactly(1.0, 2.0);
        assertThat(column(part, "League Overseas", "Rank of all")).containsExactly(3.0, 4.0);
        assertThat(table(part, "League Overseas").notes()).containsExactly("Too little is known about Epsilon.");
        assertThat(column(part, "League Without quota", "Company")).containsExactly("Gamma", "Delta", "Epsilon");
        assertThat(column(part, "League Without quota", "Rank of all")).containsExactly(3.0, 4.0, "");
        assertThat(table(part, "League Without quota").notes()).containsExactly("Screened anew, by resource (100.0%).");
    }

    @Test
    void filters_and_levels_stand_with_the_criteria() {
        Screen screen = Screen.named("Levels")
                .filter(Filter.anyOf("country", "China"))
                .level("size", 2)
                .level("ore", 1)
                .criterion(Criterion.of("quota").level("size"))
                .criterion(Criterion.of("resource").level("ore"))
                .build();

        Part part = part(screen, FIVE, 9);

        assertThat(table(part, "Criteria and weights").notes()).contains("Filters: country China.");
        assertThat(column(part, "Criteria and weights", "Level")).containsExactly("size", "ore");
        assertThat(column(part, "Levels", "Weight")).containsExactly(2.0, 1.0);
        assertThat(section(part).standfirst().words()).endsWith("2 are ranked, 3 do not pass the filters");
    }
}
