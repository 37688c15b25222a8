package org.lodestone.core.internal.screen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.Function;
import org.lodestone.core.internal.json.JsonText;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.League;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.screen.Screen.Level;

/** Prints the file of a screen, as {@link ScreenReader} reads it. Writes only what differs from the default. */
public final class ScreenWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;

    private ScreenWriter(String file) {
        this.file = file;
    }

    /**
     * The text of a file.
     *
     * @param file its name, for what it has no place for
     */
    public static String print(Screen screen, String file) {
        return new ScreenWriter(file).text(screen);
    }

    private String text(Screen screen) {
        ObjectNode root = JSON.objectNode().put("name", screen.name());
        putList(root, "filters", screen.filters(), this::filter);
        putList(root, "levels", screen.levels(), ScreenWriter::level);
        putList(root, "criteria", screen.criteria(), this::criterion);
        if (screen.aggregation() != Aggregation.ARITHMETIC) {
            root.put("aggregation", screen.aggregation().toString());
        }
        if (screen.coverage() != 0) {
            root.set("coverage", JsonText.number(screen.coverage()));
        }
        putList(root, "leagues", screen.leagues(), this::league);
        return JsonText.file(root);
    }

    private JsonNode filter(Filter filter) {
        return filter.fold(new Filter.Cases<>(
                between -> between(between, column(between.column())),
                words -> column(words.column()).set(words.wanted() ? "any_of" : "none_of", texts(words.words())),
                own -> inCodeOnly("filter", own.name())));
    }

    private static ObjectNode column(String column) {
        return JSON.objectNode().put("column", column);
    }

    /** Refuses what a user gave in code: no file could be read back into it. */
    private JsonNode inCodeOnly(String what, String name) {
        throw new IllegalArgumentException(
                "The " + what + " '" + name + "' of the screen is one's own, given in code, and has no" + " place in "
                        + file + ". Write the dataset with another screen, and give this one in code again.");
    }

    private static JsonNode between(Filter.Between between, ObjectNode node) {
        if (between.least() != Double.NEGATIVE_INFINITY) {
            node.set("at_least", JsonText.number(between.least()));
        }
        if (between.most() != Double.POSITIVE_INFINITY) {
            node.set("at_most", JsonText.number(between.most()));
        }
        return node;
    }

    private static JsonNode level(Level level) {
        ObjectNode node = JSON.objectNode().put("name", level.name());
        node.set("weight", JsonText.number(level.weight()));
        JsonText.putIfAny(node, "level", level.level());
        return node;
    }

    private JsonNode criterion(Criterion criterion) {
        ObjectNode node = JSON.objectNode().put("name", criterion.name());
        JsonText.putIfAny(node, "title", criterion.title().equals(criterion.name()) ? "" : criterion.title());
        if (!criterion.indicator().equals(new Indicator.Column(criterion.name()))) {
            node.set("measure", measure(criterion.indicator()));
        }
        JsonText.putIfAny(node, "unit", criterion.unit());
        JsonText.putIfAny(node, "basis", criterion.basis());
        node.put("direction", criterion.direction().toString());
        node.set("weight", JsonText.number(criterion.weight()));
        JsonText.putIfAny(node, "level", criterion.level());
        if (criterion.outliers() != Outliers.Rule.NONE) {
            node.set("outliers", outliers(criterion.outliers()));
        }
        boolean isGain = criterion.indicator().gain().isPresent();
        if (!isGain || criterion.normalisation() != Normalisation.Relative.MIN_MAX) {
            node.set("normalisation", normalisation(criterion.normalisation()));
        }
        if (!isGain || criterion.missing() != Missing.PROVISIONAL) {
            node.put("missing", criterion.missing().toString());
        }
        JsonText.putIfAny(node, "reason", criterion.reason());
        return node;
    }

    private static JsonNode measure(Indicator indicator) {
        ObjectNode node = JSON.objectNode();
        return indicator.fold(new Indicator.Cases<>(
                column -> node.put("column", column.name()),
                rating -> rating(rating, node),
                stated -> stated(stated, node),
                quota -> node.put("quota", quota.stage()),
                breadth -> node.put("stages", true),
                ratio -> node.put("per_market_value", ratio.criterion()),
                gain -> node.put("gain", gain.kind().toString())));
    }

    private static JsonNode rating(Indicator.Rating rating, ObjectNode node) {
        node.put("rating", rating.name());
        if (!rating.marks().isEmpty()) {
            node.set("marks", texts(rating.marks()));
        }
        return node;
    }

    private static JsonNode stated(Indicator.Stated stated, ObjectNode node) {
        JsonText.putIfAny(node, "stage", stated.stage());
        putList(node, "stated", stated.first(), ScreenWriter::statement);
        return node;
    }

    private static JsonNode statement(Indicator.Statement statement) {
        boolean fact = statement.kind() == Indicator.Statement.Kind.FACT;
        ObjectNode node = JSON.objectNode()
                .put(fact ? "fact" : "projects", statement.name())
                .put("unit", statement.unit().toString());
        return statement.atLeast() ? node.put("at_least", true) : node;
    }

    private JsonNode outliers(Outliers outliers) {
        return outliers.fold(
                rule -> JSON.textNode(rule.toString()),
                ScreenWriter::winsorise,
                own -> inCodeOnly("treatment of outliers", own.name()));
    }

    private static JsonNode winsorise(Outliers.Winsorise winsorise) {
        ObjectNode node = JSON.objectNode();
        node.putArray("winsorise").add(JsonText.number(winsorise.lower())).add(JsonText.number(winsorise.upper()));
        return node;
    }

    private JsonNode normalisation(Normalisation normalisation) {
        return normalisation.fold(
                relative -> JSON.textNode(relative.toString()),
                ScreenWriter::goalposts,
                own -> inCodeOnly("normalisation", own.name()));
    }

    private static JsonNode goalposts(Normalisation.Goalposts posts) {
        ObjectNode node = JSON.objectNode();
        node.putArray("goalposts").add(JsonText.number(posts.low())).add(JsonText.number(posts.high()));
        return posts.scale() == Normalisation.Scale.LINEAR
                ? node
                : node.put("scale", posts.scale().toString());
    }

    private JsonNode league(League league) {
        ObjectNode node = JSON.objectNode().put("name", league.name());
        putList(node, "filters", league.filters(), this::filter);
        if (!league.weights().isEmpty()) {
            ObjectNode weights = node.putObject("weights");
            league.weights().forEach((criterion, weight) -> weights.set(criterion, JsonText.number(weight)));
        }
        return node;
    }

    private static ArrayNode texts(Collection<String> words) {
        ArrayNode node = JSON.arrayNode();
        words.forEach(node::add);
        return node;
    }

    private static <T> void putList(ObjectNode object, String field, Collection<T> all, Function<T, JsonNode> print) {
        if (!all.isEmpty()) {
            ArrayNode node = object.putArray(field);
            all.forEach(one -> node.add(print.apply(one)));
        }
    }
}
