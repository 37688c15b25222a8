package org.lodestone.excel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A plot as the script of a page reads it: what {@code note.js} draws, and nothing to work out. */
final class PlotJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** More than a screen can show. */
    private static final MathContext DIGITS = new MathContext(9);

    private PlotJson() {}

    static ObjectNode of(Plot plot, NoteColours colours) {
        ObjectNode json = JSON.objectNode();
        json.put("lying", plot.lying());
        json.put("slots", plot.hasBars());
        json.set("names", each(plot.names(), JSON::textNode));
        put(plot.axis(), json);
        boolean ofLines = plot.bars().isEmpty();
        json.set(
                "legend",
                each(
                        plot.legend(),
                        entry -> JSON.arrayNode()
                                .add(entry.name())
                                .add(pair(
                                        ofLines
                                                ? NoteColours.text(entry.colour())
                                                : NoteColours.mark(entry.colour())))));
        json.set("areas", each(plot.areas(), PlotJson::of));
        json.set("bars", each(plot.bars(), PlotJson::of));
        json.set("lines", each(plot.lines(), PlotJson::of));
        json.set("texts", each(plot.texts(), PlotJson::of));
        json.set(
                "told",
                each(
                        plot.told(),
                        series -> JSON.arrayNode().add(series.name()).add(each(series.texts(), JSON::textNode))));
        plot.scatter().ifPresent(scatter -> json.set("scatter", of(scatter, colours)));
        return json;
    }

    private static <T> ArrayNode each(List<T> all, Function<T, JsonNode> one) {
        return JSON.arrayNode().addAll(all.stream().map(one).toList());
    }

    private static void put(Plot.Axis axis, ObjectNode json) {
        json.set("from", number(axis.from()));
        json.set("to", number(axis.to()));
        json.put("logarithmic", axis.logarithmic());
        json.set(
                "ticks",
                each(
                        axis.ticks(),
                        tick -> JSON.arrayNode().add(number(tick.number())).add(tick.text())));
    }

    private static ObjectNode of(Plot.Area area) {
        ObjectNode json = JSON.objectNode();
        json.set("low", each(area.low(), PlotJson::number));
        json.set("high", each(area.high(), PlotJson::number));
        json.set("colour", pair(NoteColours.ground(area.colour())));
        return json;
    }

    private static ObjectNode of(Plot.Scatter scatter, NoteColours colours) {
        ObjectNode json = JSON.objectNode();
        json.put("up", scatter.up());
        json.put("across", scatter.across());
        put(scatter.axis(), json);
        json.put("named", PointNames.MOST);
        json.set("points", points(scatter.points()));
        json.set("others", points(scatter.others()));
        json.set("levels", each(scatter.levels(), PlotJson::points));
        json.set("dark", pair(colours.of(Theme.Role.SERIES_1)));
        json.set("plain", pair(colours.of(Theme.Role.SERIES_4)));
        json.set("faint", pair(colours.of(Theme.Role.FAINT)));
        json.set("level", pair(colours.of(Theme.Role.SERIES_3)));
        return json;
    }

    private static ArrayNode points(List<Plot.Point> points) {
        return each(
                points, point -> JSON.arrayNode().add(number(point.across())).add(number(point.up())));
    }

    private static ObjectNode of(Plot.Bar bar) {
        ObjectNode json = JSON.objectNode();
        json.set("at", number(bar.middle()));
        json.set("width", number(bar.width()));
        json.set("from", number(bar.from()));
        json.set("to", number(bar.to()));
        boolean hatched = bar.look() == Plot.Look.HATCHED; // which stands behind its words
        json.set("colour", pair(hatched ? NoteColours.ground(bar.fill()) : NoteColours.mark(bar.fill())));
        json.put("look", bar.look().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static ObjectNode of(Plot.Line line) {
        ObjectNode json = JSON.objectNode();
        json.set(
                "numbers",
                each(line.numbers(), number -> number.isPresent() ? number(number.getAsDouble()) : JSON.nullNode()));
        json.set("colour", pair(NoteColours.text(line.colour())));
        json.put("width", line.width());
        json.set("dashes", each(line.dashes(), PlotJson::number));
        json.put("across", line.across());
        return json;
    }

    private static ObjectNode of(Plot.Text text) {
        ObjectNode json = JSON.objectNode();
        json.set("at", number(text.category()));
        json.set("number", number(text.number()));
        json.put("words", text.words());
        boolean inside = text.side() == Plot.Side.INSIDE; // on a bar, which keeps its own contrast
        json.set(
                "colour",
                inside
                        ? pair(new NoteColours.Pair(text.colour(), text.colour()))
                        : pair(NoteColours.text(text.colour())));
        json.put("strong", text.strong());
        json.put("side", text.side().name().toLowerCase(Locale.ROOT));
        return json;
    }

    static ArrayNode pair(NoteColours.Pair pair) {
        return JSON.arrayNode().add(pair.light().toString()).add(pair.dark().toString());
    }

    private static JsonNode number(double number) {
        return JSON.numberNode(BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros());
    }
}
