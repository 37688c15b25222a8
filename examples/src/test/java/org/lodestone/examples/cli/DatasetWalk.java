package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.base.Stopwatch;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.internal.text.Visible;
import org.lodestone.examples.cli.Cli.Result;

/**
 * A dataset in which cells are changed, a handful at a time, and on which every command is run.
 *
 * <p>Of a handful of changes those are taken back that {@code check} refuses, by the lines that it names. Where a command fails on what
 * is left, the change that it fails on is found by halving.
 */
final class DatasetWalk {

    /** What no reader of a terminal should see: names of Java, and characters that command a terminal. */
    private static final Pattern UNSPOKEN = Pattern.compile(
            "Exception|\\tat |[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]");

    private final Path original;
    private final Path changed;
    private final Path made;
    private final ImmutableMap<String, ImmutableList<ImmutableList<String>>> tables;
    private final Set<String> touched = new HashSet<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Duration slow;
    private int tried;
    private int accepted;
    private int runs;

    /**
     * @param scratch an empty folder, where the changed dataset and what is made of it are kept
     * @param slow the time from which a command has failed
     */
    DatasetWalk(Path original, Path scratch, Duration slow) throws IOException {
        this.original = original;
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

    /** A cell of a table; row 0 is the header. */
    record Place(String file, int row, int column) {}

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
    record Change(Place place, Where where, String word) {}

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

    /** Every column with every word: in a cell that is drawn, in all of its cells, and wherever the text of that cell stands. */
    List<Change> everyColumn(List<String> words, Random random) {
        Map<String, List<Place>> columns = cells().stream()
                .filter(cell -> cell.row() > 0)
                .collect(Collectors.groupingBy(cell -> cell.file() + cell.column(), TreeMap::new, Collectors.toList()));
        List<Change> changes = new ArrayList<>();
        for (List<Place> cells : columns.values()) {
            for (String word : words) {
                for (Where where : Where.values()) {
                    changes.add(new Change(cells.get(random.nextInt(cells.size())), where, word));
                }
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
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
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

    /** Tries changes in an order that is drawn, so many at a time, until all are tried or so much time has gone. */
    void walk(List<Change> changes, int handful, Duration most, Random random) {
        List<Change> drawn = some(changes, changes.size(), random);
        Stopwatch watch = Stopwatch.createStarted();
        for (List<Change> some : Lists.partition(drawn, handful)) {
            if (watch.elapsed().compareTo(most) > 0) {
                return;
            }
            tryAll(some);
        }
    }

    /** Tries some changes together. */
    void tryAll(List<Change> some) {
        List<Change> telling = telling(some);
        tried += telling.size();
        blamed(telling, ImmutableList.of("check", changed.toString()));
        List<Change> sound = sound(telling);
        accepted += sound.size();
        if (!sound.isEmpty()) {
            commands().forEach(command -> blamed(sound, command));
        }
    }

    /** Without those that say nothing new, and those of which an earlier one has changed the table. */
    private List<Change> telling(List<Change> some) {
        Set<Object> taken = new HashSet<>();
        List<Change> apart = new ArrayList<>();
        for (Change change : some) {
            Place place = change.place();
            boolean isCell = change.where() == Where.CELL;
            if (change.where() == Where.SAME
                    && (text(place).isBlank() || apart.stream().anyMatch(c -> c.where() != Where.CELL))) {
                continue;
            }
            if (!change.word().equals(text(place))
                    && !taken.contains(place.file())
                    && taken.add(isCell ? place.file() + ":" + place.row() : place.file())
                    && (isCell || taken.stream().noneMatch(one -> one.toString().startsWith(place.file() + ":")))) {
                apart.add(change);
            }
        }
        return apart;
    }

    /** Those that the reader lets pass, each by itself and all together. */
    private List<Change> sound(List<Change> some) {
        List<Change> left =
                some.stream().filter(one -> isSound(List.of(one))).collect(Collectors.toCollection(ArrayList::new));
        while (!isSound(left)) {
            left.remove(left.size() - 1);
        }
        return left;
    }

    private boolean isSound(List<Change> some) {
        apply(some);
        return DatasetReader.read(changed).problems().isEmpty();
    }

    /** Finds the changes of some that a command fails on, by halving. */
    private void blamed(List<Change> some, List<String> command) {
        Optional<String> fault = fault(some, command);
        if (fault.isEmpty()) {
            return;
        }
        int before = failures.size();
        if (some.size() > 1) {
            blamed(some.subList(0, some.size() / 2), command);
            blamed(some.subList(some.size() / 2, some.size()), command);
        }
        if (failures.size() == before) {
            failures.add(new Failure(
                    some.stream().map(this::told).collect(Collectors.joining(" and ")), command.get(0), fault.get()));
        }
    }

    private Optional<String> fault(List<Change> changes, List<String> command) {
        apply(changes);
        runs++;
        Stopwatch watch = Stopwatch.createStarted();
        Result result =
                Cli.run(Stream.concat(command.stream(), Stream.of("--debug")).toArray(String[]::new));
        if (result.code() > Lodestone.WRONG_USE) {
            return Optional.of("exit " + result.code() + "\n    " + brief(result.err(), 12));
        }
        String words = result.out() + result.err();
        if (result.code() > 0 && words.isBlank()) {
            return Optional.of("exit " + result.code() + " without a word");
        }
        if (UNSPOKEN.matcher(words).find()) {
            return Optional.of("exit " + result.code() + " in other than words\n    " + brief(words, 12));
        }
        return watch.elapsed().compareTo(slow) > 0 ? Optional.of("took " + watch) : Optional.empty();
    }

    private static String brief(String text, int lines) {
        return text.lines()
                .filter(line -> !line.contains("picocli"))
                .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line)
                .limit(lines)
                .collect(Collectors.joining("\n    "));
    }

    /** Every command that reads a dataset and changes none. */
    ImmutableList<ImmutableList<String>> commands() {
        String data = changed.toString();
        return ImmutableList.of(
                ImmutableList.of("check", data, "--strict", "--format", "json"),
                ImmutableList.of("chain", data, "--format", "csv"),
                ImmutableList.of("forecast", data, "--all"),
                ImmutableList.of("risk", data, "--draws", "256", "--all"),
                ImmutableList.of("screen", data, "--robustness"),
                ImmutableList.of("compare", original.toString(), data),
                ImmutableList.of("compare", data, original.toString(), "--format", "json"),
                ImmutableList.of("compare", data, "--keys"),
                ImmutableList.of("note", data, "-o", made.resolve("note.html").toString()),
                ImmutableList.of("note", data, "-o", made.resolve("note.docx").toString()),
                ImmutableList.of("pack", data, "-o", made.resolve("pack.xlsx").toString()));
    }

    // ---------------------------------------------------------------- files

    /** Puts the dataset back and makes these changes. */
    private void apply(List<Change> changes) {
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
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
            csv.flush();
            Files.write(changed.resolve(file), bytes(text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In UTF-8, and half a character as a careless program writes it. */
    private static byte[] bytes(String text) {
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

    /** {@code 320 changes, of which check let 74 pass; 592 commands}. */
    @Override
    public String toString() {
        return tried + " changes, of which check let " + accepted + " pass; " + runs + " commands";
    }
}
