package org.lodestone.reports.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.How;
import org.lodestone.core.quota.Ore;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class QuotaSectionTest {

    private static final Dataset DATASET = RareEarths.dataset();

    private final Part part = section(DATASET).orElseThrow();

    @Test
    void the_findings_are_sentences_with_the_figures_of_the_tables() {
        assertThat(findings(part))
                .contains(
                        "Mining and beneficiation: the quota of 2024 is 270,000 t REO, +5.88% on the year before. That is"
                                + " below compound growth since 2017, which is 14.44% a year over 7 years, and below the"
                                + " mean of yearly rates, 14.67%.",
                        "Of the 2024 quota of smelting and separation, China Northern Rare Earth has 66.93%, China Rare"
                                + " Earth Group has 33.07%, the two largest together 100.00%, all known holders 100.00%.",
                        "Smelting and separation, quota of 2025: not published.");
    }

    @Test
    void after_a_gap_there_is_no_growth_to_compare() {
        Dataset gap = TinyQuotas.dataset(TinyQuotas.total(2017, "100"), TinyQuotas.total(2019, "121"));
        assertThat(findings(section(gap).orElseThrow()))
                .containsExactly(
                        "mining: the quota of 2019 is 121 t REO. Compound growth since 2017 is 10.00% a year over"
                                + " 2 years.");
    }

    @Test
    void the_title_tells_that_growth_has_slowed_only_where_it_has() {
        assertThat(part.sections().get(0).title().words())
                .isEqualTo("Rare earths: quotas grow more slowly than they used to");
        Dataset faster = TinyQuotas.dataset(
                TinyQuotas.total(2017, "100"), TinyQuotas.total(2018, "101"), TinyQuotas.total(2019, "150"));
        assertThat(section(faster).orElseThrow().sections().get(0).title().words())
                .isEqualTo("Stones: quotas by year and holder");
    }

    @Test
    void charts_draw_years_with_a_total_and_its_growth() {
        List<Chart> charts = charts(part.sections().get(0)).subList(0, 2);
        assertThat(charts).extracting(Chart::kind).containsExactly(Chart.Kind.COLUMNS, Chart.Kind.LINES);
        // 2018 to 2024, since 2017 has no growth and 2025 no total
        assertThat(charts)
                .allSatisfy(chart -> assertThat(chart.series())
                        .hasSize(2)
                        .allSatisfy(series -> assertThat(series.values().keys()).hasSize(7)));
    }

    @Test
    void every_row_of_the_dataset_is_shown() {
        List<Key> shown = part.sections().stream()
                .flatMap(section -> tables(section).stream())
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(Cell.Of.class::isInstance)
                .map(cell -> ((Cell.Of) cell).key())
                .toList();
        for (Quotas quotas : Quotas.of(DATASET)) {
            for (Split split : quotas.splits()) {
                quotas.years()
                        .forEach(year -> quotas.amount(split, year)
                                .ifPresent(key -> assertThat(shown).contains(key)));
            }
        }
    }

    @Test
    void a_dataset_of_totals_alone_has_no_details() {
        Dataset totals = TinyQuotas.dataset(TinyQuotas.total(2017, "100"), TinyQuotas.total(2018, "110"));
        assertThat(section(totals).orElseThrow().sections())
                .extracting(Section::name)
                .containsExactly("Quotas");
    }

    @Test
    void details_are_a_section_of_their_own() {
        Dataset parts = TinyQuotas.dataset(
                TinyQuotas.total(2017, "100"),
                TinyQuotas.holder(2017, "A", Ore.ALL, "60", How.REPORTED),
                TinyQuotas.holder(2017, "A", Ore.LIGHT, "50", How.REPORTED));
        assertThat(section(parts).orElseThrow().sections())
                .extracting(Section::name)
                .containsExactly("Quotas", "Quota details");
    }

    @Test
    void a_dataset_without_quotas_has_no_section() {
        assertThat(section(Dataset.builder("empty").build())).isEmpty();
    }

    private static Optional<Part> section(Dataset dataset) {
        return QuotaSection.of(dataset, Quotas.of(dataset));
    }

    private static List<String> findings(Part part) {
        var values = part.model().values();
        return part.sections().get(0).blocks().stream()
                .filter(Block.Prose.class::isInstance)
                .flatMap(block -> ((Block.Prose) block).sentences().stream())
                .filter(Block.Sentence.Live.class::isInstance)
                .map(sentence ->
                        values.of(((Block.Sentence.Live) sentence).key()).inSentence())
                .toList();
    }

    private static List<Table> tables(Section section) {
        return section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static List<Chart> charts(Section section) {
        return section.blocks().stream()
                .filter(Block.Charts.class::isInstance)
                .flatMap(block -> ((Block.Charts) block).charts().stream())
                .collect(ImmutableList.toImmutableList());
    }
}
