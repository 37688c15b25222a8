package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;

class DaysTest {

    private static final LocalDate DAY = LocalDate.parse("2025-12-05");

    @Test
    void a_day_is_as_short_as_there_is_room_for() {
        assertThat(Days.inColumn(DAY)).isEqualTo("5 Dec 25");
        assertThat(Days.inSentence(DAY)).isEqualTo("5 December 2025");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 27 November 2026, 27 Nov",
        "2027-01-01, 1 January 2027, 1 Jan 27",
        "2026-12, December 2026, Dec",
        "2027-01, January 2027, Jan 2027",
        "H2 2026, H2 2026, H2 2026",
        "2027, 2027, 2027",
        "2026-06..2026-07, June to July 2026, Jun–Jul",
        "2026-10..2027-03, October 2026 to March 2027, Oct–Mar 27"
    })
    void a_longer_time_is_told_in_a_sentence_and_in_a_list_of_2026(String period, String sentence, String list) {
        assertThat(Days.inSentence(Period.parse(period))).isEqualTo(sentence);
        assertThat(Days.inList(Period.parse(period), 2026)).isEqualTo(list);
    }
}
