package org.lodestone.reports.heavy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;

class HeavySectionTest {

    private static final Dataset DATASET = RareEarths.dataset();

    private final Part part = section(DATASET).orElseThrow();

    @Test
    void the_findings_are_on_the_ionic_quota_and_the_two_prices() {
        // 19,150 of 270,000; 19,150 / 17,900 and 270,000 / 105,000; 1,010 / 812 and 1,010 / 713
        assertThat(findings())
                .contains(
                        "Ionic ore, the source of most heavy rare earths, has a quota of 19,150 t REO in 2024, 7.09% of the"
                                + " whole for mining and beneficiation. From 2017 to 2024 it changed by +6.98%, the whole"
                                + " by +157.14%.",
                        "Terbium oxide, 99.99% min: 1,010 USD/kg in 2025, +24.38% on the year before, 1.42 times the"
                                + " price of 2014.");
    }

    @Test
    void lines_that_name_heavy_products_are_listed_by_stage_with_their_own_units() {
        Table separation = table("Lines for heavy rare earths: smelting and separation");
        assertThat(words(separation, 0))
                .containsExactly(
                        "Lynas Malaysia Dy/Tb circuit: Dy and Tb oxides from SEGH",
                        "Lynas Malaysia new HRE plant: Sm, Gd, Dy, Tb, Y, Lu",
                        "Eneabba refinery: Dy and Tb oxides");
        assertThat(words(separation, 4)).containsExactly("t SEGH feed/yr", "t feed/yr", "t DyTb oxide/yr");
    }

    @Test
    void a_price_says_whether_it_includes_value_added_tax() {
        assertThat(words(table("Prices of single days, quarters and years"), 5)).containsOnly("not stated");
    }

    @Test
    void a_dataset_without_heavy_rare_earths_has_no_section() {
        assertThat(section(Dataset.builder("empty").build())).isEmpty();
    }

    private static Optional<Part> section(Dataset dataset) {
        return HeavySection.of(dataset, HeavyPrices.of(dataset), Quotas.of(dataset));
    }

    private List<String> findings() {
        var values = part.model().values();
        return part.sections().get(0).blocks().stream()
                .filter(Block.Prose.class::isInstance)
                .flatMap(block -> ((Block.Prose) block).sentences().stream())
                .filter(Block.Sentence.Live.class::isInstance)
                .map(sentence ->
                        values.of(((Block.Sentence.Live) sentence).key()).inSentence())
                .toList();
    }

    private Table table(String heading) {
        return part.sections().get(0).blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(table -> table.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Table table, int column) {
        return table.rows().stream()
                .map(row -> ((Cell.Words) row.cells().get(column)).text())
                .toList();
    }
}
