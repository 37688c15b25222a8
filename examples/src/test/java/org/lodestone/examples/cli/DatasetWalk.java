package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.base.Stopwatch;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.internal.text.Visible;
import org.lodestone.core.problem.Problem;
import org.lodestone.examples.cli.Cli.Result;

/**
 * A dataset in which cells are changed, many at a time, and on which every command is run.
 *
 * <p>Of many changes those are taken back that {@code check} refuses: it tells every bad cell at once, so that one reading takes back
 * all whose own cell it names. What is left and still refused is halved, down to changes that are refused by themselves. Where a command
 * fails on what was let pass, the change that it fails on is found by halving as well; where it says that something is missing, the
 * halves are tried apart, so that no change hides behind another.
 */
final class DatasetWalk {

    /** What no reader of a terminal should see: names of Java, and characters that command a terminal. */
    private static final Pattern UNSPOKEN = Pattern.compile(
            "Exception|\\tat |[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]");

    /** A file of settings, whose values are changed as cells are. */
    static final String SCREEN = "screen.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final PrettyPrinter ONE_A_LINE =
            new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

    private static final Pattern BARE =
            Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|null");

    /** Ends a line on which no value of a tree stands. */
    private static final Pattern BRACKET = Pattern.compile("[\\[\\]{}],?$");

    /** So many are read at a time, and so many handfuls are told of at a time. */
    private static final int MANY = 100;

    private static final int REPORTED = 25;

    private static final int NONE = -1;

    private final Path original;
    private final String fact;
    private final Path changed;
    private final Path made;
    private final ImmutableMap<String, ImmutableList<ImmutableList<String>>> tables;
    private final Set<String> touched = new HashSet<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Duration slow;
    private final Stopwatch age = Stopwatch.createStarted();
    private int tried;
    private int accepted;
    private int readings;
    private int runs;

    /**
     * @param fact what is set to compare the dataset with
     * @param scratch an empty folder, where the changed dataset and what is made of it are kept
     * @param slow the time from which a command has failed
     */
    DatasetWalk(Path original, String fact, Path scratch, Duration slow) throws IOException {
        this.original = original;
        this.fact = fact;
        this.slow = slow;
        this.changed = Files.createDirectories(
                scratch.resolve("changed").resolve(original.getFileName().toString()));
        this.made = Files.createDirectories(scratch.resolve("made"));
        Map<String, ImmutableList<ImmutableList<String>>> read = new TreeMap<>();
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                Files.copy(file, changed.resolve(name));
                if (name.endsWith(".csv")) {
                    read.put(name, rows(file));
                } else if (name.equals(SCREEN)) {
                    read.put(name, leaves(JSON.readTree(file.toFile())));
                }
            }
        }
        this.tables = ImmutableMap.copyOf(read);
    }

    private static ImmutableList<ImmutableList<String>> rows(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            return csv.stream()
                    .map(row -> ImmutableList.copyOf(row.getFields()))
                    .collect(toImmutableList());
        }
    }

    /** The values of a tree as rows of a table: where one stands, and what it is. */
    private static ImmutableList<ImmutableList<String>> leaves(JsonNode tree) {
        ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
        rows.add(ImmutableList.of("id", "value"));
        addLeaves(tree, "", rows);
        return rows.build();
    }

    private static void addLeaves(JsonNode node, String at, ImmutableList.Builder<ImmutableList<String>> rows) {
        if (node.isValueNode()) {
            rows.add(ImmutableList.of(at, node.asText()));
        }
        node.properties().forEach(field -> addLeaves(field.getValue(), at + "/" + field.getKey(), rows));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            addLeaves(node.get(i), at + "/" + i, rows);
        }
    }

    /** A cell of a table; row 0 is the header, and a whole column has none. */
    record Place(String file, int row, int column) {

        static Place wholeColumn(String file, int column) {
            return new Place(file, NONE, column);
        }

        static Place wholeRow(String file, int row) {
            return new Place(file, row, NONE);
        }

        /** Whether a cell or a column is, or is of, another. */
        boolean meets(Place other) {
            return file.equals(other.file)
                    && column == other.column
                    && (row == other.row || row == NONE || other.row == NONE);
        }
    }

    /** Which cells take a word. */
    enum Where {
        /** One. */
        CELL,
        /** All of its column. */
        COLUMN,
        /** All of the dataset that say the same, so that an id is renamed with what refers to it. */
        SAME
    }

    /** A word that is put into cells. */
    record Change(Place place, Where where, String word) {

        /** Where it is told if it is refused: its cell, or its column. */
        Place reach() {
            return where == Where.COLUMN ? Place.wholeColumn(place.file(), place.column()) : place;
        }
    }

    /** A command that neither finished nor said in words why it could not. */
    record Failure(String change, String command, String what) {
        @Override
        public String toString() {
            return change + "\n    " + command + ": " + what;
        }
    }

    // ---------------------------------------------------------------- changes

    /** Every cell with every word. */
    List<Change> everyCell(List<String> words) {
        return cells().stream()
                .flatMap(cell -> words.stream().map(word -> new Change(cell, Where.CELL, word)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Every cell with one word that is drawn. */
    List<Change> everyCellOnce(List<String> words, Random random) {
        return cells().stream()
                .map(cell -> new Change(cell, Where.CELL, words.get(random.nextInt(words.size()))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Every value of the screen's settings with every word. */
    List<Change> everySetting(List<String> words) {
        return cells().stream()
                .filter(cell -> cell.file().equals(SCREEN))
                .flatMap(cell -> words.stream().map(word -> new Change(cell, Where.CELL, word)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Every column with every word: in a cell that is drawn, in all of its cells, or wherever the text of that cell stands. */
    List<Change> everyColumn(List<String> words, Where where, Random random) {
        Map<String, List<Place>> columns = cells().stream()
                .filter(cell -> cell.row() > 0)
                .collect(Collectors.groupingBy(cell -> cell.file() + cell.column(), TreeMap::new, Collectors.toList()));
        List<Change> changes = new ArrayList<>();
        for (List<Place> cells : columns.values()) {
            for (String word : words) {
                changes.add(new Change(cells.get(random.nextInt(cells.size())), where, word));
            }
        }
        return changes;
    }

    /** One cell, by the name of its column, and row 1 is the first of data. */
    Change change(String table, int row, String column, Where where, String word) {
        String file = table + ".csv";
        return new Change(new Place(file, row, tables.get(file).get(0).indexOf(column)), where, word);
    }

    /** So many of them, as they are drawn. */
    static List<Change> some(List<Change> changes, int count, Random random) {
        List<Change> drawn = new ArrayList<>(changes);
        Collections.shuffle(drawn, random);
        return drawn.subList(0, Math.min(count, drawn.size()));
    }

    private ImmutableList<Place> cells() {
        ImmutableList.Builder<Place> places = ImmutableList.builder();
        tables.forEach((file, rows) -> {
            // where a value of a tree stands is no cell
            int first = file.equals(SCREEN) ? 1 : 0;
            for (int row = first; row < rows.size(); row++) {
                for (int column = first; column < rows.get(row).size(); column++) {
                    places.add(new Place(file, row, column));
                }
            }
        });
        return places.build();
    }

    private String text(Place place) {
        return tables.get(place.file()).get(place.row()).get(place.column());
    }

    String told(Change change) {
        Place place = change.place();
        return place.file() + ":" + (place.row() + 1) + " "
                + tables.get(place.file()).get(0).get(place.column()) + " ("
                + change.where().name().toLowerCase(Locale.ROOT) + ") '" + brief(text(place)) + "' -> '"
                + brief(change.word()) + "'";
    }

    private static String brief(String text) {
        String seen = Visible.text(text);
        return seen.length() > 60 ? seen.substring(0, 50) + "…, " + text.length() + " letters" : seen;
    }

    // ---------------------------------------------------------------- the walk

    /**
     * Tries changes in an order that is drawn, until all are tried or so much time has gone.
     *
     * @param handful on how many at a time commands are run
     * @param progress takes a line now and then
     */
    void walk(List<Change> changes, int handful, Duration most, Random random, Consumer<String> progress) {
        List<Change> passed = new ArrayList<>();
        for (List<Change> many : apart(some(changes, changes.size(), random), MANY)) {
            if (age.elapsed().compareTo(most) > 0) {
                break;
            }
            checked(many).forEach(passed::addAll);
        }
        progress.accept(toString());
        List<List<Change>> handfuls = apart(some(passed, passed.size(), random), handful);
        for (int i = 0; i < handfuls.size() && age.elapsed().compareTo(most) < 0; i++) {
            sound(handfuls.get(i)).forEach(some -> everyCommand(some, random));
            if ((i + 1) % REPORTED == 0) {
                progress.accept((i + 1) + " of " + handfuls.size() + " handfuls; " + this);
            }
        }
    }

    /** Checks the dataset with a handful of changes, and makes a pack of it with those that pass. */
    void pack(List<Change> some) {
        String pack = made.resolve("pack.xlsx").toString();
        checked(some).forEach(part -> blamed(part, ImmutableList.of("pack", changed.toString(), "-o", pack)));
    }

    /** Those that {@code check} lets pass, in parts that it lets pass together. */
    private List<List<Change>> checked(List<Change> some) {
        tried += some.size();
        blamed(some, ImmutableList.of("check", changed.toString()));
        List<List<Change>> passed = sound(some);
        passed.forEach(part -> accepted += part.size());
        return passed;
    }

    private void everyCommand(List<Change> some, Random random) {
        commands(random).forEach(command -> blamed(some, command));
    }

    /**
     * In parts of so many, in none of which a cell is changed twice, and ids are by themselves, since what is changed there is told where it
     * is referred to. Without those that change nothing.
     */
    private List<List<Change>> apart(List<Change> changes, int most) {
        return changes.stream()
                .filter(change -> !change.word().equals(text(change.place())))
                .filter(change ->
                        change.where() != Where.SAME || !text(change.place()).isBlank())
                .collect(Collectors.partitioningBy(this::isOfId))
                .values()
                .stream()
                .flatMap(some -> parts(some, most).stream())
                .toList();
    }

    private boolean isOfId(Change change) {
        return change.where() == Where.SAME
                || tables.get(change.place().file())
                        .get(0)
                        .get(change.place().column())
                        .equals("id");
    }

    private static List<List<Change>> parts(List<Change> changes, int most) {
        List<List<Change>> parts = new ArrayList<>();
        List<Change> left = new LinkedList<>(changes);
        while (!left.isEmpty()) {
            List<Change> part = new ArrayList<>();
            Set<Place> taken = new HashSet<>();
            for (Iterator<Change> each = left.iterator(); each.hasNext() && part.size() < most; ) {
                Change change = each.next();
                if (taken.stream().noneMatch(change.reach()::meets)) {
                    taken.add(change.reach());
                    part.add(change);
                    each.remove();
                }
            }
            parts.add(part);
        }
        return parts;
    }

    /** Those that the reader lets pass, in parts that it lets pass together. */
    private List<List<Change>> sound(List<Change> some) {
        if (some.isEmpty()) {
            return ImmutableList.of();
        }
        Map<String, List<List<String>>> now = apply(some);
        readings++;
        List<Problem> problems = Datasets.read(changed).problems();
        if (problems.isEmpty()) {
            return ImmutableList.of(some);
        }
        if (some.size() == 1) {
            return ImmutableList.of();
        }
        Told told = told(problems, now);
        List<Change> left = some.stream().filter(change -> !told.names(change)).toList();
        if (left.size() < some.size()) {
            return sound(left);
        }
        int half = some.size() / 2;
        return Stream.concat(sound(some.subList(0, half)).stream(), sound(some.subList(half, some.size())).stream())
                .toList();
    }

    /**
     * What problems name.
     *
     * @param places cells, and their columns
     * @param byRow messages of a whole row, in which the word of a cell may be quoted
     */
    private record Told(Set<Place> places, Multimap<Place, String> byRow) {

        boolean names(Change change) {
            Place place = change.place();
            return places.contains(change.reach())
                    || (change.where() == Where.CELL
                            && byRow.get(Place.wholeRow(place.file(), place.row())).stream()
                                    .anyMatch(message -> message.contains("'" + change.word() + "'")));
        }
    }

    private Told told(List<Problem> problems, Map<String, List<List<String>>> now) {
        Map<String, Map<Integer, Integer>> rows = new HashMap<>();
        Told told = new Told(new HashSet<>(), ArrayListMultimap.create());
        for (Problem problem : problems) {
            String file = problem.file();
            List<List<String>> table = now.getOrDefault(file, List.of());
            boolean isTree = file.equals(SCREEN);
            int row = rows.computeIfAbsent(file, name -> isTree ? leavesByLine() : rowsByLine(table))
                    .getOrDefault(problem.line(), NONE);
            int column = table.isEmpty() ? NONE : table.get(0).indexOf(isTree ? "value" : problem.column());
            if (column == NONE) {
                told.byRow().put(Place.wholeRow(file, row), problem.message());
            } else {
                told.places().add(new Place(file, row, column));
                told.places().add(Place.wholeColumn(file, column));
            }
        }
        return told;
    }

    private static Map<Integer, Integer> rowsByLine(List<List<String>> table) {
        Map<Integer, Integer> rows = new HashMap<>();
        int line = 1;
        for (int row = 0; row < table.size(); row++) {
            rows.put(line, row);
            line += 1 + CharMatcher.is('\n').countIn(String.join("", table.get(row)));
        }
        return rows;
    }

    /** The values of the tree, each of which has a line of its own. */
    private Map<Integer, Integer> leavesByLine() {
        Map<Integer, Integer> rows = new HashMap<>();
        int line = 1;
        try {
            for (String text : Files.readAllLines(changed.resolve(SCREEN))) {
                if (!BRACKET.matcher(text).find()) {
                    rows.put(line, rows.size() + 1);
                }
                line++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Finds the changes of some that a command fails on, by halving. */
    private void blamed(List<Change> some, List<String> command) {
        Ending ending = ending(some, command);
        if (ending.finished()) {
            return;
        }
        int before = failures.size();
        if (some.size() > 1) {
            blamed(some.subList(0, some.size() / 2), command);
            blamed(some.subList(some.size() / 2, some.size()), command);
        }
        if (failures.size() == before) {
            ending.fault()
                    .map(fault -> new Failure(
                            some.stream().map(this::told).collect(Collectors.joining(" and ")),
                            String.join(" ", command),
                            fault))
                    .ifPresent(failures::add);
        }
    }

    /**
     * How a command ended.
     *
     * @param finished false also where it said in words what is missing
     */
    private record Ending(boolean finished, Optional<String> fault) {}

    private Ending ending(List<Change> changes, List<String> command) {
        apply(changes);
        runs++;
        Stopwatch watch = Stopwatch.createStarted();
        Result result =
                Cli.run(Stream.concat(command.stream(), Stream.of("--debug")).toArray(String[]::new));
        Optional<String> fault = fault(result)
                .or(() -> watch.elapsed().compareTo(slow) > 0 ? Optional.of("took " + watch) : Optional.empty());
        return new Ending(
                fault.isEmpty() && (result.code() == 0 || command.get(0).equals("check")), fault);
    }

    private static Optional<String> fault(Result result) {
        if (result.code() > Lodestone.WRONG_USE) {
            return Optional.of("exit " + result.code() + "\n    " + brief(result.err(), 12));
        }
        String words = result.out() + result.err();
        if (result.code() > 0 && words.isBlank()) {
            return Optional.of("exit " + result.code() + " without a word");
        }
        return UNSPOKEN.matcher(words).find()
                ? Optional.of("exit " + result.code() + " in other than words\n    " + brief(words, 12))
                : Optional.empty();
    }

    private static String brief(String text, int lines) {
        return text.lines()
                .filter(line -> !line.contains("picocli"))
                .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line)
                .limit(lines)
                .collect(Collectors.joining("\n    "));
    }

    /** Every command that reads a dataset and changes none, each with options that are drawn. */
    private ImmutableList<ImmutableList<String>> commands(Random random) {
        String data = changed.toString();
        String before = original.toString();
        return Stream.of(
                        "check DATA --strict; check DATA --strict --format json",
                        "chain DATA; chain DATA --format csv; chain DATA --format json",
                        "forecast DATA --all; forecast DATA --format json; forecast DATA --format csv --scenario Tight",
                        "risk DATA --draws 256 --all; risk DATA --draws 64 --format json; risk DATA --draws 64 --scenario Tight",
                        "screen DATA --robustness; screen DATA --top 1 --format csv; screen DATA --robustness --format json",
                        "compare OLD DATA; compare OLD DATA --format json; compare DATA --set SET; compare DATA --set SET --format json",
                        "compare DATA OLD; compare DATA --keys",
                        "note DATA -o MADE/note.html; note DATA -o MADE/note.docx",
                        "pack DATA -o MADE/pack.xlsx; pack DATA -o MADE/pack.xlsx --since OLD; pack DATA -o MADE/pack.xlsx"
                                + " --sheets core --scenario Tight")
                .map(ways -> Splitter.on("; ").splitToList(ways))
                .map(ways -> ways.get(random.nextInt(ways.size())))
                .map(way -> Splitter.on(' ')
                        .splitToStream(way)
                        .map(word -> word.equals("DATA")
                                ? data
                                : word.equals("OLD") ? before : word.equals("SET") ? fact : word)
                        .map(word -> word.replace("MADE", made.toString()))
                        .collect(toImmutableList()))
                .collect(toImmutableList());
    }

    // ---------------------------------------------------------------- files

    /** Puts the dataset back, makes these changes, and gives the rows as they are then. */
    private Map<String, List<List<String>>> apply(List<Change> changes) {
        Map<String, List<List<String>>> now = new TreeMap<>();
        tables.forEach((file, rows) -> now.put(file, new ArrayList<>(rows)));
        changes.forEach(change -> apply(change, now));
        Set<String> before = new LinkedHashSet<>(touched);
        touched.clear();
        now.forEach((file, rows) -> {
            if (!rows.equals(tables.get(file))) {
                touched.add(file);
                write(file, rows);
            } else if (before.contains(file)) {
                restore(file);
            }
        });
        return now;
    }

    private void apply(Change change, Map<String, List<List<String>>> now) {
        Place place = change.place();
        List<List<String>> rows = now.get(place.file());
        switch (change.where()) {
            case CELL -> rows.set(place.row(), with(rows.get(place.row()), place.column(), change.word()));
            case COLUMN -> {
                for (int row = 1; row < rows.size(); row++) {
                    rows.set(row, with(rows.get(row), place.column(), numbered(change.word(), row)));
                }
            }
            case SAME -> {
                String old = text(place);
                for (List<List<String>> table : now.values()) {
                    for (int row = 1; row < table.size(); row++) {
                        table.set(
                                row,
                                table.get(row).stream()
                                        .map(cell -> renamed(cell, old, change.word()))
                                        .toList());
                    }
                }
            }
        }
    }

    /** A long word with a number at its end, so that ids and names stay apart. */
    private static String numbered(String word, int row) {
        String number = String.format(Locale.ROOT, " %04d", row);
        return word.length() < 100 ? word : word.substring(0, word.length() - number.length()) + number;
    }

    private static String renamed(String cell, String old, String word) {
        if (cell.equals(old)) {
            return word;
        }
        List<String> parts = Splitter.on(';').trimResults().splitToList(cell);
        return parts.size() > 1 && parts.contains(old)
                ? parts.stream().map(part -> part.equals(old) ? word : part).collect(Collectors.joining("; "))
                : cell;
    }

    private static List<String> with(List<String> row, int column, String word) {
        List<String> cells = new ArrayList<>(row);
        cells.set(column, word);
        return cells;
    }

    private void write(String file, List<List<String>> rows) {
        if (file.equals(SCREEN)) {
            writeTree(file, rows);
            return;
        }
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
            csv.flush();
            Files.write(changed.resolve(file), bytes(text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeTree(String file, List<List<String>> rows) {
        try {
            JsonNode tree = JSON.readTree(original.resolve(file).toFile());
            for (List<String> row : rows.subList(1, rows.size())) {
                JsonPointer at = JsonPointer.compile(row.get(0));
                if (!tree.at(at).asText().equals(row.get(1))) {
                    put(tree.at(at.head()), at.last().getMatchingProperty(), node(row.get(1)));
                }
            }
            Files.write(changed.resolve(file), JSON.writer(ONE_A_LINE).writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JsonNode parent, String name, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }

    /** As it is where it reads as a number, a truth or null in JSON, else a text. */
    private static JsonNode node(String word) {
        return BARE.matcher(word).matches() ? new POJONode(new RawValue(word)) : TextNode.valueOf(word);
    }

    /** In UTF-8, and half a character as a careless program writes it. */
    private static byte[] bytes(String text) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                bytes.write(0xE0 | (c >> 12));
                bytes.write(0x80 | ((c >> 6) & 0x3F));
                bytes.write(0x80 | (c & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    private void restore(String file) {
        try {
            Files.copy(original.resolve(file), changed.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---------------------------------------------------------------- what came of it

    List<Failure> failures() {
        return failures;
    }

    /** {@code 320 changes, of which check let 74 pass; 92 readings, 592 commands, 0 failures in 12.3 s}. */
    @Override
    public String toString() {
        return tried + " changes, of which check let " + accepted + " pass; " + readings + " readings, " + runs
                + " commands, " + failures.size() + " failures in " + age;
    }
}
