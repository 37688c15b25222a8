package org.lodestone.reports.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.market.Announcement;
import org.lodestone.core.market.Announcement.Timing;
import org.lodestone.core.market.DailyPrice;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.announcement.Announcements.Window;
import org.lodestone.reports.formula.Key;

/**
 * A share made so that its return is 0.1% plus 1.5 times that of an index that goes up 1%, down 1% and so on. Days are counted from
 * day 0, which is 140 days after the first close.
 */
class MarketModelTest {

    private static final int DAYS_BEFORE = 140;
    private static final int DAYS_AFTER = 6;

    private static Dataset dataset(int daysBefore, int daysAfter, IntToDoubleFunction surprise) {
        List<DailyPrice> prices = new ArrayList<>();
        double share = 20;
        double index = 4000;
        for (int day = -daysBefore; day <= daysAfter; day++) {
            double market = day % 2 == 0 ? 0.01 : -0.01;
            if (day > -daysBefore) {
                index *= 1 + market;
                share *= 1 + 0.001 + 1.5 * market + surprise.applyAsDouble(day);
            }
            prices.add(new DailyPrice("600111.SH", day(day), new BigDecimal(share), Unit.parse("CNY"), Citation.of()));
            prices.add(
                    new DailyPrice("CSI 300", day(day), new BigDecimal(index), Unit.parse("[points]"), Citation.of()));
        }
        Announcement row = new Announcement(
                "batch 1",
                "600111.SH",
                "quota",
                day(0),
                Timing.IN_TIME,
                day(0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("CSI 300"),
                Citation.of());
        return RareEarths.dataset()
                .supposing(DatasetTables.DAILY_PRICES, prices)
                .supposing(DatasetTables.ANNOUNCEMENTS, List.of(row));
    }

    private static Period day(int day) {
        LocalDate date = LocalDate.of(2025, 7, 1).plusDays(day);
        return new Period(Period.Kind.DAY, date, date);
    }

    private static Announcements weighed(IntToDoubleFunction surprise) {
        return Announcements.of(dataset(DAYS_BEFORE, DAYS_AFTER, surprise)).orElseThrow();
    }

    private static double number(Announcements events, Key key) {
        return events.model().value(key).number().orElseThrow();
    }

    private static double abnormal(Announcements events, Window window) {
        return number(events, events.abnormal(events.shares().get(0).counted().get(0), window));
    }

    /** Day 0 up 5% beyond the model, day 1 down 2%, day 4 up 1%: 5%, −2%, and 4% over days 0 to 5; day 6 is outside. */
    @Test
    void what_goes_beyond_the_model_is_abnormal_and_days_add_up() {
        Announcements events = weighed(day -> switch (day) {
            case 0 -> 0.05;
            case 1 -> -0.02;
            case 4 -> 0.01;
            case 6 -> 0.5;
            default -> 0;
        });
        assertThat(abnormal(events, Window.DAY)).isCloseTo(0.05, within(1e-9));
        assertThat(abnormal(events, Window.NEXT)).isCloseTo(-0.02, within(1e-9));
        assertThat(abnormal(events, Window.SIX)).isCloseTo(0.04, within(1e-9));
        Key market = events.market(events.shares().get(0).counted().get(0));
        assertThat(number(events, market)).isCloseTo(1.6, within(1e-7)); // 0.1% + 1.5 · 1%
        assertThat(events.model().content(market))
                .asString()
                .contains("market model of CSI 300, α 0.0010 and β 1.50 over 120 trading days to " + day(-11));
    }

    @Test
    void the_model_is_fitted_to_days_130_to_11_before_and_to_no_other() {
        for (int outside : new int[] {-131, -10, -1}) {
            assertThat(abnormal(weighed(day -> day == outside ? 0.3 : 0), Window.DAY))
                    .as("a jump on day %s", outside)
                    .isCloseTo(0, within(1e-9));
        }
        for (int inside : new int[] {-130, -11}) {
            // the index of even days is up, of odd days down: the jump lifts the mean of its side by 0.3 / 60
            double expected = inside % 2 == 0 ? -0.3 / 60 : 0;
            assertThat(abnormal(weighed(day -> day == inside ? 0.3 : 0), Window.DAY))
                    .as("a jump on day %s", inside)
                    .isCloseTo(expected, within(1e-9));
        }
        assertThat(abnormal(weighed(day -> day == -11 ? 0.3 : 0), Window.NEXT)).isCloseTo(-0.3 / 60, within(1e-9));
    }

    @Test
    void a_day_too_few_leaves_the_returns_open() {
        Announcements few = Announcements.of(dataset(130, DAYS_AFTER, day -> 0)).orElseThrow();
        assertThat(few.model()
                        .value(few.abnormal(few.shares().get(0).counted().get(0), Window.DAY))
                        .isMissing())
                .isTrue();
        Announcements enough =
                Announcements.of(dataset(131, DAYS_AFTER, day -> 0)).orElseThrow();
        assertThat(abnormal(enough, Window.DAY)).isCloseTo(0, within(1e-9));
    }

    @Test
    void closes_that_end_on_the_fourth_day_after_leave_the_six_days_open() {
        Announcements four = Announcements.of(dataset(DAYS_BEFORE, 4, day -> 0)).orElseThrow();
        assertThat(four.model()
                        .value(four.abnormal(four.shares().get(0).counted().get(0), Window.SIX))
                        .isMissing())
                .isTrue();
        assertThat(abnormal(four, Window.NEXT)).isCloseTo(0, within(1e-9));
        Announcements five = Announcements.of(dataset(DAYS_BEFORE, 5, day -> 0)).orElseThrow();
        assertThat(abnormal(five, Window.SIX)).isCloseTo(0, within(1e-9));
    }
}
