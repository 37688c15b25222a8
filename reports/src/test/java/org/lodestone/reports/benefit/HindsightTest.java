package org.lodestone.reports.benefit;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.market.Announcement;
import org.lodestone.core.market.Price;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.announcement.Announcements;
import org.lodestone.reports.announcement.Announcements.Share;
import org.lodestone.reports.announcement.Announcements.Window;
import org.lodestone.reports.formula.Value;

/**
 * The screen of who benefits against what shares did: whether it could have named anyone with the facts of that day.
 *
 * <p>A fact counts as of a day where the period that it is about had ended by then, even if it was printed later. All that is not a fact about
 * a company, the forecast, decks, projects and the split of a quota, is lent from today. So the screen knows more here than the dataset has of
 * that day, though not all that was public.
 *
 * <p>Each number of {@code docs/decisions/0076-hindsight-of-the-benefit-screen.md} is worked out here.
 */
class HindsightTest {

    private static final Path PAGE = Path.of("../docs/decisions/0076-hindsight-of-the-benefit-screen.md");

    private static final String NORTHERN = "600111.SH";
    private static final String RESOURCES = "000831.SZ";
    private static final String QUOTA = "quota";

    /** The first days of 2021, in which two oxides doubled, and of the twelve months to February 2026, in which one did. */
    private static final ImmutableList<Period> BEFORE_PRICES_DOUBLED =
            ImmutableList.of(Period.parse("2021-01-01"), Period.parse("2025-02-01"));

    private static final Dataset DATASET = RareEarths.dataset();
    private static final Announcements EVENTS = Announcements.of(DATASET).orElseThrow();
    private static final Map<ImmutableList<CompanyFact>, Analyses> THEN = new ConcurrentHashMap<>();
    private static final ImmutableList<Case> CASES = cases();

    /** An announcement, and how much more one share rose than the other, in percentage points; empty where a close is not at hand. */
    private record Case(Announcement northern, Announcement resources) {

        /** The market is taken off both, so that it is in neither. */
        OptionalDouble ahead(Window window) {
            OptionalDouble one = abnormal(northern, window);
            OptionalDouble other = abnormal(resources, window);
            return one.isPresent() && other.isPresent()
                    ? OptionalDouble.of(100 * (one.getAsDouble() - other.getAsDouble()))
                    : OptionalDouble.empty();
        }

        boolean isQuota() {
            return northern.kind().equals(QUOTA);
        }

        Period day() {
            return northern.day();
        }

        String row() {
            return Stream.of(
                            northern.event(),
                            day().toString(),
                            shown(Window.DAY),
                            shown(Window.NEXT),
                            shown(Window.SIX),
                            percent(NORTHERN) + ", " + percent(RESOURCES))
                    .collect(Collectors.joining(" | ", "| ", " |"));
        }

        private String shown(Window window) {
            OptionalDouble points = ahead(window);
            return points.isEmpty()
                    ? "not at hand"
                    : String.format(Locale.ROOT, "%+.2f", points.getAsDouble()).replace('-', '−');
        }

        private String percent(String company) {
            return Math.round(100 * knownOf(company, of(day()))) + "%";
        }
    }

    private static OptionalDouble abnormal(Announcement row, Window window) {
        return EVENTS.model().value(EVENTS.abnormal(row, window)).number();
    }

    private static ImmutableList<Case> cases() {
        Map<String, Announcement> others =
                counted(RESOURCES).collect(Collectors.toMap(Announcement::event, row -> row));
        return counted(NORTHERN)
                .map(row -> new Case(row, Objects.requireNonNull(others.get(row.event()))))
                .sorted(Comparator.comparing(Case::day))
                .collect(toImmutableList());
    }

    private static Stream<Announcement> counted(String company) {
        return EVENTS.shares().stream()
                .filter(share -> share.id().equals(company))
                .map(Share::counted)
                .flatMap(List::stream);
    }

    // ---------------------------------------------------------------- which share rose more

    private static long count(Window window, Predicate<Case> which, Predicate<Double> ahead) {
        return CASES.stream()
                .filter(which)
                .flatMap(one -> one.ahead(window).stream().boxed())
                .filter(ahead)
                .count();
    }

    @ParameterizedTest
    @CsvSource({"DAY, 16, 8, 19, 10", "NEXT, 14, 7, 17, 10", "SIX, 14, 7, 16, 9"})
    void china_northern_rose_more_than_the_other_share_in_half_of_the_announcements_of_quotas(
            Window window, int quotas, int more, int all, int moreOfAll) {
        assertThat(count(window, Case::isQuota, points -> true)).isEqualTo(quotas);
        assertThat(count(window, Case::isQuota, points -> points > 0)).isEqualTo(more);
        assertThat(count(window, one -> true, points -> true)).isEqualTo(all);
        assertThat(count(window, one -> true, points -> points > 0)).isEqualTo(moreOfAll);
        assertThat(count(window, one -> true, points -> points == 0)).isZero();
    }

    /** 2017 batch 2, 13.35 / 12.14 and 13.05 / 11.86; 2022 batch 2; 2024 batch 1, 17.39 / 15.81 and 22.77 / 20.70; October 2025. */
    @Test
    void four_days_are_told_apart_by_less_than_a_tenth_of_a_point() {
        assertThat(CASES.stream()
                        .filter(one -> Math.abs(one.ahead(Window.DAY).getAsDouble()) < 0.1)
                        .map(one -> one.northern().event()))
                .containsExactly("2017 batch 2", "2022 batch 2", "2024 batch 1", "2025-10 controls");
        assertThat(CASES.stream()
                        .filter(one -> Stream.of(one.northern(), one.resources())
                                .allMatch(row -> Math.round(1000 * dayReturn(row)) == 100))
                        .map(one -> one.northern().event()))
                .containsExactly("2017 batch 2", "2024 batch 1", "2025-10 controls");
    }

    private static double dayReturn(Announcement row) {
        return row.close().orElseThrow().doubleValue()
                        / row.closeBefore().orElseThrow().doubleValue()
                - 1;
    }

    @Test
    void in_seven_announcements_of_quotas_both_did_worse_than_the_market() {
        assertThat(CASES.stream()
                        .filter(Case::isQuota)
                        .filter(one -> Stream.of(one.northern(), one.resources())
                                .allMatch(row -> abnormal(row, Window.DAY).orElseThrow() < 0)))
                .hasSize(7);
    }

    // ---------------------------------------------------------------- whom the screen would have named

    private static Analyses of(Period day) {
        return THEN.computeIfAbsent(known(day), facts -> Analyses.of(DATASET.supposing(DatasetTables.FACTS, facts)));
    }

    /** The facts of companies whose period was over. */
    private static ImmutableList<CompanyFact> known(Period day) {
        return DATASET.rows(DatasetTables.FACTS).stream()
                .filter(fact -> Period.find(fact.period())
                        .filter(period -> period.last().isBefore(day.first()))
                        .isPresent())
                .collect(toImmutableList());
    }

    private static Screen rules() {
        return DATASET.benefit().orElseThrow();
    }

    /** The share of weight that rests on gains that are known of a company. */
    private static double knownOf(String company, Analyses then) {
        Benefits benefits = then.benefits().orElseThrow();
        return rules().criteria().stream()
                .filter(one -> benefits.company(company)
                        .flatMap(found -> found.gain(one.indicator().gain().orElseThrow()))
                        .filter(known -> benefits.model().value(known.least()).isNumber())
                        .isPresent())
                .mapToDouble(one -> Objects.requireNonNull(rules().shares().get(one.name())))
                .sum();
    }

    private static double shareOf(Gain.Kind kind) {
        return rules().criteria().stream()
                .filter(one -> one.indicator().gain().orElseThrow() == kind)
                .mapToDouble(one -> Objects.requireNonNull(rules().shares().get(one.name())))
                .sum();
    }

    static Stream<Period> days() {
        return Stream.concat(CASES.stream().map(Case::day), BEFORE_PRICES_DOUBLED.stream());
    }

    @ParameterizedTest
    @MethodSource("days")
    void on_no_day_is_enough_known_of_two_companies_to_rank_them(Period day) {
        assertThat(of(day).benefitScreen()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("days")
    void if_anyone_may_be_ranked_everyone_may_come_first(Period day) {
        Screen rules = rules();
        Screen anyone = new Screen(
                rules.name(),
                rules.filters(),
                rules.levels(),
                rules.criteria(),
                rules.aggregation(),
                0,
                rules.leagues());
        BenefitScreen screen =
                BenefitScreen.of(anyone, of(day).benefits().orElseThrow()).orElseThrow();

        assertThat(screen.companies())
                .extracting(one -> one.company().id())
                .contains(NORTHERN, RESOURCES)
                .hasSizeBetween(9, 10);
        assertThat(screen.model().value(screen.first()))
                .isEqualTo(Value.of(screen.companies().size()));
    }

    @Test
    void to_the_last_quota_of_the_two_shares_only_tonnes_are_known_and_those_are_lent() {
        Period last = CASES.stream()
                .filter(Case::isQuota)
                .map(Case::day)
                .reduce((first, second) -> second)
                .orElseThrow();
        Benefits benefits = of(last).benefits().orElseThrow();

        assertThat(last).isEqualTo(Period.parse("2024-08-20"));
        for (String company : List.of(NORTHERN, RESOURCES)) {
            assertThat(Stream.of(Gain.Kind.values())
                            .filter(kind -> benefits.company(company)
                                    .orElseThrow()
                                    .gain(kind)
                                    .isPresent()))
                    .containsExactly(Gain.Kind.TONNES);
            assertThat(knownOf(company, of(last)) + shareOf(Gain.Kind.BALANCE_SHEET))
                    .isCloseTo(0.25, within(1e-9))
                    .isLessThan(rules().coverage());
        }
    }

    /** So that value, cost and balance sheet are known of nobody before 2025. */
    @Test
    void no_balance_sheet_is_older_than_the_end_of_2024() {
        assertThat(DATASET.rows(DatasetTables.FACTS).stream()
                        .filter(fact -> List.of("ev-bridge", "net-debt", "total-debt", "cash-and-equivalents")
                                .contains(fact.fact()))
                        .flatMap(fact -> Period.find(fact.period()).stream())
                        .min(Comparator.comparing(Period::last)))
                .contains(Period.parse("2024-12-31"));
    }

    /** Two totals of the edition of 2024, and all else of that of 2025; of 16 quotas 14 had been announced before. */
    @Test
    void no_forecast_of_demand_is_older_than_2024() {
        Period oldest = DATASET.rows(DatasetTables.DEMAND).stream()
                .filter(demand -> demand.material().equals("magnet rare earths"))
                .flatMap(demand -> demand.citation().sources().stream())
                .distinct()
                .map(HindsightTest::released)
                .min(Comparator.comparing(Period::first))
                .orElseThrow();

        assertThat(oldest).isEqualTo(Period.year(2024));
        assertThat(CASES.stream()
                        .filter(Case::isQuota)
                        .filter(one -> one.day().last().isBefore(oldest.first())))
                .hasSize(14);
    }

    private static Period released(String source) {
        return DATASET.rows(DatasetTables.EDITIONS).stream()
                .filter(edition -> edition.sources().contains(source))
                .findFirst()
                .map(Edition::released)
                .orElseThrow();
    }

    // ---------------------------------------------------------------- the quota of China Northern, which is no gain

    /** The separation quota of a batch, or of a year, that a holder has; the first that is stated. */
    private static Optional<Double> separation(String holder, Period year, String batch) {
        return DATASET.rows(DatasetTables.QUOTAS).stream()
                .filter(quota -> quota.stage().equals("separation") && quota.ore() == Ore.ALL)
                .filter(quota -> quota.holder().name().equals(holder)
                        && quota.year().equals(year)
                        && quota.batch().equals(batch))
                .flatMap(quota -> quota.amount().number().stream())
                .findFirst()
                .map(Number::doubleValue);
    }

    /** The part of an announced separation quota that China Northern has: of the batch, or in 2021, where no batch is split, of the year. */
    private static Optional<Double> part(Announcement row) {
        Period year = Period.year(Integer.parseInt(row.event().substring(0, 4)));
        String batch = year.equals(Period.year(2021)) ? "year" : row.event().replaceFirst(".* ", "");
        return separation("China Northern Rare Earth", year, batch)
                .map(own -> own
                        / separation("all", year, batch)
                                .orElseGet(() -> separation("all", year, "year").orElseThrow()
                                        - separation("all", year, "1").orElseThrow()));
    }

    /** 31,243 of 127,000 − 57,500 t in the second batch of 2019; 11,000 of 13,850 t in the third of 2023. */
    @Test
    void where_it_is_stated_china_northern_has_45_to_79_percent_and_rose_more_in_six_of_ten() {
        List<Case> stated = CASES.stream()
                .filter(Case::isQuota)
                .filter(one -> part(one.northern()).isPresent())
                .toList();

        assertThat(stated)
                .extracting(one -> one.northern().event())
                .containsExactly(
                        "2019 batch 1",
                        "2019 batch 2",
                        "2020 batch 1",
                        "2021 batch 2",
                        "2022 batch 2",
                        "2023 batch 1",
                        "2023 batch 2",
                        "2023 batch 3",
                        "2024 batch 1",
                        "2024 batch 2");
        assertThat(stated.stream().mapToDouble(one -> part(one.northern()).orElseThrow()))
                .allMatch(part -> part > 0.445 && part < 0.795)
                .anyMatch(part -> part < 0.455)
                .anyMatch(part -> part > 0.785);
        assertThat(stated.stream().filter(one -> one.ahead(Window.DAY).orElseThrow() > 0))
                .hasSize(6);
    }

    // ---------------------------------------------------------------- prices that doubled

    /** Yearly averages of one edition, the newest that has both years; Nd 49 and 98, Tb 670 and 1,346 USD/kg in MCS 2025. */
    @Test
    void two_oxides_doubled_in_2021_and_none_in_another_year() {
        Map<String, Price> years = new TreeMap<>();
        DATASET.prices().stream()
                .filter(price -> price.period().kind() == Period.Kind.YEAR
                        && !price.edition().isEmpty())
                .forEach(price -> years.put(price.product() + price.grade() + price.period() + price.edition(), price));
        Map<String, Double> newest = new TreeMap<>();
        years.values().stream()
                .sorted(Comparator.comparing(Price::edition))
                .forEach(price -> Optional.ofNullable(years.get(
                                price.product() + price.grade() + price.period().previous() + price.edition()))
                        .ifPresent(before ->
                                newest.put(price.product() + " " + price.period(), amount(price) / amount(before))));

        assertThat(newest).containsKeys("Dysprosium oxide 2015", "NdPr oxide 2025", "Terbium oxide 2024");
        newest.values().removeIf(times -> times < 2);
        assertThat(newest.keySet()).containsExactly("Neodymium oxide 2021", "Terbium oxide 2021");
        assertThat(newest.get("Neodymium oxide 2021")).isEqualTo(2.0);
        assertThat(newest.get("Terbium oxide 2021")).isCloseTo(2.009, within(0.0005));
    }

    /** In the editions of 2022 and 2023, which had it at 49 in both years, neodymium oxide did not double in 2021. */
    @Test
    void that_neodymium_doubled_was_first_printed_in_2024() {
        assertThat(DATASET.prices().stream()
                        .filter(price -> price.product().equals("Neodymium oxide")
                                && price.period().equals(Period.year(2021))
                                && amount(price) == 98)
                        .map(Price::edition))
                .contains("MCS2024")
                .doesNotContain("MCS2022", "MCS2023");
    }

    /** Averages of a month over the same month of the year before: 124.14 / 60.92 and 126.01 / 62.36. */
    @Test
    void neodymium_doubled_within_the_year_to_february_and_to_march_2026() {
        Map<String, Double> months = DATASET.prices().stream()
                .filter(price ->
                        price.product().equals("Neodymium") && price.period().kind() == Period.Kind.MONTH)
                .collect(Collectors.toMap(price -> price.period().toString(), HindsightTest::amount));
        Map<String, Double> times = new TreeMap<>();
        months.forEach((month, amount) -> Optional.ofNullable(months.get(yearBefore(month)))
                .filter(before -> amount / before >= 2)
                .ifPresent(before -> times.put(month, amount / before)));

        assertThat(times.keySet()).containsExactly("2026-02", "2026-03");
        assertThat(times.get("2026-02")).isCloseTo(2.038, within(0.0005));
        assertThat(times.get("2026-03")).isCloseTo(2.021, within(0.0005));
    }

    private static String yearBefore(String month) {
        return Integer.parseInt(month.substring(0, 4)) - 1 + month.substring(4);
    }

    private static double amount(Price price) {
        return price.price().number().orElseThrow().doubleValue();
    }

    /** The first row that states it of a company. */
    private static Optional<Double> stated(String company, String fact, String period) {
        return DATASET.rows(DatasetTables.FACTS).stream()
                .filter(one -> one.company().equals(company)
                        && one.fact().equals(fact)
                        && one.period().equals(period))
                .flatMap(one -> one.value().number().stream())
                .findFirst()
                .map(Number::doubleValue);
    }

    /** A fact of one period, of each company of which it is stated of another too. */
    private static ImmutableMap<String, Double> all(String fact, String period, String other) {
        return DATASET.companies().keySet().stream()
                .filter(id -> stated(id, fact, period).isPresent()
                        && stated(id, fact, other).isPresent())
                .collect(ImmutableMap.toImmutableMap(
                        id -> id, id -> stated(id, fact, period).orElseThrow()));
    }

    /** 912.29 to 5,130, 323.31 to 1,076.05 and 177.76 to 518.25 CNY mn; a loss of 19.4 to a profit of AUD 157.1 mn, in years to June. */
    @Test
    void profits_of_2020_and_2021_are_at_hand_of_four_companies_and_that_of_china_northern_rose_most() {
        ImmutableMap<String, Double> before = all("net-profit", "FY2020", "FY2021");
        ImmutableMap<String, Double> after = all("net-profit", "FY2021", "FY2020");

        assertThat(before)
                .containsExactly(
                        entry(NORTHERN, 912.29),
                        entry("600392.SH", 323.3128),
                        entry("600366.SH", 177.7556),
                        entry("LYC.AX", -19.4));
        assertThat(after)
                .containsExactly(
                        entry(NORTHERN, 5130.0),
                        entry("600392.SH", 1076.0484),
                        entry("600366.SH", 518.2454),
                        entry("LYC.AX", 157.1));
        assertThat(5130 / 912.29).isCloseTo(5.6, within(0.05));
        assertThat(1076.0484 / 323.3128).isCloseTo(3.3, within(0.05));
        assertThat(518.2454 / 177.7556).isCloseTo(2.9, within(0.05));
    }

    /** The last closes at hand before 2021 and the first after it; no share price in company-facts is older than the end of 2021. */
    @Test
    void around_2021_closes_are_at_hand_of_two_shares_of_which_china_northern_rose_more() {
        Case before = CASES.stream()
                .filter(one -> one.day().last().getYear() < 2021)
                .reduce((first, second) -> second)
                .orElseThrow();
        Case after = CASES.stream()
                .filter(one -> one.day().first().getYear() > 2021)
                .findFirst()
                .orElseThrow();

        assertThat(before.day()).isEqualTo(Period.parse("2020-07-15"));
        assertThat(after.day()).isEqualTo(Period.parse("2022-01-28"));
        assertThat(close(after.northern()) / close(before.northern())).isCloseTo(3.07, within(0.005));
        assertThat(close(after.resources()) / close(before.resources())).isCloseTo(2.16, within(0.005));
        assertThat(DATASET.rows(DatasetTables.FACTS).stream()
                        .filter(fact -> fact.fact().equals("share-price"))
                        .map(CompanyFact::period)
                        .flatMap(period -> Period.find(period).stream())
                        .min(Comparator.comparing(Period::last)))
                .contains(Period.parse("2021-12-31"));
    }

    private static double close(Announcement row) {
        return row.close().orElseThrow().doubleValue();
    }

    /** Of a share with a price on the last day of 2024 and one on 6 or 13 February 2026: 56.8 / 18.77, and so on. */
    @Test
    void to_february_2026_xiamen_tungsten_rose_most_of_seven_shares() {
        Map<String, Double> times = new TreeMap<>();
        for (String day : List.of("2026-02-06", "2026-02-13")) {
            all("share-price", day, "2024-12-31")
                    .forEach((id, price) -> times.put(
                            id,
                            Math.round(100
                                            * price
                                            / stated(id, "share-price", "2024-12-31")
                                                    .orElseThrow())
                                    / 100.0));
        }

        assertThat(times)
                .containsExactly(
                        entry("000970.SZ", 1.37),
                        entry("600010.SH", 1.28),
                        entry(NORTHERN, 2.58),
                        entry("600259.SH", 2.79),
                        entry("600366.SH", 1.81),
                        entry("600392.SH", 2.42),
                        entry("600549.SH", 3.03));
    }

    /** Lynas to June 2025, before prices rose; its year to June 2026 is second-hand. */
    @Test
    void profits_of_2024_and_2025_rose_at_two_of_five_companies_whose_year_ends_in_december() {
        assertThat(all("net-profit", "FY2024", "FY2025"))
                .containsOnly(
                        entry("600549.SH", 1728.0),
                        entry("MP", -65.424),
                        entry("LYC.AX", 84.5),
                        entry("ILU.AX", 231.0),
                        entry("USAR", -16.392),
                        entry("688077.SH", 31.87));
        assertThat(all("net-profit", "FY2025", "FY2024"))
                .containsOnly(
                        entry("600549.SH", 2311.0),
                        entry("MP", -85.9),
                        entry("LYC.AX", 8.0),
                        entry("ILU.AX", -288.0),
                        entry("USAR", -298.524),
                        entry("688077.SH", 56.7));
        assertThat(stated("LYC.AX", "net-profit", "FY2026")).contains(222.4);
    }

    // ---------------------------------------------------------------- the page

    @Test
    void the_page_has_all_cases_and_counts_as_they_are_worked_out() throws IOException {
        List<String> rows = Stream.concat(
                        CASES.stream().map(Case::row),
                        Stream.of(Window.values()).map(HindsightTest::counts))
                .toList();

        assertThat(Files.readAllLines(PAGE).stream()
                        .filter(line -> line.startsWith("| 20") || line.startsWith("| day")))
                .containsExactlyElementsOf(rows);
    }

    private static String counts(Window window) {
        return Stream.of(window.toString(), more(window, Case::isQuota), more(window, one -> true))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String more(Window window, Predicate<Case> which) {
        return count(window, which, points -> points > 0) + " of " + count(window, which, points -> true);
    }
}
