package org.lodestone.excel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

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
        json.set("names", words(plot.names()));
        json.set("from", number(plot.axis().from()));
        json.set("to", number(plot.axis().to()));
        json.put("logarithmic", plot.axis().logarithmic());
        json.set("ticks", ticks(plot.axis()));
        ArrayNode legend = json.putArray("legend");
        boolean ofLines = plot.bars().isEmpty();
        plot.legend()
                .forEach(entry -> legend.addArray()
                        .add(entry.name())
                        .add(pair(ofLines ? NoteColours.line(entry.colour()) : NoteColours.mark(entry.colour()))));
        ArrayNode areas = json.putArray("areas");
        plot.areas().forEach(area -> {
            ObjectNode one = areas.addObject();
            one.set("low", numbers(area.low()));
            one.set("high", numbers(area.high()));
            one.set("colour", pair(NoteColours.ground(area.colour())));
        });
        ArrayNode bars = json.putArray("bars");
        plot.bars().forEach(bar -> bars.add(of(bar)));
        ArrayNode lines = json.putArray("lines");
        plot.lines().forEach(line -> lines.add(of(line)));
        ArrayNode texts = json.putArray("texts");
        plot.texts().forEach(text -> texts.add(of(text)));
        ArrayNode told = json.putArray("told");
        plot.told().forEach(series -> told.addArray().add(series.name()).add(words(series.texts())));
        plot.scatter().ifPresent(scatter -> json.set("scatter", of(scatter, colours)));
        return json;
    }

    private static ObjectNode of(Plot.Scatter scatter, NoteColours colours) {
        ObjectNode json = JSON.objectNode();
        json.put("up", scatter.up());
        json.put("across", scatter.across());
        json.set("from", number(scatter.axis().from()));
        json.set("to", number(scatter.axis().to()));
        json.put("logarithmic", scatter.axis().logarithmic());
        json.set("ticks", ticks(scatter.axis()));
        json.put("named", PointNames.MOST);
        json.set("points", points(scatter.points()));
        json.set("others", points(scatter.others()));
        ArrayNode levels = json.putArray("levels");
        scatter.levels().forEach(level -> levels.add(points(level)));
        json.set("dark", pair(colours.of(Theme.Role.SERIES_1)));
        json.set("plain", pair(colours.of(Theme.Role.SERIES_4)));
        json.set("faint", pair(colours.of(Theme.Role.FAINT)));
        json.set("level", pair(colours.of(Theme.Role.SERIES_3)));
        return json;
    }

    private static ArrayNode points(List<Plot.Point> points) {
        ArrayNode array = JSON.arrayNode();
        points.forEach(point -> array.addArray().add(number(point.across())).add(number(point.up())));
        return array;
    }

    private static ArrayNode ticks(Plot.Axis axis) {
        ArrayNode ticks = JSON.arrayNode();
        axis.ticks().forEach(tick -> ticks.addArray().add(number(tick.number())).add(tick.text()));
        return ticks;
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
        ArrayNode numbers = json.putArray("numbers");
        for (OptionalDouble number : line.numbers()) {
            if (number.isPresent()) {
                numbers.add(number(number.getAsDouble()));
            } else {
                numbers.addNull();
            }
        }
        json.set("colour", pair(NoteColours.line(line.colour())));
        json.put("width", line.width());
        json.set("dashes", numbers(line.dashes()));
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

    private static ArrayNode words(List<String> words) {
        ArrayNode array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }

    private static ArrayNode numbers(List<Double> numbers) {
        ArrayNode array = JSON.arrayNode();
        numbers.forEach(number -> array.add(number(number)));
        return array;
    }

    private static JsonNode number(double number) {
        return JSON.numberNode(BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros());
    }
}
