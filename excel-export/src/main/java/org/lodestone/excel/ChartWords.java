package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Role;

/**
 * A chart in words, for a reader who does not see it.
 *
 * <pre>
 * China's hold is tightest after the mine. Bars, %. Share: Reserves 48%, Mining 69%, Separation 91%; no figure for Magnets.
 * Output stalls in 2025. Stacked columns, kt REO. World: 297 (2022) to 454 (2030E), highest 454 (2030E). …
 * </pre>
 */
record ChartWords(ChartContent content, NumberFormat format, NumberFormat across) {

    /** The number of points that are told one by one. */
    private static final int FEW = 6;

    /** Series whose numbers say nothing, or nothing at each point. */
    private static final ImmutableList<Role> UNTOLD = ImmutableList.<Role>builder()
            .addAll(ChartScale.UNMEASURED)
            .add(Role.LEVEL)
            .build();

    static String of(ChartContent content, ChartScale scale) {
        boolean points = content.chart().kind() == Kind.POINTS;
        return new ChartWords(content, scale.labels(content), scale.labels(points ? content.turned() : content)).text();
    }

    private String text() {
        Chart chart = content.chart();
        StringJoiner text = new StringJoiner(" ");
        text.add(sentence(chart.title()));
        if (chart.kind() == Kind.POINTS) {
            text.add(sentence("Points: upwards " + chart.unit() + "; across "
                    + chart.turned().unit()));
            return text.add(sentence(points())).toString();
        }
        text.add(sentence(kind(chart.kind()) + ", " + chart.unit()));
        content.series().stream()
                .filter(one -> !UNTOLD.contains(one.series().role()))
                .forEach(one -> text.add(
                        sentence(one.name() + ": " + numbers(one.values().numbers()))));
        content.as(Role.LEVEL).forEach(level -> text.add(sentence("Compared with: " + level.name())));
        if (!content.band().isEmpty()) {
            boolean days = chart.scale().isOfDays();
            boolean ranges = chart.kind() == Kind.RANGES;
            text.add(sentence((days ? "First day: " : ranges ? "Lowest: " : "Lower edge of the band: ")
                    + numbers(content.band().get(0).numbers())));
            text.add(sentence((days ? "Last day: " : ranges ? "Highest: " : "Upper edge of the band: ")
                    + numbers(content.upperEdge())));
        }
        return text.toString();
    }

    private static String sentence(String words) {
        return words.isEmpty() || ".!?".indexOf(words.charAt(words.length() - 1)) >= 0 ? words : words + ".";
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case BARS -> "Bars";
            case COLUMNS -> "Columns";
            case STACK -> "Stacked columns";
            case LINES -> "Lines";
            case TORNADO -> "Bars of changes";
            case RANGES -> "Bars from lowest to highest";
            case POINTS -> "Points";
        };
    }

    /** The first points with both of their numbers, and how many there are. */
    private String points() {
        List<ChartContent.Drawn> points = content.as(Role.VALUES).stream()
                .filter(point -> !point.name().isEmpty())
                .toList();
        StringJoiner each = new StringJoiner(", ");
        points.stream()
                .limit(FEW)
                .forEach(point -> each.add(point.name() + " "
                        + number(point.values().numbers(), format) + " and "
                        + number(point.across().orElseThrow().numbers(), across)));
        int others = points.size() - FEW;
        return each + (others > 0 ? " and " + others + " more" : "");
    }

    private static String number(List<OptionalDouble> numbers, NumberFormat format) {
        return numbers.get(0).isPresent() ? format.text(numbers.get(0).getAsDouble()) : "n/a";
    }

    private String numbers(List<OptionalDouble> numbers) {
        List<Integer> known = new ArrayList<>();
        StringJoiner missing = new StringJoiner(", ");
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).isPresent()) {
                known.add(i);
            } else if (content.chart().kind() != Kind.TORNADO) {
                missing.add(name(i));
            }
        }
        return (known.isEmpty() ? "no figure" : known(numbers, known))
                + (known.isEmpty() || missing.length() == 0 ? "" : "; no figure for " + missing);
    }

    private String known(List<OptionalDouble> numbers, List<Integer> known) {
        if (known.size() <= FEW && content.chart().kind() != Kind.LINES) {
            StringJoiner each = new StringJoiner(", ");
            known.forEach(i -> each.add(name(i) + " " + number(numbers, i)));
            return each.toString();
        }
        int highest = known.get(0);
        for (int i : known) {
            highest = numbers.get(i).getAsDouble() > numbers.get(highest).getAsDouble() ? i : highest;
        }
        return at(numbers, known.get(0)) + " to " + at(numbers, known.get(known.size() - 1)) + ", highest "
                + at(numbers, highest);
    }

    private String at(List<OptionalDouble> numbers, int point) {
        return number(numbers, point) + " (" + name(point) + ")";
    }

    private String number(List<OptionalDouble> numbers, int point) {
        return format.text(numbers.get(point).orElseThrow());
    }

    private String name(int point) {
        return point < content.names().size() ? content.names().get(point) : "";
    }
}
