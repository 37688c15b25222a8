package org.lodestone.reports.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.Company.Listing;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.company.Stake;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.quota.QuotaRole.Role;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.attribution.Attributed.AttributionBasis;
import org.lodestone.reports.attribution.Attributed.Kind;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

class AttributionTest {

    private static Attribution rareEarths;

    @BeforeAll
    static void read() {
        rareEarths = Attribution.of(RareEarths.dataset());
    }

    /** Operated, consolidated and attributable, in whole tonnes or by the code of what is missing. */
    private static String told(Attribution from, Attributed one) {
        StringBuilder told = new StringBuilder();
        for (AttributionBasis basis : AttributionBasis.values()) {
            Value value = from.value(one, basis);
            told.append(told.isEmpty() ? "" : ", ")
                    .append(
                            value instanceof Value.Missing missing
                                    ? missing.code()
                                    : Long.toString(Math.round(value.number().orElseThrow())));
        }
        return told.toString();
    }

    private static String quota(String company, String stage, Ore ore) {
        List<Attributed> found = rareEarths.quota(company, stage, ore);
        assertThat(found).as(company + " " + stage + " " + ore).hasSize(1);
        return told(rareEarths, found.get(0));
    }

    @Nested
    class Quotas {

        @Test
        void northern_holds_what_baotou_steel_mines() {
            // 2024: 188,650 t REO of light ore, held by 600111.SH and mined by 600010.SH
            assertThat(quota("600111.SH", "mining", Ore.ALL)).isEqualTo("0, 188650, 188650");
            assertThat(quota("600010.SH", "mining", Ore.ALL)).isEqualTo("188650, 0, 0");
            assertThat(quota("600111.SH", "mining", Ore.LIGHT)).isEqualTo("0, 188650, 188650");
            assertThat(rareEarths.quota("600111.SH", "mining", Ore.ALL))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.of()).isEqualTo("China Northern Rare Earth (600111.SH)");
                        assertThat(one.runBy()).contains("600010.SH");
                        assertThat(one.period()).isEqualTo("2024");
                        assertThat(one.sources()).contains("jiufang-2026-02-600111");
                    });
        }

        @Test
        void a_quota_that_a_part_owned_plant_uses_too_is_not_all_the_holders() {
            // gansu-news-2020-10: 48.26% of Gansu Rare Earth, with a separation capacity of 30,000 t REO
            assertThat(quota("600111.SH", "separation", Ore.ALL)).isEqualTo("170000, 170000, not published");
            assertThat(rareEarths
                            .quota("600111.SH", "separation", Ore.ALL)
                            .get(0)
                            .reason())
                    .startsWith(
                            "It holds the quota; what of it is used by Gansu Rare Earth, which others own a part of, is not"
                                    + " stated");
        }

        @Test
        void all_ionic_ore_is_with_the_other_group_so_northern_has_none_as_a_fact() {
            // 2024: 19,150 t in all, 19,150 t of them China Rare Earth Group's
            assertThat(quota("600111.SH", "mining", Ore.IONIC)).isEqualTo("0, 0, 0");
            assertThat(rareEarths.quota("600111.SH", "mining", Ore.IONIC).get(0).reason())
                    .isEqualTo("All ionic ore of 2024 is with China Rare Earth Group.");
        }

        @Test
        void a_groups_quota_is_not_spread_over_its_members() {
            for (String member : List.of("600259.SH", "600549.SH")) {
                Attributed one = rareEarths.quota(member, "mining", Ore.ALL).get(0);
                assertThat(told(rareEarths, one)).isEqualTo("not published, not published, not published");
                assertThat(one.reason()).startsWith("Held inside China Rare Earth Group; split not published.");
                assertThat(((Value.Missing) rareEarths.value(one, AttributionBasis.OPERATED)).reason())
                        .isEqualTo("held inside China Rare Earth Group; split not published");
                assertThat(rareEarths.model().value(one.whole().orElseThrow())).isEqualTo(new Value.Num(81_350));
            }
        }

        @Test
        void a_member_whose_own_part_is_stated_has_that_and_no_more() {
            // the Jianghua mine, 2,384 t, and three plants, 6,000 t, are of subsidiaries that others own parts of
            assertThat(quota("000831.SZ", "mining", Ore.IONIC)).isEqualTo("2384, 2384, not published");
            assertThat(quota("000831.SZ", "mining", Ore.ALL)).isEqualTo("2384, 2384, not published");
            assertThat(rareEarths.quota("000831.SZ", "mining", Ore.ALL).get(0).reason())
                    .contains("Stated for ionic ore only");
            assertThat(quota("000831.SZ", "separation", Ore.ALL)).isEqualTo("6000, 6000, not published");
            assertThat(quota("000831.SZ", "mining", Ore.LIGHT))
                    .isEqualTo("not published, not published, not published");
        }

        @Test
        void abroad_or_said_to_have_none_is_zero_and_nothing_stated_is_missing() {
            assertThat(quota("MP", "mining", Ore.ALL)).isEqualTo("0, 0, 0");
            assertThat(rareEarths.quota("MP", "mining", Ore.ALL).get(0).reason())
                    .isEqualTo("Not in China, where the quota is.");
            assertThat(quota("600392.SH", "mining", Ore.ALL)).isEqualTo("0, 0, 0");
            assertThat(rareEarths.quota("600392.SH", "mining", Ore.ALL).get(0).reason())
                    .isEqualTo("Has none: No national mining quota of its own.");
            assertThat(quota("600392.SH", "separation", Ore.ALL))
                    .isEqualTo("not published, not published, not published");
            assertThat(rareEarths.quota("300748.SZ", "mining", Ore.ALL).get(0).reason())
                    .isEqualTo("No source says what it holds of the quota.");
        }

        @Test
        void every_company_has_an_answer_for_every_stage_and_ore() {
            for (String company : RareEarths.dataset().companies().keySet()) {
                for (Ore ore : Ore.values()) {
                    assertThat(rareEarths.quota(company, "mining", ore)).isNotEmpty();
                }
                assertThat(rareEarths.quota(company, "separation", Ore.ALL)).isNotEmpty();
            }
        }
    }

    @Nested
    class MinesAndPlants {

        private Map<String, String> of(String company, Kind kind) {
            return rareEarths.of(company).stream()
                    .filter(one -> one.kind() == kind)
                    .collect(ImmutableMap.toImmutableMap(
                            one -> one.of() + ", " + one.period() + ", " + one.unit(), one -> told(rareEarths, one)));
        }

        @Test
        void mountain_pass_is_mps_and_a_part_of_it_shenghes() {
            String mine = "Mountain Pass, REO in concentrate, 2025, t REO";
            assertThat(of("MP", Kind.OUTPUT)).containsEntry(mine, "50692, 50692, 50692");
            // 8.39% × 100% × 50,692 = 4,253.06
            assertThat(of("600392.SH", Kind.OUTPUT)).containsEntry(mine, "0, not published, 4253");
        }

        @Test
        void the_same_output_told_as_a_project_and_as_a_company_is_one_row() {
            assertThat(of("MP", Kind.OUTPUT))
                    .containsOnlyKeys(
                            "Mountain Pass, REO in concentrate, 2025, t REO",
                            "Mountain Pass Stage II, NdPr oxide production, 2025, t NdPr oxide");
        }

        @Test
        void ngualla_is_consolidated_whole_and_owned_to_84_percent() {
            assertThat(of("600392.SH", Kind.PLANNED_CAPACITY))
                    .containsEntry("Ngualla, concentrate, 2026, construction, t REO/yr", "18000, 18000, 15120");
        }

        @Test
        void a_minority_holding_is_not_taken_to_be_consolidated() {
            // 48.26% × 30,000 = 14,478
            assertThat(of("600111.SH", Kind.CAPACITY))
                    .containsEntry(
                            "Gansu Rare Earth (48.26%-held), separation capacity, 2020-10, t REO/yr",
                            "30000, not published, 14478");
        }

        @Test
        void what_others_own_of_a_consolidated_company_is_not_guessed() {
            assertThat(of("600111.SH", Kind.OUTPUT))
                    .containsEntry("Whole company, output oxides, FY2024, t gross", "15500, 15500, not published");
        }

        @Test
        void what_is_made_of_the_ore_of_a_mine_that_is_owned_whole_is_its_owners() {
            // lynas-fy2026-report: Mt Weld belongs to Lynas whole, and it works no other mine
            assertThat(of("LYC.AX", Kind.OUTPUT))
                    .containsEntry("Whole company, production volume REO, FY2026, t REO", "13089, 13089, 13089")
                    .containsEntry("Whole company, production volume NdPr, FY2026, t NdPr", "7260, 7260, 7260");
            assertThat(of("LYC.AX", Kind.CAPACITY))
                    .containsEntry(
                            "Mt Weld, monazite concentrate, operating, t NdPr-equivalent/yr", "12000, 12000, 12000");
        }

        @Test
        void a_plant_without_a_stake_of_its_name_does_not_gainsay_the_stake_in_a_mine() {
            assertThat(rareEarths.of("LYC.AX"))
                    .filteredOn(one -> one.of().startsWith("Kalgoorlie"))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.reason())
                            .isEqualTo(
                                    "No stake is stated under this name, so what others own of it, if anything, is not"
                                            + " known."));
            assertThat(rareEarths.of("LYC.AX"))
                    .filteredOn(one -> one.of().startsWith("Mt Weld"))
                    .isNotEmpty()
                    .allSatisfy(one -> assertThat(one.reason()).startsWith("Lynas Rare Earths holds 100% of Mt Weld"));
        }

        @Test
        void a_bound_stays_a_bound() {
            assertThat(of("600111.SH", Kind.CAPACITY))
                    .containsEntry(
                            "Whole company, separation capacity, 2025-09, t unstated/yr",
                            ">200000, >200000, not published");
        }

        @Test
        void a_share_by_ownership_is_a_formula_over_a_stake_of_javas() {
            Attributed ngualla = rareEarths.of("600392.SH").stream()
                    .filter(one -> one.of().startsWith("Ngualla"))
                    .findFirst()
                    .orElseThrow();
            assertThat(rareEarths.model().content(ngualla.amount(AttributionBasis.ATTRIBUTABLE)))
                    .isInstanceOfSatisfying(
                            Content.Calculation.class,
                            calculation -> assertThat(calculation.formula().references())
                                    .contains(rareEarths
                                            .ownership()
                                            .stake("600392.SH", "Ngualla")
                                            .orElseThrow()
                                            .key()));
        }
    }

    @Nested
    class OwnersOfHolders {

        private static Company company(String id, String place) {
            return new Company(
                    id,
                    "Company " + id,
                    "",
                    new Listing("XSHG", id),
                    Place.parse(place),
                    ImmutableList.of(),
                    ImmutableList.of(),
                    "CNY",
                    Optional.of(MonthDay.of(12, 31)),
                    "",
                    "",
                    ImmutableList.of("page"));
        }

        private static Quota quota(String holder, Holder.Kind kind, String amount) {
            return new Quota(
                    Period.year(2024),
                    "year",
                    "mining",
                    Ore.ALL,
                    new Holder(kind, holder),
                    Observation.parse(amount),
                    Unit.parse("t REO"),
                    "",
                    Citation.of("notice"));
        }

        private static Attribution of(List<QuotaRole> roles, Stake... stakes) {
            return of(roles, List.of(), stakes);
        }

        private static Attribution of(List<QuotaRole> roles, List<CompanyFact> facts, Stake... stakes) {
            return Attribution.of(Dataset.builder("small")
                    .gathered(Period.year(2025))
                    .chain(Chain.of(List.of(new Stage("mining", 1, "Mining", ImmutableList.of(), ""))))
                    .rows(
                            DatasetTables.COMPANIES,
                            List.of(company("A", "China"), company("B", "China"), company("C", "Australia")))
                    .rows(
                            DatasetTables.QUOTAS,
                            List.of(
                                    quota("all", Holder.Kind.TOTAL, "1000"),
                                    quota("Group", Holder.Kind.GROUP, "600"),
                                    quota("B", Holder.Kind.COMPANY, "100")))
                    .rows(DatasetTables.QUOTA_HOLDERS, roles)
                    .rows(DatasetTables.FACTS, facts)
                    .rows(DatasetTables.STAKES, List.of(stakes))
                    .build());
        }

        private static QuotaRole role(String company, Role role) {
            return new QuotaRole(
                    "Group", company, Optional.empty(), role, Period.NONE, Period.NONE, Citation.of("page"));
        }

        private static Stake stake(String owner, String owned, String percent) {
            return new Stake(owner, owned, Observation.parse(percent), "2024", Citation.of("page"));
        }

        @Test
        void an_owner_of_a_holder_has_its_share_beside_what_it_has_itself() {
            Attribution small = of(List.of(role("A", Role.HOLDS)), stake("C", "A", "60"), stake("B", "A", "10"));
            // C is abroad, so has none of its own, and 60% × 600 = 360 through A; B holds 100 and owns 10% × 600 = 60
            assertThat(small.quota("C", "mining", Ore.ALL))
                    .extracting(one -> told(small, one))
                    .containsExactly("0, 0, 0", "0, 600, 360");
            assertThat(small.quota("B", "mining", Ore.ALL))
                    .extracting(one -> told(small, one))
                    .containsExactly("100, 100, 100", "0, not published, 60");
        }

        /** A mine of A's, of 50 t. */
        private static CompanyFact mine() {
            return new CompanyFact(
                    "A",
                    "mine-capacity",
                    "2024",
                    Observation.parse("50"),
                    Unit.parse("t REO/yr"),
                    "Mine (held in part)",
                    "",
                    Citation.of("page"));
        }

        @Test
        void what_others_own_of_a_holders_mine_leaves_its_attributable_quota_open_and_that_of_its_owners() {
            List<QuotaRole> holds = List.of(role("A", Role.HOLDS));
            Attribution inPart = of(holds, List.of(mine()), stake("A", "Mine", "60"), stake("C", "A", "60"));

            assertThat(told(inPart, inPart.quota("A", "mining", Ore.ALL).get(0)))
                    .isEqualTo("600, 600, not published");
            assertThat(told(inPart, inPart.quota("C", "mining", Ore.ALL).get(1)))
                    .isEqualTo("0, 600, not published");
        }

        @Test
        void a_mine_owned_whole_or_without_a_capacity_leaves_the_quota_the_holders() {
            List<QuotaRole> holds = List.of(role("A", Role.HOLDS));
            Attribution whole = of(holds, List.of(mine()), stake("A", "Mine", "100"));
            Attribution idle = of(holds, stake("A", "Mine", "60"));

            assertThat(told(whole, whole.quota("A", "mining", Ore.ALL).get(0))).isEqualTo("600, 600, 600");
            assertThat(told(idle, idle.quota("A", "mining", Ore.ALL).get(0))).isEqualTo("600, 600, 600");
        }

        /** The tonnes of a company's first row on the three bases, after a stake is typed. */
        private static String typed(
                Attribution made, String company, int row, String owner, String owned, double percent) {
            Key stake = made.ownership().stated().stream()
                    .filter(one -> one.stake().owner().equals(owner)
                            && one.stake().owned().equals(owned))
                    .findFirst()
                    .orElseThrow()
                    .key();
            Values values = made.model().valuesWith(Map.of(stake, Value.of(percent)));
            Attributed quota = made.quota(company, "mining", Ore.ALL).get(row);
            return Stream.of(AttributionBasis.values())
                    .map(basis -> values.of(quota.amount(basis)).plain())
                    .collect(Collectors.joining(", "));
        }

        @Test
        void a_stake_that_is_typed_makes_the_tonnes_that_a_dataset_with_it_has() {
            List<QuotaRole> holds = List.of(role("A", Role.HOLDS));
            Attribution made = of(holds, List.of(mine()), stake("A", "Mine", "60"), stake("C", "A", "60"));
            Attribution whole = of(holds, List.of(mine()), stake("A", "Mine", "100"), stake("C", "A", "50"));

            // 60% of 600 as soon as nobody else owns a part of the mine; not consolidated from half down
            assertThat(typed(made, "A", 0, "A", "Mine", 100)).isEqualTo("600, 600, 600");
            assertThat(typed(made, "C", 1, "A", "Mine", 100)).isEqualTo("0, 600, 360");
            assertThat(typed(made, "C", 1, "C", "A", 50)).isEqualTo("0, not published, not published");
            assertThat(typed(whole, "A", 0, "A", "Mine", 60)).isEqualTo("600, 600, not published");
            assertThat(typed(whole, "C", 1, "C", "A", 51)).isEqualTo("0, 600, 306");
        }

        @Test
        void a_stake_that_is_not_published_leaves_the_share_missing_with_its_reason() {
            Attribution small = of(List.of(role("A", Role.HOLDS)), stake("C", "A", "not published"));
            Attributed through = small.quota("C", "mining", Ore.ALL).get(1);
            assertThat(small.value(through, AttributionBasis.ATTRIBUTABLE))
                    .isEqualTo(new Value.Missing(
                            "not published", "The stake of Company C in Company A is stated as “not published”"));
        }

        @Test
        void a_quota_without_a_word_on_who_holds_it_is_missing_for_everybody() {
            Attribution small = of(List.of());
            assertThat(told(small, small.quota("A", "mining", Ore.ALL).get(0)))
                    .isEqualTo("not published, not published, not published");
            assertThat(told(small, small.quota("B", "mining", Ore.ALL).get(0)))
                    .as("the quota itself names B")
                    .isEqualTo("100, 100, 100");
        }

        @Test
        void shares_of_a_holder_sum_to_what_it_holds_where_all_owners_are_listed() {
            Attribution small = of(List.of(role("A", Role.HOLDS)), stake("B", "A", "25"), stake("C", "A", "75"));
            double sum = List.of("B", "C").stream()
                    .flatMap(company -> small.quota(company, "mining", Ore.ALL).stream())
                    .filter(one -> one.of().startsWith("Group"))
                    .mapToDouble(one -> small.value(one, AttributionBasis.ATTRIBUTABLE)
                            .number()
                            .orElseThrow())
                    .sum();
            assertThat(sum).isCloseTo(600, within(1e-9));
        }
    }
}
