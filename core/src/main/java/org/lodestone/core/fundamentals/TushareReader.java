package org.lodestone.core.fundamentals;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping.Meaning;
import org.lodestone.core.fundamentals.Mapping.Timing;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.core.table.TypedNumbers;
import org.lodestone.core.time.Period;

/**
 * Reads a table of the Tushare API: {@code daily_basic}, with a row for each day, or one of the reports ({@code income},
 * {@code balancesheet}, {@code cashflow}, {@code fina_indicator}), with a row for each period and often several.
 *
 * <p>Of a period, the consolidated report ({@code report_type} 1) that was announced last is taken. Reports count from the
 * first of January, so that 0630 is half a year and 0930 nine months.
 */
final class TushareReader {

    private static final String CODE = "ts_code";
    private static final String DAY = "trade_date";
    private static final String END = "end_date";
    private static final String REPORT_TYPE = "report_type";
    private static final ImmutableList<String> ANNOUNCED = ImmutableList.of("f_ann_date", "ann_date");
    private static final String UPDATED = "update_flag";
    private static final ImmutableSet<String> ABOUT = ImmutableSet.of(
            CODE, DAY, END, REPORT_TYPE, "f_ann_date", "ann_date", UPDATED, "comp_type", "end_type", "name");

    private final FundamentalsFile file;
    private final Gathering gathering;
    private final RowCompanies companies;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<Key, Report> latest = new LinkedHashMap<>();

    TushareReader(FundamentalsFile file, Dataset dataset, Gathering gathering) {
        this.file = file;
        this.gathering = gathering;
        this.companies = new RowCompanies(gathering, file.mapping(), dataset);
    }

    private record Column(int cell, Tally tally, Meaning meaning) {}

    private record Key(String company, LocalDate end) {}

    /** A row, kept until all of its period are read. Its spots are those of its columns. */
    private record Report(
            FilePlace spot,
            Company company,
            LocalDate end,
            LocalDate announced,
            String updated,
            ImmutableList<FilePlace> spots,
            ImmutableList<String> cells) {

        boolean isBefore(Report other) {
            int order = announced.compareTo(other.announced);
            return order == 0 ? updated.compareTo(other.updated) < 0 : order < 0;
        }
    }

    void read(TextRows rows) {
        TextRow row = rows.row();
        if (!rows.next() || !readHeader(row, rows.name())) {
            return;
        }
        int width = row.size();
        RowCompanies.Cells cells = new RowCompanies.Cells(place(CODE), -1, places.getOrDefault("name", -1));
        gathering.readRows(rows, one -> read(one, cells, width));
        latest.values().forEach(this::take);
    }

    private int place(String column) {
        return places.getOrDefault(column, -1);
    }

    private boolean readHeader(TextRow row, String name) {
        for (int i = 0; i < row.size(); i++) {
            places.putIfAbsent(Headers.oneLine(row.cell(i)), i);
            int cell = i;
            row.problem(cell).ifPresent(problem -> gathering.problem(FilePlace.of(row, cell), "the header", problem));
        }
        boolean daily = places.containsKey(DAY);
        if (!places.containsKey(CODE) || daily == places.containsKey(END)) {
            gathering.problem(
                    name,
                    "has not the columns of a table of Tushare: " + CODE + ", and either " + DAY + " or " + END
                            + ". Save it with its header, or import it as a table with a mapping.");
            return false;
        }
        Indicators indicators = Indicators.of(Program.TUSHARE, daily ? "daily_basic" : "reports", file.mapping());
        places.forEach((header, cell) -> {
            if (!ABOUT.contains(header) && !header.isEmpty()) {
                addColumn(row, header, cell, indicators);
            }
        });
        if (columns.isEmpty()) {
            gathering.problem(
                    name,
                    "has no field that is understood. Say in a mapping which facts its fields are:"
                            + " {\"facts\": {\"oper_cost\": {\"fact\": \"cost-of-sales\", \"unit\": \"元\"}}}.");
        }
        return !columns.isEmpty();
    }

    private void addColumn(TextRow row, String header, int cell, Indicators indicators) {
        Tally tally = gathering.column(header);
        Optional<Meaning> meaning = indicators.find(header);
        if (meaning.isEmpty()) {
            tally.leftOut(
                    "'" + header + "' is not a field that is known. To take it, say which fact it is in a mapping:"
                            + " {\"facts\": {\"" + header + "\": {\"fact\": …, \"unit\": …, \"timing\": …}}}");
            return;
        }
        try {
            Stated stated = Stated.of(meaning.get(), Period.NONE, meaning.get().unit());
            tally.as(meaning.get(), stated.conversion(), places.containsKey(DAY) ? DAY : END);
            columns.add(new Column(cell, tally, meaning.get()));
        } catch (IllegalArgumentException e) {
            gathering.problem(FilePlace.of(row, cell), header, String.valueOf(e.getMessage()));
        }
    }

    private void read(TextRow row, RowCompanies.Cells cells, int width) {
        Optional<Company> company = companies.of(row, cells);
        if (company.isEmpty()) {
            return;
        }
        if (row.size() != width) {
            gathering.problem(
                    FilePlace.of(row),
                    "",
                    "has " + row.size() + " cells where the header has " + width
                            + ". Maybe a comma is missing, or the file was cut off.");
            return;
        }
        String type = place(REPORT_TYPE) < 0 ? "1" : whole(row.cell(place(REPORT_TYPE)));
        if (!type.equals("1")) {
            gathering.leaveOut(
                    FilePlace.of(row),
                    company.get().id() + ", " + REPORT_TYPE + " " + type,
                    "another report type than 1, the consolidated one");
            return;
        }
        report(row, company.get()).ifPresent(this::keepLatest);
    }

    private static String whole(String cell) {
        return TypedNumbers.plain(cell).replaceFirst("[.]0+$", "");
    }

    private Optional<Report> report(TextRow row, Company company) {
        String column = places.containsKey(DAY) ? DAY : END;
        Optional<LocalDate> end = date(row, column);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        LocalDate announced = ANNOUNCED.stream()
                .filter(date -> place(date) >= 0
                        && !TypedNumbers.plain(row.cell(place(date))).isEmpty())
                .flatMap(date -> date(row, date).stream())
                .findFirst()
                .orElse(LocalDate.MIN);
        for (Column one : columns) {
            row.problem(one.cell())
                    .ifPresent(problem -> gathering.problem(
                            FilePlace.of(row, one.cell()), one.tally().header(), problem));
        }
        return Optional.of(new Report(
                FilePlace.of(row),
                company,
                end.get(),
                announced,
                place(UPDATED) < 0 ? "" : whole(row.cell(place(UPDATED))),
                columns.stream().map(one -> FilePlace.of(row, one.cell())).collect(toImmutableList()),
                columns.stream().map(one -> row.cell(one.cell())).collect(toImmutableList())));
    }

    private Optional<LocalDate> date(TextRow row, String column) {
        String cell = row.cell(place(column));
        try {
            Optional<LocalDate> date = PeriodWords.date(cell);
            if (date.isEmpty()) {
                gathering.problem(
                        FilePlace.of(row, place(column)),
                        column,
                        "'" + cell + "' is not a date. Write it as 20241231.");
            } else if (column.equals(END)) {
                PeriodWords.ofReport(date.get(), Timing.PERIOD);
            }
            return date;
        } catch (IllegalArgumentException e) {
            gathering.problem(FilePlace.of(row, place(column)), column, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void keepLatest(Report report) {
        Key key = new Key(report.company().id(), report.end());
        Report other = latest.get(key);
        if (other == null) {
            latest.put(key, report);
        } else if (other.isBefore(report)) {
            leaveOut(other, "an earlier announcement of the same period");
            latest.put(key, report);
        } else if (report.isBefore(other)) {
            leaveOut(report, "an earlier announcement of the same period");
        } else if (report.cells().equals(other.cells())) {
            leaveOut(report, "said already, with the same numbers");
        } else {
            gathering.problem(
                    report.spot(),
                    "",
                    "states other numbers of " + report.company().id() + " for " + report.end() + " than "
                            + other.spot().text() + ", announced on the same day. Take one of the two out.");
        }
    }

    private void leaveOut(Report report, String reason) {
        gathering.leaveOut(report.spot(), report.company().id() + ", " + report.end(), reason);
    }

    private void take(Report report) {
        gathering.countTaken();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Period period = places.containsKey(DAY)
                    ? PeriodWords.day(report.end())
                    : PeriodWords.ofReport(report.end(), column.meaning().timing());
            gathering.take(
                    column.tally(),
                    report.spots().get(i),
                    report.company(),
                    Stated.of(column.meaning(), period, column.meaning().unit()),
                    report.cells().get(i));
        }
    }
}
