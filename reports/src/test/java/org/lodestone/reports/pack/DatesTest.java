package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.policy.Policy;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Event.Status;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.report.DateToWatch;
import org.lodestone.reports.sheet.rows.DatasetDates;

class DatesTest {

    private static final Period NOVEMBER = Period.parse("2026-11");

    private static DateToWatch date(String when, String what, Status status) {
        return date(when, what, status, 0);
    }

    private static DateToWatch date(String when, String what, Status status, int lead) {
        return new DateToWatch(
                Period.parse(when), "", "", what, "", "", status, lead, "", ImmutableList.of(), Citation.of());
    }

    private static List<String> what(List<DateToWatch> dates) {
        return dates.stream().map(DateToWatch::what).toList();
    }

    @Test
    void what_is_due_stands_by_the_day_on_which_its_span_ends_the_more_exact_first() {
        Calendar calendar = Calendar.of(
                NOVEMBER,
                List.of(
                        date("2027", "a plant starts", Status.TARGET),
                        date("2026-12-31", "a credit must stand", Status.LAW),
                        date("H2 2026", "magnets ramp up", Status.ESTIMATE),
                        date("2027-01", "a price is set", Status.PATTERN)));

        assertThat(what(calendar.next()))
                .containsExactly("a credit must stand", "magnets ramp up", "a price is set", "a plant starts");
    }

    @Test
    void what_leads_stands_before_what_is_due_whether_it_passed_or_not() {
        DateToWatch passed = date("2026-11-10", "export rules return", Status.NOT_READ, 1);
        DateToWatch ahead = date("2027", "a plant starts", Status.TARGET, 2);
        Calendar calendar =
                Calendar.of(NOVEMBER, List.of(date("2026-12-31", "a credit must stand", Status.LAW), ahead, passed));

        assertThat(what(calendar.leadingThenNext()))
                .containsExactly("export rules return", "a plant starts", "a credit must stand");
        assertThat(calendar.notRead()).containsExactly(passed);
        assertThat(what(calendar.next())).containsExactly("a credit must stand", "a plant starts");
    }

    @Test
    void what_was_due_before_the_figures_were_gathered_passed_and_was_not_read() {
        Calendar calendar = Calendar.of(
                NOVEMBER,
                List.of(
                        date("2026-06", "samarium comes", Status.TARGET),
                        date("2026-10-31", "a report is due", Status.LAW),
                        date("2026-08-26", "the result came", Status.PASSED)));

        assertThat(calendar.next()).isEmpty();
        assertThat(what(calendar.notRead())).containsExactly("a report is due", "samarium comes");
        assertThat(what(calendar.passed())).containsExactly("the result came");
    }

    @Test
    void in_the_month_of_gathering_the_dataset_says_what_has_passed() {
        // figures are gathered in the course of November: one suspension ended on the 10th, another ends on the 27th
        Calendar calendar = Calendar.of(
                NOVEMBER,
                List.of(
                        date("2026-11-10", "export rules return", Status.NOT_READ),
                        date("2026-11-27", "a ban returns", Status.LAW)));

        assertThat(what(calendar.notRead())).containsExactly("export rules return");
        assertThat(what(calendar.next())).containsExactly("a ban returns");
    }

    @Test
    void nothing_has_passed_where_the_time_of_gathering_is_not_known() {
        assertThat(Calendar.of(Period.NONE, List.of(date("2020", "it starts", Status.TARGET)))
                        .next())
                .hasSize(1);
    }

    @Nested
    class OfADataset {

        private final Calendar calendar =
                Calendar.of(RareEarths.dataset().gathered(), DatasetDates.of(RareEarths.dataset()));

        @Test
        void the_credit_of_usa_rare_earth_must_stand_next() {
            assertThat(calendar.next().get(0).when()).isEqualTo(Period.parse("2026-12-31"));
            assertThat(calendar.next().get(0).status()).isEqualTo(Status.LAW);
        }

        @Test
        void a_policy_brings_the_day_from_which_it_holds() {
            // the final rule of 2024, "2027-01-01 (part from mine to magnet)", is told in policies.csv alone
            assertThat(calendar.next())
                    .filteredOn(date -> date.what().equals("DFARS final rule on magnets takes effect"))
                    .singleElement()
                    .satisfies(date -> {
                        assertThat(date.when()).isEqualTo(Period.parse("2027-01-01"));
                        assertThat(date.status()).isEqualTo(Status.LAW);
                        assertThat(date.where()).startsWith("Mining and beneficiation");
                    });
        }

        @Test
        void a_date_names_the_lever_that_it_moves_or_else_the_assumption() {
            assertThat(calendar.next())
                    .filteredOn(date -> date.what().equals("Commissioning of Eneabba"))
                    .singleElement()
                    .satisfies(date -> assertThat(date.moves()).containsExactly("Eneabba, delay"));
            assertThat(calendar.next())
                    .filteredOn(date -> date.what().startsWith("Approval of the second phase of White Mesa"))
                    .singleElement()
                    .satisfies(date -> assertThat(date.moves()).containsExactly("White Mesa phase 2: probability"));
        }

        @Test
        void targets_of_the_middle_of_2026_passed_and_nobody_read_what_came_of_them() {
            assertThat(what(calendar.notRead()))
                    .contains(
                            "Suspension of announcements 55, 56, 57, 58, 61 and 62 ends, by announcement 70; outcome not known",
                            "Commissioning of heavy separation, 200 t Dy and Tb a year; output late in the year",
                            "First samarium from the heavy circuit in Malaysia");
        }

        @Test
        void a_less_exact_time_keeps_its_words() {
            assertThat(calendar.next())
                    .filteredOn(date -> date.who().equals("Energy Fuels"))
                    .first()
                    .satisfies(date -> {
                        assertThat(date.whenInWords()).isEqualTo("mid-2027");
                        assertThat(date.where()).isEqualTo("Energy Fuels");
                    });
        }

        @Test
        void the_quotas_of_2026_have_no_date() {
            assertThat(calendar.notPublished())
                    .singleElement()
                    .satisfies(date -> assertThat(date.who()).isEqualTo("MIIT"));
        }

        @Test
        void what_is_secondary_stays_secondary() {
            assertThat(calendar.next())
                    .filteredOn(date -> date.what().startsWith("A revolving credit"))
                    .allMatch(date -> date.citation().isSecondary());
        }
    }

    @Test
    void a_policy_that_a_date_names_is_not_told_twice() {
        Policy rule = new Policy(
                "rule",
                Period.parse("2024"),
                "2027-01-01 (magnets)",
                "United States",
                "",
                "A rule",
                "",
                "",
                ImmutableList.of(),
                ImmutableList.of(),
                "It bars.",
                "in force",
                "2026",
                Citation.of());
        Event event = new Event(
                "rule-2027",
                Period.parse("2027-01-01"),
                "",
                "United States",
                "The rule begins",
                "",
                "",
                Status.LAW,
                0,
                ImmutableList.of(),
                Optional.empty(),
                Optional.of("rule"),
                ImmutableList.of(),
                Citation.of());
        Dataset policies =
                Dataset.builder("small").gathered(NOVEMBER).build().supposing(DatasetTables.POLICIES, List.of(rule));

        assertThat(what(DatasetDates.of(policies))).containsExactly("A rule takes effect");
        assertThat(what(DatasetDates.of(policies.supposing(DatasetTables.DATES, List.of(event)))))
                .containsExactly("The rule begins");
        assertThat(DatasetDates.part(Dataset.builder("empty").build())).isEmpty();
    }
}
