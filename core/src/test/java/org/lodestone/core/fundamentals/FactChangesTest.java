package org.lodestone.core.fundamentals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodestone.core.fundamentals.Analysts.fact;
import static org.lodestone.core.fundamentals.Analysts.file;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Source;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;

class FactChangesTest {

    @TempDir
    private Path folder;

    private Fundamentals wind(String unit, String value) {
        return FundamentalsFile.of(
                        file(folder, "wind.csv", "证券代码,营业收入 [报告期] 2024年报 [单位] " + unit, "600111.SH," + value),
                        Program.WIND)
                .read(Analysts.dataset());
    }

    private static CompanyFact revenue(String value, String source) {
        return fact("600111.SH", "revenue", "FY2024", value, "CNY mn", "consolidated", source);
    }

    @Test
    void what_the_same_source_states_is_added_once_and_then_replaced_or_unchanged() {
        Fundamentals first = wind("百万元", "32966");
        assertThat(FactChanges.of(Analysts.dataset(), first).added()).containsExactly(revenue("32966", "wind"));

        Dataset after = Analysts.dataset().supposing(DatasetTables.FACTS, first.facts());
        assertThat(FactChanges.of(after, first).unchanged()).containsExactly(revenue("32966", "wind"));
        assertThat(FactChanges.of(after, first).isEmpty()).isTrue();

        FactChanges changed = FactChanges.of(after, wind("百万元", "32967"));
        assertThat(changed.added()).isEmpty();
        assertThat(changed.replaced())
                .containsExactly(new FactChanges.Replaced(revenue("32966", "wind"), revenue("32967", "wind")));
    }

    @Test
    void what_another_source_states_stays_and_a_difference_is_told_but_not_a_rounding() {
        Dataset dataset = Analysts.dataset(revenue("33000", "press"), revenue("31000", "press"));

        FactChanges changes = FactChanges.of(dataset, wind("百万元", "32966"));

        assertThat(changes.added()).hasSize(1);
        assertThat(changes.replaced()).isEmpty();
        assertThat(changes.differing())
                .containsExactly(new FactChanges.Differing(revenue("32966", "wind"), revenue("31000", "press")));
        assertThat(changes.slips()).isEmpty();
    }

    @Test
    void a_slip_by_ten_thousand_is_told_also_against_another_scope() {
        CompanyFact other = fact("600111.SH", "revenue", "FY2024", "32966", "CNY mn", "", "press");

        // 万元 overlooked: 3,296,631 would be yuan
        assertThat(FactChanges.of(Analysts.dataset(other), wind("元", "3296631")).slips())
                .hasSize(1);
        assertThat(FactChanges.of(Analysts.dataset(other), wind("万元", "3296631"))
                        .slips())
                .isEmpty();
        // half of it is another number and no slip
        assertThat(FactChanges.of(Analysts.dataset(other), wind("元", "1648315")).slips())
                .isEmpty();
    }

    @Test
    void a_later_export_under_the_same_name_keeps_the_fingerprints_of_the_earlier() {
        Fundamentals first = wind("百万元", "1");
        Fundamentals second = wind("百万元", "2");
        Dataset dataset = Analysts.dataset();
        assertThat(FactChanges.source(dataset, first)).isEqualTo(first.source());

        Source both = FactChanges.source(with(dataset, first.source()), second);
        assertThat(both.citation())
                .isEqualTo(second.source().citation() + "; earlier "
                        + first.source().citation().replaceFirst(".*sha-256 ", ""));
        assertThat(FactChanges.source(with(dataset, both), second)).isEqualTo(both);
        assertThat(FactChanges.source(with(dataset, both), first).citation())
                .isEqualTo(first.source().citation() + "; earlier "
                        + second.source().citation().replaceFirst(".*sha-256 ", ""));
    }

    @Test
    void an_id_that_is_another_sources_is_refused() {
        Dataset dataset = with(Analysts.dataset(), new Source("wind", "A book on wind", Optional.empty()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FactChanges.source(dataset, wind("元", "1")))
                .withMessage(
                        "'wind' is a source of the dataset already, and not a file that was imported: A book on wind."
                                + " Give the file another id with --source.");
    }

    private static Dataset with(Dataset dataset, Source source) {
        return Dataset.builder("tiny")
                .sources(ImmutableMap.of(source.id(), source))
                .build();
    }
}
