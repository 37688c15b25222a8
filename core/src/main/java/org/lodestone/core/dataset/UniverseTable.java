package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.screen.Universe;
import org.lodestone.core.text.Nearest;

/** Reads the rows of a table of companies one by one into the columns of a universe. */
final class UniverseTable {

    /** Of problems that are alike, so many are told one by one. */
    private static final int TOLD = 20;

    private static final ImmutableSet<String> MAINLAND_CHINA = ImmutableSet.of(
            "SSE", "SZSE", "BSE", "XSHG", "XSHE", "XBSE", "SH", "SZ", "BJ", "SS", "SHANGHAI", "SHENZHEN", "BEIJING");
    private static final int CODE_DIGITS = 6;

    /** What stands in for bytes that are not UTF-8. */
    private static final char REPLACED = '\uFFFD';

    private final JsonPlace root;
    private final String file;
    private final char delimiter;
    private final ImmutableMap<String, NumberColumn> numberColumns;
    private final ImmutableMap<String, String> wordColumns;
    private final Problems problems;

    private final String idColumn;
    private final String nameColumn;
    private final String exchangeColumn;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> alike = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Map<String, ImmutableDoubleArray.Builder> numbers = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Map<String, String> vocabulary = new HashMap<>();
    private final Map<ExchangeRate, Integer> converted = new LinkedHashMap<>();
    private final List<String> repaired = new ArrayList<>();
    private final List<ExchangeRate> ratesOfRow = new ArrayList<>();
    private String repairOfRow = "";
    private int width;
    private int lastLine;
    private int met;

    UniverseTable(
            JsonPlace root,
            String file,
            char delimiter,
            ImmutableMap<String, NumberColumn> numberColumns,
            ImmutableMap<String, String> wordColumns) {
        this.root = root;
        this.file = file;
        this.delimiter = delimiter;
        this.numberColumns = numberColumns;
        this.wordColumns = wordColumns;
        this.problems = root.problems();
        this.idColumn = root.text("id", "");
        this.nameColumn = root.text("name", idColumn);
        this.exchangeColumn = root.text("exchange", "");
        numberColumns.keySet().forEach(name -> numbers.put(name, ImmutableDoubleArray.builder()));
        wordColumns.keySet().forEach(name -> words.put(name, new ArrayList<>()));
    }

    /** The universe in {@code path}; empty, and reported, where the table lacks a column that is asked for. */
    Optional<Universe> read(Path path) {
        CsvReader.CsvReaderBuilder csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (CsvReader<CsvRecord> rows = csv.ofCsvRecord(path)) {
            boolean first = true;
            for (CsvRecord row : rows) {
                lastLine = (int) row.getStartingLineNumber();
                if (first && !hasColumns(row)) {
                    return Optional.empty();
                }
                if (!first) {
                    read(row);
                }
                first = false;
            }
            if (first) {
                problems.add(
                        file, 1, "is empty. Write a line with the names of its columns, and one for each company.");
                return Optional.empty();
            }
        } catch (CsvParseException e) {
            problems.add(
                    file,
                    lastLine,
                    "is the last line that could be read. Maybe a quote below is not closed: close it, and write a quote"
                            + " inside a quoted cell twice (\"\").");
        } catch (IOException | UncheckedIOException e) {
            problems.add(file, 0, "cannot be read (" + e.getMessage() + "). Check that you may read it.");
        }
        tellHowManyMore();
        return Optional.of(universe());
    }

    private Universe universe() {
        Universe.Builder universe = Universe.of(ids).names(names);
        numbers.forEach((name, column) -> universe.numbers(name, column.build().toArray()));
        words.forEach(universe::words);
        return universe.build();
    }

    /** The rates at which figures were converted. */
    ImmutableList<ExchangeRate> ratesUsed() {
        return ImmutableList.copyOf(converted.keySet());
    }

    /** What was done to what was read. */
    ImmutableList<String> notes() {
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        converted.forEach((rate, count) -> notes.add(count + (count == 1 ? " figure" : " figures") + " in "
                + rate.base()
                + " converted at " + rate.rate().toPlainString() + " " + rate.quote() + ", the rate of " + rate.date()
                + " (" + String.join(", ", rate.citation().sources()) + ")."));
        if (!repaired.isEmpty()) {
            notes.add((repaired.size() == 1 ? "1 code had" : repaired.size() + " codes had")
                    + " lost leading zeros: " + String.join(", ", repaired.subList(0, Math.min(repaired.size(), TOLD)))
                    + (repaired.size() > TOLD ? " and so on" : "") + ".");
        }
        return notes.build();
    }

    private boolean hasColumns(CsvRecord header) {
        List<String> names = header.getFields();
        width = names.size();
        int before = problems.count();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
        requireColumn(root, "id", names);
        if (root.has("name")) {
            requireColumn(root, "name", names);
        }
        if (root.has("exchange")) {
            requireColumn(root, "exchange", names);
        }
        wordColumns.keySet().forEach(name -> requireColumn(root.at("words"), name, names));
        numberColumns.forEach((name, column) -> {
            JsonPlace place = root.at("numbers").at(name);
            if (place.node().isTextual()) {
                requireColumn(root.at("numbers"), name, names);
            } else {
                requireColumn(place, "column", names);
                if (place.has("currency")) {
                    requireColumn(place, "currency", names);
                }
            }
        });
        return problems.count() == before;
    }

    private void requireColumn(JsonPlace place, String field, List<String> header) {
        String column = place.text(field, "");
        long found = header.stream().filter(column::equals).count();
        if (found == 0 && !column.isEmpty()) {
            place.problem(
                    field,
                    "'" + column + "' is not a column of " + file + ". "
                            + (header.size() == 1
                                    ? "The table has one column only: maybe its delimiter is another, such as \";\"."
                                    : Nearest.remedy(
                                            column, header, "Copy its name from the first line of the table.")));
        }
        if (found > 1) {
            place.problem(field, "'" + column + "' is a column of " + file + " twice. Rename one in its first line.");
        }
    }

    /** Takes a row in, or reports what is wrong with it. */
    private void read(CsvRecord row) {
        int line = lastLine;
        int before = met;
        ratesOfRow.clear();
        repairOfRow = "";
        if (row.getFieldCount() != width) {
            tell("missing or extra cells", line, "", cells(row.getFieldCount()));
            return;
        }
        String id = id(row, line);
        double[] values = new double[numberColumns.size()];
        int i = 0;
        for (NumberColumn column : numberColumns.values()) {
            values[i++] = number(row, line, column);
        }
        String name = nameColumn.equals(idColumn) ? id : word(row, line, nameColumn);
        List<String> said = new ArrayList<>();
        for (String column : wordColumns.values()) {
            said.add(vocabulary.computeIfAbsent(word(row, line, column), word -> word));
        }
        if (met > before) {
            return;
        }
        Integer earlier = lines.putIfAbsent(id, line);
        if (earlier != null) {
            tell(
                    "companies that stand twice",
                    line,
                    idColumn,
                    "'" + id + "' is in line " + earlier + " already. Rename or delete one.");
            return;
        }
        ratesOfRow.forEach(rate -> converted.merge(rate, 1, Integer::sum));
        if (!repairOfRow.isEmpty()) {
            repaired.add(repairOfRow);
        }
        ids.add(id);
        names.add(name);
        i = 0;
        for (ImmutableDoubleArray.Builder column : numbers.values()) {
            column.add(values[i++]);
        }
        i = 0;
        for (List<String> column : words.values()) {
            column.add(said.get(i++));
        }
    }

    private String cells(int count) {
        return "has " + count + (count == 1 ? " cell" : " cells") + " where the first line has " + width + ". "
                + (count < width
                        ? "Maybe a delimiter is missing: empty cells need theirs too."
                        : "Maybe a cell that holds a delimiter is not in quotes.");
    }

    private String cell(CsvRecord row, String column) {
        return row.getField(places.getOrDefault(column, 0));
    }

    /** A word; NA is one, of Namibia. */
    private String word(CsvRecord row, int line, String column) {
        String cell = cell(row, column).strip();
        if (cell.indexOf(REPLACED) >= 0) {
            tell(
                    "other encodings",
                    line,
                    column,
                    "'" + cell + "' is not UTF-8. Maybe the file is in Windows-1252 or GBK: save it as UTF-8.");
        }
        return NumberColumn.isNotKnown(cell) && !cell.equals("NA") ? "" : cell;
    }

    private String id(CsvRecord row, int line) {
        String id = word(row, line, idColumn);
        if (id.isEmpty()) {
            tell("empty ids", line, idColumn, "is empty. Give the company an id, such as its ticker.");
        }
        return exchangeColumn.isEmpty() ? id : withZeros(id, cell(row, exchangeColumn), line);
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

    private double number(CsvRecord row, int line, NumberColumn column) {
        double value;
        try {
            value = column.parse(cell(row, column.column()), delimiter);
        } catch (IllegalArgumentException e) {
            tell(column.column(), line, column.column(), String.valueOf(e.getMessage()));
            return Double.NaN;
        }
        return column.currency().isEmpty() || Double.isNaN(value) ? value : inOneCurrency(value, row, line, column);
    }

    private double inOneCurrency(double value, CsvRecord row, int line, NumberColumn column) {
        String currency = cell(row, column.currency()).strip();
        if (currency.equals(column.in())) {
            return value;
        }
        ExchangeRate rate = column.rates().get(currency);
        if (rate != null) {
            ratesOfRow.add(rate);
            return value * rate.perUnit();
        }
        tell(
                currency.isEmpty() ? "currencies that are empty" : "currency " + currency,
                line,
                column.currency(),
                currency.isEmpty()
                        ? "is empty, and '" + column.column() + "' is not. Say in which currency it is."
                        : "'" + currency + "' has no rate to " + column.in() + ". Add one, with its date and source,"
                                + " to the rates of '" + column.name() + "'.");
        return Double.NaN;
    }

    /** A problem, unless so many of its kind were told already. */
    private void tell(String kind, int line, String column, String message) {
        met++;
        if (alike.merge(kind, 1, Integer::sum) > TOLD) {
            return;
        }
        if (column.isEmpty()) {
            problems.add(file, line, message);
        } else {
            problems.add(file, line, column, message);
        }
    }

    private void tellHowManyMore() {
        alike.forEach((kind, count) -> {
            if (count > TOLD) {
                problems.add(
                        file, 0, "has " + (count - TOLD) + " more rows with a problem like those of " + kind + ".");
            }
        });
    }
}
