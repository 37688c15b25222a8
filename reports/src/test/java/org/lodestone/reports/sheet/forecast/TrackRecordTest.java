package org.lodestone.reports.sheet.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.sheet.page.Shows;

class TrackRecordTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final Part RECORD =
            TrackRecord.of(DATASET, ForecastStudy.of(DATASET).orElseThrow()).orElseThrow();

    private static List<String> notCounted() {
        Table table = RECORD.sections()
                .get(0)
                .tables()
                .filter(one -> one.id().equals("lines-not-counted"))
                .findFirst()
                .orElseThrow();
        return table.rows().stream().map(Shows.of(RECORD)::words).toList();
    }

    @Test
    void a_line_of_the_pipeline_that_does_not_count_says_why_in_the_words_of_its_note() {
        assertThat(notCounted())
                .contains(
                        "Seadrift (Texas)\nLynas Rare Earths, United States | separation | delayed | Unlikely to be built, by its owner. | ",
                        "Saudi refinery\nMaaden, MP Materials and US Department of Defense, Saudi Arabia | separation | planned | No capacity"
                                + " is published. | ");
    }

    @Test
    void a_line_that_is_not_in_the_pipeline_says_what_it_lacks_and_one_that_counts_is_not_listed() {
        assertThat(notCounted())
                .contains(
                        "Elk Creek\nNioCorp Developments, United States | mining | development | No capacity is stated. | ")
                .noneMatch(row -> row.startsWith("Nolans\n"));
    }
}
