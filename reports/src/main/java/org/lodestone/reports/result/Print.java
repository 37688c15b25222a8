package org.lodestone.reports.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodestone.core.internal.json.JsonText;
import org.lodestone.core.internal.table.CsvLines;
import org.lodestone.core.internal.text.Visible;
import org.lodestone.reports.formula.Value;

/** Prints results as CSV and JSON: numbers in plain digits, nothing where one is missing. */
final class Print {

    /** Where a formula would begin in the middle of a text. */
    private static final Pattern FORMULA =
            Pattern.compile("([;|\\t\\r\\n][\\s\\h\"]*)(?=[=+@-])(?![+-]?[0-9][0-9.,]*%?\"?(?:[;|\\t\\r\\n]|$))");

    private Print() {}

    /** A number in as many digits as it takes to read it back. */
    static String plain(double number) {
        return JsonText.plain(number).toPlainString();
    }

    static void csv(List<String> header, Stream<List<Value>> rows, Writer out) throws IOException {
        CsvLines.write(
                Stream.concat(
                        Stream.of(header.stream().map(Print::harmless).toList()),
                        rows.map(row -> row.stream().map(Print::cell).toList())),
                out);
    }

    private static String cell(Value value) {
        return value.fold(Print::plain, Print::harmless, String::valueOf, missing -> "");
    }

    /**
     * A text that a spreadsheet would take for a formula gets an apostrophe before it, also behind a sign that parts cells in other
     * countries or programs: for {@code ;} a quote that is not at the start of a cell is none, and a line ends where it ends. A number
     * is left as it is.
     */
    private static String harmless(String text) {
        String inside = FORMULA.matcher(text).replaceAll("$1'");
        return !inside.isEmpty() && "=+-@\t\r\n".indexOf(inside.charAt(0)) >= 0 ? "'" + inside : inside;
    }

    /** Writes an object, in which characters that cannot be seen are escaped: they could command a terminal. */
    static void json(ObjectNode whole, Writer out) throws IOException {
        JsonText.write(whole, Visible.escapingWriter(out));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An array with an object for each row, which is made when it is written. */
    static JsonNode objects(List<String> names, Stream<List<Value>> rows) {
        return new POJONode(new JsonSerializable.Base() {
            @Override
            public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeStartArray();
                try {
                    rows.forEachOrdered(row -> write(object(names, row), json, provider));
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
                json.writeEndArray();
            }

            @Override
            public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                    throws IOException {
                serialize(json, provider);
            }
        });
    }

    private static void write(ObjectNode row, JsonGenerator json, SerializerProvider provider) {
        try {
            row.serialize(json, provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object(List<String> names, List<Value> row) {
        ObjectNode one = object();
        for (int i = 0; i < names.size(); i++) {
            one.set(names.get(i), json(row.get(i)));
        }
        return one;
    }

    /** The columns of a table, each with its type and unit. */
    static ArrayNode fields(DataTable grid) {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        grid.fields().forEach(field -> {
            ObjectNode one =
                    fields.addObject().put("name", field.name()).put("type", field.isNumber() ? "number" : "string");
            if (!field.unit().isEmpty()) {
                one.put("unit", field.unit());
            }
        });
        return fields;
    }

    private static JsonNode json(Value value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return value.fold(JsonText::number, nodes::textNode, nodes::booleanNode, missing -> nodes.nullNode());
    }
}
