package org.lodestone.core.dataset;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.internal.json.JsonText;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Room;
import org.lodestone.core.internal.text.WebAddress;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A kind of cell: how its text is read, how a value is written, and what the schema says of it. What is written is read as an
 * equal value.
 *
 * <p>A kind of one's own takes two functions: {@code CellType.of("string", Isin::parse, Isin::code, Isin.NONE)}.
 *
 * @param <T> the type of its values
 */
public final class CellType<T> {

    private static final Observation NOTHING = Observation.of(BigDecimal.ZERO);

    private static final Splitter WORDS = Splitter.on(';').trimResults().omitEmptyStrings();

    /** Any words. */
    public static final CellType<String> TEXT = checked(text -> text);

    /** Words that name something: in one line, and few enough to stand in a heading or a sentence. */
    public static final CellType<String> NAME = checked(Room::requireName);

    /** An address of the web or of mail. */
    public static final CellType<String> ADDRESS = checked(WebAddress::require);

    /** Words, separated by semicolons. */
    public static final CellType<ImmutableList<String>> LIST =
            of("string", CellType::parseList, words -> String.join("; ", words), ImmutableList.of());

    /** A country or group of countries, in any of the spellings of sources; written by its English name. */
    public static final CellType<Place> PLACE = of(
                    "string", text -> Place.parse(Room.requireName(text)), Place::toString, Place.WORLD)
            .described("Country or group of countries by its English name")
            .spelled(cell -> Place.find(cell).map(Place::name).orElse(cell))
            .holds(Kind.PLACE);

    /** A place, kept as its English name. */
    static final CellType<String> PLACE_NAME =
            checked(text -> Place.parse(Room.requireName(text)).name()).spelled(PLACE.spelling);

    /** A period; {@link Period#NONE} where the cell is empty. */
    public static final CellType<Period> PERIOD = of("string", Period::parse, Period::toString, Period.NONE)
            .described(
                    "A year, fiscal year (FY2024), half (H1 2025), quarter, nine months, month, day, span of years or of"
                            + " months, or twelve months to a month (TTM)")
            .spelled(cell -> Period.find(cell).map(Period::toString).orElse(cell))
            .holds(Kind.PERIOD);

    /** A period, or words where a source prints none. */
    public static final CellType<String> PERIOD_OR_WORDS =
            NAME.spelled(PERIOD.spelling).holds(Kind.PERIOD);

    /** A calendar year. */
    public static final CellType<Period> YEAR = of("string", CellType::parseYear, Period::toString, Period.NONE)
            .spelled(PERIOD.spelling)
            .holds(Kind.PERIOD);

    /** A day of any year, such as the end of a fiscal one: {@code 06-30}. */
    public static final CellType<MonthDay> MONTH_DAY = of(
            "string",
            CellType::parseMonthDay,
            DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT)::format,
            MonthDay.of(12, 31));

    /** A number, with the digits it is given with. */
    public static final CellType<BigDecimal> NUMBER =
            of("number", Numbers::parse, BigDecimal::toPlainString, BigDecimal.ONE);

    /** A number to calculate with, written in plain digits. */
    public static final CellType<Double> DECIMAL = of(
            "number",
            text -> Numbers.parse(text).doubleValue(),
            value -> JsonText.plain(value).toPlainString(),
            1.0);

    /** A whole number that an {@code int} holds: {@code 3}. */
    public static final CellType<Integer> WHOLE =
            of("integer", CellType::parseWholeNumber, number -> Integer.toString(number), 0);

    /** A unit on a basis that the dataset declares. */
    public static final CellType<Unit> UNIT = new CellType<Unit>(
                    (row, column) -> row.unit(column, unit -> unit), Unit::toString)
            .described("Unit with its basis; a basis is listed in bases")
            .holds(Kind.UNIT);

    /** A currency by its ISO 4217 code: {@code CNY}. */
    public static final CellType<String> CURRENCY = checked(CellType::requireCurrency);

    /** A number as printed, or why there is none. */
    public static final CellType<Observation> OBSERVATION = of(
                    "string", Observation::parse, Observation::toString, NOTHING)
            .described(
                    "Number as printed; a bound (>5), a range (7–9), — for zero, NA not available, W withheld, XX not"
                            + " applicable, s less than half a unit, or \"not published\"");

    /** An amount that is not a share: not below zero. */
    public static final CellType<Observation> AMOUNT = amount(Unit.TIMES).described(OBSERVATION.description);

    /** A part of a whole in percent. */
    public static final CellType<Observation> PERCENT = amount(Unit.PERCENT).described(OBSERVATION.description);

    static final CellType<How> HOW = words(How.class).orElse(How.REPORTED).described("How the source came to print it");

    static final CellType<Reliability> RELIABILITY = words(Reliability.class)
            .orElse(Reliability.READ)
            .described("read: the source itself was read; secondary: a forum, a digest or second-hand");

    /** The kind of content of a cell. */
    public enum Kind {
        /** A place, also where it is kept as its name. */
        PLACE,
        /** A period, also where it is kept as words. */
        PERIOD,
        /** A unit with its basis. */
        UNIT,
        /** Anything else: words, numbers, ids. */
        OTHER
    }

    /** Reads a cell of a row. Where it cannot, it notes the problem with the row and gives a stand-in. */
    @FunctionalInterface
    interface Reader<T> {
        T read(RowReader row, String column);
    }

    private final Reader<T> reader;
    private final Function<T, String> writer;
    private final UnaryOperator<String> spelling;
    private final About about;
    private final String description;

    /**
     * Properties that a schema states of a kind of cell, beside its description.
     *
     * @param words the only ones it may hold; empty where it may hold others
     * @param refersTo the table whose ids it holds
     * @param isForeignKey whether a Table Schema can say so: it cannot of a list of ids
     * @param unit of an amount that is always in the same one
     */
    private record About(
            Kind kind,
            String type,
            ImmutableList<String> words,
            Optional<Table<?>> refersTo,
            boolean isForeignKey,
            Optional<Unit> unit) {
        static final About TEXT =
                new About(Kind.OTHER, "string", ImmutableList.of(), Optional.empty(), false, Optional.empty());
    }

    private CellType(
            Reader<T> reader,
            Function<T, String> writer,
            UnaryOperator<String> spelling,
            About about,
            String description) {
        this.reader = reader;
        this.writer = writer;
        this.spelling = spelling;
        this.about = about;
        this.description = description;
    }

    private CellType(Reader<T> reader, Function<T, String> writer) {
        this(reader, writer, cell -> cell, About.TEXT, "");
    }

    /**
     * A kind of cell of one's own.
     *
     * @param type in the terms of Table Schema: {@code string}, {@code number}
     * @param parse throws an {@link IllegalArgumentException} that says what is wrong and what would do
     * @param standIn taken for a cell that was refused, so that the other cells of its row are checked too
     */
    public static <T> CellType<T> of(String type, Function<String, T> parse, Function<T, String> print, T standIn) {
        return new CellType<>((row, column) -> row.read(column, parse, standIn), print).typed(type);
    }

    /** One of these words. */
    public static CellType<String> words(String... words) {
        return words(List.of(words));
    }

    /** One of the constants of an enum, as its {@code toString} writes them. */
    public static <E extends Enum<E>> CellType<E> words(Class<E> words) {
        return words(Arrays.asList(words.getEnumConstants()));
    }

    /** One of these values, as its {@code toString} writes them. */
    public static <T> CellType<T> words(List<T> values) {
        ImmutableList<String> words = values.stream().map(Object::toString).collect(ImmutableList.toImmutableList());
        return choice(values).with(new About(Kind.OTHER, "string", words, Optional.empty(), false, Optional.empty()));
    }

    /** One of these values, which a schema does not list. */
    static <T> CellType<T> choice(List<T> values) {
        return of("string", text -> Nearest.require(text, values), Object::toString, values.get(0));
    }

    /** Words that {@code parse} lets pass. */
    private static CellType<String> checked(UnaryOperator<String> parse) {
        return of("string", parse, text -> text, "");
    }

    /** The id of a row in another table. */
    public static CellType<String> id(Table<?> table) {
        return new CellType<String>((row, column) -> row.reference(column, row.known(table)), id -> id)
                .refersTo(table, true);
    }

    /** Ids of rows in another table, separated by semicolons. */
    public static CellType<ImmutableList<String>> ids(Table<?> table) {
        return new CellType<ImmutableList<String>>(
                        (row, column) -> row.references(column, row.known(table)), LIST.writer)
                .refersTo(table, false);
    }

    /** The row in another table that an id stands for. A row without it is dropped. */
    static <R> CellType<Optional<R>> row(Table<R> table) {
        return new CellType<Optional<R>>(
                        (row, column) -> row.referred(column, row.known(table)),
                        found -> found.map(table::id).orElse(""))
                .refersTo(table, true);
    }

    /** A name that rows of another table give, or something else that {@code names} finds; such as a holder of quotas. */
    static CellType<String> name(Table<?> table, Function<RowReader, Stream<String>> names) {
        return new CellType<String>(
                        (row, column) -> row.reference(column, row.names(table, names.apply(row))), text -> text)
                .refersTo(table, false);
    }

    /** Words of the kind that another column of the row calls for. */
    static <K> CellType<String> by(Column<?, K> other, Function<K, CellType<String>> kind) {
        return new CellType<>((row, column) -> kind.apply(row.get(other)).read(row, column), words -> words);
    }

    /** An amount in a unit that no column says: not below zero, and not over the whole if it is a share. */
    public static CellType<Observation> amount(Unit unit) {
        return of("string", text -> Observation.parse(text).requireAmount(unit), Observation::toString, NOTHING)
                .with(new About(Kind.OTHER, "string", ImmutableList.of(), Optional.empty(), false, Optional.of(unit)));
    }

    /** The same kind of cell, which may be empty. */
    public CellType<Optional<T>> optional() {
        return changed(
                (row, column) -> row.optional(column, read -> reader.read(row, read)),
                value -> value.map(writer).orElse(""));
    }

    /** The same, in which an empty cell means {@code value}, and is written for it. */
    public CellType<T> orBlank(T value) {
        return optional()
                .as(read -> read.orElse(value), other -> Optional.of(other).filter(said -> !said.equals(value)));
    }

    /** The same, in which an empty cell means {@code value}; written out it is all the same. */
    public CellType<T> orElse(T value) {
        String written = writer.apply(value);
        return optional()
                .as(read -> read.orElse(value), Optional::of)
                .spelled(cell -> cell.isEmpty() ? written : spelling.apply(cell));
    }

    /** A number that may be missing, not boxed. */
    static CellType<OptionalDouble> optionalDecimal() {
        return DECIMAL.optional()
                .as(
                        value -> value.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        value -> value.stream().boxed().findFirst());
    }

    /** The same kind of cell, whose value is kept as another. */
    <U> CellType<U> as(Function<T, U> kept, Function<U, T> held) {
        return changed((row, column) -> kept.apply(reader.read(row, column)), value -> writer.apply(held.apply(value)));
    }

    /** The same kind of cell, to which a schema gives another type. */
    public CellType<T> typed(String type) {
        return with(new About(about.kind, type, about.words, about.refersTo, about.isForeignKey, about.unit));
    }

    /** The same, with the description of columns that say no more. */
    public CellType<T> described(String other) {
        return new CellType<>(reader, writer, spelling, about, other);
    }

    /** The same, of which the schema does not say that it is a foreign key: several rows share the id. */
    CellType<T> withoutForeignKey() {
        return with(new About(about.kind, about.type, about.words, about.refersTo, false, about.unit));
    }

    private CellType<T> refersTo(Table<?> table, boolean isForeignKey) {
        return with(new About(about.kind, about.type, about.words, Optional.of(table), isForeignKey, about.unit));
    }

    /** The same, in which all that {@code other} spells alike is read alike. */
    private CellType<T> spelled(UnaryOperator<String> other) {
        return new CellType<>(reader, writer, other, about, description);
    }

    private CellType<T> holds(Kind kind) {
        return with(new About(kind, about.type, about.words, about.refersTo, about.isForeignKey, about.unit));
    }

    private CellType<T> with(About other) {
        return new CellType<>(reader, writer, spelling, other, description);
    }

    private <U> CellType<U> changed(Reader<U> read, Function<U, String> write) {
        return new CellType<>(read, write, spelling, about, description);
    }

    T read(RowReader row, String column) {
        return reader.read(row, column);
    }

    String write(T value) {
        return writer.apply(value);
    }

    /** One spelling for all text that is read as the same value. */
    String normal(String cell) {
        return spelling.apply(cell);
    }

    /** The kind of its content, where others need to know. */
    public Kind kind() {
        return about.kind;
    }

    /** The only words it may hold; empty where it may hold others. */
    public ImmutableList<String> words() {
        return about.words;
    }

    /** The table whose ids, or names, it holds. */
    public Optional<Table<?>> refersTo() {
        return about.refersTo;
    }

    /** The table whose single ids it holds, for a Table Schema. */
    Optional<Table<?>> foreignKey() {
        return about.refersTo.filter(table -> about.isForeignKey);
    }

    Optional<Unit> unit() {
        return about.unit;
    }

    String type() {
        return about.type;
    }

    String description() {
        return description;
    }

    @Override
    public String toString() {
        return OneLine.of(kind().name().toLowerCase(Locale.ROOT), description);
    }

    private static ImmutableList<String> parseList(String text) {
        ImmutableList<String> words = ImmutableList.copyOf(WORDS.split(text));
        if (words.isEmpty() && !text.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' names nothing. Leave the cell empty, or fill it in.");
        }
        return words;
    }

    private static String requireCurrency(String text) {
        if (Unit.parse(text).dimension() != Dimension.MONEY || text.length() != 3) {
            throw new IllegalArgumentException("'" + text + "' is not a currency. Use an ISO 4217 code such as CNY.");
        }
        return text;
    }

    private static Period parseYear(String text) {
        Period period = Period.parse(text);
        if (period.kind() != Period.Kind.YEAR) {
            throw new IllegalArgumentException("'" + text + "' is not a calendar year. Write one, such as 2030.");
        }
        return period;
    }

    private static MonthDay parseMonthDay(String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a month and a day. Write them as 12-31 or 06-30.", e);
        }
    }

    private static int parseWholeNumber(String text) {
        try {
            return Numbers.parse(text).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a small whole number. Write 1, 2, 3 and so on.", e);
        }
    }
}
