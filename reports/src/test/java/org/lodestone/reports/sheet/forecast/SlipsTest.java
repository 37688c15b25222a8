package org.lodestone.reports.sheet.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Values;

/** How late steps of rare earth projects came. */
class SlipsTest {

    private static final Slips SLIPS = Slips.of(RareEarths.dataset()).orElseThrow();
    private static final Values VALUES = SLIPS.model().values();

    @Test
    void a_step_that_was_put_off_stands_once_for_each_year_it_was_to_come(@TempDir Path folder) {
        // the dataset has the first of these alone
        Slips putOff = Slips.of(
                        RareEarths.with(
                                folder,
                                "project-milestones",
                                text -> text
                                        + "Nolans,final investment decision,2024-04,end-2024,2026-08,,business-news-2024-04-nolans,read\n"
                                        + "Nolans,final investment decision,late 2025,H1 2026,2026-08,,shmews-2025-nolans,secondary\n"
                                        + "Nolans,final investment decision,2025-10,Q1 2026,2026-08,,ad-hoc-news-2026-01-arafura,read\n"))
                .orElseThrow();

        assertThat(putOff.all().stream().map(Slips.Slip::words).filter(words -> words.startsWith("Nolans")))
                .containsExactly(
                        "Nolans: construction start, due 2020",
                        "Nolans: commissioning, due 2022",
                        "Nolans: final investment decision, due 2022",
                        "Nolans: first production, due 2024",
                        "Nolans: final investment decision, due 2024",
                        // said to be due in the first quarter and in the first half; reported in August
                        "Nolans: final investment decision, due 2026");
    }

    @Test
    void a_step_that_has_not_come_is_as_late_as_the_year_of_gathering() {
        // figures gathered in 2026; the decision on Nolans was reported in August 2026
        assertThat(SLIPS.all().stream().map(slip -> VALUES.number(slip.late()).orElseThrow()))
                .containsExactly(1.0, 6.0, 4.0, 4.0, 2.0, 3.0, 1.0, 0.0);
        assertThat(VALUES.number(SLIPS.mean())).hasValue(21.0 / 8);
    }
}
