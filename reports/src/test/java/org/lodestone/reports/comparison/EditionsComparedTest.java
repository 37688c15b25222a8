package org.lodestone.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.research.Verdict;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Table;

/** MCS 2025 against MCS 2026, rare earths, worked by hand from figures.csv of the dataset. */
class EditionsComparedTest {

    private static Comparison comparison;
    private static Values values;

    @BeforeAll
    static void compare() {
        Dataset dataset = RareEarths.dataset();
        comparison = Comparison.of(dataset.withEdition("MCS2025"), dataset.withEdition("MCS2026"));
        values = comparison.model().values();
    }

    private static double number(Key key) {
        return values.number(key).orElseThrow();
    }

    private static Difference revised(String key) {
        return comparison.differences(Difference.Kind.REVISED).stream()
                .filter(one -> one.key().toString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static SupplyShift shift(String title) {
        return comparison.supplies().stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static SupplyShift.Finding finding(SupplyShift shift, String name) {
        return shift.findings().stream()
                .filter(one -> one.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static ClaimShift claim(String id) {
        return comparison.claims().stream()
                .filter(one -> one.claim().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ConclusionShift conclusion(String id, String scenario) {
        return comparison.conclusions().stream()
                .filter(one ->
                        one.conclusion().id().equals(id) && one.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_large_revisions_of_2024_are_found_with_both_prints() {
        assertThat(revised("figure/mine-production/Australia/2024")).satisfies(one -> {
            assertThat(one.before().orElseThrow().withUnit()).isEqualTo("13,000 t REO");
            assertThat(one.after().orElseThrow().withUnit()).isEqualTo("29,000 t REO");
            assertThat(one.change()).hasValue(16_000);
        });
        assertThat(revised("figure/mine-production/Nigeria/2024")
                        .after()
                        .orElseThrow()
                        .printed())
                .isEqualTo("1500");
        assertThat(revised("figure/mine-production/Thailand/2024").change()).hasValue(-10_900);
        assertThat(comparison.differences(Difference.Kind.REVISED))
                .noneMatch(one -> one.key().toString().equals("figure/mine-production/China/2024"));
    }

    @Test
    void reserves_of_brazil_were_cut_within_the_newer_edition() {
        Difference cut = revised("figure/reserves/Brazil/2025");

        assertThat(cut.before().orElseThrow().revision()).isEqualTo("v1.0");
        assertThat(cut.before().orElseThrow().withUnit()).isEqualTo("21,000,000 t REO");
        assertThat(cut.after().orElseThrow().revision()).isEqualTo("v1.3");
        assertThat(cut.change()).hasValue(-10_000_000);
    }

    @Test
    void the_first_figures_of_a_year_are_new_and_not_revised() {
        assertThat(comparison.differences(Difference.Kind.NEW))
                .extracting(one -> one.key().toString())
                .contains("figure/mine-production/China/2025")
                .doesNotContain("figure/reserves/Brazil/2025");
        assertThat(comparison.differences(Difference.Kind.DROPPED)).isEmpty();
    }

    @Test
    void output_of_2024_falls_and_the_share_of_china_rises_with_it() {
        // 393,950 by the rows of MCS 2025, 384,000 by those of MCS 2026, China 270,000 in both
        SupplyShift mined = shift("Mine production 2024");

        assertThat(number(finding(mined, "Sum of rows").before())).isEqualTo(393_950);
        assertThat(number(finding(mined, "Sum of rows").after())).isEqualTo(384_000);
        assertThat(number(finding(mined, "China, share of sum of rows").before()))
                .isCloseTo(270_000.0 / 393_950, within(1e-12));
        assertThat(number(finding(mined, "China, share of sum of rows").after()))
                .isEqualTo(0.703125);
        assertThat(number(finding(mined, "China, share of printed total").after()))
                .isCloseTo(270_000.0 / 380_000, within(1e-12));
        // 393,950 and 384,000 over the 376,090 of 2023 in MCS 2025, which MCS 2026 does not have
        assertThat(number(finding(mined, "Growth, sums of rows").before())).isCloseTo(0.0474886, within(1e-7));
        assertThat(number(finding(mined, "Growth, sums of rows").after())).isCloseTo(0.0210322, within(1e-7));
        // printed: 390,000 and 380,000 over 376,000
        assertThat(finding(mined, "Growth, printed totals").name())
                .isEqualTo("Growth, printed totals, over the older 2023");
        assertThat(number(finding(mined, "Growth, printed totals").after())).isCloseTo(380.0 / 376 - 1, within(1e-12));
    }

    @Test
    void the_parts_of_each_change_are_those_of_the_revised_countries() {
        SupplyShift mined = shift("Mine production 2024");
        SupplyShift.Row australia = mined.rows().get(0);

        assertThat(australia.place()).isEqualTo(Place.parse("Australia"));
        assertThat(number(australia.change())).isEqualTo(16_000);
        assertThat(number(australia.toGrowth())).isCloseTo(16_000.0 / 376_090, within(1e-12));
        // 16,000 t more for others at China's old share of 68.54%, over 384,000 t
        assertThat(number(australia.toShare())).isCloseTo(-0.685366 * 16_000 / 384_000, within(1e-7));
        // 10,000 · ((29,000 / 384,000)² − (13,000 / 393,950)²)
        assertThat(number(australia.toIndex())).isCloseTo(46.145, within(0.001));
    }

    @Test
    void the_parts_add_up_to_each_change() {
        for (SupplyShift shift : comparison.supplies()) {
            assertAddsUp(shift, SupplyShift.Row::change, "Sum of");
            assertAddsUp(shift, SupplyShift.Row::toShare, "China, share of sum of rows");
            assertAddsUp(shift, SupplyShift.Row::toIndex, "HHI");
            if (shift.hasGrowth()) {
                assertAddsUp(shift, SupplyShift.Row::toGrowth, "Growth, sums of rows");
            }
        }
    }

    @Test
    void each_sum_of_parts_stands_under_the_column_it_sums() {
        Table parts = comparison
                .part()
                .sections()
                .get(0)
                .tables()
                .filter(table -> table.heading().equals("Mine production 2024: contribution of each place"))
                .findFirst()
                .orElseThrow();
        Row sums = parts.rows().get(parts.rows().size() - 1);
        for (int i = 0; i < parts.columns().size(); i++) {
            Cell sum = sums.cells().get(i);
            int column = i;
            List<Key> own = parts.rows().stream()
                    .flatMap(row -> row.values().filter(row.cells().get(column)::equals))
                    .map(Cell.Of::key)
                    .toList();
            sums.values()
                    .filter(sum::equals)
                    .forEach(shown -> assertThat(comparison.part().model().calculation(shown.key()))
                            .contains(Formula.sum(Formula.span(own.subList(0, own.size() - 1)))));
        }
        assertThat(sums.values()).hasSize(4);
    }

    private static void assertAddsUp(SupplyShift shift, Function<SupplyShift.Row, Key> part, String finding) {
        double sum = shift.rows().stream()
                .map(part)
                .mapToDouble(EditionsComparedTest::number)
                .sum();
        double change = number(finding(shift, finding).change());
        assertThat(change).as(shift.title() + ", " + finding).isNotZero();
        assertThat(sum)
                .as(shift.title() + ", " + finding)
                .isCloseTo(change, within(1e-9 * Math.max(1, Math.abs(change))));
    }

    @Test
    void the_share_of_reserves_rises_as_brazil_and_india_leave() {
        // 44 / 90.8845 = 48.41% for 2024; 44 / 75.29 = 58.44% for 2025: Brazil 21 to 11 Mt, India 6.9 Mt to NA,
        // Australia 5.7 to 6.3, Malaysia NA to 0.71, Thailand 0.0045 to NA
        SupplyShift reserves = shift("Reserves 2024 to 2025");

        assertThat(number(finding(reserves, "Sum of known rows").before())).isEqualTo(90_884_500);
        assertThat(number(finding(reserves, "Sum of known rows").after())).isEqualTo(75_290_000);
        assertThat(number(finding(reserves, "China, share of sum of rows").before()))
                .isCloseTo(0.484131, within(1e-6));
        assertThat(number(finding(reserves, "China, share of sum of rows").after()))
                .isCloseTo(0.584407, within(1e-6));
        assertThat(reserves.rows().get(0).place()).isEqualTo(Place.parse("Brazil"));
        assertThat(number(reserves.rows().get(1).change())).isEqualTo(-6_900_000);
    }

    @Test
    void the_claims_of_2024_are_overtaken_and_that_on_reserves_holds_for_its_year() {
        assertThat(claim("output-china-share")).satisfies(one -> {
            assertThat(one.kind()).isEqualTo(ClaimShift.Kind.FLIPPED);
            assertThat(number(one.value().before())).isCloseTo(68.5366, within(1e-4));
            assertThat(one.newestBefore()).isEmpty();
            assertThat(number(one.newestAfter().orElseThrow())).isEqualTo(70.3125);
            assertThat(values.of(one.verdict().before()).inSentence()).isEqualTo(Verdict.REPRODUCED.toString());
            assertThat(values.of(one.verdict().after()).inSentence()).isEqualTo(Verdict.OVERTAKEN.toString());
        });
        // MCS 2026 has 2024 and not 2023, so that it has no growth of its own: it is overtaken since 2024 moved
        assertThat(claim("output-growth")).satisfies(one -> {
            assertThat(one.newestAfter()).isEmpty();
            assertThat(values.of(one.verdict().after()).inSentence()).isEqualTo(Verdict.OVERTAKEN.toString());
        });
        assertThat(claim("reserves-china-share")).satisfies(one -> {
            assertThat(one.kind()).isEqualTo(ClaimShift.Kind.HELD);
            assertThat(one.remark()).isEqualTo("MCS 2026 has none for 2024; for 2025 it gives 58.44%.");
        });
        assertThat(claim("output-china").kind()).isEqualTo(ClaimShift.Kind.HELD);
        assertThat(claim("separation-china-share").kind()).isEqualTo(ClaimShift.Kind.NOT_COMPARABLE);
    }

    @Test
    void supply_that_slowed_against_every_growth_known_then_depends_on_the_base_now() {
        // as of MCS 2025, 2.6% a year was slower than 4.75% in 2024 and than 11.6% a year from 2022; MCS 2026 has 1.38%
        // for 2025
        assertThat(comparison.turned())
                .extracting(one -> one.conclusion().id() + ", " + one.scenario())
                .containsExactly(
                        "slowing, Base",
                        "slowing, Fast overseas",
                        "slow-outside, Fast overseas",
                        "tight, Fast overseas");
        assertThat(comparison.conclusions())
                .filteredOn(one -> one.conclusion().id().equals("slowing"))
                .extracting(one -> words(one.verdict().before()) + " -> "
                        + words(one.verdict().after()))
                .containsExactly(
                        "slows against all -> depends on the base",
                        "slows against all -> slows against all",
                        "slows against all -> depends on the base");
    }

    private String words(Key verdict) {
        return comparison.model().value(verdict).inSentence();
    }

    @Test
    void growth_has_no_room_left_to_that_of_the_note() {
        // from 384,000 t in 2025 instead of 393,950 in 2024, with the same projects
        ConclusionShift fast = conclusion("slowing", "Fast overseas");

        assertThat(number(fast.number().before())).isCloseTo(0.03973, within(1e-5));
        assertThat(number(fast.number().after())).isCloseTo(0.04774, within(1e-5));
        assertThat(number(fast.threshold().after())).isCloseTo(393_950.0 / 376_090 - 1, within(1e-12));
        ConclusionShift.BreakEven ore = fast.breakEvens().stream()
                .filter(one -> one.driver().id().equals("myanmar-added"))
                .findFirst()
                .orElseThrow();
        assertThat(number(ore.distance().before())).isCloseTo(22_699, within(1.0));
        assertThat(number(ore.distance().after())).isCloseTo(-589, within(1.0));
    }

    @Test
    void the_newer_side_of_the_forecast_is_that_of_the_pack_and_the_older_starts_a_year_earlier() {
        ConclusionShift base = conclusion("slowing", "Base");

        // lodestone forecast prints 3.14% a year from 2025; as of MCS 2025 the forecast starts from 2024
        assertThat(number(base.number().after())).isCloseTo(0.03143, within(1e-5));
        assertThat(number(base.number().before())).isCloseTo(0.02640, within(1e-5));
        assertThat(comparison.before().figures())
                .noneMatch(figure -> figure.edition().equals("MCS2026"));
    }

    @Test
    void what_cannot_be_set_side_by_side_is_said_with_the_reason() {
        assertThat(comparison.notComparable())
                .contains(
                        new Comparison.NotComparable("Mine production 2023", "MCS 2025 has it, MCS 2026 does not."),
                        new Comparison.NotComparable("Reserves 2025", "MCS 2026 has it, MCS 2025 does not."))
                .anySatisfy(one -> assertThat(one.what()).isEqualTo("The earnings of MP Materials"));
    }

    @Test
    void the_sentences_name_the_revisions_and_what_they_do() {
        assertThat(String.join(" ", new Sentences(comparison, Optional.empty(), Told.of(comparison)).inDetail()))
                .startsWith(
                        "From MCS 2025 to MCS 2026, the total of mine production 2024 goes from 393,950 to 384,000 t REO"
                                + " (Australia from 13,000 to 29,000, Nigeria from 13,000 to 1,500, Thailand from 13,000 to 2,100)")
                .contains("the share of China from 68.54% to 70.31%")
                .contains("the total of reserves goes from 90,884,500 in 2024 to 75,290,000 t REO in 2025")
                .contains("“68.54%” is overtaken (now 70.3125)")
                .contains(
                        "“Growth of mine supply slows” now depends on the base (before: slows against all) in scenario"
                                + " Base, where its number goes from 2.64% to 3.14%")
                .endsWith(".");
    }

    @Test
    void in_brief_growth_depends_on_the_base_now_and_the_share_of_china_rises() {
        // 389,310 to 454,463 t in five years; 270,000 of 393,950 t, and of 384,000 t
        assertThat(new InBrief(comparison, Optional.empty(), Told.of(comparison)).sentence())
                .isEqualTo(
                        "From MCS 2025 to MCS 2026, “Growth of mine supply slows” now depends on the base in Base: 3.14% a"
                                + " year; 3 others turn; the share of China in mine production 2024 rises from 68.54% to 70.31%.");
    }
}
