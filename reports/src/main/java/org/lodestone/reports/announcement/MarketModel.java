package org.lodestone.reports.announcement;

import static org.lodestone.core.dataset.DatasetTables.DAILY_PRICES;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.market.Announcement;
import org.lodestone.core.market.DailyPrice;
import org.lodestone.core.time.Period;

/**
 * The market model of a share before an announcement, over days on which it and the index both have a close.
 *
 * <pre>abnormal return = r − (α + β · r of the index)</pre>
 *
 * <p>α and β are those of least squares over {@value #ESTIMATED} trading days, the last of them {@value #BEFORE} before day 0.
 */
final class MarketModel {

    /** Trading days that the model is fitted to: the 120 of MacKinlay 1997, p. 15, who has them as an example of daily data. */
    static final int ESTIMATED = 120;

    /** Trading days from the last of these to day 0, so that what leaked in the two weeks before is not taken for what is usual. */
    static final int BEFORE = 11;

    private final List<DailyPrice> share = new ArrayList<>();
    private final List<DailyPrice> index = new ArrayList<>();
    private final SimpleRegression fit = new SimpleRegression();
    private final int day;

    private MarketModel(Dataset dataset, Announcement row, String market) {
        Map<Period, DailyPrice> ofIndex = closes(dataset, market);
        closes(dataset, row.company())
                .forEach((day, close) -> Optional.ofNullable(ofIndex.get(day)).ifPresent(both -> {
                    share.add(close);
                    index.add(both);
                }));
        this.day = share.stream().map(DailyPrice::day).toList().indexOf(row.day());
        if (isKnown()) {
            IntStream.rangeClosed(first(), day - BEFORE).forEach(i -> fit.addData(change(index, i), change(share, i)));
        }
    }

    /** The model for an announcement that names an index; empty where day 0, or the day before, has no close of both. */
    static Optional<MarketModel> of(Dataset dataset, Announcement row) {
        return row.index().map(market -> new MarketModel(dataset, row, market)).filter(model -> model.day > 0);
    }

    private static Map<Period, DailyPrice> closes(Dataset dataset, String of) {
        Map<Period, DailyPrice> closes = new TreeMap<>();
        dataset.rows(DAILY_PRICES).stream()
                .filter(price -> price.of().equals(of))
                .forEach(price -> closes.put(price.day(), price));
        return closes;
    }

    private int first() {
        return day - BEFORE - ESTIMATED + 1;
    }

    /** Whether there are as many days before day 0 as it is fitted to; the first return is that of the second day. */
    boolean isKnown() {
        return first() > 0;
    }

    DailyPrice closeBefore() {
        return share.get(day - 1);
    }

    DailyPrice close() {
        return share.get(day);
    }

    /** The return that it lets one expect, some days after day 0. */
    double expected(int after) {
        return fit.predict(change(index, day + after));
    }

    /** The abnormal returns of the days from one to another after day 0, added up; missing where one of them has no close. */
    Optional<Double> abnormal(int from, int to) {
        return !isKnown() || day + to >= share.size()
                ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(from, to)
                        .mapToDouble(after -> change(share, day + after) - expected(after))
                        .sum());
    }

    /** How it came about: {@code market model of CSI 300, α 0.0002 and β 1.1 over 120 trading days to 2025-03-20}. */
    String words() {
        return String.format(
                Locale.ROOT,
                "market model of %s, α %.4f and β %.2f over %d trading days to %s",
                index.get(day).of(),
                fit.getIntercept(),
                fit.getSlope(),
                ESTIMATED,
                share.get(day - BEFORE).day());
    }

    private static double change(List<DailyPrice> closes, int i) {
        return closes.get(i).close().doubleValue() / closes.get(i - 1).close().doubleValue() - 1;
    }
}
