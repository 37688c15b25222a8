package org.lodestone.reports.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every template of the library, read from its sources and written to {@code target/sentences.txt} with the class that says it. */
class SentencesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path LIST = Path.of("target/sentences.txt");

    private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    private static final Pattern PIECE = Pattern.compile("\\s*\\+?\\s*(?:(" + LITERAL + ")|([A-Z][A-Z_]+))");
    private static final Pattern CONSTANT =
            Pattern.compile("static final String ([A-Z_]+) =\\s*(" + LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*);");
    private static final Pattern TAKES_TEMPLATE = Pattern.compile(" (\\w+)\\([^;{}()]*\\bString template\\) \\{");
    /** What hands on a template that a user gave to a part of their own, or that is listed where it is given. */
    private static final Pattern OF_A_USER = Pattern.compile("\\btemplate\\b(?!\")|^calculated$");

    private static final Pattern GIVEN = Pattern.compile("\\.with\\(\\s*\"(\\w+)\"");

    /** A class whose names the sentences of other classes speak of. */
    private static final Pattern HANDS_ON = Pattern.compile("(?m)^    (?:public )?(?:static )?Wording \\w+\\(");

    private static final Map<String, List<String>> TEMPLATES = new HashMap<>();
    private static final Set<String> FAULTS = new LinkedHashSet<>();

    @BeforeAll
    static void read() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : sources()) {
            String name = file.getFileName().toString().replace(".java", "");
            String source = code(file);
            if (!source.contains("Wording")) {
                continue;
            }
            List<String> templates = templates(name, source);
            TEMPLATES.put(name, templates);
            templates.forEach(template -> lines.add(name + "\t" + template));
        }
        Files.write(LIST, lines);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Wording.java") && !file.endsWith("Template.java"))
                    .sorted()
                    .toList();
        }
    }

    private static String code(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    /** The last argument of each call that takes a template. */
    private static List<String> templates(String name, String source) {
        Map<String, String> constants = new HashMap<>();
        CONSTANT.matcher(source)
                .results()
                .forEach(found -> constants.put(
                        found.group(1), constant(found.group(2), Map.of()).orElseThrow()));
        Set<String> methods = new LinkedHashSet<>(List.of("\\.say", "\\.clause", "\\.told"));
        TAKES_TEMPLATE.matcher(source).results().forEach(found -> methods.add("(?<![.\\w])" + found.group(1)));
        List<String> templates = new ArrayList<>();
        Matcher call =
                Pattern.compile("(?:" + String.join("|", methods) + ")\\(").matcher(source);
        while (call.find()) {
            String argument = lastArgument(source, call.end());
            if (!OF_A_USER.matcher(argument).find()) {
                constant(argument, constants)
                        .ifPresentOrElse(
                                templates::add, () -> FAULTS.add(name + " says what is no constant: " + argument));
            }
        }
        return templates;
    }

    private static String lastArgument(String source, int from) {
        int depth = 0;
        int start = from;
        int at = from;
        while (depth > 0 || source.charAt(at) != ')') {
            char letter = source.charAt(at);
            if (letter == '"') {
                Matcher literal = Pattern.compile(LITERAL).matcher(source).region(at, source.length());
                at = literal.lookingAt() ? literal.end() - 1 : at;
            }
            depth += "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
            at++;
            start = depth == 0 && letter == ',' ? at : start;
        }
        return source.substring(start, at).strip();
    }

    /** Literals and constants of the class, one after the other; empty where anything else stands there. */
    private static Optional<String> constant(String expression, Map<String, String> constants) {
        StringBuilder text = new StringBuilder();
        Matcher piece = PIECE.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!piece.region(at, expression.length()).lookingAt()
                    || (piece.group(1) == null && !constants.containsKey(piece.group(2)))) {
                return Optional.empty();
            }
            String literal = piece.group(1);
            text.append(
                    literal == null
                            ? constants.get(piece.group(2))
                            : literal.substring(1, literal.length() - 1).translateEscapes());
            at = piece.end();
        }
        return Optional.of(text.toString());
    }

    @Test
    void every_template_is_a_constant_so_that_it_can_be_listed() {
        assertThat(FAULTS).isEmpty();
    }

    @Test
    void every_template_can_be_read() {
        assertThat(TEMPLATES)
                .isNotEmpty()
                .allSatisfy((name, templates) -> assertThat(templates)
                        .allSatisfy(template ->
                                assertThatCode(() -> Template.of(template)).doesNotThrowAnyException()));
    }

    @Test
    void every_name_that_a_class_gives_stands_in_one_of_its_templates() throws IOException {
        Set<String> leftovers = new LinkedHashSet<>();
        String anywhere = String.join(
                " ", TEMPLATES.values().stream().flatMap(List::stream).toList());
        for (Path file : sources()) {
            String name = file.getFileName().toString().replace(".java", "");
            String source = code(file);
            String said = HANDS_ON.matcher(source).find()
                    ? anywhere
                    : String.join(" ", TEMPLATES.getOrDefault(name, List.of()));
            if (TEMPLATES.containsKey(name)) {
                GIVEN.matcher(source)
                        .results()
                        .map(given -> given.group(1))
                        .filter(given -> !Pattern.compile("\\{" + given + "\\b")
                                .matcher(said)
                                .find())
                        .forEach(
                                given -> leftovers.add(name + " gives {" + given + "}, which no sentence of it names"));
            }
        }
        assertThat(leftovers).isEmpty();
    }
}
