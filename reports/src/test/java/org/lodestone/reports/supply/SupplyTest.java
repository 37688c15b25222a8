package org.lodestone.reports.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.sheet.supply.ReserveLife;

class SupplyTest {

    private static final Period Y2023 = Period.year(2023);
    private static final Period Y2024 = Period.year(2024);
    private static final Period Y2025 = Period.year(2025);
    private static final Place CHINA = Place.parse("China");

    private static Dataset dataset;
    private static Supply mined;
    private static Supply reserves;

    @BeforeAll
    static void read() {
        dataset = RareEarths.dataset();
        mined = Supply.of(dataset, "mine-production", "MCS2025").orElseThrow();
        reserves = Supply.of(dataset, "reserves", "MCS2025").orElseThrow();
    }

    private static double number(Supply supply, Key key) {
        return supply.value(key).number().orElseThrow();
    }

    @Test
    void the_sum_of_rows_is_not_the_printed_total() {
        // MCS 2025: the rows sum to 393,950 t REO; 390,000 is printed
        assertThat(number(mined, mined.total(Y2024))).isEqualTo(393_950);
        assertThat(number(mined, mined.printedTotal(Y2024).orElseThrow())).isEqualTo(390_000);
        assertThat(number(mined, mined.differenceFromPrinted(Y2024).orElseThrow()))
                .isEqualTo(3_950);
    }

    @Test
    void a_share_names_its_denominator() {
        assertThat(number(mined, mined.share(CHINA, Y2024))).isCloseTo(270_000 / 393_950.0, within(1e-15));
        assertThat(number(mined, mined.shareOfPrinted(CHINA, Y2024).orElseThrow()))
                .isCloseTo(270_000 / 390_000.0, within(1e-15));
    }

    @Test
    void growth_of_the_sum_is_not_growth_of_the_printed_totals() {
        assertThat(number(mined, mined.growth(Y2024).orElseThrow())).isCloseTo(0.0474886, within(5e-8));
        assertThat(number(mined, mined.growthOfPrinted(Y2024).orElseThrow())).isCloseTo(0.0372340, within(5e-8));
    }

    @Test
    void every_rank_of_a_year_is_found_in_one_list() {
        Set<ImmutableList<Key>> lists = Sets.newIdentityHashSet();
        for (Place place : mined.places()) {
            Formula rank = mined.model().calculation(mined.rank(place, Y2024)).orElseThrow();
            rank.walk(key -> {}, (span, fn) -> {
                if (fn == Fn.RANK) {
                    lists.add(span.keys());
                }
            });
        }

        assertThat(lists).hasSize(1);
    }

    @Test
    void the_first_year_of_an_edition_has_no_growth() {
        assertThat(mined.growth(Y2023)).isEmpty();
    }

    @Test
    void the_hhi_of_2024_lies_between_its_two_ends() {
        assertThat(number(mined, mined.hhi(Y2024))).isCloseTo(4_923.54639657785, within(1e-8));
        assertThat(number(mined, mined.hhiWithOthersAsOne(Y2024).orElseThrow()))
                .isCloseTo(4_923.624362202129, within(1e-8));
    }

    @Test
    void the_three_largest_have_87_83_percent_and_the_five_largest_94_43() {
        assertThat(number(mined, mined.cr3(Y2024).orElseThrow())).isCloseTo(0.8782840461987562, within(1e-14));
        assertThat(number(mined, mined.cr5(Y2024).orElseThrow())).isCloseTo(0.9442822693235182, within(1e-14));
    }

    @Test
    void reserves_are_summed_over_known_rows_and_the_bound_that_is_printed_is_no_number() {
        assertThat(reserves.allKnown(Y2024)).isFalse();
        assertThat(number(reserves, reserves.total(Y2024))).isEqualTo(90_884_500);
        assertThat(number(reserves, reserves.hhi(Y2024))).isCloseTo(3_016.7953160288034, within(1e-8));
        assertThat(reserves.value(reserves.printedTotal(Y2024).orElseThrow()))
                .isInstanceOfSatisfying(
                        Value.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(">90,000,000"));
        assertThat(reserves.value(reserves.shareOfPrinted(CHINA, Y2024).orElseThrow())
                        .isMissing())
                .isTrue();
    }

    @Test
    void a_figure_that_is_not_available_has_no_share_and_no_rank() {
        Place myanmar = Place.parse("Burma");
        assertThat(reserves.value(reserves.share(myanmar, Y2024)).isMissing()).isTrue();
        assertThat(reserves.value(reserves.rank(myanmar, Y2024)).isMissing()).isTrue();
    }

    @Test
    void withholding_one_producer_leaves_no_total_and_no_share() {
        var values = mined.model().valuesWith(Map.of(mined.amount(CHINA, Y2024), new Value.Missing("W", "withheld")));
        assertThat(values.of(mined.total(Y2024)).isMissing()).isTrue();
        assertThat(values.of(mined.share(Place.parse("Thailand"), Y2024)).isMissing())
                .isTrue();
        assertThat(values.number(mined.total(Y2023))).hasValue(376_090);
    }

    @Test
    void equal_amounts_do_not_share_a_rank() {
        // Australia, Nigeria and Thailand each mined 13,000 t in 2024
        assertThat(number(mined, mined.rank(Place.parse("Australia"), Y2024))).isEqualTo(4);
        assertThat(number(mined, mined.rank(Place.parse("Nigeria"), Y2024))).isEqualTo(5);
        assertThat(number(mined, mined.rank(Place.parse("Thailand"), Y2024))).isEqualTo(6);
    }

    @Test
    void the_list_sorts_itself_again_when_a_figure_changes() {
        Key first = mined.rankedName(1, Y2024);
        assertThat(mined.value(first)).isEqualTo(Value.of("China"));
        var values = mined.model()
                .valuesWith(Map.of(mined.amount(Place.parse("United States"), Y2024), Value.of(1_000_000.0)));
        assertThat(values.of(first)).isEqualTo(Value.of("United States"));
    }

    @Test
    void the_newest_edition_moves_2024_and_adds_2025() {
        Supply newest = Supply.of(dataset, "mine-production", "MCS2026").orElseThrow();
        assertThat(number(newest, newest.total(Y2024))).isEqualTo(384_000);
        assertThat(number(newest, newest.total(Y2025))).isEqualTo(389_310);
        assertThat(number(newest, newest.growth(Y2025).orElseThrow())).isCloseTo(0.0138, within(5e-5));
        assertThat(number(newest, newest.share(CHINA, Y2025))).isCloseTo(0.694, within(5e-4));
    }

    @Test
    void a_revision_within_an_edition_replaces_the_one_before() {
        // MCS 2026 v1.3 cut Brazil's reserves from 21 to 11 Mt
        Supply newest = Supply.of(dataset, "reserves", "MCS2026").orElseThrow();
        assertThat(number(newest, newest.amount(Place.parse("Brazil"), Y2025))).isEqualTo(11_000_000);
    }

    @Test
    void reserve_life_is_taken_over_countries_with_both_figures() {
        ReserveLife life = ReserveLife.of(reserves, mined).orElseThrow();
        assertThat(life.places())
                .extracting(Place::name)
                .contains("China", "Thailand")
                .doesNotContain("Myanmar");
        assertThat(life.model().value(life.years(CHINA)).number().orElseThrow()).isCloseTo(162.963, within(5e-4));
        assertThat(life.model()
                        .value(life.years(Place.parse("United States")))
                        .number()
                        .orElseThrow())
                .isCloseTo(42.222, within(5e-4));
        assertThat(life.model().value(life.years(Place.WORLD)).number().orElseThrow())
                .isCloseTo(90_884_500 / 346_720.0, within(1e-10));
        assertThat(life.model().value(life.years(Place.parse("Canada"))).isMissing())
                .isTrue();
    }

    @Test
    void reserves_in_megatonnes_last_as_long_as_in_tonnes() {
        Measure inMegatonnes = new Measure(
                "reserves", "Reserves", "mining", Measure.Kind.RESERVES, Unit.parse("Mt REO"), "In another scale");
        Supply mined = Supply.of(dataset, "mine-production").orElseThrow();
        List<Figure> figures = dataset.figures().stream()
                .filter(figure -> figure.measure().id().equals("reserves"))
                .map(figure -> new Figure(
                        inMegatonnes,
                        figure.place(),
                        figure.period(),
                        "",
                        figure.edition(),
                        figure.revision(),
                        figure.value(),
                        figure.unit(),
                        figure.citation()))
                .toList();
        Supply reserves = Supply.of(dataset.supposing(DatasetTables.FIGURES, figures), "reserves")
                .orElseThrow();

        ReserveLife life = ReserveLife.of(reserves, mined).orElseThrow();

        // 44 Mt over 270,000 t
        assertThat(life.model().value(life.held(CHINA)).number().orElseThrow()).isCloseTo(44, within(1e-9));
        assertThat(life.model().value(life.years(CHINA)).number().orElseThrow()).isCloseTo(162.963, within(5e-4));
        assertThat(life.model().value(life.years(Place.WORLD)).number().orElseThrow())
                .isCloseTo(90_884_500 / 346_720.0, within(1e-10));
    }

    @Test
    void an_outlook_is_not_the_latest_observed_year() {
        Supply refined = Supply.of(dataset, "magnet-ree-refined").orElseThrow();
        assertThat(refined.latest()).isEqualTo(Y2024);
        assertThat(refined.years()).contains(Period.year(2030), Period.year(2040));
    }

    @Test
    void a_measure_without_figures_has_no_supply() {
        assertThat(Supply.of(dataset, "mine-production", "IEA-GCMO-2025")).isEmpty();
    }

    @Test
    void the_values_of_a_supply_are_called_so_in_every_pack() {
        assertThat(mined.model().contents().keySet().stream()
                        .map(key -> key.what().id())
                        .filter(term -> term.startsWith("mine-production"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "mine-production",
                        "mine-production: name",
                        "mine-production: place",
                        "mine-production: sum of rows",
                        "mine-production: places with a figure",
                        "mine-production: sum of rows less printed total",
                        "mine-production: share of printed total",
                        "mine-production: rounding of printed total",
                        "mine-production: rows sum to printed total",
                        "mine-production: share of sum of rows",
                        "mine-production: growth of sum of rows",
                        "mine-production: growth of printed total",
                        "mine-production: growth",
                        "mine-production: HHI, others split up",
                        "mine-production: HHI, others as one",
                        "mine-production: CR3",
                        "mine-production: CR5",
                        "mine-production: share without the largest",
                        "mine-production: rank",
                        "mine-production: ranked name",
                        "mine-production: ranked share");
    }
}
