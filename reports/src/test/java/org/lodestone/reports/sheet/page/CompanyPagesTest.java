package org.lodestone.reports.sheet.page;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.earnings.Earnings;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.valuation.Comps;

/** The pages on companies and on claims. */
@TestInstance(Lifecycle.PER_CLASS)
class CompanyPagesTest {

    private final Analyses rareEarths = RareEarths.analyses();
    private final ScreenStudy study = rareEarths.screen().orElseThrow();
    private final Part screen = Pages.named(Pages.SCREEN, rareEarths).orElseThrow();

    @Test
    void the_screen_says_who_leads_and_of_how_many_too_little_is_known() {
        Shows told = Shows.of(screen);

        assertThat(told.title())
                .isEqualTo(
                        "China Northern Rare Earth leads the screen with a score of 0.74; Rising Nonferrous Metals could come first");
        assertThat(told.standfirst()).startsWith("6 of 11 companies can be ranked. Weights: scarce resource 30%");
    }

    @Test
    void companies_that_cannot_be_ranked_stand_behind_those_that_are_with_the_range_of_their_scores() {
        // 2 of 3 and 30 % make 0.20; log10(30,573 / 1,000) / log10(200) · 30 % = 0.19; of 170,000 0.29; 3 of 5 and 10 %
        // 0.06
        assertThat(Shows.of(screen).rows(0))
                .hasSize(11)
                .startsWith(
                        "China Northern Rare Earth | 1 | 0.74 | 0.74 | 0.85 | 2 | 0.20 | 30,573 | 0.19 | 170,000 | 0.29 | 3 | 0.06 | B")
                .contains(
                        "Lynas Rare Earths | 2 | 0.49 | 0.49 | 0.49 | 3 | 0.30 | 13,089 | 0.15 | 0 | 0.00 | 2 | 0.04 | A")
                .endsWith(
                        "Energy Fuels | (2) | n/a | 0.02 | 0.62 | n/a | 0.00 | 1,000 | 0.00 | 0 | 0.00 | 1 | 0.02 | C");
    }

    private Map<Key, Value> weights(double resource, double others) {
        return study.screen().criteria().stream()
                .collect(toMap(
                        study.whole()::typedWeight,
                        criterion -> Value.of(criterion.name().equals("resource") ? resource : others)));
    }

    @Test
    void companies_of_the_same_rank_share_the_lead() {
        // by the resource alone both mines that are owned whole score 3 of 3
        Shows told = Shows.with(screen, weights(1, 0));

        assertThat(told.title())
                .isEqualTo(
                        "MP Materials and Lynas Rare Earths are level at the head of the screen with a score of 1.00");
        assertThat(told.findings())
                .contains(
                        "MP Materials is top in 1 of 1 criteria",
                        "10 of 11 scores are exact",
                        "Companies for which a criterion is not known: scarce resource for 1");
        assertThat(told.row(1, "Neo Performance Materials"))
                .endsWith(
                        "Nothing counts for it; furthest behind in scarce resource: no mine (best: owns a mine that operates).");
    }

    @Test
    void weights_that_sum_to_zero_rank_nobody() {
        Shows told = Shows.with(screen, weights(0, 0));
        String nobody = "The weights sum to zero, so no company has a rank";

        assertThat(told.title()).isEqualTo(nobody);
        assertThat(told.standfirst()).isEqualTo("0 of 11 companies can be ranked. " + nobody + ".");
        assertThat(told.findings()).filteredOn(nobody::equals).hasSize(3);
    }

    @Test
    void a_weight_that_is_not_known_ranks_nobody() {
        Key weight = study.whole().ownWeight(study.screen().criteria().get(0));

        assertThat(Shows.with(screen, Map.of(weight, Value.of("W"))).standfirst())
                .endsWith("A weight is not known, so no company has a rank.");
    }

    @Test
    void the_leader_loses_its_lead_by_a_weight_that_is_solved_for() {
        assertThat(Shows.of(screen).findings())
                .contains(
                        "China Northern Rare Earth is first in 80% of draws",
                        "Lynas Rare Earths passes China Northern Rare Earth if the weight of separation quota goes from"
                                + " 30.0% to 4.5%");
    }

    @Test
    void comps_say_what_a_year_of_ebitda_costs_at_home_and_elsewhere_and_of_when_prices_are() {
        Shows told = Shows.of(CompsPage.of(rareEarths).orElseThrow());

        // 50.4, 40.6 and 21.6 times in China; Neo at 11.0 and Iluka at 5.5
        assertThat(told.title())
                .isEqualTo(
                        "EV is 22 to 50 times EBITDA at 3 companies in China and 6 to 11 times at 2 outside, at prices of"
                                + " 6 to 13 February 2026");
        assertThat(told.standfirst())
                .isEqualTo("6 of 10 companies have a price of 6 to 13 February 2026, and are counted. 11 more companies"
                        + " have a price but no enterprise value.");
        assertThat(told.findings())
                .containsExactly(
                        "Of 6 companies counted 4 have a meaningful trailing P/E, 3 a forward P/E and 5 an EV/EBITDA",
                        "No EV per tonne is exact and of these days");
    }

    @Test
    void another_window_changes_title_prices_and_what_is_counted() {
        Comps comps = rareEarths.comps().orElseThrow();
        Shows told =
                Shows.with(CompsPage.of(rareEarths).orElseThrow(), Map.of(comps.window(), Value.of("5 December 2025")));

        // 000831.SZ at 173.4 and China Northern at 43.8 times EBITDA; a P/E of Lynas says nothing
        assertThat(told.title()).isEqualTo("The median EV/EBITDA is 108.6 at prices of 5 December 2025");
        assertThat(told.standfirst()).startsWith("3 of 10 companies have a price of 5 December 2025,");
        assertThat(told.findings()).contains("1 of 5 EVs per tonne are exact and of these days");
        assertThat(told.row(0, "China Northern Rare Earth")).contains("CNY 47.33", "5 Dec 25");
        assertThat(told.row(0, "MP Materials")).contains("USD 60.15", "(26 Nov 25)");
        assertThat(told.notes())
                .anyMatch(note -> note.contains("In 7 of 10 rows price and figures lie over three months apart"));
    }

    @Test
    void comps_name_what_a_market_value_would_need() {
        Dataset all = RareEarths.dataset();
        ImmutableSet<String> ofValues = all.valuation().takenByYear();
        Dataset lynas = all.toBuilder()
                .rows(DatasetTables.EXCHANGE_RATES, List.of())
                .rows(DatasetTables.DECKS, List.of())
                .rows(DatasetTables.CONTRACTS, List.of())
                .rows(DatasetTables.VALUED_PROJECTS, List.of())
                .rows(DatasetTables.VALUED_OPERATIONS, List.of())
                .rows(DatasetTables.DRIVERS, List.of())
                .rows(
                        DatasetTables.ASSUMPTIONS,
                        all.assumptions().stream()
                                .filter(row -> !ofValues.contains(row.id()))
                                .toList())
                .rows(DatasetTables.EXPOSURES, List.of())
                .screen(Optional.empty())
                .benefit(Optional.empty())
                .rows(
                        DatasetTables.FACTS,
                        all.facts().stream()
                                .filter(fact -> fact.company().equals("LYC.AX"))
                                .filter(fact -> !fact.fact().equals("shares-outstanding"))
                                .toList())
                .benefit(Optional.empty())
                .build();
        // of one company there is no page to compare it on
        assertThat(CompsPage.of(Analyses.of(lynas)).orElseThrow().sections()).isEmpty();
        assertThat(Analyses.of(lynas).comps().orElseThrow().lacking(0))
                .isEqualTo(
                        "Market value of Lynas Rare Earths: no number of shares and no rate of AUD to USD by the day of the"
                                + " price.");
    }

    @Test
    void companies_stand_in_groups_with_the_lowest_the_median_and_the_highest_of_those_counted_below() {
        assertThat(Shows.of(CompsPage.of(rareEarths).orElseThrow()).rows(0))
                .startsWith(
                        "China |  |  |  |  |  |  |  |  |  |  |  |  | ",
                        "China Northern Rare Earth | 600111.SH | CNY 54.74 | 13 Feb 26 | 28,692 | 29,863 | 92.6 | 79.5 | 50.4 |"
                                + " n/a | ≤ 1.29–1.64 | +0.20 | +14% | 0.74–0.85 B",
                        "Baotou Steel Union | 600010.SH | CNY 2.38 | 6 Feb 26 | 15,600 | 23,815 | 107.7 | n/a | 21.6 |"
                                + " ≤ 0.76–0.97 | n/a | +0.01–0.02 | +16–24% | 0.22 A")
                .contains(
                        "Outside China, producing |  |  |  |  |  |  |  |  |  |  |  |  | ",
                        // 27.1 of a profit of AUD 362.7 mn at the spot; the price is older than that year, and a P/E of
                        // 1,785 on FY2025 is none
                        "Lynas Rare Earths | LYC.AX | AUD 14.14 | (5 Dec 25) | 9,544 | 9,017 | nm | 35.5 | nm | n/a | 1.37 |"
                                + " +0.03 | +7% | 0.49 A",
                        "Outside China, developing |  |  |  |  |  |  |  |  |  |  |  |  | ")
                .endsWith(
                        "All, companies counted |  |  |  | 6 | 6 | 4 | 3 | 5 | 0 | 0 |  |  | ",
                        "Lowest |  |  |  | 599 | 633 | 9.9 | 25.0 | 5.5 | n/a | n/a |  |  | ",
                        "Median |  |  |  | 5,021 | 5,363 | 70.3 | 50.4 | 21.6 | n/a | n/a |  |  | ",
                        "Highest |  |  |  | 28,692 | 29,863 | 107.7 | 79.5 | 50.4 | n/a | n/a |  |  | ");
    }

    @Test
    void what_is_known_to_be_wrong_with_a_row_that_is_counted_is_told_under_the_table() {
        assertThat(Shows.of(CompsPage.of(rareEarths).orElseThrow()).notes())
                .anySatisfy(note -> assertThat(note)
                        .contains(
                                "In 9 of 10 rows price and figures lie over three months apart",
                                "MP Materials: a spot of 106.4 USD/kg, June 2026, is below its floor of 110."));
        // 6 March 2026 is outside the first days, and inside others
        Map<Key, Value> march = Map.of(rareEarths.comps().orElseThrow().window(), Value.of("6 to 9 March 2026"));
        assertThat(Shows.with(CompsPage.of(rareEarths).orElseThrow(), march).notes())
                .anySatisfy(
                        note -> assertThat(note)
                                .contains(
                                        "MP Materials: preferred equity of USD 400 mn (2025-07) is not in its enterprise value."));
    }

    private Key price(String company) {
        return rareEarths.comps().orElseThrow().company(company).first().price().price();
    }

    @Test
    void a_price_that_is_typed_moves_the_row_the_title_and_the_names_of_the_front_page() {
        Shows told = Shows.with(CompsPage.of(rareEarths).orElseThrow(), Map.of(price("600111.SH"), Value.of(109.48)));

        // twice the price: USD 57,384 mn, with the bridge 58,555, or 98.8 times an EBITDA of 592
        assertThat(told.title())
                .startsWith("EV is 22 to 99 times EBITDA at 3 companies in China and 6 to 11 times at 2 outside");
        assertThat(told.row(0, "China Northern Rare Earth")).contains("CNY 109.48", "57,384", "58,555", "98.8");
        assertThat(told.panel(0))
                .startsWith(
                        "1\u2002China Northern Rare Earth | CNY 109.48 | 13 Feb 26 | 57.4 | 185.2 | +0.20 | +14% | 98.8 |"
                                + " 0.74–0.85 | B");
    }

    @Test
    void where_ebitda_is_known_on_one_side_alone_its_median_is_the_title() {
        Map<Key, Value> withheld = Stream.of("NEO.TO", "ILU.AX").collect(toMap(this::price, id -> Value.of("W")));

        assertThat(Shows.with(CompsPage.of(rareEarths).orElseThrow(), withheld).title())
                .isEqualTo("The median EV/EBITDA is 40.6 at prices of 6 to 13 February 2026");
    }

    @Test
    void a_price_that_is_withheld_is_counted_where_prices_and_market_values_are() {
        Part part = CompsPage.of(rareEarths).orElseThrow();
        Map<Key, Value> withheld = Stream.of("ARU.AX", "600392.SH").collect(toMap(this::price, id -> Value.of("W")));
        Shows told = Shows.with(part, withheld);

        assertThat(told.findings()).anyMatch(finding -> finding.endsWith(" and 4 an EV/EBITDA"));
        assertThat(told.standfirst()).contains("11 more companies have a price but no enterprise value");
        assertThat(told.notes()).anyMatch(note -> note.contains("Market value is known for "));
        assertThat(Shows.of(part).notes()).noneMatch(note -> note.contains("Market value is known"));
    }

    @Test
    void a_company_of_which_a_criterion_is_withheld_may_still_come_first() {
        // without its quota China Northern Rare Earth lies between 0.45 and 0.86, and Shenghe and others pass 0.49 too
        Map<Key, Value> withheld = screen.model().contents().keySet().stream()
                .filter(key -> key.toString().equals("Smelting and separation: quota, China Northern Rare Earth, 2024"))
                .collect(toMap(key -> key, key -> Value.of("W")));
        Shows told = Shows.with(screen, withheld);

        assertThat(withheld).hasSize(1);
        assertThat(told.title())
                .isEqualTo(
                        "Lynas Rare Earths leads the screen with a score of 0.49; Rising Nonferrous Metals or 5 others"
                                + " could come first");
    }

    @Test
    void brackets_are_explained_where_a_price_may_lie_outside() {
        Part part = CompsPage.of(rareEarths).orElseThrow();

        assertThat(part.panels().get(0).block().as(Table.class).orElseThrow().notes())
                .anyMatch(note -> note.contains("(In brackets): outside these days, not counted."));
        assertThat(Shows.of(part).rows(0))
                .anyMatch(row -> row.startsWith("MP Materials |") && row.contains("(6 Mar 26)"));
    }

    @Test
    void the_days_of_prices_are_a_warning_where_some_lie_outside_the_window() {
        Part part = CompsPage.of(rareEarths).orElseThrow();

        assertThat(part.keyFigures()).hasSize(1).allMatch(Block.KeyFigure::warning);
        assertThat(part.model().value(part.keyFigures().get(0).key())).isEqualTo(Value.of("5 Dec 25 to 6 Mar 26"));
    }

    @Test
    void a_change_of_prices_is_told_for_a_share_at_the_spot_and_in_the_next_year() {
        Shows told = Shows.of(EarningsPage.of(rareEarths).orElseThrow());

        assertThat(told.title())
                .isEqualTo(
                        "Prices +10%: net profit moves most at China Northern Rare Earth, by at most +13.8%, among the 2 for which it is"
                                + " known; 2 of 3 are paid a floor above the spot");
        assertThat(told.findings())
                .contains(
                        "Lynas Rare Earths earns AUD 362.7 mn at the spot; prices +10% change that by 27.1 mn, prices −10% by"
                                + " −22.7 mn",
                        "Lynas Rare Earths: prices from −30 to +30% change earnings per share by AUD −0.07 to 0.17");
        assertThat(told.rows(0))
                .containsExactly(
                        "China Northern Rare Earth\nNdPr oxide | 771.8 | CNY/kg, Jun 26* | 61.1% | H1 2025 × 2; year to Sep 25 | 0.59 |"
                                + " 1.45 | −0.20 | +0.20 | 1.36 | −0.19 | +0.19 | 1.20",
                        "Lynas Rare Earths\nNdPr oxide | 143.5 | AUD/kg, Jun 26* | 0.0% | FY2026 | 0.22 | 0.36 | −0.02 | +0.03 | 0.39 |"
                                + " −0.03 | +0.03 | 0.57",
                        "MP Materials\nNdPr oxide | 106.4 | USD/kg, Jun 26* | 0.0% | FY2025 | −0.48 | −0.31 | +0.00 | +0.06 | 0.55 | +0.00 |"
                                + " +0.07 | 1.12",
                        "China Rare Earth Resources\nRare earth oxides as sold | 278.70 | CNY/kg, FY2024 | 0–61% |"
                                + " FY2024; year to Sep 25; own price | 0.10 | 0.10 | −0.08–0.21 | +0.08–0.21 |  |  |  | ",
                        "China Rare Earth Resources\nRare earth metals as sold | 606.20 | CNY/kg, FY2024 | 0–61% | FY2024; own price |  |  |  |  |  |  |  | ",
                        "Baotou Steel Union\nRare earth concentrate, 50% REO | 26,834 | CNY/t, Q1 2026 | 0–61% |"
                                + " 9M 2025 × 12/9; year to Sep 25; own price | 0.02 | 0.04–0.08 | −0.01–0.02 | +0.01–0.02 |  |  |  | ");
    }

    @Test
    void a_figure_that_is_withheld_narrows_what_is_said_of_earnings() {
        Part part = EarningsPage.of(rareEarths).orElseThrow();
        Earnings earnings = rareEarths.earnings().orElseThrow();
        CompanyEarnings lynas = earnings.companies().stream()
                .filter(company -> company.company().id().equals("LYC.AX"))
                .findFirst()
                .orElseThrow();
        Shows noProfit = Shows.with(part, Map.of(lynas.profit().orElseThrow().key(), Value.of("W")));
        Key spot = lynas.products().get(0).atDeck().orElseThrow().quote().key();
        Shows noSpot = Shows.with(part, Map.of(spot, Value.of("W")));
        Shows noChange = Shows.with(part, Map.of(Earnings.STEP, Value.of("W")));

        assertThat(noProfit.title()).contains(", the only one for which it is known");
        assertThat(noProfit.findings())
                .contains("Lynas Rare Earths: what becomes of net profit is not known: a figure is missing");
        assertThat(noSpot.title()).isEqualTo("Prices +10%: whose net profit moves most is not known");
        assertThat(noChange.title()).isEqualTo("The change of prices is not known, so nor is that of net profit");
    }

    @Test
    void the_change_of_prices_that_is_typed_stands_over_the_columns_that_follow_it() {
        Part comps = CompsPage.of(rareEarths).orElseThrow();
        Shows told = Shows.with(comps, Map.of(Earnings.STEP, Value.of(20)));

        assertThat(told.headers(0)).contains("EPS +20%, local", "EPS +20%, %").noneMatch(head -> head.contains("10%"));
        assertThat(told.notes())
                .anyMatch(note ->
                        note.contains("MP Materials: a spot of 106.4 USD/kg, June 2026, is below its floor of 110."));
        assertThat(Shows.with(comps, Map.of(Earnings.STEP, Value.of("W"))).headers(0))
                .contains("EPS change, local", "EPS change, %");
        assertThat(comps.panels().get(0).block().as(Table.class).orElseThrow().columns())
                .filteredOn(column -> column.header().startsWith("EPS"))
                .hasSize(2)
                .allMatch(column -> column.live().isPresent());
    }

    @Test
    void each_claim_has_its_verdict_and_the_page_to_read_on() {
        Shows told = Shows.of(
                ClaimPage.of(rareEarths, ImmutableSet.of("Reserves", "Mining")).orElseThrow());

        assertThat(told.title()).isEqualTo("15 of the note's 26 claims are reproduced; newer figures overtake 3");
        assertThat(told.rows(0))
                .containsExactly(
                        "Ngualla, BFS update 2022, without refinery | IRR after tax | 37.3% | % | 55.12 | 47.37 | 68.01",
                        "Bear Lodge, PFS 2014 | IRR after tax | 29% | % | 20.45 | 18.89 | 24.17",
                        "Wicheeda, PEA 2021 | IRR after tax | 16% | % | 20.68 | 19.09 | 24.73",
                        "Songwe Hill, PFS update 2015 | IRR after tax | 37% | % | 23.52 | 18.44 | 32.99");
        assertThat(told.rows(1))
                .hasSize(28)
                .contains("Statements in words |  |  |  |  |  |  | ")
                .contains(
                        "China has reserves of 44 Mt. | 44 | Mt REO | 44 |  | reproduced | As printed in MCS 2025: 44. MCS 2026"
                                + " has reserves of 2025 only. | Reserves")
                .anyMatch(row ->
                        row.startsWith("World mine production was 394,000 t in 2024. | 394 | kt REO | 393.95 | 384 |"
                                        + " overtaken | ")
                                && row.endsWith(" | Mining"));
    }

    @Test
    void a_dataset_without_companies_and_claims_has_none_of_these_pages() {
        Analyses bare = Analyses.of(Dataset.builder("bare").build());

        assertThat(CompsPage.of(bare)).isEmpty();
        assertThat(EarningsPage.of(bare)).isEmpty();
        assertThat(ClaimPage.of(bare, ImmutableSet.of())).isEmpty();
        assertThat(Pages.of(bare)).allMatch(page -> page.get().isEmpty());
    }
}
