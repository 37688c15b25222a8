package org.lodestone.reports.formula;

import static org.lodestone.reports.formula.Fn.ValueKind.NUMBER;
import static org.lodestone.reports.formula.Fn.ValueKind.TEXT;
import static org.lodestone.reports.formula.Fn.ValueKind.TRUTH;
import static org.lodestone.reports.formula.Signature.takes;
import static org.lodestone.reports.formula.Signature.takesAny;
import static org.lodestone.reports.formula.Signature.takesOneOrMore;
import static org.lodestone.reports.formula.UnitRule.ALIKE;
import static org.lodestone.reports.formula.UnitRule.CHOSEN;
import static org.lodestone.reports.formula.UnitRule.COMPARED;
import static org.lodestone.reports.formula.UnitRule.COUNTED;
import static org.lodestone.reports.formula.UnitRule.DISCOUNTED;
import static org.lodestone.reports.formula.UnitRule.KEPT;
import static org.lodestone.reports.formula.UnitRule.PLACED;
import static org.lodestone.reports.formula.UnitRule.PRODUCT;
import static org.lodestone.reports.formula.UnitRule.PURE;
import static org.lodestone.reports.formula.UnitRule.QUOTIENT;
import static org.lodestone.reports.formula.UnitRule.ROOT;
import static org.lodestone.reports.formula.UnitRule.SENTENCE;
import static org.lodestone.reports.formula.UnitRule.SQUARE;
import static org.lodestone.reports.formula.UnitRule.WORDS;
import static org.lodestone.reports.function.Defined.ALWAYS;
import static org.lodestone.reports.function.Defined.SOMETIMES;
import static org.lodestone.reports.function.Defined.UNLESS_BY_ZERO;
import static org.lodestone.reports.function.Gap.CAUGHT;
import static org.lodestone.reports.function.Gap.CHOICE;
import static org.lodestone.reports.function.Gap.FILLED;
import static org.lodestone.reports.function.Gap.OF_KNOWN;
import static org.lodestone.reports.function.Gap.SOUGHT;
import static org.lodestone.reports.function.Gap.SPOKEN;
import static org.lodestone.reports.function.Gap.STRICT;
import static org.lodestone.reports.function.Gap.TOLD;
import static org.lodestone.reports.function.Parameter.DIGITS;
import static org.lodestone.reports.function.Parameter.LIST;
import static org.lodestone.reports.function.Parameter.NUMBERS;
import static org.lodestone.reports.function.Parameter.PIECE;
import static org.lodestone.reports.function.Parameter.RANGE;
import static org.lodestone.reports.function.Parameter.SHOWN;
import static org.lodestone.reports.function.Parameter.SPAN;
import static org.lodestone.reports.function.Parameter.TRIED;
import static org.lodestone.reports.function.Parameter.VALUE;
import static org.lodestone.reports.function.Parameter.WORD;
import static org.lodestone.reports.function.Spelling.as;
import static org.lodestone.reports.function.Spelling.call;
import static org.lodestone.reports.function.Spelling.infix;
import static org.lodestone.reports.function.Spelling.test;
import static org.lodestone.reports.function.Strength.ATOM;
import static org.lodestone.reports.function.Strength.FACTORS;
import static org.lodestone.reports.function.Strength.POWERS;
import static org.lodestone.reports.function.Strength.TERMS;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.lodestone.reports.function.Defined;
import org.lodestone.reports.function.Discounting;
import org.lodestone.reports.function.Gap;
import org.lodestone.reports.function.Loop;
import org.lodestone.reports.function.Parameter;
import org.lodestone.reports.function.Spelling;

/**
 * A function, with all its faces. Each constant says, in this order: the arguments it takes, how a sheet spells it, what a
 * missing input does to it, where it has a result, what it is counted in, and how Java computes it, for one draw and for many. Where both are the
 * same arithmetic, that is one {@link Loop}.
 *
 * <p>What checks, prints or compiles a call asks the function; nothing else knows one by name. So a function that lacks a
 * part does not compile, and one that has all parts works everywhere.
 */
@SuppressWarnings("ImmutableEnumChecker") // the parts are records, and lambdas that capture nothing that changes
public enum Fn {
    /** The sum of two numbers. */
    ADD(takes(VALUE, VALUE), infix(TERMS, TERMS, "+", TERMS), STRICT, ALWAYS, ALIKE, NUMBER, Loops::add),
    /** The first number less the second. */
    SUBTRACT(takes(VALUE, VALUE), infix(TERMS, TERMS, "-", FACTORS), STRICT, ALWAYS, ALIKE, NUMBER, Loops::subtract),
    /** The product of two numbers. */
    MULTIPLY(
            takes(VALUE, VALUE),
            infix(FACTORS, FACTORS, "*", FACTORS),
            STRICT,
            ALWAYS,
            PRODUCT,
            NUMBER,
            Loops::multiply),
    /** The first number over the second; missing where the second is zero. */
    DIVIDE(
            takes(VALUE, VALUE),
            infix(FACTORS, FACTORS, "/", POWERS),
            STRICT,
            UNLESS_BY_ZERO,
            QUOTIENT,
            NUMBER,
            Loops::divide),
    /** Missing where the result is no real number. */
    POWER(takes(VALUE, VALUE), infix(POWERS, ATOM, "^", ATOM), STRICT, SOMETIMES, PURE, NUMBER, Loops::power),
    /** Whether the first number is greater than the second. A sheet asks for the sign of their difference. */
    ABOVE(takes(VALUE, VALUE), test(TERMS, "-", FACTORS, ">0"), STRICT, ALWAYS, COMPARED, TRUTH, Loops::above),
    /** Whether the first number is the second or greater. */
    AT_LEAST(takes(VALUE, VALUE), test(TERMS, "-", FACTORS, ">=0"), STRICT, ALWAYS, COMPARED, TRUTH, Loops::atLeast),
    /** Whether two numbers are the same, which is whether their difference is zero. */
    EQUAL(takes(VALUE, VALUE), test(TERMS, "-", FACTORS, "=0"), STRICT, ALWAYS, COMPARED, TRUTH, Loops::equal),
    /** Whether both hold; any number but zero holds. Missing where either is. */
    AND(takes(VALUE, VALUE), test(ATOM, "*", ATOM, "<>0"), STRICT, ALWAYS, PURE, TRUTH, Loops::and),
    /** Whether at least one holds. Missing where either is: one that holds does not make up for one that is missing. */
    OR(takes(VALUE, VALUE), test(ATOM, "+", ATOM, ">0"), STRICT, ALWAYS, PURE, TRUTH, Loops::or),
    /** Text after text. A published code appears as such; where a piece cannot be worked out, neither can the text. */
    JOIN(
            takesAny(PIECE),
            call("CONCATENATE"),
            SPOKEN,
            ALWAYS,
            SENTENCE,
            args -> Value.of(args.values().stream().map(Value::inSentence).collect(Collectors.joining())),
            TEXT),
    /** A text, or other words where it cannot be worked out. */
    OR_WORDS(
            takes(TRIED, VALUE),
            call("IFERROR"),
            CAUGHT,
            ALWAYS,
            WORDS,
            args -> args.value(args.value(0).repeated().isNotAvailable() ? 1 : 0),
            TEXT),
    /** Whether two texts are the same to the letter. What is missing counts as its code. */
    SAME_TEXT(
            takes(SHOWN, SHOWN),
            call("EXACT"),
            TOLD,
            ALWAYS,
            COUNTED,
            args -> Value.of(args.value(0).inSentence().equals(args.value(1).inSentence())),
            TRUTH),
    /**
     * The second argument where the first holds, the third where it does not; missing where the first is, whatever
     * the others are.
     */
    IF(
            takes(VALUE, VALUE, VALUE),
            call("IF"),
            CHOICE,
            ALWAYS,
            CHOSEN,
            args -> {
                var condition = args.value(0).number();
                return condition.isEmpty() ? DrawRule.NO_CONDITION : args.value(condition.getAsDouble() != 0 ? 1 : 2);
            },
            DrawRule::choice),
    /** The first argument where it is a number, else the second: a gap that is filled openly. */
    OR_ELSE(
            takes(VALUE, VALUE),
            as(args -> "IF(ISNUMBER(" + args.get(0) + ")," + args.get(0) + "," + args.get(1) + ")"),
            FILLED,
            ALWAYS,
            ALIKE,
            args -> args.value(args.value(0).isNumber() ? 0 : 1),
            DrawRule::orElse),
    /** Whether the argument is a number; never missing. */
    IS_KNOWN(
            takes(VALUE),
            call("ISNUMBER"),
            TOLD,
            ALWAYS,
            COUNTED,
            args -> Value.of(args.value(0).isNumber()),
            DrawRule::isKnown),
    /** Whether nothing was typed. A text, even a code, is something. */
    IS_EMPTY(
            takes(VALUE),
            call("ISBLANK"),
            TOLD,
            ALWAYS,
            COUNTED,
            args -> Value.of(args.value(0).isEmpty()),
            TRUTH),

    /** The sum of all numbers; missing where one of them is. */
    SUM(takesOneOrMore(NUMBERS), call("SUM"), STRICT, ALWAYS, ALIKE, number(args -> sum(args.all())), DrawRule::sum),
    /** The sum of all numbers over how many they are; missing where one of them is. */
    AVERAGE(
            takesOneOrMore(NUMBERS),
            call("AVERAGE"),
            STRICT,
            ALWAYS,
            ALIKE,
            number(args -> average(args.all())),
            DrawRule::average),
    /** The least of all numbers; missing where one of them is. */
    MIN(takesOneOrMore(NUMBERS), call("MIN"), STRICT, ALWAYS, ALIKE, number(args -> min(args.all())), DrawRule::min),
    /** The greatest of all numbers; missing where one of them is. */
    MAX(takesOneOrMore(NUMBERS), call("MAX"), STRICT, ALWAYS, ALIKE, number(args -> max(args.all())), DrawRule::max),
    /** The sum of the squares of all numbers; missing where one of them is. */
    SUM_OF_SQUARES(
            takesOneOrMore(NUMBERS),
            call("SUMSQ"),
            STRICT,
            ALWAYS,
            SQUARE,
            number(args -> sumOfSquares(args.all())),
            NUMBER),
    /**
     * The sum of the products of two spans, place by place, such as of shares and prices; missing where one number
     * is.
     */
    SUM_OF_PRODUCTS(
            takes(LIST, LIST),
            call("SUMPRODUCT"),
            STRICT,
            ALWAYS,
            PRODUCT,
            number(args -> sumOfProducts(args.numbers(0), args.numbers(1))),
            DrawRule::sumOfProducts),

    /** Amounts at the ends of years discounted to the start of the first at a rate; missing where all is lost in a year. */
    PRESENT_VALUE(
            takes(VALUE, LIST),
            call("NPV"),
            STRICT,
            SOMETIMES,
            DISCOUNTED,
            number(args -> Discounting.npv(args.numbers(1), args.number(0), 1)),
            NUMBER),
    /**
     * The rate at which amounts by year are worth nothing; missing where they never change sign, and at −100% or less. Where they do more than once there
     * may be several, of which it is the one near 10%: who shows it asks for one change.
     */
    RATE_OF_RETURN(
            takes(LIST),
            as(args -> "IF(IRR(" + args.get(0) + ")>-1,IRR(" + args.get(0) + "),\"n/a\")"),
            STRICT,
            SOMETIMES,
            COMPARED,
            args -> {
                var rate = Discounting.irrFromTen(args.numbers(0));
                return rate.isPresent()
                        ? Value.of(rate.getAsDouble())
                        : Value.missing("no rate makes these amounts worth nothing");
            },
            NUMBER),

    /** The sum of what is known in a span; missing only where nothing is. A lower bound where amounts are withheld. */
    SUM_OF_KNOWN(
            takes(SPAN),
            call("SUM"),
            OF_KNOWN,
            ALWAYS,
            ALIKE,
            number(args -> sum(args.known(0))),
            DrawRule::sumOfKnown),
    /** The greatest known value of a span; missing only where nothing is known. */
    MAX_OF_KNOWN(takes(SPAN), call("MAX"), OF_KNOWN, ALWAYS, ALIKE, number(args -> max(args.known(0))), NUMBER),
    /** The least known value of a span; missing only where nothing is known. */
    MIN_OF_KNOWN(takes(SPAN), call("MIN"), OF_KNOWN, ALWAYS, ALIKE, number(args -> min(args.known(0))), NUMBER),
    /** The average of the known values of a span; missing only where nothing is known. */
    AVERAGE_OF_KNOWN(
            takes(SPAN), call("AVERAGE"), OF_KNOWN, ALWAYS, ALIKE, number(args -> average(args.known(0))), NUMBER),
    /** The middle of the known values; between the two in the middle where their number is even. */
    MEDIAN_OF_KNOWN(
            takes(SPAN), call("MEDIAN"), OF_KNOWN, ALWAYS, ALIKE, number(args -> median(args.known(0))), NUMBER),
    /** The sum of the squares of the known values of a span; missing only where nothing is known. */
    SUM_OF_SQUARES_OF_KNOWN(
            takes(SPAN), call("SUMSQ"), OF_KNOWN, ALWAYS, SQUARE, number(args -> sumOfSquares(args.known(0))), NUMBER),
    /** The number of known values of a span; never missing. */
    COUNT_OF_KNOWN(takes(SPAN), call("COUNT"), TOLD, ALWAYS, COUNTED, number(args -> args.known(0).length), NUMBER),
    /** The number of values of a span that equal a number; missing where the number is. */
    COUNT_EQUAL(
            takes(RANGE, VALUE),
            call("COUNTIF"),
            SOUGHT,
            ALWAYS,
            COMPARED,
            args -> {
                var wanted = args.value(1).number();
                return wanted.isEmpty()
                        ? Value.missing("what is counted is missing")
                        : Value.of((double) count(args.known(0), x -> x == wanted.getAsDouble()));
            },
            NUMBER),
    /** The number of known values of a span that are above a number; missing where the number is. A sheet compares 15 digits. */
    COUNT_ABOVE(
            takes(RANGE, VALUE),
            as(args -> "COUNTIF(" + args.get(0) + ",\">\"&(" + args.get(1) + "))"),
            SOUGHT,
            ALWAYS,
            COMPARED,
            args -> {
                var least = args.value(1).number();
                return least.isEmpty()
                        ? Value.missing("what is compared with is missing")
                        : Value.of((double) count(args.known(0), x -> x > least.getAsDouble()));
            },
            NUMBER),
    /** The number of values of a span that are a given text, capitals or not; never missing. */
    COUNT_TEXT(
            takes(RANGE, WORD),
            call("COUNTIF"),
            TOLD,
            ALWAYS,
            COUNTED,
            args -> Value.of((double) args.span(0).stream()
                    .filter(value -> same(args.value(1), value))
                    .count()),
            NUMBER),
    /** The number of values of a span that are a code that a source prints in place of a figure, capitals or not; never missing. */
    COUNT_CODES(
            takes(SPAN),
            as(ranges -> ranges.stream()
                    .flatMap(range -> InputRule.CODES.stream().map(code -> "COUNTIF(" + range + ",\"" + code + "\")"))
                    .collect(Collectors.joining("+", "(", ")"))),
            TOLD,
            ALWAYS,
            COUNTED,
            args -> Value.of((double) args.span(0).stream()
                    .filter(value -> !value.isNumber()
                            && InputRule.CODES.stream().anyMatch(value.inSentence()::equalsIgnoreCase))
                    .count()),
            NUMBER),
    /** The k-th largest known value of a span; missing where there are fewer. */
    LARGEST(
            takes(RANGE, VALUE),
            call("LARGE"),
            SOUGHT,
            SOMETIMES,
            PLACED,
            args -> {
                var k = args.value(1).number();
                double[] known = args.known(0);
                Arrays.sort(known);
                if (k.isEmpty() || k.getAsDouble() < 1 || k.getAsDouble() > known.length) {
                    return Value.missing("there are fewer known values");
                }
                return Value.of(known[known.length - (int) k.getAsDouble()]);
            },
            NUMBER),
    /** The rank of a number among the known values of a span, the largest first, equals sharing a rank. */
    RANK(
            takes(VALUE, RANGE),
            call("RANK"),
            SOUGHT,
            SOMETIMES,
            COMPARED,
            args -> {
                var x = args.value(0).number();
                double[] known = args.known(1);
                if (x.isEmpty() || count(known, y -> y == x.getAsDouble()) == 0) {
                    return Value.missing("what is ranked is not among the known values");
                }
                return Value.of(1.0 + count(known, y -> y > x.getAsDouble()));
            },
            NUMBER),
    /** The k-th value of a span, whatever it is; missing where there is none. */
    PICK(
            takes(LIST, VALUE),
            call("INDEX"),
            SOUGHT,
            SOMETIMES,
            PLACED,
            args -> {
                var k = args.value(1).number();
                List<Value> list = args.span(0);
                return k.isEmpty() || k.getAsDouble() < 1 || k.getAsDouble() >= list.size() + 1
                        ? DrawRule.NO_SUCH_PLACE
                        : list.get((int) k.getAsDouble() - 1);
            },
            DrawRule::pick),
    /** The place, from 1, at which a number or text first stands in a span; missing where it does not. */
    FIND(
            takes(SHOWN, LIST),
            as(args -> "MATCH(" + args.get(0) + "," + args.get(1) + ",0)"),
            TOLD,
            SOMETIMES,
            COMPARED,
            args -> {
                Value wanted = args.value(0);
                if (wanted.isEmpty()) {
                    return Value.missing("nothing is looked for");
                }
                List<Value> list = args.span(1);
                for (int i = 0; i < list.size(); i++) {
                    if (same(wanted, list.get(i))) {
                        return Value.of(i + 1);
                    }
                }
                return Value.missing("'" + wanted.plain() + "' is not in the list");
            },
            NUMBER),

    /** The first number, rounded to as many decimals as the second says, halves away from zero. */
    ROUND(
            takes(VALUE, DIGITS),
            call("ROUND"),
            STRICT,
            ALWAYS,
            KEPT,
            number(args -> round(args.number(0), (int) args.number(1))),
            NUMBER),
    /** A number without its sign. */
    ABSOLUTE(takes(VALUE), call("ABS"), STRICT, ALWAYS, KEPT, NUMBER, Loops::absolute),
    /** The greatest whole number that is not above the number: 2 for 2.7, and −3 for −2.7. */
    WHOLE_PART(takes(VALUE), call("INT"), STRICT, ALWAYS, KEPT, NUMBER, Loops::wholePart),
    /** The square root of a number; missing below zero. */
    SQUARE_ROOT(takes(VALUE), call("SQRT"), STRICT, SOMETIMES, ROOT, NUMBER, Loops::squareRoot),
    /** The natural logarithm of a number; missing for zero and below. */
    LOGARITHM(takes(VALUE), call("LN"), STRICT, SOMETIMES, PURE, NUMBER, Loops::logarithm),
    /** The number e to the power of the argument. */
    EXPONENTIAL(takes(VALUE), call("EXP"), STRICT, ALWAYS, PURE, NUMBER, Loops::exponential),
    /**
     * A number as text for a sentence in English: whole numbers grouped ({@code 393,950}), others with a decimal point
     * ({@code 4923.6}), whatever the reader's own settings. A sheet's {@code FIXED} follows these settings, so its other sign
     * is replaced, and its hyphen is a minus, as it is in a table.
     */
    FIXED(
            takes(VALUE, DIGITS),
            as(args -> args.get(1).equals("0")
                    ? "SUBSTITUTE(SUBSTITUTE(FIXED(" + args.get(0) + ",0),\".\",\",\"),\"-\",\"−\")"
                    : "SUBSTITUTE(SUBSTITUTE(FIXED(" + args.get(0) + "," + args.get(1)
                            + ",1),\",\",\".\"),\"-\",\"−\")"),
            STRICT,
            ALWAYS,
            WORDS,
            args -> Value.of(fixed(args.number(0), (int) args.number(1))),
            TEXT);

    private final Signature signature;
    private final Spelling spelling;
    private final Gap gap;
    private final Defined defined;
    private final UnitRule unit;

    private final Function<Arguments, Value> rule;
    private final DrawRule drawRule;

    /** One loop for one draw and for many. */
    Fn(Signature takes, Spelling spelling, Gap gap, Defined defined, UnitRule unit, ValueKind kind, Loop loop) {
        this(takes, spelling, gap, defined, unit, args -> kind.value(args.once(loop)), new DrawRule.Looped(kind, loop));
    }

    /** One rule for every draw; the kind is that of its results. */
    Fn(
            Signature takes,
            Spelling spelling,
            Gap gap,
            Defined defined,
            UnitRule unit,
            Function<Arguments, Value> rule,
            ValueKind kind) {
        this(takes, spelling, gap, defined, unit, rule, new DrawRule.EachDraw(kind));
    }

    Fn(
            Signature takes,
            Spelling spelling,
            Gap gap,
            Defined defined,
            UnitRule unit,
            Function<Arguments, Value> rule,
            DrawRule drawRule) {
        this.signature = takes;
        this.spelling = spelling;
        this.gap = gap;
        this.defined = defined;
        this.unit = unit;
        this.rule = rule;
        this.drawRule = drawRule;
    }

    /** The kind of argument i, counted from zero. */
    @SuppressWarnings("exports") // the type is for the modules of Lodestone alone
    public Parameter parameter(int i) {
        return signature.parameter(i);
    }

    /** Whether a sheet gives it one range for a span and no more. */
    public boolean needsOneRange() {
        return mindsOrder() || signature.has(RANGE);
    }

    /** Whether the order of the values in a span makes a difference. */
    public boolean mindsOrder() {
        return signature.has(LIST);
    }

    /** How a sheet spells the call, for its printer. */
    @SuppressWarnings("exports") // the type is for the modules of Lodestone alone
    public Spelling spelling() {
        return spelling;
    }

    /** The effect of a missing argument on the result. */
    @SuppressWarnings("exports") // the type is for the modules of Lodestone alone
    public Gap gap() {
        return gap;
    }

    /** Where there is a result if all arguments are known. */
    @SuppressWarnings("exports") // the type is for the modules of Lodestone alone
    public Defined defined() {
        return defined;
    }

    /** The unit of the result, by those of the arguments. */
    UnitRule unit() {
        return unit;
    }

    /** The result for the given arguments: a list of one value for a formula, of several for a span. */
    public Value apply(List<? extends List<Value>> args) {
        Arguments arguments = new Arguments(args);
        Optional<Value> withoutIt = arguments.resultWithout(gap);
        return withoutIt.isPresent() ? withoutIt.get() : rule.apply(arguments).repeated();
    }

    /** The result for arguments of which at least one differs from draw to draw. */
    public <C> C apply(ColumnArguments<C> columns) {
        return drawRule.of(columns);
    }

    void check(ImmutableList<Formula> args) {
        if (!signature.accepts(args)) {
            throw new IllegalArgumentException(this + " does not take the arguments " + args + ".");
        }
        if (gap == Gap.STRICT) {
            for (Formula arg : args) {
                Optional<String> text = arg.asLiteral().flatMap(Value::asText);
                if (text.isPresent()) {
                    throw new IllegalArgumentException(this + " takes the text '" + text.get()
                            + "' for a number, and would never have a result. Give it a number of the model: a constant such as"
                            + " Definitions.HUNDRED, or an assumption, such as assumed(…) of a part.");
                }
            }
        }
    }

    private static Function<Arguments, Value> number(ToDoubleFunction<Arguments> rule) {
        return args -> Value.of(rule.applyAsDouble(args));
    }

    private static double sum(double[] numbers) {
        double total = 0;
        for (double x : numbers) {
            total += x;
        }
        return total;
    }

    private static double average(double[] numbers) {
        return sum(numbers) / numbers.length;
    }

    private static double sumOfSquares(double[] numbers) {
        return sumOfProducts(numbers, numbers);
    }

    private static double sumOfProducts(double[] a, double[] b) {
        double total = 0;
        for (int i = 0; i < a.length; i++) {
            total += a[i] * b[i];
        }
        return total;
    }

    private static double min(double[] numbers) {
        return Arrays.stream(numbers).min().orElseThrow();
    }

    private static double max(double[] numbers) {
        return Arrays.stream(numbers).max().orElseThrow();
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        double upper = numbers[numbers.length / 2];
        return numbers.length % 2 == 1 ? upper : (numbers[numbers.length / 2 - 1] + upper) / 2;
    }

    private static long count(double[] numbers, DoublePredicate counted) {
        return Arrays.stream(numbers).filter(counted).count();
    }

    /** Numbers are the same by amount, anything else by what a reader sees, capitals or not. */
    private static boolean same(Value a, Value b) {
        if (a.isNumber() || b.isNumber()) {
            return a.equals(b);
        }
        return a.inSentence().toLowerCase(Locale.ROOT).equals(b.inSentence().toLowerCase(Locale.ROOT));
    }

    /** Rounds the shortest decimal that stands for the number, halves away from zero, as spreadsheets do. */
    public static double round(double x, int digits) {
        return new BigDecimal(Double.toString(x))
                .setScale(digits, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static String fixed(double x, int digits) {
        BigDecimal rounded = new BigDecimal(Double.toString(x)).setScale(digits, RoundingMode.HALF_UP);
        if (digits > 0) {
            return rounded.toPlainString().replace('-', '−');
        }
        StringBuilder grouped = new StringBuilder(rounded.abs().toPlainString());
        for (int i = grouped.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return (rounded.signum() < 0 ? "−" : "") + grouped;
    }

    /**
     * The arguments of a call where many draws are worked out at once, and what can be made of them. A function puts its result
     * together from these, see {@link Fn#apply(ColumnArguments)}.
     *
     * @param <C> a column: a value for every draw, or one that is the same in all
     */
    public interface ColumnArguments<C> {

        /** The arguments: one column for a formula, several for a span. */
        ImmutableList<ImmutableList<C>> args();

        /** The columns of all arguments, one after the other. */
        default ImmutableList<C> all() {
            ImmutableList.Builder<C> all = ImmutableList.builder();
            args().forEach(all::addAll);
            return all.build();
        }

        /** The sort of values that a column holds. */
        ValueKind kind(C column);

        /** The value of a column that is the same in every draw; empty for one that is drawn. */
        Optional<Value> constant(C column);

        /** A column with the same value in every draw. */
        C constant(Value value);

        /** The numbers of a column; what is none counts as missing. */
        C numbers(C column);

        /** A column that a loop fills from others; what is no number in these counts as missing. */
        @SuppressWarnings("exports") // the type is for the modules of Lodestone alone
        C loop(ValueKind kind, Loop loop, List<C> in);

        /** The column of results that the rule for values yields, draw by draw. */
        C eachDraw(ValueKind kind);

        /** Whether a column is the same in every draw. */
        default boolean isConstant(C column) {
            return constant(column).isPresent();
        }

        /** The number that is the same in every draw, {@code NaN} where it is missing; empty for what is drawn. */
        default Optional<Double> amount(C column) {
            return constant(column).map(value -> value.number().orElse(Double.NaN));
        }
    }

    /**
     * The sort of values that a column of draws holds, besides missing ones.
     *
     * <p>Numbers and truths are kept as doubles, with 1 for true and {@code NaN} for missing. A column that may hold both, or
     * a text, or the code of a missing figure, is kept as values.
     */
    public enum ValueKind {
        /** Numbers, and what is missing for no published reason. */
        NUMBER,
        /** Truths, and what is missing. */
        TRUTH,
        /** Numbers, truths, or figures that are missing with a code of their own, such as {@code W}. */
        MIXED,
        /** Anything, texts as well. */
        TEXT;

        /** The kind of a column whose values are all like this one. */
        public static ValueKind of(Value value) {
            return value.fold(
                    number -> NUMBER,
                    text -> TEXT,
                    truth -> TRUTH,
                    missing -> missing.code().equals(Value.NOT_AVAILABLE) ? NUMBER : MIXED);
        }

        /** The kind of what may be this or the other. */
        public ValueKind or(ValueKind other) {
            if (this == other) {
                return this;
            }
            return this == TEXT || other == TEXT ? TEXT : MIXED;
        }

        /** Whether it is kept as doubles. */
        public boolean isDouble() {
            return this == NUMBER || this == TRUTH;
        }

        /** The value that a double of this kind stands for. */
        public Value value(double amount) {
            return this == TRUTH && !Double.isNaN(amount) ? Value.of(amount != 0) : Value.of(amount);
        }
    }
}
