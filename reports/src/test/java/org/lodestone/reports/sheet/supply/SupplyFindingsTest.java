package org.lodestone.reports.sheet.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.chain.SmallChain;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;

/** What a pack says of who has how much of a measure, for the front page. */
class SupplyFindingsTest {

    private static List<String> headlines(SmallChain chain) {
        Part told = SupplyFindings.of(Analyses.of(chain.dataset()));
        return told.findings().stream()
                .map(Finding::headline)
                .flatMap(headline -> headline.stream())
                .map(headline -> headline.text(told.model().values()))
                .toList();
    }

    @Test
    void a_note_says_it_with_its_subject() {
        Part told = SupplyFindings.of(Analyses.of(
                new SmallChain().mined("Chile", "60").mined("Peru", "20").dataset()));

        assertThat(told.findings()
                        .get(0)
                        .inProse()
                        .orElseThrow()
                        .text(told.model().values()))
                .isEqualTo(
                        "Ore mined came to 80 t gross in 2024. Chile has 75.0% of it; without Chile 25.0% would be left.");
    }

    @Test
    void a_share_where_a_country_is_withheld_is_one_of_what_is_known() {
        SmallChain known = new SmallChain().mined("Chile", "60").mined("Peru", "20");
        assertThat(headlines(known)).containsExactly("Chile has 75% of ore mined in 2024");

        assertThat(headlines(known.mined("China", "W"))).containsExactly("Chile has 75% of known ore mined in 2024");
    }
}
