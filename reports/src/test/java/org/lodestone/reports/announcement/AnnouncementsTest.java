package org.lodestone.reports.announcement;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.market.Announcement;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.announcement.Announcements.Sample;
import org.lodestone.reports.announcement.Announcements.Share;
import org.lodestone.reports.announcement.Announcements.Window;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;

/** What the two shares of the dataset did around 21 announcements, 19 of which have a day. */
class AnnouncementsTest {

    private static final Dataset DATASET = RareEarths.dataset();
    private static final Announcements EVENTS = Announcements.of(DATASET).orElseThrow();

    private static double number(Key key) {
        return EVENTS.model().value(key).number().orElseThrow();
    }

    private static Share share(String id) {
        return EVENTS.shares().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Announcement row(String id, String event) {
        return share(id).counted().stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static Sample sample(String id, String kind, Window window) {
        return EVENTS.samples().stream()
                .filter(one -> one.share().id().equals(id) && one.kind().equals(kind) && one.window() == window)
                .findFirst()
                .orElseThrow();
    }

    private static Dataset with(UnaryOperator<Announcement> change) {
        ImmutableList<Announcement> rows =
                DATASET.rows(DatasetTables.ANNOUNCEMENTS).stream().map(change).collect(toImmutableList());
        return DATASET.supposing(DatasetTables.ANNOUNCEMENTS, rows);
    }

    @Test
    void nineteen_announcements_have_a_day_and_two_are_listed_without_one() {
        assertThat(EVENTS.shares())
                .extracting(Share::name)
                .containsExactly("China Northern Rare Earth", "China Rare Earth Resources");
        assertThat(EVENTS.shares()).allSatisfy(share -> {
            assertThat(share.counted()).hasSize(19);
            assertThat(share.undated()).extracting(Announcement::event).containsExactly("2018 batch 1", "2021 batch 1");
        });
    }

    /** By hand: 12.73 / 12.63 − 1 + 1.38%, 12.48 / 12.73 − 1 + 1.23%, 11.29 / 12.63 − 1 + 8.10%; printed as 2.17, −0.73 and −2.51. */
    @Test
    void a_return_is_abnormal_by_what_the_market_did_not() {
        Announcement first = row("600111.SH", "2017 batch 1");
        assertThat(number(EVENTS.abnormal(first, Window.DAY))).isCloseTo(0.02172, within(5e-6));
        assertThat(number(EVENTS.abnormal(first, Window.NEXT))).isCloseTo(-0.00734, within(5e-6));
        assertThat(number(EVENTS.abnormal(first, Window.SIX))).isCloseTo(-0.02510, within(5e-6));
    }

    /** 26.38 / 26.14 − 1 + 0.58%, where the collection, which counts the day before anyone could trade on it, has −0.89%. */
    @Test
    void what_came_after_the_close_counts_on_the_next_trading_day() {
        Announcement march = row("600111.SH", "2023 batch 1");
        assertThat(march.day()).isEqualTo(Period.parse("2023-03-27"));
        assertThat(number(EVENTS.abnormal(march, Window.DAY))).isCloseTo(0.01498, within(5e-6));
        Announcement december = row("000831.SZ", "2023 batch 3");
        assertThat(december.day()).isEqualTo(Period.parse("2023-12-18"));
        assertThat(number(EVENTS.abnormal(december, Window.DAY))).isCloseTo(-0.00781, within(5e-6));
        assertThat(EVENTS.model().value(EVENTS.abnormal(december, Window.NEXT)))
                .isEqualTo(Value.missing("no close of the next day, or no return of the market"));
        assertThat(EVENTS.model().value(EVENTS.abnormal(march, Window.SIX)).isMissing())
                .isTrue();
    }

    @Test
    void closes_that_end_after_a_day_leave_the_six_days_open() {
        Announcement october = row("600111.SH", "2025-10 controls");
        assertThat(number(EVENTS.abnormal(october, Window.NEXT))).isCloseTo(-0.01693, within(5e-6));
        assertThat(EVENTS.model().value(EVENTS.abnormal(october, Window.SIX)))
                .isEqualTo(Value.missing("no close of the fifth day after, or no return of the market"));
    }

    /** SciPy 1.17: ttest_1samp, binomtest and wilcoxon(method='exact') over the returns of each sample. */
    @ParameterizedTest
    @CsvSource({
        "600111.SH, quota, DAY,  16,  8, 0.009815, 0.9870, 0.3393, 1.0000, 0.4332",
        "600111.SH, quota, NEXT, 14,  7, 0.012931, 1.4313, 0.1760, 1.0000, 0.4263",
        "600111.SH, quota, SIX,  14,  7, 0.011535, 0.8255, 0.4240, 1.0000, 0.6257",
        "600111.SH, '',    DAY,  19, 11, 0.022174, 2.0642, 0.0537, 0.6476, 0.0874",
        "600111.SH, '',    NEXT, 17,  9, 0.018961, 2.0040, 0.0623, 1.0000, 0.2435",
        "600111.SH, '',    SIX,  16,  9, 0.035372, 1.6202, 0.1260, 0.8036, 0.2312",
        "000831.SZ, quota, DAY,  16,  8, 0.007320, 0.8316, 0.4187, 1.0000, 0.9399",
        "000831.SZ, quota, NEXT, 14, 10, 0.015920, 1.2896, 0.2197, 0.1796, 0.1937",
        "000831.SZ, quota, SIX,  14,  6, 0.015259, 0.6389, 0.5340, 0.7905, 1.0000",
        "000831.SZ, '',    DAY,  19, 11, 0.017095, 1.6878, 0.1087, 0.6476, 0.4180",
        "000831.SZ, '',    NEXT, 17, 12, 0.017628, 1.5482, 0.1411, 0.1435, 0.1324",
        "000831.SZ, '',    SIX,  16,  8, 0.034425, 1.3448, 0.1987, 1.0000, 0.4954",
    })
    void tests_agree_with_scipy(
            String id,
            String kind,
            Window window,
            int n,
            int above,
            double mean,
            double t,
            double p,
            double sign,
            double rank) {
        Sample sample = sample(id, kind, window);
        assertThat(number(EVENTS.events(sample))).isEqualTo(n);
        assertThat(number(EVENTS.above(sample))).isEqualTo(above);
        assertThat(number(EVENTS.mean(sample))).isCloseTo(mean, within(5e-7));
        assertThat(number(EVENTS.t(sample))).isCloseTo(t, within(5e-5));
        assertThat(number(EVENTS.pOfMean(sample))).isCloseTo(p, within(5e-5));
        assertThat(number(EVENTS.pOfSigns(sample))).isCloseTo(sign, within(5e-5));
        assertThat(number(EVENTS.pOfRanks(sample))).isCloseTo(rank, within(5e-5));
    }

    @Test
    void three_policies_are_too_few_to_test_by_themselves_and_are_among_all() {
        assertThat(EVENTS.samples())
                .extracting(Sample::kind)
                .containsOnly("quota", "")
                .hasSize(12);
        assertThat(EVENTS.tests()).hasSize(36);
        assertThat(EVENTS.found()).isZero();
    }

    @Test
    void a_close_that_is_typed_over_leaves_the_tests_behind() {
        Key close = EVENTS.close(row("000831.SZ", "2024 batch 2"));
        assertThat(number(EVENTS.unchanged())).isEqualTo(1);
        assertThat(EVENTS.model().valuesWith(Map.of(close, Value.of(22.2))).of(EVENTS.unchanged()))
                .isEqualTo(Value.of(0));
        assertThat(EVENTS.model()
                        .valuesWith(Map.of(close, Value.missing("withheld")))
                        .of(EVENTS.unchanged()))
                .isEqualTo(Value.of(0));
        assertThat(EVENTS.model().valuesWith(Map.of(close, Value.of(22.1))).of(EVENTS.unchanged()))
                .isEqualTo(Value.of(1));
    }

    /** 1.02 less 1 less 0.02 is 1.7e-17 to a processor, and would count as above zero. */
    @Test
    void a_share_that_did_as_the_market_is_at_zero() {
        Announcements same = Announcements.of(with(row -> row.closeBefore().isEmpty()
                        ? row
                        : priced(row, new BigDecimal("100"), new BigDecimal("102"), new BigDecimal("2"))))
                .orElseThrow();
        Sample day = same.samples().get(0);
        assertThat(same.model().value(same.above(day))).isEqualTo(Value.of(0));
        assertThat(same.model().value(same.mean(day))).isEqualTo(Value.of(0));
        assertThat(same.model().value(same.t(day)).isMissing()).isTrue();
        assertThat(same.model().value(same.pOfSigns(day)).isMissing()).isTrue();
        assertThat(same.model().value(same.unchanged())).isEqualTo(Value.of(1));
    }

    @Test
    void few_announcements_have_a_mean_and_no_test() {
        Dataset policies = DATASET.supposing(
                DatasetTables.ANNOUNCEMENTS,
                DATASET.rows(DatasetTables.ANNOUNCEMENTS).stream()
                        .filter(row -> row.kind().equals("policy"))
                        .toList());
        Announcements few = Announcements.of(policies).orElseThrow();
        assertThat(few.tests()).isEmpty();
        Sample day = few.samples().get(0);
        // 9.46, 7.51 and 9.46%
        assertThat(few.model().value(few.mean(day)).number().orElseThrow()).isCloseTo(0.0881, within(5e-5));
        assertThat(few.model().value(few.pOfSigns(day)).isMissing()).isTrue();
    }

    @Test
    void a_window_of_which_no_return_is_known_is_not_tested() {
        List<Announcement> late = DATASET.rows(DatasetTables.ANNOUNCEMENTS).stream()
                .filter(row -> row.timing() == Announcement.Timing.AFTER_THE_CLOSE)
                .toList();
        assertThat(Announcements.of(DATASET.supposing(DatasetTables.ANNOUNCEMENTS, late))
                        .orElseThrow()
                        .samples())
                .hasSize(2)
                .extracting(Sample::window)
                .containsOnly(Window.DAY);
    }

    @Test
    void windows_that_overlap_are_told() {
        assertThat(EVENTS.overlapping()).isEmpty();
        // Thursday, 5 October 2023 is eight weekdays after 25 September, Monday, 2 October five
        assertThat(Announcements.of(with(row -> moved(row, "2023-10-05")))
                        .orElseThrow()
                        .overlapping())
                .isEmpty();
        assertThat(Announcements.of(with(row -> moved(row, "2023-10-02")))
                        .orElseThrow()
                        .overlapping())
                .containsExactly("2023 batch 2 and 2023 batch 3");
    }

    private static Announcement moved(Announcement row, String day) {
        Period to = Period.parse(day);
        return row.event().equals("2023 batch 3")
                ? changed(row, to, row.closeBefore(), row.close(), row.market())
                : row;
    }

    private static Announcement priced(Announcement row, BigDecimal before, BigDecimal close, BigDecimal market) {
        return changed(row, row.day(), Optional.of(before), Optional.of(close), Optional.of(market));
    }

    private static Announcement changed(
            Announcement row,
            Period day,
            Optional<BigDecimal> before,
            Optional<BigDecimal> close,
            Optional<BigDecimal> market) {
        return new Announcement(
                row.event(),
                row.company(),
                row.kind(),
                day,
                Announcement.Timing.IN_TIME,
                day,
                row.unit(),
                before,
                close,
                row.closeNext(),
                row.closeFifth(),
                market,
                row.marketNext(),
                row.marketFifth(),
                row.index(),
                row.citation());
    }
}
