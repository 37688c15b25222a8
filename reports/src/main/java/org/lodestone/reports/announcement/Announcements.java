package org.lodestone.reports.announcement;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.core.dataset.DatasetTables.ANNOUNCEMENTS;
import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Announcement;
import org.lodestone.core.market.DailyPrice;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.words.CompanyNames;

/**
 * Abnormal returns of shares around announcements, and whether they can be told from chance.
 *
 * <pre>
 * abnormal return = close / close before − 1 − return of the market
 * t               = mean / (s / √n), over the announcements of one share
 * </pre>
 *
 * <p>Returns are ratios: 0.0217 means 2.17%. Day 0 is a formula over the closes, which a reader may type over; later days are worked out in
 * Java, and so are p-values. Where an announcement names an index, the market is what the market model lets one expect.
 */
public final class Announcements {

    /** The level below which a test is counted, the usual one: of twenty tests of nothing, one falls below it. */
    public static final double LEVEL = 0.05;

    /** Trading days after day 0 that the longest window reaches. */
    private static final int REACH = 5;

    /** Digits of a return, and of t where it is compared: what is zero, or as large as another, is so to the last bit. */
    private static final int DIGITS = 9;

    private static final double PERCENT = 100;

    private static final Term TERM = Term.of("announcement");

    /** Days over which a return is taken. */
    public enum Window {
        /** From the close before to that of day 0. */
        DAY("day 0"),
        /** From the close of day 0 to the next. */
        NEXT("day 1"),
        /** From the close before to that of the fifth trading day after day 0: six days. */
        SIX("days 0 to 5");

        private final String words;

        Window(String words) {
            this.words = words;
        }

        /** Its days: {@code days 0 to 5}. */
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A share with its announcements.
     *
     * @param counted those with a day, one kind after the other
     * @param undated those of which no day is known
     */
    public record Share(
            String id, String name, ImmutableList<Announcement> counted, ImmutableList<Announcement> undated) {

        @Override
        public String toString() {
            return OneLine.of(name, OneLine.count(counted, "announcement"));
        }
    }

    /**
     * Announcements of one share that are tested together.
     *
     * @param kind empty for those of all kinds
     */
    public record Sample(Share share, String kind, ImmutableList<Announcement> rows, Window window) {

        private Key key(String part) {
            String of = Stream.of(share.id(), kind, window.toString())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(", "));
            return TERM.sub(part).of(Subject.of(of));
        }

        @Override
        public String toString() {
            return OneLine.of(share.name(), kind, window);
        }
    }

    private final ImmutableList<Share> shares;
    private final ImmutableList<Sample> samples;
    private final Calculations values = new Calculations(Definitions.MODEL);
    private final Model model;

    private Announcements(Dataset dataset) {
        List<Announcement> all = dataset.rows(ANNOUNCEMENTS);
        this.shares = all.stream()
                .map(Announcement::company)
                .distinct()
                .map(id -> share(dataset, id))
                .filter(share -> !share.counted().isEmpty())
                .collect(toImmutableList());
        shares.forEach(share -> share.counted().forEach(row -> put(dataset, row)));
        Model windows = values.building().build();
        this.samples = shares.stream()
                .flatMap(Announcements::samples)
                .filter(sample -> sample.window() == Window.DAY
                        || sample.rows().stream()
                                .anyMatch(row -> windows.value(abnormal(row, sample.window()))
                                        .isNumber()))
                .collect(toImmutableList());
        for (Sample sample : samples) {
            above(sample);
            t(sample);
        }
        Model returns = values.building().build();
        samples.forEach(sample -> test(sample, returns));
        unchanged();
        values.close();
        this.model = values.model();
    }

    /** Empty where no announcement has a day. */
    public static Optional<Announcements> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return dataset.rows(ANNOUNCEMENTS).stream().anyMatch(Announcement::isCounted)
                ? Optional.of(new Announcements(dataset))
                : Optional.empty();
    }

    private static Share share(Dataset dataset, String id) {
        List<Announcement> own = dataset.rows(ANNOUNCEMENTS).stream()
                .filter(row -> row.company().equals(id))
                .toList();
        List<String> kinds = own.stream().map(Announcement::kind).distinct().toList();
        return new Share(
                id,
                CompanyNames.of(dataset, id),
                own.stream()
                        .filter(Announcement::isCounted)
                        .sorted(Comparator.comparing((Announcement row) -> kinds.indexOf(row.kind()))
                                .thenComparing(Announcement::day))
                        .collect(toImmutableList()),
                own.stream().filter(row -> !row.isCounted()).collect(toImmutableList()));
    }

    /** Each kind of which there are enough, and all together where that is something else. */
    private static Stream<Sample> samples(Share share) {
        Map<String, ImmutableList<Announcement>> byKind = share.counted().stream()
                .collect(Collectors.groupingBy(Announcement::kind, LinkedHashMap::new, toImmutableList()));
        byKind.values()
                .removeIf(rows -> rows.size() < ReturnTests.FEWEST
                        && rows.size() < share.counted().size());
        if (byKind.values().stream().noneMatch(share.counted()::equals)) {
            byKind.put("", share.counted());
        }
        return byKind.entrySet().stream()
                .flatMap(kind -> Stream.of(Window.values())
                        .map(window -> new Sample(share, kind.getKey(), kind.getValue(), window)));
    }

    // ---------------------------------------------------------------- returns

    private static Key key(String part, Announcement row) {
        return TERM.sub(part).of(Subject.of(row.event() + ", " + row.company())).at(row.day());
    }

    /** The last close before day 0. */
    public Key closeBefore(Announcement row) {
        return key("close before", row);
    }

    /** The close of day 0. */
    public Key close(Announcement row) {
        return key("close", row);
    }

    /** The return of the market on day 0, or what the market model lets one expect, in percent. */
    public Key market(Announcement row) {
        return key("market", row);
    }

    /** The return of the share beyond that of the market, as a ratio. */
    public Key abnormal(Announcement row, Window window) {
        Key key = key("abnormal return, " + window, row);
        return window == Window.DAY
                ? values.as(
                        key,
                        () -> close(row)
                                .over(closeBefore(row))
                                .minus(ONE)
                                .minus(market(row).over(HUNDRED))
                                .rounded(DIGITS))
                : key;
    }

    private void put(Dataset dataset, Announcement row) {
        MarketModel.of(dataset, row).ifPresentOrElse(fit -> putModelled(row, fit), () -> putStated(row));
        abnormal(row, Window.DAY);
    }

    private void putStated(Announcement row) {
        Model.Builder building = values.building();
        ValueUnit unit = ValueUnit.of(row.unit());
        building.figure(closeBefore(row), figure(row.closeBefore()), unit, row.citation());
        building.figure(close(row), figure(row.close()), unit, row.citation());
        building.figure(market(row), figure(row.market()), ValueUnit.PERCENT, row.citation());
        building.rule(market(row), InputRule.anyFigure());
        String how = "the close over that of the window's start, less 1, less the return of the market";
        computed(
                abnormal(row, Window.NEXT),
                beyond(row.closeNext(), row.close(), row.marketNext()),
                "no close of the next day, or no return of the market",
                how);
        computed(
                abnormal(row, Window.SIX),
                beyond(row.closeFifth(), row.closeBefore(), row.marketFifth()),
                "no close of the fifth day after, or no return of the market",
                how);
    }

    private static Value figure(Optional<BigDecimal> stated) {
        return stated.map(known -> Value.of(known.doubleValue())).orElse(Value.missing("it is not stated"));
    }

    private static Optional<Double> beyond(
            Optional<BigDecimal> last, Optional<BigDecimal> first, Optional<BigDecimal> market) {
        return last.flatMap(to -> first.flatMap(
                from -> market.map(less -> to.doubleValue() / from.doubleValue() - 1 - less.doubleValue() / PERCENT)));
    }

    private void putModelled(Announcement row, MarketModel fit) {
        figure(closeBefore(row), fit.closeBefore());
        figure(close(row), fit.close());
        String why = "no market model, which needs " + MarketModel.ESTIMATED + " trading days that end "
                + MarketModel.BEFORE + " before, or no close of each day";
        String how = fit.isKnown() ? fit.words() : why;
        values.building()
                .computed(
                        market(row),
                        fit.isKnown() ? Value.of(fit.expected(0) * PERCENT) : Value.missing(why),
                        ValueUnit.PERCENT,
                        how);
        computed(abnormal(row, Window.NEXT), fit.abnormal(1, 1), why, how);
        computed(abnormal(row, Window.SIX), fit.abnormal(0, REACH), why, how);
    }

    private void figure(Key key, DailyPrice price) {
        values.building()
                .figure(key, Value.of(price.close().doubleValue()), ValueUnit.of(price.unit()), price.citation());
    }

    private void computed(Key key, Optional<Double> amount, String why, String how) {
        Value value = amount.map(exact -> Value.of(Fn.round(exact, DIGITS))).orElse(Value.missing(why));
        values.building().computed(key, value, ValueUnit.NUMBER, amount.isPresent() ? how : why);
    }

    // ---------------------------------------------------------------- tests

    /** All shares of which an announcement has a day. */
    public ImmutableList<Share> shares() {
        return shares;
    }

    /** The samples that are tested: of each share each kind of which there are enough announcements, then all, over each window with a return. */
    public ImmutableList<Sample> samples() {
        return samples;
    }

    private Formula.Span returns(Sample sample) {
        return span(sample.rows(), row -> abnormal(row, sample.window()));
    }

    /** The number of announcements whose return is known. */
    public Key events(Sample sample) {
        return values.as(sample.key("events"), () -> Formula.countOfKnown(returns(sample)));
    }

    /** The number of them above zero. */
    public Key above(Sample sample) {
        return values.as(sample.key("above zero"), () -> Formula.call(Fn.COUNT_ABOVE, returns(sample), ZERO));
    }

    /** Their mean. */
    public Key mean(Sample sample) {
        return values.as(sample.key("mean"), () -> Formula.call(Fn.AVERAGE_OF_KNOWN, returns(sample)));
    }

    /**
     * Their mean over its standard error; missing where there are fewer than two, or where they do not differ.
     *
     * <pre>t = mean · √(n · (n − 1) / (sum of squares − n · mean²))</pre>
     */
    public Key t(Sample sample) {
        return values.as(sample.key("t"), () -> {
            Formula n = events(sample);
            Formula squares = Formula.call(Fn.SUM_OF_SQUARES_OF_KNOWN, returns(sample));
            Formula apart = squares.minus(n.times(mean(sample)).times(mean(sample)));
            return mean(sample)
                    .times(Formula.call(Fn.SQUARE_ROOT, n.times(n.minus(ONE)).over(apart)));
        });
    }

    /** The p-value of t, two-sided. */
    public Key pOfMean(Sample sample) {
        return sample.key("p of t");
    }

    /** The p-value of the signs, two-sided and exact. */
    public Key pOfSigns(Sample sample) {
        return sample.key("p of signs");
    }

    /** The p-value of the signed ranks, two-sided. */
    public Key pOfRanks(Sample sample) {
        return sample.key("p of ranks");
    }

    private void test(Sample sample, Model returns) {
        double[] known = sample.rows().stream()
                .flatMapToDouble(row -> returns.value(abnormal(row, sample.window())).number().stream())
                .toArray();
        p(pOfMean(sample), ReturnTests.ofMean(known), "Student's t, two-sided");
        p(pOfSigns(sample), ReturnTests.ofSigns(known), "binomial of one half, two-sided and exact");
        p(
                pOfRanks(sample),
                ReturnTests.ofRanks(known),
                "Wilcoxon's signed ranks, two-sided; exact where no two are of one size, else normal");
    }

    private void p(Key key, OptionalDouble p, String how) {
        Value value = p.isPresent()
                ? Value.of(p.getAsDouble())
                : Value.missing("there are fewer than " + ReturnTests.FEWEST + " returns that tell");
        values.building().computed(key, value, ValueUnit.NUMBER, how);
    }

    /** The p-values that are known, of each sample by mean, by signs and by ranks. */
    public ImmutableList<Key> tests() {
        return samples.stream()
                .flatMap(sample -> Stream.of(pOfMean(sample), pOfSigns(sample), pOfRanks(sample)))
                .filter(p -> model.value(p).number().isPresent())
                .collect(toImmutableList());
    }

    /** Those below {@link #LEVEL}. */
    public long found() {
        return tests().stream()
                .filter(p -> model.value(p).number().orElse(1) < LEVEL)
                .count();
    }

    /** Whether day 0 of every share is as it was tested, by t over all its announcements: 1 or 0. */
    public Key unchanged() {
        return values.as(
                TERM.sub("as tested").key(),
                () -> shares.stream()
                        .map(share -> asTested(widest(share)))
                        .reduce(Formula::times)
                        .orElse(ONE));
    }

    /** Whether t is what it was: 1 or 0. */
    private Formula asTested(Sample sample) {
        Key then = sample.key("t as tested");
        Value tested = values.building().build().value(t(sample));
        values.building().computed(then, tested, ValueUnit.NUMBER, "t when the p-values were worked out");
        return tested.isNumber()
                ? t(sample)
                        .rounded(DIGITS)
                        .isEqualTo(then.rounded(DIGITS))
                        .then(ONE, ZERO)
                        .orElse(ZERO)
                : t(sample).isKnown().then(ZERO, ONE);
    }

    private Sample widest(Share share) {
        return samples.stream()
                .filter(sample -> sample.share().equals(share) && sample.window() == Window.DAY)
                .max(Comparator.comparing(sample -> sample.rows().size()))
                .orElseThrow();
    }

    // ---------------------------------------------------------------- windows that overlap

    /**
     * Announcements of a share of which the later one's day 0 is within the days 0 to 5 of the one before: what moved the share may be
     * either. Days are counted from Monday to Friday, so one or two that a holiday brings together are not told.
     */
    public ImmutableSet<String> overlapping() {
        ImmutableSet.Builder<String> pairs = ImmutableSet.builder();
        for (Share share : shares) {
            List<Announcement> byDay = new ArrayList<>(share.counted());
            byDay.sort(Comparator.comparing(Announcement::day));
            for (int i = 1; i < byDay.size(); i++) {
                Announcement before = byDay.get(i - 1);
                if (weekdays(before.day(), byDay.get(i).day()) <= REACH) {
                    pairs.add(before.event() + " and " + byDay.get(i).event());
                }
            }
        }
        return pairs.build();
    }

    private static long weekdays(Period from, Period to) {
        return from.first()
                .datesUntil(to.first())
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .count();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of("announcements", shares);
    }
}
