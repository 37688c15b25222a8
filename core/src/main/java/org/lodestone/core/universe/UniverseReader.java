package org.lodestone.core.universe;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.file.FileContent;
import org.lodestone.core.internal.json.JsonPlace;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.research.PublicationFile;
import org.lodestone.core.internal.screen.ScreenColumns;
import org.lodestone.core.internal.screen.ScreenReader;
import org.lodestone.core.internal.table.UnitWord;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Publication;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TableFormat;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TypedNumbers;
import org.lodestone.core.time.Period;

/**
 * Reads a table of companies of one's own, and a screen of them, from a small JSON file that says what its columns are.
 *
 * <pre>
 * {
 *   "universe": "companies.csv",
 *   "id": "Ticker",
 *   "name": "Company",
 *   "exchange": "Exchange",
 *   "numbers": {
 *     "market value": {
 *       "column": "Mkt cap (m)", "currency": "Ccy", "in": "USD",
 *       "rates": [{"from": "CNY", "rate": 0.1406, "date": "2025-12-31", "source": "ECB"}]
 *     },
 *     "margin": "EBITDA %"
 *   },
 *   "words": {"country": "Country"},
 *   "screen": {"name": "Cheap and good", "criteria": [{"name": "margin"}]}
 * }
 * </pre>
 *
 * <p>A number is plain digits, or in a table with commas between its cells digits grouped in threes by commas. What stands
 * around the digits is understood for a column, and a note says how: blanks, exponents (1.2e-05) and an x (12.5x) in any number;
 * the sign of a currency ($142.66, which converts nothing), % (0.987%, which stays in percent) and letters (2.9T; T alone may be tonnes)
 * where most numbers have them; brackets as negative in a column of money or with decimals. A number that may then be one or another,
 * such as 12 among percentages, is not known of its company, and neither is a cell that holds none; both are told. A column may say
 * that any of its numbers is meant so: {@code "written": ["currency sign", "percent", "letters", "brackets"]}. An empty cell, NA, N/A,
 * n/a, #N/A, nan, null, none, -- and - are not known without a word, and neither is inf.
 *
 * <p>With the column of the exchange, codes of mainland China that a spreadsheet has stripped of their zeros get them back. A
 * row without an id, or whose cells cannot be told apart, is left out, and a note says so; what is wrong in many is told of the first few. {@code "delimiter"} and {@code "encoding"}
 * say how a CSV is written where it is not with commas and in UTF-8, {@code "sheet"} which one of a workbook is meant.
 *
 * <p>An export of Wind can be read as it is: {@code "leave_out": ["数据来源", "合计"]} has rows that begin so left out, as blank ones
 * are; {@code "missing": ["暂无"]} adds to what is not known; and a column {@code {"column": …, "unit": "万元", "to": "CNY mn"}} is
 * converted.
 *
 * <p>{@code report.json} beside the file says who publishes what is made of it, as beside a dataset.
 */
public final class UniverseReader {

    private static final ImmutableSet<String> FIELDS = ImmutableSet.of(
            "universe",
            "id",
            "name",
            "exchange",
            "delimiter",
            "encoding",
            "sheet",
            "missing",
            "leave_out",
            "numbers",
            "words",
            "screen");
    private static final ImmutableSet<String> NUMBER_FIELDS =
            ImmutableSet.of("column", "written", "exponents", "unit", "to", "currency", "in", "rates");
    private static final ImmutableSet<String> RATE_FIELDS = ImmutableSet.of("from", "rate", "date", "source");

    private final Path folder;
    private final Problems problems;
    private final TableFormat[] formats;
    private final Optional<Publication> publication;

    private UniverseReader(Path folder, Problems problems, TableFormat[] formats) {
        this.folder = folder;
        this.problems = problems;
        this.formats = formats;
        this.publication = Files.exists(folder.resolve(PublicationFile.FILE), LinkOption.NOFOLLOW_LINKS)
                ? PublicationFile.read(
                        FileContent.in(folder, PublicationFile.FILE),
                        Publication.of(""),
                        UniverseReader::noConclusion,
                        UniverseReader::noPrice,
                        problems)
                : Optional.empty();
    }

    /** Refuses the conclusion that leads a title: companies alone conclude nothing. */
    private static String noConclusion(String id) {
        throw new IllegalArgumentException("'" + id + "' is no conclusion: companies have none. Leave the field out.");
    }

    /** Refuses the price that leads a page on the market, which companies alone do not have. */
    private static String noPrice(String product) {
        throw new IllegalArgumentException(
                "'" + product + "' is no price of a product: companies have none. Leave the field out.");
    }

    /**
     * The readable part of {@code file} and of the table it names, and every problem with them. The table is a CSV, or a
     * file of one of {@code formats}.
     */
    public static UniverseReading read(Path file, TableFormat... formats) {
        Problems problems = new Problems();
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        UniverseReader reader = new UniverseReader(folder, problems, formats.clone());
        return JsonPlace.read(file, problems)
                .map(reader::reading)
                .orElseGet(() -> reader.withoutTable(Optional.empty(), ImmutableMap.of()));
    }

    private UniverseReading reading(JsonPlace root) {
        root.isObjectOf("a universe", FIELDS);
        ImmutableMap<String, NumberColumn> numbers = numbers(root);
        ImmutableMap<String, String> words = words(root);
        Set<String> twice = Sets.intersection(words.keySet(), numbers.keySet());
        for (String word : twice) {
            root.at("words").problem(word, "is a column of numbers already. Rename one of the two.");
        }
        Optional<Screen> screen = root.has("screen")
                ? ScreenReader.read(root.at("screen"), new ScreenColumns(numbers.keySet(), words.keySet(), true))
                : Optional.empty();
        String id = root.needed("id");
        TableOptions given = root.tableOptions();
        char delimiter = given.delimiter().orElse(',');
        Optional<Path> table = table(root);
        ImmutableMap<String, String> columns = columns(numbers, words);
        boolean named = Stream.of("name", "exchange")
                .filter(root::has)
                .map(root::needed)
                .noneMatch(String::isEmpty);
        if (table.isEmpty() || id.isEmpty() || !named || !twice.isEmpty() || columns.containsValue("")) {
            return withoutTable(screen, columns);
        }
        String file = String.valueOf(table.get().getFileName());
        TableOptions options = given.delimiter(delimiter);
        UniverseTable rows = new UniverseTable(root, file, delimiter, numbers, words, ImmutableMap.of());
        Optional<Universe> universe = rows.read(table.get(), options, formats);
        if (rows.isOfColumns()) {
            rows = new UniverseTable(root, file, delimiter, numbers, words, rows.seen());
            universe = rows.read(table.get(), options, formats);
        }
        ImmutableMap<String, String> units = universe.isPresent() ? rows.units() : ImmutableMap.of();
        boolean isOfRows = problems.count() == 0;
        ImmutableList<Problem> all = Stream.concat(problems.sorted().stream(), rows.rowProblems().stream())
                .sorted()
                .collect(toImmutableList());
        return new UniverseReading(
                universe,
                screen.map(one -> inUnits(one, units)),
                file,
                columns,
                units,
                rows.ratesUsed(),
                rows.notes(),
                publication,
                all,
                isOfRows,
                rows.leftOut());
    }

    /** The screen with the unit of its column for each criterion that states none. */
    private static Screen inUnits(Screen screen, ImmutableMap<String, String> units) {
        Screen stated = screen;
        for (Criterion criterion : screen.criteria()) {
            String unit = criterion
                    .indicator()
                    .tableColumn()
                    .map(column -> units.getOrDefault(column, ""))
                    .orElse("");
            if (criterion.unit().isEmpty() && !unit.isEmpty()) {
                stated = stated.with(criterion.measuredBy(criterion.indicator(), unit));
            }
        }
        return stated;
    }

    private UniverseReading withoutTable(Optional<Screen> screen, ImmutableMap<String, String> columns) {
        return new UniverseReading(
                Optional.empty(),
                screen,
                "",
                columns,
                ImmutableMap.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                publication,
                problems.sorted(),
                false,
                0);
    }

    /** The name that the table gives each column; a name that stands for two has been reported. */
    private static ImmutableMap<String, String> columns(
            ImmutableMap<String, NumberColumn> numbers, ImmutableMap<String, String> words) {
        ImmutableMap.Builder<String, String> columns = ImmutableMap.builder();
        numbers.forEach((name, column) -> columns.put(name, column.column()));
        columns.putAll(words);
        return columns.buildKeepingLast();
    }

    /** The table beside the file; a path may lead into a folder there, and never out of it. */
    private Optional<Path> table(JsonPlace root) {
        String name = root.needed("universe");
        if (name.isBlank()) {
            return Optional.empty();
        }
        Path path = folder.resolve(name).normalize();
        Optional<String> fault = fault(name, path);
        fault.ifPresent(what -> root.problem("universe", "'" + name + "' " + what));
        return fault.isPresent() ? Optional.empty() : Optional.of(path);
    }

    private Optional<String> fault(String name, Path path) {
        if (name.startsWith("/") || name.contains(":") || !path.startsWith(folder.normalize())) {
            return Optional.of("leads out of the folder. Put the table beside this file.");
        }
        try {
            if (!Files.isRegularFile(path)) {
                return Optional.of("is not a file in the folder. Put the table beside this one.");
            }
            return path.toRealPath().startsWith(folder.toRealPath())
                    ? Optional.empty()
                    : Optional.of("is a link that leads out of the folder. Copy the file.");
        } catch (IOException e) {
            return Optional.of("cannot be read (" + e.getMessage() + "). Check that you may.");
        }
    }

    private static ImmutableMap<String, String> words(JsonPlace root) {
        ImmutableMap.Builder<String, String> words = ImmutableMap.builder();
        columns(root, "words").forEach(name -> words.put(name, root.at("words").needed(name)));
        return words.buildOrThrow();
    }

    private static ImmutableMap<String, NumberColumn> numbers(JsonPlace root) {
        TypedNumbers missing = new TypedNumbers(false, ImmutableSet.copyOf(root.texts("missing")));
        ImmutableMap.Builder<String, NumberColumn> numbers = ImmutableMap.builder();
        JsonPlace places = root.at("numbers");
        for (String name : columns(root, "numbers")) {
            JsonPlace place = places.at(name);
            if (place.node().isTextual()) {
                numbers.put(name, NumberColumn.plain(name, places.needed(name), missing));
            } else if (place.isObjectOf("a column of numbers", NUMBER_FIELDS)) {
                numbers.put(name, number(name, place, missing));
            }
        }
        return numbers.buildOrThrow();
    }

    /** The names in an object of columns; none where there is no object. */
    private static ImmutableList<String> columns(JsonPlace root, String field) {
        JsonPlace columns = root.at(field);
        if (root.has(field) && !columns.node().isObject()) {
            root.problem(field, "'" + columns.node() + "' names no columns. Write {\"margin\": \"EBITDA %\"}.");
            return ImmutableList.of();
        }
        for (String name : columns.fields()) {
            if (name.isBlank()) {
                root.problem(field, "a column has an empty name. Give it one, by which a screen can name it.");
            }
        }
        return columns.fields();
    }

    private static NumberColumn number(String name, JsonPlace place, TypedNumbers missing) {
        String column = place.needed("column");
        ImmutableSet<NumberForm> written = written(place);
        BigDecimal factor = factor(place);
        String to = place.text("to", "");
        boolean ofMoney = NumberForm.isOfMoney(column) || isOfMoney(to);
        if (!place.has("currency")) {
            if (place.has("in") || place.has("rates")) {
                place.problem("currency", "is missing, and there are rates. Name the column of the currencies.");
            }
            return new NumberColumn(name, column, written, ofMoney, "", "", ImmutableMap.of(), factor, to, missing);
        }
        String currency = place.needed("currency");
        String in = place.needed("in");
        return new NumberColumn(name, column, written, true, currency, in, rates(place, in), factor, to, missing);
    }

    /** Whether a unit is one of money; one that is none is told where it is read. */
    private static boolean isOfMoney(String unit) {
        try {
            Dimension dimension = Unit.parse(unit).dimension();
            return dimension == Dimension.MONEY || dimension == Dimension.PRICE;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The forms that its numbers are said to be written in. */
    private static ImmutableSet<NumberForm> written(JsonPlace place) {
        ImmutableSet<NumberForm> written = place.numberForms("written");
        return place.truth("exponents")
                ? Sets.immutableEnumSet(Sets.union(written, Set.of(NumberForm.EXPONENTS)))
                : written;
    }

    /** From the unit of the table to the one that is asked for. */
    private static BigDecimal factor(JsonPlace place) {
        if (!place.has("unit") && !place.has("to")) {
            return BigDecimal.ONE;
        }
        String unit = place.needed("unit");
        String to = place.needed("to");
        if (unit.isEmpty() || to.isEmpty()) {
            return BigDecimal.ONE;
        }
        return place.accepted("unit", () -> {
                    Unit target = Unit.parse(to);
                    return UnitWord.parse(unit, target.isMass() ? target.basis() : "")
                            .factorTo(target);
                })
                .orElse(BigDecimal.ONE);
    }

    private static ImmutableMap<String, ExchangeRate> rates(JsonPlace place, String in) {
        Map<String, ExchangeRate> rates = new HashMap<>();
        for (JsonPlace one : place.list("rates")) {
            if (one.isObjectOf("a rate", RATE_FIELDS)) {
                rate(one, in).ifPresent(rate -> {
                    if (rates.putIfAbsent(rate.base(), rate) != null) {
                        one.problem("from", "'" + rate.base() + "' has a rate already. Delete one of the two.");
                    }
                });
            }
        }
        return ImmutableMap.copyOf(rates);
    }

    private static Optional<ExchangeRate> rate(JsonPlace place, String in) {
        int before = place.problems().count();
        String from = place.needed("from");
        String source = place.needed("source");
        String date = place.needed("date");
        if (!place.has("rate")) {
            place.problem("rate", "is missing. Give what one " + from + " costs in " + in + ".");
        }
        if (place.number("rate", 1) <= 0) {
            place.problem("rate", "'" + place.node().path("rate").asText() + "' is no rate: it must be above zero.");
        }
        if (place.problems().count() > before) {
            return Optional.empty();
        }
        BigDecimal rate = place.node().path("rate").decimalValue();
        return place.accepted("date", () -> {
            Period day = Period.parse(date);
            return new ExchangeRate(day, day, "stated", BigDecimal.ONE, from, in, rate, Citation.of(source));
        });
    }
}
