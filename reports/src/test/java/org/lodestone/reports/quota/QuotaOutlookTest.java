package org.lodestone.reports.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.quota.QuotaSignal.Effect;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.quota.QuotaOutlook.Estimate;
import org.lodestone.reports.quota.QuotaOutlook.Range;
import org.lodestone.reports.quota.QuotaOutlook.Rule;
import org.lodestone.reports.quota.QuotaOutlook.Step;
import org.lodestone.reports.quota.QuotaOutlook.Trial;

/** The range of a quota that is not published, against a program of its own: {@code quota-outlook/expected.csv} is what that printed. */
class QuotaOutlookTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final ImmutableList<QuotaOutlook> OUTLOOKS = QuotaOutlook.of(DATASET, Quotas.of(DATASET));
    private static final LocalDate LATER = LocalDate.of(2026, 12, 1);

    /** The digits that are printed. */
    private static final double PRINTED = 0.051;

    private static QuotaOutlook of(String stage) {
        return OUTLOOKS.stream()
                .filter(outlook -> outlook.quotas().stage().id().equals(stage))
                .findFirst()
                .orElseThrow();
    }

    private static Rule rule(String name) {
        return name.equals("simple")
                ? Rule.PAST_GROWTH
                : Rule.valueOf(name.replace("+", "_and_").toUpperCase(Locale.ROOT));
    }

    private static Range range(QuotaOutlook outlook, String rule, int year) {
        return outlook.estimate(rule(rule), Period.year(year)).range().orElseThrow();
    }

    // ---------------------------------------------------------------- the program's own tables

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvFileSource(resources = "/quota-outlook/expected.csv", numLinesToSkip = 1)
    void every_range_and_score_is_that_of_the_program(
            String part,
            String stage,
            int year,
            String rule,
            Double low,
            Double centre,
            Double high,
            Double published,
            String held,
            Double score,
            Double share,
            String told) {
        switch (part.split(" ")[0].replace(":", "")) {
            case "record" -> {
                if (rule.equals("price-since")) {
                    Range range = since(stage)
                            .estimate(Rule.PRICE, Period.year(year), LATER)
                            .range()
                            .orElseThrow();
                    assertPrinted(range, low, centre, high);
                    assertThat(range.score(published)).isCloseTo(score, within(PRINTED));
                } else {
                    Trial trial = trial(stage, year);
                    Range range = trial.ranges().get(rule(rule));
                    assertPrinted(range, low, centre, high);
                    assertThat(trial.published()).isEqualTo(published);
                    assertThat(trial.held(rule(rule)) ? "yes" : "no").isEqualTo(held);
                    assertThat(trial.score(rule(rule))).isCloseTo(score, within(PRINTED));
                    assertMoved(of(stage).estimate(rule(rule), Period.year(year), trial.before()), told);
                }
            }
            case "forecast" -> {
                Estimate estimate = of(stage).estimate(rule(rule), Period.year(year));
                assertPrinted(estimate.range().orElseThrow(), low, centre, high);
                assertMoved(estimate, told);
            }
            case "moved" -> {
                LocalDate after = LocalDate.parse(part.split(" ")[1]).plusDays(part.endsWith("01-01") ? 0 : 1);
                assertPrinted(
                        of(stage)
                                .estimate(rule(rule), Period.year(year), after)
                                .range()
                                .orElseThrow(),
                        low,
                        centre,
                        high);
            }
            case "tungsten" -> {
                Rule by = rule.equals("simple") ? Rule.PAST_GROWTH : Rule.PRICE;
                Range range =
                        TUNGSTEN.estimate(by, Period.year(year), LATER).range().orElseThrow();
                assertPrinted(range, low, centre, high);
                assertThat(range.holds(published) ? "yes" : "no").isEqualTo(held);
                assertThat(range.score(published)).isCloseTo(score, within(PRINTED));
            }
            default -> {} // the edge cases are below
        }
    }

    private static Trial trial(String stage, int year) {
        return of(stage).trials().stream()
                .filter(trial -> trial.year().year() == year)
                .findFirst()
                .orElseThrow();
    }

    private static void assertPrinted(Range range, double low, double centre, double high) {
        assertThat(range.low()).isCloseTo(low, within(PRINTED));
        assertThat(range.centre()).isCloseTo(centre, within(PRINTED));
        assertThat(range.high()).isCloseTo(high, within(PRINTED));
    }

    private static final Pattern BOUND = Pattern.compile("\\(([a-z][a-z0-9-]+)\\)(?! does not bind)");

    /** The program names the bounds that bind, and whether price took a half. */
    private static void assertMoved(Estimate estimate, String told) {
        Set<String> bounds = BOUND.matcher(told)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(estimate.moved().stream()
                        .filter(signal -> signal.effect().isBound())
                        .map(QuotaSignal::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(bounds);
        assertThat(estimate.moved().stream().anyMatch(signal -> signal.effect() == Effect.DIRECTION))
                .isEqualTo(told.contains("half"));
    }

    // ---------------------------------------------------------------- by hand

    /** Growths 14.29% and 10%: the average of the two carries 132,000 t to 148,029, and with one miss the range begins at no growth. */
    @Test
    void past_growth_of_two_rates_by_hand() {
        double average = ((120_000.0 / 105_000 - 1) + (132_000.0 / 120_000 - 1)) / 2;

        Range range = of("mining")
                .estimate(Rule.PAST_GROWTH, Period.year(2020), LocalDate.of(2020, 2, 19))
                .range()
                .orElseThrow();

        assertPrinted(range, 132_000, 132_000 * (1 + average), 132_000 * (1 + 2 * average));
        assertThat(range.score(140_000)).isCloseTo(2 * average * 132_000, within(PRINTED));
        // 10,000 t above a range of 20,000: its width and ten times the miss
        assertThat(new Range(100_000, 110_000, 120_000).score(130_000)).isEqualTo(20_000 + 10 * 10_000);
    }

    /** The plan of the largest holder, 195,000 t, and the 81,350 t that the others held in 2024. */
    @Test
    void a_plan_of_one_holder_and_what_the_others_held_last_is_a_floor() {
        Estimate estimate = of("mining").estimate(Rule.BOUNDS, Period.year(2025));

        assertThat(estimate.range().orElseThrow().low()).isEqualTo(195_000 + (270_000 - 188_650));
        assertThat(estimate.moved()).extracting(QuotaSignal::id).containsExactly("baotou-plan-2025");
    }

    // ---------------------------------------------------------------- the record

    @Test
    void the_record_is_that_of_six_years_and_signals_are_better_than_past_growth() {
        QuotaOutlook mining = of("mining");
        QuotaOutlook separation = of("separation");

        assertThat(mining.trials())
                .extracting(trial -> trial.year().year())
                .containsExactly(2019, 2020, 2021, 2022, 2023, 2024);
        assertThat(mining.held(Rule.BOUNDS_AND_PRICE)).isEqualTo(5);
        assertThat(separation.held(Rule.BOUNDS_AND_PRICE)).isEqualTo(4);
        assertThat(score(mining, Rule.PAST_GROWTH)).isCloseTo(47_635, within(1.0));
        assertThat(score(mining, Rule.BOUNDS)).isCloseTo(39_811, within(1.0));
        assertThat(score(mining, Rule.PRICE)).isCloseTo(38_014, within(1.0));
        assertThat(score(mining, Rule.BOUNDS_AND_PRICE)).isCloseTo(32_320, within(1.0));
        assertThat(score(separation, Rule.PAST_GROWTH)).isCloseTo(45_861, within(1.0));
        assertThat(score(separation, Rule.BOUNDS_AND_PRICE)).isCloseTo(37_124, within(1.0));
        assertThat(OUTLOOKS).allMatch(outlook -> outlook.used() == Rule.BOUNDS_AND_PRICE);
        assertThat(List.of(mining.years(true), mining.years(false))).containsExactly(4, 0);
        assertThat(List.of(separation.years(true), separation.years(false))).containsExactly(2, 0);
    }

    private static double score(QuotaOutlook outlook, Rule rule) {
        return outlook.model().value(outlook.meanScore(rule)).number().orElseThrow();
    }

    @Test
    void a_record_that_is_no_better_leaves_past_growth_in_use() {
        // the price fell before 2023 and rose before 2024: wrong both times
        Dataset wrong = DATASET.supposing(
                DatasetTables.QUOTA_SIGNALS,
                List.of(direction("fell", 2023, 2023, "MCS2024"), direction("rose", 2024, 2022, "MCS2023")));

        QuotaOutlook mining = QuotaOutlook.of(wrong, Quotas.of(wrong)).get(0);

        assertThat(score(mining, Rule.BOUNDS_AND_PRICE)).isGreaterThan(score(mining, Rule.PAST_GROWTH));
        assertThat(mining.used()).isEqualTo(Rule.PAST_GROWTH);
        assertThat(mining.model().value(mining.high(Period.year(2025))).number().orElseThrow())
                .isCloseTo(343_112.6, within(PRINTED));
    }

    private static QuotaSignal direction(String id, int year, int of, String edition) {
        return new QuotaSignal(
                id,
                ImmutableList.of("mining"),
                Period.year(year),
                "price",
                Effect.DIRECTION,
                Optional.empty(),
                Period.year(of),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Neodymium oxide"),
                edition,
                Period.parse("2017-01"),
                "For the test",
                CITED);
    }

    @Test
    void what_was_not_known_before_the_first_batch_does_not_count() {
        // known on the day before 24 March 2023, and on the day itself
        assertThat(low(2023, "2023-03-23")).isEqualTo(228_350);
        assertThat(low(2023, "2023-03-24")).isCloseTo(215_577.3, within(PRINTED));
        // a month counts from its last day on, and where no day of a first batch is told the year before must have
        // ended
        assertThat(low(2023, "2023-02")).isEqualTo(228_350);
        assertThat(low(2023, "2023-03")).isCloseTo(215_577.3, within(PRINTED));
        assertThat(trial("mining", 2021).before()).isEqualTo(LocalDate.of(2021, 1, 1));
    }

    /** The low end for a hidden year under bounds alone, had its contract been known on another day. */
    private static double low(int year, String known) {
        Dataset other = DATASET.supposing(
                DatasetTables.QUOTA_SIGNALS,
                DATASET.rows(DatasetTables.QUOTA_SIGNALS).stream()
                        .map(signal ->
                                signal.id().equals("northern-contract-" + year) ? knownOn(signal, known) : signal)
                        .toList());
        return QuotaOutlook.of(other, Quotas.of(other)).get(0).trials().stream()
                .filter(trial -> trial.year().year() == year)
                .map(trial -> trial.ranges().get(Rule.BOUNDS).low())
                .findFirst()
                .orElseThrow();
    }

    private static QuotaSignal knownOn(QuotaSignal signal, String day) {
        return new QuotaSignal(
                signal.id(),
                signal.stages(),
                signal.year(),
                signal.signal(),
                signal.effect(),
                signal.holder(),
                signal.period(),
                signal.value(),
                signal.unit(),
                signal.product(),
                signal.edition(),
                Period.parse(day),
                signal.reason(),
                signal.citation());
    }

    @Test
    void what_each_disclosure_moved() {
        assertThat(of("mining").steps().stream()
                        .filter(step ->
                                step.lowTo().isPresent() || step.highTo().isPresent())
                        .map(step -> step.year() + " " + step.signal().id()))
                .containsExactly(
                        "2020 plan-cap-2020",
                        "2022 northern-contract-2022",
                        "2023 price-2023",
                        "2024 price-2024",
                        "2025 price-2025",
                        "2025 baotou-plan-2025");
        assertThat(of("mining").steps())
                .filteredOn(step -> step.signal().id().equals("price-2022"))
                .singleElement()
                .satisfies((Step step) -> {
                    assertThat(step.inTime()).isFalse();
                    assertThat(step.tells()).isEqualTo("49 after 49 USD/kg");
                });
    }

    // ---------------------------------------------------------------- what follows

    private static double growthAYear(double amount, QuotaOutlook outlook, Period end) {
        double last = outlook.quotas()
                .value(outlook.quotas().total(outlook.last()))
                .number()
                .orElseThrow();
        return Math.pow(amount / last, 1.0 / (end.year() - outlook.last().year())) - 1;
    }

    /** The lever goes from no growth, as in Tight, to the top of the range: growth a year from the last total to the last year without one. */
    @ParameterizedTest
    @CsvSource({"mining, mining-quota-growth", "separation, separation-quota-growth"})
    void the_lever_of_the_growth_of_a_quota_goes_from_none_to_the_top_of_the_range(String stage, String assumption) {
        QuotaOutlook outlook = of(stage);
        Period end = Iterables.getLast(outlook.ahead());
        Range range = outlook.estimate(outlook.used(), end).range().orElseThrow();

        Driver driver = DATASET.outlook().drivers().stream()
                .filter(one -> one.assumption().equals(assumption))
                .findFirst()
                .orElseThrow();

        assertThat(driver.lever().orElseThrow().least())
                .isZero()
                .isLessThan(100 * growthAYear(range.low(), outlook, end));
        assertThat(driver.lever().orElseThrow().most())
                .isEqualTo(Math.ceil(100 * growthAYear(range.high(), outlook, end)));
    }

    @Test
    void a_total_or_what_a_holder_held_that_is_typed_over_makes_the_range_out_of_date() {
        QuotaOutlook mining = of("mining");
        Key total = mining.quotas().total(Period.year(2024));
        Period year = Period.year(2025);

        assertThat(mining.model().value(mining.low(year)).number().orElseThrow())
                .isEqualTo(276_350);
        assertThat(mining.model().value(mining.lowGrowth(year)).number().orElseThrow())
                .isCloseTo(0.0235, within(0.0001));
        Key held = mining.quotas()
                .amount(Split.of(TinyQuotas.group("China Northern Rare Earth"), Ore.LIGHT), Period.year(2024))
                .orElseThrow();
        assertThat(mining.model().valuesWith(Map.of(held, Value.of(180_000.0))).of(mining.low(year)))
                .isEqualTo(Value.of("out of date"));
        assertThat(mining.model().valuesWith(Map.of(total, Value.of(280_000.0))).of(mining.low(year)))
                .isEqualTo(Value.of("out of date"));
    }

    @Test
    void an_output_that_stands_among_the_facts_of_companies_as_well_is_the_same_there() {
        QuotaSignal output = DATASET.rows(DatasetTables.QUOTA_SIGNALS).stream()
                .filter(signal -> signal.id().equals("baotou-output-9m-2025"))
                .findFirst()
                .orElseThrow();
        assertThat(DATASET.rows(DatasetTables.FACTS))
                .filteredOn(fact -> fact.period().equals(output.period().toString())
                        && fact.citation().sources().equals(output.citation().sources()))
                .anySatisfy(fact -> assertThat(fact.value().number())
                        .isEqualTo(output.value().orElseThrow().number()));
    }

    @Test
    void a_dataset_without_signals_or_without_totals_has_no_outlook() {
        Dataset none = DATASET.supposing(DatasetTables.QUOTA_SIGNALS, List.of());
        assertThat(QuotaOutlook.of(none, Quotas.of(none))).isEmpty();
        Dataset totals = DATASET.supposing(
                DatasetTables.QUOTAS,
                DATASET.quotas().stream().filter(quota -> !quota.fullYear()).toList());
        assertThat(QuotaOutlook.of(totals, Quotas.of(totals))).isEmpty();
    }

    // ---------------------------------------------------------------- edge cases

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "one year                        | 2024=100                |              | -         | No two years in a row",
                "one year, both bounds           | 2024=100                | >90 <130     | 90 to 130 | No two years in a row",
                "gap: no two years in a row      | 2020=100 2022=110       |              | -         | No two years in a row",
                "growth always nil               | 2022=100 2023=100 2024=100 |           | -         | Growth was always the same",
                "growth always the same          | 2019=100 2020=110 2021=121 2022=133.1 2023=146.41 2024=161.051 | | - | Growth was always the same",
                "two years, growth               | 2023=100 2024=110       |              | 110 to 132 | ''",
                "two years, cut                  | 2023=100 2024=90        |              | 72 to 90  | ''",
                "floor inside                    | 2023=100 2024=110       | >115         | 115 to 132 | ''",
                "floor above                     | 2023=100 2024=110       | >140         | 140 to 162 | lies above the rule",
                "ceiling below                   | 2023=100 2024=110       | <105         | 83 to 105 | lies below the rule",
                "bounds contradict               | 2023=100 2024=110       | >125 <120    | 110 to 132 | 'At least 125 t REO (s0), at most 120 t REO (s1): these contradict'",
                "bounds meet in a point          | 2023=100 2024=110       | >120 <120    | 110 to 132 | these contradict",
                "ceiling below, floor below that | 2023=100 2024=110       | >95 <105     | 95 to 105 | lies below the rule",
                "price up                        | 2023=100 2024=110       | p5.1         | 121 to 132 | ''",
                "price within 5%                 | 2023=100 2024=110       | p5.0         | 110 to 132 | ''",
                "price down, floor above centre  | 2023=100 2024=110       | p-20 >125    | 125 to 136 | lies above the rule"
            })
    void an_edge_case(String name, String totals, String signals, String range, String told) {
        Estimate estimate = small(totals, signals == null ? "" : signals)
                .estimate(Rule.BOUNDS_AND_PRICE, Period.year(totals.startsWith("2020=100 2022") ? 2023 : 2025));

        assertThat(estimate.range().map(Range::toString)).isEqualTo(Optional.ofNullable(range));
        assertThat(String.join(" ", estimate.remarks())).contains(told);
    }

    @Test
    void without_any_history_there_is_none() {
        assertThat(QuotaPast.of(Map.of()).estimate(2025).remarks()).containsExactly("No quota has been published.");
    }

    @Test
    void a_holder_whose_last_quota_is_not_known_adds_nothing_for_the_others() {
        Dataset dataset = TinyQuotas.dataset(
                        TinyQuotas.total(2023, "100"),
                        TinyQuotas.total(2024, "110"),
                        TinyQuotas.holder(2023, "A", Ore.ALL, "60", How.REPORTED))
                .supposing(DatasetTables.QUOTA_SIGNALS, List.of(bound(0, Effect.AT_LEAST, "115", Optional.of("A"))));
        QuotaOutlook outlook = QuotaOutlook.of(
                        gathered(dataset), Quotas.of(dataset).get(0), 2025)
                .orElseThrow();

        assertThat(outlook.estimate(Rule.BOUNDS, Period.year(2025))
                        .range()
                        .orElseThrow()
                        .low())
                .isEqualTo(115);
    }

    private static final Citation CITED = Citation.of("notice");

    private static QuotaSignal bound(int number, Effect effect, String amount, Optional<String> holder) {
        return new QuotaSignal(
                "s" + number,
                ImmutableList.of("mining"),
                Period.year(2025),
                "plan",
                effect,
                holder,
                Period.NONE,
                Optional.of(Observation.parse(amount)),
                Optional.of(Unit.parse("t REO")),
                Optional.empty(),
                "",
                Period.parse("2024-12-31"),
                "For the test",
                CITED);
    }

    private static QuotaOutlook small(String totals, String signals) {
        ImmutableList.Builder<QuotaSignal> rows = ImmutableList.builder();
        ImmutableList.Builder<Price> prices = ImmutableList.builder();
        List<String> words =
                Stream.of(signals.split(" ")).filter(word -> !word.isEmpty()).toList();
        for (int i = 0; i < words.size(); i++) {
            String amount = words.get(i).substring(1);
            switch (words.get(i).charAt(0)) {
                case '>' -> rows.add(bound(i, Effect.AT_LEAST, amount, Optional.empty()));
                case '<' -> rows.add(bound(i, Effect.AT_MOST, amount, Optional.empty()));
                default -> {
                    rows.add(ofPrice(2025));
                    prices.addAll(prices(2025, "100", Double.toString(100 + Double.parseDouble(amount))));
                }
            }
        }
        return outlook(
                Stream.of(totals.split(" "))
                        .map(total -> TinyQuotas.total(Integer.parseInt(total.substring(0, 4)), total.substring(5)))
                        .toArray(TinyQuotas.Row[]::new),
                rows.build(),
                prices.build());
    }

    /** A direction for a year, of the price of a product of its own. */
    private static QuotaSignal ofPrice(int year) {
        return new QuotaSignal(
                "price-" + year,
                ImmutableList.of("mining"),
                Period.year(year),
                "price",
                Effect.DIRECTION,
                Optional.empty(),
                Period.year(year - 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Stone of " + year),
                "",
                Period.parse("2000-01-01"),
                "For the test",
                CITED);
    }

    private static List<Price> prices(int year, String before, String now) {
        return Stream.of(year - 2 + "=" + before, year - 1 + "=" + now)
                .map(price -> new Price(
                        "Stone of " + year,
                        "",
                        Period.parse(price.substring(0, 4)),
                        Observation.parse(price.substring(5)),
                        Unit.parse("USD/kg"),
                        "",
                        Price.Vat.NOT_STATED,
                        CITED))
                .toList();
    }

    private static QuotaOutlook outlook(TinyQuotas.Row[] totals, List<QuotaSignal> signals, List<Price> prices) {
        Dataset dataset = gathered(TinyQuotas.dataset(totals)
                .supposing(DatasetTables.QUOTA_SIGNALS, signals)
                .supposing(DatasetTables.PRICES, prices));
        return QuotaOutlook.of(dataset, Quotas.of(dataset).get(0), 2025).orElseThrow();
    }

    private static Dataset gathered(Dataset dataset) {
        return dataset.toBuilder().gathered(Period.parse("2026-11")).build();
    }

    // ---------------------------------------------------------------- another resource, and prices as printed since

    private static final Pattern PAIR = Pattern.compile("(\\d+) after (\\d+)");

    private static final QuotaOutlook TUNGSTEN = ofPrices("tungsten", "mining", "price-tungsten.csv");

    private static QuotaOutlook since(String stage) {
        return ofPrices("rare-earths", stage, "price-since.csv");
    }

    /** Totals of a resource that were published, and prices as printed since, each known long before. */
    private static QuotaOutlook ofPrices(String resource, String stage, String file) {
        List<List<String>> totals = rows("published.csv").stream()
                .filter(row -> row.get(0).equals(resource) && row.get(1).equals(stage))
                .toList();
        List<List<String>> changes = rows(file);
        return outlook(
                totals.stream()
                        .map(row -> TinyQuotas.total(Integer.parseInt(row.get(2)), row.get(3)))
                        .toArray(TinyQuotas.Row[]::new),
                changes.stream()
                        .map(row -> ofPrice(Integer.parseInt(row.get(0))))
                        .toList(),
                changes.stream()
                        .flatMap(row -> PAIR.matcher(row.get(2))
                                .results()
                                .flatMap(pair ->
                                        prices(Integer.parseInt(row.get(0)), pair.group(2), pair.group(1)).stream()))
                        .toList());
    }

    private static List<List<String>> rows(String file) {
        try (Stream<String> lines = java.nio.file.Files.lines(Path.of("src/test/resources/quota-outlook", file))) {
            return lines.skip(1).map(line -> List.of(line.split(",", 5))).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
