package org.lodestone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quota.Ore;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.comparison.WhatIf;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** An id that is none is a slip, told with the id that was probably meant; no data is something else. */
class UnknownIdTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final ForecastStudy STUDY = ForecastStudy.of(DATASET).orElseThrow();

    static Stream<Arguments> slips() {
        return Stream.of(
                slip(
                        d -> d.measure("mine-prodution"),
                        "'mine-prodution' is not a measure of rare-earths.",
                        "mine-production"),
                slip(d -> d.figures("reservs", "MCS2025"), "'reservs' is not a measure of rare-earths.", "reserves"),
                slip(d -> d.withEdition("MCS2029"), "'MCS2029' is not an edition of rare-earths.", "MCS2019"),
                slip(
                        d -> Supply.of(d, "mine-prodution"),
                        "'mine-prodution' is not a measure of rare-earths.",
                        "mine-production"),
                slip(
                        d -> Supply.of(d, "mine-production", "MCS2029"),
                        "'MCS2029' is not an edition of rare-earths.",
                        "MCS2019"),
                slip(d -> Supply.editions(d, "reservs"), "'reservs' is not a measure of rare-earths.", "reserves"),
                slip(
                        d -> Supplies.of(d).history("mine-prodution"),
                        "'mine-prodution' is not a measure of rare-earths.",
                        "mine-production"),
                slip(d -> Quotas.of(d, "minning"), "'minning' is not a stage of rare-earths.", "mining"),
                slip(d -> ForecastStudy.of(d, "tigth"), "'tigth' is not a scenario of rare-earths.", "Tight"),
                slip(d -> ForecastStudy.of(d, "Tigth"), "'Tigth' is not a scenario of rare-earths.", "Tight"),
                slip(d -> STUDY.outcome("Tigth"), "'Tigth' is not a scenario.", "Tight"),
                slip(
                        d -> STUDY.scenarios().key("mining-quota-groth", Case.of("Tight")),
                        "'mining-quota-groth' is not an assumption that the forecast uses.",
                        "mining-quota-growth"),
                slip(
                        d -> STUDY.scenarios().key("mining-quota-growth", Case.of("Tigth")),
                        "'Tigth' is not a scenario.",
                        "Tight"),
                slip(
                        d -> CompanyFacts.of(d).of("600111.SX"),
                        "'600111.SX' is not a company of the dataset.",
                        "600111.SH"),
                slip(
                        d -> CompanyFacts.of(d).latest("600111.SX", "shares outstanding"),
                        "'600111.SX' is not a company of the dataset.",
                        "600111.SH"),
                slip(
                        d -> Attribution.of(d).quota("600111.SX", "mining", Ore.ALL),
                        "'600111.SX' is not a company of the dataset.",
                        "600111.SH"),
                slip(
                        d -> ScreenStudy.of(d).orElseThrow().result().criterion("quoat"),
                        "'quoat' is not a criterion of the screen.",
                        "quota"),
                slip(
                        d -> WhatIf.of(d, List.of("quota/2024/minning/all/all=1 t REO")),
                        "'minning' is not a stage of the table quota in rare-earths.",
                        "mining"));
    }

    private static Arguments slip(Consumer<Dataset> call, String said, String meant) {
        return Arguments.of(said, meant, call);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("slips")
    void a_slip_is_told_with_what_was_probably_meant(String said, String meant, Consumer<Dataset> call) {
        assertThatExceptionOfType(UnknownIdException.class)
                .isThrownBy(() -> call.accept(DATASET))
                .withMessage(said + " Did you mean '" + meant + "'?");
    }

    @Test
    void a_measure_of_which_an_edition_has_nothing_is_no_slip() {
        assertThat(Supply.of(DATASET, "reserves", "IEA-GCMO-2025")).isEmpty();
        assertThat(Quotas.of(DATASET, "metals")).isEmpty();
    }
}
