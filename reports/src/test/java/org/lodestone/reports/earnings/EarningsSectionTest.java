package org.lodestone.reports.earnings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

@TestInstance(Lifecycle.PER_CLASS)
class EarningsSectionTest {

    private final Part rareEarths = part(RareEarths.dataset()).orElseThrow();

    private static Optional<Part> part(Dataset dataset) {
        return Earnings.of(dataset).map(earnings -> EarningsSection.of(dataset, earnings));
    }

    private static List<String> sentences(Part part) {
        return part.sections().get(0).blocks().stream()
                .filter(Block.Prose.class::isInstance)
                .flatMap(block -> ((Block.Prose) block).sentences().stream())
                .filter(Block.Sentence.Live.class::isInstance)
                .map(sentence -> part.model()
                        .value(((Block.Sentence.Live) sentence).key())
                        .inSentence())
                .toList();
    }

    @Test
    void a_dataset_that_does_not_say_what_earnings_hang_on_has_no_sheet() {
        assertThat(part(Dataset.builder("bare").build())).isEmpty();
    }

    @Test
    void the_title_names_whose_margin_moves_most_and_whom_a_floor_shields() {
        Section first = rareEarths.sections().get(0);

        assertThat(first.name()).isEqualTo("Elasticity");
        assertThat(first.title().words())
                .isEqualTo(
                        "Prices move the net margin of China Rare Earth Resources and Technology most; a floor shields MP"
                                + " Materials");
    }

    @Test
    void sentences_say_the_change_the_elasticity_or_why_there_is_none() {
        assertThat(sentences(rareEarths))
                .contains(
                        "Lynas Rare Earths: +10% on REO basket changes the net profit of FY2025 by AUD 38.9 mn, +7.0% of"
                                + " revenue. On a profit of AUD 8.0 mn, 1.4% of revenue, that is +485.7%: an elasticity of 48.6.",
                        "MP Materials: +10% on NdPr oxide changes the net profit of FY2025 by USD 0.0 mn, +0.0% of"
                                + " revenue. Net profit was USD -85.9 mn, so there is no elasticity.",
                        "MP Materials is paid at least 110 USD/kg for NdPr oxide. At 69 USD/kg in 2025 the price is at or"
                                + " below the floor, where a change counts only once it rises above it. The floor adds 41"
                                + " USD/kg.");
    }

    @Test
    void a_floor_below_the_price_adds_nothing_and_shields_nobody() {
        Part part = part(new PaperCompany()
                        .fact("net-profit", "100", "CNY mn")
                        .floor("400", "CNY/kg")
                        .share("kept", "70")
                        .share("held", "0")
                        .share("hedged", "100")
                        .dataset())
                .orElseThrow();

        assertThat(sentences(part)).anySatisfy(sentence -> assertThat(sentence).endsWith("The floor adds nothing."));
        assertThat(part.sections().get(0).title().words()).doesNotContain("floor");
    }

    @Test
    void a_thin_profit_does_not_come_first_only_for_being_thin() {
        // a tenth: 294.5 of 3,027.3 CNY mn for 000831.SZ, 38.9 of 556.5 AUD mn for Lynas, whose elasticity is 48.6
        assertThat(sentences(rareEarths).stream()
                        .filter(sentence -> sentence.contains(": +10% on "))
                        .map(sentence -> sentence.substring(0, sentence.indexOf(':'))))
                .startsWith("China Rare Earth Resources and Technology", "Lynas Rare Earths")
                .endsWith("MP Materials");
    }

    @Test
    void there_is_a_grid_for_every_company_that_prices_move_and_a_sentence_for_others() {
        assertThat(rareEarths.sections().get(0).blocks().get(0))
                .isInstanceOfSatisfying(
                        Block.Prose.class,
                        prose -> assertThat(prose.sentences())
                                .contains(
                                        new Block.Sentence.Plain(
                                                "MP Materials has no grid of price against volume: from −30% to"
                                                        + " +30% of price every change in it is zero, since the price stays at or below the floor.")));
        assertThat(rareEarths.sections().get(0).blocks().stream()
                        .filter(Table.class::isInstance)
                        .map(block -> ((Table) block).heading())
                        .filter(heading -> heading.contains("by price (down) and volume (across)")))
                .hasSize(4);
    }

    @Test
    void assumptions_are_the_readers_to_change_and_have_a_reason() {
        List<Content.Assumption> assumptions = rareEarths.model().contents().values().stream()
                .filter(Content.Assumption.class::isInstance)
                .map(Content.Assumption.class::cast)
                .toList();

        // 14 shares, four answers on VAT, and the change of prices
        assertThat(assumptions)
                .hasSize(19)
                .allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }

    @Test
    void a_dataset_with_reasons_only_lists_them() {
        Dataset dataset = RareEarths.dataset();
        Dataset without = Dataset.builder("reasons")
                .companies(dataset.companies())
                .exposures(dataset.exposures().stream()
                        .filter(exposure -> exposure.sale().isEmpty())
                        .collect(ImmutableList.toImmutableList()))
                .build();

        Part part = part(without).orElseThrow();

        assertThat(part.sections()).extracting(Section::name).containsExactly("Elasticity", "Price assumptions");
        assertThat(part.sections().get(0).title().words()).isEqualTo("What prices do to earnings");
    }
}
