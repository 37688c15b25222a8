package org.lodestone.core.fundamentals;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lodestone.core.company.Company;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Source;
import org.lodestone.core.fundamentals.Fundamentals.LeftOut;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping.Kind;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;
import org.lodestone.core.table.TypedNumbers;

/** The reading of a file so far. */
final class Gathering {

    /** The number of problems alike that are told one by one. */
    private static final int TOLD = 20;

    private final String file;
    private final Program program;
    private final Source source;
    private final TypedNumbers numbers;
    private final List<Tally> columns = new ArrayList<>();
    private final List<Company> companies = new ArrayList<>();
    private final Map<What, SaidAt> said = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final TreeSet<String> notes = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> alike = new HashMap<>();
    private int rows;
    private int taken;

    Gathering(String file, Program program, Source source, TypedNumbers numbers) {
        this.file = file;
        this.program = program;
        this.source = source;
        this.numbers = numbers;
    }

    /** Which number: of whom, what, when, and of which part. */
    private record What(String company, String fact, String period, String scope) {}

    private record SaidAt(CompanyFact fact, FilePlace spot) {}

    /** The id of the file as a source. */
    String source() {
        return source.id();
    }

    Tally column(String header) {
        Tally column = new Tally(header);
        columns.add(column);
        return column;
    }

    void add(Company company) {
        companies.add(company);
    }

    void countRow() {
        rows++;
    }

    void countTaken() {
        taken++;
    }

    void leaveOut(FilePlace spot, String what, String reason) {
        leftOut.add(new LeftOut(spot.text(), what, reason));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** A problem with the whole file, or with a place in it that is named in full. */
    void problem(String place, String message) {
        add(Problem.at(place, message));
    }

    /** A problem with a cell; of those that are alike the first are told, and how many more there are. */
    void problem(FilePlace spot, String column, String message) {
        if (alike.merge(column, 1, Integer::sum) <= TOLD) {
            boolean ofText = spot.text().equals(file + ":" + spot.line());
            problems.add(Problem.in(ofText ? file : spot.text(), ofText ? spot.line() : 0, column, message));
        }
    }

    /** Goes on to the header among the first rows, and leaves out those above it; whether it is there. */
    boolean findHeader(TextRows rows, int most, Predicate<TextRow> isHeader) {
        for (int i = 0; i < most && rows.next(); i++) {
            TextRow row = rows.row();
            if (isHeader.test(row)) {
                return true;
            }
            countRow();
            leaveOut(FilePlace.of(row), Headers.oneLine(row.cell(0)), "above the header");
        }
        return false;
    }

    /** Has each row behind the header read; that there is none is a problem. */
    void readRows(TextRows rows, Consumer<TextRow> read) {
        boolean any = false;
        while (rows.next()) {
            any = true;
            read.accept(rows.row());
        }
        if (!any) {
            rows.withoutRows().problems().forEach(this::add);
        }
    }

    /** Whether a row has more cells than the header, which is a problem. */
    boolean refusesWider(TextRow row, int width) {
        if (row.size() <= width) {
            return false;
        }
        problem(
                FilePlace.of(row),
                "",
                "has " + row.size() + " cells where the header has " + width
                        + ". Name every column; maybe headers are merged, or a cell that holds a delimiter is not in quotes.");
        return true;
    }

    boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** Takes the number in a cell, or says why not. */
    void take(Tally column, FilePlace spot, Company company, Stated stated, String cell) {
        Optional<BigDecimal> number;
        try {
            number = numbers.parse(withoutPercent(cell, stated));
        } catch (IllegalArgumentException e) {
            problem(spot, column.header(), String.valueOf(e.getMessage()));
            return;
        }
        if (number.isEmpty()) {
            column.countMissing();
            return;
        }
        take(column, spot, company, stated, number.get(), TypedNumbers.plain(cell));
    }

    private static String withoutPercent(String cell, Stated stated) {
        String plain = TypedNumbers.plain(cell);
        boolean percent =
                stated.meaning().kind() == Kind.PERCENT || stated.printedUnit().equals("%");
        return percent && plain.endsWith("%") ? plain.substring(0, plain.length() - 1) : plain;
    }

    void take(Tally column, FilePlace spot, Company company, Stated stated, BigDecimal number, String printed) {
        CompanyFact fact = new CompanyFact(
                company.id(),
                stated.meaning().fact(),
                stated.period().toString(),
                Observation.of(stated.inDataset(number)),
                stated.target(),
                stated.meaning().scope(),
                stated.isConverted() ? "Printed " + printed + " " + stated.printedUnit() : "",
                new Citation(
                        ImmutableList.of(source.id()),
                        Reliability.READ,
                        stated.meaning().how(),
                        ""));
        What what = new What(fact.company(), fact.fact(), fact.period(), fact.scope());
        SaidAt earlier = said.putIfAbsent(what, new SaidAt(fact, spot));
        if (earlier == null) {
            column.countTaken();
        } else if (isTheSame(earlier.fact(), fact)) {
            leaveOut(spot, column.header() + ": " + printed, "said already, with the same number");
        } else {
            problem(
                    spot,
                    column.header(),
                    fact.company() + ", " + fact.fact() + " of " + fact.period() + " is " + fact.value() + " "
                            + fact.unit() + " here and " + earlier.fact().value() + " "
                            + earlier.fact().unit()
                            + " in " + earlier.spot().text()
                            + ". Take one of the two out, or give it a scope of its own"
                            + " in the mapping.");
        }
    }

    private static boolean isTheSame(CompanyFact one, CompanyFact other) {
        return one.unit().equals(other.unit())
                && one.value().known().equals(other.value().known());
    }

    Fundamentals result() {
        alike.forEach((column, count) -> {
            if (count > TOLD) {
                problem(file, "has " + (count - TOLD) + " more problems like those of '" + column + "'.");
            }
        });
        return new Fundamentals(
                file,
                program,
                source,
                columns.stream().map(Tally::column).collect(toImmutableList()),
                ImmutableList.copyOf(companies),
                said.values().stream().map(SaidAt::fact).collect(toImmutableList()),
                rows,
                taken,
                ImmutableList.copyOf(leftOut),
                ImmutableList.copyOf(notes),
                ImmutableList.copyOf(problems));
    }
}
