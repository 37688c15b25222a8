package org.lodestone.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Runs commands in this process, with the real datasets. */
final class Cli {

    static final Bundled BUNDLED = new Bundled(Optional.of(Path.of("examples", "data")));

    /** The tables that a forecast is made of, with those of values, which lean on them. */
    static final String[] FORECAST = {
        "scenarios",
        "assumptions",
        "limits",
        "feeds",
        "pipeline",
        "additions",
        "balances",
        "conclusions",
        "drivers",
        "shocks",
        "decks",
        "contracts",
        "valued-projects",
        "valued-operations"
    };

    /** Those of them that say what becomes of supply: without them scenarios have no use. */
    static final String[] RULES = {
        "assumptions",
        "limits",
        "feeds",
        "pipeline",
        "additions",
        "balances",
        "conclusions",
        "drivers",
        "shocks",
        "decks",
        "contracts",
        "valued-projects",
        "valued-operations"
    };

    private static final int WIDE = 10_000;

    private static final Map<String, Result> PRINTED = new ConcurrentHashMap<>();

    private Cli() {}

    /** The exit code and the output of a command. */
    record Result(int code, String out, String err) {}

    /** On a terminal so wide that nothing is wrapped but sentences in tables. */
    static Result run(String... args) {
        return at(WIDE, args);
    }

    /** What a command prints about a bundled dataset, changing nothing: run once, for all tests. */
    static Result printed(String... args) {
        return printedAt(WIDE, args);
    }

    /** The same on a terminal of so many columns. */
    static Result printedAt(int columns, String... args) {
        return PRINTED.computeIfAbsent(columns + " " + List.of(args), any -> at(columns, args));
    }

    /** On a terminal of so many columns. */
    static Result at(int columns, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), () -> false, columns);
        int code = Lodestone.run(terminal, BUNDLED, args);
        terminal.flush();
        return new Result(
                code,
                out.toString().replace(System.lineSeparator(), "\n"),
                err.toString().replace(System.lineSeparator(), "\n"));
    }

    /** A copy of the rare earth dataset, to break something in. */
    static Path copyOfRareEarths(Path folder) throws IOException {
        return copyOf("rare-earths", folder);
    }

    /** A copy of a bundled dataset. */
    static Path copyOf(String name, Path folder) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files =
                Files.list(BUNDLED.find(name).flatMap(DatasetName::folder).orElseThrow())) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** The rare earth dataset without some of its tables. */
    static Path rareEarthsWithout(Path folder, String... tables) throws IOException {
        Path copy = copyOfRareEarths(folder);
        Path manifest = copy.resolve("datapackage.json");
        JsonMapper mapper = JsonMapper.builder().build();
        JsonNode whole = mapper.readTree(manifest.toFile());
        List<String> left = List.of(tables);
        for (Iterator<JsonNode> resources = whole.withArray("resources").iterator(); resources.hasNext(); ) {
            if (left.contains(resources.next().path("name").asText())) {
                resources.remove();
            }
        }
        mapper.writeValue(manifest.toFile(), whole);
        for (String table : tables) {
            Files.delete(copy.resolve(table + ".csv"));
        }
        if (left.contains("decks")) { // gains of profit, value and cost are worked out at their prices
            Files.delete(copy.resolve("benefit.json"));
        }
        if (left.contains("conclusions")) { // claims that one of these answers are answered by nothing then
            Path claims = copy.resolve("claims.csv");
            Files.writeString(
                    claims, Files.readString(claims).replaceAll(",(?:replacement|slowing|tight),(?=[^,]*,)", ",,"));
        }
        return copy;
    }

    /** Replaces the first of some words in a file. Throws if the file does not have them. */
    static void replace(Path file, String words, String by) throws IOException {
        String text = Files.readString(file);
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not have the words: " + words);
        }
        Files.writeString(file, text.substring(0, at) + by + text.substring(at + words.length()));
    }
}
