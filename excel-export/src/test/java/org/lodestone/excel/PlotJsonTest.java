package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lodestone.excel.Theme.Colour;

class PlotJsonTest {

    private static final Colour BLUE = Colour.parse("#1F4E79");

    /** A plot with everything that a plot can have, in which all words are {@code name}. */
    private static Plot plot(String name) {
        ImmutableList<String> names = ImmutableList.of(name);
        ImmutableList<Double> one = ImmutableList.of(1.0);
        return new Plot(
                name,
                false,
                names,
                new Plot.Axis(0, 1, false, ImmutableList.of(new Plot.Tick(1, name))),
                ImmutableList.of(new Plot.Entry(name, BLUE)),
                ImmutableList.of(new Plot.Area(one, one, BLUE)),
                ImmutableList.of(new Plot.Bar(0, 1, 0, 1, BLUE, Plot.Look.HATCHED)),
                ImmutableList.of(new Plot.Line(ImmutableList.of(OptionalDouble.of(1)), BLUE, 1, one, false)),
                ImmutableList.of(new Plot.Text(0, 1, name, BLUE, true, Plot.Side.INSIDE)),
                ImmutableList.of(new Plot.Told(name, names)),
                Optional.of(new Plot.Scatter(
                        name,
                        name,
                        new Plot.Axis(0, 1, false, ImmutableList.of(new Plot.Tick(1, name))),
                        ImmutableList.of(new Plot.Point(1, 1)),
                        ImmutableList.of(),
                        ImmutableList.of())));
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> fields = new TreeSet<>();
        node.fieldNames().forEachRemaining(fields::add);
        node.forEach(child -> fields.addAll(fields(child)));
        return fields;
    }

    /**
     * The library that draws merges options without a guard against a field {@code __proto__}, which would change every object
     * of the page.
     */
    @Test
    void no_word_of_data_becomes_the_name_of_a_field() {
        for (String name : ImmutableSet.of("__proto__", "constructor", "prototype", "China")) {
            JsonNode json = PlotJson.of(plot(name), new NoteColours(Theme.STANDARD));

            assertThat(fields(json))
                    .containsExactly(
                            "across",
                            "areas",
                            "at",
                            "bars",
                            "colour",
                            "dark",
                            "dashes",
                            "faint",
                            "from",
                            "high",
                            "legend",
                            "level",
                            "levels",
                            "lines",
                            "logarithmic",
                            "look",
                            "low",
                            "lying",
                            "named",
                            "names",
                            "number",
                            "numbers",
                            "others",
                            "plain",
                            "points",
                            "scatter",
                            "side",
                            "slots",
                            "strong",
                            "texts",
                            "ticks",
                            "to",
                            "told",
                            "up",
                            "width",
                            "words");
        }
    }

    /** Every field of the options is written out in the script: none is worked out, and no object of data is spread or merged into them. */
    @Test
    void the_options_that_are_handed_to_the_library_have_no_field_but_those_of_the_script() throws IOException {
        String script =
                Resources.toString(Resources.getResource(PlotJsonTest.class, "note.js"), StandardCharsets.UTF_8);
        String options = script.substring(script.indexOf("new uPlot({"), script.indexOf("}, data, holder);"));

        assertThat(options).doesNotContainPattern("\\.\\.\\.|[{,]\\s*\\[[^\\]]*\\]\\s*:|assign");
        assertThat(script).containsOnlyOnce("new uPlot(").containsOnlyOnce("JSON.parse(");
        assertThat(script.lines().filter(line -> line.contains("series.push(") || line.contains("bands.push(")))
                .hasSize(4)
                .allMatch(line -> line.contains(".push({ "));
    }
}
