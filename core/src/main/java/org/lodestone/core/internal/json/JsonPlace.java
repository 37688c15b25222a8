package org.lodestone.core.internal.json;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.Room;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TableOptions;

/**
 * A value in a JSON file that is read strictly, and where it stands: a problem with it names its line.
 *
 * <p>A key stands once, nothing follows the end, text is in quotes and numbers are not, and a field that nobody reads is a
 * problem.
 */
public record JsonPlace(JsonNode node, String file, JsonSpan span, Problems problems) {

    private static final int LONGEST_SHOWN = 200;
    private static final ImmutableList<String> DELIMITERS = ImmutableList.of(",", ";", "\t", "|");

    /** The object in {@code file}; empty, with the reason among {@code problems}, when none can be read. */
    public static Optional<JsonPlace> read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName());
        return TextFile.read(file, name, problems).flatMap(text -> parse(name, text.text(), problems));
    }

    /** The object in the text of a file; empty, and reported, when there is none. */
    public static Optional<JsonPlace> parse(String file, String text, Problems problems) {
        return JsonFile.read(file, text, problems).map(root -> new JsonPlace(root, file, JsonSpan.of(text), problems));
    }

    /** The value in a field of this object; a missing value, at its place, if it has none of that name. */
    public JsonPlace at(String field) {
        return new JsonPlace(node.path(field), file, span.at(field), problems);
    }

    private JsonPlace at(int index) {
        return new JsonPlace(node.path(index), file, span.at(index), problems);
    }

    /** Whether it has a field of this name. */
    public boolean has(String field) {
        return node.has(field);
    }

    /** The names of its fields, in order. */
    public ImmutableList<String> fields() {
        return ImmutableList.copyOf(node.fieldNames());
    }

    /** Its line, or that of the nearest thing around it that is there. */
    public int line() {
        return span.line();
    }

    /** Where it starts in the text of the file, in characters. */
    public int start() {
        return span.start();
    }

    /** The place behind its last character. */
    public int end() {
        return span.end();
    }

    /** A problem with a field of this object. */
    public void problem(String field, String message) {
        problems.add(file, at(field).line(), field, message);
    }

    /** A problem with a field of this object whose value was refused. */
    public void problem(String field, IllegalArgumentException refusal) {
        problem(field, String.valueOf(refusal.getMessage()));
    }

    /** A problem with the whole of it. */
    public void problem(IllegalArgumentException refusal) {
        problems.add(file, line(), String.valueOf(refusal.getMessage()));
    }

    /** Whether it is an object; reports it if not, and each field that is not among these. */
    public boolean isObjectOf(String what, ImmutableSet<String> known) {
        if (!node.isObject()) {
            problems.add(file, line(), shown(node) + " is not " + what + ". Put its fields in braces: {…}.");
            return false;
        }
        for (String field : fields()) {
            if (!known.contains(field)) {
                String all = "The fields are " + String.join(", ", known) + ".";
                problem(field, "is not a field of " + what + ". " + Nearest.remedy(field, known, all));
            }
        }
        return true;
    }

    /** An object in a field, with problems for fields that are not known; empty where it is not there or none. */
    public Optional<JsonPlace> object(String field, String what, ImmutableSet<String> known) {
        return has(field) && at(field).isObjectOf(what, known) ? Optional.of(at(field)) : Optional.empty();
    }

    /** A text that must be there; empty, and reported, if it is not. */
    public String needed(String field) {
        String text = text(field, "");
        JsonNode value = node.path(field);
        if (value.isMissingNode() || (value.isTextual() && text.isBlank())) {
            problem(field, "is missing or empty. Give it as text.");
        }
        return text;
    }

    /** A name that must be there; empty, and reported, if it is not. */
    public String neededName(String field) {
        return fitting(field, needed(field), Room::requireName);
    }

    /** A name, or {@code otherwise} where there is none. */
    public String name(String field, String otherwise) {
        return fitting(field, text(field, otherwise), Room::requireName);
    }

    private String fitting(String field, String text, UnaryOperator<String> require) {
        return accepted(field, () -> require.apply(text)).orElse(text);
    }

    /** The value that is made of a field of this object; empty, and reported, where it is refused. */
    public <T> Optional<T> accepted(String field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            problem(field, e);
            return Optional.empty();
        }
    }

    /** A text, or {@code otherwise} where there is none. */
    public String text(String field, String otherwise) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            problem(field, shown(value) + " is not text. Put it in quotes.");
            return otherwise;
        }
        return fitting(field, value.asText(), Room::requireText);
    }

    /**
     * {@code value} changed as the text of a field says; as it is where there is no such field, or where {@code change} refuses
     * the text, which is then reported.
     */
    public <T> T change(String field, T value, BiFunction<T, String, T> change) {
        JsonNode said = node.path(field);
        String text = text(field, "");
        if (said.isTextual() && text.isBlank()) {
            problem(field, "is empty. Give it as text, or leave the field out.");
            return value;
        }
        return said.isTextual()
                ? accepted(field, () -> change.apply(value, text)).orElse(value)
                : value;
    }

    /** A number, or {@code otherwise} where there is none. */
    public double number(String field, double otherwise) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNumber()) {
            problem(
                    field,
                    shown(value) + " is not a number. Write plain digits with a decimal point, and no quotes: 0.25.");
        }
        return value.isNumber() ? value.doubleValue() : otherwise;
    }

    /** Two numbers in brackets; none, and reported, if it is anything else. */
    public ImmutableList<Double> pair(String field) {
        JsonNode value = node.path(field);
        if (value.size() != 2 || !value.path(0).isNumber() || !value.path(1).isNumber()) {
            problem(field, shown(value) + " is not a pair of numbers. Write the lower and the higher: [1, 99].");
            return ImmutableList.of();
        }
        return ImmutableList.of(value.path(0).doubleValue(), value.path(1).doubleValue());
    }

    /** True or false; false where it is not said. */
    public boolean truth(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problem(field, shown(value) + " is neither true nor false. Write one, without quotes.");
        }
        return value.asBoolean();
    }

    /** The members of a list; none where there is no list. */
    public ImmutableList<JsonPlace> list(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isArray()) {
            problem(field, shown(value) + " is not a list. Put its members in brackets: […].");
            return ImmutableList.of();
        }
        JsonPlace list = at(field);
        return IntStream.range(0, value.size()).mapToObj(list::at).collect(toImmutableList());
    }

    /** The objects of a list, each as {@code read} makes it, with problems for fields that are not known; none where there is no list. */
    public <T> ImmutableList<T> each(
            String field, String what, ImmutableSet<String> known, Function<JsonPlace, Optional<T>> read) {
        return list(field).stream()
                .filter(member -> member.isObjectOf(what, known))
                .flatMap(member -> read.apply(member).stream())
                .collect(toImmutableList());
    }

    /** The texts of a list; none where there is no list. */
    public ImmutableList<String> texts(String field) {
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        for (JsonPlace member : list(field)) {
            if (member.node.isTextual()) {
                texts.add(member.node.asText());
            } else {
                problem(field, shown(member.node) + " is not text. Put it in quotes.");
            }
        }
        return texts.build();
    }

    /** The ways to write numbers in a list; none where there is no list. */
    public ImmutableSet<NumberForm> numberForms(String field) {
        ImmutableMap<String, NumberForm> forms = Maps.uniqueIndex(List.of(NumberForm.values()), NumberForm::toString);
        Set<NumberForm> said = EnumSet.noneOf(NumberForm.class);
        for (String word : texts(field)) {
            Optional.ofNullable(forms.get(word)).ifPresentOrElse(said::add, () -> {
                String all = "The words are " + String.join(", ", forms.keySet()) + ".";
                problem(
                        field,
                        "'" + word + "' is no way to write numbers. " + Nearest.remedy(word, forms.keySet(), all));
            });
        }
        return Sets.immutableEnumSet(said);
    }

    /** How a table is read: what is said of its sheet, its delimiter and its encoding. */
    public TableOptions tableOptions() {
        TableOptions options = TableOptions.DEFAULT;
        if (has("sheet")) {
            options = options.sheet(needed("sheet"));
        }
        if (has("delimiter")) {
            options = options.delimiter(oneOf("delimiter", DELIMITERS, ",").charAt(0));
        }
        String encoding = has("encoding") ? needed("encoding") : "";
        try {
            return encoding.isEmpty() ? options : options.encoding(Charset.forName(encoding));
        } catch (IllegalArgumentException e) {
            problem("encoding", "'" + encoding + "' is not an encoding. Write one such as UTF-8, GBK or windows-1252.");
            return options;
        }
    }

    /** The one of {@code choices} whose {@code toString} the field has, or {@code otherwise} where it has none. */
    public <T> T oneOf(String field, List<? extends T> choices, T otherwise) {
        String text = text(field, String.valueOf(otherwise));
        return this.<T>accepted(field, () -> Nearest.require(text, choices)).orElse(otherwise);
    }

    /** The only one of {@code names} that is a field of this object; empty, and reported, if none or several are. */
    public String onlyOneOf(String what, ImmutableList<String> names) {
        List<String> found = names.stream().filter(this::has).toList();
        if (found.size() != 1) {
            problems.add(
                    file,
                    line(),
                    what + " has " + (found.isEmpty() ? "none" : found.size()) + " of the fields "
                            + String.join(", ", names) + ". Give exactly one.");
            return "";
        }
        return found.get(0);
    }

    /** A value as a message quotes it. */
    public static String shown(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return "'" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text) + "'";
    }
}
