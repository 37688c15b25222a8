package org.lodestone.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.place.Place;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.comparison.WhatIf.TypedFact;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SmallForecast;
import org.lodestone.reports.forecast.SupplyForecast;

@Order(1)
class WhatIfTest {

    private static final Dataset RARE_EARTHS = RareEarths.dataset();

    @TempDir
    Path folder;

    /** Facts that no result rests on: a total, a batch, a month in gross weight, and a price older than the latest. */
    private static final String[] IDLE = {
        "import/China/World/rare earths/2025=1000",
        "quota/2026/mining/all/all/1=150000",
        "import/China/Myanmar/rare earths/2026-10=4,200",
        "price/NdPr oxide/2025-11=600"
    };

    /** A price, by which no company is ranked, and a quota of Shenghe, whose profit is not worked out. */
    private static final String[] PRICE_AND_QUOTA = {
        "price/NdPr/2026-11=80", "quota/2024/separation/all/600392.SH=30000"
    };

    /** Figures of another edition, of two measures. */
    private static final String OF_MCS_2026 =
            "figure/reserves/Brazil/2025=21,000,000; figure/mine-production/Myanmar/2025=50,000";

    private static TypedFact typed(String text) {
        return WhatIf.of(RARE_EARTHS, List.of(text)).facts().get(0);
    }

    private static Comparison compared(String... texts) {
        return Supposed.of(texts).comparison();
    }

    private static ConclusionShift conclusion(Comparison comparison, String id, String scenario) {
        return comparison.conclusions().stream()
                .filter(one ->
                        one.conclusion().id().equals(id) && one.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_assumption_is_typed_for_one_of_its_years() {
        WhatIf typed = WhatIf.of(RARE_EARTHS, List.of("assumption/mining-quota-growth/Base/2027=4"));

        assertThat(typed.facts().get(0).fact().key()).hasToString("assumption/mining-quota-growth/Base/2027");
        assertThat(typed.after().assumptions().stream()
                        .filter(row -> row.id().equals("mining-quota-growth"))
                        .filter(row -> row.scenario().equals("Base")))
                .extracting(row -> row.year() + " " + row.value())
                .containsExactlyInAnyOrder("Optional.empty 2.3", "Optional[2027] 4");
    }

    // ---------------------------------------------------------------- keys

    @ParameterizedTest
    @CsvSource({
        "figure/mine-production/Myanmar/2024=40000, figure/mine-production/Myanmar/2024",
        "figures/MINE-PRODUCTION/Burma/2024=40000, figure/mine-production/Myanmar/2024",
        "quota/2024/mining/all/all=280000, quota/2024/mining/all/all/year",
        "quota/2024/mining/all/China Northern Rare Earth=190000, quota/2024/mining/all/China Northern Rare Earth/year",
        "price/ndpr oxide/H1 2025=450, price/NdPr oxide/H1 2025",
        "fact/China Northern Rare Earth/net-profit/H1 2025=1200,"
                + " 'fact/600111.SH/net-profit/H1 2025/consolidated, attributable'",
        "assumption/mining-quota-growth/tight=1, assumption/mining-quota-growth/Tight",
        "assumption/separation-yield/Base=80, assumption/separation-yield/Base",
        "stake/Baogang Group/600111.SH/2026-02=40, stake/Baogang Group/600111.SH/2026-02",
        "demand/magnet rare earths/Wind/2030/STEPS=20, demand/magnet rare earths/Wind/2030/STEPS"
    })
    void a_key_is_understood_as_it_is_likely_to_be_typed(String text, String key) {
        assertThat(typed(text).fact().key()).hasToString(key);
        assertThat(typed(text).replaced()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "figure/mine-production/Myanmar/2024 | has no '='",
                "figure/mine-production/Myanmar/2024= | has no value",
                "=4 | is not a table that facts can be typed into",
                "quotes/2024/mining/all/all=4 | Did you mean 'quota'?",
                "figure=4 | names no fact. Write figure/MEASURE/PLACE/PERIOD[/CASE][@EDITION]",
                "figure/mine-production/Myanmarr/2024=4 | 'Myanmarr' is not a known place. Did you mean 'Myanmar'?",
                "figure/mine-productoin/Myanmar/2024=4 | 'mine-productoin' is not a measure of the table figure in"
                        + " rare-earths. Did you mean 'mine-production'?",
                "figure/mine-production/Myanmar/20244=4 | '20244' is not a period",
                "figure/mine-production/Myanmar/2024@MCS2027=4 | 'MCS2027' is not an edition of rare-earths."
                        + " Did you mean 'MCS2021'?",
                "figure/mine-production/Myanmar=4 | could be any of",
                "figure/mine-production/Myanmarr=4 | 'Myanmarr' is in no key of the table figure. Did you mean 'Myanmar'?",
                "figure/mine-production/Myanmar/2024/STEPS/more=4 | has more parts than",
                "quota/2024/minning/all/all=4 | 'minning' is not a stage of the table quota in rare-earths."
                        + " Did you mean 'mining'?",
                "fact/600111.SZ/net-profit/2025=4 | '600111.SZ' is not a company of the table fact in rare-earths",
                "fact/600111.SH/net-profits/2025=4 | Did you mean 'net-profit'?",
                "assumption/mining-quota-growth/Tightt=4 | Did you mean 'Tight'?",
                "assumption/mining-quota-growth=4 | could be any of 2 facts: assumption/mining-quota-growth/Base;"
                        + " assumption/mining-quota-growth/Tight. Name one.",
                "assumption/ramp-speed/Base/2027=80 | no rule of the forecast takes 'ramp-speed' year by year",
                "assumption/mining-quota-growth/Base/2031=4 | '2031' lies outside '2026-2030', when"
                        + " 'mining-quota-growth' applies. Name a year of these.",
                "figure/mine-production/Myanmar/2024=31,00O | is not a",
                "figure/mine-production/Myanmar/2024=40,000 t | Say a mass of what",
                "figure/mine-production/Myanmar/2024=40 USD/kg | is in USD/kg, and what it would replace is in t REO",
                "figure/mine-production/Myanmar/2024=-5 | below zero",
                "import/China/Myanmar/rare earths/2026-10=W x12 | is no number, so it cannot be scaled",
                "import/China/Myanmar/rare earths/2025=4,200 t REO x12 | '2025' is no part of a year. Leave out x12.",
                "import/China/Myanmar/rare earths/2026-10=4,200 t REO x13 | Write x12 or less for '2026-10'.",
                "import/China/Myanmar/rare earths/Q3 2026=4,200 t REO x12 | Write x4 or less for 'Q3 2026'.",
                "fact/600111.SH/revenue/H1 2026=20,000 x4 | Write x2 or less for 'H1 2026'.",
                "quota/2026/mining/all/all=150,000 x2 | '2026' is no part of a year",
                "assumption/myanmar-output/Base=1000 x2 | is not an amount of a period. Leave out x2.",
                "price/NdPr oxide/2026-11=600 x12 | is not an amount of a period",
                "price/NdPr oxide/2027-01/99.9%=4 | '99.9%' is not a grade",
                "export/China/World/rare earths/early 2026=4 | 'early 2026' is not a period",
            })
    void what_cannot_be_understood_is_said_with_a_way_out(String text, String message) {
        assertThatThrownBy(() -> typed(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    // ---------------------------------------------------------------- values

    @Test
    void a_bare_number_takes_the_unit_of_what_it_replaces_and_says_so() {
        TypedFact fact = typed("figure/mine-production/Myanmar/2024=40,000");

        assertThat(fact.fact().withUnit()).isEqualTo("40,000 t REO");
        assertThat(fact.instead()).isEqualTo("31,000 t REO (MCS2025)");
        assertThat(fact.remarks())
                .containsExactly("The number has no unit of its own; it is taken in t REO, as what it replaces.");
        assertThat(typed("figure/mine-production/Myanmar/2024=40 kt REO").fact().withUnit())
                .isEqualTo("40 kt REO");
    }

    @Test
    void a_figure_is_that_of_the_default_edition_unless_another_is_named_or_only_another_has_it() {
        assertThat(typed("figure/mine-production/Myanmar/2024=1").fact().edition())
                .isEqualTo("MCS2025");
        assertThat(typed("figure/mine-production/Myanmar/2024@MCS2026=1").instead())
                .isEqualTo("27,000 t REO (MCS2026)");
        assertThat(typed("figure/mine-production/Myanmar/2025=1").fact().edition())
                .isEqualTo("MCS2026");
    }

    @Test
    void a_typed_fact_cites_the_analyst_and_never_passes_for_published() {
        Dataset after = WhatIf.of(RARE_EARTHS, List.of("figure/mine-production/Myanmar/2024=40000"))
                .after();

        assertThat(after.figures("mine-production", "MCS2025"))
                .filteredOn(figure -> figure.place().name().equals("Myanmar")
                        && figure.period().equals(Period.year(2024)))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.citation().sources()).containsExactly(WhatIf.SOURCE);
                    assertThat(figure.citation().reliability()).isEqualTo(Reliability.SECONDARY);
                    assertThat(figure.citation().isSecondary()).isTrue();
                });
        assertThat(after.sources().get(WhatIf.SOURCE).citation()).contains("not published");
        assertThat(RARE_EARTHS.sources()).doesNotContainKey(WhatIf.SOURCE);
    }

    @Test
    void a_fact_for_a_missing_row_is_new_and_its_unit_that_of_its_kind() {
        TypedFact fact = typed("fact/600111.SH/revenue/2027=50000");

        assertThat(fact.replaced()).isEmpty();
        assertThat(fact.instead()).isEqualTo("nothing");
        assertThat(fact.fact().withUnit()).endsWith("CNY mn");
        assertThat(fact.inSentence())
                .isEqualTo("revenue of China Northern Rare Earth, 2027 at 50,000 CNY mn (typed in, not published;"
                        + " before: not known)");
    }

    // ---------------------------------------------------------------- quotas

    @Test
    void a_quota_becomes_the_limit_of_its_year_and_grows_from_there() {
        // on paper: China's quota of 2026 is 660 t; typed 690 it is 690 in 2026, and the capacity of 700 binds after
        Dataset tin = SmallForecast.in(folder)
                .table(
                        "quotas",
                        "year,batch,stage,ore,holder,holder_kind,quota,unit,how,derivation,note,sources",
                        "2025,year,mining,all,all,total,600,t Sn,reported,,,paper")
                .dataset();
        WhatIf typed = WhatIf.of(tin, List.of("quota/2026/mining/all/all=690"));

        Outcome outcome = ForecastStudy.of(typed.after()).orElseThrow().outcome("Late");
        SupplyForecast mined = outcome.supply("mined").orElseThrow();

        assertThat(outcome.model()
                        .value(mined.running(Place.parse("China"), Period.year(2026)))
                        .number())
                .hasValueCloseTo(690.0, within(1e-9));
        assertThat(outcome.model()
                        .value(mined.running(Place.parse("China"), Period.year(2027)))
                        .number())
                .hasValueCloseTo(700.0, within(1e-9));
        assertThat(typed.facts().get(0).remarks())
                .contains(
                        "In the forecast it is the limit of China, Mine production, in 2026 in every scenario; from there"
                                + " the quota grows as each scenario assumes.");
    }

    @Test
    void a_quota_of_300_000_t_for_2026_lifts_growth_as_worked_by_hand() {
        Comparison comparison = compared("quota/2026/mining/all/all=300,000");

        // China 300,000 · 1.023⁴ = 328,567 t in 2030 instead of 270,000 · 1.023⁵ = 302,512; 454,463 t become 480,518;
        // (480,518 / 389,310)^(1/5) − 1 = 4.30% a year
        ConclusionShift base = conclusion(comparison, "slowing", "Base");
        assertThat(comparison.value(base.number().after()).number()).hasValueCloseTo(0.0430, within(0.00005));
        // above the 1.38% of 2025 and below the 4.75% of 2024 it depends on the base, as it did; so does 5.78% in Fast
        // overseas,
        // which is above both and below the 8.11% a year of all editions
        assertThat(base.turned()).isFalse();
        assertThat(conclusion(comparison, "slowing", "Fast overseas").turned()).isFalse();
        // 26,055 t more hold 16.96% of magnet rare earths, of which 90% are refined, 3.98 kt: 3.2 points of 122.85 kt
        ConclusionShift tight = conclusion(comparison, "tight", "Base");
        assertThat(tight.moved()).isTrue();
        assertThat(comparison.value(tight.number().after()).number()).hasValueCloseTo(-0.1111 + 0.0324, within(0.0001));
    }

    @Test
    void a_separation_quota_moves_refining_on_another_basis_by_its_growth_only() {
        Comparison comparison = compared("quota/2025/separation/all/all=228,600");

        // 10% below the 254,000 t of 2024: 73.76 kt become 66.38 in 2025, which binds before ore does
        ForecastStudy study = ForecastStudy.of(comparison.after()).orElseThrow();
        SupplyForecast refined =
                study.outcome("Base").supply("magnet-ree-refined").orElseThrow();
        double now = study.model()
                .value(refined.running(Place.parse("China"), Period.year(2024)))
                .number()
                .orElseThrow();
        assertThat(study.model()
                        .value(refined.running(Place.parse("China"), Period.year(2025)))
                        .number())
                .hasValueCloseTo(0.9 * now, within(1e-9));
        assertThat(conclusion(comparison, "tight", "Base").moved()).isTrue();
        assertThat(conclusion(comparison, "slowing", "Base").moved()).isFalse();
    }

    @Test
    void a_batch_is_not_made_a_year_unless_it_is_scaled() {
        TypedFact scaled = typed("quota/2026/mining/all/all/1=150000 x2");

        assertThat(compared(IDLE).movesResults()).isFalse();
        assertThat(typed("quota/2026/mining/all/all/1=150000").remarks())
                .anyMatch(remark -> remark.contains("a batch is not made a year unless you scale it"));
        assertThat(scaled.fact().key()).hasToString("quota/2026/mining/all/all/year");
        assertThat(scaled.fact().withUnit()).isEqualTo("300,000 t REO");
        assertThat(scaled.remarks()).contains("150000 × 2 = 300,000 t REO, scaled by the analyst, not counted.");
    }

    // ---------------------------------------------------------------- imports

    @Test
    void a_month_of_imports_scaled_to_a_year_is_what_myanmar_supplies() {
        Comparison comparison = compared("import/China/Myanmar/rare earths/2026-10=4,200 t REO x12");

        assertThat(comparison.after().assumptions())
                .filteredOn(one -> one.id().equals("myanmar-output"))
                .hasSize(3)
                .extracting(Assumption::value)
                .allSatisfy(value -> assertThat(value.known()).hasValue(50_400));
        // 50,400 t instead of 22,000: 454,463 + 28,400 = 482,863 t in 2030, (482,863 / 389,310)^(1/5) − 1 = 4.40%
        assertThat(comparison
                        .value(conclusion(comparison, "slowing", "Base")
                                .number()
                                .after())
                        .number())
                .hasValueCloseTo(0.0440, within(0.00005));
        // 31,000 in Fast overseas: 491,545 + 19,400 = 510,945 t, 5.59%, which is below the 8.11% of all editions, as
        // before; with
        // 15,000 in Tight: 402,245 + 35,400 = 437,645 t, 2.37%, above the 1.38% of 2025, where 0.66% was below all
        assertThat(comparison.turned())
                .extracting(ConclusionShift::title)
                .containsExactly(
                        "Growth of mine supply slows, Tight",
                        "The market tightens, Fast overseas",
                        "China dominates mining, Fast overseas");
    }

    @Test
    void imports_of_a_month_or_in_gross_weight_move_nothing_and_say_why() {
        assertThat(typed("import/China/Myanmar/rare earths/2026-10=4,200 t REO").remarks())
                .anyMatch(remark -> remark.contains("Scale it, as in x12 for a month"));
        assertThat(typed("import/China/Myanmar/rare earths/2026-10=4,200 x12").remarks())
                .contains("The forecast counts t REO, and this is in t gross: it follows only what is typed in t REO.");
        assertThat(typed("import/China/United States/rare earths/2025=1000 t REO")
                        .remarks())
                .contains("No limit of the forecast is what United States delivers.");
        assertThat(compared(IDLE).movesResults()).isFalse();
    }

    // ---------------------------------------------------------------- companies and claims

    @Test
    void a_price_moves_the_profit_at_the_latest_prices() {
        Comparison comparison = compared(PRICE_AND_QUOTA);

        CompanyShift.Profit northern = comparison.profits().stream()
                .filter(one -> one.company().id().equals("600111.SH"))
                .findFirst()
                .orElseThrow();
        double perTenPercent =
                comparison.value(northern.sensitivity().before()).number().orElseThrow();
        double atSpot = comparison
                .value(northern.atLatestBefore().orElseThrow())
                .number()
                .orElseThrow();
        // value added tax is as in the spot before it, which was 100.8 USD/kg; profit is straight in the price where no
        // contract holds
        assertThat(comparison.value(northern.atLatestAfter().orElseThrow()).number())
                .hasValueCloseTo(atSpot + perTenPercent * (80 / 100.8 - 1) / 0.1, within(0.5));
        assertThat(northern.prices()).isEqualTo("NdPr oxide 612.5 CNY/kg, 2026-11");
        assertThat(comparison.profits().stream().filter(CompanyShift.Profit::moved))
                .hasSize(3);
    }

    @Test
    void a_price_older_than_the_latest_moves_nothing_and_says_which_counts() {
        TypedFact older = typed("price/NdPr oxide/2025-11=600");

        assertThat(older.remarks())
                .contains("Profits at the spot go by NdPr, 100.8 USD/kg of 2026-06, with value added tax excluded.");
        assertThat(compared(IDLE).movesResults()).isFalse();
    }

    @Test
    void output_of_a_company_moves_its_score_by_the_criterion_it_counts_for() {
        Comparison comparison = compared("fact/LYC.AX/production-volume-reo/FY2026=30000");

        CompanyShift lynas = comparison.companies().stream()
                .filter(one -> one.company().id().equals("LYC.AX"))
                .findFirst()
                .orElseThrow();
        // 0.3 · log(30) / log(200) = 0.193, and 0.3 · log(13.089) / log(200) = 0.146
        assertThat(lynas.why()).isEqualTo("separation adds 0.193 instead of 0.146.");
        assertThat(comparison.value(lynas.rank().after()).number()).hasValue(2);
        assertThat(comparison.value(lynas.score().after()).number()).hasValueCloseTo(0.5326, within(0.0001));
    }

    @Test
    void what_was_not_known_ranks_a_company_and_moves_others_down() {
        // Shenghe has no score while its quota is not known
        Comparison comparison = compared(PRICE_AND_QUOTA);

        assertThat(comparison.companies())
                .filteredOn(one -> one.company().id().equals("600392.SH"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(comparison.value(one.rank().before()).inSentence())
                            .isEqualTo("not ranked");
                    assertThat(comparison.value(one.rank().after()).number()).isPresent();
                });
    }

    @Test
    void claims_hold_move_and_flip_with_a_figure() {
        // 270,400 of 394,350 t is 68.57%, and 270.4 kt still rounds to 270
        Comparison comparison = compared("figure/mine-production/China/2024=270400");

        assertThat(comparison.claims(ClaimShift.Kind.FLIPPED))
                .extracting(one -> one.claim().id())
                .contains("output-china-share");
        assertThat(comparison.claims(ClaimShift.Kind.MOVED))
                .extracting(one -> one.claim().id())
                .contains("output-china");
        assertThat(comparison.claims(ClaimShift.Kind.HELD))
                .extracting(one -> one.claim().id())
                .contains("reserves-china-share");
    }

    private static ClaimShift claim(Comparison comparison, String id) {
        return comparison.claims().stream()
                .filter(one -> one.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_quota_of_a_later_year_leaves_a_claim_about_the_growth_of_an_earlier_one_as_it_was() {
        // 270,000 on 255,000 t is 5.88%; from 105,000 in 2017 to 2024 it is 14.4% a year
        ClaimShift below = claim(compared("quota/2026/mining/all/all=300,000"), "quota-mining-below-average");

        assertThat(below.kind()).isEqualTo(ClaimShift.Kind.HELD);
    }

    private static String sentence(String... texts) {
        return String.join(" ", sentences(Supposed.of(texts)).inDetail());
    }

    private static Sentences sentences(Supposed facts) {
        assertThat(facts.typed().before()).isSameAs(RARE_EARTHS);
        return new Sentences(facts.comparison(), Optional.of(facts.typed()), Told.of(facts.comparison()));
    }

    @Test
    void a_figure_of_another_edition_moves_the_totals_of_that_edition() {
        // 75.29 Mt with 11 Mt in Brazil; with 21 Mt 85.29, and 44 of it is 51.59%
        assertThat(sentence(OF_MCS_2026.split("; ")))
                .contains("the total of reserves 2025, MCS 2026 goes from 75,290,000 to 85,290,000 t REO")
                .contains("the share of China from 58.44% to 51.59%")
                .contains("the total of mine production 2025, MCS 2026 goes from 389,310 to 417,310 t REO");
    }

    @Test
    void the_headline_does_not_say_that_nothing_changes_where_a_fact_is_new() {
        assertThat(sentence(IDLE))
                .endsWith("no total, claim, conclusion, rank or profit moves, though facts differ (4 new).");
    }

    @Test
    void a_quota_typed_for_a_year_takes_its_batches_out_so_that_a_claim_goes_by_it() {
        Comparison comparison = compared("quota/2024/mining/all/all=300,000");

        assertThat(claim(comparison, "quota-mining-2024").kind()).isEqualTo(ClaimShift.Kind.FLIPPED);
        assertThat(comparison.after().quotas())
                .filteredOn(one -> one.year().equals(Period.year(2024))
                        && one.stage().equals("mining")
                        && one.holder().equals(Holder.ALL))
                .noneMatch(one -> !one.fullYear() && one.ore() == Ore.ALL);
        assertThat(typed("quota/2024/mining/all/all=300,000").remarks())
                .contains("Its 2 batches are taken out, which would still sum to the quota before.");
    }

    @Test
    void one_fact_is_not_typed_twice_however_its_key_is_written() {
        assertThatThrownBy(
                        () -> compared("quota/2026/mining/all/all=300,000", "QUOTA/2026/mining/all/all/1=100,000 x2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'quota/2026/mining/all/all=300,000' and 'QUOTA/2026/mining/all/all/1=100,000 x2' are both"
                        + " quota/2026/mining/all/all/year. Leave one of them out.");
        assertThat(WhatIf.of(
                                RARE_EARTHS,
                                List.of(
                                        "figure/mine-production/Myanmar/2024@MCS2025=1",
                                        "figure/mine-production/Myanmar/2024@MCS2026=1"))
                        .facts())
                .hasSize(2);
    }

    @Test
    void what_carries_a_typed_quota_into_the_forecast_is_no_new_fact() {
        assertThat(compared("quota/2026/mining/all/all=300,000").differences())
                .extracting(one -> one.key().toString())
                .containsExactly("quota/2026/mining/all/all/year");
    }

    private static Assumption withheld(Assumption known) {
        return new Assumption(
                known.id(),
                known.scenario(),
                known.year(),
                known.step(),
                known.name(),
                Observation.parse("NA"),
                known.unit(),
                known.period(),
                known.origin(),
                known.reason(),
                known.sources());
    }

    @Test
    void a_quota_is_not_followed_where_no_growth_is_known_from_then_on() {
        Dataset tin = SmallForecast.in(folder).dataset();
        List<Assumption> assumptions = tin.assumptions().stream()
                .map(one -> one.id().equals("quota-growth") ? withheld(one) : one)
                .toList();
        Dataset withheld = tin.supposing(DatasetTables.QUOTAS, RARE_EARTHS.quotas())
                .supposing(DatasetTables.ASSUMPTIONS, assumptions);

        WhatIf typed = WhatIf.of(withheld, List.of("quota/2026/mining/all/all=690 t Sn"));

        assertThat(typed.after().assumptions()).isEqualTo(withheld.assumptions());
        assertThat(typed.facts().get(0).remarks())
                .contains(
                        "The forecast of Mine production cannot follow it: no growth of the quota is known in scenario"
                                + " Base.");
    }

    @Test
    void a_day_is_on_and_what_is_withdrawn_is_not_known_any_more() {
        assertThat(typed("price/NdPr oxide/2026-01-16=600 CNY/kg").words())
                .isEqualTo("the price of NdPr oxide on 2026-01-16");
        TypedFact withdrawn = typed("figure/mine-production/Myanmar/2024=NA");
        assertThat(withdrawn.inSentence())
                .isEqualTo("mine production of Myanmar 2024 (MCS 2025) not known any more (typed in, not published;"
                        + " before: 31,000 t REO)");
        assertThat(withdrawn.remarks()).isEmpty();
    }

    @Test
    void a_claim_that_flips_is_named_so_that_the_sentence_parses() {
        assertThat(sentence("quota/2024/mining/all/all=300,000"))
                .contains(
                        "claims with another verdict: “270 kt REO” is not reproduced (now 300), “5.88%” is not reproduced (now 17.6471)",
                        "“The growth of the mining quota in 2024 is below its average of 2017 to 2024” is not reproduced");
    }

    private static String inBrief(String... texts) {
        Supposed facts = Supposed.of(texts);
        return new InBrief(facts.comparison(), Optional.of(facts.typed()), Told.of(facts.comparison())).sentence();
    }

    @Test
    void in_brief_it_is_said_which_conclusion_turns() {
        assertThat(inBrief("quota/2026/mining/all/all=300,000"))
                .isEqualTo(
                        "With the mining quota of 2026 at 300,000 t REO, “Growth of mine supply slows” now depends on the"
                                + " base in Tight: 2.11% a year.");
        assertThat(inBrief(IDLE)).endsWith(", no conclusion turns.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quota/2024/mining/all/all=300,000",
                "assumption/myanmar-output/Base=NA",
                "figure/mine-production/China/2024=200,000",
                OF_MCS_2026,
                "fact/600111.SH/net-profit/H1 2025=1200 CNY mn",
                "demand/magnet rare earths/Total demand/2030/STEPS=60"
            })
    void in_brief_is_a_sentence_of_200_characters_at_most(String facts) {
        assertThat(inBrief(facts.split("; ")))
                .hasSizeBetween(40, 200)
                .startsWith("With ")
                .endsWith(".");
    }

    @Test
    void a_conclusion_that_cannot_be_decided_is_not_known_any_more() {
        assertThat(sentence("assumption/myanmar-output/Base=NA"))
                .contains(
                        "“Growth of mine supply slows” is not known any more in scenario Base, “Supply outside China is slow” is"
                                + " not known any more in scenario Base, “The market tightens” is not known any more in"
                                + " scenario Base and 2 more");
    }

    @Test
    void what_cannot_be_compared_is_named_in_the_headline() {
        assertThat(sentence("figure/mine-production/China/2026=200,000"))
                .endsWith(
                        "no total, claim, conclusion, rank or profit that can be compared moves, though facts differ (1 new); not comparable:"
                                + " Mine production 2026.");
    }

    @Test
    void a_printed_total_typed_is_the_total_that_the_sentence_names() {
        // 270,000 of 400,000 t is 67.50%, of 390,000 69.23%
        assertThat(sentence("figure/mine-production/World/2024=400,000"))
                .contains(
                        "the printed total of mine production 2024 goes from 390,000 to 400,000 t REO, and the share of"
                                + " China of it from 69.23% to 67.50%");
    }

    @Test
    void a_message_about_a_stake_has_single_spaces() {
        assertThatThrownBy(() -> typed("stake/Baogang Group/xyz=40"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("  ");
    }

    @Test
    void a_fact_that_nothing_uses_is_told() {
        Supposed stake = Supposed.of("stake/Baogang Group/600111.SH/2026-02=38.03");

        assertThat(stake.comparison().differences()).isEmpty();
        assertThat(sentences(stake).inDetail().get(0))
                .endsWith("nothing changes: no total, claim, conclusion, rank or profit.");
    }
}
