package org.lodestone.reports.sheet.company;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

@TestInstance(Lifecycle.PER_CLASS)
class EarningsSectionTest {

    private final Part rareEarths = part(RareEarths.dataset()).orElseThrow();

    private static Optional<Part> part(Dataset dataset) {
        return Earnings.of(dataset).map(earnings -> EarningsSection.of(dataset, earnings));
    }

    @Test
    void a_dataset_that_does_not_say_what_earnings_hang_on_has_no_sheet() {
        assertThat(part(Dataset.builder("bare").build())).isEmpty();
    }

    @Test
    void there_is_a_grid_for_every_company_that_prices_move() {
        // five: above the floor of MP Materials a part of a high price is its own
        assertThat(rareEarths.sections().get(0).tables().map(Table::heading))
                .filteredOn(heading -> heading.contains("by price (down) and volume (across)"))
                .hasSize(5);
    }

    @Test
    void assumptions_are_the_readers_to_change_and_have_a_reason() {
        List<Content.Assumption> assumptions = rareEarths.model().contents().values().stream()
                .filter(Content.Assumption.class::isInstance)
                .map(Content.Assumption.class::cast)
                .toList();

        // eleven shares, four answers on VAT and the change of prices
        assertThat(assumptions)
                .hasSize(16)
                .allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }

    @Test
    void a_dataset_with_reasons_only_lists_them() {
        Dataset dataset = RareEarths.dataset();
        Dataset without = Dataset.builder("reasons")
                .rows(DatasetTables.COMPANIES, dataset.companies().values())
                .rows(
                        DatasetTables.EXPOSURES,
                        dataset.exposures().stream()
                                .filter(exposure -> exposure.sale().isEmpty())
                                .collect(ImmutableList.toImmutableList()))
                .build();

        Part part = part(without).orElseThrow();

        assertThat(part.sections()).extracting(Section::name).containsExactly("Price exposure");
        assertThat(part.sections().get(0).tables().map(Table::heading))
                .containsExactly("Companies without enough data");
    }
}
