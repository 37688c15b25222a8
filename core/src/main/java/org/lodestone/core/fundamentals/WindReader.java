package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.company.Company;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping.Meaning;
import org.lodestone.core.fundamentals.Mapping.Timing;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.core.table.TypedNumbers;
import org.lodestone.core.time.Period;

/** Reads an export of Wind: a row for each company, and in each header the indicator, its parameters and its unit. */
final class WindReader {

    private static final String CODE = "证券代码";
    private static final String NAME = "证券简称";
    private static final int LAST_HEADER = 20;

    private static final Pattern PARAMETER = Pattern.compile("\\[([^\\]]+)\\]\\s*([^\\[]*)");
    private static final Pattern YUAN = Pattern.compile("[美港]?元");
    private static final String LATEST = "最新";
    private static final String UNIT = "单位";
    private static final String STATEMENT = "报表类型";
    private static final String CURRENCY = "币种";
    private static final String ADJUSTMENT = "复权方式";
    private static final ImmutableSet<String> DATES = ImmutableSet.of("报告期", "交易日期", "截止日期", "日期");
    private static final ImmutableSet<String> KNOWN = ImmutableSet.of(UNIT, STATEMENT, CURRENCY, ADJUSTMENT);
    private static final ImmutableSet<String> MAINLAND = ImmutableSet.of("XSHG", "XSHE", "XBSE");

    private final FundamentalsFile file;
    private final Gathering gathering;
    private final RowCompanies companies;
    private final Indicators indicators;
    private final List<Column> columns = new ArrayList<>();

    WindReader(FundamentalsFile file, Dataset dataset, Gathering gathering) {
        this.file = file;
        this.gathering = gathering;
        this.companies = new RowCompanies(gathering, file.mapping(), dataset);
        this.indicators = Indicators.of(Program.WIND, "", file.mapping());
    }

    /**
     * A column of numbers.
     *
     * @param ofMainland whether its 元 are those of China only where the company is listed there
     */
    private record Column(int cell, Tally tally, Stated stated, boolean ofMainland) {}

    /** Says why a column is not taken. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotTaken(String reason) {
            super(reason);
        }
    }

    void read(TextRows rows) {
        TextRow row = rows.row();
        if (!gathering.findHeader(
                rows, LAST_HEADER, one -> Headers.oneLine(one.cell(0)).equals(CODE))) {
            gathering.problem(
                    rows.name(),
                    "has no column '" + CODE
                            + "', with which exports of Wind begin. Export it anew from Wind, or import"
                            + " it as a table with a mapping.");
            return;
        }
        RowCompanies.Cells cells =
                new RowCompanies.Cells(0, -1, Headers.oneLine(row.cell(1)).equals(NAME) ? 1 : -1);
        int width = row.size();
        for (int i = cells.name() < 0 ? 1 : 2; i < width; i++) {
            addColumn(row, i);
        }
        if (columns.isEmpty() && !gathering.hasProblems()) {
            gathering.problem(
                    rows.name(),
                    "has no column that is understood. Say in a mapping which facts its indicators are:"
                            + " {\"facts\": {\"营业成本\": {\"fact\": \"cost-of-sales\", \"kind\": \"money\"}}}.");
        }
        gathering.readRows(rows, one -> read(one, cells, width));
    }

    private void addColumn(TextRow row, int cell) {
        String header = Headers.oneLine(row.cell(cell));
        Optional<String> problem = row.problem(cell);
        if (problem.isPresent()) {
            gathering.problem(FilePlace.of(row, cell), "the header", problem.get());
        }
        if (header.isEmpty()) {
            return;
        }
        Tally tally = gathering.column(header);
        Map<String, String> parameters = parameters(header);
        String indicator = Headers.oneLine(header.replaceFirst("\\[.*", ""));
        try {
            Meaning meaning = indicators
                    .find(header)
                    .or(() -> indicators.find(indicator))
                    .orElseThrow(
                            () -> new NotTaken("'" + indicator + "' is not an indicator that is known. To take it, say"
                                    + " which fact it is in a mapping: {\"facts\": {\"" + indicator
                                    + "\": {\"fact\": …, \"kind\": …, \"timing\": …}}}"));
            if (indicators.find(header).isEmpty()) {
                requireKnown(parameters, meaning);
            }
            meaning = ofStatement(meaning, parameters.getOrDefault(STATEMENT, ""));
            Period period = period(meaning, parameters);
            String unit = unit(meaning, parameters);
            Stated stated = Stated.of(meaning, period, unit);
            boolean ofMainland =
                    unit.contains("元") && parameters.getOrDefault(CURRENCY, "").isEmpty();
            tally.as(meaning, stated.conversion(), period.toString());
            columns.add(new Column(cell, tally, stated, ofMainland));
        } catch (NotTaken e) {
            tally.leftOut(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            gathering.problem(FilePlace.of(row, cell), header, String.valueOf(e.getMessage()));
        }
    }

    /** The parameters in brackets, with their values. */
    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher m = PARAMETER.matcher(header);
        while (m.find()) {
            parameters.put(m.group(1).strip(), m.group(2).strip());
        }
        return parameters;
    }

    private static void requireKnown(Map<String, String> parameters, Meaning meaning) {
        parameters.forEach((parameter, value) -> {
            if (!KNOWN.contains(parameter) && !DATES.contains(parameter)) {
                throw new NotTaken("it has a parameter that is not known, [" + parameter + "] " + value
                        + ", which may change what is counted. To take it, give the whole header in a mapping");
            }
        });
        String adjusted = parameters.getOrDefault(ADJUSTMENT, "不复权");
        if (!adjusted.equals("不复权")) {
            throw new NotTaken(
                    "'" + meaning.fact() + "' is adjusted (" + adjusted + "), and not the price that was paid");
        }
    }

    private static Meaning ofStatement(Meaning meaning, String statement) {
        return switch (statement) {
            case "", "合并报表" -> meaning;
            case "母公司报表" -> meaning.withScope("parent company alone");
            default ->
                throw new NotTaken("it is of another report type (" + statement + ") than 合并报表, the consolidated one");
        };
    }

    private Period period(Meaning meaning, Map<String, String> parameters) {
        if (!meaning.period().isEmpty()) {
            return PeriodWords.parse(meaning.period(), meaning.timing());
        }
        String named = DATES.stream().filter(parameters::containsKey).reduce("", (one, other) -> other);
        String date = parameters.getOrDefault(named, "");
        boolean ofReport = named.equals("报告期");
        if (date.isEmpty() || date.contains(LATEST)) {
            return latest(meaning, date, ofReport);
        }
        Optional<LocalDate> day = PeriodWords.date(date);
        if (day.isEmpty()) {
            return PeriodWords.parse(date, meaning.timing());
        }
        if (!ofReport && meaning.timing() == Timing.PERIOD) {
            throw new NotTaken(
                    "'" + meaning.fact() + "' runs over a period, and the header has only a day (" + date + ")");
        }
        return PeriodWords.ofReport(day.get(), meaning.timing());
    }

    private Period latest(Meaning meaning, String date, boolean ofReport) {
        String said = date.isEmpty() ? "has no date" : "is of '" + date + "', which is no date";
        if (meaning.timing() == Timing.PERIOD || ofReport) {
            throw new IllegalArgumentException(
                    said + ". Export it for a named report, such as 2024年报, or give its period in a mapping.");
        }
        return PeriodWords.day(file.date()
                .orElseThrow(() -> new IllegalArgumentException(
                        said + ". Say which day is meant with --date, such as --date 2025-10-31.")));
    }

    private static String unit(Meaning meaning, Map<String, String> parameters) {
        String unit = meaning.unit().isEmpty() ? parameters.getOrDefault(UNIT, "") : meaning.unit();
        if (unit.isEmpty()) {
            return switch (meaning.kind()) {
                case MULTIPLE -> "倍";
                default ->
                    throw new IllegalArgumentException(
                            "has no unit. Export it with [单位], or give \"unit\" for it in a mapping.");
            };
        }
        return switch (parameters.getOrDefault(CURRENCY, "")) {
            case "" -> unit;
            case "人民币", "CNY" -> inCurrency(unit, "元");
            case "美元", "USD" -> inCurrency(unit, "美元");
            case "港元", "港币", "HKD" -> inCurrency(unit, "港元");
            default ->
                throw new NotTaken("its currency ([币种] " + parameters.get(CURRENCY)
                        + ") is not named for each company: export it in 人民币");
        };
    }

    /** A unit whose 元 are of a currency that the header names beside it, or that says so itself. */
    private static String inCurrency(String unit, String currency) {
        Matcher said = YUAN.matcher(unit);
        if (said.find() && said.group().length() > 1 && !said.group().equals(currency)) {
            throw new IllegalArgumentException("is in " + said.group() + " by its unit and in " + currency
                    + " by its [币种]. Export it with one currency.");
        }
        return said.replaceFirst(currency);
    }

    private void read(TextRow row, RowCompanies.Cells cells, int width) {
        if (Headers.oneLine(row.cell(0)).equals(CODE)) {
            gathering.problem(
                    FilePlace.of(row), CODE, "stands here again. Delete this second header, or split the file.");
            return;
        }
        Optional<Company> company = companies.of(row, cells);
        if (company.isEmpty() || gathering.refusesWider(row, width)) {
            return;
        }
        gathering.countTaken();
        for (Column column : columns) {
            FilePlace spot = FilePlace.of(row, column.cell());
            String cell = row.cell(column.cell());
            Optional<String> problem = row.problem(column.cell());
            if (problem.isPresent()) {
                gathering.problem(spot, column.tally().header(), problem.get());
            } else if (column.ofMainland()
                    && !MAINLAND.contains(company.get().listing().mic())) {
                gathering.leaveOut(
                        spot,
                        company.get().id() + ": " + TypedNumbers.plain(cell),
                        "元 of a company that is not listed in mainland China may be another currency: export it with"
                                + " [币种] 人民币");
            } else {
                gathering.take(column.tally(), spot, company.get(), column.stated(), cell);
            }
        }
    }
}
