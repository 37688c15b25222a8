package org.lodestone.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.forecast.SmallForecast;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.SmallSupply;

class ComparisonTest {

    @TempDir
    Path folder;

    private static Dataset withFigure(Dataset dataset, String place, String printed, String unit) {
        return dataset.toBuilder()
                .figures(dataset.figures().stream()
                        .map(figure -> figure.place().name().equals(place)
                                ? new Figure(
                                        figure.measure(),
                                        figure.place(),
                                        figure.period(),
                                        figure.scenarioCase(),
                                        figure.edition(),
                                        figure.revision(),
                                        Observation.parse(printed),
                                        Unit.parse(unit),
                                        figure.citation())
                                : figure)
                        .toList())
                .build();
    }

    @Test
    void a_dataset_beside_itself_says_that_nothing_changed() {
        Dataset dataset = RareEarths.dataset();

        Comparison comparison = Comparison.of(dataset, dataset);

        assertThat(comparison.isNothing()).isTrue();
        assertThat(comparison.claims()).isNotEmpty().noneMatch(one -> one.kind() == ClaimShift.Kind.FLIPPED);
        Section section = comparison.part().sections().get(0);
        assertThat(section.blocks()).hasSize(1).noneMatch(Table.class::isInstance);
        Block.Prose prose = (Block.Prose) section.blocks().get(0);
        assertThat(comparison
                        .part()
                        .model()
                        .value(((Block.Sentence.Live) prose.sentences().get(0)).key())
                        .inSentence())
                .startsWith("Nothing changed");
    }

    @Test
    void another_spelling_of_a_number_is_no_revision() {
        Dataset dataset = SmallForecast.in(folder).dataset();

        assertThat(Comparison.of(dataset, withFigure(dataset, "China", "0.6", "kt Sn"))
                        .isNothing())
                .isTrue();
        assertThat(Comparison.of(dataset, withFigure(dataset, "China", "600.0", "t Sn"))
                        .differences())
                .isEmpty();
    }

    @Test
    void a_revision_across_units_is_told_in_the_newer_unit() {
        Dataset dataset = SmallForecast.in(folder).dataset();

        Difference one = Comparison.of(dataset, withFigure(dataset, "China", "0.7", "kt Sn"))
                .differences()
                .get(0);

        assertThat(one.numberBefore()).hasValueCloseTo(0.6, within(1e-12));
        assertThat(one.change()).hasValueCloseTo(0.1, within(1e-12));
    }

    @Test
    void what_is_withheld_now_stays_missing_and_its_part_is_all_it_was() {
        Dataset dataset = SmallForecast.in(folder).dataset();

        Comparison comparison = Comparison.of(dataset, withFigure(dataset, "Peru", "W", "t Sn"));

        Difference one = comparison.differences().get(0);
        assertThat(one.change()).isEmpty();
        assertThat(one.after().orElseThrow().withUnit()).isEqualTo("W");
        SupplyShift.Row peru = comparison.supplies().get(0).rows().get(0);
        assertThat(comparison.value(peru.after()).isMissing()).isTrue();
        assertThat(comparison.value(peru.change()).number()).hasValue(-100);
        // 600 of 1,000, then of 900: −0.6 · (−100) / 900
        assertThat(comparison.value(peru.toShare()).number()).hasValueCloseTo(60.0 / 900, within(1e-12));
    }

    @Test
    void datasets_that_share_nothing_are_all_new_all_dropped_and_not_comparable() {
        Dataset tin = SmallForecast.in(folder).dataset();
        Dataset rareEarths = RareEarths.dataset();

        Comparison comparison = Comparison.of(tin, rareEarths);

        assertThat(comparison.from()).isEqualTo("small");
        assertThat(comparison.to()).isEqualTo("rare-earths");
        // assumptions of one name are all they have in common
        assertThat(comparison.differences(Difference.Kind.REVISED))
                .extracting(one -> one.key().toString())
                .containsExactly("assumption/disruption/Base");
        assertThat(comparison.differences(Difference.Kind.DROPPED))
                .hasSize(Facts.of(tin).size() - 1);
        assertThat(comparison.supplies()).isEmpty();
        assertThat(comparison.conclusions()).isEmpty();
        assertThat(comparison.claims()).allMatch(one -> one.kind() == ClaimShift.Kind.NOT_COMPARABLE);
        assertThat(comparison.notComparable())
                .contains(
                        new Comparison.NotComparable("Mine production", "Only small has figures of it."),
                        new Comparison.NotComparable("The screen", "Only rare-earths has the data for it."),
                        new Comparison.NotComparable("Growth slows", "Only one side can decide it."));
    }

    @Test
    void what_an_older_release_says_is_not_said_by_the_one_that_is_compared() {
        // nickel: MCS 2022 and 2026 have mine production under one name, and MCS 2024 has nothing under it
        Dataset nickel = new SmallSupply()
                .releases(2022, 2024, 2026)
                .measure("reserves", "Reserves", Measure.Kind.RESERVES, "t Ni")
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "t Ni")
                .figure("MCS2022", "mined", "Indonesia", 2021, "1000000")
                .figure("MCS2022", "mined", "Philippines", 2021, "370000")
                .figure("MCS2024", "reserves", "Indonesia", 2023, "55000000")
                .figure("MCS2024", "reserves", "Philippines", 2023, "4800000")
                .figure("MCS2026", "mined", "Indonesia", 2025, "2600000")
                .figure("MCS2026", "mined", "Philippines", 2025, "270000")
                .dataset();

        Comparison comparison = Comparison.of(nickel.withEdition("MCS2024"), nickel.withEdition("MCS2026"));

        assertThat(comparison.supplies()).isEmpty();
        assertThat(comparison.notComparable())
                .containsExactly(
                        new Comparison.NotComparable("Reserves", "Only MCS 2024 has figures of it."),
                        new Comparison.NotComparable("Mine production", "Only MCS 2026 has figures of it."));
    }

    @Test
    void what_an_older_release_says_otherwise_now_is_told_under_its_own_name() {
        SmallSupply reserves = new SmallSupply()
                .releases(2022, 2024)
                .measure("reserves", "Reserves", Measure.Kind.RESERVES, "t Ni")
                .measure("mined", "Mine production", Measure.Kind.PRODUCTION, "t Ni")
                .figure("MCS2022", "mined", "Indonesia", 2021, "1000000")
                .figure("MCS2022", "mined", "Philippines", 2021, "370000")
                .figure("MCS2024", "reserves", "Indonesia", 2023, "55000000");
        Dataset before = reserves.dataset().withEdition("MCS2024");

        Comparison comparison = Comparison.of(before, withFigure(before, "Philippines", "390000", "t Ni"));

        assertThat(comparison.supplies())
                .extracting(SupplyShift::title)
                .containsExactly("Mine production 2021, MCS 2022");
    }

    @Test
    void an_amount_on_another_basis_is_not_compared() throws IOException {
        Dataset tin = SmallForecast.in(folder).dataset();
        Dataset concentrate = SmallForecast.in(Files.createDirectory(folder.resolve("other")))
                .without("limits")
                .without("pipeline")
                .without("additions")
                .without("balances")
                .without("conclusions")
                .without("drivers")
                .without("shocks")
                .without("scenarios")
                .without("assumptions")
                .without("risks")
                .without("demand")
                .table(
                        "measures",
                        "id,name,stage,kind,unit,description",
                        "mined,Mine production,mining,production,t concentrate,",
                        "scrap,Tin from scrap,smelting,statistic,t Sn,")
                .with("figures", "mined,China", "mined,China,2025,,E1,,600,t concentrate,reported,,paper")
                .with("figures", "mined,Chile", "mined,Chile,2025,,E1,,300,t concentrate,reported,,paper")
                .with("figures", "mined,Peru", "mined,Peru,2025,,E1,,100,t concentrate,reported,,paper")
                .dataset();

        Comparison comparison = Comparison.of(tin, concentrate);

        assertThat(comparison.supplies()).isEmpty();
        assertThat(comparison.notComparable())
                .contains(
                        new Comparison.NotComparable(
                                "Mine production", "It is in t Sn in before and in t concentrate in after."),
                        new Comparison.NotComparable("The forecast", "Only before has the data for it."));
        assertThat(comparison.differences(Difference.Kind.REVISED).get(0).change())
                .isEmpty();
    }

    @Test
    void one_more_project_turns_a_conclusion_and_the_break_evens_move() {
        // on paper: supply of 2028 is 1,290 t from 1,000, growth 8.86%, balance −310 t
        Dataset dataset = SmallForecast.in(folder).dataset();
        WhatIf typed = WhatIf.of(dataset, List.of("assumption/ore-added/Base=400"));

        Comparison comparison = Comparison.of(typed.before(), typed.after());

        ConclusionShift slowing = comparison.conclusions().get(0);
        assertThat(slowing.title()).isEqualTo("Growth slows, Base");
        assertThat(comparison.value(slowing.number().before()).number())
                .hasValueCloseTo(Math.cbrt(1.29) - 1, within(1e-12));
        assertThat(comparison.value(slowing.number().after()).number())
                .hasValueCloseTo(Math.cbrt(1.69) - 1, within(1e-12));
        assertThat(slowing.turned()).isTrue();
        assertThat(comparison.value(slowing.verdict().after()).inSentence()).isEqualTo("does not hold");
        // it turns at 1,331 t, that is with 41 t on top: a distance of 41 from 0, and of −359 from 400
        ConclusionShift.BreakEven ore = slowing.breakEvens().get(0);
        assertThat(comparison.value(ore.distance().before()).number()).hasValueCloseTo(41.0, within(1e-6));
        assertThat(comparison.value(ore.distance().after()).number()).hasValueCloseTo(-359.0, within(1e-6));
        ConclusionShift tight = comparison.conclusions().get(2);
        assertThat(comparison.value(tight.number().before()).number()).hasValueCloseTo(-310.0, within(1e-9));
        assertThat(comparison.value(tight.number().after()).number()).hasValueCloseTo(90.0, within(1e-9));
        assertThat(new Sentences(comparison, Optional.of(typed), Told.of(comparison))
                        .inDetail()
                        .get(0))
                .startsWith("With the assumption “ore-added” in scenario Base at 400 t Sn/yr (typed in, not published;"
                        + " before: 0 t Sn/yr), “Growth slows” no longer holds in scenario Base");
    }
}
