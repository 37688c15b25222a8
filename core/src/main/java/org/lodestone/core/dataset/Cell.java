package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * One kind of cell: how its text is read, how a value is written, and what a schema says of it. What is written is read as an
 * equal value.
 *
 * <p>One's own kind is made of two functions: {@code Cell.of("string", Cas::parse, Cas::toString, Cas.NONE)}.
 *
 * @param <T> what it is read as
 */
public final class Cell<T> {

    /** Any words; nothing where it is empty. */
    public static final Cell<String> TEXT = new Cell<>(Row::text, text -> text);
    /** An address of the web or of mail. */
    public static final Cell<String> ADDRESS = new Cell<>(Row::address, text -> text);
    /** Words, separated by semicolons. */
    public static final Cell<ImmutableList<String>> LIST = new Cell<>(Row::list, words -> String.join("; ", words));

    public static final Cell<Place> PLACE = new Cell<>(Row::place, Place::toString)
            .described("Country or group of countries by its English name")
            .spelled(cell -> Place.find(cell).map(Place::name).orElse(cell));
    /** {@link Period#NONE} where it is empty. */
    public static final Cell<Period> PERIOD = new Cell<>(Row::period, Period::toString)
            .described(
                    "A year, fiscal year (FY2024), half (H1 2025), quarter, nine months, month, day, span of years or of"
                            + " months, or twelve months to a month (TTM)")
            .spelled(cell -> Period.find(cell).map(Period::toString).orElse(cell));
    /** A calendar year. */
    public static final Cell<Period> YEAR = new Cell<>(Row::year, Period::toString).spelled(PERIOD.spelling);

    public static final Cell<MonthDay> MONTH_DAY = new Cell<>(Row::monthDay, RowBuilder::monthDay);
    public static final Cell<BigDecimal> NUMBER = new Cell<>(Row::number, BigDecimal::toPlainString).typed("number");
    public static final Cell<Double> DECIMAL = new Cell<Double>(
                    (row, column) -> row.number(column).doubleValue(),
                    value -> JsonText.plain(value).toPlainString())
            .typed("number");
    public static final Cell<Integer> WHOLE =
            new Cell<>(Row::wholeNumber, number -> Integer.toString(number)).typed("integer");
    /** A unit on a basis that the dataset declares. */
    public static final Cell<Unit> UNIT =
            new Cell<Unit>(Row::unit, Unit::toString).described("Unit with its basis; a basis is listed in bases");

    public static final Cell<String> CURRENCY = new Cell<>(Row::currency, text -> text);

    /** A number as printed, or why there is none. */
    public static final Cell<Observation> OBSERVATION = new Cell<>(Row::observation, Observation::toString)
            .described(
                    "Number as printed; a bound (>5), a range (7–9), — for zero, NA not available, W withheld, XX not"
                            + " applicable, s less than half a unit, or \"not published\"");
    /** An amount that is no share: not below zero. */
    public static final Cell<Observation> AMOUNT = amount(Unit.TIMES).described(OBSERVATION.description);
    /** A part of a whole in percent. */
    public static final Cell<Observation> PERCENT = amount(Unit.PERCENT).described(OBSERVATION.description);

    static final Cell<How> HOW = words(How.class).orElse(How.REPORTED).described("How the source came to print it");
    static final Cell<Reliability> RELIABILITY = words(Reliability.class)
            .orElse(Reliability.READ)
            .described("read: the source itself was read; secondary: a forum, a digest or second-hand");
    static final Cell<ImmutableList<String>> SOURCES =
            ids("sources").asString().described("Identifiers of sources, separated by \"; \"");

    /** The id of an assumption. */
    static final Cell<String> PREMISE = id("assumptions").asString();

    /** Reads a cell of a row; notes what is wrong with it there, and then gives a stand-in. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Row row, String column);
    }

    private final Reader<T> reader;
    private final Function<T, String> writer;
    private final Function<String, String> spelling;
    private final String type;
    private final ImmutableList<String> words;
    private final String refers;
    private final Optional<Unit> unit;
    private final String description;

    private Cell(
            Reader<T> reader,
            Function<T, String> writer,
            Function<String, String> spelling,
            String type,
            ImmutableList<String> words,
            String refers,
            Optional<Unit> unit,
            String description) {
        this.reader = reader;
        this.writer = writer;
        this.spelling = spelling;
        this.type = type;
        this.words = words;
        this.refers = refers;
        this.unit = unit;
        this.description = description;
    }

    private Cell(Reader<T> reader, Function<T, String> writer) {
        this(reader, writer, cell -> cell, "string", ImmutableList.of(), "", Optional.empty(), "");
    }

    /**
     * A kind of cell of one's own.
     *
     * @param type of Table Schema
     * @param parse refuses what cannot be read with an {@link IllegalArgumentException} that says what would do
     * @param standIn is given for a cell that was refused, so that the others of its row are read too
     */
    public static <T> Cell<T> of(String type, Function<String, T> parse, Function<T, String> print, T standIn) {
        return new Cell<>((row, column) -> row.read(column, parse, standIn), print).typed(type);
    }

    /** One of these words. */
    public static Cell<String> words(String... words) {
        return new Cell<String>((row, column) -> row.oneOf(column, words), word -> word).withWords(List.of(words));
    }

    public static <E extends Enum<E>> Cell<E> words(Class<E> words) {
        return words(Arrays.asList(words.getEnumConstants()));
    }

    /** One of these values, each written as its {@code toString} says. */
    public static <T> Cell<T> words(List<T> values) {
        return new Cell<T>((row, column) -> row.oneOf(column, values), Object::toString)
                .withWords(values.stream().map(Object::toString).toList());
    }

    /** The id of a row in another table. */
    public static Cell<String> id(String table) {
        return new Cell<String>((row, column) -> row.reference(column, row.known(table)), id -> id).refersTo(table);
    }

    /** Ids of rows in another table, separated by semicolons. */
    public static Cell<ImmutableList<String>> ids(String table) {
        return new Cell<ImmutableList<String>>((row, column) -> row.references(column, row.known(table)), LIST.writer)
                .refersTo(table);
    }

    /** The row of another table that its id stands for; without it, its own row is dropped. */
    static <T> Cell<Optional<T>> row(String table, Class<T> type, Function<T, String> id) {
        return new Cell<Optional<T>>(
                        (row, column) -> row.referred(column, row.known(table)).map(type::cast),
                        found -> found.map(id).orElse(""))
                .refersTo(table);
    }

    /** One of the names that a table gives out, such as a holder of quotas. */
    static Cell<String> name(String declared) {
        return id(declared).asString();
    }

    /** An amount in a unit that goes without saying: not below zero, and not over the whole if it is a share. */
    public static Cell<Observation> amount(Unit unit) {
        Cell<Observation> cell = new Cell<>((row, column) -> row.amount(column, unit), Observation::toString);
        return new Cell<>(cell.reader, cell.writer, cell.spelling, cell.type, cell.words, "", Optional.of(unit), "");
    }

    /** A cell that may be empty. */
    public Cell<Optional<T>> optional() {
        return changed(
                (row, column) -> row.optional(column, read -> reader.read(row, read)),
                value -> value.map(writer).orElse(""));
    }

    /** A cell in which nothing stands for a value, which is written as nothing. */
    public Cell<T> orBlank(T value) {
        return changed(
                (row, column) ->
                        row.optional(column, read -> reader.read(row, read)).orElse(value),
                other -> other.equals(value) ? "" : writer.apply(other));
    }

    /** A cell in which nothing stands for a value, which is written out all the same. */
    public Cell<T> orElse(T value) {
        String written = writer.apply(value);
        return changed(
                        (Row row, String column) -> row.optional(column, read -> reader.read(row, read))
                                .orElse(value),
                        writer)
                .spelled(cell -> cell.isEmpty() ? written : spelling.apply(cell));
    }

    /** The same for a value that is not boxed. */
    static Cell<OptionalDouble> optionalDecimal() {
        Cell<Optional<Double>> boxed = DECIMAL.optional();
        return boxed.changed(
                (row, column) ->
                        boxed.reader.read(row, column).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                value -> value.isPresent() ? DECIMAL.write(value.getAsDouble()) : "");
    }

    /** The same cell, of which a schema gives another type. */
    public Cell<T> typed(String other) {
        return new Cell<>(reader, writer, spelling, other, words, refers, unit, description);
    }

    /** The same cell, described so wherever its column says no more. */
    public Cell<T> described(String other) {
        return new Cell<>(reader, writer, spelling, type, words, refers, unit, other);
    }

    /** The same cell, in which what {@code other} makes one is read alike. */
    private Cell<T> spelled(Function<String, String> other) {
        return new Cell<>(reader, writer, other, type, words, refers, unit, description);
    }

    private Cell<T> withWords(List<String> choices) {
        return new Cell<>(reader, writer, spelling, type, ImmutableList.copyOf(choices), refers, unit, description);
    }

    /** The same, of which the schema does not say that it is one of a few words. */
    Cell<T> withoutWords() {
        return withWords(List.of());
    }

    private Cell<T> refersTo(String table) {
        return new Cell<>(reader, writer, spelling, type, words, table, unit, description);
    }

    /** The same, without a foreign key in the schema: Table Schema has none for a list of ids, or for one of several tables. */
    Cell<T> asString() {
        return refersTo("");
    }

    private <U> Cell<U> changed(Reader<U> other, Function<U, String> print) {
        return new Cell<>(other, print, spelling, type, words, refers, unit, description);
    }

    T read(Row row, String column) {
        return reader.read(row, column);
    }

    String write(T value) {
        return writer.apply(value);
    }

    /** One spelling for what is read alike. */
    String normal(String cell) {
        return spelling.apply(cell);
    }

    String type() {
        return type;
    }

    ImmutableList<String> words() {
        return words;
    }

    /** The table whose ids it holds; empty where it holds none. */
    String refers() {
        return refers;
    }

    /** The unit of an amount, where it goes without saying. */
    Optional<Unit> unit() {
        return unit;
    }

    String description() {
        return description;
    }
}
