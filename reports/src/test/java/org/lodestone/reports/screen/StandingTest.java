package org.lodestone.reports.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Value.of;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

class StandingTest {

    private final ScreenStudy study = ScreenStudy.of(RareEarths.dataset()).orElseThrow();
    private final LiveScreen screen = study.whole();

    private static Value standing(Values values, LiveScreen screen, String company) {
        return values.of(screen.standing(company));
    }

    @Test
    void a_company_whose_highest_score_would_pass_others_says_so_with_its_rank() {
        Values values = study.model().values();

        // scores of 0.744, 0.486, 0.468, 0.434, 0.220 and 0.122
        assertThat(standing(values, screen, "600111.SH")).isEqualTo(of("1"));
        assertThat(standing(values, screen, "LYC.AX")).as("an exact score").isEqualTo(of("2"));
        // 0.434 counts NdPr only and could be up to 0.68: above Lynas and China Rare Earth Resources, under 0.744
        assertThat(standing(values, screen, "MP")).isEqualTo(of("4 (2)"));
        assertThat(standing(values, screen, "000831.SZ")).isEqualTo(of("3 (2)"));
        // up to 0.88, 0.74 and 0.32 if all that is not known of them were best
        assertThat(standing(values, screen, "600259.SH")).isEqualTo(of("(1)"));
        assertThat(standing(values, screen, "600392.SH")).isEqualTo(of("(2)"));
        assertThat(standing(values, screen, "SOLB.BR")).isEqualTo(of("(5)"));
    }

    @Test
    void arrays_and_formulas_say_the_same_rank_at_best() {
        Values values = study.model().values();

        for (String company : screen.companies()) {
            int position = study.result().universe().position(company);
            assertThat(values.number(screen.rankAtBest(company)))
                    .as(company)
                    .hasValue(study.result().rankAtBest(position));
        }
    }

    @Test
    void the_first_of_a_league_is_told_with_whoever_could_pass_it() {
        Values values = study.model().values();

        // Lynas leads overseas with 0.486, and MP could have up to 0.68
        assertThat(study.leagues())
                .filteredOn(league -> league.league().name().equals("Overseas"))
                .singleElement()
                .satisfies(overseas -> {
                    assertThat(values.of(overseas.first())).isEqualTo(of("Lynas Rare Earths"));
                    assertThat(values.of(overseas.rival())).isEqualTo(of("MP Materials"));
                });
    }

    @Test
    void what_is_typed_for_a_company_moves_its_rank_and_the_one_at_best() {
        var quota = study.screen().criterion("quota");

        // 200,000 t is the upper goalpost: its 0.30 bring 0.237 to 0.537, and separated oxides may still be more
        Values typed = study.model().valuesWith(Map.of(LiveScreen.value(quota, "600392.SH"), of(200_000.0)));

        assertThat(values(typed, "600392.SH")).startsWith("2");
    }

    private String values(Values values, String company) {
        return standing(values, screen, company).inSentence();
    }
}
