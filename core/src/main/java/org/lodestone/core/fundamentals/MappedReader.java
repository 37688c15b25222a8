package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.fundamentals.Mapping.Meaning;
import org.lodestone.core.internal.table.ColumnForms;
import org.lodestone.core.internal.table.FormsShown;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.core.table.TypedNumbers;
import org.lodestone.core.time.Period;

/** Reads any table by a {@link Mapping}: a column for each number, or a row for each. */
final class MappedReader {

    private final Mapping mapping;
    private final Gathering gathering;
    private final RowCompanies companies;
    private final MappedNumbers numbers;
    private final ImmutableMap<String, ColumnForms> seen;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private String name = "";
    private int width;

    /**
     * Reads a file into {@code gathering}.
     *
     * @param seen how the numbers of each column are to be read; empty where that is not known before all of them were seen
     */
    MappedReader(FundamentalsFile file, Dataset dataset, Gathering gathering, ImmutableMap<String, ColumnForms> seen) {
        this.seen = seen;
        this.mapping = file.mapping();
        this.gathering = gathering;
        this.companies = new RowCompanies(gathering, mapping, dataset);
        this.numbers = new MappedNumbers(mapping.numbers());
    }

    /** A column of the table, or a word for a fact in a table that has a row for each number. */
    private record Column(Tally tally, Meaning meaning, FormsShown forms) {

        Column(Tally tally, Meaning meaning) {
            this(tally, meaning, new FormsShown());
        }

        ColumnForms seen() {
            return forms.understood(meaning.written(), NumberForm.isOfMoney(tally.header()));
        }
    }

    void read(TextRows rows) {
        name = rows.name();
        if (mapping.company().column().isEmpty() || mapping.facts().isEmpty()) {
            gathering.problem(
                    name,
                    "needs a mapping that says which column has the company and which columns are which facts:"
                            + " {\"company\": {\"column\": \"Code\"}, \"facts\": {\"Sales\": {\"fact\": \"revenue\","
                            + " \"unit\": \"CNY mn\", \"period\": \"FY2024\"}}}.");
            return;
        }
        if (!gathering.findHeader(rows, Integer.MAX_VALUE, row -> row.line() >= mapping.header())) {
            gathering.problem(
                    name, "ends before line " + mapping.header() + ", where the mapping has its header. Correct it.");
            return;
        }
        if (!readHeader(rows.row())) {
            return;
        }
        RowCompanies.Cells cells = new RowCompanies.Cells(
                place(mapping.company().column()),
                place(mapping.company().exchange()),
                place(mapping.company().name()));
        gathering.readRows(rows, row -> read(row, cells));
        columns.forEach((header, column) -> column.forms().note(header).ifPresent(gathering::note));
    }

    /** Whether what some numbers mean depends on the others of their column, so that the table is read once more. */
    boolean isOfColumns() {
        return seen.isEmpty()
                && columns.values().stream().anyMatch(column -> column.forms().isOfTheColumn());
    }

    /** How the numbers of each column are to be read. */
    ImmutableMap<String, ColumnForms> seen() {
        return columns.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(
                        Map.Entry::getKey, column -> column.getValue().seen()));
    }

    private int place(String column) {
        return column.isEmpty() ? -1 : places.getOrDefault(Headers.oneLine(column), -1);
    }

    private boolean readHeader(TextRow row) {
        width = row.size();
        Set<String> twice = new LinkedHashSet<>();
        for (int i = 0; i < row.size(); i++) {
            String header = Headers.oneLine(row.cell(i));
            int cell = i;
            row.problem(cell).ifPresent(problem -> gathering.problem(FilePlace.of(row, cell), "the header", problem));
            if (!header.isEmpty() && places.putIfAbsent(header, i) != null) {
                twice.add(header);
            }
        }
        for (String column : named()) {
            requireColumn(row, column, twice);
        }
        if (gathering.hasProblems()) {
            return false;
        }
        if (mapping.rows().isPresent()) {
            mapping.facts()
                    .forEach((word, meaning) -> columns.put(
                            word,
                            new Column(gathering.column(word).as(meaning, meaning.unit(), when(meaning)), meaning)));
        } else {
            Set<String> others = new LinkedHashSet<>(named());
            places.keySet().forEach(header -> addColumn(row, header, others));
        }
        return !gathering.hasProblems();
    }

    /** All columns that the mapping names. */
    private List<String> named() {
        Set<String> named = new LinkedHashSet<>();
        named.add(mapping.company().column());
        named.add(mapping.company().exchange());
        named.add(mapping.company().name());
        mapping.rows()
                .ifPresentOrElse(
                        rows -> named.addAll(List.of(rows.fact(), rows.period(), rows.value(), rows.unit())),
                        () -> named.addAll(mapping.facts().keySet()));
        mapping.facts().values().forEach(meaning -> named.add(meaning.periodColumn()));
        named.remove("");
        return named.stream().map(Headers::oneLine).toList();
    }

    private void requireColumn(TextRow row, String column, Set<String> twice) {
        if (!places.containsKey(column)) {
            gathering.problem(
                    FilePlace.of(row),
                    column,
                    "is named in the mapping and is not a column of the table. "
                            + (places.size() == 1
                                    ? "It has one column only: maybe its delimiter is another, or its header stands in"
                                            + " another line."
                                    : Nearest.remedy(
                                            column,
                                            places.keySet(),
                                            "Copy its name from the header, or say in"
                                                    + " which line that stands (\"header\": 2).")));
        } else if (twice.contains(column)) {
            gathering.problem(
                    FilePlace.of(row), column, "is the name of two columns. Rename one of them in the table.");
        }
    }

    private void addColumn(TextRow row, String header, Set<String> others) {
        Meaning meaning = mapping.facts().get(header);
        if (meaning == null) {
            if (!others.contains(header)) {
                gathering.column(header).leftOut("the mapping does not name it");
            }
            return;
        }
        Tally tally = gathering.column(header);
        try {
            Stated stated = Stated.of(meaning, Period.NONE, requireUnit(meaning));
            Headers.otherUnit(header, stated)
                    .ifPresent(word -> gathering.note("The header '" + header + "' says " + word
                            + ", and the mapping says " + meaning.unit() + ". See which of the two it is."));
            columns.put(header, new Column(tally.as(meaning, stated.conversion(), when(meaning)), meaning));
            if (when(meaning).isEmpty()) {
                gathering.problem(
                        FilePlace.of(row),
                        header,
                        "has no period in the mapping. Give \"period\", or \"period_column\" where a column has it.");
            }
        } catch (IllegalArgumentException e) {
            gathering.problem(FilePlace.of(row, place(header)), header, String.valueOf(e.getMessage()));
        }
    }

    private static String when(Meaning meaning) {
        return meaning.period().isEmpty()
                ? meaning.periodColumn()
                : PeriodWords.parse(meaning.period(), meaning.timing()).toString();
    }

    private static String requireUnit(Meaning meaning) {
        if (meaning.unit().isEmpty()) {
            throw new IllegalArgumentException("has no unit in the mapping. Give one: \"unit\": \"CNY mn\".");
        }
        return meaning.unit();
    }

    private void read(TextRow row, RowCompanies.Cells cells) {
        Optional<Company> company = companies.of(row, cells);
        if (company.isEmpty() || gathering.refusesWider(row, width)) {
            return;
        }
        if (mapping.rows().isPresent()) {
            readNumber(row, company.get(), mapping.rows().get());
            return;
        }
        gathering.countTaken();
        columns.forEach((header, column) -> {
            Meaning meaning = column.meaning();
            String period =
                    meaning.periodColumn().isEmpty() ? meaning.period() : row.cell(place(meaning.periodColumn()));
            take(row, place(header), column, company.get(), period, meaning.unit());
        });
    }

    private void readNumber(TextRow row, Company company, Mapping.RowColumns named) {
        String word = Headers.oneLine(row.cell(place(named.fact())));
        Column column = columns.get(word);
        if (column == null) {
            gathering.leaveOut(FilePlace.of(row), word, "the mapping does not say which fact it is");
            return;
        }
        gathering.countTaken();
        Meaning meaning = column.meaning();
        String period = !meaning.period().isEmpty() || named.period().isEmpty()
                ? meaning.period()
                : row.cell(place(named.period()));
        String unit = !meaning.unit().isEmpty() || named.unit().isEmpty()
                ? meaning.unit()
                : TypedNumbers.plain(row.cell(place(named.unit())));
        take(row, place(named.value()), column, company, period, unit);
    }

    private void take(TextRow row, int cell, Column column, Company company, String period, String unit) {
        FilePlace spot = FilePlace.of(row, cell);
        Optional<String> problem = row.problem(cell);
        if (problem.isPresent()) {
            gathering.problem(spot, column.tally().header(), problem.get());
            return;
        }
        String text = row.cell(cell);
        if (TypedNumbers.isInfinite(text)) {
            gathering.leaveOut(
                    spot,
                    column.tally().header() + ": " + TypedNumbers.plain(text),
                    "infinite, which no figure is; maybe it was divided by zero");
            return;
        }
        Stated stated;
        try {
            Period when = PeriodWords.parse(period, column.meaning().timing());
            if (when.equals(Period.NONE)) {
                throw new IllegalArgumentException(
                        "has no period. Write one into the row, such as FY2024 or 2025-10-31.");
            }
            stated = Stated.of(column.meaning(), when, unit);
            Optional<NumberForm.Written> written = mapping.numbers().written(text);
            if (written.isPresent()) {
                MappedNumbers.requireFit(TypedNumbers.plain(text), written.get(), stated);
                column.forms().count(written.get());
            }
        } catch (IllegalArgumentException e) {
            gathering.problem(spot, column.tally().header(), String.valueOf(e.getMessage()));
            return;
        }
        take(text, spot, column, company, stated);
    }

    private void take(String text, FilePlace spot, Column column, Company company, Stated stated) {
        Optional<BigDecimal> number;
        try {
            number = numbers.parse(
                    text, stated, Optional.ofNullable(seen.get(column.tally().header())));
        } catch (IllegalArgumentException e) {
            leaveOut(spot, column, String.valueOf(e.getMessage()));
            return;
        }
        if (number.isPresent()) {
            mapping.numbers().written(text).ifPresent(column.forms()::countTaken);
            gathering.take(column.tally(), spot, company, stated, number.get(), TypedNumbers.plain(text));
        } else {
            column.tally().countMissing();
        }
    }

    /** A number that cannot be told is not known of its company. */
    private void leaveOut(FilePlace spot, Column column, String problem) {
        column.tally().countMissing();
        gathering.leaveOut(
                spot,
                column.tally().header() + ": " + problem.replaceFirst("[.]$", ""),
                "no number that has one reading");
    }
}
