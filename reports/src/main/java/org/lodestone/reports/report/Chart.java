package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/**
 * A chart of values of the model.
 *
 * <p>It takes spans of values; names of categories are those of their rows or columns in the tables that show them, or values
 * of their own. Values that are shown as percentages in their tables, or whose unit begins with a percent sign, are ratios.
 *
 * <pre>
 * Chart.stack("Output stalls in 2025, then grows", "kt REO")
 *         .series("China", span(china))
 *         .series("Australia", span(australia))
 *         .others("All others", span(others))
 *         .total("World", span(world))
 *         .forecastFrom(Period.year(2026))
 *         .build()
 * </pre>
 *
 * @param title the finding, in words that stay true when a number changes; it stands above the chart and not in it
 * @param kind how it is drawn
 * @param unit what it measures
 * @param series its series, that of the point first: it is the darkest
 * @param band what is drawn behind lines, or the bars of {@link Kind#RANGES}
 * @param names the names of its categories; empty where tables have them
 * @param forecast the first period that is no observation: it and what follows is paler
 * @param shown how these numbers are written; empty for as few decimals as tell them apart
 * @param scale of its numbers
 * @param across the axis along the bottom, where that is measured as well: of {@link Kind#POINTS} alone
 */
public record Chart(
        String title,
        Kind kind,
        String unit,
        ImmutableList<Series> series,
        Optional<Band> band,
        Optional<Formula.Span> names,
        Optional<Period> forecast,
        Optional<Shown> shown,
        Scale scale,
        Optional<Axis> across) {

    /** Digits to which two ends are apart: their last bits decide nothing. */
    private static final int APART = 9;

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The part of a scale that a mark of one day takes: one of so many. */
    private static final int MARKS = 50;

    private static final Term YEAR = Term.of("year of a chart");
    /** The number of years that have room in full on half a page upright. */
    private static final int FEW_YEARS = 5;

    /** Throws if there is a series, a band or a scale that this kind of chart cannot draw, naming the chart. */
    public Chart {
        requireSeries(title, kind, series);
        if (band.isPresent() ? !kind.takesBand : kind == Kind.RANGES) {
            throw new IllegalArgumentException("The chart '" + title + "' is of the kind " + kind
                    + (band.isPresent()
                            ? ", which takes no band. Only lines do, and ranges are one."
                            : " and has no band."));
        }
        if (kind == Kind.LINES && !scale.equals(Scale.OPEN)) {
            throw new IllegalArgumentException(
                    "The chart '" + title + "' has lines and a scale with fixed ends, which would"
                            + " hide the end of a line that is moved beyond. Leave the scale open.");
        }
        if (across.isPresent() != (kind == Kind.POINTS)) {
            throw new IllegalArgumentException("The chart '" + title + "' is of the kind " + kind
                    + (across.isPresent()
                            ? ", which measures nothing along the bottom."
                            : " and lacks its other axis."));
        }
    }

    private static void requireSeries(String title, Kind kind, List<Series> series) {
        Map<Role, Integer> counts = new LinkedHashMap<>();
        for (Series one : series) {
            counts.merge(one.role(), 1, Integer::sum);
            if (!kind.roles.contains(one.role())) {
                throw new IllegalArgumentException("The chart '" + title + "' is of the kind " + kind
                        + ", which cannot draw a series as " + one.role() + ".");
            }
            if (one.across().isPresent() != (kind == Kind.POINTS)) {
                throw new IllegalArgumentException("The series '" + one.inWords() + "' of the chart '" + title
                        + "' has " + (one.across().isPresent() ? "" : "no ")
                        + "values across, and points alone have them.");
            }
        }
        int values = counts.getOrDefault(Role.VALUES, 0);
        if (kind == Kind.TORNADO ? values != 2 : kind != Kind.RANGES && values == 0) {
            throw new IllegalArgumentException(
                    "The chart '" + title + "' has " + values + " series of values. A tornado takes"
                            + " two, the low and the high one; any other chart at least one.");
        }
        counts.forEach((role, count) -> {
            if (role != Role.VALUES && count > 1 && kind != Kind.POINTS) {
                throw new IllegalArgumentException(
                        "The chart '" + title + "' has " + count + " series as " + role + ", and can draw one.");
            }
        });
    }

    /** How a chart is drawn. */
    public enum Kind {
        /** Bars that lie, the first category on top. */
        BARS(false, Role.VALUES, Role.UNMEASURED),
        /** Columns side by side, with one level across them. */
        COLUMNS(false, Role.VALUES, Role.LEVEL),
        /** Parts of a whole on top of each other, the first at the bottom, with their total above or a line to compare them with. */
        STACK(false, Role.VALUES, Role.OTHERS, Role.TOTAL, Role.LEVEL),
        /** Lines over time, each named where it ends, with a band behind them. */
        LINES(true, Role.VALUES, Role.ZERO),
        /**
         * Changes of a result, one driver a bar: the first series with each driver low, the second with it high. Drivers
         * stand in the order of the table, the first on top.
         */
        TORNADO(false, Role.VALUES, Role.TO_CLOSE),
        /** Bars from a low value to a high one, which is the band; where both are the same, a mark. */
        RANGES(true, Role.BASE, Role.ABOVE_ZERO, Role.BELOW_ZERO, Role.PASSED, Role.EXACT),
        /**
         * Points over two measured axes, the first of which have their names beside them; behind them others without a name, and levels of
         * either axis as lines.
         */
        POINTS(false, Role.VALUES, Role.OTHERS, Role.LEVEL);

        private final boolean takesBand;
        private final ImmutableList<Role> roles;

        Kind(boolean takesBand, Role... roles) {
            this.takesBand = takesBand;
            this.roles = ImmutableList.copyOf(roles);
        }
    }

    /** The role of a series in its chart. */
    public enum Role {
        /** Amounts, drawn as the bars, columns, parts or lines of the chart. */
        VALUES,
        /** The rest of a whole beside its named parts. */
        OTHERS,
        /** The sum of a stack. */
        TOTAL,
        /** Numbers to compare with, as a line across columns. */
        LEVEL,
        /** The axis, which a band covers. */
        ZERO,
        /** The whole length at points where nothing is known. */
        UNMEASURED,
        /** From zero to the nearer end of a range, where that is all on one side; it is not seen. */
        BASE,
        /** The part of a range above zero. */
        ABOVE_ZERO,
        /** The part of a range below zero, which is negative. */
        BELOW_ZERO,
        /** A range of days that has passed. */
        PASSED,
        /** The width of a mark where a range has none. */
        EXACT,
        /** The change that would turn the result. */
        TO_CLOSE
    }

    /**
     * Values that some table shows, or several.
     *
     * @param name words, or a value of the model, such as {@code Base −7.1}
     * @param points those that are not like the others
     * @param across where each stands along the bottom, of points alone
     */
    public record Series(
            Block.Sentence name,
            Formula.Span values,
            Role role,
            ImmutableMap<Key, Look> points,
            Optional<Formula.Span> across) {

        /** The series with points that the title is about. */
        public Series emphasised(Key... keys) {
            return with(Look.EMPHASISED, keys);
        }

        /** The series with points that a source prints and that cannot be worked out again: they have an asterisk. */
        public Series printedOnly(Key... keys) {
            return with(Look.PRINTED_ONLY, keys);
        }

        private Series with(Look look, Key... keys) {
            Map<Key, Look> all = new LinkedHashMap<>(points);
            for (Key key : keys) {
                if (!values.keys().contains(key)) {
                    throw new IllegalArgumentException("'" + key + "' is no value of the series '" + inWords() + "'.");
                }
                all.put(key, look);
            }
            return new Series(name, values, role, ImmutableMap.copyOf(all), across);
        }

        /** Its name in a message: that of the key where it is a value. */
        public String inWords() {
            return name.fold(Key::toString, words -> words);
        }

        private Series as(Role other) {
            return new Series(name, values, other, points, across);
        }

        private Series across(Formula.Span other) {
            if (other.keys().size() != values.keys().size()) {
                throw new IllegalArgumentException("The series '" + inWords() + "' has "
                        + OneLine.count(values.keys(), "value") + " and "
                        + other.keys().size()
                        + " across. Give each point both.");
            }
            return new Series(name, values, role, points, Optional.of(other));
        }

        private Series turned() {
            return new Series(name, across.orElse(values), role, points, Optional.of(values));
        }

        @Override
        public String toString() {
            return OneLine.of("series", name, OneLine.count(values.keys(), "value"));
        }
    }

    /** How a point looks. */
    public enum Look {
        /** Like its neighbours. */
        PLAIN,
        /** Set off, since the title is about it. */
        EMPHASISED,
        /** Printed by a source that shows no parts of it, so that it cannot be worked out again: with an asterisk. */
        PRINTED_ONLY;

        /** The sign after the number of such a point. */
        public String mark() {
            return this == PRINTED_ONLY ? "*" : "";
        }
    }

    /**
     * An axis.
     *
     * @param unit what it measures: {@code Market value, USD bn}
     * @param shown how its numbers are written; empty for as few decimals as tell them apart
     */
    public record Axis(String unit, Optional<Shown> shown, Scale scale) {

        @Override
        public String toString() {
            return OneLine.of("axis", unit, scale);
        }
    }

    /**
     * The scale of the numbers of a chart.
     *
     * @param from its first number; empty where the numbers decide
     * @param to its last one; no number may be beyond
     * @param logarithmic whether each step is ten times the one before
     * @param isOfDays whether its numbers are days, as {@link Days#number} counts them
     */
    public record Scale(OptionalDouble from, OptionalDouble to, boolean logarithmic, boolean isOfDays) {

        /** A scale that follows from the numbers. */
        public static final Scale OPEN = new Scale(OptionalDouble.empty(), OptionalDouble.empty(), false, false);

        /** A scale that follows from the numbers, each step ten times the one before. For amounts above zero alone. */
        public static final Scale LOGARITHMIC = new Scale(OptionalDouble.empty(), OptionalDouble.empty(), true, false);

        /** For numbers that cannot be beyond two others, as a share cannot. */
        public static Scale between(double from, double to) {
            return new Scale(OptionalDouble.of(from), OptionalDouble.of(to), false, false);
        }

        /** Whole quarters from that of one day to that of another. */
        static Scale ofQuarters(LocalDate from, LocalDate to) {
            return new Scale(
                    OptionalDouble.of(Days.number(quarter(from))),
                    OptionalDouble.of(Days.number(quarter(to).plusMonths(MONTHS_OF_A_QUARTER))),
                    false,
                    true);
        }

        private static LocalDate quarter(LocalDate day) {
            return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER);
        }

        @Override
        public String toString() {
            return OneLine.of("scale", logarithmic ? "logarithmic" : "linear");
        }
    }

    /** A series, for points of it to be marked. */
    public static Series series(String name, Formula.Span values) {
        return series(new Block.Sentence.Plain(name), values);
    }

    /** A series whose name is a value of the model. */
    public static Series series(Key name, Formula.Span values) {
        return series(new Block.Sentence.Live(name), values);
    }

    /**
     * A series whose name says where it ends, with a sign: {@code Base −7.1}, or {@code Base not known} where that is not known.
     *
     * @param model takes the name
     */
    public static Series ending(String name, Formula.Span values, int digits, Model.Builder model) {
        Key last = values.keys().get(values.keys().size() - 1);
        Formula words = Wording.words()
                .with("name", name)
                .with("up", last.isAtLeast(Definitions.ZERO))
                .with("size", last.magnitude().fixed(digits))
                .say("{name} {up?+|−}{size}|{name} not known");
        return series(model.calculation(last.sub("end of the line " + name), words), values);
    }

    private static Series series(Block.Sentence name, Formula.Span values) {
        return new Series(name, values, Role.VALUES, ImmutableMap.of(), Optional.empty());
    }

    /** A chart of bars that lie, the first category on top. */
    public static Builder bars(String title, String unit) {
        return new Builder(title, Kind.BARS, unit);
    }

    /** A chart of columns side by side. */
    public static Builder columns(String title, String unit) {
        return new Builder(title, Kind.COLUMNS, unit);
    }

    /** A chart of parts of a whole, the first at the bottom. */
    public static Builder stack(String title, String unit) {
        return new Builder(title, Kind.STACK, unit);
    }

    /** A chart of lines over time. */
    public static Builder lines(String title, String unit) {
        return new Builder(title, Kind.LINES, unit);
    }

    /**
     * A chart of points over two axes.
     *
     * @param up what is measured upwards
     * @param across what is measured along the bottom
     */
    public static Builder points(String title, Axis up, Axis across) {
        Builder points = new Builder(title, Kind.POINTS, up.unit()).scaled(up.scale());
        points.shown = up.shown();
        points.across = Optional.of(across);
        return points;
    }

    /**
     * Lines over time where the figures of each are of one source, and columns otherwise: what two editions print is not joined.
     *
     * @param model what stands behind the values
     */
    public static Builder overTime(String title, String unit, Model model, List<Series> lines) {
        boolean joins = lines.stream().allMatch(line -> isOfOneSource(line.values(), model));
        return (joins ? lines(title, unit) : columns(title, unit)).series(lines);
    }

    private static boolean isOfOneSource(Formula.Span line, Model model) {
        return line.keys().stream()
                        .map(key -> model.content(key).citedSources())
                        .distinct()
                        .count()
                < 2;
    }

    /**
     * Changes of a result, one driver a bar.
     *
     * @param low the change with each driver at its low end
     * @param high the change with it at its high end
     */
    public static Builder tornado(String title, String unit, Series low, Series high) {
        return new Builder(title, Kind.TORNADO, unit).series(low).series(high);
    }

    /**
     * Bars from low to high values, none of which can be below zero.
     *
     * @param model takes what lies between both, and the width of the mark where that is nothing: a fiftieth of all there is
     */
    public static Builder ranges(String title, String unit, Formula.Span low, Formula.Span high, Model.Builder model) {
        return ranges(title, unit, low, high, model, false);
    }

    /**
     * The same of values that can be below zero.
     *
     * <p>A spreadsheet program stacks what is above zero and what is below it apart, each from zero. So a bar is a part above, a part
     * below and, where it is all on one side, a base from zero to its nearer end. From −206 to 10 the parts are 10 and −206; from −206
     * to −50 the base is −50 and the part below −156.
     */
    public static Builder rangesAroundZero(
            String title, String unit, Formula.Span low, Formula.Span high, Model.Builder model) {
        return ranges(title, unit, low, high, model, true)
                .series(part("Base", low, high, (from, to) -> aboveZero(from).plus(belowZero(to)), model)
                        .as(Role.BASE))
                .series(part(
                                "Above zero",
                                low,
                                high,
                                (from, to) -> aboveZero(to).minus(aboveZero(from)),
                                model)
                        .as(Role.ABOVE_ZERO))
                .series(part(
                                "Below zero",
                                low,
                                high,
                                (from, to) -> belowZero(from).minus(belowZero(to)),
                                model)
                        .as(Role.BELOW_ZERO));
    }

    /** A part of each bar, by its length. */
    private static Series part(
            String name, Formula.Span low, Formula.Span high, BinaryOperator<Formula> length, Model.Builder model) {
        String key = name.toLowerCase(Locale.ROOT);
        return series(
                name,
                each(
                        low,
                        high,
                        (from, to) ->
                                model.calculation(to.sub("bar from " + from + ", " + key), length.apply(from, to))));
    }

    /** A value for each pair of two spans. */
    static Formula.Span each(Formula.Span low, Formula.Span high, BinaryOperator<Key> value) {
        return Formula.span(
                Streams.zip(low.keys().stream(), high.keys().stream(), value).toList());
    }

    /**
     * Bars over quarters, from the first day of a span to its last; what is one day is a mark.
     *
     * @param first days as {@link Days#number} counts them, as are the last ones
     * @param hasPassed whether the span of a first day has passed
     * @param from the first day that is drawn
     * @param to the last one
     * @param model takes what lies between both ends, and the width of a mark
     */
    public static Builder overQuarters(
            String title,
            Formula.Span first,
            Formula.Span last,
            Predicate<Key> hasPassed,
            LocalDate from,
            LocalDate to,
            Model.Builder model) {
        Scale scale = Scale.ofQuarters(from, to);
        Band band = Band.of(model, first, last);
        ImmutableList<Key> widths = band.widths().get(0).keys();
        double all = scale.to().orElseThrow() - scale.from().orElseThrow();
        Key mark = model.label(first.keys().get(0).sub("width of a mark"), Math.ceil(all / MARKS));
        Formula none = Formula.text(Value.NOT_AVAILABLE);
        List<Key> due = new ArrayList<>();
        List<Key> passed = new ArrayList<>();
        List<Key> exact = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            Key width = widths.get(i);
            boolean over = hasPassed.test(first.keys().get(i));
            Formula isLonger = width.isAbove(Definitions.ZERO);
            due.add(model.calculation(width.sub("due"), over ? none : width));
            passed.add(model.calculation(width.sub("passed"), over ? isLonger.then(width, mark) : none));
            exact.add(model.calculation(width.sub("due on one day"), over ? none : isLonger.then(none, mark)));
        }
        Builder days = new Builder(title, Kind.RANGES, "by day")
                .series(series("First day", first).as(Role.BASE))
                .series(series("Due", Formula.span(due)).as(Role.ABOVE_ZERO))
                .series(series("Passed", Formula.span(passed)).as(Role.PASSED))
                .series(series("Due on one day", Formula.span(exact)).as(Role.EXACT))
                .scaled(scale);
        days.band = Optional.of(band);
        return days;
    }

    private static Formula aboveZero(Formula value) {
        return Formula.max(value, Definitions.ZERO);
    }

    private static Formula belowZero(Formula value) {
        return Formula.min(value, Definitions.ZERO);
    }

    private static Builder ranges(
            String title, String unit, Formula.Span low, Formula.Span high, Model.Builder model, boolean aroundZero) {
        Band band = Band.of(model, low, high);
        Formula all = Formula.call(Fn.MAX_OF_KNOWN, high).minus(Formula.call(Fn.MIN_OF_KNOWN, low));
        Formula mark = all.plus(all).over(Definitions.HUNDRED);
        List<Key> marks = new ArrayList<>();
        for (int i = 0; i < high.keys().size(); i++) {
            Key lower = low.keys().get(i);
            Key width = band.widths().get(0).keys().get(i);
            Formula away = aroundZero // a mark below zero goes down, as all does that is stacked there
                    ? mark.times(lower.isAtLeast(Definitions.ZERO)
                            .then(Definitions.ONE, Definitions.ZERO.minus(Definitions.ONE)))
                    : mark;
            marks.add(model.calculation(
                    width.sub("mark in a chart of " + high.keys().size()),
                    width.rounded(APART).isAbove(Definitions.ZERO).then(Formula.text(Value.NOT_AVAILABLE), away)));
        }
        Builder ranges = new Builder(title, Kind.RANGES, unit)
                .series(Chart.series("Exact", Formula.span(marks)).as(Role.EXACT));
        ranges.band = Optional.of(band);
        return ranges;
    }

    /** Every value it is drawn from, and every name that is one. */
    public Stream<Key> keys() {
        return Stream.concat(
                spans().flatMap(span -> span.keys().stream()),
                series.stream().flatMap(one -> one.name().keys()));
    }

    /**
     * The same with years in two digits after the first, for where it has little room: {@code 2024, 25E, 26E}. A chart of a few years
     * is left as it is, and so is one of anything else.
     *
     * @param model takes the names
     */
    public Chart inBrief(Model.Builder model) {
        List<Period> years = years();
        if (years.size() <= FEW_YEARS
                || (names.isPresent() && !names.equals(Optional.of(labels(words(years, false)))))) {
            return this;
        }
        return named(words(years, true), model);
    }

    /**
     * The same with years of its values below it, for values that no table shows: {@code 2024, 2025E}.
     *
     * @param model takes the names
     */
    public Chart byYear(Model.Builder model) {
        return named(words(years(), false), model);
    }

    /** The years of its categories; none where these are anything else. */
    private List<Period> years() {
        List<Period> years = series.stream()
                .filter(one -> one.role() == Role.VALUES)
                .findFirst()
                .map(one -> one.values().keys().stream().map(Key::when).toList())
                .orElse(List.of());
        boolean yearly = years.stream().distinct().count() == years.size()
                && years.stream().allMatch(year -> year.kind() == Period.Kind.YEAR);
        return yearly ? years : List.of();
    }

    private List<String> words(List<Period> years, boolean brief) {
        List<String> words = new ArrayList<>();
        for (Period year : years) {
            boolean expected =
                    forecast.filter(first -> year.compareTo(first) >= 0).isPresent();
            words.add(year.toString().substring(brief && !words.isEmpty() ? 2 : 0) + (expected ? "E" : ""));
        }
        return words;
    }

    private static Formula.Span labels(List<String> words) {
        return Formula.span(words, word -> YEAR.sub(word).key());
    }

    private Chart named(List<String> words, Model.Builder model) {
        words.forEach(word -> model.label(YEAR.sub(word).key(), word));
        return new Chart(title, kind, unit, series, band, Optional.of(labels(words)), forecast, shown, scale, across);
    }

    /** The points of a chart with its axes in each other's place, to look at the one along the bottom as at the other. */
    public Chart turned() {
        Axis other = across.orElseThrow(
                () -> new IllegalArgumentException("The chart '" + title + "' measures nothing along the bottom."));
        return new Chart(
                title,
                kind,
                other.unit(),
                series.stream().map(Series::turned).collect(ImmutableList.toImmutableList()),
                band,
                names,
                forecast,
                other.shown(),
                other.scale(),
                Optional.of(new Axis(unit, shown, scale)));
    }

    /** The series, bands and names of a chart, each of which it takes as one range. */
    public Stream<Formula.Span> spans() {
        return Streams.concat(
                series.stream().map(Series::values),
                series.stream().flatMap(one -> one.across().stream()),
                band.stream().flatMap(Band::spans),
                names.stream());
    }

    /** Why it cannot be drawn with a model that has all of its values; empty where it can. */
    Optional<String> problem(Model model) {
        return series.stream().flatMap(one -> problem(one, model).stream()).findFirst();
    }

    private Optional<String> problem(Series one, Model model) {
        if (one.values().keys().stream().allMatch(key -> isWord(model.content(key)))) {
            return Optional.of("all values of the series '" + one.inWords()
                    + "' are words, and a chart draws numbers. Leave the series out.");
        }
        return kind != Kind.LINES
                ? Optional.empty()
                : one.values().keys().stream()
                        .filter(key -> model.value(key).number().isEmpty())
                        .findFirst()
                        .map(
                                gap -> "the line '" + one.inWords() + "' has no number for '" + gap
                                        + "', and a spreadsheet program would draw it as zero. Draw a run of years that are known.");
    }

    /** Whether no number can ever stand there. */
    private static boolean isWord(Content content) {
        return content.fold(
                figure -> false,
                assumption -> false,
                definition -> false,
                label -> label.value().asText().isPresent(),
                calculation -> false,
                computed -> false);
    }

    /**
     * Whether each point has its number: in a tornado, and in bars or columns of one series. The numbers of several would stand in each
     * other's way, and light lines across the plot tell them.
     */
    public boolean isLabelled() {
        boolean one = series.stream().filter(some -> some.role() == Role.VALUES).count() == 1;
        return kind == Kind.TORNADO || (one && (kind == Kind.BARS || kind == Kind.COLUMNS));
    }

    /** The number of categories. */
    public int points() {
        return spans().mapToInt(span -> span.keys().size()).max().orElse(0);
    }

    @Override
    public String toString() {
        return OneLine.of(
                "chart",
                title,
                kind.name().toLowerCase(Locale.ROOT),
                unit,
                OneLine.count(series, "series").replace("seriess", "series"));
    }

    /** Says what a chart shows, one thing after the other. */
    public static final class Builder {

        /** The number of colours, and so of parts. */
        private static final int MOST_PARTS = 5;

        private static final Key NOTHING = Term.of("nothing to show").key();

        private final String title;
        private final Kind kind;
        private final String unit;
        private final List<Series> series = new ArrayList<>();
        private Optional<Band> band = Optional.empty();
        private Optional<Formula.Span> names = Optional.empty();
        private Optional<Period> forecast = Optional.empty();
        private Optional<Shown> shown = Optional.empty();
        private Scale scale = Scale.OPEN;
        private Optional<Axis> across = Optional.empty();

        private Builder(String title, Kind kind, String unit) {
            this.title = title;
            this.kind = kind;
            this.unit = unit;
        }

        /** Adds a series under a name. */
        public Builder series(String name, Formula.Span values) {
            return series(Chart.series(name, values));
        }

        /** Adds a series whose name is a value of the model. */
        public Builder series(Key name, Formula.Span values) {
            return series(Chart.series(name, values));
        }

        /** Adds a point with its name; those that come first have theirs beside them. */
        public Builder point(Key name, Key up, Key across) {
            return series(Chart.series(name, Formula.span(List.of(up))).across(Formula.span(List.of(across))));
        }

        /** Adds points without a name of their own, which stand back behind the others. */
        public Builder others(String name, Formula.Span up, Formula.Span across) {
            return series(Chart.series(name, up).as(Role.OTHERS).across(across));
        }

        /** Adds a line from one point to another. */
        public Builder level(String name, Formula.Span up, Formula.Span across) {
            return series(Chart.series(name, up).as(Role.LEVEL).across(across));
        }

        /** Adds a series, some of whose points may be marked. */
        public Builder series(Series one) {
            series.add(one);
            return this;
        }

        /** Adds several series, in this order. */
        public Builder series(List<Series> some) {
            series.addAll(some);
            return this;
        }

        /**
         * The parts of a whole; of more than five, the first four and what the others come to.
         *
         * @param model takes these sums
         */
        public Builder parts(List<Series> all, Model.Builder model) {
            if (all.size() <= MOST_PARTS) {
                return series(all);
            }
            series(all.subList(0, MOST_PARTS - 1));
            List<Series> rest = all.subList(MOST_PARTS - 1, all.size());
            List<Key> sums = new ArrayList<>();
            for (int i = 0; i < rest.get(0).values().keys().size(); i++) {
                int point = i;
                List<Key> each =
                        rest.stream().map(one -> one.values().keys().get(point)).toList();
                sums.add(
                        model.calculation(each.get(0).sub("and what follows"), Formula.sumOfKnown(Formula.span(each))));
            }
            return others("All others", Formula.span(sums));
        }

        /** Adds the rest of the whole, on top of the named parts. */
        public Builder others(String name, Formula.Span values) {
            return series(Chart.series(name, values).as(Role.OTHERS));
        }

        /** The sum of the parts, which stands above them as a number. */
        public Builder total(String name, Formula.Span values) {
            return series(Chart.series(name, values).as(Role.TOTAL));
        }

        /** Numbers to compare the columns with, one for each, as a line across them. */
        public Builder against(String name, Formula.Span values) {
            return series(Chart.series(name, values).as(Role.LEVEL));
        }

        /** A number to compare with, as a line across all columns so far. */
        public Builder level(Key name, Key level) {
            return series(Chart.series(name, repeated(level)).as(Role.LEVEL));
        }

        /** The same, with words that stay true when the number changes. */
        public Builder level(String name, Key level) {
            return against(name, repeated(level));
        }

        private Formula.Span repeated(Key level) {
            int points = series.stream()
                    .mapToInt(one -> one.values().keys().size())
                    .max()
                    .orElseThrow(() -> new IllegalArgumentException("The chart '" + title + "' has no columns that '"
                            + level + "' could go across. Give them first."));
            return Formula.span(Collections.nCopies(points, level));
        }

        /**
         * Bars over the whole length, hatched, where the first series has no number.
         *
         * @param model takes the lengths, which go when a number is put in
         * @param whole the length of all there is
         */
        public Builder unmeasured(String name, Formula whole, Model.Builder model) {
            List<Key> lengths = new ArrayList<>();
            for (Key key : series.get(0).values().keys()) {
                lengths.add(model.calculation(
                        key.sub("not measured"), key.isKnown().then(Formula.text(Value.NOT_AVAILABLE), whole)));
            }
            return series(Chart.series(name, Formula.span(lengths)).as(Role.UNMEASURED));
        }

        /**
         * The change that would turn the result, as a bar above those of the drivers, which must have names.
         *
         * @param model takes its name
         */
        public Builder toClose(String name, Key change, Model.Builder model) {
            Formula.Span drivers = names.orElseThrow(() -> new IllegalArgumentException(
                    "The drivers of the tornado '" + title + "' have no names. Give them first."));
            model.label(NOTHING, Value.NOT_AVAILABLE);
            Key label = model.label(change.sub("name"), name);
            names = Optional.of(after(label, drivers));
            series.replaceAll(one ->
                    new Series(one.name(), after(NOTHING, one.values()), one.role(), one.points(), one.across()));
            return series(Chart.series(name, Formula.span(List.of(change))).as(Role.TO_CLOSE));
        }

        private static Formula.Span after(Key first, Formula.Span others) {
            return Formula.span(ImmutableList.<Key>builder()
                    .add(first)
                    .addAll(others.keys())
                    .build());
        }

        /** Puts a band behind the lines. */
        public Builder behind(Band other) {
            band = Optional.of(other);
            Formula.Span zero =
                    Formula.span(Collections.nCopies(other.low().keys().size(), other.zero()));
            return series(Chart.series("Zero", zero).as(Role.ZERO));
        }

        /** Names the categories by values of the model. */
        public Builder named(Formula.Span other) {
            names = Optional.of(other);
            return this;
        }

        /** Says from which period on values are no observations, and paler. */
        public Builder forecastFrom(Period first) {
            forecast = Optional.of(first);
            return this;
        }

        /** Says how the numbers of points are written. */
        public Builder labelled(Shown how) {
            shown = Optional.of(how);
            return this;
        }

        /** Says between which ends numbers are drawn. By default the numbers decide. */
        public Builder scaled(Scale other) {
            scale = other;
            return this;
        }

        /** The chart. Throws if its kind cannot draw what was given. */
        public Chart build() {
            return new Chart(
                    title, kind, unit, ImmutableList.copyOf(series), band, names, forecast, shown, scale, across);
        }
    }
}
