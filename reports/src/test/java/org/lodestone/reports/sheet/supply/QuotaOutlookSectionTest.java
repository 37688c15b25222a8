package org.lodestone.reports.sheet.supply;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.quota.QuotaSignal.Effect;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Table;

class QuotaOutlookSectionTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final Analyses ANALYSES = RareEarths.analyses();
    private static final Part PART = part(ANALYSES).orElseThrow();

    private static Optional<Part> part(Analyses analyses) {
        return QuotaOutlookSection.of(analyses.supplies(), analyses.quotaOutlooks(), analyses.forecast());
    }

    private static List<String> sentences(Part part, Values values) {
        return blocks(part, Block.Prose.class)
                .flatMap(prose -> prose.sentences().stream())
                .map(sentence -> sentence.<String>fold(key -> values.of(key).inSentence(), words -> words))
                .toList();
    }

    private static <B> Stream<B> blocks(Part part, Class<B> kind) {
        return part.sections().get(0).blocks().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static List<String> sentences() {
        return sentences(PART, PART.model().values());
    }

    @Test
    void the_range_stands_with_its_growth_and_whether_a_signal_moved_it() {
        assertThat(sentences())
                .contains(
                        "The quota of mining and beneficiation for 2025 is put at 276,350 to 309,596 t REO, +2.4% to +14.7%"
                                + " against the last published total, of 2024.",
                        "The quota of smelting and separation for 2026 is put at 263,358 to 402,320 t REO, +3.7% to +58.4%"
                                + " against the last published total, of 2024; no signal moves what past growth says.");
    }

    @Test
    void output_and_forecast_below_the_range_are_said_with_numbers() {
        assertThat(sentences())
                .contains(
                        "Mine production of China is printed as 270,000 t REO for 2025, 6,350 t REO below the range. It was the"
                                + " quota itself in 3 of 3 earlier years that have both.",
                        "The forecast of the chosen scenario has mine production of China at 276,210 t REO in 2026, 1,176 t REO"
                                + " below the range.",
                        "The forecast of the chosen scenario lets magnet rare earths refined of China grow by +3.2% from 2024 to"
                                + " 2026 under its quota, whose range is +3.7% to +58.4%: below it.");
    }

    @Test
    void where_the_forecast_stands_follows_what_is_typed() {
        Key growth = ANALYSES.forecast()
                .orElseThrow()
                .scenarios()
                .key(
                        "mining-quota-growth",
                        ANALYSES.forecast().orElseThrow().outcome("Base").in());

        assertThat(sentences(PART, PART.model().valuesWith(Map.of(growth, Value.of(10.0)))))
                .contains(
                        "The forecast of the chosen scenario has mine production of China at 297,000 t REO in 2026, within the"
                                + " range.");
        assertThat(sentences(PART, PART.model().valuesWith(Map.of(growth, Value.of(70.0)))))
                .contains(
                        "The forecast of the chosen scenario has mine production of China at 459,000 t REO in 2026, 26,386 t REO"
                                + " above the range.");
    }

    @Test
    void the_record_says_which_rule_it_prefers_and_what_that_is_worth() {
        assertThat(sentences())
                .contains(
                        "Each published year from 2019 to 2024 hidden in turn, the rule with all signals held 5 of 6 quotas of mining"
                                + " and beneficiation, past growth alone 5. Its mean score is 32,320 t REO against 47,635, where"
                                + " less is better: lower in 4 years, higher in 0. The gain rests on 4 signals, and the rule with"
                                + " signals is used.")
                .anySatisfy(sentence -> assertThat(sentence).contains("in sample", "no proof"));
    }

    @Test
    void a_record_that_is_no_better_is_said_and_past_growth_is_used() {
        // the prices of two years changed places: up before the low growth of 2024, down before the high one of 2023
        Map<String, QuotaSignal> byId =
                DATASET.rows(DatasetTables.QUOTA_SIGNALS).stream().collect(toMap(QuotaSignal::id, signal -> signal));
        Dataset wrong = DATASET.supposing(
                DatasetTables.QUOTA_SIGNALS,
                List.of(
                        of(requireNonNull(byId.get("price-2023")), 2024),
                        of(requireNonNull(byId.get("price-2024")), 2023)));

        Part part = part(Analyses.of(wrong)).orElseThrow();

        assertThat(sentences(part, part.model().values()))
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains(
                                "quotas of mining and beneficiation",
                                "That is no better, so past growth alone is used."))
                .contains(
                        "The quota of mining and beneficiation for 2025 is put at 276,080 to 343,113 t REO, +2.3% to +27.1%"
                                + " against the last published total, of 2024; no signal moves what past growth says.");
    }

    private static QuotaSignal of(QuotaSignal price, int year) {
        return new QuotaSignal(
                price.id(),
                price.stages(),
                Period.year(year),
                price.signal(),
                price.effect(),
                price.holder(),
                price.period(),
                price.value(),
                price.unit(),
                price.product(),
                price.edition(),
                Period.parse("2019-01"),
                price.reason(),
                price.citation());
    }

    @Test
    void bounds_that_contradict_are_told_with_their_rows() {
        Dataset contradicting = DATASET.supposing(
                DatasetTables.QUOTA_SIGNALS,
                DATASET.rows(DatasetTables.QUOTA_SIGNALS).stream()
                        .flatMap(signal -> signal.id().equals("baotou-plan-2025")
                                ? Stream.of(signal, capped(signal))
                                : Stream.of(signal))
                        .toList());

        Part part = part(Analyses.of(contradicting)).orElseThrow();

        assertThat(sentences(part, part.model().values()))
                .contains(
                        "Mining and beneficiation, 2025: At least 276,350 t REO (baotou-plan-2025), at most 195,000 t REO (cap):"
                                + " these contradict, so neither is used.");
    }

    /** The same amount as a cap of all. */
    private static QuotaSignal capped(QuotaSignal signal) {
        return new QuotaSignal(
                "cap",
                signal.stages(),
                signal.year(),
                "plan",
                Effect.AT_MOST,
                Optional.empty(),
                Period.NONE,
                signal.value(),
                signal.unit(),
                Optional.empty(),
                "",
                signal.knownOn(),
                "For the test",
                signal.citation());
    }

    @Test
    void a_signal_stands_once_for_each_year_it_bears_on_with_what_it_moved() {
        Table signals = blocks(PART, Table.class)
                .filter(table -> table.id().equals("quota-signals"))
                .findFirst()
                .orElseThrow();
        List<List<String>> rows = signals.rows().stream()
                .map((Row row) -> List.copyOf(row.texts(PART.model().values())))
                .toList();

        assertThat(rows.stream()
                        .filter(row -> row.get(0).equals("Price, Neodymium oxide")
                                && row.get(2).equals("2023")))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("80 after 134 USD/kg", "mining: high to 296,129\nseparation: high to 283,331"));
        assertThat(rows.stream().filter(row -> row.contains("known too late"))).hasSize(2);
    }

    @Test
    void a_dataset_without_signals_has_no_section() {
        assertThat(part(Analyses.of(DATASET.supposing(DatasetTables.QUOTA_SIGNALS, List.of()))))
                .isEmpty();
    }
}
