package org.lodestone.core.universe;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.table.ColumnForms;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.table.CodedWords;
import org.lodestone.core.table.TableFiles;
import org.lodestone.core.table.TableFormat;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.core.table.TypedNumbers;

/**
 * Reads the rows of a table of companies one by one into the columns of a universe. Numbers are kept as they are, words as
 * codes, so that millions of rows fit.
 */
final class UniverseTable {

    /** The number of problems alike that are told one by one. */
    private static final int TOLD = 20;

    /** The number of cases that a note names. */
    private static final int NOTED = 3;

    private static final ImmutableSet<String> MAINLAND_CHINA = ImmutableSet.of(
            "SSE", "SZSE", "BSE", "XSHG", "XSHE", "XBSE", "SH", "SZ", "BJ", "SS", "SHANGHAI", "SHENZHEN", "BEIJING");
    private static final int CODE_DIGITS = 6;

    private final JsonPlace root;
    private final char delimiter;
    private final ImmutableMap<String, NumberColumn> numberColumns;
    private final ImmutableMap<String, String> wordColumns;
    private final ImmutableMap<String, ColumnForms> seen;
    /** Problems with the file that describes the table, and with the table as a whole. */
    private final Problems problems;

    /** Problems with rows, which are left out. */
    private final Problems rowProblems = new Problems();

    /** Problems with cells, whose values are then not known of their companies. */
    private final Problems cellProblems = new Problems();

    private final String idColumn;
    private final String nameColumn;
    private final String exchangeColumn;
    private final ImmutableList<String> leaveOut;
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private final Map<String, Integer> alike = new LinkedHashMap<>();
    private final CodedWords ids = new CodedWords();
    private final List<String> names = new ArrayList<>();
    private final Map<ExchangeRate, Integer> converted = new LinkedHashMap<>();
    private final List<String> repaired = new ArrayList<>();
    private final List<ExchangeRate> ratesOfRow = new ArrayList<>();
    private String repairOfRow = "";
    private int[] lines = new int[1 << 10];
    private int cellsWithProblem;
    private boolean isBroken;
    private int rowsWithProblem;
    private boolean isWhole;

    /** The name of the file, and of the sheet once a workbook is open. */
    private String file;

    // Known once the header is read.
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Set<String> twice = new HashSet<>();
    private List<NumberCells> numbers = List.of();
    private List<WordCells> words = List.of();

    /**
     * A table of which nothing was read.
     *
     * @param seen how the numbers of each column are to be read; empty where that is not known before all of them were seen
     */
    UniverseTable(
            JsonPlace root,
            String file,
            char delimiter,
            ImmutableMap<String, NumberColumn> numberColumns,
            ImmutableMap<String, String> wordColumns,
            ImmutableMap<String, ColumnForms> seen) {
        this.root = root;
        this.file = file;
        this.delimiter = delimiter;
        this.numberColumns = numberColumns;
        this.wordColumns = wordColumns;
        this.seen = seen;
        this.problems = root.problems();
        this.idColumn = root.text("id", "");
        this.nameColumn = root.text("name", idColumn);
        this.exchangeColumn = root.text("exchange", "");
        this.leaveOut = root.texts("leave_out");
    }

    /** The universe in {@code path}; empty, and reported, where the table lacks a column that is asked for. */
    Optional<Universe> read(Path path, TableOptions options, TableFormat... formats) {
        try (TextRows rows = TableFiles.open(path, options, formats)) {
            file = rows.name();
            TextRow row = rows.row();
            if (!rows.next() || !hasColumns(row)) {
                return Optional.empty();
            }
            numbers = numberColumns.values().stream().map(this::cells).toList();
            words = wordColumns.values().stream()
                    .map(column -> new WordCells(column, place(column)))
                    .toList();
            int id = place(idColumn);
            int name = place(nameColumn);
            int exchange = place(exchangeColumn);
            while (rows.next()) {
                isBroken = false;
                read(row, id, name, exchange);
                rowsWithProblem += isBroken ? 1 : 0;
            }
            isWhole = true;
        } catch (DataException e) {
            e.problems().forEach(problem -> problems.add(problem.file(), problem.line(), problem.message()));
            if (places.isEmpty()) {
                return Optional.empty();
            }
        }
        tellHowManyMore();
        return Optional.of(universe());
    }

    /** The index of a column; -1 where there is none of that name. */
    private int place(String column) {
        return places.getOrDefault(column, -1);
    }

    private NumberCells cells(NumberColumn column) {
        return new NumberCells(
                column, place(column.column()), place(column.currency()), Optional.ofNullable(seen.get(column.name())));
    }

    private Universe universe() {
        int size = ids.size();
        Universe.Builder universe = Universe.of(ids);
        if (!nameColumn.equals(idColumn)) {
            universe.names(toldApart());
        }
        numbers.forEach(cells -> universe.numbers(cells.column().name(), cells.values(size)));
        int i = 0;
        for (String name : wordColumns.keySet()) {
            universe.words(name, words.get(i++).words(size));
        }
        return universe.build();
    }

    /** The names of the companies; of those that are called alike, such as the shares of one in two classes, with their ids. */
    private List<String> toldApart() {
        Multiset<String> alike = HashMultiset.create(names);
        ImmutableList<String> all = ids.list();
        List<String> told = new ArrayList<>();
        for (int company = 0; company < names.size(); company++) {
            String name = names.get(company);
            String id = all.get(company);
            told.add(alike.count(name) == 1 || name.equals(id) ? name : name + " (" + id + ")");
        }
        return told;
    }

    /** The unit of each column of numbers of which one is said. */
    ImmutableMap<String, String> units() {
        ImmutableMap.Builder<String, String> units = ImmutableMap.builder();
        for (NumberCells cells : numbers) {
            String unit = ColumnUnit.of(cells, cells.values(ids.size())).inWords();
            if (!unit.isEmpty()) {
                units.put(cells.column().name(), unit);
            }
        }
        return units.buildOrThrow();
    }

    /** Whether what some numbers mean depends on the others of their column, so that the table is read once more. */
    boolean isOfColumns() {
        return isWhole && numbers.stream().anyMatch(NumberCells::isOfTheColumn);
    }

    /** How the numbers of each column are to be read. */
    ImmutableMap<String, ColumnForms> seen() {
        return numbers.stream()
                .collect(ImmutableMap.toImmutableMap(cells -> cells.column().name(), NumberCells::seen));
    }

    /** The problems with rows, each of which is left out, and with cells, each of which is not known. */
    ImmutableList<Problem> rowProblems() {
        return Stream.of(rowProblems, cellProblems)
                .flatMap(some -> some.sorted().stream())
                .collect(toImmutableList());
    }

    /** The number of rows that were left out for a problem. */
    int leftOut() {
        return rowsWithProblem;
    }

    /** The rates at which figures were converted. */
    ImmutableList<ExchangeRate> ratesUsed() {
        return ImmutableList.copyOf(converted.keySet());
    }

    /** Sentences that say what was done to the rows and figures that were read. */
    ImmutableList<String> notes() {
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        converted.forEach((rate, count) -> notes.add(OneLine.count(count, "figure") + " in "
                + rate.base()
                + " converted at " + rate.rate().toPlainString() + " " + rate.quote() + ", the rate of " + rate.date()
                + " (" + String.join(", ", rate.citation().sources()) + ")."));
        numbers.forEach(cells -> notes.addAll(cells.notes()));
        if (cellsWithProblem > 0) {
            notes.add(cellsWithProblem + (cellsWithProblem == 1 ? " cell is" : " cells are")
                    + " not known for a problem: " + first(cellProblems));
        }
        if (rowsWithProblem > 0) {
            notes.add(rowsWithProblem + (rowsWithProblem == 1 ? " row" : " rows") + " left out for a problem: "
                    + first(rowProblems));
        }
        leftOut.forEach((why, count) -> notes.add(count + (count == 1 ? " row" : " rows") + " left out: " + why + "."));
        if (!repaired.isEmpty()) {
            notes.add((repaired.size() == 1 ? "1 code had" : repaired.size() + " codes had")
                    + " lost leading zeros: " + String.join(", ", repaired.subList(0, Math.min(repaired.size(), TOLD)))
                    + (repaired.size() > TOLD ? " and so on" : "") + ".");
        }
        return notes.build();
    }

    private static String first(Problems some) {
        return some.sorted().stream()
                .filter(problem -> problem.line() > 0)
                .limit(NOTED)
                .map(problem -> "line " + problem.line() + ", " + problem.message())
                .collect(joining(" "));
    }

    private boolean hasColumns(TextRow first) {
        int before = problems.count();
        first.problem().ifPresent(problem -> problems.add(file, first.line(), problem));
        for (int i = 0; i < first.size(); i++) {
            if (places.putIfAbsent(first.cell(i), i) != null) {
                twice.add(first.cell(i));
            }
        }
        List.of("id", "name", "exchange").forEach(field -> requireColumn(root, field));
        wordColumns.keySet().forEach(name -> requireColumn(root.at("words"), name));
        numberColumns.forEach((name, column) -> {
            JsonPlace place = root.at("numbers").at(name);
            if (place.node().isTextual()) {
                requireColumn(root.at("numbers"), name);
            } else {
                List.of("column", "currency").forEach(field -> requireColumn(place, field));
            }
        });
        return problems.count() == before;
    }

    private void requireColumn(JsonPlace place, String field) {
        String column = place.text(field, "");
        if (!places.containsKey(column) && !column.isEmpty()) {
            place.problem(
                    field,
                    "'" + column + "' is not a column of " + file + ". "
                            + (places.size() == 1
                                    ? "The table has one column only: maybe its delimiter is another, such as \";\"."
                                    : Nearest.remedy(
                                            column,
                                            places.keySet(),
                                            "Copy its name from the first line of the table.")));
        }
        if (twice.contains(column) && place.has(field)) {
            place.problem(field, "'" + column + "' is a column of " + file + " twice. Rename one in its first line.");
        }
    }

    /** Takes a row in, or reports what is wrong with it. */
    private void read(TextRow row, int idIndex, int nameIndex, int exchangeIndex) {
        ratesOfRow.clear();
        repairOfRow = "";
        if (isLeftOut(row)) {
            return;
        }
        Optional<String> broken = row.problem();
        if (broken.isPresent()) {
            tellRow("broken rows", row.line(), "", broken.get());
            return;
        }
        row.problem(idIndex).ifPresent(what -> tellRow("broken cells", row.line(), idColumn, what));
        String given = WordCells.meaning(row.cell(idIndex));
        if (given.isEmpty() && isBlank(row)) {
            return;
        }
        String id = id(row, given, exchangeIndex);
        int position = ids.size();
        for (NumberCells cells : numbers) {
            cells.put(position, number(row, cells));
        }
        String name = nameIndex == idIndex ? id : name(row, nameIndex, id);
        for (WordCells cells : words) {
            tellCell(row, cells.column(), cells.put(position, row));
        }
        if (isBroken) {
            return;
        }
        int code = ids.code(id);
        if (code < position) {
            tellRow(
                    "companies that stand twice",
                    row.line(),
                    idColumn,
                    "'" + id + "' is in line " + lines[code] + " already. Rename or delete one.");
            return;
        }
        keep(position, name, nameIndex != idIndex, row.line());
    }

    /** Whether it begins as the rows do that are to be left out, or is both broken and blank. */
    private boolean isLeftOut(TextRow row) {
        for (String words : leaveOut) {
            if (TypedNumbers.plain(row.cell(0)).startsWith(words)) {
                leftOut.merge("beginning with '" + words + "'", 1, Integer::sum);
                return true;
            }
        }
        return row.problem().isPresent() && isBlank(row);
    }

    /** Whether nothing stands in it, and it is left out. */
    private boolean isBlank(TextRow row) {
        boolean blank =
                IntStream.range(0, row.size()).allMatch(cell -> row.cell(cell).isBlank());
        if (blank) {
            leftOut.merge("blank", 1, Integer::sum);
        }
        return blank;
    }

    private void keep(int position, String name, boolean isNamed, int line) {
        ratesOfRow.forEach(rate -> converted.merge(rate, 1, Integer::sum));
        if (!repairOfRow.isEmpty()) {
            repaired.add(repairOfRow);
        }
        if (isNamed) {
            names.add(name);
        }
        if (position == lines.length) {
            lines = Arrays.copyOf(lines, 2 * position);
        }
        lines[position] = line;
    }

    /** The name of a company; its id where none stands there, or it cannot be read. */
    private String name(TextRow row, int index, String id) {
        Optional<String> problem = row.problem(index);
        tellCell(row, nameColumn, problem);
        String name = problem.isPresent() ? "" : WordCells.meaning(row.cell(index));
        return name.isEmpty() ? id : name;
    }

    private String id(TextRow row, String id, int exchangeIndex) {
        if (id.isEmpty()) {
            tellRow("empty ids", row.line(), idColumn, "is empty. Give the company an id, such as its ticker.");
        }
        return exchangeColumn.isEmpty() ? id : withZeros(id, row.cell(exchangeIndex), row.line());
    }

    /** A code of mainland China has six digits; a spreadsheet that took it for a number has dropped the first zeros. */
    private String withZeros(String id, String exchange, int line) {
        boolean digits =
                !id.isEmpty() && id.length() < CODE_DIGITS && id.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || !MAINLAND_CHINA.contains(exchange.strip().toUpperCase(Locale.ROOT))) {
            return id;
        }
        String whole = "0".repeat(CODE_DIGITS - id.length()) + id;
        repairOfRow = "'" + id + "' in line " + line + " is " + whole;
        return whole;
    }

    private double number(TextRow row, NumberCells cells) {
        String column = cells.column().column();
        Optional<String> problem = row.problem(cells.index());
        if (problem.isPresent()) {
            tellCell(row, column, problem);
            return Double.NaN;
        }
        String currency = cells.currency() < 0 ? "" : row.cell(cells.currency()).strip();
        double value;
        try {
            value = cells.parse(row.cell(cells.index()), delimiter, currency);
        } catch (IllegalArgumentException e) {
            tellCell(column, row.line(), column, String.valueOf(e.getMessage()));
            return Double.NaN;
        }
        return cells.currency() < 0 || Double.isNaN(value)
                ? value
                : inOneCurrency(value, currency, row.line(), cells.column());
    }

    private double inOneCurrency(double value, String currency, int line, NumberColumn column) {
        if (currency.equals(column.in())) {
            return value;
        }
        ExchangeRate rate = column.rates().get(currency);
        if (rate != null) {
            ratesOfRow.add(rate);
            return value * rate.perUnit();
        }
        tellCell(
                currency.isEmpty() ? "currencies that are empty" : "currency " + currency,
                line,
                column.currency(),
                currency.isEmpty()
                        ? "is empty, and '" + column.column() + "' is not. Say in which currency it is."
                        : "'" + currency + "' has no rate to " + column.in() + ". Add one, with its date and source,"
                                + " to the rates of '" + column.name() + "'.");
        return Double.NaN;
    }

    /** A problem with a row, unless so many of its kind were told already. */
    private void tellRow(String kind, int line, String column, String message) {
        isBroken = true;
        tell(rowProblems, kind, line, column, message);
    }

    private void tellCell(TextRow row, String column, Optional<String> problem) {
        problem.ifPresent(what -> tellCell("broken cells", row.line(), column, what));
    }

    /** A problem with a cell, unless so many of its kind were told already. */
    private void tellCell(String kind, int line, String column, String message) {
        cellsWithProblem++;
        tell(cellProblems, kind, line, column, message);
    }

    private void tell(Problems some, String kind, int line, String column, String message) {
        if (alike.merge(kind, 1, Integer::sum) <= TOLD) {
            some.add(file, line, column, message);
        }
    }

    private void tellHowManyMore() {
        alike.forEach((kind, count) -> {
            if (count > TOLD) {
                rowProblems.add(file, 0, "has " + (count - TOLD) + " more problems like those of " + kind + ".");
            }
        });
    }
}
