package org.lodestone.reports.sheet.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.How;
import org.lodestone.core.quota.Ore;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.quota.Split;
import org.lodestone.reports.quota.TinyQuotas;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class QuotaSectionTest {

    private static final Dataset DATASET = RareEarths.dataset();

    private final Part part = section(DATASET).orElseThrow();

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
    void parts_of_a_year_follow_its_totals_and_holders() {
        Dataset parts = TinyQuotas.dataset(
                TinyQuotas.total(2017, "100"),
                TinyQuotas.holder(2017, "A", Ore.ALL, "60", How.REPORTED),
                TinyQuotas.holder(2017, "A", Ore.LIGHT, "50", How.REPORTED));

        assertThat(section(parts).orElseThrow().sections())
                .singleElement()
                .satisfies(detail -> assertThat(tables(detail))
                        .extracting(Table::heading)
                        .containsExactly(
                                "mining: quota by year, t REO",
                                "mining: full-year quota by holder, t REO",
                                "mining: share of the full-year quota by holder",
                                "mining: parts of batches and of years, where known"));
    }

    @Test
    void a_dataset_without_quotas_has_no_section() {
        assertThat(section(Dataset.builder("empty").build())).isEmpty();
    }

    private static Optional<Part> section(Dataset dataset) {
        return QuotaSection.of(dataset, Quotas.of(dataset));
    }

    private static List<Table> tables(Section section) {
        return section.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }
}
